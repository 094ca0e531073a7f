using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Shares of a whole that was named before them: at the head of the sentence, or with the share before.</content>
internal sealed partial class ShareFrame
{
    /// <summary>"Of Turkey's gas imports, 42 percent came from Russia": the whole at the head, the part behind the figure.</summary>
    private ClaimDraft? Fronted(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 3; i >= 0; i--)
        {
            if (!analysis.Is(i, "of", "among") || (i > 0 && analysis.Tokens[i - 1].Kind == TokenKind.Word))
                continue;
            var span = analysis.Measures.Find(m =>
                (!m.IsVerb || FrontedVerb(m) is not null)
                && m.First > i
                && m.First <= i + 7
                && m.End < quantity.FirstToken
                && Clear(i, m.First)
            );
            if (span is { IsVerb: false } && GoodsOf(quantity, span) is { } goods)
                return goods;
            if (
                span is null
                || !analysis.Is(quantity.FirstToken - 1, ",", "some", "about", "only") && !analysis.Is(quantity.FirstToken - 2, ",")
            )
                return null;
            var all = FrontedVerb(span) is { } trader
                ? new MeasureRef(
                    span.Measure,
                    trader,
                    null,
                    MeasureResolver.Specific(analysis.Items.Find(g => g.First > i && g.End <= span.First)?.Item)
                )
                : Whole(span, quantity);
            if (all is not { Second: null } whole)
                return null;
            return PartBehind(quantity.EndToken, whole.First) is { } part ? Build(quantity, whole, part, null, quantity.EndToken) : null;
        }
        return null;
    }

    /// <summary>"Of Zambia's exports to China, copper made up 90 percent": goods as a part of the flow at the head.</summary>
    private ClaimDraft? GoodsOf(QuantityMention quantity, MeasureSpan span)
    {
        var k = quantity.FirstToken;
        while (k > span.End && IsTaking(Word(k - 1)))
            k--;
        return
            k < quantity.FirstToken
            && analysis.Items.Find(i => i.End == k && i.First > span.End) is { } item
            && Word(item.First - 1) is "," or "and"
            && MeasureResolver.Specific(item.Item) is { } goods
            && resolver.Resolve(span) is { IsFlow: true, First: not null, Second: not null, PartnerOpen: false, Item: null } flow
            ? Build(quantity, flow, null, goods, quantity.EndToken, item.First)
            : null;
    }

    /// <summary>"Commerce with China made up 31 percent of Chile's total": the whole is the owner's measure that the subject is a part of.</summary>
    private ClaimDraft? OfOwnersTotal(QuantityMention quantity)
    {
        if (
            Word(quantity.EndToken) is not "of"
            || At(quantity.EndToken + 1) is not { Possessive: true, Party: { } owner } actor
            || Word(actor.End) is not ("'s" or "’s" or "'" or "’")
            || Word(actor.End + 1) is not ("total" or "overall")
            || analysis.Measures.Exists(m => m.First > actor.End && m.First <= actor.End + 3)
        )
            return null;
        foreach (var span in analysis.Measures)
            if (
                span is { IsVerb: false, Measure: "trade" or "exports" or "imports" }
                && span.End < quantity.FirstToken
                && resolver.AfterPreposition(span.End, "with", "to", "from")?.Party is { } partner
                && partner != owner
            )
                return Build(quantity, new MeasureRef(span.Measure, owner, null, null), partner, null, actor.End + 2);
        return null;
    }

    /// <summary>"consist mainly of copper, of which 70 percent went to China": the goods or the flow just named, and where a part of it goes.</summary>
    private ClaimDraft? OfWhich(QuantityMention quantity)
    {
        var which = quantity.FirstToken - 1;
        var end = quantity.EndToken;
        // "bought 2.5 million barrels a day, 95 percent of it from Iran"
        if (analysis.Is(end, "of") && analysis.Is(end + 1, "it", "them", "which"))
            end += 2;
        else if (!analysis.Is(which, "which", "these", "that") || !analysis.Is(which - 1, "of"))
            return null;
        MeasureSpan? span = null;
        foreach (var m in analysis.Measures)
            if (m.Measure is "exports" or "imports" && m.End < which)
                span = m;
        if (span is null || resolver.Resolve(span) is not { } flow || flow.Inferred.Any(f => f.IsFallback) && !flow.PartnerOpen)
            return null;
        var owner = flow.Measure == "exports" ? flow.First : flow.Second ?? flow.First;
        if (owner is null || (flow.Second is not null && !flow.PartnerOpen))
            return null;
        var goods = analysis.Items.FindLast(i => i.End < which && i.End >= which - (end == quantity.EndToken ? 5 : 9))?.Item;
        var whole = new MeasureRef(flow.Measure, owner, null, MeasureResolver.Specific(goods) ?? flow.Item);
        return PartBehind(end, owner) is { } part ? Build(quantity, whole, part, null, end) : null;
    }

    /// <summary>"all the goods Australia exported": who trades, right before the verb of a clause without a partner.</summary>
    private string? FrontedVerb(MeasureSpan span) =>
        span is { IsVerb: true, Passive: false, Measure: "exports" or "imports" }
        && !analysis.Is(span.End, "to", "from")
        && analysis.ActorEndingAt(span.First) is { IsAdjective: false, Possessive: false, Party: { } trader }
            ? trader
            : null;

    /// <summary>"21 percent from Azerbaijan", "and a tenth went to India": one more part of the whole just spoken of.</summary>
    private ClaimDraft? Listed(QuantityMention quantity)
    {
        // "and plastics 9 percent": further goods of the same flow.
        if (
            last is { Item: not null, Partner: null } goods
            && analysis.Items.Find(i => i.End == quantity.FirstToken) is { } next
            && analysis.Word(next.First - 1) is "and" or ","
            && MeasureResolver.Specific(next.Item) is { } more
            && more != goods.Item
        )
            return Build(quantity, goods.Whole, null, more, quantity.EndToken, next.First);
        if (last is not { Partner: not null, Whole.Second: null } same)
            return null;
        if (PartBehind(quantity.EndToken, same.Whole.First) is { } part && part != same.Partner)
            return Build(quantity, same.Whole, part, null, quantity.EndToken);
        return null;
    }

    private string? PartBehind(int at, string? owner)
    {
        var i = at;
        while (
            i < at + 4
            && (
                analysis.Word(i)
                is "each"
                    or "came"
                    or "come"
                    or "comes"
                    or "coming"
                    or "went"
                    or "go"
                    or "goes"
                    or "going"
                    or "was"
                    or "were"
                    or "is"
                    or "are"
                    or "originated"
                    or "arrived"
                    or "sold"
                    or "shipped"
                    or "sent"
                    or "bought"
                    or "supplied"
                    or "destined"
                    or "bound"
                    or "more"
            )
        )
            i++;
        if (!(analysis.Word(i) is "from" or "to" or "by" or "for" or "with"))
            return i > at && analysis.ActorStartingAt(i) is { IsAdjective: true, Party: { } origin } && origin != owner ? origin : null;
        return
            analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1)
                is { IsAdjective: false, Possessive: false, Party: { } part }
            && part != owner
            ? part
            : null;
    }
}
