using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads times that are counted from the day of publication: "last year", "seven months ago", "in March", "on Thursday", "so far this year".</summary>
internal sealed partial class RelativeTimes(TokenView view, Period? published, int? governingYear = null)
{
    private const string NoDate = "no-publication-date";
    private const string TooCoarse = "publication-date-too-coarse";

    /// <summary>The times of a statement that has named the year: bare months are that year's.</summary>
    public static RelativeTimes Within(TokenView view, int year) => new(view, Period.OfDay(new LocalDate(year, 12, 31)), year);

    /// <summary>"in November", "on 4 March" in the year that governs.</summary>
    public ReadTime? TryReadIn(int i, TimeRole role)
    {
        if ((TryMonths(i) ?? TryPartIn(i, governingYear!.Value)) is { } stretch)
            return stretch;
        var monthAt = CalendarWords.MonthAt(view, i) > 0;
        if (!monthAt && (CalendarWords.SmallAt(view, i) is < 1 or > 31))
            return null;
        var bare = TryBare(i, role);
        return bare is { Kind: TimeKind.Relative } ? bare with { Kind = TimeKind.Anaphoric } : null;
    }

    public ReadTime? TryRead(int i, TimeRole role) =>
        TryMonths(i)
        ?? TryFirstMonths(i)
        ?? TryAgo(i)
        ?? TryPastStretch(i)
        ?? TrySoFar(i)
        ?? TryNamed(i)
        ?? TryDayWord(i)
        ?? TryPart(i)
        ?? TryBare(i, role);

    /// <summary>"two years ago", "a decade ago", "less than three weeks ago".</summary>
    private ReadTime? TryAgo(int i)
    {
        if (!TryLength(view, i, out var count, out var unit, out var end, out var exact))
            return null;
        if (view.Lower(end) is not ("ago" or "back") || (view.Is(end, "back") && !exact))
            return null;
        return exact ? At(end + 1, unit, -count) : new(end + 1, TimeKind.Relative, null, "inexact-length");
    }

    /// <summary>"a year", "two and a half decades", "some 20 years"; exact is false for bounds ("less than three weeks") and vague plurals.</summary>
    public static bool TryLength(TokenView view, int i, out double count, out CalendarUnit unit, out int end, out bool exact)
    {
        (count, unit, end, exact) = (1, CalendarUnit.Day, i, true);
        var at = i;
        if (view.Lower(at) is "a" or "an" && CalendarStep.UnitOf(view.Lower(at + 1)) is { } single)
        {
            (unit, end) = (single, at + 2);
            exact = IsExact(view, i);
            return view.Lower(at + 1)[^1] != 's';
        }
        if (view.Is(at, "half") && view.Is(at + 1, "a") && CalendarStep.UnitOf(view.Lower(at + 2)) is { } halved)
        {
            (count, unit, end) = (0.5, halved, at + 3);
            return halved is CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century;
        }
        if (!NumberReader.TryRead(view, at, false, out var core))
        {
            if (
                view.Lower(at) is "several" or "few" or "many" && CalendarStep.UnitOf(view.Lower(at + 1)) is { } vague
                || (view.Is(at, "a") && view.Is(at + 1, "few") && CalendarStep.UnitOf(view.Lower(at + 2)) is not null)
            )
            {
                end = view.Is(at, "a") ? at + 3 : at + 2;
                unit = CalendarStep.UnitOf(view.Lower(end - 1))!.Value;
                exact = false;
                return true;
            }
            return false;
        }
        if (CalendarStep.UnitOf(view.Lower(core.End)) is not { } found)
            return false;
        (count, unit, end) = (core.Number.Value, found, core.End + 1);
        exact = core.Form != NumberForm.Vague && IsExact(view, i);
        return true;
    }

    private static bool IsExact(TokenView view, int i) =>
        HedgeWords.ReadBefore(view, i, Math.Max(0, i - 5), out _) is Hedge.None or Hedge.Exactly;

