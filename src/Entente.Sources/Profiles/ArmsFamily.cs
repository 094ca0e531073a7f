using Entente.Profiles;
using Entente.Sources.Datasets.SipriTransfers;
using Entente.Sources.Store;

namespace Entente.Sources.Profiles;

/// <summary>Deliveries of major arms either way, by SIPRI's register: volume by year, the partner's share, and the largest deals.</summary>
public sealed class ArmsFamily(StoreRecord? record) : IProfileFamily
{
    private const int MostDeals = 6;

    private static readonly ProfileGap NotImported = new(
        "deliveries of major arms, year by year",
        "SIPRI's trade register has not been imported",
        "entente record import sipri-transfers FILE"
    );

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (record?.Imported("sipri-transfers") is not { } rows)
            return Section([], [], [], [NotImported]);
        if (rows.PartyOf(request.First.Code) is not { } first || rows.PartyOf(request.Second.Code) is not { } second)
            return null;
        var cite = StoreCite.Of(rows);
        var figures = new List<ProfileFigure>();
        var lines = new List<ProfileLine>();
        var deals = new List<(int Year, string Text, long Line)>();
        foreach (
            var (from, to, names, side) in new[]
            {
                (first, second, (request.First.Name, request.Second.Name), ProfileSide.First),
                (second, first, (request.Second.Name, request.First.Name), ProfileSide.Second),
            }
        )
        {
            cancellation.ThrowIfCancellationRequested();
            var byYear = Volume(rows, from, to, request);
            if (byYear.Count > 0)
            {
                lines.Add(
                    new()
                    {
                        Name = $"{names.Item1} to {names.Item2}",
                        Side = side,
                        Points = [.. byYear.Select(p => new ProfilePoint(p.Key, p.Value))],
                        Cite = cite,
                    }
                );
                figures.Add(
                    new()
                    {
                        Label = $"volume delivered, {names.Item1} to {names.Item2} (m TIV)",
                        Value = byYear.Values.Sum(),
                        Period = PairEvents.Years(byYear.Keys.First(), byYear.Keys.Last()),
                        Cite = cite,
                    }
                );
            }
            deals.AddRange(Deals(rows, from, to, request, names));
        }
        return Section(
            figures,
            lines.Count == 0 ? [] : [new() { Title = "Volume of major arms delivered (m TIV)", Lines = lines }],
            [
                .. deals
                    .OrderByDescending(d => d.Year)
                    .ThenBy(d => d.Line)
                    .Take(MostDeals)
                    .Select(d => new ProfileEntry
                    {
                        Date = PairEvents.Year(d.Year),
                        Text = d.Text,
                        Cite = cite with { Row = rows.RowAt(d.Line).ToString() },
                    }),
            ],
            lines.Count == 0 ? [new("deliveries of major arms", "the register has none between the two in these years")] : []
        );
    }

    private static ProfileSection Section(
        IReadOnlyList<ProfileFigure> figures,
        IReadOnlyList<ProfileChart> charts,
        IReadOnlyList<ProfileEntry> entries,
        IReadOnlyList<ProfileGap> missing
    ) =>
        new()
        {
            Id = "arms",
            Title = "Arms",
            Figures = figures,
            Charts = charts,
            Entries = entries,
            Notes =
                charts.Count == 0
                    ? []
                    :
                    [
                        "Trend-indicator values (TIV) measure what was delivered by its capability, not its price. Small arms and most parts are not counted.",
                    ],
            Missing = missing,
        };

    private static SortedDictionary<int, double> Volume(ImportedRows rows, int supplier, int recipient, ProfileRequest request)
    {
        var byYear = new SortedDictionary<int, double>();
        rows.Read(
            $"select year, sum(tiv) from {SipriTransfersDataset.Table.Name} where {rows.Own} and supplier = @1 and recipient = @2 and year >= @3 and year <= @4 group by year",
            [supplier, recipient, request.From, request.To],
            r =>
            {
                if (!r.IsNull(1))
                    byYear[(int)r.Integer(0)] = r.Real(1);
            }
        );
        return byYear;
    }

    /// <summary>The deals with most volume delivered in the years, by the year of their last delivery.</summary>
    private static List<(int Year, string Text, long Line)> Deals(
        ImportedRows rows,
        int supplier,
        int recipient,
        ProfileRequest request,
        (string From, string To) names
    )
    {
        var deals = new List<(int, string, long)>();
        rows.Read(
            $"select deal, max(year), sum(delivered), min(designation), min(description), sum(tiv), min(line) from {SipriTransfersDataset.Table.Name} where {rows.Own} and supplier = @1 and recipient = @2 and year >= @3 and year <= @4 group by deal order by sum(tiv) desc limit {MostDeals}",
            [supplier, recipient, request.From, request.To],
            r =>
                deals.Add(
                    (
                        (int)r.Integer(1),
                        $"{names.From} to {names.To}: {(r.IsNull(2) ? "" : $"{r.Real(2):0} × ")}{r.Text(3)} ({r.Text(4)})",
                        r.Integer(6)
                    )
                )
        );
        return deals;
    }
}
