using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

/// <summary>
/// Recognises an event by the words it shares with what the record says of it: rare words weigh more, every state that the words name must be
/// one of the event's, the stage must be its own, and the best must stand clear of the next. A recognition, not a reading: what rests on it is marked.
/// </summary>
internal sealed class EventWords
{
    private const double Enough = 6;
    private const double OnTheDay = 5;
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
        "world",
        "goods",
        "trade",
        "most",
        "against",
        "less",
        "more",
        "took",
        "place",
    };

    private readonly Dictionary<string, List<int>> byStem = new(StringComparer.Ordinal);
    private readonly RecordedEvent[] events;
    private readonly HashSet<string>[] stages;
    private readonly HashSet<string>[] titled;
    private readonly int[] length;
    private readonly HashSet<string>[] parties;

    public EventWords(IRecord record)
    {
        events = [.. record.Events];
        stages = [.. events.Select(EventStages.Of)];
        titled = [.. events.Select(e => EventStages.Said(e.Title))];
        length = [.. events.Select(e => Math.Max(1, Stems([e.Title]).Count))];
        parties = [.. events.Select(e => EventFinder.Parties(e).ToHashSet(StringComparer.Ordinal))];
        for (var i = 0; i < events.Length; i++)
            foreach (
                var stem in Stems([
                    events[i].Title,
                    events[i].Place ?? "",
                    events[i].Body ?? "",
                    .. events[i].Names,
                    .. events[i].Actors.Select(NameOf),
                ])
            )
            {
                if (!byStem.TryGetValue(stem, out var list))
                    byStem[stem] = list = [];
                list.Add(i);
            }
    }

    /// <summary>The event that the words from one token up to another speak of; null where none is clear.</summary>
    /// <param name="analysis">The sentence.</param>
    /// <param name="from">First token of the words.</param>
    /// <param name="to">One past their last.</param>
    /// <param name="published">Nothing later is meant.</param>
    /// <param name="except">An event that is not meant.</param>
    /// <param name="alsoFrom">Where a pronoun of the words points: words that name the matter, though not the stage.</param>
    /// <param name="alsoTo">One past the last of those.</param>
    /// <param name="on">Only what was then: on its very day fewer words tell an event.</param>
    public RecordedEvent? Find(
        SentenceAnalysis analysis,
        int from,
        int to,
        LocalDate? published,
        string? except = null,
        int alsoFrom = 0,
        int alsoTo = 0,
        Period? on = null
    )
    {
        var scores = new Dictionary<int, (double Score, int Hits)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = Math.Max(0, from); i < Math.Min(to, analysis.Tokens.Count); i++)
        {
            if (EventStages.Of(analysis.Tokens[i].Lower) is { } stage)
                said.Add(stage);
            Count(analysis, i, seen, scores);
        }
        for (var i = alsoFrom; i < Math.Min(alsoTo, analysis.Tokens.Count); i++)
            if (EventStages.Of(analysis.Tokens[i].Lower) is null)
                Count(analysis, i, seen, scores);
        var owners = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in analysis.Actors)
            if (
                actor.First >= from
                && actor.End <= to
                && actor.Party is { } party
                && actor.Actor.Kind is ActorKind.State or ActorKind.Person
            )
                (actor.IsAdjective || actor.Possessive ? owners : states).Add(party);
        var present = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in analysis.Actors)
            if ((on is null || actor.First < to) && actor.Party is { } party && actor.Actor.Kind is ActorKind.State or ActorKind.Person)
                present.Add(party);
        var (best, bestScore, second) = (-1, 0.0, 0.0);
        foreach (var (e, (words, hits)) in scores)
        {
            var item = events[e];
            if (item.Id == except || (published is { } day && item.Date.Start > day) || hits + (on is null ? 0 : Named(e)) < 2)
                continue;
            if (on is not null && !on.Contains(item.Date))
                continue;
            if (parties[e].Count > 0 && !states.IsSubsetOf(parties[e]) && !AreNamed(e))
                continue;
            // An event of none of those that the sentence names must be told by more than a few words.
            var foreign = parties[e].Count > 0 && present.Count > 0 && !present.Overlaps(parties[e]);
            if (said.Count > 0 && stages[e].Count > 0 && !said.Overlaps(stages[e]))
                continue;
            if (
                words + (1.5 * (parties[e].Count > 0 ? states.Count : 0))
                < (
                    foreign ? 1.5 * Enough
                    : on is null ? Enough
                    : OnTheDay
                )
            )
                continue;
            var score = words + (1.5 * (parties[e].Count > 0 ? states.Count : 0));
            foreach (var owner in owners)
                score += parties[e].Contains(owner) && !states.Contains(owner) ? 1 : 0;
            // An event that says much more than the words do is less likely the one, and so is one at a stage they do not speak of.
            score *= 0.5 + (0.5 * Math.Min(1.0, (double)hits / length[e]));
            foreach (var stage in titled[e])
                score *= said.Contains(stage) ? 1 : 0.8;
            if (said.Count > 0 && stages[e].Count == 0)
                score *= 0.8;
            if (score > bestScore)
                (best, bestScore, second) = (e, score, bestScore);
            else if (score > second)
                second = score;
        }
        return best >= 0 && bestScore >= Clear * second ? events[best] : null;

        // On the very day, two of its parties tell an event as a second word would.
        int Named(int e)
        {
            var count = 0;
            foreach (var state in states)
                count += parties[e].Contains(state) ? 1 : 0;
            return count >= 2 ? 1 : 0;
        }

        // "Missiles for Russia": a state that is no party of the event, though its record speaks of it.
        bool AreNamed(int e)
        {
            foreach (var actor in analysis.Actors)
                if (
                    actor.First >= from
                    && actor.End <= to
                    && actor.Party is { } party
                    && states.Contains(party)
                    && !parties[e].Contains(party)
                    && !events[e].Title.Contains(analysis.Tokens[actor.First].Text, StringComparison.OrdinalIgnoreCase)
                )
                    return false;
            return true;
        }
    }

    private void Count(SentenceAnalysis analysis, int i, HashSet<string> seen, Dictionary<int, (double Score, int Hits)> scores)
    {
        ref readonly var token = ref analysis.Tokens[i];
        var stem = Stem(token.Lower, char.IsUpper(token.Text[0]));
        // "S-400" is told by its number, as the record's titles are.
        if (stem is not null && stem.IndexOf('-', StringComparison.Ordinal) is var dash and > 0 && IsModel(stem[(dash + 1)..]))
            stem = "#" + stem[(dash + 1)..];
        if (stem is null || !seen.Add(stem) || !byStem.TryGetValue(stem, out var list))
            return;
        var weight = Math.Log((double)events.Length / list.Count);
        foreach (var e in list)
        {
            var (score, hits) = scores.GetValueOrDefault(e);
            scores[e] = (score + weight, hits + 1);
        }
    }

    private static HashSet<string> Stems(IEnumerable<string> texts)
    {
        var stems = new HashSet<string>(StringComparer.Ordinal);
        foreach (var text in texts)
        foreach (var word in text.Split([' ', ';', ',', '-', '–', '(', ')', '\'', '’', '.', '/'], StringSplitOptions.RemoveEmptyEntries))
            if (Stem(word.ToLowerInvariant(), char.IsUpper(word[0])) is { } stem)
                stems.Add(stem);
        return stems;
    }

    // The person of "TWN:William Lai"; a state's code is no word.
    private static string NameOf(string actor) =>
        actor.IndexOf(':', StringComparison.Ordinal) is var colon and >= 0 ? actor[(colon + 1)..] : "";

    private static readonly string[] Ordinals =
    [
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
        "eleventh",
        "twelfth",
        "thirteenth",
        "fourteenth",
        "fifteenth",
        "sixteenth",
        "seventeenth",
        "eighteenth",
        "nineteenth",
        "twentieth",
    ];

    // "14th" is written out in the record.
    private static string? Ordinal(string word) =>
        word.Length is 3 or 4
        && char.IsAsciiDigit(word[0])
        && word[^2..] is "st" or "nd" or "rd" or "th"
        && int.TryParse(word.AsSpan(0, word.Length - 2), out var place)
        && place >= 1
        && place <= Ordinals.Length
            ? Ordinals[place - 1]
            : null;

    // "S-400", "13660": numbers that are names; a year is a date.
    private static bool IsModel(string word)
    {
        if (word.Length is < 3 or > 5 || (word.Length == 4 && word[0] is '1' or '2'))
            return false;
        foreach (var letter in word)
            if (!char.IsAsciiDigit(letter))
                return false;
        return true;
    }

    // Words of a stage count as one; of short words only names tell anything.
    private static string? Stem(string word, bool capital) =>
        Plain.Contains(word) ? null
        : EventStages.Of(word) is { } stage ? "§" + stage
        : word is "deal" or "contract" or "accord" or "agreement" or "pact" or "treaty" or "deals" or "agreements" ? "deal"
        : Ordinal(word) is { } place ? WordStems.Of(place)
        : IsModel(word) ? "#" + word
        : word is "ties" or "relations" or "links" ? "relation"
        : word is "agrees" or "agreed" or "agreeing" ? "agree"
        : word is "delivered" or "delivers" or "delivering" or "delivery" or "deliveries" or "arrive" or "arrives" or "arrived" or "arrival"
            ? "deliver"
        : word is "broke" or "broken" or "breaking" or "severed" or "severing" ? "break"
        : word is "banned" or "bans" or "banning" ? "ban"
        : word is "ban" or "oil" or "gas" or "cap" or "law" ? word
        : word.Length == 3 && capital ? word
        : WordStems.Of(word);
}
