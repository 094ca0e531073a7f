using Entente.Catalogue;

namespace Entente.Actors;

/// <summary>The items of catalogue/items.yml, by id. Immutable; a broken entry is reported, the others stand.</summary>
public sealed class ItemCatalogue
{
    private static readonly string[] Keys = ["kind", "words", "anti-words", "parent", "unit", "hs"];
    private static readonly string[] Kinds = ["goods", "services", "aggregate", "price", "currency", "finance", "programme", "content"];

    private readonly Dictionary<string, ItemDefinition> byId = new(StringComparer.Ordinal);

    private ItemCatalogue(List<ItemDefinition> all, List<CatalogueError> errors)
    {
        All = all;
        Errors = errors;
        foreach (var item in all)
            byId[item.Id] = item;
    }

    public IReadOnlyList<ItemDefinition> All { get; }

    public IReadOnlyDictionary<string, ItemDefinition> ById => byId;

    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <summary>Parses the catalogue and lays overlays over it in order: their scalars replace, their lists append, their new keys add.</summary>
    public static ItemCatalogue Parse(string yaml, string file, params ReadOnlySpan<(string Yaml, string File)> overlays)
    {
        var errors = new List<CatalogueError>();
        var entries = CatalogueEntries.Read([(yaml, file), .. overlays], errors);
        var reader = new EntryReader(errors);
        var items = new List<ItemDefinition>(entries.Count);
        foreach (var (id, node) in entries)
            if (Item(id, node, reader) is { } item)
                items.Add(item);
        CheckWords(items, entries, reader);
        CheckParents(items, entries, reader);
        return new ItemCatalogue(items, errors);
    }

    /// <summary>True where an item is a part of another, directly or through others; an item is no part of itself.</summary>
    public bool IsPartOf(string part, string whole)
    {
        // Bounded, since an overlay may have made a circle, which is reported but still there.
        var at = part;
        for (var step = 0; step < 16 && byId.TryGetValue(at, out var item) && item.Parent is { } parent; step++)
        {
            if (parent == whole)
                return true;
            at = parent;
        }
        return false;
    }

    private static ItemDefinition? Item(string id, LocatedNode node, EntryReader reader)
    {
        if (node.Entries is null)
        {
            reader.Error(node, EntryReader.Form(node), $"a map of keys for item '{id}'", $"{id}: {{ words: [first, second] }}");
            return null;
        }
        reader.Keys(id, node, Keys);
        var kind = ItemKind.Goods;
        if (node["kind"] is { } written)
        {
            var at = Array.IndexOf(Kinds, written.Scalar);
            if (at < 0)
                reader.Error(
                    written,
                    $"kind {EntryReader.Form(written)}",
                    $"one of {string.Join(", ", Kinds)}",
                    EntryReader.Nearest(written.Scalar ?? "", Kinds)
                );
            else
                kind = (ItemKind)at;
        }
        var hs = reader.Words(node, "hs");
        foreach (var code in hs)
            if (code.Length is < 2 or > 6 || code.Length % 2 != 0 || !code.All(char.IsAsciiDigit))
                reader.Error(
                    node["hs"]!,
                    $"'{code}'",
                    "a code of the Harmonised System of 2, 4 or 6 digits",
                    "quote it, so that a leading zero stays"
                );
        return new ItemDefinition
        {
            Id = id,
            Kind = kind,
            Words = reader.Words(node, "words"),
            AntiWords = reader.Words(node, "anti-words"),
            Parent = reader.Text(node, "parent"),
            Unit = reader.Text(node, "unit"),
            Hs = hs,
        };
    }

    // A word means one item. An anti-word that is itself a word would hide that other item, and the longest match settles it without: it
    // is dropped, so that an overlay may give a meaning to a phrase that was none.
    private static void CheckWords(List<ItemDefinition> items, List<(string Key, LocatedNode Node)> entries, EntryReader reader)
    {
        var owner = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var item in items)
        foreach (var word in item.Words)
            if (!owner.TryAdd(word, item.Id))
                reader.Error(
                    Place(entries, item.Id, "words"),
                    $"'{word}' for '{item.Id}'",
                    $"a word of one item; '{owner[word]}' has it",
                    "drop one of the two"
                );
        for (var i = 0; i < items.Count; i++)
            if (items[i].AntiWords.Any(owner.ContainsKey))
                items[i] = items[i] with { AntiWords = [.. items[i].AntiWords.Where(w => !owner.ContainsKey(w))] };
    }

    private static void CheckParents(List<ItemDefinition> items, List<(string Key, LocatedNode Node)> entries, EntryReader reader)
    {
        var parents = items.ToDictionary(i => i.Id, i => i.Parent, StringComparer.Ordinal);
        foreach (var item in items)
        {
            if (item.Parent is not { } parent)
                continue;
            if (!parents.ContainsKey(parent))
                reader.Error(
                    Place(entries, item.Id, "parent"),
                    $"parent '{parent}' of '{item.Id}'",
                    "the id of an item",
                    EntryReader.Nearest(parent, parents.Keys.ToArray())
                );
            var at = parent;
            for (var step = 0; step <= items.Count && parents.TryGetValue(at, out var next) && next is not null && at != item.Id; step++)
                at = next;
            if (at == item.Id)
                reader.Error(Place(entries, item.Id, "parent"), $"'{item.Id}' inside itself", "parents without a circle");
        }
    }

    private static LocatedNode Place(List<(string Key, LocatedNode Node)> entries, string id, string key)
    {
        var node = entries.Find(e => e.Key == id).Node;
        return node[key] ?? node;
    }
}
