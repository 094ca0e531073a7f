namespace Entente.Numerics.Networks;

/// <summary>How balanced a network of friends and foes is.</summary>
public sealed record BalanceMeasures
{
    /// <summary>Triples of vertices with all three ties, by how many of these are positive: none, one, two, three.</summary>
    public required IReadOnlyList<long> Triads { get; init; }

    /// <summary>Balanced triads (three or one positive ties) / all, 0 to 1; null where there is none.</summary>
    public double? BalancedTriads => Total == 0 ? null : (double)(Triads[3] + Triads[1]) / Total;

    /// <summary>The same where three foes count as balanced too (Davis 1967).</summary>
    public double? WeaklyBalancedTriads => Total == 0 ? null : (double)(Total - Triads[2]) / Total;

    /// <summary>How many ties there are.</summary>
    public required int Ties { get; init; }

    /// <summary>
    /// The line index of balance: how few ties would have to go, or change their sign, for the network to fall into two camps. Exact; null
    /// where the network has too many vertices to try all camps.
    /// </summary>
    public required int? Frustration { get; init; }

    /// <summary>1 − 2·frustration/ties, 0 to 1 (two camps).</summary>
    public double? Level => Frustration is { } f && Ties > 0 ? 1 - (2.0 * f / Ties) : null;

    /// <summary>The camp (false, true) of each vertex in one of the best divisions, the first vertex in the first; empty where not sought.</summary>
    public required IReadOnlyList<bool> Camps { get; init; }

    private long Total => Triads[0] + Triads[1] + Triads[2] + Triads[3];
}

/// <summary>
/// Structural balance: Dorwin Cartwright and Frank Harary (1956), Structural Balance: A Generalization of Heider's Theory, Psychological
/// Review 63(5): 277-293; the line index by Frank Harary (1959), On the Measurement of Structural Balance, Behavioral Science 4(4): 316-323.
/// </summary>
public static class SignedBalance
{
    /// <summary>Two to the power of one less than this are tried: a second or so.</summary>
    public const int MostVertices = 26;

    /// <param name="signs">Symmetric: above 0 friends, below 0 foes, 0 no tie; the diagonal is not looked at.</param>
    /// <param name="cancellation">Looked at now and then.</param>
    /// <exception cref="ArgumentException">The matrix is not square and symmetric.</exception>
    public static BalanceMeasures Of(int[,] signs, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(signs);
        var n = signs.GetLength(0);
        if (signs.GetLength(1) != n)
            throw new ArgumentException("a square matrix", nameof(signs));
        var sign = new int[n, n];
        var ties = 0;
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            if (Math.Sign(signs[i, j]) != Math.Sign(signs[j, i]))
                throw new ArgumentException($"a symmetric matrix; {i} and {j} differ", nameof(signs));
            sign[i, j] = i == j ? 0 : Math.Sign(signs[i, j]);
            ties += i < j && sign[i, j] != 0 ? 1 : 0;
        }
        var (frustration, camps) = n is > 0 and <= MostVertices ? Frustration(sign, n, ties, cancellation) : (n == 0 ? 0 : (int?)null, []);
        return new()
        {
            Triads = Triads(sign, n),
            Ties = ties,
            Frustration = frustration,
            Camps = camps,
        };
    }

    private static long[] Triads(int[,] sign, int n)
    {
        var counts = new long[4];
        for (var i = 0; i < n; i++)
        for (var j = i + 1; j < n; j++)
        {
            if (sign[i, j] == 0)
                continue;
            for (var k = j + 1; k < n; k++)
                if (sign[i, k] != 0 && sign[j, k] != 0)
                    counts[(sign[i, j] > 0 ? 1 : 0) + (sign[i, k] > 0 ? 1 : 0) + (sign[j, k] > 0 ? 1 : 0)]++;
        }
        return counts;
    }

    /// <summary>
    /// All divisions into two camps in the order of Gray's code, so that each differs from the one before by one vertex: the frustrated ties
    /// change by that vertex's own ties only.
    /// </summary>
    private static (int? Least, bool[] Camps) Frustration(int[,] sign, int n, int ties, CancellationToken cancellation)
    {
        var side = new int[n];
        // field[i]: Σ_j sign_ij · side_j. All begin in one camp, where the negative ties are frustrated.
        var field = new int[n];
        var negative = 0;
        for (var i = 0; i < n; i++)
        {
            side[i] = 1;
            for (var j = 0; j < n; j++)
            {
                field[i] += sign[i, j];
                negative += i < j && sign[i, j] < 0 ? 1 : 0;
            }
        }
        var (current, least, best) = (negative, negative, (int[])side.Clone());
        for (var code = 1L; code < 1L << (n - 1); code++)
        {
            if ((code & 0xFFFFF) == 0)
                cancellation.ThrowIfCancellationRequested();
            // The first vertex stays where it is: camps have no names.
            var vertex = System.Numerics.BitOperations.TrailingZeroCount(code) + 1;
            current += side[vertex] * field[vertex];
            side[vertex] = -side[vertex];
            for (var j = 0; j < n; j++)
                field[j] += 2 * sign[vertex, j] * side[vertex];
            if (current < least)
                (least, best) = (current, (int[])side.Clone());
        }
        return (ties == 0 ? 0 : least, [.. best.Select(s => s < 0)]);
    }
}
