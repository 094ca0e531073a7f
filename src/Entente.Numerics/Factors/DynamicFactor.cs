using static Entente.Numerics.Factors.ScalarStateSpace;

namespace Entente.Numerics.Factors;

/// <summary>A common factor of several yearly series.</summary>
public sealed record DynamicFactorFit
{
    /// <summary>True where the likelihood had stopped rising. Where it is false nothing below may be shown.</summary>
    public required bool Converged { get; init; }

    public required int Iterations { get; init; }

    /// <summary>f_t given all series: mean for each time, in standard deviations of the factor over the years.</summary>
    public required IReadOnlyList<double> Factor { get; init; }

    /// <summary>Standard error of <see cref="Factor"/>, parameters taken as known.</summary>
    public required IReadOnlyList<double> StandardError { get; init; }

    /// <summary>λ_i: by how many of its standard deviations series i moves with one of the factor.</summary>
    public required IReadOnlyList<double> Loadings { get; init; }

    /// <summary>Standard errors of λ_i from the curvature of the likelihood; NaN where it is not a maximum in that direction.</summary>
    public required IReadOnlyList<double> LoadingErrors { get; init; }

    /// <summary>ψ_i: the variance of series i that is its own.</summary>
    public required IReadOnlyList<double> Noise { get; init; }

    /// <summary>φ.</summary>
    public required double Persistence { get; init; }

    public required double LogLikelihood { get; init; }
}

/// <summary>
/// One dynamic factor behind several series with missing values, by expectation–maximisation over a Kalman smoother (Shumway and Stoffer
/// 1982, Journal of Time Series Analysis 3:253, equations 9 to 14; missing values as in Bańbura and Modugno 2014, Journal of Applied
/// Econometrics 29:133). y_it = λ_i f_t + ε_it; f_t = φ f_{t−1} + u_t with var(u) = 1 − φ², so that the factor has variance one. Series are
/// taken as they are given: standardise them first. The sign is such that the loadings sum to a positive number.
/// </summary>
public static class DynamicFactor
{
    private const double LeastNoise = 1e-4;
    private const double MostPersistence = 0.9995;

    /// <summary>Relative change of the likelihood at which it counts as no longer rising; Bańbura and Modugno stop at 1e-4.</summary>
    private const double Tolerance = 1e-6;

    /// <param name="series">series[i][t]; NaN where there is no value. Every series needs three values at least.</param>
    /// <param name="iterations">No more rounds than these.</param>
    /// <param name="cancellation">Honoured before each round.</param>
    /// <exception cref="ArgumentException">No series, series of different lengths, or one with fewer than three values.</exception>
    public static DynamicFactorFit Fit(IReadOnlyList<double[]> series, int iterations = 5000, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(series);
        if (series.Count == 0 || series.Any(s => s.Length != series[0].Length || s.Count(v => !double.IsNaN(v)) < 3))
            throw new ArgumentException("series of one length with three values each are needed", nameof(series));
        var n = series[0].Length;
        var y = new double[n][];
        for (var t = 0; t < n; t++)
            y[t] = [.. series.Select(s => s[t])];
        var k = series.Count;
        var (loadings, noise, persistence) = (Start(series), Enumerable.Repeat(0.5, k).ToArray(), 0.8);
        var (last, round, converged) = (double.NegativeInfinity, 0, false);
        for (; round < iterations && !converged; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            var state = Smooth(y, loadings, noise, persistence, 1 - (persistence * persistence), 1);
            converged = round > 10 && Math.Abs(state.LogLikelihood - last) <= Tolerance * (1 + Math.Abs(last));
            last = state.LogLikelihood;
            if (converged)
                break;
            Maximise(y, state, loadings, noise);
            persistence = Persistence(state);
        }
        if (loadings.Sum() < 0)
            for (var i = 0; i < k; i++)
                loadings[i] = -loadings[i];
        var final = Smooth(y, loadings, noise, persistence, 1 - (persistence * persistence), 1);
        return new()
        {
            Converged = converged,
            Iterations = round,
            Factor = final.Mean,
            StandardError = [.. final.Variance.Select(Math.Sqrt)],
            Loadings = loadings,
            LoadingErrors = Errors(y, loadings, noise, persistence),
            Noise = noise,
            Persistence = persistence,
            LogLikelihood = final.LogLikelihood,
        };
    }

