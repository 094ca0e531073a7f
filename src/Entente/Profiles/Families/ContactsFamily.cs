using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>Meetings, calls, statements, exercises and patrols of the two, by year and the latest by date.</summary>
public sealed class ContactsFamily : IProfileFamily
{
    private const int MostEntries = 8;

    private static readonly (string Label, string[] Kinds)[] Groups =
    [
        ("meetings and visits of leaders", ["meeting", "visit", "summit_attendance"]),
        ("calls and video meetings", ["call", "video_call"]),
        ("joint statements", ["joint_statement"]),
        ("joint exercises", ["joint_exercise", "exercise"]),
        ("joint patrols", ["joint_patrol"]),
        ("agreements and treaties", ["agreement", "treaty", "pipeline", "arms_deal"]),
    ];

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var lines = new List<ProfileLine>();
        var figures = new List<ProfileFigure>();
        var entries = new List<RecordedEvent>();
        var incomplete = new List<string>();
        foreach (var (label, kinds) in Groups)
        {
            cancellation.ThrowIfCancellationRequested();
            var events = PairEvents.Of(
                request,
                e => kinds.Contains(e.Kind) && PairEvents.Has(e, request.First.Code) && PairEvents.Has(e, request.Second.Code)
            );
            if (events.Count == 0)
                continue;
            entries.AddRange(events);
            var complete = kinds.All(k => PairEvents.CoverageOf(request, k) is { Complete: true });
            var cite = new Cite { Source = "the record's list of events", Row = $"{events[0].Row.File}" };
            var points = PairEvents.ByYear(events, request.From, request.To, complete);
            if (points.Count > 0)
                lines.Add(
                    new()
                    {
                        Name = label,
                        Points = points,
                        Cite = cite,
                    }
                );
            figures.Add(
                new()
                {
                    Label = $"{label} in the record",
                    Value = events.Count,
                    Low = events.Count,
                    High = complete ? events.Count : null,
                    Unit = "count",
                    Period = PairEvents.Years(events[0].Date.Start.Year, events[^1].Date.Start.Year),
                    Cite = cite,
                    Note = complete ? null : ProfileFigure.AtLeast,
                }
            );
            if (!complete)
                incomplete.Add(label);
        }
        figures.AddRange(Counts(request));
        return new()
        {
            Id = "contacts",
            Title = "Contacts and cooperation",
            Figures = figures,
            Charts =
                lines.Count == 0
                    ? []
                    :
                    [
                        new()
                        {
                            Title = "Recorded each year",
                            Unit = "count",
                            Lines = lines,
                        },
                    ],
            Entries =
            [
                .. entries
                    .OrderByDescending(e => e.Date.Start)
                    .ThenBy(e => e.Id, StringComparer.Ordinal)
                    .Take(MostEntries)
                    .Select(PairEvents.Entry),
            ],
            Notes =
                incomplete.Count == 0
                    ? []
                    : ["The lists are not complete: a count is the least there was, and a year without one proves nothing."],
            Missing =
                entries.Count == 0
                    ?
                    [
                        new(
                            "meetings, statements, exercises",
                            $"the record lists none of {request.First.Name} with {request.Second.Name}; that proves nothing",
                            "entente record add"
                        ),
                    ]
                    : [],
        };
    }

    /// <summary>Counts that somebody published, which the list need not reach.</summary>
    private static IEnumerable<ProfileFigure> Counts(ProfileRequest request)
    {
        foreach (var measure in (string[])["joint_exercises_count", "joint_patrols_count"])
        {
            var rows = request
                .Record.Find(
                    new RecordQuery
                    {
                        Measure = measure,
                        Subject = request.First.Code,
                        Object = request.Second.Code,
                    }
                )
                .Concat(
                    request.Record.Find(
                        new RecordQuery
                        {
                            Measure = measure,
                            Subject = request.Second.Code,
                            Object = request.First.Code,
                        }
                    )
                )
                .Where(r => r.Period is { } period && period.Start <= request.AsOf && period.End.Year <= request.AsOf.Year)
                .Where(r => PairEvents.KnownBy(r.Published, request.AsOf))
                .OrderByDescending(r => r.Period!.End)
                .ThenByDescending(r => r.Value.Value)
                .Take(1);
            foreach (var row in rows)
                yield return new()
                {
                    Label = measure == "joint_exercises_count" ? "joint exercises, as counted" : "joint patrols, as counted",
                    Value = row.Value.Value,
                    Unit = "count",
                    Period = row.Period!.Text,
                    Cite = new()
                    {
                        Source = row.Source,
                        Published = row.Published?.Text,
                        Url = row.Url,
                        Row = row.Row.ToString(),
                    },
                };
        }
    }
}
