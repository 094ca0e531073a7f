using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowTrade;

/// <summary>The Correlates of War Project's dyadic trade, `Dyadic_COW_4.0.csv`.</summary>
public sealed class CowTradeDataset : Dataset
{
    private static readonly string[] Missing = ["-9", "-9.0", "NA"];

    /// <summary>US$ million at current prices. `flow1` is what state1 imported from state2, `flow2` what state2 imported from state1.</summary>
    public static TableShape DyadicTrade { get; } =
        new()
        {
            Name = "dyadic_trade",
            Key = 3,
            Columns =
            [
                new("state1", CellKind.Integer),
                new("state2", CellKind.Integer),
                new("year", CellKind.Integer),
                new("flow1", CellKind.Real, true),
                new("flow2", CellKind.Real, true),
                new("smooth1", CellKind.Real, true),
                new("smooth2", CellKind.Real, true),
            ],
        };

    public override string Name => "cow-trade";

    public override string Authority => "COW";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Correlates of War Project Trade Data Set, version 4.0",
            Producer = "Katherine Barbieri and Omar M. G. Keshk",
            Year = 2016,
            In = "Correlates of War Project; with Barbieri, Keshk and Pollins (2009), Conflict Management and Peace Science 26(5): 471-491",
            Doi = "10.1177/0738894209343887",
            Address = "https://correlatesofwar.org/data-sets/bilateral-trade/",
            Licence = "free for research with citation, to be fetched from the project's own site: not to be passed on",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [DyadicTrade];

    // flow1 is what state1 imported: its own report.
    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        Imports("state1", "state2", "flow1"),
        Imports("state2", "state1", "flow2"),
        // The sum is nobody's own report: it is what the project says of the pair.
        Imports("state1", "state2", "flow1 + flow2") with
        {
            Measure = "trade",
            ReportedBy = ReportedBy.Nobody,
        },
    ];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        using var table = new CsvTable(Wanted(files)[0]);
        return table.Has("version") && table.Next() && table.RealOrMissing(table.Column("version")) is { } version
            ? new Release(version.ToString("0.0", CultureInfo.InvariantCulture), version is 4 ? "2016-09" : "")
            : null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(DyadicTrade);
        foreach (var file in Wanted(files))
        {
            using var table = new CsvTable(file);
            var (ccode1, ccode2, yearAt) = (table.Column("ccode1"), table.Column("ccode2"), table.Column("year"));
            int[] values = [table.Column("flow1"), table.Column("flow2"), table.Column("smoothflow1"), table.Column("smoothflow2")];
            while (table.Next())
            {
                var year = table.Year(yearAt);
                var first = run.Place(CodeSystem.Cow, ccode1, table, year);
                var second = run.Place(CodeSystem.Cow, ccode2, table, year);
                if (first is not { } state1 || second is not { } state2)
                    continue;
                rows.Row(table).Int(state1).Int(state2).Int(year);
                foreach (var value in values)
                    rows.RealOr(table.RealOrMissing(value, Missing), Absence.Unreported);
            }
        }
    }

    // The publisher's zip holds the national table and the codebook as well.
    private static IReadOnlyList<DataFileInput> Wanted(IReadOnlyList<DataFileInput> files) =>
        PublishedFiles.With(
            files,
            header => header.Contains("ccode1") && header.Contains("flow1") && header.Contains("smoothflow1"),
            "dyadic trade as published: ccode1, ccode2, year, flow1, flow2, smoothflow1, smoothflow2 …"
        );

    private static MeasureReading Imports(string buyer, string seller, string column) =>
        new()
        {
            Measure = "imports",
            Table = DyadicTrade,
            Value = column,
            Scale = 1e6,
            Unit = "USD",
            Subject = buyer,
            Object = seller,
            Item = "total",
            Period = "year",
            Basis = "goods",
            ReportedBy = ReportedBy.Subject,
        };
}
