using Entente.Numerics.Equilibrium;
using Entente.Numerics.Random;

namespace Entente.Models.Equilibrium;

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

    /// <summary>s, [j,n]; null where no sector has one.</summary>
    private double[]? Supply { get; init; }

    /// <summary>
    /// The inputs that are ranges, and bear on the answer: elasticities that none replaces, those of the scenario, sizes of measures, elasticities of
    /// supply.
    /// </summary>
    public static IReadOnlyList<string> InputNames(TradeWorld world, TradeScenario scenario) =>
        [.. Spreads(world, scenario).Select(s => s.Name)];

    /// <summary>The uncertain inputs with their ranges, in the order in which <see cref="Inputs"/> has what was drawn.</summary>
    public static IEnumerable<(string Name, Spread Value)> Spreads(TradeWorld world, TradeScenario scenario) =>
        world
            .Sectors.Where(s => OwnCounts(s, scenario))
            .Select(s => ($"elasticity of {s.Code}", s.Elasticity!))
            .Concat(
                scenario
                    .Elasticities.Where((_, i) => Counts(world, scenario, i))
                    .Select(e => ($"elasticity of {Sectors(e.Sectors)}", e.Value))
            )
            .Concat(
                scenario.Shocks.Select((s, i) => (s, i)).Where(p => SizeCounts(p.s)).Select(p => ($"size of measure {p.i + 1}", p.s.Size))
            )
            .Concat(
                scenario
                    .Supply.Where((_, i) => SupplyCounts(world, scenario, i))
                    .Select(s =>
                        ($"supply of {Sectors(s.Sectors)}{(s.Regions.Count == 0 ? "" : " in " + string.Join(", ", s.Regions))}", s.Value)
                    )
            )
            .Concat(DrawnRerouting.Uncertain(scenario.Rerouting));

    private static string Sectors(IReadOnlyList<string> codes) => codes.Count == 0 ? "all sectors" : string.Join(", ", codes);

    private static bool OwnCounts(TradeSector sector, TradeScenario scenario) =>
        sector.Elasticity is { IsExact: false } && !scenario.Elasticities.Any(e => Holds(e.Sectors, sector.Code));

    // One that later ones replace everywhere decides nothing.
    private static bool Counts(TradeWorld world, TradeScenario scenario, int given) =>
        !scenario.Elasticities[given].Value.IsExact
        && world.Sectors.Any(s =>
            Holds(scenario.Elasticities[given].Sectors, s.Code) && !scenario.Elasticities.Skip(given + 1).Any(e => Holds(e.Sectors, s.Code))
        );

    private static bool SupplyCounts(TradeWorld world, TradeScenario scenario, int given) =>
        scenario.Supply[given] is { Value.IsExact: false } own
        && world.Sectors.Any(s =>
            world.Regions.Any(r =>
                Holds(own.Sectors, s.Code)
                && Holds(own.Regions, r.Code)
                && !scenario.Supply.Skip(given + 1).Any(l => Holds(l.Sectors, s.Code) && Holds(l.Regions, r.Code))
            )
        );

    private static bool Holds(IReadOnlyList<string> codes, string code) =>
        codes.Count == 0 || codes.Contains(code, StringComparer.OrdinalIgnoreCase);

    private static bool SizeCounts(TradeShock shock) =>
        shock.Kind is not (ShockKind.Embargo or ShockKind.TariffTable) && !shock.Size.IsExact;

    public double[] Elasticities { get; }

    /// <summary>Null where nothing is evaded.</summary>
    public DrawnRerouting? Rerouting { get; private init; }

    public TradeScenario Scenario => scenario;

    public TradeWorld World => world;

    /// <summary>The modes.</summary>
    public static DrawnScenario Central(TradeWorld world, TradeScenario scenario) => Of(world, scenario, (s, _) => s.Mode);

    /// <summary>A draw: its own stream, so that it is the same whichever others are made.</summary>
    public static DrawnScenario Draw(TradeWorld world, TradeScenario scenario, ulong seed, int draw)
    {
        var random = new RandomStream(seed, (ulong)draw);
        return Of(world, scenario, (s, _) => s.Draw(ref random));
    }

    /// <summary>At a quantile of each uncertain input, in the order of <see cref="InputNames"/>.</summary>
    public static DrawnScenario At(TradeWorld world, TradeScenario scenario, double[] quantiles) =>
        Of(world, scenario, (s, input) => input < 0 ? s.Mode : s.At(quantiles[input]));

    /// <summary>The modes, but one of the inputs at a quantile.</summary>
    public static DrawnScenario CentralBut(TradeWorld world, TradeScenario scenario, int input, double quantile) =>
        Of(world, scenario, (s, at) => at == input ? s.At(quantile) : s.Mode);

    // Every number is asked for in one order, whether it counts or not, so that the draws of the others stay what they are.
    private static DrawnScenario Of(TradeWorld world, TradeScenario scenario, Func<Spread, int, double> value)
    {
        var inputs = new List<double>();
        double Take(Spread spread, bool counts)
        {
            var taken = value(spread, counts ? inputs.Count : -1);
            if (counts)
                inputs.Add(taken);
            return taken;
        }
        var elasticities = new double[world.Sectors.Count];
        for (var j = 0; j < elasticities.Length; j++)
            elasticities[j] = world.Sectors[j].Elasticity is { } own ? Take(own, OwnCounts(world.Sectors[j], scenario)) : double.NaN;
        for (var e = 0; e < scenario.Elasticities.Count; e++)
        {
            var drawn = Take(scenario.Elasticities[e].Value, Counts(world, scenario, e));
            for (var j = 0; j < elasticities.Length; j++)
                if (Holds(scenario.Elasticities[e].Sectors, world.Sectors[j].Code))
                    elasticities[j] = drawn;
        }
        double[] sizes = [.. scenario.Shocks.Select(s => Take(s.Size, SizeCounts(s)))];
        var supply = Supplies(world, scenario, i => Take(scenario.Supply[i].Value, SupplyCounts(world, scenario, i)));
        var rerouting = DrawnRerouting.Of(scenario.Rerouting, s => Take(s, !s.IsExact));
        return new(world, scenario, elasticities, sizes, [.. inputs]) { Supply = supply, Rerouting = rerouting };
    }

    private static double[]? Supplies(TradeWorld world, TradeScenario scenario, Func<int, double> drawn)
    {
        if (scenario.Supply.Count == 0)
            return null;
        var (n, supply) = (world.Regions.Count, new double[world.Sectors.Count * world.Regions.Count]);
        Array.Fill(supply, double.PositiveInfinity);
        for (var s = 0; s < scenario.Supply.Count; s++)
        {
            var value = drawn(s);
            for (var cell = 0; cell < supply.Length; cell++)
                if (
                    Holds(scenario.Supply[s].Sectors, world.Sectors[cell / n].Code)
                    && Holds(scenario.Supply[s].Regions, world.Regions[cell % n].Code)
                )
                    supply[cell] = value;
        }
        return supply;
    }

    /// <summary>The shock to a base that has been cleared.</summary>
    public MultiSectorShock Against(MultiSectorBase from) => Against(from, _ => true);

    /// <summary>The shock of some of the measures, by their number.</summary>
    public MultiSectorShock Against(MultiSectorBase from, Predicate<int> which)
    {
        var tariffs = (double[])from.Tariffs.Clone();
        var costs = new double[from.Shares.Length];
        Array.Fill(costs, 1);
        var deficits = (double[])from.Deficits.Clone();
        for (var s = 0; s < sizes.Length; s++)
        {
            if (!which(s))
                continue;
            var shock = scenario.Shocks[s];
            var (sellers, buyers) = (Places(shock.From), Places(shock.To));
            if (shock.Kind == ShockKind.Transfer)
                Give(from, deficits, sellers, buyers, sizes[s]);
            else
                foreach (var j in Concerned(shock))
                {
                    Apply(from, shock, sizes[s], j, sellers, buyers, tariffs, costs);
                    if (shock.BothWays)
                        Apply(from, shock, sizes[s], j, buyers, sellers, tariffs, costs);
                }
        }
        return new()
        {
            Tariffs = tariffs,
            Costs = costs,
            Deficits = deficits,
            Supply = Supply,
            Rule = scenario.Deficits == DeficitTreatment.Scaled ? DeficitRule.Scaled : DeficitRule.Held,
        };
    }

    private static void Apply(
        MultiSectorBase from,
        TradeShock shock,
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
            switch (shock.Kind)
            {
                case ShockKind.Tariff:
                    tariffs[cell] = 1 + size;
                    break;
                case ShockKind.TariffTable:
                    tariffs[cell] = shock.Table![cell];
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

    /// <summary>x, [j,n,i]: the share of varieties that some of the measures, embargoes and controls, keep from being sold.</summary>
    public double[] Controlled(MultiSectorBase from, Predicate<int> which)
    {
        var open = new double[from.Shares.Length];
        Array.Fill(open, 1);
        for (var s = 0; s < sizes.Length; s++)
        {
            if (!which(s))
                continue;
            var shock = scenario.Shocks[s];
            var left = shock.Kind == ShockKind.Embargo ? 0 : 1 - sizes[s];
            var (sellers, buyers) = (Places(shock.From), Places(shock.To));
            foreach (var j in Concerned(shock))
            foreach (var i in sellers)
            foreach (var m in buyers)
            {
                if (i == m)
                    continue;
                open[from.At(j, m, i)] *= left;
                if (shock.BothWays)
                    open[from.At(j, i, m)] *= left;
            }
        }
        return [.. open.Select(o => 1 - o)];
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

    private IEnumerable<int> Concerned(TradeShock shock) =>
        shock.Sectors.Count == 0 ? Enumerable.Range(0, world.Sectors.Count) : shock.Sectors.Select(world.SectorOf).Distinct();
}
