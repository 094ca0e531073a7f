using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Prices and caps on them.</content>
internal sealed partial class MoneyFrame
{
    /// <summary>"Urals averaged $63 a barrel": the price of what is named, a price cap where the words say cap.</summary>
    private ClaimDraft? Price(QuantityMention quantity)
    {
        var cap = CapBefore(quantity.FirstToken);
        if (cap >= 0)
        {
            var sender =
                resolver.SubjectBefore(cap)?.Party ?? resolver.Possessor(cap)?.Party ?? resolver.SubjectBefore(quantity.FirstToken)?.Party;
            var target =
                analysis.Actors.Find(a => a.Party is not null && a.Party != sender && a.IsAdjective)?.Party
                ?? resolver.AfterPreposition(cap, "from")?.Party
                ?? (sender is not null ? discourse.OtherOf(sender) : null);
            if (sender is null || target is null)
                return null;
            return Level(
                quantity,
                new MeasureRef("price_cap", sender, target, analysis.Items.Find(i => catalogue.IsPartOfEnergy(i.Item))?.Item ?? "crude_oil")
            );
        }
        var item = analysis.Items.Where(i => catalogue.IsPriced(i.Item)).MinBy(i => analysis.Distance(i.First, quantity.FirstToken));
        return item is null || analysis.Distance(item.First, quantity.FirstToken) > 20
            ? null
            : Level(quantity, new MeasureRef("price", null, null, item.Item));
    }

    /// <summary>"its cap on Russian crude", "capped the price of", "the price cap": where a cap is told of near an amount; -1 where none is.</summary>
    private int CapBefore(int at)
    {
        foreach (var span in analysis.Measures)
            if (span.Measure == "price_cap" && analysis.Distance(span.First, at) < 20)
                return span.First;
        for (var i = at - 1; i >= Math.Max(0, at - 14); i--)
            if (
                (analysis.Is(i, "cap", "ceiling", "limit") && analysis.Is(i + 1, "on", "for"))
                || (analysis.Is(i, "capped", "capping", "caps") && analysis.Is(i + 1, "the", "prices", "price"))
            )
                return i;
        return -1;
    }

    /// <summary>"A barrel of Brent cost $122.71": an amount that the verb makes the price of one; "lowered its cap on crude to $47.60".</summary>
    private ClaimDraft? UnitPrice(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Money || quantity.Number.Value >= 10_000 || analysis.Items.Count == 0)
            return null;
        var priced = CapBefore(quantity.FirstToken) >= 0;
        for (var i = 0; i + 2 < quantity.FirstToken && !priced; i++)
            priced =
                analysis.Is(i, "barrel")
                && analysis.Is(i + 1, "of")
                && analysis.Items.Exists(s => s.First >= i + 2 && s.First <= i + 4 && s.End <= quantity.FirstToken)
                && CostBetween(i, quantity.FirstToken);
        return priced && Units.TryFind(quantity.Unit.Symbol + "/bbl", out var unit)
            ? Price(quantity with { Kind = QuantityKind.Price, Unit = unit })
            : null;
    }

    private bool CostBetween(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                (
                    analysis.Word(i)
                    is "cost"
                        or "costs"
                        or "fetched"
                        or "fetches"
                        or "traded"
                        or "averaged"
                        or "was"
                        or "stood"
                        or "sold"
                        or "went"
                        or "rose"
                        or "fell"
                        or "price"
                )
            )
                return true;
        return false;
    }
}
