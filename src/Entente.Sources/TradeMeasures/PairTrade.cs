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
    /// <summary>Of so many others' reports at least must a total be the sum; UN Comtrade has some 170 reporters in a full year.</summary>
    private const int LeastReports = 30;
    private static readonly string[] ReportDatasets = ["comtrade", "imf-imts"];
    private readonly IRecordStore store;
    private readonly StateIdentity first;
    private readonly StateIdentity second;
    private readonly CowReports cow;
    private readonly PairReports reports;
    private readonly (string Dataset, PairReports Reports)[] own;
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
        own = [.. ReportDatasets.Select(d => (d, PairReports.Load(store, states, first.Id, second.Id, Of(d), cancellation)))];
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

    /// <summary>A figure of one reading over the years; years without the reading, or without a value, are not in it.</summary>
    /// <param name="name">A <see cref="TradeReading.Name"/>: a series never changes its source from one year to the next.</param>
    /// <param name="figure">Which figure.</param>
    public IReadOnlyList<(int Year, double Value)> Series(string name, Func<TradeReading, TradeFigure> figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return
        [
            .. Years
                .Select(y => (Year: y, Reading: Readings(y).FirstOrDefault(r => r.Name == name)))
                .Where(y => y.Reading is not null && figure(y.Reading).Has)
                .Select(y => (y.Year, figure(y.Reading!).Value!.Value)),
        ];
    }

    /// <summary>The readings of a year.</summary>
    public IReadOnlyList<TradeReading> Readings(int year)
    {
        var found = new List<TradeReading>();
        if (cow.At(year) is { } coded)
            Add(TradeView.Cow, NameOf(TradeView.Cow), place => CowSide(coded, place), [cow.Dyads?.Id, cow.Totals?.Id]);
        foreach (var (dataset, of) in own)
            if (of.At(year) is { } reported)
                Add(TradeView.Own, $"own {dataset}", place => Side(reported, place, TradeView.Own), Used(reported));
        if (reports.At(year) is { } all)
            foreach (var view in new[] { TradeView.Mirror, TradeView.Seller, TradeView.Buyer })
                Add(view, NameOf(view), place => Side(all, place, view), Used(all));
        if (baci.At(year) is { } brought)
            Add(TradeView.Baci, NameOf(TradeView.Baci), place => Side(brought, place, TradeView.Seller, complete: true), Used(brought));
        if (reconciled.At(year) is { } computed)
            Add(
                TradeView.Reconciled,
                NameOf(TradeView.Reconciled),
                place => Side(computed, place, TradeView.Seller, complete: true),
                Used(computed)
            );
        return found;

        static int?[] Used(ReportYear year) => [.. year.Side(0).Sources.Concat(year.Side(1).Sources).Distinct().Order()];

        void Add(TradeView view, string name, Func<int, TradeSide> side, int?[] used)
        {
            var (one, other) = (side(0), side(1));
            if ((one.Exports ?? one.Imports ?? other.Exports ?? other.Imports) is null)
                return;
            var trade = Trade(view, one, other);
            found.Add(
                new()
                {
                    View = view,
                    Name = name,
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

    /// <summary>How text and options call a view.</summary>
    public static string NameOf(TradeView view) =>
        view switch
        {
            TradeView.Cow => "cow",
            TradeView.Own => "own",
            TradeView.Mirror => "mirror",
            TradeView.Seller => "seller",
            TradeView.Buyer => "buyer",
            TradeView.Baci => "baci",
            _ => "reconciled",
        };

    /// <summary>
    /// Both flows. Where a flow has one figure for both sides, either side's will do; where the two sides' reports differ, both flows are the
    /// first's, or, where it has not both, the second's.
    /// </summary>
    private static TradeFigure Trade(TradeView view, TradeSide one, TradeSide other)
    {
        var trade = view is TradeView.Own or TradeView.Mirror
            ? (one.Exports + one.Imports) ?? (other.Exports + other.Imports)
            : (one.Exports ?? other.Imports) + (one.Imports ?? other.Exports);
        return trade is { } value ? TradeFigure.Of(value) : TradeFigure.Without(NoFigure.Missing);
    }

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

    private TradeSide Side(ReportYear year, int place, TradeView view, bool complete = false)
    {
        var (own, partner, other) = (year.Side(place), year.Side(1 - place), place == 0 ? second.Id : first.Id);
        var exportsOwn = view is TradeView.Own or TradeView.Seller;
        var importsOwn = view is TradeView.Own or TradeView.Buyer;
        // The world's trade by the same reports: imports where buyers report, exports where sellers do.
        var byBuyers = view is TradeView.Own or TradeView.Buyer;
        var market = byBuyers
            ? (partner.OwnImports().Value, own.OwnImports().Value, year.WorldImports.Value)
            : (Enough(partner.MirrorImports(), complete).Value, Enough(own.MirrorImports(), complete).Value, year.WorldExports.Value);
        return Side(
            place,
            exportsOwn ? Get(own.Exports, other) : Get(own.BoughtFrom, other),
            importsOwn ? Get(own.Imports, other) : Get(own.SoldTo, other),
            exportsOwn ? own.OwnExports() : Enough(own.MirrorExports(), complete),
            importsOwn ? own.OwnImports() : Enough(own.MirrorImports(), complete),
            market,
            exportsOwn ? own.Exports : own.BoughtFrom,
            importsOwn ? own.Imports : own.SoldTo
        );
    }

    /// <summary>A sum over a handful of reports is no total; in datasets that tell every flow once, what is there is all there is.</summary>
    private static (double? Value, int? Reports) Enough((double? Value, int? Reports) sum, bool complete) =>
        complete || sum.Reports >= LeastReports ? sum : (null, null);

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
