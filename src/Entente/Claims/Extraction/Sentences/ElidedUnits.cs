using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>Units that a second figure leaves unsaid: "to 46 billion euros from 43 billion", "raised from 25 to 100 percent".</summary>
internal static class ElidedUnits
{
    public static IReadOnlyList<QuantityMention> Complete(SentenceAnalysis sentence, List<QuantityMention> quantities)
    {
        for (var i = 0; i < quantities.Count; i++)
        {
            var bare = quantities[i];
            if (
                bare is not { Kind: QuantityKind.Count, Noun: null, Definite: false }
                || bare.Unit.Symbol != Units.Count.Symbol && bare.Unit.Symbol != "1"
            )
                continue;
            var from = sentence.Is(bare.FirstToken - 1, "from", "to", "against", "at") || sentence.Is(bare.FirstToken - 2, "compared");
            if (!from)
                continue;
            // "from 25 to 100 percent": right before its fellow; "to 46 billion euros from 43 billion": somewhere behind it.
            if (i + 1 < quantities.Count && sentence.Is(bare.EndToken, "to") && bare.EndToken + 1 == quantities[i + 1].FirstToken)
            {
                if (With(bare, quantities[i + 1]) is { } first)
                    quantities[i] = first;
            }
            else if (
                i > 0
                && quantities[i - 1].Kind is QuantityKind.Money or QuantityKind.Physical
                && With(bare, quantities[i - 1]) is { } second
            )
            {
                quantities[i] = second;
            }
        }
        return quantities;
    }

    private static QuantityMention? With(QuantityMention bare, QuantityMention fellow) =>
        fellow.Kind switch
        {
            QuantityKind.Percent when bare.Number.Value <= 1000 => bare with
            {
                Kind = QuantityKind.Percent,
                Unit = fellow.Unit,
                Number = bare.Number.Times(0.01),
            },
            // Without its scale word the amount could be of any size.
            QuantityKind.Physical when bare.Number.Value >= 1000 && fellow.Number.Value / bare.Number.Value is > 0.01 and < 100 => bare with
            {
                Kind = QuantityKind.Physical,
                Unit = fellow.Unit,
            },
            QuantityKind.Money when bare.Number.Value >= 1e6 => bare with { Kind = QuantityKind.Money, Unit = fellow.Unit },
            _ => null,
        };
}
