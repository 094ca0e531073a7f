using System.Globalization;

namespace Entente.Record;

/// <summary>
/// A value of a published dataset that is known to be wrong, with what it should be, why, and who says so. The raw row stays as published; the
/// correction is applied where it is read, and only while the raw row says what it said when the correction was written.
/// </summary>
public sealed record Correction
{
    /// <summary>The dataset's name on the command line: `cow-trade`.</summary>
    public required string Dataset { get; init; }

    /// <summary>The table of the store: `dyadic_trade`.</summary>
    public required string Table { get; init; }

    /// <summary>The columns that name the row, each with its value: a state's code, a number or a text. `vintage` binds it to a release.</summary>
    public required IReadOnlyList<(string Column, string Value)> Key { get; init; }

    /// <summary>The column that is wrong.</summary>
    public required string Column { get; init; }

    /// <summary>What the publisher printed, in the publisher's unit; null where nothing stands there.</summary>
    public required double? Raw { get; init; }

    /// <summary>What it should be; null where nothing should stand there.</summary>
    public required double? Corrected { get; init; }

    public required string Reason { get; init; }

    /// <summary>Who says so: an erratum, an address, a letter.</summary>
    public required string Source { get; init; }

    /// <summary>When the correction was written.</summary>
    public required Quantities.Period Date { get; init; }

    /// <summary>Where the entry itself stands.</summary>
    public required RowRef Row { get; init; }
}

/// <summary>Reads `corrections.csv`.</summary>
public static class CorrectionTableReader
{
    private static readonly string[] Columns = ["dataset", "table", "key", "column", "raw", "corrected", "reason", "source", "date"];

    /// <summary>Reads one table. Bad rows are left out and reported with line and column.</summary>
    public static TableOutcome<Correction> Read(string csv, string file) => Read(csv, file, new());

    internal static TableOutcome<Correction> Read(string csv, string file, TablePools pools) =>
        new Table(file, Columns, pools).Read(csv, ReadRow);

    private static Correction ReadRow(Table row)
    {
        var (raw, corrected) = (Number(row, 4), Number(row, 5));
        if (raw is not null && raw.Equals(corrected))
            row.Fail(row[5], $"'{row[5].Text}', which is the raw value", "another value");
        return new()
        {
            Dataset = row.Required(0),
            Table = Name(row, 1),
            Key = Key(row),
            Column = Name(row, 3),
            Raw = raw,
            Corrected = corrected,
            Reason = row.Required(6),
            Source = row.Required(7),
            Date = row.RequiredPeriod(8),
            Row = row.Row,
        };
    }

    private static double? Number(Table row, int column)
    {
        var field = row[column];
        if (field.Text.Length == 0)
            return null;
        if (double.TryParse(field.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value))
            return value;
        row.Fail(field, $"'{field.Text}'", $"for {Columns[column]} a number as the publisher prints it, or nothing where none stands");
        return null;
    }

    /// <summary>Names of tables and columns go into questions to the store: letters, digits and underscores only.</summary>
    private static string Name(Table row, int column)
    {
        var text = row.Required(column);
        if (!IsName(text))
            row.Fail(row[column], $"'{text}'", $"the name of a {Columns[column]}, in small letters");
        return text;
    }

    private static List<(string Column, string Value)> Key(Table row)
    {
        var parts = row.Required(2).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var key = new List<(string, string)>(parts.Length);
        foreach (var part in parts)
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0 && at < part.Length - 1 && IsName(part[..at].TrimEnd()))
                key.Add((part[..at].TrimEnd(), part[(at + 1)..].TrimStart()));
            else
                row.Fail(row[2], $"'{part}'", "column=value;column=value, for example state1=USA;state2=CAN;year=1990");
        }
        return key;
    }

    private static bool IsName(string text)
    {
        foreach (var c in text)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_'))
                return false;
        return text.Length > 0;
    }
}
