using Entente.Quantities;
using Entente.Reading.FrontMatter;
using Entente.Reading.Json;
using Entente.Reading.Markup;

namespace Entente.Reading.Pages;

/// <summary>What a page's JSON-LD says of the article on it. Linked data that is no JSON is passed over: the page is read without it.</summary>
internal sealed record LinkedData
{
    private const int MostBlocks = 40;

    /// <summary>schema.org types that are a text; NewsArticle and its kin end alike.</summary>
    private static readonly string[] Types = ["Article", "BlogPosting", "Report", "Interview", "WebPage", "Posting"];

    public string? Title { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public Period? Published { get; init; }

    public string? Site { get; init; }

    public string? Url { get; init; }

    /// <summary>The whole text, where the page gives it here (and perhaps only here).</summary>
    public IReadOnlyList<MappedText> Body { get; init; } = [];

    public static LinkedData Read(string source, IReadOnlyList<(int Start, int End)> stretches)
    {
        JsonNode? best = null;
        var rank = Types.Length;
        var ids = new Dictionary<string, JsonNode>(StringComparer.Ordinal);
        foreach (var (start, end) in stretches.Take(MostBlocks))
        {
            if (JsonReader.Read(source, start, end, out _) is not { } root)
                continue;
            foreach (var node in Entries(root))
            {
                if (Words(node["@id"]) is { } id)
                    ids.TryAdd(id, node);
                var of = Rank(node);
                if (of < rank)
                    (best, rank) = (node, of);
            }
        }
        if (best is null)
            return new();
        var published = Words(best["datePublished"]) ?? Words(best["dateCreated"]);
        return new()
        {
            Title = Words(best["headline"]) ?? (rank < Types.Length - 2 ? Words(best["name"]) : null),
            Authors = [.. Names(best["author"], ids).Concat(Names(best["creator"], ids)).Distinct(StringComparer.Ordinal).Take(20)],
            Published = published is not null && DateText.TryParse(published, out var period) ? period : null,
            Site = Name(best["publisher"], ids),
            Url = Words(best["mainEntityOfPage"]) ?? Words(best["mainEntityOfPage"]?["@id"]) ?? Words(best["url"]),
            Body = best["articleBody"]?.Paragraphs(source) ?? [],
        };

        string? Words(JsonNode? node) =>
            node is { Kind: JsonKind.Text } && node.Words(source) is { } words ? PageText.Decode(words).Trim() : null;

        int Rank(JsonNode node)
        {
            var found = Types.Length;
            foreach (
                var type in node["@type"] is { Kind: JsonKind.Array } several ? several.Items
                : node["@type"] is { } one ? [one]
                : []
            )
            {
                if (Words(type) is not { } name)
                    continue;
                for (var i = 0; i < Types.Length; i++)
                {
                    if (name.EndsWith(Types[i], StringComparison.OrdinalIgnoreCase))
                        found = Math.Min(found, i);
                }
            }
            return found;
        }

        string? Name(JsonNode? node, Dictionary<string, JsonNode> known) =>
            node switch
            {
                { Kind: JsonKind.Text } => Words(node),
                { Kind: JsonKind.Array, Items: [var first, ..] } => Name(first, []),
                { Kind: JsonKind.Object } => Words(node["name"])
                    ?? (Words(node["@id"]) is { } id && known.TryGetValue(id, out var other) ? Words(other["name"]) : null),
                _ => null,
            };

        IEnumerable<string> Names(JsonNode? node, Dictionary<string, JsonNode> known)
        {
            if (node is { Kind: JsonKind.Array })
                return node.Items.SelectMany(i => i.Kind == JsonKind.Array ? [] : Names(i, known));
            // A paper is no person; what it prints under its own name has no author that could be named.
            if (Words(node?["@type"]) is { } type && type.EndsWith("Organization", StringComparison.OrdinalIgnoreCase))
                return [];
            return Name(node, known) is { } name && !name.Contains("://", StringComparison.Ordinal) ? [name] : [];
        }
    }

    /// <summary>A value, what is in it where it is a list, and its graph.</summary>
    private static IEnumerable<JsonNode> Entries(JsonNode root)
    {
        foreach (var node in root.Kind == JsonKind.Array ? root.Items : [root])
        {
            yield return node;
            foreach (var inner in node["@graph"]?.Items ?? [])
                yield return inner;
            if (node["mainEntity"] is { Kind: JsonKind.Object } entity)
                yield return entity;
        }
    }
}
