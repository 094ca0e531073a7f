using Entente.Checking;

namespace Entente.Reports;

/// <summary>What an expression of the claim language comes to, as `ask` prints it.</summary>
public sealed record Answer
{
    /// <summary>The expression as it prints back.</summary>
    public required string Expression { get; init; }

    /// <summary>The lead authority's value in base units (36 % is 0.36); null where it is not a number or there is none.</summary>
    public double? Value { get; init; }

    /// <summary>The value where it is not a number: a date, a set.</summary>
    public string? Text { get; init; }

    /// <summary>For comparisons and other tests: whether it holds; null where it is not a test or cannot be decided.</summary>
    public bool? Holds { get; init; }

    public double? Low { get; init; }

    public double? High { get; init; }

    public string? Unit { get; init; }

    /// <summary>Why there is no value.</summary>
    public Abstention? Reason { get; init; }

    public string? Explanation { get; init; }

    /// <summary>Every authority's figure, the lead's first.</summary>
    public IReadOnlyList<Evidence> Alternatives { get; init; } = [];

    public Derivation? Derivation { get; init; }
}
