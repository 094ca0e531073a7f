using System.Buffers;

namespace Entente.Reading.Markup;

/// <summary>Decides whether lines that follow each other are one paragraph broken to a width, or one paragraph each.</summary>
internal static class LineWrap
{
    private const int Narrowest = 50;
    private const int Widest = 130;

    private static readonly SearchValues<char> NotInLabels = SearchValues.Create(",;!?\"“”");

    /// <summary>
    /// Broken to a width: a line that ends in the middle of a sentence goes on in lower case; or all lines but the last have about the same
    /// length. Lines of a copied article, each a paragraph, show neither.
    /// </summary>
    public static bool IsWrapped(string text, List<(int Start, int End)> lines)
    {
        int shortest = int.MaxValue,
            longest = 0;
        for (var i = 0; i + 1 < lines.Count; i++)
        {
            var (start, end) = lines[i];
            var length = end - start;
            shortest = Math.Min(shortest, length);
            longest = Math.Max(longest, length);
            if (length <= Widest && char.IsLower(text[lines[i + 1].Start]) && text[end - 1] is not ('.' or '!' or '?' or ':'))
                return true;
        }
        return shortest >= Narrowest && longest <= Widest && longest - shortest <= 25;
    }

    /// <summary>True for a line that starts with a speaker's label ("Q: …", "Maria Silva: …"), which never continues the line before.</summary>
    public static bool StartsLabel(ReadOnlySpan<char> line)
    {
        var colon = line[..Math.Min(line.Length, 40)].IndexOf(':');
        return colon > 0
            && colon + 1 < line.Length
            && line[colon + 1] == ' '
            && char.IsUpper(line[0])
            && !line[..colon].ContainsAny(NotInLabels);
    }
}
