using System.Collections.Frozen;
using Entente.Claims.Extraction.Sentences;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

/// <summary>
/// Recognises events of the record in a text: by the names the record gives them, and by a kind of event with its object
/// ("the annexation of Crimea", "invaded Ukraine", "Brexit"). Which of several is meant is decided by parties, place and date.
/// </summary>
internal sealed partial class EventFinder
{
    private static readonly FrozenDictionary<string, string> KindNouns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invasion"] = "invasion",
        ["onslaught"] = "invasion",
        ["war"] = "invasion",
        ["attack"] = "invasion",
        ["assault"] = "invasion",
        ["aggression"] = "invasion",
        ["annexation"] = "annexation",
        ["seizure"] = "annexation",
        ["takeover"] = "annexation",
        ["absorption"] = "annexation",
        ["referendum"] = "referendum",
        ["warrant"] = "warrant",
        ["inauguration"] = "inauguration",
        ["explosions"] = "incident",
        ["sabotage"] = "incident",
        ["treaty"] = "treaty",
        ["pact"] = "treaty",
        ["statement"] = "joint_statement",
        ["summit"] = "meeting",
        ["meeting"] = "meeting",
        ["talks"] = "meeting",
        ["visit"] = "visit",
        ["trip"] = "visit",
        ["congress"] = "congress",
        ["ceasefire"] = "truce",
        ["truce"] = "truce",
        ["agreement"] = "agreement",
        ["deal"] = "agreement",
        ["call"] = "call",
        ["conversation"] = "call",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> KindVerbs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invade"] = "invasion",
        ["invades"] = "invasion",
        ["invaded"] = "invasion",
        ["invading"] = "invasion",
        ["attacked"] = "invasion",
        ["annex"] = "annexation",
        ["annexes"] = "annexation",
        ["annexed"] = "annexation",
        ["annexing"] = "annexation",
        ["met"] = "meeting",
        ["meet"] = "meeting",
        ["meets"] = "meeting",
        ["visited"] = "visit",
        ["visits"] = "visit",
        ["arrived"] = "visit",
        ["travelled"] = "visit",
        ["traveled"] = "visit",
        ["flew"] = "visit",
        ["landed"] = "visit",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // What rolls, marches or pours into a state.
    private static readonly FrozenSet<string> Moves = Lexicon.Set("rolled marched rolling poured crossed drove crossing");

    /// <summary>The words that can tell of an event by its kind, in lower case.</summary>
    public static IEnumerable<string> Kinds => [.. KindNouns.Keys, .. KindVerbs.Keys, .. Moves, .. Visiting];

    /// <summary>The words that a name of an event starts with, in lower case.</summary>
    public IEnumerable<string> FirstWords => names.FirstWords;

    private readonly PhraseIndex<string> names = new();
    private readonly Dictionary<string, RecordedEvent> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Candidate>> byKind = new(StringComparer.Ordinal);
    private readonly HashSet<string> places = new(StringComparer.Ordinal);

    public EventFinder(IRecord record)
    {
        foreach (var item in record.Events)
        {
            byId[item.Id] = item;
            var kind =
                item.Body == "CPC" ? "congress"
                : item.Kind == "video_call" ? "call"
                : item.Kind;
            if (!byKind.TryGetValue(kind, out var list))
                byKind[kind] = list = [];
            list.Add(new Candidate(item));
            if (item.Place is { } place)
                places.Add(place);
            foreach (var name in item.Names)
                names.Add(name, item.Id);
        }
    }

    public RecordedEvent? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>The event whose recorded name starts at a token; the longest name wins.</summary>
    public bool TryName(TokenList tokens, int at, out int length, out RecordedEvent found)
    {
        if (names.TryLongest(tokens, at, out length, out var id))
        {
            found = byId[id];
            return true;
        }
        found = null!;
        return false;
    }

