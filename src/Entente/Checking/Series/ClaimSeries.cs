using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Checking.Series;

/// <summary>One authority's value for one period, in the unit of the series.</summary>
public sealed record SeriesPoint
{
    /// <summary>What it is for, as the claim language writes it.</summary>
    public required Period Period { get; init; }

    public required double Value { get; init; }

    /// <summary>When it was published, where that is known.</summary>
    public string? Published { get; init; }

    public string? Url { get; init; }

    /// <summary>File and line of the record.</summary>
    public string? Row { get; init; }
}

/// <summary>One authority's course of what a claim is about.</summary>
public sealed record SeriesLine
{
    /// <summary>What the line is called: the authority; with what it counts where the lines count different things.</summary>
    public required string Name { get; init; }

    public required string Source { get; init; }

    public string? Via { get; init; }

    public required Tier Tier { get; init; }

    /// <summary>True for the authority whose word decides.</summary>
    public bool Lead { get; init; }

    /// <summary>By period, rising; a period without a figure is not there.</summary>
    public required IReadOnlyList<SeriesPoint> Points { get; init; }
}

/// <summary>
/// What a claim is about, over the periods around its own, by every authority that decides: the course that the claimed figure stands in. Where
/// there is no course, <see cref="Reason"/> says why.
/// </summary>
public sealed record ClaimSeries
{
    /// <summary>What is counted, in words: "growth of China's exports to Russia".</summary>
    public required string What { get; init; }

    /// <summary>The expression that was put to the record, for the claim's own period; `ask` gives the same.</summary>
    public Expression? Expression { get; init; }

    /// <summary>The symbol of the unit that all values are in, the claim's; null for bare numbers.</summary>
    public string? Unit { get; init; }

    /// <summary>True for changes and balances, whose values carry a sign.</summary>
    public bool Signed { get; init; }

    /// <summary>The claim's period; null where it names none.</summary>
    public Period? Period { get; init; }

    /// <summary>How <see cref="Value"/> stands to the words: "claimed", "claimed as a target", "claimed, comes to".</summary>
    public string Standing { get; init; } = "claimed";

    /// <summary>What the claim comes to on this scale; the claim's own figure, or what follows from it where the series is of levels and the claim of a change over several years.</summary>
    public double? Value { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    /// <summary>How <see cref="Value"/> follows from what is claimed, where it is not the figure claimed; null where it is.</summary>
    public string? Implied { get; init; }

    /// <summary>The lead authority first.</summary>
    public IReadOnlyList<SeriesLine> Lines { get; init; } = [];

    /// <summary>Why there are no lines; null where there are.</summary>
    public Abstention? Reason { get; init; }
}
