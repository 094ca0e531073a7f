namespace Entente.Reading.Markup;

/// <summary>The link definitions of a Markdown text: lines such as "[1]: https://…".</summary>
internal static class LinkReferences
{
    /// <summary>Labels (without regard to case) and where they lead; the first definition of a label counts.</summary>
    public static Dictionary<string, string> Find(string text, int start)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = start;
        while (at < text.Length)
        {
            if (text[at] == '[')
            {
                var length = text.AsSpan(at).IndexOfAny('\n', '\r');
                var content = text.AsSpan(at, length < 0 ? text.Length - at : length).Trim();
                if (IsDefinition(content))
                {
                    var close = content.IndexOf(']');
                    var target = content[(close + 2)..].Trim();
                    var blank = target.IndexOf(' ');
                    found.TryAdd(content[1..close].ToString(), (blank < 0 ? target : target[..blank]).Trim("<>").ToString());
                }
            }
            var next = text.IndexOf("\n[", at, StringComparison.Ordinal);
            if (next < 0)
                break;
            at = next + 1;
        }
        return found;
    }

    public static bool IsDefinition(ReadOnlySpan<char> content)
    {
        if (content.Length < 6 || content[0] != '[' || content[1] == '^')
            return false;
        var close = content[..Math.Min(content.Length, 200)].IndexOf(']');
        if (close < 2 || close + 2 >= content.Length || content[close + 1] != ':')
            return false;
        var target = content[(close + 2)..].TrimStart(" <");
        return target.StartsWith("http", StringComparison.OrdinalIgnoreCase) || target.StartsWith("/") || target.StartsWith("#");
    }
}
