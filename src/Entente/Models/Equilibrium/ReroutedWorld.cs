using Entente.Numerics.Equilibrium;
using Entente.Numerics.Rerouting;

namespace Entente.Models.Equilibrium;

/// <summary>
/// A base and a scenario whose embargoes and controls are evaded by some of the hubs. A controlled flow keeps B = (1 − x) d^(−θ) + x K^(−θ) of its
/// weight, K the cost of the ways that are open; what the hubs' traders take on top is collected with the price, as a tariff would be, and paid to the
/// hubs. Serves one thread.
/// </summary>
internal sealed class ReroutedWorld
{
    private const int MostRounds = 60;
    private readonly MultiSectorBase from;
    private readonly MultiSectorSolver solver;
    private readonly DrawnRerouting rerouting;
    private readonly MultiSectorShock plain;
    private readonly List<Flow> flows = [];
    private readonly int[] hubs;
    private readonly int[] senders;

    // Whether costs and shares of the ways are those of the plain measures alone does not depend on who evades: they are looked up by hub.
    private sealed record Flow(
        int Cell,
        int Sector,
        int Target,
        int Sender,
        double Controlled,
        double Straight,
        double[] Weights,
        double[] Costs
    );

    public ReroutedWorld(MultiSectorBase from, DrawnScenario drawn)
    {
        (this.from, solver, rerouting) = (from, new(from), drawn.Rerouting!);
        plain = drawn.Against(from);
        hubs = [.. rerouting.Declared.Hubs.Select(h => drawn.World.RegionOf(h.Region))];
        bool Concerned(int measure) => rerouting.Declared.Concerns(drawn.Scenario, measure);
        var (controlled, others) = (drawn.Controlled(from, Concerned), drawn.Against(from, s => !Concerned(s)));
        var traded = from.Flows();
        for (var cell = 0; cell < controlled.Length; cell++)
        {
            if (controlled[cell] <= 0 || from.Shares[cell] <= 0)
                continue;
            var (sector, target, sender) = (
                cell / from.Countries / from.Countries,
                cell / from.Countries % from.Countries,
                cell % from.Countries
            );
            flows.Add(
                new(
                    cell,
                    sector,
                    target,
                    sender,
                    controlled[cell],
                    others.Costs![cell],
                    Weights(traded, sector, target, sender),
                    Costs(sector, target, sender)
                )
            );
        }
        senders = [.. flows.Select(f => f.Sender).Distinct().Order()];
        Controlled = controlled;
    }

    /// <summary>x, [j,n,i].</summary>
    public double[] Controlled { get; }

    public int Hubs => hubs.Length;

    /// <summary>The regions that control what they sell.</summary>
    public IReadOnlyList<int> Senders => senders;

    private double[] Weights(double[] traded, int sector, int target, int sender)
    {
        var weights = new double[hubs.Length];
        for (var h = 0; h < hubs.Length; h++)
            weights[h] =
                hubs[h] == target || hubs[h] == sender ? 0
                : !double.IsNaN(rerouting.Hubs[h].Weight) ? rerouting.Hubs[h].Weight
                : Math.Sqrt(traded[from.At(sector, hubs[h], sender)] * traded[from.At(sector, target, hubs[h])]);
        var sum = weights.Sum();
        for (var h = 0; h < weights.Length; h++)
            weights[h] = sum > 0 ? rerouting.Reach * weights[h] / sum : 0;
        return weights;
    }

    // What the scenario itself does to the two legs is on top of what evasion costs.
    private double[] Costs(int sector, int target, int sender)
    {
        var costs = new double[hubs.Length];
        for (var h = 0; h < hubs.Length; h++)
        {
            var (hub, drawn) = (hubs[h], rerouting.Hubs[h]);
            costs[h] =
                hub == target || hub == sender
                    ? double.PositiveInfinity
                    : drawn.Cost * (1 + drawn.Margin) * Leg(from.At(sector, hub, sender)) * Leg(from.At(sector, target, hub));
        }
        return costs;
    }

    private double Leg(int cell) => plain.Costs![cell] * plain.Tariffs![cell] / from.Tariffs[cell];

