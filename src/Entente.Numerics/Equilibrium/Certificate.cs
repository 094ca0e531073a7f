namespace Entente.Numerics.Equilibrium;

/// <summary>Why a search for an equilibrium stopped.</summary>
public enum StopReason
{
    /// <summary>The residual fell below the tolerance.</summary>
    Converged,

    /// <summary>The residual was still above the tolerance after the last iteration allowed.</summary>
    IterationLimit,

    /// <summary>A number left the range of numbers: prices or demand went to zero or infinity.</summary>
    NotFinite,
}

/// <summary>What speaks for a solution, or against it.</summary>
public sealed record Certificate
{
    public required StopReason Stopped { get; init; }

    /// <summary>Evaluations of the model.</summary>
    public required int Iterations { get; init; }

    /// <summary>The largest relative gap between the two sides of an equation: unit costs, spending, and pay for work.</summary>
    public required double Residual { get; init; }

    /// <summary>
    /// Walras' law, which no step imposes: the largest gap, as a fraction of a country's income, between what it spends abroad less what it earns
    /// there and its deficit.
    /// </summary>
    public required double Walras { get; init; }

    public bool Converged => Stopped == StopReason.Converged;
}

/// <summary>How exact, and how long to try.</summary>
public sealed record SolverOptions
{
    /// <summary>Largest relative residual of a solution.</summary>
    public double Tolerance { get; init; } = 1e-10;

    /// <summary>Evaluations of the model before it is given up.</summary>
    public int Iterations { get; init; } = 4000;

    /// <summary>Steps that the acceleration remembers; 0 is plain damping.</summary>
    public int Memory { get; init; } = 12;

    public static SolverOptions Default { get; } = new();
}

/// <summary>What becomes of a trade deficit when incomes change.</summary>
public enum DeficitRule
{
    /// <summary>The same amount, in units of world value added, which is the numéraire.</summary>
    Held,

    /// <summary>The same fraction of the country's value added; what the sum then lacks is spread over all by value added.</summary>
    Scaled,
}
