using System.Globalization;
using Entente.Quantities;
using Entente.Record;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Datasets.UnscVetoes;

/// <summary>Vetoes in the Security Council since 1946. Who cast them is read from the columns of members; the flag columns are wrong in places.</summary>
public sealed class UnscVetoesDataset : Dataset
{
    /// <summary>
    /// From here on, lists of vetoes agree with each other. Before, what counts as one differs (votes in private on the Secretary-General,
    /// preliminary questions, who held China's seat), so that no count of the whole time is the right one.
    /// </summary>
    private const int AgreedFrom = 1990;

    private static readonly string[] Members = ["China", "France", "Russia", "USSR", "USA", "UK"];

    /// <summary>The codes of <see cref="Members"/> in identity; China's seat was held from Taipei until 25 October 1971.</summary>
    private static readonly string[] Codes = ["CHN", "FRA", "RUS", "RUS", "USA", "GBR"];

    /// <summary>The first day on which Beijing held China's seat.</summary>
    private const int SeatChanged = 19711025;

    public override string Name => "unsc-vetoes";

    public override string Authority => "UN Dag Hammarskjöld Library";

    public override Publication Publication { get; } =
        new()
        {
            Title = "List of UN Security Council Vetoes (1946-2022)",
            Producer = "Carlos L. Yordán",
            Year = 2022,
            In = "World Politics Data Lab, from the list of the UN Dag Hammarskjöld Library",
            Address = "https://github.com/world-politics-datalab/vetoes-un-security-council",
            Licence = "MIT: may be passed on with its notice",
        };

    /// <summary>One row per draft and member. `agrees`: 0 where the list's flag columns contradict its columns of members.</summary>
    public static TableShape Table { get; } =
        new()
        {
            Name = "veto",
            Key = 2,
            Columns =
            [
                new("number", CellKind.Integer),
                new("member", CellKind.Text),
                new("state", CellKind.Integer),
                new("day", CellKind.Integer),
                new("draft", CellKind.Text),
                new("meeting", CellKind.Text),
                new("agenda", CellKind.Text),
                new("topic", CellKind.Text),
                new("region", CellKind.Text),
                new("agrees", CellKind.Integer),
            ],
        };

    public override IReadOnlyList<TableShape> Tables { get; } = [Table];

