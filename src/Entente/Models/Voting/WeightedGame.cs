using System.Numerics;

namespace Entente.Models.Voting;

/// <summary>
/// Bodies in which several weights matter at once (Algaba, Bilbao, Fernández García and López 2003, Mathematical Social Sciences 46:63): coalitions are
/// counted by size and all their weights, each weight only up to what is needed of it.
/// </summary>
internal static class WeightedGame
{
    /// <summary>Tallies beyond which the count is refused.</summary>
    public const int MostTallies = 2_000_000;

    /// <summary>In how many coalitions of the others, by size, a seat turns losing into winning.</summary>
    /// <exception cref="ArgumentException">Too many tallies.</exception>
    public static BigInteger[] Swings(VotingBody body, int seat)
    {
        var (n, criteria) = (body.Seats.Count, body.Criteria);
        var needed = Needed(criteria);
        var own = new Tally(1, [.. criteria.Select(c => c.Weights[seat])]);
        var others = Enumerable.Range(0, n).Where(i => i != seat);
        var vetoes = others.Where(i => body.Seats[i].Veto).ToList();
        var start = vetoes.Aggregate(new Tally(0, new int[criteria.Count]), (t, i) => t.With(criteria, i, needed));
        var counts = new Dictionary<Tally, BigInteger> { [start] = 1 };
        foreach (var i in others.Where(i => !body.Seats[i].Veto))
        {
            var next = new Dictionary<Tally, BigInteger>(counts);
            foreach (var (tally, ways) in counts)
            {
                var with = tally.With(criteria, i, needed);
                next[with] = next.GetValueOrDefault(with) + ways;
            }
            if (next.Count > MostTallies)
                throw new ArgumentException("expected fewer seats, smaller weights or fewer criteria", nameof(body));
            counts = next;
        }
        var swings = new BigInteger[n];
        foreach (var (tally, ways) in counts)
            if ((body.Seats[seat].Veto || !Wins(body, needed, tally)) && Wins(body, needed, tally.And(own, needed)))
                swings[tally.Size] += ways;
        return swings;
    }

    /// <summary>Of each criterion the least weight of yes that meets it where all others vote no.</summary>
    private static int[] Needed(IReadOnlyList<Criterion> criteria) =>
        [
            .. criteria.Select(c =>
            {
                var (low, high) = (0, c.Total + 1);
                while (low < high)
                {
                    var middle = low + ((high - low) / 2);
                    if (c.Threshold.Met(middle, c.Total - middle))
                        high = middle;
                    else
                        low = middle + 1;
                }
                return low;
            }),
        ];

    private static bool Wins(VotingBody body, int[] needed, Tally tally) =>
        body.Seats.Count - tally.Size < (body.FewestToBlock ?? 0) || tally.Weights.Select((w, i) => w >= needed[i]).All(met => met);

    /// <summary>How many vote yes and what they weigh.</summary>
    private readonly record struct Tally(int Size, int[] Weights)
    {
        public Tally With(IReadOnlyList<Criterion> criteria, int seat, int[] needed) =>
            And(new Tally(1, [.. criteria.Select(c => c.Weights[seat])]), needed);

        public Tally And(Tally other, int[] needed) =>
            new(Size + other.Size, [.. Weights.Select((w, i) => (int)Math.Min((long)w + other.Weights[i], needed[i]))]);

        public bool Equals(Tally other) => Size == other.Size && Weights.AsSpan().SequenceEqual(other.Weights);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.Add(Size);
            foreach (var weight in Weights)
                hash.Add(weight);
            return hash.ToHashCode();
        }
    }
}
