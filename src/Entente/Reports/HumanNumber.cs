using System.Globalization;

namespace Entente.Reports;

/// <summary>Numbers as people write them: $190.3bn, 29.3%, no. 2, 20 days. Four significant digits, no more than a reader can use.</summary>
public static class HumanNumber
{
    /// <param name="value">In base units: 36 % is 0.36.</param>
    /// <param name="unit">A unit symbol; null for a bare number.</param>
    /// <param name="signed">True for changes: a plus sign before what is positive.</param>
    public static string Format(double value, string? unit, bool signed = false)
    {
        if (!double.IsFinite(value))
            return value > 0 ? "∞"
                : value < 0 ? "−∞"
                : "–";
        var sign =
            value < 0 ? "−"
            : signed && value > 0 ? "+"
            : "";
        return sign + Magnitude(Math.Abs(value), unit);
    }

    /// <summary>An interval, `35.5% to 36.5%`; one-sided where an end is infinite; the value alone where both are the same.</summary>
    public static string FormatRange(double low, double high, string? unit) =>
        (double.IsFinite(low), double.IsFinite(high)) switch
        {
            (true, true) when low == high => Format(low, unit),
            (true, true) => $"{Format(low, unit)} to {Format(high, unit)}",
            (true, false) => $"at least {Format(low, unit)}",
            (false, true) => $"at most {Format(high, unit)}",
            _ => "any value",
        };

    private static string Magnitude(double value, string? unit) =>
        unit switch
        {
            null or "" or "1" or "count" => Scaled(value, " "),
            "share" => Digits(value * 100, value < 0.1 ? 2 : 1) + "%",
            "pp" => Digits(value * 100, 1) + " pp",
            "rank" => "no. " + Digits(value, 0),
            "year" or "date" => value.ToString("0", CultureInfo.InvariantCulture),
            "USD" => "$" + Scaled(value, ""),
            "EUR" => "€" + Scaled(value, ""),
            "GBP" => "£" + Scaled(value, ""),
            "USD/bbl" or "USD/barrel" => "$" + Digits(value, 2) + " a barrel",
            { Length: 3 } when char.IsUpper(unit[0]) && unit != "TIV" && unit != "TWh" => unit + " " + Scaled(value, ""),
            _ => Scaled(value, " ") + " " + unit,
        };

    private static string Scaled(double value, string gap) =>
        value switch
        {
            >= 0.99995e12 => Significant(value / 1e12) + gap + (gap.Length > 0 ? "trillion" : "tn"),
            >= 0.99995e9 => Significant(value / 1e9) + gap + (gap.Length > 0 ? "billion" : "bn"),
            >= 0.99995e6 => Significant(value / 1e6) + gap + (gap.Length > 0 ? "million" : "m"),
            _ => Significant(value),
        };

    private static string Significant(double value) =>
        value switch
        {
            >= 1000 => Digits(value, value == Math.Truncate(value) ? 0 : 1),
            >= 100 => Digits(value, 1),
            >= 10 => Digits(value, 2),
            >= 0.1 or 0 => Digits(value, 3),
            _ => value.ToString("0.###e0", CultureInfo.InvariantCulture),
        };

    private static string Digits(double value, int decimals) =>
        value.ToString(
            decimals switch
            {
                0 => "#,0",
                1 => "#,0.#",
                2 => "#,0.##",
                _ => "#,0.###",
            },
            CultureInfo.InvariantCulture
        );
}
