using Entente.Quantities;

namespace Entente.Record;

/// <summary>Reads tables of observations, the record's long format: one row, one figure, one source.</summary>
public static class RecordTableReader
{
    private static readonly string[] Columns =
    [
        "measure",
        "of",
        "subject",
        "object",
        "item",
        "period",
        "value",
        "unit",
        "bound",
        "source",
        "via",
        "tier",
        "published",
        "url",
        "reporter",
        "basis",
        "derived",
        "pages",
        "note",
    ];

    private static readonly string[] BoundWords = ["=", "~", ">", "<", "<~", ">~", ""];
    private static readonly Bound[] Bounds =
    [
        Bound.Exact,
        Bound.About,
        Bound.MoreThan,
        Bound.LessThan,
        Bound.Nearly,
        Bound.JustOver,
        Bound.Exact,
    ];
    private static readonly string[] YesWords = ["", "yes"];
    private static readonly bool[] YesValues = [false, true];

    /// <summary>The header every table of observations begins with.</summary>
    public static string Header => string.Join(',', Columns);

    /// <summary>The sign that the column `bound` has for a bound.</summary>
    public static string Sign(Bound bound) => BoundWords[Array.IndexOf(Bounds, bound)];

    /// <summary>Reads one table. Bad rows are left out and reported with line and column; nothing is thrown for bad data.</summary>
    /// <param name="csv">The whole text of the table.</param>
    /// <param name="file">The path within the record, for row references and errors.</param>
    public static TableOutcome<Observation> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<Observation> Read(string csv, string file, TablePools pools) =>
        new Table(file, Columns, pools).Read(csv, ReadRow);

    private static Observation ReadRow(Table row)
    {
        var unit = ReadUnit(row);
        var (value, upper) = ReadValue(row, unit);
        return new()
        {
            Measure = row.Required(0),
            Of = row.Optional(1),
            Subject = row.Text(2),
            Object = row.Optional(3),
            Item = row.Text(4),
            Period = row.OptionalPeriod(5),
            Value = value,
            Upper = upper,
            Unit = unit,
            Bound = row.Word(8, BoundWords, Bounds),
            Source = row.Required(9),
            Via = row.Optional(10),
            Tier = row.RequiredTier(11),
            Published = row.OptionalPeriod(12),
            Url = ReadUrl(row),
            Reporter = row.Optional(14),
            Basis = row.Text(15),
            Derived = row.Word(16, YesWords, YesValues),
            Pages = ReadPages(row),
            Note = row.Optional(18),
            Row = row.Row,
        };
    }

    private static Unit ReadUnit(Table row)
    {
        var field = row[7];
        if (Units.TryFind(field.Text, out var unit))
            return unit;
        row.Fail(field, field.Text.Length == 0 ? "no unit" : $"unit '{field.Text}'", $"one of {string.Join(" ", Units.Symbols)}");
        return Units.Number;
    }

    private static (WrittenNumber Value, WrittenNumber Upper) ReadValue(Table row, Unit unit)
    {
        var field = row[6];
        var dots = field.Text.IndexOf("..", StringComparison.Ordinal);
        var (low, high) = dots < 0 ? (field.Text, field.Text) : (field.Text[..dots], field.Text[(dots + 2)..]);
        if (TryDigits(low, unit, out var value) && TryDigits(high, unit, out var upper) && value.Value <= upper.Value)
            return (value, upper);
        row.Fail(field, $"'{field.Text}'", "a plain number in base units such as 190270000000 or 0.293, or a range such as 30..40");
        return default;
    }

    /// <summary>
    /// A figure with the weight of its last digit. Trailing zeros of large whole numbers are padding (240100000000 was "240.1 billion");
    /// below a thousand nobody pads, and ranks, years and counts are exact whatever they end in.
    /// </summary>
    public static bool TryDigits(string text, Unit unit, out WrittenNumber number)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(unit);
        number = default;
        foreach (var c in text)
            if (c is not ((>= '0' and <= '9') or '.' or '-'))
                return false;
        if (!WrittenNumber.TryParse(text, out number))
            return false;
        var exact = unit.Dimension is Dimension.Rank or Dimension.Date or Dimension.Truth || unit.Symbol is "count" or "states" or "votes";
        if (!exact && Math.Abs(number.Value) >= 1000)
            number = WrittenNumber.FromData(text);
        return true;
    }

    private static string? ReadUrl(Table row)
    {
        var url = row.Optional(13);
        if (url is null || url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal))
            return url;
        row.Fail(row[13], $"'{url}'", "an address that begins with https:// or http://, or nothing");
        return null;
    }

    private static int ReadPages(Table row)
    {
        var field = row[17];
        if (field.Text.Length == 0)
            return 1;
        if (WrittenNumber.TryParse(field.Text, out var pages) && pages.Value is >= 0 and < 10_000 && pages.LastDigit == 1)
            return (int)pages.Value;
        row.Fail(field, $"'{field.Text}'", "the number of pages on which the figure stood");
        return 1;
    }
}
