using System.Globalization;

namespace Entente.Quantities;

/// <summary>
/// A number with the precision it was written with. <see cref="LastDigit"/> is the weight of the last digit as written: 36 has 1,
/// 2.5 has 0.1, "190 billion" has 1e9. Half of it on either side is what the writer commits to.
/// </summary>
public readonly record struct WrittenNumber(double Value, double LastDigit)
{
    public double Low => Value - (LastDigit / 2);

    public double High => Value + (LastDigit / 2);

    public WrittenNumber Times(double factor) => new(Value * factor, LastDigit * Math.Abs(factor));

    /// <summary>
    /// Reads plain digits with optional decimals and exponent ("190e9", "2.5", "0.358"); thousands separators are the caller's business.
    /// The weight of the last digit follows the digits as written: "190e9" has 1e9, "190000000000" has 1.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> text, out WrittenNumber number)
    {
        number = default;
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) || !double.IsFinite(value))
            return false;
        var exponentAt = text.IndexOfAny('e', 'E');
        var mantissa = exponentAt >= 0 ? text[..exponentAt] : text;
        var exponent =
            exponentAt >= 0 ? int.Parse(text[(exponentAt + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 0;
        var dot = mantissa.IndexOf('.');
        var decimals = dot >= 0 ? mantissa.Length - dot - 1 : 0;
        number = new WrittenNumber(value, Math.Pow(10, exponent - decimals));
        return true;
    }

    /// <summary>
    /// The weight of the last significant digit of a figure in a data table, where trailing zeros are padding: 240100000000 has 1e8, 0.293 has 0.001.
    /// Ten significant digits at most, so that a computed 0.1796 stays 0.0001 and a binary fraction's noise is not precision.
    /// </summary>
    public static WrittenNumber FromData(string digits)
    {
        if (!TryParse(digits, out var written))
            throw new FormatException($"not a number: '{digits}'");
        if (
            written.Value == 0
            || digits.Contains('.', StringComparison.Ordinal)
            || digits.Contains('e', StringComparison.OrdinalIgnoreCase)
        )
            return written;
        var weight = 1.0;
        for (var i = digits.Length - 1; i > 0 && digits[i] == '0'; i--)
            weight *= 10;
        return written with { LastDigit = weight };
    }
}
