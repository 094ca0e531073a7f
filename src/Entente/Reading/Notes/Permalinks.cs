using Entente.Reading.Markup;

namespace Entente.Reading.Notes;

/// <summary>Tells links to a highlight (in the service it was made in) from links of the text.</summary>
internal static class Permalinks
{
    private static readonly string[] Hosts =
    [
        "readwise.io",
        "omnivore.app",
        "hypothes.is",
        "hyp.is",
        "getmatter.com",
        "getmatter.app",
        "instapaper.com",
        "glasp.co",
        "raindrop.io",
        "diigo.com",
        "kindle.amazon.com",
        "read.amazon.com",
    ];

    private static readonly string[] Schemes = ["zotero:", "kindle:", "obsidian:", "marginnote", "logseq:"];

    private static readonly string[] Labels =
    [
        "View Highlight",
        "Highlight",
        "View",
        "Open",
        "Link",
        "Source",
        "Go to text",
        "Go to annotation",
    ];

    public static bool Is(Link link)
    {
        if (IsLocation(link.Url))
            return true;
        // Within the page: the way back from a footnote.
        if (link.Url.StartsWith('#'))
            return false;
        // A label of signs alone ("⤴️", "🔗", "↗") is no word of a text.
        foreach (var c in link.Text)
        {
            if (char.IsLetterOrDigit(c))
                return Array.Exists(Labels, l => l.Equals(link.Text.Trim(), StringComparison.OrdinalIgnoreCase))
                    && link.Url.StartsWith("http", StringComparison.Ordinal);
        }
        return true;
    }

    /// <summary>True for an address inside a reading service or application: it names the place of a highlight, whatever words it stands on.</summary>
    public static bool IsLocation(Link link) => IsLocation(link.Url);

    private static bool IsLocation(string url)
    {
        if (Array.Exists(Schemes, s => url.StartsWith(s, StringComparison.OrdinalIgnoreCase)))
            return true;
        var start = url.IndexOf("://", StringComparison.Ordinal);
        if (start < 0)
            return false;
        var host = url.AsSpan(start + 3);
        var end = host.IndexOfAny('/', '?', '#');
        host = end < 0 ? host : host[..end];
        foreach (var known in Hosts)
        {
            if (
                host.Equals(known, StringComparison.OrdinalIgnoreCase)
                || (host.EndsWith(known, StringComparison.OrdinalIgnoreCase) && host[^(known.Length + 1)] == '.')
            )
                return true;
        }
        return false;
    }

    /// <summary>A block without the permalinks at its end (brackets around them included), and those links; the rest is null where nothing is left.</summary>
    public static (MappedText? Words, List<Link> Links) Trailing(MappedText text)
    {
        var found = new List<Link>();
        var end = text.Text.Length;
        for (var i = text.Links.Count - 1; i >= 0; i--)
        {
            var link = text.Links[i];
            if (!Is(link.Link) || !IsPadding(text.Text.AsSpan(Math.Min(link.End, end)..end)))
                break;
            found.Insert(0, link.Link);
            end = Math.Min(end, link.Start);
            while (end > 0 && (char.IsWhiteSpace(text.Text[end - 1]) || text.Text[end - 1] is '('))
                end--;
        }
        if (found.Count > 0)
            end = PlaceNames.EndBefore(text.Text, end);
        if (found.Count == 0)
            return (text, found);
        return (end == 0 ? null : text.Slice(0, end), found);
    }

    private static bool IsPadding(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            // "#favourite": the reader's tag.
            if (text[i] == '#' && (i == 0 || char.IsWhiteSpace(text[i - 1])))
            {
                while (i + 1 < text.Length && !char.IsWhiteSpace(text[i + 1]))
                    i++;
            }
            else if (!char.IsWhiteSpace(text[i]) && text[i] is not (')' or '.' or '('))
                return false;
        }
        return true;
    }
}
