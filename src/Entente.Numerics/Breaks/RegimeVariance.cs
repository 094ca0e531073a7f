namespace Entente.Numerics.Breaks;

/// <summary>
/// Long-run variances as in Bai and Perron (2003), section 4.1: quadratic spectral kernel with the automatic bandwidth of Andrews (1991) by
/// an AR(1), after prewhitening by a first-order vector autoregression (Andrews and Monahan 1992).
/// </summary>
internal static class RegimeVariance
{
    /// <summary>No autoregression may come nearer to a unit root (Andrews and Monahan 1992): in a short regime the estimate would explode.</summary>
    private const double MostPersistent = 0.97;

    /// <summary>The long-run covariance of moment vectors of one or two columns.</summary>
    /// <param name="moments">z_t·u_t, a row for each observation.</param>
    public static double[,] LongRun(double[][] moments)
    {
        var (n, d) = (moments.Length, moments[0].Length);
        var lags = new double[d, d];
        // Too short for an autoregression, or all zero: the moments as they are.
        var whitened = n > d + 2 && Autoregression(moments, lags) ? Residuals(moments, lags) : moments;
        var inner = Kernel(whitened);
        if (ReferenceEquals(whitened, moments))
            return inner;
        for (var i = 0; i < d; i++)
        for (var j = 0; j < d; j++)
            lags[i, j] = (i == j ? 1 : 0) - lags[i, j];
        return Inverse(lags) is { } back ? Sandwich(back, inner) : Kernel(moments);
    }

    /// <summary>The inverse of a matrix of one or two rows; null where it has none.</summary>
    public static double[,]? Inverse(double[,] a)
    {
        if (a.GetLength(0) == 1)
            return a[0, 0] == 0
                ? null
                : new[,]
                {
                    { 1 / a[0, 0] },
                };
        var determinant = (a[0, 0] * a[1, 1]) - (a[0, 1] * a[1, 0]);
        return Math.Abs(determinant) <= 1e-300
            ? null
            : new[,]
            {
                { a[1, 1] / determinant, -a[0, 1] / determinant },
                { -a[1, 0] / determinant, a[0, 0] / determinant },
            };
    }

    /// <summary>A·M·A'.</summary>
    public static double[,] Sandwich(double[,] a, double[,] middle)
    {
        var d = a.GetLength(0);
        var result = new double[d, d];
        for (var i = 0; i < d; i++)
        for (var j = 0; j < d; j++)
        for (var k = 0; k < d; k++)
        for (var l = 0; l < d; l++)
            result[i, j] += a[i, k] * middle[k, l] * a[j, l];
        return result;
    }

    private static bool Autoregression(double[][] v, double[,] lags)
    {
        var (n, d) = (v.Length, v[0].Length);
        var (square, cross) = (new double[d, d], new double[d, d]);
        for (var t = 1; t < n; t++)
        for (var i = 0; i < d; i++)
        for (var j = 0; j < d; j++)
        {
            square[i, j] += v[t - 1][i] * v[t - 1][j];
            cross[i, j] += v[t][i] * v[t - 1][j];
        }
        if (Inverse(square) is not { } inverse)
            return false;
        for (var i = 0; i < d; i++)
        for (var j = 0; j < d; j++)
        {
            lags[i, j] = 0;
            for (var k = 0; k < d; k++)
                lags[i, j] += cross[i, k] * inverse[k, j];
        }
        if (d == 1)
            lags[0, 0] = Math.Clamp(lags[0, 0], -MostPersistent, MostPersistent);
        return true;
    }

    private static double[][] Residuals(double[][] v, double[,] lags)
    {
        var result = new double[v.Length - 1][];
        for (var t = 1; t < v.Length; t++)
        {
            var row = result[t - 1] = [.. v[t]];
            for (var i = 0; i < row.Length; i++)
            for (var j = 0; j < row.Length; j++)
                row[i] -= lags[i, j] * v[t - 1][j];
        }
        return result;
    }

    /// <summary>The kernel estimate, divided by the observations less the columns.</summary>
    private static double[,] Kernel(double[][] v)
    {
        var (n, d) = (v.Length, v[0].Length);
        var width = Bandwidth(v);
        var sum = new double[d, d];
        for (var lag = 0; lag < n; lag++)
        {
            var weight = lag == 0 ? 1 : QuadraticSpectral(lag / width);
            if (weight == 0)
                continue;
            for (var t = lag; t < n; t++)
            for (var i = 0; i < d; i++)
            for (var j = 0; j < d; j++)
            {
                sum[i, j] += weight * v[t][i] * v[t - lag][j];
                if (lag > 0)
                    sum[i, j] += weight * v[t - lag][i] * v[t][j];
            }
        }
        for (var i = 0; i < d; i++)
        for (var j = 0; j < d; j++)
            sum[i, j] /= Math.Max(1, n - d);
        return sum;
    }

    /// <summary>1.3221·(α(2)·n)^{1/5}; each column has the same weight.</summary>
    private static double Bandwidth(double[][] v)
    {
        var (n, d) = (v.Length, v[0].Length);
        var (above, below) = (0.0, 0.0);
        for (var i = 0; i < d; i++)
        {
            var (cross, square) = (0.0, 0.0);
            for (var t = 1; t < n; t++)
            {
                cross += v[t][i] * v[t - 1][i];
                square += v[t - 1][i] * v[t - 1][i];
            }
            var rho = square == 0 ? 0 : Math.Clamp(cross / square, -MostPersistent, MostPersistent);
            var variance = 0.0;
            for (var t = 1; t < n; t++)
                variance += Math.Pow(v[t][i] - (rho * v[t - 1][i]), 2);
            variance /= Math.Max(1, n - 1);
            above += 4 * rho * rho * variance * variance / Math.Pow(1 - rho, 8);
            below += variance * variance / Math.Pow(1 - rho, 4);
        }
        return below == 0 || !double.IsFinite(above / below) ? 0 : 1.3221 * Math.Pow(above / below * n, 0.2);
    }

    private static double QuadraticSpectral(double x)
    {
        if (!double.IsFinite(x))
            return 0;
        var angle = 6 * Math.PI * x / 5;
        return 3 * ((Math.Sin(angle) / angle) - Math.Cos(angle)) / (angle * angle);
    }
}
