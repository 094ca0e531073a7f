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
        ArgumentOutOfRangeException.ThrowIfLessThan(maxRounds, 1);
        var domains = start.ToArray();
        if (domains.Any(d => d.IsEmpty))
            return new() { Stopped = PropagationEnd.Refuted, Rounds = 0 };
        var before = new Interval[domains.Length];
        for (var round = 1; round <= maxRounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            domains.CopyTo(before, 0);
            foreach (var constraint in constraints)
            {
                constraint.Narrow(domains);
                foreach (var variable in constraint.Variables)
                    if (domains[variable].IsEmpty)
                        return new() { Stopped = PropagationEnd.Refuted, Rounds = round };
            }
            if (domains.AsSpan().SequenceEqual(before))
                return new()
                {
                    Stopped = PropagationEnd.FixedPoint,
                    Rounds = round,
                    Domains = domains,
                };
        }
        return new()
        {
            Stopped = PropagationEnd.RoundLimit,
            Rounds = maxRounds,
            Domains = domains,
        };
    }
}
