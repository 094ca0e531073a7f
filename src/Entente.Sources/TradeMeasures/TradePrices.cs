using Entente.Actors.Identity;
using Entente.Measures.Trade;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.ChinaFuelImports;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Store;

namespace Entente.Sources.TradeMeasures;

/// <summary>One item of a flow in two years, value and weight, over the months that both have.</summary>
public sealed record ItemPrices
{
    public required string Item { get; init; }

    /// <summary>Calendar months counted in either year; 12 for whole years.</summary>
    public required int Months { get; init; }

    /// <summary>US$ in the first year; null where not reported.</summary>
    public required double? Value0 { get; init; }

    /// <summary>Tonnes in the first year.</summary>
    public required double? Tonnes0 { get; init; }

    public required double? Value1 { get; init; }

    public required double? Tonnes1 { get; init; }

    /// <summary>US$ per tonne.</summary>
    public TradeFigure Price0 => Price(Value0, Tonnes0);

    public TradeFigure Price1 => Price(Value1, Tonnes1);

    private static TradeFigure Price(double? value, double? tonnes) =>
        (value, tonnes) is not ({ } v, { } t) ? TradeFigure.Without(NoFigure.Missing)
        : t == 0 ? TradeFigure.Without(NoFigure.ZeroTotal)
        : TradeFigure.Of(v / t);
}

/// <summary>Price against quantity of what one state bought from another.</summary>
public sealed record PriceReading
{
    public required string Buyer { get; init; }

    public required string Seller { get; init; }

    public required int From { get; init; }

    public required int To { get; init; }

    public required IReadOnlyList<ItemPrices> Items { get; init; }

    /// <summary>The decomposition over all items, or the reason and the item at fault.</summary>
    public required ValueChangeOutcome Change { get; init; }

    public required TradeSource Source { get; init; }
}

/// <summary>
/// Was a rise price or quantity? From imported monthly values and weights of fuels (`china-fuel-imports`), or from headings with weights
/// (`baci`, `comtrade`).
/// </summary>
public static class TradePrices
{
    /// <summary>Decomposes the change of a flow between two years.</summary>
    /// <param name="store">The imports.</param>
    /// <param name="buyer">Who bought.</param>
    /// <param name="seller">From whom.</param>
    /// <param name="from">The first year.</param>
    /// <param name="to">The second.</param>
    /// <param name="items">Fuels by the catalogue's names (`crude_oil`), or headings of 2, 4 or 6 digits.</param>
    /// <param name="cancellation">Honoured while tables are read.</param>
    /// <returns>Null where no import has both a value and a weight of any of them in both years.</returns>
    public static PriceReading? Of(
        IRecordStore store,
        StateIdentity buyer,
        StateIdentity seller,
        int from,
        int to,
        IReadOnlyList<string> items,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(buyer);
        ArgumentNullException.ThrowIfNull(seller);
        ArgumentNullException.ThrowIfNull(items);
        foreach (var import in store.Imports().OrderByDescending(i => i.Id))
        {
            ItemPrices[] found = import.Dataset switch
            {
                "china-fuel-imports" when buyer.Code == "CHN" =>
                [
                    .. items.Select(i => Fuel(store, import, seller.Id, i, from, to, cancellation)).OfType<ItemPrices>(),
                ],
                "baci" or "comtrade" =>
                [
                    .. items.Select(i => Heading(store, import, buyer.Id, seller.Id, i, from, to, cancellation)).OfType<ItemPrices>(),
                ],
                _ => [],
            };
            if (found.Length == 0)
                continue;
            return new()
            {
                Buyer = buyer.Code,
                Seller = seller.Code,
                From = from,
                To = to,
                Items = found,
                Change = ValueChange.Of([.. found.Select(i => new ItemChange(i.Item, i.Value0, i.Tonnes0, i.Value1, i.Tonnes1))]),
                Source = new(import.Dataset, import.Vintage, import.Id),
            };
        }
        return null;
    }

    /// <summary>Months with value and weight in both years; the same months are compared, so that an unfinished year can be.</summary>
    private static ItemPrices? Fuel(
        IRecordStore store,
        StoredImport import,
        int seller,
        string item,
        int from,
        int to,
        CancellationToken cancellation
    )
    {
        var (values, tonnes) = (new Dictionary<(int Year, int Month), double>(), new Dictionary<(int Year, int Month), double>());
        store.Read(
            new(
                "select period, unit, amount from fuel_import where import_id = @1 and item = @2 and partner = @3 and period / 10000 in (@4, @5) and amount is not null",
                import.Id,
                item,
                seller,
                from,
                to
            ),
            r =>
            {
                var period = (int)r.Integer(0);
                var (at, amount) = ((PeriodCode.Year(period), period / 100 % 100), r.Real(2));
                switch ((FuelUnit)r.Integer(1))
                {
                    case FuelUnit.Dollar:
                        values[at] = amount;
                        break;
                    case FuelUnit.TenThousandDollars:
                        values.TryAdd(at, amount * 10_000);
                        break;
                    case FuelUnit.Kilogram:
                        tonnes[at] = amount / 1000;
                        break;
                    case FuelUnit.Tonne:
                        tonnes[at] = amount;
                        break;
                    case FuelUnit.TenThousandTonnes:
                        tonnes.TryAdd(at, amount * 10_000);
                        break;
                }
            },
            cancellation
        );
        int[] months =
        [
            .. Enumerable.Range(1, 12).Where(m => new[] { from, to }.All(y => values.ContainsKey((y, m)) && tonnes.ContainsKey((y, m)))),
        ];
        return months.Length == 0
            ? null
            : new()
            {
                Item = item,
                Months = months.Length,
                Value0 = months.Sum(m => values[(from, m)]),
                Tonnes0 = months.Sum(m => tonnes[(from, m)]),
                Value1 = months.Sum(m => values[(to, m)]),
                Tonnes1 = months.Sum(m => tonnes[(to, m)]),
            };
    }

    private static ItemPrices? Heading(
        IRecordStore store,
        StoredImport import,
        int buyer,
        int seller,
        string item,
        int from,
        int to,
        CancellationToken cancellation
    )
    {
        if (GoodsFlow.ItemOf(item) is not ({ } heading and > 0))
            return null;
        var (values, tonnes) = (new double?[2], new double?[2]);
        // The buyer's own report where there is one; BACI tells every flow as an export.
        foreach (var (reporter, partner, direction) in new[] { (seller, buyer, GoodsFlow.Export), (buyer, seller, GoodsFlow.Import) })
            store.Read(
                new(
                    "select period, value, weight from goods_flow where import_id = @1 and reporter = @2 and partner = @3 and item = @4 and direction = @5 and period in (@6, @7)",
                    import.Id,
                    reporter,
                    partner,
                    heading,
                    direction,
                    PeriodCode.OfYear(from),
                    PeriodCode.OfYear(to)
                ),
                r =>
                {
                    var place = PeriodCode.Year((int)r.Integer(0)) == from ? 0 : 1;
                    values[place] = r.IsNull(1) ? null : r.Real(1);
                    tonnes[place] = r.IsNull(2) ? null : r.Real(2) / 1000;
                },
                cancellation
            );
        return values[0] is null && values[1] is null
            ? null
            : new()
            {
                Item = item,
                Months = 12,
                Value0 = values[0],
                Tonnes0 = tonnes[0],
                Value1 = values[1],
                Tonnes1 = tonnes[1],
            };
    }
}
