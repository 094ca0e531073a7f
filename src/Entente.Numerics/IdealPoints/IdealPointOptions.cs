namespace Entente.Numerics.IdealPoints;

/// <summary>The priors of the model and how long to look for its solution.</summary>
public sealed record IdealPointOptions
{
    /// <summary>1 or 2.</summary>
    public int Dimensions { get; init; } = 1;

    /// <summary>
    /// The variance of a step of a state's position is this times s, the share of this period's votes among those of this and the period
    /// before. Bailey, Strezhnev and Voeten write 0.5, and their program uses it as a variance, not as a standard deviation.
    /// </summary>
    public double Smoothing { get; init; } = 0.5;

    /// <summary>The variance of a state's first position around 0; nearly flat, as positions of all states and periods have variance 1.</summary>
    public double FirstVariance { get; init; } = 4;

    public PathPrior Path { get; init; } = PathPrior.Smoothed;

    /// <summary>The variance of an item's discrimination around 0.</summary>
    public double DiscriminationVariance { get; init; } = 1;

    /// <summary>The state whose mean position is positive on the first dimension; the model itself knows no left and right.</summary>
    public int PositiveState { get; init; }

    /// <summary>How many threads; results do not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The fast fit stops when no position moves further than this in a round.</summary>
    public double Tolerance { get; init; } = 1e-5;

    /// <summary>In two dimensions, where frames of far-off periods settle slowly against each other and nothing that is said of votes depends on it.</summary>
    public double ToleranceOfTwo { get; init; } = 2e-3;

    internal double Stop => Dimensions == 2 ? Math.Max(Tolerance, ToleranceOfTwo) : Tolerance;

    /// <summary>… or after so many rounds, and then says that it has not converged.</summary>
    public int MostRounds { get; init; } = 2000;

    internal void Check(OrdinalVotes votes)
    {
        if (Dimensions is < 1 or > 2)
            throw new ArgumentOutOfRangeException(nameof(votes), $"{Dimensions} dimensions; expected 1 or 2");
        if (!(Smoothing > 0 && FirstVariance > 0 && DiscriminationVariance > 0))
            throw new ArgumentException("variances above zero");
        if ((uint)PositiveState >= (uint)votes.States)
            throw new ArgumentException($"state {PositiveState} of {votes.States} is to be positive");
    }
}
