using Entente.Claims.Extraction.Rankings;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>The figure that the next may lean on: its quantity, what it measured and when.</summary>
internal sealed record Told(QuantityMention Quantity, MeasureRef Reference, Period? Period, MeasureSpan? Span);

/// <summary>
/// Coordination that leaves the measure out: "China's GDP reached $17.8 trillion, Russia's $2 trillion", "$5bn to Japan and $3bn to Korea",
/// "larger than Britain's $3.09 trillion". The second figure takes measure and period of the first and has a party, goods or time of its own.
/// </summary>
internal sealed partial class GappedFrame(SentenceAnalysis analysis, Discourse discourse, Comparables comparables)
{
    /// <summary>A comparison that the gapped figure also asserts ("larger than Britain's $3.09 trillion"); null where there is none.</summary>
    public ClaimDraft? Comparison { get; private set; }

    public ClaimDraft? Read(QuantityMention quantity, Told? told)
    {
        Comparison = null;
        if (told is null || !Alike(quantity, told) || quantity.FirstToken < told.Quantity.EndToken)
            return null;
        if (Direction(quantity, told) is { } direction)
            return direction;
        if (Total(quantity, told) is { } total)
            return total;
        if (OwnMeasure(quantity, told))
            return null;
        // A mark that is passed and a goal that is set are no level of their own.
        if (Lexicon.ThresholdNouns.Contains(Word(quantity.EndToken)) || Lexicon.TargetNouns.Contains(Word(quantity.EndToken)))
            return null;
        for (var i = told.Quantity.EndToken; i < quantity.FirstToken; i++)
            if (Word(i) is "if" or "would" or "or" or "target" or "goal" or "aim" or "plans" or "will")
                return null;
        return PartOf(quantity, told) ?? PartyBefore(quantity, told) ?? PartyAfter(quantity, told) ?? OtherTime(quantity, told);
    }

