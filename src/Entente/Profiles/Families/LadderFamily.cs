using Entente.Measures.Ladders;
using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>How alliance-like the alignment is on published scales: dated evidence for each rung, and what would show it is not reached.</summary>
/// <param name="ladders">The scales.</param>
/// <param name="pledges">Obligations between the two that hold in the last year coded, with their dates; none where nothing was imported.</param>
public sealed class LadderFamily(
    Func<LadderCatalogue> ladders,
    Func<ProfileRequest, IReadOnlyList<(string Pledge, ProfileEntry Entry)>>? pledges = null
) : IProfileFamily
{
    private const int MostEvidence = 3;
    private const int Recent = 10;

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var events = PairEvents.Of(request, e => PairEvents.Has(e, request.First.Code) && PairEvents.Has(e, request.Second.Code));
        var held = pledges?.Invoke(request) ?? [];
        var built = new List<ProfileLadder>();
        foreach (var ladder in ladders().All)
        {
            cancellation.ThrowIfCancellationRequested();
            built.Add(
                new()
                {
                    Name = ladder.Name,
                    Source = ladder.Source,
                    Rungs = [.. ladder.Rungs.Select(r => Rung(r, events, held, request))],
                }
            );
        }
        return new()
        {
            Id = "ladders",
            Title = "How alliance-like",
            Ladders = built,
            Notes =
            [
                "Evidence is dated instances in the record; a rung without any may still be reached. Where sources contradict each other both stand.",
            ],
        };
    }

    private static ProfileRung Rung(
        LadderRung rung,
        List<RecordedEvent> events,
        IReadOnlyList<(string Pledge, ProfileEntry Entry)> pledges,
        ProfileRequest request
    )
    {
        var instances = events.Where(e => rung.Kinds.Contains(e.Kind) && Fits(e.Title, rung.Words)).ToList();
        var (yes, no) = Facts(rung, request);
        List<ProfileEntry> counted =
        [
            .. Joined(rung, request),
            .. pledges.Where(p => rung.Pledges.Contains(p.Pledge)).Select(p => p.Entry).Distinct(),
            .. Counted(rung, request),
        ];
        List<ProfileEntry> evidence = [.. yes, .. no, .. instances.AsEnumerable().Reverse().Select(PairEvents.Entry), .. counted];
        var recent = instances.Select(e => e.Date.Start.Year).Where(y => y > request.AsOf.Year - Recent).Distinct().Count();
        var name =
            rung.Regular == 0 || instances.Count == 0 ? rung.Name
            : recent >= rung.Regular ? $"{rung.Name} (in {recent} of the last {Recent} years)"
            : $"{rung.Name} (recorded in only {recent} of the last {Recent} years)";
        return new()
        {
            Name = name,
            Stage = rung.Stage,
            State =
                yes.Count > 0 && no.Count > 0 ? RungState.Contested
                : yes.Count + instances.Count + counted.Count > 0 ? RungState.Evidence
                : no.Count > 0 ? RungState.Denied
                : RungState.NoneRecorded,
            Instances = yes.Count + instances.Count + counted.Count,
            Evidence = [.. evidence.Take(MostEvidence)],
            Falsifier = rung.Falsifier,
        };
    }

    /// <summary>Bodies of the rung that both belong to.</summary>
    private static IEnumerable<ProfileEntry> Joined(LadderRung rung, ProfileRequest request)
    {
        foreach (var body in rung.Bodies)
            if (BodiesFamily.Both(body, request) is { } membership)
                yield return BodiesFamily.Entry(membership);
    }

    private static bool Fits(string title, IReadOnlyList<string> words)
    {
        if (words.Count == 0)
            return true;
        foreach (var word in words)
            if (title.Contains(word, StringComparison.OrdinalIgnoreCase))
                return true;
        return false;
    }

    private static (List<ProfileEntry> Yes, List<ProfileEntry> No) Facts(LadderRung rung, ProfileRequest request)
    {
        var (yes, no) = (new List<ProfileEntry>(), new List<ProfileEntry>());
        foreach (var measure in rung.Facts)
        foreach (var row in Rows(measure, request))
            (row.Value.Value > 0 ? yes : no).Add(
                Entry(
                    row,
                    $"{measure.Replace('_', ' ')}: {(row.Value.Value > 0 ? "yes" : "no")}{(row.Note is null ? "" : $" ({row.Note})")}"
                )
            );
        return (yes, no);
    }

    private static List<ProfileEntry> Counted(LadderRung rung, ProfileRequest request) =>
        [
            .. rung
                .Counts.SelectMany(m => Rows(m, request).Select(r => (Measure: m, Row: r)))
                .Where(r => r.Row.Value.Value > 0)
                .OrderByDescending(r => r.Row.Period?.End)
                .Select(r =>
                    Entry(
                        r.Row,
                        $"{r.Measure.Replace('_', ' ')} {request.Name(r.Row.Subject)} to {request.Name(r.Row.Object!)}: {Checking.Figures.Text(r.Row.Value.Value, r.Row.Unit)}"
                    )
                ),
        ];

    private static IEnumerable<Observation> Rows(string measure, ProfileRequest request) =>
        request
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
            .Where(r => PairEvents.KnownBy(r.Published, request.AsOf));

    private static ProfileEntry Entry(Observation row, string text) =>
        new()
        {
            Date = row.Period?.Text ?? "date unknown",
            Text = text,
            Cite = new()
            {
                Source = row.Source,
                Published = row.Published?.Text,
                Url = row.Url,
                Row = row.Row.ToString(),
            },
        };
}
