using System.Globalization;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Wiod;

/// <summary>
/// The World Input-Output Database: tables of the 2016 release in the columns of its own data files (IndustryCode, Country, RNr, Year,
/// vAUS1 …, TOT), and matrices of the 2013 release with labels `AUS.c1` and the year in the file's name.
/// </summary>
public sealed class WiodDataset : Dataset
{
    public override string Name => "wiod";

    public override string Authority => "WIOD";

    public override Publication Publication { get; } =
        new()
        {
            Title = "World Input-Output Database",
            Producer = "Marcel P. Timmer, Erik Dietzenbacher, Bart Los, Robert Stehrer and Gaaitzen J. de Vries",
            Year = 2015,
            In = "Review of International Economics 23(3): 575-605; Groningen Growth and Development Centre",
            Doi = "10.1111/roie.12178",
            Address = "https://www.rug.nl/ggdc/valuechain/wiod/",
            Licence = "free to use with citation; the 2016 release is CC BY 4.0",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [InputOutputTables.Cells, InputOutputTables.Sectors];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var names = new PlaceNames(run);
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            if (table.Has("RNr") && table.Has("Country"))
                Release2016(file, table, run, names);
            else if (table.Has("row") && table.Header.Any(h => h.Contains(".c", StringComparison.Ordinal)))
                InputOutputTables.Matrix(
                    table,
                    run,
                    InputOutputTables.YearOf(file, "wiot_2011.csv"),
                    table.Column("row"),
                    (label, column) => Labelled(table, label, column, names)
                );
            else
                throw new DataFileException(
                    file.Name,
                    1,
                    "",
                    $"the columns {string.Join(", ", table.Header.Take(12))}",
                    "IndustryCode, Country, RNr, Year, vAUS1 … (release of 2016), or row, AUS.c1 … with the year in the file's name"
                );
        }
    }

    private static void Release2016(DataFileInput file, CsvTable table, ImportRun run, PlaceNames names)
    {
        var (code, country, year) = (table.Column("IndustryCode"), table.Column("Country"), table.Column("Year"));
        var number = table.Column("RNr");
        // Columns carry numbers, rows both numbers and codes: one pass over the first country's rows gives the industries' codes.
        var codes = new Dictionary<int, string>();
        while (table.Next())
        {
            if (table.Integer(number) is var at && !codes.TryAdd((int)at, table.Required(code)))
                break;
        }
        using var again = new CsvTable(file);
        var columns = new TablePlace?[again.Header.Count];
        for (var i = 0; i < columns.Length; i++)
        {
            var name = again.Header[i];
            if (
                name.Length >= 5
                && name[0] == 'v'
                && int.TryParse(name.AsSpan(4), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            )
                columns[i] = names.Of(
                    name[1..4].ToUpperInvariant(),
                    n <= Industries ? codes.GetValueOrDefault(n, $"{n}") : FinalUse(n),
                    again,
                    i
                );
            else if (name == "TOT")
                columns[i] = names.Of("", "output", again, i);
        }
        while (again.Next())
        {
            var state = again.Required(country);
            // Value added, taxes and margins are rows of no country.
            if (names.Of(state == "TOT" ? "" : state.ToUpperInvariant(), again.Required(code), again, country) is { } row)
                InputOutputTables.Row(again, run, again.Year(year), row, columns);
        }
    }

    /// <summary>Industries of the 2016 release; what follows is final use.</summary>
    private const int Industries = 56;

    private static string FinalUse(int number) =>
        number switch
        {
            57 => "CONS_h",
            58 => "CONS_np",
            59 => "CONS_g",
            60 => "GFCF",
            61 => "INVEN",
            _ => number.ToString(CultureInfo.InvariantCulture),
        };

    private static TablePlace? Labelled(CsvTable table, string label, int column, PlaceNames names)
    {
        var dot = label.IndexOf('.');
        return dot < 0 ? names.Of("", label, table, column) : names.Of(label[..dot].ToUpperInvariant(), label[(dot + 1)..], table, column);
    }
}
