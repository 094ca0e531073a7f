namespace Entente.Numerics.Breaks;

/// <summary>A division with its coefficients, their covariances and what follows from these.</summary>
internal sealed class Fit
{
    private readonly int length;
    private readonly BreakModel model;
    private readonly Regime[] regimes;

    /// <param name="Coefficients">Level, and slope per whole series.</param>
    /// <param name="Covariance">Of the coefficients.</param>
    /// <param name="LongRun">The (long-run) variance of the disturbances.</param>
    private sealed record Regime(int First, int Last, double[] Coefficients, double[,] Covariance, double LongRun);

    public Fit(ReadOnlySpan<double> values, IReadOnlyList<int> breaks, BreakModel model, BreakVariance variance)
    {
        (length, this.model) = (values.Length, model);
        regimes = new Regime[breaks.Count + 1];
        var fitted = new (int First, int Last, double[] Coefficients, double[,] Inverse, double[] Residuals)[regimes.Length];
        var sum = 0.0;
        for (var i = 0; i < regimes.Length; i++)
        {
            var (first, last) = (i == 0 ? 0 : breaks[i - 1] + 1, i == breaks.Count ? length - 1 : breaks[i]);
            if (last - first + 1 < Coefficients(model) || last >= length)
                throw new ArgumentException($"a regime from observation {first} to {last}", nameof(breaks));
            var (coefficients, inverse, residuals) = Regress(values, first, last);
            fitted[i] = (first, last, coefficients, inverse, residuals);
            foreach (var residual in residuals)
                sum += residual * residual;
        }
        var common = sum / length;
        for (var i = 0; i < regimes.Length; i++)
        {
            var (first, last, coefficients, inverse, residuals) = fitted[i];
            var own = 0.0;
            foreach (var residual in residuals)
                own += residual * residual;
            own /= residuals.Length;
            regimes[i] =
                variance == BreakVariance.Robust
                    ? new(first, last, coefficients, Robust(inverse, first, residuals), LongRun(residuals))
                    : new(
                        first,
                        last,
                        coefficients,
                        Scaled(inverse, variance == BreakVariance.Common ? common : own),
                        variance == BreakVariance.Common ? common : own
                    );
        }
    }

    public static int Coefficients(BreakModel model) => model == BreakModel.Level ? 1 : 2;

    /// <summary>
    /// (T − (m+1)q) / (T·m·q) · δ'R'(R·V·R')⁻¹Rδ: all regimes alike against this division. V is block-diagonal: regimes share no observation.
    /// </summary>
    public double F()
    {
        var (m, q) = (regimes.Length - 1, Coefficients(model));
        var n = m * q;
        var (matrix, right) = (new double[n, n], new double[n]);
        for (var a = 0; a < m; a++)
        for (var i = 0; i < q; i++)
        {
            right[(a * q) + i] = regimes[a + 1].Coefficients[i] - regimes[a].Coefficients[i];
            for (var j = 0; j < q; j++)
            {
                matrix[(a * q) + i, (a * q) + j] = regimes[a].Covariance[i, j] + regimes[a + 1].Covariance[i, j];
                if (a + 1 < m)
                    matrix[(a * q) + i, ((a + 1) * q) + j] = matrix[((a + 1) * q) + j, (a * q) + i] = -regimes[a + 1].Covariance[i, j];
            }
        }
        var quadratic = Quadratic(matrix, right);
        return (length - ((m + 1.0) * q)) / (length * (double)n) * quadratic;
    }

    public IReadOnlyList<BreakRegime> Regimes() =>
        [
            .. regimes.Select(r => new BreakRegime
            {
                First = r.First,
                Last = r.Last,
                Level = r.Coefficients[0],
                LevelError = Math.Sqrt(Math.Max(0, r.Covariance[0, 0])),
                Slope = model == BreakModel.Level ? null : r.Coefficients[1] / length,
                SlopeError = model == BreakModel.Level ? null : Math.Sqrt(Math.Max(0, r.Covariance[1, 1])) / length,
            }),
        ];

