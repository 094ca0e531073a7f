using System.Globalization;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Writes quantities and relations as the claim language does, keeping the digits' precision.</summary>
internal static class AssertionText
{
    /// <summary>The relation that hedge words mean.</summary>
    public static string Relation(QuantityMention quantity) =>
        quantity.Upper is not null
            ? "between"
            : quantity.Hedge switch
            {
                Hedge.About or Hedge.Nearly or Hedge.JustOver => "~",
                Hedge.MoreThan => ">",
                Hedge.LessThan => "<",
                Hedge.AtLeast => ">=",
                Hedge.AtMost => "<=",
                _ => "=",
            };

    /// <summary>` = 36%`, ` ~ 190e9 USD`, ` within [20%, 30%]`: what follows the left side. The sign turns a fall into a negative growth.</summary>
    public static string Tail(QuantityMention quantity, double sign = 1, string? unit = null)
    {
        if (quantity.Upper is { } upper)
        {
            var (low, high) = sign < 0 ? (upper.Times(-1), quantity.Number.Times(-1)) : (quantity.Number, upper);
            return $" within [{Number(low, quantity.Unit, unit)}, {Number(high, quantity.Unit, unit)}]";
        }
        var relation = Relation(quantity);
        if (sign < 0)
            relation = relation switch
            {
                ">" => "<",
                "<" => ">",
                ">=" => "<=",
                "<=" => ">=",
                _ => relation,
            };
        // Beyond a bound no digit is rough: "more than half a trillion" is more than 500 billion.
        var number = quantity.Number;
        if (relation is ">" or "<" && number.Value < 10 * number.LastDigit && number.LastDigit is 1e11 or 1e8)
            number = new WrittenNumber(number.Value, number.LastDigit / 100);
        return $" {relation} {Number(number.Times(sign), quantity.Unit, unit)}";
    }

    public static string Number(WrittenNumber number, Unit unit, string? asUnit = null)
    {
        if (unit.Dimension == Dimension.Share)
            return Digits(number.Times(100)) + "%";
        if (unit.Dimension == Dimension.PercentagePoints)
            return Digits(number.Times(100)) + " pp";
        var symbol = asUnit ?? unit.Symbol;
        return symbol is "1" or "count" or "rank" or "" or "share" ? Digits(number) : $"{Digits(number)} {symbol}";
    }

    /// <summary>Digits that show the weight of the last one: 190e9 for "190 billion", 2.5e6 for "2.5 million", 36, 2.50.</summary>
    public static string Digits(WrittenNumber number)
    {
        var exponent = number.LastDigit > 0 ? (int)Math.Round(Math.Log10(number.LastDigit)) : 0;
        if (Math.Abs(Math.Pow(10, exponent) - number.LastDigit) > number.LastDigit * 0.01)
        {
            exponent = Math.Min(0, exponent); // dozens and the like: the plain number
            // "Three and a half": as many decimals as the value has.
            for (var shown = number.Value; exponent > -3 && number.LastDigit < 1 && Math.Abs(shown - Math.Round(shown)) > 1e-6; shown *= 10)
                exponent--;
            if (number.Value < 100 && Math.Abs(number.Value % 1) is 0.5 && exponent == 0)
                exponent = -1; // one and a half: with its half
        }
        // "one and a half": what the digits say stands, however rough the words.
        for (var steps = 0; steps < 2 && exponent is >= 0 and < 3 && number.Value < 1000 && IsBetween(number.Value, exponent); steps++)
            exponent--;
        if (exponent <= 0)
            return number.Value.ToString("F" + Math.Min(12, -exponent), CultureInfo.InvariantCulture);
        var thousands = (exponent + 2) / 3 * 3;
        return (number.Value / Math.Pow(10, thousands)).ToString("F" + (thousands - exponent), CultureInfo.InvariantCulture)
            + "e"
            + thousands.ToString(CultureInfo.InvariantCulture);
    }

    private static bool IsBetween(double value, int exponent)
    {
        var digits = value / Math.Pow(10, exponent);
        return Math.Abs(digits - Math.Round(digits)) > 1e-9;
    }
}
