using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Shares whose whole stands apart: at the head as a flow or as goods, in the sentence before, or as somebody's goods that go somewhere.</content>
internal sealed partial class ShareFrame
{
    /// <summary>"half of Russia's oil went to China", "96 percent of Armenia's gas is Russian": somebody's goods, and where they go or come from.</summary>
    private ClaimDraft? Whereto(QuantityMention quantity, ItemSpan item)
    {
        if (MeasureResolver.Specific(item.Item) is not { } goods || resolver.Possessor(item.First)?.Party is not { } owner)
            return null;
        // "China buys nine tenths of Iran's oil"
        if (
            Word(quantity.FirstToken - 1) is "buys" or "bought" or "takes" or "took" or "imports" or "imported" or "absorbs" or "absorbed"
            && resolver.SubjectBefore(quantity.FirstToken - 1)?.Party is { } taker
            && taker != owner
        )
            return Build(quantity, new MeasureRef("exports", owner, null, goods), taker, null, item.End);
        var at = PastTimes(PastAside(item.End));
        if (Went(at) is var to and > 0)
        {
            to = PastTimes(to);
            return
                Word(to) is "to" or "in"
                && At(to + 1) is { IsAdjective: false, Possessive: false, Party: { } buyer } end
                && buyer != owner
                && !Joined(end)
                ? Build(quantity, new MeasureRef("exports", owner, null, goods), buyer, null, item.End)
                : null;
        }
        if (Word(at) is "is" or "was" or "were" or "are" && At(at + 1) is { IsAdjective: true, Party: { } maker } origin && maker != owner)
            return Word(origin.End) is "." or "," or ";" or "" or "in" or "and"
                ? Build(quantity, new MeasureRef("imports", owner, null, goods), maker, null, item.End)
                : null;
        return null;
    }

    // "goes to", "was sold to", "ends up in": past the verb; -1 where there is none.
    private int Went(int at)
    {
        if (Word(at) is "has" or "have" or "had" or "now" or "still" or "today" or "usually")
            at++;
        if (Word(at) is "went" or "goes" or "go" or "gone" or "flowed" or "flows" or "headed" or "heads")
            return at + 1;
        if (Word(at) is "ended" or "ends" or "end" && Word(at + 1) is "up")
            return at + 2;
        return
            Word(at) is "is" or "was" or "were" or "are"
            && Word(at + 1) is "sold" or "shipped" or "sent" or "exported" or "delivered" or "going" or "bound"
            ? at + 2
            : -1;
    }

    /// <summary>
    /// "Of everything Australia sold China, iron ore made up 54 percent", "Of the coal China imported, Indonesia delivered 46 percent": the whole is a
    /// clause at the head, the part stands right before the figure.
    /// </summary>
    private ClaimDraft? FrontedFlow(QuantityMention quantity)
    {
        if (Word(0) is not "of" || analysis.Is(quantity.EndToken, "of"))
            return null;
        MeasureSpan? verb = null;
        foreach (var span in analysis.Measures)
            if (span is { IsVerb: true, Passive: false, Measure: "exports" or "imports" } && span.First <= 9)
            {
                verb = span;
                break;
            }
        if (verb is null || analysis.ActorEndingAt(verb.First) is not { IsAdjective: false, Possessive: false, Party: { } trader } subject)
            return null;
        var comma = verb.End;
        while (comma < quantity.FirstToken && Word(comma) is not ",")
            comma++;
        if (comma >= quantity.FirstToken || At(verb.End) is { IsAdjective: true })
            return null;
        string? partner = null;
        for (var i = verb.End; i < comma; i++)
            if (analysis.ActorStartingAt(i) is { IsAdjective: false, Possessive: false, Party: { } other })
                partner ??= other;
        string? goods = null;
        foreach (var item in analysis.Items)
            if (item.End <= BeforeArticle(subject.First) && item.First > 0)
            {
                goods = MeasureResolver.Specific(item.Item);
                // "Of the ore and coal Australia sold": of two goods together.
                if (
                    Word(item.First - 1) is "and" or ","
                    || Word(item.End) is "and" or ","
                    || (goods is null && item.Item is not ("goods" or "total"))
                )
                    return null;
            }
        if (goods is null && !(Word(1) is "everything" or "all" or "what" || Word(2) is "goods"))
            return null;
        var flow = new MeasureRef(verb.Measure, trader, null, goods);
        // A partner is named: goods are its parts; none is: partners are.
        var k = quantity.FirstToken;
        while (k > comma && IsTaking(Word(k - 1)))
            k--;
        if (partner is not null)
        {
            flow = verb.Measure is "imports" ? flow with { First = partner, Second = trader } : flow with { Second = partner };
            return analysis.Items.Find(i => i.End == k) is { } part && part.First > comma && MeasureResolver.Specific(part.Item) is { } made
                ? Build(quantity, flow, null, made, quantity.EndToken, part.First)
                : null;
        }
        return
            analysis.ActorEndingAt(k) is { IsAdjective: false, Possessive: false, Party: { } holder } named
            && named.First > comma
            && holder != trader
            && Word(BeforeArticle(named.First) - 1) is "," or "and"
            && !Joined(named)
            ? Build(quantity, flow, holder, null, quantity.EndToken)
            : null;
    }

