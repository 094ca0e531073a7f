using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>A time read at a token, before its preposition is.</summary>
/// <param name="End">One past its last token.</param>
/// <param name="Kind">How it was written.</param>
/// <param name="Period">What it means; null where that cannot be said.</param>
/// <param name="Unresolved">Why not.</param>
/// <param name="Role">The role that its own words give it, where they do.</param>
/// <param name="EventId">The event it is anchored on.</param>
/// <param name="Fiscal">A fiscal year, or a part of one.</param>
/// <param name="Cumulative">Months that a figure is summed over.</param>
internal sealed record ReadTime(
    int End,
    TimeKind Kind,
    Period? Period,
    string? Unresolved = null,
    TimeRole? Role = null,
    string? EventId = null,
    bool Fiscal = false,
    bool Cumulative = false
);

/// <summary>Reads times that need nothing but themselves: dates, months, quarters, halves, years, decades and ranges of them.</summary>
internal static partial class AbsoluteTimes
{
    public static ReadTime? TryRead(TokenView view, int i) => TryRange(view, i) ?? TryPart(view, i) ?? TryOne(view, i);

    /// <summary>A single date, month or year with its year written.</summary>
    public static ReadTime? TryOne(TokenView view, int i) =>
        TryIso(view, i)
        ?? TryDotted(view, i)
        ?? TryDayMonth(view, i)
        ?? TryMonthDay(view, i)
        ?? TryMonthYear(view, i)
        ?? TryDecade(view, i)
        ?? TryYear(view, i);

    private static ReadTime? TryIso(TokenView view, int i)
    {
        var year = CalendarWords.YearAt(view, i);
        if (year == 0 || !view.IsHyphen(i + 1) || view[i + 2].Length != 2 || view.Text(i + 1)[0] != '-')
            return null;
        var month = CalendarWords.SmallAt(view, i + 2);
        if (view.IsHyphen(i + 3) && CalendarWords.SmallAt(view, i + 4) is var day and > 0)
            return CalendarStep.Date(year, month, day) is { } date
                ? new(i + 5, TimeKind.Absolute, date)
                : new(i + 5, TimeKind.Absolute, null, "no-such-day");
        // "2012-13" counts on; only what cannot be the next year is a month.
        return month is >= 1 and <= 12 && month != (year + 1) % 100 && !view.IsWord(i + 3)
            ? new(i + 3, TimeKind.Absolute, Period.OfMonth(year, month))
            : null;
    }

    /// <summary>"04.02.2022": with points the day comes first everywhere.</summary>
    private static ReadTime? TryDotted(TokenView view, int i)
    {
        if (!view.IsNumber(i) || view[i].Length is < 8 or > 10)
            return null;
        var text = view.Text(i).AsSpan();
        var (first, last) = (text.IndexOf('.'), text.LastIndexOf('.'));
        return
            first is 1 or 2
            && last - first is 2 or 3
            && text.Length - last == 5
            && int.TryParse(text[..first], out var day)
            && int.TryParse(text[(first + 1)..last], out var month)
            && int.TryParse(text[(last + 1)..], out var year)
            && year is >= 1800 and <= 2100
            ? new(i + 1, TimeKind.Absolute, CalendarStep.Date(year, month, day), "no-such-day")
            : null;
    }

    /// <summary>"4 February 2022", "4th of February, 2022", "4–20 February 2022".</summary>
    private static ReadTime? TryDayMonth(TokenView view, int i)
    {
        var first = CalendarWords.SmallAt(view, i);
        if (first is < 1 or > 31)
            return null;
        var at = CalendarWords.IsOrdinalSuffix(view, i + 1) ? i + 2 : i + 1;
        var last = -1;
        if ((view.IsDash(at) || view.Lower(at) is "to") && CalendarWords.SmallAt(view, at + 1) is var second and > 0 and <= 31)
        {
            last = second;
            at = CalendarWords.IsOrdinalSuffix(view, at + 2) ? at + 3 : at + 2;
        }
        if (view.Is(at, "of"))
            at++;
        var month = CalendarWords.MonthAt(view, at);
        if (month == 0)
            return null;
        at = PastPoint(view, at);
        var yearAt = view.Is(at, ",") ? at + 1 : at;
        var year = CalendarWords.YearAt(view, yearAt);
        return year == 0 ? null : Days(yearAt + 1, year, month, first, last);
    }

