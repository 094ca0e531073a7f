namespace Entente.Numerics.Gravity;

/// <summary>
/// The bias of β in three-way PPML of order 1/N (Weidner and Zylkin 2021, Journal of International Economics 132:103513, proposition 3): of
/// estimating exporter × time and importer × time effects from N observations each. With pair effects concentrated out, H = diag(μ) − μμ'/Σμ
/// for each pair, S = y − μ, and
/// bias = (X̃'HX̃)⁻¹ [Σ_i b_i N/(N−1) + Σ_j d_j N/(N−1)],
/// b_i = −Tr[(Σ_j H)⁺ Σ_j H x̃ S'] + ½ Tr[(Σ_j G x̃)(Σ_j H)⁺(Σ_j S S')(Σ_j H)⁺].
/// Because pairs are fitted exactly, H x̃ = μ x̃; because x̃ is orthogonal to the effects, Σ_j G x̃ has entries Σ_j μ_t μ_s (x̃_t + x̃_s)/Σμ.
/// </summary>
internal static class BiasCorrection
{
    /// <exception cref="ArgumentException">The effects are not exporter × time, importer × time and pair, or a cell has several rows.</exception>
    public static void Check(GravityData data, GravityCells cells)
    {
        if (cells.Shape is null)
            throw new ArgumentException(
                "the bias correction is of three effects, exporter × time, importer × time and exporter × importer, and one row for each cell"
            );
        _ = Roles.Of(data, cells.Shape);
    }

    /// <summary>The bias in the scale of the cells' regressors. x̃ stands in the place of x.</summary>
    public static double[] Of(GravityData data, GravityCells cells, FittedCells model, int[] kept, double[] matrix, Crew crew)
    {
        var shape = Roles.Of(data, cells.Shape!);
        var size = kept.Length;
        var bias = new double[size];
        foreach (var side in new[] { true, false })
        {
            var count = side ? shape.First : shape.Second;
            var parts = new double[count][];
            crew.Run(count, g => parts[g] = Group(cells, model, kept, shape, side, g));
            var groups = parts.Count(p => p.Length > 0);
            foreach (var part in parts)
                if (part.Length > 0)
                    Lanes.AddScaled(groups / (groups - 1.0), part, bias);
        }
        var factor = (double[])matrix.Clone();
        Cholesky.Factor(factor, size, 1e-14);
        Cholesky.Solve(factor, size, bias);
        return bias;
    }

    /// <summary>b_i or d_j for every regressor; empty for a level without rows.</summary>
    private static double[] Group(GravityCells cells, FittedCells model, int[] kept, Roles shape, bool side, int g)
    {
        var (depth, size) = (shape.Depth, kept.Length);
        var h = new double[depth * depth];
        var ss = new double[depth * depth];
        var hxs = Arrays(size, depth * depth);
        var gx = Arrays(size, depth * depth);
        Span<double> mu = stackalloc double[depth];
        Span<double> s = stackalloc double[depth];
        Span<double> x = stackalloc double[depth];
        var any = false;
        for (var other = 0; other < (side ? shape.Second : shape.First); other++)
        {
            var total = 0.0;
            for (var t = 0; t < depth; t++)
            {
                var c = side ? shape.Cell(g, t, other) : shape.Cell(other, t, g);
                (mu[t], s[t]) = cells.Weights[c] > 0 ? (cells.Weights[c] * model.Expected(c), model.Score(c)) : (0, 0);
                total += mu[t];
            }
            if (total <= 0)
                continue;
            any = true;
            for (var t = 0; t < depth; t++)
            {
                h[(t * depth) + t] += mu[t];
                Lanes.AddScaled(-mu[t] / total, mu, h.AsSpan(t * depth, depth));
                Lanes.AddScaled(s[t], s, ss.AsSpan(t * depth, depth));
            }
            for (var k = 0; k < size; k++)
            {
                for (var t = 0; t < depth; t++)
                    x[t] = cells.Regressors[kept[k]][side ? shape.Cell(g, t, other) : shape.Cell(other, t, g)];
                for (var t = 0; t < depth; t++)
                {
                    Lanes.AddScaled(mu[t] * x[t], s, hxs[k].AsSpan(t * depth, depth));
                    for (var r = 0; r < depth; r++)
                        gx[k][(t * depth) + r] += mu[t] * mu[r] / total * (x[t] + x[r]);
                }
            }
        }
        return any ? Traces(h, ss, hxs, gx, depth) : [];
    }

    private static double[] Traces(double[] h, double[] ss, double[][] hxs, double[][] gx, int depth)
    {
        Cholesky.Factor(h, depth, 1e-11);
        var inverse = Cholesky.Inverse(h, depth);
        var middle = SymmetricMatrix.Product(SymmetricMatrix.Product(inverse, ss, depth), inverse, depth);
        var found = new double[hxs.Length];
        for (var k = 0; k < found.Length; k++)
            found[k] = -SymmetricMatrix.Trace(hxs[k], inverse) + (0.5 * SymmetricMatrix.Trace(gx[k], middle));
        return found;
    }

    private static double[][] Arrays(int count, int length) => [.. Enumerable.Range(0, count).Select(_ => new double[length])];

    /// <summary>The box seen as exporters, years and importers (or importers and exporters), whichever of its sides is time.</summary>
    internal sealed record Roles(int First, int Depth, int Second, int OfFirst, int OfDepth, int OfSecond)
    {
        public static Roles Of(GravityData data, CubeShape shape)
        {
            int[] levels = [shape.First, shape.Second, shape.Depth];
            int[] steps = [shape.Depth * shape.Second, 1, shape.Second];
            var time = Array.IndexOf(shape.Factors, data.Time ?? shape.Factors[2]);
            if (time < 0)
                throw new ArgumentException("time is none of the three factors of the effects");
            var (a, b) = time switch
            {
                0 => (1, 2),
                1 => (0, 2),
                _ => (0, 1),
            };
            return new(levels[a], levels[time], levels[b], steps[a], steps[time], steps[b]);
        }

        public int Cell(int first, int t, int second) => (first * OfFirst) + (t * OfDepth) + (second * OfSecond);
    }
}
