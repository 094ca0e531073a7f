using System.Buffers;
using Entente.Reading;

namespace Entente.Checking.Between;

/// <summary>The words by which a text says what its figure covers and whose it is.</summary>
internal static class DefinitionWords
{
    private static readonly (string Word, string Terms)[] TermWords =
    [
        ("yuan terms", "in yuan"),
        ("in yuan", "in yuan"),
        ("renminbi terms", "in yuan"),
        ("in renminbi", "in yuan"),
        ("rouble terms", "in roubles"),
        ("ruble terms", "in roubles"),
        ("in real terms", "in real terms"),
        ("inflation-adjusted", "in real terms"),
        ("adjusted for inflation", "in real terms"),
        ("seasonally adjusted", "seasonally adjusted"),
        ("by volume", "by volume"),
        ("by value", "by value"),
    ];

    // Names as the record's column `source` has them.
    private static readonly (string Word, string Authority)[] Authorities =
    [
        ("chinese customs", "GACC"),
        ("china's customs", "GACC"),
        ("china’s customs", "GACC"),
        ("general administration of customs", "GACC"),
        ("gacc", "GACC"),
        ("russian customs", "FCS"),
        ("russia's customs", "FCS"),
        ("russia’s customs", "FCS"),
        ("federal customs service", "FCS"),
        ("international monetary fund", "IMF"),
        ("the imf", "IMF"),
        ("imf data", "IMF"),
        ("imf figures", "IMF"),
        ("world bank", "World Bank"),
        ("eurostat", "Eurostat"),
        ("comtrade", "UN Comtrade"),
        ("census bureau", "US Census"),
        ("bureau of economic analysis", "BEA"),
        ("sipri", "SIPRI"),
        ("world trade organization", "WTO"),
    ];

    // Nearly no sentence has any of them: one search for all comes before a search for each.
    private static readonly SearchValues<string> AnyTerms = SearchValues.Create(
        [.. TermWords.Select(t => t.Word)],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly SearchValues<string> AnyAuthority = SearchValues.Create(
        [.. Authorities.Select(a => a.Word)],
        StringComparison.OrdinalIgnoreCase
    );

    private static readonly string[] GoodsAndServices = ["goods and services", "goods-and-services", "services and goods"];

    private static readonly string[] Goods = ["in goods", "goods trade", "merchandise", "trade of goods"];

    /// <param name="quote">The claim's own words: another clause of the sentence may be on another basis.</param>
    public static string? Basis(string quote) =>
        Any(quote, GoodsAndServices) ? "goods and services"
        : Any(quote, Goods) ? "goods"
        : quote.Contains("services", StringComparison.OrdinalIgnoreCase) ? "services"
        : null;

    public static string? Terms(string quote)
    {
        if (!quote.AsSpan().ContainsAny(AnyTerms))
            return null;
        foreach (var (word, terms) in TermWords)
            if (quote.Contains(word, StringComparison.OrdinalIgnoreCase))
                return terms;
        return null;
    }

    /// <summary>The authority that the sentence names, or its speaker is.</summary>
    public static string? Authority(Statement? statement)
    {
        if (statement is null || !statement.Text.AsSpan().ContainsAny(AnyAuthority))
            return null;
        foreach (var (word, authority) in Authorities)
            if (statement.Text.Contains(word, StringComparison.OrdinalIgnoreCase))
                return authority;
        return null;
    }

    private static bool Any(string text, string[] words) => Array.Exists(words, w => text.Contains(w, StringComparison.OrdinalIgnoreCase));
}
