using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.ImfImts;

/// <summary>The IMF's International Trade in Goods by partner (IMTS), before 2025 the Direction of Trade Statistics (DOTS).</summary>
public sealed class ImfImtsDataset : Dataset
{
    public override string Name => "imf-imts";

    public override string Authority => "IMF";

    public override Publication Publication { get; } =
        new()
        {
            Title = "International Trade in Goods (by partner country) (IMTS)",
            Producer = "International Monetary Fund",
            Year = 2025,
            In = "IMF Data; before 2025 Direction of Trade Statistics",
            Address = "https://data.imf.org/en/datasets/IMF.STA:IMTS",
            Licence = "free to use with attribution; terms on passing data on at imf.org/en/about/copyright-and-terms",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [GoodsFlow.Table];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        GoodsFlow.Reading("exports", GoodsFlow.Export, 1),
        // With freight, as nearly every state publishes its imports.
        GoodsFlow.Reading("imports", GoodsFlow.Import, 1),
        GoodsFlow.Reading("imports", GoodsFlow.ImportFob, 1) with
        {
            Basis = "fob",
        },
    ];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files) => ImfRelease.Of(files);

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(GoodsFlow.Table);
        foreach (var file in files)
        {
            using var source = new ImfTable(file, "trade by partner");
            var table = source.Table;
            var indicator = source.Find("INDICATOR.ID", "Indicator Code", "INDICATOR");
            var (country, countryName) = (source.Find("COUNTRY.ID", "Country Code", "COUNTRY"), source.Find("Country Name"));
            var partner = source.Find("COUNTERPART_COUNTRY.ID", "Counterpart Country Code", "COUNTERPART_COUNTRY");
            var partnerName = source.Find("Counterpart Country Name");
            if (indicator < 0 && !table.Has("SERIES_CODE"))
                table.Column("INDICATOR.ID");
            if (partner < 0 && !table.Has("SERIES_CODE"))
                table.Column("COUNTERPART_COUNTRY.ID");
            while (source.Next())
            {
                var direction = DirectionOf(table, indicator, source.Code(indicator, 1));
                if (direction == 0)
                    continue;
                // The bulk files are in plain dollars and have no scale; the Data Explorer says its own.
                var scale = source.Scale() ?? (source.IsBulk ? 1 : 1e6);
                var (from, to) = (source.Code(country, 0), source.Code(partner, 2));
                foreach (var cell in source.Cells)
                    if (
                        source.Party(run, from, country, countryName, cell) is { } a
                        && source.Party(run, to, partner, partnerName, cell) is { } b
                    )
                        rows.Row(table)
                            .Int(a)
                            .Int(b)
                            .Int(GoodsFlow.AllGoods)
                            .Int(cell.Period)
                            .Int(direction)
                            .RealOr(ImfTable.Scaled(cell.Value, scale), Absence.Unreported)
                            .Missing(Absence.OutOfCoverage);
            }
        }
    }

    /// <summary>By code or by label; balances are differences of the two and are passed over.</summary>
    private static int DirectionOf(CsvTable table, int column, string text) =>
        text switch
        {
            "XG_FOB_USD" or "TXG_FOB_USD" => GoodsFlow.Export,
            "MG_CIF_USD" or "TMG_CIF_USD" => GoodsFlow.Import,
            "MG_FOB_USD" or "TMG_FOB_USD" => GoodsFlow.ImportFob,
            _ when text.StartsWith("TBG", StringComparison.Ordinal) || Says(text, "balance") => 0,
            _ when Says(text, "US dollar") && Says(text, "export") && Says(text, "FOB") => GoodsFlow.Export,
            _ when Says(text, "US dollar") && Says(text, "import") && Says(text, "CIF") => GoodsFlow.Import,
            _ when Says(text, "US dollar") && Says(text, "import") && Says(text, "FOB") => GoodsFlow.ImportFob,
            _ => throw table.Bad(
                Math.Max(column, 0),
                CsvTable.Shown(text),
                "XG_FOB_USD, MG_CIF_USD or MG_FOB_USD (in the bulk files TXG_FOB_USD, TMG_CIF_USD, TMG_FOB_USD)"
            ),
        };

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}

/// <summary>The release that a Data Explorer export names in its DATASET column: `IMF.STA:IMTS(1.0.0)`.</summary>
internal static class ImfRelease
{
    public static Release? Of(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var table = new CsvTable(files[0], ragged: true);
        if (!table.Has("DATASET") || !table.Next())
            return null;
        var text = table.Text(table.Column("DATASET"));
        var (open, close) = (text.IndexOf('('), text.IndexOf(')'));
        return open > 0 && close > open + 1 ? new Release(text[(open + 1)..close]) : null;
    }
}
