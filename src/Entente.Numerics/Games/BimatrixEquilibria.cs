using System.Numerics;

namespace Entente.Numerics.Games;

/// <summary>One equilibrium of a game of two.</summary>
public sealed record MixedEquilibrium
{
    public required IReadOnlyList<Rational> Row { get; init; }

    public required IReadOnlyList<Rational> Column { get; init; }

    public required Rational RowPayoff { get; init; }

    public required Rational ColumnPayoff { get; init; }

    /// <summary>Equilibria of one component are joined by a path of equilibria. In a game that is not degenerate each is its own.</summary>
    public required int Component { get; init; }
}

/// <summary>All equilibria of a game of two.</summary>
public sealed record BimatrixResult
{
    /// <summary>
    /// Every equilibrium; in a degenerate game the extreme ones, of which all others are mixtures within a component.
    /// </summary>
    public required IReadOnlyList<MixedEquilibrium> Equilibria { get; init; }

    /// <summary>Some strategy has more best replies than strategies that it mixes, so that there may be infinitely many equilibria.</summary>
    public required bool Degenerate { get; init; }

    public required int Components { get; init; }

    /// <summary>Pairs of supports for which the indifference equations were solved.</summary>
    public required long Supports { get; init; }
}

/// <summary>
/// All equilibria of a game of two by going through pairs of supports of one size, in exact arithmetic. A solution that is
/// a probability, with no better reply outside the pair, is a vertex of the best-reply polyhedron; two vertices whose labels together
/// are complete are an equilibrium, which finds those of degenerate games too (Avis, Rosenberg, Savani and von Stengel 2010,
/// Economic Theory 42:9, section 3).
/// </summary>
public static class BimatrixEquilibria
{
    /// <summary>More pairs of supports than this are refused: they would take minutes.</summary>
    public const long MostSupports = 400_000;

    /// <summary>Strategies of a player beyond which a game is refused.</summary>
    public const int MostStrategies = 64;

    /// <summary>How many pairs of supports of one size a game has.</summary>
    public static double SupportPairs(int rows, int columns)
    {
        var pairs = 1.0;
        for (var i = 1; i <= rows; i++)
            pairs = pairs * (columns + i) / i;
        return pairs - 1;
    }

    /// <exception cref="ArgumentException">Not two players, or too many supports.</exception>
    public static BimatrixResult Of(MatrixGame game, CancellationToken cancellation = default)
    {
        if (game.Players != 2)
            throw new ArgumentException("expected two players", nameof(game));
        var (rows, columns) = (game.Strategies[0], game.Strategies[1]);
        if (Math.Max(rows, columns) > MostStrategies || SupportPairs(rows, columns) > MostSupports)
            throw new ArgumentException("expected a game with fewer supports", nameof(game));
        var toRow = Whole(game.Payoffs[0], rows, columns, transposed: true);
        var toColumn = Whole(game.Payoffs[1], rows, columns, transposed: false);
        var solved = 0L;
        var mixesOfRow = Vertices(toColumn, ref solved, cancellation);
        var mixesOfColumn = Vertices(toRow, ref solved, cancellation);
        var (allRows, allColumns) = (All(rows), All(columns));
        var pairs =
            from x in mixesOfRow
            from y in mixesOfColumn
            where (x.Zero | y.Best) == allRows && (x.Best | y.Zero) == allColumns
            orderby BitOperations.PopCount(~x.Zero & allRows), ~x.Zero & allRows, ~y.Zero & allColumns
            select (x, y);
        var found = pairs.ToList();
        var component = Components(found);
        return new()
        {
            Equilibria =
            [
                .. found.Select(
                    (pair, i) =>
                        new MixedEquilibrium
                        {
                            Row = pair.x.Mix,
                            Column = pair.y.Mix,
                            RowPayoff = Expected(game, 0, pair.x.Mix, pair.y.Mix),
                            ColumnPayoff = Expected(game, 1, pair.x.Mix, pair.y.Mix),
                            Component = component[i],
                        }
                ),
            ],
            Degenerate = mixesOfRow.Any(v => Excess(v, allRows)) || mixesOfColumn.Any(v => Excess(v, allColumns)),
            Components = component.Count == 0 ? 0 : component.Max() + 1,
            Supports = solved,
        };
    }

    private static bool Excess(Vertex vertex, ulong all) =>
        BitOperations.PopCount(vertex.Best) > BitOperations.PopCount(~vertex.Zero & all);

    private static ulong All(int count) => count == 64 ? ulong.MaxValue : (1UL << count) - 1;

    private static Rational Expected(MatrixGame game, int player, Rational[] row, Rational[] column)
    {
        var sum = Rational.Zero;
        for (var j = 0; j < column.Length; j++)
        for (var i = 0; i < row.Length; i++)
            if (!row[i].IsZero && !column[j].IsZero)
                sum += game.Payoffs[player][i + (j * row.Length)] * row[i] * column[j];
        return sum;
    }

