using Entente.Numerics.Games;

namespace Entente.Tests.Numerics.Games;

/// <summary>Equilibria of games of three in which somebody mixes.</summary>
public sealed class MixedEquilibriaTests
{
    /// <summary>
    /// The 2 × 2 × 2 game of McKelvey and McLennan (Gambit's 2x2x2.nfg, whose title gives the numbers) has nine equilibria, two of them totally mixed, the
    /// most that such a game can have (1997, Journal of Economic Theory 72:411). By hand: the first is indifferent where q = ½ or r = ¼, the second where p = ½ or r = ⅓, the third where
    /// 12pq + 2(1−p)(1−q) = 6(1−p)q + 6p(1−q).
    /// </summary>
    [Fact]
    public void Nine_equilibria_of_which_two_are_totally_mixed()
    {
        var found = MixedEquilibria.Of(McKelveyMcLennan);
        found.AllSupports.ShouldBeTrue();
        found.Supports.ShouldBe(27);
        found.Equilibria.Count.ShouldBe(9);
        found.Equilibria.ShouldAllBe(e => e.Regret < 1e-8 && !e.Degenerate);
        var total = found
            .Equilibria.Where(e => e.Choices.All(c => c > 0))
            .Select(e => (e.Choices[0], e.Choices[2], e.Choices[4]))
            .Order()
            .ToList();
        total.Count.ShouldBe(2);
        Same(total[0], (2.0 / 5, 1.0 / 2, 1.0 / 3));
        Same(total[1], (1.0 / 2, 2.0 / 5, 1.0 / 4));
        found.Equilibria.Count(e => e.Choices.All(c => c is 0 or 1)).ShouldBe(4);
        PureEquilibria.Of(McKelveyMcLennan).Count.ShouldBe(4);
    }

    /// <summary>Three-way matching pennies (Jordan 1993, Games and Economic Behavior 5:368): everybody mixes evenly, and nothing else.</summary>
    [Fact]
    public void Three_way_matching_pennies()
    {
        // The first wants to match the second, the second the third, the third to differ from the first.
        var game = Of([2, 2, 2], at => [at[0] == at[1] ? 1 : -1, at[1] == at[2] ? 1 : -1, at[2] != at[0] ? 1 : -1]);
        var only = MixedEquilibria.Of(game).Equilibria.ShouldHaveSingleItem();
        only.Choices.ShouldAllBe(c => Math.Abs(c - 0.5) < 1e-12);
        only.Degenerate.ShouldBeFalse();
    }

    [Fact]
    public void Between_two_it_finds_what_exact_arithmetic_finds()
    {
        var random = new Random(3);
        for (var run = 0; run < 25; run++)
        {
            var game = Of([3, 3], _ => [random.Next(-9, 10), random.Next(-9, 10)]);
            var exact = BimatrixEquilibria.Of(game);
            if (exact.Degenerate)
                continue;
            MixedEquilibria.Of(game).Equilibria.Count.ShouldBe(exact.Equilibria.Count);
        }
    }

    [Fact]
    public void What_is_as_good_all_around_is_reported_as_degenerate()
    {
        var game = Of([2, 2, 2], at => [at[1], 0, at[0]]);
        MixedEquilibria.Of(game).Equilibria.ShouldContain(e => e.Degenerate);
    }

    [Fact]
    public void A_game_too_large_says_that_supports_were_left_out()
    {
        var game = Of([6, 6, 6], at => [at[0] == at[1] ? 1 : 0, at[1] == at[2] ? 1 : 0, at[2] == at[0] ? 0 : 1]);
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        var found = MixedEquilibria.Of(game, soon.Token);
        found.AllSupports.ShouldBeFalse();
        found.Equilibria.ShouldAllBe(e => e.Regret < 1e-8);
    }

    internal static MatrixGame McKelveyMcLennan =>
        new(
            [2, 2, 2],
            [
                [9, 0, 0, 9, 0, 3, 3, 0],
                [8, 0, 0, 8, 0, 4, 4, 0],
                [12, 0, 0, 2, 0, 6, 6, 0],
            ]
        );

    internal static MatrixGame Of(int[] strategies, Func<int[], int[]> payoffs)
    {
        var profiles = strategies.Aggregate(1, (product, s) => product * s);
        var all = new Rational[strategies.Length][];
        for (var p = 0; p < all.Length; p++)
            all[p] = new Rational[profiles];
        for (var profile = 0; profile < profiles; profile++)
        {
            var (at, rest) = (new int[strategies.Length], profile);
            for (var p = 0; p < at.Length; p++)
                (at[p], rest) = (rest % strategies[p], rest / strategies[p]);
            var own = payoffs(at);
            for (var p = 0; p < all.Length; p++)
                all[p][profile] = own[p];
        }
        return new(strategies, all);
    }

    private static void Same((double P, double Q, double R) one, (double P, double Q, double R) other)
    {
        one.P.ShouldBe(other.P, 1e-10);
        one.Q.ShouldBe(other.Q, 1e-10);
        one.R.ShouldBe(other.R, 1e-10);
    }
}
