namespace Entente.Numerics.Breaks;

/// <summary>Why a series was not analysed, or not tested.</summary>
public enum BreakAbsence
{
    /// <summary>It was.</summary>
    None,

    /// <summary>Too few observations for two regimes.</summary>
    TooShort,

    /// <summary>All observations are equal, or on one line: nothing can break.</summary>
    NoVariation,

    /// <summary>An observation is missing or no finite number.</summary>
    NotFinite,

    /// <summary>The critical values do not hold where the regressors have a trend.</summary>
    TrendNotTabulated,

    /// <summary>There are no critical values for the least length of a regime that so short a series needs.</summary>
    TrimmingNotTabulated,
}

/// <summary>The best division into m + 1 regimes: of all of them, the one with the least sum of squares.</summary>
public sealed record BreakPartition
{
    /// <summary>The last observation of each regime but the last, counted from 0.</summary>
    public required IReadOnlyList<int> Breaks { get; init; }

    /// <summary>The sum of squared residuals.</summary>
    public required double SumOfSquares { get; init; }

    /// <summary>T·(ln(SSR/T) + ln 2π + 1) + ln T·(q(m+1) + m + 1): lower is better.</summary>
    public required double Bic { get; init; }

    /// <summary>ln(SSR/(T − p)) + p·0.299·(ln T)^2.1/T with p = q(m+1) + m: lower is better.</summary>
    public required double Lwz { get; init; }
}

/// <summary>A test statistic beside its critical value.</summary>
/// <param name="Statistic">The statistic.</param>
/// <param name="Critical">Its critical value at the level asked for.</param>
public readonly record struct TestValue(double Statistic, double Critical)
{
    public bool Rejects => Statistic > Critical;
}

/// <summary>The tests of Bai and Perron (1998), with the critical values of Bai and Perron (2003b).</summary>
public sealed record BreakTests
{
    /// <summary>No break against m = 1, 2 … breaks.</summary>
    public required IReadOnlyList<TestValue> SupF { get; init; }

    /// <summary>No break against an unknown number: the greatest supF.</summary>
    public required TestValue UdMax { get; init; }

    /// <summary>The same with every supF weighed so that marginal p-values are equal.</summary>
    public required TestValue WdMax { get; init; }

    /// <summary>l breaks against l + 1, for l = 0, 1 …; null where no further break fits.</summary>
    public required IReadOnlyList<TestValue?> Sequential { get; init; }
}

/// <summary>One regime of a division.</summary>
public sealed record BreakRegime
{
    /// <summary>Its first observation, from 0.</summary>
    public required int First { get; init; }

    public required int Last { get; init; }

    /// <summary>The mean; with a trend the height of the line at the first observation of the series.</summary>
    public required double Level { get; init; }

    public required double LevelError { get; init; }

    /// <summary>Per observation; null without a trend.</summary>
    public required double? Slope { get; init; }

    public required double? SlopeError { get; init; }
}

/// <summary>A break and how well it is dated.</summary>
public sealed record BreakDate
{
    /// <summary>The last observation before the break, from 0.</summary>
    public required int Last { get; init; }

    /// <summary>The ends of the interval before rounding, in observations; null where the two regimes differ too much in variance for one.</summary>
    public required double? Low { get; init; }

    public required double? High { get; init; }

    /// <summary>The ends rounded outward. They may lie outside the series: then the date is not known from it.</summary>
    public int? From => Low is { } low ? (int)Math.Floor(low) : null;

    public int? To => High is { } high ? (int)Math.Ceiling(high) : null;

    /// <summary>What the fitted series jumps by from the last observation before to the first after.</summary>
    public required double Jump { get; init; }
}

/// <summary>Everything that was found out about the breaks of a series.</summary>
public sealed record BreakAnalysis
{
    public required BreakOptions Options { get; init; }

    public required int Observations { get; init; }

    /// <summary>h: the least number of observations in a regime.</summary>
    public required int MinimumLength { get; init; }

    /// <summary>The best division with 0, 1, 2 … breaks.</summary>
    public required IReadOnlyList<BreakPartition> Partitions { get; init; }

    /// <summary>Null where there are no critical values; <see cref="TestsAbsent"/> says why.</summary>
    public required BreakTests? Tests { get; init; }

    public required BreakAbsence TestsAbsent { get; init; }

    public required int ByBic { get; init; }

    public required int ByLwz { get; init; }

    /// <summary>Null without tests.</summary>
    public required int? BySequential { get; init; }

    /// <summary>How the number was chosen in the end.</summary>
    public required BreakSelection Selection { get; init; }

    /// <summary>The number of breaks chosen.</summary>
    public required int Count { get; init; }

    public required IReadOnlyList<BreakDate> Dates { get; init; }

    public required IReadOnlyList<BreakRegime> Regimes { get; init; }
}

/// <summary>An analysis, or the reason why there is none.</summary>
public sealed record BreakOutcome
{
    public BreakAnalysis? Analysis { get; init; }

    public BreakAbsence Absence { get; init; }
}
