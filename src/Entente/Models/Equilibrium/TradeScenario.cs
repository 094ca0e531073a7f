using System.Globalization;
using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Models.Equilibrium;

/// <summary>What a measure does.</summary>
public enum ShockKind
{
    /// <summary>The tariff becomes this rate.</summary>
    Tariff,

    /// <summary>The tariff rises by this much.</summary>
    AddedTariff,

    /// <summary>Costs of trade are multiplied by this factor.</summary>
    Iceberg,

    /// <summary>Nothing is sold any more.</summary>
    Embargo,

    /// <summary>This share of the seller's varieties may not be sold: their weight in π falls by it.</summary>
    ExportControl,

    /// <summary>Each giver pays this fraction of its value added, split among the takers by theirs.</summary>
    Transfer,
}

/// <summary>One declared measure.</summary>
public sealed record TradeShock
{
    public required ShockKind Kind { get; init; }

    /// <summary>Sellers; givers of a transfer. Region codes.</summary>
    public required IReadOnlyList<string> From { get; init; }

    /// <summary>Buyers; takers of a transfer.</summary>
    public required IReadOnlyList<string> To { get; init; }

    /// <summary>True where it holds in the other direction too.</summary>
    public bool BothWays { get; init; }

    /// <summary>Sector codes; none is all.</summary>
    public IReadOnlyList<string> Sectors { get; init; } = [];

    /// <summary>Rate, factor or share, by kind; not read for an embargo.</summary>
    public Spread Size { get; init; } = Spread.Exactly(0);

    /// <summary>Where the size comes from, or why it is assumed.</summary>
    public required string Source { get; init; }

    /// <summary>Where it is declared, for errors.</summary>
    public string Where { get; init; } = "";
}

/// <summary>What deficits do in a scenario.</summary>
public enum DeficitTreatment
{
    Held,
    Scaled,

    /// <summary>The base is first solved without deficits, and that is the base.</summary>
    Zeroed,
}

/// <summary>An elasticity that a scenario gives to sectors: drawn once for all of them.</summary>
/// <param name="Sectors">Codes; none is all.</param>
public sealed record SectorElasticity(IReadOnlyList<string> Sectors, Spread Value, string Source);

/// <summary>A question to the model.</summary>
public sealed record TradeScenario
{
    public required string Name { get; init; }

    public string Question { get; init; } = "";

    public required DeficitTreatment Deficits { get; init; }

    /// <summary>In place of those of the base; later ones over earlier ones.</summary>
    public required IReadOnlyList<SectorElasticity> Elasticities { get; init; }

    public required IReadOnlyList<TradeShock> Shocks { get; init; }

    /// <summary>Regions to print; none is all.</summary>
    public required IReadOnlyList<string> Report { get; init; }
}

/// <summary>A scenario with its numbers drawn, as arrays.</summary>
internal sealed class DrawnScenario
{
    private readonly TradeWorld world;
    private readonly TradeScenario scenario;
    private readonly double[] sizes;

    private DrawnScenario(TradeWorld world, TradeScenario scenario, double[] elasticities, double[] sizes, double[] inputs) =>
        (this.world, this.scenario, Elasticities, this.sizes, Inputs) = (world, scenario, elasticities, sizes, inputs);

    /// <summary>What was drawn, in the order of <see cref="InputNames"/>.</summary>
    public double[] Inputs { get; }

    /// <summary>The inputs that are ranges, and bear on the answer: elasticities that none replaces, those of the scenario, sizes of measures.</summary>
    public static IReadOnlyList<string> InputNames(TradeWorld world, TradeScenario scenario) =>
        [
            .. world.Sectors.Where(s => OwnCounts(s, scenario)).Select(s => $"elasticity of {s.Code}"),
            .. scenario
                .Elasticities.Where(e => !e.Value.IsExact)
                .Select(e => $"elasticity of {(e.Sectors.Count == 0 ? "all sectors" : string.Join(", ", e.Sectors))}"),
            .. scenario.Shocks.Select((s, i) => (s, i)).Where(p => SizeCounts(p.s)).Select(p => $"size of measure {p.i + 1}"),
        ];

