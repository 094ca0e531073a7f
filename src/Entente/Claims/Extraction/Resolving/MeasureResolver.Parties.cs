using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;

namespace Entente.Claims.Extraction.Resolving;

/// <content>Parties by the words beside a measure: pairs, owners, prepositions, subjects, roles.</content>
internal sealed partial class MeasureResolver
{
    /// <summary>"between A and B" (or "between the two countries" → the main pair) after a position.</summary>
    public (string A, string B)? Between(int from)
    {
        for (var i = from; i < Math.Min(from + Reach, analysis.Tokens.Count); i++)
        {
            if (!analysis.Is(i, "between"))
                continue;
            var start = analysis.Is(i + 1, "the", "both") ? i + 2 : i + 1;
            if (analysis.ActorStartingAt(start) is { Party: { } a } first)
            {
                for (var k = first.End; k <= Math.Min(first.End + 3, analysis.Tokens.Count - 1); k++)
                    if (analysis.ActorStartingAt(k) is { Party: { } b } && a != b)
                        return (a, b);
            }
            return RoleAt(i + 1) ? discourse.Pair : null;
        }
        return null;
    }

    /// <summary>"Ankara and Moscow" as the subject right before a verb.</summary>
    private (string A, string B)? SubjectPair(int verb)
    {
        for (var k = analysis.Actors.Count - 1; k > 0; k--)
        {
            var (first, second) = (analysis.Actors[k - 1], analysis.Actors[k]);
            if (
                second.End <= verb
                && verb - second.End <= 2
                && second.First - first.End <= 2
                && analysis.Is(second.First - 1, "and", "the")
                && first.Party is { } a
                && second.Party is { } b
                && a != b
            )
                return (a, b);
        }
        return null;
    }

    /// <summary>"China–Russia", "Sino-Russian", "U.S.-China" ending right before a position.</summary>
    public (string A, string B)? Joined(int end)
    {
        if (analysis.ActorEndingAt(end) is { Party: null } unknown && analysis.Is(unknown.First - 1, "-", "–"))
            blocked = true;
        if (analysis.ActorEndingAt(end) is not { Party: { } b } second || !analysis.Is(second.First - 1, "-", "–", "—", "‑", "/", "and"))
            return null;
        // "Russia and Turkey's trade", "the Chinese and Russian economies"
        var dashed = !analysis.Is(second.First - 1, "and") || (second.Possessive && !analysis.Is(second.First - 2, "'s"));
        return
            analysis.ActorEndingAt(second.First - 1) is { Party: { } a } first
            && a != b
            && (dashed || (!first.Possessive && second.Possessive == false && second.IsAdjective))
            ? (a, b)
            : null;
    }

    /// <summary>The actor that possesses or qualifies what starts at a position: "Russia's overall trade", "Chinese car exports".</summary>
    public ActorSpan? Possessor(int first)
    {
        var i = BeforeModifiers(first);
        if (analysis.Is(i - 1, "'s", "'", "’"))
            i--;
        var actor = analysis.ActorEndingAt(i);
        if (actor is null || (actor.Party is null && actor.Actor.Kind != ActorKind.Group))
            return null;
        return actor.IsAdjective || actor.Possessive || actor.Kind is AliasKind.Name or AliasKind.Metonym ? actor : null;
    }

    // Steps back over adjectives and items that stand between an owner and its measure, never over verbs, prepositions or signs.
    public int BeforeModifiers(int first)
    {
        var i = first;
        for (var steps = 0; steps < 4 && i > 0; steps++)
        {
            if (analysis.ActorEndingAt(i) is not null || analysis.Is(i - 1, "'s", "'", "’"))
                return i;
            var word = analysis.Word(i - 1);
            if (
                analysis.Tokens[i - 1].Kind != Reading.Text.TokenKind.Word
                || Lexicon.Prepositions.Contains(word)
                || Lexicon.Auxiliaries.Contains(word)
                || word is "the" or "a" or "an" or "its" or "their" or "his" or "and" or "that"
            )
                return i;
            i--;
        }
        return i;
    }

