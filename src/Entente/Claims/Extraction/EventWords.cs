using Entente.Actors;
using Entente.Record;

namespace Entente.Claims.Extraction;

/// <summary>
/// Recognises an event by the words it shares with what the record says of it: rare words weigh more, every state that the words name must be
/// one of the event's, and the best must stand clear of the next. A recognition, not a reading: what rests on it is marked.
/// </summary>
internal sealed class EventWords
{
    private const double Enough = 6;
    private const double Clear = 1.25;

    private static readonly HashSet<string> Plain = new(StringComparer.Ordinal)
    {
        "after",
        "before",
        "later",
        "than",
        "with",
        "from",
        "that",
        "this",
        "their",
        "they",
        "have",
        "been",
        "between",
        "about",
        "into",
        "over",
        "state",
        "first",
        "talks",
        "meeting",
        "months",
        "years",
        "weeks",
        "days",
        "year",
        "month",
        "china",
        "chinese",
        "russia",
        "russian",
        "states",
        "united",
        "countries",
        "leaders",
        "president",
        "visit",
        "summit",
        "world",
        "goods",
        "trade",
        "enters",
        "force",
        "most",
        "against",
        "less",
        "more",
        "took",
        "place",
    };

    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
    private readonly RecordedEvent[] events;

    public EventWords(IRecord record)
    {
        events = [.. record.Events];
        for (var i = 0; i < events.Length; i++)
            foreach (var stem in Stems(events[i]))
            {
                if (!byStem.TryGetValue(stem, out var list))
                    byStem[stem] = list = [];
                list.Add(i);
            }
    }

    /// <summary>The event that the words from one token up to another speak of; null where none is clear.</summary>
    public RecordedEvent? Find(SentenceAnalysis analysis, int from, int to, LocalDate? published, string? except = null)
    {
        var scores = new Dictionary<int, double>();
        var hits = new Dictionary<int, int>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(0, from); i < Math.Min(to, analysis.Tokens.Count); i++)
        {
            var stem = Stem(analysis.Tokens[i].Lower);
            if (stem is null || !seen.Add(stem) || !byStem.TryGetValue(stem, out var list))
                continue;
            var weight = Math.Log((double)events.Length / list.Count);
            foreach (var e in list)
            {
                scores[e] = scores.GetValueOrDefault(e) + weight;
                hits[e] = hits.GetValueOrDefault(e) + 1;
            }
        }
        var parties = analysis
            .Actors.Where(a => a.First >= from && a.End <= to && a.Party is not null && a.Actor.Kind is ActorKind.State or ActorKind.Person)
            .Select(a => a.Party!)
            .Distinct()
            .ToList();
        var (best, bestScore, second) = (-1, 0.0, 0.0);
        foreach (var (e, words) in scores)
        {
            var item = events[e];
            if (item.Id == except || (published is { } day && item.Date.Start > day) || hits[e] < 2)
                continue;
            var own = EventFinder.Parties(item).ToHashSet(StringComparer.Ordinal);
            if (own.Count > 0 && parties.Exists(p => !own.Contains(p)))
                continue;
            var score = words + (1.5 * parties.Count(own.Contains));
            if (score > bestScore)
                (best, bestScore, second) = (e, score, bestScore);
            else if (score > second)
                second = score;
        }
        return bestScore >= Enough && bestScore >= Clear * second ? events[best] : null;
    }

    private static HashSet<string> Stems(RecordedEvent item)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in new[] { item.Title, item.Place ?? "", item.Body ?? "" }.Concat(item.Names))
        foreach (var word in text.Split([' ', ';', ',', '-', '–', '(', ')', '\'', '’', '.', '/'], StringSplitOptions.RemoveEmptyEntries))
            if (Stem(word.ToLowerInvariant()) is { } stem)
                stems.Add(stem);
        return stems;
    }

    // Six letters tell "inaugurated" and "inauguration" as one and keep "Samarkand" from "Samara".
    private static string? Stem(string word) =>
        word.Length < 4 || Plain.Contains(word) || !char.IsLetter(word[0]) ? null
        : word.Length > 6 ? word[..6]
        : word.TrimEnd('s');
}
