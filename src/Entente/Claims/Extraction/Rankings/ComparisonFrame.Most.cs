using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <content>First places put as comparisons: "more than from any other country", "no country sells more to X than Y".</content>
internal sealed partial class ComparisonFrame
{
    /// <summary>"more than from any other country": the first place among the partners of the flow just spoken of.</summary>
    private ClaimDraft? MoreThanAny(int than)
    {
        if (!analysis.Is(than - 1, "more", "higher", "larger"))
            return null;
        var at = (analysis.Word(than + 1) is "from" or "to" or "with" or "by" or "in") ? than + 2 : than + 1;
        if (
            !(
                analysis.Is(at, "any")
                && analysis.Is(at + 1, "other")
                && (analysis.Word(at + 2) is "country" or "nation" or "state" or "partner" or "supplier" or "buyer" or "market")
            )
            || analysis.Word(at + 3) is "but" or "bar" or "except" or "save" or "besides" or "apart"
            || discourse.LastInSentence is not { First: { } first } flow
            || flow.Item is not null && !flow.IsFlow
        )
            return null;
        var goods = flow.Item is null ? "" : ", " + flow.Item;
        var (who, among, by) = flow switch
        {
            { Measure: "imports", Second: { } buyer } => (first, $"suppliers({buyer}{goods})", "imports"),
            { Measure: "exports", Second: { } buyer } when analysis.Is(than + 1, "to", "in") => (
                buyer,
                $"buyers({first}{goods})",
                "exports"
            ),
            { Measure: "exports", Second: { } buyer } => (first, $"suppliers({buyer}{goods})", "imports"),
            { Measure: "trade", Second: { } partner } => (partner, $"partners({first})", "trade"),
            { Second: null, Item: null } when catalogue.Measures.ById[flow.Measure].Parties == Parties.State => (
                first,
                "states",
                flow.Measure
            ),
            _ => (null, "", ""),
        };
        if (who is null)
            return null;
        var chosen = PeriodChooser.Choose(analysis, than, at + 3, flow, discourse);
        return FirstPlace(than - 1, at + 3, who, among, by, flow, chosen);
    }

    /// <summary>"No country spends more on its military than the United States": the first place, put as a denial.</summary>
    private ClaimDraft? NoneMore(int than)
    {
        if (
            !Nobody(than)
            || analysis.ActorStartingAt(analysis.Is(than + 1, "the") ? than + 2 : than + 1)
                is not { IsAdjective: false, Possessive: false, Party: { } who } actor
        )
            return null;
        var span = analysis.Measures.Find(m => m.End <= than);
        if (
            span is { IsVerb: true, Passive: false, Measure: "exports" or "imports" }
            && (Partner(span.End, than) ?? Origin(span, than)) is { } partner
        )
            return who == partner ? null : MostOf(span, who, partner, actor.End, than);
        if (span is null || catalogue.Measures.ById[span.Measure].Parties != Parties.State)
            return null;
        var reference = new MeasureRef(span.Measure, who, null, null);
        var chosen = PeriodChooser.Choose(analysis, than, actor.End, reference, discourse);
        return FirstPlace(span.First, actor.End, who, "states", span.Measure, reference, chosen);
    }

    // "In 2022 no country sold more …": nobody stands at the head of the clause.
    private bool Nobody(int than)
    {
        for (var i = 0; i < than; i++)
            if (
                (
                    analysis.Is(i, "nobody")
                    || analysis.Is(i, "no")
                        && (
                            analysis.Word(i + 1)
                            is "country"
                                or "state"
                                or "nation"
                                or "other"
                                or "one"
                                or "economy"
                                or "buyer"
                                or "supplier"
                        )
                ) && !analysis.StrongBreak(i, than)
            )
                return true;
        return false;
    }

    // "buys more Brazilian soybeans"
    private string? Origin(MeasureSpan span, int than)
    {
        if (span.Measure == "imports")
            foreach (var actor in analysis.Actors)
                if (actor.First >= span.End && actor.End < than && actor is { IsAdjective: true, Party: { } party })
                    return party;
        return null;
    }

    /// <summary>"No country sells more to the United States than Mexico": the first place among those who trade with one state.</summary>
    private ClaimDraft MostOf(MeasureSpan span, string who, string partner, int end, int than)
    {
        var item = MeasureResolver.Specific(analysis.Items.Find(i => i.First > span.End && i.End <= than)?.Item);
        var reference = Flow(span.Measure, who, partner, item);
        var chosen = PeriodChooser.Choose(analysis, than, end, reference, discourse);
        if (chosen.Period is null && discourse.Published is { } day)
            chosen = new(
                Period.OfYear(day.Year - 1),
                null,
                new Inference("period", Period.OfYear(day.Year - 1).Text, Inference.LastFullYear)
            );
        var goods = item is null ? "" : ", " + item;
        var (among, by) = span.Measure == "exports" ? ("suppliers", "imports") : ("buyers", "exports");
        return FirstPlace(span.First, end, who, $"{among}({partner}{goods})", by, reference, chosen);
    }

    private static ClaimDraft FirstPlace(
        int first,
        int end,
        string who,
        string among,
        string by,
        MeasureRef reference,
        ChosenPeriod chosen,
        int rank = 1
    ) =>
        new()
        {
            First = first,
            End = end,
            Kind = ClaimKind.Rank,
            Assertion =
                $"rank({who}, among: {among}, by: {by}{(chosen.Period is { } p ? ", " + p.Text : "")}) = {rank.ToString(System.Globalization.CultureInfo.InvariantCulture)}",
            Relation = "=",
            Value = rank,
            Low = rank,
            High = rank,
            Unit = Units.Rank.Symbol,
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        };
}
