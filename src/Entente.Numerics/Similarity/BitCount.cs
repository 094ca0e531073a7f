using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Entente.Numerics.Similarity;

/// <summary>How many bits two rows of bits have in common: by AVX2 where the processor has it, else word by word, with the same result.</summary>
public static class BitCount
{
    /// <summary>Words in a vector.</summary>
    private const int Lane = 4;

    /// <param name="first">64 bits in each word.</param>
    /// <param name="second">As many words.</param>
    public static int Common(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second) => Common(first, second, Avx2.IsSupported);

    /// <param name="first">64 bits in each word.</param>
    /// <param name="second">As many words.</param>
    /// <param name="vectors">False goes word by word, whatever the processor has.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Common(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second, bool vectors)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"{first.Length} and {second.Length} words");
        var count = 0;
        var i = 0;
        if (vectors && Avx2.IsSupported && first.Length >= Lane)
        {
            i = first.Length / Lane * Lane;
            count = Vectors(first[..i], second[..i]);
        }
        for (; i < first.Length; i++)
            count += BitOperations.PopCount(first[i] & second[i]);
        return count;
    }

    /// <summary>Each half byte is looked up in a table of sixteen counts (Muła, Kurz and Lemire 2018, Computer Journal 61:111).</summary>
    private static int Vectors(ReadOnlySpan<ulong> first, ReadOnlySpan<ulong> second)
    {
        var counts = Vector256.Create((byte)0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
        var low = Vector256.Create((byte)0x0F);
        var sum = Vector256<ulong>.Zero;
        for (var i = 0; i < first.Length; i += Lane)
        {
            var both = (Vector256.Create(first.Slice(i, Lane)) & Vector256.Create(second.Slice(i, Lane))).AsByte();
            var lower = Avx2.Shuffle(counts, both & low);
            var upper = Avx2.Shuffle(counts, Avx2.ShiftRightLogical(both.AsUInt16(), 4).AsByte() & low);
            sum += Avx2.SumAbsoluteDifferences(lower + upper, Vector256<byte>.Zero).AsUInt64();
        }
        return (int)Vector256.Sum(sum);
    }
}
