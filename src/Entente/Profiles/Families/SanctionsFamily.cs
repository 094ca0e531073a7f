using System.Globalization;
using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>
/// Measures of force in trade and finance, of each against the other and of third parties against either: the steps of the record with what is known of
/// their ends, and the cases of imported lists that were in force on the day, or when the list closed. Where no end is recorded it is said, not guessed.
/// </summary>
/// <param name="lists">What imported lists hold; null where there are none.</param>
public sealed class SanctionsFamily(Func<ProfileRequest, CancellationToken, ListedSanctions>? lists = null) : IProfileFamily
{
    private const int MostMutual = 6;
    private const int MostPairs = 8;
    private const int MostCases = 10;
    private const int MostNames = 3;

    /// <summary>What one does to all is done to each.</summary>
    private const string Everybody = "WLD";

    private static readonly string[] Kinds =
    [
        "sanction",
        "export_control",
        "designation",
        "tariff",
        "import_ban",
        "payment_curb",
        "price_cap",
    ];

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var (a, b) = (request.First, request.Second);
        var all = PairEvents.Of(request, e => e.Directed && Kinds.Contains(e.Kind));
        var steps = all.Where(e => !Passing(e)).ToList();
        var listed = lists?.Invoke(request, cancellation) ?? new();
        var (figures, notes) = (new List<ProfileFigure>(), new List<string>());
        foreach (var (from, to) in new[] { (a, b), (b, a) })
        {
            cancellation.ThrowIfCancellationRequested();
            Steps(request, $"steps of {from.Name} against {to.Name}", Of(steps, from.Code, to.Code), figures);
            Steps(request, $"steps of {from.Name} against all states", Of(steps, from.Code, Everybody), figures);
            ListedSteps(listed.Steps.Where(s => s.Sender == from.Code && s.Target == to.Code), request, figures);
            Cases(
                request,
                $"cases of {from.Name} against {to.Name}",
                [.. listed.Cases.Where(c => c.Target == to.Code && c.Senders.Contains(from.Code))],
                figures
            );
        }
        foreach (var (party, other) in new[] { (a, b), (b, a) })
        {
            cancellation.ThrowIfCancellationRequested();
            var third = steps.Where(e => PairEvents.Receives(e, party.Code) && !PairEvents.Sends(e, other.Code)).ToList();
            Steps(request, $"steps of third parties against {party.Name}{Senders(request, third)}", third, figures);
            ListedSteps(listed.Steps.Where(s => s.Target == party.Code && s.Sender != other.Code), request, figures);
            Cases(
                request,
                $"cases of third parties against {party.Name}",
                [.. listed.Cases.Where(c => c.Target == party.Code && !c.Senders.Contains(other.Code))],
                figures
            );
        }
        OnEach(request, steps, figures);
        Steps(
            request,
            "steps of third parties against both at once",
            [.. steps.Where(e => PairEvents.Receives(e, a.Code) && PairEvents.Receives(e, b.Code))],
            figures
        );
        Notes(request, listed, steps, figures, notes);
        return new()
        {
            Id = "sanctions",
            Title = "Sanctions and controls",
            Figures = figures,
            Entries = [.. Mutual(request, all), .. ByPair(request, steps), .. InForce(request, listed)],
            Notes = notes,
            Missing = Missing(request, all, listed),
        };
    }

    /// <summary>Over on its own day: only announced or proposed, or itself the end of a measure.</summary>
    private static bool Passing(RecordedEvent step) => step.End is { } end && end.End == step.Date.End;

    private static bool Ended(RecordedEvent step, ProfileRequest request) => step.End is { } end && end.Start <= request.AsOf;

    private static List<RecordedEvent> Of(List<RecordedEvent> steps, string from, string to) =>
        [.. steps.Where(e => PairEvents.Sends(e, from) && PairEvents.Receives(e, to))];

    private static void Steps(ProfileRequest request, string label, List<RecordedEvent> steps, List<ProfileFigure> figures)
    {
        if (steps.Count == 0)
            return;
        var ended = steps.Count(s => Ended(s, request));
        var later = steps.Count(s => !Ended(s, request) && s.End is not null);
        figures.Add(
            new()
            {
                Label = label,
                Value = steps.Count,
                Low = steps.Count,
                Unit = "count",
                Period = PairEvents.Years(steps[0].Date.Start.Year, steps[^1].Date.Start.Year),
                Cite = PairEvents.CiteOf(steps[^1]),
                Note =
                    $"{ProfileFigure.AtLeast}; "
                    + string.Join(
                        ", ",
                        new[]
                        {
                            steps.Count > ended + later ? Open(steps.Count, steps.Count - ended - later) : null,
                            ended > 0 ? string.Create(CultureInfo.InvariantCulture, $"ended {ended}") : null,
                            later > 0 ? string.Create(CultureInfo.InvariantCulture, $"in force {later}") : null,
                        }.OfType<string>()
                    ),
            }
        );
    }

    private static string Open(int all, int open) =>
        open == all ? "no end recorded" : string.Create(CultureInfo.InvariantCulture, $"no end recorded of {open}");

    private static void ListedSteps(IEnumerable<ListedSteps> steps, ProfileRequest request, List<ProfileFigure> figures)
    {
        foreach (var step in steps)
            figures.Add(
                new()
                {
                    Label = $"steps of {request.Name(step.Sender)} against {request.Name(step.Target)} listed by {step.List}",
                    Value = step.Count,
                    Low = step.Count,
                    Unit = "count",
                    Period = PairEvents.Years(step.First.Start.Year, step.Last.Start.Year),
                    Cite = step.Cite,
                    Note = $"{ProfileFigure.AtLeast}; the list gives no ends; announcements are not counted",
                }
            );
    }

    private static void Cases(ProfileRequest request, string label, List<ListedCase> cases, List<ProfileFigure> figures)
    {
        foreach (var list in cases.GroupBy(c => c.List, StringComparer.Ordinal))
        {
            var standing = list.Where(c => c.Stands(request.AsOf)).ToList();
            var day = list.First().Day(request.AsOf);
            var within = day == request.AsOf;
            figures.Add(
                new()
                {
                    Label = $"{label} in force ({list.Key})",
                    Value = standing.Count,
                    Unit = "count",
                    Period = within ? Entente.Quantities.Period.OfDay(day).Text : PairEvents.Year(day.Year),
                    Cite = (standing.Count > 0 ? standing : list.ToList())[^1].Cite,
                    Note =
                        string.Create(CultureInfo.InvariantCulture, $"of {list.Count()} {(list.Count() == 1 ? "case" : "cases")} listed")
                        + (within ? "" : "; the list closes then, ends after that are not in it"),
                }
            );
        }
    }

    private static string Senders(ProfileRequest request, List<RecordedEvent> steps)
    {
        var senders = steps
            .SelectMany(e => e.Actors.Take(e.Senders).Select(PairEvents.Code).Distinct(StringComparer.Ordinal))
            .GroupBy(c => c, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .ThenBy(g => g.Key, StringComparer.Ordinal)
            .Take(MostNames)
            .Select(g => string.Create(CultureInfo.InvariantCulture, $"{request.Name(g.Key)} {g.Count()}"))
            .ToArray();
        return senders.Length == 0 ? "" : $" ({string.Join(", ", senders)})";
    }

    /// <summary>Third parties that act against the one and against the other.</summary>
    private static void OnEach(ProfileRequest request, List<RecordedEvent> steps, List<ProfileFigure> figures)
    {
        IEnumerable<string> Acting(string target) =>
            steps
                .Where(e => PairEvents.Receives(e, target))
                .SelectMany(e => e.Actors.Take(e.Senders).Select(PairEvents.Code))
                .Where(s => s != request.First.Code && s != request.Second.Code);
        string[] both = [.. Acting(request.First.Code).Intersect(Acting(request.Second.Code)).Order(StringComparer.Ordinal)];
        if (both.Length == 0)
            return;
        var of = steps
            .Where(e =>
                both.Any(s => PairEvents.Sends(e, s))
                && (PairEvents.Receives(e, request.First.Code) || PairEvents.Receives(e, request.Second.Code))
            )
            .ToList();
        figures.Add(
            new()
            {
                Label = $"third parties with steps against each of the two ({string.Join(", ", both.Select(request.Name))})",
                Value = both.Length,
                Low = both.Length,
                Unit = "count",
                Period = PairEvents.Years(of[0].Date.Start.Year, of[^1].Date.Start.Year),
                Cite = PairEvents.CiteOf(of[^1]),
                Note = ProfileFigure.AtLeast,
            }
        );
    }

    /// <summary>The latest steps between the two, announcements and ends too.</summary>
    private static IEnumerable<ProfileEntry> Mutual(ProfileRequest request, List<RecordedEvent> all) =>
        Of(all, request.First.Code, request.Second.Code)
            .Concat(Of(all, request.Second.Code, request.First.Code))
            .OrderByDescending(e => e.Date.Start)
            .ThenBy(e => e.Id, StringComparer.Ordinal)
            .Take(MostMutual)
            .Select(e =>
                PairEvents.Entry(e) is var entry && e.End is { } end && !Passing(e) && Ended(e, request)
                    ? entry with
                    {
                        Text = $"{entry.Text} (ended {end.Text})",
                    }
                    : entry
            );

    /// <summary>Who has acted against whom, with the first and the last step.</summary>
    private static IEnumerable<ProfileEntry> ByPair(ProfileRequest request, List<RecordedEvent> steps) =>
        steps
            .SelectMany(e =>
                from sender in e.Actors.Take(e.Senders).Select(PairEvents.Code).Distinct(StringComparer.Ordinal)
                from target in new[] { request.First.Code, request.Second.Code }
                where sender != target && PairEvents.Receives(e, target)
                select (sender, target, Step: e)
            )
            .GroupBy(p => (p.sender, p.target))
            .OrderByDescending(g => g.Key.sender == request.First.Code || g.Key.sender == request.Second.Code)
            .ThenByDescending(g => g.Count())
            .ThenBy(g => g.Key)
            .Take(MostPairs)
            .Select(g =>
            {
                var (first, last) = (g.First().Step, g.Last().Step);
                var open = g.Count(p => !Ended(p.Step, request));
                return new ProfileEntry
                {
                    Date = first.Date.Text,
                    Text =
                        $"{request.Name(g.Key.sender)} against {request.Name(g.Key.target)}: "
                        + (
                            g.Count() == 1
                                ? "one step"
                                : string.Create(CultureInfo.InvariantCulture, $"{g.Count()} steps to {last.Date.Text}")
                        )
                        + (open == 0 ? ", ended" : $", {Open(g.Count(), open)}"),
                    Cite = PairEvents.CiteOf(last),
                };
            });

    private static IEnumerable<ProfileEntry> InForce(ProfileRequest request, ListedSanctions listed) =>
        listed
            .Cases.Where(c => c.Stands(request.AsOf))
            .OrderByDescending(c => c.Senders.Contains(request.First.Code) || c.Senders.Contains(request.Second.Code))
            .ThenByDescending(c => c.From.Start)
            .ThenBy(c => c.Id, StringComparer.Ordinal)
            .Take(MostCases)
            .Select(c => new ProfileEntry
            {
                Date = c.From.Text,
                Text =
                    $"{string.Join(", ", c.Senders.Select(request.Name))} against {request.Name(c.Target)} ({c.List} {c.Id}): {c.Measures}; "
                    + (
                        c.Day(request.AsOf) == request.AsOf
                            ? "in force"
                            : $"in force in {PairEvents.Year(c.Closes.Year)}, where the list closes"
                    ),
                Cite = c.Cite,
            });

    private static void Notes(
        ProfileRequest request,
        ListedSanctions listed,
        List<RecordedEvent> steps,
        List<ProfileFigure> figures,
        List<string> notes
    )
    {
        if (figures.Count == 0)
            return;
        notes.Add(
            "Steps are counted as the record lists them (a package, an order, a tariff round), not names listed; a step that is only announced, or lifts a "
                + "measure, is none. Without a recorded end a step may stand or not: nothing is assumed."
                + (listed.Cases.Count > 0 ? " Cases and steps are counted apart: a case is many steps." : "")
        );
        foreach (var party in new[] { request.First, request.Second })
        foreach (var body in steps.SelectMany(e => e.Actors.Take(e.Senders)).Distinct(StringComparer.Ordinal))
            if (BodiesFamily.Belongs(body, party.Code, request))
                notes.Add($"What the {request.Name(body)} imposes binds {party.Name}, a member; it is counted with third parties.");
    }

    private static List<ProfileGap> Missing(ProfileRequest request, List<RecordedEvent> all, ListedSanctions listed)
    {
        var (a, b) = (request.First, request.Second);
        bool Between(string sender, string target) => (sender == a.Code && target == b.Code) || (sender == b.Code && target == a.Code);
        if (
            Of(all, a.Code, b.Code).Count > 0
            || Of(all, b.Code, a.Code).Count > 0
            || listed.Cases.Any(c => c.Senders.Any(s => Between(s, c.Target)))
            || listed.Steps.Any(s => Between(s.Sender, s.Target))
        )
            return [];
        var lists = listed.Lists.Count == 0 ? "" : $", nor do {string.Join(", ", listed.Lists)}";
        return
        [
            new(
                $"sanctions between {a.Name} and {b.Name}",
                $"the record lists none{lists}; that proves nothing",
                listed.Lists.Count == 0 ? "entente record import ist-sanctions | gsdb FILE" : null
            ),
        ];
    }
}
