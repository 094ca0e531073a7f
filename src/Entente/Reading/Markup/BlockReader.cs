using System.Buffers;

namespace Entente.Reading.Markup;

/// <summary>
/// Cuts plain text and Markdown into blocks, line by line and in linear time whatever the nesting: what Markdown nests is of no interest
/// here beyond "quoted" and "under this item", so no tree is built and none can overflow.
/// </summary>
internal sealed class BlockReader
{
    private readonly string text;
    private readonly List<Block> blocks = [];
    private readonly List<WrittenClaim> claims = [];
    private readonly Dictionary<string, string> references;
    private readonly List<(int Start, int End)> group = [];
    private BlockKind kind;
    private bool quoted;
    private int indent;
    private string? callout;
    private readonly Dictionary<string, List<string>> fields = new(StringComparer.OrdinalIgnoreCase);

    private BlockReader(string text, Dictionary<string, string> references) => (this.text, this.references) = (text, references);

    /// <summary>Reads the blocks from an offset (the end of the front matter) on.</summary>
    public static BlockList Read(string text, int start)
    {
        var reader = new BlockReader(text, LinkReferences.Find(text, start));
        reader.Run(start);
        return new(reader.blocks, reader.claims) { Fields = reader.fields };
    }

    private void Run(int start)
    {
        var at = start;
        while (at < text.Length)
        {
            var end = LineEnd(at);
            at = Line(at, end);
        }
        Flush();
    }

    /// <summary>The end of the line without its line break.</summary>
    private int LineEnd(int at)
    {
        var length = text.AsSpan(at).IndexOfAny('\n', '\r');
        return length < 0 ? text.Length : at + length;
    }

    private int Next(int end)
    {
        if (end >= text.Length)
            return text.Length;
        return text[end] == '\r' && end + 1 < text.Length && text[end + 1] == '\n' ? end + 2 : end + 1;
    }

    /// <summary>Takes one line (or a fenced block, or a comment) and returns where the next one starts.</summary>
    private int Line(int start, int end)
    {
        var at = start;
        var spaces = 0;
        var inQuote = false;
        while (at < end && (char.IsWhiteSpace(text[at]) || text[at] == '>' || text[at] == '\uFEFF'))
        {
            inQuote |= text[at] == '>';
            spaces += text[at] == '\t' ? 4 : 1;
            at++;
        }
        var content = text.AsSpan(at, end - at).TrimEnd();
        if (content.IsEmpty)
        {
            Flush();
            return Next(end);
        }
        if (inQuote != quoted)
        {
            Flush();
            quoted = inQuote;
            callout = null;
        }
        if (inQuote && content.StartsWith("[!") && Callout(at, at + content.Length))
            return Next(end);
        if (content.StartsWith("```") || content.StartsWith("~~~"))
            return Fence(at, end);
        if (content.StartsWith("<!--") && !content.Contains("-->", StringComparison.Ordinal))
        {
            var close = text.IndexOf("-->", end, StringComparison.Ordinal);
            Flush();
            return close < 0 ? Next(end) : close + 3;
        }
        Content(at, at + content.Length, spaces);
        return Next(end);
    }

    private void Content(int at, int end, int spaces)
    {
        var content = text.AsSpan(at, end - at);
        if (IsRule(content))
        {
            if (group.Count == 1 && kind == BlockKind.Paragraph && content[0] is '=' or '-' && group.Count > 0)
                kind = BlockKind.Heading;
            Flush();
            return;
        }
        if (content[0] == '#' && Heading(at, end))
            return;
        if (content[0] == '|')
        {
            Flush();
            if (content.ContainsAnyExcept("|-: \t"))
                Add(BlockKind.TableRow, [(at, end)], 0);
            return;
        }
        if (LinkReferences.IsDefinition(content))
        {
            Flush();
            return;
        }
        if (InlineFields.TryRead(content, out var key, out var value))
        {
            Flush();
            // A property under a block is the block's, not the page's.
            if (spaces == 0 || quoted || blocks.Count == 0)
                fields.TryAdd(key, [value]);
            return;
        }
        var body = ItemBody(content);
        if (body > 0)
        {
            Flush();
            if (InlineFields.TryRead(content[body..], out key, out value))
            {
                if (spaces == 0)
                    fields.TryAdd(key, [value]);
                return;
            }
            kind = BlockKind.Item;
            indent = spaces;
            if (content[body..].StartsWith("[ ] ") || content[body..].StartsWith("[x] "))
                body += 4;
            group.Add((at + body, end));
            return;
        }
        group.Add((at, end));
    }

    /// <summary>"[!quote]- Title": the head of an Obsidian callout. Its title is a heading unless it is a link or the kind again.</summary>
    private bool Callout(int at, int end)
    {
        var close = text.IndexOf(']', at, end - at);
        if (close < 0 || close - at is < 3 or > 40)
            return false;
        Flush();
        var name = text.AsSpan(at + 2, close - at - 2);
        var bar = name.IndexOf('|');
        callout = (bar < 0 ? name : name[..bar]).Trim().ToString().ToLowerInvariant();
        var from = close + 1;
        if (from < end && text[from] is '-' or '+')
            from++;
        while (from < end && char.IsWhiteSpace(text[from]))
            from++;
        var title = text.AsSpan(from, end - from);
        if (Callouts.IsTitle(title, callout))
            Add(BlockKind.Heading, [(from, end)], 0);
        return true;
    }

