namespace Entente.Numerics.Breaks;

/// <summary>
/// The least sum of squares over all divisions of a series into regimes of a least length, by dynamic programming over the sums of squares of
/// all segments: Bai and Perron (2003), Computation and Analysis of Multiple Structural Change Models, Journal of Applied Econometrics
/// 18(1): 1-22, section 3.
/// </summary>
internal sealed class Partitions
{
    private readonly double[][] sums;
    private readonly int least;

    /// <param name="values">The series.</param>
    /// <param name="model">What a regime is.</param>
    /// <param name="least">The least length of a regime.</param>
    public Partitions(ReadOnlySpan<double> values, BreakModel model, int least)
    {
        this.least = least;
        Length = values.Length;
        sums = new double[Length][];
        for (var i = 0; i < Length; i++)
            sums[i] = SumsFrom(values[i..], model);
    }

    public int Length { get; }

    /// <summary>The sum of squared residuals of one regime over a stretch, both ends within.</summary>
    public double SumOfSquares(int first, int last) => sums[first][last - first];

    /// <summary>The best divisions with 0 to <paramref name="most"/> breaks; as many as fit.</summary>
    public IReadOnlyList<(int[] Breaks, double Sum)> Best(int most)
    {
        var found = new List<(int[], double)> { ([], SumOfSquares(0, Length - 1)) };
        // best[j]: the least sum over the first j + 1 observations in so many regimes; from[m][j]: the last observation of the one before.
        var best = new double[Length];
        Array.Fill(best, double.PositiveInfinity);
        for (var j = least - 1; j < Length; j++)
            best[j] = SumOfSquares(0, j);
        var from = new List<int[]>();
        for (var m = 1; m <= most && (m + 1) * least <= Length; m++)
        {
            var next = new double[Length];
            Array.Fill(next, double.PositiveInfinity);
            var previous = new int[Length];
            for (var j = ((m + 1) * least) - 1; j < Length; j++)
            for (var b = (m * least) - 1; b <= j - least; b++)
                if (best[b] + SumOfSquares(b + 1, j) is var sum && sum < next[j])
                    (next[j], previous[j]) = (sum, b);
            best = next;
            from.Add(previous);
            var breaks = new int[m];
            for (var (k, end) = (m - 1, Length - 1); k >= 0; k--)
                breaks[k] = end = from[k][end];
            found.Add((breaks, best[Length - 1]));
        }
        return found;
    }

    /// <summary>The best single break of a stretch; null where it is too short for one.</summary>
    public int? BestOne(int first, int last)
    {
        var (place, least) = ((int?)null, double.PositiveInfinity);
        for (var b = first + this.least - 1; b <= last - this.least; b++)
            if (SumOfSquares(first, b) + SumOfSquares(b + 1, last) is var sum && sum < least)
                (place, least) = (b, sum);
        return place;
    }

    /// <summary>Sums of squares of all stretches that begin at the first value, each by one step from the one before.</summary>
    private static double[] SumsFrom(ReadOnlySpan<double> values, BreakModel model)
    {
        var result = new double[values.Length];
        var (meanT, meanY, tt, ty, yy) = (0.0, 0.0, 0.0, 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var n = i + 1;
            var (t, y) = (i - meanT, values[i] - meanY);
            meanT += t / n;
            meanY += y / n;
            yy += y * (values[i] - meanY);
            ty += t * (values[i] - meanY);
            tt += t * (i - meanT);
            result[i] = Math.Max(0, model == BreakModel.Level || tt == 0 ? yy : yy - (ty * ty / tt));
        }
        return result;
    }
}
