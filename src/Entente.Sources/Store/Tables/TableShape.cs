using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Store.Tables;

public enum CellKind
{
    /// <summary>A whole number: party, year, count, code.</summary>
    Integer,

    /// <summary>A number as published, in the publisher's unit.</summary>
    Real,
    Text,
}

/// <summary>A column of a bulk table.</summary>
/// <param name="Nullable">True where a value may be absent; the reason is then kept in the row's `absent`.</param>
public sealed record Column(string Name, CellKind Kind, bool Nullable = false);

/// <summary>
/// The shape of one bulk table: what a row says, without the bookkeeping that every table has (`import_id` first; `absent`, where a value
/// may be missing, and `line`, the row of the publisher's file, last). The first <see cref="Key"/> columns with the import name a row.
/// The embedded store and the cluster make their tables of the same shapes.
/// </summary>
public sealed record TableShape
{
    public required string Name { get; init; }

    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>How many of the columns, from the first, tell rows of one import apart.</summary>
    public required int Key { get; init; }

    /// <summary>
    /// The column of the party whose figures the rows are, by which a cluster spreads them over its shards; null for the first key column.
    /// </summary>
    public string? Subject { get; init; }

    /// <summary>The place of <see cref="Subject"/> among <see cref="Columns"/>.</summary>
    public int SubjectColumn => Subject is null ? 0 : IndexOf(Subject);

    public bool HasAbsent
    {
        get
        {
            foreach (var column in Columns)
                if (column.Nullable)
                    return true;
            return false;
        }
    }

    /// <summary>Every column with the bookkeeping ones, in the order of the table.</summary>
    public IReadOnlyList<Column> AllColumns
    {
        get
        {
            var all = new List<Column>(Columns.Count + 3) { new("import_id", CellKind.Integer) };
            all.AddRange(Columns);
            if (HasAbsent)
                all.Add(new("absent", CellKind.Integer));
            all.Add(new("line", CellKind.Integer));
            return all;
        }
    }

    /// <summary>The column that dates a row (`year`, `period` or `day`); -1 where there is none.</summary>
    public int TimeColumn
    {
        get
        {
            for (var i = 0; i < Columns.Count; i++)
                if (Columns[i].Name is "year" or "period" or "day")
                    return i;
            return -1;
        }
    }

    /// <summary>The year that a cell of <see cref="TimeColumn"/> is in.</summary>
    public int YearOf(long cell) => Columns[TimeColumn].Name == "year" ? (int)cell : PeriodCode.Year((int)cell);

    /// <summary>The place of a column among <see cref="Columns"/>.</summary>
    /// <exception cref="ArgumentException">No column of that name.</exception>
    public int IndexOf(string column)
    {
        for (var i = 0; i < Columns.Count; i++)
            if (Columns[i].Name == column)
                return i;
        throw new ArgumentException($"{Name} has no column {column}", nameof(column));
    }
}

/// <summary>Why a value is not there. Never a zero: a zero is a value.</summary>
public enum Absence
{
    None = 0,

    /// <summary>The publisher covers the case and has no figure (COW's -9).</summary>
    Unreported = 1,

    /// <summary>Outside the years or parties that the publisher covers.</summary>
    OutOfCoverage = 2,

    /// <summary>The question does not arise (a state's distance to itself).</summary>
    NotApplicable = 3,

    /// <summary>Known to the publisher and withheld.</summary>
    Suppressed = 4,
}

/// <summary>
/// A row's place in the files of its import as one number: which file, and which line of it. So every figure leads back to the row it was
/// read from.
/// </summary>
public static class SourceLine
{
    private const long Lines = 1L << 32;

    /// <param name="file">The file's number in the import, from 0.</param>
    /// <param name="line">From 1.</param>
    public static long Of(int file, int line) => (file * Lines) + line;

    public static int File(long place) => (int)(place / Lines);

    public static int Line(long place) => (int)(place % Lines);
}
