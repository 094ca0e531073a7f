namespace Entente.Numerics.Factors;

/// <summary>
/// Kalman filter and smoother for one hidden state that several series show: y_it = λ_i f_t + ε_it, ε_it ~ N(0, ψ_i);
/// f_t = φ f_{t−1} + u_t, u_t ~ N(0, q). Values that are missing (NaN) are left out, not filled in.
/// Durbin and Koopman, Time Series Analysis by State Space Methods, 2nd ed. 2012, chapters 4.3 (filter), 4.4 (smoother), 4.10 (missing).
/// </summary>
internal static class ScalarStateSpace
{
    /// <summary>What the smoother gives for each time: mean and variance of the state, and its covariance with the one before.</summary>
    internal sealed record Smoothed(double[] Mean, double[] Variance, double[] Lagged, double LogLikelihood);

    /// <param name="y">Series by time: y[t][i].</param>
    /// <param name="loadings">λ_i.</param>
    /// <param name="noise">ψ_i, positive.</param>
    /// <param name="persistence">φ.</param>
    /// <param name="innovation">q, positive.</param>
    /// <param name="initial">Variance of the first state around zero; infinite for one of which nothing is known (the first observation then sets it).</param>
    public static Smoothed Smooth(double[][] y, double[] loadings, double[] noise, double persistence, double innovation, double initial)
    {
        var n = y.Length;
        var (predicted, predictedVariance) = (new double[n], new double[n]);
        var (filtered, filteredVariance) = (new double[n], new double[n]);
        var (mean, variance, likelihood) = (0.0, initial, 0.0);
        for (var t = 0; t < n; t++)
        {
            (predicted[t], predictedVariance[t]) = (mean, variance);
            // With independent noise the observations of one time are taken in one after the other (Durbin and Koopman 6.4).
            for (var i = 0; i < loadings.Length; i++)
            {
                if (double.IsNaN(y[t][i]) || loadings[i] == 0)
                    continue;
                if (double.IsPositiveInfinity(variance))
                {
                    (mean, variance) = (y[t][i] / loadings[i], noise[i] / (loadings[i] * loadings[i]));
                    continue;
                }
                var error = y[t][i] - (loadings[i] * mean);
                var spread = (loadings[i] * loadings[i] * variance) + noise[i];
                var gain = variance * loadings[i] / spread;
                mean += gain * error;
                variance *= 1 - (gain * loadings[i]);
                likelihood -= 0.5 * (Math.Log(2 * Math.PI * spread) + (error * error / spread));
            }
            (filtered[t], filteredVariance[t]) = (mean, variance);
            mean *= persistence;
            variance = (persistence * persistence * variance) + innovation;
        }
        var lagged = new double[n];
        var (smoothed, smoothedVariance) = (filtered, filteredVariance);
        for (var t = n - 2; t >= 0; t--)
        {
            if (double.IsPositiveInfinity(predictedVariance[t + 1]))
                continue;
            var back = filteredVariance[t] * persistence / predictedVariance[t + 1];
            lagged[t + 1] = back * smoothedVariance[t + 1];
            smoothed[t] += back * (smoothed[t + 1] - predicted[t + 1]);
            smoothedVariance[t] += back * back * (smoothedVariance[t + 1] - predictedVariance[t + 1]);
        }
        return new(smoothed, smoothedVariance, lagged, likelihood);
    }
}
