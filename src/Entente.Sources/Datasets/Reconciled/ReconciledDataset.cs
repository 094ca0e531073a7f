using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Reconciled;

/// <summary>
/// What two reports of the same flow come to together: worked out from imported reports (`record reconcile`), kept like an import, undone
/// like one. Informs, and never decides: a computed figure is no authority.
/// </summary>
public sealed class ReconciledDataset : Dataset
{
    /// <summary>
    /// A year's goods from exporter to importer in US$, free on board. `low` and `high` bound 95 %; `reports` is 1 for the exporter's
    /// alone, 2 for the importer's alone, 3 for both; `gap` is ln(import, free on board) − ln(export).
    /// </summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "reconciled_flow",
            Key = 3,
            Columns =
            [
                new("exporter", CellKind.Integer),
                new("importer", CellKind.Integer),
                new("year", CellKind.Integer),
                new("value", CellKind.Real),
                new("low", CellKind.Real),
                new("high", CellKind.Real),
                new("reports", CellKind.Integer),
                new("gap", CellKind.Real, true),
            ],
        };

    public override string Name => "reconciled";

    public override string Authority => "reconciled mirror flows";

    public override Publication Publication { get; } =
        new()
        {
            Title = "Mirror flows reconciled from imported reports",
            Producer = "Entente",
            Year = 2026,
            In = "method: docs/reconciled.md, after Gaulier and Zignago (2010), CEPII Working Paper 2010-23",
            Address = "docs/reconciled.md",
            Licence = "computed; as free as the reports that it was computed from",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Table];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [Flow("exports", "exporter", "importer"), Flow("imports", "importer", "exporter")];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run) =>
        throw new DataFileException(
            files is [var first, ..] ? first.Name : "reconciled",
            0,
            "",
            "a file",
            "none: reconciled flows are computed from what was imported",
            "entente record reconcile"
        );

    private static MeasureReading Flow(string measure, string subject, string partner) =>
        new()
        {
            Measure = measure,
            Table = Table,
            Value = "value",
            Upper = "high",
            Lower = "low",
            Unit = "USD",
            Subject = subject,
            Object = partner,
            Item = "total",
            Period = "year",
            Basis = "goods; reconciled, fob",
            Tier = Tier.Repost,
            Derived = true,
            Where = "reports = 3",
        };
}
