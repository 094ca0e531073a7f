using Entente.Actors.Identity;
using Entente.Measures.Trade;
using Entente.Sources.Datasets.CowNationalTrade;
using Entente.Sources.Datasets.CowTrade;
using Entente.Sources.Datasets.Reconciled;
using Entente.Sources.Datasets.Wdi;
using Entente.Sources.Store;

namespace Entente.Sources.TradeMeasures;

/// <summary>
/// The measures of trade of a pair of states from imported datasets: Correlates of War (`cow-trade`, `cow-national-trade`), reports to UN
/// Comtrade and the IMF (`comtrade`, `imf-imts`), `baci`, what was reconciled, and GDP (`wdi`). Read once; then any year may be asked for.
/// </summary>
public sealed class PairTrade
{
    private static readonly string[] ReportDatasets = ["comtrade", "imf-imts"];
    private readonly IRecordStore store;
    private readonly StateIdentity first;
    private readonly StateIdentity second;
    private readonly CowReports cow;
    private readonly PairReports reports;
    private readonly PairReports baci;
    private readonly PairReports reconciled;
    private readonly Dictionary<int, TradeSource> sources;
    private readonly Dictionary<(int State, int Year), (double Value, int Import)> gdp = [];
    private readonly StoredImport[] itemised;
    private readonly StateCodes states;

    private PairTrade(IRecordStore store, StateCodes states, StateIdentity first, StateIdentity second, CancellationToken cancellation)
    {
        (this.store, this.states, this.first, this.second) = (store, states, first, second);
        var imports = store.Imports();
        sources = imports.ToDictionary(i => i.Id, i => new TradeSource(i.Dataset, i.Vintage, i.Id));
        cow = CowReports.Load(
            store,
            first.Id,
            second.Id,
            Newest(imports, "cow-trade", CowTradeDataset.DyadicTrade.Name),
            Newest(imports, "cow-national-trade", CowNationalTradeDataset.NationalTrade.Name),
            cancellation
        );
        StoredImport[] Of(params string[] datasets) => [.. imports.Where(i => datasets.Contains(i.Dataset, StringComparer.Ordinal))];
        reports = PairReports.Load(store, states, first.Id, second.Id, Of(ReportDatasets), cancellation);
        baci = PairReports.Load(store, states, first.Id, second.Id, Of("baci"), cancellation);
        reconciled = PairReports.OfReconciled(
            store,
            first.Id,
            second.Id,
            Newest(imports, "reconciled", ReconciledDataset.Table.Name),
            cancellation
        );
        itemised = Of("baci", "comtrade");
        foreach (var import in Of("wdi"))
            store.Read(
                new(
                    $"select state, year, value from wdi where import_id = @1 and series = {WdiTables.Number("NY.GDP.MKTP.CD")} and state in (@2, @3) and value is not null",
                    import.Id,
                    first.Id,
                    second.Id
                ),
                r => gdp[((int)r.Integer(0), (int)r.Integer(1))] = (r.Real(2), import.Id),
                cancellation
            );
    }

    /// <summary>The years in which any view has a flow between the two, ascending.</summary>
    public IReadOnlyList<int> Years =>
        [
            .. cow
                .Years.Concat(reports.Years)
                .Concat(baci.Years)
                .Concat(reconciled.Years)
                .Distinct()
                .Order()
                .Where(y => Readings(y).Count > 0),
        ];

    /// <summary>Reads what the store has of a pair.</summary>
    /// <param name="store">Used again when a year with items is asked for: kept open by the caller.</param>
    /// <param name="states">Who the parties of imported rows are.</param>
    /// <param name="first">The code of a state: `CHN`.</param>
    /// <param name="second">That of another.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    /// <exception cref="ArgumentException">A code that is no state, or twice the same.</exception>
    public static PairTrade Of(IRecordStore store, StateCodes states, string first, string second, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        var (one, other) = (Party(states, first, nameof(first)), Party(states, second, nameof(second)));
        return one.Id == other.Id
            ? throw new ArgumentException($"two states, not {one.Code} twice", nameof(second))
            : new(store, states, one, other, cancellation);
    }

