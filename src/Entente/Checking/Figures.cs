using System.Globalization;
using Entente.Quantities;

namespace Entente.Checking;

/// <summary>Numbers as an editor writes them: $190.3bn, 29.3 %, 4,209 km, 20 days.</summary>
public static class Figures
{
    public static string Percent(double share, bool signed = false, double lastDigit = 0.001)
    {
        var percent = share * 100;
        var decimals =
            lastDigit < 0.0005 ? 2
            : lastDigit < 0.005 ? 1
            : 0;
        var text = Math.Abs(percent)
            .ToString(
                decimals switch
                {
                    0 => "0",
                    1 => "0.#",
                    _ => "0.##",
                },
                CultureInfo.InvariantCulture
            );
        var sign =
            percent < 0 && text != "0" ? "−"
            : signed ? "+"
            : "";
        return $"{sign}{text} %";
    }

    /// <param name="value">In the unit's own scale (a share of 0.36 is 36 %).</param>
    /// <param name="unit">The unit it is in.</param>
    /// <param name="signed">Growth and changes show a plus.</param>
    /// <param name="lastDigit">Weight of the last digit worth showing; 0 lets the size decide.</param>
    /// <param name="fine">Shows four decimals of an amount, where two amounts would look alike.</param>
    public static string Text(double value, Unit unit, bool signed = false, double lastDigit = 0, bool fine = false) =>
        unit.Dimension switch
        {
            Dimension.Share => Percent(value, signed, lastDigit == 0 ? 0.001 : lastDigit),
            Dimension.PercentagePoints => $"{Plain(value)} pp",
            Dimension.Money => Money(value, unit, signed, fine),
            Dimension.Rank => $"no. {Plain(value)}",
            Dimension.Date => Plain(value).Replace(",", "", StringComparison.Ordinal),
            Dimension.Number or Dimension.Index => Plain(value),
            Dimension.Count when unit.Symbol == "count" => Large(value),
            _ => $"{Large(value)} {unit.Symbol}",
        };

    private static string Money(double value, Unit unit, bool signed, bool fine)
    {
        var sign =
            value < 0 ? "−"
            : signed ? "+"
            : "";
        var amount = Large(Math.Abs(value), fine);
        return unit.Symbol switch
        {
            "USD" => $"{sign}${amount}",
            "EUR" => $"{sign}€{amount}",
            "GBP" => $"{sign}£{amount}",
            _ => $"{sign}{amount} {unit.Symbol}",
        };
    }

    private static string Large(double value, bool fine = false)
    {
        var size = Math.Abs(value);
        return size switch
        {
            >= 1e12 => $"{Short(value / 1e12, fine)}tn",
            >= 1e9 => $"{Short(value / 1e9, fine)}bn",
            >= 1e6 => $"{Short(value / 1e6, fine)}m",
            _ => Plain(value),
        };
    }

    private static string Short(double value, bool fine) =>
        value
            .ToString(
                fine ? "0.####"
                    : Math.Abs(value) >= 100 ? "0.#"
                    : "0.##",
                CultureInfo.InvariantCulture
            )
            .Replace('-', '−');

    private static string Plain(double value) =>
        value.ToString(Math.Abs(value) >= 1000 ? "#,##0.#" : "0.##", CultureInfo.InvariantCulture).Replace('-', '−');
}
