using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets;

/// <summary>
/// Tables between countries and industries: what a sector of one state delivers to a sector, or to a final use, of another. WIOD and the
/// OECD's ICIO share them. Cells that are zero are not stored: a cell that is not there is zero.
/// </summary>
public static class InputOutputTables
{
    /// <summary>What the sector numbers of an import stand for: `01T02`, `c1`, `HFCE`, `VA`, `output`.</summary>
    public static TableShape Sectors { get; } =
        new()
        {
            Name = "io_sector",
            Key = 1,
            Columns = [new("number", CellKind.Integer), new("code", CellKind.Text)],
        };

    /// <summary>US$ million at current prices.</summary>
    public static TableShape Cells { get; } =
        new()
        {
            Name = "io_cell",
            Key = 5,
            Columns =
            [
                new("year", CellKind.Integer),
                new("row_state", CellKind.Integer),
                new("row_sector", CellKind.Integer),
                new("column_state", CellKind.Integer),
                new("column_sector", CellKind.Integer),
                new("value", CellKind.Real),
            ],
        };

    /// <summary>Reads a square of labelled rows and columns, as both publishers have it.</summary>
    /// <param name="labels">The column of the rows' labels.</param>
    /// <param name="labelled">Who a label, found in a column, stands for; null leaves its row or column out.</param>
    /// <param name="blanks">True where an empty cell is a zero; else it is an error.</param>
    internal static void Matrix(
        CsvTable table,
        ImportRun run,
        int year,
        int labels,
        Func<string, int, TablePlace?> labelled,
        bool blanks = false
    )
    {
        var columns = new TablePlace?[table.Header.Count];
        for (var i = 0; i < columns.Length; i++)
            if (i != labels)
                columns[i] = labelled(table.Header[i], i);
        while (table.Next())
            if (labelled(table.Required(labels), labels) is { } row)
                Row(table, run, year, row, columns, blanks);
    }

    /// <summary>Writes what the row that the table stands at delivers to each of the columns.</summary>
    internal static void Row(CsvTable table, ImportRun run, int year, TablePlace row, TablePlace?[] columns, bool blanks = false)
    {
        var rows = run.Table(Cells);
        for (var i = 0; i < columns.Length; i++)
            if (columns[i] is { } column && table.Text(i) is not "0" and var text && !(blanks && text.Length == 0))
                if (table.Real(i) is not 0 and var value)
                    rows.Row(table).Int(year).Int(row.State).Int(row.Sector).Int(column.State).Int(column.Sector).Real(value);
    }

    /// <summary>The year that a file's own name ends in: `wiot_2011.csv`, `ICIO2021_2018.csv`, `2018_SML.csv`.</summary>
    /// <param name="example">A name that would have done.</param>
    /// <exception cref="DataFileException">The name has no year.</exception>
    internal static int YearOf(DataFileInput file, string example) =>
        YearIn(file.Name) is >= 0 and var year
            ? year
            : throw new DataFileException(
                file.Name,
                0,
                "",
                "a table that does not say its year",
                $"the year in the file's name, as in {example}"
            );

    private static int YearIn(string name)
    {
        name = name[(name.LastIndexOf('/') + 1)..];
        var found = -1;
        for (var i = 0; i < name.Length; )
        {
            var end = i;
            while (end < name.Length && char.IsAsciiDigit(name[end]))
                end++;
            if (
                end - i == 4
                && int.Parse(name.AsSpan(i, 4), System.Globalization.CultureInfo.InvariantCulture) is >= 1900 and <= 2100 and var year
            )
                found = year;
            i = Math.Max(end, i + 1);
        }
        return found;
    }
}

/// <summary>A state and a sector, as a row or a column of a table names them.</summary>
internal readonly record struct TablePlace(int State, int Sector);

/// <summary>Names of rows and columns as numbers, for one import: sectors are numbered as they are met.</summary>
internal sealed class PlaceNames(ImportRun run)
{
    private readonly Dictionary<string, int> sectors = new(StringComparer.Ordinal);

    /// <summary>`AUS` and `c1`; null where the state is not known, which is then on the list.</summary>
    /// <param name="state">As written; nothing for a row of the whole table (value added, taxes), which is the world's.</param>
    public TablePlace? Of(string state, string sector, CsvTable table, int column)
    {
        var id =
            state.Length == 0 ? run.Place(CodeSystem.Iso3, "WLD", table, column) : run.Place(CodeSystem.Iso3, Whole(state), table, column);
        if (id is not { } party)
            return null;
        // The OECD's parts of China and Mexico (export processing and the rest) are the state's, with sectors of their own.
        return new TablePlace(party, SectorOf(Whole(state) == state ? sector : $"{state}:{sector}", table));
    }

    private int SectorOf(string code, CsvTable table)
    {
        if (!sectors.TryGetValue(code, out var number))
        {
            sectors[code] = number = sectors.Count + 1;
            run.Table(InputOutputTables.Sectors).Row(table).Int(number).Text(code);
        }
        return number;
    }

    private static string Whole(string state) =>
        state switch
        {
            "CN1" or "CN2" => "CHN",
            "MX1" or "MX2" => "MEX",
            _ => state,
        };
}
