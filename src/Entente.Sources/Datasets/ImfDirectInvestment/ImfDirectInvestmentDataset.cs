using System.Globalization;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.ImfDirectInvestment;

/// <summary>
/// The IMF's Direct Investment Positions by counterpart (before 2025 the Coordinated Direct Investment Survey): stocks at the end of a
/// year, reported by the host as inward, by the investor as outward, and each derived from what the other reports.
/// </summary>
public sealed class ImfDirectInvestmentDataset : Dataset
{
    public const int Inward = 1;
    public const int Outward = 2;
    public const int Reported = 1;
    public const int FromCounterpart = 2;

    /// <summary>
    /// US$. `series` is the publisher's (`INWD_D_NETLA_FALL_ALL`: net, all instruments, all entities); `direction` 1 inward (the partner
    /// invests), 2 outward (the reporter does); `kind` 1 reported, 2 derived from the counterpart's figures.
    /// </summary>
    public static TableShape Positions { get; } =
        new()
        {
            Name = "direct_investment",
            Key = 6,
            Columns =
            [
                new("reporter", CellKind.Integer),
                new("partner", CellKind.Integer),
                new("direction", CellKind.Integer),
                new("kind", CellKind.Integer),
                new("series", CellKind.Text),
                new("period", CellKind.Integer),
                new("value", CellKind.Real, true),
            ],
        };

    public override string Name => "imf-dip";

    public override string Authority => "IMF";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Direct Investment Positions by Counterpart Economy (DIP)",
            Producer = "International Monetary Fund",
            Year = 2025,
            In = "IMF Data; before 2025 Coordinated Direct Investment Survey",
            Address = "https://data.imf.org/en/datasets/IMF.STA:DIP",
            Licence = "free to use with attribution; terms on passing data on at imf.org/en/about/copyright-and-terms",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Positions];

    // The investor is the subject, the host the object: an inward figure is the object's report.
    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        Position("reporter", "partner", Outward, "OTWD_D_NETAL_FALL_ALL", ReportedBy.Subject),
        Position("partner", "reporter", Inward, "INWD_D_NETLA_FALL_ALL", ReportedBy.Object),
    ];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Positions);
        foreach (var file in files)
        {
            using var source = new ImfTable(file, "direct investment positions");
            var table = source.Table;
            var country = table.Column("COUNTRY.ID");
            var partner = table.Column("COUNTERPART_COUNTRY.ID");
            var indicator = table.Column("INDICATOR.ID");
            var kind = table.Column("DV_TYPE.ID");
            while (source.Next())
            {
                var series = table.Text(indicator);
                var direction =
                    series.StartsWith("INWD_", StringComparison.Ordinal) ? Inward
                    : series.StartsWith("OTWD_", StringComparison.Ordinal) ? Outward
                    : throw table.Bad(indicator, CsvTable.Shown(series), "a position: INWD_… or OTWD_…");
                var way = KindOf(table, kind);
                // Some exports leave the scale out; the dataset is in US$ million throughout.
                var scale = source.Scale() ?? 1e6;
                foreach (var cell in source.Cells)
                    if (
                        source.Party(run, table.Text(country), country, -1, cell) is { } a
                        && source.Party(run, table.Text(partner), partner, -1, cell) is { } b
                    )
                        rows.Row(table)
                            .Int(a)
                            .Int(b)
                            .Int(direction)
                            .Int(way)
                            .Text(series)
                            .Int(cell.Period)
                            .RealOr(ImfTable.Scaled(cell.Value, scale), Absence.Unreported);
            }
        }
    }

    private static int KindOf(CsvTable table, int column) =>
        table.Text(column) switch
        {
            "O" => Reported,
            "SCC" => FromCounterpart,
            var other => throw table.Bad(column, CsvTable.Shown(other), "O (reported) or SCC (derived from the counterpart)"),
        };

    private static MeasureReading Position(string investor, string host, int direction, string series, ReportedBy by) =>
        new()
        {
            Measure = "direct_investment",
            Table = Positions,
            Value = "value",
            Unit = "USD",
            Subject = investor,
            Object = host,
            Period = "period",
            Where = string.Create(CultureInfo.InvariantCulture, $"direction = {direction} and kind = {Reported} and series = '{series}'"),
            Basis = direction == Inward ? "inward" : "outward",
            ReportedBy = by,
        };
}
