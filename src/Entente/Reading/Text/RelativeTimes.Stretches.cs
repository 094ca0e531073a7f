using Entente.Quantities;
using NodaTime;

namespace Entente.Reading.Text;

/// <summary>The part that knows stretches of months whose year is not written: "from January to March of this year", "April–August", "the first half".</summary>
internal sealed partial class RelativeTimes
{
    /// <summary>"January to March of this year", "between January and September", "April-August", "up to May inclusive".</summary>
    private ReadTime? TryMonths(int i)
    {
        var opening = view.Lower(i) is "from" or "between";
        var start = opening ? i + 1 : i;
        start = view.Lower(start) is "early" or "late" or "mid" ? view.PastHyphen(start + 1) : start;
        var first = CalendarWords.MonthAt(view, start);
        if (first == 0)
            return null;
        var at = AbsoluteTimes.PastPoint(view, start);
        if (TryInclusive(i, first, at) is { } inclusive)
            return inclusive;
        var joined =
            view.IsDash(at) || view.Lower(at) is "to" or "through" or "until" or "till" || (view.Is(at, "up") && view.Is(at + 1, "to"));
        // "July and August" are one stretch only where they follow on each other, or "between" says so.
        var next = view.Is(at, "up") ? at + 2 : at + 1;
        var last = CalendarWords.MonthAt(view, next);
        if (last == 0 || last == first || (!joined && !(view.Is(at, "and") && (view.Is(i, "between") || last == (first % 12) + 1))))
            return null;
        // "March 4", "April 2021": a day or a year of its own is read elsewhere.
        var end = AbsoluteTimes.PastPoint(view, next);
        if (end == next + 2 && view.IsSentenceStart(end) && !view.IsWord(end))
            end = next + 1;
        if (CalendarWords.SmallAt(view, end) is >= 1 and <= 31 && !IsAmountAt(end))
            return null;
        return Months(
            first,
            last,
            view.Is(end, "inclusive") ? end + 1 : end,
            opening || joined ? TimeRole.During : null,
            LooksAhead(i, end)
        ) with
        {
            Cumulative = AbsoluteTimes.IsSummed(view, i, first),
        };
    }

    /// <summary>"up to May inclusive": the months of the year up to it.</summary>
    private ReadTime? TryInclusive(int i, int month, int at)
    {
        var inclusive = view.Is(at, "inclusive") || (view.Is(at, ",") && view.Is(at + 1, "inclusive"));
        if (!inclusive || !(view.Is(i - 1, "to") || view.Lower(i - 1) is "through" or "until" or "till"))
            return null;
        return Months(1, month, view.Is(at, ",") ? at + 2 : at + 1, TimeRole.During, false) with { Cumulative = true };
    }

    /// <summary>"the first months of this year", with "up to May" after it or without: vague, and never the whole year.</summary>
    private ReadTime? TryFirstMonths(int i)
    {
        var at = view.Is(i, "the") ? i + 1 : i;
        if (view.Lower(at) is not ("first" or "early" or "opening") || !view.Is(at + 1, "months"))
            return null;
        var end = at + 2;
        if (YearWords(ref end) is not 0)
            return null;
        var next = view.Lower(end) is "," or "(" ? end + 1 : end;
        next =
            view.Is(next, "up") && view.Is(next + 1, "to") ? next + 2
            : view.Lower(next) is "through" or "until" or "to" ? next + 1
            : -1;
        if (next > 0 && CalendarWords.MonthAt(view, next) is var last and > 0)
            return MonthsTo(view.Is(next + 1, "inclusive") ? next + 2 : next + 1, last);
        var vague = Resolve(
            end,
            CalendarUnit.Month,
            day => Period.OfRange(Period.OfMonth(day.Year, 1), Period.OfMonth(day.Year, day.Month)),
            TimeRole.During
        );
        return vague.Period is null ? vague : vague with { Kind = TimeKind.Vague };
    }

    private ReadTime MonthsTo(int end, int last) =>
        Resolve(end, CalendarUnit.Year, day => Stretch(day.Year, 1, last), TimeRole.During) with
        {
            Cumulative = true,
        };

    private ReadTime Months(int first, int last, int end, TimeRole? role, bool future)
    {
        var shift = YearWords(ref end);
        if (shift is null && governingYear is { } governing)
            return new(end, TimeKind.Anaphoric, Stretch(governing, first, last), Role: role);
        return Resolve(
            end,
            shift is null ? CalendarUnit.Month : CalendarUnit.Year,
            day =>
            {
                if (shift is { } stated)
                    return Stretch(day.Year + stated, first, last);
                // The last such stretch that was over by the day of writing, or the next one where the sentence looks ahead.
                var period = Stretch(day.Year, first, last);
                var written = published!.Start;
                return future
                    ? period is not null && period.End < written
                        ? Stretch(day.Year + 1, first, last)
                        : period
                    : period is not null && period.End >= written
                        ? Stretch(day.Year - 1, first, last)
                        : period;
            },
            role
        );
    }

