using System.Globalization;
using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>
/// Reads fiscal years: "FY22", "fiscal 2023", "financial year 2021-22", "last financial year", "the first five months of 2022-23". Whose fiscal
/// year it is stands elsewhere in a text if at all, so the written years are kept; where a year must be counted from the day of writing,
/// it begins in April, as it does for most of the states whose statistics go by fiscal years.
/// </summary>
internal sealed class FiscalTimes(TokenView view, Period? published)
{
    private const int FirstMonth = 4;

    /// <summary>The fiscal year that the same sentence has named last.</summary>
    private Period? named;

    public ReadTime? TryRead(int i, Period? previous) => Noted(TryPart(i, named ?? previous) ?? TryYear(i, named ?? previous));

    /// <summary>Takes note of a fiscal year that was read elsewhere, and gives it back.</summary>
    public ReadTime? Noted(ReadTime? read)
    {
        if (read is { Fiscal: true, Period: { Kind: PeriodKind.Year } year })
            named = year;
        return read;
    }

    /// <summary>"FY22", "FY2022-23", "FY 2022/23", "fiscal 2023", "fiscal year 2023", "financial year 2021-22".</summary>
    public static ReadTime? TryLabelled(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (lower is "fiscal" or "financial" or "fy")
        {
            var at = view.Is(i + 1, "year") || view.Is(i + 1, "years") ? i + 2 : i + 1;
            if (view.Is(at, "of"))
                at++;
            if (AbsoluteTimes.TryYear(view, at) is { } found)
                return found with { Kind = TimeKind.Vague, Fiscal = true };
            return lower == "fy" && CalendarWords.SmallAt(view, at) is var small and >= 0 && view[at].Length == 2
                ? Labelled(view, at + 1, 2000 + small)
                : null;
        }
        if (
            !view.IsWord(i)
            || lower.Length is not (4 or 6)
            || !lower.StartsWith("fy", StringComparison.Ordinal)
            || !int.TryParse(lower.AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        )
            return null;
        year = lower.Length == 4 ? 2000 + year : year;
        return year is >= 1900 and <= 2100 ? Labelled(view, i + 1, year) : null;
    }

    /// <summary>A year after its label, with the second one that may follow it ("FY22-23").</summary>
    private static ReadTime Labelled(TokenView view, int end, int year)
    {
        var second =
            (view.IsDash(end) || view.Is(end, "/")) && view.Touches(end - 1) && view.Touches(end) && view.IsNumber(end + 1)
                ? view.Text(end + 1)
                : "";
        if (
            second.Length is 2 or 4
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var next)
            && (second.Length == 2 ? next == (year + 1) % 100 : next == year + 1)
        )
            return new(end + 2, TimeKind.Vague, TwoYears(year), Fiscal: true);
        return new(end, TimeKind.Vague, Period.OfYear(year), Fiscal: true);
    }

    /// <summary>"last financial year", "the current fiscal year", "the 2022-23 financial year", "the fiscal year 2023".</summary>
    private ReadTime? TryYear(int i, Period? previous)
    {
        var at = view.Is(i, "the") ? i + 1 : i;
        if (IsFiscalYear(at + 1))
        {
            int? shift = view.Lower(at) switch
            {
                "last" or "previous" or "past" or "preceding" or "prior" => -1,
                "this" or "current" or "ongoing" or "present" => 0,
                "next" or "coming" or "following" => 1,
                _ => null,
            };
            if (shift is { } stated)
                return Relative(at + 3, stated, view.Lower(at) is "previous" or "preceding" or "prior" or "following" ? previous : null);
        }
        if (
            AbsoluteTimes.TryOne(view, at) is { Period: { Kind: PeriodKind.Year or PeriodKind.Range } } named
            && (named.Fiscal || named.Period.Kind == PeriodKind.Year)
        )
        {
            if (IsFiscalYear(named.End))
                return named with { End = named.End + 2, Kind = TimeKind.Vague, Fiscal = true };
            if (named.Fiscal && at > i)
                return named;
        }
        return null;
    }

    private ReadTime Relative(int end, int shift, Period? previous)
    {
        // "the previous fiscal year" after one that was named counts from that one.
        if (
            previous is { Kind: PeriodKind.Range }
            && IsTwoYears(previous)
            && CalendarStep.IsYear(previous.Start.Year + shift)
            && CalendarStep.IsYear(previous.End.Year + shift)
        )
            return new(end, TimeKind.Anaphoric, TwoYears(previous.Start.Year + shift), Fiscal: true);
        // "FY24 … the previous financial year" is FY23, whenever that begins.
        if (previous is { Kind: PeriodKind.Year } labelled && CalendarStep.IsYear(labelled.Start.Year + shift))
            return new(end, TimeKind.Anaphoric, Period.OfYear(labelled.Start.Year + shift), Fiscal: true);
        if (published is null)
            return new(end, TimeKind.Relative, null, "no-publication-date", Fiscal: true);
        // Where only the year of writing is known, most of it lies in the fiscal year that began in it.
        if (published.Start.Year != published.End.Year)
            return new(end, TimeKind.Relative, null, "publication-date-too-coarse", Fiscal: true);
        var began = published.End.Month >= FirstMonth ? published.End.Year : published.End.Year - 1;
        var period = CalendarStep.IsYear(began + shift) && CalendarStep.IsYear(began + shift + 1) ? TwoYears(began + shift) : null;
        return new(end, TimeKind.Relative, period, period is null ? "no-such-day" : null, Fiscal: true);
    }

    /// <summary>"the first five months of 2022-23", "the first half of the current fiscal year", "Q1 of FY2023".</summary>
    private ReadTime? TryPart(int i, Period? previous)
    {
        var at = view.Is(i, "the") ? i + 1 : i;
        if (AbsoluteTimes.PartAt(view, at) is not { } part)
            return null;
        var of = view.Lower(part.End) is "of" or "in" or "," ? part.End + 1 : part.End;
        var written = AbsoluteTimes.TryOne(view, of) is { Fiscal: true } labelled ? labelled : null;
        if ((TryYear(of, previous) ?? written) is not { } year)
            return null;
        if (year.Period is not { } years)
            return year;
        // Of "fiscal 2023" alone nobody can say when it began.
        if (!IsTwoYears(years))
            return year with { Kind = TimeKind.Vague, Period = part.In(years.Start.Year) };
        return part.In(years.Start.Year) is { } calendar ? year with { Period = Later(calendar) } : null;
    }

    /// <summary>The same months of a year that begins in April.</summary>
    private static Period Later(Period calendar)
    {
        var (from, to) = (calendar.Start.PlusMonths(FirstMonth - 1), calendar.End.PlusMonths(FirstMonth - 1));
        return Period.OfRange(Period.OfMonth(from.Year, from.Month), Period.OfMonth(to.Year, to.Month));
    }

    private bool IsFiscalYear(int i) => view.Lower(i) is "fiscal" or "financial" && view.Is(i + 1, "year");

    private static Period TwoYears(int first) => Period.OfRange(Period.OfYear(first), Period.OfYear(first + 1));

    private static bool IsTwoYears(Period period) => period.Kind == PeriodKind.Range && period.SameDays(TwoYears(period.Start.Year));
}
