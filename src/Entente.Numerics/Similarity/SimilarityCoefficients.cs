namespace Entente.Numerics.Similarity;

/// <summary>All coefficients of one cross-table. What is not defined has no value and a reason.</summary>
public sealed class SimilarityCoefficients
{
    /// <summary>How many coefficients there are.</summary>
    public static readonly int Count = Enum.GetValues<Coefficient>().Length;

    private readonly double[] values;

    private SimilarityCoefficients(double[] values, double total) => (this.values, Total) = (values, total);

    /// <summary>The number of cases, or the sum of their weights.</summary>
    public double Total { get; }

    public static SimilarityCoefficients Of(CrossTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var values = new double[Count];
        Fill(table.Cells, table.Categories, values);
        return new(values, table.Total);
    }

    /// <summary>The value; null where it is not defined, which <see cref="Why"/> explains.</summary>
    public double? this[Coefficient coefficient] => double.IsNaN(values[(int)coefficient]) ? null : values[(int)coefficient];

    /// <summary>Why there is no value; null where there is one.</summary>
    public Undefined? Why(Coefficient coefficient) =>
        !double.IsNaN(values[(int)coefficient]) ? null
        : Total <= 0 ? Undefined.NoCases
        : coefficient == Coefficient.TauB ? Undefined.NeverVaries
        : Undefined.OneCategory;

    /// <summary>
    /// True where correcting for chance turns the reading: S says that the two are alike and κ (with the same linear distances) that they
    /// are less alike than chance would have it, or the other way round.
    /// </summary>
    public bool FlipsByChance => this[Coefficient.SAbsolute] is { } s && this[Coefficient.KappaLinear] is { } kappa && s * kappa < 0;

    /// <summary>
    /// Computes all coefficients of a table. Sums are of whole numbers where the cells are counts, and so exact; cells opposite each other are
    /// added before anything else is done with them, so that the order of the two units changes no bit.
    /// </summary>
    /// <param name="cells">Row by row; numbers of at least 0.</param>
    /// <param name="categories">How many the scale has.</param>
    /// <param name="values">Room for <see cref="Count"/>; NaN where a coefficient is not defined.</param>
    public static void Fill(ReadOnlySpan<double> cells, int categories, Span<double> values)
    {
        Span<double> rows = stackalloc double[Ballots.MostCategories];
        Span<double> columns = stackalloc double[Ballots.MostCategories];
        var n = Margins(cells, categories, rows, columns);
        if (n <= 0)
        {
            values[..Count].Fill(double.NaN);
            return;
        }
        // Distance times cell (o), times what the own margins expect (e), times what the pooled margins expect (p).
        var (o0, o1, o2, e0, e1, e2, p0, p1, p2) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
        for (var k = 0; k < categories; k++)
        for (var l = k + 1; l < categories; l++)
        {
            double step = l - k;
            var square = step * step;
            var observed = cells[(k * categories) + l] + cells[(l * categories) + k];
            var expected = (rows[k] * columns[l]) + (rows[l] * columns[k]);
            var pooled = (rows[k] + columns[k]) * (rows[l] + columns[l]);
            o0 += observed;
            o1 += step * observed;
            o2 += square * observed;
            e0 += expected;
            e1 += step * expected;
            e2 += square * expected;
            p0 += pooled;
            p1 += step * pooled;
            p2 += square * pooled;
        }
        double range = categories - 1;
        var n2 = n * n;
        values[(int)Coefficient.Agreement] = 1 - (o1 / (n * range));
        values[(int)Coefficient.SAbsolute] = 1 - (2 * o1 / (n * range));
        values[(int)Coefficient.SSquared] = 1 - (2 * o2 / (n * range * range));
        values[(int)Coefficient.KappaNominal] = OverChance(n * o0, e0);
        values[(int)Coefficient.KappaLinear] = OverChance(n * o1, e1);
        values[(int)Coefficient.KappaQuadratic] = OverChance(n * o2, e2);
        // Each pooled share is half of the sum of two margins, and each pair of categories stands twice in the table: 4/2.
        values[(int)Coefficient.PiNominal] = OverChance(2 * n * o0, p0);
        values[(int)Coefficient.PiLinear] = OverChance(2 * n * o1, p1);
        values[(int)Coefficient.PiQuadratic] = OverChance(2 * n * o2, p2);
        values[(int)Coefficient.AAbsolute] = 2 * (e1 - (n * o1)) / (n2 * range);
        values[(int)Coefficient.ASquared] = 2 * (e2 - (n * o2)) / (n2 * range * range);
        values[(int)Coefficient.TauB] = TauB(cells, categories, rows, columns, n2);
    }

    private static double OverChance(double observed, double expected) => expected > 0 ? 1 - (observed / expected) : double.NaN;

    private static double Margins(ReadOnlySpan<double> cells, int categories, Span<double> rows, Span<double> columns)
    {
        rows[..categories].Clear();
        columns[..categories].Clear();
        var n = 0.0;
        for (var k = 0; k < categories; k++)
        {
            for (var l = 0; l < categories; l++)
            {
                rows[k] += cells[(k * categories) + l];
                columns[k] += cells[(l * categories) + k];
                // Opposite cells together, so that n too is the same from both sides.
                if (l == k)
                    n += cells[(k * categories) + k];
                else if (l > k)
                    n += cells[(k * categories) + l] + cells[(l * categories) + k];
            }
        }
        return n;
    }

    /// <summary>
    /// Of weighted cases, a pair counts by the product of its weights. For two rows and two columns, concordant less discordant pairs are a
    /// determinant; it is added to the one with rows and columns changed over before anything else, for the sake of the bits.
    /// </summary>
    private static double TauB(
        ReadOnlySpan<double> cells,
        int categories,
        ReadOnlySpan<double> rows,
        ReadOnlySpan<double> columns,
        double n2
    )
    {
        var (first, second, balance) = (n2, n2, 0.0);
        for (var k = 0; k < categories; k++)
        {
            first -= rows[k] * rows[k];
            second -= columns[k] * columns[k];
            for (var m = k + 1; m < categories; m++)
            {
                balance += Determinant(cells, categories, k, m, k, m);
                for (var l = k; l < categories; l++)
                for (var j = l == k ? m + 1 : l + 1; j < categories; j++)
                    balance += Determinant(cells, categories, k, m, l, j) + Determinant(cells, categories, l, j, k, m);
            }
        }
        // Both are twice the number of pairs that are not tied; rounding may leave a grain where all are.
        return first > n2 * Grain && second > n2 * Grain ? Math.Clamp(2 * balance / Math.Sqrt(first * second), -1, 1) : double.NaN;
    }

    private static double Determinant(ReadOnlySpan<double> cells, int categories, int k, int m, int l, int j) =>
        (cells[(k * categories) + l] * cells[(m * categories) + j]) - (cells[(k * categories) + j] * cells[(m * categories) + l]);

    private const double Grain = 1e-12;
}
