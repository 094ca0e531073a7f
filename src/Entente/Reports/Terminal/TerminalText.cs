using System.Text;

namespace Entente.Reports.Terminal;

/// <summary>
/// Text for a terminal: made harmless (a document may hold escape sequences), measured in columns, wrapped.
/// </summary>
public static class TerminalText
{
    /// <summary>One line without anything that a terminal would act on: white space runs become one space, control and bidirectional signs are dropped.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var space = false;
        foreach (var c in text)
        {
            if (c is ' ' or '\n' or '\r' or '\t' or '\u00A0' or '\u202F' or '\u2028' or '\u2029')
            {
                space = clean.Length > 0;
                continue;
            }
            if (
                char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\uFEFF'
            )
                continue;
            if (space)
                clean.Append(' ');
            space = false;
            clean.Append(c);
        }
        return clean.ToString();
    }

    /// <summary>How many columns a text takes: two for East Asian wide characters and emoji, none for combining marks.</summary>
    public static int Columns(ReadOnlySpan<char> text)
    {
        var columns = 0;
        foreach (var rune in text.EnumerateRunes())
            columns += Columns(rune);
        return columns;
    }

    /// <summary>
    /// Lines of at most <paramref name="width"/> columns, broken at spaces; a word longer than a line is broken where the line ends.
    /// </summary>
    public static List<string> Wrap(string text, int width, int maxLines = int.MaxValue)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        var columns = 0;
        foreach (var part in Glue(text).Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var word = part.Replace('\u00A0', ' ');
            var length = Columns(word);
            if (columns > 0 && columns + 1 + length > width)
                Break();
            if (columns > 0)
            {
                line.Append(' ');
                columns++;
            }
            foreach (var rune in word.EnumerateRunes())
            {
                var wide = Columns(rune);
                if (columns + wide > width)
                    Break();
                line.Append(rune.ToString());
                columns += wide;
            }
            if (lines.Count > maxLines)
                break;
        }
        if (line.Length > 0)
            lines.Add(line.ToString());
        if (lines.Count <= maxLines)
            return lines;
        lines.RemoveRange(maxLines, lines.Count - maxLines);
        lines[^1] = Cut(lines[^1] + " …", width);
        return lines;

        void Break()
        {
            lines.Add(line.ToString());
            line.Clear();
            columns = 0;
        }
    }

    /// <summary>A number and its sign stay on one line.</summary>
    private static string Glue(string text) =>
        text.Replace(" %", "\u00A0%", StringComparison.Ordinal).Replace(" pp", "\u00A0pp", StringComparison.Ordinal);

    /// <summary>The text in at most so many columns, with an ellipsis where it was cut.</summary>
    public static string Cut(string text, int width)
    {
        if (Columns(text) <= width)
            return text;
        var cut = new StringBuilder();
        var columns = 0;
        foreach (var rune in text.TrimEnd('…', ' ').EnumerateRunes())
        {
            columns += Columns(rune);
            if (columns > width - 1)
                break;
            cut.Append(rune.ToString());
        }
        return cut.ToString().TrimEnd() + "…";
    }

    private static int Columns(Rune rune) =>
        rune.Value switch
        {
            < 0x300 => 1,
            <= 0x36F or 0x200B or 0x200D or (>= 0xFE00 and <= 0xFE0F) => 0,
            < 0x1100 => 1,
            <= 0x115F
            or (>= 0x2E80 and <= 0xA4CF)
            or (>= 0xAC00 and <= 0xD7A3)
            or (>= 0xF900 and <= 0xFAFF)
            or (>= 0xFE30 and <= 0xFE6F)
            or (>= 0xFF00 and <= 0xFF60)
            or (>= 0xFFE0 and <= 0xFFE6)
            or (>= 0x1F300 and <= 0x1FAFF)
            or (>= 0x20000 and <= 0x3FFFD) => 2,
            _ => 1,
        };
}
