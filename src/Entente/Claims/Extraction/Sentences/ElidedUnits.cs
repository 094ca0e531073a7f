using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>
/// Units that a second figure leaves unsaid: "to 46 billion euros from 43 billion", "raised from 25 to 100 percent", "France bought 1.5
/// million tonnes, Spain 1.3 million". An amount told with its scale word and nothing after it that it could count is of its fellow's unit.
/// </summary>
internal static class ElidedUnits
{
    public static IReadOnlyList<QuantityMention> Complete(SentenceAnalysis sentence, IReadOnlyList<QuantityMention> read)
    {
        var any = false;
        for (var i = 0; i < read.Count && !any; i++)
            any = IsBare(read[i]);
        if (!any || read.Count < 2)
            return read;
        QuantityMention[] quantities = [.. read];
        for (var i = 0; i < quantities.Length; i++)
        {
            var bare = quantities[i];
            if (!IsBare(bare))
                continue;
            var scaled = IsScaled(sentence, bare);
            var from = sentence.Is(bare.FirstToken - 1, "from", "to", "against", "at") || sentence.Is(bare.FirstToken - 2, "compared");
            if (!from && !(scaled && IsClosed(sentence, bare.EndToken)))
                continue;
            // "from 25 to 100 percent": right before its fellow; "to 46 billion euros from 43 billion": somewhere behind it.
            if (i + 1 < quantities.Length && sentence.Is(bare.EndToken, "to") && bare.EndToken + 1 == quantities[i + 1].FirstToken)
            {
                if (With(bare, quantities[i + 1]) is { } first)
                    quantities[i] = first;
            }
            else if (Fellow(sentence, quantities, i, scaled) is { } fellow && With(bare, fellow, scaled) is { } second)
            {
                quantities[i] = second;
            }
        }
        return quantities;
    }

    // A change may stand between the two ("up 4 percent"), another amount may not.
    private static QuantityMention? Fellow(SentenceAnalysis sentence, QuantityMention[] quantities, int at, bool scaled)
    {
        for (var i = at - 1; i >= 0; i--)
            // "to 10 billion dollars (9.3 billion euros) from 5.5 billion": the bracket's currency is an aside.
            if (i > 0 && sentence.Is(quantities[i].FirstToken - 1, "(") && quantities[i - 1].EndToken == quantities[i].FirstToken - 1)
                continue;
            else if (quantities[i].Kind is QuantityKind.Money or QuantityKind.Physical)
                return quantities[i];
            else if (!scaled || quantities[i].Kind is not (QuantityKind.Percent or QuantityKind.Fraction or QuantityKind.Multiple))
                return null;
        return null;
    }

    private static bool IsBare(QuantityMention quantity) =>
        quantity is { Kind: QuantityKind.Count, Noun: null, Definite: false }
        && (quantity.Unit.Symbol == Units.Count.Symbol || quantity.Unit.Symbol == "1");

    private static bool IsScaled(SentenceAnalysis sentence, QuantityMention quantity)
    {
        // "trade 2023 = 240bn": a formula leaves nothing to be understood.
        if (sentence.Is(quantity.FirstToken - 1, "="))
            return false;
        for (var i = quantity.CoreToken; i < quantity.EndToken; i++)
            if (sentence.Word(i) is "million" or "billion" or "trillion" or "bn" or "mn")
                return true;
        return false;
    }

    /// <summary>True where nothing that could be counted follows.</summary>
    private static bool IsClosed(SentenceAnalysis sentence, int end) =>
        end >= sentence.Tokens.Count
        || sentence.Tokens[end].Kind is not (TokenKind.Word or TokenKind.Number or TokenKind.Currency)
        || sentence.Word(end) is "and" or "while" or "whereas" or "but" or "last"
        || Lexicon.Prepositions.Contains(sentence.Word(end));

    private static QuantityMention? With(QuantityMention bare, QuantityMention fellow, bool scaled = false) =>
        fellow.Kind switch
        {
            QuantityKind.Percent when bare.Number.Value <= 1000 => bare with
            {
                Kind = QuantityKind.Percent,
                Unit = fellow.Unit,
                Number = bare.Number.Times(0.01),
            },
            // Without its scale word the amount could be of any size.
            // "23.6 billion cubic metres" is held in bcm, the scale word within the unit.
            QuantityKind.Physical when scaled && fellow.Unit.Symbol is "bcm" or "bcm/year" => bare.Number.Value < 1e6
                ? null
                : bare with
                {
                    Kind = QuantityKind.Physical,
                    Unit = fellow.Unit,
                    Number = bare.Number.Times(1e-9),
                },
            QuantityKind.Physical
                when scaled || (bare.Number.Value >= 1000 && fellow.Number.Value / bare.Number.Value is > 0.01 and < 100) => bare with
            {
                Kind = QuantityKind.Physical,
                Unit = fellow.Unit,
            },
            QuantityKind.Money when bare.Number.Value >= 1e6 => bare with { Kind = QuantityKind.Money, Unit = fellow.Unit },
            _ => null,
        };
}
