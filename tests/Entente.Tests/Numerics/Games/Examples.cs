using Entente.Numerics.Games;

namespace Entente.Tests.Numerics.Games;

/// <summary>Games that several tests solve.</summary>
internal static class Examples
{
    /// <summary>Rows by columns, the row player's payoffs and the column player's.</summary>
    public static MatrixGame Bimatrix(int[][] row, int[][] column) => new([row.Length, row[0].Length], [Flat(row), Flat(column)]);

    public static MatrixGame ConstantSum =>
        Bimatrix(
            [
                [1, 1],
                [0, 1],
            ],
            [
                [1, 1],
                [2, 1],
            ]
        );

    /// <summary>Stripped-down poker: Reiley, Urbancic and Walker 2008, Journal of Economic Education 39:323.</summary>
    public static GameTree Poker =>
        new(
            2,
            [
                new()
                {
                    Kind = NodeKind.Chance,
                    Children = [1, 2],
                    Probabilities = [new(1, 2), new(1, 2)],
                },
                Decision(0, 3, 4),
                Decision(1, 5, 6),
                Decision(2, 7, 8),
                End(-1, 1),
                Decision(2, 9, 10),
                End(-1, 1),
                End(2, -2),
                End(1, -1),
                End(-2, 2),
                End(1, -1),
            ],
            [new(0, 2), new(0, 2), new(1, 2)]
        );

    public static TreeNode Decision(int set, params int[] children) =>
        new()
        {
            Kind = NodeKind.Decision,
            InformationSet = set,
            Children = children,
        };

    public static TreeNode End(params int[] payoffs) => new() { Kind = NodeKind.End, Payoffs = [.. payoffs.Select(p => (Rational)p)] };

    public static Rational[] Flat(int[][] rows) =>
        [.. Enumerable.Range(0, rows[0].Length).SelectMany(j => rows.Select(r => (Rational)r[j]))];
}
