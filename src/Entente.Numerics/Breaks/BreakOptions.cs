namespace Entente.Numerics.Breaks;

/// <summary>What may change at a break.</summary>
public enum BreakModel
{
    /// <summary>y_t = δ_j + u_t: the mean.</summary>
    Level,

    /// <summary>y_t = δ_j + γ_j·t + u_t: the line, in height and slope.</summary>
    LevelAndTrend,
}

/// <summary>What is assumed of the disturbances, for tests, standard errors and intervals; the dates do not depend on it.</summary>
public enum BreakVariance
{
    /// <summary>One variance for all regimes, no correlation in time.</summary>
    Common,

    /// <summary>A variance of its own for each regime, no correlation in time.</summary>
    ByRegime,

    /// <summary>
    /// Robust to correlation in time, regime by regime: quadratic spectral kernel, bandwidth by an AR(1) (Andrews 1991), after prewhitening
    /// by a first-order autoregression (Andrews and Monahan 1992).
    /// </summary>
    Robust,
}

/// <summary>How the number of breaks is chosen.</summary>
public enum BreakSelection
{
    /// <summary>The sequential test of Bai and Perron: at least one where UDmax or supF(1) rejects; then one more as long as supF(l+1|l) rejects.</summary>
    Sequential,

    /// <summary>Schwarz's criterion (Yao 1988). Chooses too many breaks where disturbances are correlated.</summary>
    Bic,

    /// <summary>The modified criterion of Liu, Wu and Zidek (1997), with a heavier penalty.</summary>
    Lwz,
}

/// <summary>What to look for.</summary>
public sealed record BreakOptions
{
    public BreakModel Model { get; init; } = BreakModel.Level;

    /// <summary>The least length of a regime as a part of the series: 0.10, 0.15 or 0.20 for the tests, which have critical values there.</summary>
    public double Trimming { get; init; } = 0.15;

    /// <summary>The most breaks to look for; fewer where the trimming or the tables allow no more.</summary>
    public int MaxBreaks { get; init; } = 5;

    public BreakVariance Variance { get; init; } = BreakVariance.Robust;

    /// <summary>Without tests (trend, short series) the sequential choice falls back on <see cref="BreakSelection.Lwz"/>, and says so.</summary>
    public BreakSelection Selection { get; init; } = BreakSelection.Sequential;

    /// <summary>The level of the tests: 0.10, 0.05, 0.025 or 0.01.</summary>
    public double Significance { get; init; } = 0.05;

    /// <summary>The confidence of the intervals of the dates.</summary>
    public double Confidence { get; init; } = 0.95;
}
