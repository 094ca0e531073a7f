using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;

namespace Entente.Claims.Extraction.Resolving;

/// <content>Product groups by the words beside a measure.</content>
internal sealed partial class MeasureResolver
{
    /// <summary>The product group of a flow's noun: "crude imports", "exports of goods and services".</summary>
    public string? ItemOf(MeasureSpan span) => ItemNear(span);

    private string? ItemNear(MeasureSpan span) =>
        ItemBefore(span.First) ?? (analysis.Is(span.End, "of", "in") ? ItemAfter(span.End) : null);

    private string? ItemBefore(int first)
    {
        var item = analysis.Items.Find(i =>
            i.End == first || (i.First < first && i.End == first + 1) || (i.End == first - 1 && analysis.Word(first - 1) is "and" or "-")
        );
        return Specific(item?.Item);
    }

    /// <summary>The item that starts within a few words after a position, before any sign, number or further preposition.</summary>
    public string? ItemAfter(int from)
    {
        for (var i = from; i < Math.Min(from + 7, analysis.Tokens.Count); i++)
        {
            if (analysis.Items.Find(s => s.First == i) is { } item)
                return Specific(item.Item);
            if (
                analysis.Tokens[i].Kind is Reading.Text.TokenKind.Number or Reading.Text.TokenKind.Currency
                || (analysis.Word(i) is "," or "." or ";" or "(" or "to" or "from" or "with" or "by")
            )
                return null;
        }
        return null;
    }

    /// <summary>"exported 2.1 billion euros' worth of pork, 45 percent less than …": what the amount right behind a verb is of.</summary>
    private string? ItemOfAmount(int verbEnd)
    {
        foreach (var quantity in analysis.Quantities)
        {
            if (quantity.FirstToken < verbEnd || quantity.FirstToken > verbEnd + 1 || quantity.Kind != Reading.Text.QuantityKind.Money)
                continue;
            var end = analysis.Is(quantity.EndToken, "'", "’") ? quantity.EndToken + 1 : quantity.EndToken;
            return analysis.Is(end, "of", "worth") ? ItemAfter(end) : null;
        }
        return null;
    }

    internal static string? Specific(string? item) => item is null or "goods" or "total" or "merchandise" ? null : item;

    /// <summary>
    /// "Knitwear imports", "auto industry exports": goods that the catalogue does not know stand before a flow's noun, so that its figures
    /// are not the whole flow's. An owner or an article must open the phrase, or the sentence, for the word to be told from a verb.
    /// </summary>
    private bool UnknownGoods(int first)
    {
        var unknown = 0;
        for (var i = first - 1; i >= Math.Max(0, first - 4); i--)
        {
            var word = analysis.Word(i);
            if (
                analysis.ActorCovering(i) is not null
                || (analysis.Word(i) is "'s" or "'" or "’" or "the" or "its" or "their" or "our" or "his" or "of" or "in")
            )
                return unknown is 1 or 2;
            if (analysis.Items.Exists(t => t.First <= i && i < t.End && Specific(t.Item) is not null))
                return false;
            if (
                analysis.Tokens[i].Kind != Reading.Text.TokenKind.Word
                || Lexicon.Prepositions.Contains(word)
                || Lexicon.Auxiliaries.Contains(word)
            )
                return false;
            if (PlainModifiers.Contains(word) || IsAdjectival(word) || analysis.Measures.Exists(m => m.First <= i && i < m.End))
                continue;
            unknown++;
            if (i == 0)
                return unknown is 1 or 2 && char.IsUpper(analysis.Tokens[0].Text[0]);
        }
        return false;
    }

    // "Exports of minerals and tiles to …": likewise behind the noun, where nothing that is known stands before the next preposition.
    private bool UnknownGoodsAfter(int end)
    {
        if (!analysis.Is(end, "of"))
            return false;
        for (var i = end + 1; i < Math.Min(end + 6, analysis.Tokens.Count); i++)
        {
            if (
                analysis.ActorCovering(i) is not null
                || analysis.Tokens[i].Kind != Reading.Text.TokenKind.Word
                || (
                    analysis.Word(i)
                    is "goods"
                        or "products"
                        or "merchandise"
                        or "commodities"
                        or "services"
                        or "the"
                        or "its"
                        or "their"
                        or "both"
                        or "all"
                )
                || (
                    analysis.Word(i)
                    is "up"
                        or "over"
                        or "about"
                        or "around"
                        or "some"
                        or "nearly"
                        or "almost"
                        or "more"
                        or "less"
                        or "these"
                        or "those"
                        or "this"
                        or "that"
                )
                || analysis.Items.Exists(t => t.First <= i && i < t.End)
            )
                return false;
            if (Lexicon.Prepositions.Contains(analysis.Word(i)))
                return i > end + 1;
        }
        return false;
    }

    private static bool IsAdjectival(string word) =>
        word.EndsWith("ly", StringComparison.Ordinal)
        || word.EndsWith("ing", StringComparison.Ordinal)
        || word.EndsWith("ed", StringComparison.Ordinal)
        || word.EndsWith("al", StringComparison.Ordinal)
        || word.EndsWith("er", StringComparison.Ordinal)
        || word.EndsWith("est", StringComparison.Ordinal)
        || word.EndsWith("ive", StringComparison.Ordinal)
        || word.EndsWith("ous", StringComparison.Ordinal)
        || word.EndsWith("ary", StringComparison.Ordinal)
        || word.EndsWith("ble", StringComparison.Ordinal);

    // Words before "exports" or "imports" that say how many, since when or of what size, and never which goods.
    private static readonly System.Collections.Frozen.FrozenSet<string> PlainModifiers = Lexicon.Set(
        """
        a an and or but as while when where that which if because since although though than so yet then now also
        still even only just this these those such all both more most less least much many some no own new old high
        low strong weak robust big large huge vast small net gross record world worldwide foreign domestic direct
        goods products product merchandise commodity commodities services service trade month year quarter half week
        per cent percent two way one overseas cross border non non-oil pre-war prewar war wartime post-war postwar
        meanwhile however today first second third fourth last next past future recent current previous former
        combined aggregate good bad key main top major similar same like state country nation national economy western
        eastern northern southern public private free full whole entire broad sharp steep brisk sluggish data show
        shows showed figures figure say says said saw see sees boost cut raise raises grow grew rise rose fell fall
        drop report reports value volume back down up out there here outbound inbound output export import resource
        visible invisible seaborne sea land parallel illicit legal illegal covert lend let make makes made keep kept
        drove drive sent hit put led left lost won not n't its us
        """
    );
}
