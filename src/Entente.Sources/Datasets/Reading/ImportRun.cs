using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Reading;

/// <summary>
/// What an importer works with: tables to write to, and who is meant by a code. A code that means nobody in the year of its row is
/// remembered with its place and what it may have been meant to be; the row stays out, and the import says so.
/// </summary>
public sealed class ImportRun
{
    /// <summary>More rows than this that cannot be placed are counted, no longer listed.</summary>
    private const int MostListed = 10_000;
    private readonly Func<TableShape, TableWriter> table;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<(CodeSystem, string, int), int> placed = [];
    private readonly Dictionary<(CodeSystem, string), string> hints = [];
    private readonly List<UnplacedRow> unplaced = [];
    private int ticks;

    internal ImportRun(StateCodes states, Func<TableShape, TableWriter> table, CancellationToken cancellation) =>
        (States, this.table, this.cancellation) = (states, table, cancellation);

    public StateCodes States { get; }

    /// <summary>The file that says what the columns are, for a dataset that needs one.</summary>
    public DataFileInput? Mapping { get; internal init; }

    /// <summary>Rows that could not be placed, the first of them.</summary>
    public IReadOnlyList<UnplacedRow> Unplaced => unplaced;

    public long UnplacedCount { get; private set; }

    public TableWriter Table(TableShape shape) => table(shape);

    /// <summary>The party's number; null where the code means none in that year, which is then on the list.</summary>
    /// <param name="year">The year of the row; null where it has none.</param>
    public int? Place(CodeSystem system, int column, CsvTable row, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Place(system, row.Text(column), row, column, year);
    }

    /// <summary>The same for a code that is a part of a field, or stands in another one.</summary>
    public int? Place(CodeSystem system, string value, CsvTable row, int column, int? year = null)
    {
        ArgumentNullException.ThrowIfNull(row);
        if ((++ticks & 1023) == 0)
            cancellation.ThrowIfCancellationRequested();
        if (placed.TryGetValue((system, value, year ?? 0), out var id))
            return id < 0 ? Unknown(system, value, row, column) : id;
        var party = States.Find(system, value, year);
        placed[(system, value, year ?? 0)] = party?.Id ?? -1;
        return party?.Id ?? Unknown(system, value, row, column);
    }

    /// <summary>Puts a row on the list of what could not be placed, for a reason of the importer's own.</summary>
    public void Leave(CsvTable row, int column, string found, string expected)
    {
        ArgumentNullException.ThrowIfNull(row);
        UnplacedCount++;
        if (unplaced.Count < MostListed)
            unplaced.Add(new(row.File, row.Line, column < row.Header.Count ? row.Header[column] : "", found, expected));
    }

    private int? Unknown(CodeSystem system, string value, CsvTable row, int column)
    {
        if (!hints.TryGetValue((system, value), out var hint))
        {
            var near = States.Nearest(system, value);
            hints[(system, value)] = hint =
                near.Count == 0 ? $"a {Named(system)}" : $"a {Named(system)}; nearest: {string.Join(", ", near)}";
        }
        Leave(row, column, CsvTable.Shown(value), hint);
        return null;
    }

    private static string Named(CodeSystem system) =>
        system switch
        {
            CodeSystem.Iso3 => "code of three letters (ISO 3166)",
            CodeSystem.Iso2 => "code of two letters (ISO 3166)",
            CodeSystem.M49 => "number of M49",
            CodeSystem.Cow => "Correlates of War number that stands for a state in that year",
            CodeSystem.CowLetters => "Correlates of War abbreviation",
            CodeSystem.GleditschWard => "Gleditsch-Ward number that stands for a state in that year",
            CodeSystem.Imf => "number of the IMF",
            _ => "name of a state",
        };
}

/// <summary>
/// Periods as whole numbers, so that tables stay small and sort by time: a year is yyyy0000, a month yyyymm00, a day yyyymmdd, a quarter
/// yyyy9q00 and a half yyyy8h00.
/// </summary>
public static class PeriodCode
{
    public static int OfYear(int year) => year * 10_000;

    public static int OfMonth(int year, int month) => (year * 10_000) + (month * 100);

    public static int OfDay(int year, int month, int day) => (year * 10_000) + (month * 100) + day;

    public static int OfQuarter(int year, int quarter) => (year * 10_000) + ((90 + quarter) * 100);

    public static int OfHalf(int year, int half) => (year * 10_000) + ((80 + half) * 100);

    public static int Year(int code) => code / 10_000;

    /// <summary>The period as the claim language writes it: `2022`, `2022-03`, `2022-Q1`, `2022-02-04`.</summary>
    public static string Text(int code)
    {
        var (year, part, day) = (code / 10_000, code / 100 % 100, code % 100);
        return (part, day) switch
        {
            (0, _) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}"),
            (> 90, _) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-Q{part - 90}"),
            (> 80, _) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-H{part - 80}"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{part:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{year:0000}-{part:00}-{day:00}"),
        };
    }
}
