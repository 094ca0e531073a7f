using Entente.Record;

namespace Entente.Profiles.Families;

/// <summary>Measures of force in trade and finance: of each against the other, and of third parties against either.</summary>
public sealed class SanctionsFamily : IProfileFamily
{
    private const int MostEntries = 8;
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
        var figures = new List<ProfileFigure>();
        var shown = new List<RecordedEvent>();
        void Count(string label, ProfileSide side, IReadOnlyList<RecordedEvent> events)
        {
            cancellation.ThrowIfCancellationRequested();
            if (events.Count == 0)
                return;
            figures.Add(
                new()
                {
                    Label = label,
                    Side = side,
                    Value = events.Count,
                    Low = events.Count,
                    Unit = "count",
                    Period = $"{events[0].Date.Start.Year}..{events[^1].Date.Start.Year}",
                    Cite = PairEvents.CiteOf(events[^1]),
                    Note = "at least",
                }
            );
        }
        var mutual = all.Where(e =>
                (PairEvents.Sends(e, a.Code) && PairEvents.Receives(e, b.Code))
                || (PairEvents.Sends(e, b.Code) && PairEvents.Receives(e, a.Code))
            )
            .ToList();
        shown.AddRange(mutual);
        Count($"steps of {a.Name} against {b.Name}", ProfileSide.Pair, [.. mutual.Where(e => PairEvents.Sends(e, a.Code))]);
        Count($"steps of {b.Name} against {a.Name}", ProfileSide.Pair, [.. mutual.Where(e => PairEvents.Sends(e, b.Code))]);
        foreach (var party in (ProfileParty[])[a, b])
        {
            var other = party == a ? b : a;
            var third = all.Where(e => PairEvents.Receives(e, party.Code) && !PairEvents.Sends(e, other.Code)).ToList();
            var senders = third
                .SelectMany(e => e.Actors.Take(e.Senders).Select(PairEvents.Code))
                .GroupBy(c => c, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .Take(3)
                .Select(g => $"{request.Name(g.Key)} {g.Count()}")
                .ToArray();
            Count(
                $"steps of third parties against {party.Name}{(senders.Length == 0 ? "" : $" ({string.Join(", ", senders)})")}",
                ProfileSide.Pair,
                third
            );
            var joint = all.Where(e => PairEvents.Receives(e, party.Code) && PairEvents.Receives(e, other.Code)).ToList();
            if (party == a)
                Count("of these, against both at once", ProfileSide.Pair, joint);
        }
        return new()
        {
            Id = "sanctions",
            Title = "Sanctions and controls",
            Figures = figures,
            Entries =
            [
                .. shown
                    .OrderByDescending(e => e.Date.Start)
                    .ThenBy(e => e.Id, StringComparer.Ordinal)
                    .Take(MostEntries)
                    .Select(PairEvents.Entry),
            ],
            Notes =
                figures.Count == 0
                    ? []
                    :
                    [
                        "Steps are counted as the record lists them (a package, an order, a tariff round), not names listed; whether one still stands is not said.",
                    ],
            Missing =
                mutual.Count == 0
                    ?
                    [
                        new(
                            $"sanctions between {a.Name} and {b.Name}",
                            "the record lists none; that proves nothing",
                            "entente record import ist-sanctions | gsdb FILE"
                        ),
                    ]
                    : [],
        };
    }
}