    /// <summary>"February 4, 2022", "Feb. 4th 2022", "February 4–20, 2022".</summary>
    private static ReadTime? TryMonthDay(TokenView view, int i)
    {
        var month = CalendarWords.MonthAt(view, i);
        if (month == 0)
            return null;
        var at = PastPoint(view, i);
        var first = CalendarWords.SmallAt(view, at);
        if (first is < 1 or > 31)
            return null;
        at = CalendarWords.IsOrdinalSuffix(view, at + 1) ? at + 2 : at + 1;
        var last = -1;
        if (view.IsDash(at) && CalendarWords.SmallAt(view, at + 1) is var second and > 0 and <= 31)
            (last, at) = (second, at + 2);
        var yearAt = view.Is(at, ",") ? at + 1 : at;
        var year = CalendarWords.YearAt(view, yearAt);
        return year == 0 ? null : Days(yearAt + 1, year, month, first, last);
    }

    private static ReadTime Days(int end, int year, int month, int first, int last)
    {
        var from = CalendarStep.Date(year, month, first);
        var to = last > 0 ? CalendarStep.Date(year, month, last) : null;
        if (from is null || (last > 0 && (to is null || last < first)))
            return new(end, TimeKind.Absolute, null, "no-such-day");
        return new(end, TimeKind.Absolute, to is null ? from : Period.OfRange(from, to));
    }

    /// <summary>"March 2023", "March of 2023", "Mar. 2023"; "early March 2023" comes here after its adverb.</summary>
    private static ReadTime? TryMonthYear(TokenView view, int i)
    {
        var month = CalendarWords.MonthAt(view, i);
        if (month == 0)
            return null;
        var at = PastPoint(view, i);
        at = view.Lower(at) is "of" or "," ? at + 1 : at;
        var year = CalendarWords.YearAt(view, at);
        return year == 0 ? null : new(at + 1, TimeKind.Absolute, Period.OfMonth(year, month));
    }

    /// <summary>"1990s", "1960s to the 1980s", "’90s".</summary>
    private static ReadTime? TryDecade(TokenView view, int i)
    {
        if (DecadeAt(view, i) is not { } from)
            return null;
        var end = i + 2;
        var to = from;
        if (view.IsDash(end) || view.Lower(end) is "to" or "and" or "through" or "until")
        {
            var next = view.Is(end + 1, "the") ? end + 2 : end + 1;
            if (view.Lower(next) is "early" or "late" or "mid")
                next = view.PastHyphen(next + 1);
            if (
                DecadeAt(view, next) is { } later
                && later > from
                && (!view.Is(end, "and") || later == from + 10 || view.Lower(i - 1) is "between" || view.Lower(i - 2) is "between")
            )
                (to, end) = (later, next + 2);
        }
        return new(end, TimeKind.Vague, Period.OfRange(Period.OfYear(from), Period.OfYear(to + 9)));
    }

    private static int? DecadeAt(TokenView view, int i)
    {
        if (view.Lower(i + 1) is not ("s" or "'s") || !view.Touches(i))
            return null;
        if (CalendarWords.YearAt(view, i) is var year && year > 0)
            return year % 10 == 0 ? year : null;
        return CalendarWords.SmallAt(view, i) is var small and >= 10 && small % 10 == 0 && view.IsKind(i - 1, TokenKind.Quote)
            ? (small <= 30 ? 2000 : 1900) + small
            : null;
    }

    /// <summary>"2022", "2012–13", "2014-2021", "fiscal 2023-24", "FY2023".</summary>
    public static ReadTime? TryYear(TokenView view, int i)
    {
        if (FiscalTimes.TryLabelled(view, i) is { } fiscal)
            return fiscal;
        var year = CalendarWords.YearAt(view, i);
        if (year == 0 || !NumberExclusions.TryFind(view, i, out _, out var end, out var reason) || reason != "year")
            return null;
        // Prices "in 2022 dollars" are dated, not the statement.
        if (view.Lower(end) is "dollars" or "prices" or "euros" or "pounds" || (view.Is(end, "us") && view.Is(end + 1, "dollars")))
            return null;
        if (end == i + 3)
        {
            var written = view.Text(i + 2);
            var last = int.Parse(written, System.Globalization.CultureInfo.InvariantCulture);
            var to = written.Length == 2 ? (year / 100 * 100) + last : last;
            if (to > year && to - year < 200)
                return new(
                    end,
                    TimeKind.Absolute,
                    Period.OfRange(Period.OfYear(year), Period.OfYear(to)),
                    Fiscal: written.Length == 2 && to == year + 1
                );
            return new(i + 1, TimeKind.Absolute, Period.OfYear(year));
        }
        return new(i + 1, TimeKind.Absolute, Period.OfYear(year));
    }

