using Entente.Actors;
using Entente.Measures;

namespace Entente.Claims.Extraction;

/// <summary>
/// Turns a measure's word into a measure with parties and item, from the words around it: possessors and adjectives before,
/// prepositions after, the subject of a verb. What is not said is taken from the discourse and marked, or stays open.
/// </summary>
internal sealed class MeasureResolver(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
{
    private const int Reach = 14;

    public MeasureRef? Resolve(MeasureSpan span)
    {
        var definition = catalogue.Measures.ById[span.Measure];
        // What belongs to the next trading verb belongs to it alone: "bought goods worth A and sold goods worth B to Russia".
        limit = analysis.Measures.Find(m => m.IsVerb && m.First > span.End)?.First ?? analysis.Tokens.Count;
        var resolved = Of(span, definition);
        limit = analysis.Tokens.Count;
        // A party that nothing stands for ("Africa", "non-EU") must not give way to one that is at hand.
        if (blocked)
        {
            blocked = false;
            return null;
        }
        return resolved is { Measure: "balance" } && analysis.Slice(span.First, span.End).Contains("deficit", StringComparison.OrdinalIgnoreCase) ? resolved with { Deficit = true } : resolved;
    }

    private bool blocked;
    private int limit = analysis.Tokens.Count;

    private MeasureRef? Of(MeasureSpan span, MeasureDefinition definition)
    {
        return span.Measure switch
        {
            "exports" or "imports" => Flow(span),
            "trade" or "balance" => Trade(span),
            "border_length" => Dyad(span),
            _ => definition.Parties switch
            {
                Parties.State => State(span),
                Parties.Flow => Directed(span),
                Parties.Dyad or Parties.StateOrDyad => Trade(span),
                Parties.None => new MeasureRef(span.Measure, null, null, ItemNear(span)),
                _ => Flow(span),
            },
        };
    }

    /// <summary>The state whose measure it is: "Russia's military spending", "the Chinese economy", "China spends … on defence".</summary>
    private MeasureRef? State(MeasureSpan span)
    {
        // "spent … on its military": the spender is the subject, whoever estimated it.
        var spends = analysis.Is(span.First, "on", "spent");
        var owner = Possessor(span.First)?.Party ?? (spends ? SubjectBefore(span.First)?.Party : null) ?? (analysis.Is(span.End, "of", "in", "by") ? AfterPreposition(span.End, "of", "in", "by")?.Party : null) ?? SubjectBefore(span.First)?.Party ?? AfterPreposition(span.End, "of", "in", "by")?.Party;
        if (owner is not null && catalogue.Actors.TryGetValue(owner, out var actor) && actor.Kind == ActorKind.Group)
            return null;
        if (owner is not null)
            return new MeasureRef(span.Measure, owner, null, null);
        return PronounBefore(span.First) && discourse.Subject is { } subject
            ? new MeasureRef(span.Measure, subject, null, null) { Inferred = [new Inference("party", subject, "the subject before")] }
            : null;
    }

    private MeasureRef? Directed(MeasureSpan span)
    {
        var sender = Possessor(span.First)?.Party ?? SubjectBefore(span.First)?.Party;
        var receiver = AfterPreposition(span.End, "to", "for", "on", "against")?.Party;
        if (span.Measure == "holdings")
        {
            // The securities are the debtor's: "China held U.S. Treasury securities".
            receiver = Possessor(span.First)?.Party ?? "USA";
            sender = SubjectBefore(span.First)?.Party ?? AfterPreposition(span.End, "by")?.Party;
        }
        var item = span.Measure == "tariff_rate" ? ItemAfter(span.End) : ItemNear(span);
        return sender is not null && receiver is not null && sender != receiver ? new MeasureRef(span.Measure, sender, receiver, item) : null;
    }

    private MeasureRef? Dyad(MeasureSpan span)
    {
        var pair = Between(span.End) ?? Joined(span.First);
        if (pair is null && Possessor(span.First)?.Party is { } owner && AfterPreposition(span.End, "with")?.Party is { } other)
            pair = (owner, other);
        if (pair is { } said)
            return new MeasureRef(span.Measure, said.A, said.B, null);
        // "Finland's 1,340 km border with Russia"
        if (AfterPreposition(span.End, "with")?.Party is { } neighbour && (analysis.Actors.FindLast(a => a.End <= span.First && span.First - a.End <= 6 && a.Party is not null && a.Party != neighbour && (a.Possessive || !a.IsAdjective))?.Party) is { } holder)
            return new MeasureRef(span.Measure, holder, neighbour, null);
        var named = analysis.Actors.Where(a => a.End <= span.First && a.Actor.Kind == ActorKind.State && !a.IsAdjective).Select(a => a.Party!).Distinct().ToList();
        if (named.Count == 2)
            return new MeasureRef(span.Measure, named[0], named[1], null);
        return discourse.MainPair is { } main && (PronounBefore(span.First) || RoleBefore(span.First))
            ? new MeasureRef(span.Measure, main.A, main.B, null) { Inferred = [new Inference("parties", $"{main.A}, {main.B}", Inference.MainParties)] }
            : null;
    }

    private MeasureRef? Trade(MeasureSpan span)
    {
        var item = ItemBefore(span.First) ?? (analysis.Is(span.End, "in") ? ItemAfter(span.End) : null);
        var text = analysis.Slice(span.First, span.End);
        if (Between(span.End) is { } between)
            return new MeasureRef(span.Measure, between.A, between.B, item);
        if (Joined(BeforeModifiers(span.First)) is { } joined)
            return new MeasureRef(span.Measure, joined.A, joined.B, item);
        if (span.IsVerb && SubjectPair(span.First) is { } traders)
            return new MeasureRef(span.Measure, traders.A, traders.B, item);
        var with = AfterPreposition(span.End, "with", "and")?.Party;
        var owner = span.IsVerb ? null : Possessor(span.First)?.Party;
        var subject = SubjectBefore(span.First)?.Party;
        if (with is not null)
        {
            var first = owner ?? (PronounBefore(span.First) ? subject ?? discourse.Subject : subject) ?? discourse.OtherOf(with) ?? discourse.MainParty;
            if (first is not null && first != with)
                return owner is not null ? new MeasureRef(span.Measure, first, with, item)
                    : new MeasureRef(span.Measure, first, with, item) { Inferred = [new Inference("party", first, subject == first ? "the subject" : Inference.MainParty)] };
            return null;
        }
        var mutual = text.Contains("bilateral", StringComparison.OrdinalIgnoreCase) || text.Contains("two-way", StringComparison.OrdinalIgnoreCase) || text.Contains("mutual", StringComparison.OrdinalIgnoreCase)
            || analysis.Is(span.First - 1, "bilateral", "mutual", "their", "way") || RoleAfter(span.End);
        if (owner is not null && !mutual && span.Measure == "balance" && discourse.OtherOf(owner) is { } against)
            return new MeasureRef(span.Measure, owner, against, item) { Inferred = [new Inference("partner", against, Inference.OtherOfTheTwo)], PartnerOpen = true };
        if (owner is not null && !mutual)
            return new MeasureRef(span.Measure, owner, null, item);
        if (span.Measure == "balance" && AfterPreposition(span.End, "for")?.Party is { } holder && (subject is null || holder != subject))
            return discourse.OtherOf(holder) is { } opposite ? new MeasureRef(span.Measure, holder, opposite, item) { PartnerOpen = true, Inferred = [new Inference("partner", opposite, Inference.OtherOfTheTwo)] } : new MeasureRef(span.Measure, holder, null, item);
        // "…, with a bilateral trade of $118bn" after the pair has been named in the same sentence.
        if (mutual && discourse.LastInSentence is { Measure: "trade", First: { } x, Second: { } y })
            return new MeasureRef(span.Measure, x, y, item);
        if (PossessiveRole(span.First) is { } role)
            return new MeasureRef(span.Measure, role, null, item) { Inferred = [new Inference("party", role, "the state just spoken of")] };
        // Two states as the sentence's subject trade with each other ("China and Russia saw trade grow").
        var named = analysis.Actors.Where(a => a.First < span.First && a.Party is not null && a.Actor.Kind is ActorKind.State or ActorKind.Organisation).Select(a => a.Party!).Distinct().ToList();
        if (named.Count == 2 && (mutual || !analysis.StrongBreak(0, span.First)))
            return new MeasureRef(span.Measure, named[0], named[1], item) { Inferred = [new Inference("parties", $"{named[0]}, {named[1]}", Inference.NamedTogether)] };
        if (discourse.MainPair is { } pair && (mutual || named.Count == 0))
            return new MeasureRef(span.Measure, pair.A, pair.B, item) { Inferred = [new Inference("parties", $"{pair.A}, {pair.B}", mutual ? "the words for both sides" : Inference.MainParties)], PartnerOpen = !mutual };
        return null;
    }

    private MeasureRef? Flow(MeasureSpan span)
    {
        var selling = span.Measure is "exports" or "volume";
        var item = span.IsVerb ? ItemAfter(span.End) ?? ItemBefore(span.First) : ItemNear(span);
        var origin = AfterPreposition(span.End, "from")?.Party;
        var destination = AfterPreposition(span.End, "to", "into")?.Party;
        var agent = AfterPreposition(span.End, "by")?.Party;
        var goodsOf = AdjectiveAfter(span.End)?.Party;
        string? subject;
        if (span.IsVerb)
            subject = span.Passive ? agent : SubjectBefore(span.First)?.Party ?? (PronounBefore(span.First) ? discourse.Subject : null);
        else
            subject = Possessor(span.First)?.Party ?? agent ?? PossessiveRole(span.First) ?? (PronounBefore(span.First) ? SubjectBefore(span.First)?.Party ?? discourse.Subject : null);
        var seller = selling ? subject ?? origin ?? goodsOf : origin ?? goodsOf;
        var buyer = selling ? destination : subject ?? destination;
        // "Chinese imports to Russia": what comes in is Chinese, the buyer is where it goes.
        if (!selling && destination is not null && subject is not null && destination != subject && origin is null)
            (seller, buyer) = (subject, destination);
        if (selling && origin is not null && subject is not null && origin != subject && destination is null)
            (seller, buyer) = (origin, subject);
        if (selling && goodsOf is not null && subject is null)
            seller = goodsOf;
        if (seller == buyer)
            buyer = null;
        if (seller is null && buyer is null)
            return null;
        // "the kingdom's exports to China": a flow to somebody is never that somebody's own; whose it is must be known.
        if (selling && seller is null)
        {
            seller = discourse.Subject is { } speakerOf && speakerOf != buyer ? speakerOf : null;
            if (seller is null)
                return null;
        }
        if (!selling && buyer is null && origin is not null)
        {
            buyer = discourse.Subject is { } into && into != seller ? into : null;
            if (buyer is null)
                return null;
        }
        // "Chinese imports" are what China buys or what is bought from it; the flow spoken of before tells, else nobody can.
        if (!selling && !span.IsVerb && origin is null && goodsOf is null && destination is null && Possessor(span.First) is { IsAdjective: true, Party: { } either })
        {
            if (discourse.LastMeasure(analysis.Statement.Paragraph) is { IsFlow: true, Second: { } into } && into != either)
                return new MeasureRef("imports", either, into, item) { Inferred = [new Inference("partner", into, "the importer spoken of before")] };
            if (!SaysWorld(span))
                return discourse.OtherOf(either) is null ? new MeasureRef("imports", either, null, item) : null;
        }
        var measure = selling ? "exports" : "imports";
        if (seller is not null && buyer is not null)
            return new MeasureRef(measure, seller, buyer, item);
        var known = seller ?? buyer!;
        // "… and bought $348 billion in return": the partner of the flow just spoken of in the sentence.
        if (LastPartner(known) is { } same)
            return seller is not null ? new MeasureRef(measure, seller, same, item) { Inferred = [new Inference("partner", same, "the partner just spoken of")] } : new MeasureRef(measure, same, buyer, item) { Inferred = [new Inference("partner", same, "the partner just spoken of")] };
        var near = discourse.LastMeasure(analysis.Statement.Paragraph) is { Second: not null, First: not null } before && (before.First == known || before.Second == known) ? before.First == known ? before.Second : before.First : null;
        if ((near ?? discourse.OtherOf(known)) is { } other && !SaysWorld(span))
        {
            var inferred = new Inference("partner", other, Inference.OtherOfTheTwo);
            return seller is not null
                ? new MeasureRef(measure, seller, other, item) { Inferred = [inferred], PartnerOpen = true }
                : new MeasureRef(measure, other, buyer, item) { Inferred = [inferred], PartnerOpen = true };
        }
        return new MeasureRef(measure, known, null, item) { PartnerOpen = false };
    }

    private string? LastPartner(string known) =>
        discourse.LastInSentence is { Second: not null, PartnerOpen: false } last && (last.First == known || last.Second == known) && (last.IsFlow || last.Measure == "trade") ? last.First == known ? last.Second : last.First : null;

    private bool SaysWorld(MeasureSpan span) => Enumerable.Range(span.First, 6).Any(k => analysis.Is(k, "world", "worldwide", "globally", "global")) || analysis.Is(span.First - 1, "total", "overall", "global", "foreign", "worldwide", "'s") && analysis.Is(span.First - 1, "total", "overall", "global", "foreign", "worldwide");

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
            return RoleAt(i + 1) ? discourse.MainPair : null;
        }
        return null;
    }

    /// <summary>"Ankara and Moscow" as the subject right before a verb.</summary>
    private (string A, string B)? SubjectPair(int verb)
    {
        for (var k = analysis.Actors.Count - 1; k > 0; k--)
        {
            var (first, second) = (analysis.Actors[k - 1], analysis.Actors[k]);
            if (second.End <= verb && verb - second.End <= 2 && second.First - first.End <= 2 && analysis.Is(second.First - 1, "and", "the") && first.Party is { } a && second.Party is { } b && a != b)
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
        return analysis.ActorEndingAt(second.First - 1) is { Party: { } a } first && a != b && (dashed || (!first.Possessive && second.Possessive == false && second.IsAdjective)) ? (a, b) : null;
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
    private int BeforeModifiers(int first)
    {
        var i = first;
        for (var steps = 0; steps < 4 && i > 0; steps++)
        {
            if (analysis.ActorEndingAt(i) is not null || analysis.Is(i - 1, "'s", "'", "’"))
                return i;
            var word = analysis.Word(i - 1);
            if (analysis.Tokens[i - 1].Kind != Reading.Text.TokenKind.Word || Lexicon.Prepositions.Contains(word) || Lexicon.Auxiliaries.Contains(word) || word is "the" or "a" or "an" or "its" or "their" or "his" or "and" or "that")
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
            if (analysis.StrongBreak(i, i + 1) || analysis.Is(i, "."))
                return null;
            if (Array.IndexOf(prepositions, analysis.Word(i)) < 0)
                continue;
            var start = i + 1;
            while (analysis.Is(start, "the", "all", "mainland", "its", "their", "neighbouring", "neighboring", "both", "southern", "northern", "eastern", "western", "giant", "neighbour", "neighbor", "ally", "rival", "partner"))
                start++;
            if (analysis.ActorStartingAt(start) is { Party: null, IsAdjective: false })
            {
                blocked = true;
                return null;
            }
            if (analysis.ActorStartingAt(start) is { } actor && actor.Party is not null && (!actor.IsAdjective || analysis.Is(actor.End, "market", "markets", "buyers", "customers", "side", "economy", "consumers")))
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

    /// <summary>The actor that does: the nearest before a position that is no adjective and hangs on no preposition.</summary>
    public ActorSpan? SubjectBefore(int at)
    {
        ActorSpan? fallback = null;
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            if (actor.End > at || actor.IsAdjective || actor.Possessive || actor.Party is null)
                continue;
            var before = actor.First - 1;
            while (analysis.Is(before, "the", "both"))
                before--;
            // "with China having exported": the preposition opens a clause of its own.
            if ((analysis.Is(before, "with") && (analysis.Is(actor.End, "having") || analysis.Word(actor.End).EndsWith("ing", StringComparison.Ordinal))) || !Lexicon.Prepositions.Contains(analysis.Word(before)) || (before >= 2 && analysis.Is(before, "for") && analysis.Is(before - 1, "as")))
            {
                if (!analysis.InAsideBefore(actor.First, at))
                    return actor;
                continue;
            }
            fallback ??= analysis.Is(before, "by") ? null : fallback;
        }
        return fallback;
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
            if (actor.End <= at && !actor.IsAdjective && actor is { Possessive: false, Party: not null } && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1)) && !analysis.Is(actor.First - 1, "including", "("))
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
        if (analysis.Is(i - 1, "'s") && analysis.Is(i - 2, "country", "nation", "state", "kingdom", "emirate", "island", "republic", "bloc", "union"))
            return StateBefore(i - 2) ?? discourse.Subject;
        return null;
    }

    /// <summary>Who "its" is: the topic set off at the start ("As for China, …"), else the subject of the sentence.</summary>
    public string? TopicOfSentence(int at)
    {
        if (analysis.Is(0, "as") && analysis.Is(1, "for") && analysis.ActorStartingAt(2) is { Party: { } topic })
            return topic;
        foreach (var actor in analysis.Actors)
            if (actor.End <= at && !actor.IsAdjective && actor.Party is not null && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1)))
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

    private bool RoleBefore(int first) => analysis.Is(first - 1, "shared", "common", "joint", "bilateral", "mutual", "long", "land") || RoleAfter(first);

    private bool RoleAfter(int from) => (analysis.Is(from, "between", "of", "by") && RoleAt(from + 1)) || (analysis.Is(from, "with") && analysis.Is(from + 1, "each"));

    private bool RoleAt(int at)
    {
        var i = analysis.Is(at, "the") ? at + 1 : at;
        return (analysis.Is(i, "two", "both") && analysis.Is(i + 1, "countries", "states", "nations", "sides", "neighbors", "neighbours", "powers", "economies", "giants", "capitals", "partners"))
            || analysis.Is(i, "countries", "them", "sides")
            || (analysis.Is(i, "both") && analysis.Is(i + 1, "the"));
    }

    /// <summary>The product group of a flow's noun: "crude imports", "exports of goods and services".</summary>
    public string? ItemOf(MeasureSpan span) => ItemNear(span);

    private string? ItemNear(MeasureSpan span) => ItemBefore(span.First) ?? (analysis.Is(span.End, "of", "in") ? ItemAfter(span.End) : null);

    private string? ItemBefore(int first)
    {
        var item = analysis.Items.Find(i => i.End == first || (i.First < first && i.End == first + 1) || (i.End == first - 1 && analysis.Word(first - 1) is "and" or "-"));
        return Specific(item?.Item);
    }

    /// <summary>The item that starts within a few words after a position, before any sign, number or further preposition.</summary>
    public string? ItemAfter(int from)
    {
        for (var i = from; i < Math.Min(from + 7, analysis.Tokens.Count); i++)
        {
            if (analysis.Items.Find(s => s.First == i) is { } item)
                return Specific(item.Item);
            if (analysis.Tokens[i].Kind is Reading.Text.TokenKind.Number or Reading.Text.TokenKind.Currency || analysis.Is(i, ",", ".", ";", "(", "to", "from", "with", "by"))
                return null;
        }
        return null;
    }

    internal static string? Specific(string? item) => item is null or "goods" or "total" or "merchandise" ? null : item;
}
