using Entente.Measures.Alignment;

namespace Entente.Measures.Comparing;

/// <summary>Two values of the same kind, by the same books, year by year: what a statement that the one is greater is tested on.</summary>
public sealed record PairedSeries
{
    /// <summary>What is measured: `share in trade`, `votes`.</summary>
    public required string Measure { get; init; }

    /// <summary>By whose books, or in which coding: `own`, `COW`, `agreement`.</summary>
    public required string Coding { get; init; }

    /// <summary>By year; a year in which either value is missing is not there.</summary>
    public required IReadOnlyDictionary<int, (double Left, double Right)> Values { get; init; }

    /// <summary>Dataset and release, or authorities.</summary>
    public required string Source { get; init; }

    public int First => Values.Keys.Min();

    public int Last => Values.Keys.Max();
}

/// <summary>One definition of a comparison and what it gives.</summary>
/// <param name="Measure">What is measured.</param>
/// <param name="Coding">By whose books, or in which coding.</param>
/// <param name="Window">Years over which both values are averaged, ending with <see cref="Year"/>.</param>
/// <param name="Year">The last year that it has.</param>
/// <param name="Left">The value on the left.</param>
/// <param name="Right">The value on the right.</param>
public sealed record ComparedDefinition(string Measure, string Coding, int Window, int Year, double Left, double Right, string Source)
{
    /// <summary>Whether the left is the greater.</summary>
    public bool Holds => Left > Right;
}

/// <summary>Under how many of the reasonable definitions the left is greater than the right.</summary>
public sealed record ComparisonResult
{
    /// <summary>All that could be tested, by measure, coding and window.</summary>
    public required IReadOnlyList<ComparedDefinition> Tested { get; init; }

    public int Definitions => Tested.Count;

    public int Holds => Tested.Count(d => d.Holds);

    /// <summary>0 to 1; null where none could be tested.</summary>
    public double? Share => Definitions == 0 ? null : (double)Holds / Definitions;

    /// <summary>For the measures, and for every other choice with several options, the share that holds under each.</summary>
    public required IReadOnlyList<ChoiceShare> Choices { get; init; }

    /// <summary>Measures and codings that end too early to speak of the year, with the years that they have.</summary>
    public required IReadOnlyList<string> NotReaching { get; init; }

    public IEnumerable<ChoiceShare> ByMeasure => Choices.Where(c => c.Choice == ComparisonMultiverse.Measure);
}
