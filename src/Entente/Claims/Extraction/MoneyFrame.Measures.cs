using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <content>Which measure, parties and goods an amount belongs to.</content>
internal sealed partial class MoneyFrame
{
    /// <summary>The measure's word that an amount belongs to: attached right ("$190 billion in trade"), or the nearest before it in the clause.</summary>
    private MeasureSpan? MeasureOf(QuantityMention quantity)
    {
        var end = quantity.EndToken;
        // "a $360bn trade deficit", "$190 billion in bilateral trade", "$15 billion worth of exports"
        foreach (var span in analysis.Measures)
            if (!span.IsVerb && span.First >= end && span.First <= end + 5 && NounPath(end, span.First))
                return span;
        // "At $190 billion, bilateral trade …"
        if (
            quantity.FirstToken <= 2
            && analysis.Is(quantity.FirstToken - 1, "at")
            && analysis.Is(end, ",")
            && analysis.Measures.Find(m => !m.IsVerb && m.First > end && m.First <= end + 5) is { } ahead
        )
            return ahead;
        // "were sold by Russia": a passive verb after its amount.
        if (
            analysis.Measures.Find(m => m is { IsVerb: true, Passive: true } && m.First >= end && m.First <= end + 4) is { } passive
            && quantity.FirstToken <= 8
        )
            return passive;
        // "a hole of €304bn": the amount is that noun's, whatever was spoken of before.
        if (
            analysis.Is(quantity.FirstToken - 1, "of")
            && analysis.Measures.Find(m => m.End == quantity.FirstToken - 1) is null
            && !analysis.Is(
                quantity.FirstToken - 2,
                "value",
                "total",
                "amount",
                "sum",
                "worth",
                "volume",
                "level",
                "record",
                "levels",
                "height",
                "peak",
                "turnover",
                "figure",
                "tune",
                "mark",
                "threshold",
                "target",
                "goal",
                "excess",
                "high",
                "low",
                "targets"
            )
            && !Lexicon.ChangeNouns.ContainsKey(analysis.Word(quantity.FirstToken - 2))
        )
            return null;
        MeasureSpan? best = null;
        var bestCost = 26;
        foreach (var span in analysis.Measures)
        {
            if (span.End > quantity.FirstToken || analysis.InAsideBefore(span.First, quantity.FirstToken) || !Fits(span, quantity))
                continue;
            var cost = analysis.Distance(span.End, quantity.FirstToken) - (span.IsVerb ? 1 : 0);
            if (cost <= bestCost)
                (best, bestCost) = (span, cost);
        }
        return best;
    }

    private bool Fits(MeasureSpan span, QuantityMention quantity) =>
        catalogue.Measures.ById.TryGetValue(span.Measure, out var measure)
        && (
            quantity.Kind is QuantityKind.Physical or QuantityKind.Price
                ? measure.Dimension == quantity.Unit.Dimension || span.Measure is "exports" or "imports" or "trade"
                : measure.Dimension == Dimension.Money
        );

