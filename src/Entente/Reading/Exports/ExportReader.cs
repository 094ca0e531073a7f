using Entente.Quantities;
using Entente.Reading.FrontMatter;
using Entente.Reading.Json;
using Entente.Reading.Markup;
using Entente.Reading.Notes;

namespace Entente.Reading.Exports;

/// <summary>
/// Reads what reading services export or answer as JSON: Readwise's export (texts with their highlights), its list of highlights, Reader's
/// list of documents in which highlights and notes are entries of their own, and others with the same names. Told by their shape alone.
/// </summary>
internal sealed class ExportReader
{
    /// <summary>More texts than anybody has read; what is beyond is left.</summary>
    private const int MostTexts = 20_000;

    private static readonly string[] Texts = ["text", "quote", "highlight", "content"];
    private static readonly string[] Notes = ["note", "annotation", "notes", "comment"];
    private static readonly string[] Places = ["readwise_url", "permalink", "highlightUrl", "url"];

    private readonly string text;

    private ExportReader(string text) => this.text = text;

    /// <summary>The texts of an export, each with its highlights; null where the JSON is none.</summary>
    public static List<Layout>? Read(string text, JsonNode root)
    {
        var reader = new ExportReader(text);
        var entries = root.Kind == JsonKind.Array ? root : First(root, "results", "items", "data", "documents", "books");
        if (entries is null && First(root, "highlights") is not null)
            return [reader.Text(root)];
        if (
            entries is not { Kind: JsonKind.Array }
            || entries.Items.Count == 0
            || !entries.Items.TrueForAll(e => e.Kind == JsonKind.Object)
        )
            return null;
        if (entries.Items.Exists(e => e["highlights"] is { Kind: JsonKind.Array }))
            return [.. entries.Items.Take(MostTexts).Select(reader.Text)];
        if (entries.Items.Exists(e => e["parent_id"] is not null && e["category"] is not null))
            return [.. reader.Reader(entries.Items).Take(MostTexts)];
        return entries.Items.Exists(e => e["text"] is not null && (e["book_id"] ?? e["highlighted_at"] ?? e["user_book_id"]) is not null)
            ? [.. reader.Loose(entries.Items).Take(MostTexts)]
            : null;
    }

    /// <summary>A text with its highlights under it.</summary>
    private Layout Text(JsonNode entry)
    {
        var metadata = Of(entry);
        var list = new HighlightList(Authorship.Of(metadata, "export"));
        foreach (var highlight in entry["highlights"]?.Items ?? [])
            Highlight(list, highlight, []);
        Own(list, entry, "document_note");
        return new(DocumentKind.Note, metadata, list.Passages);
    }

    /// <summary>Highlights without their texts, by the number of the text.</summary>
    private List<Layout> Loose(List<JsonNode> entries)
    {
        var lists = new Dictionary<string, HighlightList>(StringComparer.Ordinal);
        var order = new List<HighlightList>();
        foreach (var entry in entries)
        {
            var book = (entry["book_id"] ?? entry["user_book_id"])?.Words(text) ?? "";
            if (!lists.TryGetValue(book, out var list))
            {
                lists[book] = list = new(Authorship.Of(Metadata.None, "export"));
                order.Add(list);
            }
            Highlight(list, entry, []);
        }
        return [.. order.Select(l => new Layout(DocumentKind.Note, Metadata.None, l.Passages))];
    }

    /// <summary>Documents, highlights and notes side by side, each naming the one it belongs to.</summary>
    private List<Layout> Reader(List<JsonNode> entries)
    {
        var highlights = new Dictionary<string, List<JsonNode>>(StringComparer.Ordinal);
        var documents = new List<JsonNode>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            if (entry["parent_id"]?.Words(text) is { } parent && parent != "null")
            {
                if (!highlights.TryGetValue(parent, out var under))
                    highlights[parent] = under = [];
                under.Add(entry);
            }
            else if (entry["id"]?.Words(text) is { } id && ids.Add(id))
                documents.Add(entry);
        }
        var layouts = new List<Layout>();
        foreach (var document in documents)
        {
            var metadata = Of(document);
            var list = new HighlightList(Authorship.Of(metadata, "export"));
            foreach (var highlight in Under(document))
                Highlight(list, highlight, Under(highlight));
            Own(list, document, "notes");
            layouts.Add(new(DocumentKind.Note, metadata, list.Passages));
        }
        // Highlights whose document is on another page of the list.
        var known = entries.Select(e => e["id"]?.Words(text)).ToHashSet();
        foreach (var (parent, under) in highlights)
        {
            if (known.Contains(parent))
                continue;
            var list = new HighlightList(Authorship.Of(Metadata.None, "export"));
            foreach (var highlight in under)
                Highlight(list, highlight, Under(highlight));
            layouts.Add(new(DocumentKind.Note, Metadata.None, list.Passages));
        }
        return layouts;

