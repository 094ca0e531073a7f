namespace Entente.Reading.Duplicates;

/// <summary>By what two texts were found to be the same.</summary>
public enum DuplicateRule
{
    /// <summary>The same link to the highlight, and most of the words.</summary>
    Permalink,

    /// <summary>The same words and numbers, without regard to case, marks and white space.</summary>
    Words,

    /// <summary>Nine tenths of all sequences of three words, and every number the same.</summary>
    NearWords,
}

/// <summary>
/// Finds for a text the first one before it that is the same: by permalink, then by words, then nearly by words. Only firsts are kept and
/// compared, a bounded number for each text, so that time is linear in the number of texts.
/// </summary>
internal sealed class DuplicateIndex
{
    /// <summary>With a link or a shingle that more texts share than this it says nothing (a link to the book, a standing phrase).</summary>
    private const int MostCandidates = 24;

    private readonly Dictionary<string, int> byWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> byPermalink = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<int>> byShingle = [];
    private readonly List<WordKey> keys = [];

    /// <summary>The first text that this one repeats and the rule, or the number under which it was added as a first itself.</summary>
    /// <param name="key">What the text is compared by.</param>
    /// <param name="permalinks">Links to the highlight.</param>
    /// <param name="same">False where the two must not be one all the same (other texts by other authors); null allows all.</param>
    public (int First, DuplicateRule? Rule) FindOrAdd(WordKey key, IEnumerable<string> permalinks, Func<int, bool>? same = null)
    {
        var found = Find(key, permalinks, same);
        if (found is var (first, rule))
        {
            Link(permalinks, first);
            return (first, rule);
        }
        var id = keys.Count;
        keys.Add(key);
        if (key.Exact.Length > 0)
            byWords.TryAdd(key.Exact, id);
        foreach (var shingle in key.Prefix())
            Add(byShingle, shingle, id);
        Link(permalinks, id);
        return (id, null);
    }

    private (int, DuplicateRule)? Find(WordKey key, IEnumerable<string> permalinks, Func<int, bool>? same)
    {
        foreach (var permalink in permalinks)
        {
            foreach (var id in byPermalink.GetValueOrDefault(permalink) ?? [])
            {
                if (keys[id].Overlaps(key))
                    return (id, DuplicateRule.Permalink);
            }
        }
        if (byWords.TryGetValue(key.Exact, out var equal) && (same is null || same(equal)))
            return (equal, DuplicateRule.Words);
        foreach (var shingle in key.Prefix())
        {
            foreach (var id in byShingle.GetValueOrDefault(shingle) ?? [])
            {
                if (keys[id].IsNear(key) && (same is null || same(id)))
                    return (id, DuplicateRule.NearWords);
            }
        }
        return null;
    }

    private void Link(IEnumerable<string> permalinks, int id)
    {
        foreach (var permalink in permalinks)
            Add(byPermalink, permalink, id);
    }

    private static void Add<T>(Dictionary<T, List<int>> index, T key, int id)
        where T : notnull
    {
        if (!index.TryGetValue(key, out var ids))
            index[key] = ids = [];
        if (ids.Count < MostCandidates && !ids.Contains(id))
            ids.Add(id);
    }
}
