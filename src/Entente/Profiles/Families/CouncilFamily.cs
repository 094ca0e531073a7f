using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>Vetoes in the Security Council: together, alone, and where one vetoed and the other did not.</summary>
public sealed class CouncilFamily : IProfileFamily
{
    private const int MostEntries = 8;

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        var (a, b) = (request.First, request.Second);
        var vetoes = PairEvents.Of(request, e => e.Kind == "veto" && e.Date.Start.Year >= request.From && e.Date.Start.Year <= request.To);
        bool By(RecordedEvent e, ProfileParty party) =>
            PairEvents.Has(e, party.Code) || request.Before(party.Code).Any(earlier => PairEvents.Has(e, earlier));
        var (ofA, ofB) = (vetoes.Where(e => By(e, a)).ToList(), vetoes.Where(e => By(e, b)).ToList());
        if (ofA.Count + ofB.Count == 0)
            return null;
        var joint = ofA.Where(e => By(e, b)).ToList();
        var figures = new List<ProfileFigure>();
        void Add(string label, ProfileSide side, List<RecordedEvent> events)
        {
            if (events.Count > 0)
                figures.Add(
                    new()
                    {
                        Label = label,
                        Side = side,
                        Value = events.Count,
                        Low = events.Count,
                        Unit = "count",
                        Period = PairEvents.Years(events[0].Date.Start.Year, events[^1].Date.Start.Year),
                        Cite = PairEvents.CiteOf(events[^1]),
                        Note = Complete(request) ? null : ProfileFigure.AtLeast,
                    }
                );
        }
        Add("vetoes of both together", ProfileSide.Pair, joint);
        Add($"vetoes of {a.Name} without {b.Name}", ProfileSide.Pair, [.. ofA.Where(e => !By(e, b))]);
        Add($"vetoes of {b.Name} without {a.Name}", ProfileSide.Pair, [.. ofB.Where(e => !By(e, a))]);
        List<ProfileLine> lines = [];
        void Line(string name, ProfileSide side, List<RecordedEvent> events)
        {
            if (events.Count > 0)
                lines.Add(
                    new()
                    {
                        Name = name,
                        Side = side,
                        Points = PairEvents.ByYear(events, request.From, request.To, Complete(request)),
                        Cite = PairEvents.CiteOf(events[^1]),
                    }
                );
        }
        Line("together", ProfileSide.Pair, joint);
        Line($"{a.Name} alone of the two", ProfileSide.First, [.. ofA.Where(e => !By(e, b))]);
        Line($"{b.Name} alone of the two", ProfileSide.Second, [.. ofB.Where(e => !By(e, a))]);
        return new()
        {
            Id = "council",
            Title = "Security Council vetoes",
            Figures = figures,
            Charts =
            [
                new()
                {
                    Title = "Vetoes each year",
                    Unit = "count",
                    Lines = lines,
                },
            ],
            Entries =
            [
                .. ofA.Union(ofB)
                    .OrderByDescending(e => e.Date.Start)
                    .ThenBy(e => e.Id, StringComparer.Ordinal)
                    .Take(MostEntries)
                    .Select(e => PairEvents.Entry(e) with { Text = $"{e.Title} ({string.Join(", ", e.Actors.Select(PairEvents.Code))})" }),
            ],
            Notes = Complete(request)
                ? []
                : ["The list of vetoes that ships is not complete; entente record import unsc-vetoes FILE brings all."],
        };
    }

    private static bool Complete(ProfileRequest request) =>
        request.Record.Coverages.Any(c => c is { Kind: "veto", Complete: true, Period: { } period } && period.Start.Year <= request.From);
}
