using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Which measure, parties and goods an amount belongs to.</content>
internal sealed partial class MoneyFrame
{
    /// <summary>The measure's word that an amount belongs to: attached right ("$190 billion in trade"), or the nearest before it in the clause.</summary>
    private MeasureSpan? MeasureOf(QuantityMention quantity)
    {
        var end = PastAside(quantity.EndToken);
        // "a deficit of $13 billion in trade with China"
        if (analysis.Is(quantity.FirstToken - 1, "of"))
            foreach (var span in analysis.Measures)
                if (span is { IsVerb: false, Measure: "balance" } && span.End == quantity.FirstToken - 1)
                    return span;
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
        // "a goal of $100 billion for their annual trade"
        if (
            analysis.Is(end, "for", "in")
            && Lexicon.TargetNouns.Contains(analysis.Word(quantity.FirstToken - 2))
            && analysis.Measures.Find(m => !m.IsVerb && m.First > end && m.First <= end + 6) is { } aimed
        )
            return aimed;
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
        // "Bilateral trade (goods only) between India and Indonesia: $29 billion": a heading's figure.
        if (
            analysis.Is(quantity.FirstToken - 1, ":")
            && analysis.Measures is [{ IsVerb: false } only]
            && only.End < quantity.FirstToken
            && Fits(only, quantity)
            && !analysis.Quantities.Any(q => q.EndToken < quantity.FirstToken && q.Kind == quantity.Kind)
        )
            return only;
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
                    "merchandise",
                    "direct",
                    "combined",
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
                (
                    analysis.Is(i, "they") && (discourse.LastInSentence is not null || Worth(i + 1))
                    || analysis.Is(i, "it", "figure", "total", "value", "number", "sum", "this", "volume", "amount", "turnover")
                ) && HasLevelVerb(i, quantity.FirstToken)
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
                || analysis.Is(i, "reached", "hit", "was", "worth", "stood", "totaled", "totalled", "amounted", "came", "is", "reaching")
                || (
                    analysis.Is(i, "been")
                    && (
                        discourse.LastInSentence is not null
                        || (
                            analysis.Is(i - 1, "had")
                            && analysis.Is(i - 2, "it")
                            && i + 1 == to
                            && analysis.Times.Count > 0
                            // "In 2021 it had been $2.6 billion": a total; of a flow told after one, nobody can tell which "it" is.
                            && discourse.LastMeasure(analysis.Statement.Paragraph) is { IsFlow: false }
                        )
                    )
                )
            )
                return true;
        return false;
    }

    private ClaimDraft? Bracketed(QuantityMention quantity)
    {
        // "the top destination for American exports ($349 billion)"
        if (
            discourse.RankBefore(quantity.FirstToken, 7) is { } ranked
            && analysis.Items.Find(i => i.End == quantity.FirstToken - 1) is null or { Item: "goods" }
            && analysis.ActorEndingAt(quantity.FirstToken - 1) is null
        )
            return Level(quantity, ranked);
        var told = discourse.LastInSentence ?? FlowBefore(quantity);
        if (told is not { } flow || analysis.Quantities.Any(q => q.EndToken == quantity.FirstToken - 1))
            return null;
        if (
            flow is { IsFlow: true, Second: not null }
            && analysis.Items.Find(i => i.End == quantity.FirstToken - 1) is { } item
            && MeasureResolver.Specific(item.Item) is { } goods
        )
            return Level(quantity, flow with { Item = goods });
        // "…, less than what it was in 2010-11 ($2.5 billion)": the same at the time before the bracket.
        if (flow.Second is not null && analysis.Times.Any(t => t.Period is not null && t.EndToken == quantity.FirstToken - 1))
            return PreviousAmount(quantity) >= 0 ? Level(quantity, flow) : null;
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

    // "Among the few with which America ran a surplus were the Netherlands ($55.5 billion)": a measure that had no figure of its own.
    private MeasureRef? FlowBefore(QuantityMention quantity)
    {
        var span = analysis.Measures.FindLast(m =>
            m.End <= quantity.FirstToken && m.Measure is "exports" or "imports" or "trade" or "balance"
        );
        if (span is null)
            return null;
        if (resolver.Resolve(span) is not { First: not null } reference)
            return span.Measure == "balance" && resolver.SubjectBefore(span.First)?.Party is { } holder
                ? new MeasureRef("balance", holder, null, null) { Deficit = analysis.Is(span.End - 1, "deficit", "gap", "shortfall") }
                : null;
        return reference.PartnerOpen || (reference.Measure == "balance" && reference.Inferred.Count > 0)
            ? reference.Measure == "imports"
                ? reference with
                {
                    First = reference.Second,
                    Second = null,
                    PartnerOpen = false,
                    Inferred = [],
                }
                : reference with
                {
                    Second = null,
                    PartnerOpen = false,
                    Inferred = [],
                }
            : reference;
    }

    /// <summary>"of that €16.7 billion was for gas": a part of the flow just spoken of.</summary>
    private ClaimDraft? PartOfFlow(QuantityMention quantity)
    {
        if (discourse.LastInSentence is not { IsFlow: true, Second: not null } flow)
            return null;
        var at = quantity.EndToken;
        if (analysis.Is(at, "was", "were", "went", "is", "are", "came"))
            at++;
        if (!analysis.Is(at, "for", "on", "from") && !(at > quantity.EndToken && OfWhich(quantity.FirstToken)))
            return null;
        var item = resolver.ItemAfter(analysis.Is(at, "for", "on", "from") ? at + 1 : at);
        if (item is null)
            return null;
        if (PreviousAmount(quantity) < 0)
            return null;
        foreach (var span in analysis.Measures)
            if (
                span.End <= quantity.FirstToken
                && quantity.FirstToken - span.End <= 2
                && analysis.Quantities.All(q => q.EndToken <= span.First || q.FirstToken >= quantity.FirstToken)
            )
                return null;
        return Level(quantity, flow with { Item = item });
    }

    private bool OfWhich(int at)
    {
        for (var i = at - 1; i >= Math.Max(1, at - 4); i--)
            if (analysis.Is(i, "which", "that", "this") && analysis.Is(i - 1, "of"))
                return true;
        return false;
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

    /// <summary>"allocated $31 billion to its military", "set aside $20 billion for defence".</summary>
    private MeasureRef? Outlay(QuantityMention quantity)
    {
        var end = PastAside(quantity.EndToken);
        if (!analysis.Is(end, "to", "for", "on", "in"))
            return null;
        var at = end + 1;
        while (analysis.Is(at, "its", "the", "their"))
            at++;
        if (
            !analysis.Is(at, "military", "defence", "defense", "army")
            && !analysis.Is(at, "armies", "forces")
            && !(analysis.Is(at, "armed") && analysis.Is(at + 1, "forces"))
        )
            return null;
        var verb = quantity.FirstToken - 1;
        if (analysis.Is(verb, "aside"))
            verb--;
        return
            analysis.Is(
                verb,
                "allocated",
                "allocates",
                "earmarked",
                "budgeted",
                "devoted",
                "devotes",
                "spent",
                "spends",
                "set",
                "assigned",
                "invested",
                "put"
            ) && resolver.SubjectBefore(verb)?.Party is { } spender
            ? new MeasureRef("military_expenditure", spender, null, null)
            : null;
    }

    /// <summary>"paid $44 billion for Russian goods".</summary>
    private MeasureRef? PaidFor(QuantityMention quantity)
    {
        if (SpentOn(quantity) is { } spent)
            return spent;
        // "earned 3.1 billion euros from exports to Turkey"
        if (
            analysis.Word(quantity.FirstToken - 1) is "earned" or "made" or "earns" or "makes" or "earning"
            && analysis.Word(quantity.EndToken) is "from"
            && analysis.Measures.Find(m =>
                m is { IsVerb: false, Measure: "exports" } && m.First > quantity.EndToken && m.First <= quantity.EndToken + 3
            )
                is { } income
            && resolver.SubjectBefore(quantity.FirstToken)?.Party is { } earner
            && resolver.AfterPreposition(income.End, "to")?.Party is { } payer
            && payer != earner
        )
            return new MeasureRef("exports", earner, payer, resolver.ItemOf(income));
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

    /// <summary>"goods worth $111 billion" with "exported to Russia" before: the flow of the clause's trading verb.</summary>
    private MeasureRef? GoodsFlow(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "worth"))
            return null;
        var verb = analysis.Measures.FindLast(m => m.IsVerb && m.End <= quantity.FirstToken);
        return verb is null ? null : resolver.Resolve(verb);
    }

    /// <summary>"1.72 million barrels of crude a day": the goods that the unit's own words name.</summary>
    private string? ItemInside(QuantityMention quantity)
    {
        foreach (var item in analysis.Items)
            if (item.First >= quantity.FirstToken && item.End <= quantity.EndToken)
                return MeasureResolver.Specific(item.Item);
        return null;
    }
}
