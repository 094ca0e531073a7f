using Entente.Reading.Text;
using Entente.Record;
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

        return new Engine
        {
            Prepare = () => Task.Run(() => knowledge.Value),
            Read = (_, path, _) => Missing(path, "the reader"),
            Extract = (_, _) => throw new NotSupportedException("the claim extractor is not in this build"),
            Check = (_, _, _, _) => throw new NotSupportedException("the checker is not in this build"),
            Ask = (_, _) => Missing("ask", "the evaluator"),
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

    private static InputProblem Missing(string where, string part) =>
        new()
        {
            Where = where,
            Found = $"a build without {part}",
            Expected = $"a build with {part}",
        };
}
