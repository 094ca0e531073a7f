using System.Numerics;

namespace Entente.Numerics.Voting;

/// <summary>
/// How many coalitions there are of each size and weight, where weights are so large (inhabitants) that no table holds them: the coalitions of each
/// half of the seats are listed and sorted, and those of all are counted by pairs (Horowitz and Sahni 1974, Journal of the ACM 21:277). Exact; the work
/// grows with 2 to the power of half the seats.
/// </summary>
public sealed class HalvedCoalitions
{
    /// <summary>More seats are refused: a half has at most 2^18 coalitions.</summary>
    public const int MostSeats = 36;

    private readonly long[][] left;
    private readonly long[][] right;

    public int Seats { get; }

    /// <param name="weights">Of the seats, none negative.</param>
    /// <exception cref="ArgumentException">Too many seats.</exception>
    public HalvedCoalitions(IReadOnlyList<int> weights)
    {
        ArgumentNullException.ThrowIfNull(weights);
        Seats = weights.Count;
        if (Seats > MostSeats)
            throw new ArgumentException($"expected at most {MostSeats} seats", nameof(weights));
        left = Half([.. weights.Take(Seats / 2)]);
        right = Half([.. weights.Skip(Seats / 2)]);
    }

    /// <summary>How many coalitions of each size there are whose weight lies within bounds.</summary>
    /// <param name="low">For each size the least weight that counts.</param>
    /// <param name="high">For each size the most; below the least where none counts.</param>
    public BigInteger[] BySize(ReadOnlySpan<int> low, ReadOnlySpan<int> high)
    {
        var sums = new BigInteger[Seats + 1];
        for (var size = 0; size <= Seats; size++)
        {
            if (high[size] < low[size])
                continue;
            // At most 2^36 coalitions: a long holds them.
            var count = 0L;
            for (var l = Math.Max(0, size - right.Length + 1); l < Math.Min(left.Length, size + 1); l++)
                count += AtMost(left[l], right[size - l], high[size]) - AtMost(left[l], right[size - l], (long)low[size] - 1);
            sums[size] = count;
        }
        return sums;
    }

    /// <summary>How many pairs weigh together no more than this; both are sorted, so that one pointer goes up as the other goes down.</summary>
    private static long AtMost(long[] one, long[] other, long most)
    {
        var count = 0L;
        var reach = other.Length;
        foreach (var weight in one)
        {
            while (reach > 0 && weight + other[reach - 1] > most)
                reach--;
            count += reach;
        }
        return count;
    }

    /// <summary>The weights of all coalitions of these seats, by size, sorted.</summary>
    private static long[][] Half(int[] weights)
    {
        var bySize = new List<long>[weights.Length + 1];
        for (var size = 0; size < bySize.Length; size++)
            bySize[size] = [];
        var sums = new long[1 << weights.Length];
        bySize[0].Add(0);
        for (var set = 1; set < sums.Length; set++)
        {
            var last = BitOperations.TrailingZeroCount(set);
            sums[set] = sums[set & (set - 1)] + weights[last];
            bySize[BitOperations.PopCount((uint)set)].Add(sums[set]);
        }
        foreach (var list in bySize)
            list.Sort();
        return [.. bySize.Select(list => list.ToArray())];
    }
}