    /// <summary>All events of the record that a statement speaks of, with the words that do.</summary>
    public List<EventSpan> Find(SentenceAnalysis analysis, LocalDate? published, IReadOnlyList<TimeMention> times, Discourse discourse)
    {
        var found = new List<EventSpan>();
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if ((analysis.Uses[i] & WordUse.OfEvents) == 0)
                continue;
            if (TryName(analysis.Tokens, i, out var length, out var named))
            {
                // A kind's bare name ("full-scale invasion") yields to what the sentence says of place and date.
                found.Add(new EventSpan(i, i + length, named.Id, named.Date));
                i += length - 1;
                continue;
            }
            var word = analysis.Word(i);
            var isVerb =
                KindVerbs.TryGetValue(word, out var kind)
                || (analysis.Is(i + 1, "into") && Moves.Contains(word) && (kind = "invasion") is not null);
            if (OfPersons(analysis, i) is { } between)
                (isVerb, kind) = (true, between);
            if (!isVerb && !KindNouns.TryGetValue(word, out kind))
                continue;
            if (Resolve(analysis, i, kind!, isVerb, published, times, discourse) is { } match)
                found.Add(new EventSpan(i, match.End, match.Event.Id, match.Event.Date) { IsVerb = isVerb });
        }
        return found;
    }

    /// <summary>The event that the words from a token on name: "the annexation of Crimea", "Russia's invasion of Ukraine", "Brexit"; null where none.</summary>
    public EventSpan? TryAt(SentenceAnalysis analysis, int at, Discourse discourse)
    {
        // Over an article, an owner and adjectives to the noun or verb that names the kind.
        for (var i = at; i < Math.Min(at + 7, analysis.Tokens.Count); i++)
        {
            if (TryName(analysis.Tokens, i, out var length, out var named))
                return new EventSpan(at, i + length, named.Id, named.Date);
            var word = analysis.Word(i);
            var isVerb = KindVerbs.TryGetValue(word, out var kind);
            if (
                (isVerb || KindNouns.TryGetValue(word, out kind))
                && kind is "invasion" or "annexation" or "referendum"
                && Resolve(analysis, i, kind, isVerb, discourse.Published, [], discourse) is { } match
            )
                return new EventSpan(at, match.End, match.Event.Id, match.Event.Date);
            if (
                !(
                    (
                        analysis.Word(i)
                        is "the"
                            or "a"
                            or "its"
                            or "his"
                            or "their"
                            or "full"
                            or "-"
                            or "scale"
                            or "'s"
                            or "’"
                            or "illegal"
                            or "brutal"
                            or "all"
                            or "out"
                            or "unprovoked"
                            or "war"
                            or "onslaught"
                    ) || analysis.ActorCovering(i) is not null
                )
            )
                return null;
        }
        return null;
    }

    private (RecordedEvent Event, int End)? Resolve(
        SentenceAnalysis analysis,
        int at,
        string kind,
        bool isVerb,
        LocalDate? published,
        IReadOnlyList<TimeMention> times,
        Discourse discourse
    )
    {
        if (!byKind.TryGetValue(kind, out var candidates))
            return null;
        var (target, end) = Target(analysis, at, isVerb, kind);
        // A date in the same sentence decides between events; a date far in the past of a later sentence does not.
        var nearest = times
            .Where(t => t.Period is not null && t.Role is TimeRole.At or TimeRole.During)
            .MinBy(t => t.FirstToken >= at ? analysis.Distance(at, t.FirstToken) : analysis.Distance(t.EndToken, at) + 1);
        RecordedEvent? best = null;
        var bestScore = 0;
        var present = new Present(analysis, discourse);
        foreach (var candidate in candidates)
        {
            var item = candidate.Event;
            if (published is { } day && item.Date.Start > day)
                continue;
            var score = Score(candidate, kind, target, present, nearest?.Period);
            if (score > bestScore || (score == bestScore && score > 0 && best is not null && item.Date.Start > best.Date.Start))
                (best, bestScore) = (item, score);
        }
        if (kind == "visit" && (best is null || bestScore < 4) && nearest?.Period is { } then)
            best = Occasion(analysis, discourse, then, published, ref bestScore) ?? best;
        if (best is not null && bestScore >= 4)
            return (best, Math.Max(end, at + 1));
        // "the invasion", "the war": the one spoken of, or the latest that involves the text's parties.
        if (
            kind is "invasion" or "annexation"
            && !isVerb
            && (analysis.Word(at - 1) is "the" or "this" or "his" or "its" or "scale")
            && target is null
        )
        {
            if (discourse.LastEvent is { } last && byId[last].Kind == kind)
                return (byId[last], at + 1);
            Candidate? latest = null;
            var concerned = false;
            foreach (var candidate in candidates)
            {
                if (published is not null && candidate.Event.Date.Start > published)
                    continue;
                var own = candidate.Parties.Exists(discourse.Mentions);
                if (latest is null || (own && !concerned) || (own == concerned && candidate.Event.Date.Start > latest.Event.Date.Start))
                    (latest, concerned) = (candidate, own);
            }
            // A text that names none of the parties means the one of its day: an invasion of the last years.
            return
                latest is null
                || (
                    !concerned && (kind != "invasion" || !analysis.Is(at, "invasion") || published?.Year - latest.Event.Date.Start.Year > 3)
                )
                ? null
                : (latest.Event, at + 1);
        }
        return null;
    }

    private static int Score(Candidate candidate, string kind, string? target, Present present, Period? date)
    {
        var item = candidate.Event;
        var score = 0;
        if (target is not null)
        {
            var place = candidate.IsAt(target);
            // Nobody visits himself: who is visited is not the first of the two.
            if (!place && (!candidate.ActedUpon(target) || kind is "visit" && candidate.Parties.IndexOf(target) == 0))
                return 0;
            score += place ? 5 : 4;
        }
        var onDate = date is not null && date.Contains(item.Date);
        if (date is not null)
            score += onDate || item.Date.Contains(date) ? 3 : -3;
        if (kind is "meeting" or "joint_statement" or "visit" or "call" or "treaty" or "agreement" or "congress")
        {
            // Such events recur: without a date or a place the words name a kind, not one of them.
            var placed = present.NamesOneOf(candidate.Places);
            if (!placed && !onDate)
                return 0;
            var (persons, parties) = (candidate.Persons, candidate.Parties);
            var matched = persons.Count > 0 ? persons.Count(present.Persons.Contains) : parties.Count(present.Parties.Contains);
            var all = persons.Count > 0 ? persons.Count : parties.Count;
            if (matched == all && all >= 2)
                score += 2;
            else if (persons.Count > 0 && parties.Distinct().Count() >= 2 && parties.All(present.Parties.Contains))
                score += 1;
            else if (target is null && !(kind == "joint_statement" && parties.Any(present.Parties.Contains)))
                return 0;
            score += placed ? 2 : 0;
        }
        return score;
    }

    /// <summary>A recorded event with its actors and places taken apart once: every kind's word in a text is held against all events of the kind.</summary>
    private sealed class Candidate(RecordedEvent item)
    {
        public RecordedEvent Event { get; } = item;

        public List<string> Parties { get; } = [.. EventFinder.Parties(item)];

        public List<string> Persons { get; } =
        [
            .. item
                .Actors.Where(a => a.Contains(':', StringComparison.Ordinal))
                .Select(a => a[(a.IndexOf(':', StringComparison.Ordinal) + 1)..]),
        ];

        public List<string> Places { get; } = item.Place is { } place ? [.. place.Split(';').Select(p => p.Trim())] : [];

        public bool IsAt(string place)
        {
            foreach (var own in Places)
                if (string.Equals(own, place, StringComparison.OrdinalIgnoreCase))
                    return true;
            return false;
        }

        public bool ActedUpon(string party) => Parties.IndexOf(party, Event.Directed ? Math.Min(Event.Senders, Parties.Count) : 0) >= 0;
    }

    /// <summary>Whom and what a sentence names, gathered when a candidate first asks.</summary>
    private sealed class Present(SentenceAnalysis analysis, Discourse discourse)
    {
        private HashSet<string>? persons;
        private HashSet<string?>? parties;

        public HashSet<string> Persons => persons ??= Spoken();

        public HashSet<string?> Parties => parties ??= [.. analysis.Actors.Select(a => a.Party)];

        public bool NamesOneOf(List<string> places)
        {
            foreach (var place in places)
                if (analysis.Statement.Text.Contains(place, StringComparison.Ordinal))
                    return true;
            return false;
        }

        private HashSet<string> Spoken()
        {
            var spoken = analysis
                .Actors.Where(a => a.Actor.Kind == Actors.ActorKind.Person)
                .Select(a => a.Actor.Code)
                .ToHashSet(StringComparer.Ordinal);
            // "At that summit the two leaders said": those spoken of before.
            if (spoken.Count < 2)
                spoken.UnionWith(discourse.Persons(2));
            return spoken;
        }
    }

    internal static IEnumerable<string> Parties(RecordedEvent item) =>
        item.Actors.Select(a => a.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? a[..colon] : a);

    /// <summary>What the event happened to: "of X" after a noun, "X's" or "X" before it, the object of a verb; a party code or a place name.</summary>
    private (string? Target, int End) Target(SentenceAnalysis analysis, int at, bool isVerb, string kindOf)
    {
        var start = at + 1;
        if (!isVerb)
        {
            if (!analysis.Is(start, "of", "against", "on", "in") && !(kindOf == "visit" && analysis.Is(start, "to")))
                return (Before(analysis, at), at + 1);
            start++;
        }
        while (
            (analysis.Word(start) is "the" or "all" or "with" or "his" or "its" or "into" or "four" or "five" or "several")
            || (kindOf == "visit" && analysis.Is(start, "to", "in"))
        )
            start++;
        if (analysis.ActorStartingAt(start) is { } actor)
            return (actor.Party, actor.End);
        return
            start < analysis.Tokens.Count && char.IsUpper(analysis.Tokens[start].Text[0]) && !Lexicon.Months.Contains(analysis.Word(start))
            ? (analysis.Tokens[start].Text, start + 1)
            : (null, at + 1);
    }

    private string? Before(SentenceAnalysis analysis, int at)
    {
        var end = analysis.Is(at - 1, "'s") ? at - 1 : at;
        if (analysis.ActorEndingAt(end) is { IsAdjective: false } actor && !analysis.Is(at - 1, "'s"))
            return actor.Party;
        return
            end > 0
            && char.IsUpper(analysis.Tokens[end - 1].Text[0])
            && analysis.ActorEndingAt(end) is null
            && places.Contains(analysis.Tokens[end - 1].Text)
            ? analysis.Tokens[end - 1].Text
            : null;
    }
}
