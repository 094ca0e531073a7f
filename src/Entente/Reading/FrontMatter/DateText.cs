using System.Globalization;
using Entente.Quantities;

namespace Entente.Reading.FrontMatter;

/// <summary>What a stretch of text is, looked at as a date.</summary>
internal enum DateShape
{
    None,

    /// <summary>A date of figures with two readings.</summary>
    Ambiguous,
    Date,
}

/// <summary>
/// Reads the ways in which a publication date is written in metadata and datelines: 2022-12-29 (with or without a time), 2022/12/29,
/// 2022-12, 2022, December 29, 2022, 29 December 2022, Dec. 2022, 29.12.2022. A date of figures that could be in either order (3/4/2022) is
/// left alone: it has two readings.
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
    public static bool TryParse(ReadOnlySpan<char> text, out Period period) => Scan(text, out period) == DateShape.Date;

    /// <summary>What a text is: a date, a date of figures with two readings (3/4/2022), or neither.</summary>
    public static DateShape Scan(ReadOnlySpan<char> text, out Period period)
    {
        text = text.Trim();
        period = null!;
        if (text.Length is < 4 or > 60)
            return DateShape.None;
        if (char.IsAsciiDigit(text[0]) && TryIso(text, out period))
            return DateShape.Date;
        var (year, month, day) = (0, 0, 0);
        var twoReadings = false;
        foreach (var range in text.SplitAny(' ', ',', '\u00A0', '\u202F', '\t', '(', ')'))
        {
            var word = text[range].Trim('.');
            if (word.IsEmpty || IsAside(word))
                continue;
            if (Figures(word) is var (first, second, third) && year == 0 && month == 0 && day == 0)
            {
                if (first > 31)
                    (year, month, day) = (first, second, third);
                else if (second > 12 || first == second)
                    (year, month, day) = (third, first, second);
                else if (first > 12)
                    (year, month, day) = (third, second, first);
                else
                    (year, twoReadings) = (third, true);
                continue;
            }
            // "03-May-2023" is three words, "2022-23" none.
            var dash = word.IndexOf('-');
            if (dash > 0 && word.ContainsAnyInRange('a', 'z'))
            {
                foreach (var part in word.Split('-'))
                {
                    if (!Take(word[part], ref year, ref month, ref day))
                        return DateShape.None;
                }
            }
            else if (!Take(word, ref year, ref month, ref day))
                return DateShape.None;
        }
        if (twoReadings)
            return month == 0 && day == 0 ? DateShape.Ambiguous : DateShape.None;
        if (year is < 1800 or >= 2200 || month is < 1 or > 12 || day > DateTime.DaysInMonth(year, month))
            return DateShape.None;
        period = day == 0 ? Period.OfMonth(year, month) : Period.OfDay(new LocalDate(year, month, day));
        return DateShape.Date;
    }

    /// <summary>Takes a year, a month's name or a day; false for any other word, and for a second one of a kind.</summary>
    private static bool Take(ReadOnlySpan<char> word, ref int year, ref int month, ref int day)
    {
        if (word.IsEmpty)
            return false;
        if (!char.IsAsciiDigit(word[0]))
            return month == 0 && (month = Month(word)) > 0;
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
        return true;
    }

    /// <summary>The three numbers of a date of figures: 13.10.2023, 01/18/2025, 2023-05-03; null where there are others.</summary>
    private static (int, int, int)? Figures(ReadOnlySpan<char> word)
    {
        var first = word.IndexOfAny('.', '/', '-');
        if (first is < 1 or > 4 || word.Length is < 8 or > 10)
            return null;
        var rest = word[(first + 1)..];
        var second = rest.IndexOf(word[first]);
        if (
            second is < 1 or > 2
            || !int.TryParse(word[..first], NumberStyles.None, CultureInfo.InvariantCulture, out var a)
            || !int.TryParse(rest[..second], NumberStyles.None, CultureInfo.InvariantCulture, out var b)
            || !int.TryParse(rest[(second + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var c)
        )
            return null;
        // One end is a year of four digits, the others a day and a month.
        return (first == 4) == (c < 32) && (first == 4 || (first <= 2 && c >= 1800)) && a > 0 && b is > 0 and <= 31 && c > 0
            ? (a, b, c)
            : null;
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

    /// <summary>True for a weekday, a time of day, a zone, or a small word between them.</summary>
    public static bool IsAside(ReadOnlySpan<char> word)
    {
        if (word.Contains(':') || (word.Length >= 3 && word.EndsWith("day", StringComparison.OrdinalIgnoreCase)))
            return true;
        // "10.15", "10.15am", "10am"
        if (char.IsAsciiDigit(word[0]))
        {
            var clock = word.EndsWith("am", StringComparison.OrdinalIgnoreCase) || word.EndsWith("pm", StringComparison.OrdinalIgnoreCase);
            var figures = clock ? word[..^2] : word;
            var point = figures.IndexOf('.');
            return point < 0
                ? clock && figures.Length is 1 or 2 && char.IsAsciiDigit(figures[^1])
                : point <= 2 && figures.Length == point + 3 && char.IsAsciiDigit(figures[^1]) && char.IsAsciiDigit(figures[^2]);
        }
        foreach (var aside in Asides)
        {
            if (word.Equals(aside, StringComparison.OrdinalIgnoreCase))
                return true;
        }
        return false;
    }

    private static readonly string[] Asides =
    [
        "at",
        "on",
        "of",
        "the",
        "-",
        "–",
        "am",
        "pm",
        "a.m",
        "p.m",
        "a",
        "p",
        "m",
        "et",
        "est",
        "edt",
        "gmt",
        "utc",
        "bst",
        "ist",
        "msk",
        "sgt",
        "jst",
        "hkt",
        "cet",
        "cest",
        "eet",
        "pt",
        "pst",
        "pdt",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ];
}