    /// <summary>The equilibrium with some of the hubs evading.</summary>
    /// <param name="evading">Bit h: hub h re-exports.</param>
    /// <param name="sanctioned">A hub under secondary sanctions, or −1.</param>
    /// <param name="cancellation">Looked at in every round.</param>
    public (Certificate Certificate, ReroutedEquilibrium? Found) Solve(int evading, int sanctioned, CancellationToken cancellation)
    {
        var (costs, tariffs) = ((double[])plain.Costs!.Clone(), (double[])plain.Tariffs!.Clone());
        if (sanctioned >= 0)
            Sanction(costs, hubs[sanctioned]);
        var ways = new List<Way>();
        foreach (var flow in flows)
            if (Open(flow, evading, costs, tariffs) is { } way)
                ways.Add(way);
        var (paid, gap, iterations) = (new double[from.Countries], 0.0, 0);
        double[]? wages = null;
        for (var round = 1; ; round++)
        {
            // Scaled deficits follow a region's value added; what hubs are paid does not.
            double[] deficits =
            [
                .. plain.Deficits!.Select(
                    (d, n) => d + (plain.Rule == DeficitRule.Scaled && wages is not null ? paid[n] / wages[n] : paid[n])
                ),
            ];
            var search = solver.Solve(plain with { Costs = costs, Tariffs = tariffs, Deficits = deficits }, cancellation);
            iterations += search.Certificate.Iterations;
            if (search.Equilibrium is not { } found)
                return (search.Certificate with { Iterations = iterations }, null);
            var after = Paid(found, ways);
            gap = 0;
            for (var n = 0; n < paid.Length; n++)
                gap = Math.Max(gap, Math.Abs(after.Balance[n] - paid[n]) / from.ValueAdded[n]);
            var certificate = search.Certificate with { Iterations = iterations, Residual = Math.Max(search.Certificate.Residual, gap) };
            if (gap < SolverOptions.Default.Tolerance)
                return (certificate, after);
            if (round == MostRounds)
                return (certificate with { Stopped = StopReason.IterationLimit, Walras = double.NaN }, null);
            (paid, wages) = (after.Balance, found.Wages);
        }
    }

    private sealed record Way(Flow Flow, double Evaded, double[] Shares, double Margin);

    private Way? Open(Flow flow, int evading, double[] costs, double[] tariffs)
    {
        var open = new double[hubs.Length];
        for (var h = 0; h < open.Length; h++)
            open[h] = (evading >> h & 1) == 1 ? flow.Costs[h] : double.PositiveInfinity;
        var shares = new double[hubs.Length];
        var around = RouteChoice.Choose(flow.Weights, open, rerouting.Dispersion, shares);
        if (double.IsPositiveInfinity(around))
            return null;
        var blend = EvadedFlow.Of(flow.Controlled, flow.Straight, around, from.Elasticities[flow.Sector]);
        if (blend.Evaded <= 0)
            return null;
        var margin = 0.0;
        for (var h = 0; h < shares.Length; h++)
            margin += blend.Evaded * shares[h] * rerouting.Hubs[h].Margin / (1 + rerouting.Hubs[h].Margin);
        costs[flow.Cell] = blend.Cost * (1 - margin);
        tariffs[flow.Cell] /= 1 - margin;
        return new(flow, blend.Evaded, shares, margin);
    }

    private void Sanction(double[] costs, int hub)
    {
        for (var j = 0; j < from.Sectors; j++)
        {
            var factor = rerouting.Cut >= 1 ? double.PositiveInfinity : Math.Pow(1 - rerouting.Cut, -1 / from.Elasticities[j]);
            foreach (var sender in senders)
            {
                if (sender == hub)
                    continue;
                costs[from.At(j, hub, sender)] *= factor;
                costs[from.At(j, sender, hub)] *= factor;
            }
        }
    }

    private ReroutedEquilibrium Paid(MultiSectorEquilibrium found, List<Way> ways)
    {
        var n = from.Countries;
        var (balance, through, margins) = (new double[n], new double[hubs.Length], new double[hubs.Length]);
        var evaded = new double[from.Shares.Length];
        var values = found.AsBase().Flows();
        foreach (var way in ways)
        {
            var cell = way.Flow.Cell;
            // At the target's border: with the margins, before its tariff.
            var value = values[cell] / (1 - way.Margin);
            evaded[cell] = way.Evaded;
            for (var h = 0; h < hubs.Length; h++)
            {
                var sold = value * way.Evaded * way.Shares[h];
                var kept = sold * rerouting.Hubs[h].Margin / (1 + rerouting.Hubs[h].Margin);
                (through[h], margins[h]) = (through[h] + sold, margins[h] + kept);
                balance[hubs[h]] += kept;
                balance[way.Flow.Target] -= kept;
            }
            values[cell] = value;
        }
        return new()
        {
            Equilibrium = found,
            Balance = balance,
            Through = through,
            Margins = margins,
            Evaded = evaded,
            AtBorder = values,
        };
    }
}

/// <summary>An equilibrium with goods going round.</summary>
internal sealed record ReroutedEquilibrium
{
    public required MultiSectorEquilibrium Equilibrium { get; init; }

    /// <summary>What each region gets from margins less what it pays, [n].</summary>
    public required double[] Balance { get; init; }

    /// <summary>Value of what goes through each hub, at the target's border, by hub.</summary>
    public required double[] Through { get; init; }

    /// <summary>What the hub's traders keep of it, by hub.</summary>
    public required double[] Margins { get; init; }

    /// <summary>φ, [j,n,i].</summary>
    public required double[] Evaded { get; init; }

    /// <summary>Trade with margins and without tariffs, [j,n,i].</summary>
    public required double[] AtBorder { get; init; }
}
