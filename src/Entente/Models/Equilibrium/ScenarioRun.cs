using Entente.Numerics.Equilibrium;

namespace Entente.Models.Equilibrium;

/// <summary>What is told of each region; changes as fractions (0.01 is 1 %).</summary>
public enum RegionOutcome
{
    /// <summary>Exact: Î/P̂ − 1.</summary>
    RealIncome,

    /// <summary>ŵ/P̂ − 1.</summary>
    RealWage,

    /// <summary>Terms of trade, first order.</summary>
    TermsOfTrade,

    /// <summary>Volume of trade, first order.</summary>
    VolumeOfTrade,

    /// <summary>Exports in units of world value added.</summary>
    Exports,

    /// <summary>Imports without tariffs in the same units.</summary>
    Imports,

    /// <summary>Imports from fellow members of the scenario's bloc, in the same units; told only where it names one, NaN for others.</summary>
    ImportsFromBloc,
}

/// <summary>What the draws make of one number: 5th, 50th and 95th percentile.</summary>
public readonly record struct DrawnInterval(double Low, double Median, double High);

/// <summary>What an uncertain input does to real incomes: Spearman's rank correlation over the draws, by region.</summary>
public sealed record ScenarioDriver(string Input, double[] WithRealIncome);

/// <summary>The answer to a scenario. Without convergence at the modes there are no numbers.</summary>
public sealed record ScenarioAnswer
{
    public required TradeWorld World { get; init; }

    public required TradeScenario Scenario { get; init; }

    /// <summary>Of the search at the modes; of the base, where already that did not converge.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>At the modes, by outcome and region; null where the search did not converge.</summary>
    public required double[][]? Central { get; init; }

    /// <summary>Trade between regions before and after, [importer·N + exporter], sectors added up, without tariffs, in the base's unit.</summary>
    public required (double[] Before, double[] After)? Flows { get; init; }

    /// <summary>False where no number is a range: draws would all be the same, and none are made.</summary>
    public required bool Uncertain { get; init; }

    /// <summary>The first-order decomposition counts prices and tariff revenue, not what embargoes and costs take away: it holds for tariffs alone.</summary>
    public bool FirstOrderHolds => Scenario.FirstOrderHolds;

    public required int Draws { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Draws that did not converge; they are in no interval.</summary>
    public required int Failed { get; init; }

    /// <summary>By outcome and region; null without draws, or where hardly any converged.</summary>
    public required DrawnInterval[][]? Intervals { get; init; }

    /// <summary>Of the first-order effect, terms plus volume of trade, by region; null without intervals.</summary>
    public DrawnInterval[]? FirstOrderIntervals { get; init; }

    /// <summary>Of partners' shares in a region's trade after the change, by region told and partner; null without intervals, or for very many.</summary>
    public IReadOnlyDictionary<int, DrawnInterval[]>? PartnerIntervals { get; init; }

    /// <summary>The uncertain inputs, in order; empty without intervals.</summary>
    public required IReadOnlyList<ScenarioDriver> Drivers { get; init; }

    /// <summary>Share of converged draws in which real income falls, by region.</summary>
    public required double[]? Losing { get; init; }

    /// <summary>Who takes over what embargoes and controls take away, by target; empty without any, and where the search did not converge.</summary>
    public IReadOnlyList<Backfill> Backfill { get; init; } = [];

    /// <summary>Null where nothing is evaded, or where a profile of compliance did not converge.</summary>
    public ReroutingAnswer? Rerouting { get; init; }

    /// <summary>What moves the results; null where it was not asked for, or nothing is uncertain.</summary>
    public ScenarioSensitivity? Sensitivity { get; init; }
}

/// <summary>Puts a scenario to a base: once at the modes, and as often as asked with everything uncertain drawn.</summary>
public static class ScenarioRun
{
    // In every draw, every profile is solved: 32 of them. With more hubs draws keep the profile of the modes.
    private const int MostHubsDrawn = 5;

