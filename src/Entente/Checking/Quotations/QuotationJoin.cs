using Entente.Checking.Between;
using Entente.Record;

namespace Entente.Checking.Quotations;

/// <summary>
/// Puts together the quoted words of several texts: those that come from one quotation of the record, and those that share most of their
/// content words. Each wording and speaker is listed once, with the earliest text that has it.
/// </summary>
internal static class QuotationJoin
{
    /// <summary>Fewer content words than this meet by chance.</summary>
    public const int FewestStems = 3;

    /// <summary>A word in more quotations than this tells nothing; it also bounds the pairs that are looked at.</summary>
    private const int MostPerStem = 64;

    private const double LeastShared = 0.6;

    private const int LongestQuote = 300;

    private sealed record Entry(TextRows Text, int Index, QuoteRow Row);

    public static IReadOnlyList<SharedQuotation> Of(
        IReadOnlyList<TextRows> texts,
        Func<string, RecordedQuotation?> recorded,
        CancellationToken cancellationToken
    )
    {
        var bySource = new Dictionary<string, List<Entry>>(StringComparer.Ordinal);
        var free = new List<Entry>();
        for (var i = 0; i < texts.Count; i++)
            foreach (var row in texts[i].Quotes)
                if (row.Recorded is not { } id)
                    free.Add(new(texts[i], i, row));
                else if (bySource.TryGetValue(id, out var entries))
                    entries.Add(new(texts[i], i, row));
                else
                    bySource[id] = [new(texts[i], i, row)];
        var shared = new List<SharedQuotation>();
        foreach (var (id, entries) in bySource.OrderBy(p => p.Key, StringComparer.Ordinal))
            if (Shared(entries, recorded(id)) is { } found)
                shared.Add(found);
        foreach (var group in Alike(free, cancellationToken))
            if (Shared(group, null) is { } found)
                shared.Add(found);
        return shared;
    }

    /// <summary>Groups by common content words: an entry joins the first earlier one that it shares enough with.</summary>
    private static IEnumerable<List<Entry>> Alike(List<Entry> entries, CancellationToken cancellationToken)
    {
        var groups = new List<List<Entry>>();
        var byStem = new Dictionary<int, List<int>>();
        var groupOf = new int[entries.Count];
        for (var i = 0; i < entries.Count; i++)
        {
            if ((i & 255) == 0)
                cancellationToken.ThrowIfCancellationRequested();
            var row = entries[i].Row;
            var counts = new Dictionary<int, int>();
            foreach (var stem in row.Stems)
                if (byStem.TryGetValue(stem, out var holders))
                    foreach (var holder in holders)
                        counts[holder] = counts.GetValueOrDefault(holder) + 1;
            var twin = -1;
            foreach (var (holder, common) in counts)
                if (
                    common >= FewestStems
                    && common >= LeastShared * Math.Max(row.Stems.Count, entries[holder].Row.Stems.Count)
                    && (twin < 0 || holder < twin)
                )
                    twin = holder;
            if (twin >= 0)
                groups[groupOf[i] = groupOf[twin]].Add(entries[i]);
            else
            {
                groupOf[i] = groups.Count;
                groups.Add([entries[i]]);
            }
            foreach (var stem in row.Stems)
            {
                if (!byStem.TryGetValue(stem, out var holders))
                    byStem[stem] = holders = [];
                if (holders.Count < MostPerStem)
                    holders.Add(i);
            }
        }
        return groups.Where(g => g.Count > 1);
    }

    private static SharedQuotation? Shared(List<Entry> entries, RecordedQuotation? recorded)
    {
        var wordings = entries
            .OrderBy(e => e.Text.Dated is null)
            .ThenBy(e => e.Text.Dated)
            .ThenBy(e => e.Index)
            .GroupBy(e => (e.Row.Wording, Speaker: e.Row.Speaker ?? ""))
            .ToList();
        var severalTexts = entries.Exists(e => e.Index != entries[0].Index);
        if (!severalTexts)
            return null;
        var difference = QuotationDifference.None;
        // A shorter piece of the source is its wording still.
        if (recorded is null ? wordings.Select(w => w.Key.Wording).Distinct().Count() > 1 : entries.Exists(e => !e.Row.AsRecorded))
            difference |= QuotationDifference.Wording;
        var named = wordings
            .Select(w => w.Key.Speaker)
            .Where(s => s.Length > 0 && char.IsUpper(s[0]))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (recorded is null && named.Exists(a => named.Exists(b => !SamePerson(a, b))))
            difference |= QuotationDifference.Speaker;
        if (difference == QuotationDifference.None)
            return null;
        return new()
        {
            Recorded = recorded,
            Difference = difference,
            Wordings =
            [
                .. wordings.Select(w =>
                {
                    var first = w.First();
                    return new QuotedIn
                    {
                        Path = first.Text.Path,
                        Title = first.Text.Title,
                        Published = first.Text.Published,
                        PublishedBasis = first.Text.PublishedBasis,
                        Quote = first.Row.Quote.Length <= LongestQuote ? first.Row.Quote : first.Row.Quote[..LongestQuote] + "…",
                        Speaker = first.Row.Speaker,
                        Repetitions = w.Select(e => e.Index).Distinct().Count() - 1,
                    };
                }),
            ],
        };
    }

    /// <summary>"Putin" and "Vladimir Putin" are one man.</summary>
    private static bool SamePerson(string a, string b)
    {
        var words = ContentWords.Plain(a).Split(' ');
        return ContentWords.Plain(b).Split(' ').Any(words.Contains);
    }

    /// <summary>Of a stem; the same on every machine, unlike the runtime's own.</summary>
    public static int Hash(string stem) => (int)LongHash(stem);

    public static ulong LongHash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        return hash ^ (hash >> 32);
    }
}
