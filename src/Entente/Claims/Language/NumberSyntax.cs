using Entente.Quantities;

namespace Entente.Claims.Language;

/// <summary>How the language writes numbers and which units it writes after them.</summary>
internal static class NumberSyntax
{
    /// <summary>
    /// Reads `digits [. digits] [e [+|-] digits]`. Refuses what has no finite value or no finite last digit (`1e400`, `0e999`), because the
    /// precision of a claim is the weight of that digit.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> text, out WrittenNumber number)
    {
        number = default;
        var length = ScanLength(text);
        return length == text.Length
            && length > 0
            && ExponentIsShort(text)
            && WrittenNumber.TryParse(text, out number)
            && double.IsFinite(number.LastDigit)
            && number.LastDigit > 0;
    }

    /// <summary>How many characters at the start of the text are a number; 0 where none are.</summary>
    public static int ScanLength(ReadOnlySpan<char> text)
    {
        var i = Digits(text, 0);
        if (i == 0)
            return 0;
        // Two dots make a period, not a decimal point.
        if (i + 1 < text.Length && text[i] == '.' && char.IsAsciiDigit(text[i + 1]))
            i = Digits(text, i + 1);
        if (i < text.Length && text[i] is 'e' or 'E')
        {
            var sign = i + 1 < text.Length && text[i + 1] is '+' or '-' ? 1 : 0;
            var end = Digits(text, i + 1 + sign);
            if (end > i + 1 + sign)
                i = end;
        }
        return i;
    }

    /// <summary>A literal in the scale that its unit is held in; units that print as nothing become plain numbers.</summary>
    public static QuantityLiteral Literal(string digits, WrittenNumber number, Unit unit) =>
        unit.Dimension == Dimension.Share ? new(digits, number.Times(0.01), Units.Share)
        : IsWritten(unit) || unit.Dimension == Dimension.PercentagePoints ? new(digits, number, unit)
        : new(digits, number, Units.Number);

    /// <summary>True for units that stand by their symbol after a number (`USD`, `days`); shares are `%`, and counts, ranks and years are bare.</summary>
    public static bool IsWritten(Unit unit) =>
        unit.Symbol is not ("1" or "share" or "pp" or "count" or "rank" or "year" or "date" or "truth");

    // An exponent of many digits would overflow the integer it is read into before the value is seen to be infinite.
    private static bool ExponentIsShort(ReadOnlySpan<char> text)
    {
        var e = text.IndexOfAny('e', 'E');
        return e < 0 || text.Length - e <= 6;
    }

    private static int Digits(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsAsciiDigit(text[from]))
            from++;
        return from;
    }
}