    /// <summary>A stretch over the turn of the year is named for the year it ends in.</summary>
    private static Period? Stretch(int year, int first, int last)
    {
        var from = first > last ? year - 1 : year;
        return CalendarStep.IsYear(from) && CalendarStep.IsYear(year)
            ? Period.OfRange(Period.OfMonth(from, first), Period.OfMonth(year, last))
            : null;
    }

    /// <summary>"of this year", "last year", "of the current year" after a part of a year: how far that year is from the one of writing; null where there are no such words.</summary>
    private int? YearWords(ref int end)
    {
        var at = view.Is(end, ",") && view.Lower(end + 1) is "this" or "last" ? end + 1 : end;
        at = view.Lower(at) is "of" or "in" ? at + 1 : at;
        at = view.Is(at, "the") ? at + 1 : at;
        if (!view.Is(at + 1, "year"))
            return null;
        int? shift = view.Lower(at) switch
        {
            "this" or "current" or "present" => 0,
            "last" or "past" => -1,
            "next" or "coming" => 1,
            _ => null,
        };
        if (shift is not null)
            end = at + 2;
        return shift;
    }

    /// <summary>"the third quarter", "the first half of this year", "first eleven months of last year": the year comes from the publication.</summary>
    private ReadTime? TryPart(int i)
    {
        var at = view.Is(i, "the") ? i + 1 : i;
        if (AbsoluteTimes.PartAt(view, at) is not { } part)
            return null;
        var end = part.End;
        var shift = YearWords(ref end);
        // "the first quarter of the year"
        if (shift is null && view.Is(end, "of") && view.Is(end + 1, "the") && view.Is(end + 2, "year"))
            (shift, end) = (0, end + 3);
        if (view.Is(end, "of") && shift is null)
            return null;
        return Part(part, end, shift, LooksAhead(i, end));
    }

    private ReadTime Part(AbsoluteTimes.YearPart part, int end, int? shift, bool future) =>
        Resolve(
            end,
            shift is null ? CalendarUnit.Quarter : CalendarUnit.Year,
            day =>
            {
                if (!CalendarStep.IsYear(day.Year + (shift ?? 0) - 1))
                    return null;
                var period = part.In(day.Year + (shift ?? 0));
                if (shift is not null || period is null || future)
                    return period;
                // A quarter that has not begun by the day of writing is last year's, and so are months and halves that are not over.
                return period.Start > day || (period.Kind is not PeriodKind.Quarter && period.End >= published!.Start)
                    ? part.In(day.Year - 1)
                    : period;
            }
        );

    /// <summary>"the first half" in a statement that has named its year.</summary>
    private ReadTime? TryPartIn(int i, int year)
    {
        var at = view.Is(i, "the") ? i + 1 : i;
        if (AbsoluteTimes.PartAt(view, at) is not { } part)
            return null;
        var end = part.End;
        return YearWords(ref end) is not null || view.Is(end, "of") ? null : new(end, TimeKind.Anaphoric, part.In(year));
    }

    /// <summary>
    /// "the past year", "the past twelve months": the twelve months before the day of writing, given as the calendar year that most of them
    /// lie in, since yearly figures are what there is; "in the last year" is the year before, as speakers set it against "this year". "last
    /// year" without an article is <see cref="TryNamed"/>'s.
    /// </summary>
    private ReadTime? TryPastYear(int i, int at)
    {
        if (view.Lower(at) is not ("past" or "last"))
            return null;
        var end = at + 2;
        if (view.Is(at + 1, "year"))
        {
            // "the last year of the war" is no stretch before today.
            if (
                view.Is(at, "last")
                && (
                    at == i
                    || view.Lower(end) is "of" or "that" or "before" or "for" or "when" or "in"
                    || view.Lower(i - 1) is not ("in" or "over" or "during" or "within" or "for" or "throughout")
                )
            )
                return null;
        }
        else if (
            TryLength(view, at + 1, out var count, out var unit, out end, out var exact)
            && exact
            && unit == CalendarUnit.Month
            && count == 12
        )
        {
            if (view.Is(end, "of"))
                return null;
        }
        else
            return null;
        var year = PastYear(end, view.Is(end - 2, "last"));
        return year.Period is null ? year : year with { Kind = TimeKind.Vague };
    }

    private ReadTime PastYear(int end, bool last) =>
        Resolve(
            end,
            CalendarUnit.Year,
            day =>
                CalendarStep.At(
                    day,
                    CalendarUnit.Year,
                    published!.Kind is PeriodKind.Day or PeriodKind.Month && day.Month > 6 && !last ? 0 : -1
                ),
            TimeRole.During
        );

    private bool IsAmountAt(int i) =>
        view.IsKind(i + 1, TokenKind.Percent) || view.Lower(i + 1) is "percent" or "per" or "million" or "billion" or "trillion" or "bn";
}
