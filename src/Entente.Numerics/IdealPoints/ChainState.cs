namespace Entente.Numerics.IdealPoints;

/// <summary>Where one chain stands.</summary>
internal sealed class ChainState
{
    public ChainState(VoteTable table)
    {
        Theta = new double[table.Cells];
        Means = new double[table.Cells];
        (Beta, Cut1, Cut2) = (new double[table.Items], new double[table.Items], new double[table.Items]);
        Step = new double[table.Items];
        Taken = new int[table.Items];
        Utility = new double[table.CellAt.Length];
    }

    public double[] Theta { get; }

    /// <summary>The means that positions were last drawn about; used by the one-sided prior only.</summary>
    public double[] Means { get; }

    public double[] Beta { get; }

    public double[] Cut1 { get; }

    public double[] Cut2 { get; }

    /// <summary>The scale of the proposals for an item's cutpoints.</summary>
    public double[] Step { get; }

    /// <summary>How many proposals were taken since the scale was last tuned.</summary>
    public int[] Taken { get; }

    /// <summary>For each place, the latent utility of the vote.</summary>
    public double[] Utility { get; }

    /// <summary>
    /// Positions get mean 0 and variance 1 over all cells, as in the program of Bailey, Strezhnev and Voeten. Items are left and follow in the next
    /// sweep: were they changed along with positions, the many positions' freedom to spread would be paid for by discriminations that grow without end.
    /// </summary>
    public void Standardise()
    {
        var (mean, squares) = (0.0, 0.0);
        foreach (var theta in Theta)
            mean += theta;
        mean /= Theta.Length;
        foreach (var theta in Theta)
            squares += (theta - mean) * (theta - mean);
        var scale = Math.Sqrt(squares / Theta.Length);
        for (var c = 0; c < Theta.Length; c++)
            Theta[c] = (Theta[c] - mean) / scale;
    }
}