    /// <summary>Two equilibria that share a player's mix are joined by the line between the other's.</summary>
    private static List<int> Components(List<(Vertex X, Vertex Y)> pairs)
    {
        var parent = Enumerable.Range(0, pairs.Count).ToArray();
        int Root(int i) => parent[i] == i ? i : parent[i] = Root(parent[i]);
        var firstOf = new Dictionary<Vertex, int>();
        for (var i = 0; i < pairs.Count; i++)
            foreach (var vertex in (Vertex[])[pairs[i].X, pairs[i].Y])
                if (!firstOf.TryAdd(vertex, i))
                    parent[Root(i)] = Root(firstOf[vertex]);
        var numbers = new Dictionary<int, int>();
        var result = new List<int>();
        for (var i = 0; i < pairs.Count; i++)
        {
            numbers.TryAdd(Root(i), numbers.Count);
            result.Add(numbers[Root(i)]);
        }
        return result;
    }

    /// <summary>A mix, with the set of strategies that it leaves out and that of the other's best replies to it.</summary>
    private sealed class Vertex(Rational[] mix, ulong zero, ulong best)
    {
        public Rational[] Mix { get; } = mix;

        public ulong Zero { get; } = zero;

        public ulong Best { get; } = best;
    }

    /// <summary>Payoffs times the denominator that they have in common: equilibria stay what they are, and arithmetic is in whole numbers.</summary>
    private static BigInteger[,] Whole(IReadOnlyList<Rational> payoffs, int rows, int columns, bool transposed)
    {
        var common = BigInteger.One;
        foreach (var payoff in payoffs)
            common *= payoff.Denominator / BigInteger.GreatestCommonDivisor(common, payoff.Denominator);
        var whole = transposed ? new BigInteger[columns, rows] : new BigInteger[rows, columns];
        for (var j = 0; j < columns; j++)
        for (var i = 0; i < rows; i++)
        {
            var payoff = payoffs[i + (j * rows)];
            whole[transposed ? j : i, transposed ? i : j] = payoff.Numerator * (common / payoff.Denominator);
        }
        return whole;
    }

    /// <param name="payoffs">What the other gets: [own strategy, the other's].</param>
    /// <param name="solved">Counts the systems solved.</param>
    /// <param name="cancellation">Asked at every support.</param>
    private static List<Vertex> Vertices(BigInteger[,] payoffs, ref long solved, CancellationToken cancellation)
    {
        var (own, other) = (payoffs.GetLength(0), payoffs.GetLength(1));
        var found = new List<Vertex>();
        var seen = new HashSet<(ulong, ulong)>();
        for (var size = 1; size <= Math.Min(own, other); size++)
            foreach (var support in Combinations(own, size))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var replies in Combinations(other, size))
                {
                    solved++;
                    // Labels are the inequalities that bind, and those say which vertex it is.
                    if (Solve(payoffs, support, replies) is { } vertex && seen.Add((vertex.Zero, vertex.Best)))
                        found.Add(vertex);
                }
            }
        return found;
    }

    /// <summary>The mix over a support that makes the other indifferent between these replies and want no other; null where none or not only one.</summary>
    private static Vertex? Solve(BigInteger[,] payoffs, int[] support, int[] replies)
    {
        var size = support.Length;
        var system = new BigInteger[size + 1, size + 2];
        for (var r = 0; r < size; r++)
        {
            for (var c = 0; c < size; c++)
                system[r, c] = payoffs[support[c], replies[r]];
            system[r, size] = -1;
        }
        for (var c = 0; c < size; c++)
            system[size, c] = 1;
        system[size, size + 1] = 1;
        if (!FractionFree.Eliminate(system, out var determinant))
            return null;
        var sign = determinant.Sign;
        for (var i = 0; i < size; i++)
            if (system[i, size + 1].Sign * sign < 0)
                return null;
        var value = system[size, size + 1] * sign;
        var best = 0UL;
        for (var j = 0; j < payoffs.GetLength(1); j++)
        {
            var worth = BigInteger.Zero;
            for (var i = 0; i < size; i++)
                worth += system[i, size + 1] * payoffs[support[i], j];
            var against = (worth * sign).CompareTo(value);
            if (against > 0)
                return null;
            if (against == 0)
                best |= 1UL << j;
        }
        var mix = new Rational[payoffs.GetLength(0)];
        var zero = All(mix.Length);
        for (var i = 0; i < size; i++)
        {
            mix[support[i]] = new(system[i, size + 1], determinant);
            if (!mix[support[i]].IsZero)
                zero &= ~(1UL << support[i]);
        }
        return new(mix, zero, best);
    }

    private static IEnumerable<int[]> Combinations(int of, int size)
    {
        var chosen = Enumerable.Range(0, size).ToArray();
        while (true)
        {
            yield return chosen;
            var at = size - 1;
            while (at >= 0 && chosen[at] == of - size + at)
                at--;
            if (at < 0)
                yield break;
            chosen[at]++;
            for (var i = at + 1; i < size; i++)
                chosen[i] = chosen[i - 1] + 1;
        }
    }
}
