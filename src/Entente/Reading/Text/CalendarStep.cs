using Entente.Quantities;
using NodaTime;

namespace Entente.Reading.Text;

/// <summary>A unit of the calendar that a text steps by.</summary>
internal enum CalendarUnit
{
    Day,
    Week,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// <summary>Steps over the calendar, with no step out of the years that a <see cref="Period"/> can hold.</summary>
internal static class CalendarStep
{
    public static CalendarUnit? UnitOf(string lower) =>
        lower switch
        {
            "day" or "days" => CalendarUnit.Day,
            "week" or "weeks" => CalendarUnit.Week,
            "month" or "months" => CalendarUnit.Month,
            "quarter" or "quarters" => CalendarUnit.Quarter,
            "year" or "years" => CalendarUnit.Year,
            "decade" or "decades" => CalendarUnit.Decade,
            "century" or "centuries" => CalendarUnit.Century,
            _ => null,
        };

    /// <summary>The calendar unit that a day lies in, moved by a number of units: this week, last month, ten years ago. Null outside the years 1 to 9998.</summary>
    public static Period? At(LocalDate day, CalendarUnit unit, double shift)
    {
        if (!double.IsFinite(shift) || Math.Abs(shift) > 9000)
            return null;
        var whole = (int)Math.Round(shift);
        // "two and a half years ago" lands in a month, as years have halves.
        if (shift != whole && unit is CalendarUnit.Year or CalendarUnit.Decade)
            return At(day, CalendarUnit.Month, shift * (unit == CalendarUnit.Year ? 12 : 120));
        var year = day.Year;
        switch (unit)
        {
            case CalendarUnit.Day:
                return Checked(day, whole, d => Period.OfDay(d));
            case CalendarUnit.Week:
                return Checked(day, 7 * whole, d => WeekOf(d));
            case CalendarUnit.Month:
                var month = (12 * year) + day.Month - 1 + whole;
                return IsYear(month / 12) && month >= 0 ? Period.OfMonth(month / 12, (month % 12) + 1) : null;
            case CalendarUnit.Quarter:
                var quarter = (4 * year) + ((day.Month - 1) / 3) + whole;
                return IsYear(quarter / 4) && quarter >= 0 ? Period.OfQuarter(quarter / 4, (quarter % 4) + 1) : null;
            case CalendarUnit.Year:
                return IsYear(year + whole) ? Period.OfYear(year + whole) : null;
            default:
                var years = unit == CalendarUnit.Decade ? 10 : 100;
                return whole == 0 ? null
                    : IsYear(year + (years * whole)) ? Period.OfYear(year + (years * whole))
                    : null;
        }
    }

    /// <summary>The stretch of a number of units up to a day, the unit of the day included ("over the past five years" of 2024 is 2019..2024).</summary>
    public static Period? Past(LocalDate day, CalendarUnit unit, double count, bool dayKnown)
    {
        if (unit is CalendarUnit.Decade or CalendarUnit.Century)
            (unit, count) = (CalendarUnit.Year, count * (unit == CalendarUnit.Decade ? 10 : 100));
        var (from, to) = (At(day, unit, -count), At(day, unit, 0));
        if (from is null || to is null || (unit is CalendarUnit.Day or CalendarUnit.Week && !dayKnown))
            return null;
        return Period.OfRange(
            from.Kind == PeriodKind.Range ? Period.OfDay(from.Start) : from,
            to.Kind == PeriodKind.Range ? Period.OfDay(day) : to
        );
    }

    public static Period? Date(int year, int month, int day) =>
        IsYear(year) && month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? Period.OfDay(new LocalDate(year, month, day))
            : null;

    public static bool IsYear(int year) => year is >= 1 and <= 9998;

    /// <summary>Monday to Sunday.</summary>
    private static Period WeekOf(LocalDate day)
    {
        var monday = day.PlusDays(1 - (int)day.DayOfWeek);
        return Period.OfRange(Period.OfDay(monday), Period.OfDay(monday.PlusDays(6)));
    }

    private static Period? Checked(LocalDate day, int days, Func<LocalDate, Period> make)
    {
        if (Math.Abs(days) > 1_000_000)
            return null;
        var moved = day.PlusDays(days);
        return moved.Year is > 1 and < 9998 ? make(moved) : null;
    }
}