    /// <summary>"the past five years", "the last 18 months", "the past decade", "recent years".</summary>
    private ReadTime? TryPastStretch(int i)
    {
        var at = view.Lower(i) is "the" or "these" ? i + 1 : i;
        if (view.Is(at, "recent") && CalendarStep.UnitOf(view.Lower(at + 1)) is not null)
            return new(at + 2, TimeKind.Vague, null, "vague");
        if (
            view.Lower(at) is "coming" or "next"
            && (
                CalendarStep.UnitOf(view.Lower(at + 1)) is not null && view.Lower(at + 1)[^1] == 's'
                || (TryLength(view, at + 1, out _, out _, out var ahead, out _) && ahead > at + 2)
            )
        )
            return new(
                TryLength(view, at + 1, out _, out _, out var past, out _) ? past : at + 2,
                TimeKind.Relative,
                null,
                "future-stretch"
            );
        if (view.Lower(at) is not ("past" or "last" or "previous" or "preceding"))
            return null;
        if (TryPastYear(i, at) is { } year)
            return year;
        if (CalendarStep.UnitOf(view.Lower(at + 1)) is { } one && (view.Is(at, "past") || (one is CalendarUnit.Decade && at > i)))
            return view.Lower(at + 1)[^1] == 's' ? null : Past(at + 2, one, 1);
        if (view.Lower(at) is "previous" or "preceding")
            return null;
        if (!TryLength(view, at + 1, out var count, out var unit, out var end, out var exact) || end == at + 1)
            return null;
        return exact ? Past(end, unit, count) : new(end, TimeKind.Vague, null, "inexact-length", TimeRole.During);
    }

    /// <summary>"so far this year", "this year so far", "the year to date": from the first of January to the day of publication.</summary>
    private ReadTime? TrySoFar(int i)
    {
        var end = (view.Lower(i), view.Lower(i + 1), view.Lower(i + 2), view.Lower(i + 3)) switch
        {
            ("so", "far", "this", "year") => i + 4,
            ("so", "far", "in", _) when CalendarWords.YearAt(view, i + 3) > 0 => i + 4,
            ("this", "year", "so", "far") => i + 4,
            ("the", "year", "to", "date") => i + 4,
            ("year", "to", "date", _) => i + 3,
            ("year", "-", "to", "-") when view.Is(i + 4, "date") => i + 5,
            ("earlier", "this", "year", _) => i + 3,
            _ => -1,
        };
        if (end < 0)
            return null;
        if (published is null)
            return new(end, TimeKind.Relative, null, NoDate);
        if (
            published.Kind is not (PeriodKind.Day or PeriodKind.Month)
            || (CalendarWords.YearAt(view, end - 1) is var year && year > 0 && year != published.Start.Year)
        )
            return new(end, TimeKind.Relative, null, TooCoarse);
        var first =
            published.Kind == PeriodKind.Day
                ? Period.OfDay(new LocalDate(published.Start.Year, 1, 1))
                : Period.OfMonth(published.Start.Year, 1);
        return new(end, TimeKind.Relative, first.SameDays(published) ? published : Period.OfRange(first, published), Role: TimeRole.During);
    }

    /// <summary>"last year", "this month", "next week", "last March", "last Thursday", "this summer".</summary>
    private ReadTime? TryNamed(int i)
    {
        var shift = view.Lower(i) switch
        {
            "last" => -1,
            "this" or "current" => 0,
            "next" => 1,
            _ => 2,
        };
        if (shift == 2 || view.Is(i - 1, "the") && shift != 0)
            return null;
        var at = i + 1;
        if (CalendarStep.UnitOf(view.Lower(at)) is { } unit && view.Lower(at)[^1] != 's')
            return unit is CalendarUnit.Day or CalendarUnit.Century ? null
                : unit is CalendarUnit.Decade ? Decade(at + 1, shift)
                : At(at + 1, unit, shift);
        if (CalendarWords.MonthAt(view, at) is var month and > 0)
            return NamedMonth(at + 1, month, shift);
        if (CalendarWords.WeekdayAt(view, at) is var weekday and > 0)
            return NamedWeekday(at + 1, weekday, shift);
        if (view.Lower(at) is "spring" or "summer" or "autumn" or "fall" or "winter")
            return new(at + 1, TimeKind.Vague, null, "season");
        return null;
    }

