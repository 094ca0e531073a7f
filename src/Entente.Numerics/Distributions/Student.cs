namespace Entente.Numerics.Distributions;

/// <summary>Student's distribution.</summary>
public static class Student
{
    private const int MostTerms = 10_000;

    /// <summary>P(|T| ≥ |t|), exact to about 14 digits.</summary>
    /// <param name="t">The statistic.</param>
    /// <param name="degrees">Degrees of freedom, more than 0.</param>
    public static double TwoSided(double t, double degrees)
    {
        if (double.IsNaN(t) || !(degrees > 0))
            return double.NaN;
        if (double.IsInfinity(t))
            return 0;
        return Regularized(degrees / (degrees + (t * t)), t * t / (degrees + (t * t)), 0.5 * degrees, 0.5);
    }

    /// <summary>The regularised incomplete beta function, one parameter ½, by its continued fraction (Lentz).</summary>
    /// <param name="x">The argument.</param>
    /// <param name="rest">1 − x, given apart because it may be as small as no difference can show.</param>
    private static double Regularized(double x, double rest, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        if (x > (a + 1) / (a + b + 2))
            return 1 - Regularized(rest, x, b, a);
        var front = Math.Exp((a * LogOf(x, rest)) + (b * LogOf(rest, x)) - LogBeta(Math.Max(a, b))) / a;
        const double Tiny = 1e-300;
        var (c, d, f) = (1.0, 0.0, 1.0);
        for (var i = 0; i < MostTerms; i++)
        {
            var m = i / 2;
            var numerator =
                i == 0 ? 1
                : i % 2 == 0 ? m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)))
                : -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 + (numerator * d);
            d = 1 / (Math.Abs(d) < Tiny ? Tiny : d);
            c = 1 + (numerator / c);
            c = Math.Abs(c) < Tiny ? Tiny : c;
            f *= c * d;
            if (Math.Abs((c * d) - 1) < 1e-15)
                break;
        }
        return front * (f - 1);
    }

    private static double LogOf(double x, double rest) => x > 0.5 ? Log1p(-rest) : Math.Log(x);

    private static double Log1p(double x) =>
        Math.Abs(x) > 1e-4 ? Math.Log(1 + x) : x * (1 - (x * (0.5 - (x * ((1.0 / 3) - (x * (0.25 - (0.2 * x))))))));

    /// <summary>ln B(a, ½). Of large a the difference of two logarithms of Γ as a series: each alone has no digits to spare.</summary>
    private static double LogBeta(double a)
    {
        var half = 0.5 * Math.Log(Math.PI);
        if (a < 50)
            return half + LogGamma(a) - LogGamma(a + 0.5);
        var r = 1 / (a * a);
        return half - (0.5 * Math.Log(a)) + ((0.125 - (r * ((1.0 / 192) - (r / 640)))) / a);
    }

    /// <summary>Stirling's series from 10 on, carried down by recurrence.</summary>
    private static double LogGamma(double x)
    {
        var shift = 0.0;
        while (x < 10)
        {
            shift -= Math.Log(x);
            x++;
        }
        var r = 1 / (x * x);
        var series = (1.0 / 12) - (r * ((1.0 / 360) - (r * ((1.0 / 1260) - (r * ((1.0 / 1680) - (r * (1.0 / 1188))))))));
        return shift + ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (series / x);
    }
}
