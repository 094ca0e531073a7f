namespace Entente.Numerics.Gravity;

/// <summary>Small dense matrices, row by row.</summary>
internal static class SymmetricMatrix
{
    private const int MostSweeps = 60;

    public static double[] Product(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int n)
    {
        var product = new double[n * n];
        for (var i = 0; i < n; i++)
        for (var k = 0; k < n; k++)
            Lanes.AddScaled(a[(i * n) + k], b.Slice(k * n, n), product.AsSpan(i * n, n));
        return product;
    }

    /// <summary>Tr(A B) of symmetric B.</summary>
    public static double Trace(ReadOnlySpan<double> a, ReadOnlySpan<double> b) => Lanes.Dot(a, b);

    /// <summary>Eigenvalues and vectors (in columns) by Jacobi's rotations.</summary>
    public static (double[] Values, double[] Vectors) Eigen(ReadOnlySpan<double> matrix, int n)
    {
        var a = matrix.ToArray();
        var v = new double[n * n];
        for (var i = 0; i < n; i++)
            v[(i * n) + i] = 1;
        for (var sweep = 0; sweep < MostSweeps; sweep++)
        {
            var off = 0.0;
            for (var p = 0; p < n; p++)
            for (var q = p + 1; q < n; q++)
                off += a[(p * n) + q] * a[(p * n) + q];
            if (off == 0)
                break;
            for (var p = 0; p < n; p++)
            for (var q = p + 1; q < n; q++)
                if (a[(p * n) + q] != 0)
                    Rotate(a, v, n, p, q);
        }
        return ([.. Enumerable.Range(0, n).Select(i => a[(i * n) + i])], v);
    }

    private static void Rotate(double[] a, double[] v, int n, int p, int q)
    {
        var theta = (a[(q * n) + q] - a[(p * n) + p]) / (2 * a[(p * n) + q]);
        var t = Math.Abs(theta) > 1e150 ? 0.5 / theta : (theta < 0 ? -1 : 1) / (Math.Abs(theta) + Math.Sqrt(1 + (theta * theta)));
        var c = 1 / Math.Sqrt(1 + (t * t));
        var s = t * c;
        for (var k = 0; k < n; k++)
            (a[(k * n) + p], a[(k * n) + q]) = ((c * a[(k * n) + p]) - (s * a[(k * n) + q]), (s * a[(k * n) + p]) + (c * a[(k * n) + q]));
        for (var k = 0; k < n; k++)
            (a[(p * n) + k], a[(q * n) + k]) = ((c * a[(p * n) + k]) - (s * a[(q * n) + k]), (s * a[(p * n) + k]) + (c * a[(q * n) + k]));
        for (var k = 0; k < n; k++)
            (v[(k * n) + p], v[(k * n) + q]) = ((c * v[(k * n) + p]) - (s * v[(k * n) + q]), (s * v[(k * n) + p]) + (c * v[(k * n) + q]));
        a[(p * n) + q] = 0;
        a[(q * n) + p] = 0;
    }
}