    /// <summary>
    /// True for a figure that is somebody else's and of which nothing more is known: "…, and Freedonia's $2 billion", "…, while France paid
    /// $3 billion". It must not go to the measure spoken of before.
    /// </summary>
    public bool Blocks(QuantityMention quantity, Told? told)
    {
        var before = quantity.FirstToken - 1;
        if (quantity.Kind is not (QuantityKind.Money or QuantityKind.Physical))
            return false;
        if (
            Word(before) is "'s" or "’s"
            && before >= 1
            && analysis.Tokens[before - 1].Text is { Length: > 1 } name
            && char.IsUpper(name[0])
            && analysis.ActorEndingAt(before) is null
            && !InTime(before - 1)
            && !NounFollows(quantity)
        )
            return true;
        if (told is null || OwnMeasure(quantity, told))
            return false;
        if (
            told.Span is { IsVerb: true } verb
            && told.Reference.IsFlow
            && comparables.ActorAt(verb.End) is { IsAdjective: false }
            && analysis.ActorEndingAt(quantity.FirstToken) is not null
        )
            return true;
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            if (actor.End > quantity.FirstToken || actor.IsAdjective)
                continue;
            if (actor.First < told.Quantity.EndToken)
                return false;
            // A clause of its own: its subject, and a verb of which the catalogue knows nothing.
            return Word(BeforeArticle(actor.First) - 1) is "and" or "while" or "whereas" or "but" or ";"
                && actor.Party != told.Reference.First
                && actor.Party != told.Reference.Second
                && Verbal(actor.End, quantity.FirstToken);
        }
        return false;
    }

    private bool Verbal(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                Word(i).EndsWith("ed", StringComparison.Ordinal)
                || Word(i) is "paid" or "spent" or "lent" or "gave" or "won" or "lost" or "sent" or "made" or "put" or "owes" or "raised"
            )
                return true;
        return false;
    }

    private ClaimDraft? PartyBefore(QuantityMention quantity, Told told)
    {
        var k = quantity.FirstToken;
        var crossed = false;
        var moved = false;
        while (k > told.Quantity.EndToken && analysis.ActorEndingAt(k) is null)
        {
            if (Supposed(k) is var supposed and > 0)
            {
                k = supposed;
                continue;
            }
            if (!IsLink(k - 1, told) && !(moved |= IsMove(Word(k - 1)) || OfChange(k - 1)))
                return null;
            crossed |= Word(k - 1) is "and" or ";";
            k--;
        }
        if (crossed || k <= told.Quantity.EndToken || analysis.ActorEndingAt(k) is not { } actor || actor.First < told.Quantity.EndToken)
            return null;
        // "the American economy was worth $27.7 trillion, the Chinese one $17.8 trillion"
        var standsAlone = IsStandIn(actor) && told.Reference.Second is null;
        if ((actor.IsAdjective && !standsAlone) || actor.Party is not { } party)
            return null;
        var at = BeforeArticle(actor.First) - 1;
        var buys = Comparables.SubjectBuys(told.Reference, told.Span);
        var possessive = actor.Possessive || standsAlone;
        var opener = Word(at);
        // "Korea's to $48bn", "those to Japan to $29bn": a verb of the first clause goes on only with a noun's stand-in.
        var standIn = Word(at - 1) is "that" or "those";
        if (moved && !possessive && !standIn)
            return null;
        // "sold China goods worth $5bn and Brazil …": seller or buyer, nobody can tell.
        if (
            opener is "and"
            && told.Span is { IsVerb: true } verb
            && comparables.ActorAt(verb.End) is { IsAdjective: false }
            && !told.Reference.Deficit
        )
            return null;
        MeasureRef? reference;
        string? sign = null;
        // "Norway's deliveries to Germany …, Algeria's to Italy 24 bcm": both parties are its own.
        if (opener is "to" or "from" && !possessive && analysis.ActorEndingAt(at) is { Possessive: true, Party: { } whose } owner)
        {
            if (whose == party || told.Reference is not ({ IsFlow: true, Second: not null } or { Measure: "volume" }))
                return null;
            var (seller, buyer) = opener is "to" ? (whose, party) : (party, whose);
            return Draft(quantity, told, told.Reference with { First = seller, Second = buyer }, null, owner.First);
        }
        // "Germany's biggest customer with €158 billion, ahead of France with €117 billion": who stands beside the holder of the place.
        if (
            Word(actor.End) is "with" or "at" or "("
            && discourse.Ranks.Count == 1
            && discourse.Ranks[0].Flow is { First: { } seller0, Second: { } buyer0 } ranked
            && told.Reference.Measure is "exports" or "imports" or "trade" or "volume"
            && (ranked.Measure == "imports" ? told.Reference.Second == buyer0 : told.Reference.First == seller0)
            && (opener is "," or "and" || (opener is "of" && Word(at - 1) is "ahead"))
        )
            return ranked.Measure == "imports"
                ? Draft(quantity, told, told.Reference with { First = party }, null, actor.First)
                : Draft(quantity, told, told.Reference with { Second = party }, null, actor.First);
        if (opener is "from" && !possessive)
            reference = told.Reference is { IsFlow: true } or { Measure: "volume" } ? From(told.Reference, party) : null;
        else if (opener is "to" or "into" && !possessive)
            reference = To(told.Reference, party);
        else if (opener is "with" && !possessive && told.Reference.Measure is "trade" or "balance")
            reference = Comparables.WithPartner(told.Reference, party, false);
        else if (opener is "of" && standIn)
            reference = Subject(told.Reference, party, buys);
        else if (opener is "on" or "of" or "at" or "between" or "in")
            return null;
        else
        {
            reference = Subject(told.Reference, party, buys);
            sign = Sign(at);
        }
        if (reference is null || !Coordinated(told.Quantity.EndToken, BeforeArticle(actor.First), told))
            return null;
        return Draft(quantity, told, reference, sign, actor.First);
    }

    /// <summary>"…, against 1.41 billion in China", "and $3bn to Korea", "and 13 bcm from Russia", "and €9.3bn for crude".</summary>
    private ClaimDraft? PartyAfter(QuantityMention quantity, Told told)
    {
        var end = PastNoun(quantity);
        var preposition = Word(end);
        if (Paid(quantity, told) is { } paid)
            return paid;
        if (Word(end) is "was" or "went" or "came" && Word(end + 1) is "for" or "on" or "to" or "from")
            preposition = Word(++end);
        if (preposition is not ("in" or "for" or "from" or "to" or "with" or "into" or "on"))
            return null;
        if (!Coordinated(told.Quantity.EndToken, quantity.FirstToken, told))
            return null;
        if (preposition is "for" or "on" or "in" && told.Reference.IsFlow && Goods(end + 1) is { } goods && told.Reference.Item != goods)
            return Draft(quantity, told, told.Reference with { Item = goods }, null, quantity.FirstToken, end + 2);
        if (comparables.ActorAt(end + 1) is { IsAdjective: false, Possessive: false, Party: { } party } actor)
        {
            var buys = Comparables.SubjectBuys(told.Reference, told.Span);
            var reference = preposition switch
            {
                "from" => told.Reference is { IsFlow: true } or { Measure: "volume" } ? From(told.Reference, party) : null,
                "to" or "into" => To(told.Reference, party),
                "with" => told.Reference.Measure is "trade" or "balance" ? Comparables.WithPartner(told.Reference, party, false) : null,
                _ => told.Reference.Second is null && !told.Reference.IsFlow ? Subject(told.Reference, party, buys) : null,
            };
            return reference is null ? null : Draft(quantity, told, reference, null, quantity.FirstToken, actor.End);
        }
        return null;
    }

    /// <summary>"the $2.54 billion it paid Iraq", "the $1.55 billion that went to Saudi Arabia": the same goods of another seller.</summary>
    private ClaimDraft? Paid(QuantityMention quantity, Told told)
    {
        if (told.Reference is not { IsFlow: true, Second: not null })
            return null;
        var i = quantity.EndToken;
        if (Word(i) is "that" or "which")
            i++;
        if (Word(i) is "it" or "they")
            i++;
        if (i == quantity.EndToken || Word(i) is not ("paid" or "went" or "flowed" or "spent"))
            return null;
        i += Word(i + 1) is "to" or "in" or "on" ? 2 : 1;
        return comparables.ActorAt(i) is { IsAdjective: false, Party: { } seller } actor && From(told.Reference, seller) is { } reference
            ? Draft(quantity, told, reference, null, quantity.FirstToken, actor.End)
            : null;
    }

    private string? Goods(int at)
    {
        foreach (var item in analysis.Items)
            if (item.First == at || (item.First == at + 1 && analysis.ActorCovering(at) is null && Word(at) is "its" or "the"))
                return MeasureResolver.Specific(item.Item);
        return null;
    }

    /// <summary>"…, against $48 billion in 2021", "from 44.3 million in 2021 to 37.7 million in 2023": the same at another time.</summary>
    private ClaimDraft? OtherTime(QuantityMention quantity, Told told)
    {
        var before = Word(quantity.FirstToken - 1);
        var compared = Word(quantity.FirstToken - 2) is "compared" or "relative" or "comparison";
        var said = before switch
        {
            "from" or "against" or "than" or "versus" or "and" or "," => true,
            "with" => compared,
            "to" => compared || Word(told.Quantity.FirstToken - 1) is "from",
            "the" => Word(quantity.FirstToken - 2) is "of" or "than" or "against" or "with" or "from",
            _ => false,
        };
        if (
            !said
            || TimeAfter(quantity.EndToken) is not { Role: not TimeRole.By, Period: { } period }
            || told.Period is { } same && period.Equals(same)
        )
            return null;
        for (var i = PastNoun(told.Quantity); i < quantity.FirstToken; i++)
            if (
                analysis.ActorCovering(i) is not null && !InTime(i)
                || Word(i) is ";" or "while" or "whereas"
                || Lexicon.ChangeNouns.ContainsKey(Word(i))
                || MeasureStarts(i)
            )
                return null;
        return Draft(quantity, told, told.Reference, null, quantity.FirstToken);
    }

    private ClaimDraft Draft(QuantityMention quantity, Told told, MeasureRef reference, string? sign, int first, int? end = null)
    {
        var own = TimeAfter(end ?? quantity.EndToken);
        var part = PeriodChooser.PartSpokenOf(analysis, quantity.FirstToken, own, reference, discourse);
        var period = own is null ? told.Period : part ?? FiscalYears.Read(analysis, own, reference);
        if (own is not null)
            analysis.UsedTimes.Add(own);
        if (sign is not null)
            Comparison = new ClaimDraft
            {
                First = first,
                End = quantity.EndToken,
                Kind = ClaimKind.Comparison,
                Assertion = $"{told.Reference.Text(told.Period?.Text)} {sign} {reference.Text(period?.Text)}",
                Period = period,
                Inferred = told.Reference.Inferred,
                Reason = period is null ? "no-period" : null,
            };
        // "…, down from $78bn in 2022" and lists that go back in time: what was before is not what the text goes on with.
        if (period is null || told.Period is null || period.Start >= told.Period.Start)
            discourse.Remember(reference, period, analysis.Statement.Paragraph);
        var unit = quantity.Kind == QuantityKind.Count ? Unit(told) : null;
        if (reference.Measure is "price" or "price_cap" && quantity.Kind == QuantityKind.Money)
            quantity = quantity with { Unit = told.Quantity.Kind == QuantityKind.Price ? told.Quantity.Unit : PriceFrame.PerBarrel };
        return new ClaimDraft
        {
            First = first,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(period?.Text) + AssertionText.Tail(quantity, reference.Deficit ? -1 : 1, unit),
            Period = period,
            Inferred = part is null
                ? reference.Inferred
                : [.. reference.Inferred, new Inference("period", part.Text, Inference.PartSpokenOf)],
            Reason = period is null ? "no-period" : null,
        }.WithQuantity(quantity, reference.Deficit ? -1 : 1, unit);
    }

    private static string Unit(Told told) =>
        told.Reference.Measure switch
        {
            "population" => "persons",
            "nuclear_warheads" or "nuclear_warheads_deployed" => "warheads",
            _ => told.Quantity.Unit.Symbol,
        };

    private static MeasureRef? Subject(MeasureRef reference, string party, bool buys) =>
        // "China sold $448bn to America, America $144bn": the one's partner is the other.
        reference is { IsFlow: true, PartnerOpen: false, First: { } a, Second: { } b }
        && party == (buys ? a : b)
            ? reference with
            {
                First = b,
                Second = a,
            }
            : Comparables.WithSubject(reference, party, buys);

    private static MeasureRef? From(MeasureRef reference, string party) =>
        reference.First == party || reference.Second == party || reference.Second is null
            ? null
            : reference with
            {
                First = party,
                PartnerOpen = false,
            };

    private static MeasureRef? To(MeasureRef reference, string party) =>
        reference.First == party
        || reference.Second == party
        || reference.Second is null
        || !(reference.IsFlow || reference.Measure is "volume" or "aid_committed" or "aid_allocated")
            ? null
            : reference with
            {
                Second = party,
                PartnerOpen = false,
            };
}
