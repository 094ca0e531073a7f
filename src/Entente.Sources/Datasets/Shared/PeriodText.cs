using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Datasets;

/// <summary>
/// Periods as statistical offices write them in a cell or over a column: `2022`, `2022-Q1`, `2022Q1`, `2022-M03`, `2022M3`, `2022-03`,
/// `2022-S1`, `2022-03-31`; with what the World Bank puts around them (`YR2022`, `2022 [YR2022]`).
/// </summary>
public static class PeriodText
{
    /// <summary>The <see cref="PeriodCode"/>; null for what is no period.</summary>
    public static int? Code(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (text.StartsWith("YR", StringComparison.Ordinal))
            text = text[2..];
        if (text.Length < 4 || !Digits(text[..4], out var year) || year is < 1000 or > 2999)
            return null;
        var rest = text[4..];
        if (rest.IsEmpty || (rest.StartsWith(" [YR", StringComparison.Ordinal) && rest[4..].SequenceEqual($"{text[..4]}]")))
            return PeriodCode.OfYear(year);
        if (rest[0] == '-')
            rest = rest[1..];
        if (rest.IsEmpty)
            return null;
        if (char.IsAsciiDigit(rest[0]))
            return text[4] == '-' ? OfDigits(year, rest) : null;
        return Digits(rest[1..], out var part)
            ? rest[0] switch
            {
                'Q' when part is >= 1 and <= 4 => PeriodCode.OfQuarter(year, part),
                'M' when part is >= 1 and <= 12 => PeriodCode.OfMonth(year, part),
                'S' or 'H' when part is 1 or 2 => PeriodCode.OfHalf(year, part),
                _ => null,
            }
            : null;
    }

    private static int? OfDigits(int year, ReadOnlySpan<char> rest)
    {
        if (rest.Length is not (2 or 5) || !Digits(rest[..2], out var month) || month is < 1 or > 12)
            return null;
        if (rest.Length == 2)
            return PeriodCode.OfMonth(year, month);
        return rest[2] == '-' && Digits(rest[3..], out var day) && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? PeriodCode.OfDay(year, month, day)
            : null;
    }

    private static bool Digits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.IsEmpty || text.Length > 4)
            return false;
        foreach (var c in text)
            if (char.IsAsciiDigit(c))
                number = (number * 10) + (c - '0');
            else
                return false;
        return true;
    }
}
