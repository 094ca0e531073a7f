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
internal static class AbsoluteTimes
{
    public static ReadTime? TryRead(TokenView view, int i) => TryRange(view, i) ?? TryPart(view, i) ?? TryOne(view, i);

    /// <summary>A single date, month or year with its year written.</summary>
    public static ReadTime? TryOne(TokenView view, int i) =>
        TryIso(view, i) ?? TryDayMonth(view, i) ?? TryMonthDay(view, i) ?? TryMonthYear(view, i) ?? TryDecade(view, i) ?? TryYear(view, i);

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

    /// <summary>Parts of a written year: "Q1 2022", "first quarter of 2022", "H1 2022", "first eleven months of 2023", "early 2024", "end of 2023", "summer of 2022".</summary>
    private static ReadTime? TryPart(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (view.Is(i, "the"))
            return
                view.Lower(i + 1)
                    is "first"
                        or "second"
                        or "third"
                        or "fourth"
                        or "last"
                        or "final"
                        or "early"
                        or "late"
                        or "end"
                        or "beginning"
                        or "start"
                        or "middle"
                        or "close"
                        or "turn"
                        or "spring"
                        or "summer"
                        or "autumn"
                        or "fall"
                        or "winter"
                        or "opening"
                        or "latter"
                || DecadeAt(view, i + 1) is not null
                || view.IsNumber(i + 1)
                ? TryPart(view, i + 1) ?? TryDecade(view, i + 1)
                : null;
        if (PartAt(view, i) is { } part)
        {
            var at = view.Lower(part.End) is "of" or "," ? part.End + 1 : part.End;
            var year = CalendarWords.YearAt(view, at);
            return year > 0 && part.In(year) is { } period ? new(at + 1, TimeKind.Absolute, period) : null;
        }
        if (lower is "early" or "late" or "mid" or "spring" or "summer" or "autumn" or "fall" or "winter")
        {
            var at = view.PastHyphen(i + 1);
            if (view.Lower(at) is "in" or "of")
                at++;
            if (view.Is(at, "the"))
                at++;
            if (lower == "fall" && view.IsWord(at - 1) && !view.Is(at - 1, "of") && at - 1 != i)
                return null;
            return TryOne(view, at) is { Period: not null } one && one.Period.Kind is not PeriodKind.Day
                ? one with
                {
                    Kind = TimeKind.Vague,
                }
                : null;
        }
        if (lower is "end" or "beginning" or "start" or "middle" or "close" or "outset" && view.Is(i + 1, "of"))
        {
            var at = view.Is(i + 2, "the") ? i + 3 : i + 2;
            return TryOne(view, at) is { Period: not null } one ? one with { Kind = TimeKind.Vague } : null;
        }
        return null;
    }

    /// <summary>A part of a year without the year: where it ends, and the period it makes of one.</summary>
    public sealed record YearPart(int End, Func<int, Period?> In);

    public static YearPart? PartAt(TokenView view, int i)
    {
        var lower = view.Lower(i);
        if (lower.Length == 2 && lower[0] is 'q' or 'h' && lower[1] is >= '1' and <= '4' && view.HasUpper(i))
        {
            var number = lower[1] - '0';
            if (lower[0] == 'q')
                return QuarterOf(i + 1, number);
            return number <= 2 ? HalfOf(i + 1, number) : null;
        }
        var ordinal = lower switch
        {
            "first" or "opening" => 1,
            "second" or "latter" => 2,
            "third" => 3,
            "fourth" or "last" or "final" => 4,
            _ => 0,
        };
        if (ordinal == 0)
            return null;
        switch (view.Lower(i + 1))
        {
            case "quarter":
                return QuarterOf(i + 2, ordinal);
            case "half" when lower is not ("third" or "fourth" or "final" or "last"):
                return HalfOf(i + 2, ordinal);
        }
        if (
            lower is not ("first" or "last" or "final" or "opening")
            || !NumberReader.TryRead(view, i + 1, false, out var count)
            || count.Number.Value is < 2 or > 11
            || view.Lower(count.End) is not ("months" or "quarters")
        )
            return null;
        var quarters = view.Is(count.End, "quarters");
        var months = (int)count.Number.Value * (quarters ? 3 : 1);
        if (months > 11 || count.Number.Value % 1 != 0)
            return null;
        return lower is "first" or "opening" ? MonthsOf(count.End + 1, 1, months) : MonthsOf(count.End + 1, 13 - months, 12);
    }

    // Methods of their own, so that what a word which is no part of a year costs is no closure.
    private static YearPart QuarterOf(int end, int quarter) => new(end, year => Period.OfQuarter(year, quarter));

    private static YearPart HalfOf(int end, int half) => new(end, year => Period.OfHalf(year, half));

    private static YearPart MonthsOf(int end, int from, int to) =>
        new(end, year => Period.OfRange(Period.OfMonth(year, from), Period.OfMonth(year, to)));

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
