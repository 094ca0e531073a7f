using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.Vdem;

/// <summary>
/// Varieties of Democracy by country and year: the publisher's `V-Dem-CY-Core` (or full) table, or one by Correlates of War number.
/// </summary>
public sealed class VdemDataset : Dataset
{
    /// <summary>The columns that are kept where a file has them, by the publisher's names.</summary>
    private static readonly (string Column, string Published)[] Indices =
    [
        ("polyarchy", "v2x_polyarchy"),
        ("liberal", "v2x_libdem"),
        ("participatory", "v2x_partipdem"),
        ("deliberative", "v2x_delibdem"),
        ("egalitarian", "v2x_egaldem"),
        ("polity2", "polity2"),
        ("euds", "euds"),
        ("aeuds", "aeuds"),
    ];

    /// <summary>
    /// `code` is the publisher's own (`DEU`, or a Correlates of War number), `name` its name for it. `state` is 0 for what it covers and is
    /// none of our parties (Gaza, Somaliland, Hamburg). The indices of V-Dem run from 0 to 1, `polity2` from -10 to 10; the extended
    /// Unified Democracy Scores have no bounds.
    /// </summary>
    public static TableShape Democracy { get; } =
        new()
        {
            Name = "democracy",
            Key = 3,
            Columns =
            [
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                new("code", CellKind.Text),
                .. Indices.Select(i => new Column(i.Column, CellKind.Real, true)),
                new("name", CellKind.Text, true),
            ],
        };

    public override string Name => "vdem";

    public override string Authority => "V-Dem";

    public override Publication Publication { get; } =
        new()
        {
            Title = "V-Dem Country-Year Dataset",
            Producer = "Michael Coppedge and others, Varieties of Democracy Project",
            Year = 2025,
            In = "V-Dem Institute, University of Gothenburg",
            Doi = "10.23696/vdemds25",
            Address = "https://v-dem.net/data/the-v-dem-dataset/",
            Licence = "CC BY-SA 4.0: with attribution, under the same terms",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Democracy];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        new()
        {
            Measure = "electoral_democracy",
            Table = Democracy,
            Value = "polyarchy",
            Unit = "1",
            Subject = "state",
            Period = "year",
            Where = "state <> 0",
        },
    ];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return PublishedFiles.ReleaseOf(files);
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Democracy);
        var numbers = new CowNumbers(run);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("year") && h.Contains("v2x_polyarchy") && (h.Contains("country_text_id") || h.Contains("ccode")),
                "the columns of V-Dem-CY-Core: country_name, country_text_id, year, v2x_polyarchy, COWcode …"
            )
        )
        {
            using var table = new CsvTable(file);
            var published = table.Has("country_text_id");
            var code = table.Column(published ? "country_text_id" : "ccode");
            var name = table.Has("country_name") ? table.Column("country_name") : -1;
            var cow = table.Has("COWcode") ? table.Column("COWcode") : -1;
            var yearAt = table.Column("year");
            var indices = Array.ConvertAll(Indices, i => table.Has(i.Published) ? table.Column(i.Published) : -1);
            while (table.Next())
            {
                var year = table.Year(yearAt);
                if ((published ? Party(run.States, table, code, cow, name, year) : numbers.Place(table, code, year)) is not { } state)
                    continue;
                rows.Row(table).Int(state).Int(year).Text(table.Required(code));
                foreach (var index in indices)
                    if (index < 0)
                        rows.Missing(Absence.OutOfCoverage);
                    else
                        rows.RealOr(table.RealOrMissing(index, "NA"), Absence.Unreported);
                if (name >= 0)
                    rows.Text(table.Text(name));
                else
                    rows.Missing(Absence.OutOfCoverage);
            }
        }
    }

    /// <summary>
    /// The number first: the publisher's letters keep one code for who followed whom (SRB for all of Yugoslavia). Its table goes back
    /// before the states system and has parts of states; what is no party of ours keeps its name and is 0.
    /// </summary>
    private static int? Party(StateCodes states, CsvTable table, int code, int cow, int name, int year)
    {
        var number = cow < 0 ? "" : table.Text(cow);
        return (
                (number.Length > 0 ? CowNumbers.Find(states, number, year) : null)
                ?? states.Find(CodeSystem.Iso3, table.Text(code), year)
                ?? (name < 0 ? null : states.Find(CodeSystem.Name, table.Text(name), year))
            )?.Id
            ?? 0;
    }
}