    /// <param name="world">Checked by <see cref="WorldCheck"/>.</param>
    /// <param name="scenario">Checked by <see cref="ScenarioCheck"/>.</param>
    /// <param name="draws">0 for the modes alone.</param>
    /// <param name="seed">Of the draws: the same gives the same, on any number of threads.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="progress">Told how many draws are done, from several threads.</param>
    public static ScenarioAnswer Answer(
        TradeWorld world,
        TradeScenario scenario,
        int draws,
        ulong seed,
        int threads,
        Action<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenario);
        var from = world.Accounts.ToBase();
        var modes = DrawnScenario.Central(world, scenario);
        var (certificate, central, game) = SolveAndPlay(from, modes, scenario.Deficits, threads, null, cancellation);
        int? kept =
            scenario.Rerouting is { } declared && declared.Hubs.Count > MostHubsDrawn && game?.Equilibria is [var stable, ..]
                ? stable
                : null;
        var profiles = new IReadOnlyList<int>?[draws];
        int[] bloc = [.. scenario.Bloc.Select(world.RegionOf).Distinct()];
        var n = world.Regions.Count;
        int[] told = scenario.Report.Count == 0 ? [.. Enumerable.Range(0, n)] : [.. scenario.Report.Select(world.RegionOf).Distinct()];
        told = told.Length * n <= PartnerShares.MostKept ? told : [];
        var names = DrawnScenario.InputNames(world, scenario);
        var uncertain = names.Count > 0;
        draws = uncertain && central is not null ? draws : 0;
        var drawn = new double[draws][][];
        var inputs = new double[draws][];
        var shares = new double[draws][];
        if (draws > 0)
        {
            var done = 0;
            Parallel.For(
                0,
                draws,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                d =>
                {
                    var draw = DrawnScenario.Draw(world, scenario, seed, d);
                    inputs[d] = draw.Inputs;
                    var (_, found, played) = SolveAndPlay(from, draw, scenario.Deficits, 1, kept, cancellation);
                    profiles[d] = played?.Equilibria;
                    drawn[d] = found is null ? [] : Told(found, bloc);
                    shares[d] = found is null ? [] : PartnerShares.Of(Pairs(found.AsBase()), n, told);
                    progress?.Invoke(Interlocked.Increment(ref done));
                }
            );
        }
        var converged = drawn.Where(d => d is { Length: > 0 }).ToArray();
        var rerouting = ReroutingAnswer.Of(game, modes, profiles, kept is not null);
        var enough = converged.Length > 0 && converged.Length * 2 >= draws;
        return new()
        {
            World = world,
            Scenario = scenario,
            Certificate = certificate,
            Central = central is null ? null : Told(central, bloc),
            Flows = central is null ? null : (Pairs(central.Base), Pairs(central.AsBase())),
            Uncertain = uncertain,
            Draws = draws,
            Seed = seed,
            Failed = draws - converged.Length - (rerouting?.Draws?.None ?? 0),
            Intervals = enough ? Intervals(converged, n) : null,
            FirstOrderIntervals = enough
                ? Intervals([.. converged.Select(d => new[] { (double[])[.. d[2].Zip(d[3], (terms, volume) => terms + volume)] })], n)[0]
                : null,
            PartnerIntervals = enough && told.Length > 0 ? Partners([.. shares.Where(s => s is { Length: > 0 })], n, told) : null,
            Drivers = enough
                ? Drivers(names, [.. inputs.Where((_, d) => drawn[d] is { Length: > 0 })], converged, world.Regions.Count)
                : [],
            Losing = enough
                ? [.. Enumerable.Range(0, world.Regions.Count).Select(n => converged.Count(d => d[0][n] < 0) / (double)converged.Length)]
                : null,
            Backfill = ReroutingAnswer.Backfill(central, rerouting, modes),
            Rerouting = rerouting,
        };
    }

    // The base is cleared first: without deficits where the scenario says so; otherwise this changes it only where final spending came out
    // negative somewhere and was cut off.
    internal static (Certificate Certificate, MultiSectorEquilibrium? Equilibrium) Solve(
        MultiSectorBase accounts,
        DrawnScenario drawn,
        DeficitTreatment deficits,
        CancellationToken cancellation
    )
    {
        var (certificate, equilibrium, _) = SolveAndPlay(accounts, drawn, deficits, 1, null, cancellation);
        return (certificate, equilibrium);
    }

    // Where hubs choose, the stable profile with fewest that evade; with the whole game.
    private static (Certificate Certificate, MultiSectorEquilibrium? Equilibrium, ComplianceGame? Game) SolveAndPlay(
        MultiSectorBase accounts,
        DrawnScenario drawn,
        DeficitTreatment deficits,
        int threads,
        int? profile,
        CancellationToken cancellation
    )
    {
        var from = accounts with { Elasticities = drawn.Elasticities };
        var start = new MultiSectorSolver(from).Solve(
            deficits == DeficitTreatment.Zeroed ? MultiSectorShock.ZeroDeficits(from) : MultiSectorShock.None,
            cancellation
        );
        if (start.Equilibrium is not { } cleared)
            return (start.Certificate, null, null);
        var before = cleared.AsBase();
        if (drawn.Rerouting is not null)
        {
            var game = ComplianceGame.Play(before, drawn, threads, profile, cancellation);
            var first = game.Equilibria is { Count: > 0 } stable ? game.Solved[stable[0]] : null;
            return (game.Certificate, first?.Equilibrium, game);
        }
        var after = new MultiSectorSolver(before).Solve(drawn.Against(before), cancellation);
        return (after.Certificate, after.Equilibrium, null);
    }