        List<JsonNode> Under(JsonNode entry) =>
            entry["id"]?.Words(text) is { } id && highlights.TryGetValue(id, out var under) ? under : [];
    }

    private void Highlight(HighlightList list, JsonNode entry, List<JsonNode> notes)
    {
        if (IsTrue(entry["is_deleted"]) || IsTrue(entry["is_discard"]))
            return;
        var place = Places
            .Select(p => entry[p]?.Words(text))
            .FirstOrDefault(p => p is not null && p.Contains("://", StringComparison.Ordinal));
        List<Link> links = place is null ? [] : [new Link("", place)];
        list.Begin();
        var first = true;
        foreach (var paragraph in Paragraphs(First(entry, Texts)))
        {
            list.Add(paragraph, links, continues: !first);
            first = false;
        }
        Own(list, entry, Notes);
        foreach (var note in notes)
            Own(list, note, Texts);
        list.Begin();
    }

    /// <summary>What the reader wrote.</summary>
    private void Own(HighlightList list, JsonNode entry, params string[] keys)
    {
        foreach (var paragraph in Paragraphs(First(entry, keys)))
        {
            // ".h1", ".tag": commands to the service.
            if (!paragraph.Text.StartsWith('.') && !paragraph.Text.StartsWith('#'))
                list.Note(paragraph);
        }
    }

    private List<MappedText> Paragraphs(JsonNode? node)
    {
        var paragraphs = new List<MappedText>();
        foreach (var raw in node?.Paragraphs(text) ?? [])
        {
            if (InlineReader.Read(raw, []) is { } reading)
                paragraphs.Add(reading);
        }
        return paragraphs;
    }

    private Metadata Of(JsonNode entry)
    {
        var values = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        Take("title", "title", "readable_title", "name");
        Take("author", "author", "authors", "byline");
        Take("url", "source_url", "sourceUrl", "original_url", "url", "unique_url");
        Take("kind", "category");
        var metadata = Metadata.From(values) with { Site = Value("site_name") ?? Value("siteName") };
        return metadata with { Published = Published("published_date") ?? Published("publishedAt") ?? Published("published_at") };

        void Take(string name, params string[] keys)
        {
            foreach (var key in keys)
            {
                if (Value(key) is { } value && (name != "url" || !IsService(value)))
                {
                    values[name] = [value];
                    return;
                }
            }
        }

        string? Value(string key) =>
            entry[key] switch
            {
                { Kind: JsonKind.Text } node => node.Words(text),
                { Kind: JsonKind.Array } node => string.Join(", ", node.Items.Select(i => i.Words(text)).Where(w => w is not null)),
                _ => null,
            };

        Period? Published(string key) =>
            entry[key] switch
            {
                { Kind: JsonKind.Text } node when DateText.TryParse(node.Words(text), out var period) => period,
                { Kind: JsonKind.Number } node => UnixTime.Of(node.Words(text)!),
                _ => null,
            };
    }

    /// <summary>The service's own page is not where the text is.</summary>
    private static bool IsService(string url) => Permalinks.IsLocation(new Link("", url));

    private bool IsTrue(JsonNode? node) => node is { Kind: JsonKind.Literal } && text[node.Start] == 't';

    private static JsonNode? First(JsonNode entry, params string[] keys)
    {
        foreach (var key in keys)
        {
            if (entry[key] is { Kind: JsonKind.Text or JsonKind.Array } node && node.End > node.Start)
                return node;
        }
        return null;
    }
}
