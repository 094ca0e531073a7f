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
    /// <summary>Sections that a service makes; what it calls them is nobody's claim.</summary>
    private static readonly string[] Sections =
    [
        "highlights",
        "new highlights added ",
        "annotations",
        "full document",
        "metadata",
        "imported: ",
        "extracted annotations",
    ];

    /// <summary>Lines that a service writes.</summary>
    private static readonly string[] Lines =
    [
        "highlights first synced by ",
        "new highlights added ",
        "see full document content",
        "read on ",
        "in-text annotations",
        "imported: ",
    ];

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
        var unwrap = WrapsAll(body);
        var inQuotes = QuotesAll(body);
        var list = new HighlightList(Authorship.Of(metadata));
        foreach (var block in body)
        {
            if (Callouts.IsApparatus(block))
                continue;
            var (rest, links) = Permalinks.Trailing(block.Text);
            if (block.Kind is BlockKind.Heading or BlockKind.TableRow)
            {
                if (rest is not null && !Is(Sections, rest.Text))
                    list.Heading(rest);
                list.Begin();
                continue;
            }
            if (block.Kind == BlockKind.Item)
                list.Begin();
            list.Attach(links);
            if (rest is null || IsTags(rest.Text) || Is(Lines, rest.Text))
                continue;
            if (IsOriginal(block.Text))
            {
                metadata = metadata with { Url = metadata.Url ?? block.Text.Links[0].Link.Url };
                continue;
            }
            if (IsNote(rest.Text, out var noteAt))
            {
                if (noteAt < rest.Text.Length)
                    list.Note(rest.Slice(noteAt, rest.Text.Length));
                list.Begin();
                continue;
            }
            if ((inQuotes && !block.Quoted) || Callouts.IsOwn(block))
                list.Note(rest);
            else
                list.Add(Unwrap(rest, unwrap || links.Exists(IsZotero)), links, continues: block.Kind == BlockKind.Paragraph);
        }
        // A link to a highlight says that the words are from elsewhere; when the note was made does not date them.
        if (list.HasPermalinks)
            metadata = metadata with { Created = null };
        return new(DocumentKind.Note, metadata, list.Passages);
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

    private static bool IsTags(string text)
    {
        if (text.StartsWith("Tags:", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Tag:", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (var range in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[range];
            if (!word.IsEmpty && (word[0] != '#' || word.Length < 2 || char.IsAsciiDigit(word[1])))
                return false;
        }
        return true;
    }

    private static bool Is(string[] starts, string text) =>
        text.Length < 160
        && Array.Exists(
            starts,
            s =>
                text.StartsWith(s, StringComparison.OrdinalIgnoreCase)
                && (s[^1] == ' ' || text.Length == s.Length || !char.IsLetter(text[s.Length]))
                && (s[^1] == ' ' || text.Length <= s.Length + 4)
        );

    /// <summary>"[Read Original](https://…)": the address of the text.</summary>
    private static bool IsOriginal(MappedText text) =>
        text.Links is [{ Start: 0 } link]
        && link.End >= text.Text.Length
        && link.Link.Url.StartsWith("http", StringComparison.OrdinalIgnoreCase)
        && text.Text is "Read Original" or "Read original" or "View original" or "Original" or "Source" or "Link to original";

    /// <summary>True where every highlight stands in a block quotation, so that what does not is the reader's.</summary>
    private static bool QuotesAll(List<Block> body)
    {
        var any = false;
        foreach (var block in body)
        {
            if (block.Kind == BlockKind.Heading || Permalinks.Trailing(block.Text) is not { Links.Count: > 0, Words: not null })
                continue;
            if (!block.Quoted)
                return false;
            any = true;
        }
        return any;
    }

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

    /// <summary>Zotero sets every highlight between quotation marks.</summary>
    private static bool IsZotero(Link link) => link.Url.StartsWith("zotero:", StringComparison.OrdinalIgnoreCase);

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
}
