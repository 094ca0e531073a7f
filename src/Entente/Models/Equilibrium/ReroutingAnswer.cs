using Entente.Numerics.Equilibrium;

namespace Entente.Models.Equilibrium;

/// <summary>One profile of compliance, solved.</summary>
public sealed record ComplianceOutcome
{
    /// <summary>Whether each hub evades.</summary>
    public required IReadOnlyList<bool> Evades { get; init; }

    /// <summary>Real income less 1, by region.</summary>
    public required double[] RealIncome { get; init; }

    /// <summary>Value of what goes through each hub, at the target's border.</summary>
    public required double[] Through { get; init; }

    /// <summary>What the hub's traders keep of it.</summary>
    public required double[] Margins { get; init; }

    /// <summary>
    /// What the hub's real income gains by evading rather than complying, the others as here, before anything it expects to lose; NaN where its choice is fixed.
    /// </summary>
    public required double[] Gains { get; init; }

    public required IReadOnlyList<Backfill> Backfill { get; init; }
}

/// <summary>What evasion does in a scenario, at the modes and over the draws.</summary>
public sealed record ReroutingAnswer
{
    /// <summary>Places of the hubs.</summary>
    public required IReadOnlyList<int> Hubs { get; init; }

    /// <summary>What secondary sanctions would cost each hub, as a fraction of its real income.</summary>
    public required double[] Losses { get; init; }

    /// <summary>What each expects them to cost, as a fraction of the base's real income.</summary>
    public required double[] Expected { get; init; }

    /// <summary>How many profiles were solved.</summary>
    public required int Profiles { get; init; }

    /// <summary>
    /// All stable profiles, fewest that evade first: the first is the one of all other numbers of the answer. Empty where none is stable, and then there are
    /// no other numbers.
    /// </summary>
    public required IReadOnlyList<ComplianceOutcome> Equilibria { get; init; }

    /// <summary>The plain embargo or control, nobody evading.</summary>
    public required ComplianceOutcome Nobody { get; init; }

    /// <summary>All evade that may choose to.</summary>
    public required ComplianceOutcome Everybody { get; init; }

    /// <summary>Draws with no, one, and several stable profiles; null without draws.</summary>
    public (int None, int One, int Several)? Draws { get; init; }

    /// <summary>True where draws keep the profile of the modes: with so many hubs, not every draw can have every profile solved.</summary>
    public bool DrawsKeepProfile { get; init; }

    /// <summary>Share of draws in which each hub evades, in the stable profile with fewest that evade.</summary>
    public double[]? Evading { get; init; }

    /// <summary>
    /// The probability of secondary sanctions at which a hub would be as well off complying, the others as in an outcome; above 1 no probability is
    /// enough, NaN where its choice is fixed or nothing threatens it.
    /// </summary>
    public double BreakEven(ComplianceOutcome outcome, int hub)
    {
        ArgumentNullException.ThrowIfNull(outcome);
        var loss = Losses[hub] * (1 + Nobody.RealIncome[Hubs[hub]]);
        return loss > 0 && !double.IsNaN(outcome.Gains[hub]) ? Math.Max(0, outcome.Gains[hub]) / loss : double.NaN;
    }

    /// <param name="game">At the modes; null where nothing is evaded.</param>
    /// <param name="modes">The scenario at the modes.</param>
    /// <param name="drawn">The stable profiles of each draw; null where one did not converge.</param>
    /// <param name="kept">Whether draws keep the profile of the modes.</param>
    internal static ReroutingAnswer? Of(ComplianceGame? game, DrawnScenario modes, IReadOnlyList<int>?[] drawn, bool kept)
    {
        if (game is not { Equilibria: not null })
            return null;
        var answer = Of(game, modes);
        var played = drawn.OfType<IReadOnlyList<int>>().ToList();
        if (played.Count == 0 || kept)
            return answer with { DrawsKeepProfile = kept };
        return answer with
        {
            Draws = (played.Count(p => p.Count == 0), played.Count(p => p.Count == 1), played.Count(p => p.Count > 1)),
            Evading = [.. answer.Hubs.Select((_, h) => played.Count(p => p.Count > 0 && (p[0] >> h & 1) == 1) / (double)played.Count)],
        };
    }

    /// <summary>Who takes over, at the modes: in the first stable profile, or under the plain measures where nothing is evaded.</summary>
    internal static IReadOnlyList<Backfill> Backfill(MultiSectorEquilibrium? central, ReroutingAnswer? rerouting, DrawnScenario modes)
    {
        if (central is null)
            return [];
        if (rerouting is { Equilibria: [var first, ..] })
            return first.Backfill;
        var controlled = modes.Controlled(central.Base, s => modes.Scenario.Shocks[s].Kind is ShockKind.Embargo or ShockKind.ExportControl);
        return Equilibrium.Backfill.Of(central.Base, central.AsBase().Flows(), controlled, null);
    }

    private static ReroutingAnswer Of(ComplianceGame game, DrawnScenario drawn)
    {
        int[] hubs = [.. drawn.Rerouting!.Declared.Hubs.Select(h => drawn.World.RegionOf(h.Region))];
        var solved = Enumerable.Range(0, game.Solved.Length).Where(p => game.Solved[p] is not null).ToList();
        return new()
        {
            Hubs = hubs,
            Losses = game.Losses,
            Expected = game.Expected,
            Profiles = solved.Count,
            Equilibria = [.. game.Equilibria!.Select(p => Outcome(game, hubs, p))],
            Nobody = Outcome(game, hubs, 0),
            Everybody = Outcome(game, hubs, solved.MaxBy(p => System.Numerics.BitOperations.PopCount((uint)p))),
        };
    }

    private static ComplianceOutcome Outcome(ComplianceGame game, int[] hubs, int profile)
    {
        var found = game.Solved[profile]!;
        return new()
        {
            Evades = [.. hubs.Select((_, h) => (profile >> h & 1) == 1)],
            RealIncome = [.. found.Equilibrium.RealIncomes().Select(r => r - 1)],
            Through = found.Through,
            Margins = found.Margins,
            Gains =
            [
                .. hubs.Select(
                    (region, h) =>
                        game.Solved[profile | (1 << h)] is null || game.Solved[profile & ~(1 << h)] is null
                            ? double.NaN
                            : game.Gain(h, region, profile)
                ),
            ],
            Backfill = Equilibrium.Backfill.Of(found.Equilibrium.Base, found.AtBorder, game.Controlled, found.Evaded),
        };
    }
}
