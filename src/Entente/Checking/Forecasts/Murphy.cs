namespace Entente.Checking.Forecasts;

/// <summary>
/// What a mean Brier score is made of (Murphy 1973, Journal of Applied Meteorology 12:595): reliability − resolution + uncertainty, over bins of
/// stated probability. A bin holds forecasts that are not all alike, for which <see cref="WithinBins"/> makes up (Stephenson, Coelho and Jolliffe 2008,
/// Weather and Forecasting 23:752), so that Brier = reliability − resolution + uncertainty + within bins, to the last bit but rounding.
/// </summary>
/// <param name="Reliability">How far what was said lies from what came, squared; 0 is best.</param>
/// <param name="Resolution">How far what came differs between bins; the more, the more the forecasts told apart.</param>
/// <param name="Uncertainty">The score of who always says the part that came true.</param>
/// <param name="WithinBins">Variance of forecasts within bins, less twice their covariance with what came; small where bins are narrow.</param>
public sealed record Murphy(double Reliability, double Resolution, double Uncertainty, double WithinBins)
{
    /// <summary>Bins of equal width over 0 to 1; the last holds 1.</summary>
    public const int Bins = 10;

    public double Brier => Reliability - Resolution + Uncertainty + WithinBins;

    public static int Bin(double probability) => Math.Min(Bins - 1, (int)(probability * Bins));

    /// <returns>Null for no forecast.</returns>
    public static Murphy? Of(IReadOnlyList<(double Probability, bool Happened)> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        if (forecasts.Count == 0)
            return null;
        var n = (double)forecasts.Count;
        var rate = forecasts.Count(f => f.Happened) / n;
        var (reliability, resolution, within) = (0.0, 0.0, 0.0);
        foreach (var bin in forecasts.GroupBy(f => Bin(f.Probability)))
        {
            var (said, came) = (bin.Average(f => f.Probability), bin.Average(f => f.Happened ? 1.0 : 0.0));
            reliability += bin.Count() * (said - came) * (said - came) / n;
            resolution += bin.Count() * (came - rate) * (came - rate) / n;
            foreach (var (probability, happened) in bin)
                within += (((probability - said) * (probability - said)) - (2 * (probability - said) * ((happened ? 1 : 0) - came))) / n;
        }
        return new(reliability, resolution, rate * (1 - rate), within);
    }
}
