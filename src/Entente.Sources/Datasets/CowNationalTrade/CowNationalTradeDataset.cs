using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowNationalTrade;

/// <summary>The Correlates of War Project's trade of each state with the world, `National_COW_4.0.csv`.</summary>
public sealed class CowNationalTradeDataset : Dataset
{
    /// <summary>
    /// US$ million at current prices. `number` is the project's own: Germany has two rows in 1955 to 1990, of which one is empty.
    /// </summary>
    public static TableShape NationalTrade { get; } =
        new()
        {
            Name = "national_trade",
            Key = 3,
            Columns =
            [
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                new("number", CellKind.Integer),
                new("imports", CellKind.Real, true),
                new("exports", CellKind.Real, true),
            ],
        };

    public override string Name => "cow-national-trade";

    public override string Authority => CowPublisher.Authority;

    public override Publication Publication { get; } =
        new()
        {
            Title = "Correlates of War Project Trade Data Set: national trade, version 4.0",
            Producer = "Katherine Barbieri and Omar M. G. Keshk",
            Year = 2016,
            In = "Correlates of War Project; with Barbieri, Keshk and Pollins (2009), Conflict Management and Peace Science 26(5): 471-491",
            Doi = "10.1177/0738894209343887",
            Address = "https://correlatesofwar.org/data-sets/bilateral-trade/",
            Licence = CowPublisher.Licence,
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [NationalTrade];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [WithTheWorld("imports", "imports"), WithTheWorld("exports", "exports"), WithTheWorld("trade", "imports + exports")];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return PublishedFiles.ReleaseOf(files) is { } release
            ? release with
            {
                Published = release.Vintage == "4.0" ? "2016-09" : "",
            }
            : null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(NationalTrade);
        var numbers = new CowNumbers(run);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("ccode") && h.Contains("imports") && h.Contains("exports"),
                "the columns of National_COW_4.0.csv: ccode, year, imports, exports …"
            )
        )
        {
            using var table = new CsvTable(file);
            var (ccode, yearAt) = (table.Column("ccode"), table.Column("year"));
            var (importsAt, exportsAt) = (table.Column("imports"), table.Column("exports"));
            while (table.Next())
            {
                var year = table.Year(yearAt);
                var (imports, exports) = (
                    table.RealOrMissing(importsAt, CowPublisher.Missing),
                    table.RealOrMissing(exportsAt, CowPublisher.Missing)
                );
                // The file has empty rows for states that were gone by then (265 and 315 in 2007 to 2009).
                var gone = imports is null && exports is null ? Gone(run, table, ccode, year) : null;
                if ((gone ?? numbers.Place(table, ccode, year)) is not { } state)
                    continue;
                var reason = gone is null ? Absence.Unreported : Absence.NotApplicable;
                rows.Row(table).Int(state).Int(year).Int(CowNumbers.Number(table, ccode)).RealOr(imports, reason).RealOr(exports, reason);
            }
        }
    }

    private static int? Gone(ImportRun run, CsvTable table, int column, int year)
    {
        var number = table.Text(column);
        return
            run.States.Find(Actors.Identity.CodeSystem.Cow, number, year) is null
            && run.States.Find(Actors.Identity.CodeSystem.Cow, number) is { Kind: Actors.Identity.IdentityKind.Historical } party
            ? party.Id
            : null;
    }

    private static MeasureReading WithTheWorld(string measure, string value) =>
        new()
        {
            Measure = measure,
            Table = NationalTrade,
            Value = value,
            Scale = 1e6,
            Unit = "USD",
            Subject = "state",
            // The number of the world in M49.
            Object = "1",
            Item = "total",
            Period = "year",
            Basis = "goods",
            ReportedBy = ReportedBy.Subject,
        };
}
