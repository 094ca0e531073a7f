using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Entente.Numerics.Gravity;

/// <summary>Sums and products of rows of numbers, four lanes at a time whatever the processor, so that sums have one order.</summary>
internal static class Lanes
{
    private const int Width = 4;

    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var n = Math.Min(a.Length, b.Length);
        var (first, second) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + (2 * Width) <= n; i += 2 * Width)
        {
            first = Vector256.MultiplyAddEstimate(At(ref x, i), At(ref y, i), first);
            second = Vector256.MultiplyAddEstimate(At(ref x, i + Width), At(ref y, i + Width), second);
        }
        for (; i + Width <= n; i += Width)
            first = Vector256.MultiplyAddEstimate(At(ref x, i), At(ref y, i), first);
        var sum = Vector256.Sum(first + second);
        for (; i < n; i++)
            sum += Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
        return sum;
    }

    /// <summary>Σ w (a − b).</summary>
    public static double DotDifference(ReadOnlySpan<double> w, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var p = ref MemoryMarshal.GetReference(w);
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var n = w.Length;
        var (first, second) = (Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i + (2 * Width) <= n; i += 2 * Width)
        {
            first = Vector256.MultiplyAddEstimate(At(ref p, i), At(ref x, i) - At(ref y, i), first);
            second = Vector256.MultiplyAddEstimate(At(ref p, i + Width), At(ref x, i + Width) - At(ref y, i + Width), second);
        }
        for (; i + Width <= n; i += Width)
            first = Vector256.MultiplyAddEstimate(At(ref p, i), At(ref x, i) - At(ref y, i), first);
        var sum = Vector256.Sum(first + second);
        for (; i < n; i++)
            sum += Unsafe.Add(ref p, i) * (Unsafe.Add(ref x, i) - Unsafe.Add(ref y, i));
        return sum;
    }

    /// <summary>target += a · b, place by place.</summary>
    public static void AddProduct(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        ref var z = ref MemoryMarshal.GetReference(target);
        var n = target.Length;
        var i = 0;
        for (; i + Width <= n; i += Width)
            Vector256.MultiplyAddEstimate(At(ref x, i), At(ref y, i), At(ref z, i)).StoreUnsafe(ref Unsafe.Add(ref z, i));
        for (; i < n; i++)
            Unsafe.Add(ref z, i) += Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
    }

    /// <summary>target += factor · a.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> a, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var z = ref MemoryMarshal.GetReference(target);
        var f = Vector256.Create(factor);
        var n = target.Length;
        var i = 0;
        for (; i + Width <= n; i += Width)
            Vector256.MultiplyAddEstimate(f, At(ref x, i), At(ref z, i)).StoreUnsafe(ref Unsafe.Add(ref z, i));
        for (; i < n; i++)
            Unsafe.Add(ref z, i) += factor * Unsafe.Add(ref x, i);
    }

    /// <summary>target += w · (a − constant − b), place by place.</summary>
    public static void AddWeightedResidual(
        ReadOnlySpan<double> w,
        ReadOnlySpan<double> a,
        double constant,
        ReadOnlySpan<double> b,
        Span<double> target
    )
    {
        ref var p = ref MemoryMarshal.GetReference(w);
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        ref var z = ref MemoryMarshal.GetReference(target);
        var c = Vector256.Create(constant);
        var n = target.Length;
        var i = 0;
        for (; i + Width <= n; i += Width)
            Vector256
                .MultiplyAddEstimate(At(ref p, i), At(ref x, i) - c - At(ref y, i), At(ref z, i))
                .StoreUnsafe(ref Unsafe.Add(ref z, i));
        for (; i < n; i++)
            Unsafe.Add(ref z, i) += Unsafe.Add(ref p, i) * (Unsafe.Add(ref x, i) - constant - Unsafe.Add(ref y, i));
    }

    /// <summary>target += factor · (constant + a + b), place by place.</summary>
    public static void AddSum(double factor, double constant, ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        ref var z = ref MemoryMarshal.GetReference(target);
        var (f, c) = (Vector256.Create(factor), Vector256.Create(constant));
        var n = target.Length;
        var i = 0;
        for (; i + Width <= n; i += Width)
            Vector256.MultiplyAddEstimate(f, c + At(ref x, i) + At(ref y, i), At(ref z, i)).StoreUnsafe(ref Unsafe.Add(ref z, i));
        for (; i < n; i++)
            Unsafe.Add(ref z, i) += factor * (constant + Unsafe.Add(ref x, i) + Unsafe.Add(ref y, i));
    }

    /// <summary>sum of a·b; and target += a·b.</summary>
    public static double DotInto(ReadOnlySpan<double> a, ReadOnlySpan<double> b, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        ref var z = ref MemoryMarshal.GetReference(target);
        var all = Vector256<double>.Zero;
        var n = target.Length;
        var i = 0;
        for (; i + Width <= n; i += Width)
        {
            var product = At(ref x, i) * At(ref y, i);
            all += product;
            (At(ref z, i) + product).StoreUnsafe(ref Unsafe.Add(ref z, i));
        }
        var sum = Vector256.Sum(all);
        for (; i < n; i++)
        {
            var product = Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
            sum += product;
            Unsafe.Add(ref z, i) += product;
        }
        return sum;
    }

    /// <summary>Σ w a b.</summary>
    public static double Dot(ReadOnlySpan<double> w, ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var p = ref MemoryMarshal.GetReference(w);
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var y = ref MemoryMarshal.GetReference(b);
        var all = Vector256<double>.Zero;
        var n = w.Length;
        var i = 0;
        for (; i + Width <= n; i += Width)
            all = Vector256.MultiplyAddEstimate(At(ref p, i) * At(ref x, i), At(ref y, i), all);
        var sum = Vector256.Sum(all);
        for (; i < n; i++)
            sum += Unsafe.Add(ref p, i) * Unsafe.Add(ref x, i) * Unsafe.Add(ref y, i);
        return sum;
    }

    /// <summary>target = exp(a).</summary>
    public static void Exp(ReadOnlySpan<double> a, Span<double> target)
    {
        ref var x = ref MemoryMarshal.GetReference(a);
        ref var z = ref MemoryMarshal.GetReference(target);
        var i = 0;
        for (; i + Width <= a.Length; i += Width)
            Vector256.Exp(At(ref x, i)).StoreUnsafe(ref Unsafe.Add(ref z, i));
        for (; i < a.Length; i++)
            target[i] = Vector256.Exp(Vector256.Create(a[i])).ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> At(ref double start, int i) => Vector256.LoadUnsafe(ref Unsafe.Add(ref start, i));
}
