namespace Entente.Numerics.Games;

/// <summary>Elimination with the largest pivot of a column, for the small dense systems of a path's steps.</summary>
internal static class Gauss
{
    /// <summary>Solves n equations for n unknowns; the last column is the right-hand side and becomes the solution. False where singular.</summary>
    public static bool Solve(double[,] rows)
    {
        var n = rows.GetLength(0);
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            for (var r = k + 1; r < n; r++)
                if (Math.Abs(rows[r, k]) > Math.Abs(rows[pivot, k]))
                    pivot = r;
            if (!(Math.Abs(rows[pivot, k]) > 1e-300) || !double.IsFinite(rows[pivot, k]))
                return false;
            for (var c = k; pivot != k && c <= n; c++)
                (rows[k, c], rows[pivot, c]) = (rows[pivot, c], rows[k, c]);
            for (var r = k + 1; r < n; r++)
            {
                var factor = rows[r, k] / rows[k, k];
                if (factor == 0)
                    continue;
                for (var c = k; c <= n; c++)
                    rows[r, c] -= factor * rows[k, c];
            }
        }
        for (var k = n - 1; k >= 0; k--)
        {
            for (var c = k + 1; c < n; c++)
                rows[k, n] -= rows[k, c] * rows[c, n];
            rows[k, n] /= rows[k, k];
        }
        return true;
    }
}
