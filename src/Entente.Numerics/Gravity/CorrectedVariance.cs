namespace Entente.Numerics.Gravity;

/// <summary>
/// The variance of β in three-way PPML, clustered by pair, without its downward bias of order 1/N (Weidner and Zylkin 2021, Journal of International
/// Economics 132:103513, section 3.4). Fitted scores are smaller than scores: E[ŜŜ'] ≈ (I − P) E[SS'] with the pair's own leverage
/// P = H (x̃ W⁻¹ x̃' + d V d'), W = Σ x̃'Hx̃, V = (Σ d'Hd)⁺ over exporter × time and importer × time effects. Hence
/// Ω = Σ x̃' (I − P)⁻¹ SS' x̃, and the variance is W⁻¹ΩW⁻¹·G/(G − 1) for G pairs.
/// </summary>
internal static class CorrectedVariance
{
    /// <summary>Levels of the two effects with time, beyond which V would take too long.</summary>
    public const int MostLevels = 3000;

    /// <summary>Null where there are more than <see cref="MostLevels"/> levels. In the scale of the cells' regressors; x̃ stands in the place of x.</summary>
    public static double[]? Of(GravityData data, GravityCells cells, FittedCells model, int[] kept, double[] matrix, Crew crew)
    {
        var shape = BiasCorrection.Roles.Of(data, cells.Shape!);
        var levels = (shape.First + shape.Second) * shape.Depth;
        if (levels > MostLevels)
            return null;
        var size = kept.Length;
        var bread = (double[])matrix.Clone();
        Cholesky.Factor(bread, size, 1e-14);
        bread = Cholesky.Inverse(bread, size);
        var effects = Effects(cells, model, shape, levels, crew);
        var parts = new double[shape.First][];
        var pairs = new int[shape.First];
        crew.Run(
            shape.First,
            i =>
            {
                parts[i] = new double[size * size];
                for (var j = 0; j < shape.Second; j++)
                    if (Pair(cells, model, shape, kept, bread, effects, i, j, parts[i]))
                        pairs[i]++;
            }
        );
        var filling = new double[size * size];
        foreach (var part in parts)
            Lanes.AddScaled(0.5, part, filling);
        // The published expression is not symmetric; its mean with its transpose is.
        var whole = new double[size * size];
        for (var a = 0; a < size; a++)
        for (var b = 0; b < size; b++)
            whole[(a * size) + b] = filling[(a * size) + b] + filling[(b * size) + a];
        var found = SymmetricMatrix.Product(SymmetricMatrix.Product(bread, whole, size), bread, size);
        var count = pairs.Sum();
        for (var k = 0; k < found.Length; k++)
            found[k] *= count / (count - 1.0);
        return found;
    }

    /// <summary>V, exporter × time before importer × time.</summary>
    private static double[] Effects(GravityCells cells, FittedCells model, BiasCorrection.Roles shape, int levels, Crew crew)
    {
        var depth = shape.Depth;
        var matrix = new double[levels * levels];
        Span<double> mu = stackalloc double[depth];
        for (var i = 0; i < shape.First; i++)
        for (var j = 0; j < shape.Second; j++)
        {
            var total = Expected(cells, model, shape, i, j, mu);
            if (total <= 0)
                continue;
            var (first, second) = (i * depth, (shape.First + j) * depth);
            for (var t = 0; t < depth; t++)
            for (var s = 0; s < depth; s++)
            {
                var h = (t == s ? mu[t] : 0) - (mu[t] * mu[s] / total);
                matrix[((first + t) * levels) + first + s] += h;
                matrix[((second + t) * levels) + second + s] += h;
                matrix[((first + t) * levels) + second + s] += h;
                matrix[((second + s) * levels) + first + t] += h;
            }
        }
        Cholesky.Factor(matrix, levels, 1e-10);
        var inverse = new double[levels * levels];
        crew.Run(
            levels,
            k =>
            {
                // The unknown of a left-out column stays zero, and its own column too.
                if (matrix[(k * levels) + k] == 0)
                    return;
                var column = inverse.AsSpan(k * levels, levels);
                column[k] = 1;
                Cholesky.Solve(matrix, levels, column);
            }
        );
        return inverse;
    }

