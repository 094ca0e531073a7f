using System.Globalization;
using Entente.Actors.Identity;
using Entente.Measures.Trade;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.TradeMeasures;

/// <summary>
/// Measures by item from a dataset with headings of the Harmonised System: its finest headings of one length, so that nothing is counted
/// twice. Where sellers' reports by partner are there they are used for every total; else what each state reports of its trade with the world.
/// </summary>
internal static class TradeItems
{
    /// <summary>As many advantages and dependencies are kept.</summary>
    private const int Kept = 10;

    /// <summary>An item of less than a thousandth of a state's exports is no advantage worth a line.</summary>
    private const double LeastShare = 0.001;

    /// <summary>Flows of one item in a year, US$.</summary>
    private sealed class Item
    {
        public double[] Exports { get; } = new double[2];

        public double[] Imports { get; } = new double[2];

        public double WorldExports { get; set; }

        public double WorldImports { get; set; }

        /// <summary>What each supplier sold to either of the pair.</summary>
        public Dictionary<int, double>[] Suppliers { get; } =
        [
            [],
            [],
        ];
    }

    private readonly record struct Row(int Reporter, int Partner, int Item, bool IsExport, double Value);

    /// <summary>The newest import with headings in that year; null where there is none.</summary>
    public static ItemReading? Read(
        IRecordStore store,
        StateCodes states,
        StateIdentity first,
        StateIdentity second,
        int year,
        IReadOnlyList<StoredImport> imports,
        Dictionary<int, TradeSource> sources,
        CancellationToken cancellation
    )
    {
        foreach (var import in imports.OrderByDescending(i => i.Dataset == "baci").ThenByDescending(i => i.Id))
        {
            if (!import.Tables.Any(t => t.Name == GoodsFlow.Table.Name && t.From <= year && year <= t.To))
                continue;
            // A look at one state first: a store of totals alone is not read through.
            if (Digits(store, import, first.Id, year, cancellation) is not { } digits)
                continue;
            var rows = Rows(store, states, import, year, digits, cancellation);
            if (rows.Count > 0)
                return Reading(rows, states, first, second, sources[import.Id], digits);
        }
        return null;
    }

    private static int? Digits(IRecordStore store, StoredImport import, int reporter, int year, CancellationToken cancellation)
    {
        var digits = 0;
        store.Read(
            new(
                "select max(item) from goods_flow where import_id = @1 and reporter = @2 and period = @3 and item > 0 and value is not null",
                import.Id,
                reporter,
                PeriodCode.OfYear(year)
            ),
            r => digits = r.IsNull(0) ? 0 : (int)(r.Integer(0) / 1_000_000),
            cancellation
        );
        return digits == 0 ? null : digits;
    }

    private static List<Row> Rows(
        IRecordStore store,
        StateCodes states,
        StoredImport import,
        int year,
        int digits,
        CancellationToken cancellation
    )
    {
        var rows = new List<Row>();
        store.Read(
            new(
                $"select reporter, partner, item, direction, value from goods_flow where import_id = @1 and period = @2 and item between @3 and @4 and direction in ({GoodsFlow.Export}, {GoodsFlow.Import}) and value is not null",
                import.Id,
                PeriodCode.OfYear(year),
                digits * 1_000_000,
                (digits * 1_000_000) + 999_999
            ),
            r =>
            {
                var row = new Row((int)r.Integer(0), (int)r.Integer(1), (int)r.Integer(2), r.Integer(3) == GoodsFlow.Export, r.Real(4));
                if (IsParty(states, row.Reporter))
                    rows.Add(row);
            },
            cancellation
        );
        return rows;
    }

    private static bool IsParty(StateCodes states, int id) =>
        states.ById(id) is { Kind: IdentityKind.State or IdentityKind.Territory or IdentityKind.Historical };

