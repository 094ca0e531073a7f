using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Equilibrium;

/// <summary>
/// Sums over rows padded to four numbers. Always four lanes, and multiplication apart from addition, so that every machine gives the same bits.
/// </summary>
internal static class Lanes
{
    /// <summary>The length of a row of so many numbers, padded.</summary>
    public static int Padded(int length) => (length + 3) & ~3;

    /// <summary>Two scalar products with the same second vector: Σa·x and Σb·x.</summary>
    public static (double A, double B) Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b, ReadOnlySpan<double> x)
    {
        ref var pa = ref MemoryMarshal.GetReference(a);
        ref var pb = ref MemoryMarshal.GetReference(b);
        ref var px = ref MemoryMarshal.GetReference(x);
        Check(a, b);
        Check(a, x);
        var (sa, sb) = (Vector256<double>.Zero, Vector256<double>.Zero);
        for (nuint i = 0; i < (nuint)a.Length; i += 4)
        {
            var v = Vector256.LoadUnsafe(ref px, i);
            sa += Vector256.LoadUnsafe(ref pa, i) * v;
            sb += Vector256.LoadUnsafe(ref pb, i) * v;
        }
        return (Vector256.Sum(sa), Vector256.Sum(sb));
    }

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> x)
    {
        ref var pa = ref MemoryMarshal.GetReference(a);
        ref var px = ref MemoryMarshal.GetReference(x);
        Check(a, x);
        var (s, t) = (Vector256<double>.Zero, Vector256<double>.Zero);
        nuint i = 0;
        for (; i + 8 <= (nuint)a.Length; i += 8)
        {
            s += Vector256.LoadUnsafe(ref pa, i) * Vector256.LoadUnsafe(ref px, i);
            t += Vector256.LoadUnsafe(ref pa, i + 4) * Vector256.LoadUnsafe(ref px, i + 4);
        }
        for (; i < (nuint)a.Length; i += 4)
            s += Vector256.LoadUnsafe(ref pa, i) * Vector256.LoadUnsafe(ref px, i);
        return Vector256.Sum(s + t);
    }

    /// <summary>to += factor·a.</summary>
    public static void Add(Span<double> to, double factor, ReadOnlySpan<double> a)
    {
        ref var pt = ref MemoryMarshal.GetReference(to);
        ref var pa = ref MemoryMarshal.GetReference(a);
        Check(to, a);
        var f = Vector256.Create(factor);
        for (nuint i = 0; i < (nuint)to.Length; i += 4)
            (Vector256.LoadUnsafe(ref pt, i) + (f * Vector256.LoadUnsafe(ref pa, i))).StoreUnsafe(ref pt, i);
    }

    /// <summary>c += g·p and x += g·y, number by number.</summary>
    public static void AddProducts(Span<double> c, Span<double> x, ReadOnlySpan<double> g, ReadOnlySpan<double> p, ReadOnlySpan<double> y)
    {
        ref var pc = ref MemoryMarshal.GetReference(c);
        ref var px = ref MemoryMarshal.GetReference(x);
        ref var pg = ref MemoryMarshal.GetReference(g);
        ref var pp = ref MemoryMarshal.GetReference(p);
        ref var py = ref MemoryMarshal.GetReference(y);
        Check(c, x);
        Check(c, g);
        Check(c, p);
        Check(c, y);
        for (nuint i = 0; i < (nuint)c.Length; i += 4)
        {
            var v = Vector256.LoadUnsafe(ref pg, i);
            (Vector256.LoadUnsafe(ref pc, i) + (v * Vector256.LoadUnsafe(ref pp, i))).StoreUnsafe(ref pc, i);
            (Vector256.LoadUnsafe(ref px, i) + (v * Vector256.LoadUnsafe(ref py, i))).StoreUnsafe(ref px, i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Check(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length || (a.Length & 3) != 0)
            throw new ArgumentException("rows of one length, padded to fours");
    }
}
