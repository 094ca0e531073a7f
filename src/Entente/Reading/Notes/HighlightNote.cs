using Entente.Reading.FrontMatter;
using Entente.Reading.Markup;

namespace Entente.Reading.Notes;

/// <summary>
/// Reads notes of highlights as reading services write them: list items (or paragraphs) that end in a link to the highlight. Each highlight
/// is a passage by the text's author; one that is there twice is read once and keeps all its links and places. What the reader adds
/// ("Note: …") is the reader's, not the author's.
/// </summary>
internal static class HighlightNote
{
    /// <summary>A highlight that is there more often than this shows the links of that many copies.</summary>
    private const int MostLinks = 100;

    /// <summary>Two or more highlights with links, or one where there is nothing else.</summary>
    public static bool Fits(List<Block> blocks)
    {
        int links = 0,
            bodies = 0;
        foreach (var block in blocks)
        {
            bodies += block.Kind is BlockKind.Item or BlockKind.Paragraph ? 1 : 0;
            links += Permalinks.Trailing(block.Text).Links.Count > 0 ? 1 : 0;
        }
        return links >= 2 || (links == 1 && bodies <= 2);
    }

    /// <summary>True for a note of one's own: most of its text stands in list items.</summary>
    public static bool IsList(List<Block> blocks)
    {
        int inItems = 0,
            all = 0;
        foreach (var block in blocks)
        {
            all += block.Text.Text.Length;
            inItems += block.Kind == BlockKind.Item ? block.Text.Text.Length : 0;
        }
        return inItems > all / 2;
    }

    public static Layout Read(List<Block> blocks, Metadata metadata)
    {
        var fields = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        var body = TakeMetadata(blocks, fields);
        metadata = metadata.Or(Metadata.From(fields));
        if (metadata.Title is null && blocks.Find(b => b.Kind == BlockKind.Heading) is { } heading)
            metadata = metadata with { Title = heading.Text.Text };
        var author = Authorship.Of(metadata);
        var reader = new Speaker { Role = SpeakerRole.Author, Via = "note" };
        var unwrap = WrapsAll(body);

        var passages = new List<Passage>();
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        var copies = new Dictionary<int, (List<MappedText> Texts, List<Link> Links)>();
        var pending = 0; // passages since the last list item, which the next link belongs to
        foreach (var block in body)
        {
            if (block.Kind is BlockKind.Heading or BlockKind.TableRow)
            {
                passages.Add(new(block.Text, author) { IsHeading = true });
                pending = 0;
                continue;
            }
            var (rest, links) = Permalinks.Trailing(block.Text);
            if (block.Kind == BlockKind.Item)
                pending = 0;
            if (links.Count > 0)
            {
                for (var i = passages.Count - pending; i < passages.Count; i++)
                    passages[i] = passages[i] with { Permalinks = [.. passages[i].Permalinks, .. links] };
            }
            if (rest is null || IsTags(rest.Text))
                continue;
            if (IsNote(rest.Text, out var noteAt))
            {
                if (noteAt < rest.Text.Length)
                    passages.Add(new(rest.Slice(noteAt, rest.Text.Length), reader) { Isolated = true });
                pending = 0;
                continue;
            }
            rest = Unwrap(rest, unwrap);
            var key = Key(rest.Text);
            if (links.Count > 0 && known.TryGetValue(key, out var first))
            {
                if (!copies.TryGetValue(first, out var places))
                {
                    copies[first] = places = ([], [.. passages[first].Permalinks]);
                    passages[first] = passages[first] with { Copies = places.Texts, Permalinks = places.Links };
                }
                places.Texts.Add(rest);
                places.Links.AddRange(links.Where(l => !places.Links.Contains(l) && places.Links.Count < MostLinks));
                pending = 0;
                continue;
            }
            if (links.Count > 0)
                known[key] = passages.Count;
            passages.Add(
                new(rest, author)
                {
                    Isolated = true,
                    Continues = block.Kind == BlockKind.Paragraph && pending > 0,
                    Permalinks = links,
                }
            );
            pending = links.Count > 0 ? 0 : pending + 1;
        }
        return new(DocumentKind.Note, metadata, passages);
    }

    /// <summary>The blocks without a "Metadata" section, whose "Key: value" items go to the fields.</summary>
    private static List<Block> TakeMetadata(List<Block> blocks, Dictionary<string, List<string>> fields)
    {
        var body = new List<Block>(blocks.Count);
        var inMetadata = false;
        foreach (var block in blocks)
        {
            var text = block.Text.Text;
            if (block.Kind == BlockKind.Heading)
                inMetadata = text.Trim().Equals("metadata", StringComparison.OrdinalIgnoreCase);
            else if (inMetadata)
            {
                var colon = text.IndexOf(':', StringComparison.Ordinal);
                if (colon is > 0 and < 40)
                {
                    var url =
                        block.Text.Links.Count > 0 && text[..colon].Trim().Equals("url", StringComparison.OrdinalIgnoreCase)
                            ? block.Text.Links[0].Link.Url
                            : null;
                    fields.TryAdd(text[..colon].Trim(), [url ?? text[(colon + 1)..].Trim()]);
                }
                continue;
            }
            if (!(block.Kind == BlockKind.Heading && inMetadata))
                body.Add(block);
        }
        return body;
    }

    private static bool IsNote(string text, out int at)
    {
        at = 0;
        foreach (var label in (ReadOnlySpan<string>)["Note:", "Notes:", "My note:", "Comment:"])
        {
            if (text.StartsWith(label, StringComparison.OrdinalIgnoreCase))
            {
                at = label.Length;
                while (at < text.Length && char.IsWhiteSpace(text[at]))
                    at++;
                return true;
            }
        }
        return false;
    }

    private static bool IsTags(string text) =>
        text.StartsWith("Tags:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Tag:", StringComparison.OrdinalIgnoreCase);

    /// <summary>True where typographic marks wrap every highlight, so that they are the note's and not the text's.</summary>
    private static bool WrapsAll(List<Block> body)
    {
        int wrapped = 0,
            all = 0;
        foreach (var block in body)
        {
            if (Permalinks.Trailing(block.Text) is not { Links.Count: > 0, Words: { } rest })
                continue;
            all++;
            wrapped += rest.Text[0] == '“' && rest.Text[^1] == '”' ? 1 : 0;
        }
        return all > 2 && wrapped == all;
    }

    private static MappedText Unwrap(MappedText text, bool typographic)
    {
        var s = text.Text;
        var wrapped = s.Length > 2 && ((s[0] == '"' && s[^1] == '"') || (typographic && s[0] == '“' && s[^1] == '”'));
        if (!wrapped)
            return text;
        int from = 1,
            to = s.Length - 1;
        while (from < to && char.IsWhiteSpace(s[from]))
            from++;
        while (to > from && char.IsWhiteSpace(s[to - 1]))
            to--;
        return to > from ? text.Slice(from, to) : text;
    }

    /// <summary>What makes two highlights the same: letters and digits, without regard to case.</summary>
    private static string Key(string text) => string.Concat(text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant));
}
