using Entente.Numerics.Gravity;

namespace Entente.Numerics.Distributions;

/// <summary>
/// Numbers drawn together: each keeps its own distribution, and their normal scores have given correlations (Nelsen 2006, An Introduction to Copulas,
/// section 2.3; the NORTA draws of Cario and Nelson 1997).
/// </summary>
public sealed class GaussianCopula
{
    private readonly int[] members;
    private readonly double[] factor;

    private GaussianCopula(int[] members, double[] factor) => (this.members, this.factor) = (members, factor);

    /// <param name="links">Pairs of places with the correlation of their normal scores; pairs that are not named have none.</param>
    /// <returns>Null where no numbers can be correlated so: the matrix is not positive definite.</returns>
    public static GaussianCopula? Of(IReadOnlyList<(int First, int Second, double Correlation)> links)
    {
        ArgumentNullException.ThrowIfNull(links);
        int[] members = [.. links.SelectMany(l => new[] { l.First, l.Second }).Distinct().Order()];
        var n = members.Length;
        var matrix = new double[n * n];
        for (var i = 0; i < n; i++)
            matrix[(i * n) + i] = 1;
        foreach (var (first, second, correlation) in links)
        {
            var (i, j) = (Array.IndexOf(members, first), Array.IndexOf(members, second));
            matrix[(i * n) + j] = matrix[(j * n) + i] = correlation;
        }
        return Cholesky.Factor(matrix, n, 1e-9) == n ? new(members, matrix) : null;
    }

    /// <summary>Turns independent quantiles into correlated ones, in place; those of numbers without links stay.</summary>
    public void Correlate(Span<double> quantiles)
    {
        var n = members.Length;
        Span<double> scores = n <= 64 ? stackalloc double[n] : new double[n];
        for (var i = 0; i < n; i++)
            // Half a step off the ends, where scores have no bound.
            scores[i] = StandardNormal.Quantile(Math.Clamp(quantiles[members[i]], 1e-16, 1 - 1e-16));
        for (var i = 0; i < n; i++)
        {
            var sum = 0.0;
            for (var k = 0; k <= i; k++)
                sum += factor[(k * n) + i] * scores[k];
            quantiles[members[i]] = StandardNormal.Cumulative(sum);
        }
    }
}
