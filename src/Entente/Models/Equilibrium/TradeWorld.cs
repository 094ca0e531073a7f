using System.Globalization;
using Entente.Numerics.Equilibrium;

namespace Entente.Models.Equilibrium;

/// <summary>A country or a group of them that the model treats as one.</summary>
public sealed record TradeRegion(string Code, string Name);

/// <summary>A sector, with the trade elasticity that the base gives it; null where it gives none.</summary>
public sealed record TradeSector(string Code, string Name, Spread? Elasticity);

/// <summary>A base: who trades what with whom in one year, with names to the arrays of the kernel.</summary>
public sealed record TradeWorld
{
    public required string Name { get; init; }

    /// <summary>The year of its figures; null where it names none.</summary>
    public int? Year { get; init; }

    /// <summary>Of the flows: "US$".</summary>
    public required string Unit { get; init; }

    public required IReadOnlyList<TradeRegion> Regions { get; init; }

    public required IReadOnlyList<TradeSector> Sectors { get; init; }

    /// <summary>In the order of regions and sectors. Its elasticities are not read: those of the scenario or of the sectors count.</summary>
    public required FlowAccounts Accounts { get; init; }

    /// <summary>Where its figures come from, and what was done to them.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How many of its figures are cited, and how many are assumed and say so.</summary>
    public (int Cited, int Assumed) Figures { get; init; }

    public int RegionOf(string code) => Place(Regions, r => r.Code, code);

    public int SectorOf(string code) => Place(Sectors, s => s.Code, code);

    private static int Place<T>(IReadOnlyList<T> list, Func<T, string> code, string wanted)
    {
        for (var i = 0; i < list.Count; i++)
            if (code(list[i]).Equals(wanted, StringComparison.OrdinalIgnoreCase))
                return i;
        return -1;
    }
}

/// <summary>What is wrong with a base or a scenario, and in which cell.</summary>
/// <param name="Cell">In words: "goods from RUS to CHN".</param>
public sealed record TradeProblem(string Cell, string Found, string Expected);

/// <summary>Whether a base can be solved at all, before anything is solved.</summary>
public static class WorldCheck
{
    private const double SumTolerance = 1e-3;

    /// <summary>Everything that is wrong, cell by cell, in order.</summary>
    public static IEnumerable<TradeProblem> Problems(TradeWorld world)
    {
        ArgumentNullException.ThrowIfNull(world);
        var (n, j, accounts) = (world.Regions.Count, world.Sectors.Count, world.Accounts);
        if (n < 2 || j < 1)
            return [new("the base", $"{n} regions and {j} sectors", "two regions or more, and a sector")];
        var shape = Square(world).ToList();
        return shape.Count > 0 ? shape : Cells(world).Concat(Shares(world)).Concat(Outputs(world, n, j, accounts));
    }

    private static IEnumerable<TradeProblem> Square(TradeWorld world)
    {
        var (n, j, a) = (world.Regions.Count, world.Sectors.Count, world.Accounts);
        (string Name, int Length, int Wanted, string Shape)[] parts =
        [
            ("flows", a.Flows.Length, j * n * n, $"{j} squares of {n} by {n}"),
            ("tariffs", a.Tariffs.Length, j * n * n, $"{j} squares of {n} by {n}"),
            ("value-added shares", a.ValueAddedShares.Length, j * n, $"{j} by {n}"),
            ("input mixes", a.InputMix.Length, j * j * n, $"{j} by {j} by {n}"),
        ];
        foreach (var part in parts)
            if (part.Length != part.Wanted)
                yield return new(part.Name, $"{part.Length} cells", part.Shape);
    }

    private static IEnumerable<TradeProblem> Cells(TradeWorld world)
    {
        var a = world.Accounts;
        for (var cell = 0; cell < a.Flows.Length; cell++)
        {
            var flow = a.Flows[cell];
            if (double.IsNaN(flow))
                yield return new(Cell(world, cell), "no figure", "a flow; 0 where nothing is traded");
            else if (flow < 0 || !double.IsFinite(flow))
                yield return new(Cell(world, cell), Text(flow), "0 or more");
            if (!(a.Tariffs[cell] > 0) || !double.IsFinite(a.Tariffs[cell]))
                yield return new(Cell(world, cell), $"a tariff of {Text(a.Tariffs[cell] - 1)}", "a rate above -1");
        }
    }

    private static IEnumerable<TradeProblem> Shares(TradeWorld world)
    {
        var (n, j, a) = (world.Regions.Count, world.Sectors.Count, world.Accounts);
        for (var s = 0; s < j; s++)
        for (var m = 0; m < n; m++)
        {
            var where = $"{world.Sectors[s].Code} in {world.Regions[m].Code}";
            var own = a.ValueAddedShares[(s * n) + m];
            if (!(own is > 0 and <= 1))
                yield return new(where, $"a share of value added of {Text(own)}", "above 0 and at most 1");
            var (sum, least) = (0.0, 0.0);
            for (var k = 0; k < j; k++)
                (sum, least) = (sum + a.InputMix[(((s * j) + k) * n) + m], Math.Min(least, a.InputMix[(((s * j) + k) * n) + m]));
            if (own < 1 && !(Math.Abs(sum - 1) <= SumTolerance))
                yield return new(where, $"inputs whose shares sum to {Text(sum)}", "shares that sum to 1");
            if (least < -SumTolerance)
                yield return new(where, $"an input share of {Text(least)}", "0 or more");
        }
    }

    private static IEnumerable<TradeProblem> Outputs(TradeWorld world, int n, int j, FlowAccounts a)
    {
        for (var i = 0; i < n; i++)
        {
            var output = 0.0;
            for (var s = 0; s < j; s++)
            for (var m = 0; m < n; m++)
                output += a.Flows[(((s * n) + m) * n) + i];
            if (output <= 0)
                yield return new(world.Regions[i].Code, "an output of 0", "a region that sells something, at home or abroad");
        }
    }

    /// <summary>A cell of the flows in words.</summary>
    public static string Cell(TradeWorld world, int cell)
    {
        ArgumentNullException.ThrowIfNull(world);
        var n = world.Regions.Count;
        var (sector, importer, exporter) = (cell / n / n, cell / n % n, cell % n);
        return $"{world.Sectors[sector].Code} from {world.Regions[exporter].Code} to {world.Regions[importer].Code}";
    }

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
