using System.Buffers;
using Entente.Reading;

namespace Entente.Reports.Obsidian;

/// <summary>
/// Where in the user's note a claim stands, as a link: to the paragraph's block identifier where it has one (`[[note#^id]]`), else to the heading
/// above, else to the note. The note itself is never touched, so no identifier is put into it.
/// </summary>
internal sealed class NoteLinks
{
    private static readonly SearchValues<char> Unlinkable = SearchValues.Create("[]#^|\\/:\n\r");

    private readonly string text;
    private readonly string? note;
    private readonly List<(int Offset, string Text)> headings = [];

    public NoteLinks(Document document)
    {
        text = document.Text;
        var name = ObsidianNames.NoteName(document.Path);
        // Names with these signs cannot be linked.
        note = document.Path == "-" || name.AsSpan().ContainsAny(Unlinkable) ? null : name;
        FindHeadings();
    }

    /// <summary>The whole note; null where its name cannot be linked.</summary>
    public string? Note => note is null ? null : $"[[{note}]]";

    /// <summary>A link to the place, and whether it is a block, which can be embedded; null where the note cannot be linked.</summary>
    public (string Link, bool IsBlock)? To(int start, int end)
    {
        if (note is null)
            return null;
        if (BlockId(end) is { } id)
            return ($"[[{note}#^{id}]]", true);
        var above = headings.FindLastIndex(h => h.Offset <= start);
        return ($"[[{note}{(above >= 0 && headings[above].Text is { Length: > 0 } heading ? "#" + heading : "")}]]", false);
    }

    private void FindHeadings()
    {
        // Headings of a note that is one long list of them would make each look-up slow, and link to nothing useful.
        const int Most = 2_000;
        for (var at = 0; at < text.Length && headings.Count < Most; )
        {
            var end = LineEnd(at);
            var level = 0;
            while (at + level < end && text[at + level] == '#')
                level++;
            if (level is > 0 and <= 6 && at + level < end && text[at + level] == ' ')
                headings.Add((at, Plain(text.AsSpan(at + level, end - at - level).Trim())));
            at = end + 1;
        }
    }

    // Obsidian leaves these signs out when it matches a link with its heading.
    private static string Plain(ReadOnlySpan<char> heading)
    {
        var plain = new System.Text.StringBuilder(heading.Length);
        foreach (var c in heading)
            plain.Append(c is '#' or '^' or '[' or ']' or '|' or '\\' or ':' || char.IsControl(c) ? ' ' : c);
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The identifier at the end of the paragraph (` ^id`), or alone after it.</summary>
    private string? BlockId(int from)
    {
        const int Farthest = 20_000;
        var limit = Math.Min(text.Length, from + Farthest);
        var at = Math.Min(from, text.Length);
        var blank = false;
        while (at < limit)
        {
            var end = LineEnd(at);
            var line = text.AsSpan(at, end - at).Trim();
            if (line.IsEmpty)
                blank = true;
            else if (blank)
                return line[0] == '^' && IsId(line[1..]) ? line[1..].ToString() : null;
            else if (line.LastIndexOf('^') is >= 0 and var caret && (caret == 0 || line[caret - 1] == ' ') && IsId(line[(caret + 1)..]))
                return line[(caret + 1)..].ToString();
            at = end + 1;
            // The next item of a list is another block.
            if (at < limit && !blank && text[at] is '-' or '*' or '+' or '#')
                return null;
        }
        return null;
    }

    private static bool IsId(ReadOnlySpan<char> id)
    {
        foreach (var c in id)
            if (!char.IsAsciiLetterOrDigit(c) && c != '-')
                return false;
        return id.Length is > 0 and < 100;
    }

    private int LineEnd(int at)
    {
        var length = text.AsSpan(at).IndexOf('\n');
        return length < 0 ? text.Length : at + length;
    }
}
