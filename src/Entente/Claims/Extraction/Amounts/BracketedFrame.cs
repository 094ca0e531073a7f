using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Figures in brackets behind the state whose they are: "the economies of Germany ($4.5 trillion) and Japan ($4.2 trillion)", "the biggest
/// military spenders, America ($997 billion) and China ($314 billion)". Only where one measure of a single state is all that the sentence
/// speaks of in figures of that kind.
/// </summary>
internal sealed class BracketedFrame(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (
            quantity.Kind is not (QuantityKind.Money or QuantityKind.Count)
            || !analysis.Is(quantity.FirstToken - 1, "(")
            || analysis.ActorEndingAt(quantity.FirstToken - 1)
                is not { IsAdjective: false, Actor.Kind: ActorKind.State, Party: { } party } actor
            || MeasureOf(quantity) is not { } measure
        )
            return null;
        if (measure == "holdings" && party == "USA")
            return null;
        var reference = new MeasureRef(measure, party, measure == "holdings" ? "USA" : null, null);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, stock: true);
        if (!chosen.Compared)
            discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        var unit = measure switch
        {
            "nuclear_warheads" => "warheads",
            "population" => "persons",
            _ => null,
        };
        return new ClaimDraft
        {
            First = actor.First,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity, 1, unit),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, unit: unit);
    }

    private bool Holds()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (
                analysis.Word(i) is "held" or "holds" or "hold" or "holders" or "holder" or "owned" or "owners" or "holdings" or "creditors"
            )
                return true;
        return false;
    }

    private string? MeasureOf(QuantityMention quantity)
    {
        string? found = null;
        if (quantity.Kind == QuantityKind.Money)
            foreach (var item in analysis.Items)
                if (item.Item == "treasury_securities" && Holds())
                    return "holdings";
        foreach (var span in analysis.Measures)
        {
            var definition = catalogue.Measures.ById[span.Measure];
            if (definition.Dimension != quantity.Unit.Dimension)
                continue;
            // A flow of the same dimension leaves open what the bracket tells.
            if (definition.Parties != Measures.Parties.State || span.Measure is "revenue" or "net_profit")
                return null;
            if (found is not null && found != span.Measure)
                return null;
            found = span.Measure;
        }
        if (quantity.Kind == QuantityKind.Money)
            for (var i = 0; i < quantity.FirstToken; i++)
            {
                var told = analysis.Word(i) switch
                {
                    "economies" => "gdp",
                    "spenders" when analysis.Is(i - 1, "military", "defence", "defense") => "military_expenditure",
                    _ => null,
                };
                if (told is not null && found is not null && told != found)
                    return null;
                found ??= told;
            }
        return found;
    }
}
