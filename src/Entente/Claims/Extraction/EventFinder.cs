using System.Collections.Frozen;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction;

/// <summary>
/// Recognises events of the record in a text: by the names the record gives them, and by a kind of event with its object
/// ("the annexation of Crimea", "invaded Ukraine", "Brexit"). Which of several is meant is decided by parties, place and date.
/// </summary>
internal sealed class EventFinder
{
    private static readonly FrozenDictionary<string, string> KindNouns = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invasion"] = "invasion", ["onslaught"] = "invasion", ["war"] = "invasion", ["attack"] = "invasion", ["assault"] = "invasion", ["aggression"] = "invasion",
        ["annexation"] = "annexation", ["seizure"] = "annexation", ["takeover"] = "annexation", ["absorption"] = "annexation",
        ["referendum"] = "referendum", ["warrant"] = "warrant", ["inauguration"] = "inauguration", ["explosions"] = "incident", ["sabotage"] = "incident", ["treaty"] = "treaty", ["pact"] = "treaty", ["statement"] = "joint_statement", ["summit"] = "meeting", ["meeting"] = "meeting", ["talks"] = "meeting",
        ["visit"] = "visit", ["trip"] = "visit", ["congress"] = "congress", ["ceasefire"] = "truce", ["truce"] = "truce", ["agreement"] = "agreement", ["deal"] = "agreement", ["call"] = "call", ["conversation"] = "call",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> KindVerbs = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["invade"] = "invasion", ["invades"] = "invasion", ["invaded"] = "invasion", ["invading"] = "invasion", ["attacked"] = "invasion",
        ["annex"] = "annexation", ["annexes"] = "annexation", ["annexed"] = "annexation", ["annexing"] = "annexation",
        ["met"] = "meeting", ["meet"] = "meeting", ["meets"] = "meeting", ["visited"] = "visit", ["visits"] = "visit",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private readonly PhraseIndex<string> names = new();
    private readonly Dictionary<string, RecordedEvent> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<RecordedEvent>> byKind = new(StringComparer.Ordinal);
    
    public EventFinder(IRecord record)
    {
        foreach (var item in record.Events)
        {
            byId[item.Id] = item;
            var kind = item.Body == "CPC" ? "congress" : item.Kind == "video_call" ? "call" : item.Kind;
            if (!byKind.TryGetValue(kind, out var list))
                byKind[kind] = list = [];
            list.Add(item);
            foreach (var name in item.Names)
                names.Add(name, item.Id);
        }
    }

    public RecordedEvent? ById(string id) => byId.GetValueOrDefault(id);

