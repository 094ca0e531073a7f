using Entente.Actors;
using Entente.Measures;

namespace Entente.Claims.Extraction;

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
                || analysis.Is(i, ",", ".", ";", "(", "to", "from", "with", "by")
            )
                return null;
        }
        return null;
    }

    internal static string? Specific(string? item) => item is null or "goods" or "total" or "merchandise" ? null : item;
}
