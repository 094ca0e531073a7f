using System.Collections.Frozen;

namespace Entente.Reading.Text;

/// <summary>Months, weekdays and seasons as words.</summary>
internal static class CalendarWords
{
    private static readonly FrozenDictionary<string, int> Months = Table(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec"
    );

    private static readonly FrozenDictionary<string, int> Weekdays = Table(
        "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun"
    );

    /// <summary>Months and weekdays in lower case.</summary>
    public static IEnumerable<string> All => [.. Months.Keys, .. Weekdays.Keys];

    /// <summary>1 to 12 for a month's name or abbreviation with a capital letter, else 0: "march" and "may" are verbs.</summary>
    public static int MonthAt(TokenView view, int i) =>
        view.IsCapitalised(i) && Months.TryGetValue(view.Lower(i), out var month) ? month : 0;

    /// <summary>1 (Monday) to 7 for a weekday with a capital letter, else 0.</summary>
    public static int WeekdayAt(TokenView view, int i) =>
        view.IsCapitalised(i) && Weekdays.TryGetValue(view.Lower(i), out var day) ? day : 0;

    /// <summary>The month that ends right before a token, over the point of an abbreviation ("Feb. 4").</summary>
    public static int MonthBefore(TokenView view, int i, out int at)
    {
        at = view.Is(i - 1, ".") && view.Touches(i - 2) && view.Lower(i - 2).Length is 3 or 4 ? i - 2 : i - 1;
        return MonthAt(view, at);
    }

    /// <summary>A plain number of four digits between 1500 and 2100; 0 for anything else.</summary>
    public static int YearAt(TokenView view, int i)
    {
        if (!view.IsNumber(i) || view[i].Length != 4)
            return 0;
        var year = 0;
        foreach (var c in view.Text(i))
        {
            if (!char.IsAsciiDigit(c))
                return 0;
            year = (year * 10) + (c - '0');
        }
        return year is >= 1500 and <= 2100 ? year : 0;
    }

    /// <summary>A plain number of one or two digits; -1 for anything else.</summary>
    public static int SmallAt(TokenView view, int i)
    {
        if (!view.IsNumber(i) || view[i].Length > 2)
            return -1;
        var n = 0;
        foreach (var c in view.Text(i))
        {
            if (!char.IsAsciiDigit(c))
                return -1;
            n = (n * 10) + (c - '0');
        }
        return n;
    }

    public static bool IsOrdinalSuffix(TokenView view, int i) => view.Touches(i - 1) && view.Lower(i) is "st" or "nd" or "rd" or "th";

    private static FrozenDictionary<string, int> Table(string rows) =>
        rows.Split('|')
            .SelectMany((row, i) => row.Split(' ').Select(word => (word, i + 1)))
            .ToFrozenDictionary(p => p.word, p => p.Item2, StringComparer.Ordinal);
}