    /// <summary>The event whose recorded name starts at a token; the longest name wins.</summary>
    public bool TryName(IReadOnlyList<Token> tokens, int at, out int length, out RecordedEvent found)
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
            if (TryName(analysis.Tokens, i, out var length, out var named))
            {
                // A kind's bare name ("full-scale invasion") yields to what the sentence says of place and date.
                found.Add(new EventSpan(i, i + length, named.Id, named.Date));
                i += length - 1;
                continue;
            }
            var word = analysis.Word(i);
            var isVerb = KindVerbs.TryGetValue(word, out var kind) || (analysis.Is(i + 1, "into") && word is "rolled" or "marched" or "rolling" or "poured" && (kind = "invasion") is not null);
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
            if ((isVerb || KindNouns.TryGetValue(word, out kind)) && kind is "invasion" or "annexation" or "referendum" && Resolve(analysis, i, kind, isVerb, discourse.Published, [], discourse) is { } match)
                return new EventSpan(at, match.End, match.Event.Id, match.Event.Date);
            if (!(analysis.Is(i, "the", "a", "its", "his", "their", "full", "-", "scale", "'s", "’", "illegal", "brutal", "all", "out", "unprovoked", "war", "onslaught") || analysis.ActorCovering(i) is not null))
                return null;
        }
        return null;
    }

    private (RecordedEvent Event, int End)? Resolve(SentenceAnalysis analysis, int at, string kind, bool isVerb, LocalDate? published, IReadOnlyList<TimeMention> times, Discourse discourse)
    {
        if (!byKind.TryGetValue(kind, out var candidates))
            return null;
        var (target, end) = Target(analysis, at, isVerb);
        // A date in the same sentence decides between events; a date far in the past of a later sentence does not.
        var nearest = times.Where(t => t.Period is not null && t.Role is TimeRole.At or TimeRole.During).MinBy(t => t.FirstToken >= at ? analysis.Distance(at, t.FirstToken) : analysis.Distance(t.EndToken, at) + 1);
        List<Period> dated = nearest is null ? [] : [nearest.Period!];
        RecordedEvent? best = null;
        var bestScore = 0;
        foreach (var candidate in candidates)
        {
            if (published is { } day && candidate.Date.Start > day)
                continue;
            var score = Score(candidate, kind, target, analysis, dated, discourse);
            if (score > bestScore || (score == bestScore && score > 0 && best is not null && candidate.Date.Start > best.Date.Start))
                (best, bestScore) = (candidate, score);
        }
        if (best is not null && bestScore >= 4)
            return (best, Math.Max(end, at + 1));
        // "the invasion", "the war": the one spoken of, or the latest that involves the text's parties.
        if (kind is "invasion" or "annexation" && !isVerb && analysis.Is(at - 1, "the", "this", "his", "its", "scale") && target is null)
        {
            if (discourse.LastEvent is { } last && byId[last].Kind == kind)
                return (byId[last], at + 1);
            var latest = candidates.Where(c => (published is null || c.Date.Start <= published) && Parties(c).Any(discourse.Mentions)).MaxBy(c => c.Date.Start);
            return latest is null ? null : (latest, at + 1);
        }
        return null;
    }

    private static int Score(RecordedEvent candidate, string kind, string? target, SentenceAnalysis analysis, List<Period> dated, Discourse discourse)
    {
        var score = 0;
        if (target is not null)
        {
            var place = candidate.Place is { } p && p.Split(';').Any(x => string.Equals(x.Trim(), target, StringComparison.OrdinalIgnoreCase));
            var actor = Parties(candidate).Skip(candidate.Directed ? candidate.Senders : 0).Contains(target);
            if (!place && !actor)
                return 0;
            score += place ? 5 : 4;
        }
        if (dated.Count > 0)
            score += dated.Any(d => d.Contains(candidate.Date) || candidate.Date.Contains(d)) ? 3 : -3;
        if (kind is "meeting" or "joint_statement" or "visit" or "call" or "treaty" or "agreement" or "congress")
        {
            var persons = candidate.Actors.Where(a => a.Contains(':', StringComparison.Ordinal)).Select(a => a[(a.IndexOf(':', StringComparison.Ordinal) + 1)..]).ToList();
            var spoken = analysis.Actors.Where(a => a.Actor.Kind == Actors.ActorKind.Person).Select(a => a.Actor.Code).ToHashSet(StringComparer.Ordinal);
            // "At that summit the two leaders said": those spoken of before.
            if (spoken.Count < 2)
                spoken.UnionWith(discourse.Persons(2));
            var parties = analysis.Actors.Select(a => a.Party).ToHashSet();
            var matched = persons.Count > 0 ? persons.Count(spoken.Contains) : Parties(candidate).Count(parties.Contains);
            var all = persons.Count > 0 ? persons.Count : Parties(candidate).Count();
            if (matched == all && all >= 2)
                score += 2;
            else if (persons.Count > 0 && Parties(candidate).Distinct().Count() >= 2 && Parties(candidate).All(parties.Contains))
                score += 1;
            else if (target is null && !(kind == "joint_statement" && Parties(candidate).Any(parties.Contains)))
                return 0;
            var placed = candidate.Place is { } place && place.Split(';').Any(x => analysis.Statement.Text.Contains(x.Trim(), StringComparison.Ordinal));
            score += placed ? 2 : 0;
            // Such events recur: without a date or a place the words name a kind, not one of them.
            if (!placed && !dated.Any(d => d.Contains(candidate.Date)))
                return 0;
        }
        return score;
    }

    internal static IEnumerable<string> Parties(RecordedEvent item) => item.Actors.Select(a => a.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? a[..colon] : a);

    /// <summary>What the event happened to: "of X" after a noun, "X's" or "X" before it, the object of a verb; a party code or a place name.</summary>
    private (string? Target, int End) Target(SentenceAnalysis analysis, int at, bool isVerb)
    {
        var start = at + 1;
        if (!isVerb)
        {
            if (!analysis.Is(start, "of", "against", "on", "in"))
                return (Before(analysis, at), at + 1);
            start++;
        }
        while (analysis.Is(start, "the", "all", "with", "his", "its", "into"))
            start++;
        if (analysis.ActorStartingAt(start) is { } actor)
            return (actor.Party, actor.End);
        return start < analysis.Tokens.Count && char.IsUpper(analysis.Tokens[start].Text[0]) ? (analysis.Tokens[start].Text, start + 1) : (null, at + 1);
    }

    private string? Before(SentenceAnalysis analysis, int at)
    {
        var end = analysis.Is(at - 1, "'s") ? at - 1 : at;
        if (analysis.ActorEndingAt(end) is { IsAdjective: false } actor && !analysis.Is(at - 1, "'s"))
            return actor.Party;
        return end > 0 && char.IsUpper(analysis.Tokens[end - 1].Text[0]) && analysis.ActorEndingAt(end) is null && byKind.Values.SelectMany(l => l).Any(e => e.Place == analysis.Tokens[end - 1].Text)
            ? analysis.Tokens[end - 1].Text
            : null;
    }
}
