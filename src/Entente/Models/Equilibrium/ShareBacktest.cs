using Entente.Numerics.Distributions;

namespace Entente.Models.Equilibrium;

/// <summary>Which trade of the region that is told of.</summary>
public enum TradeDirection
{
    Exports,
    Imports,
}

/// <summary>How the shares after were told beforehand.</summary>
public enum ShareMethod
{
    /// <summary>The scenario in the model.</summary>
    Model,

    /// <summary>What was stays.</summary>
    Persistence,

    /// <summary>What the measures take from those who take them, directly, goes to all others by their old shares; nothing else moves.</summary>
    Shift,
}

/// <summary>A partner's trade as recorded.</summary>
/// <param name="Region">The region of the base that carries it: itself, a group, or the rest of the world.</param>
/// <param name="Before">In the base's year, any unit that all share.</param>
/// <param name="After">By year told; null where it is not recorded.</param>
public sealed record ObservedPartner(string Code, string Name, string Region, double Before, IReadOnlyList<double?> After);

/// <summary>One side of a region's trade as recorded: all of it, and the partners that are told of.</summary>
/// <param name="Authority">Whose figures they are, all of them.</param>
public sealed record ObservedSide(
    TradeDirection Side,
    double Before,
    IReadOnlyList<double?> After,
    IReadOnlyList<ObservedPartner> Partners,
    string Authority
);

/// <summary>A partner's share as told by each method, with the model's middle 90 % of draws, and as it came.</summary>
public sealed record ToldShare(
    ObservedPartner Partner,
    double Before,
    double Model,
    double? Low,
    double? High,
    double Shift,
    IReadOnlyList<double?> After
)
{
    public double By(ShareMethod method) =>
        method switch
        {
            ShareMethod.Model => Model,
            ShareMethod.Shift => Shift,
            _ => Before,
        };
}

/// <summary>How far a method was off in a year, over the partners recorded in it; shares as fractions.</summary>
/// <param name="Rank">Spearman's correlation of shares told and shares come.</param>
/// <param name="RankOfChanges">The same of the changes since the base; null for a method that tells none.</param>
/// <param name="Within">For the model: how many shares came within its interval.</param>
public sealed record ShareScore(
    ShareMethod Method,
    int Year,
    int Partners,
    double MeanAbsolute,
    double RootMeanSquare,
    double? Rank,
    double? RankOfChanges,
    int? Within
);

/// <summary>One side of the trade: what was told, and how it was scored.</summary>
public sealed record SideBacktest(TradeDirection Side, string Authority, IReadOnlyList<ToldShare> Shares, IReadOnlyList<ShareScore> Scores);

/// <summary>
/// A scenario against what came: the partners' shares of a region's trade some years after the base, told from the base and the measures alone, beside two
/// rules that need no model. Shares are the recorded ones of the base's year, moved as the model moves the region that carries the partner.
/// </summary>
public sealed record ShareBacktest
{
    public required TradeWorld World { get; init; }

    public required TradeScenario Scenario { get; init; }

    /// <summary>The region told of.</summary>
    public required string Region { get; init; }

    public required IReadOnlyList<int> Years { get; init; }

    /// <summary>Empty where the search did not converge: then there are no numbers.</summary>
    public required IReadOnlyList<SideBacktest> Sides { get; init; }

    public required int Draws { get; init; }

    public required ulong Seed { get; init; }

    /// <param name="world">Checked by <see cref="WorldCheck"/>.</param>
    /// <param name="scenario">Checked by <see cref="ScenarioCheck"/>.</param>
    /// <param name="region">A region of the base.</param>
    /// <param name="observed">What is recorded, by side.</param>
    /// <param name="years">The years of <see cref="ObservedPartner.After"/>.</param>
    public static ShareBacktest Of(
        TradeWorld world,
        TradeScenario scenario,
        string region,
        IReadOnlyList<ObservedSide> observed,
        IReadOnlyList<int> years,
        int draws,
        ulong seed,
        int threads,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(observed);
        var n = world.Regions.Count;
        var focal = world.RegionOf(region);
        // By draw: the factor on the focal region's flows, [side·N + partner].
        double[] Factors(Numerics.Equilibrium.MultiSectorEquilibrium found)
        {
            var (before, after) = (ScenarioRun.Pairs(found.Base), ScenarioRun.Pairs(found.AsBase()));
            var factors = new double[2 * n];
            for (var p = 0; p < n; p++)
            {
                factors[p] = Ratio(before[(p * n) + focal], after[(p * n) + focal]);
                factors[n + p] = Ratio(before[(focal * n) + p], after[(focal * n) + p]);
            }
            return factors;
        }
        var run = PairedScenarios.Run<double[]>(world, [scenario], Factors, draws, seed, threads, cancellation);
        var sides = new List<SideBacktest>();
        if (run.Central is [var central])
        {
            var kept = Kept(world, scenario, focal);
            foreach (var side in observed)
            {
                var offset = side.Side == TradeDirection.Exports ? 0 : n;
                var model = Shares(world, side, p => central[offset + p]);
                double[][] drawn = run.Enough ? [.. run.Draws.Select(d => Shares(world, side, p => d[0][offset + p]))] : [];
                var shift = Shifted(world, side, p => kept[offset + p]);
                sides.Add(Side(side, model, drawn, shift, years));
            }
        }
        return new()
        {
            World = world,
            Scenario = scenario,
            Region = region,
            Years = years,
            Sides = sides,
            Draws = run.Draws.Length,
            Seed = seed,
        };
    }

