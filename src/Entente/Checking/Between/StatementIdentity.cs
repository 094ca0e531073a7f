using System.Runtime.InteropServices;
using Entente.Reading;
using Entente.Reading.Duplicates;
using Entente.Reading.Notes;

namespace Entente.Checking.Between;

/// <summary>
/// By what a statement is known to be the same in two texts: the address of the highlight it was made of, its words, or nearly its words with
/// the same numbers. A note that was written again by its service says nothing a second time. Hashes only: the words themselves are not kept.
/// </summary>
/// <param name="Permalink">Hash of the highlight's address; 0 where there is none.</param>
/// <param name="Words">Hash of the words as <see cref="WordKey.Exact"/> has them; 0 for what is too short to prove anything.</param>
/// <param name="Numbers">Hash of the numbers and negations in order.</param>
/// <param name="Sketch"><see cref="WordKey.Sketch"/>; 0 for what is too short.</param>
internal readonly record struct StatementIdentity(ulong Permalink, ulong Words, ulong Numbers, UInt128 Sketch)
{
    /// <summary>Fewer characters than this are no sentence, and prove nothing when they meet.</summary>
    private const int FewestCharacters = 24;

    /// <summary>Of the sixteen bytes of a sketch: three quarters, with the same figure and the same numbers throughout.</summary>
    private const int NearBytes = 12;

    // FNV-1a, 64 bits: the same on every machine, and there is nobody to defend it against.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static StatementIdentity Of(Statement? statement)
    {
        if (statement is null)
            return default;
        var permalink = 0UL;
        foreach (var link in statement.Links)
            if (Permalinks.Is(link))
            {
                permalink = Hash(link.Url);
                break;
            }
        var key = WordKey.Of(statement.Text);
        return new(permalink, key.Exact.Length < FewestCharacters ? 0 : Hash(key.Exact), Hash(key.Numbers), key.Sketch());
    }

    /// <summary>True for two statements with the same numbers that differ in a word or two.</summary>
    public bool IsNear(StatementIdentity other)
    {
        if (Sketch == 0 || other.Sketch == 0 || Numbers != other.Numbers)
            return false;
        var equal = 0;
        var differing = Sketch ^ other.Sketch;
        for (var i = 0; i < 16; i++, differing >>= 8)
            if ((byte)differing == 0)
                equal++;
        return equal >= NearBytes;
    }

    private static ulong Hash(string text)
    {
        var hash = Basis;
        foreach (var b in MemoryMarshal.AsBytes(text.AsSpan()))
            hash = (hash ^ b) * Prime;
        return hash;
    }
}
