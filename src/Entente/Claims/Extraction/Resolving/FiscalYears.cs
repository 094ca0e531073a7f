using System.Globalization;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Resolving;

/// <summary>Years that do not begin in January: "2022–23" of India, "the year to March 2022", "fiscal 2023".</summary>
internal static class FiscalYears
{
    /// <summary>The period a time mention means for a measure: as it stands, unless its words or the state's habit make it a fiscal year.</summary>
    public static Period Read(SentenceAnalysis analysis, TimeMention time, MeasureRef? reference)
    {
        var period = time.Period!;
        // "in the year to March 2022", "the fiscal year that ended in March 2024"
        if (period.Kind == PeriodKind.Month && YearEnding(analysis, time.FirstToken))
        {
            var from = period.Start.PlusMonths(-11);
            return Period.OfRange(Period.OfMonth(from.Year, from.Month), period);
        }
        // "FY24", "fiscal 2023": named by the year it ends in, in Japan by the one it begins in.
        if (time.Fiscal && period.Kind == PeriodKind.Year && reference is not null)
        {
            var (start, ending) =
                Bracketed(analysis, time.EndToken) is { } told ? (told, true)
                : reference.First is "JPN" || (reference.First is null && reference.Second is "JPN") ? (4, false)
                : FirstMonth(reference) is { } own ? (own, true)
                : reference.First is "USA" || reference.Second is "USA" ? (10, true)
                : (0, true);
            if (start > 0)
            {
                var first = ending ? period.Start.Year - 1 : period.Start.Year;
                return Period.OfRange(Period.OfMonth(first, start), Period.OfMonth(first + 1, start - 1));
            }
        }
        if (
            period.Kind == PeriodKind.Range
            && period.End.Year == period.Start.Year + 1
            && period.Start is { Month: 1, Day: 1 }
            && period.End is { Month: 12, Day: 31 }
            && FirstMonth(reference) is { } month
        )
            return Period.OfRange(Period.OfMonth(period.Start.Year, month), Period.OfMonth(period.End.Year, month - 1));
        return period;
    }

    /// <summary>The two stretches of "between 2015–19 and 2020–24", or the two fiscal years of "from 2021–22 to 2023–24"; null for plain years.</summary>
    public static (Period From, Period To)? Windows(SentenceAnalysis analysis, TimeMention time, MeasureRef? reference)
    {
        Period? first = null;
        for (var i = time.FirstToken; i + 2 < time.EndToken; i++)
        {
            if (
                analysis.Word(i) is not { Length: 4 } from
                || !analysis.Is(i + 1, "–", "-", "‑", "/")
                || !int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
                || !int.TryParse(analysis.Word(i + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            )
                continue;
            if (end < 100)
                end += start / 100 * 100;
            if (end <= start || end > start + 30)
                return null;
            var window =
                end == start + 1 && FirstMonth(reference) is { } month
                    ? Period.OfRange(Period.OfMonth(start, month), Period.OfMonth(end, month - 1))
                    : Period.OfRange(Period.OfYear(start), Period.OfYear(end));
            if (first is not null)
                return (first, window);
            first = window;
            i += 2;
        }
        return null;
    }

    private static bool YearEnding(SentenceAnalysis analysis, int first)
    {
        var i = first;
        while ((analysis.Word(i) is "in" or "to" or "at" or "the" or "end" or "of"))
            i++;
        for (var k = i - 1; k >= Math.Max(0, i - 6); k--)
            // "rose 4 percent on year to $3.9 billion in January": what goes to the amount is no year.
            if (analysis.Is(k, "year") && !analysis.Is(k - 1, "last", "this", "that", "previous") && !HasFigure(analysis, k, i))
                return Enumerable.Range(k, i - k).Any(t => analysis.Is(t, "to", "ended", "ending", "through"));
        return false;
    }

    private static bool HasFigure(SentenceAnalysis analysis, int from, int to)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.FirstToken >= from && quantity.EndToken <= to)
                return true;
        return false;
    }

    // "FY24 (April-March)": the months stand in brackets behind it.
    private static int? Bracketed(SentenceAnalysis analysis, int end)
    {
        if (!analysis.Is(end, "(") || !analysis.Is(end + 2, "-", "–", "to", "‑") || !Lexicon.Months.Contains(analysis.Word(end + 1)))
            return null;
        var first = Array.IndexOf(MonthNames, analysis.Word(end + 1)[..3]) + 1;
        return Lexicon.Months.Contains(analysis.Word(end + 3)) && first > 1 ? first : null;
    }

    private static readonly string[] MonthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    // A flow's year is that of the state that tells of it: of the buyer for what it imports.
    private static int? FirstMonth(MeasureRef? reference) =>
        reference is null ? null
        : reference.Measure == "imports" && reference.Second is not null ? Of(reference.Second) ?? Of(reference.First)
        : Of(reference.First) ?? Of(reference.Second);

    private static int? Of(string? state) =>
        state switch
        {
            "IND" => 4,
            "AUS" or "PAK" or "BGD" or "EGY" => 7,
            _ => null,
        };
}