    /// <summary>Loadings to begin with: the correlation of each series with the mean of all, so that series that run against the rest begin negative.</summary>
    private static double[] Start(IReadOnlyList<double[]> series)
    {
        var n = series[0].Length;
        var mean = new double[n];
        for (var t = 0; t < n; t++)
        {
            var values = series.Where(s => !double.IsNaN(s[t])).Select(s => s[t]).ToArray();
            mean[t] = values.Length == 0 ? double.NaN : values.Average();
        }
        return
        [
            .. series.Select(s =>
            {
                var product = 0.0;
                for (var t = 0; t < n; t++)
                    if (!double.IsNaN(s[t]))
                        product += s[t] * mean[t];
                return product >= 0 ? 0.7 : -0.7;
            }),
        ];
    }

    private static void Maximise(double[][] y, Smoothed state, double[] loadings, double[] noise)
    {
        for (var i = 0; i < loadings.Length; i++)
        {
            var (cross, square, own, count) = (0.0, 0.0, 0.0, 0);
            for (var t = 0; t < y.Length; t++)
            {
                var value = y[t][i];
                if (double.IsNaN(value))
                    continue;
                cross += value * state.Mean[t];
                square += (state.Mean[t] * state.Mean[t]) + state.Variance[t];
                own += value * value;
                count++;
            }
            loadings[i] = cross / square;
            noise[i] = Math.Max(LeastNoise, (own - (loadings[i] * cross)) / count);
        }
    }

    /// <summary>φ that maximises the expected likelihood of the state with var(u) = 1 − φ²: the root between −1 and 1 by bisection of its derivative.</summary>
    private static double Persistence(Smoothed state)
    {
        var (now, before, cross, count) = (0.0, 0.0, 0.0, 0);
        for (var t = 1; t < state.Mean.Length; t++)
        {
            now += (state.Mean[t] * state.Mean[t]) + state.Variance[t];
            before += (state.Mean[t - 1] * state.Mean[t - 1]) + state.Variance[t - 1];
            cross += (state.Mean[t] * state.Mean[t - 1]) + state.Lagged[t];
            count++;
        }
        double Gain(double phi)
        {
            var q = 1 - (phi * phi);
            return -0.5 * ((count * Math.Log(q)) + ((now - (2 * phi * cross) + (phi * phi * before)) / q));
        }
        var (low, high) = (-MostPersistence, MostPersistence);
        // Golden section: the function has one maximum between −1 and 1.
        const double ratio = 0.6180339887498949;
        for (var i = 0; i < 100; i++)
        {
            var (a, b) = (high - (ratio * (high - low)), low + (ratio * (high - low)));
            if (Gain(a) < Gain(b))
                low = a;
            else
                high = b;
        }
        return (low + high) / 2;
    }

    /// <summary>Standard errors of loadings by second differences of the likelihood, each with the other parameters held.</summary>
    private static double[] Errors(double[][] y, double[] loadings, double[] noise, double persistence)
    {
        const double step = 1e-3;
        double At(int i, double shift)
        {
            var moved = (double[])loadings.Clone();
            moved[i] += shift;
            return Smooth(y, moved, noise, persistence, 1 - (persistence * persistence), 1).LogLikelihood;
        }
        var errors = new double[loadings.Length];
        var centre = At(0, 0);
        for (var i = 0; i < errors.Length; i++)
        {
            var curvature = (At(i, step) - (2 * centre) + At(i, -step)) / (step * step);
            errors[i] = curvature < 0 ? Math.Sqrt(-1 / curvature) : double.NaN;
        }
        return errors;
    }
}