    private static double Expected(GravityCells cells, FittedCells model, BiasCorrection.Roles shape, int i, int j, Span<double> mu)
    {
        var total = 0.0;
        for (var t = 0; t < shape.Depth; t++)
        {
            var c = shape.Cell(i, t, j);
            total += mu[t] = cells.Weights[c] > 0 ? cells.Weights[c] * model.Expected(c) : 0;
        }
        return total;
    }

    // Adds x̃'(I − P)⁻¹ S S'x̃ of a pair; false where it has no rows.
    private static bool Pair(
        GravityCells cells,
        FittedCells model,
        BiasCorrection.Roles shape,
        int[] kept,
        double[] bread,
        double[] effects,
        int i,
        int j,
        double[] filling
    )
    {
        var (depth, size, levels) = (shape.Depth, kept.Length, (shape.First + shape.Second) * shape.Depth);
        var mu = new double[depth];
        var total = Expected(cells, model, shape, i, j, mu);
        if (total <= 0)
            return false;
        var (score, solved) = (new double[depth], new double[depth]);
        var x = new double[size * depth];
        for (var t = 0; t < depth; t++)
        {
            var c = shape.Cell(i, t, j);
            solved[t] = score[t] = mu[t] > 0 ? model.Score(c) : 0;
            for (var k = 0; k < size; k++)
                x[(k * depth) + t] = mu[t] > 0 ? cells.Regressors[kept[k]][c] : 0;
        }
        var (first, second) = (i * depth, (shape.First + j) * depth);
        var spread = new double[depth * depth];
        for (var t = 0; t < depth; t++)
        for (var s = 0; s < depth; s++)
        {
            var sum =
                effects[((first + t) * levels) + first + s]
                + effects[((second + t) * levels) + second + s]
                + effects[((first + t) * levels) + second + s]
                + effects[((second + t) * levels) + first + s];
            for (var a = 0; a < size; a++)
            for (var b = 0; b < size; b++)
                sum += x[(a * depth) + t] * bread[(a * size) + b] * x[(b * depth) + s];
            spread[(t * depth) + s] = sum;
        }
        var left = new double[depth * depth];
        for (var t = 0; t < depth; t++)
        for (var s = 0; s < depth; s++)
        {
            var mean = 0.0;
            for (var r = 0; r < depth; r++)
                mean += mu[r] * spread[(r * depth) + s];
            left[(t * depth) + s] = (t == s ? 1 : 0) - (mu[t] * (spread[(t * depth) + s] - (mean / total)));
        }
        // A pair that the effects fit exactly has no scores, whatever it is divided by.
        if (!Solve(left, depth, solved))
            score.CopyTo(solved, 0);
        for (var a = 0; a < size; a++)
        for (var b = 0; b < size; b++)
            filling[(a * size) + b] += Lanes.Dot(x.AsSpan(a * depth, depth), solved) * Lanes.Dot(score, x.AsSpan(b * depth, depth));
        return true;
    }

    /// <summary>Gaussian elimination with row pivots; false where the matrix is singular.</summary>
    private static bool Solve(double[] a, int n, double[] x)
    {
        for (var k = 0; k < n; k++)
        {
            var best = k;
            for (var r = k + 1; r < n; r++)
                if (Math.Abs(a[(r * n) + k]) > Math.Abs(a[(best * n) + k]))
                    best = r;
            if (Math.Abs(a[(best * n) + k]) < 1e-9)
                return false;
            if (best != k)
            {
                for (var c = k; c < n; c++)
                    (a[(k * n) + c], a[(best * n) + c]) = (a[(best * n) + c], a[(k * n) + c]);
                (x[k], x[best]) = (x[best], x[k]);
            }
            for (var r = k + 1; r < n; r++)
            {
                var factor = a[(r * n) + k] / a[(k * n) + k];
                for (var c = k; c < n; c++)
                    a[(r * n) + c] -= factor * a[(k * n) + c];
                x[r] -= factor * x[k];
            }
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var c = k + 1; c < n; c++)
                x[k] -= a[(k * n) + c] * x[c];
            x[k] /= a[(k * n) + k];
        }
        return true;
    }
}
