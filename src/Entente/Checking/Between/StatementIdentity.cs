using System.Runtime.InteropServices;
using Entente.Reading;
using Entente.Reading.Notes;

namespace Entente.Checking.Between;

/// <summary>
/// By what a statement is known to be the same in two texts: the address of the highlight it was made of, or its words. A note that was
/// written again by its service says nothing a second time.
/// </summary>
/// <param name="Permalink">Hash of the highlight's address; 0 where there is none.</param>
/// <param name="Words">Hash of the letters and digits, small.</param>
internal readonly record struct StatementIdentity(ulong Permalink, ulong Words)
{
    /// <summary>Fewer letters than this are no sentence, and prove nothing when they meet.</summary>
    private const int FewestLetters = 24;

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
        return new(permalink, OfWords(statement.Text));
    }

    public bool IsSameAs(StatementIdentity other) =>
        (Permalink != 0 && Permalink == other.Permalink) || (Words != 0 && Words == other.Words);

    private static ulong OfWords(string text)
    {
        var hash = Basis;
        var letters = 0;
        foreach (var c in text)
            if (char.IsLetterOrDigit(c))
            {
                hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
                letters++;
            }
        return letters < FewestLetters ? 0 : hash;
    }

    private static ulong Hash(string text)
    {
        var hash = Basis;
        foreach (var b in MemoryMarshal.AsBytes(text.AsSpan()))
            hash = (hash ^ b) * Prime;
        return hash;
    }
}
