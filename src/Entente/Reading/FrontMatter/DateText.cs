using System.Globalization;
using Entente.Quantities;

namespace Entente.Reading.FrontMatter;

/// <summary>
/// Reads the ways in which a publication date is written in metadata and datelines: 2022-12-29 (with or without a time), 2022/12/29,
/// 2022-12, 2022, December 29, 2022, 29 December 2022, Dec. 2022. A date of figures in another order (3/4/2022) is left alone: it has
/// two readings.
/// </summary>
internal static class DateText
{
    private static readonly string[] Months =
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];

    /// <summary>Reads a text that is a date and nothing else but a weekday, a time or a zone.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        text = text.Trim();
        period = null!;
        if (text.Length is < 4 or > 60)
            return false;
        if (char.IsAsciiDigit(text[0]) && TryIso(text, out period))
            return true;
        int year = 0,
            month = 0,
            day = 0;
        foreach (var range in text.SplitAny(' ', ',', '.', '\u00A0', '\t'))
        {
            var word = text[range];
            if (word.IsEmpty || IsAside(word))
                continue;
            if (char.IsAsciiDigit(word[0]))
            {
                var digits = word.Length;
                while (digits > 0 && !char.IsAsciiDigit(word[digits - 1]))
                    digits--;
                if (digits < word.Length && word[digits..] is not ("st" or "nd" or "rd" or "th"))
                    return false;
                if (!int.TryParse(word[..digits], NumberStyles.None, CultureInfo.InvariantCulture, out var n))
                    return false;
                if (n is >= 1800 and < 2200 && year == 0)
                    year = n;
                else if (n is >= 1 and <= 31 && day == 0 && digits <= 2)
                    day = n;
                else
                    return false;
            }
            else if (month == 0 && Month(word) is > 0 and var m)
                month = m;
            else
                return false;
        }
        if (year == 0 || month == 0 || day > DateTime.DaysInMonth(year, month))
            return false;
        period = day == 0 ? Period.OfMonth(year, month) : Period.OfDay(new LocalDate(year, month, day));
        return true;
    }

    /// <summary>1 to 12 for a month's name or its usual short form, else 0.</summary>
    public static int Month(ReadOnlySpan<char> word)
    {
        if (word.Length < 3)
            return 0;
        for (var i = 0; i < Months.Length; i++)
        {
            var name = Months[i].AsSpan();
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && (word.Length is 3 or 4 || word.Length == name.Length))
                return i + 1;
        }
        return 0;
    }

    /// <summary>The date in an address such as …/2022/12/29/… or …/2022/12/…; the year alone is too often something else.</summary>
    public static Period? FromUrl(string url)
    {
        var parts = url.Split('/');
        for (var i = 3; i + 1 < parts.Length; i++)
        {
            if (!TryNumber(parts[i], 4, 1990, 2199, out var year) || Part(parts[i + 1]) is not (>= 1 and <= 12 and var month))
                continue;
            if (i + 2 < parts.Length && TryNumber(parts[i + 2], 2, 1, DateTime.DaysInMonth(year, month), out var day))
                return Period.OfDay(new LocalDate(year, month, day));
            return Period.OfMonth(year, month);
        }
        return null;

        static int Part(string part) =>
            TryNumber(part, 2, 1, 12, out var n) ? n
            : part.Length == 3 ? Month(part)
            : 0;
    }

    private static bool TryNumber(string text, int digits, int low, int high, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number)
        && text.Length <= digits
        && number >= low
        && number <= high;

    private static bool TryIso(ReadOnlySpan<char> text, out Period period)
    {
        var end = text.IndexOfAny('T', ' ', 't');
        var date = (end < 0 ? text : text[..end]).ToString().Replace('/', '-').Replace('.', '-');
        period = null!;
        if (end >= 0 && (end + 1 >= text.Length || !char.IsAsciiDigit(text[end + 1])))
            return false;
        if (end >= 0 && date.Length < 10)
            return false;
        if (
            date.Length > 10
            || !Period.TryParse(date, out period)
            || period.Kind is not (PeriodKind.Day or PeriodKind.Month or PeriodKind.Year)
        )
            return false;
        return period.Start.Year is >= 1800 and < 2200;
    }

    private static bool IsAside(ReadOnlySpan<char> word)
    {
        if (
            word.Contains(':')
            || word.Equals("at", StringComparison.OrdinalIgnoreCase)
            || word.Equals("on", StringComparison.OrdinalIgnoreCase)
        )
            return true;
        if (word.Length >= 3 && word.EndsWith("day", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (
            var aside in (ReadOnlySpan<string>)
                [
                    "am",
                    "pm",
                    "a",
                    "p",
                    "m",
                    "et",
                    "est",
                    "edt",
                    "gmt",
                    "utc",
                    "bst",
                    "cet",
                    "cest",
                    "pt",
                    "pst",
                    "mon",
                    "tue",
                    "wed",
                    "thu",
                    "fri",
                    "sat",
                    "sun",
                ]
        )
        {
            if (word.Equals(aside, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }
}
