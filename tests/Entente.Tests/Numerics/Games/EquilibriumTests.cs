using Entente.Numerics.Games;

namespace Entente.Tests.Numerics.Games;

public sealed class EquilibriumTests
{
    /// <summary>Published: 75 equilibria (von Stengel 1999), and of the game with small payoffs (Savani and von Stengel 2006).</summary>
    [Fact]
    public void Published_number_of_equilibria()
    {
        var result = BimatrixEquilibria.Of(Examples.Bimatrix(VonStengel.Row, VonStengel.Column));
        result.Equilibria.Count.ShouldBe(75);
        result.Degenerate.ShouldBeFalse();
        result.Components.ShouldBe(75);

        var small = BimatrixEquilibria.Of(Examples.Bimatrix(VonStengel.SmallRow, VonStengel.SmallColumn));
        small.Equilibria.Count.ShouldBe(75);
        // Players told apart by their names only: what one has as mixes the other has.
        var turned = BimatrixEquilibria.Of(Examples.Bimatrix(Transposed(VonStengel.SmallColumn), Transposed(VonStengel.SmallRow)));
        turned.Equilibria.Select(Turned).Order().ShouldBe(small.Equilibria.Select(Key).Order());
    }

    [Fact]
    public void Every_equilibrium_is_one()
    {
        var game = Examples.Bimatrix(VonStengel.SmallRow, VonStengel.SmallColumn);
        foreach (var equilibrium in BimatrixEquilibria.Of(game).Equilibria)
        {
            Sum(equilibrium.Row).ShouldBe(Rational.One);
            Sum(equilibrium.Column).ShouldBe(Rational.One);
            for (var i = 0; i < 6; i++)
                Sum(equilibrium.Column.Select((y, j) => y * game.Payoffs[0][i + (6 * j)])).ShouldBeLessThanOrEqualTo(equilibrium.RowPayoff);
            for (var j = 0; j < 6; j++)
                Sum(equilibrium.Row.Select((x, i) => x * game.Payoffs[1][i + (6 * j)])).ShouldBeLessThanOrEqualTo(equilibrium.ColumnPayoff);
        }
    }

    [Fact]
    public void What_is_dominated_gets_no_weight_and_a_constant_changes_nothing()
    {
        // The third row is worse than the first whatever the column does.
        int[][] row =
        [
            [3, 0],
            [0, 2],
            [2, -1],
        ];
        int[][] column =
        [
            [2, 1],
            [0, 3],
            [4, 4],
        ];
        var plain = BimatrixEquilibria.Of(Examples.Bimatrix(row, column));
        plain.Equilibria.Count.ShouldBe(3);
        plain.Equilibria.ShouldAllBe(e => e.Row[2].IsZero);
        var shifted = BimatrixEquilibria.Of(Examples.Bimatrix(Each(row, v => v + 7), Each(column, v => v - 11)));
        shifted.Equilibria.Select(Key).ShouldBe(plain.Equilibria.Select(Key));
        shifted.Equilibria[0].RowPayoff.ShouldBe(plain.Equilibria[0].RowPayoff + 7);
    }

    [Fact]
    public void A_degenerate_game_is_called_one_and_its_equilibria_hang_together()
    {
        // The column player does not care, and the row player only mixes against one of its replies.
        var result = BimatrixEquilibria.Of(
            Examples.Bimatrix(
                [
                    [1, 1],
                    [1, 0],
                ],
                [
                    [1, 1],
                    [1, 1],
                ]
            )
        );
        result.Degenerate.ShouldBeTrue();
        result.Components.ShouldBe(1);
        result.Equilibria.Select(Key).Order().ShouldBe(["0 1|1 0", "1 0|0 1", "1 0|1 0"]);
    }

    [Fact]
    public void Three_players_and_no_mixing()
    {
        // Each gets one where all do the same.
        var payoffs = Enumerable.Range(0, 8).Select(i => (Rational)(i is 0 or 7 ? 1 : 0)).ToArray();
        PureEquilibria.Of(new([2, 2, 2], [payoffs, payoffs, payoffs])).ShouldBe([0, 7]);
    }

    /// <summary>Published: bet always on King, one time in three on Queen; call two times in three (Reiley, Urbancic and Walker 2008).</summary>
    [Fact]
    public void Published_equilibrium_of_stripped_down_poker()
    {
        var plans = TreePlans.Of(Examples.Poker)!;
        plans.Game.Strategies.ShouldBe([4, 2]);
        var only = BimatrixEquilibria.Of(plans.Game).Equilibria.ShouldHaveSingleItem();
        only.RowPayoff.ShouldBe(new Rational(1, 3));
        plans.Behaviour(0, only.Row)[..4].ShouldBe([1, 0, new Rational(1, 3), new Rational(2, 3)]);
        plans.Behaviour(1, only.Column)[4..].ShouldBe([new Rational(2, 3), new Rational(1, 3)]);
    }

    [Fact]
    public void From_the_end_of_a_tree()
    {
        // A demand, then yielding or a fight that both would rather not have: the threat is not believed.
        var tree = new GameTree(
            2,
            [Examples.Decision(0, 1, 2), Examples.End(1, 5), Examples.Decision(1, 3, 4), Examples.End(3, 2), Examples.End(-1, 0)],
            [new(0, 2), new(1, 2)]
        );
        var result = BackwardInduction.Of(tree);
        result.Choice.ShouldBe([1, 0]);
        result.Value.ShouldBe([3, 2]);
        result.IsUnique.ShouldBeTrue();
        BimatrixEquilibria.Of(TreePlans.Of(tree)!.Game).Equilibria.Count.ShouldBeGreaterThan(1, "Nash has the empty threat too");
        Should.Throw<ArgumentException>(() => BackwardInduction.Of(Examples.Poker));
    }

    [Fact]
    public void What_makes_no_tree_is_refused()
    {
        TreeNode Chance(int numerator, params int[] children) =>
            new()
            {
                Kind = NodeKind.Chance,
                Children = children,
                Probabilities = [.. children.Select(_ => new Rational(numerator, 4))],
            };
        Refused(Chance(2, 1, 0), Examples.End(0)).ShouldContain("cycle");
        Refused(Chance(2, 1, 1), Examples.End(0)).ShouldContain("another move");
        Refused(Chance(1, 1, 2), Examples.End(0), Examples.End(0)).ShouldContain("sums to 1/2");
        Refused(Chance(2, 1, 2), Examples.End(0), Examples.End(0, 1)).ShouldContain("2 payoffs");
        Refused(Chance(4, 1), Examples.End(0), Examples.End(0)).ShouldContain("no move leads to");

        static string Refused(params TreeNode[] nodes) => Should.Throw<GameTreeException>(() => new GameTree(1, nodes, [])).Found;
    }

    private static Rational Sum(IEnumerable<Rational> values) => values.Aggregate(Rational.Zero, (sum, v) => sum + v);

    private static string Key(MixedEquilibrium e) => $"{string.Join(' ', e.Row)}|{string.Join(' ', e.Column)}";

    private static string Turned(MixedEquilibrium e) => $"{string.Join(' ', e.Column)}|{string.Join(' ', e.Row)}";

    private static int[][] Each(int[][] rows, Func<int, int> change) => [.. rows.Select(r => r.Select(change).ToArray())];

    private static int[][] Transposed(int[][] rows) => [.. rows[0].Select((_, j) => rows.Select(r => r[j]).ToArray())];
}
