using System.Globalization;
using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>
/// Reads the digits of one number token: "1,234,567.8", "12,34,567", "1 234 567" (any space), "1.234.567,8", "2,5". A single point is
/// always the decimal point and a comma before exactly three digits always groups, as English text has them; the continental
/// reading is taken only where no other is possible.
/// </summary>
internal static class NumberText
{
    /// <summary>False for what has points or commas in places where no number has them (versions, addresses, dates).</summary>
    public static bool TryParse(string text, out WrittenNumber number)
    {
        number = default;
        if (text.Length is 0 or > 40)
            return false;
        if (text.Length == 1 && Vulgar(text[0]) is { } vulgar)
        {
            number = new(vulgar, 0.05);
            return true;
        }
        Span<char> digits = stackalloc char[text.Length];
        var comma = text.AsSpan().IndexOfAny(',', '٫');
        var point = text.IndexOf('.', StringComparison.Ordinal);
        char? decimalSign = null;
        if (comma >= 0 && point >= 0)
            decimalSign = text.LastIndexOf('.') > text.AsSpan().LastIndexOfAny(',', '٫') ? '.' : ',';
        else if (point >= 0)
            decimalSign = point == text.LastIndexOf('.') ? '.' : null;
        else if (comma >= 0 && comma == text.LastIndexOf(',') && text.Length - comma - 1 != 3)
            decimalSign = ',';
        var length = 0;
        var run = 0;
        var groups = 0;
        var sinceDecimal = -1;
        foreach (var c in text)
        {
            if (char.IsAsciiDigit(c))
            {
                digits[length++] = c;
                run++;
                if (sinceDecimal >= 0)
                    sinceDecimal++;
                continue;
            }
            if (sinceDecimal >= 0)
                return false;
            if (c == decimalSign)
            {
                if (groups > 0 && run != 3)
                    return false;
                digits[length++] = '.';
                sinceDecimal = 0;
                run = 0;
                continue;
            }
            // Groups of three; the Indian ones of two stand before the last of three.
            if (
                c is not (',' or '.' or '\'' or '’' or ' ' or '\u00A0' or '\u2009' or '\u202F')
                || run == 0
                || (groups > 0 ? run is not (2 or 3) : run > 3)
            )
                return false;
            groups++;
            run = 0;
        }
        if (length == 0 || run == 0 || (sinceDecimal < 0 && groups > 0 && run != 3))
            return false;
        if (
            !double.TryParse(digits[..length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
        )
            return false;
        number = new(value, Math.Pow(10, -Math.Max(0, sinceDecimal)));
        return true;
    }

    private static double? Vulgar(char c) =>
        c switch
        {
            '½' => 0.5,
            '¼' => 0.25,
            '¾' => 0.75,
            '⅓' => 1 / 3.0,
            '⅔' => 2 / 3.0,
            '⅕' => 0.2,
            '⅛' => 0.125,
            '⅜' => 0.375,
            '⅝' => 0.625,
            '⅞' => 0.875,
            _ => null,
        };
}
