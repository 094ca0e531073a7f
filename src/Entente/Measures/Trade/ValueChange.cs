namespace Entente.Measures.Trade;

/// <summary>One item of a flow in two periods.</summary>
/// <param name="Item">The heading.</param>
/// <param name="Value0">v_0 = p_0·q_0: its value in the first period, US$.</param>
/// <param name="Quantity0">q_0: its quantity in the first period, any one unit.</param>
/// <param name="Value1">v_1, US$.</param>
/// <param name="Quantity1">q_1, the unit of <paramref name="Quantity0"/>.</param>
public readonly record struct ItemChange(string Item, double? Value0, double? Quantity0, double? Value1, double? Quantity1);

/// <summary>An index of prices and one of quantities whose product is the change of value, as ratios (1 is no change).</summary>
/// <param name="Price">Of prices (unit values).</param>
/// <param name="Quantity">Of quantities.</param>
public readonly record struct IndexPair(TradeFigure Price, TradeFigure Quantity);

/// <summary>A change of value as a sum.</summary>
/// <param name="Price">What of it is price, US$.</param>
/// <param name="Quantity">What of it is quantity, US$.</param>
/// <param name="Interaction">What belongs to both, US$; nothing where a method divides it.</param>
/// <param name="PriceShare">Price / (price + quantity + interaction); above 1 or below 0 where the two pull apart.</param>
public readonly record struct ChangeParts(double Price, double Quantity, double Interaction, TradeFigure PriceShare);

/// <summary>How much of a change of value is price and how much quantity, by every usual method.</summary>
public sealed record ValueChangeMeasures
{
    /// <summary>Σ v_0, US$.</summary>
    public required double Value0 { get; init; }

    /// <summary>Σ v_1, US$.</summary>
    public required double Value1 { get; init; }

    /// <summary>V_1 − V_0, US$.</summary>
    public double Change => Value1 - Value0;

    /// <summary>V_1/V_0 − 1: +0.75 is "+75 %".</summary>
    public required TradeFigure Growth { get; init; }

    /// <summary>Value of items traded in the second period only, less that of items traded in the first only, US$: no price can be compared.</summary>
    public required double Entry { get; init; }

    /// <summary>Laspeyres price (at the quantities of the first period) and the Paasche quantity that goes with it.</summary>
    public required IndexPair Laspeyres { get; init; }

    /// <summary>Paasche price (at the quantities of the second period) and the Laspeyres quantity that goes with it.</summary>
    public required IndexPair Paasche { get; init; }

    /// <summary>Fisher's: the geometric mean of the two, for prices and quantities alike.</summary>
    public required IndexPair Fisher { get; init; }

    /// <summary>Price at old quantities, quantity at old prices, and the product of both changes left over.</summary>
    public required ChangeParts Plain { get; init; }

    /// <summary>
    /// Bennet's: mean quantities for prices, mean prices for quantities; nothing is left over. T. L. Bennet (1920), The Theory of
    /// Measurement of Changes in Cost of Living, Journal of the Royal Statistical Society 83(3): 455-462.
    /// </summary>
    public required ChangeParts Bennet { get; init; }

    /// <summary>
    /// The logarithmic mean Divisia index (LMDI-I): each item's log changes weighed by the logarithmic mean of its two values; nothing is
    /// left over, and one item gives ln(p_1/p_0)/ln(v_1/v_0). B. W. Ang (2005), The LMDI approach to decomposition analysis: a practical
    /// guide, Energy Policy 33(7): 867-871.
    /// </summary>
    public required ChangeParts Lmdi { get; init; }
}

/// <summary>A decomposition, or why there is none.</summary>
public sealed record ValueChangeOutcome
{
    public ValueChangeMeasures? Measures { get; init; }

    public NoFigure Reason { get; init; }

    /// <summary>The item at fault; null where there is none.</summary>
    public string? Item { get; init; }
}

