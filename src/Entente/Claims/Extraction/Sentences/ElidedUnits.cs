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

    /// <summary>
    /// "26 percent of its imports and on Russia for 18", "China supplied 12 percent, Russia 7", "coal 7 and gas 11 percent": a number in a list of
    /// percentages that closes its clause, right behind somebody or something that has a part.
    /// </summary>
    public static IReadOnlyList<QuantityMention> CompletePercents(
        SentenceAnalysis sentence,
        IReadOnlyList<QuantityMention> read,
        IReadOnlyList<SkippedNumber> skipped
    )
    {
        QuantityMention? model = null;
        foreach (var quantity in read)
            if (quantity is { Kind: QuantityKind.Percent, Upper: null } && quantity.Number.Value is > 0 and <= 1)
                model ??= quantity;
        if (model is null)
            return read;
        List<QuantityMention>? more = null;
        for (var i = 0; i < read.Count; i++)
            if (
                IsBare(read[i])
                && read[i].Number.Value is > 0 and < 100
                && InList(sentence, read[i].CoreToken, read[i].EndToken, read[i].FirstToken)
                && With(read[i], model) is { } percent
            )
                (more ??= [.. read])[i] = percent;
        // "Russia 7": a number behind a name may be a part of the name.
        foreach (var number in skipped)
            if (
                number.Reason == "name-number"
                && number.EndToken - number.FirstToken == 1
                && sentence.ActorEndingAt(number.FirstToken) is { IsAdjective: false, Possessive: false }
                && int.TryParse(sentence.Word(number.FirstToken), System.Globalization.CultureInfo.InvariantCulture, out var value)
                && value is > 0 and < 100
                && InList(sentence, number.FirstToken, number.EndToken, number.FirstToken)
            )
                (more ??= [.. read]).Add(
                    new QuantityMention
                    {
                        FirstToken = number.FirstToken,
                        EndToken = number.EndToken,
                        CoreToken = number.FirstToken,
                        Kind = QuantityKind.Percent,
                        Number = new WrittenNumber(value, 1).Times(0.01),
                        Unit = model.Unit,
                    }
                );
        more?.Sort(static (a, b) => a.FirstToken.CompareTo(b.FirstToken));
        return more ?? read;
    }

    private static bool InList(SentenceAnalysis sentence, int core, int end, int first)
    {
        // A year, a time, a place in a list: only the end of a clause leaves a unit out.
        if (end < sentence.Tokens.Count && sentence.Word(end) is not ("," or "." or ";" or "and" or ")" or "while" or "from" or "to"))
            return false;
        if (sentence.Word(end) is "and" && end + 1 < sentence.Tokens.Count && sentence.Tokens[end + 1].Kind == TokenKind.Number)
            return false;
        foreach (var time in sentence.Times)
            if (time.FirstToken <= core && core < time.EndToken)
                return false;
        var at = first;
        while (sentence.Word(at - 1) is "took" or "supplied" or "only" or "just" or "some" or "about" or "with" or "at" or "had")
            at--;
        if (sentence.Word(at - 1) is "by" && sentence.Word(at - 2) is "'s" or "’s" or "'")
            return true;
        if (sentence.Word(at - 1) is "for" && sentence.ActorEndingAt(at - 1) is not null)
            return true;
        if (sentence.ActorEndingAt(at) is { IsAdjective: false, Possessive: false } actor)
            return sentence.Word(sentence.Word(actor.First - 1) is "the" ? actor.First - 2 : actor.First - 1) is "," or "and" or ";" or ".";
        foreach (var item in sentence.Items)
            if (item.End == at)
                return sentence.Word(item.First - 1) is "," or "and";
        return false;
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
