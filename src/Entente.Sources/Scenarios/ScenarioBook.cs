using System.Collections.Concurrent;
using Entente.Checking;
using Entente.Checking.Modelled;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Scenarios;

/// <summary>
/// The scenarios of some folders as a book that claims are put to. Nothing is read before the first question, every base is read once, and every question
/// is answered once: the same seed gives the same answer on any number of threads.
/// </summary>
/// <param name="folders">Where scenarios and bases lie, the user's before the shipped; those that do not exist are passed over.</param>
/// <param name="isActor">True for a code of the catalogue: what is none is the rest of the world, not a partner.</param>
/// <param name="draws">How often what is uncertain is drawn.</param>
public sealed class ScenarioBook(IReadOnlyList<string> folders, Func<string, bool> isActor, int draws = 400) : IScenarioBook
{
    public const ulong Seed = 1;

    /// <summary>
    /// Of the short run, whose elasticities are a fraction of the long run's: about 0.76 against 2 and more in Boehm, Levchenko and Pandalai-Nayar (2023),
    /// American Economic Review 113: 861, for the first year; in a base whose goods have 5, a fifth comes nearest. Supply hardly moves. Both are assumed.
    /// </summary>
    private const double Short = 0.2;

    private static readonly SupplyElasticity Slow = new(
        [],
        [],
        Spread.Exactly(0.5),
        "assumed: workers and wells stay where they are within a year"
    );

