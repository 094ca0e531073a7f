using Entente.Numerics.Distributions;

namespace Entente.Numerics.Breaks;

/// <summary>
/// The limit law of an estimated break date under shrinking shifts: the place of the maximum of a two-sided Brownian motion with drift whose
/// two sides may differ. Jushan Bai (1997), Estimation of a Change Point in Multiple Regression Models, Review of Economics and Statistics
/// 79(4): 551-563, appendix B.
/// </summary>
public static class BreakDateDistribution
{
    /// <summary>P(V ≤ x).</summary>
    /// <param name="x">In units of the variance of the first side over the squared shift.</param>
    /// <param name="ratio">φ²₁/φ²₂: the variance before the break over that after it, above 0.</param>
    /// <param name="drift">ξ = Δ'Q₂Δ / Δ'Q₁Δ, above 0; 1 where the regressors are alike on both sides.</param>
    public static double Cumulative(double x, double ratio = 1, double drift = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(ratio);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(drift);
        var root = Math.Sqrt(Math.Abs(x));
        var density = root / Math.Sqrt(2 * Math.PI);
        // Every product of a growing exponential and a vanishing tail is written as one decaying exponential and a scaled tail.
        if (x <= 0)
        {
            var alpha = ratio * (1 + ratio) / 2;
            var beta = (1 + (2 * ratio)) / 2;
            var decay = Math.Exp(x / 8);
            return (-density * decay)
                - (beta / alpha * decay * (StandardNormal.DensityAtZero * StandardNormal.MillsRatio(beta * root)))
                + (((2 * beta * beta / alpha) - 2 - (x / 2)) * StandardNormal.Cumulative(-(root / 2)));
        }
        else
        {
            var b = Math.Sqrt(ratio * drift);
            var delta = Math.Sqrt(drift / ratio) + (b / 2);
            var gamma = ((1 / ratio) + 1) * drift / 2;
            var decay = Math.Exp(-b * b * x / 8);
            return 1
                + (b * density * decay)
                + (b * delta / gamma * decay * (StandardNormal.DensityAtZero * StandardNormal.MillsRatio(delta * root)))
                + ((2 - (b * b * x / 2) - (2 * delta * delta / gamma)) * StandardNormal.Cumulative(-(b * root / 2)));
        }
    }

    /// <summary>The x with P(V ≤ x) = <paramref name="probability"/>; null where the two sides differ so much that there is none on its side.</summary>
    public static double? Quantile(double probability, double ratio = 1, double drift = 1)
    {
        if (probability is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(probability), probability, "between 0 and 1");
        var (low, high) = (-1.0, 1.0);
        while (Cumulative(low, ratio, drift) > probability)
            if ((low *= 2) < -1e7)
                return null;
        while (Cumulative(high, ratio, drift) < probability)
            if ((high *= 2) > 1e7)
                return null;
        for (var i = 0; i < 200 && high - low > 1e-12 * Math.Max(1, Math.Abs(high)); i++)
        {
            var middle = (low + high) / 2;
            if (Cumulative(middle, ratio, drift) < probability)
                low = middle;
            else
                high = middle;
        }
        return (low + high) / 2;
    }
}
