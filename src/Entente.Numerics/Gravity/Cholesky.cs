namespace Entente.Numerics.Gravity;

/// <summary>
/// Small symmetric systems that may be singular. A column whose pivot vanishes is left out, its unknown set to zero: a solution of every
/// system that has one.
/// </summary>
internal static class Cholesky
{
    /// <summary>Factors in place: the lower triangle, column by column (column k at k·n), becomes L. A left-out column has a zero on its diagonal.</summary>
    /// <param name="a">n × n, symmetric.</param>
    /// <param name="tolerance">A pivot below this share of its own diagonal is zero.</param>
    /// <returns>The rank.</returns>
    public static int Factor(Span<double> a, int n, double tolerance)
    {
        var rank = 0;
        Span<double> diagonal = n <= 256 ? stackalloc double[n] : new double[n];
        for (var k = 0; k < n; k++)
            diagonal[k] = a[(k * n) + k];
        for (var k = 0; k < n; k++)
        {
            var column = a.Slice((k * n) + k, n - k);
            if (!(column[0] > tolerance * diagonal[k]) || diagonal[k] <= 0)
            {
                column.Clear();
                continue;
            }
            rank++;
            var pivot = Math.Sqrt(column[0]);
            column[0] = pivot;
            for (var r = 1; r < column.Length; r++)
                column[r] /= pivot;
            for (var c = k + 1; c < n; c++)
                if (column[c - k] is var factor and not 0)
                    Lanes.AddScaled(-factor, column[(c - k)..], a.Slice((c * n) + c, n - c));
        }
        return rank;
    }

    /// <summary>Solves in place with a factor of <see cref="Factor"/>.</summary>
    public static void Solve(ReadOnlySpan<double> factor, int n, Span<double> x)
    {
        for (var k = 0; k < n; k++)
        {
            var column = factor.Slice((k * n) + k, n - k);
            if (column[0] == 0)
            {
                x[k] = 0;
                continue;
            }
            x[k] /= column[0];
            Lanes.AddScaled(-x[k], column[1..], x[(k + 1)..]);
        }
        for (var k = n - 1; k >= 0; k--)
        {
            var column = factor.Slice((k * n) + k, n - k);
            x[k] = column[0] == 0 ? 0 : (x[k] - Lanes.Dot(column[1..], x[(k + 1)..])) / column[0];
        }
    }

    /// <summary>The generalised inverse that <see cref="Solve"/> applies.</summary>
    public static double[] Inverse(ReadOnlySpan<double> factor, int n)
    {
        var inverse = new double[n * n];
        for (var k = 0; k < n; k++)
        {
            var column = inverse.AsSpan(k * n, n);
            // The unknown of a left-out column stays zero, and its own column too: the inverse is symmetric.
            if (factor[(k * n) + k] == 0)
                continue;
            column[k] = 1;
            Solve(factor, n, column);
        }
        return inverse;
    }
}
