using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// In what money trade is paid: "90 percent of payments between Russia and China were made in rubles and yuan", "dollars and euros paid for
/// 30 percent of Russian exports", "the yuan was used for a third of Russia's export settlements".
/// </summary>
internal sealed class SettlementFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    private MeasureRef? last;
    private int lastEnd;

    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.Fraction))
            return null;
        if (Word(quantity.FirstToken - 1) is "by")
            return null;
        var reference =
            last is not null && Again(quantity) ? last
            : Settles() && Currency(quantity) is { } money && Parties(quantity) is { } parties
                ? new MeasureRef("settlement_share", parties.First, parties.Second, money)
            : null;
        if (reference is null)
            return null;
        last = reference;
        lastEnd = quantity.EndToken;
        var chosen = Now(
            quantity,
            PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true)
        );
        if (chosen.Mention is { Kind: TimeKind.Event } && FinanceFrame.StockBefore(chosen, analysis) is { } eve)
            chosen = chosen with { Period = eve };
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        var written = ShareFrame.AsShare(quantity);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Share,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(written),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(written);
    }

    // "is now settled": as of the month of writing, which these figures are given for.
    private ChosenPeriod Now(QuantityMention quantity, ChosenPeriod chosen)
    {
        if (chosen.Mention is not null || discourse.PublishedPeriod is not { Kind: PeriodKind.Day or PeriodKind.Month } day)
            return chosen;
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (Word(i) is "now" or "today" or "currently")
                return new ChosenPeriod(
                    Period.OfMonth(day.Start.Year, day.Start.Month),
                    null,
                    new Inference("period", Period.OfMonth(day.Start.Year, day.Start.Month).Text, "the time of writing")
                );
        return chosen;
    }

    private bool Settles()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (
                Word(i)
                    is "settled"
                        or "settle"
                        or "settles"
                        or "settlements"
                        or "settlement"
                        or "paid"
                        or "payments"
                        or "invoiced"
                        or "denominated"
                || Word(i) is "conducted" or "transactions" or "invoicing" or "pays" or "pay" or "settling" or "carried"
            )
                return true;
        // "a third of Russian export earnings came in rubles"
        foreach (var item in analysis.Items)
            if (
                catalogue.IsCurrency(item.Item)
                && Word(Word(item.First - 1) is "the" ? item.First - 2 : item.First - 1) is "in"
                && Word(item.First - 2)
                    is "came"
                        or "come"
                        or "comes"
                        or "was"
                        or "were"
                        or "is"
                        or "are"
                        or "made"
                        or "received"
                        or "earned"
                        or "done"
            )
                return true;
        return false;
    }

    private string? Currency(QuantityMention quantity)
    {
        ItemSpan? best = null;
        var least = 30;
        foreach (var item in analysis.Items)
        {
            if (!catalogue.IsCurrency(item.Item))
                continue;
            var cost = analysis.Distance(item.First, quantity.FirstToken);
            if (cost < least)
                (best, least) = (item, cost);
        }
        return best?.Item;
    }

    /// <summary>"…, compared with 87 percent in January 2022", "up from 3 percent": the same share at another time.</summary>
    private bool Again(QuantityMention quantity) =>
        quantity.FirstToken >= lastEnd
        && (
            Word(quantity.FirstToken - 1) is "from" or "against" or "to" or "than"
            || (Word(quantity.FirstToken - 1) is "been" or "was" && Word(quantity.FirstToken - 2) is "it" or "had" or "share")
            || (Word(quantity.FirstToken - 1) is "with" && Word(quantity.FirstToken - 2) is "compared")
        );

    private (string First, string? Second)? Parties(QuantityMention quantity)
    {
        if (resolver.Between(Math.Max(0, quantity.FirstToken - 10)) is { } between)
            return between;
        foreach (var m in analysis.Measures)
        {
            if (m.Measure is not ("trade" or "exports" or "imports" or "settlement_share"))
                continue;
            if (resolver.Joined(m.First) is { } joined)
                return joined;
            if (m.Measure == "settlement_share")
                continue;
            if (resolver.Resolve(m with { IsVerb = false }) is { First: { } first, PartnerOpen: false } reference && m is { IsVerb: false })
                return m.Measure == "imports" && reference.Second is { } buyer ? (buyer, reference.First) : (first, reference.Second);
        }
        // "Russia's export settlements", "Russian payments"
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (
                Word(i) is "settlements" or "payments" or "transactions" or "settlement" or "exports" or "imports" or "export" or "import"
                && resolver.Possessor(i) is { Party: { } party }
            )
                return (party, null);
        return null;
    }

    private string Word(int i) => analysis.Word(i);
}
