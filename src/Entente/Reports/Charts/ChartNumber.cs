using System.Globalization;

namespace Entente.Reports.Charts;

/// <summary>The numbers of a chart as its labels and its table print them: as everywhere, and finer where small differences are what it shows.</summary>
public static class ChartNumber
{
    /// <summary>Up to here two decimals of a per cent, or three of a bare number, are worth reading.</summary>
    private const double Fine = 0.1;
    private const double FineBare = 10;

    public static string Format(double value, ChartModel chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return Format(value, chart.Unit, chart.Signed, Largest(chart));
    }

    /// <param name="value">In the unit's own scale.</param>
    /// <param name="unit">A unit symbol; null for a bare number.</param>
    /// <param name="signed">With a plus where positive.</param>
    /// <param name="largest">The largest size beside it, which decides how fine it is printed.</param>
    internal static string Format(double value, string? unit, bool signed, double largest)
    {
        if (!double.IsFinite(value))
            return HumanNumber.Format(value, unit);
        if (unit == "share" && largest < Fine)
            return (value * 100).ToString(signed ? "+0.00;−0.00;0" : "0.00;−0.00;0", CultureInfo.InvariantCulture) + " %";
        if (unit is null or "1" && largest < FineBare)
            return value.ToString(signed ? "+0.###;−0.###;0" : "0.###;−0.###;0", CultureInfo.InvariantCulture);
        // Of thousands the cents are noise.
        if (unit == "USD" && Math.Abs(value) is >= 1000 and < 1e6)
            value = Math.Round(value);
        return HumanNumber.Format(value, unit, signed);
    }

    internal static double Largest(ChartModel chart)
    {
        var largest = 0.0;
        foreach (var series in chart.Series)
        foreach (var point in series.Points)
        foreach (var value in (ReadOnlySpan<double>)[point.Value, point.Low ?? 0, point.High ?? 0])
            if (double.IsFinite(value))
                largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
