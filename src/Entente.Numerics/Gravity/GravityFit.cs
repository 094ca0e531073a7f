namespace Entente.Numerics.Gravity;

/// <summary>Rows that cannot inform β, by their numbers in the data, ascending.</summary>
public sealed record DroppedRows
{
    /// <summary>Alone in a level of an effect.</summary>
    public IReadOnlyList<int> Singletons { get; init; } = [];

    /// <summary>All rows of their level are zero: the effect would go to minus infinity (the simplest separation).</summary>
    public IReadOnlyList<int> ZeroLevels { get; init; } = [];

    /// <summary>Zeros that a combination of regressors and effects separates from all positive rows.</summary>
    public IReadOnlyList<int> Separated { get; init; } = [];

    /// <summary>Of weight zero.</summary>
    public int Weightless { get; init; }

    /// <summary>False where the search for separation did not come to an end.</summary>
    public bool SeparationCertified { get; init; } = true;
}

/// <summary>The covariance matrix of the kept coefficients and how it was scaled.</summary>
public sealed record GravityCovariance
{
    /// <summary>K × K, row by row; rows and columns of coefficients left out are NaN.</summary>
    public required double[] Matrix { get; init; }

    public required ErrorKind Kind { get; init; }

    public required SmallSample SmallSample { get; init; }

    /// <summary>Parameters counted in (n − 1) / (n − K).</summary>
    public required int CountedParameters { get; init; }

    /// <summary>All that the matrix was multiplied with; where `cluster.df` is conventional the factor without G / (G − 1).</summary>
    public required double Factor { get; init; }

    /// <summary>For each way of clustering how many clusters.</summary>
    public IReadOnlyList<int> Clusters { get; init; } = [];

    /// <summary>Degrees of freedom of t (least squares); null for the normal.</summary>
    public int? Degrees { get; init; }

    /// <summary>Several ways gave a negative variance, and the matrix was made positive by its eigenvalues.</summary>
    public bool Repaired { get; init; }

    /// <summary>The standard error of a coefficient; NaN where it was left out.</summary>
    public double Error(int k) => Math.Sqrt(Matrix[(k * (int)Math.Sqrt(Matrix.Length)) + k]);
}

/// <summary>What came of a fit. Where it did not converge there are no numbers.</summary>
public sealed record GravityFit
{
    public required bool Converged { get; init; }

    /// <summary>Why it stopped, in words.</summary>
    public required string Stop { get; init; }

    /// <summary>Rounds of reweighting; 1 for least squares.</summary>
    public required int Iterations { get; init; }

    /// <summary>Steps of conjugate gradients in all.</summary>
    public required int InnerIterations { get; init; }

    /// <summary>`dense cube`, `conjugate gradients`, `means` (one effect) or `none`.</summary>
    public required string Absorption { get; init; }

    /// <summary>Rows used.</summary>
    public required int Observations { get; init; }

    public required DroppedRows Dropped { get; init; }

    /// <summary>Regressors left out because others or the effects explain them.</summary>
    public required IReadOnlyList<int> Collinear { get; init; }

    /// <summary>Levels of each effect among the rows used.</summary>
    public required IReadOnlyList<int> Levels { get; init; }

    /// <summary>The certificate: the greatest violation of a first-order condition, of the effects relative to their totals, of β in standard deviations.</summary>
    public double Violation { get; init; } = double.NaN;

    /// <summary>β, in the order of the regressors; NaN for those left out. Null where not converged, like all below.</summary>
    public double[]? Coefficients { get; init; }

    public GravityCovariance? Covariance { get; init; }

    /// <summary>Poisson deviance, or the residual sum of squares.</summary>
    public double Deviance { get; init; } = double.NaN;

    /// <summary>The squared correlation of response and fitted value; NaN where either is constant.</summary>
    public double SquaredCorrelation { get; init; } = double.NaN;

    /// <summary>E(y) of every row; NaN for dropped ones.</summary>
    public double[]? Fitted { get; init; }

    /// <summary>For each effect its levels' values; NaN for levels without rows. Sums of effects are identified, their parts only as far as the data connect them.</summary>
    public IReadOnlyList<double[]>? Effects { get; init; }

    /// <summary>The codes of the effects' crossed levels, row by row, that <see cref="Effects"/> is indexed with.</summary>
    public IReadOnlyList<int[]>? EffectCodes { get; init; }

    /// <summary>The estimated bias of β (Weidner and Zylkin 2021), to be subtracted; null where not asked for.</summary>
    public double[]? Bias { get; init; }

    /// <summary>
    /// The covariance of β clustered by pair, without the downward bias that estimating effects gives it (Weidner and Zylkin 2021), K × K like
    /// <see cref="GravityCovariance.Matrix"/>; null where not asked for, or for more than 3,000 levels with time.
    /// </summary>
    public double[]? CorrectedCovariance { get; init; }

    /// <summary>The standard error out of <see cref="CorrectedCovariance"/>; null without it.</summary>
    public double? CorrectedError(int k) =>
        CorrectedCovariance is { } matrix ? Math.Sqrt(Math.Max(0, matrix[(k * (int)Math.Sqrt(matrix.Length)) + k])) : null;
}
