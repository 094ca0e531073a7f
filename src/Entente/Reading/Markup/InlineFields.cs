using System.Buffers;

namespace Entente.Reading.Markup;

/// <summary>Fields inside a note, as Obsidian's Dataview and Logseq write them: "author:: Jane Doe" in a line of its own, "[published:: 2024-01-02]" within one.</summary>
internal static class InlineFields
{
    private const int LongestKey = 40;
    private const int LongestValue = 400;

    private static readonly SearchValues<char> NotInKeys = SearchValues.Create(".,:;!?()[]{}\"“”");

    /// <summary>Reads a line that is a field and nothing else.</summary>
    public static bool TryRead(ReadOnlySpan<char> line, out string key, out string value)
    {
        (key, value) = ("", "");
        var colons = line.IndexOf("::");
        if (
            colons is <= 0 or >= LongestKey
            || line[..colons].ContainsAny(NotInKeys)
            || (colons + 2 < line.Length && line[colons + 2] != ' ')
        )
            return false;
        key = line[..colons].Trim(" *_").ToString();
        value = Value(key, line[(colons + 2)..].Trim(" *_"));
        return key.Length > 0;
    }

    /// <summary>True where the brackets at these places hold a field.</summary>
    public static bool IsField(string text, int open, int close) =>
        close - open is > 4 and <= LongestKey + LongestValue && TryRead(text.AsSpan(open + 1, close - open - 1), out _, out _);

    /// <summary>The end of "(key:: value)" at an opening parenthesis; -1 where there is none.</summary>
    public static int EndOfParenthesis(string text, int open)
    {
        var span = text.AsSpan(open, Math.Min(LongestKey + LongestValue, text.Length - open));
        var colons = span[..Math.Min(LongestKey + 3, span.Length)].IndexOf("::");
        var close = colons < 0 ? -1 : span.IndexOf(')');
        return close > 0 && IsField(text, open, open + close) ? open + close : -1;
    }

    /// <summary>Takes the fields in brackets out of a line; the first of a key counts.</summary>
    public static void Collect(string text, Dictionary<string, List<string>> fields)
    {
        for (var colons = text.IndexOf("::", StringComparison.Ordinal); colons > 0; )
        {
            var open = text.AsSpan(Math.Max(0, colons - LongestKey)..colons).LastIndexOfAny('[', '(');
            if (open >= 0)
            {
                open += Math.Max(0, colons - LongestKey);
                var rest = text.AsSpan(colons, Math.Min(LongestValue, text.Length - colons));
                var close = Close(rest, text[open]);
                if (close > 0 && TryRead(text.AsSpan(open + 1, colons + close - open - 1), out var key, out var value))
                    fields.TryAdd(key, [value]);
            }
            colons = text.IndexOf("::", colons + 2, StringComparison.Ordinal);
        }
    }

    /// <summary>The bracket that closes, those in between ("[[Jane Doe]]") passed over.</summary>
    private static int Close(ReadOnlySpan<char> text, char open)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == open)
                depth++;
            else if (text[i] == (open == '[' ? ']' : ')') && depth-- == 0)
                return i;
        }
        return -1;
    }

    /// <summary>A value without its link: the address where the key asks for one, else the words.</summary>
    private static string Value(string key, ReadOnlySpan<char> value)
    {
        var middle = value.IndexOf("](");
        if (value.Length < 5 || value[0] != '[' || value[1] == '[' || middle < 0 || value[^1] != ')')
            return value.ToString();
        return key.ToLowerInvariant() is "url" or "source" or "link" or "original"
            ? value[(middle + 2)..^1].ToString()
            : value[1..middle].ToString();
    }
}