    private static bool OwnCounts(TradeSector sector, TradeScenario scenario) =>
        sector.Elasticity is { IsExact: false }
        && !scenario.Elasticities.Any(e => e.Sectors.Count == 0 || e.Sectors.Contains(sector.Code, StringComparer.OrdinalIgnoreCase));

    private static bool SizeCounts(TradeShock shock) => shock.Kind != ShockKind.Embargo && !shock.Size.IsExact;

    public double[] Elasticities { get; }

    /// <summary>The modes.</summary>
    public static DrawnScenario Central(TradeWorld world, TradeScenario scenario) => Of(world, scenario, s => s.Mode);

    /// <summary>A draw: its own stream, so that it is the same whichever others are made.</summary>
    public static DrawnScenario Draw(TradeWorld world, TradeScenario scenario, ulong seed, int draw)
    {
        var random = new RandomStream(seed, (ulong)draw);
        return Of(world, scenario, s => s.Draw(ref random));
    }

    private static DrawnScenario Of(TradeWorld world, TradeScenario scenario, Func<Spread, double> value)
    {
        var elasticities = new double[world.Sectors.Count];
        for (var j = 0; j < elasticities.Length; j++)
            elasticities[j] = world.Sectors[j].Elasticity is { } own ? value(own) : double.NaN;
        var inputs = new List<double>();
        for (var j = 0; j < elasticities.Length; j++)
            if (OwnCounts(world.Sectors[j], scenario))
                inputs.Add(elasticities[j]);
        foreach (var given in scenario.Elasticities)
        {
            var drawn = value(given.Value);
            if (!given.Value.IsExact)
                inputs.Add(drawn);
            for (var j = 0; j < elasticities.Length; j++)
                if (given.Sectors.Count == 0 || given.Sectors.Contains(world.Sectors[j].Code, StringComparer.OrdinalIgnoreCase))
                    elasticities[j] = drawn;
        }
        double[] sizes = [.. scenario.Shocks.Select(s => value(s.Size))];
        inputs.AddRange(sizes.Where((_, i) => SizeCounts(scenario.Shocks[i])));
        return new(world, scenario, elasticities, sizes, [.. inputs]);
    }

    /// <summary>The shock to a base that has been cleared.</summary>
    public MultiSectorShock Against(MultiSectorBase from)
    {
        var tariffs = (double[])from.Tariffs.Clone();
        var costs = new double[from.Shares.Length];
        Array.Fill(costs, 1);
        var deficits = (double[])from.Deficits.Clone();
        for (var s = 0; s < sizes.Length; s++)
        {
            var shock = scenario.Shocks[s];
            var (sellers, buyers) = (Places(shock.From), Places(shock.To));
            if (shock.Kind == ShockKind.Transfer)
                Give(from, deficits, sellers, buyers, sizes[s]);
            else
                foreach (var j in Sectors(shock))
                {
                    Apply(from, shock.Kind, sizes[s], j, sellers, buyers, tariffs, costs);
                    if (shock.BothWays)
                        Apply(from, shock.Kind, sizes[s], j, buyers, sellers, tariffs, costs);
                }
        }
        return new()
        {
            Tariffs = tariffs,
            Costs = costs,
            Deficits = deficits,
            Rule = scenario.Deficits == DeficitTreatment.Scaled ? DeficitRule.Scaled : DeficitRule.Held,
        };
    }

    private static void Apply(
        MultiSectorBase from,
        ShockKind kind,
        double size,
        int sector,
        int[] sellers,
        int[] buyers,
        double[] tariffs,
        double[] costs
    )
    {
        foreach (var m in buyers)
        foreach (var i in sellers)
        {
            if (i == m)
                continue;
            var cell = from.At(sector, m, i);
            switch (kind)
            {
                case ShockKind.Tariff:
                    tariffs[cell] = 1 + size;
                    break;
                case ShockKind.AddedTariff:
                    tariffs[cell] += size;
                    break;
                case ShockKind.Iceberg:
                    costs[cell] *= size;
                    break;
                case ShockKind.ExportControl:
                    costs[cell] *= size >= 1 ? double.PositiveInfinity : Math.Pow(1 - size, -1 / from.Elasticities[sector]);
                    break;
                default:
                    costs[cell] = double.PositiveInfinity;
                    break;
            }
        }
    }

