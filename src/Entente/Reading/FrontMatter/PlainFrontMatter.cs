namespace Entente.Reading.FrontMatter;

/// <summary>
/// Reads front matter as nearly all notes have it (keys with plain or quoted values, lists of them, one a line or in brackets) without the
/// full parser, whose start costs more than reading the note. Whatever it is not sure of it leaves to that: it returns null, never an error,
/// and where it returns values the full parser returns the same.
/// </summary>
internal static class PlainFrontMatter
{
    public static Dictionary<string, List<string>>? TryRead(string yaml)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        List<string>? list = null;
        var indent = -1; // of the items of the open list
        var at = 0;
        while (at < yaml.Length)
        {
            var end = yaml.AsSpan(at).IndexOf('\n');
            end = end < 0 ? yaml.Length : at + end;
            var line = yaml.AsSpan(at, end - at).TrimEnd("\r ");
            at = end + 1;
            if (line.ContainsAny('\t', '\r', '\u0085') || line.Contains('\uFEFF'))
                return null;
            var content = line.TrimStart(' ');
            if (content.IsEmpty || content[0] == '#')
                continue;
            var spaces = line.Length - content.Length;
            if (content[0] == '-')
            {
                if (list is null || content.Length < 3 || content[1] != ' ' || (indent >= 0 && indent != spaces))
                    return null;
                indent = spaces;
                if (Scalar(content[2..].TrimStart(' '), inList: false) is not { } item)
                    return null;
                list.Add(item);
                continue;
            }
            var colon = content.IndexOf(':');
            if (spaces > 0 || colon < 1 || !IsKey(content[..colon]) || (colon + 1 < content.Length && content[colon + 1] != ' '))
                return null;
            // An empty value may turn out to be a list; closed empty, it is an empty text.
            if (list is { Count: 0 })
                list.Add("");
            list = [];
            indent = -1;
            if (!values.TryAdd(content[..colon].ToString(), list))
                return null;
            var value = content[(colon + 1)..].TrimStart(' ');
            if (value.IsEmpty)
                continue;
            if (value[0] == '[' ? !List(value, list) : !One(value, list))
                return null;
            list = null;
        }
        if (list is { Count: 0 })
            list.Add("");
        return values;
    }

    private static bool One(ReadOnlySpan<char> value, List<string> into)
    {
        if (Scalar(value, inList: false) is not { } scalar)
            return false;
        into.Add(scalar);
        return true;
    }

    /// <summary>"[wheat, trade]" on one line, of plain words.</summary>
    private static bool List(ReadOnlySpan<char> value, List<string> into)
    {
        if (value.Length < 2 || value[^1] != ']')
            return false;
        var inner = value[1..^1];
        if (inner.Trim(' ').IsEmpty)
            return true;
        foreach (var range in inner.Split(','))
        {
            if (Scalar(inner[range].Trim(' '), inList: true) is not { } item)
                return false;
            into.Add(item);
        }
        return true;
    }

    private static bool IsKey(ReadOnlySpan<char> key)
    {
        if (!char.IsAsciiLetter(key[0]) || key[^1] == ' ')
            return false;
        foreach (var c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('_' or '-' or ' '))
                return false;
        }
        return true;
    }

    private static string? Scalar(ReadOnlySpan<char> text, bool inList)
    {
        if (text.IsEmpty)
            return null;
        if (text[0] is '"' or '\'')
        {
            var inner = text.Length < 2 || text[^1] != text[0] ? default : text[1..^1];
            return
                text.Length < 2 || text[^1] != text[0] || inner.Contains(text[0]) || inner.Contains('\\') || (inList && inner.Contains(','))
                ? null
                : inner.ToString();
        }
        // Signs that begin something else, or might.
        if (!char.IsLetterOrDigit(text[0]) && text[0] is not ('(' or '$' or '€' or '£' or '“' or '‘' or '/'))
            return null;
        for (var i = 0; i < text.Length; i++)
        {
            if (
                (text[i] == ':' && (i + 1 == text.Length || text[i + 1] == ' ' || inList))
                || (text[i] == '#' && text[i - 1] == ' ')
                || (inList && text[i] is '[' or ']' or '{' or '}')
                || char.IsControl(text[i])
            )
                return null;
        }
        return text.ToString();
    }
}
