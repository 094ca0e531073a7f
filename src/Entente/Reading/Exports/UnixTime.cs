using System.Globalization;
using Entente.Quantities;

namespace Entente.Reading.Exports;

/// <summary>Dates that are written as seconds or milliseconds since 1970.</summary>
internal static class UnixTime
{
    private const long Day = 86_400;

    /// <summary>The day (UTC); null for what is none between 1970 and 2199.</summary>
    public static Period? Of(string number)
    {
        if (!decimal.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || value <= 0)
            return null;
        var seconds = value > 100_000_000_000m ? value / 1000m : value;
        return seconds / Day < 84_000 ? Period.OfDay(new LocalDate(1970, 1, 1).PlusDays((int)(seconds / Day))) : null;
    }
}
