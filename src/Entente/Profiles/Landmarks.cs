using Entente.Record;

namespace Entente.Profiles;

/// <summary>The few dated happenings that a course over years is read against: wars begun, treaties of the two, the first measures against either.</summary>
public static class Landmarks
{
    /// <summary>More than these lie on each other.</summary>
    private const int Most = 7;

    private static readonly string[] Wars = ["invasion", "annexation"];
    private static readonly string[] Measures = ["sanction", "export_control", "tariff", "price_cap", "import_ban", "payment_curb"];
    private static readonly string[] Bonds = ["treaty", "rupture", "suspension"];
    private static readonly string[] Agreements = ["agreement", "pipeline", "truce", "partnership"];

    /// <summary>The gravest first is kept of each year, the oldest first is printed.</summary>
    public static IReadOnlyList<ProfileEntry> Of(ProfileRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var (a, b) = (request.First.Code, request.Second.Code);
        var ranked = new List<(int Weight, RecordedEvent Event)>();
        var seen = new HashSet<(string, string)>();
        foreach (var recorded in PairEvents.Of(request, e => e.Date.Start.Year >= request.From && e.Date.Start.Year <= request.To))
        {
            var both = PairEvents.Has(recorded, a) && PairEvents.Has(recorded, b);
            if (Wars.Contains(recorded.Kind) && (PairEvents.Sends(recorded, a) || PairEvents.Sends(recorded, b)))
                ranked.Add((0, recorded));
            else if (Bonds.Contains(recorded.Kind) && both)
                ranked.Add((1, recorded));
            else if (Measures.Contains(recorded.Kind) && First(recorded, both ? "both" : "other"))
                ranked.Add((both ? 1 : 2, recorded));
            else if (Agreements.Contains(recorded.Kind) && both)
                ranked.Add((3, recorded));
        }
        return
        [
            .. ranked
                .GroupBy(r => r.Event.Date.Start.Year)
                .Select(year => year.OrderBy(r => r.Weight).ThenBy(r => r.Event.Date.Start).First())
                .OrderBy(r => r.Weight)
                .ThenByDescending(r => r.Event.Date.Start)
                .Take(Most)
                .OrderBy(r => r.Event.Date.Start)
                .Select(r => PairEvents.Entry(r.Event)),
        ];

        // A campaign of measures is marked where it begins.
        bool First(RecordedEvent recorded, string between) =>
            (PairEvents.Receives(recorded, a) && seen.Add((between, a))) || (PairEvents.Receives(recorded, b) && seen.Add((between, b)));
    }
}