    /// <summary>The first actor after one of some prepositions, within the clause.</summary>
    public ActorSpan? AfterPreposition(int from, params string[] prepositions)
    {
        for (var i = from; i < Math.Min(from + Reach, limit); i++)
        {
            // "…, of which 2.1 million came from Russia": the part's party is not the whole's.
            if (
                analysis.StrongBreak(i, i + 1)
                || analysis.Is(i, ".")
                || (analysis.Is(i, "of") && analysis.Is(i + 1, "which", "it", "them"))
                || ListOpens(i, from)
            )
                return null;
            // "…, those to China climbing": the stand-in's party is not the first flow's.
            if (analysis.Is(i, "those", "that") && i > from && analysis.Is(i + 1, "to", "from", "with"))
                return null;
            if (Array.IndexOf(prepositions, analysis.Word(i)) < 0)
                continue;
            var start = i + 1;
            while (
                analysis.Is(
                    start,
                    "the",
                    "all",
                    "mainland",
                    "whole",
                    "ten",
                    "nation",
                    "member",
                    "-",
                    "27",
                    "10",
                    "entire",
                    "of",
                    "its",
                    "their",
                    "neighbouring",
                    "neighboring",
                    "both",
                    "southern",
                    "northern",
                    "eastern",
                    "western",
                    "giant",
                    "neighbour",
                    "neighbor",
                    "ally",
                    "rival",
                    "partner",
                    "whole",
                    "entire",
                    "of"
                )
            )
                start++;
            if (analysis.ActorStartingAt(start) is { Party: null, IsAdjective: false })
            {
                blocked = true;
                return null;
            }
            if (
                analysis.ActorStartingAt(start) is { } actor
                && actor.Party is not null
                && (
                    !actor.IsAdjective || analysis.Is(actor.End, "market", "markets", "buyers", "customers", "side", "economy", "consumers")
                )
            )
                return actor;
        }
        return null;
    }

    /// <summary>The state whose goods they are: "imports of Russian oil", "bought Russian gas".</summary>
    private ActorSpan? AdjectiveAfter(int from)
    {
        for (var i = from; i < Math.Min(from + 6, analysis.Tokens.Count); i++)
        {
            if (analysis.Is(i, ",", ";", ".", "by", "from", "to"))
                return null;
            if (analysis.ActorStartingAt(i) is { IsAdjective: true } actor)
                return actor;
        }
        return null;
    }

    /// <summary>The one right after a verb that gives: "sold China goods".</summary>
    private ActorSpan? Object(int at)
    {
        var start = analysis.Is(at, "the") ? at + 1 : at;
        return
            analysis.ActorStartingAt(start) is { IsAdjective: false, Possessive: false, Party: not null } actor
            && !analysis.Items.Exists(i => i.First == actor.End)
            ? actor
            : null;
    }

    // "French exporters", "Indian refiners": what a state's traders do, the state's trade does.
    private bool IsTrader(int at) =>
        analysis.Is(
            at,
            "exporters",
            "importers",
            "companies",
            "firms",
            "producers",
            "manufacturers",
            "buyers",
            "traders",
            "refiners",
            "refineries",
            "consumers",
            "farmers",
            "suppliers",
            "businesses",
            "enterprises",
            "customers",
            "sellers",
            "growers",
            "miners",
            "carmakers",
            "utilities",
            "factories"
        );

    private bool IsObject(ActorSpan actor)
    {
        var at = analysis.Is(actor.First - 1, "the") ? actor.First - 1 : actor.First;
        foreach (var span in analysis.Measures)
            if (span is { IsVerb: true, Passive: false } && span.End == at)
                return true;
        return false;
    }

