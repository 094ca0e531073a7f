using System.Numerics;
using Entente.Record;

namespace Entente.Models.Voting;

/// <summary>Somebody who votes otherwise than now.</summary>
public readonly record struct Move(string Seat, VoteChoice From, VoteChoice To);

/// <summary>Who must vote otherwise for the outcome to turn.</summary>
public sealed record Turning
{
    /// <summary>True where what fails now is to pass.</summary>
    public required bool ToPass { get; init; }

    /// <summary>How few can do it; 0 where nobody can.</summary>
    public required int Fewest { get; init; }

    /// <summary>False where sets of fewer were too many to try all.</summary>
    public bool FewestIsProven { get; init; } = true;

    /// <summary>Sets of that many, the cheapest first; not more than asked for.</summary>
    public required IReadOnlyList<IReadOnlyList<Move>> Smallest { get; init; }

    /// <summary>How many such sets there are; null where there are too many to list.</summary>
    public required BigInteger? Count { get; init; }

    /// <summary>The set of least cost, of whatever size, with its cost; null where no costs are known.</summary>
    public (IReadOnlyList<Move> Moves, double Cost)? Cheapest { get; init; }

    /// <summary>False where sets were too many to try all, and the cheapest is one that was built up from the cheapest moves.</summary>
    public bool CheapestIsProven { get; init; } = true;
}

/// <summary>
/// The smallest and the cheapest sets of members whose other vote turns an outcome. To pass, a member moves to yes, or, where its no vetoes and its yes is
/// dear, to abstaining; to block, it moves to no.
/// </summary>
public static class Movers
{
    private const long MostSets = 2_000_000;
    private const int MostBySubset = 22;

    /// <param name="body">The body.</param>
    /// <param name="votes">As cast; a seat without a choice is absent.</param>
    /// <param name="cost">What it takes to move a seat to a vote; null where all cost the same.</param>
    /// <param name="shown">How many of the smallest sets are given.</param>
    /// <param name="cancellation">Looked at as sets are tried.</param>
    public static Turning Find(
        VotingBody body,
        IReadOnlyDictionary<string, VoteChoice> votes,
        Func<Move, double>? cost = null,
        int shown = 5,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(votes);
        var now = body.Seats.Select(s => votes.TryGetValue(s.Name, out var choice) ? choice : VoteChoice.Absent).ToArray();
        var toPass = !body.Passes(now);
        var game = new Attempt(body, now, toPass);
        var fewest = game.Fewest();
        if (fewest == 0)
            return new()
            {
                ToPass = toPass,
                Fewest = 0,
                Smallest = [],
                Count = 0,
            };
        // Where several weights matter, the moves that count most are not always the fewest: smaller sets are tried one and all.
        var proven = true;
        for (var size = 1; SingleWeight.Of(body) is null && size < fewest; size++)
        {
            var (_, found) = game.OfSize(size, 1, null, MostSets, cancellation);
            if (found is null)
            {
                proven = false;
                break;
            }
            if (!found.Value.IsZero)
                fewest = size;
        }
        var (sets, count) = game.OfSize(fewest, shown, cost, MostSets, cancellation);
        var (cheapest, isProven) = cost is null ? (null, true) : Cheapest(game, cost, cancellation);
        return new()
        {
            ToPass = toPass,
            Fewest = fewest,
            Smallest = sets,
            Count = count,
            Cheapest = cheapest is null ? null : (cheapest, cheapest.Sum(cost!)),
            CheapestIsProven = isProven,
            FewestIsProven = proven,
        };
    }

    /// <summary>Who alone turns the outcome by voting otherwise: the pivotal members of this vote.</summary>
    public static IReadOnlyList<string> Pivotal(VotingBody body, IReadOnlyDictionary<string, VoteChoice> votes)
    {
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(votes);
        var now = body.Seats.Select(s => votes.TryGetValue(s.Name, out var choice) ? choice : VoteChoice.Absent).ToArray();
        var passes = body.Passes(now);
        var found = new List<string>();
        for (var i = 0; i < now.Length; i++)
        {
            var was = now[i];
            foreach (var other in VotingDeduction.Present)
            {
                now[i] = other;
                if (body.Passes(now) == passes)
                    continue;
                found.Add(body.Seats[i].Name);
                break;
            }
            now[i] = was;
        }
        return found;
    }

    /// <summary>All subsets where they are few; else moves by their cost until the outcome turns, less those that prove needless.</summary>
    private static (IReadOnlyList<Move>? Moves, bool Proven) Cheapest(Attempt game, Func<Move, double> cost, CancellationToken cancellation)
    {
        var (moves, costs) = (game.Moves, game.Moves.Select(m => cost(m.Move)).ToArray());
        if (moves.Count <= MostBySubset)
        {
            var (best, least) = (-1, double.PositiveInfinity);
            for (var set = 1; set < 1 << moves.Count; set++)
            {
                if (set % 65536 == 0)
                    cancellation.ThrowIfCancellationRequested();
                var sum = 0.0;
                for (var left = set; left != 0 && sum < least; left &= left - 1)
                    sum += costs[BitOperations.TrailingZeroCount(left)];
                if (sum < least && game.Turns(set))
                    (best, least) = (set, sum);
            }
            return (best < 0 ? null : game.Named(best), true);
        }
        var order = Enumerable.Range(0, moves.Count).OrderBy(i => costs[i]).ThenBy(i => i).ToList();
        var taken = new List<int>();
        foreach (var i in order)
        {
            taken.Add(i);
            if (game.Turns(taken))
                break;
        }
        if (!game.Turns(taken))
            return (null, false);
        foreach (var i in Enumerable.Reverse(taken).ToList())
            if (game.Turns([.. taken.Where(t => t != i)]))
                taken.Remove(i);
        // With one weight, all alike, the cheapest that suffice are the cheapest of all.
        var alike = game.AllAlike;
        return ([.. taken.Select(i => moves[i].Move)], alike);
    }
}