    /// <summary>By outcome and region; the last, of the bloc, only where there is one.</summary>
    internal static double[][] Told(MultiSectorEquilibrium after, int[] bloc)
    {
        var first = after.FirstOrder();
        var (before, now) = (Pairs(after.Base), Pairs(after.AsBase()));
        var n = after.Base.Countries;
        double Change(Func<double[], int, double> sum, int region) =>
            sum(before, region) is var old && old > 0 ? (sum(now, region) / old) - 1 : 0;
        double Sold(double[] flows, int i) => Enumerable.Range(0, n).Where(m => m != i).Sum(m => flows[(m * n) + i]);
        double Bought(double[] flows, int m) => Enumerable.Range(0, n).Where(i => i != m).Sum(i => flows[(m * n) + i]);
        double FromBloc(double[] flows, int m) => bloc.Where(i => i != m).Sum(i => flows[(m * n) + i]);
        return
        [
            [.. after.RealIncomes().Select(r => r - 1)],
            [.. after.RealWages().Select(r => r - 1)],
            first.TermsOfTrade,
            first.VolumeOfTrade,
            [.. Enumerable.Range(0, n).Select(i => Change(Sold, i))],
            [.. Enumerable.Range(0, n).Select(m => Change(Bought, m))],
            .. bloc.Length == 0
                ? Array.Empty<double[]>()
                :
                [
                    [.. Enumerable.Range(0, n).Select(m => bloc.Contains(m) ? Change(FromBloc, m) : double.NaN)],
                ],
        ];
    }

    internal static double[] Pairs(MultiSectorBase world)
    {
        var (flows, n) = (world.Flows(), world.Countries);
        var pairs = new double[n * n];
        for (var cell = 0; cell < flows.Length; cell++)
            pairs[cell % (n * n)] += flows[cell];
        return pairs;
    }

    private static DrawnInterval[][] Intervals(double[][][] draws, int regions)
    {
        var intervals = new DrawnInterval[draws[0].Length][];
        var sorted = new double[draws.Length];
        for (var o = 0; o < intervals.Length; o++)
        {
            intervals[o] = new DrawnInterval[regions];
            for (var n = 0; n < regions; n++)
            {
                for (var d = 0; d < sorted.Length; d++)
                    sorted[d] = draws[d][o][n];
                Array.Sort(sorted);
                intervals[o][n] = new(Quantile(sorted, 0.05), Quantile(sorted, 0.5), Quantile(sorted, 0.95));
            }
        }
        return intervals;
    }

    private static Dictionary<int, DrawnInterval[]> Partners(double[][] shares, int n, int[] told)
    {
        var all = Intervals([.. shares.Select(s => new[] { s })], told.Length * n)[0];
        return told.Select((region, at) => (region, at)).ToDictionary(t => t.region, t => all[(t.at * n)..((t.at + 1) * n)]);
    }

    private static ScenarioDriver[] Drivers(IReadOnlyList<string> names, double[][] inputs, double[][][] draws, int regions)
    {
        double[][] incomes = [.. Enumerable.Range(0, regions).Select(n => Ranks([.. draws.Select(d => d[0][n])]))];
        return
        [
            .. names.Select(
                (name, i) =>
                {
                    var ranks = Ranks([.. inputs.Select(x => x[i])]);
                    return new ScenarioDriver(name, [.. incomes.Select(r => Correlation(ranks, r))]);
                }
            ),
        ];
    }

    // Draws are of continuous laws: ties come only where a result does not change at all, and then the order is that of the draws.
    private static double[] Ranks(double[] values)
    {
        var order = Enumerable.Range(0, values.Length).ToArray();
        Array.Sort((double[])values.Clone(), order);
        var ranks = new double[values.Length];
        for (var r = 0; r < order.Length; r++)
            ranks[order[r]] = r;
        return ranks;
    }

    private static double Correlation(double[] a, double[] b)
    {
        var mean = (a.Length - 1) / 2.0;
        var (product, square) = (0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            square += (a[i] - mean) * (a[i] - mean);
        }
        return square > 0 ? product / square : 0;
    }

    // Linear between neighbours (type 7 of Hyndman and Fan 1996).
    internal static double Quantile(double[] sorted, double p)
    {
        var at = p * (sorted.Length - 1);
        var low = (int)at;
        var high = Math.Min(low + 1, sorted.Length - 1);
        return sorted[low] + ((at - low) * (sorted[high] - sorted[low]));
    }
}
