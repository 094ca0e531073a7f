using Entente.Numerics.Equilibrium;
using Entente.Numerics.Rerouting;

namespace Entente.Models.Equilibrium;

/// <summary>
/// Every profile of who evades, solved, and those of them in which no hub would rather do otherwise. A hub that evades has its real income in that
/// profile less the probability of secondary sanctions times what they cost it; one that complies has its real income.
/// </summary>
internal sealed record ComplianceGame
{
    // Real incomes are exact to the solver's tolerance; what is below that is no reason to evade.
    private const double Indifference = 1e-8;

    /// <summary>Of the first equilibrium; of the profile that did not converge, if one did not.</summary>
    public required Certificate Certificate { get; init; }

    /// <summary>The stable ones, fewest that evade first. Empty where there is none; null where a profile did not converge.</summary>
    public required IReadOnlyList<int>? Equilibria { get; init; }

    /// <summary>By profile.</summary>
    public required ReroutedEquilibrium?[] Solved { get; init; }

    /// <summary>What secondary sanctions would cost each hub, as a fraction of the real income it has while nobody evades.</summary>
    public required double[] Losses { get; init; }

    /// <summary>What each hub expects them to cost, as a fraction of its real income in the base.</summary>
    public required double[] Expected { get; init; }

    public required double[] Controlled { get; init; }

    public required IReadOnlyList<int> Senders { get; init; }

    /// <summary>What a hub's real income gains by evading rather than not, the others as in a profile; without what it expects to lose.</summary>
    public double Gain(int hub, int region, int profile) =>
        Solved[profile | (1 << hub)]!.Equilibrium.RealIncomes()[region] - Solved[profile & ~(1 << hub)]!.Equilibrium.RealIncomes()[region];

    /// <param name="from">A base that has been cleared.</param>
    /// <param name="drawn">A scenario in which something is evaded.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="only">The one profile to look at, without asking who would leave it; null for all.</param>
    /// <param name="cancellation">Looked at in every round.</param>
    public static ComplianceGame Play(
        MultiSectorBase from,
        DrawnScenario drawn,
        int threads,
        int? only = null,
        CancellationToken cancellation = default
    )
    {
        var rerouting = drawn.Rerouting!;
        int[] regions = [.. rerouting.Declared.Hubs.Select(h => drawn.World.RegionOf(h.Region))];
        var (count, hubs) = (1 << regions.Length, regions.Length);
        var solved = new (Certificate Certificate, ReroutedEquilibrium? Found)[count + hubs];
        var losses = rerouting.Declared.Secondary is not null && rerouting.Loss is null && rerouting.Probability > 0 && rerouting.Cut > 0;
        int[] wanted =
        [
            .. Enumerable.Range(0, count).Where(p => Wanted(rerouting, p, only)),
            .. only is null && losses ? Enumerable.Range(count, hubs) : [],
        ];
        void Solve(ReroutedWorld world, int task) =>
            solved[task] = task < count ? world.Solve(task, -1, cancellation) : world.Solve(0, task - count, cancellation);
        if (threads > 1 && wanted.Length > 2)
            Parallel.For(
                0,
                wanted.Length,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                () => new ReroutedWorld(from, drawn),
                (t, _, own) =>
                {
                    Solve(own, wanted[t]);
                    return own;
                },
                _ => { }
            );
        else
        {
            var own = new ReroutedWorld(from, drawn);
            foreach (var task in wanted)
                Solve(own, task);
        }
        var shape = new ReroutedWorld(from, drawn);
        var game = new ComplianceGame
        {
            Certificate = solved[wanted[0]].Certificate,
            Equilibria = null,
            Solved = [.. solved.Take(count).Select(s => s.Found)],
            Losses = new double[hubs],
            Expected = new double[hubs],
            Controlled = shape.Controlled,
            Senders = shape.Senders,
        };
        foreach (var task in wanted)
            if (solved[task].Found is null)
                return game with { Certificate = solved[task].Certificate };
        if (only is { } given)
            return game with { Equilibria = [given], Certificate = solved[given].Certificate };
        return game.Decided(rerouting, regions, h => solved[count + h].Found, losses, solved);
    }

    private ComplianceGame Decided(
        DrawnRerouting rerouting,
        int[] regions,
        Func<int, ReroutedEquilibrium?> sanctioned,
        bool byModel,
        (Certificate Certificate, ReroutedEquilibrium? Found)[] solved
    )
    {
        // The threat is priced where nobody evades.
        var incomes = Solved.Select(p => p?.Equilibrium.RealIncomes()).ToArray();
        for (var h = 0; h < regions.Length; h++)
        {
            Losses[h] =
                rerouting.Loss ?? (byModel ? 1 - (sanctioned(h)!.Equilibrium.RealIncomes()[regions[h]] / incomes[0]![regions[h]]) : 0);
            Expected[h] = rerouting.Probability * Losses[h] * incomes[0]![regions[h]];
        }
        double Payoff(int hub, int profile) =>
            (rerouting.Declared.Hubs[hub].Choice, profile >> hub & 1) switch
            {
                (HubChoice.Evades, var yes) => yes,
                (HubChoice.Complies, var yes) => -yes,
                (_, var yes) => incomes[profile] is { } income ? income[regions[hub]] - (yes * Expected[hub]) : double.NaN,
            };
        // Profiles against a fixed choice are not solved and cannot be equilibria; others do not ask about them.
        var equilibria = YesNoGame.Equilibria(regions.Length, Payoff, Indifference).Where(p => Solved[p] is not null).ToList();
        return this with { Equilibria = equilibria, Certificate = equilibria.Count > 0 ? solved[equilibria[0]].Certificate : Certificate };
    }

    private static bool Wanted(DrawnRerouting rerouting, int profile, int? only)
    {
        if (only is { } one)
            return profile == one;
        // That of nobody is the plain embargo, with which all are compared.
        if (profile == 0)
            return true;
        for (var h = 0; h < rerouting.Declared.Hubs.Count; h++)
        {
            var evades = (profile >> h & 1) == 1;
            if (rerouting.Declared.Hubs[h].Choice == (evades ? HubChoice.Complies : HubChoice.Evades))
                return false;
        }
        return true;
    }
}
