namespace Entente.Reports;

/// <summary>A quantity of a sentence, as `quantities` prints it.</summary>
public sealed record FoundQuantity
{
    public required string Text { get; init; }

    /// <summary>First and one-past-last UTF-16 offset in the line.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>`=`, `~`, `&lt;`, `&gt;`, `&lt;=`, `&gt;=`, `between`.</summary>
    public required string Relation { get; init; }

    /// <summary>In base units: 36 % is 0.36, $190bn is 190e9.</summary>
    public double? Value { get; init; }

    /// <summary>Bounds of what the words admit; null where unbounded.</summary>
    public double? Low { get; init; }

    public double? High { get; init; }

    public string? Unit { get; init; }

    /// <summary>`up`, `down` or null.</summary>
    public string? Change { get; init; }

    /// <summary>The counted noun, or null.</summary>
    public string? Of { get; init; }
}
