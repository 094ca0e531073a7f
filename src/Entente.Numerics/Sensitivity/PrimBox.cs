namespace Entente.Numerics.Sensitivity;

/// <summary>One side of a box: an input held within bounds, both included.</summary>
/// <param name="Input">Its number.</param>
/// <param name="Low">Minus infinity where the box is open below.</param>
/// <param name="High">Infinity where the box is open above.</param>
/// <param name="Chance">
/// The probability of as many cases as in the box, or more, if this side's bounds did nothing (Bryant and Lempert's quasi-p-value): a side with a large one can go.
/// </param>
public sealed record BoxSide(int Input, double Low, double High, double Chance);

/// <summary>A box in the space of inputs in which a case is commoner than elsewhere.</summary>
public sealed record PrimBox
{
    /// <summary>The inputs that are held; an input that is not named is free.</summary>
    public required IReadOnlyList<BoxSide> Sides { get; init; }

    /// <summary>The share of the box's points that are cases.</summary>
    public required double Density { get; init; }

    /// <summary>The share of all cases that are in the box.</summary>
    public required double Coverage { get; init; }

    /// <summary>The share of all points that are in the box.</summary>
    public required double Support { get; init; }
}

/// <summary>What a search for a box found.</summary>
public sealed record PrimSearch
{
    /// <summary>How many points are cases, and of how many.</summary>
    public required int Cases { get; init; }

    public required int Points { get; init; }

    /// <summary>From the whole space to the smallest box: less coverage, more density.</summary>
    public required IReadOnlyList<PrimBox> Trajectory { get; init; }

    /// <summary>
    /// The box of the trajectory with the highest harmonic mean of density and coverage, sides that do nothing dropped; null where there is no case, or no
    /// box that is denser than the whole.
    /// </summary>
    public required PrimBox? Chosen { get; init; }
}
