using Entente.Actors.Identity;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.CowStates;

/// <summary>Who was a member of the system of states, and when: the Correlates of War Project's `states2016.csv`.</summary>
public sealed class CowStatesDataset : Dataset
{
    /// <summary>
    /// Days of joining and leaving, both within. A number that stood for several parties over time (345) has a row for each of them.
    /// </summary>
    public static TableShape StateSystem { get; } =
        new()
        {
            Name = "state_system",
            Key = 3,
            Columns =
            [
                new("state", CellKind.Integer),
                new("number", CellKind.Integer),
                new("first_day", CellKind.Integer),
                new("last_day", CellKind.Integer),
                new("abbreviation", CellKind.Text),
                new("name", CellKind.Text),
            ],
        };

    public override string Name => "cow-states";

    public override string Authority => CowPublisher.Authority;

    public override Publication Publication { get; } =
        new()
        {
            Title = "State System Membership List, v2016",
            Producer = "Correlates of War Project",
            Year = 2017,
            In = "Correlates of War Project",
            Address = "https://correlatesofwar.org/data-sets/state-system-membership/",
            Licence = CowPublisher.Licence,
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [StateSystem];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return PublishedFiles.ReleaseOf(files) is { } release ? release with { Published = release.Vintage == "2016" ? "2017" : "" } : null;
    }

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(StateSystem);
        foreach (
            var file in PublishedFiles.With(
                files,
                h => h.Contains("styear") && h.Contains("endyear") && h.Contains("ccode"),
                "the columns of states2016.csv: stateabb, ccode, statenme, styear, stmonth, stday, endyear, endmonth, endday"
            )
        )
        {
            using var table = new CsvTable(file);
            var (ccode, abbreviation, name) = (table.Column("ccode"), table.Column("stateabb"), table.Column("statenme"));
            int[] first = [table.Column("styear"), table.Column("stmonth"), table.Column("stday")];
            int[] last = [table.Column("endyear"), table.Column("endmonth"), table.Column("endday")];
            while (table.Next())
            {
                var (from, to) = (Day(table, first), Day(table, last));
                if (to < from)
                    throw table.Bad(last[0], PeriodCode.Text(to), $"a day not before {PeriodCode.Text(from)}");
                var number = CowNumbers.Number(table, ccode);
                foreach (var span in IdentitySpans.Of(run, table, ccode, from, to))
                    rows.Row(table)
                        .Int(span.Party)
                        .Int(number)
                        .Int(span.From)
                        .Int(span.To)
                        .Text(table.Required(abbreviation))
                        .Text(table.Required(name));
            }
        }
    }

    private static int Day(CsvTable table, int[] columns)
    {
        var (year, month, day) = (table.Year(columns[0]), table.Integer(columns[1]), table.Integer(columns[2]));
        if (month is < 1 or > 12)
            throw table.Bad(columns[1], CsvTable.Shown(table.Text(columns[1])), "a month from 1 to 12");
        if (day < 1 || day > DateTime.DaysInMonth(year, (int)month))
            throw table.Bad(columns[2], CsvTable.Shown(table.Text(columns[2])), "a day of that month");
        return PeriodCode.OfDay(year, (int)month, (int)day);
    }
}
