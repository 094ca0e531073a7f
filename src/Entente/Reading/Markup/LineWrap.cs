using System.Buffers;
using Entente.Reading.FrontMatter;

namespace Entente.Reading.Markup;

/// <summary>Decides whether lines that follow each other are one paragraph broken to a width, or one paragraph each.</summary>
internal static class LineWrap
{
    private const int Narrowest = 50;
    private const int Widest = 130;

    private static readonly SearchValues<char> NotInLabels = SearchValues.Create(",;!?\"“”");

    /// <summary>Up to here a document may still be before its text, where a date or the authors have a line of their own.</summary>
    private const int HeadBlocks = 14;

    /// <summary>Where the paragraphs of lines that follow each other start and end, as indexes of lines.</summary>
    /// <param name="text">The document.</param>
    /// <param name="lines">Lines without a blank line between them.</param>
    /// <param name="blocksBefore">How many blocks of the document come before them.</param>
    public static List<(int Start, int End)> Paragraphs(string text, List<(int Start, int End)> lines, int blocksBefore)
    {
        var paragraphs = new List<(int Start, int End)>();
        var from = 0;
        for (var i = 0; i <= lines.Count; i++)
        {
            var alone = i < lines.Count && blocksBefore + i < HeadBlocks && StandsAlone(text, lines, i);
            if (i < lines.Count && !alone)
                continue;
            Wrapped(text, lines, from, i, paragraphs);
            if (alone)
                paragraphs.Add((i, i + 1));
            from = i + 1;
        }
        return paragraphs;
    }

    private static void Wrapped(string text, List<(int Start, int End)> lines, int from, int end, List<(int Start, int End)> paragraphs)
    {
        var wrapped = end - from > 1 && IsWrapped(text, lines, from, end);
        for (var i = from + 1; i <= end; i++)
        {
            if (i < end && wrapped && !StartsLabel(text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start)))
                continue;
            paragraphs.Add((from, i));
            from = i;
        }
    }

    /// <summary>True for a line of the head that is a date or names the authors, and that the line before does not lead into.</summary>
    private static bool StandsAlone(string text, List<(int Start, int End)> lines, int i)
    {
        var line = text.AsSpan(lines[i].Start, lines[i].End - lines[i].Start).Trim("*_ ");
        if (line.Length > 120 || line.IsEmpty || (!DateLine.IsByline(line) && !DateLine.TryRead(line.ToString(), out _)))
            return false;
        if (i == 0)
            return true;
        var before = text.AsSpan(lines[i - 1].Start, lines[i - 1].End - lines[i - 1].Start);
        var word = before[(before.LastIndexOf(' ') + 1)..];
        return before[^1] is not (',' or '-' or '–')
            && word
                is not (
                    "on"
                    or "in"
                    or "of"
                    or "by"
                    or "to"
                    or "at"
                    or "for"
                    or "from"
                    or "since"
                    or "until"
                    or "till"
                    or "before"
                    or "after"
                    or "between"
                    or "and"
                    or "or"
                    or "the"
                    or "than"
                    or "as"
                    or "around"
                    or "dated"
                );
    }

    /// <summary>
    /// Broken to a width: a line that ends in the middle of a sentence goes on in lower case; or all lines but the last have about the same
    /// length, and none had room for the next line's first word. Lines of a copied article, each a paragraph, show neither.
    /// </summary>
    private static bool IsWrapped(string text, List<(int Start, int End)> lines, int from, int to)
    {
        int shortest = int.MaxValue,
            longest = 0;
        for (var i = from; i + 1 < to; i++)
        {
            var (start, end) = lines[i];
            var length = end - start;
            shortest = Math.Min(shortest, length);
            longest = Math.Max(longest, length);
            if (length <= Widest && char.IsLower(text[lines[i + 1].Start]) && text[end - 1] is not ('.' or '!' or '?' or ':'))
                return true;
        }
        if (shortest < Narrowest || longest > Widest || longest - shortest > 25)
            return false;
        longest = Math.Max(longest, lines[to - 1].End - lines[to - 1].Start);
        for (var i = from; i + 1 < to; i++)
        {
            var next = text.AsSpan(lines[i + 1].Start, lines[i + 1].End - lines[i + 1].Start);
            var word = next.IndexOf(' ');
            if (lines[i].End - lines[i].Start + 1 + (word < 0 ? next.Length : word) <= longest)
                return false;
        }
        return longest <= Widest;
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
