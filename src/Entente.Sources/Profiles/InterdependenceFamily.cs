using Entente.Actors.Identity;
using Entente.Measures.Trade;
using Entente.Numerics.Breaks;
using Entente.Profiles;
using Entente.Sources.Store;
using Entente.Sources.TradeMeasures;

namespace Entente.Sources.Profiles;

/// <summary>
/// The measures of trade by their papers, in the latest year that the imported datasets have for the pair: shares as intervals over the books,
/// intensity, interdependence, concentration of partners, the gap between the two books, and the breaks of the series beside events.
/// </summary>
public sealed class InterdependenceFamily(Func<IRecordStore?> open, Func<StateCodes> states, PairTradeMemory? trades = null)
    : IProfileFamily
{
    private readonly PairTradeMemory trades = trades ?? new();

    private const int MostEntries = 8;

    /// <summary>Totals summed from fewer states' reports are not shown as totals.</summary>
    private const int FewestReports = 50;

    /// <summary>Partners that are known must make up this much of the reported total before their concentration is told.</summary>
    private const double LeastCoverage = 0.85;

    private static readonly ProfileGap NotImported = new(
        "intensity, concentration, mirror gaps and breaks",
        "no dataset of trade has been imported",
        "entente record import cow-trade | comtrade | imf-imts FILE"
    );

    public ProfileSection? Build(ProfileRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        using var store = open();
        if (store is null || Trade(store, request, cancellation) is not { } trade)
            return Section([], [], [], [NotImported]);
        var years = trade.Years.Where(y => y >= request.From && y <= request.To).ToList();
        if (years.Count == 0)
            return Section([], [], [], [NotImported with { Why = "the imported datasets have no trade of the two in these years" }]);
        var figures = new List<ProfileFigure>();
        Shares(trade, years, figures);
        Readings(trade, years, figures);
        Gaps(trade, years, figures, request);
        var (entries, notes) = Breaks(request, trade);
        return Section(figures, entries, notes, []);
    }

    private static ProfileSection Section(
        List<ProfileFigure> figures,
        List<ProfileEntry> entries,
        List<string> notes,
        ProfileGap[] missing
    ) =>
        new()
        {
            Id = "interdependence",
            Title = "Interdependence by the papers' measures",
            Figures = figures,
            Entries = entries,
            Notes =
                figures.Count == 0
                    ? notes
                    :
                    [
                        .. notes,
                        "Intensity 1 is what the sizes of both would give. Definitions: docs/measures/trade.md and breaks.md. That an event stands beside a break is no evidence that it made it.",
                    ],
            Missing = missing,
        };

    private PairTrade? Trade(IRecordStore store, ProfileRequest request, CancellationToken cancellation)
    {
        var known = states();
        if (known.ByCode(request.First.Code) is null || known.ByCode(request.Second.Code) is null)
            return null;
        return trades.Of(store, known, request.First.Code, request.Second.Code, cancellation);
    }

    /// <summary>
    /// Each one's share in the other's trade, as the interval over all books of the latest year with two of them. A total put together from the
    /// reports of a few is no total, and what is measured against it no share.
    /// </summary>
    private static void Shares(PairTrade trade, List<int> years, List<ProfileFigure> figures)
    {
        foreach (
            var (side, of, whole) in new[]
            {
                (
                    ProfileSide.First,
                    (Func<TradeReading, TradeFigure>)(r => r.First.TradeShare),
                    (Func<TradeReading, bool>)(r => Whole(r.First))
                ),
                (ProfileSide.Second, r => r.Second.TradeShare, r => Whole(r.Second)),
            }
        )
        {
            List<TradeReading> At(int year) => [.. trade.Readings(year).Where(r => of(r).Has && whole(r))];
            var year = years.FindLast(y => At(y).Count > 1);
            if (year == 0)
                year = years.FindLast(y => At(y).Count > 0);
            if (year == 0)
                continue;
            var readings = At(year);
            figures.Add(
                new()
                {
                    Label = "its share in trade, all books",
                    Side = side,
                    Value = of(readings.Find(r => r.View == TradeView.Own) ?? readings[0]).Value!.Value,
                    Low = readings.Min(r => of(r).Value),
                    High = readings.Max(r => of(r).Value),
                    Unit = "share",
                    Period = PairEvents.Year(year),
                    Cite = CiteOf(readings[0]),
                    Others = [.. readings.Select(r => new ProfileVariant(r.Name, of(r).Value!.Value, CiteOf(r)))],
                }
            );
        }
    }

    /// <summary>True where the state's totals are reported, or put together from the reports of most of its partners.</summary>
    internal static bool Whole(TradeSide side) =>
        side is { ExportReports: null or >= FewestReports, ImportReports: null or >= FewestReports };

    private static bool Both(TradeReading reading) => Whole(reading.First) && Whole(reading.Second);

    private static TradeFigure Concentration(PartnerConcentration? partners) =>
        partners is { Coverage.Value: >= LeastCoverage and <= 1 / LeastCoverage, Index.Count: >= FewestReports }
            ? partners.Index.Unit
            : default;

    private static void Readings(PairTrade trade, List<int> years, List<ProfileFigure> figures)
    {
        void Latest(string label, ProfileSide side, string? unit, Func<TradeReading, TradeFigure> of)
        {
            for (var i = years.Count - 1; i >= 0; i--)
                if (trade.Readings(years[i]).FirstOrDefault(r => of(r).Has) is { } reading)
                {
                    figures.Add(
                        new()
                        {
                            Label = label,
                            Side = side,
                            Value = of(reading).Value!.Value,
                            Unit = unit,
                            Period = PairEvents.Year(years[i]),
                            Cite = CiteOf(reading),
                            Note = Name(reading.View),
                        }
                    );
                    return;
                }
        }
        Latest("intensity of its exports", ProfileSide.First, null, r => Both(r) ? r.First.Intensity : default);
        Latest("intensity of its exports", ProfileSide.Second, null, r => Both(r) ? r.Second.Intensity : default);
        Latest("concentration of buyers (HHI)", ProfileSide.First, null, r => Concentration(r.First.ExportPartners));
        Latest("concentration of buyers (HHI)", ProfileSide.Second, null, r => Concentration(r.Second.ExportPartners));
        Latest("concentration of suppliers (HHI)", ProfileSide.First, null, r => Concentration(r.First.ImportPartners));
        Latest("concentration of suppliers (HHI)", ProfileSide.Second, null, r => Concentration(r.Second.ImportPartners));
        Latest("salience (Barbieri)", ProfileSide.Pair, null, r => Both(r) ? r.Barbieri.Salience : default);
        Latest("symmetry (Barbieri)", ProfileSide.Pair, null, r => Both(r) ? r.Barbieri.Symmetry : default);
        Latest("interdependence (Barbieri)", ProfileSide.Pair, null, r => Both(r) ? r.Barbieri.Interdependence : default);
        Latest("lower dependence by GDP (Oneal and Russett)", ProfileSide.Pair, "share", r => r.OnealRussett.Lower);
    }

    /// <summary>ln of what the buyer reports over what the seller does, in the latest year that has both.</summary>
    private static void Gaps(PairTrade trade, List<int> years, List<ProfileFigure> figures, ProfileRequest request)
    {
        for (var direction = 0; direction < 2; direction++)
        for (var i = years.Count - 1; i >= 0; i--)
        {
            var at = trade.At(years[i], items: false);
            if (at.Mirror[direction] is not { Gap: { Has: true } gap } mirror)
                continue;
            figures.Add(
                new()
                {
                    Label = $"mirror gap, {request.Name(mirror.Seller)} to {request.Name(mirror.Buyer)}: ln(cif import/fob export)",
                    Value = gap.Value!.Value,
                    Period = PairEvents.Year(years[i]),
                    Cite = at.Readings.Count > 0 ? CiteOf(at.Readings[0]) : new() { Source = "imported trade data" },
                }
            );
            break;
        }
    }

    private static (List<ProfileEntry> Entries, List<string> Notes) Breaks(ProfileRequest request, PairTrade trade)
    {
        var (entries, notes) = (new List<ProfileEntry>(), new List<string>());
        var events = request
            .Record.Events.Where(e => e.Date.Start <= request.AsOf && Concerns(e, request))
            .Select(e => new DatedEvent(e.Id, e.Date.Start.Year, (e.End ?? e.Date).End.Year, e.Title))
            .ToList();
        if (TradeBreaks.Of(trade, TradeSeries.Trade, null, null, null, request.To, new BreakOptions(), events) is not { } reading)
            return (entries, notes);
        var cite = new Cite { Source = string.Join(", ", reading.Sources) };
        foreach (var found in reading.Breaks)
            entries.Add(
                new()
                {
                    Date = PairEvents.Year(found.Year),
                    Text =
                        $"trade breaks after this year (95 %: {found.From} to {found.To})"
                        + (
                            found.Events.Count == 0
                                ? "; no event of the record near"
                                : $"; near: {string.Join("; ", found.Events.Take(3).Select(e => e.Title))}"
                        ),
                    Cite = cite,
                }
            );
        if (reading.Outcome.Analysis is null)
            notes.Add("Breaks of the series were not sought: too few years without a gap.");
        else if (entries.Count == 0)
            notes.Add(
                $"The series of trade, {reading.Values[0].Year} to {reading.Values[^1].Year}, has no structural break (Bai and Perron)."
            );
        return ([.. entries.Take(MostEntries)], notes);
    }

    /// <summary>Events in which both had a part; what was done to one of them by others is without end, and something would always lie near.</summary>
    private static bool Concerns(Entente.Record.RecordedEvent recorded, ProfileRequest request) =>
        PairEvents.Has(recorded, request.First.Code) && PairEvents.Has(recorded, request.Second.Code);

    private static string Name(TradeView view) =>
        view switch
        {
            TradeView.Cow => "COW",
            TradeView.Own => "each one's own books",
            TradeView.Mirror => "the others' books",
            TradeView.Seller => "sellers' books",
            TradeView.Buyer => "buyers' books",
            TradeView.Baci => "BACI",
            _ => "reconciled",
        };

    private static Cite CiteOf(TradeReading reading) => new() { Source = string.Join(", ", reading.Sources), Basis = Name(reading.View) };
}