    private static void Give(MultiSectorBase from, double[] deficits, int[] givers, int[] takers, double share)
    {
        var all = takers.Sum(t => from.ValueAdded[t]);
        foreach (var g in givers)
        {
            var amount = share * from.ValueAdded[g];
            deficits[g] -= amount;
            foreach (var t in takers)
                deficits[t] += amount * from.ValueAdded[t] / all;
        }
    }

    private int[] Places(IReadOnlyList<string> codes) => [.. codes.Select(world.RegionOf).Distinct()];

    private IEnumerable<int> Sectors(TradeShock shock) =>
        shock.Sectors.Count == 0 ? Enumerable.Range(0, world.Sectors.Count) : shock.Sectors.Select(world.SectorOf).Distinct();
}

/// <summary>Whether a scenario can be put to a base.</summary>
public static class ScenarioCheck
{
    /// <summary>Everything that is wrong with it; where, in <see cref="TradeProblem.Cell"/>, is the shock's own place.</summary>
    public static IEnumerable<TradeProblem> Problems(TradeWorld world, TradeScenario scenario)
    {
        ArgumentNullException.ThrowIfNull(world);
        ArgumentNullException.ThrowIfNull(scenario);
        var found = new List<TradeProblem>();
        foreach (var code in scenario.Report)
            Region(world, code, "report", found);
        foreach (var given in scenario.Elasticities)
        {
            foreach (var sector in given.Sectors)
                Sector(world, sector, "elasticities", found);
            if (!(given.Value.Low > 0))
                found.Add(new("elasticities", $"an elasticity of {Text(given.Value.Low)}", "above 0"));
        }
        foreach (var shock in scenario.Shocks)
        {
            foreach (var code in shock.From.Concat(shock.To))
                Region(world, code, shock.Where, found);
            foreach (var sector in shock.Sectors)
                Sector(world, sector, shock.Where, found);
            var (least, most, words) = Limits(shock.Kind);
            if (shock.Kind != ShockKind.Embargo && !(shock.Size.Low >= least && shock.Size.High <= most))
                found.Add(new(shock.Where, $"{Text(shock.Size.Low)} to {Text(shock.Size.High)}", words));
        }
        if (found.Count > 0)
            return found;
        var central = DrawnScenario.Central(world, scenario);
        for (var j = 0; j < central.Elasticities.Length; j++)
            if (double.IsNaN(central.Elasticities[j]))
                found.Add(new("elasticities", $"none for {world.Sectors[j].Code}", "one for each sector, in the base or in the scenario"));
        if (found.Count > 0)
            return found;
        var from = world.Accounts.ToBase() with { Elasticities = central.Elasticities };
        return MultiSectorSolver
            .EmptiedMarkets(from, central.Against(from))
            .Select(m => new TradeProblem(
                $"{world.Sectors[m.Sector].Code} in {world.Regions[m.Importer].Code}",
                "a market that the scenario leaves without a seller",
                "a seller at home or abroad: leave one, or make costs high instead of an embargo"
            ));
    }

    private static void Region(TradeWorld world, string code, string where, List<TradeProblem> found)
    {
        if (world.RegionOf(code) < 0)
            found.Add(new(where, $"the region '{code}'", $"one of the base: {string.Join(", ", world.Regions.Select(r => r.Code))}"));
    }

    private static void Sector(TradeWorld world, string code, string where, List<TradeProblem> found)
    {
        if (world.SectorOf(code) < 0)
            found.Add(new(where, $"the sector '{code}'", $"one of the base: {string.Join(", ", world.Sectors.Select(s => s.Code))}"));
    }

    private static (double Least, double Most, string Words) Limits(ShockKind kind) =>
        kind switch
        {
            ShockKind.Tariff or ShockKind.AddedTariff => (-0.99, 1000, "a rate above -0.99 (25 % is 0.25)"),
            ShockKind.Iceberg => (0.01, 1e9, "a factor such as 1.2, above 0.01"),
            ShockKind.ExportControl => (0, 1, "a share from 0 to 1"),
            _ => (0, 0.5, "a fraction of value added from 0 to 0.5"),
        };

    private static string Text(double value) => value.ToString("0.######", CultureInfo.InvariantCulture);
}
