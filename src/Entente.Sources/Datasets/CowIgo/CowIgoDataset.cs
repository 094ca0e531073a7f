using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowIgo;

/// <summary>
/// Memberships in intergovernmental organisations, version 3: of a state in a year (`state_year_formatv3.csv`) and shared by two states
/// (`dyadic_formatv3.csv`), with a column for each organisation or already counted.
/// </summary>
public sealed class CowIgoDataset : Dataset
{
    /// <summary>How many organisations a state was a full, associate or observing member of.</summary>
    public static TableShape StateMemberships { get; } =
        new()
        {
            Name = "igo_state",
            Key = 2,
            Columns =
            [
                new("state", CellKind.Integer),
                new("year", CellKind.Integer),
                new("full_member", CellKind.Integer),
                new("associate", CellKind.Integer),
                new("observer", CellKind.Integer),
                new("total", CellKind.Integer),
            ],
        };

    /// <summary>How many organisations two states were both full members of; each pair once, as published.</summary>
    public static TableShape SharedMemberships { get; } =
        new()
        {
            Name = "igo_dyad",
            Key = 3,
            Columns =
            [
                new("state1", CellKind.Integer),
                new("state2", CellKind.Integer),
                new("year", CellKind.Integer),
                new("shared", CellKind.Integer),
            ],
        };

    private static readonly string[] Sums = ["sum_igo_full", "sum_igo_associate", "sum_igo_observer", "sum_igo_anytype"];

    // Before the first organisation's column and, in some releases, after the last.
    private static readonly string[] NoOrganisation =
    [
        "ccode",
        "ccode1",
        "ccode2",
        "year",
        "state",
        "stateabb",
        "country",
        "country1",
        "country2",
        "dyadid",
        "version",
    ];

    public override string Name => "cow-igo";

    public override string Authority => CowPublisher.Authority;

    public override Publication Publication { get; } =
        new()
        {
            Title = "Intergovernmental Organizations, version 3",
            Producer = "Jon C. W. Pevehouse, Timothy Nordstrom, Roseanne W. McManus and Anne Spencer Jamison",
            Year = 2020,
            In = "Journal of Peace Research 57(3): 492-503",
            Doi = "10.1177/0022343319881175",
            Address = "https://correlatesofwar.org/data-sets/IGOs/",
            Licence = CowPublisher.Licence,
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [StateMemberships, SharedMemberships];

    public override IReadOnlyList<MeasureReading> Readings { get; } =
    [
        new()
        {
            Measure = "shared_memberships",
            Table = SharedMemberships,
            Value = "shared",
            Unit = "count",
            Subject = "state1",
            Object = "state2",
            Period = "year",
        },
    ];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return PublishedFiles.ReleaseOf(files) is { } release
            ? release with
            {
                Vintage = release.Vintage is "3" or "3.0" ? "3.0" : release.Vintage,
            }
            : null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var numbers = new CowNumbers(run);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("year") && ((h.Contains("ccode1") && h.Contains("ccode2")) || h.Contains("ccode")),
                "the state-year or the dyadic table of the IGO data: ccode, year … or ccode1, ccode2, year …, with organisations or their number (sum_igo_full …, dyadigos)"
            )
        )
        {
            using var table = new CsvTable(file, PublishedFiles.SeparatorOf(file));
            if (table.Has("ccode1"))
                Dyads(table, run, numbers);
            else
                States(table, run, numbers);
        }
    }

    private static void Dyads(CsvTable table, ImportRun run, CowNumbers numbers)
    {
        var (ccode1, ccode2, yearAt) = (table.Column("ccode1"), table.Column("ccode2"), table.Column("year"));
        var counted = table.Has("dyadigos") ? table.Column("dyadigos") : -1;
        var organisations = counted < 0 ? Organisations(table) : [];
        var rows = run.Table(SharedMemberships);
        while (table.Next())
        {
            var year = table.Year(yearAt);
            var first = numbers.Place(table, ccode1, year);
            var second = numbers.Place(table, ccode2, year);
            if (first is not { } state1 || second is not { } state2)
                continue;
            rows.Row(table)
                .Int(state1)
                .Int(state2)
                .Int(year)
                .Int(counted >= 0 ? Count(table, counted) : Members(table, organisations).Full);
        }
    }

    private static void States(CsvTable table, ImportRun run, CowNumbers numbers)
    {
        var (ccode, yearAt) = (table.Column("ccode"), table.Column("year"));
        var counted = table.Has("sum_igo_full") ? Array.ConvertAll(Sums, table.Column) : null;
        var organisations = counted is null ? Organisations(table) : [];
        var rows = run.Table(StateMemberships);
        while (table.Next())
        {
            var year = table.Year(yearAt);
            if (numbers.Place(table, ccode, year) is not { } state)
                continue;
            rows.Row(table).Int(state).Int(year);
            if (counted is not null)
            {
                foreach (var column in counted)
                    rows.Int(Count(table, column));
                continue;
            }
            var (full, associate, observer) = Members(table, organisations);
            rows.Int(full).Int(associate).Int(observer).Int(full + associate + observer);
        }
    }

    private static int[] Organisations(CsvTable table)
    {
        var columns = new List<int>();
        for (var i = 0; i < table.Header.Count; i++)
            if (!NoOrganisation.Contains(table.Header[i], StringComparer.OrdinalIgnoreCase))
                columns.Add(i);
        return columns.Count > 0
            ? [.. columns]
            : throw new DataFileException(
                table.File,
                1,
                "",
                "no organisations",
                "a column for each organisation, or dyadigos, or sum_igo_full …"
            );
    }

    /// <summary>1 is a full member, 2 an associate one, 3 an observer, 0 none; negative marks are missing or no member of the system.</summary>
    private static (int Full, int Associate, int Observer) Members(CsvTable table, int[] organisations)
    {
        var (full, associate, observer) = (0, 0, 0);
        foreach (var column in organisations)
            switch (table.Text(column))
            {
                case "1" or "1.0":
                    full++;
                    break;
                case "2" or "2.0":
                    associate++;
                    break;
                case "3" or "3.0":
                    observer++;
                    break;
                case "0" or "0.0" or "-1" or "-9" or "-1.0" or "-9.0" or "" or "NA":
                    break;
                case var other:
                    throw table.Bad(column, CsvTable.Shown(other), "a membership: 0, 1, 2, 3, -1 or -9");
            }
        return (full, associate, observer);
    }

    private static long Count(CsvTable table, int column) =>
        table.Integer(column) is >= 0 and var count
            ? count
            : throw table.Bad(column, CsvTable.Shown(table.Text(column)), "a number of organisations");
}
