using System.Text;
using Entente.Reading.Pages;

namespace Entente.Reading.Formatted;

/// <summary>Makes the text of a node out of stretches of a source: what is seen, and from where.</summary>
internal sealed class ShownText
{
    private readonly StringBuilder text = new();
    private readonly List<(int Reading, int Document)> runs = [];
    private int next = -1;

    public int Length => text.Length;

    /// <summary>Characters as they stand.</summary>
    public ShownText Verbatim(ReadOnlySpan<char> source, int at)
    {
        for (var i = 0; i < source.Length; i++)
            Add(source, i, at + i);
        return this;
    }

    /// <summary>A stretch of a page: character references read, white space collapsed unless it is kept.</summary>
    /// <param name="source">The page.</param>
    /// <param name="start">First position of the stretch.</param>
    /// <param name="end">One past the last.</param>
    /// <param name="shift">Where the page begins in the document.</param>
    /// <param name="keepSpace">True within preformatted text.</param>
    public ShownText Page(string source, int start, int end, int shift, bool keepSpace)
    {
        for (var at = start; at < end; )
        {
            var c = source[at];
            if (c == '&' && PageText.Reference(source.AsSpan(at, end - at), out var characters, out var length))
            {
                for (var i = 0; i < characters.Length && i < length; i++)
                    Add(characters, i, shift + at + i);
                at += length;
                continue;
            }
            if (!keepSpace && c is ' ' or '\n' or '\r' or '\t' or '\f')
            {
                if (text.Length == 0 || text[^1] != ' ')
                    Add(" ", 0, shift + at);
            }
            // The reader passes over places where a word may be broken; so does a browser.
            else if (c is not ('\u00AD' or '\u200B' or '\uFEFF' or '\u2060'))
                Add(source, at, shift + at);
            at++;
        }
        return this;
    }

    /// <summary>The node; null where there is nothing to see.</summary>
    public FormattedText? Node() => text.Length == 0 ? null : new(text.ToString(), new(runs));

    private void Add(ReadOnlySpan<char> source, int i, int document)
    {
        var c = source[i];
        var paired =
            (char.IsHighSurrogate(c) && i + 1 < source.Length && char.IsLowSurrogate(source[i + 1]))
            || (char.IsLowSurrogate(c) && i > 0 && char.IsHighSurrogate(source[i - 1]));
        if (document != next)
            runs.Add((text.Length, document));
        text.Append(Hides(c) || (char.IsSurrogate(c) && !paired) ? '\uFFFD' : c);
        next = document + 1;
    }

    /// <summary>
    /// Signs that cannot be seen and change what is: controls, marks that turn the direction of what follows, and breaks of no width. Joiners
    /// stay, which scripts and emoji need.
    /// </summary>
    private static bool Hides(char c) =>
        (char.IsControl(c) && c is not ('\n' or '\t' or '\r'))
        || c
            is (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
                or '\u200E'
                or '\u200F'
                or '\u061C'
                or '\u200B'
                or '\u2060'
                or '\uFEFF'
                or (>= '\uFFF9' and <= '\uFFFB');
}
