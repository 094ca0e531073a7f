using System.Numerics;
using Entente.Numerics.Voting;

namespace Entente.Models.Voting;

/// <summary>In how many coalitions of the others, by their size, a seat turns losing into winning; and how many win at all. Every seat votes yes or no.</summary>
internal static class SwingCount
{
    /// <summary>By seat, then by how many of the others are in the coalition.</summary>
    /// <exception cref="ArgumentException">Too many seats, weights or criteria.</exception>
    public static BigInteger[][] Of(VotingBody body)
    {
        var single = SingleWeight.Of(body);
        // Seats of the same weights and veto have the same power: each kind is reckoned once.
        var found = new Dictionary<string, BigInteger[]>(StringComparer.Ordinal);
        var criteria = body.Criteria;
        Counter? counter = null;
        return
        [
            .. body.Seats.Select(
                (seat, i) =>
                {
                    var kind = $"{seat.Veto}|{string.Join('|', criteria.Select(c => c.Weights[i]))}";
                    if (!found.TryGetValue(kind, out var swings))
                        found[kind] = swings = single is null
                            ? WeightedGame.Swings(body, i)
                            : Swings(body, single, i, counter ??= new(body, single));
                    return swings;
                }
            ),
        ];
    }

    private static BigInteger[] Swings(VotingBody body, SingleWeight game, int seat, Counter counter)
    {
        var n = body.Seats.Count;
        var own = game.Weights[seat];
        var veto = body.Seats[seat].Veto;
        // Nothing passes without all who may veto, so that only the others are counted.
        var others = n - game.Vetoes - (veto ? 0 : 1);
        var (low, high) = (new int[others + 1], new int[others + 1]);
        for (var size = 0; size <= others; size++)
        {
            var held = size + game.Vetoes;
            low[size] = (veto ? game.Least[held] : game.Least[held + 1] - own) - game.Held;
            high[size] = veto ? int.MaxValue - 1 : game.Least[held] - game.Held - 1;
        }
        var counted = counter.BySize(veto ? null : seat, own, low, high);
        var swings = new BigInteger[n];
        for (var size = 0; size <= others; size++)
            swings[size + game.Vetoes - (veto ? 1 : 0)] = counted[size];
        return swings;
    }

    /// <summary>Coalitions of those who may not veto: by table where weights are small, by halves where they are not.</summary>
    private sealed class Counter(VotingBody body, SingleWeight game)
    {
        private readonly int[] seats = [.. Enumerable.Range(0, body.Seats.Count).Where(i => !body.Seats[i].Veto)];
        private readonly bool byTable = (body.Seats.Count + 1L) * (game.Total + 1L) <= PowerIndex.MostCells;
        private Coalitions<Count256>? small;
        private Coalitions<BigInteger>? large;

        public BigInteger[] BySize(int? without, int weight, int[] low, int[] high)
        {
            if (!byTable && seats.Length > HalvedCoalitions.MostSeats)
                throw new ArgumentException("expected fewer seats or smaller weights");
            if (!byTable)
                return new HalvedCoalitions([.. seats.Where(s => s != without).Select(s => game.Weights[s])]).BySize(low, high);
            // There are at most 2^n coalitions.
            if (seats.Length < Count256.Bits)
            {
                small ??= new([.. seats.Select(s => game.Weights[s])], Count256.One);
                var counts = without is null ? small.BySize(low, high) : small.BySizeWithout(weight, low, high);
                return Array.ConvertAll(counts, c => c.ToBigInteger());
            }
            large ??= new([.. seats.Select(s => game.Weights[s])], BigInteger.One);
            return without is null ? large.BySize(low, high) : large.BySizeWithout(weight, low, high);
        }
    }
}

/// <summary>A body in which, for a given number of yes, only one weight matters: from which weight on a coalition of each size wins.</summary>
internal sealed record SingleWeight
{
    /// <summary>The weight that matters, of each seat.</summary>
    public required IReadOnlyList<int> Weights { get; init; }

    public required int Total { get; init; }

    /// <summary>By size, the least weight that wins; above the total where none does.</summary>
    public required int[] Least { get; init; }

    /// <summary>How many may veto.</summary>
    public required int Vetoes { get; init; }

    /// <summary>Their weight.</summary>
    public required int Held { get; init; }

    /// <summary>Null where two or more weights matter.</summary>
    public static SingleWeight? Of(VotingBody body)
    {
        var criteria = body.Criteria;
        var weighted = criteria.Where(c => !c.IsCount).ToList();
        if (weighted.Count > 1)
            return null;
        var one = weighted.Count == 1 ? weighted[0] : criteria[0];
        var counts = criteria.Where(c => c != one).ToList();
        var (n, total) = (body.Seats.Count, one.Total);
        var least = new int[n + 1];
        for (var size = 0; size <= n; size++)
            least[size] =
                n - size < (body.FewestToBlock ?? 0) ? 0
                : counts.TrueForAll(c => Met(c, size * c.Weights[0])) ? LeastOf(one, total)
                : total + 1;
        return new()
        {
            Weights = one.Weights,
            Total = total,
            Least = least,
            Vetoes = body.Seats.Count(s => s.Veto),
            Held = one.Weights.Where((_, i) => body.Seats[i].Veto).Sum(),
        };
    }

    private static bool Met(Criterion criterion, int yes) => criterion.Threshold.Met(yes, criterion.Total - yes);

    // More yes never loses what less has won.
    private static int LeastOf(Criterion criterion, int total)
    {
        var (low, high) = (0, total + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            if (criterion.Threshold.Met(middle, total - middle))
                high = middle;
            else
                low = middle + 1;
        }
        return low;
    }
}
