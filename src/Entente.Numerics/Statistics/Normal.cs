namespace Entente.Numerics.Statistics;

/// <summary>The standard normal distribution.</summary>
public static class Normal
{
    /// <summary>Beyond this the probability is 0 or 1 to the last bit that matters here.</summary>
    private const double Farthest = 8;

    /// <summary>P(Z ≤ z), by the series of Marsaglia 2004 (Journal of Statistical Software 11:4), exact to about 15 digits.</summary>
    public static double Cumulative(double z)
    {
        if (double.IsNaN(z))
            return double.NaN;
        if (Math.Abs(z) > Farthest)
            return z < 0 ? 0 : 1;
        var (sum, term, square) = (z, z, z * z);
        for (var i = 3; ; i += 2)
        {
            term *= square / i;
            var next = sum + term;
            if (next == sum)
                break;
            sum = next;
        }
        return 0.5 + (sum * Math.Exp(-0.5 * square) / Math.Sqrt(2 * Math.PI));
    }

    /// <summary>The z below which lies a share of the distribution; infinite for 0 and 1. Bisected: it is asked a few times, not millions.</summary>
    /// <param name="share">0 to 1.</param>
    public static double Quantile(double share)
    {
        if (double.IsNaN(share) || share is < 0 or > 1)
            throw new ArgumentOutOfRangeException(nameof(share), share, "a share from 0 to 1");
        if (share == 0)
            return double.NegativeInfinity;
        if (share == 1)
            return double.PositiveInfinity;
        var (low, high) = (-Farthest, Farthest);
        while (true)
        {
            var middle = 0.5 * (low + high);
            if (middle <= low || middle >= high)
                return middle;
            if (Cumulative(middle) < share)
                low = middle;
            else
                high = middle;
        }
    }
}
