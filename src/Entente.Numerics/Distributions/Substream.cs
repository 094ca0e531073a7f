using System.Numerics;

namespace Entente.Numerics.Distributions;

/// <summary>
/// Random numbers of one task: xoshiro256++ (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47:36), seeded by SplitMix64 from
/// a key that names the run and the task. Who computes a task, and when, does not change its numbers.
/// </summary>
internal struct Substream
{
    private ulong a;
    private ulong b;
    private ulong c;
    private ulong d;

    public Substream(ulong seed, int chain, int sweep, int kind, int task)
    {
        var key = Mix(seed + 0x9E3779B97F4A7C15);
        key = Mix(key ^ ((ulong)(uint)chain << 32 | (uint)sweep));
        key = Mix(key ^ ((ulong)(uint)kind << 32 | (uint)task));
        a = Mix(key += 0x9E3779B97F4A7C15);
        b = Mix(key += 0x9E3779B97F4A7C15);
        c = Mix(key += 0x9E3779B97F4A7C15);
        d = Mix(key + 0x9E3779B97F4A7C15);
    }

    /// <summary>Strictly between 0 and 1.</summary>
    public double Uniform() => ((Next() >> 12) + 0.5) * (1.0 / (1UL << 52));

    public double Normal() => StandardNormal.Quantile(Uniform());

    public void Fill(Span<double> uniforms)
    {
        for (var i = 0; i < uniforms.Length; i++)
            uniforms[i] = Uniform();
    }

    private ulong Next()
    {
        var result = BitOperations.RotateLeft(a + d, 23) + a;
        var t = b << 17;
        c ^= a;
        d ^= b;
        b ^= c;
        a ^= d;
        c ^= t;
        d = BitOperations.RotateLeft(d, 45);
        return result;
    }

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
