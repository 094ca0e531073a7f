using Entente.Numerics.PriceCaps;

namespace Entente.Models.Oil;

/// <summary>All cases of a question with their numbers drawn, and solved.</summary>
internal sealed record OilDraw(OilMarket[] Markets)
{
    public double Residual => Markets.Max(m => m.Residual);

    public static OilDraw Of(OilQuestion question, Spread[] spreads, Func<Spread, double> value)
    {
        var drawn = new Dictionary<Spread, double>(ReferenceEqualityComparer.Instance);
        foreach (var spread in spreads)
            drawn[spread] = value(spread);
        return new([.. question.Cases.Select(c => new OilMarket(c, question.Caps, s => drawn[s]))]);
    }
}

/// <summary>One case with its numbers drawn, and solved: as it is, without the cap, and with other caps.</summary>
internal sealed class OilMarket
{
    private readonly OilCase market;
    private readonly CappedBuyer[] buyers;
    private readonly double world;
    private readonly CappedOutcome free;

    public OilMarket(OilCase market, IReadOnlyList<double> caps, Func<Spread, double> value)
    {
        this.market = market;
        world = value(market.WorldPrice);
        buyers =
        [
            .. market.Buyers.Select(b => new CappedBuyer(
                world - value(b.Grade),
                value(b.Slope),
                value(b.Limit),
                value(b.Power),
                value(b.Transport),
                value(b.Voyage),
                value(b.Pipeline)
            )),
        ];
        var seller = new CappedSeller(value(market.FirstCost), value(market.LastCost), value(market.Capacity));
        CapRegime Under(double cap) => new(cap, value(market.Fleet), value(market.Extra));
        // The world price of the case is what it is with all that happened: only another cap moves it.
        AsIs = CapBargaining.Solve(seller, buyers, Under(market.Cap), world);
        free = CapBargaining.Solve(seller, buyers, Under(double.PositiveInfinity), world);
        var response = value(market.Response);
        Caps =
        [
            .. caps.Select(cap => cap == market.Cap ? AsIs : CapBargaining.Solve(seller, buyers, Under(cap), world, AsIs.Volume, response)),
        ];
        Residual = Caps.Select(c => Math.Abs(world + (response * (AsIs.Volume - c.Volume)) - c.WorldPrice) / world).DefaultIfEmpty().Max();
    }

    public CappedOutcome AsIs { get; }

    public CappedOutcome[] Caps { get; }

    public double Residual { get; }

    /// <summary>What was read, as the model has it; NaN where these buyers get nothing.</summary>
    public double Read(OilMeasure measure, IReadOnlyList<string> codes) =>
        measure switch
        {
            OilMeasure.Volume => Places(codes).Sum(b => AsIs.Sales[b].Volume),
            OilMeasure.Price => Mean(codes, b => AsIs.Sales[b].Price),
            OilMeasure.Discount => Mean(codes, b => world - AsIs.Sales[b].Price),
            _ => Part(measure, codes),
        };

    /// <summary>A part of the discount.</summary>
    public double Part(OilMeasure part, IReadOnlyList<string> codes) =>
        part switch
        {
            OilMeasure.Transport => Mean(codes, Freight),
            // Without the cap, from what the barrels would bring if buyers competed.
            OilMeasure.Bargaining => Mean(codes, b => world - Freight(b) - Free(b)),
            _ => Mean(codes, b => Free(b) - AsIs.Sales[b].Price),
        };

    private double Freight(int b) => world - buyers[b].Value + buyers[b].Transport;

    private double Free(int b) => free.Sales[b].Price;

    private double Mean(IReadOnlyList<string> codes, Func<int, double> of)
    {
        var (sum, volume) = (0.0, 0.0);
        foreach (var b in Places(codes))
            if (AsIs.Sales[b].Volume > 0)
                (sum, volume) = (sum + (AsIs.Sales[b].Volume * of(b)), volume + AsIs.Sales[b].Volume);
        return volume > 0 ? sum / volume : double.NaN;
    }

    private IEnumerable<int> Places(IReadOnlyList<string> codes) =>
        Enumerable.Range(0, buyers.Length).Where(b => codes.Count == 0 || codes.Contains(market.Buyers[b].Code, StringComparer.Ordinal));
}
