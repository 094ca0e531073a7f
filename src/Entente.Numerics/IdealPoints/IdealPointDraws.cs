namespace Entente.Numerics.IdealPoints;

/// <summary>The posterior of one quantity, from draws.</summary>
/// <param name="Mean">NaN, as all of the others, where the chains did not converge: there is no figure to give.</param>
/// <param name="Deviation">The posterior's standard deviation.</param>
public readonly record struct Posterior(
    double Mean,
    double Deviation,
    double Quantile5,
    double Quantile50,
    double Quantile95,
    Convergence Convergence,
    bool Converged
);

/// <summary>Draws of positions, stored thinned, and what they say. Cells are those of <see cref="Fast"/>.</summary>
public sealed class IdealPointDraws
{
    private readonly float[][] chains;
    private readonly int kept;

    internal IdealPointDraws(VoteTable table, IdealPointFit fast, SamplerOptions sampling, float[][] chains)
    {
        (Fast, Sampling, this.chains, kept) = (fast, sampling, chains, sampling.Kept);
        var sign = Sign(table, fast);
        if (sign < 0)
            foreach (var chain in chains)
                for (var i = 0; i < chain.Length; i++)
                    chain[i] = -chain[i];
        var summaries = new Posterior[table.Cells];
        Parallel.For(0, table.Cells, c => summaries[c] = Summary(Draws(c)));
        Cells = summaries;
    }

    /// <summary>The fast fit that the chains began at.</summary>
    public IdealPointFit Fast { get; }

    public SamplerOptions Sampling { get; }

    /// <summary>The position of each cell.</summary>
    public IReadOnlyList<Posterior> Cells { get; }

    /// <summary>The share of cells whose chains converged.</summary>
    public double Converged => Cells.Count(c => c.Converged) / (double)Cells.Count;

    public double LargestRHat => Cells.Max(c => c.Convergence.RHat);

    public double LeastSize => Cells.Min(c => c.Convergence.BulkSize);

    /// <summary>How far a state moved between two of its cells; judged by the draws of the difference itself.</summary>
    /// <exception cref="ArgumentException">Cells of two states.</exception>
    public Posterior Drift(int from, int to)
    {
        if (Fast.State[from] != Fast.State[to])
            throw new ArgumentException($"cells {from} and {to} are of states {Fast.State[from]} and {Fast.State[to]}");
        return Difference(from, to);
    }

    /// <summary>The position of one cell less that of another, such as two states in one period.</summary>
    public Posterior Difference(int from, int to)
    {
        var (a, b) = (Draws(from), Draws(to));
        for (var k = 0; k < a.Length; k++)
        for (var i = 0; i < kept; i++)
            a[k][i] = b[k][i] - a[k][i];
        return Summary(a);
    }

    private float[][] Draws(int cell) => Array.ConvertAll(chains, c => c.AsSpan(cell * kept, kept).ToArray());

    private Posterior Summary(float[][] draws)
    {
        var convergence = Convergence.Of(draws);
        if (!convergence.Holds(chains.Length))
            return new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN, convergence, false);
        var all = draws.SelectMany(d => d).Select(x => (double)x).ToArray();
        Array.Sort(all);
        var mean = all.Average();
        var squares = 0.0;
        foreach (var x in all)
            squares += (x - mean) * (x - mean);
        return new(mean, Math.Sqrt(squares / (all.Length - 1)), At(all, 0.05), At(all, 0.5), At(all, 0.95), convergence, true);
    }

    /// <summary>Of the sorted, by R's seventh definition.</summary>
    private static double At(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }

    /// <summary>Chains begin at a fit that was not turned round; −1 where the fit was.</summary>
    private double Sign(VoteTable table, IdealPointFit fast)
    {
        var together = 0.0;
        for (var c = 0; c < table.Cells; c++)
            together += chains[0][c * kept] * fast.Position[0][c];
        return Math.Sign(together);
    }
}
