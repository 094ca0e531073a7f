using Entente.Claims.Extraction;
using Entente.Claims.Language;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Record;
using Entente.Reports;
using Entente.Sources;
using Entente.Sources.Files;

namespace Entente.Cli.Composition;

/// <summary>Puts the parts together: the one place that knows which type does what.</summary>
internal static class Composer
{
    public static Engine Compose(Surroundings surroundings)
    {
        var knowledge = new Lazy<Knowledge>(() => Load(surroundings), LazyThreadSafetyMode.ExecutionAndPublication);
        // Commands may use nothing that is broken; only the check of the record looks at it as it is.
        Knowledge Sound()
        {
            var errors = knowledge.Value.Errors;
            return errors.Count == 0 ? knowledge.Value : throw new WrongUseException(Broken(errors));
        }

        var words = new Lazy<ExtractionCatalogue>(() => Words(Sound()), LazyThreadSafetyMode.ExecutionAndPublication);
        var extractor = new Lazy<ClaimExtractor>(
            () => new ClaimExtractor(words.Value, knowledge.Value.Names),
            LazyThreadSafetyMode.ExecutionAndPublication
        );
        return new Engine
        {
            Prepare = () => Task.Run(() => extractor.Value),
            Read = (bytes, path, published) =>
                Read(
                    bytes,
                    path,
                    new ReadOptions { PublishedGiven = published, InferPublished = d => PublicationDate.Infer(d, words.Value) }
                ),
            Extract = (document, cancellation) => extractor.Value.Extract(document, cancellation),
            Check = (_, _, _, _) => throw new NotSupportedException("the checker is not in this build"),
            Ask = (expression, _) => Ask(expression, Sound()),
            Quantities = QuantityReport.Of,
            Record = () => Sound().Tables,
            VerifyRecord = () => Verify(knowledge.Value),
        };
    }

    /// <exception cref="WrongUseException">The data folders are missing or cannot be read.</exception>
    private static Knowledge Load(Surroundings surroundings)
    {
        var (folders, problem) = DataFolders.Find(surroundings.Environment, surroundings.ProgramFolder);
        if (folders is null)
            throw new WrongUseException(
                new InputProblem
                {
                    Where = problem!.Where,
                    Found = problem.Found,
                    Expected = problem.Expected,
                }
            );
        try
        {
            return Knowledge.Load(folders);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new WrongUseException(
                new InputProblem
                {
                    Where = folders.Root,
                    Found = "catalogue or record files that are missing or cannot be read",
                    Expected = "the folders 'catalogue' and 'record' as they ship",
                }
            );
        }
    }

    private static ExtractionCatalogue Words(Knowledge knowledge) =>
        new(knowledge.Actors, knowledge.Measures, knowledge.Items, knowledge.Record);

    private static Outcome<Document> Read(byte[] bytes, string path, ReadOptions options)
    {
        var outcome = DocumentReader.Read(bytes, path, options);
        return outcome.Error is { } error ? InputProblem.Of(error) : outcome.Document!;
    }

    private static Outcome<Answer> Ask(string expression, Knowledge knowledge)
    {
        var typed = TypeChecker.Check(expression, knowledge.Names);
        if (!typed.Succeeded)
            return new InputProblem
            {
                Where = $"entente ask: character {typed.Errors[0].Position + 1}",
                Found = typed.Errors[0].Found,
                Expected = typed.Errors[0].Expected,
                Hint = typed.Errors[0].Hint,
            };
        throw new NotSupportedException("the evaluator is not in this build");
    }

    private static List<string> Verify(Knowledge knowledge)
    {
        var problems = knowledge.Errors.Select(e => e.ToString()).ToList();
        if (problems.Count > 0)
            return problems;
        var vocabulary = new RecordVocabulary
        {
            KnowsActor = code => knowledge.Actors.ByCode.ContainsKey(code) || knowledge.Actors.Resolve(code) is not null,
            KnowsItem = id => knowledge.Items.ById.ContainsKey(id),
        };
        problems.AddRange(RecordCheck.Run(knowledge.Tables, vocabulary).Select(f => f.ToString()));
        return problems;
    }

    private static InputProblem Broken(IReadOnlyList<Catalogue.CatalogueError> errors) =>
        new()
        {
            Where = $"{errors[0].File}:{errors[0].Line}:{errors[0].Column}",
            Found = errors[0].Found,
            Expected = errors[0].Expected,
            Hint = errors.Count > 1 ? $"and {errors.Count - 1} more: entente record verify" : errors[0].Hint,
        };
}