    public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(run);
        var rows = run.Table(Table);
        var number = 0;
        foreach (var file in files)
        {
            using var table = new CsvTable(file);
            var (date, draft, meeting) = (table.Column("date"), table.Column("draft"), table.Column("meeting_record"));
            var (agenda, topic, region) = (table.Column("agenda_item"), table.Column("crisis_topic"), table.Column("region"));
            int[] members = [table.Column("member_veto1"), table.Column("member_veto2"), table.Column("member_veto3")];
            var flags = new Flags(table);
            var cast = new List<string>(5);
            while (table.Next())
            {
                number++;
                cast.Clear();
                var day = Day(table, date);
                foreach (var column in members)
                    if (table.Text(column).Trim() is { Length: > 0 } member)
                    {
                        if (Array.IndexOf(Members, member) < 0)
                            throw table.Bad(column, CsvTable.Shown(member), string.Join(", ", Members));
                        if (cast.Contains(member))
                            throw table.Bad(column, $"'{member}' a second time", "each member once");
                        cast.Add(member);
                    }
                if (cast.Count == 0)
                    throw table.Bad(members[0], "nothing", "who cast the veto");
                var agrees = flags.Agree(cast);
                foreach (var member in cast)
                {
                    var code = Codes[Array.IndexOf(Members, member)];
                    rows.Row(table)
                        .Int(number)
                        .Text(member)
                        .Int(run.States.ByCode(code is "CHN" && day < SeatChanged ? "TWN" : code)!.Id)
                        .Int(day)
                        .Text(OneLine(table.Text(draft)))
                        .Text(OneLine(table.Text(meeting)))
                        .Text(table.Text(agenda))
                        .Text(table.Text(topic).Trim())
                        .Text(table.Text(region))
                        .Int(agrees ? 1 : 0);
                }
            }
        }
    }

    public override IEnumerable<RecordedEvent> Events(ImportedRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var events = new List<RecordedEvent>();
        var seen = new Dictionary<int, int>();
        var number = -1L;
        rows.Read(
            $"select number, member, state, day, draft, topic, line, meeting from veto where {rows.Own} order by number, member",
            [],
            r =>
            {
                var code = CodeOf(rows, r.Text(1), (int)r.Integer(2));
                if (r.Integer(0) == number)
                {
                    var last = events[^1];
                    events[^1] = last with { Actors = [.. last.Actors, code] };
                    return;
                }
                number = r.Integer(0);
                var day = (int)r.Integer(3);
                var date = Period.Parse(PeriodCode.Text(day));
                seen[day] = seen.GetValueOrDefault(day) + 1;
                var row = rows.RowAt(r.Integer(6));
                events.Add(
                    new RecordedEvent
                    {
                        Id = string.Create(
                            CultureInfo.InvariantCulture,
                            $"unsc_veto_{PeriodCode.Text(day).Replace('-', '_')}{(seen[day] == 1 ? "" : $"_{seen[day]}")}"
                        ),
                        Kind = "veto",
                        Date = date,
                        Actors = [code],
                        Place = "New York",
                        Body = "UNSC",
                        Title = $"Veto of draft on {r.Text(5)}",
                        Value = r.Text(4),
                        ValueUnit = "draft",
                        Sources =
                        [
                            new EventSource
                            {
                                Source = rows.Authority,
                                Date = date,
                                Tier = Tier.Repost,
                                Published = rows.Published,
                                Url = rows.Address,
                                Note = $"draft {r.Text(4)}; record {r.Text(7)}",
                                Row = row,
                            },
                        ],
                        Row = row,
                    }
                );
            }
        );
        return events;
    }

    public override IEnumerable<Coverage> Coverages(ImportedRows rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var (first, last, line) = (0, 0, 0L);
        rows.Read(
            $"select min(day), max(day), min(line) from veto where {rows.Own}",
            [],
            r => (first, last, line) = ((int)r.Integer(0), (int)r.Integer(1), r.Integer(2))
        );
        // A part of the list says nothing of what it leaves out.
        if (first == 0 || PeriodCode.Year(first) != 1946 || PeriodCode.Year(last) <= AgreedFrom)
            return [];
        return
        [
            new Coverage
            {
                Kind = "veto",
                Parties = [],
                Period = Period.Parse(FormattableString.Invariant($"{AgreedFrom}-01-01..{PeriodCode.Text(last)}")),
                Complete = true,
                Source = rows.Authority,
                Note = $"{rows.Release}; to its last veto",
                Row = rows.RowAt(line),
            },
        ];
    }

    /// <summary>A veto is a vote against; how the others voted is not in the list.</summary>
    public override IEnumerable<RecordedVote> Votes(ImportedRows rows, string? resolution, string? state)
    {
        ArgumentNullException.ThrowIfNull(rows);
        const string Mark = " (vetoed)";
        var votes = new List<RecordedVote>();
        var party = state is null ? null : rows.PartyOf(state == "SUN" ? "RUS" : state);
        if (resolution is null && party is null)
            return votes;
        var draft = resolution?.EndsWith(Mark, StringComparison.Ordinal) == true ? resolution[..^Mark.Length] : resolution;
        rows.Read(
            $"select member, state, day, draft, topic, line from veto where {rows.Own} and {(draft is null ? "state" : "draft")} = @1 order by number, member",
            [draft is null ? party! : draft],
            r =>
            {
                var code = CodeOf(rows, r.Text(0), (int)r.Integer(1));
                if (state is not null && code != state)
                    return;
                votes.Add(
                    new RecordedVote
                    {
                        Body = "UNSC",
                        Date = Period.Parse(PeriodCode.Text((int)r.Integer(2))),
                        Resolution = r.Text(3) + Mark,
                        Topic = r.Text(4),
                        State = code,
                        Choice = VoteChoice.No,
                        Source = rows.Authority,
                        Tier = Tier.Repost,
                        Url = rows.Address,
                        Row = rows.RowAt(r.Integer(5)),
                    }
                );
            }
        );
        return votes;
    }

    /// <summary>The Soviet Union's vetoes are not told as Russia's.</summary>
    private static string CodeOf(ImportedRows rows, string member, int state) => member == "USSR" ? "SUN" : rows.CodeOf(state) ?? member;

    /// <summary>M/D/YYYY.</summary>
    private static int Day(CsvTable table, int column)
    {
        var text = table.Text(column);
        return DateOnly.TryParseExact(text.Trim(), "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? PeriodCode.OfDay(day.Year, day.Month, day.Day)
            : throw table.Bad(column, CsvTable.Shown(text), "a day as month/day/year, such as 2/16/1946");
    }

    // Some numbers stand on two lines of one cell.
    private static string OneLine(string text) =>
        string.Join(" ", text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The columns that say again who cast it: one per member, and whether it was one or several.</summary>
    private sealed class Flags(CsvTable table)
    {
        private readonly int[] members = [.. Members.Select(m => table.Has(m) ? table.Column(m) : -1)];
        private readonly int single = table.Has("single_veto") ? table.Column("single_veto") : -1;
        private readonly int several = table.Has("multiple_vetoes") ? table.Column("multiple_vetoes") : -1;

        public bool Agree(List<string> cast)
        {
            for (var i = 0; i < members.Length; i++)
                if (members[i] >= 0 && (table.Text(members[i]) == "1") != cast.Contains(Members[i]))
                    return false;
            return (single < 0 || (table.Text(single) == "1") == (cast.Count == 1))
                && (several < 0 || (table.Text(several) == "1") == (cast.Count > 1));
        }
    }
}
