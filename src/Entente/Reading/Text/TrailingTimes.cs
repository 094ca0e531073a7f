using Entente.Quantities;
using NodaTime;

namespace Entente.Reading.Text;

/// <summary>
/// Reads stretches that are named by their length and their end: "the five years to 2023", "the 12 months to June", "the year ended March 31,
/// 2023", "the year through November". Months are counted with the last one in; of years both ends are kept, as what grew "in the five years to
/// 2023" grew from 2018.
/// </summary>
internal sealed class TrailingTimes(TokenView view, RelativeTimes relative)
{
    public ReadTime? TryRead(int i)
    {
        var at = view.Lower(i) is "the" or "a" ? i + 1 : i;
        var (count, unit, end) = (1.0, CalendarUnit.Year, at + 2);
        if (view.Lower(at) is not ("fiscal" or "financial") || !view.Is(at + 1, "year"))
        {
            if (CalendarStep.UnitOf(view.Lower(at)) is { } single)
            {
                if (view.Lower(at)[^1] == 's')
                    return null;
                (unit, end) = (single, at + 1);
            }
            else if (
                !(view.IsNumber(at) || NumberWords.Cardinals.ContainsKey(view.Lower(at)))
                || !RelativeTimes.TryLength(view, at, out count, out unit, out end, out var exact)
                || !exact
            )
                return null;
        }
        var last = EndAfter(end);
        if (last < 0 || count % 1 != 0 || count < 1 || Last(last) is not { Period: { } period } time)
            return null;
        return Stretch(period, unit, count, view.Is(end, "to")) is { } stretch
            ? time with
            {
                Period = stretch,
                Role = TimeRole.During,
                Cumulative = stretch.Kind == PeriodKind.Range && stretch.End < stretch.Start.PlusMonths(12),
            }
            : null;
    }

    /// <summary>Where the last day, month or year stands, after "to", "ending in", "that ended on"; −1 where no such words are.</summary>
    private int EndAfter(int at)
    {
        if (view.Lower(at) is "to" or "through")
            return at + 1;
        if (view.Is(at, "up") && view.Is(at + 1, "to"))
            return at + 2;
        if (view.Lower(at) is "that" or "which")
            at++;
        if (view.Lower(at) is not ("ending" or "ended" or "ends"))
            return -1;
        return view.Lower(at + 1) is "in" or "on" or "at" or "with" ? at + 2 : at + 1;
    }

    private ReadTime? Last(int at)
    {
        if (view.Is(at, "the"))
            at++;
        if (view.Is(at, "end") && (view.Is(at + 1, "of") || view.IsHyphen(at + 1)))
            at += 2;
        if ((AbsoluteTimes.TryPart(view, at) ?? AbsoluteTimes.TryOne(view, at)) is { Period.Kind: not PeriodKind.Range } one)
            return one;
        // "the twelve months to June"
        return CalendarWords.MonthAt(view, at) > 0 && relative.TryRead(at, TimeRole.At) is { Period.Kind: not PeriodKind.Range } bare
            ? bare
            : null;
    }

    private static Period? Stretch(Period last, CalendarUnit unit, double count, bool to)
    {
        if (count > 1000)
            return null;
        var years = unit switch
        {
            CalendarUnit.Year => (int)count,
            CalendarUnit.Decade => (int)count * 10,
            CalendarUnit.Century => (int)count * 100,
            _ => 0,
        };
        if (last.Kind == PeriodKind.Year)
        {
            if (years == 0 || !CalendarStep.IsYear(last.Start.Year - years))
                return null;
            return years > 1 ? Period.OfRange(Period.OfYear(last.Start.Year - years), last)
                : to ? null
                : last;
        }
        var months = years > 0 ? 12 * years : (int)count * (unit == CalendarUnit.Quarter ? 3 : 1);
        var after = last.End.PlusDays(1);
        if (!CalendarStep.IsYear(after.Year - (months / 12) - 2))
            return null;
        if (unit is CalendarUnit.Day or CalendarUnit.Week)
            return last.Kind == PeriodKind.Day
                ? Days(last.End.PlusDays(1 - ((int)count * (unit == CalendarUnit.Week ? 7 : 1))), last.End)
                : null;
        var first = after.PlusMonths(-months);
        if (after.Day != 1)
            return Days(first, last.End);
        if (months == 12 && first.Month == 1)
            return Period.OfYear(first.Year);
        return months == 1 ? null : Period.OfRange(Period.OfMonth(first.Year, first.Month), Period.OfMonth(last.End.Year, last.End.Month));
    }

    private static Period Days(LocalDate from, LocalDate to) => Period.OfRange(Period.OfDay(from), Period.OfDay(to));
}