    /// <summary>One year of a pair; for several years, <see cref="Of(IRecordStore, StateCodes, string, string, CancellationToken)"/> reads once.</summary>
    public static TradeYear Of(IRecordStore store, StateCodes states, string first, string second, int year) =>
        Of(store, states, first, second).At(year);

    /// <summary>Everything of one year. Without any flow the list of readings is empty.</summary>
    /// <param name="year">The year.</param>
    /// <param name="items">Whether to look at headings too, which means reading a year of a large dataset.</param>
    /// <param name="cancellation">Honoured while items are read.</param>
    public TradeYear At(int year, bool items = true, CancellationToken cancellation = default)
    {
        var year1 = reports.At(year);
        return new()
        {
            First = first.Code,
            Second = second.Code,
            Year = year,
            Readings = Readings(year),
            Mirror =
            [
                Mirror(first, second, Own(year1, 0, true), Own(year1, 1, false)),
                Mirror(second, first, Own(year1, 1, true), Own(year1, 0, false)),
            ],
            Gdp = [Gdp(first, year), Gdp(second, year)],
            Items =
                items && itemised.Length > 0 ? TradeItems.Read(store, states, first, second, year, itemised, sources, cancellation) : null,
        };
    }

    /// <summary>A figure of one view over the years; years without the view, or without a value, are not in it.</summary>
    public IReadOnlyList<(int Year, double Value)> Series(TradeView view, Func<TradeReading, TradeFigure> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return
        [
            .. Years
                .Select(y => (Year: y, Reading: Readings(y).FirstOrDefault(r => r.View == view)))
                .Where(y => y.Reading is not null && figure(y.Reading).Has)
                .Select(y => (y.Year, figure(y.Reading!).Value!.Value)),
        ];
    }

    /// <summary>The readings of a year.</summary>
    public IReadOnlyList<TradeReading> Readings(int year)
    {
        var found = new List<TradeReading>();
        if (cow.At(year) is { } own)
            Add(TradeView.Cow, place => CowSide(own, place), [cow.Dyads?.Id, cow.Totals?.Id]);
        if (reports.At(year) is { } reported)
        {
            int?[] used = [.. reported.Side(0).Sources.Concat(reported.Side(1).Sources).Distinct().Order()];
            foreach (var view in new[] { TradeView.Own, TradeView.Mirror, TradeView.Seller, TradeView.Buyer })
                Add(view, place => Side(reported, place, view), used);
        }
        if (baci.At(year) is { } brought)
            Add(TradeView.Baci, place => Side(brought, place, TradeView.Seller), [.. brought.Side(0).Sources.Distinct().Order()]);
        if (reconciled.At(year) is { } computed)
            Add(TradeView.Reconciled, place => Side(computed, place, TradeView.Seller), [.. computed.Side(0).Sources.Distinct().Order()]);
        return found;

        void Add(TradeView view, Func<int, TradeSide> side, int?[] used)
        {
            var (one, other) = (side(0), side(1));
            if ((one.Exports ?? one.Imports ?? other.Exports ?? other.Imports) is null)
                return;
            var trade = Sum(one.Exports ?? Same(view, other.Imports), one.Imports ?? Same(view, other.Exports));
            found.Add(
                new()
                {
                    View = view,
                    Sources = [.. used.Where(u => u is not null).Select(u => sources[u!.Value])],
                    First = one,
                    Second = other,
                    Trade = trade,
                    Barbieri = Interdependence.Barbieri(one.TradeShare, other.TradeShare),
                    OnealRussett = Interdependence.OnealRussett(trade.Value, Gdp(first, year).Value, Gdp(second, year).Value),
                }
            );
        }
    }

    // In views where a flow has one figure, both sides see it; in the others the two reports differ and none stands for the other.
    private static double? Same(TradeView view, double? value) => view is TradeView.Own or TradeView.Mirror ? null : value;

    private static TradeFigure Sum(double? a, double? b) =>
        (a + b) is { } sum ? TradeFigure.Of(sum) : TradeFigure.Without(NoFigure.Missing);

    private TradeSide CowSide(CowReports.Year year, int place)
    {
        var other = place == 0 ? second.Id : first.Id;
        return Side(
            place,
            Get(year.ExportsTo[place], other),
            Get(year.ImportsFrom[place], other),
            (year.TotalExports[place], null),
            (year.TotalImports[place], null),
            (year.TotalImports[1 - place], year.TotalImports[place], year.WorldImports),
            year.ExportsTo[place],
            year.ImportsFrom[place]
        );
    }

