using System.Buffers;

namespace Entente.Reading.Markup;

/// <summary>
/// Removes the mark-up inside a block: links and wiki-links reduced to their words, emphasis, code signs, tags, comments, images, footnote
/// signs, escapes and character references. Every search forward is bounded or remembered, so the time is linear.
/// </summary>
internal sealed class InlineReader
{
    private const int LongestTarget = 4096;
    private const int LongestTag = 1024;

    private static readonly SearchValues<char> Signs = SearchValues.Create("\\`<[*_~=&^%");

    private readonly string s;
    private readonly Dictionary<string, string> references;
    private readonly bool[] drop;
    private readonly int[] match;
    private readonly Dictionary<int, char> replaced = [];
    private readonly List<(int Start, int End, string Url)> links = [];
    private readonly Dictionary<int, int> targets = [];
    private readonly Dictionary<(char, int), Stack<int>> openers = [];
    private readonly HashSet<string> unclosed = [];

    private InlineReader(string s, Dictionary<string, string> references)
    {
        this.s = s;
        this.references = references;
        drop = new bool[s.Length];
        match = Brackets(s);
    }

    /// <summary>The reading text of a block; null where nothing but mark-up is there.</summary>
    public static MappedText? Read(MappedText raw, Dictionary<string, string> references)
    {
        var s = raw.Text;
        if (!s.AsSpan().ContainsAny(Signs) && !s.Contains("://", StringComparison.Ordinal) && !s.Contains(":: ", StringComparison.Ordinal))
            return raw;
        var reader = new InlineReader(s, references);
        reader.Mark();
        return reader.Emit(raw);
    }

    private void Mark()
    {
        var at = 0;
        while (at < s.Length)
            at = s[at] switch
            {
                '\\' => Escape(at),
                '`' => Code(at),
                '<' => Tag(at),
                '!' when At(at + 1) == '[' => Bracket(at + 1, image: true),
                '[' => Bracket(at, image: false),
                ']' when targets.TryGetValue(at, out var end) => end,
                '*' or '_' or '~' or '=' => Emphasis(at),
                '&' => Entity(at),
                '%' when At(at + 1) == '%' && IsBlank(at - 1) => Comment(at, "%%"),
                '(' when InlineFields.EndOfParenthesis(s, at) is > 0 and var close => Field(at, close),
                '^' when IsBlank(at - 1) => BlockId(at),
                'h' when s.AsSpan(at).StartsWith("http") && !char.IsLetterOrDigit(At(at - 1)) => Address(at),
                _ => at + 1,
            };
    }

    private MappedText? Emit(MappedText raw)
    {
        var built = new MappedTextBuilder();
        var places = links.Count > 0 ? new int[s.Length + 1] : [];
        for (var i = 0; i < s.Length; i++)
        {
            if (places.Length > 0)
                places[i] = built.Length;
            if (!drop[i])
                built.Append(replaced.Count > 0 && replaced.TryGetValue(i, out var c) ? c : s[i], raw.ToDocument(i));
        }
        if (built.Build() is not { } text)
            return null;
        if (links.Count == 0)
            return text;
        places[s.Length] = text.Text.Length;
        var placed = links
            .Select(l => (Start: Math.Min(places[l.Start], text.Text.Length), End: Math.Min(places[l.End], text.Text.Length), l.Url))
            .OrderBy(l => l.Start)
            .Select(l => new PlacedLink(l.Start, l.End, new Link(text.Text[l.Start..l.End].Trim(), l.Url)));
        return text.With([.. placed]);
    }

    private char At(int i) => (uint)i < (uint)s.Length ? s[i] : ' ';

    private bool IsBlank(int i) => char.IsWhiteSpace(At(i));

    private void Drop(int start, int end) => drop.AsSpan(start, Math.Min(end, s.Length) - start).Fill(true);

