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

    /// <summary>The year that a file's own name ends in (`wiot_2011.csv`, `ICIO2021_2018.csv`, `2018_SML.csv`); -1 where it has none.</summary>
    internal static int YearIn(string name)
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
