using System.Numerics;
using Entente.Numerics.Distributions;

namespace Entente.Numerics.Random;

/// <summary>
/// Reproducible random numbers: xoshiro256** (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47:36), its state filled by
/// SplitMix64 from a seed and the number of a stream. A task takes the stream of its own number, so that what it draws does not depend on
/// which thread does it or on what else is drawn. The same numbers on every machine; not for secrets.
/// </summary>
public struct RandomStream
{
    private const ulong Golden = 0x9E3779B97F4A7C15UL;
    private const double Unit = 1.0 / (1UL << 53);
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    /// <param name="seed">The run's.</param>
    /// <param name="stream">The task's.</param>
    public RandomStream(ulong seed, ulong stream)
    {
        // The stream is mixed before it meets the seed: seed 1, stream 2 is not seed 2, stream 1.
        var state = seed ^ Mix(stream + Golden);
        a = Mix(state += Golden);
        b = Mix(state += Golden);
        c = Mix(state += Golden);
        d = Mix(state + Golden);
    }

    /// <summary>The number of the stream of a task that is named by several numbers.</summary>
    public static ulong Task(params ReadOnlySpan<int> parts)
    {
        var task = 0UL;
        foreach (var part in parts)
            task = Mix((task * Golden) + (uint)part + 1);
        return task;
    }

    /// <summary>64 bits.</summary>
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(b * 5, 7) * 9;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    /// <summary>From 0 (which can come) to 1 (which cannot), in steps of 2⁻⁵³.</summary>
    public double Uniform() => (Next() >> 11) * Unit;

    /// <summary>Strictly between 0 and 1, in steps of 2⁻⁵²: fit for the quantile of a distribution without ends.</summary>
    public double Open() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>From the standard normal distribution, by its quantile: one number of the stream each.</summary>
    public double Normal() => StandardNormal.Quantile(Open());

    /// <summary>Fills with numbers strictly between 0 and 1.</summary>
    public void FillOpen(Span<double> numbers)
    {
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = Open();
    }

    /// <summary>Puts into an order each as likely as any other (Fisher and Yates).</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }

    /// <summary>A whole number from 0 to below <paramref name="limit"/>, each as likely (Lemire 2019, ACM TOMACS 29:3).</summary>
    /// <param name="limit">Above 0.</param>
    public int Below(int limit)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);
        var product = (Next() >> 32) * (ulong)limit;
        if ((uint)product < (uint)limit)
        {
            var least = (uint)-limit % (uint)limit;
            while ((uint)product < least)
                product = (Next() >> 32) * (ulong)limit;
        }
        return (int)(product >> 32);
    }

    private static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
        return x ^ (x >> 31);
    }
}
