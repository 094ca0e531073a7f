using Entente.Checking;
using Entente.Quantities;

namespace Entente.Reports;

/// <summary>Numbers of a report by their unit's symbol, as <see cref="Figures"/> writes them; open bounds and unknown units included.</summary>
public static class HumanNumber
{
    /// <param name="value">In base units: 36 % is 0.36.</param>
    /// <param name="unit">A unit symbol; null for a bare number.</param>
    /// <param name="signed">True for changes: a plus sign before what is positive.</param>
    public static string Format(double value, string? unit, bool signed = false)
    {
        if (!double.IsFinite(value))
            return value switch
            {
                > 0 => "∞",
                < 0 => "−∞",
                _ => "–",
            };
        if (string.IsNullOrEmpty(unit))
            return Figures.Text(value, Units.Number, signed);
        return Units.TryFind(unit, out var known)
            ? Figures.Text(value, known, signed)
            : $"{Figures.Text(value, Units.Count, signed)} {unit}";
    }

    /// <summary>An interval, `35.5 % to 36.5 %`; one-sided where an end is infinite; the value alone where both are the same.</summary>
    public static string FormatRange(double low, double high, string? unit) =>
        (double.IsFinite(low), double.IsFinite(high)) switch
        {
            (true, true) when low == high => Format(low, unit),
            (true, true) => $"{Bound(low, unit)} to {Bound(high, unit)}",
            (true, false) => $"at least {Bound(low, unit)}",
            (false, true) => $"at most {Bound(high, unit)}",
            _ => "any value",
        };

    /// <summary>The end of an interval lies half a digit beyond the value: 2.1 % is 2.05 % to 2.15 %.</summary>
    private static string Bound(double value, string? unit)
    {
        if (unit is null || !Units.TryFind(unit, out var known) || known.Dimension != Dimension.Share)
            return Format(value, unit);
        var tenths = value * 1000;
        return Figures.Text(value, known, false, Math.Abs(tenths - Math.Round(tenths)) < 1e-6 ? 0.001 : 0.0001);
    }
}
