using System.Globalization;
using NodaTime;

namespace Entente.Quantities;

/// <summary>How a period was written, which decides how precise a date claim is and which records it can be tested on.</summary>
public enum PeriodKind
{
    Day,
    Month,
    Quarter,
    Half,
    Year,
    Range,
}

/// <summary>A stretch of civil time, both ends included, printed as ISO 8601 (`2022`, `2022-03`, `2022-Q1`, `2022-01..2022-11`, `2022-02-04`).</summary>
public sealed record Period : IComparable<Period>
{
    private Period(LocalDate start, LocalDate end, PeriodKind kind, string text) => (Start, End, Kind, Text) = (start, end, kind, text);

    public LocalDate Start { get; }

    public LocalDate End { get; }

    public PeriodKind Kind { get; }

    /// <summary>The period as printed; two periods are equal when this is.</summary>
    public string Text { get; }

    public static Period OfYear(int year)
    {
        var at = year - FirstCommonYear;
        return at >= 0 && at < commonYears.Length ? commonYears[at] ??= MakeYear(year) : MakeYear(year);
    }

    private static Period MakeYear(int year) => new(new(year, 1, 1), new(year, 12, 31), PeriodKind.Year, Four(year));

    // The years that texts speak of, made once: several threads may make one at the same time, and all are equal.
    private const int FirstCommonYear = 1900;
    private static readonly Period?[] commonYears = new Period?[200];

    public static Period OfMonth(int year, int month)
    {
        var start = new LocalDate(year, month, 1);
        return new(start, start.PlusMonths(1).PlusDays(-1), PeriodKind.Month, $"{Four(year)}-{Two(month)}");
    }

    public static Period OfQuarter(int year, int quarter)
    {
        var start = new LocalDate(year, (3 * quarter) - 2, 1);
        return new(start, start.PlusMonths(3).PlusDays(-1), PeriodKind.Quarter, $"{Four(year)}-Q{quarter}");
    }

    public static Period OfHalf(int year, int half)
    {
        var start = new LocalDate(year, (6 * half) - 5, 1);
        return new(start, start.PlusMonths(6).PlusDays(-1), PeriodKind.Half, $"{Four(year)}-H{half}");
    }

    public static Period OfDay(LocalDate day) => new(day, day, PeriodKind.Day, Iso(day));

    public static Period OfRange(Period from, Period to) => new(from.Start, to.End, PeriodKind.Range, $"{from.Text}..{to.Text}");

    /// <summary>True when both cover the same days, however written (`2022` and `2022-01..2022-12`).</summary>
    public bool SameDays(Period other) => Start == other.Start && End == other.End;

    public bool Contains(Period other) => Start <= other.Start && other.End <= End;

    public bool Contains(LocalDate day) => Start <= day && day <= End;

    public bool IsWholeYear => Start is { Month: 1, Day: 1 } && End is { Month: 12, Day: 31 } && Start.Year == End.Year;

    /// <summary>The same stretch of the calendar a number of years earlier or later.</summary>
    public Period PlusYears(int years) =>
        Kind switch
        {
            PeriodKind.Year => OfYear(Start.Year + years),
            PeriodKind.Month => OfMonth(Start.Year + years, Start.Month),
            PeriodKind.Quarter => OfQuarter(Start.Year + years, (Start.Month + 2) / 3),
            PeriodKind.Half => OfHalf(Start.Year + years, (Start.Month + 5) / 6),
            PeriodKind.Day => OfDay(Start.PlusYears(years)),
            _ => Split() is var (from, to) ? OfRange(from.PlusYears(years), to.PlusYears(years)) : this,
        };

    /// <summary>The two ends of a range as they were written; for any other period both are the period itself.</summary>
    public (Period From, Period To) Split()
    {
        if (Kind != PeriodKind.Range)
            return (this, this);
        var dots = Text.IndexOf("..", StringComparison.Ordinal);
        return (Parse(Text[..dots]), Parse(Text[(dots + 2)..]));
    }

    public static Period Parse(string text) =>
        TryParse(text, out var period)
            ? period
            : throw new FormatException($"'{text}' is not a period (expected e.g. 2022, 2022-03, 2022-Q1, 2022-01..2022-11, 2022-02-04)");

    public static bool TryParse(string? text, out Period period)
    {
        period = null!;
        if (string.IsNullOrEmpty(text))
            return false;
        var dots = text.IndexOf("..", StringComparison.Ordinal);
        if (dots >= 0)
        {
            if (!TryParseOne(text[..dots], out var from) || !TryParseOne(text[(dots + 2)..], out var to) || to.End < from.Start)
                return false;
            period = OfRange(from, to);
            return true;
        }
        return TryParseOne(text, out period);
    }

    private static bool TryParseOne(string text, out Period period)
    {
        period = null!;
        if (
            text.Length < 4
            || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
            || year is < 1 or > 9998
        )
            return false;
        if (text.Length == 4)
        {
            period = OfYear(year);
            return true;
        }
        if (text[4] != '-')
            return false;
        var rest = text.AsSpan(5);
        if (rest.Length == 2 && rest[0] is 'Q' or 'H' && rest.Length == 2)
        {
            var part = rest[1] - '0';
            if (rest[0] == 'Q' ? part is < 1 or > 4 : part is < 1 or > 2)
                return false;
            period = rest[0] == 'Q' ? OfQuarter(year, part) : OfHalf(year, part);
            return true;
        }
        if (
            rest.Length is not (2 or 5)
            || !int.TryParse(rest[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var month)
            || month is < 1 or > 12
        )
            return false;
        if (rest.Length == 2)
        {
            period = OfMonth(year, month);
            return true;
        }
        if (
            rest[2] != '-'
            || !int.TryParse(rest[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var day)
            || day < 1
            || day > CalendarSystem.Iso.GetDaysInMonth(year, month)
        )
            return false;
        period = OfDay(new LocalDate(year, month, day));
        return true;
    }

    public int CompareTo(Period? other) => other is null ? 1 : (Start, End).CompareTo((other.Start, other.End));

    public bool Equals(Period? other) => other is not null && Text == other.Text;

    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Text;

    public static bool operator <(Period a, Period b) => a.CompareTo(b) < 0;

    public static bool operator >(Period a, Period b) => a.CompareTo(b) > 0;

    public static bool operator <=(Period a, Period b) => a.CompareTo(b) <= 0;

    public static bool operator >=(Period a, Period b) => a.CompareTo(b) >= 0;

    private static string Iso(LocalDate day) => $"{Four(day.Year)}-{Two(day.Month)}-{Two(day.Day)}";

    private static string Four(int n) => n.ToString("0000", CultureInfo.InvariantCulture);

    private static string Two(int n) => n.ToString("00", CultureInfo.InvariantCulture);
}
