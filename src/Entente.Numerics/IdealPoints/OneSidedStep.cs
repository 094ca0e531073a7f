namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The path of one state given the items where each position is tied to the one before only (<see cref="PathPrior.OneSided"/>): the mean of the period before
/// is the prior, and what is said of a period does not reach back. The first position's prior is the second's mean.
/// </summary>
internal static class OneSidedStep
{
    /// <summary>The variance of the only position of a state, about 0.</summary>
    private const double OnlyVariance = 1;

    /// <summary>What a cell's prior is: about which cell's position (none: about 0), and its variance.</summary>
    public static (int? About, double Variance) Prior(VoteTable table, int from, int to, int cell, double smoothing) =>
        cell > from ? (cell - 1, table.StepVariance[cell])
        // s of the first period is by the votes of the second.
        : to - from > 1 ? (cell + 1, smoothing - table.StepVariance[cell + 1])
        : (null, OnlyVariance);

    public static void Sum(VoteTable table, int state, FitState fit, double smoothing, int dimensions)
    {
        var (from, to) = (table.StateStart[state], table.StateStart[state + 1]);
        for (var c = from; c < to; c++)
        {
            var (information, gradient) = PathStep.OfVotes(table, c, fit, dimensions);
            var (about, variance) = Prior(table, from, to, c, smoothing);
            var prior = about is { } a ? new Pair2(fit.X[a], fit.Y[a]) : default;
            (fit.Information[c], fit.Gradient[c]) = (information, gradient - (1 / variance * (new Pair2(fit.X[c], fit.Y[c]) - prior)));
            var firmness = 1 / variance;
            for (var k = table.CellStart[c]; k < table.CellStart[c + 1]; k++)
            {
                var (x, y) = (fit.BetaX[table.ItemOf[k]], fit.BetaY[table.ItemOf[k]]);
                firmness += (x * x) + (y * y);
            }
            fit.Share[c] = firmness;
        }
    }

    /// <summary>Moves a path forwards, each position by what the one before it has just moved too, or takes its variances only.</summary>
    public static void Run(VoteTable table, int state, FitState fit, double smoothing, int dimensions, bool move)
    {
        var (from, to) = (table.StateStart[state], table.StateStart[state + 1]);
        if (from == to)
            return;
        var step = new Pair2[to - from];
        for (var c = from; c < to; c++)
        {
            var (_, variance) = Prior(table, from, to, c, smoothing);
            var multiplier = fit.Share[c] * fit.Multiplier;
            var inverse = (fit.Information[c] + multiplier + (1 / variance * Symmetric2.Identity)).Inverse();
            var gradient = fit.Gradient[c] - (multiplier * new Pair2(fit.X[c], fit.Y[c]));
            if (c > from)
                gradient += 1 / variance * step[c - from - 1];
            step[c - from] = inverse * gradient;
            fit.Variance[c] = inverse;
            fit.Gain[c] = default;
        }
        if (move)
            PathStep.Move(fit, from, step, dimensions);
    }
}
