namespace Entente.Numerics.Gravity;

/// <summary>A classification of the rows: for each a level from 0 to <paramref name="Levels"/> − 1.</summary>
public sealed record Factor(int[] Codes, int Levels);

/// <summary>Arrays of a regression y = f(Xβ + effects): one entry for each row, in any order.</summary>
public sealed record GravityData
{
    /// <summary>The dependent variable; not negative for PPML.</summary>
    public required double[] Response { get; init; }

    /// <summary>Column by column. A constant is a column like any other, and is not wanted where there are effects.</summary>
    public required IReadOnlyList<double[]> Regressors { get; init; }

    /// <summary>What effects and clusters are made of.</summary>
    public IReadOnlyList<Factor> Factors { get; init; } = [];

    /// <summary>
    /// For each set of fixed effects the factors that are crossed: exporter × year is one set of two factors. Crossing here, and not before,
    /// is what lets the dense cube be seen.
    /// </summary>
    public IReadOnlyList<int[]> Effects { get; init; } = [];

    /// <summary>For each way of clustering the factors that are crossed.</summary>
    public IReadOnlyList<int[]> Clusters { get; init; } = [];

    /// <summary>Which factor is time, for the bias correction; null takes the one with the fewest levels.</summary>
    public int? Time { get; init; }

    /// <summary>Weights of the rows, not negative; null for equal ones.</summary>
    public double[]? Weights { get; init; }

    /// <summary>Added to the linear predictor with coefficient 1; null for none.</summary>
    public double[]? Offset { get; init; }

    public int Rows => Response.Length;
}

/// <summary>What is minimised.</summary>
public enum GravityFamily
{
    /// <summary>Poisson pseudo-maximum likelihood: E(y) = exp(η) (Santos Silva and Tenreyro 2006).</summary>
    Ppml,

    /// <summary>Least squares: E(y) = η.</summary>
    Ols,
}

/// <summary>What errors are assumed to be.</summary>
public enum ErrorKind
{
    /// <summary>Independent with the variance of the family.</summary>
    Iid,

    /// <summary>Independent, any variances (White).</summary>
    Heteroskedastic,

    /// <summary>Correlated within clusters, of one classification or several (Cameron, Gelbach and Miller 2011).</summary>
    Clustered,
}

/// <summary>How fixed effects count as parameters in the small-sample factor.</summary>
public enum EffectCount
{
    /// <summary>They do not.</summary>
    None,

    /// <summary>Those nested within a cluster do not.</summary>
    Nested,

    /// <summary>All do.</summary>
    Full,
}

/// <summary>The small-sample factor, its parts named as in fixest's `ssc`.</summary>
public sealed record SmallSample
{
    /// <summary>`adj` (newer: `K.adj`): (n − 1) / (n − K).</summary>
    public bool Adjust { get; init; } = true;

    /// <summary>`fixef.K` (newer: `K.fixef`).</summary>
    public EffectCount Effects { get; init; } = EffectCount.Nested;

    /// <summary>`cluster.adj` (newer: `G.adj`): G / (G − 1); n / (n − 1) for heteroskedastic errors.</summary>
    public bool ClusterAdjust { get; init; } = true;

    /// <summary>`cluster.df`: true for "min" (one G, the least), false for "conventional" (each sum its own).</summary>
    public bool LeastClusters { get; init; } = true;

    /// <summary>As fixest writes it.</summary>
    public override string ToString() =>
        $"ssc(adj = {Word(Adjust)}, fixef.K = \"{Effects switch { EffectCount.None => "none", EffectCount.Full => "full", _ => "nested" }}\", "
        + $"cluster.adj = {Word(ClusterAdjust)}, cluster.df = \"{(LeastClusters ? "min" : "conventional")}\")";

    private static string Word(bool value) => value ? "TRUE" : "FALSE";
}

/// <summary>How to fit.</summary>
public sealed record GravityOptions
{
    public GravityFamily Family { get; init; }

    public ErrorKind Errors { get; init; } = ErrorKind.Heteroskedastic;

    public SmallSample SmallSample { get; init; } = new();

    /// <summary>The weighted root mean square of the last change of η at which a fit counts as converged.</summary>
    public double Tolerance { get; init; } = 1e-9;

    /// <summary>Rounds of reweighting.</summary>
    public int MostIterations { get; init; } = 100;

    /// <summary>Steps of conjugate gradients in one absorption.</summary>
    public int MostInnerIterations { get; init; } = 5000;

    /// <summary>Results do not depend on it, to the last bit.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Rows alone in a level are kept; they say nothing of β, but count in n.</summary>
    public bool KeepSingletons { get; init; }

    /// <summary>False leaves separation to be found by the fit's not converging.</summary>
    public bool CheckSeparation { get; init; } = true;

    /// <summary>False never uses the dense cube; for comparison.</summary>
    public bool AllowCube { get; init; } = true;

    /// <summary>The bias of three-way PPML (Weidner and Zylkin 2021) is estimated; needs exporter × time, importer × time and pair effects.</summary>
    public bool BiasCorrection { get; init; }
}

/// <summary>How far a fit is.</summary>
/// <param name="Stage">`separation`, `fit` or `errors`.</param>
/// <param name="Iteration">The round.</param>
/// <param name="Change">The last change of η (root mean square); NaN before there is one.</param>
public sealed record GravityProgress(string Stage, int Iteration, double Change);
