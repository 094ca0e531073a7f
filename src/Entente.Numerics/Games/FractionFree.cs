using System.Numerics;

namespace Entente.Numerics.Games;

/// <summary>Elimination in whole numbers, in which every division comes out even (Bareiss 1968, Mathematics of Computation 22:565).</summary>
internal static class FractionFree
{
    /// <summary>
    /// Solves n equations for n unknowns; the last column is the right-hand side and holds, afterwards, the solution times the
    /// determinant. False where there is not exactly one solution.
    /// </summary>
    public static bool Eliminate(BigInteger[,] system, out BigInteger determinant)
    {
        var n = system.GetLength(0);
        var previous = BigInteger.One;
        determinant = default;
        for (var k = 0; k < n; k++)
        {
            var pivot = k;
            while (pivot < n && system[pivot, k].IsZero)
                pivot++;
            if (pivot == n)
                return false;
            if (pivot != k)
                for (var c = 0; c <= n; c++)
                    (system[k, c], system[pivot, c]) = (system[pivot, c], system[k, c]);
            var diagonal = system[k, k];
            for (var r = 0; r < n; r++)
            {
                if (r == k)
                    continue;
                var factor = system[r, k];
                for (var c = k + 1; c <= n; c++)
                    system[r, c] = ((diagonal * system[r, c]) - (factor * system[k, c])) / previous;
                system[r, k] = default;
            }
            previous = diagonal;
        }
        // Rows above a pivot are brought along, so that the last pivot divides them all.
        determinant = previous;
        return true;
    }
}
