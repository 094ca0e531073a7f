namespace Entente.Numerics.PriceCaps;

/// <summary>Who sells, at a marginal cost that rises along a straight line. Money per barrel, volumes per day.</summary>
/// <param name="FirstCost">Of the first barrel, at the port.</param>
/// <param name="LastCost">Of the last barrel before capacity ends; at least the first's.</param>
/// <param name="Capacity">Above 0.</param>
public readonly record struct CappedSeller(double FirstCost, double LastCost, double Capacity)
{
    /// <summary>c(Q).</summary>
    public double Marginal(double volume) => FirstCost + ((LastCost - FirstCost) * volume / Capacity);

    /// <summary>C(Q).</summary>
    public double Total(double volume) => volume * (FirstCost + Marginal(volume)) / 2;

    /// <summary>The most that is worth selling at a price.</summary>
    public double Supply(double price) =>
        price >= LastCost ? Capacity
        : price <= FirstCost ? 0
        : Capacity * (price - FirstCost) / (LastCost - FirstCost);
}

/// <summary>A buyer who bargains.</summary>
/// <param name="Value">v: what the first barrel is worth where it is delivered.</param>
/// <param name="Slope">How much less each further unit of volume makes the next barrel worth.</param>
/// <param name="Limit">The most it takes.</param>
/// <param name="Power">β: its share of what both gain by agreeing, from 0 to below 1; 0 is a crowd that competes.</param>
/// <param name="Transport">t: by sea with ships of any flag.</param>
/// <param name="Voyage">Fleet that a barrel to it keeps busy, against a reference of 1.</param>
/// <param name="Pipeline">Volume that comes by pipe, to which no cap applies.</param>
public readonly record struct CappedBuyer(
    double Value,
    double Slope,
    double Limit,
    double Power,
    double Transport,
    double Voyage = 1,
    double Pipeline = 0
);

/// <summary>What ships may carry.</summary>
/// <param name="Cap">P: the most that may be paid at the port for a barrel on ships of those who set the cap; infinite is none.</param>
/// <param name="Fleet">Volume that other ships carry on voyages of 1.</param>
/// <param name="Extra">e: what these cost more, for a barrel.</param>
public readonly record struct CapRegime(double Cap, double Fleet, double Extra)
{
    public static CapRegime None { get; } = new(double.PositiveInfinity, 0, 0);
}

/// <summary>What is sold to a buyer, how it goes and for how much.</summary>
/// <param name="Volume">All of it.</param>
/// <param name="Bargained">The price at the port that bargaining gives, before the cap; NaN where nothing is sold.</param>
/// <param name="Price">What the seller gets for a barrel on average, what other ships cost more taken off.</param>
/// <param name="Outside">Volume on ships outside the cap.</param>
/// <param name="Capped">Volume sold at the cap although bargaining would give more.</param>
public readonly record struct CappedSale(double Volume, double Bargained, double Price, double Outside, double Capped);

/// <summary>The answer of a market.</summary>
public sealed record CappedOutcome
{
    /// <summary>In the buyers' order.</summary>
    public required CappedSale[] Sales { get; init; }

    public required double Volume { get; init; }

    /// <summary>What the seller gets, a day.</summary>
    public required double Revenue { get; init; }

    /// <summary>Revenue less cost, a day.</summary>
    public required double Profit { get; init; }

    /// <summary>The world price that goes with it.</summary>
    public required double WorldPrice { get; init; }

    /// <summary>Average at the port; NaN where nothing is sold.</summary>
    public double Price => Volume > 0 ? Revenue / Volume : double.NaN;

    public double Discount => WorldPrice - Price;
}