    private bool Heading(int at, int end)
    {
        var level = 1;
        while (level < 7 && at + level < end && text[at + level] == '#')
            level++;
        if (level > 6 || at + level >= end || text[at + level] != ' ')
            return false;
        Flush();
        var to = end;
        while (to > at + level && text[to - 1] is '#' or ' ')
            to--;
        // "{#id}": the name that some programs give a heading.
        if (
            to > at + level
            && text[to - 1] == '}'
            && text.LastIndexOf("{#", to - 1, to - at - level, StringComparison.Ordinal) is > 0 and var id
        )
            to = id;
        Add(BlockKind.Heading, [(at + level + 1, Math.Max(to, at + level + 1))], 0);
        return true;
    }

    /// <summary>A fenced block: `claim` holds what its writer asserts; any other is code and left out.</summary>
    private int Fence(int at, int end)
    {
        Flush();
        var sign = text[at];
        var ticks = 0;
        while (at + ticks < end && text[at + ticks] == sign)
            ticks++;
        var isClaim = text.AsSpan(at + ticks, end - at - ticks).Trim().SequenceEqual("claim");
        var lines = new List<(int Start, int End)>();
        var line = Next(end);
        while (line < text.Length)
        {
            var lineEnd = LineEnd(line);
            var content = text.AsSpan(line, lineEnd - line).Trim().TrimStart("> ");
            if (content.Length >= ticks && !content.ContainsAnyExcept(sign))
            {
                line = Next(lineEnd);
                break;
            }
            if (isClaim)
                lines.Add((line, lineEnd));
            line = Next(lineEnd);
        }
        if (lines.Count > 0)
            claims.AddRange(ClaimFence.Read(text, lines));
        return line;
    }

    private void Flush()
    {
        if (group.Count > 0)
        {
            foreach (var (from, to) in LineWrap.Paragraphs(text, group, blocks.Count))
            {
                Add(kind, group[from..to], indent);
                if (kind == BlockKind.Item)
                    kind = BlockKind.Paragraph;
            }
        }
        group.Clear();
        kind = BlockKind.Paragraph;
        indent = 0;
    }

    private void Add(BlockKind blockKind, List<(int Start, int End)> lines, int spaces)
    {
        var raw = new MappedTextBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (i > 0)
                raw.Append(' ', lines[i - 1].End);
            for (var at = lines[i].Start; at < lines[i].End; at++)
                raw.Append(text[at], at);
        }
        if (raw.Build() is not { } mapped)
            return;
        if (mapped.Text.Contains("::", StringComparison.Ordinal))
            InlineFields.Collect(mapped.Text, fields);
        if (InlineReader.Read(mapped, references) is { } reading)
            blocks.Add(
                new Block(blockKind, reading)
                {
                    Quoted = quoted,
                    Callout = callout,
                    Indent = spaces,
                    Emphasised = IsEmphasised(mapped.Text),
                }
            );
    }

    /// <summary>True for "**…**", "_…_", "&lt;strong&gt;…&lt;/strong&gt;" around the whole of a block.</summary>
    private static bool IsEmphasised(string raw)
    {
        var signs = 0;
        while (signs < raw.Length && signs < 3 && raw[signs] is '*' or '_')
            signs++;
        if (signs > 0)
            return raw.Length > 2 * signs
                && raw.EndsWith(raw[..signs], StringComparison.Ordinal)
                && raw.IndexOf(raw[..signs], signs, StringComparison.Ordinal) == raw.Length - signs;
        return raw[0] == '<'
            && raw[^1] == '>'
            && (
                raw.StartsWith("<b>", StringComparison.OrdinalIgnoreCase)
                || raw.StartsWith("<strong>", StringComparison.OrdinalIgnoreCase)
                || raw.StartsWith("<em>", StringComparison.OrdinalIgnoreCase)
                || raw.StartsWith("<i>", StringComparison.OrdinalIgnoreCase)
            );
    }

    /// <summary>A thematic break or the line under a heading: three or more of one sign, blanks between them allowed.</summary>
    private static bool IsRule(ReadOnlySpan<char> content)
    {
        if (content.Length < 3 || content[0] is not ('-' or '*' or '_' or '=' or '—'))
            return false;
        var sign = content[0];
        var count = 0;
        foreach (var c in content)
        {
            if (c == sign)
                count++;
            else if (c != ' ')
                return false;
        }
        return count >= 3;
    }

    private static readonly SearchValues<char> Bullets = SearchValues.Create("-*+•‣▪●◦·");

    /// <summary>How many characters a list sign and the blank after it take; 0 where there is none.</summary>
    private static int ItemBody(ReadOnlySpan<char> content)
    {
        var sign = 0;
        if (Bullets.Contains(content[0]))
            sign = 1;
        else
        {
            while (sign < content.Length && sign < 3 && char.IsAsciiDigit(content[sign]))
                sign++;
            if (sign == 0 || sign >= content.Length || content[sign] is not ('.' or ')'))
                return 0;
            sign++;
        }
        var body = sign;
        while (body < content.Length && content[body] is ' ' or '\t' or '\u00A0')
            body++;
        return body > sign && body < content.Length ? body + TaskMark(content[body..]) : 0;
    }

    // What outliners write before an item that is a task: the program's word, not the writer's.
    private static readonly string[] TaskMarks =
    [
        "TODO ",
        "DOING ",
        "DONE ",
        "LATER ",
        "NOW ",
        "WAITING ",
        "CANCELED ",
        "CANCELLED ",
        "[ ] ",
        "[x] ",
        "[X] ",
    ];

    /// <summary>How many characters the mark of a task takes; 0 where there is none, or nothing after it.</summary>
    private static int TaskMark(ReadOnlySpan<char> item)
    {
        foreach (var mark in TaskMarks)
            if (item.Length > mark.Length && item.StartsWith(mark, StringComparison.Ordinal))
                return mark.Length;
        return 0;
    }
}
