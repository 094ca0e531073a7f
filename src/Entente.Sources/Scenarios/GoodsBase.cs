using System.Globalization;
using Entente.Actors.Identity;
using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Datasets.Wdi;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Scenarios;

/// <summary>
/// A base from imported BACI flows and GDP of the World Development Indicators: goods, which are traded, and services, which stay at home. Every state with
/// both is a region of its own unless the scenario names the regions; all others are one.
/// </summary>
public static class GoodsBase
{
    public const string Dataset = "baci";
    private const string Rest = "ROW";

    /// <summary>Where the World Bank tells no share: about that of the world in 2021, agriculture and industry together.</summary>
    private const double AssumedGoodsShare = 0.32;

    /// <summary>A region sells at least this part of its goods at home.</summary>
    private const double LeastAtHome = 0.05;

    private static readonly (double ValueAdded, double Goods) GoodsShape = (0.35, 0.65);
    private static readonly (double ValueAdded, double Goods) ServicesShape = (0.6, 0.25);

    /// <param name="store">Where both were imported.</param>
    /// <param name="states">Who the states are.</param>
    /// <param name="year">Of both.</param>
    /// <param name="regions">Codes with their members; none for every state.</param>
    /// <param name="wrong">Makes the error where something is not there.</param>
    /// <exception cref="DataFileException">No flows or no GDP of that year, or a region without either.</exception>
    public static TradeWorld Read(
        IRecordStore store,
        StateCodes states,
        int year,
        IReadOnlyList<(string Code, IReadOnlyList<string> Members)> regions,
        Func<string, string, DataFileException> wrong,
        CancellationToken cancellation
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(states);
        ArgumentNullException.ThrowIfNull(regions);
        ArgumentNullException.ThrowIfNull(wrong);
        var text = year.ToString(CultureInfo.InvariantCulture);
        var trade =
            Latest(store, Dataset, "goods_flow", year)
            ?? throw wrong($"no flows of {text} in the store", "entente record import baci FILE");
        var wealth = Latest(store, "wdi", "wdi", year) ?? throw wrong($"no GDP of {text} in the store", "entente record import wdi FILE");
        var gdp = Series(store, wealth, "NY.GDP.MKTP.CD", year, cancellation);
        var farms = Series(store, wealth, "NV.AGR.TOTL.ZS", year, cancellation);
        var industry = Series(store, wealth, "NV.IND.TOTL.ZS", year, cancellation);
        var flows = new Dictionary<(int Seller, int Buyer), double>();
        store.Read(
            new(
                "select reporter, partner, value from goods_flow where import_id = @1 and item = @2 and direction = @3 and period = @4",
                trade.Id,
                GoodsFlow.AllGoods,
                GoodsFlow.Export,
                PeriodCode.OfYear(year)
            ),
            r => flows[((int)r.Integer(0), (int)r.Integer(1))] = r.IsNull(2) ? 0 : r.Real(2),
            cancellation
        );
        var places = regions.Count > 0 ? Named(states, regions, wrong) : Every(states, gdp, flows);
        return Build(states, trade, wealth, year, places, gdp, farms, industry, flows, wrong);
    }

    private static StoredImport? Latest(IRecordStore store, string dataset, string table, int year) =>
        store
            .Imports()
            .Where(i => i.Dataset == dataset && i.Tables.Any(t => t.Name == table && t.From <= year && year <= t.To))
            .MaxBy(i => i.Id);

    private static Dictionary<int, double> Series(
        IRecordStore store,
        StoredImport import,
        string code,
        int year,
        CancellationToken cancellation
    )
    {
        var values = new Dictionary<int, double>();
        store.Read(
            new("select state, value from wdi where import_id = @1 and series = @2 and year = @3", import.Id, WdiTables.Number(code), year),
            r =>
            {
                if (!r.IsNull(1))
                    values[(int)r.Integer(0)] = r.Real(1);
            },
            cancellation
        );
        return values;
    }

    private static List<(string Code, string Name, int[] Members)> Named(
        StateCodes states,
        IReadOnlyList<(string Code, IReadOnlyList<string> Members)> regions,
        Func<string, string, DataFileException> wrong
    ) =>
        [
            .. regions.Select(r =>
                (
                    r.Code,
                    states.ByCode(r.Code)?.Name ?? r.Code,
                    r.Members.Select(m => states.ByCode(m)?.Id ?? throw wrong($"the state '{m}'", "a code such as DEU")).ToArray()
                )
            ),
        ];

    private static List<(string Code, string Name, int[] Members)> Every(
        StateCodes states,
        Dictionary<int, double> gdp,
        Dictionary<(int Seller, int Buyer), double> flows
    )
    {
        var sells = flows.Keys.Select(f => f.Seller).ToHashSet();
        return
        [
            .. flows
                .Keys.Select(f => f.Buyer)
                .Where(s => sells.Contains(s) && gdp.GetValueOrDefault(s) > 0 && states.ById(s) is { Code: not "WLD" })
                .Distinct()
                .Select(s => (states.ById(s)!.Code, states.ById(s)!.Name, new[] { s }))
                .OrderBy(r => r.Code, StringComparer.Ordinal),
        ];
    }