    private TradeSide Side(ReportYear year, int place, TradeView view)
    {
        var (own, partner, other) = (year.Side(place), year.Side(1 - place), place == 0 ? second.Id : first.Id);
        var exportsOwn = view is TradeView.Own or TradeView.Seller;
        var importsOwn = view is TradeView.Own or TradeView.Buyer;
        // The world's trade by the same reports: imports where buyers report, exports where sellers do.
        var byBuyers = view is TradeView.Own or TradeView.Buyer;
        var market = byBuyers
            ? (partner.OwnImports().Value, own.OwnImports().Value, year.WorldImports.Value)
            : (partner.MirrorImports().Value, own.MirrorImports().Value, year.WorldExports.Value);
        return Side(
            place,
            exportsOwn ? Get(own.Exports, other) : Get(own.BoughtFrom, other),
            importsOwn ? Get(own.Imports, other) : Get(own.SoldTo, other),
            exportsOwn ? own.OwnExports() : own.MirrorExports(),
            importsOwn ? own.OwnImports() : own.MirrorImports(),
            market,
            exportsOwn ? own.Exports : own.BoughtFrom,
            importsOwn ? own.Imports : own.SoldTo
        );
    }

    private TradeSide Side(
        int place,
        double? exports,
        double? imports,
        (double? Value, int? Reports) totalExports,
        (double? Value, int? Reports) totalImports,
        (double? Partner, double? Own, double? World) market,
        Dictionary<int, double> exportPartners,
        Dictionary<int, double> importPartners
    ) =>
        new()
        {
            State = (place == 0 ? first : second).Code,
            Exports = exports,
            Imports = imports,
            TotalExports = totalExports.Value,
            TotalImports = totalImports.Value,
            ExportReports = totalExports.Reports,
            ImportReports = totalImports.Reports,
            ExportShare = TradeShares.OfExports(exports, totalExports.Value),
            ImportShare = TradeShares.OfImports(imports, totalImports.Value),
            TradeShare = TradeShares.OfTrade(exports, imports, totalExports.Value, totalImports.Value),
            Balance = TradeBalance.Of(exports, imports),
            Intensity = TradeIntensity.Intensity(exports, totalExports.Value, market.Partner, market.Own, market.World),
            ExportPartners = Partners(exportPartners, totalExports.Value),
            ImportPartners = Partners(importPartners, totalImports.Value),
        };

    private static PartnerConcentration? Partners(Dictionary<int, double> flows, double? total)
    {
        if (flows.Count == 0)
            return null;
        var values = flows.OrderBy(f => f.Key).Select(f => (double?)f.Value).ToArray();
        return new(Concentration.Herfindahl(values), TradeShares.Of(values.Sum(), total));
    }

    private static MirrorReading Mirror(StateIdentity seller, StateIdentity buyer, double? export, double? import) =>
        new()
        {
            Seller = seller.Code,
            Buyer = buyer.Code,
            Export = export,
            Import = import,
            Gap = MirrorGap.Log(import, export),
        };

    private double? Own(ReportYear? year, int place, bool exports) =>
        year is null ? null : Get(exports ? year.Side(place).Exports : year.Side(place).Imports, place == 0 ? second.Id : first.Id);

    private GdpFigure Gdp(StateIdentity state, int year) =>
        gdp.TryGetValue((state.Id, year), out var found)
            ? new(state.Code, found.Value, sources[found.Import])
            : new(state.Code, null, null);

    private static double? Get(Dictionary<int, double> flows, int partner) => flows.TryGetValue(partner, out var value) ? value : null;

    private static StoredImport? Newest(IReadOnlyList<StoredImport> imports, string dataset, string table) =>
        imports.Where(i => i.Dataset == dataset && i.Tables.Any(t => t.Name == table && t.Rows > 0)).MaxBy(i => i.Id);

    private static StateIdentity Party(StateCodes states, string code, string name) =>
        states.ByCode(code) ?? states.Find(CodeSystem.Iso3, code) ?? throw new ArgumentException($"no state {code}", name);
}
