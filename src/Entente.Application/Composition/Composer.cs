using Entente.Actors;
using Entente.Actors.Identity;
using Entente.Application.Parties;
using Entente.Checking;
using Entente.Checking.Between;
using Entente.Checking.Consistency;
using Entente.Checking.Deduction;
using Entente.Checking.Evaluating;
using Entente.Checking.Facts;
using Entente.Checking.Forecasts;
using Entente.Checking.Quotations;
using Entente.Claims.Extraction;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures.Alignment;
using Entente.Measures.Comparing;
using Entente.Quantities;
using Entente.Reading;
using Entente.Reading.Text;
using Entente.Record;
using Entente.Reports;
using Entente.Sources;
using Entente.Sources.Arguments;
using Entente.Sources.Files;
using Entente.Sources.Identity;
using Entente.Sources.Scenarios;
using Entente.Sources.Search;
using Entente.Sources.Store;

namespace Entente.Application.Composition;

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
        var parties = new Lazy<PartyBook>(
            () => new(Sound().Actors, () => States(surroundings)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );
        var checkers = new CheckerPool(Sound, () => parties.Value, surroundings);
        ReadOptions Options(Period? published) =>
            new() { PublishedGiven = published, InferPublished = d => extractor.Value.InferPublished(d) };

        return new Engine
        {
            Prepare = () => Task.Run(() => extractor.Value),
            Read = (bytes, path, published) => Read(bytes, path, Options(published)),
            ReadAll = (bytes, path, published) => ReadAll(bytes, path, Options(published)),
            Extract = (document, cancellation) => extractor.Value.Extract(document, cancellation),
            Check = (document, extraction, asOf, cancellation) => checkers.Of(asOf).Check(document, extraction, cancellation),
            Series = (claim, asOf) => checkers.Claims(asOf).Series(claim),
            Resolver = asOf => new ForecastResolver(checkers.Claims(asOf)),
            Join = asOf => checkers.Join(asOf),
            Arguing = (asOf, cancellation) => Composition.Arguing.Tools(Sound(), checkers.Claims(asOf), surroundings, cancellation),
            Ask = (expression, asOf) => Asking.Answer(expression, Sound(), checkers.Claims(asOf)),
            Faults = expression => Asking.Faults(expression, Sound()),
            Profile = (wish, cancellation) =>
                Profiling.Build(wish, Sound(), parties.Value, checkers.Claims(wish.AsOf), surroundings, cancellation),
            Losses = (first, second, latest, cancellation) =>
                Profiling.Losses(Sound(), surroundings).Of(first, second, latest, cancellation),
            Quantities = QuantityReport.Of,
            Observed = (world, region, years, asOf) =>
                ObservedTrade.Of(world, region, years, Sound(), new Evaluator(checkers.Claims(asOf).Now)),
            Record = () => Sound().Tables,
            Figures = query => Sound().Record.Find(query),
            Fact = (expression, value) => FactReader.Read(expression, value, Sound().Names, Sound().Measures),
            Measures = () => Sound().Measures,
            CheckTables = tables => RecordCheck.Run(tables, Vocabulary(Sound())),
            SearchEntries = () => RecordEntries.Of(Sound()),
            RecordHash = () => Sound().Record.Hash,
            States = () => States(surroundings),
            Parties = () => parties.Value,
            Alignment = (first, second, asOf) => checkers.Alignment(first, second, asOf),
            Timeline = (first, second, asOf) => Profiling.Timeline(first, second, Sound(), checkers.Claims(asOf)),
            Party = name => Sound().Actors.Resolve(name)?.Code,
            Bodies = () =>
            {
                var folders = Folders(surroundings);
                return [.. new[] { folders.CatalogueOverlay, folders.Catalogue }.OfType<string>().Select(f => Path.Combine(f, "bodies"))];
            },
            VerifyRecord = () => Verify(knowledge.Value),
        };
    }

    /// <summary>Where arguments of texts are looked for: those of the clone, and the user's own.</summary>
    public static IReadOnlyList<string> ArgumentFolders(Surroundings surroundings)
    {
        var folders = Folders(surroundings);
        return folders.Home is { } home
            ? [Path.Combine(folders.Root, "samples", "arguments"), Path.Combine(home, "arguments")]
            : [Path.Combine(folders.Root, "samples", "arguments")];
    }

    /// <summary>Who is meant by the codes of data files.</summary>
    public static StateCodes States(Surroundings surroundings) => StateCodeFiles.Load(Folders(surroundings).Catalogue);

    /// <summary>The user's own scenarios before those that ship.</summary>
    public static ScenarioBook Scenarios(Surroundings surroundings, Knowledge knowledge)
    {
        var own = DataFolders.UserFolder(surroundings.Environment);
        return new(
            [.. own is null ? [] : new[] { Path.Combine(own, "scenarios") }, Folders(surroundings).Scenarios],
            code => knowledge.Actors.ByCode.ContainsKey(code)
        );
    }

    /// <exception cref="WrongUseException">The data folders are missing.</exception>
    public static DataFolders Folders(Surroundings surroundings)
    {
        var (folders, problem) = DataFolders.Find(surroundings.Environment, surroundings.ProgramFolder);
        return folders
            ?? throw new WrongUseException(
                new InputProblem
                {
                    Where = problem!.Where,
                    Found = problem.Found,
                    Expected = problem.Expected,
                }
            );
    }

    /// <exception cref="WrongUseException">The data folders are missing or cannot be read.</exception>
    private static Knowledge Load(Surroundings surroundings)
    {
        var folders = Folders(surroundings);
        try
        {
            return Knowledge.Load(folders, (shipped, corrections) => Behind(shipped, corrections, folders, surroundings));
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

    // The store is opened only where something was imported, and stays open for the run.
    private static IRecord Behind(IRecord shipped, IReadOnlyList<Correction> corrections, DataFolders folders, Surroundings surroundings) =>
        StorePlace.Of(surroundings.Environment)?.OpenExisting() is { } store
            ? new StoreRecord(shipped, store, StateCodeFiles.Load(folders.Catalogue), corrections)
            : shipped;

    private static ExtractionCatalogue Words(Knowledge knowledge) =>
        new(knowledge.Actors, knowledge.Measures, knowledge.Items, knowledge.Shipped);

    private static Outcome<Document> Read(byte[] bytes, string path, ReadOptions options)
    {
        var outcome = DocumentReader.Read(bytes, path, options);
        return outcome.Error is { } error ? InputProblem.Of(error) : outcome.Document!;
    }

    private static Outcome<Document[]> ReadAll(byte[] bytes, string path, ReadOptions options)
    {
        var outcomes = DocumentReader.ReadAll(bytes, path, options);
        return outcomes[0].Error is { } error ? InputProblem.Of(error) : outcomes.Select(o => o.Document!).ToArray();
    }

    private static List<string> Verify(Knowledge knowledge)
    {
        var problems = knowledge.Errors.Select(e => e.ToString()).ToList();
        if (problems.Count > 0)
            return problems;
        problems.AddRange(RecordCheck.Run(knowledge.Tables, Vocabulary(knowledge)).Select(f => f.ToString()));
        return problems;
    }

    private static RecordVocabulary Vocabulary(Knowledge knowledge) =>
        new()
        {
            KnowsActor = code => knowledge.Actors.ByCode.ContainsKey(code) || knowledge.Actors.Resolve(code) is not null,
            KnowsItem = id => knowledge.Items.ById.ContainsKey(id),
        };

    private static InputProblem Broken(IReadOnlyList<Catalogue.CatalogueError> errors) =>
        new()
        {
            Where = $"{errors[0].File}:{errors[0].Line}:{errors[0].Column}",
            Found = errors[0].Found,
            Expected = errors[0].Expected,
            Hint = errors.Count > 1 ? $"and {errors.Count - 1} more: entente record verify" : errors[0].Hint,
        };
}

/// <summary>One checker for each day of consultation, so that what several documents assert is looked up once.</summary>
internal sealed class CheckerPool(Func<Knowledge> knowledge, Func<PartyBook> parties, Surroundings surroundings)
{
    /// <summary>Days that are kept: whoever asks for more than these one after another pays for each anew.</summary>
    private const int MostDays = 32;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<
        LocalDate,
        (ClaimChecker Claims, DocumentChecker Documents, TextJoin Join)
    > byDay = new();

    // Making it reads nothing; it reads at the first claim that asks.
    private readonly Lazy<Checking.Modelled.IScenarioBook> scenarios = new(() => Composer.Scenarios(surroundings, knowledge()));

    public ClaimChecker Claims(LocalDate asOf) => Get(asOf).Claims;

    public DocumentChecker Of(LocalDate asOf) => Get(asOf).Documents;

    public TextJoin Join(LocalDate asOf) => Get(asOf).Join;

    /// <summary>The yearly series of a pair by which alignment is measured; read once for each pair.</summary>
    public IReadOnlyList<AlignmentSeries> Alignment(string first, string second, LocalDate asOf) =>
        Claims(asOf).Now.Alignment?.Invoke(first, second, asOf) ?? [];

    private (ClaimChecker Claims, DocumentChecker Documents, TextJoin Join) Get(LocalDate asOf)
    {
        if (byDay.Count >= MostDays && !byDay.ContainsKey(asOf))
            byDay.Clear();
        return byDay.GetOrAdd(
            asOf,
            day =>
            {
                var known = knowledge();
                var context = new EvaluationContext
                {
                    Record = known.Record,
                    Measures = known.Measures,
                    AsOf = day,
                    Deduction = new VotingRules(),
                    Group = code =>
                        known.Actors.ByCode.TryGetValue(code, out var group) && !group.Vague && group.Members.Count > 0
                            ? group.Members
                            : null,
                    Alignment = Remembered(known, day),
                    Dependence = RememberedDependence(known, day),
                    Scenarios = scenarios.Value,
                    Offices = person => known.Actors.ByCode.TryGetValue(person, out var actor) ? actor.Offices : [],
                };
                var names = new Names(code => known.Actors.ByCode.TryGetValue(code, out var actor) ? actor.Name : null);
                var claims = new ClaimChecker(context, names);
                var quotations = new QuotationChecker(known.Record.Quotations, code => NamesOf(known, code));
                return (
                    claims,
                    new DocumentChecker(
                        claims,
                        new ConsistencyChecker(CatalogueVocabulary.From(known.Measures, known.Items, known.Actors)),
                        quotations,
                        new ArgumentBook(
                            Composer.ArgumentFolders(surroundings),
                            () => Composition.Arguing.Tools(known, claims, surroundings, CancellationToken.None)
                        )
                    ),
                    new TextJoin(context, names, quotations)
                );
            }
        );
    }

    /// <summary>Series of a pair are read once, for reading votes takes a second and several judgements of a text are of one pair.</summary>
    private Func<string, string, LocalDate, IReadOnlyList<AlignmentSeries>> Remembered(Knowledge known, LocalDate day)
    {
        var memory = new System.Collections.Concurrent.ConcurrentDictionary<(string, string), Lazy<IReadOnlyList<AlignmentSeries>>>();
        return (first, second, _) =>
            memory
                .GetOrAdd(
                    (first, second),
                    pair => new(() => Profiling.Alignment(pair.Item1, pair.Item2, known, parties(), Claims(day).Now, surroundings))
                )
                .Value;
    }

    private Func<string, string, int, IReadOnlyList<PairedSeries>> RememberedDependence(Knowledge known, LocalDate day)
    {
        var memory = new System.Collections.Concurrent.ConcurrentDictionary<(string, string, int), Lazy<IReadOnlyList<PairedSeries>>>();
        return (first, second, to) =>
            memory
                .GetOrAdd(
                    (first, second, to),
                    pair =>
                        new(() => Profiling.Dependence(pair.Item1, pair.Item2, pair.Item3, known, parties(), Claims(day).Now, surroundings))
                )
                .Value;
    }

    /// <summary>What texts call a state, its people and its government.</summary>
    private static IEnumerable<string> NamesOf(Knowledge known, string code) =>
        known.Actors.ByCode.TryGetValue(code, out var actor)
            ?
            [
                actor.Name,
                .. actor
                    .Aliases.Where(a => a.Kind is AliasKind.Name or AliasKind.Adjective or AliasKind.Demonym or AliasKind.Metonym)
                    .Select(a => a.Text),
            ]
            : [code];
}
