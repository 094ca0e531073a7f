using System.Collections.Frozen;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>
/// Names that several currencies bear: "dirhams", "pesos", "rupees". The reader takes the best known; a text that speaks of one other
/// issuer alone means that one's.
/// </summary>
internal static class SharedCurrencies
{
    private static readonly FrozenDictionary<string, (string Currency, string Issuer, (string State, string Currency)[] Others)> Names =
        new Dictionary<string, (string, string, (string, string)[])>(StringComparer.Ordinal)
        {
            ["dirhams"] = ("AED", "ARE", [("MAR", "MAD")]),
            ["dirham"] = ("AED", "ARE", [("MAR", "MAD")]),
            ["rupees"] = ("INR", "IND", [("PAK", "PKR"), ("LKA", "LKR"), ("NPL", "NPR")]),
            ["pesos"] = ("MXN", "MEX", [("ARG", "ARS"), ("CHL", "CLP"), ("COL", "COP"), ("PHL", "PHP")]),
            ["shillings"] = ("KES", "KEN", [("UGA", "UGX"), ("TZA", "TZS")]),
            ["riyals"] = ("SAR", "SAU", [("QAT", "QAR")]),
            ["rials"] = ("IRR", "IRN", [("OMN", "OMR")]),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<QuantityMention> Tell(
        SentenceAnalysis sentence,
        IReadOnlyList<QuantityMention> quantities,
        Discourse discourse
    )
    {
        List<QuantityMention>? told = null;
        for (var i = 0; i < quantities.Count; i++)
            if (
                quantities[i] is { Kind: QuantityKind.Money } quantity
                && Names.TryGetValue(sentence.Word(quantity.EndToken - 1), out var shared)
                && quantity.Unit.Symbol == shared.Currency
                && !discourse.Mentions(shared.Issuer)
                && Only(shared.Others, discourse) is { } currency
            )
                (told ??= [.. quantities])[i] = quantity with { Unit = Units.Find(currency) };
        return told ?? quantities;
    }

    private static readonly (string State, string Currency)[] Dollars = [("AUS", "AUD"), ("CAN", "CAD"), ("NZL", "NZD"), ("SGP", "SGD")];

    /// <summary>
    /// "$5.8 billion" in a text about Australia and Singapore may be of either's dollars: the readings besides that of the United States'.
    /// Empty where the sign says whose it is, or the text is about the United States.
    /// </summary>
    public static IReadOnlyList<string> OtherDollars(SentenceAnalysis sentence, ClaimDraft draft, Discourse discourse)
    {
        if (
            draft is not { Unit: "USD", Assertion: { } assertion, Alternatives.Count: 0 }
            || discourse.MainPair is not { } pair
            || discourse.Mentions("USA")
            || !IsBareDollar(sentence, draft)
        )
            return [];
        List<string>? others = null;
        foreach (var (state, currency) in Dollars)
            if (pair.A == state || pair.B == state)
                (others ??= []).Add(assertion.Replace(" USD", " " + currency, StringComparison.Ordinal));
        return others ?? [];
    }

    private static bool IsBareDollar(SentenceAnalysis sentence, ClaimDraft draft)
    {
        var bare = false;
        for (var i = draft.First; i < draft.End; i++)
        {
            if (sentence.Word(i) is "dollars" or "dollar" or "usd")
                return false;
            if (!sentence.Is(i, "$"))
                continue;
            if (i > 0 && sentence.Tokens[i - 1].End == sentence.Tokens[i].Start && sentence.Tokens[i - 1].Kind == TokenKind.Word)
                return false;
            bare = true;
        }
        return bare;
    }

    private static string? Only((string State, string Currency)[] others, Discourse discourse)
    {
        string? only = null;
        foreach (var (state, currency) in others)
            if (discourse.Mentions(state))
            {
                if (only is not null)
                    return null;
                only = currency;
            }
        return only;
    }
}