    private static ItemReading Reading(
        List<Row> rows,
        StateCodes states,
        StateIdentity first,
        StateIdentity second,
        TradeSource source,
        int digits
    )
    {
        int[] pair = [first.Id, second.Id];
        var bySellers = rows.Exists(r => r.IsExport && IsParty(states, r.Partner));
        var items = new SortedDictionary<int, Item>();
        double[] between = [0, 0];
        // Sums in one order, whatever the store's.
        rows.Sort(
            (a, b) => (a.Item, a.Reporter, a.Partner, a.IsExport ? 0 : 1).CompareTo((b.Item, b.Reporter, b.Partner, b.IsExport ? 0 : 1))
        );
        foreach (var row in rows)
        {
            if (bySellers ? !row.IsExport || !IsParty(states, row.Partner) : IsParty(states, row.Partner))
                continue;
            var item = items.TryGetValue(row.Item, out var known) ? known : items[row.Item] = new();
            if (bySellers)
                Sold(item, row, pair, between);
            else
                Reported(item, row, pair);
        }
        if (!bySellers)
            foreach (var row in rows.Where(r => r.IsExport && pair.Contains(r.Reporter) && pair.Contains(r.Partner)))
                between[Array.IndexOf(pair, row.Reporter)] += row.Value;
        var list = items.ToArray();
        return new()
        {
            Source = source,
            Digits = digits,
            Items = list.Length,
            BySellers = bySellers,
            FirstToSecond = TradeIntensity.Decompose(between[0], Directed(list, 0)),
            SecondToFirst = TradeIntensity.Decompose(between[1], Directed(list, 1)),
            FirstFits = Specialisation.Michaely(Flows(list, i => i.Exports[0]), Flows(list, i => i.Imports[1])),
            SecondFits = Specialisation.Michaely(Flows(list, i => i.Exports[1]), Flows(list, i => i.Imports[0])),
            Concentration =
            [
                Concentration.Herfindahl(Flows(list, i => i.Exports[0])),
                Concentration.Herfindahl(Flows(list, i => i.Imports[0])),
                Concentration.Herfindahl(Flows(list, i => i.Exports[1])),
                Concentration.Herfindahl(Flows(list, i => i.Imports[1])),
            ],
            FirstAdvantages = Advantages(list, 0),
            SecondAdvantages = Advantages(list, 1),
            FirstDependsOnSecond = bySellers ? Dependencies(list, 0, states, second) : [],
            SecondDependsOnFirst = bySellers ? Dependencies(list, 1, states, first) : [],
        };
    }

    private static void Sold(Item item, Row row, int[] pair, double[] between)
    {
        item.WorldExports += row.Value;
        item.WorldImports += row.Value;
        var (seller, buyer) = (Array.IndexOf(pair, row.Reporter), Array.IndexOf(pair, row.Partner));
        if (seller >= 0)
            item.Exports[seller] += row.Value;
        if (buyer >= 0)
        {
            item.Imports[buyer] += row.Value;
            item.Suppliers[buyer][row.Reporter] = row.Value;
        }
        if (seller >= 0 && buyer >= 0)
            between[seller] += row.Value;
    }

    private static void Reported(Item item, Row row, int[] pair)
    {
        var place = Array.IndexOf(pair, row.Reporter);
        if (row.IsExport)
            item.WorldExports += row.Value;
        else
            item.WorldImports += row.Value;
        if (place >= 0)
            (row.IsExport ? item.Exports : item.Imports)[place] += row.Value;
    }

    private static ItemTrade[] Directed(KeyValuePair<int, Item>[] items, int seller) =>
        [
            .. items.Select(i => new ItemTrade(
                Heading(i.Key),
                i.Value.Exports[seller],
                i.Value.Imports[seller],
                i.Value.Imports[1 - seller],
                i.Value.WorldImports
            )),
        ];

    private static double?[] Flows(KeyValuePair<int, Item>[] items, Func<Item, double> flow) =>
        [.. items.Select(i => (double?)flow(i.Value))];

    private static ItemAdvantage[] Advantages(KeyValuePair<int, Item>[] items, int place)
    {
        var (own, world) = (items.Sum(i => i.Value.Exports[place]), items.Sum(i => i.Value.WorldExports));
        return
        [
            .. items
                .Where(i => i.Value.Exports[place] >= LeastShare * own && own > 0)
                .Select(i => (i.Key, i.Value, Advantage: Specialisation.Balassa(i.Value.Exports[place], own, i.Value.WorldExports, world)))
                .Where(i => i.Advantage.Has)
                .OrderByDescending(i => i.Advantage.Value)
                .ThenBy(i => i.Key)
                .Take(Kept)
                .Select(i => new ItemAdvantage(Heading(i.Key), i.Value.Exports[place] / own, i.Advantage.Value!.Value)),
        ];
    }

    private static ItemDependency[] Dependencies(KeyValuePair<int, Item>[] items, int place, StateCodes states, StateIdentity other) =>
        [
            .. items
                .Select(i => new ItemDependency(
                    Heading(i.Key),
                    i.Value.Imports[place],
                    StrategicDependency.Test(
                        [.. i.Value.Suppliers[place].Select(s => new SupplierFlow(states.ById(s.Key)?.Code ?? "", s.Value, false))],
                        i.Value.Exports[place]
                    )
                ))
                .Where(d => d.Test.Dependent == true && d.Test.FirstSupplier == other.Code)
                .OrderByDescending(d => d.Imports)
                .ThenBy(d => d.Item, StringComparer.Ordinal)
                .Take(Kept),
        ];

    /// <summary>A heading with its leading noughts: 6010121 is `010121`.</summary>
    private static string Heading(int item)
    {
        var digits = item / 1_000_000;
        return (item % 1_000_000).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