    private static Period? DecadeOf(LocalDate day, int shift)
    {
        var first = (day.Year / 10 * 10) + (10 * shift);
        return CalendarStep.IsYear(first) && CalendarStep.IsYear(first + 9)
            ? Period.OfRange(Period.OfYear(first), Period.OfYear(first + 9))
            : null;
    }

    private static Period? Weekday(LocalDate day, int weekday, int shift)
    {
        // An article speaks of the weekday before it, or of its own; "last Thursday" is never today, "next Thursday" is after today.
        var back = (((int)day.DayOfWeek - weekday) + 7) % 7;
        return shift > 0
            ? CalendarStep.At(day, CalendarUnit.Day, 7 - back)
            : CalendarStep.At(day, CalendarUnit.Day, shift < 0 && back == 0 ? -7 : -back);
    }

    private ReadTime? TryDayWord(int i) =>
        view.Lower(i) switch
        {
            "yesterday" => Resolve(i + 1, CalendarUnit.Day, day => CalendarStep.At(day, CalendarUnit.Day, -1)),
            "today" when !view.Is(i + 1, "'s") => Resolve(i + 1, CalendarUnit.Day, Period.OfDay),
            "tomorrow" => Resolve(i + 1, CalendarUnit.Day, day => CalendarStep.At(day, CalendarUnit.Day, 1)),
            _ => null,
        };

    /// <summary>"in March", "on Thursday", "on 4 March" without a year: the nearest past one, the next where the sentence looks ahead.</summary>
    private ReadTime? TryBare(int i, TimeRole role)
    {
        if (CalendarWords.WeekdayAt(view, i) is var weekday and > 0 && view[i].Length > 3)
        {
            var dated = AbsoluteTimes.TryOne(view, view.Is(i + 1, ",") ? i + 2 : i + 1);
            if (dated is { Period.Kind: PeriodKind.Day })
                return dated;
            var ahead = LooksAhead(i, i + 1);
            return NamedWeekday(i + 1, weekday, ahead ? 1 : 0);
        }
        var month = CalendarWords.MonthAt(view, i);
        if (month > 0)
        {
            var at = AbsoluteTimes.PastPoint(view, i);
            var first = CalendarWords.SmallAt(view, at);
            if (
                first is >= 1 and <= 31
                && !view.IsKind(at + 1, TokenKind.Percent)
                && view.Lower(at + 1) is not ("percent" or "per" or "million" or "billion")
            )
                return Day(CalendarWords.IsOrdinalSuffix(view, at + 1) ? at + 2 : at + 1, month, first, LooksAhead(i, at));
            // "May" and "March" alone open sentences and are names: a preposition or a determiner makes them months.
            if (
                view.Lower(i) is "may" or "march" or "mar" or "jan" or "dec" or "sun"
                && role == TimeRole.At
                && view.Lower(i - 1)
                    is not ("in" or "since" or "last" or "this" or "next" or "early" or "late" or "mid" or "of" or "by" or "until" or "-")
            )
                return null;
            // "the February summit" is February too; "Sun Tzu", "April Smith" are no months.
            if (view.IsCapitalised(i + 1) && !view.Is(i - 1, "in") && !view.IsSentenceStart(i + 1))
                return null;
            var future = LooksAhead(i, i + 1);
            return BareMonth(
                AbsoluteTimes.PastPoint(view, i) == i + 2 && view.IsSentenceStart(i + 2) ? i + 1 : AbsoluteTimes.PastPoint(view, i),
                month,
                future
            );
        }
        var number = CalendarWords.SmallAt(view, i);
        if (number is < 1 or > 31)
            return null;
        var monthAt = CalendarWords.IsOrdinalSuffix(view, i + 1) ? i + 2 : i + 1;
        monthAt = view.Is(monthAt, "of") ? monthAt + 1 : monthAt;
        month = CalendarWords.MonthAt(view, monthAt);
        return month == 0 ? null : Day(monthAt + 1, month, number, LooksAhead(i, monthAt));
    }