    private static TradeWorld Build(
        StateCodes states,
        StoredImport trade,
        StoredImport wealth,
        int year,
        List<(string Code, string Name, int[] Members)> places,
        Dictionary<int, double> gdp,
        Dictionary<int, double> farms,
        Dictionary<int, double> industry,
        Dictionary<(int Seller, int Buyer), double> flows,
        Func<string, string, DataFileException> wrong
    )
    {
        var regionOf = new Dictionary<int, int>();
        for (var r = 0; r < places.Count; r++)
            foreach (var member in places[r].Members)
                if (!regionOf.TryAdd(member, r))
                    throw wrong($"{states.ById(member)!.Code} in two regions", "each state in one");
        // The rest: whoever trades and is in no region; its product is what the world has beside them.
        var outside = flows.Keys.SelectMany(f => new[] { f.Seller, f.Buyer }).Distinct().Where(s => !regionOf.ContainsKey(s)).ToArray();
        var restGdp = outside.Sum(s => gdp.GetValueOrDefault(s));
        if (restGdp > 0)
        {
            foreach (var state in outside)
                regionOf[state] = places.Count;
            places.Add((Rest, "Rest of the world", outside));
        }
        var n = places.Count;
        var all = new double[2 * n * n];
        foreach (var ((seller, buyer), value) in flows)
            if (regionOf.TryGetValue(seller, out var i) && regionOf.TryGetValue(buyer, out var m) && i != m)
                all[(m * n) + i] += value;
        var (assumed, raised) = (0, 0);
        for (var i = 0; i < n; i++)
        {
            var product = places[i].Members.Sum(s => gdp.GetValueOrDefault(s));
            if (product <= 0)
                throw wrong($"no GDP of {places[i].Code}", "GDP of every region: entente record import wdi FILE");
            var share = Share(places[i].Members, gdp, farms, industry);
            assumed += share is null ? 1 : 0;
            var exports = 0.0;
            for (var m = 0; m < n; m++)
                exports += all[(m * n) + i];
            var made = product * (share ?? AssumedGoodsShare) / GoodsShape.ValueAdded;
            if (exports > made * (1 - LeastAtHome))
                (made, raised) = (exports / (1 - LeastAtHome), raised + 1);
            all[(i * n) + i] = made - exports;
            // What is not goods is services; a region that makes goods for more than its whole product keeps a few.
            all[(n * n) + (i * n) + i] = Math.Max(0.1 * product, product - (made * GoodsShape.ValueAdded)) / ServicesShape.ValueAdded;
        }
        return World(trade, wealth, year, places, all, (assumed, raised));
    }

    private static double? Share(
        int[] members,
        Dictionary<int, double> gdp,
        Dictionary<int, double> farms,
        Dictionary<int, double> industry
    )
    {
        var (made, of) = (0.0, 0.0);
        foreach (var s in members)
            if (farms.TryGetValue(s, out var farm) && industry.TryGetValue(s, out var works) && gdp.TryGetValue(s, out var product))
                (made, of) = (made + (product * (farm + works) / 100), of + product);
        return of > 0 ? made / of : null;
    }

    private static TradeWorld World(
        StoredImport trade,
        StoredImport wealth,
        int year,
        List<(string Code, string Name, int[] Members)> places,
        double[] flows,
        (int Assumed, int Raised) made
    )
    {
        var n = places.Count;
        (double ValueAdded, double Goods)[] shapes = [GoodsShape, ServicesShape];
        return new()
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"BACI and GDP, {year}"),
            Unit = "US$",
            Regions = [.. places.Select(p => new TradeRegion(p.Code, p.Name))],
            Sectors =
            [
                new("goods", "Goods", new Spread(3, 5, 8)),
                new("services", "Services, not traded between regions", Spread.Exactly(5)),
            ],
            Accounts = new FlowAccounts
            {
                Countries = n,
                Sectors = 2,
                Flows = flows,
                Tariffs = [.. flows.Select(_ => 1.0)],
                ValueAddedShares = [.. shapes.SelectMany(s => Enumerable.Repeat(s.ValueAdded, n))],
                InputMix = [.. shapes.SelectMany(s => Enumerable.Repeat(s.Goods, n).Concat(Enumerable.Repeat(1 - s.Goods, n)))],
                Elasticities = new double[2],
            },
            Notes =
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"flows: baci {trade.Vintage} (import {trade.Id}); GDP: wdi {wealth.Vintage} (import {wealth.Id}); no tariffs, no trade in services"
                ),
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"goods' share of GDP is agriculture and industry of the same indicators; {made.Assumed} regions without it are given {AssumedGoodsShare}, and {made.Raised} whose exports it does not cover are raised to {1 / (1 - LeastAtHome):0.00} times exports"
                ),
                "assumed: value added is 0.35 of the output of goods and 0.6 of services, goods are 0.65 of the inputs of goods and 0.25 of services; elasticity of goods 5 (3 to 8), about the median of Head and Mayer (2014)",
            ],
            Figures = ((n * (n - 1)) + n, 6 + made.Assumed),
        };
    }
}
