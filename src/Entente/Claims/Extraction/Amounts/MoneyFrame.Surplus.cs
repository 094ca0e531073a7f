using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>One flow that goes beyond the other of the same two states by an amount, which is the balance between them.</content>
internal sealed partial class MoneyFrame
{
    /// <summary>The verb of "imports from China outstripped its exports by $83 billion"; null where no flow is set against another.</summary>
    private int? Outstripped(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 2; i >= Math.Max(1, quantity.FirstToken - 14); i--)
            if (
                analysis.Word(i)
                is "exceeded"
                    or "exceeds"
                    or "exceed"
                    or "outstripped"
                    or "outstrips"
                    or "surpassed"
                    or "outweighed"
                    or "outweigh"
                    or "outpaced"
                    or "topped"
            )
                return i;
        return null;
    }

    /// <summary>The balance that such a difference is; null where the two are not the two directions of one trade.</summary>
    private ClaimDraft? Surplus(QuantityMention quantity, int verb)
    {
        var left = analysis.Measures.FindLast(m => !m.IsVerb && m.End <= verb && m.Measure is "exports" or "imports");
        var right = analysis.Measures.Find(m => !m.IsVerb && m.First > verb && m.First <= verb + 6 && m.Measure is "exports" or "imports");
        if (
            left is null
            || right is null
            || left.Measure == right.Measure
            || resolver.Resolve(left) is not { First: { } seller, Second: { } buyer, Item: null } flow
        )
            return null;
        var owner = left.Measure == "imports" ? buyer : seller;
        var partner = left.Measure == "imports" ? seller : buyer;
        if (resolver.Possessor(right.First)?.Party is { } other && other != owner)
            return null;
        var reference = new MeasureRef("balance", owner, partner, null) { Inferred = flow.Inferred };
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        var sign = left.Measure == "imports" ? -1.0 : 1.0;
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity, sign),
            Period = chosen.Period,
            Inferred = Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, sign);
    }

    /// <summary>
    /// "ranked third among India's trading partners with $83.6 billion", "With exports of €158 billion the United States was Germany's most
    /// important customer": what the rank is by.
    /// </summary>
    private MeasureRef? PlaceOf(QuantityMention quantity)
    {
        if (
            analysis.Is(quantity.FirstToken - 1, "with", "at")
            && discourse.RankBefore(quantity.FirstToken, 8) is { Measure: not "arms_import_share" } behind
            && !analysis.Measures.Exists(m => m.First >= quantity.EndToken && m.First <= quantity.EndToken + 4)
        )
            return behind;
        return
            (
                (analysis.Is(0, "with", "at") && quantity.FirstToken <= 5)
                // "South Korea, with 116 billion dollars, was only the sixth-largest supplier"
                || (
                    analysis.Is(quantity.FirstToken - 1, "with", "at")
                    && analysis.Is(quantity.FirstToken - 2, ",")
                    && analysis.Is(quantity.EndToken, ",")
                    && analysis.ActorEndingAt(quantity.FirstToken - 2) is { IsAdjective: false, Possessive: false }
                )
            )
            && discourse.Ranks is [var only]
            && only.End > quantity.EndToken
            && !analysis.Measures.Exists(m => m.End <= quantity.FirstToken && m.Measure != only.Flow.Measure)
            ? only.Flow
            : null;
    }

    /// <summary>The amount with which somebody holds a place: of the goods by weight where it is told in tonnes or barrels.</summary>
    private ClaimDraft? Ranked(QuantityMention quantity, MeasureRef flow) =>
        quantity.Kind != QuantityKind.Physical ? Level(quantity, flow)
        : flow is { IsFlow: true, Item: not null } ? Level(quantity, flow with { Measure = "volume" })
        : null;

    // "They were worth ¥862 billion": what has a worth are the flows of the sentence before, no people.
    private bool Worth(int i) =>
        analysis.Is(i, "amounted", "totalled", "totaled") || (analysis.Is(i, "were", "are") && analysis.Is(i + 1, "worth"));

    /// <summary>
    /// "Canada bought $308 billion worth of its goods": whose they are is told before, and is not the buyer. The reference unchanged where the
    /// words are not there, null where it cannot be told whose the goods are.
    /// </summary>
    private MeasureRef? OfIts(QuantityMention quantity, MeasureRef reference)
    {
        if (
            reference is not { Measure: "imports", Second: null, First: { } buyer }
            || !(analysis.Is(quantity.EndToken, "worth") && analysis.Is(quantity.EndToken + 1, "of"))
            || !analysis.Is(quantity.EndToken + 2, "its", "their", "her")
        )
            return reference;
        string? seller = null;
        foreach (var actor in analysis.Actors)
            if (actor.Party is { } party && party != buyer && actor.End <= quantity.FirstToken)
            {
                seller = party;
                break;
            }
        seller ??= discourse.Subject;
        return seller is null || seller == buyer ? null : reference with { First = seller, Second = buyer };
    }
}