    private static bool IsTaking(string word) =>
        word
            is "made"
                or "up"
                or "accounted"
                or "for"
                or "was"
                or "were"
                or "took"
                or "bought"
                or "supplied"
                or "delivered"
                or "provided"
                or "sent"
                or "received"
                or "absorbed"
                or "represented"
                or "constituted"
                or "formed"
                or "some";

    /// <summary>"Peru's sales to China were worth $23 billion. Copper accounted for 71 percent of that.": goods as a part of the flow told before.</summary>
    private ClaimDraft? OfThat(QuantityMention quantity)
    {
        var end = quantity.EndToken;
        if (
            Word(end) is not "of"
            || !(
                Word(end + 1) is "that" or "this" or "it" or "them" or "these" or "those"
                || (Word(end + 1) is "the" && Word(end + 2) is "total" or "sum" or "amount" or "flow" or "sales")
            )
            || (discourse.LastInSentence ?? discourse.LastMeasure(analysis.Statement.Paragraph))
                is not { IsFlow: true, First: not null, Second: not null, Item: null, PartnerOpen: false } flow
        )
            return null;
        var k = quantity.FirstToken;
        while (k > 0 && IsTaking(Word(k - 1)))
            k--;
        if (k == quantity.FirstToken || analysis.Items.Find(i => i.End == k) is not { } item)
            return null;
        if (MeasureResolver.Specific(item.Item) is not { } goods || !(item.First == 0 || Word(item.First - 1) is "," or "and" or ";"))
            return null;
        var told = discourse.LastInSentence is null
            ? flow with
            {
                Inferred = [.. flow.Inferred, new Inference("whole", flow.Text(), "the flow spoken of before")],
            }
            : flow;
        return Build(quantity, told, null, goods, end + 2, item.First);
    }

    /// <summary>"China supplied 12 percent of its imports", "China took 30 percent of its exports": what is supplied and taken is another's.</summary>
    private bool SuppliesImports(QuantityMention quantity, MeasureSpan span) =>
        (span.Measure == "exports" && Word(quantity.FirstToken - 1) is "took" or "takes" or "absorbed" or "absorbs")
        || span.Measure == "imports"
            && Word(quantity.FirstToken - 1)
                is "supplied"
                    or "supplies"
                    or "provided"
                    or "provides"
                    or "delivered"
                    or "delivers"
                    or "covered"
                    or "covers"
                    or "supplying"
                    or "providing"
                    or "covering";

    /// <summary>"…, as compared with 2.6 percent in South Korea", "against 5.9 percent in Russia".</summary>
    private string? ComparedIn(QuantityMention quantity) =>
        Word(quantity.EndToken) is "in"
        && (
            Word(quantity.FirstToken - 1) is "against" or "versus"
            || (Word(quantity.FirstToken - 1) is "with" or "to" && Word(quantity.FirstToken - 2) is "compared")
        )
        && At(quantity.EndToken + 1) is { IsAdjective: false, Possessive: false, Party: { } party }
            ? party
            : null;

    // "…of Laos, which sends 40 percent of its exports to Thailand": whom the relative clause speaks of.
    private string? Antecedent(int at)
    {
        for (var i = at - 1; i >= Math.Max(1, at - 4); i--)
            if (Word(i) is "which")
                return analysis.ActorEndingAt(Word(i - 1) is "," ? i - 1 : i) is { IsAdjective: false, Possessive: false } actor
                    ? actor.Party
                    : null;
        return null;
    }

    private bool Joined(ActorSpan actor)
    {
        if (Word(actor.End) is "and" && At(actor.End + 1) is { IsAdjective: false, Possessive: false } next)
            return analysis.Quantities.All(q => q.FirstToken != next.End);
        return Word(BeforeArticle(actor.First) - 1) is "and"
            && analysis.ActorEndingAt(BeforeArticle(actor.First) - 1) is { IsAdjective: false, Possessive: false };
    }

    // "– the rest trickles in from Iran –", "(by value)": an aside right behind the goods.
    private int PastAside(int at)
    {
        if (!(Word(at) is "–" or "—" or "(" or ","))
            return at;
        for (var i = at + 1; i < Math.Min(analysis.Tokens.Count, at + 14); i++)
            if (Word(i) is "–" or "—" or ")" || (Word(at) is "," && Word(i) is ","))
                return i + 1;
        return at;
    }

    private int PastTimes(int at)
    {
        foreach (var time in analysis.Times)
            if (time.FirstToken == at || (time.FirstToken == at + 1 && Word(at) is "in" or "last"))
                return time.EndToken;
        return at;
    }

    private ActorSpan? At(int at) => analysis.ActorStartingAt(Word(at) is "the" ? at + 1 : at);

    private int BeforeArticle(int first) => Word(first - 1) is "the" ? first - 1 : first;

    private string Word(int i) => analysis.Word(i);
}