    /// <summary>
    /// Intervals by Bai (1997) under shrinking shifts. With a trend the regressors at the break itself count, so that in either model the
    /// shift is the jump of the fitted series (his section on trending regressors).
    /// </summary>
    public IReadOnlyList<BreakDate> Dates(double confidence)
    {
        var tail = (1 - confidence) / 2;
        var dates = new List<BreakDate>();
        for (var i = 0; i + 1 < regimes.Length; i++)
        {
            var (before, after) = (regimes[i], regimes[i + 1]);
            var jump = At(after, before.Last) - At(before, before.Last);
            var ratio = before.LongRun / after.LongRun;
            var scale = before.LongRun / (jump * jump);
            // Where the law puts nearly all of its weight on one side of the break, an end of the interval would lie on the wrong one.
            var usable =
                double.IsFinite(ratio)
                && ratio > 0
                && double.IsFinite(scale)
                && BreakDateDistribution.Cumulative(0, ratio) is var before0
                && before0 > tail
                && before0 < 1 - tail;
            dates.Add(
                new()
                {
                    Last = before.Last,
                    Low = usable ? before.Last - (BreakDateDistribution.Quantile(1 - tail, ratio) * scale) : null,
                    High = usable ? before.Last - (BreakDateDistribution.Quantile(tail, ratio) * scale) : null,
                    Jump = jump,
                }
            );
        }
        return dates;
    }

    private double At(Regime regime, int observation) =>
        regime.Coefficients[0] + (model == BreakModel.Level ? 0 : regime.Coefficients[1] * observation / length);

    private double[] Regressors(int observation) => model == BreakModel.Level ? [1] : [1, (double)observation / length];

    private (double[] Coefficients, double[,] Inverse, double[] Residuals) Regress(ReadOnlySpan<double> values, int first, int last)
    {
        var q = Coefficients(model);
        var (square, right) = (new double[q, q], new double[q]);
        for (var t = first; t <= last; t++)
        {
            var z = Regressors(t);
            for (var i = 0; i < q; i++)
            {
                right[i] += z[i] * values[t];
                for (var j = 0; j < q; j++)
                    square[i, j] += z[i] * z[j];
            }
        }
        var inverse = RegimeVariance.Inverse(square)!;
        var coefficients = new double[q];
        for (var i = 0; i < q; i++)
        for (var j = 0; j < q; j++)
            coefficients[i] += inverse[i, j] * right[j];
        var residuals = new double[last - first + 1];
        for (var t = first; t <= last; t++)
        {
            var z = Regressors(t);
            residuals[t - first] = values[t];
            for (var i = 0; i < q; i++)
                residuals[t - first] -= z[i] * coefficients[i];
        }
        return (coefficients, inverse, residuals);
    }

    private double[,] Robust(double[,] inverse, int first, double[] residuals)
    {
        var moments = new double[residuals.Length][];
        for (var t = 0; t < moments.Length; t++)
        {
            moments[t] = Regressors(first + t);
            for (var i = 0; i < moments[t].Length; i++)
                moments[t][i] *= residuals[t];
        }
        return RegimeVariance.Sandwich(inverse, Scaled(RegimeVariance.LongRun(moments), residuals.Length));
    }

    private static double LongRun(double[] residuals) => RegimeVariance.LongRun([.. residuals.Select(r => new[] { r })])[0, 0];

    private static double[,] Scaled(double[,] matrix, double factor)
    {
        var result = (double[,])matrix.Clone();
        for (var i = 0; i < result.GetLength(0); i++)
        for (var j = 0; j < result.GetLength(1); j++)
            result[i, j] *= factor;
        return result;
    }

    /// <summary>x'A⁻¹x for a symmetric positive definite A, by elimination; 0 where A has no inverse.</summary>
    private static double Quadratic(double[,] a, double[] x)
    {
        var (n, y) = (x.Length, (double[])x.Clone());
        var sum = 0.0;
        for (var k = 0; k < n; k++)
        {
            if (!(a[k, k] > 0))
                return 0;
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                for (var j = k; j < n; j++)
                    a[i, j] -= factor * a[k, j];
                y[i] -= factor * y[k];
            }
            sum += y[k] * y[k] / a[k, k];
        }
        return sum;
    }
}
