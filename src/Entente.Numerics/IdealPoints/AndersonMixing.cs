using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Anderson's acceleration of x ← F(x): the next x is the combination of the last ones that would leave the least residual if F were linear. Anderson
/// (1965), Journal of the ACM 12:547; Walker and Ni (2011), SIAM Journal on Numerical Analysis 49:1715.
/// </summary>
internal sealed class AndersonMixing(int length, int depth)
{
    private readonly List<double[]> images = [];
    private readonly List<double[]> residuals = [];
    private double best = double.PositiveInfinity;

    /// <summary>Replaces <paramref name="image"/> = F(<paramref name="at"/>) by the next point.</summary>
    public void Next(ReadOnlySpan<double> at, Span<double> image)
    {
        var residual = new double[length];
        var norm = 0.0;
        for (var i = 0; i < length; i++)
        {
            residual[i] = image[i] - at[i];
            norm += residual[i] * residual[i];
        }
        // A combination that made things worse is forgotten.
        if (norm > 4 * best)
        {
            images.Clear();
            residuals.Clear();
            best = double.PositiveInfinity;
        }
        best = Math.Min(best, norm);
        images.Add(image.ToArray());
        residuals.Add(residual);
        if (images.Count > depth)
        {
            images.RemoveAt(0);
            residuals.RemoveAt(0);
        }
        if (images.Count < 3)
            return;
        var weights = Weights();
        if (weights is null)
            return;
        var last = images.Count - 1;
        for (var k = 0; k < last; k++)
        for (var i = 0; i < length; i++)
            image[i] += weights[k] * (images[k][i] - images[last][i]);
    }

    /// <summary>w that makes the last residual plus Σ wₖ (residualₖ − last) smallest; null where the equations are singular.</summary>
    private double[]? Weights()
    {
        var n = residuals.Count - 1;
        var last = residuals[n];
        var differences = new double[n][];
        for (var k = 0; k < n; k++)
        {
            differences[k] = new double[length];
            for (var i = 0; i < length; i++)
                differences[k][i] = residuals[k][i] - last[i];
        }
        var matrix = new double[n, n + 1];
        for (var j = 0; j < n; j++)
        {
            for (var k = 0; k < n; k++)
                matrix[j, k] = Dot(differences[j], differences[k]);
            matrix[j, n] = -Dot(differences[j], last);
        }
        for (var j = 0; j < n; j++)
            matrix[j, j] *= 1 + 1e-10;
        for (var p = 0; p < n; p++)
        {
            if (!(matrix[p, p] > 0))
                return null;
            for (var j = p + 1; j < n; j++)
            {
                var factor = matrix[j, p] / matrix[p, p];
                for (var k = p; k <= n; k++)
                    matrix[j, k] -= factor * matrix[p, k];
            }
        }
        var weights = new double[n];
        for (var p = n - 1; p >= 0; p--)
        {
            weights[p] = matrix[p, n];
            for (var k = p + 1; k < n; k++)
                weights[p] -= matrix[p, k] * weights[k];
            weights[p] /= matrix[p, p];
        }
        return weights;
    }

    private static double Dot(double[] a, double[] b)
    {
        var sum = Vector512<double>.Zero;
        var i = 0;
        for (; i + StandardNormal.Lanes <= a.Length; i += StandardNormal.Lanes)
            sum = Vector512.FusedMultiplyAdd(ItemStep.Load(a, i), ItemStep.Load(b, i), sum);
        var rest = Vector512.Sum(sum);
        for (; i < a.Length; i++)
            rest += a[i] * b[i];
        return rest;
    }
}
