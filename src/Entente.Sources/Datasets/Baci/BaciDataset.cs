using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Baci;

/// <summary>
/// CEPII's BACI: world trade by product, one figure for each flow, reconciled from what both sides report to UN Comtrade. Products of six
/// digits; the sum over them is added for each pair and year.
/// </summary>
public sealed class BaciDataset : Dataset
{
    public override string Name => "baci";

    public override string Authority => "CEPII BACI";

    public override Publication Publication { get; } =
        new()
        {
            Title = "BACI: International Trade Database at the Product-Level",
            Producer = "Guillaume Gaulier and Soledad Zignago",
            Year = 2010,
            In = "CEPII Working Paper 2010-23, CEPII",
            Address = "https://www.cepii.fr/CEPII/en/bdd_modele/bdd_modele_item.asp?id=37",
            Licence = "Etalab Open Licence 2.0: figures may be passed on with attribution",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [GoodsFlow.Table];

    // One figure for both sides, without freight: nobody's own report. A customs figure that differs is not refuted by it.
    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        GoodsFlow.Reading("exports", GoodsFlow.Export, 1) with
        {
            Basis = "fob",
            ReportedBy = ReportedBy.Nobody,
        },
        GoodsFlow.Reading("imports", GoodsFlow.Export, 1) with
        {
            Subject = "partner",
            Object = "reporter",
            Basis = "fob",
            ReportedBy = ReportedBy.Nobody,
        },
    ];

    /// <summary>`V202401` of the file's name: the January of 2024.</summary>
    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var file in files)
        {
            var at = file.Name.LastIndexOf("_V", StringComparison.Ordinal);
            if (at >= 0 && file.Name.Length >= at + 8 && file.Name[(at + 2)..(at + 8)] is var digits && digits.All(char.IsAsciiDigit))
            {
                var letter = at + 8 < file.Name.Length && char.IsAsciiLetterLower(file.Name[at + 8]) ? file.Name[(at + 8)..(at + 9)] : "";
                return new Release(digits + letter, $"{digits[..4]}-{digits[4..]}");
            }
        }
        return null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var sums = new Dictionary<(int Seller, int Buyer, int Year), (double Value, double Weight, long Line)>();
        var any = false;
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            // The zip has lists of countries and products beside the years.
            if (!table.Has("t") && (file.IsMember || table.Has("country_code") || table.Has("code")))
                continue;
            any = true;
            Read(table, run, sums);
        }
        if (!any)
            throw new DataFileException(
                files[0].Name,
                0,
                "",
                "no year of trade",
                "BACI_HS92_Y2020_V202401.csv or the like among the files"
            );
        var rows = run.Table(GoodsFlow.Table);
        foreach (var (flow, sum) in sums)
            rows.Row(sum.Line)
                .Int(flow.Seller)
                .Int(flow.Buyer)
                .Int(GoodsFlow.AllGoods)
                .Int(PeriodCode.OfYear(flow.Year))
                .Int(GoodsFlow.Export)
                .Real(sum.Value)
                .Real(sum.Weight);
    }

    private static void Read(CsvTable table, ImportRun run, Dictionary<(int, int, int), (double Value, double Weight, long Line)> sums)
    {
        var (when, from, to) = (table.Column("t"), table.Column("i"), table.Column("j"));
        var (product, worth, quantity) = (table.Column("k"), table.Column("v"), table.Column("q"));
        var rows = run.Table(GoodsFlow.Table);
        while (table.Next())
        {
            var year = table.Year(when);
            var first = run.Place(CodeSystem.M49, from, table, year);
            var second = run.Place(CodeSystem.M49, to, table, year);
            if (first is not { } seller || second is not { } buyer)
                continue;
            // Thousands of dollars, and tonnes, with three decimals each.
            var value = Math.Round(table.Real(worth) * 1000, 3);
            var weight = table.Text(quantity).AsSpan().Trim() is "NA" or "" ? (double?)null : Math.Round(table.Real(quantity) * 1000, 3);
            var line = SourceLine.Of(table.FileNumber, table.Line);
            rows.Row(line)
                .Int(seller)
                .Int(buyer)
                .Int(ItemOf(table, product))
                .Int(PeriodCode.OfYear(year))
                .Int(GoodsFlow.Export)
                .Real(value)
                .RealOr(weight, Absence.Unreported);
            var sum = sums.GetValueOrDefault((seller, buyer, year), (0, 0, line));
            sums[(seller, buyer, year)] = (Math.Round(sum.Value + value, 3), Math.Round(sum.Weight + (weight ?? 0), 3), sum.Line);
        }
    }

    /// <summary>Some releases write the six digits without their first zero.</summary>
    private static int ItemOf(CsvTable table, int column) =>
        table.Integer(column) is > 0 and < 1_000_000 and var code
            ? (int)(6_000_000 + code)
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), "a product of six digits");
}
