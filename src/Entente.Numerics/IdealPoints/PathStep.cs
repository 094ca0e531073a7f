namespace Entente.Numerics.IdealPoints;

/// <summary>
/// The path of one state given the items: one Newton step towards its mode and the variances about it. The precision of a path is block-tridiagonal, so that
/// eliminating it forwards and substituting backwards is the filter and the smoother of Rauch, Tung and Striebel (1965), AIAA Journal 3:1445.
/// </summary>
internal static class PathStep
{
    /// <summary>No Newton step moves a position further.</summary>
    private const double LongestMove = 0.5;

    /// <summary>Adds up what the votes of a state's cells and the steps of its path say about each position.</summary>
    public static void Sum(VoteTable table, int state, FitState fit, double firstVariance, int dimensions)
    {
        var (from, to) = (table.StateStart[state], table.StateStart[state + 1]);
        for (var c = from; c < to; c++)
        {
            var (information, gradient) = OfVotes(table, c, fit, dimensions);
            var here = new Pair2(fit.X[c], fit.Y[c]);
            gradient -= c == from ? 1 / firstVariance * here : 1 / table.StepVariance[c] * (here - new Pair2(fit.X[c - 1], fit.Y[c - 1]));
            if (c + 1 < to)
                gradient += 1 / table.StepVariance[c + 1] * (new Pair2(fit.X[c + 1], fit.Y[c + 1]) - here);
            (fit.Information[c], fit.Gradient[c]) = (information, gradient);
            var firmness = (c == from ? 1 / firstVariance : 1 / table.StepVariance[c]) + (c + 1 < to ? 1 / table.StepVariance[c + 1] : 0);
            for (var k = table.CellStart[c]; k < table.CellStart[c + 1]; k++)
                firmness += Square(fit.BetaX[table.ItemOf[k]]) + Square(fit.BetaY[table.ItemOf[k]]);
            fit.Share[c] = firmness;
        }
    }

    /// <summary>The multiplier at which no position moves outwards on balance: Σ θ∇' over Σ of shares times θ².</summary>
    public static void Balance(FitState fit, int dimensions)
    {
        var mean = fit.Share.Average();
        var (xx, xy, yy, weightX, weightY) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var c = 0; c < fit.X.Length; c++)
        {
            fit.Share[c] /= mean;
            xx += fit.X[c] * fit.Gradient[c].X;
            xy += 0.5 * ((fit.X[c] * fit.Gradient[c].Y) + (fit.Y[c] * fit.Gradient[c].X));
            yy += fit.Y[c] * fit.Gradient[c].Y;
            weightX += fit.Share[c] * fit.X[c] * fit.X[c];
            weightY += fit.Share[c] * fit.Y[c] * fit.Y[c];
        }
        fit.Multiplier =
            dimensions == 2
                ? new(Math.Max(0, xx / weightX), xy / Math.Sqrt(weightX * weightY), Math.Max(0, yy / weightY))
                : new(Math.Max(0, xx / weightX), 0, 0);
    }

    private static double Square(double x) => x * x;

    /// <summary>Moves a path, or (<paramref name="move"/> false) takes its variances only.</summary>
    public static void Run(VoteTable table, int state, FitState fit, double firstVariance, int dimensions, bool move)
    {
        var (from, to) = (table.StateStart[state], table.StateStart[state + 1]);
        var length = to - from;
        if (length == 0)
            return;
        var inverse = new Symmetric2[length];
        var rest = new Pair2[length];
        for (var t = 0; t < length; t++)
        {
            var c = from + t;
            var multiplier = fit.Share[c] * fit.Multiplier;
            var precision = fit.Information[c] + multiplier;
            var gradient = fit.Gradient[c] - (multiplier * new Pair2(fit.X[c], fit.Y[c]));
            var before = t == 0 ? 1 / firstVariance : 1 / table.StepVariance[c];
            precision += before * Symmetric2.Identity;
            if (t + 1 < length)
                precision += 1 / table.StepVariance[c + 1] * Symmetric2.Identity;
            if (t > 0)
            {
                precision -= before * before * inverse[t - 1];
                gradient += before * (inverse[t - 1] * rest[t - 1]);
            }
            inverse[t] = precision.Inverse();
            rest[t] = gradient;
        }
        Back(table, fit, from, inverse, rest);
        if (move)
            Move(fit, from, rest, dimensions);
    }

    internal static (Symmetric2 Precision, Pair2 Gradient) OfVotes(VoteTable table, int cell, FitState fit, int dimensions)
    {
        var (a, b, c, x, y) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var k = table.CellStart[cell]; k < table.CellStart[cell + 1]; k++)
        {
            var place = table.PlaceOf[k];
            a += fit.PullXX[place];
            x += fit.SlopeX[place];
            if (dimensions == 1)
                continue;
            b += fit.PullXY[place];
            c += fit.PullYY[place];
            y += fit.SlopeY[place];
        }
        return (new(a, b, c), new(x, y));
    }

    private static void Back(VoteTable table, FitState fit, int from, Symmetric2[] inverse, Pair2[] rest)
    {
        for (var t = inverse.Length - 1; t >= 0; t--)
        {
            var c = from + t;
            if (t + 1 == inverse.Length)
            {
                fit.Variance[c] = inverse[t];
                fit.Gain[c] = default;
                rest[t] = inverse[t] * rest[t];
                continue;
            }
            var after = 1 / table.StepVariance[c + 1];
            fit.Gain[c] = after * inverse[t];
            fit.Variance[c] = inverse[t] + fit.Gain[c].Around(fit.Variance[c + 1]);
            rest[t] = inverse[t] * (rest[t] + (after * rest[t + 1]));
        }
    }

    internal static void Move(FitState fit, int from, Pair2[] step, int dimensions)
    {
        var longest = 0.0;
        foreach (var s in step)
            longest = Math.Max(longest, Math.Max(Math.Abs(s.X), Math.Abs(s.Y)));
        var share = longest > LongestMove ? LongestMove / longest : 1;
        for (var t = 0; t < step.Length; t++)
        {
            fit.X[from + t] += share * step[t].X;
            fit.Y[from + t] = dimensions == 2 ? fit.Y[from + t] + (share * step[t].Y) : 0;
        }
    }
}
