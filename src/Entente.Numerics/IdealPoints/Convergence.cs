using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>Whether chains agree, and what their draws are worth.</summary>
/// <param name="RHat">The larger of the rank-normalised split R̂ and that of the folded draws: 1 where chains agree in place and in spread.</param>
/// <param name="BulkSize">Effective draws about the middle.</param>
/// <param name="TailSize">Effective draws about the 5th and the 95th percentile, the smaller.</param>
public readonly record struct Convergence(double RHat, double BulkSize, double TailSize)
{
    /// <summary>Chains that differ by more than this have not converged.</summary>
    public const double LargestRHat = 1.01;

    /// <summary>Effective draws below this, for each chain, are too few to tell.</summary>
    public const double LeastSize = 100;

    /// <summary>
    /// Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), Bayesian Analysis 16:667. Each chain is split in halves, so that one that still drifts disagrees
    /// with itself.
    /// </summary>
    /// <param name="chains">Draws of one quantity, as many in each chain, four or more.</param>
    public static Convergence Of(IReadOnlyList<float[]> chains)
    {
        ArgumentNullException.ThrowIfNull(chains);
        var half = chains[0].Length / 2;
        if (half < 2)
            return new(double.NaN, double.NaN, double.NaN);
        var parts = chains.Count * 2;
        var all = new double[parts * half];
        for (var k = 0; k < chains.Count; k++)
        {
            if (chains[k].Length != chains[0].Length)
                throw new ArgumentException("chains of different lengths");
            for (var i = 0; i < half; i++)
            {
                all[(2 * k * half) + i] = chains[k][i];
                all[(((2 * k) + 1) * half) + i] = chains[k][chains[k].Length - half + i];
            }
        }
        var sorted = (double[])all.Clone();
        Array.Sort(sorted);
        var median = 0.5 * (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]);
        var normal = Normalised(all);
        var folded = Normalised(Array.ConvertAll(all, x => Math.Abs(x - median)));
        var (low, high) = (sorted[(int)(0.05 * (sorted.Length - 1))], sorted[(int)(0.95 * (sorted.Length - 1))]);
        return new(
            Math.Max(RHatOf(normal, parts, half), RHatOf(folded, parts, half)),
            SizeOf(normal, parts, half),
            Math.Min(
                SizeOf(Array.ConvertAll(all, x => x <= low ? 1.0 : 0), parts, half),
                SizeOf(Array.ConvertAll(all, x => x <= high ? 1.0 : 0), parts, half)
            )
        );
    }

    /// <summary>Whether a quantity of so many chains may be reported.</summary>
    public bool Holds(int chains) => RHat <= LargestRHat && BulkSize >= LeastSize * chains && TailSize >= LeastSize * chains;

    /// <summary>Ranks as normal scores (Blom's), ties at the mean of their ranks.</summary>
    private static double[] Normalised(double[] values)
    {
        var order = new int[values.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = i;
        var keys = (double[])values.Clone();
        Array.Sort(keys, order);
        var scores = new double[values.Length];
        for (var i = 0; i < order.Length; )
        {
            var end = i + 1;
            while (end < order.Length && keys[end] == keys[i])
                end++;
            var rank = 0.5 * (i + 1 + end);
            var score = StandardNormal.Quantile((rank - 0.375) / (values.Length + 0.25));
            for (; i < end; i++)
                scores[order[i]] = score;
        }
        return scores;
    }

    private static (double Within, double Between, double[] Means, double[] Variances) Moments(double[] values, int parts, int length)
    {
        var (means, variances) = (new double[parts], new double[parts]);
        for (var p = 0; p < parts; p++)
        {
            var part = values.AsSpan(p * length, length);
            foreach (var value in part)
                means[p] += value / length;
            foreach (var value in part)
                variances[p] += (value - means[p]) * (value - means[p]) / (length - 1);
        }
        var mean = means.Average();
        var between = 0.0;
        foreach (var m in means)
            between += (m - mean) * (m - mean) / (parts - 1);
        return (variances.Average(), between, means, variances);
    }

    private static double RHatOf(double[] values, int parts, int length)
    {
        var (within, between, _, _) = Moments(values, parts, length);
        return within > 0 ? Math.Sqrt((((length - 1.0) / length * within) + between) / within) : double.PositiveInfinity;
    }

    /// <summary>By Geyer's initial monotone sequence of the autocorrelations of all parts together.</summary>
    private static double SizeOf(double[] values, int parts, int length)
    {
        var (within, between, means, _) = Moments(values, parts, length);
        if (!(within > 0))
            return 0;
        var whole = ((length - 1.0) / length * within) + between;
        double Correlation(int lag)
        {
            var sum = 0.0;
            for (var p = 0; p < parts; p++)
            {
                var from = p * length;
                var part = 0.0;
                for (var i = 0; i + lag < length; i++)
                    part += (values[from + i] - means[p]) * (values[from + i + lag] - means[p]);
                sum += part / length;
            }
            return 1 - ((within - (sum / parts)) / whole);
        }
        var (total, last) = (0.0, double.PositiveInfinity);
        for (var lag = 0; lag + 1 < length; lag += 2)
        {
            var pair = (lag == 0 ? 1 : Correlation(lag)) + Correlation(lag + 1);
            if (!(pair > 0))
                break;
            last = Math.Min(last, pair);
            total += last;
        }
        var draws = (double)parts * length;
        var time = Math.Max((2 * total) - 1, 1 / Math.Log10(draws));
        return draws / time;
    }
}
