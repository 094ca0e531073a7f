namespace Entente.Numerics.PriceCaps;

/// <summary>Who gets how much so that what buyers gain by it, less transport and the seller's cost, is most.</summary>
internal static class CapAllocation
{
    private const int Steps = 64;

    /// <param name="seller">Who sells.</param>
    /// <param name="buyers">All buyers.</param>
    /// <param name="set">Those among them who are there.</param>
    /// <param name="limit">At most so much in all.</param>
    public static double[] Of(CappedSeller seller, CappedBuyer[] buyers, int set, double limit)
    {
        var volumes = new double[buyers.Length];
        var (low, high) = (0.0, 0.0);
        foreach (var b in buyers)
            high = Math.Max(high, b.Value - b.Transport);
        if (high <= 0)
            return volumes;
        // The value of the next barrel at which demand and supply meet.
        high *= 1 + 1e-12;
        for (var step = 0; step < Steps && high - low > 1e-15 * high; step++)
        {
            var middle = (low + high) / 2;
            if (Demand(buyers, set, middle) > Math.Min(limit, seller.Supply(middle)))
                low = middle;
            else
                high = middle;
        }
        for (var b = 0; b < buyers.Length; b++)
            volumes[b] = (set >> b & 1) == 1 ? Wanted(buyers[b], high) : 0;
        // Where many barrels are worth the same, demand jumps there: what supply leaves over goes to those who want more at a value a little lower.
        var rest = Math.Min(limit, seller.Supply(high)) - volumes.Sum();
        var more = new double[buyers.Length];
        for (var b = 0; b < buyers.Length; b++)
            more[b] = (set >> b & 1) == 1 ? Wanted(buyers[b], low) - volumes[b] : 0;
        var sum = more.Sum();
        for (var b = 0; b < buyers.Length && rest > 0 && sum > 0; b++)
            volumes[b] += more[b] * Math.Min(1, rest / sum);
        return volumes;
    }

    private static double Demand(CappedBuyer[] buyers, int set, double value)
    {
        var sum = 0.0;
        for (var b = 0; b < buyers.Length; b++)
            sum += (set >> b & 1) == 1 ? Wanted(buyers[b], value) : 0;
        return sum;
    }

    private static double Wanted(CappedBuyer buyer, double value)
    {
        var worth = buyer.Value - buyer.Transport;
        return worth < value ? 0
            : buyer.Slope <= 0 ? buyer.Limit
            : Math.Min(buyer.Limit, (worth - value) / buyer.Slope);
    }
}
