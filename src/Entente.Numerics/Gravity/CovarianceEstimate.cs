namespace Entente.Numerics.Gravity;

/// <summary>The sandwich, its filling by the kind of errors, its small-sample factor as fixest counts it.</summary>
internal sealed class CovarianceEstimate(
    GravityData data,
    GravityOptions options,
    GravitySample sample,
    GravityCells cells,
    FittedCells model,
    int[] kept,
    double[] matrix,
    Crew crew
)
{
    private readonly int size = kept.Length;
    private readonly int n = sample.Count;

    public GravityCovariance Compute()
    {
        var bread = (double[])matrix.Clone();
        Cholesky.Factor(bread, size, 1e-14);
        bread = Cholesky.Inverse(bread, size);
        var clusters = options.Errors == ErrorKind.Clustered ? data.Clusters.Select(c => Dense(CrossedCodes.Of(data, c))).ToArray() : [];
        var counted = Counted(clusters);
        var adjust = options.SmallSample.Adjust ? (n - 1.0) / Math.Max(1, n - counted) : 1;
        var factor = adjust;
        double[] found;
        switch (options.Errors)
        {
            case ErrorKind.Iid when options.Family == GravityFamily.Ols:
                var variance = model.Deviance() / (options.SmallSample.Adjust ? Math.Max(1, n - counted) : n - 1);
                found = [.. bread.Select(v => v * variance)];
                break;
            case ErrorKind.Iid:
                found = [.. bread.Select(v => v * factor)];
                break;
            case ErrorKind.Heteroskedastic:
                factor *= options.SmallSample.ClusterAdjust ? n / (n - 1.0) : 1;
                found = Sandwich(bread, Filling(null), factor);
                break;
            default:
                if (options.SmallSample is { ClusterAdjust: true, LeastClusters: true })
                    factor *= OfClusters(clusters.Min(c => c.Levels));
                found = Sandwich(bread, Clustered(clusters), factor);
                break;
        }
        var repaired = Repair(found);
        return new()
        {
            Matrix = Unscaled(found),
            Kind = options.Errors,
            SmallSample = options.SmallSample,
            CountedParameters = counted,
            Factor = factor,
            Clusters = [.. clusters.Select(c => c.Levels)],
            Degrees = Degrees(clusters, counted),
            Repaired = repaired,
        };
    }

    /// <summary>The variance clustered by pair without its bias; null where there are too many levels.</summary>
    public double[]? Corrected() => CorrectedVariance.Of(data, cells, model, kept, matrix, crew) is { } found ? Unscaled(found) : null;

    private int? Degrees(Factor[] clusters, int counted) =>
        options.Family == GravityFamily.Ppml ? null
        : clusters.Length > 0 ? Math.Max(1, clusters.Min(c => c.Levels) - 1)
        : Math.Max(1, n - counted);

    private static double OfClusters(int count) => count > 1 ? count / (count - 1.0) : 1;

    /// <summary>K: coefficients, and levels of effects less one for each effect after the first; nested effects count 1.</summary>
    private int Counted(Factor[] clusters)
    {
        var effects = sample.Effects.Select(Dense).ToArray();
        if (effects.Length == 0 || options.SmallSample.Effects == EffectCount.None)
            return size;
        var all = size + effects.Sum(e => e.Levels) - (effects.Length - 1);
        if (options.SmallSample.Effects == EffectCount.Full || clusters.Length == 0)
            return all;
        var nested = effects.Where(e => clusters.Any(c => Nested(e, c))).ToArray();
        return Math.Max(size + 1, nested.Length == effects.Length ? size + 1 : all - nested.Sum(e => e.Levels) + nested.Length);
    }

    private bool Nested(Factor effect, Factor cluster)
    {
        var of = new int[effect.Levels];
        for (var r = 0; r < sample.Kept.Length; r++)
        {
            if (!sample.Kept[r])
                continue;
            ref var known = ref of[effect.Codes[r]];
            if (known == 0)
                known = cluster.Codes[r] + 1;
            else if (known != cluster.Codes[r] + 1)
                return false;
        }
        return true;
    }

    /// <summary>The classification of the rows used, levels without rows left out.</summary>
    private Factor Dense(Factor factor)
    {
        var numbers = new int[factor.Levels];
        var codes = new int[factor.Codes.Length];
        var levels = 0;
        for (var r = 0; r < codes.Length; r++)
        {
            if (!sample.Kept[r])
                continue;
            ref var number = ref numbers[factor.Codes[r]];
            if (number == 0)
                number = ++levels;
            codes[r] = number - 1;
        }
        return new(codes, levels);
    }

    /// <summary>Inclusion and exclusion over all sets of ways (Cameron, Gelbach and Miller 2011).</summary>
    private double[] Clustered(Factor[] clusters)
    {
        var filling = new double[size * size];
        for (var set = 1; set < 1 << clusters.Length; set++)
        {
            Factor? crossed = null;
            var ways = 0;
            for (var c = 0; c < clusters.Length; c++)
            {
                if ((set & (1 << c)) == 0)
                    continue;
                crossed = crossed is null ? clusters[c] : Dense(CrossedCodes.Cross(crossed, clusters[c]));
                ways++;
            }
            var own = options.SmallSample is { ClusterAdjust: true, LeastClusters: false } ? OfClusters(crossed!.Levels) : 1;
            Lanes.AddScaled((ways % 2 == 1 ? 1 : -1) * own, Filling(crossed), filling);
        }
        return filling;
    }

    /// <summary>Σ over clusters of the outer product of summed scores; each row its own cluster where there is none.</summary>
    private double[] Filling(Factor? cluster)
    {
        var filling = new double[size * size];
        var rows = cells.Solver.Rows;
        var scores = new double[rows.Length];
        crew.Run(
            cells.Blocks.Count,
            b =>
            {
                for (var c = cells.Blocks.Start(b); c < cells.Blocks.Start(b + 1); c++)
                    scores[c] = rows[c] < 0 ? 0 : model.Score(c);
            }
        );
        var sums = new double[size][];
        for (var a = 0; a < size; a++)
        {
            var x = cells.Regressors[kept[a]];
            var sum = sums[a] = new double[cluster?.Levels ?? rows.Length];
            for (var c = 0; c < rows.Length; c++)
                if (rows[c] >= 0)
                    sum[cluster is null ? c : cluster.Codes[rows[c]]] += x[c] * scores[c];
        }
        for (var a = 0; a < size; a++)
        for (var b = 0; b <= a; b++)
            filling[(a * size) + b] = filling[(b * size) + a] = Lanes.Dot(sums[a], sums[b]);
        return filling;
    }

    private double[] Sandwich(double[] bread, double[] filling, double factor)
    {
        var half = SymmetricMatrix.Product(bread, filling, size);
        var whole = SymmetricMatrix.Product(half, bread, size);
        for (var k = 0; k < whole.Length; k++)
            whole[k] *= factor;
        return whole;
    }

    /// <summary>Several ways may leave a negative variance; then negative eigenvalues are set to nearly none.</summary>
    private bool Repair(double[] found)
    {
        if (Enumerable.Range(0, size).All(k => found[(k * size) + k] >= 0))
            return false;
        var (values, vectors) = SymmetricMatrix.Eigen(found, size);
        Array.Clear(found);
        for (var e = 0; e < size; e++)
        for (var a = 0; a < size; a++)
        for (var b = 0; b < size; b++)
            found[(a * size) + b] += Math.Max(values[e], 1e-16) * vectors[(a * size) + e] * vectors[(b * size) + e];
        return true;
    }

    private double[] Unscaled(double[] found)
    {
        var all = cells.Regressors.Length;
        var whole = Enumerable.Repeat(double.NaN, all * all).ToArray();
        for (var a = 0; a < size; a++)
        for (var b = 0; b < size; b++)
            whole[(kept[a] * all) + kept[b]] = found[(a * size) + b] / (cells.Scale[kept[a]] * cells.Scale[kept[b]]);
        return whole;
    }
}
