using Entente.Numerics.Random;

namespace Entente.Numerics.Sensitivity;

/// <summary>
/// Halton's sequence (Halton 1960, Numerische Mathematik 2:84) with the digits of every base permuted at random, place by place (Owen 2017,
/// A randomized Halton algorithm in R, arXiv:1706.02808): evenly spread points, each of them uniform, of any number of dimensions and without a table
/// of direction numbers. Two scrambles of one seed are independent.
/// </summary>
internal sealed class ScrambledHalton
{
    private readonly int[] bases;

    /// <summary>By dimension and digit, the permutation laid out flat: [digit · base + value].</summary>
    private readonly int[][] permutations;
    private readonly int[] digits;

    public ScrambledHalton(int dimensions, ulong seed, int scramble)
    {
        bases = Primes(dimensions);
        permutations = new int[dimensions][];
        digits = new int[dimensions];
        for (var d = 0; d < dimensions; d++)
        {
            var b = bases[d];
            // As many digits as a double tells apart.
            digits[d] = (int)Math.Ceiling(53 * Math.Log(2) / Math.Log(b));
            var random = new RandomStream(seed, RandomStream.Task(0x4A17, scramble, d));
            var all = new int[digits[d] * b];
            for (var k = 0; k < digits[d]; k++)
            {
                var permutation = all.AsSpan(k * b, b);
                for (var v = 0; v < b; v++)
                {
                    var other = random.Below(v + 1);
                    permutation[v] = permutation[other];
                    permutation[other] = v;
                }
            }
            permutations[d] = all;
        }
    }

    /// <summary>The point of a number.</summary>
    public void Point(int index, Span<double> point)
    {
        for (var d = 0; d < bases.Length; d++)
        {
            var b = bases[d];
            var permutation = permutations[d];
            var (rest, x, place) = (index, 0.0, 1.0 / b);
            for (var k = 0; k < digits[d]; k++)
            {
                x += permutation[(k * b) + (rest % b)] * place;
                rest /= b;
                place /= b;
            }
            point[d] = Math.Min(x, Math.BitDecrement(1.0));
        }
    }

    private static int[] Primes(int count)
    {
        var primes = new List<int>(count);
        for (var candidate = 2; primes.Count < count; candidate++)
            if (primes.TrueForAll(p => candidate % p != 0))
                primes.Add(candidate);
        return [.. primes];
    }
}
