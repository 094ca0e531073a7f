using Entente.Catalogue;

namespace Entente.Actors;

/// <summary>The entries of a catalogue file with overlays laid over them: scalars replace, lists append, new keys add.</summary>
internal static class CatalogueEntries
{
    /// <summary>
    /// Reads the files in order, the base first. A file that is no map, or that names an entry twice, is reported; what can be read is kept.
    /// </summary>
    public static List<(string Key, LocatedNode Node)> Read(ReadOnlySpan<(string Yaml, string File)> layers, List<CatalogueError> errors)
    {
        var merged = new List<(string Key, LocatedNode Node)>();
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (yaml, file) in layers)
        {
            var (root, error) = LocatedNode.Parse(yaml, file);
            if (error is not null)
                errors.Add(error);
            if (root is null)
                continue;
            if (root.Entries is null)
            {
                errors.Add(Located(root, root.Scalar is null ? "a list" : $"'{root.Scalar}'", "a map of entries"));
                continue;
            }
            var own = new HashSet<string>(StringComparer.Ordinal);
            foreach (var (key, node) in root.Entries)
            {
                if (!own.Add(key))
                {
                    errors.Add(Located(node, $"a second entry '{key}'", "each key once in a file", "join the two entries"));
                    continue;
                }
                if (places.TryGetValue(key, out var at))
                {
                    merged[at] = (key, Over(merged[at].Node, node));
                    continue;
                }
                places.Add(key, merged.Count);
                merged.Add((key, node));
            }
        }
        return merged;
    }

    public static CatalogueError Located(LocatedNode node, string found, string expected, string? hint = null) =>
        new()
        {
            File = node.File,
            Line = node.Line,
            Column = node.Column,
            Found = found,
            Expected = expected,
            Hint = hint,
        };

    private static LocatedNode Over(LocatedNode under, LocatedNode over)
    {
        if (under.Entries is not null && over.Entries is not null)
        {
            var entries = new List<(string Key, LocatedNode Value)>(under.Entries);
            foreach (var (key, value) in over.Entries)
            {
                var at = entries.FindIndex(e => e.Key == key);
                if (at < 0)
                    entries.Add((key, value));
                else
                    entries[at] = (key, Over(entries[at].Value, value));
            }
            return over with { Entries = entries };
        }
        if (under.Items is not null)
            return over.Items is not null ? over with { Items = [.. under.Items, .. over.Items] }
                : over.Scalar is { Length: > 0 } ? over with { Scalar = null, Items = [.. under.Items, over] }
                : over;
        return over;
    }
}
