namespace Entente.Models.Backtests;

/// <summary>What a forecaster knows when it says its probabilities.</summary>
public enum Knows
{
    /// <summary>Nothing of the vote but its text.</summary>
    Before,

    /// <summary>How the others vote on it: no forecast in time, but a test of whether the positions hold.</summary>
    OthersVotes,
}

/// <summary>One forecaster's probabilities on a series of cases, and what came.</summary>
public sealed record ForecastSeries
{
    public required string Name { get; init; }

    public required Knows Knows { get; init; }

    /// <summary>Of each case the probability of each option; they sum to one.</summary>
    public required IReadOnlyList<double[]> Probabilities { get; init; }

    /// <summary>Of each case the number of the option that came.</summary>
    public required IReadOnlyList<int> Came { get; init; }

    /// <summary>
    /// Squared errors summed over the options, of each case (Brier 1950, Monthly Weather Review 78, eq. 2): from 0 to 2, and for two options twice the score of
    /// the event alone.
    /// </summary>
    public IReadOnlyList<double> Brier =>
        [.. Probabilities.Select((p, i) => p.Select((q, k) => (q - (k == Came[i] ? 1 : 0)) * (q - (k == Came[i] ? 1 : 0))).Sum())];

    /// <summary>Minus the logarithm of the probability given to what came, of each case (Good 1952).</summary>
    public IReadOnlyList<double> Logarithmic => [.. Probabilities.Select((p, i) => -Math.Log(Math.Max(p[Came[i]], 1e-12)))];

    /// <summary>The part of cases in which the likeliest option came.</summary>
    public double Hits =>
        Came.Count == 0 ? double.NaN : Probabilities.Select((p, i) => Array.IndexOf(p, p.Max()) == Came[i] ? 1.0 : 0.0).Average();
}