    /// <summary>"from 2014 to 2021", "between March and May 2022", "January–November 2023".</summary>
    private static ReadTime? TryRange(TokenView view, int i)
    {
        var opening = view.Lower(i) is "from" or "between";
        var start = opening ? i + 1 : i;
        if (view.Is(start, "the"))
            start++;
        if (TryOne(view, start) is { Period: not null } from)
        {
            var joined = opening
                ? view.Is(i, "between")
                    ? view.Is(from.End, "and")
                    : view.Lower(from.End) is "to" or "until" or "through" or "till"
                : view.Is(from.End, "to") || view.Is(from.End, "through");
            if (!joined && !(view.IsDash(from.End) && from.Period.Kind is not PeriodKind.Range))
                return null;
            var next = view.Is(from.End + 1, "the") ? from.End + 2 : from.End + 1;
            if (
                TryOne(view, next) is { Period: not null } to
                && to.Period.End > from.Period.End
                && to.Period.Start >= from.Period.Start
                && (opening || from.Period.Kind == to.Period.Kind)
            )
                return new(
                    to.End,
                    from.Kind == TimeKind.Vague ? TimeKind.Vague : TimeKind.Absolute,
                    Join(from.Period, to.Period),
                    Role: opening ? TimeRole.During : null
                );
            // "from January 2023 to March"
            if (
                joined
                && from.Period.Kind == PeriodKind.Month
                && CalendarWords.MonthAt(view, from.End + 1) is var later
                && later > from.Period.Start.Month
                && CalendarWords.SmallAt(view, from.End + 2) < 0
            )
                return new(
                    from.End + 2,
                    TimeKind.Absolute,
                    Period.OfRange(from.Period, Period.OfMonth(from.Period.Start.Year, later)),
                    Role: TimeRole.During
                );
            return null;
        }
        // "between 4 and 6 February 2022"
        if (
            opening
            && CalendarWords.SmallAt(view, start) is >= 1 and <= 31 and var day
            && view.Lower(start + 1) is "and" or "to"
            && TryDayMonth(view, start + 2) is { Period: { Kind: PeriodKind.Day } until } days
            && day < until.Start.Day
        )
            return days with
            {
                Period = Period.OfRange(Period.OfDay(new(until.Start.Year, until.Start.Month, day)), until),
                Role = TimeRole.During,
            };
        // Months or days that share the year written after the second.
        var month = CalendarWords.MonthAt(view, start);
        if (month == 0)
            return null;
        var at = PastPoint(view, start);
        if (!view.IsDash(at) && view.Lower(at) is not ("to" or "and" or "through" or "until"))
            return null;
        if (view.Is(at, "and") && !opening && CalendarWords.MonthAt(view, at + 1) != month + 1)
            return null;
        if (
            CalendarWords.MonthAt(view, at + 1) is var second && second == month
            || TryMonthYear(view, at + 1) is not { Period: { } end } last
        )
            return null;
        // "November to February 2023" begins in the year before.
        return new(
            last.End,
            TimeKind.Absolute,
            Period.OfRange(Period.OfMonth(second < month ? end.Start.Year - 1 : end.Start.Year, month), end),
            Role: opening ? TimeRole.During : null,
            Cumulative: IsSummed(view, i, month)
        );
    }

    /// <summary>Statistics run from January, or "from" a month "to" one; "between March and December" is as often what happened from the one to the other.</summary>
    public static bool IsSummed(TokenView view, int i, int firstMonth) => firstMonth == 1 || !view.Is(i, "between");

    private static Period Join(Period from, Period to)
    {
        // The ends of decades are their first and last years.
        var first = from.Kind == PeriodKind.Range ? Period.OfYear(from.Start.Year) : from;
        var last = to.Kind == PeriodKind.Range ? Period.OfYear(to.End.Year) : to;
        return Period.OfRange(first, last);
    }

    public static int PastPoint(TokenView view, int i) =>
        view.Is(i + 1, ".") && view.Touches(i) && view.Lower(i).Length is 3 or 4 ? i + 2 : i + 1;
}
