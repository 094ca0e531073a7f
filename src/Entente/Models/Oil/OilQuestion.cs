namespace Entente.Models.Oil;

/// <summary>A buyer of a seller's oil. Prices in US$ a barrel, volumes in million barrels a day.</summary>
public sealed record OilBuyer
{
    public required string Code { get; init; }

    /// <summary>β: its share of what both sides gain by agreeing; 0 is a crowd of refiners that compete.</summary>
    public required Spread Power { get; init; }

    /// <summary>The most it takes.</summary>
    public required Spread Limit { get; init; }

    /// <summary>Freight and insurance from the seller's port, on ships of any flag.</summary>
    public required Spread Transport { get; init; }

    /// <summary>What the grade is worth less than the world's, delivered.</summary>
    public required Spread Grade { get; init; }

    /// <summary>How much less each further million barrels a day makes the next barrel worth.</summary>
    public required Spread Slope { get; init; }

    /// <summary>How long it keeps a ship, against the voyage in which the fleet is counted.</summary>
    public required Spread Voyage { get; init; }

    /// <summary>What comes by pipe, to which no cap applies.</summary>
    public required Spread Pipeline { get; init; }
}

/// <summary>What can be read of a market and is compared with the answer.</summary>
public enum OilMeasure
{
    /// <summary>Average at the seller's port.</summary>
    Price,

    /// <summary>The world's price less that.</summary>
    Discount,

    Volume,

    /// <summary>The part of the discount that freight and grade make.</summary>
    Transport,

    /// <summary>The part that buyers' power makes.</summary>
    Bargaining,

    /// <summary>The part that the cap makes.</summary>
    Cap,
}

/// <summary>A figure that was read.</summary>
/// <param name="Buyers">Whose barrels; none is all.</param>
public sealed record OilObservation(OilMeasure Measure, IReadOnlyList<string> Buyers, double Value, string Source);

/// <summary>A market at a time.</summary>
public sealed record OilCase
{
    public required string Name { get; init; }

    public required IReadOnlyList<OilBuyer> Buyers { get; init; }

    /// <summary>Marginal cost of the first barrel.</summary>
    public required Spread FirstCost { get; init; }

    /// <summary>Marginal cost at capacity.</summary>
    public required Spread LastCost { get; init; }

    public required Spread Capacity { get; init; }

    /// <summary>The world's price.</summary>
    public required Spread WorldPrice { get; init; }

    /// <summary>By how much the world's price rises for each million barrels a day that the seller sells less.</summary>
    public required Spread Response { get; init; }

    /// <summary>Infinite is none.</summary>
    public required double Cap { get; init; }

    /// <summary>What ships outside the cap carry.</summary>
    public required Spread Fleet { get; init; }

    /// <summary>What these cost more.</summary>
    public required Spread Extra { get; init; }

    public required IReadOnlyList<OilObservation> Observed { get; init; }

    internal IEnumerable<Spread> Spreads() =>
        [
            FirstCost,
            LastCost,
            Capacity,
            WorldPrice,
            Response,
            Fleet,
            Extra,
            .. Buyers.SelectMany(b => new[] { b.Power, b.Limit, b.Transport, b.Grade, b.Slope, b.Voyage, b.Pipeline }),
        ];
}

/// <summary>A question about a seller of oil, its buyers, ships and a cap.</summary>
public sealed record OilQuestion
{
    public required string Name { get; init; }

    public string Question { get; init; } = "";

    public required string Seller { get; init; }

    public required IReadOnlyList<OilCase> Cases { get; init; }

    /// <summary>Caps to try in each case; infinite is none.</summary>
    public required IReadOnlyList<double> Caps { get; init; }

    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>How many of its figures are cited, and how many are assumed and say so.</summary>
    public required (int Cited, int Assumed) Figures { get; init; }

    /// <summary>Numbers that whoever runs it holds at a value, in place of the file's ranges.</summary>
    public IReadOnlyList<FixedNumber> Fixed { get; init; } = [];
}

/// <summary>Whether a market makes sense.</summary>
public static class OilCheck
{
    /// <summary>Everything that is wrong with a case.</summary>
    public static IEnumerable<(string Found, string Expected)> Problems(OilCase market)
    {
        ArgumentNullException.ThrowIfNull(market);
        if (market.Buyers.Count is < 1 or > Numerics.PriceCaps.CapBargaining.MostBuyers)
            yield return (
                $"{market.Buyers.Count} buyers",
                $"1 to {Numerics.PriceCaps.CapBargaining.MostBuyers}: every set of them is looked at"
            );
        if (!(market.Capacity.Low > 0))
            yield return ("a capacity of nothing", "above 0, in million barrels a day");
        if (!(market.FirstCost.Low >= 0) || market.LastCost.Low < market.FirstCost.High)
            yield return ("a last cost below the first", "a cost that rises: last_cost at least first_cost over the whole of both ranges");
        if (!(market.WorldPrice.Low > 0))
            yield return ("a world price of nothing", "above 0, in US$ a barrel");
        if (!(market.Cap >= 0))
            yield return ("a cap below 0", "a price in US$ a barrel, or none");
        foreach (var (name, spread) in new[] { ("response", market.Response), ("fleet", market.Fleet), ("extra", market.Extra) })
            if (!(spread.Low >= 0))
                yield return ($"a {name} below 0", "0 or more");
        foreach (var buyer in market.Buyers)
        {
            if (!(buyer.Power.Low >= 0 && buyer.Power.High < 1))
                yield return ($"a power of {buyer.Code} outside its bounds", "0 to below 1");
            if (!(buyer.Voyage.Low > 0))
                yield return ($"a voyage to {buyer.Code} of nothing", "above 0");
            foreach (
                var (name, spread) in new[]
                {
                    ("limit", buyer.Limit),
                    ("transport", buyer.Transport),
                    ("slope", buyer.Slope),
                    ("pipeline", buyer.Pipeline),
                }
            )
                if (!(spread.Low >= 0))
                    yield return ($"a {name} of {buyer.Code} below 0", "0 or more");
        }
        foreach (var code in market.Observed.SelectMany(o => o.Buyers))
            if (!market.Buyers.Any(b => b.Code == code))
                yield return ($"the buyer '{code}'", $"one of {string.Join(", ", market.Buyers.Select(b => b.Code))}");
    }
}
