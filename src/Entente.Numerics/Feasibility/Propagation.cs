using Entente.Numerics.Intervals;

namespace Entente.Numerics.Feasibility;

/// <summary>Why propagation stopped.</summary>
public enum PropagationEnd
{
    /// <summary>Nothing narrows any more: not refuted, which is less than "has a solution".</summary>
    FixedPoint,

    /// <summary>A variable has no value left: proof that not all constraints hold.</summary>
    Refuted,

    /// <summary>The rounds were used up while bounds still moved; not refuted.</summary>
    RoundLimit,
}

/// <summary>Where bound propagation ended.</summary>
public sealed record PropagationResult
{
    public required PropagationEnd Stopped { get; init; }

    public required int Rounds { get; init; }

    /// <summary>An interval per variable that holds every solution; null when refuted, for then there is none.</summary>
    public IReadOnlyList<Interval>? Domains { get; init; }

    public bool Refuted => Stopped == PropagationEnd.Refuted;
}

/// <summary>
/// Bound propagation: every constraint narrows in turn, round after round, to a fixed point. Rounding is outward, so "refuted" is a
/// proof. The order is that of the list and the end does not depend on how much a round gained, so that a larger set of constraints never
/// ends with wider bounds than a smaller one.
/// </summary>
public static class Propagation
{
    public const int DefaultRounds = 64;

    /// <param name="start">The interval of each variable before any constraint.</param>
    /// <param name="constraints">The relations, in the order in which they act.</param>
    /// <param name="maxRounds">Rounds after which it stops though bounds still move (loops of products converge only in the limit).</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    public static PropagationResult Run(
        IReadOnlyList<Interval> start,
        IReadOnlyList<Constraint> constraints,
        int maxRounds = DefaultRounds,
        CancellationToken cancellationToken = default
    )
    {
        var domains = start.ToArray();
        foreach (var domain in domains)
            if (domain.IsEmpty)
                return new() { Stopped = PropagationEnd.Refuted, Rounds = 0 };
        var (stopped, rounds) = Narrow(domains, constraints, maxRounds, cancellationToken);
        return new()
        {
            Stopped = stopped,
            Rounds = rounds,
            Domains = stopped == PropagationEnd.Refuted ? null : domains,
        };
    }

    /// <summary>
    /// As <see cref="Run"/>, in place and with no other variables looked at than those that the constraints relate: a part of a large system
    /// costs what the part is worth. After a refutation the domains mean nothing.
    /// </summary>
    /// <param name="domains">The interval of each variable, none of them empty; narrowed.</param>
    /// <param name="constraints">The relations, in the order in which they act.</param>
    /// <param name="maxRounds">Rounds after which it stops though bounds still move.</param>
    /// <param name="cancellationToken">Looked at once per round.</param>
    public static (PropagationEnd Stopped, int Rounds) Narrow(
        Span<Interval> domains,
        IReadOnlyList<Constraint> constraints,
        int maxRounds = DefaultRounds,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRounds, 1);
        var related = Related(constraints);
        var before = new Interval[related.Length];
        for (var round = 1; round <= maxRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var i = 0; i < related.Length; i++)
                before[i] = domains[related[i]];
            for (var c = 0; c < constraints.Count; c++)
            {
                constraints[c].Narrow(domains);
                var variables = constraints[c].Variables;
                for (var i = 0; i < variables.Count; i++)
                    if (domains[variables[i]].IsEmpty)
                        return (PropagationEnd.Refuted, round);
            }
            if (Unmoved(domains, related, before))
                return (PropagationEnd.FixedPoint, round);
        }
        return (PropagationEnd.RoundLimit, maxRounds);
    }

    private static bool Unmoved(Span<Interval> domains, int[] related, Interval[] before)
    {
        for (var i = 0; i < related.Length; i++)
            if (domains[related[i]] != before[i])
                return false;
        return true;
    }

    private static int[] Related(IReadOnlyList<Constraint> constraints)
    {
        var count = 0;
        for (var c = 0; c < constraints.Count; c++)
            count += constraints[c].Variables.Count;
        var related = new int[count];
        for (var (c, n) = (0, 0); c < constraints.Count; c++)
        {
            var variables = constraints[c].Variables;
            for (var i = 0; i < variables.Count; i++)
                related[n++] = variables[i];
        }
        // Each once: systems are small, and most of their variables stand in several relations.
        Array.Sort(related);
        var distinct = 0;
        for (var i = 0; i < related.Length; i++)
            if (i == 0 || related[i] != related[i - 1])
                related[distinct++] = related[i];
        return related[..distinct];
    }
}