    private readonly Lazy<Shelf> shelf = new(() => Shelf.Of(folders), LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly ConcurrentDictionary<string, Lazy<(LossAnswer?, Abstention?)>> answered = new(StringComparer.Ordinal);

    public IReadOnlyList<string> Regions(string code)
    {
        if (shelf.Value.Groups.TryGetValue(code, out var members))
            return members;
        return [code];
    }

    public IReadOnlyList<string> Partners(string actor, string? under, string? on)
    {
        var (world, measures, _, _) = Found([new(actor, [], under, on)]);
        if (world is null || world.RegionOf(actor) < 0)
            return [];
        // Who takes the measures is not what is left to trade with.
        var taking = (measures?.Shocks ?? [])
            .SelectMany(s =>
                s.To.Contains(actor) ? s.From
                : s.From.Contains(actor) ? s.To
                : []
            )
            .ToHashSet(StringComparer.Ordinal);
        return [.. world.Regions.Select(r => r.Code).Where(c => c != actor && isActor(c) && !taking.Contains(c))];
    }

    public (LossAnswer? Answer, Abstention? Reason) Ask(IReadOnlyList<LossCase> cases)
    {
        ArgumentNullException.ThrowIfNull(cases);
        var key = string.Join(';', cases.Select(c => $"{c.Actor}|{string.Join(',', c.Without)}|{c.Under}|{c.On}"));
        return answered.GetOrAdd(key, _ => new(() => Solve(cases))).Value;
    }

    private (LossAnswer?, Abstention?) Solve(IReadOnlyList<LossCase> cases)
    {
        var (world, measures, name, reason) = Found(cases);
        if (world is null)
            return (null, reason);
        var deficits = measures?.Deficits ?? DeficitTreatment.Scaled;
        var places = cases.Select(c => world.RegionOf(c.Actor)).ToArray();
        TradeScenario[] Scenarios(DeficitTreatment treatment, double factor) =>
            [.. cases.Select(c => Scenario(c, measures, treatment, factor))];
        var main = Scenarios(deficits, 1);
        foreach (var scenario in main)
        foreach (var problem in ScenarioCheck.Problems(world, scenario))
            return (null, new("empty-market", $"the model cannot do without it: {problem.Cell}, {problem.Found}"));
        double[] Losses(double[][] incomes) => [.. places.Select((region, c) => -incomes[c][region])];
        PairedAnswer<double[]> Run(TradeWorld on, TradeScenario[] scenarios, int times) =>
            PairedScenarios.Run<double[]>(
                on,
                scenarios,
                found => [.. found.RealIncomes().Select(r => r - 1)],
                times,
                Seed,
                Environment.ProcessorCount
            );
        var answer = Run(world, main, draws);
        if (answer.Central is not { } central)
            return (null, new("no-convergence", "the search for the model's equilibrium did not converge, so that there are no numbers"));
        var settings = new List<LossSetting>();
        foreach (var other in Enum.GetValues<DeficitTreatment>().Where(d => d != deficits))
            settings.Add(new(Word(other), Run(world, Scenarios(other, 1), 0).Central is { } found ? Losses(found) : null));
        settings.Add(
            new(
                "the short run (elasticities a fifth, supply that hardly moves)",
                Run(Scaled(world, Short), Scenarios(deficits, Short), 0).Central is { } brief ? Losses(brief) : null
            )
        );
        return (
            new()
            {
                Scenario = Title(cases, name),
                Base = world.Name,
                Year = world.Year,
                Setting = $"{Word(deficits)}; elasticities as declared (long run); everything else as in the base",
                FiguresCited = world.Figures.Cited,
                FiguresAssumed = world.Figures.Assumed,
                Central = Losses(central),
                Draws = answer.Enough ? [.. answer.Draws.Select(Losses)] : [],
                Inputs = answer.Enough ? answer.Inputs : [],
                InputNames = answer.InputNames,
                Asked = answer.Asked,
                Seed = Seed,
                Settings = settings,
            },
            null
        );
    }

    /// <summary>The base on which all cases can be put, and the measures that they name.</summary>
    private (TradeWorld? World, TradeScenario? Measures, string? Name, Abstention? Reason) Found(IReadOnlyList<LossCase> cases)
    {
        var books = shelf.Value;
        var named = cases.Where(c => c.Under is not null).Select(c => (c.Under, On: c.On ?? c.Actor)).Distinct().ToArray();
        if (named.Length > 1)
            return (
                null,
                null,
                null,
                new("no-scenario", "two scenarios at once are not compared: their measures may stand on different bases")
            );
        var wanted = cases.SelectMany(c => c.Without.Prepend(c.Actor)).Distinct().ToArray();
        if (named.Length == 0)
        {
            foreach (var candidate in books.Bases)
                if (candidate.Value is { } world && wanted.All(c => world.RegionOf(c) >= 0))
                    return (world, null, null, null);
            return (null, null, null, Outside(books, wanted));
        }
        if (books.Find(named[0].Under!, named[0].On) is not { } path)
            return (
                null,
                null,
                null,
                new(
                    "no-scenario",
                    $"no scenario stands for {named[0].Under!.Replace('_', ' ')} on {named[0].On}; one can be written, see samples/scenarios"
                )
            );
        try
        {
            var (world, scenario) = ScenarioFile.Read(
                path,
                () => null,
                () => throw new InvalidOperationException("no states are read here")
            );
            if (scenario.Rerouting is not null)
                return (
                    null,
                    null,
                    null,
                    new("no-scenario", $"{named[0].Under} reroutes through hubs, and no claim is put to such a scenario")
                );
            return wanted.All(c => world.RegionOf(c) >= 0)
                ? (world, scenario.Runs()[^1], Path.GetFileNameWithoutExtension(path), null)
                : (null, null, null, Outside(books, wanted));
        }
        catch (DataFileException e)
        {
            return (null, null, null, new("no-scenario", e.Message));
        }
    }

    private static Abstention Outside(Shelf books, string[] wanted)
    {
        var worlds = books.Bases.Select(b => b.Value).OfType<TradeWorld>().ToArray();
        if (worlds.Length == 0)
            return new("no-book", "no base of scenarios is to be had");
        var missing = wanted.FirstOrDefault(c => worlds.All(w => w.RegionOf(c) < 0)) ?? wanted[0];
        return new("not-in-base", $"no base of the scenarios has {missing} as a region of its own");
    }

    private static TradeScenario Scenario(LossCase asked, TradeScenario? measures, DeficitTreatment deficits, double factor) =>
        new()
        {
            Name = "",
            Deficits = deficits,
            Elasticities =
                measures is null ? []
                : factor == 1 ? measures.Elasticities
                : [.. measures.Elasticities.Select(e => e with { Value = Times(e.Value, factor) })],
            Supply = factor == 1 ? measures?.Supply ?? [] : [Slow],
            // The measures that cases share come first, so that their sizes are drawn alike.
            Shocks =
            [
                .. asked.Under is null ? [] : measures!.Shocks,
                .. asked.Without.Count == 0
                    ? Array.Empty<TradeShock>()
                    :
                    [
                        new TradeShock
                        {
                            Kind = ShockKind.Embargo,
                            From = [asked.Actor],
                            To = asked.Without,
                            BothWays = true,
                            Source = "the question asked",
                            Where = "the question",
                        },
                    ],
            ],
            Report = [],
        };

    private static TradeWorld Scaled(TradeWorld world, double factor) =>
        world with
        {
            Sectors = [.. world.Sectors.Select(s => s with { Elasticity = s.Elasticity is { } own ? Times(own, factor) : null })],
        };

    private static Spread Times(Spread spread, double factor) => new(spread.Low * factor, spread.Mode * factor, spread.High * factor);

    private static string Word(DeficitTreatment deficits) =>
        deficits switch
        {
            DeficitTreatment.Held => "deficits held",
            DeficitTreatment.Scaled => "deficits scaled with incomes",
            _ => "deficits zeroed first",
        };

    private static string Title(IReadOnlyList<LossCase> cases, string? name)
    {
        var apart = cases
            .Where(c => c.Without.Count > 0)
            .GroupBy(c => c.Actor)
            .Select(g => $"{g.Key} without {string.Join(" | ", g.Select(c => string.Join(", ", c.Without)).Distinct())}");
        return string.Join("; ", new[] { name }.OfType<string>().Concat(apart));
    }

    /// <summary>What the folders hold.</summary>
    private sealed record Shelf(
        IReadOnlyList<Lazy<TradeWorld?>> Bases,
        IReadOnlyDictionary<string, IReadOnlyList<string>> Groups,
        IReadOnlyDictionary<string, string> Files,
        IReadOnlyDictionary<(string Word, string On), string> Words
    )
    {
        public string? Find(string under, string on) => Files.GetValueOrDefault(under) ?? Words.GetValueOrDefault((under, on));

        public static Shelf Of(IReadOnlyList<string> folders)
        {
            var bases = new List<(string Path, Lazy<TradeWorld?> World)>();
            var groups = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
            var files = new Dictionary<string, string>(StringComparer.Ordinal);
            var words = new Dictionary<(string, string), string>();
            foreach (var folder in folders.Where(Directory.Exists))
            foreach (var path in Directory.EnumerateFiles(folder, "*.yml").Order(StringComparer.Ordinal))
            {
                var name = Path.GetFileNameWithoutExtension(path);
                if (name.StartsWith("base-", StringComparison.Ordinal))
                {
                    bases.Add((path, new(() => World(path), LazyThreadSafetyMode.ExecutionAndPublication)));
                    continue;
                }
                try
                {
                    var heading = ScenarioHeading.Read(path);
                    files.TryAdd(name, path);
                    foreach (var word in heading.StandsFor)
                        words.TryAdd(word, path);
                    foreach (var (group, members) in heading.Groups)
                        groups.TryAdd(group, members);
                }
                catch (DataFileException)
                {
                    // What is wrong with it `whatif` says; here it is no scenario.
                }
            }
            return new([.. bases.Select(b => b.World)], groups, files, words);
        }

        private static TradeWorld? World(string path)
        {
            try
            {
                var world = RegionalBase.Read(path);
                return WorldCheck.Problems(world).Any() ? null : world;
            }
            catch (DataFileException)
            {
                return null;
            }
        }
    }
}
