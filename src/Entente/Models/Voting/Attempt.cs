using System.Numerics;
using Entente.Record;

namespace Entente.Models.Voting;

/// <summary>Moves that may turn an outcome, tried together.</summary>
internal sealed class Attempt
{
    private readonly VotingBody body;
    private readonly VoteChoice[] now;
    private readonly bool toPass;

    public Attempt(VotingBody body, VoteChoice[] now, bool toPass)
    {
        (this.body, this.now, this.toPass) = (body, now, toPass);
        var moves = new List<(int Seat, Move Move)>();
        var goal = toPass ? VoteChoice.Yes : VoteChoice.No;
        for (var i = 0; i < now.Length; i++)
        {
            if (toPass && body.Seats[i].Veto && now[i] == VoteChoice.No)
                moves.Add((i, new(body.Seats[i].Name, now[i], VoteChoice.Abstain)));
            if (now[i] != goal && Helps(i, goal))
                moves.Add((i, new(body.Seats[i].Name, now[i], goal)));
        }
        Moves = moves;
    }

    public IReadOnlyList<(int Seat, Move Move)> Moves { get; }

    /// <summary>Every move counts the same: only how many matters.</summary>
    public bool AllAlike =>
        body.Also.Count == 0
        && Moves.All(m => m.Move.From == Moves[0].Move.From || m.Move.From is VoteChoice.Abstain or VoteChoice.Absent)
        && Moves.Select(m => body.Seats[m.Seat]).All(s => !s.Veto && s.Weight == body.Seats[Moves[0].Seat].Weight)
        && (body.Threshold is Quota || Moves.Select(m => m.Move.From == VoteChoice.No).Distinct().Count() < 2);

    /// <summary>Whether the outcome is another after the moves of a set of bits.</summary>
    public bool Turns(int set)
    {
        var then = now.ToArray();
        for (var left = set; left != 0; left &= left - 1)
            Make(then, BitOperations.TrailingZeroCount(left));
        return body.Passes(then) == toPass;
    }

    public bool Turns(IReadOnlyList<int> moves)
    {
        var then = now.ToArray();
        foreach (var move in moves)
            Make(then, move);
        return body.Passes(then) == toPass;
    }

    public IReadOnlyList<Move> Named(int set) =>
        [.. Enumerable.Range(0, Moves.Count).Where(i => (set >> i & 1) == 1).Select(i => Moves[i].Move)];

    /// <summary>
    /// The size of the smallest set that turns the outcome; 0 where none does. In every body known here the moves that count most, by some one
    /// criterion or by a veto, are the fewest: they are tried in the order of each.
    /// </summary>
    public int Fewest()
    {
        var best = int.MaxValue;
        var must = toPass ? Moves.Index().Where(m => body.Seats[m.Item.Seat].Veto && m.Item.Move.From == VoteChoice.No).ToList() : [];
        // A vetoing no must go in any case, to yes where yes helps.
        var first = must.GroupBy(m => m.Item.Seat).Select(g => g.Last().Index).ToList();
        foreach (var order in Orders())
        {
            var taken = new List<int>(first);
            if (taken.Count > 0 && Turns(taken))
                best = Math.Min(best, taken.Count);
            foreach (var i in order)
            {
                if (taken.Exists(t => Moves[t].Seat == Moves[i].Seat))
                    continue;
                taken.Add(i);
                if (taken.Count >= best)
                    break;
                if (Turns(taken))
                    best = taken.Count;
            }
        }
        return best == int.MaxValue ? 0 : best;
    }