/// <summary>Was it price or quantity? Prices are unit values, v/q: a shift to dearer kinds within an item counts as price.</summary>
public static class ValueChange
{
    /// <summary>The decomposition of the change of a flow.</summary>
    /// <param name="items">Its items; one where the flow is one good.</param>
    public static ValueChangeOutcome Of(IReadOnlyList<ItemChange> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        if (items.Count == 0)
            return new() { Reason = NoFigure.NothingToSum };
        var sums = new Sums();
        foreach (var item in items)
        {
            var fault = TradeFigure.Fault(item.Value0, item.Quantity0, item.Value1, item.Quantity1);
            // A value without a quantity has no price, and the other way round.
            if (fault == NoFigure.None && ((item.Value0 == 0) != (item.Quantity0 == 0) || (item.Value1 == 0) != (item.Quantity1 == 0)))
                fault = NoFigure.ZeroFlow;
            if (fault != NoFigure.None)
                return new() { Reason = fault, Item = item.Item };
            sums.Add(item.Value0!.Value, item.Quantity0!.Value, item.Value1!.Value, item.Quantity1!.Value);
        }
        return new() { Measures = sums.Measures() };
    }

    /// <summary>L(a, b) = (a − b) / ln(a/b), a where both are equal.</summary>
    internal static double LogMean(double a, double b)
    {
        if (a == b)
            return a;
        var t = (a - b) / b;
        // ln(1 + t)/t keeps its digits where a and b are close.
        return Math.Abs(t) < 1e-3 ? b / (1 - (t / 2) + (t * t / 3) - (t * t * t / 4) + (t * t * t * t / 5)) : (a - b) / Math.Log(a / b);
    }

    private sealed class Sums
    {
        private double v0;
        private double v1;

        // Of items in both periods: values, and the two crossed sums Σp1·q0 and Σp0·q1.
        private double both0;
        private double both1;
        private double oldQuantities;
        private double oldPrices;
        private double lmdiPrice;
        private double lmdiQuantity;

        public void Add(double value0, double quantity0, double value1, double quantity1)
        {
            v0 += value0;
            v1 += value1;
            if (value0 == 0 || value1 == 0)
                return;
            both0 += value0;
            both1 += value1;
            var (price0, price1) = (value0 / quantity0, value1 / quantity1);
            oldQuantities += price1 * quantity0;
            oldPrices += price0 * quantity1;
            var weight = LogMean(value1, value0);
            lmdiPrice += weight * Math.Log(price1 / price0);
            lmdiQuantity += weight * Math.Log(quantity1 / quantity0);
        }

        public ValueChangeMeasures Measures()
        {
            var (laspeyresPrice, paaschePrice) = (Ratio(oldQuantities, both0), Ratio(both1, oldPrices));
            var (laspeyresQuantity, paascheQuantity) = (Ratio(oldPrices, both0), Ratio(both1, oldQuantities));
            return new()
            {
                Value0 = v0,
                Value1 = v1,
                Growth = v0 == 0 ? TradeFigure.Without(NoFigure.ZeroTotal) : TradeFigure.Of((v1 / v0) - 1),
                Entry = v1 - both1 - (v0 - both0),
                Laspeyres = new(laspeyresPrice, paascheQuantity),
                Paasche = new(paaschePrice, laspeyresQuantity),
                Fisher = new(GeometricMean(laspeyresPrice, paaschePrice), GeometricMean(laspeyresQuantity, paascheQuantity)),
                Plain = Parts(oldQuantities - both0, oldPrices - both0, both1 - oldQuantities - oldPrices + both0),
                Bennet = Parts((oldQuantities - both0 + both1 - oldPrices) / 2, (oldPrices - both0 + both1 - oldQuantities) / 2, 0),
                Lmdi = Parts(lmdiPrice, lmdiQuantity, 0),
            };
        }

        private static ChangeParts Parts(double price, double quantity, double interaction)
        {
            var sum = price + quantity + interaction;
            return new(price, quantity, interaction, sum == 0 ? TradeFigure.Without(NoFigure.ZeroTotal) : TradeFigure.Of(price / sum));
        }

        private static TradeFigure Ratio(double above, double below) =>
            below == 0 ? TradeFigure.Without(NoFigure.NothingToSum) : TradeFigure.Of(above / below);

        private static TradeFigure GeometricMean(TradeFigure a, TradeFigure b) => TradeFigure.Join(a, b, (x, y) => Math.Sqrt(x * y));
    }
}
