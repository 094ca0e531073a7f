using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads "the 19th century", "the twentieth century": a stretch too long to test a figure on, which still says that no other time is meant.</summary>
internal static class CenturyTimes
{
    public static ReadTime? TryRead(TokenView view, int i)
    {
        var at = view.Is(i, "the") ? i + 1 : i;
        if (view.Lower(at) is "early" or "late" or "mid")
            at = view.PastHyphen(at + 1);
        int number;
        var end = at + 1;
        if (view.IsNumber(at) && CalendarWords.IsOrdinalSuffix(view, end))
            (number, end) = (CalendarWords.SmallAt(view, at), end + 1);
        else if (view.Is(at, "twenty") && view.Is(view.PastHyphen(end), "first"))
            (number, end) = (21, view.PastHyphen(end) + 1);
        else if (!NumberWords.Ordinals.TryGetValue(view.Lower(at), out number))
            return null;
        end = view.PastHyphen(end);
        if (!view.Is(end, "century") || number is < 15 or > 21)
            return null;
        return new(end + 1, TimeKind.Vague, Period.OfRange(Period.OfYear((100 * number) - 99), Period.OfYear(100 * number)));
    }
}
