namespace Entente.Numerics.Breaks;

/// <summary>The normal distribution where its tail is multiplied by something huge.</summary>
internal static class Normal
{
    /// <summary>e^{x²/2} · Φ(−x), x ≥ 0: neither factor overflows or vanishes by itself.</summary>
    public static double ScaledTail(double x) => ScaledErfc(x / Math.Sqrt(2)) / 2;

    /// <summary>Φ(−x), x ≥ 0.</summary>
    public static double Tail(double x) => Math.Exp(-x * x / 2) * ScaledTail(x);

    /// <summary>e^{x²} · erfc(x), x ≥ 0, to about 14 digits.</summary>
    private static double ScaledErfc(double x)
    {
        if (x < 2)
        {
            // erf by its series: all terms of x·Σ (2x²)^n / (1·3·5…) are positive.
            var (term, sum) = (x, x);
            for (var n = 1; term > sum * 1e-17; n++)
            {
                term *= 2 * x * x / ((2 * n) + 1);
                sum += term;
            }
            return Math.Exp(x * x) - (2 / Math.Sqrt(Math.PI) * sum);
        }
        // The continued fraction 1/(x + (1/2)/(x + (2/2)/(x + …))), from far enough down.
        var tail = x;
        for (var n = 200; n >= 1; n--)
            tail = x + (n / 2.0 / tail);
        return 1 / (Math.Sqrt(Math.PI) * tail);
    }
}