    private int Escape(int at)
    {
        if (!char.IsAscii(At(at + 1)) || !(char.IsPunctuation(At(at + 1)) || char.IsSymbol(At(at + 1))))
            return at + 1;
        drop[at] = true;
        return at + 2;
    }

    private int Code(int at)
    {
        var end = RunEnd(at);
        var ticks = s[at..end];
        var close = end - at > 3 ? -1 : FindOnce(ticks, end);
        if (close < 0)
            return end;
        Drop(at, end);
        Drop(close, close + ticks.Length);
        return close + ticks.Length;
    }

    /// <summary>Looks for an end mark; what was not found once is not looked for again, as it cannot be there further on either.</summary>
    private int FindOnce(string mark, int from)
    {
        if (unclosed.Contains(mark))
            return -1;
        var found = s.IndexOf(mark, from, StringComparison.Ordinal);
        if (found < 0)
            unclosed.Add(mark);
        return found;
    }

    private int Comment(int at, string close)
    {
        var end = FindOnce(close, at + 2);
        if (end < 0)
            return at + 2;
        Drop(at, end + close.Length);
        return end + close.Length;
    }

    private int Tag(int at)
    {
        if (s.AsSpan(at).StartsWith("<!--"))
            return Comment(at, "-->");
        if (!char.IsAsciiLetter(At(at + 1)) && At(at + 1) != '/')
            return at + 1;
        var span = s.AsSpan(at + 1, Math.Min(LongestTag, s.Length - at - 1));
        var length = span.IndexOfAny('<', '>');
        if (length <= 0 || span[length] == '<')
            return at + 1;
        var end = at + 1 + length;
        var inner = span[..length];
        if (inner.StartsWith("http", StringComparison.OrdinalIgnoreCase) && inner.Contains("://", StringComparison.Ordinal))
        {
            links.Add((at + 1, end, inner.ToString()));
            drop[at] = drop[end] = true;
            return end + 1;
        }
        Drop(at, end + 1);
        if (inner.StartsWith("br", StringComparison.OrdinalIgnoreCase) || inner is "/p" or "/div" or "/td" or "/li")
        {
            drop[at] = false;
            replaced[at] = ' ';
        }
        return end + 1;
    }

    private int Bracket(int open, bool image)
    {
        var close = match[open];
        var from = image ? open - 1 : open;
        if (close < 0)
            return open + 1;
        if (!image && InlineFields.IsField(s, open, close))
            return Field(open, close);
        if (At(open + 1) == '[' && match[open + 1] == close - 1)
            return WikiLink(open, close, image);
        if (At(open + 1) == '^')
        {
            Drop(from, close + (open == 0 && At(close + 1) == ':' ? 2 : 1));
            return close + 1;
        }
        if (Target(close + 1, out var url, out var end) || Reference(open, close, out url, out end))
        {
            if (image)
            {
                Drop(from, end);
                return end;
            }
            links.Add((open + 1, close, url));
            drop[open] = true;
            Drop(close, end);
            targets[close] = end;
        }
        return open + 1;
    }

    private int Field(int open, int close)
    {
        // With the blank before it, where none is needed after it.
        Drop(IsBlank(open - 1) && open > 0 && At(close + 1) is '.' or ',' or ';' or ':' or ' ' ? open - 1 : open, close + 1);
        return close + 1;
    }

    private int WikiLink(int open, int close, bool image)
    {
        if (image)
        {
            Drop(open - 1, close + 1);
            return close + 1;
        }
        var bar = s.IndexOf('|', open + 2, close - open - 3);
        Drop(open, bar < 0 ? open + 2 : bar + 1);
        Drop(close - 1, close + 1);
        return close + 1;
    }

