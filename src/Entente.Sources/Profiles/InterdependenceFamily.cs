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
public sealed class InterdependenceFamily(Func<IRecordStore?> open, Func<StateCodes> states) : IProfileFamily
{
    private const int MostEntries = 8;

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
        Shares(request, trade, years, figures);
        Readings(request, trade, years, figures);
        Gaps(trade, years, figures, request);
        var (entries, notes) = Breaks(request, trade);
        return Section(figures, entries, notes, []);
    }

    private static ProfileSection Section(
        IReadOnlyList<ProfileFigure> figures,
        IReadOnlyList<ProfileEntry> entries,
        IReadOnlyList<string> notes,
        IReadOnlyList<ProfileGap> missing
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
                        "Definitions: docs/measures/trade.md and breaks.md. That an event stands beside a break is no evidence that it made it.",
                    ],
            Missing = missing,
        };

    private PairTrade? Trade(IRecordStore store, ProfileRequest request, CancellationToken cancellation)
    {
        var known = states();
        if (known.ByCode(request.First.Code) is null || known.ByCode(request.Second.Code) is null)
            return null;
        return PairTrade.Of(store, known, request.First.Code, request.Second.Code, cancellation);
    }

    /// <summary>Each one's share in the other's trade, as the interval over all books of the latest year with two of them.</summary>
    private static void Shares(ProfileRequest request, PairTrade trade, List<int> years, List<ProfileFigure> figures)
    {
        var year = years.FindLastIndex(y => trade.At(y, items: false).FirstShare.Views > 1);
        var at = trade.At(years[year < 0 ? ^1 : year], items: false);
        foreach (
            var (label, range, side, of) in new[]
            {
                ("its share in all trade, over all books", at.FirstShare, ProfileSide.First, (Func<TradeReading, TradeFigure>)(r => r.First.TradeShare)),
                ("its share in all trade, over all books", at.SecondShare, ProfileSide.Second, r => r.Second.TradeShare),
            }
        )
            if (range is { Low: { } low, High: { } high })
            {
                var readings = at.Readings.Where(r => of(r).Has).ToList();
                figures.Add(
                    new()
                    {
                        Label = label,
                        Side = side,
                        Value = of(readings.Find(r => r.View == TradeView.Own) ?? readings[0]).Value!.Value,
                        Low = low,
                        High = high,
                        Unit = "share",
                        Period = Text(at.Year),
                        Cite = CiteOf(readings[0]),
                        Others = [.. readings.Select(r => new ProfileVariant(Name(r.View), of(r).Value!.Value, CiteOf(r)))],
                    }
                );
            }
    }

    private static void Readings(ProfileRequest request, PairTrade trade, List<int> years, List<ProfileFigure> figures)
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
                            Period = Text(years[i]),
                            Cite = CiteOf(reading),
                            Note = Name(reading.View),
                        }
                    );
                    return;
                }
        }
        Latest("intensity of its exports (1: as size would give)", ProfileSide.First, null, r => r.First.Intensity);
        Latest("intensity of its exports (1: as size would give)", ProfileSide.Second, null, r => r.Second.Intensity);
        Latest("concentration of its buyers (HHI)", ProfileSide.First, null, r => r.First.ExportPartners?.Index.Unit ?? default);
        Latest("concentration of its buyers (HHI)", ProfileSide.Second, null, r => r.Second.ExportPartners?.Index.Unit ?? default);
        Latest("concentration of its suppliers (HHI)", ProfileSide.First, null, r => r.First.ImportPartners?.Index.Unit ?? default);
        Latest("concentration of its suppliers (HHI)", ProfileSide.Second, null, r => r.Second.ImportPartners?.Index.Unit ?? default);
        Latest("salience (Barbieri)", ProfileSide.Pair, null, r => r.Barbieri.Salience);
        Latest("symmetry (Barbieri)", ProfileSide.Pair, null, r => r.Barbieri.Symmetry);
        Latest("interdependence (Barbieri)", ProfileSide.Pair, null, r => r.Barbieri.Interdependence);
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
                        Period = Text(years[i]),
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
                    Date = Text(found.Year),
                    Text =
                        $"trade breaks after this year (95 %: {found.From} to {found.To})"
                        + (found.Events.Count == 0 ? "; no event of the record near" : $"; near: {string.Join("; ", found.Events.Take(3).Select(e => e.Title))}"),
                    Cite = cite,
                }
            );
        if (reading.Outcome.Analysis is null)
            notes.Add("Breaks of the series were not sought: too few years without a gap.");
        else if (entries.Count == 0)
            notes.Add($"The series of trade, {reading.Values[0].Year} to {reading.Values[^1].Year}, has no structural break (Bai and Perron).");
        return ([.. entries.Take(MostEntries)], notes);
    }

    private static bool Concerns(Entente.Record.RecordedEvent recorded, ProfileRequest request)
    {
        foreach (var actor in recorded.Actors)
        {
            var colon = actor.IndexOf(':', StringComparison.Ordinal);
            var code = colon < 0 ? actor : actor[..colon];
            if (code == request.First.Code || code == request.Second.Code)
                return true;
        }
        return false;
    }

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

    private static string Text(int year) => year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture);
}
