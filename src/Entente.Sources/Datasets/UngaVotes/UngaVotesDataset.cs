using Entente.Actors.Identity;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;
using NodaTime.Text;

namespace Entente.Sources.Datasets.UngaVotes;

/// <summary>Votes of the General Assembly by Voeten, Strezhnev and Bailey, in the three files of the `unvotes` package.</summary>
public sealed class UngaVotesDataset : Dataset
{
    public override string Name => "unga-votes";

    public override string Authority => "UNGA Voting Data";

    public override Publication Publication { get; } =
        new()
        {
            Title = "United Nations General Assembly Voting Data",
            Producer = "Erik Voeten, Anton Strezhnev and Michael Bailey",
            Year = 2021,
            In = "Harvard Dataverse; in the layout of the R package unvotes by David Robinson and Nicholas Goguen-Compagnoni",
            Doi = "10.7910/DVN/LEJUQZ",
            Address = "https://doi.org/10.7910/DVN/LEJUQZ (package: https://github.com/dgrtwo/unvotes)",
            Licence = "CC0 on Harvard Dataverse (default terms), MIT for the package: may be passed on with the citation",
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [UngaVotesTables.RollCall, UngaVotesTables.Vote, UngaVotesTables.Issue];

    public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files) => null;

    public override IEnumerable<RecordedVote> Votes(ImportedRows rows, string? resolution, string? state) =>
        UngaResolutions.Of(rows, resolution, state);

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        var (votes, calls, issues) = Sort(files);
        if (calls.Count == 0 || votes.Count == 0)
            throw new DataFileException(
                string.Join(", ", files.Select(f => f.Name)),
                0,
                "",
                calls.Count == 0 ? "no file of roll calls" : "no file of votes",
                "both files: votes (rcid, country, country_code, vote) and roll calls (rcid, session, date, …)",
                "entente record import unga-votes un_votes.csv un_roll_calls.csv"
            );
        // The year of a roll call decides who a code means (YU, CS), so roll calls come first.
        var years = new Dictionary<long, int>();
        foreach (var file in calls)
            RollCalls(file, run, years);
        foreach (var file in votes)
            Votes(file, run, years);
        foreach (var file in issues)
            Issues(file, run, years);
    }

    private static (List<DataFileInput> Votes, List<DataFileInput> Calls, List<DataFileInput> Issues) Sort(
        IReadOnlyList<DataFileInput> files
    )
    {
        List<DataFileInput> votes = [],
            calls = [],
            issues = [];
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            if (table.Has("vote") && table.Has("country_code"))
                votes.Add(file);
            else if (table.Has("session") && table.Has("date"))
                calls.Add(file);
            else if (table.Has("issue") && table.Has("short_name"))
                issues.Add(file);
            else
                throw new DataFileException(
                    file.Name,
                    1,
                    "",
                    $"the columns {string.Join(", ", table.Header.Take(12))}",
                    "votes (rcid, country, country_code, vote), roll calls (rcid, session, date, …) or issues (rcid, short_name, issue)"
                );
        }
        return (votes, calls, issues);
    }

    private static void RollCalls(DataFileInput file, ImportRun run, Dictionary<long, int> years)
    {
        using var table = new CsvTable(file);
        var (rcid, session, date) = (table.Column("rcid"), table.Column("session"), table.Column("date"));
        var (important, amend, para) = (table.Column("importantvote"), table.Column("amend"), table.Column("para"));
        var (resolution, title, description) = (table.Column("unres"), table.Column("short"), table.Column("descr"));
        var rows = run.Table(UngaVotesTables.RollCall);
        while (table.Next())
        {
            var day = LocalDatePattern.Iso.Parse(table.Text(date));
            if (!day.Success)
                throw table.Bad(date, CsvTable.Shown(table.Text(date)), "a day such as 1971-10-25");
            var id = table.Integer(rcid);
            if (!years.TryAdd(id, day.Value.Year))
                throw table.Bad(rcid, $"roll call {id} a second time", "each roll call once");
            rows.Row(table)
                .Int(id)
                .Int(table.Integer(session))
                .Int(PeriodCode.OfDay(day.Value.Year, day.Value.Month, day.Value.Day))
                .IntOr(table.IntegerOrMissing(important, "NA"), Absence.Unreported)
                .IntOr(table.IntegerOrMissing(amend, "NA"), Absence.Unreported)
                .IntOr(table.IntegerOrMissing(para, "NA"), Absence.Unreported);
            foreach (var text in (ReadOnlySpan<int>)[resolution, title, description])
                if (table.Text(text) is { Length: > 0 } written)
                    rows.Text(written);
                else
                    rows.Missing(Absence.Unreported);
        }
    }

    private static void Votes(DataFileInput file, ImportRun run, Dictionary<long, int> years)
    {
        using var table = new CsvTable(file);
        var (rcid, country, code, vote) = (
            table.Column("rcid"),
            table.Column("country"),
            table.Column("country_code"),
            table.Column("vote")
        );
        var rows = run.Table(UngaVotesTables.Vote);
        while (table.Next())
        {
            var id = table.Integer(rcid);
            if (!years.TryGetValue(id, out var year))
                throw table.Bad(rcid, $"roll call {id}, which is in no file of roll calls", "a roll call of the same release");
            // NA is Namibia. Three states have no code and go by their names.
            var state =
                table.Text(code).Length > 0
                    ? run.Place(CodeSystem.Iso2, code, table, year)
                    : run.Place(CodeSystem.Name, country, table, year);
            var choice = table.Text(vote) switch
            {
                "yes" => 1,
                "abstain" => 2,
                "no" => 3,
                var other => throw table.Bad(vote, CsvTable.Shown(other), "yes, abstain or no"),
            };
            if (state is { } party)
                rows.Row(table).Int(id).Int(party).Int(choice);
        }
    }

    private static void Issues(DataFileInput file, ImportRun run, Dictionary<long, int> years)
    {
        using var table = new CsvTable(file);
        var (rcid, issue) = (table.Column("rcid"), table.Column("short_name"));
        var rows = run.Table(UngaVotesTables.Issue);
        while (table.Next())
        {
            var id = table.Integer(rcid);
            if (!years.ContainsKey(id))
                throw table.Bad(rcid, $"roll call {id}, which is in no file of roll calls", "a roll call of the same release");
            rows.Row(table).Int(id).Text(table.Required(issue));
        }
    }
}
