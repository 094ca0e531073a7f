using System.Numerics;

namespace Entente.Numerics.Voting;

/// <summary>A whole number of 256 bits, for counts of coalitions of up to 255 seats: several times faster than one without a bound.</summary>
public readonly record struct Count256(UInt128 High, UInt128 Low)
    : IAdditionOperators<Count256, Count256, Count256>,
        ISubtractionOperators<Count256, Count256, Count256>
{
    public const int Bits = 256;

    public static Count256 One => new(0, 1);

    public static Count256 operator +(Count256 a, Count256 b)
    {
        var low = a.Low + b.Low;
        return new(a.High + b.High + (low < a.Low ? UInt128.One : UInt128.Zero), low);
    }

    public static Count256 operator -(Count256 a, Count256 b) =>
        new(a.High - b.High - (a.Low < b.Low ? UInt128.One : UInt128.Zero), a.Low - b.Low);

    public BigInteger ToBigInteger() => ((BigInteger)High << 128) + (BigInteger)Low;
}

/// <summary>How many coalitions there are of each size and weight.</summary>
public sealed class Coalitions<T>
    where T : struct, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>
{
    private readonly T[] counts;
    private readonly int row;

    /// <summary>How many seats coalitions are formed of.</summary>
    public int Seats { get; }

    /// <param name="weights">Of the seats.</param>
    /// <param name="one">The number 1.</param>
    public Coalitions(IReadOnlyList<int> weights, T one)
    {
        Seats = weights.Count;
        row = weights.Sum() + 1;
        counts = new T[(weights.Count + 1) * row];
        counts[0] = one;
        var reached = 0;
        for (var k = 0; k < weights.Count; k++)
        {
            var weight = weights[k];
            // From the largest, so that a seat joins a coalition once.
            for (var size = k; size >= 0; size--)
            {
                var from = counts.AsSpan(size * row, reached + 1);
                var to = counts.AsSpan(((size + 1) * row) + weight, reached + 1);
                for (var w = 0; w < from.Length; w++)
                    to[w] += from[w];
            }
            reached += weight;
        }
    }

    /// <summary>How many coalitions of each size there are whose weight lies within bounds.</summary>
    /// <param name="low">For each size the least weight that counts; below 0 is as 0.</param>
    /// <param name="high">For each size the most; above all weights is as all of them.</param>
    public T[] BySize(ReadOnlySpan<int> low, ReadOnlySpan<int> high)
    {
        var sums = new T[Seats + 1];
        for (var size = 0; size <= Seats; size++)
            sums[size] = Sum(counts.AsSpan(size * row, row), low[size], high[size]);
        return sums;
    }

    /// <summary>The same of coalitions of all but one seat of this weight.</summary>
    public T[] BySizeWithout(int weight, ReadOnlySpan<int> low, ReadOnlySpan<int> high)
    {
        // With the seat or without it: those without are all less those with it, which are the ones without of a size less.
        var sums = new T[Seats];
        var (smaller, same) = (new T[row], new T[row]);
        for (var size = 0; size < Seats; size++)
        {
            var all = counts.AsSpan(size * row, row);
            all.CopyTo(same);
            for (var w = weight; w < all.Length; w++)
                same[w] = all[w] - smaller[w - weight];
            sums[size] = Sum(same, low[size], high[size]);
            (smaller, same) = (same, smaller);
        }
        return sums;
    }

    private static T Sum(ReadOnlySpan<T> counts, int low, int high)
    {
        var sum = default(T);
        for (var w = Math.Max(low, 0); w <= Math.Min(high, counts.Length - 1); w++)
            sum += counts[w];
        return sum;
    }
}
