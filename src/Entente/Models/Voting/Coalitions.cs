using System.Numerics;

namespace Entente.Models.Voting;

/// <summary>A whole number of 256 bits, for counts of coalitions of up to 255 seats: several times faster than one without a bound.</summary>
internal readonly record struct Count256(UInt128 High, UInt128 Low)
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
internal sealed class Coalitions<T>
    where T : struct, IAdditionOperators<T, T, T>, ISubtractionOperators<T, T, T>
{
    private readonly T[] counts;
    private readonly int row;

    private Coalitions(int seats, int row, T[] counts) => (Seats, this.row, this.counts) = (seats, row, counts);

    /// <summary>How many seats coalitions are formed of.</summary>
    public int Seats { get; }

    public static Coalitions<T> Of(IReadOnlyList<int> weights, T one)
    {
        var row = weights.Sum() + 1;
        var counts = new T[(weights.Count + 1) * row];
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
        return new(weights.Count, row, counts);
    }

    /// <summary>The coalitions of all but one seat of this weight.</summary>
    public Coalitions<T> Without(int weight)
    {
        var left = (T[])counts.Clone();
        for (var size = 1; size < Seats; size++)
        {
            var with = left.AsSpan((size - 1) * row, row - weight);
            var at = left.AsSpan((size * row) + weight, row - weight);
            for (var w = 0; w < with.Length; w++)
                at[w] -= with[w];
        }
        return new(Seats - 1, row, left);
    }

    /// <summary>Coalitions of a size whose weight is asked for.</summary>
    public T Sum(int size, Func<int, bool> asked)
    {
        var sum = default(T);
        for (var w = 0; w < row; w++)
            if (asked(w))
                sum += counts[(size * row) + w];
        return sum;
    }
}
