using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;

namespace Entente.Claims.Extraction.Resolving;

/// <summary>
/// Turns a measure's word into a measure with parties and item, from the words around it: possessors and adjectives before,
/// prepositions after, the subject of a verb. What is not said is taken from the discourse and marked, or stays open.
/// </summary>
internal sealed partial class MeasureResolver(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
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
        return resolved is { Measure: "balance" } && IsNegative(span) ? resolved with { Deficit = true } : resolved;
    }

    /// <summary>True where the words for a balance say that it is negative: a deficit, a gap, a shortfall.</summary>
    private bool IsNegative(MeasureSpan span)
    {
        for (var i = Math.Max(0, span.First - 1); i < span.End; i++)
            if ((analysis.Word(i) is "deficit" or "deficits" or "gap" or "shortfall" or "negative"))
                return true;
        return false;
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

    private MeasureRef? Directed(MeasureSpan span)
    {
        var sender = Possessor(span.First)?.Party ?? SubjectBefore(span.First)?.Party;
        var receiver = AfterPreposition(span.End, "to", "for", "on", "against")?.Party;
        if (span.Measure == "holdings")
        {
            // The securities are the debtor's: "China held U.S. Treasury securities"; the holdings are the holder's: "China's holdings of Treasuries".
            var holdings = analysis.Is(span.First, "holdings") || analysis.Is(span.End - 1, "holdings");
            receiver = holdings ? "USA" : Possessor(span.First)?.Party ?? "USA";
            sender =
                (holdings ? Possessor(span.First)?.Party ?? PossessiveRole(span.First) : null)
                ?? SubjectBefore(Possessor(span.First)?.First ?? span.First)?.Party
                ?? AfterPreposition(span.End, "by")?.Party;
        }
        var item = span.Measure switch
        {
            "tariff_rate" => ItemAfter(span.End),
            "holdings" => null,
            _ => ItemNear(span),
        };
        return sender is not null && receiver is not null && sender != receiver
            ? new MeasureRef(span.Measure, sender, receiver, item)
            : null;
    }

    private MeasureRef? Dyad(MeasureSpan span)
    {
        var pair = Between(span.End) ?? Joined(span.First);
        if (pair is null && Possessor(span.First)?.Party is { } owner && AfterPreposition(span.End, "with")?.Party is { } other)
            pair = (owner, other);
        if (pair is { } said)
            return new MeasureRef(span.Measure, said.A, said.B, null);
        // "the frontier that Kazakhstan shares with Russia"
        var clause = analysis.Is(span.End, "that", "which") ? span.End + 1 : span.End;
        if (
            analysis.ActorStartingAt(clause) is { IsAdjective: false, Possessive: false, Party: { } sharer } one
            && analysis.Word(one.End) is "shares" or "shared" or "has"
            && AfterPreposition(one.End, "with")?.Party is { } across
            && across != sharer
        )
            return new MeasureRef(span.Measure, sharer, across, null);
        // "Finland's 1,340 km border with Russia"
        if (
            AfterPreposition(span.End, "with")?.Party is { } neighbour
            && (
                analysis
                    .Actors.FindLast(a =>
                        a.End <= span.First
                        && span.First - a.End <= 6
                        && a.Party is not null
                        && a.Party != neighbour
                        && (a.Possessive || !a.IsAdjective)
                    )
                    ?.Party
            )
                is { } holder
        )
            return new MeasureRef(span.Measure, holder, neighbour, null);
        var named = analysis
            .Actors.Where(a => a.End <= span.First && a.Actor.Kind == ActorKind.State && !a.IsAdjective)
            .Select(a => a.Party!)
            .Distinct()
            .ToList();
        if (named.Count == 2)
            return new MeasureRef(span.Measure, named[0], named[1], null);
        return discourse.MainPair is { } main && (PronounBefore(span.First) || RoleBefore(span.First))
            ? new MeasureRef(span.Measure, main.A, main.B, null)
            {
                Inferred = [new Inference("parties", $"{main.A}, {main.B}", Inference.MainParties)],
            }
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
            var first =
                owner
                ?? (PronounBefore(span.First) ? subject ?? discourse.Subject : subject)
                ?? discourse.OtherOf(with)
                ?? discourse.MainParty;
            if (first is not null && first != with)
                return owner is not null
                    ? new MeasureRef(span.Measure, first, with, item)
                    : new MeasureRef(span.Measure, first, with, item)
                    {
                        Inferred = [new Inference("party", first, subject == first ? "the subject" : Inference.MainParty)],
                    };
            return null;
        }
        var mutual =
            text.Contains("bilateral", StringComparison.OrdinalIgnoreCase)
            || text.Contains("two-way", StringComparison.OrdinalIgnoreCase)
            || text.Contains("mutual", StringComparison.OrdinalIgnoreCase)
            || analysis.Is(span.First - 1, "bilateral", "mutual", "their", "way")
            || RoleAfter(span.End);
        if (owner is not null && !mutual && span.Measure == "balance" && discourse.OtherOf(owner) is { } against)
            return new MeasureRef(span.Measure, owner, against, item)
            {
                Inferred = [new Inference("partner", against, Inference.OtherOfTheTwo)],
                PartnerOpen = true,
            };
        if (owner is not null && !mutual)
            return new MeasureRef(span.Measure, owner, null, item);
        if (span.Measure == "balance" && AfterPreposition(span.End, "for")?.Party is { } holder && (subject is null || holder != subject))
            return discourse.OtherOf(holder) is { } opposite
                ? new MeasureRef(span.Measure, holder, opposite, item)
                {
                    PartnerOpen = true,
                    Inferred = [new Inference("partner", opposite, Inference.OtherOfTheTwo)],
                }
                : new MeasureRef(span.Measure, holder, null, item);
        // "In its trade with Vietnam, the United States recorded a deficit of …"
        if (span.Measure == "balance" && !mutual && subject is not null && PartnerBefore(span.First, subject) is { } counterpart)
            return new MeasureRef(span.Measure, subject, counterpart, item);
        // "…, with a bilateral trade of $118bn" after the pair has been named in the same sentence.
        if (mutual && discourse.LastInSentence is { Measure: "trade", First: { } x, Second: { } y })
            return new MeasureRef(span.Measure, x, y, item);
        if (PossessiveRole(span.First) is { } role)
            return new MeasureRef(span.Measure, role, null, item) { Inferred = [new Inference("party", role, "the state just spoken of")] };
        // Two states as the sentence's subject trade with each other ("China and Russia saw trade grow").
        var named = analysis
            .Actors.Where(a => a.First < span.First && a.Party is not null && a.Actor.Kind is ActorKind.State or ActorKind.Organisation)
            .Select(a => a.Party!)
            .Distinct()
            .ToList();
        if (named.Count == 2 && (mutual || !analysis.StrongBreak(0, span.First)))
            return new MeasureRef(span.Measure, named[0], named[1], item)
            {
                Inferred = [new Inference("parties", $"{named[0]}, {named[1]}", Inference.NamedTogether)],
            };
        // "Regarding Russia, bilateral trade grew": with the one named here, not between the two the text is about.
        if (mutual && named is [var newcomer] && discourse.MainPair is { } two && newcomer != two.A && newcomer != two.B)
            return discourse.MainParty is { } main && main != newcomer
                ? new MeasureRef(span.Measure, main, newcomer, item) { Inferred = [new Inference("party", main, Inference.MainParty)] }
                : null;
        if (discourse.MainPair is { } pair && (mutual || named.Count == 0))
            return new MeasureRef(span.Measure, pair.A, pair.B, item)
            {
                Inferred = [new Inference("parties", $"{pair.A}, {pair.B}", mutual ? "the words for both sides" : Inference.MainParties)],
                PartnerOpen = !mutual,
            };
        return null;
    }

    private MeasureRef? Flow(MeasureSpan span)
    {
        var selling = span.Measure is "exports" or "volume";
        var item = span.IsVerb ? ItemAfter(span.End) ?? ItemOfAmount(span.End) ?? ItemBefore(span.First) : ItemNear(span);
        if (item is null && !span.IsVerb && (UnknownGoods(span.First) || UnknownGoodsAfter(span.End)))
        {
            blocked = true;
            return null;
        }
        if (AsAWhole(span) is { } owner)
            return new MeasureRef(span.Measure, owner, null, item);
        var origin = AfterPreposition(span.End, "from")?.Party;
        var destination = AfterPreposition(span.End, "to", "into")?.Party;
        // "sold China goods worth $145 billion": the buyer stands right after the verb.
        if (
            destination is null
            && selling
            && span is { IsVerb: true, Passive: false }
            && analysis.Is(span.First, "sold", "sells", "sell", "supplied")
        )
            destination = (analysis.Is(span.End, "the") ? analysis.ActorStartingAt(span.End + 1) : analysis.ActorStartingAt(span.End))
                is { IsAdjective: false, Possessive: false, Party: { } buyerTold }
                ? buyerTold
                : null;
        var agent = AfterPreposition(span.End, "by")?.Party;
        if (selling && span.IsVerb && !span.Passive)
            destination ??= Object(span.End)?.Party;
        // "sales in the United States"
        if (selling && !span.IsVerb && analysis.Is(span.First, "sales") && analysis.Is(span.End, "in"))
            destination ??= AfterPreposition(span.End, "in")?.Party;
        if (selling && !span.IsVerb && destination is null)
            destination = Taker(span);
        // "Sales there came to …"
        if (
            selling
            && destination is null
            && analysis.Is(span.End, "there")
            && Possessor(span.First) is null
            && Mirrored(span.Measure, item) is { } there
        )
            return there;
        if (span.IsVerb && analysis.Is(span.First, "arrived", "landed"))
            destination ??= AfterPreposition(span.End, "in", "at")?.Party;
        if (span.IsVerb && analysis.Is(span.First, "reached", "entered"))
            destination ??= analysis.ActorStartingAt(analysis.Is(span.End, "the") ? span.End + 1 : span.End)?.Party;
        if (selling && span.Passive && analysis.Is(span.First, "sold"))
            destination ??= AfterPreposition(span.End, "in")?.Party;
        var goodsOf = AdjectiveAfter(span.End)?.Party;
        // "Chinese goods sold in Russia", "Indian rice was shipped to Oman"
        if (span.Passive && agent is null && origin is null)
            goodsOf = AdjectiveBefore(span.First)?.Party ?? goodsOf;
        string? subject;
        if (span.IsVerb)
            subject = span.Passive
                ? agent
                : SubjectBefore(span.First)?.Party ?? (PronounBefore(span.First) ? discourse.Subject : RoleSubject(span.First));
        else
            subject =
                Possessor(span.First)?.Party
                ?? agent
                ?? PossessiveRole(span.First)
                ?? (PronounBefore(span.First) ? SubjectBefore(span.First)?.Party ?? discourse.Subject : null);
        var seller = selling ? subject ?? origin ?? goodsOf : origin ?? goodsOf;
        var buyer = selling ? destination : subject ?? destination;
        // "Chinese imports to Russia": what comes in is Chinese, the buyer is where it goes.
        if (!selling && destination is not null && subject is not null && destination != subject && origin is null)
            (seller, buyer) = (subject, destination);
        if (selling && origin is not null && subject is not null && origin != subject && destination is null)
            (seller, buyer) = (origin, subject);
        if (selling && goodsOf is not null && subject is null)
            seller = goodsOf;
        if (!span.IsVerb && (selling ? buyer : seller) is null && UnknownPartner(span.End, selling ? "to" : "from"))
        {
            blocked = true;
            return null;
        }
        if (seller == buyer)
            buyer = null;
        if (seller is null && buyer is null)
            return IsBare(span) ? Mirrored(span.Measure, item) : null;
        // "the kingdom's exports to China": a flow to somebody is never that somebody's own; whose it is must be known.
        if (selling && seller is null)
        {
            // "while exports to Vietnam were …" after "US imports from Vietnam": the other side of the flow just spoken of.
            if (LastPartner(buyer!) is { } otherSide)
                return new MeasureRef("exports", otherSide, buyer, item)
                {
                    Inferred = [new Inference("party", otherSide, "the partner just spoken of")],
                };
            if (BeforeOther("exports", buyer!) is { } again)
                return new MeasureRef("exports", again.Party, buyer, item) { Inferred = [new Inference("party", again.Party, again.From)] };
            if (discourse.Subject is { } speakerOf && speakerOf != buyer)
                return new MeasureRef("exports", speakerOf, buyer, item)
                {
                    Inferred = [new Inference("party", speakerOf, Inference.SubjectBefore)],
                };
            return IsBare(span) && discourse.OtherOf(buyer!) is { } fromPair
                ? new MeasureRef("exports", fromPair, buyer, item)
                {
                    Inferred = [new Inference("party", fromPair, Inference.OtherOfTheTwo)],
                }
                : null;
        }
        if (!selling && buyer is null && origin is not null)
        {
            if (LastPartner(origin) is { } otherSide)
                return new MeasureRef("imports", origin, otherSide, item)
                {
                    Inferred = [new Inference("party", otherSide, "the partner just spoken of")],
                };
            if (BeforeOther("imports", origin) is { } again)
                return new MeasureRef("imports", origin, again.Party, item)
                {
                    Inferred = [new Inference("party", again.Party, again.From)],
                };
            if (discourse.Subject is { } into && into != seller)
                return new MeasureRef("imports", origin, into, item) { Inferred = [new Inference("party", into, Inference.SubjectBefore)] };
            return IsBare(span) && discourse.OtherOf(origin) is { } fromPair
                ? new MeasureRef("imports", origin, fromPair, item)
                {
                    Inferred = [new Inference("party", fromPair, Inference.OtherOfTheTwo)],
                }
                : null;
        }
        // "Chinese imports" are what China buys or what is bought from it; the flow spoken of before tells, else nobody can.
        if (
            !selling
            && !span.IsVerb
            && origin is null
            && goodsOf is null
            && destination is null
            && Possessor(span.First) is { IsAdjective: true, Party: { } either }
        )
        {
            if (discourse.LastMeasure(analysis.Statement.Paragraph) is { IsFlow: true, Second: { } into } && into != either)
                return new MeasureRef("imports", either, into, item)
                {
                    Inferred = [new Inference("partner", into, "the importer spoken of before")],
                };
            if (!SaysWorld(span))
                return discourse.OtherOf(either) is null ? new MeasureRef("imports", either, null, item) : null;
        }
        var measure = selling ? "exports" : "imports";
        if (seller is not null && buyer is not null)
            return new MeasureRef(measure, seller, buyer, item);
        var known = seller ?? buyer!;
        // "… and bought $348 billion in return": the partner of the flow just spoken of in the sentence.
        if (LastPartner(known) is { } same)
            return seller is not null
                ? new MeasureRef(measure, seller, same, item) { Inferred = [new Inference("partner", same, "the partner just spoken of")] }
                : new MeasureRef(measure, same, buyer, item) { Inferred = [new Inference("partner", same, "the partner just spoken of")] };
        // What a company buys or sells is not all that its state does; nor are European goods those of the partner spoken of before.
        if (span.IsVerb && (SubjectBefore(span.First) is { Actor.Kind: ActorKind.Company } || !selling && VagueGoods(span.End)))
            return null;
        var near =
            discourse.LastMeasure(analysis.Statement.Paragraph) is { Second: not null, First: not null } before
            && (before.First == known || before.Second == known)
                ? before.First == known
                    ? before.Second
                    : before.First
                : null;
        if (
            (near ?? discourse.OtherOf(known)) is { } other
            && !SaysWorld(span)
            && !StandInFollows(span.End)
            && !(analysis.Is(0, "of") && span.First <= 5)
        )
        {
            var inferred = new Inference("partner", other, Inference.OtherOfTheTwo);
            return seller is not null
                ? new MeasureRef(measure, seller, other, item) { Inferred = [inferred], PartnerOpen = true }
                : new MeasureRef(measure, other, buyer, item) { Inferred = [inferred], PartnerOpen = true };
        }
        return new MeasureRef(measure, known, null, item);
    }
}