    private static double Ratio(double before, double after) => before > 0 ? after / before : 1;

    /// <summary>What the measures leave of a flow if nothing else moves: (costs · tariffs)^−θ, weighted by sector.</summary>
    private static double[] Kept(TradeWorld world, TradeScenario scenario, int focal)
    {
        var n = world.Regions.Count;
        var central = DrawnScenario.Central(world, scenario);
        var from = world.Accounts.ToBase() with { Elasticities = central.Elasticities };
        var shock = central.Against(from);
        var kept = new double[2 * n];
        double Left(Func<int, int> cell)
        {
            var (all, left) = (0.0, 0.0);
            for (var s = 0; s < world.Sectors.Count; s++)
            {
                var at = cell(s);
                var flow = world.Accounts.Flows[at];
                var cost = (shock.Costs?[at] ?? 1) * (shock.Tariffs?[at] ?? from.Tariffs[at]) / from.Tariffs[at];
                all += flow;
                left += double.IsInfinity(cost) ? 0 : flow * Math.Pow(cost, -central.Elasticities[s]);
            }
            return all > 0 ? left / all : 1;
        }
        for (var p = 0; p < n; p++)
        {
            kept[p] = Left(s => from.At(s, p, focal));
            kept[n + p] = Left(s => from.At(s, focal, p));
        }
        return kept;
    }

    private static double[] Shares(TradeWorld world, ObservedSide side, Func<int, double> factor)
    {
        double[] moved = [.. side.Partners.Select(p => p.Before * factor(world.RegionOf(p.Region)))];
        var rest = (side.Before - side.Partners.Sum(p => p.Before)) * Rest(world, factor);
        var all = moved.Sum() + rest;
        return [.. moved.Select(m => m / all)];
    }

    // Partners that are not told of one by one move with the rest of the world.
    private static double Rest(TradeWorld world, Func<int, double> factor) => world.RegionOf("ROW") is var row and >= 0 ? factor(row) : 1;

    private static double[] Shifted(TradeWorld world, ObservedSide side, Func<int, double> kept)
    {
        var (lost, taking) = (0.0, 0.0);
        foreach (var p in side.Partners)
        {
            var left = kept(world.RegionOf(p.Region));
            lost += p.Before * (1 - left);
            taking += left < 1 ? 0 : p.Before;
        }
        var rest = side.Before - side.Partners.Sum(p => p.Before);
        var restLeft = Rest(world, kept);
        lost += rest * (1 - restLeft);
        taking += restLeft < 1 ? 0 : rest;
        return
        [
            .. side.Partners.Select(p =>
                kept(world.RegionOf(p.Region)) is var left && left < 1
                    ? p.Before * left / side.Before
                    : p.Before * (1 + (taking > 0 ? lost / taking : 0)) / side.Before
            ),
        ];
    }

    private static SideBacktest Side(ObservedSide side, double[] model, double[][] drawn, double[] shift, IReadOnlyList<int> years)
    {
        var shares = new List<ToldShare>();
        for (var i = 0; i < model.Length; i++)
        {
            var partner = side.Partners[i];
            var sorted = drawn.Select(d => d[i]).Order().ToArray();
            shares.Add(
                new(
                    partner,
                    partner.Before / side.Before,
                    model[i],
                    sorted.Length > 0 ? ScenarioRun.Quantile(sorted, 0.05) : null,
                    sorted.Length > 0 ? ScenarioRun.Quantile(sorted, 0.95) : null,
                    shift[i],
                    [.. years.Select((_, y) => partner.After[y] / side.After[y])]
                )
            );
        }
        var scores =
            from y in Enumerable.Range(0, years.Count)
            from method in Enum.GetValues<ShareMethod>()
            let known = shares.Where(s => s.After[y] is not null).ToArray()
            where known.Length > 0
            select Score(method, y, years[y], known);
        return new(side.Side, side.Authority, shares, [.. scores]);
    }

    private static ShareScore Score(ShareMethod method, int at, int year, ToldShare[] known)
    {
        double[] told = [.. known.Select(s => s.By(method))];
        double[] came = [.. known.Select(s => s.After[at]!.Value)];
        double[] before = [.. known.Select(s => s.Before)];
        double[] errors = [.. told.Select((t, i) => t - came[i])];
        return new(
            method,
            year,
            known.Length,
            errors.Average(Math.Abs),
            Math.Sqrt(errors.Average(e => e * e)),
            Ranks.Correlation(told, came),
            method == ShareMethod.Persistence
                ? null
                : Ranks.Correlation([.. told.Select((t, i) => t - before[i])], [.. came.Select((c, i) => c - before[i])]),
            method == ShareMethod.Model && known.All(s => s.Low is not null)
                ? known.Count(s => s.Low <= s.After[at] && s.After[at] <= s.High)
                : null
        );
    }
}
