using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Icio;

/// <summary>
/// The OECD's Inter-Country Input-Output tables, one CSV for a year (`ICIO2021_2018.csv`, `2018_SML.csv`) or the zip of several: the first
/// column labels the rows (`AUS_01T02`, `VA`), the header the columns (`AUS_01T02`, `AUS_HFCE`, `OUT`).
/// </summary>
public sealed class IcioDataset : Dataset
{
    public override string Name => "icio";

    public override string Authority => "OECD";

    public override Publication Publication { get; } =
        new()
        {
            Title = "OECD Inter-Country Input-Output Tables",
            Producer = "OECD",
            Year = 2023,
            In = "OECD",
            Address = "https://oe.cd/icio",
            Licence = "OECD terms; data of the OECD are CC BY 4.0 since 2024",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [InputOutputTables.Cells, InputOutputTables.Sectors];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var names = new PlaceNames(run);
        foreach (var file in files)
        {
            // A zip of tables has notes beside them.
            if (file.IsMember && !file.Name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
                continue;
            var year = InputOutputTables.YearOf(file, "ICIO2021_2018.csv or 2018_SML.csv");
            using var table = new CsvTable(file);
            Read(table, run, names, year);
        }
    }

    private static void Read(CsvTable table, ImportRun run, PlaceNames names, int year)
    {
        if (table.Header.Count < 2 || !table.Header.Skip(1).Any(h => h.IndexOf('_') == 3))
            throw new DataFileException(
                table.File,
                1,
                "",
                $"the columns {string.Join(", ", table.Header.Take(12))}",
                "a first column of labels, then columns such as AUS_01T02"
            );
        InputOutputTables.Matrix(table, run, year, 0, (label, column) => Labelled(table, label, column, names), blanks: true);
    }

    private static TablePlace? Labelled(CsvTable table, string label, int column, PlaceNames names)
    {
        var at = label.IndexOf('_');
        // Totals and value added (`VA`, `TLS`, `OUT`, `TOTAL`) are of no country.
        return at == 3 ? names.Of(label[..at], label[(at + 1)..], table, column) : names.Of("", label, table, column);
    }
}
