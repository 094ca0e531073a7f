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
        return Format(value, chart.Unit, chart, Largest(chart));
    }

    /// <summary>The same beside a title that names the unit: 107m in place of 107m tonne.</summary>
    internal static string Short(double value, ChartModel chart) => Format(value, Told(chart), chart, Largest(chart));

    /// <summary>The unit's name where numbers beside it leave it out; null where their own sign says it, or there is none.</summary>
    internal static string? Unit(ChartModel chart) => Told(chart) == chart.Unit ? null : chart.Unit;

    // Money, shares and places are printed with a sign of their own.
    private static string? Told(ChartModel chart) =>
        chart.Unit is { } unit
        && Entente.Quantities.Units.TryFind(unit, out var known)
        && known.Dimension
            is not (
                Entente.Quantities.Dimension.Money
                or Entente.Quantities.Dimension.Share
                or Entente.Quantities.Dimension.Rank
                or Entente.Quantities.Dimension.PercentagePoints
                or Entente.Quantities.Dimension.Number
                or Entente.Quantities.Dimension.Index
            )
            ? "count"
            : chart.Unit;

    private static string Format(double value, string? unit, ChartModel chart, double largest)
    {
        if (!double.IsFinite(value))
            return HumanNumber.Format(value, unit);
        if (unit == "share" && (largest < Fine || (chart.Modelled && Math.Abs(value) < Fine)))
            return (value * 100).ToString(chart.Signed ? "+0.00;−0.00;0" : "0.00;−0.00;0", CultureInfo.InvariantCulture) + " %";
        if (unit is null or "1" && largest < FineBare)
            return value.ToString(chart.Signed ? "+0.###;−0.###;0" : "0.###;−0.###;0", CultureInfo.InvariantCulture);
        // Of thousands the cents are noise.
        if (unit == "USD" && Math.Abs(value) is >= 1000 and < 1e6)
            value = Math.Round(value);
        return HumanNumber.Format(value, unit, chart.Signed && value != 0);
    }

    /// <summary>The largest number of a chart, by its size, intervals and all.</summary>
    public static double Largest(ChartModel chart)
    {
        ArgumentNullException.ThrowIfNull(chart);
        var largest = 0.0;
        foreach (var series in chart.Series)
        foreach (var point in series.Points)
        foreach (var value in (ReadOnlySpan<double>)[point.Value, point.Low ?? 0, point.High ?? 0])
            if (double.IsFinite(value))
                largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }
}
