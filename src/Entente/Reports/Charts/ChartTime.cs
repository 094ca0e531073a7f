using System.Globalization;

namespace Entente.Reports.Charts;

/// <summary>Where a period stands on an axis of years: a year at its number, a shorter period where it begins.</summary>
public static class ChartTime
{
    public static double Of(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        if (period.IsWholeYear)
            return period.Start.Year;
        // A window of several years stands at its last.
        if (NodaTime.Period.DaysBetween(period.Start, period.End) > 366)
            return period.End.Year;
        var days = NodaTime.CalendarSystem.Iso.GetDaysInYear(period.Start.Year);
        return period.Start.Year + ((period.Start.DayOfYear - 1) / (double)days);
    }

    /// <summary>The place of a date as the record prints it; null where it is none (`undated`).</summary>
    public static double? Of(string date) => Period.TryParse(date, out var period) ? Of(period) : null;

    internal static string Year(double year) => year.ToString("0", CultureInfo.InvariantCulture);
}
