namespace Entente.Numerics.Distributions;

/// <summary>Ranks, and what they have in common.</summary>
public static class Ranks
{
    /// <summary>1 for the least; what is equal shares the mean of its places.</summary>
    public static double[] Of(ReadOnlySpan<double> values)
    {
        var sorted = values.ToArray();
        var order = Enumerable.Range(0, sorted.Length).ToArray();
        Array.Sort(sorted, order);
        var ranks = new double[sorted.Length];
        for (var start = 0; start < order.Length; )
        {
            var end = start;
            while (end + 1 < order.Length && sorted[end + 1] == sorted[start])
                end++;
            for (var k = start; k <= end; k++)
                ranks[order[k]] = ((start + end) / 2.0) + 1;
            start = end + 1;
        }
        return ranks;
    }

    /// <summary>Spearman's rank correlation; null where one of the two does not vary, or there are fewer than three.</summary>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static double? Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
            throw new ArgumentException($"found {second.Length} numbers, expected {first.Length} as in the other", nameof(second));
        if (first.Length < 3)
            return null;
        var (a, b) = (Of(first), Of(second));
        var mean = (a.Length + 1) / 2.0;
        var (product, left, right) = (0.0, 0.0, 0.0);
        for (var i = 0; i < a.Length; i++)
        {
            product += (a[i] - mean) * (b[i] - mean);
            left += (a[i] - mean) * (a[i] - mean);
            right += (b[i] - mean) * (b[i] - mean);
        }
        return left > 0 && right > 0 ? product / Math.Sqrt(left * right) : null;
    }
}
