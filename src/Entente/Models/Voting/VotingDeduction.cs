using System.Numerics;
using Entente.Record;

namespace Entente.Models.Voting;

/// <summary>What follows from a premise about some votes for the outcome.</summary>
public enum Follows
{
    AlwaysPasses,
    NeverPasses,

    /// <summary>It depends on the votes that the premise leaves open.</summary>
    Open,

    /// <summary>No votes fit the premise: everything and nothing follows.</summary>
    PremiseImpossible,
}

/// <summary>An exhaustive count of the votes that fit a premise.</summary>
public sealed record DeductionCount
{
    public required Follows Follows { get; init; }

    /// <summary>Ways to vote that fit the premise and pass.</summary>
    public required BigInteger Passing { get; init; }

    /// <summary>Ways to vote that fit the premise.</summary>
    public required BigInteger All { get; init; }
}

/// <summary>Counts, by dynamic programming over the tally, how many of all possible votes pass: 3^193 ways cost 193 small steps.</summary>
public static class VotingDeduction
{
    /// <summary>Yes, no, abstain: what a member that is present can do. Staying away counts as abstaining under every rule here.</summary>
    public static readonly IReadOnlyList<VoteChoice> Present = [VoteChoice.Yes, VoteChoice.No, VoteChoice.Abstain];

    /// <param name="body">The body and its rule.</param>
    /// <exception cref="ArgumentException">Several criteria, and so many seats or weights that they cannot be counted.</exception>
    /// <param name="premise">For some seats, what they may do; the others may do anything of <see cref="Present"/>. A name that is no seat takes a rotating one.</param>
    public static DeductionCount Count(VotingBody body, IReadOnlyDictionary<string, IReadOnlyList<VoteChoice>> premise)
    {
        if (!TrySeat(body, premise, out var choices))
            return new()
            {
                Follows = Follows.PremiseImpossible,
                Passing = 0,
                All = 0,
            };
        if (body.Also.Count > 0 || body.FewestToBlock is not null)
            return CriteriaDeduction.Count(body, choices);
        // Tallies without a veto cast: (yes, no) → ways. Ways with a veto cannot pass and need only be in the total.
        var tallies = new Dictionary<(int Yes, int No), BigInteger> { [(0, 0)] = 1 };
        var all = BigInteger.One;
        // Under a quota the noes do not matter; leaving them out keeps the table one-dimensional.
        var countNo = body.Threshold is not Quota;
        for (var i = 0; i < body.Seats.Count; i++)
        {
            var seat = body.Seats[i];
            all *= choices[i].Count;
            var next = new Dictionary<(int, int), BigInteger>();
            foreach (var ((yes, no), ways) in tallies)
            foreach (var choice in choices[i])
            {
                if (choice == VoteChoice.No && seat.Veto)
                    continue;
                var key = (yes + (choice == VoteChoice.Yes ? seat.Weight : 0), no + (countNo && choice == VoteChoice.No ? seat.Weight : 0));
                next[key] = next.GetValueOrDefault(key) + ways;
            }
            tallies = next;
        }
        var passing = BigInteger.Zero;
        foreach (var ((yes, no), ways) in tallies)
            if (body.Threshold.Met(yes, no))
                passing += ways;
        return Of(passing, all);
    }

    internal static DeductionCount Of(BigInteger passing, BigInteger all) =>
        new()
        {
            Follows =
                all.IsZero ? Follows.PremiseImpossible
                : passing.IsZero ? Follows.NeverPasses
                : passing == all ? Follows.AlwaysPasses
                : Follows.Open,
            Passing = passing,
            All = all,
        };

    private static bool TrySeat(
        VotingBody body,
        IReadOnlyDictionary<string, IReadOnlyList<VoteChoice>> premise,
        out IReadOnlyList<VoteChoice>[] choices
    )
    {
        choices = [.. body.Seats.Select(_ => Present)];
        var rotating = new Queue<int>(Enumerable.Range(0, body.Seats.Count).Where(i => body.IsRotating(body.Seats[i].Name)));
        var named = body.Seats.Select((seat, i) => (seat.Name, i)).ToDictionary(s => s.Name, s => s.i, StringComparer.Ordinal);
        foreach (var (name, allowed) in premise)
        {
            if (!named.TryGetValue(name, out var seat) && !rotating.TryDequeue(out seat))
                return false;
            choices[seat] = allowed;
        }
        return true;
    }
}
