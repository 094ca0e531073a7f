using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowNmc;

/// <summary>National Material Capabilities with the Composite Index of National Capability, `NMC-70-abridged.csv`.</summary>
public sealed class CowNmcDataset : Dataset
{
    private static readonly string[] Figures = ["milex", "milper", "irst", "pec", "tpop", "upop", "cinc"];

    /// <summary>
    /// `milex` in thousands (pounds to 1913, US$ of the year from 1914), `milper` in thousands, `irst` in thousand tons, `pec` in thousand
    /// tons of coal, `tpop` and `upop` in thousands, `cinc` a share of the system's capabilities. In 1990 Germany has two rows, 260 and 255.
    /// </summary>
    public static TableShape Capabilities { get; } =
        new()
        {
            Name = "capabilities",
            Key = 3,
            Columns =
            [
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                new("number", CellKind.Integer),
                .. Figures.Select(f => new Column(f, CellKind.Real, true)),
            ],
        };

    public override string Name => "cow-nmc";

    public override string Authority => CowPublisher.Authority;

    public override Publication Publication { get; } =
        new()
        {
            Title = "National Material Capabilities",
            Producer = "J. David Singer, Stuart Bremer and John Stuckey",
            Year = 1972,
            In =
                "Correlates of War Project; in Bruce Russett (ed.), Peace, War, and Numbers, 19-48; Singer (1987), International Interactions 14: 115-132",
            Doi = "10.1080/03050628808434695",
            Address = "https://correlatesofwar.org/data-sets/national-material-capabilities/",
            Licence = CowPublisher.Licence,
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Capabilities];

    // Of the two rows of 1990 the united state's is the country's.
    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        // Pounds before 1914, in a column that does not say so.
        OfState("military_expenditure", "milex", 1e3, "USD", "year >= 1914 and not (number = 260 and year = 1990)"),
        OfState("population", "tpop", 1e3, "persons"),
        OfState("capability_index", "cinc", 1, "1"),
    ];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        // The version column holds the year in which the release was made.
        return PublishedFiles.ReleaseOf(files) switch
        {
            { Vintage: "2025" } => new Release("7.0", "2025"),
            { Vintage: "2021" } => new Release("6.0", "2021"),
            var other => other,
        };
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Capabilities);
        var numbers = new CowNumbers(run);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("ccode") && h.Contains("cinc"),
                "the columns of NMC-70-abridged.csv: stateabb, ccode, year, milex, milper, irst, pec, tpop, upop, cinc, version"
            )
        )
        {
            using var table = new CsvTable(file);
            var (ccode, yearAt) = (table.Column("ccode"), table.Column("year"));
            var figures = Array.ConvertAll(Figures, table.Column);
            while (table.Next())
            {
                var year = table.Year(yearAt);
                if (numbers.Place(table, ccode, year, out var number) is not { } state)
                    continue;
                rows.Row(table).Int(state).Int(year).Int(number);
                foreach (var figure in figures)
                    rows.RealOr(table.RealOrMissing(figure, CowPublisher.Missing), Absence.Unreported);
            }
        }
    }

    private static MeasureReading OfState(
        string measure,
        string column,
        double scale,
        string unit,
        string where = "not (number = 260 and year = 1990)"
    ) =>
        new()
        {
            Measure = measure,
            Table = Capabilities,
            Value = column,
            Scale = scale,
            Unit = unit,
            Subject = "state",
            Period = "year",
            Where = where,
        };
}
