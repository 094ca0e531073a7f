namespace Entente.Numerics.PriceCaps;

/// <summary>
/// One seller bargains with a few buyers, each contract open again if another falls through: Stole and Zwiebel (1996), Review of Economic Studies 63:375.
/// With any set S of buyers, β_b/(1 − β_b) · (Π(S) − Π(S∖b)) is what buyer b gains and Π(S) what the seller does; with all β = ½ this is Shapley's
/// value. A cap then holds down what the seller gets for barrels on the ships of those who set it, in every S: so it also weakens what the seller can
/// threaten with.
/// </summary>
public static class CapBargaining
{
    /// <summary>Every set of buyers is looked at.</summary>
    public const int MostBuyers = 12;

    /// <param name="seller">Who sells.</param>
    /// <param name="buyers">At most <see cref="MostBuyers"/>, their values those of <paramref name="worldPrice"/>.</param>
    /// <param name="regime">What ships may carry.</param>
    /// <param name="worldPrice">Only passed on to the outcome.</param>
    public static CappedOutcome Solve(CappedSeller seller, ReadOnlySpan<CappedBuyer> buyers, CapRegime regime, double worldPrice)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(buyers.Length, MostBuyers);
        var profits = new double[1 << buyers.Length];
        var outcome = new Round(seller, buyers.ToArray(), regime, profits);
        for (var set = 0; set < profits.Length; set++)
            profits[set] = outcome.Bargain(set);
        return outcome.Result(worldPrice);
    }

    /// <summary>
    /// The same where less of the seller's oil makes all oil dearer: the world price rises by <paramref name="response"/> for each unit of volume
    /// that it sells less than <paramref name="reference"/>, and all values with it.
    /// </summary>
    public static CappedOutcome Solve(
        CappedSeller seller,
        ReadOnlySpan<CappedBuyer> buyers,
        CapRegime regime,
        double worldPrice,
        double reference,
        double response
    )
    {
        var given = buyers.ToArray();
        CappedOutcome At(double price) =>
            Solve(seller, [.. given.Select(b => b with { Value = b.Value + price - worldPrice })], regime, price);
        var still = At(worldPrice);
        if (response <= 0 || Math.Abs(still.Volume - reference) < 1e-9 * seller.Capacity)
            return still;
        // A higher price brings out more oil, more oil a lower price: one point where both agree.
        var (low, high) = (worldPrice + (response * (reference - seller.Capacity)), worldPrice + (response * reference));
        for (var step = 0; step < 60 && high - low > 1e-10 * Math.Abs(high); step++)
        {
            var middle = (low + high) / 2;
            if (worldPrice + (response * (reference - At(middle).Volume)) > middle)
                low = middle;
            else
                high = middle;
        }
        return At((low + high) / 2);
    }

    private sealed class Round(CappedSeller seller, CappedBuyer[] buyers, CapRegime regime, double[] profits)
    {
        private readonly int[] byVoyage = [.. Enumerable.Range(0, buyers.Length).OrderBy(b => buyers[b].Voyage).ThenBy(b => b)];
        private readonly double[] gains = new double[buyers.Length];
        private CappedSale[] sales = [];
        private double volume;
        private double revenue;

        public double Bargain(int set)
        {
            var volumes = CapAllocation.Of(seller, buyers, set, seller.Capacity);
            Split(set, volumes);
            var capped = sales.Sum(s => s.Capped);
            if (capped > 0 && seller.Marginal(volume) > regime.Cap)
            {
                // Barrels at the cap that cost more than it are not pumped; those by pipe and on other ships are.
                var kept = Math.Max(seller.Supply(regime.Cap), volume - capped);
                var share = (volume - kept) / capped;
                Split(set, [.. volumes.Select((q, b) => q - (share * sales[b].Capped))]);
            }
            return revenue - seller.Total(volume);
        }

        // Nash's split with each buyer, against what the seller has without it.
        private void Split(int set, double[] volumes)
        {
            volume = volumes.Sum();
            var surplus = -seller.Total(volume);
            var active = 0;
            for (var b = 0; b < buyers.Length; b++)
            {
                surplus += Worth(b, volumes[b]);
                if ((set >> b & 1) == 1 && buyers[b].Power > 0)
                    active |= 1 << b;
            }
            // A buyer whom the seller would rather do without gets nothing, and the others are counted again.
            while (true)
            {
                var (weights, sum) = (1.0, surplus);
                for (var b = 0; b < buyers.Length; b++)
                    if ((active >> b & 1) == 1)
                        (weights, sum) = (weights + Weight(b), sum + (Weight(b) * profits[set & ~(1 << b)]));
                var profit = sum / weights;
                var dropped = 0;
                for (var b = 0; b < buyers.Length; b++)
                {
                    gains[b] = (active >> b & 1) == 1 ? Weight(b) * (profit - profits[set & ~(1 << b)]) : 0;
                    if (gains[b] < 0)
                        (gains[b], dropped) = (0, dropped | (1 << b));
                }
                active &= ~dropped;
                if (dropped == 0)
                    break;
            }
            Ship(volumes);
        }

        private double Weight(int b) => buyers[b].Power / (1 - buyers[b].Power);

        // Delivered, less transport by ships of any flag.
        private double Worth(int b, double q) => q * (buyers[b].Value - buyers[b].Transport - (buyers[b].Slope * q / 2));

        private void Ship(double[] volumes)
        {
            sales = new CappedSale[buyers.Length];
            revenue = 0;
            var left = regime.Fleet;
            foreach (var b in byVoyage)
            {
                var q = volumes[b];
                if (q <= 0)
                {
                    sales[b] = new(0, double.NaN, double.NaN, 0, 0);
                    continue;
                }
                var bargained = (Worth(b, q) - gains[b]) / q;
                var piped = Math.Min(q, buyers[b].Pipeline);
                var outside = 0.0;
                if (bargained - regime.Extra >= regime.Cap && bargained > regime.Cap)
                {
                    outside = Math.Min(q - piped, left / buyers[b].Voyage);
                    left -= outside * buyers[b].Voyage;
                }
                var inside = q - piped - outside;
                var paid = (piped * bargained) + (outside * (bargained - regime.Extra)) + (inside * Math.Min(bargained, regime.Cap));
                revenue += paid;
                sales[b] = new(q, bargained, paid / q, outside, bargained > regime.Cap ? inside : 0);
            }
        }

        public CappedOutcome Result(double worldPrice) =>
            new()
            {
                Sales = sales,
                Volume = volume,
                Revenue = revenue,
                Profit = revenue - seller.Total(volume),
                WorldPrice = worldPrice,
            };
    }
}
