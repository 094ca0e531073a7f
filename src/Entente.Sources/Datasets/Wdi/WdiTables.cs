using System.Globalization;
using System.Text;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Wdi;

/// <summary>The tables of the World Development Indicators, and the number by which a series is known in them.</summary>
public static class WdiTables
{
    /// <summary>The names of the series: `number` is <see cref="Number"/> of `code` (`NY.GDP.MKTP.CD`).</summary>
    public static TableShape Series { get; } =
        new()
        {
            Name = "wdi_series",
            Key = 1,
            Columns = [new("number", CellKind.Integer), new("code", CellKind.Text), new("name", CellKind.Text)],
        };

    /// <summary>One figure in the series' own unit.</summary>
    public static TableShape Values { get; } =
        new()
        {
            Name = "wdi",
            Key = 3,
            Columns =
            [
                new("series", CellKind.Integer),
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                new("value", CellKind.Real, true),
            ],
        };

    /// <summary>
    /// 46 bits of the code's FNV-1a hash (Fowler, Noll, Vo): the same on every machine and in every release, so that a question needs no
    /// look at the names. Two codes with one number are refused while importing.
    /// </summary>
    public static long Number(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        var hash = 14695981039346656037UL;
        Span<byte> bytes = stackalloc byte[Encoding.UTF8.GetMaxByteCount(Math.Min(code.Length, 200))];
        var length = Encoding.UTF8.GetBytes(code.AsSpan(0, Math.Min(code.Length, 200)), bytes);
        foreach (var b in bytes[..length])
            hash = unchecked((hash ^ b) * 1099511628211UL);
        return (long)((hash ^ (hash >> 46)) & ((1UL << 46) - 1));
    }

    /// <summary>A series as a measure of one state.</summary>
    public static MeasureReading Reading(string measure, string code, string unit, double scale = 1, string basis = "") =>
        new()
        {
            Measure = measure,
            Table = Values,
            Value = "value",
            Scale = scale,
            Unit = unit,
            Subject = "state",
            Period = "year",
            Where = string.Create(CultureInfo.InvariantCulture, $"series = {Number(code)}"),
            Basis = basis,
            ReportedBy = ReportedBy.Nobody,
        };
}