    /// <summary>Sets of a size that turn the outcome, the cheapest first, and how many they are (null where too many would have to be tried).</summary>
    public (IReadOnlyList<IReadOnlyList<Move>> Sets, BigInteger? Count) OfSize(
        int size,
        int shown,
        Func<Move, double>? cost,
        long most,
        CancellationToken cancellation
    )
    {
        var orders = Orders();
        if (Ways(Moves.Count, size) > most)
        {
            // One set at least is shown: the first of an order that does it with so few.
            foreach (var order in orders)
            {
                var taken = Needed(order, size);
                if (taken is not null)
                    return (
                        [
                            [.. taken.Select(i => Moves[i].Move)],
                        ],
                        AllAlike ? Ways(Moves.Count, size) : null
                    );
            }
            return ([], null);
        }
        var found = new List<(double Cost, int[] Set)>();
        var count = 0L;
        var chosen = new int[size];
        Search(0, 0);
        return ([.. found.OrderBy(f => f.Cost).Take(shown).Select(f => (IReadOnlyList<Move>)[.. f.Set.Select(i => Moves[i].Move)])], count);

        void Search(int depth, int from)
        {
            if (depth == size)
            {
                if (chosen.Select(i => Moves[i].Seat).Distinct().Count() < size || !Turns(chosen))
                    return;
                count++;
                if (count % 1024 == 0)
                    cancellation.ThrowIfCancellationRequested();
                found.Add((cost is null ? 0 : chosen.Sum(i => cost(Moves[i].Move)), [.. chosen]));
                if (found.Count > 4096)
                {
                    var kept = found.OrderBy(f => f.Cost).Take(shown).ToList();
                    found.Clear();
                    found.AddRange(kept);
                }
                return;
            }
            for (var i = from; i <= Moves.Count - (size - depth); i++)
            {
                chosen[depth] = i;
                Search(depth + 1, i + 1);
            }
        }
    }

    private List<int>? Needed(IReadOnlyList<int> order, int size)
    {
        var taken = new List<int>();
        foreach (
            var i in Moves
                .Index()
                .Where(m => toPass && body.Seats[m.Item.Seat].Veto && m.Item.Move.From == VoteChoice.No)
                .GroupBy(m => m.Item.Seat)
        )
            taken.Add(i.Last().Index);
        foreach (var i in order)
        {
            if (taken.Count >= size)
                break;
            if (!taken.Exists(t => Moves[t].Seat == Moves[i].Seat))
                taken.Add(i);
        }
        return taken.Count == size && Turns(taken) ? taken : null;
    }

    /// <summary>Moves by how much they count: a veto first, then by each criterion's weight, a no counting more than an abstention where noes count.</summary>
    private List<IReadOnlyList<int>> Orders() =>
        [
            .. body.Criteria.Select(c =>
                (IReadOnlyList<int>)
                    [
                        .. Enumerable
                            .Range(0, Moves.Count)
                            .OrderByDescending(i => !toPass && body.Seats[Moves[i].Seat].Veto)
                            .ThenByDescending(i => Gain(c, i))
                            .ThenBy(i => i),
                    ]
            ),
        ];

    /// <summary>What a move adds to n·yes − … in whole numbers: of a majority of a/b, (b − a)·yes − a·no must be reached.</summary>
    private long Gain(Criterion criterion, int move)
    {
        var (from, to) = (Moves[move].Move.From, Moves[move].Move.To);
        var (yes, no) = criterion.Threshold is Majority m ? ((long)m.Denominator - m.Numerator, (long)m.Numerator) : (1, 0);
        var gain = (Sign(to, yes, no) - Sign(from, yes, no)) * criterion.Weights[Moves[move].Seat];
        return toPass ? gain : -gain;
        static long Sign(VoteChoice choice, long yes, long no) =>
            choice switch
            {
                VoteChoice.Yes => yes,
                VoteChoice.No => -no,
                _ => 0,
            };
    }

    private bool Helps(int seat, VoteChoice goal) =>
        toPass
        || body.Seats[seat].Veto
        || now[seat] == VoteChoice.Yes
        || body.Criteria.Any(c => c.Threshold is Majority && goal == VoteChoice.No);

    private void Make(VoteChoice[] then, int move)
    {
        var (seat, to) = (Moves[move].Seat, Moves[move].Move.To);
        // Of two moves of one seat the one towards yes holds.
        if (then[seat] == now[seat] || to == VoteChoice.Yes)
            then[seat] = to;
    }

    private static BigInteger Ways(int of, int size)
    {
        var ways = BigInteger.One;
        for (var i = 0; i < size; i++)
            ways = ways * (of - i) / (i + 1);
        return ways;
    }
}