    /// <summary>The actor that does: the nearest before a position that is no adjective and hangs on no preposition.</summary>
    public ActorSpan? SubjectBefore(int at)
    {
        ActorSpan? fallback = null;
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            if (actor.End > at || (actor.IsAdjective && !IsTrader(actor.End)) || actor.Possessive || actor.Party is null || IsObject(actor))
                continue;
            var before = actor.First - 1;
            while (analysis.Is(before, "the", "both"))
                before--;
            // "with China having exported": the preposition opens a clause of its own.
            if (
                (
                    analysis.Is(before, "with")
                    && (analysis.Is(actor.End, "having") || analysis.Word(actor.End).EndsWith("ing", StringComparison.Ordinal))
                )
                || !Lexicon.Prepositions.Contains(analysis.Word(before))
                || (before >= 2 && analysis.Is(before, "for") && analysis.Is(before - 1, "as"))
            )
            {
                if (!analysis.InAsideBefore(actor.First, at))
                    return actor;
                continue;
            }
            fallback ??= analysis.Is(before, "by") ? null : fallback;
        }
        return fallback;
    }

    /// <summary>"With a military budget of $31 billion, Poland was …": the subject that an opening phrase waits for.</summary>
    private string? SubjectAfter(MeasureSpan span)
    {
        if (!analysis.Is(0, "with", "at", "having", "boasting"))
            return null;
        for (var i = span.End; i < analysis.Tokens.Count; i++)
            if (analysis.Is(i, ","))
                return
                    analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1) is { IsAdjective: false, Possessive: false } actor
                    ? actor.Party
                    : null;
        return null;
    }

    /// <summary>"The bloc bought …": the union that the text speaks of; another role's noun is nobody that is known here.</summary>
    private string? RoleSubject(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(1, verb - 3); i--)
            if (analysis.Is(i - 1, "the") && analysis.Is(i, "bloc", "union"))
            {
                if (discourse.Mentions("EU"))
                    return "EU";
                blocked = true;
                return null;
            }
        return null;
    }

    /// <summary>Who does what a verb says: a pronoun right before it stands for the subject before, else the nearest actor, else the subject before.</summary>
    public string? SubjectOf(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 2); i--)
            if (analysis.Is(i, "it", "they"))
                return TopicBefore(i) ?? discourse.Subject;
        return SubjectBefore(verb)?.Party ?? discourse.Subject;
    }

    private string? TopicBefore(int at)
    {
        foreach (var actor in analysis.Actors)
            if (
                actor.End <= at
                && !actor.IsAdjective
                && actor is { Possessive: false, Party: not null }
                && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1))
                && !analysis.Is(actor.First - 1, "including", "(")
            )
                return actor.Party;
        return null;
    }

    private bool PronounBefore(int first)
    {
        for (var i = first - 1; i >= Math.Max(0, first - 5); i--)
            if (analysis.Is(i, "it", "its", "they", "their", "both"))
                return true;
        return false;
    }

    /// <summary>"the country's trade", "its trade": the state last spoken of as subject that fits; null where the words are not there.</summary>
    private string? PossessiveRole(int first)
    {
        var i = BeforeModifiers(first);
        if (analysis.Is(i - 1, "its"))
            return TopicOfSentence(i - 1) ?? discourse.Subject;
        if (
            analysis.Is(i - 1, "'s")
            && analysis.Is(i - 2, "country", "nation", "state", "kingdom", "emirate", "island", "republic", "bloc", "union")
        )
            return StateBefore(i - 2) ?? discourse.Subject;
        return null;
    }

    /// <summary>Who "its" is: the topic set off at the start ("As for China, …"), else the subject of the sentence.</summary>
    public string? TopicOfSentence(int at)
    {
        if (analysis.Is(0, "as") && analysis.Is(1, "for") && analysis.ActorStartingAt(2) is { Party: { } topic })
            return topic;
        foreach (var actor in analysis.Actors)
            if (
                actor.End <= at
                && !actor.IsAdjective
                && actor.Party is not null
                && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1))
            )
                return actor.Party;
        return null;
    }

    private string? StateBefore(int at)
    {
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
            if (analysis.Actors[k] is { Actor.Kind: ActorKind.State } actor && actor.End <= at)
                return actor.Party;
        return null;
    }

    private bool RoleBefore(int first) =>
        analysis.Is(first - 1, "shared", "common", "joint", "bilateral", "mutual", "long", "land") || RoleAfter(first);

    private bool RoleAfter(int from) =>
        (analysis.Is(from, "between", "of", "by") && RoleAt(from + 1)) || (analysis.Is(from, "with") && analysis.Is(from + 1, "each"));

    private bool RoleAt(int at)
    {
        var i = analysis.Is(at, "the") ? at + 1 : at;
        return (
                analysis.Is(i, "two", "both")
                && analysis.Is(
                    i + 1,
                    "countries",
                    "states",
                    "nations",
                    "sides",
                    "neighbors",
                    "neighbours",
                    "powers",
                    "economies",
                    "giants",
                    "capitals",
                    "partners"
                )
            )
            || analysis.Is(i, "countries", "them", "sides")
            || (analysis.Is(i, "both") && analysis.Is(i + 1, "the"));
    }
}
