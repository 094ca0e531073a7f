using System.Numerics;
using Entente.Record;

namespace Entente.Models.Voting;

/// <summary>The count of <see cref="VotingDeduction"/> for bodies with several criteria, all of them quotas: a vote is yes or it is not.</summary>
internal static class CriteriaDeduction
{
    /// <summary>3 to the power of this is the most that is counted.</summary>
    private const int MostSeats = 80;

    /// <summary>3 to the power of this is listed vote by vote, whatever the criteria.</summary>
    private const int MostListed = 12;

    public static DeductionCount Count(VotingBody body, IReadOnlyList<VoteChoice>[] choices)
    {
        if (body.Seats.Count <= MostListed)
            return Listed(body, choices);
        if (
            SingleWeight.Of(body) is not { } game
            || body.Criteria.Any(c => c.Threshold is not Quota)
            || body.Seats.Count > MostSeats
            || (body.Seats.Count + 1L) * (game.Total + 1L) > PowerIndex.MostCells
        )
            throw new ArgumentException("expected quotas, of which one goes by weight, and fewer seats or smaller weights", nameof(body));
        // Ways without a veto, by how many vote yes and their weight.
        var row = game.Total + 1;
        var ways = new UInt128[(body.Seats.Count + 1) * row];
        ways[0] = 1;
        var all = BigInteger.One;
        for (var i = 0; i < body.Seats.Count; i++)
        {
            all *= choices[i].Count;
            var veto = body.Seats[i].Veto;
            var stay = (UInt128)choices[i].Count(c => c != VoteChoice.Yes && !(veto && c == VoteChoice.No));
            var (yes, weight) = (choices[i].Contains(VoteChoice.Yes), game.Weights[i]);
            for (var size = i + 1; size >= 0; size--)
            for (var w = row - 1; w >= 0; w--)
            {
                var kept = size <= i ? ways[(size * row) + w] * stay : 0;
                ways[(size * row) + w] = yes && size > 0 && w >= weight ? kept + ways[((size - 1) * row) + w - weight] : kept;
            }
        }
        var passing = BigInteger.Zero;
        // Least supposes that all who may veto vote yes; here some may abstain, and what counts is yes alone.
        for (var size = 0; size <= body.Seats.Count; size++)
        for (var w = game.Least[size]; w < row; w++)
            passing += (BigInteger)ways[(size * row) + w];
        return VotingDeduction.Of(passing, all);
    }

    private static DeductionCount Listed(VotingBody body, IReadOnlyList<VoteChoice>[] choices)
    {
        var (passing, all) = (0L, 0L);
        var votes = new VoteChoice[choices.Length];
        Vote(0);
        return VotingDeduction.Of(passing, all);

        void Vote(int seat)
        {
            if (seat == votes.Length)
            {
                all++;
                passing += body.Passes(votes) ? 1 : 0;
                return;
            }
            foreach (var choice in choices[seat])
            {
                votes[seat] = choice;
                Vote(seat + 1);
            }
        }
    }
}
