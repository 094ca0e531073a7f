using Entente.Numerics.Games;

namespace Entente.Tests.Numerics.Games;

public sealed class LogitTests
{
    /// <summary>Values of the constant-sum game [[1,1],[0,1]] along the principal branch, to eight decimals by another method (damped fixed point).</summary>
    [Theory]
    [InlineData(1, 0.64297936, 0.58831902)]
    [InlineData(2, 0.77267661, 0.61174348)]
    [InlineData(3, 0.85953671, 0.60381579)]
    public void Values_along_the_path(double lambda, double row, double column)
    {
        var result = LogitEquilibrium.Of(new MatrixAgents(Examples.ConstantSum), lambda);
        result.Converged.ShouldBeTrue(result.Stopped);
        result.Residual.ShouldBeLessThan(1e-10);
        result.Choices[0].ShouldBe(row, 1e-8);
        result.Choices[2].ShouldBe(column, 1e-8);
    }

    [Fact]
    public void Nothing_counts_at_zero_and_everything_far_out()
    {
        var game = new MatrixAgents(
            Examples.Bimatrix(
                [
                    [3, 0],
                    [0, 2],
                    [2, -1],
                ],
                [
                    [2, 1],
                    [0, 3],
                    [4, 4],
                ]
            )
        );
        LogitEquilibrium.Of(game, 0).Choices.ShouldBe([1.0 / 3, 1.0 / 3, 1.0 / 3, 0.5, 0.5], 1e-15);
        LogitEquilibrium.Of(game, 1e-6).Choices[0].ShouldBe(1.0 / 3, 1e-5);
        var far = LogitEquilibrium.Of(game, 200);
        far.Converged.ShouldBeTrue(far.Stopped);
        far.Choices[2].ShouldBe(0, 1e-9);
        far.Choices.ShouldAllBe(p => p < 1e-6 || p > 1 - 1e-6);
    }

    [Fact]
    public void A_constant_and_the_order_of_players_change_nothing()
    {
        int[][] row =
        [
            [4, -1, 0],
            [2, 3, -2],
            [0, 1, 1],
        ];
        int[][] column =
        [
            [0, 2, 1],
            [3, -1, 0],
            [1, 1, 4],
        ];
        var plain = LogitEquilibrium.Of(new MatrixAgents(Examples.Bimatrix(row, column)), 0.8).Choices;
        int[][] shifted = [.. row.Select(r => r.Select(v => v + 100).ToArray())];
        LogitEquilibrium.Of(new MatrixAgents(Examples.Bimatrix(shifted, column)), 0.8).Choices.ShouldBe(plain, 1e-10);
        int[][] turnedRow = [.. column[0].Select((_, j) => column.Select(r => r[j]).ToArray())];
        int[][] turnedColumn = [.. row[0].Select((_, j) => row.Select(r => r[j]).ToArray())];
        var turned = LogitEquilibrium.Of(new MatrixAgents(Examples.Bimatrix(turnedRow, turnedColumn)), 0.8).Choices;
        turned.Skip(3).Concat(turned.Take(3)).ShouldBe(plain, 1e-10);
    }

    [Fact]
    public void Poker_is_uniform_at_zero_and_near_its_equilibrium_far_out()
    {
        var game = new TreeAgents(Examples.Poker);
        var far = LogitEquilibrium.Of(game, 400);
        far.Converged.ShouldBeTrue(far.Stopped);
        far.Choices[0].ShouldBe(1, 1e-6);
        far.Choices[2].ShouldBe(1.0 / 3, 0.01);
        far.Choices[4].ShouldBe(2.0 / 3, 0.01);
        LogitEquilibrium.Of(game, 0).Choices.ShouldAllBe(p => p == 0.5);
    }

    [Fact]
    public void Slopes_are_what_differences_say()
    {
        foreach (var game in new IAgentGame[] { new TreeAgents(Examples.Poker), new MatrixAgents(Examples.ConstantSum) })
        {
            var n = game.Offsets[^1];
            var at = Enumerable.Range(0, n).Select(i => 0.2 + (0.1 * i)).ToArray();
            var (worth, slope) = (new double[n], new double[n * n]);
            game.Worth(at, worth, slope);
            var (up, down) = (new double[n], new double[n]);
            for (var b = 0; b < n; b++)
            {
                var (more, less) = ((double[])at.Clone(), (double[])at.Clone());
                more[b] += 1e-6;
                less[b] -= 1e-6;
                game.Worth(more, up, null);
                game.Worth(less, down, null);
                for (var a = 0; a < n; a++)
                    slope[(a * n) + b].ShouldBe((up[a] - down[a]) / 2e-6, 1e-7);
            }
        }
    }

    [Fact]
    public void A_path_that_turns_back_is_followed_round_its_bend()
    {
        // Two equilibria that all like, of which the less likely at first is better: the branch from λ = 0 has to swing over.
        var game = new MatrixAgents(
            Examples.Bimatrix(
                [
                    [9, 0, 0],
                    [0, 8, 7],
                    [0, 7, 8],
                ],
                [
                    [9, 0, 0],
                    [0, 8, 7],
                    [0, 7, 8],
                ]
            )
        );
        var result = LogitEquilibrium.Of(game, 20);
        result.Converged.ShouldBeTrue(result.Stopped);
        result.Residual.ShouldBeLessThan(1e-8);
    }

    [Fact]
    public void Levels_reply_to_the_level_below()
    {
        // Matching pennies with a tilt: level 1 of the row likes the first, the column's level 2 flees it.
        var levels = LevelK.Of(
            new MatrixAgents(
                Examples.Bimatrix(
                    [
                        [3, 0],
                        [0, 1],
                    ],
                    [
                        [0, 1],
                        [1, 0],
                    ]
                )
            ),
            2
        );
        levels[0].ShouldAllBe(p => p == 0.5);
        levels[1].ShouldBe([1, 0, 0.5, 0.5]);
        levels[2].ShouldBe([1, 0, 0, 1]);
        var poker = LevelK.Of(new TreeAgents(Examples.Poker), 2);
        poker[1].ShouldBe([1, 0, 1, 0, 1, 0], "against one who folds half of the time betting on Queen loses less than folding");
    }
}
