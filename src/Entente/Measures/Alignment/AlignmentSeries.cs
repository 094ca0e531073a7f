namespace Entente.Measures.Alignment;

/// <summary>One way to put one side of an alignment in numbers, year by year; higher is closer.</summary>
public sealed record AlignmentSeries
{
    /// <summary>What it is about: `votes`, `trade`, `alliances`, `organisations`, `contacts`, `arms`.</summary>
    public required string Family { get; init; }

    /// <summary>How it was coded: `agreement`, `kappa (linear)`, `lower share`.</summary>
    public required string Coding { get; init; }

    /// <summary>By year; a year without a value is not there.</summary>
    public required IReadOnlyDictionary<int, double> Values { get; init; }

    /// <summary>Dataset and release.</summary>
    public required string Source { get; init; }

    /// <summary>In which part of all pairs of states the latest value lies above theirs, 0 to 1; null where not known.</summary>
    public double? Percentile { get; init; }

    /// <summary>The year of <see cref="Percentile"/>.</summary>
    public int? PercentileYear { get; init; }

    public int First => Values.Keys.Min();

    public int Last => Values.Keys.Max();
}

/// <summary>How an index is made of series: one of the reasonable ways.</summary>
/// <param name="Codings">For each family that is in, the coding.</param>
/// <param name="Window">Years over which values are averaged, ending with the year itself.</param>
/// <param name="Weighting">`equal` or `loadings` of the common factor.</param>
/// <param name="Scale">`z` (standard deviations of the family's own history) or `range` (place between its least and its greatest).</param>
public sealed record AlignmentDefinition(IReadOnlyDictionary<string, string> Codings, int Window, string Weighting, string Scale);

/// <summary>A statement about a pair's alignment over time.</summary>
/// <param name="At">The year that is said to stand out.</param>
/// <param name="Since">The first year it is compared with.</param>
/// <param name="Highest">True for "closer than ever since", false for "more distant".</param>
public sealed record AlignmentStatement(int At, int Since, bool Highest);

/// <summary>One choice and what hangs on it.</summary>
/// <param name="Choice">What was chosen: `votes`, `window`, `weighting`, `scale`, `families`.</param>
/// <param name="Option">The option: `agreement`, `3 years`, `without arms`.</param>
/// <param name="Definitions">How many definitions have it.</param>
/// <param name="Holds">In how many of them the statement holds.</param>
public sealed record ChoiceShare(string Choice, string Option, int Definitions, int Holds)
{
    public double Share => (double)Holds / Definitions;
}

/// <summary>Under how many of the reasonable definitions a statement holds, and what turns it.</summary>
public sealed record MultiverseResult
{
    public required AlignmentStatement Statement { get; init; }

    /// <summary>How many definitions could be tested.</summary>
    public required int Definitions { get; init; }

    /// <summary>Under how many of them it holds.</summary>
    public required int Holds { get; init; }

    /// <summary>The share of them, 0 to 1; NaN never: null where none could be tested.</summary>
    public double? Share => Definitions == 0 ? null : (double)Holds / Definitions;

    /// <summary>For every choice with more than one option, the share that holds under each.</summary>
    public required IReadOnlyList<ChoiceShare> Choices { get; init; }

    /// <summary>Families that reach back to the statement's first year, and up to the year it is about.</summary>
    public required IReadOnlyList<string> Reaching { get; init; }

    /// <summary>Families that do not, each with the years that it has.</summary>
    public required IReadOnlyList<string> NotReaching { get; init; }

    /// <summary>The choice whose options differ most, where they differ by more than a tenth; null where nothing much hangs on any.</summary>
    public string? MostDecisive
    {
        get
        {
            var spread = Choices
                .GroupBy(c => c.Choice, StringComparer.Ordinal)
                .Select(g => (g.Key, Spread: g.Max(c => c.Share) - g.Min(c => c.Share)))
                .OrderByDescending(g => g.Spread)
                .ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            return spread.Spread > 0.1 ? spread.Key : null;
        }
    }
}
