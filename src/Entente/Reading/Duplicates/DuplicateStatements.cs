using Entente.Reading.Notes;

namespace Entente.Reading.Duplicates;

/// <summary>A statement of one of several documents.</summary>
/// <param name="Document">Index of the document in the list that was given.</param>
/// <param name="Statement">Index of the statement in its document.</param>
public readonly record struct StatementPlace(int Document, int Statement);

/// <summary>Statements that are one and the same, said (or highlighted) in several places.</summary>
public sealed record DuplicateGroup
{
    /// <summary>All places in the order of the documents; the first one counts, the others repeat it.</summary>
    public required IReadOnlyList<StatementPlace> Places { get; init; }

    /// <summary>For each place after the first, by what it was found to be the same.</summary>
    public required IReadOnlyList<DuplicateRule> Rules { get; init; }

    /// <summary>True where the places are in documents of one and the same text (a note and its later export, a page and its highlights).</summary>
    public required bool SameSource { get; init; }
}

/// <summary>
/// Groups what several documents share: the same highlight in two exports, a note and the page it was taken from, one agency report in two
/// papers. Two statements whose numbers differ are never grouped.
/// </summary>
public static class DuplicateStatements
{
    /// <summary>Shorter sentences are the same by chance in texts that have nothing to do with each other.</summary>
    private const int FewestWordsAcrossSources = 6;

    private static readonly string[] Tracking = ["utm_", "fbclid", "gclid", "ref="];

    /// <summary>The groups of two or more, in the order of their first places. Headings and questions are not looked at.</summary>
    public static IReadOnlyList<DuplicateGroup> Group(IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        var index = new DuplicateIndex();
        var firsts = new List<StatementPlace>();
        var repeats = new Dictionary<int, (List<StatementPlace> Places, List<DuplicateRule> Rules)>();
        string?[] sources = [.. documents.Select(Source)];
        for (var d = 0; d < documents.Count; d++)
        {
            for (var s = 0; s < documents[d].Statements.Count; s++)
            {
                var statement = documents[d].Statements[s];
                if (statement.IsHeading || statement.IsQuestion)
                    continue;
                var key = WordKey.Of(statement.Text);
                var document = d;
                var (first, rule) = index.FindOrAdd(
                    key,
                    statement.Links.Where(Permalinks.IsLocation).Select(l => l.Url).Distinct(StringComparer.Ordinal),
                    id => key.Count >= FewestWordsAcrossSources || SameSource(firsts[id].Document, document)
                );
                if (rule is not { } by)
                {
                    firsts.Add(new(d, s));
                    continue;
                }
                if (!repeats.TryGetValue(first, out var group))
                    repeats[first] = group = ([firsts[first]], []);
                group.Places.Add(new(d, s));
                group.Rules.Add(by);
            }
        }
        return
        [
            .. repeats
                .OrderBy(r => r.Key)
                .Select(r => new DuplicateGroup
                {
                    Places = r.Value.Places,
                    Rules = r.Value.Rules,
                    SameSource = r.Value.Places.TrueForAll(p => SameSource(p.Document, r.Value.Places[0].Document)),
                }),
        ];

        bool SameSource(int a, int b) => a == b || (sources[a] is { } source && source == sources[b]);
    }

    /// <summary>What tells a text from others: its address without scheme, fragment, closing stroke and what tells who sent the reader; else title and authors; null where neither is known.</summary>
    private static string? Source(Document document)
    {
        if (document.Url is { } url)
        {
            var start = url.IndexOf("://", StringComparison.Ordinal);
            var address = url[(start < 0 ? 0 : start + 3)..];
            var end = address.IndexOf('#', StringComparison.Ordinal);
            address = end < 0 ? address : address[..end];
            end = address.IndexOf('?', StringComparison.Ordinal);
            if (end >= 0 && Array.Exists(Tracking, t => address.AsSpan(end).Contains(t, StringComparison.OrdinalIgnoreCase)))
                address = address[..end];
            address = address.TrimEnd('/').ToLowerInvariant();
            return address.StartsWith("www.", StringComparison.Ordinal) ? address[4..] : address;
        }
        return document is { Title: { Length: > 0 } title, Authors.Count: > 0 }
            ? WordKey.Of(title + " " + string.Join(' ', document.Authors)).Exact
            : null;
    }
}
