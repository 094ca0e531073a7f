namespace Entente.Numerics.Similarity;

/// <summary>All coefficients of all pairs of units of one period.</summary>
public sealed class SimilarityBlock
{
    private readonly int[] cases;
    private readonly double[] values;
    private readonly double[]? weighted;

    private SimilarityBlock(int units, int[] cases, double[] values, double[]? weighted) =>
        (Units, this.cases, this.values, this.weighted) = (units, cases, values, weighted);

    public int Units { get; }

    /// <summary>How many pairs, each counted once.</summary>
    public int Pairs => cases.Length;

    /// <summary>True where cases have weights.</summary>
    public bool Weighted => weighted is not null;

    /// <summary>Computes the block of a period on the calling thread.</summary>
    /// <param name="ballots">Who was in which category.</param>
    /// <param name="cancellation">Looked at before each unit.</param>
    public static SimilarityBlock Of(Ballots ballots, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(ballots);
        var pairs = ballots.Units * (ballots.Units - 1) / 2;
        var cases = new int[pairs];
        var count = SimilarityCoefficients.Count;
        var values = new double[pairs * count];
        var weighted = ballots.Weighted ? new double[pairs * count] : null;
        Span<double> cells = stackalloc double[Ballots.MostCategories * Ballots.MostCategories];
        cells = cells[..(ballots.Categories * ballots.Categories)];
        var at = 0;
        for (var i = 0; i < ballots.Units; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (var j = i + 1; j < ballots.Units; j++, at++)
            {
                cases[at] = ballots.Count(i, j, cells);
                SimilarityCoefficients.Fill(cells, ballots.Categories, values.AsSpan(at * count, count));
                if (weighted is null)
                    continue;
                ballots.Weigh(i, j, cells);
                SimilarityCoefficients.Fill(cells, ballots.Categories, weighted.AsSpan(at * count, count));
            }
        }
        return new(ballots.Units, cases, values, weighted);
    }

    /// <summary>The place of a pair, whichever of the two comes first.</summary>
    public int Pair(int first, int second)
    {
        var (i, j) = first < second ? (first, second) : (second, first);
        if (i < 0 || j >= Units || i == j)
            throw new ArgumentOutOfRangeException(nameof(second), second, $"two different units from 0 to {Units - 1}");
        return (i * ((2 * Units) - i - 1) / 2) + (j - i - 1);
    }

    /// <summary>In how many cases both units of a pair are known.</summary>
    public int Cases(int pair) => cases[pair];

    /// <summary>The coefficients of a pair, by <see cref="Coefficient"/>; NaN where one is not defined.</summary>
    public ReadOnlySpan<double> Values(int pair) => values.AsSpan(pair * SimilarityCoefficients.Count, SimilarityCoefficients.Count);

    /// <summary>The same from sums of weights; empty where cases have none.</summary>
    public ReadOnlySpan<double> WeightedValues(int pair) =>
        weighted is null ? default : weighted.AsSpan(pair * SimilarityCoefficients.Count, SimilarityCoefficients.Count);

    /// <summary>The share of the other pairs that are less alike than a pair, pairs that are just as alike counted half; 0 to 1.</summary>
    /// <returns>Null where the coefficient of the pair, or of every other pair, is not defined.</returns>
    public double? Percentile(Coefficient coefficient, int first, int second)
    {
        var count = SimilarityCoefficients.Count;
        var pair = Pair(first, second);
        var own = values[(pair * count) + (int)coefficient];
        if (double.IsNaN(own))
            return null;
        var (below, equal, all) = (0, 0, 0);
        for (var other = 0; other < Pairs; other++)
        {
            var value = values[(other * count) + (int)coefficient];
            if (other == pair || double.IsNaN(value))
                continue;
            all++;
            if (value < own)
                below++;
            else if (value == own)
                equal++;
        }
        return all == 0 ? null : (below + (0.5 * equal)) / all;
    }
}

/// <summary>All pairs of all periods.</summary>
public static class SimilaritySweep
{
    /// <summary>The block of each period, in their order. Each is computed by one thread alone: any number of threads gives the same bits.</summary>
    /// <param name="periods">Who was in which category in each.</param>
    /// <param name="threads">At most so many at once; 0 for one on each processor.</param>
    /// <param name="cancellation">Looked at before each unit.</param>
    public static IReadOnlyList<SimilarityBlock> All(
        IReadOnlyList<Ballots> periods,
        int threads = 0,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(periods);
        var blocks = new SimilarityBlock[periods.Count];
        Parallel.For(
            0,
            periods.Count,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = threads <= 0 ? Environment.ProcessorCount : threads,
                CancellationToken = cancellation,
            },
            i => blocks[i] = SimilarityBlock.Of(periods[i], cancellation)
        );
        return blocks;
    }
}