    /// <summary>Reads "(https://… "title")" after a closing bracket.</summary>
    private bool Target(int at, out string url, out int end)
    {
        (url, end) = ("", at);
        if (At(at) != '(')
            return false;
        var depth = 0;
        var urlEnd = -1;
        for (var i = at; i < s.Length && i < at + LongestTarget; i++)
        {
            if (s[i] == '(')
                depth++;
            else if (s[i] == ')' && --depth == 0)
            {
                url = s[(at + 1)..(urlEnd < 0 ? i : urlEnd)].Trim('<', '>');
                end = i + 1;
                return true;
            }
            else if (s[i] == '[')
                return false; // an address has none, and without this nested openings would be searched again and again
            else if (s[i] == ' ' && urlEnd < 0)
            {
                // Only a title in quotation marks may follow the address; anything else is a remark in parentheses.
                if (At(i + 1) is not ('"' or '\''))
                    return false;
                urlEnd = i;
            }
        }
        return false;
    }

    private bool Reference(int open, int close, out string url, out int end)
    {
        (url, end) = ("", close + 1);
        if (references.Count == 0 || close - open > 200)
            return false;
        var label = s[(open + 1)..close];
        if (At(close + 1) == '[' && match[close + 1] is var second and > 0 && second - close < 200)
        {
            if (second > close + 2)
                label = s[(close + 2)..second];
            end = second + 1;
        }
        return references.TryGetValue(label, out url!);
    }

    private int Emphasis(int at)
    {
        var end = RunEnd(at);
        var length = end - at;
        var sign = s[at];
        if (length > 3 || (sign is '~' or '=' && length != 2))
            return end;
        var before = At(at - 1);
        var after = At(end);
        var opens =
            !char.IsWhiteSpace(after) && (sign is '*' ? !char.IsLetterOrDigit(before) || length > 1 : !char.IsLetterOrDigit(before));
        var closes =
            !char.IsWhiteSpace(before) && (sign is '*' ? !char.IsLetterOrDigit(after) || length > 1 : !char.IsLetterOrDigit(after));
        if (!openers.TryGetValue((sign, length), out var stack))
            openers[(sign, length)] = stack = new();
        if (closes && stack.TryPop(out var open))
        {
            Drop(open, open + length);
            Drop(at, end);
        }
        else if (opens)
            stack.Push(at);
        return end;
    }

    private int Entity(int at)
    {
        if (!Entities.TryRead(s.AsSpan(at), out var c, out var length))
            return at + 1;
        replaced[at] = c;
        Drop(at + 1, at + length);
        return at + length;
    }

    /// <summary>The "^a1b2c3" with which Obsidian names a block at its end.</summary>
    private int BlockId(int at)
    {
        var end = at + 1;
        while (end < s.Length && (char.IsAsciiLetterOrDigit(s[end]) || s[end] == '-'))
            end++;
        if (end == s.Length && end > at + 1)
            Drop(at, end);
        return end;
    }

    private int Address(int at)
    {
        var scheme = s.AsSpan(at, Math.Min(8, s.Length - at)).IndexOf("://");
        if (scheme < 0)
            return at + 1;
        var end = at;
        while (end < s.Length && !char.IsWhiteSpace(s[end]) && s[end] is not ('<' or '>' or '"' or '“' or '”' or '[' or ']' or ')'))
            end++;
        while (s[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '*' or '_')
            end--;
        links.Add((at, end, s[at..end]));
        return end;
    }

    private int RunEnd(int at)
    {
        var end = at + 1;
        while (end < s.Length && s[end] == s[at])
            end++;
        return end;
    }

    /// <summary>For each opening square bracket the place of its closing one, -1 where there is none.</summary>
    private static int[] Brackets(string s)
    {
        var match = new int[s.Length];
        Array.Fill(match, -1);
        var open = new Stack<int>();
        for (var i = 0; i < s.Length; i++)
        {
            if (s[i] == '\\')
                i++;
            else if (s[i] == '[')
                open.Push(i);
            else if (s[i] == ']' && open.TryPop(out var at))
                match[at] = i;
        }
        return match;
    }
}