    // What resolves captures what it needs in a method of its own: the many words that are no time make no closure.

    private ReadTime At(int end, CalendarUnit unit, double shift) => Resolve(end, unit, day => CalendarStep.At(day, unit, shift));

    private ReadTime Past(int end, CalendarUnit unit, double count) =>
        Resolve(end, unit, day => CalendarStep.Past(day, unit, count, published!.Kind == PeriodKind.Day), TimeRole.During);

    private ReadTime Decade(int end, int shift) => Resolve(end, CalendarUnit.Decade, day => DecadeOf(day, shift));

    private ReadTime NamedWeekday(int end, int weekday, int shift) => Resolve(end, CalendarUnit.Day, day => Weekday(day, weekday, shift));

    private ReadTime BareMonth(int end, int month, bool future) => Resolve(end, CalendarUnit.Month, day => Nearest(day, month, future));

    private ReadTime NamedMonth(int end, int month, int shift) =>
        Resolve(
            end,
            CalendarUnit.Month,
            day =>
                Period.OfMonth(
                    day.Year
                        + (
                            shift < 0 ? (month < day.Month ? 0 : -1)
                            : shift > 0 && month <= day.Month ? 1
                            : 0
                        ),
                    month
                )
        );

    private ReadTime Day(int end, int month, int day, bool future) =>
        Resolve(
            end,
            CalendarUnit.Month,
            now => Nearest(now, month, future) is { } found ? CalendarStep.Date(found.Start.Year, month, day) : null
        );

    private Period? Nearest(LocalDate day, int month, bool future)
    {
        var year =
            governingYear is { } governing ? governing
            : future ? (month >= day.Month ? day.Year : day.Year + 1)
            : month <= day.Month ? day.Year
            : day.Year - 1;
        return CalendarStep.IsYear(year) ? Period.OfMonth(year, month) : null;
    }

    private bool LooksAhead(int first, int end)
    {
        var from = first;
        while (from > 0 && first - from < 8 && !view.IsSentenceStart(from))
            from--;
        for (var i = from; i < Math.Min(view.Count, end + 4) && !(i > end && view.IsSentenceStart(i)); i++)
            if (
                view.Lower(i) is "will" or "shall"
                || (i < first && view.Lower(i) is "scheduled" or "expected" or "plans" or "upcoming" or "due")
                || (i < first && view.Is(i, "to") && view.Lower(i - 1) is "set" or "is" or "are")
            )
                return true;
        return false;
    }

    private ReadTime Resolve(int end, CalendarUnit unit, Func<LocalDate, Period?> resolve, TimeRole? role = null)
    {
        if (published is null)
            return new(end, TimeKind.Relative, null, NoDate, role);
        var fine = published.Kind switch
        {
            PeriodKind.Day => true,
            PeriodKind.Month => unit
                is CalendarUnit.Month
                    or CalendarUnit.Quarter
                    or CalendarUnit.Year
                    or CalendarUnit.Decade
                    or CalendarUnit.Century,
            PeriodKind.Quarter => unit is CalendarUnit.Quarter or CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century,
            _ => published.Start.Year == published.End.Year && unit is CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century,
        };
        if (!fine)
            return new(end, TimeKind.Relative, null, TooCoarse, role);
        var period = resolve(published.End);
        return new(end, TimeKind.Relative, period, period is null ? "no-such-day" : null, role);
    }
}
