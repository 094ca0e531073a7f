using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Numerics.Similarity;

/// <summary>How far a coefficient would scatter if the cases were others of their kind.</summary>
public sealed record ResampledInterval
{
    /// <summary>The share of the draws between the ends of the percentile interval, such as 0.95.</summary>
    public required double Level { get; init; }

    /// <summary>The lower end: the quantile of the draws.</summary>
    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>The ends corrected for bias and skewness (BCa); null where they are not defined: all draws, or all cases, say the same.</summary>
    public required (double Low, double High)? Bca { get; init; }

    /// <summary>How many draws gave a value.</summary>
    public required int Draws { get; init; }

    /// <summary>How many draws gave none (a draw that holds one category only).</summary>
    public required int UndefinedDraws { get; init; }
}

/// <summary>
/// The bootstrap over cases: as many cases as there were are drawn with replacement, and every coefficient is computed again (Efron 1979,
/// Annals of Statistics 7:1; the corrected ends after Efron 1987, JASA 82:171, the acceleration by leaving out one case at a time). It knows
/// only what was seen: two units that never differed get an interval of no width.
/// </summary>
public static class SimilarityBootstrap
{
    /// <param name="table">Counts of cases.</param>
    /// <param name="draws">How many times; a thousand or more for the ends of an interval.</param>
    /// <param name="seed">The same seed and task give the same interval.</param>
    /// <param name="task">The stream of random numbers: see <see cref="RandomStream.Task"/>.</param>
    /// <param name="level">Above 0 and below 1.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <returns>One for each <see cref="Coefficient"/>; null where the coefficient itself is not defined, or fewer than two draws gave a value.</returns>
    /// <exception cref="ArgumentException">The table holds weights, not counts.</exception>
    public static IReadOnlyList<ResampledInterval?> Of(
        CrossTable table,
        int draws,
        ulong seed,
        ulong task,
        double level = 0.95,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(draws);
        if (!(level > 0 && level < 1))
            throw new ArgumentOutOfRangeException(nameof(level), level, "above 0 and below 1");
        var cellOf = CellOfCase(table);
        var count = SimilarityCoefficients.Count;
        var intervals = new ResampledInterval?[count];
        if (cellOf.Length == 0)
            return intervals;
        var own = new double[count];
        SimilarityCoefficients.Fill(table.Cells, table.Categories, own);
        var drawn = Draw(table, cellOf, draws, new RandomStream(seed, task), cancellation);
        var left = LeavingOneOut(table);
        for (var c = 0; c < count; c++)
            if (!double.IsNaN(own[c]))
                intervals[c] = Interval(own[c], drawn.AsSpan(c * draws, draws), left, c, level);
        return intervals;
    }

    /// <summary>Coefficient by coefficient, draw by draw.</summary>
    private static double[] Draw(CrossTable table, short[] cellOf, int draws, RandomStream random, CancellationToken cancellation)
    {
        var count = SimilarityCoefficients.Count;
        var drawn = new double[count * draws];
        var cells = new double[table.Cells.Length];
        var values = new double[count];
        for (var draw = 0; draw < draws; draw++)
        {
            if (draw % 64 == 0)
                cancellation.ThrowIfCancellationRequested();
            Array.Clear(cells);
            for (var i = 0; i < cellOf.Length; i++)
                cells[cellOf[random.Below(cellOf.Length)]]++;
            SimilarityCoefficients.Fill(cells, table.Categories, values);
            for (var c = 0; c < count; c++)
                drawn[(c * draws) + draw] = values[c];
        }
        return drawn;
    }

    private static ResampledInterval? Interval(
        double own,
        Span<double> drawn,
        List<(double Cases, double[] Values)> left,
        int coefficient,
        double level
    )
    {
        var (defined, below, equal) = (0, 0, 0);
        foreach (var value in drawn)
        {
            if (double.IsNaN(value))
                continue;
            drawn[defined++] = value;
            if (value < own)
                below++;
            else if (value == own)
                equal++;
        }
        if (defined < 2)
            return null;
        var sorted = drawn[..defined];
        sorted.Sort();
        var tail = (1 - level) / 2;
        var (z, a) = (StandardNormal.Quantile((below + (0.5 * equal)) / defined), Acceleration(left, coefficient));
        return new()
        {
            Level = level,
            Low = Quantile(sorted, tail),
            High = Quantile(sorted, 1 - tail),
            Bca =
                double.IsFinite(z) && double.IsFinite(a) && sorted[0] < sorted[^1]
                    ? (Quantile(sorted, Moved(tail, z, a)), Quantile(sorted, Moved(1 - tail, z, a)))
                    : null,
            Draws = defined,
            UndefinedDraws = drawn.Length - defined,
        };
    }

    private static double Moved(double share, double z, double a)
    {
        var reached = z + StandardNormal.Quantile(share);
        return StandardNormal.Cumulative(z + (reached / (1 - (a * reached))));
    }

    /// <summary>Between the two nearest draws, in proportion (type 7 of Hyndman and Fan 1996).</summary>
    private static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        var place = (sorted.Length - 1) * Math.Clamp(share, 0, 1);
        var at = Math.Min((int)place, sorted.Length - 2);
        return sorted[at] + ((place - at) * (sorted[at + 1] - sorted[at]));
    }

    /// <summary>A sixth of the skewness of what leaving out one case does; NaN where it does nothing.</summary>
    private static double Acceleration(List<(double Cases, double[] Values)> left, int coefficient)
    {
        var (n, mean) = (0.0, 0.0);
        foreach (var (cases, values) in left)
            if (!double.IsNaN(values[coefficient]))
            {
                n += cases;
                mean += cases * values[coefficient];
            }
        mean /= n;
        var (squares, cubes) = (0.0, 0.0);
        foreach (var (cases, values) in left)
            if (mean - values[coefficient] is var gap && !double.IsNaN(gap))
            {
                squares += cases * gap * gap;
                cubes += cases * gap * gap * gap;
            }
        return squares > 0 ? cubes / (6 * Math.Pow(squares, 1.5)) : double.NaN;
    }

    /// <summary>The coefficients without one case of each cell, and how many cases the cell has: all of them say the same.</summary>
    private static List<(double Cases, double[] Values)> LeavingOneOut(CrossTable table)
    {
        var left = new List<(double, double[])>();
        var cells = table.Cells.ToArray();
        for (var i = 0; i < cells.Length; i++)
        {
            if (cells[i] == 0)
                continue;
            cells[i]--;
            var values = new double[SimilarityCoefficients.Count];
            SimilarityCoefficients.Fill(cells, table.Categories, values);
            cells[i]++;
            left.Add((cells[i], values));
        }
        return left;
    }

    private static short[] CellOfCase(CrossTable table)
    {
        var cellOf = new List<short>();
        for (var i = 0; i < table.Cells.Length; i++)
        {
            if (table.Cells[i] != Math.Floor(table.Cells[i]))
                throw new ArgumentException("cases are drawn, weights are not: counts expected", nameof(table));
            for (var n = 0; n < table.Cells[i]; n++)
                cellOf.Add((short)i);
        }
        return [.. cellOf];
    }
}
