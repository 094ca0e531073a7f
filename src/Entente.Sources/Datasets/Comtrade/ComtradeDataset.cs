using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Comtrade;

/// <summary>
/// UN Comtrade, annual and monthly, goods: the bulk and API layout with its many columns, its short forms, and tables of date, value,
/// reporter and partner whose name says the flow.
/// </summary>
public sealed class ComtradeDataset : Dataset
{
    public override string Name => "comtrade";

    public override string Authority => "UN Comtrade";

    public override Publication Publication { get; } =
        new()
        {
            Title = "UN Comtrade Database",
            Producer = "United Nations Statistics Division",
            Year = 2024,
            In = "United Nations",
            Address = "https://comtradeplus.un.org",
            Licence = "free to use with citation; the figures are not to be passed on in bulk",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [GoodsFlow.Table];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [GoodsFlow.Reading("exports", GoodsFlow.Export, 1), GoodsFlow.Reading("imports", GoodsFlow.Import, 1)];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            if (table.Has("reporterCode"))
                Long(table, run);
            else if (table.Has("reporter") && table.Has("partner") && table.Has("value") && table.Has("date"))
                Short(file, table, run);
            else
                throw new DataFileException(
                    file.Name,
                    1,
                    "",
                    $"the columns {string.Join(", ", table.Header.Take(12))}",
                    "UN Comtrade's columns (reporterCode, partnerCode, flowCode or flowDesc, primaryValue …) or date, value, reporter, partner"
                );
        }
    }

    private static void Long(CsvTable table, ImportRun run)
    {
        var (reporter, partner, value) = (table.Column("reporterCode"), table.Column("partnerCode"), table.Column("primaryValue"));
        var (year, month) = (table.Column("refYear"), table.Column("refMonth"));
        var annual = table.Has("freqCode") ? table.Column("freqCode") : -1;
        var flow = table.Has("flowCode") ? table.Column("flowCode") : table.Column("flowDesc");
        var item = table.Has("cmdCode") ? table.Column("cmdCode") : -1;
        var weight = table.Has("netWgt") ? table.Column("netWgt") : -1;
        // Only sums over second partners, customs procedures and modes of transport: the parts would count everything twice.
        var parts = new[] { ("partner2Code", "0"), ("customsCode", "C00"), ("motCode", "0") }
            .Where(p => table.Has(p.Item1))
            .Select(p => (Column: table.Column(p.Item1), Sum: p.Item2))
            .ToArray();
        var rows = run.Table(GoodsFlow.Table);
        while (table.Next())
        {
            if (parts.Any(p => table.Text(p.Column) != p.Sum))
                continue;
            var direction = DirectionOf(table, flow);
            if (direction == 0)
                continue;
            var y = table.Year(year);
            var period = annual >= 0 && table.Text(annual) == "M" ? PeriodCode.OfMonth(y, MonthOf(table, month)) : PeriodCode.OfYear(y);
            var from = run.Place(CodeSystem.M49, reporter, table, y);
            var to = run.Place(CodeSystem.M49, partner, table, y);
            if (from is not { } a || to is not { } b)
                continue;
            rows.Row(table).Int(a).Int(b).Int(ItemOf(table, item)).Int(period).Int(direction);
            rows.RealOr(table.RealOrMissing(value), Absence.Unreported);
            // A weight of nothing is one that was not reported.
            rows.RealOr(weight >= 0 && table.RealOrMissing(weight) is { } kilograms and > 0 ? kilograms : null, Absence.Unreported);
        }
    }

    private static void Short(DataFileInput file, CsvTable table, ImportRun run)
    {
        var (date, value) = (table.Column("date"), table.Column("value"));
        var (reporter, partner) = (table.Column("reporter"), table.Column("partner"));
        var direction =
            file.Name.Contains("export", StringComparison.OrdinalIgnoreCase) ? GoodsFlow.Export
            : file.Name.Contains("import", StringComparison.OrdinalIgnoreCase) ? GoodsFlow.Import
            : throw new DataFileException(
                file.Name,
                0,
                "",
                "a table that does not say whether these are exports or imports",
                "'export' or 'import' in the file's name"
            );
        // Annual tables date every row on the first of January; monthly ones on the first of each month.
        var monthly = MonthsOf(file) > 1;
        var rows = run.Table(GoodsFlow.Table);
        while (table.Next())
        {
            var text = table.Text(date);
            if (
                text.Length < 7
                || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                || !int.TryParse(text.AsSpan(5, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var month)
                || month is < 1 or > 12
            )
                throw table.Bad(date, CsvTable.Shown(text), "a date such as 2022-01-01");
            var from = run.Place(CodeSystem.Name, reporter, table, year);
            var to = run.Place(CodeSystem.Name, partner, table, year);
            if (from is not { } a || to is not { } b)
                continue;
            rows.Row(table)
                .Int(a)
                .Int(b)
                .Int(GoodsFlow.AllGoods)
                .Int(monthly ? PeriodCode.OfMonth(year, month) : PeriodCode.OfYear(year))
                .Int(direction)
                .RealOr(table.RealOrMissing(value), Absence.Unreported)
                .Missing(Absence.OutOfCoverage);
        }
    }

    private static int MonthsOf(DataFileInput file)
    {
        using var table = new CsvTable(file);
        var date = table.Column("date");
        var months = new HashSet<string>(StringComparer.Ordinal);
        while (table.Next() && months.Count < 2)
            if (table.Text(date) is { Length: >= 7 } text)
                months.Add(text[5..7]);
        return months.Count;
    }

    /// <summary>Exports and imports proper; re-exports and the like are parts of them and are passed over.</summary>
    private static int DirectionOf(CsvTable table, int column) =>
        table.Text(column) switch
        {
            "X" or "Export" or "Exports" => GoodsFlow.Export,
            "M" or "Import" or "Imports" => GoodsFlow.Import,
            "" => throw table.Bad(column, "nothing", "X or M"),
            _ => 0,
        };

    private static int MonthOf(CsvTable table, int column) =>
        table.Integer(column) is >= 1 and <= 12 and var month
            ? (int)month
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), "a month from 1 to 12");

    private static int ItemOf(CsvTable table, int column)
    {
        if (column < 0)
            return GoodsFlow.AllGoods;
        var code = table.Text(column);
        return GoodsFlow.ItemOf(code)
            ?? throw table.Bad(column, CsvTable.Shown(code), "TOTAL or a heading of the Harmonised System of 2, 4 or 6 digits");
    }
}
