namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Positions of states over time and what they were found with. A cell is a state in a period in which it voted; cells are ordered by state,
/// then by period. Positions have mean 0 and variance 1 over all cells, in each dimension.
/// </summary>
public sealed record IdealPointFit
{
    public required int Dimensions { get; init; }

    /// <summary>The state of each cell.</summary>
    public required int[] State { get; init; }

    /// <summary>The period of each cell.</summary>
    public required int[] Period { get; init; }

    /// <summary>How many votes were cast in the cell.</summary>
    public required int[] Votes { get; init; }

    /// <summary>By dimension, then by cell.</summary>
    public required double[][] Position { get; init; }

    /// <summary>Standard errors of <see cref="Position"/>.</summary>
    public required double[][] Error { get; init; }

    /// <summary>By dimension, then by item. Above 0: the higher the position, the likelier a no.</summary>
    public required double[][] Discrimination { get; init; }

    /// <summary>The cutpoint between yes and abstain of each item; ±40 where nobody stands on one side.</summary>
    public required double[] Cut1 { get; init; }

    /// <summary>The cutpoint between abstain and no.</summary>
    public required double[] Cut2 { get; init; }

    public required int Rounds { get; init; }

    /// <summary>How far the position that moved furthest moved in the last round.</summary>
    public required double Residual { get; init; }

    public required bool Converged { get; init; }

    internal Symmetric2[] Variance { get; init; } = [];

    internal Symmetric2[] Gain { get; init; } = [];

    /// <summary>The cell of a state and period; −1 where it cast no vote.</summary>
    public int Cell(int state, int period)
    {
        var (low, high) = (0, State.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = State[middle] != state ? State[middle].CompareTo(state) : Period[middle].CompareTo(period);
            if (order == 0)
                return middle;
            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }
        return -1;
    }

    /// <summary>How far a state moved between two of its cells, with the standard error of the difference (they depend on each other).</summary>
    /// <exception cref="ArgumentException">Cells of two states.</exception>
    public (double Change, double Error) Drift(int from, int to, int dimension = 0)
    {
        if (State[from] != State[to])
            throw new ArgumentException($"cells {from} and {to} are of states {State[from]} and {State[to]}");
        var (first, last) = (Math.Min(from, to), Math.Max(from, to));
        var (x, y) = dimension == 0 ? (1.0, 0.0) : (0.0, 1.0);
        var together = Variance[last] * new Pair2(x, y);
        for (var c = last - 1; c >= first; c--)
            together = Gain[c] * together;
        var covariance = dimension == 0 ? together.X : together.Y;
        var variance = Own(first, dimension) + Own(last, dimension) - (2 * covariance);
        return (Position[dimension][to] - Position[dimension][from], Math.Sqrt(Math.Max(0, variance)));
    }

    private double Own(int cell, int dimension) => dimension == 0 ? Variance[cell].A : Variance[cell].C;
}