    private bool NounPath(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                analysis.ActorCovering(i) is null
                && !analysis.Is(
                    i,
                    "in",
                    "of",
                    "worth",
                    "annual",
                    "bilateral",
                    "total",
                    "goods",
                    "the",
                    "their",
                    "its",
                    "-",
                    "mutual",
                    "military",
                    "two",
                    "way",
                    "record",
                    "global",
                    "overall",
                    "trade",
                    "a",
                    "year",
                    "per"
                )
            )
                return false;
        return true;
    }

    /// <summary>"it grew to", "the figure reached", "up from": an amount whose measure was named before.</summary>
    private bool Continues(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= 0 && i >= quantity.FirstToken - 12; i--)
        {
            if (analysis.StrongBreak(i, i + 1))
                return false;
            if (
                analysis.Is(i, "it", "figure", "total", "value", "number", "sum", "this", "volume", "amount", "turnover")
                && HasLevelVerb(i, quantity.FirstToken)
            )
                return true;
        }
        return analysis.Is(quantity.FirstToken - 1, "from", "to") && analysis.Is(quantity.FirstToken - 2, "up", "down");
    }

    private bool HasLevelVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                Lexicon.ChangeVerbs.ContainsKey(analysis.Word(i))
                || Lexicon.CrossVerbs.Contains(analysis.Word(i))
                || analysis.Is(i, "reached", "hit", "was", "stood", "totaled", "totalled", "amounted", "came", "is", "reaching")
            )
                return true;
        return false;
    }

    private ClaimDraft? Bracketed(QuantityMention quantity)
    {
        if (discourse.LastInSentence is not { } flow || analysis.Quantities.Any(q => q.EndToken == quantity.FirstToken - 1))
            return null;
        if (
            flow is { IsFlow: true, Second: not null }
            && analysis.Items.Find(i => i.End == quantity.FirstToken - 1) is { } item
            && MeasureResolver.Specific(item.Item) is { } goods
        )
            return Level(quantity, flow with { Item = goods });
        if (
            flow.Second is null
            && flow.First is not null
            && analysis.ActorEndingAt(quantity.FirstToken - 1) is { IsAdjective: false, Party: { } partner }
            && partner != flow.First
        )
            return Level(
                quantity,
                flow.Measure == "imports" ? flow with { First = partner, Second = flow.First } : flow with { Second = partner }
            );
        return null;
    }

    /// <summary>"…, about three times as much as China, which spent $296 billion", "South Korea's to $48 billion": the amount is of who is named last.</summary>
    private string? OwnerBetween(MeasureSpan span, QuantityMention quantity)
    {
        var actor = analysis.Actors.FindLast(a =>
            a.First >= span.End && a.End <= quantity.FirstToken && a.Party is not null && !a.IsAdjective
        );
        if (actor is null || analysis.Is(actor.First - 1, "in", "of", "with", "by", "against", "from", "to"))
            return null;
        var next = analysis.Is(actor.End, "'s") ? actor.End + 1 : actor.End;
        return
            (analysis.Is(next, ",") && analysis.Is(next + 1, "which", "with", "at"))
            || (actor.Possessive && analysis.Is(next, "to", "at", "was", "came", "reached"))
            || analysis.Is(next, "spent", "spends", "had", "has")
            ? actor.Party
            : null;
    }

    /// <summary>"paid $44 billion for Russian goods".</summary>
    private MeasureRef? PaidFor(QuantityMention quantity)
    {
        if (SpentOn(quantity) is { } spent)
            return spent;
        if (
            !analysis.Is(quantity.FirstToken - 1, "paid", "pays", "spent", "spends", "paying")
            || !analysis.Is(quantity.EndToken, "for", "on")
        )
            return null;
        var buyer = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        var seller = analysis.Actors.Find(a => a.IsAdjective && a.First > quantity.EndToken && a.First <= quantity.EndToken + 3)?.Party;
        return buyer is null || seller is null || buyer == seller
            ? null
            : new MeasureRef("imports", seller, buyer, resolver.ItemAfter(quantity.EndToken + 1));
    }

    /// <summary>"the €50.6 billion that the EU spent on Russian imports".</summary>
    private MeasureRef? SpentOn(QuantityMention quantity)
    {
        for (var i = quantity.EndToken; i < Math.Min(analysis.Tokens.Count, quantity.EndToken + 6); i++)
        {
            if (analysis.Is(i, ",", ";", "."))
                return null;
            if (!analysis.Is(i, "spent", "paid", "spends", "pays") || !analysis.Is(i + 1, "on", "for"))
                continue;
            return
                analysis.ActorStartingAt(i + 2) is { IsAdjective: true, Party: { } seller } goods
                && analysis.ActorEndingAt(i) is { IsAdjective: false, Party: { } buyer }
                && seller != buyer
                && (analysis.Is(goods.End, "imports", "goods", "products") || resolver.ItemAfter(goods.End) is not null)
                ? new MeasureRef("imports", seller, buyer, analysis.Is(goods.End, "imports") ? null : resolver.ItemAfter(goods.End))
                : null;
        }
        return null;
    }

    /// <summary>"goods worth $111 billion" with "exported to Russia" before: the flow of the clause's trading verb.</summary>
    private MeasureRef? GoodsFlow(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "worth"))
            return null;
        var verb = analysis.Measures.FindLast(m => m.IsVerb && m.End <= quantity.FirstToken);
        return verb is null ? null : resolver.Resolve(verb);
    }

    /// <summary>The product group an amount is of: the words before "worth", or after "of"/"in"/"worth of".</summary>
    private string? ItemOf(QuantityMention quantity)
    {
        if (analysis.Is(quantity.FirstToken - 1, "worth"))
            for (var i = quantity.FirstToken - 2; i >= Math.Max(0, quantity.FirstToken - 4); i--)
                if (analysis.Items.Find(s => s.First <= i && i < s.End) is { } before)
                    return MeasureResolver.Specific(before.Item);
        return analysis.Is(quantity.EndToken, "of", "in", "worth") ? resolver.ItemAfter(quantity.EndToken) : null;
    }
}
