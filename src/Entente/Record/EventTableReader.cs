using Entente.Catalogue;

namespace Entente.Record;

/// <summary>Reads `events.csv` and `event_sources.csv`: an event, and apart from it each source with the date that source gives.</summary>
public static class EventTableReader
{
    private static readonly string[] EventColumns =
    [
        "id",
        "kind",
        "date",
        "end",
        "actors",
        "place",
        "body",
        "title",
        "value",
        "unit",
        "names",
    ];
    private static readonly string[] SourceColumns = ["event", "date", "source", "via", "tier", "published", "url", "note"];

    /// <summary>Reads both tables. A source of an unknown event, an event without a source and a repeated id are errors at their line.</summary>
    public static TableOutcome<RecordedEvent> Read(string events, string eventFile, string sources, string sourceFile) =>
        Read(events, eventFile, sources, sourceFile, new());

    internal static TableOutcome<RecordedEvent> Read(string events, string eventFile, string sources, string sourceFile, TablePools pools)
    {
        var errors = new List<CatalogueError>();
        var sourceRows = new Table(sourceFile, SourceColumns, pools).Read(sources, ReadSource);
        var bySource = sourceRows
            .Rows.GroupBy(s => s.Event, s => s.Source, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var eventRows = new Table(eventFile, EventColumns, pools).Read(events, ReadEvent);
        errors.AddRange(eventRows.Errors);
        errors.AddRange(sourceRows.Errors);
        var read = new List<RecordedEvent>(eventRows.Rows.Count);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var one in eventRows.Rows)
        {
            if (!ids.Add(one.Id))
                errors.Add(Error(eventFile, one.Row.Line, $"'{one.Id}' a second time", "an id used once"));
            else if (bySource.Remove(one.Id, out var its))
                read.Add(one with { Sources = its });
            else
                errors.Add(Error(eventFile, one.Row.Line, $"'{one.Id}' without a source", $"at least one row for it in {sourceFile}"));
        }
        // With a broken event table the sources' events may merely not have been read.
        if (eventRows.Errors.Count == 0)
            foreach (var (id, orphans) in bySource)
                if (!ids.Contains(id))
                    errors.Add(Error(sourceFile, orphans[0].Row.Line, $"event '{id}'", $"the id of an event in {eventFile}"));
        return new() { Rows = read, Errors = errors };
    }

    private static CatalogueError Error(string file, int line, string found, string expected) =>
        new()
        {
            File = file,
            Line = line,
            Column = 1,
            Found = found,
            Expected = expected,
        };

    private static RecordedEvent ReadEvent(Table row)
    {
        var (actors, senders) = ReadActors(row);
        var (date, end) = (row.RequiredPeriod(2), row.OptionalPeriod(3));
        if (end is not null && date is not null && end.End < date.Start)
            row.Fail(row[3], $"'{end}'", $"an end not before {date}");
        return new()
        {
            Id = ReadId(row),
            Kind = row.Required(1),
            Date = date!,
            End = end,
            Actors = actors,
            Directed = senders > 0,
            Senders = senders,
            Place = row.Optional(5),
            Body = row.Optional(6),
            Title = row.Required(7),
            Value = row.Optional(8),
            ValueUnit = row.Optional(9),
            Names = row.Optional(10)?.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Row = row.Row,
        };
    }

    private static string ReadId(Table row)
    {
        var id = row.Required(0);
        foreach (var c in id)
            if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '_') || id[0] is >= '0' and <= '9')
            {
                row.Fail(
                    row[0],
                    $"'{id}'",
                    "an id of small letters, digits and underscores that begins with a letter, such as ukraine_invasion_2022"
                );
                break;
            }
        return id;
    }

    /// <summary>`A;B` are parties; `A&gt;B` is directed, and several senders repeat the arrow: `USA&gt;RUS;EU&gt;RUS`.</summary>
    private static (IReadOnlyList<string> Actors, int Senders) ReadActors(Table row)
    {
        var text = row.Text(4);
        if (text.Length == 0)
            return ([], 0);
        var senders = new List<string>();
        var others = new List<string>();
        foreach (var part in text.Split(';', StringSplitOptions.TrimEntries))
        {
            var arrow = part.IndexOf('>', StringComparison.Ordinal);
            if (part.Length == 0 || arrow == 0 || arrow == part.Length - 1)
            {
                row.Fail(row[4], $"'{text}'", "actors as CHN;RUS or USA>RUS, a named person as CHN:Xi Jinping");
                return ([], 0);
            }
            if (arrow > 0)
                Add(senders, part[..arrow].Trim());
            Add(others, part[(arrow + 1)..].Trim());
        }
        return ([.. senders, .. others.Where(o => !senders.Contains(o))], senders.Count);
    }

    private static void Add(List<string> actors, string actor)
    {
        if (!actors.Contains(actor))
            actors.Add(actor);
    }

    private static (string Event, EventSource Source) ReadSource(Table row) =>
        (
            row.Required(0),
            new()
            {
                Date = row.OptionalPeriod(1),
                Source = row.Required(2),
                Tier = row.RequiredTier(4),
                Published = row.OptionalPeriod(5),
                Url = row.Optional(6),
                Note = row.Optional(7),
                Row = row.Row,
            }
        );
}
