using System.Globalization;
using Entente.Numerics.Equilibrium;

namespace Entente.Models.Equilibrium;

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
        foreach (var code in scenario.Bloc)
            Region(world, code, "bloc", found);
        foreach (var variant in scenario.Variants)
        {
            Elasticities(world, variant.Elasticities, $"run {variant.Name}", found);
            Supply(world, variant.Supply, $"run {variant.Name}", found);
        }
        Elasticities(world, scenario.Elasticities, "elasticities", found);
        Supply(world, scenario.Supply, "supply", found);
        foreach (var shock in scenario.Shocks)
        {
            foreach (var code in shock.From.Concat(shock.To))
                Region(world, code, shock.Where, found);
            foreach (var sector in shock.Sectors)
                Sector(world, sector, shock.Where, found);
            var (least, most, words) = Limits(shock.Kind);
            if (shock.Kind is not (ShockKind.Embargo or ShockKind.TariffTable) && !(shock.Size.Low >= least && shock.Size.High <= most))
                found.Add(new(shock.Where, $"{Text(shock.Size.Low)} to {Text(shock.Size.High)}", words));
        }
        found.AddRange(ReroutingCheck.Problems(world, scenario));
        if (found.Count > 0)
            return found;
        foreach (var run in scenario.Runs())
            Solvable(world, run, found);
        return found;
    }

    private static void Solvable(TradeWorld world, TradeScenario scenario, List<TradeProblem> found)
    {
        var central = DrawnScenario.Central(world, scenario);
        for (var j = 0; j < central.Elasticities.Length; j++)
            if (double.IsNaN(central.Elasticities[j]))
                found.Add(new("elasticities", $"none for {world.Sectors[j].Code}", "one for each sector, in the base or in the scenario"));
        if (found.Count > 0)
            return;
        var from = world.Accounts.ToBase() with { Elasticities = central.Elasticities };
        found.AddRange(
            MultiSectorSolver
                .EmptiedMarkets(from, central.Against(from))
                .Select(m => new TradeProblem(
                    $"{world.Sectors[m.Sector].Code} in {world.Regions[m.Importer].Code}",
                    "a market that the scenario leaves without a seller",
                    "a seller at home or abroad: leave one, or make costs high instead of an embargo"
                ))
        );
    }

    private static void Elasticities(TradeWorld world, IReadOnlyList<SectorElasticity> given, string where, List<TradeProblem> found)
    {
        foreach (var elasticity in given)
        {
            foreach (var sector in elasticity.Sectors)
                Sector(world, sector, where, found);
            if (!(elasticity.Value.Low > 0))
                found.Add(new(where, $"an elasticity of {Text(elasticity.Value.Low)}", "above 0"));
        }
    }

    private static void Supply(TradeWorld world, IReadOnlyList<SupplyElasticity> given, string where, List<TradeProblem> found)
    {
        foreach (var supply in given)
        {
            foreach (var sector in supply.Sectors)
                Sector(world, sector, where, found);
            foreach (var region in supply.Regions)
                Region(world, region, where, found);
            if (!(supply.Value.Low >= 0))
                found.Add(new(where, $"an elasticity of supply of {Text(supply.Value.Low)}", "0 or more"));
        }
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
