using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.OecdCifFob;

/// <summary>The OECD's International Transport and Insurance Costs of merchandise trade (ITIC): what of an import's value is freight.</summary>
public sealed class OecdCifFobDataset : Dataset
{
    /// <summary>`margin` in per cent of the import's value with freight (cif). `item` as in `goods_flow`. `status` and `method` are the publisher's codes.</summary>
    public static TableShape Margins { get; } =
        new()
        {
            Name = "cif_margin",
            Key = 4,
            Columns =
            [
                new("importer", CellKind.Integer),
                new("exporter", CellKind.Integer),
                new("item", CellKind.Integer),
                new("year", CellKind.Integer),
                new("margin", CellKind.Real, true),
                new("status", CellKind.Text),
                new("method", CellKind.Text),
            ],
        };

    public override string Name => "oecd-cif-fob";

    public override string Authority => "OECD";

    public override Publication Publication { get; } =
        new()
        {
            Title = "International Transport and Insurance Costs of Merchandise Trade (ITIC)",
            Producer = "Guannan Miao and Fabienne Fortanier",
            Year = 2017,
            In = "OECD Statistics Working Papers 2017/04, OECD",
            Doi = "10.1787/8267bb0f-en",
            Address = "https://data-explorer.oecd.org/?tm=ITIC",
            Licence = "OECD terms; data of the OECD are CC BY 4.0 since 2024",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Margins];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var table = new CsvTable(files[0]);
        if (!table.Has("STRUCTURE_ID") || !table.Next())
            return null;
        var text = table.Text(table.Column("STRUCTURE_ID"));
        var (open, close) = (text.LastIndexOf('('), text.LastIndexOf(')'));
        return open > 0 && close > open + 1 ? new Release(text[(open + 1)..close]) : null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Margins);
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            var (importer, exporter) = (table.Column("REF_AREA"), table.Column("COUNTERPART_AREA"));
            var (product, when, value) = (ProductOf(table), table.Column("TIME_PERIOD"), table.Column("OBS_VALUE"));
            var (measure, unit) = (Optional(table, "MEASURE"), Optional(table, "UNIT_MEASURE"));
            var (status, method) = (Optional(table, "OBS_STATUS"), Optional(table, "METHODOLOGY_TYPE"));
            while (table.Next())
            {
                if (measure >= 0 && table.Text(measure) is not "C_F" and var other)
                    throw table.Bad(measure, CsvTable.Shown(other), "C_F (the margin between cif and fob)");
                if (unit >= 0 && table.Text(unit) is not "PT_IM_CIF" and var found)
                    throw table.Bad(unit, CsvTable.Shown(found), "PT_IM_CIF (per cent of the import's value with freight)");
                var year = table.Year(when);
                var to = run.Place(CodeSystem.Iso3, importer, table, year);
                var from = run.Place(CodeSystem.Iso3, exporter, table, year);
                if (to is not { } buyer || from is not { } seller)
                    continue;
                rows.Row(table)
                    .Int(buyer)
                    .Int(seller)
                    .Int(ItemOf(table, product))
                    .Int(year)
                    .RealOr(table.RealOrMissing(value, "NaN"), Absence.Unreported)
                    .Text(status < 0 ? "" : table.Text(status))
                    .Text(method < 0 ? "" : table.Text(method));
            }
        }
    }

    private static int Optional(CsvTable table, string name) => table.Has(name) ? table.Column(name) : -1;

    // The column is named after the edition of the Harmonised System.
    private static int ProductOf(CsvTable table)
    {
        foreach (var name in table.Header)
            if (name.StartsWith("COMM_HS", StringComparison.Ordinal))
                return table.Column(name);
        return table.Column("COMM_HS2017");
    }

    private static int ItemOf(CsvTable table, int column)
    {
        var code = table.Text(column);
        return code == "_T"
            ? GoodsFlow.AllGoods
            : GoodsFlow.ItemOf(code)
                ?? throw table.Bad(column, CsvTable.Shown(code), "_T or a heading of the Harmonised System of 2, 4 or 6 digits");
    }
}
