namespace Entente.Numerics.IdealPoints;

/// <summary>Where a fit stands: positions of cells with their variances, and items. Two dimensions are kept always; of one, the second is 0.</summary>
internal sealed class FitState
{
    public FitState(VoteTable table)
    {
        (X, Y) = (new double[table.Cells], new double[table.Cells]);
        Variance = new Symmetric2[table.Cells];
        Gain = new Symmetric2[table.Cells];
        Information = new Symmetric2[table.Cells];
        Gradient = new Pair2[table.Cells];
        Share = new double[table.Cells];
        (BetaX, BetaY) = (new double[table.Items], new double[table.Items]);
        (Cut1, Cut2) = (new double[table.Items], new double[table.Items]);
        var places = table.CellAt.Length;
        (SlopeX, SlopeY) = (new double[places], new double[places]);
        (PullXX, PullXY, PullYY) = (new double[places], new double[places], new double[places]);
    }

    public double[] X { get; }

    public double[] Y { get; }

    public Symmetric2[] Variance { get; }

    /// <summary>The covariance of a cell with any later one of its state is its gain times that of the next cell with the later one.</summary>
    public Symmetric2[] Gain { get; }

    /// <summary>Of each cell's votes, about its position.</summary>
    public Symmetric2[] Information { get; }

    /// <summary>Of each cell's votes and of its path's prior, by its position.</summary>
    public Pair2[] Gradient { get; }

    /// <summary>How firmly each cell would be held if utilities were seen, against the mean of all cells.</summary>
    public double[] Share { get; }

    /// <summary>
    /// What holds the scale, which the model leaves open: positions have variance 1 over all cells, so that moving a few of them outwards draws in all others.
    /// Without it, those whom no vote holds back would drift out, and the others be squeezed. It pulls each cell by its <see cref="Share"/>, as redrawing
    /// all positions and then rescaling them does.
    /// </summary>
    public Symmetric2 Multiplier { get; set; }

    public double[] BetaX { get; }

    public double[] BetaY { get; }

    public double[] Cut1 { get; }

    public double[] Cut2 { get; }

    /// <summary>For each place: the expected derivative of the vote's log probability by the position that cast it.</summary>
    public double[] SlopeX { get; }

    public double[] SlopeY { get; }

    /// <summary>For each place: minus the expected second derivatives.</summary>
    public double[] PullXX { get; }

    public double[] PullXY { get; }

    public double[] PullYY { get; }

    /// <summary>
    /// Gives positions mean 0 and the identity as covariance over all cells, and changes items so that no vote's probability changes:
    /// the model leaves place and scale open.
    /// </summary>
    public void Standardise(int dimensions)
    {
        var n = X.Length;
        var (mx, my) = (Mean(X), Mean(Y));
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var c = 0; c < n; c++)
        {
            var (x, y) = (X[c] - mx, Y[c] - my);
            xx += x * x;
            xy += x * y;
            yy += y * y;
        }
        // θ = m + L·θ', with L the lower triangle of Cholesky: the second dimension is what the first does not say.
        var l11 = Math.Sqrt(xx / n);
        var l21 = dimensions == 2 ? xy / n / l11 : 0;
        var l22 = dimensions == 2 ? Math.Sqrt(Math.Max(1e-12, (yy / n) - (l21 * l21))) : 1;
        for (var c = 0; c < n; c++)
        {
            var x = (X[c] - mx) / l11;
            (X[c], Y[c]) = (x, dimensions == 2 ? (Y[c] - my - (l21 * x)) / l22 : 0);
            var v = Variance[c];
            var a = v.A / (l11 * l11);
            var b = ((v.B / l11) - (l21 * a)) / l22;
            Variance[c] = dimensions == 2 ? new(a, b, (v.C - (2 * l21 * (v.B / l11)) + (l21 * l21 * a)) / (l22 * l22)) : new(a, 0, 0);
        }
        for (var v = 0; v < BetaX.Length; v++)
        {
            var shift = (BetaX[v] * mx) + (BetaY[v] * my);
            Cut1[v] -= shift;
            Cut2[v] -= shift;
            (BetaX[v], BetaY[v]) = ((BetaX[v] * l11) + (BetaY[v] * l21), BetaY[v] * l22);
        }
    }

    /// <summary>Turns both dimensions about 0: x' = c·x + s·y, y' = −s·x + c·y.</summary>
    public void Rotate(double cos, double sin)
    {
        Turn(X, Y);
        Turn(BetaX, BetaY);
        for (var c = 0; c < Variance.Length; c++)
        {
            Variance[c] = Turned(Variance[c]);
            Gain[c] = Turned(Gain[c]);
        }

        void Turn(double[] x, double[] y)
        {
            for (var i = 0; i < x.Length; i++)
                (x[i], y[i]) = ((cos * x[i]) + (sin * y[i]), (cos * y[i]) - (sin * x[i]));
        }

        Symmetric2 Turned(Symmetric2 m) =>
            new(
                (cos * cos * m.A) + (2 * cos * sin * m.B) + (sin * sin * m.C),
                (cos * sin * (m.C - m.A)) + (((cos * cos) - (sin * sin)) * m.B),
                (sin * sin * m.A) - (2 * cos * sin * m.B) + (cos * cos * m.C)
            );
    }

    public void TurnRound(bool x, bool y)
    {
        for (var i = 0; i < X.Length; i++)
            (X[i], Y[i]) = (x ? -X[i] : X[i], y ? -Y[i] : Y[i]);
        for (var i = 0; i < BetaX.Length; i++)
            (BetaX[i], BetaY[i]) = (x ? -BetaX[i] : BetaX[i], y ? -BetaY[i] : BetaY[i]);
        if (x == y)
            return;
        for (var c = 0; c < Variance.Length; c++)
            (Variance[c], Gain[c]) = (Variance[c] with { B = -Variance[c].B }, Gain[c] with { B = -Gain[c].B });
    }

    private static double Mean(double[] values)
    {
        var sum = 0.0;
        foreach (var value in values)
            sum += value;
        return sum / values.Length;
    }
}
