using Entente.Numerics.Games;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Numerics.Games;

/// <summary>What holds of every game.</summary>
public sealed class GamePropertyTests
{
    /// <summary>Payoffs of whole numbers for three players of two or three strategies, made from a seed.</summary>
    private sealed record Case(int[] Strategies, int Seed)
    {
        public MatrixGame Game(Func<int, int[], int, int>? change = null)
        {
            var random = new Random(Seed);
            return MixedEquilibriaTests.Of(
                Strategies,
                at => [.. Strategies.Select((_, p) => random.Next(-20, 21)).ToArray().Select((v, p) => change?.Invoke(p, at, v) ?? v)]
            );
        }

        public override string ToString() => $"{string.Join('×', Strategies)} from {Seed}";
    }

    private static Gen<Case> Cases(int players) =>
        from strategies in Gen.Choose(2, 3).ArrayOf(players)
        from seed in Gen.Choose(0, 1_000_000)
        select new Case(strategies, seed);

    private static void Holds(int players, int tests, Action<Case> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(tests), Prop.ForAll(Cases(players).ToArbitrary(), property));

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void A_dominated_strategy_gets_no_weight(int players) =>
        Holds(
            players,
            players == 2 ? 100 : 25,
            c =>
            {
                // The second strategy of the first is its first less one, whatever the others do.
                var first = c.Game();
                var game = MixedEquilibriaTests.Of(
                    c.Strategies,
                    at =>
                    {
                        int[] same = [at[0] == 1 ? 0 : at[0], .. at[1..]];
                        var profile = same.Select((s, p) => s * first.Strides[p]).Sum();
                        return [.. first.Payoffs.Select((p, i) => (int)p[profile].ToDouble() - (i == 0 && at[0] == 1 ? 1 : 0))];
                    }
                );
                foreach (var e in MixedEquilibria.Of(game).Equilibria)
                    e.Choices[1].ShouldBe(0);
                if (players == 2)
                    BimatrixEquilibria.Of(game).Equilibria.ShouldAllBe(e => e.Row[1].IsZero);
                PureEquilibria.Of(game).ShouldAllBe(profile => game.Choice(profile, 0) != 1);
                var far = LogitEquilibrium.Of(new MatrixAgents(game), 30);
                if (far.Converged)
                    far.Choices[1].ShouldBeLessThan(1e-9, "e^−30 of the first");
            }
        );

    /// <summary>What a player gets more or less whatever it does itself changes nothing that anybody does.</summary>
    [Fact]
    public void A_shift_of_payoffs_changes_nothing() =>
        Holds(
            3,
            25,
            c =>
            {
                var shifted = c.Game((p, at, v) => v + (100 * p) + (p == 0 ? 7 * at[1] : 0));
                Alike(MixedEquilibria.Of(c.Game()), MixedEquilibria.Of(shifted));
                var (plain, other) = (Quantal(c.Game(), 0.05), Quantal(shifted, 0.05));
                plain.ShouldBe(other, 1e-8);
            }
        );

    [Fact]
    public void The_order_of_players_changes_nothing() =>
        Holds(
            3,
            25,
            c =>
            {
                var game = c.Game();
                // The players in turned order: the second, the third, the first.
                var turned = MixedEquilibriaTests.Of(
                    [c.Strategies[1], c.Strategies[2], c.Strategies[0]],
                    at =>
                    {
                        var profile = (at[2] * game.Strides[0]) + (at[0] * game.Strides[1]) + (at[1] * game.Strides[2]);
                        var own = game.Payoffs.Select(p => (int)p[profile].ToDouble()).ToArray();
                        return [own[1], own[2], own[0]];
                    }
                );
                double[] Back(IReadOnlyList<double> choices) =>
                    [.. choices.TakeLast(c.Strategies[0]), .. choices.SkipLast(c.Strategies[0])];
                var (one, other) = (MixedEquilibria.Of(game), MixedEquilibria.Of(turned));
                Alike(one, other with { Equilibria = [.. other.Equilibria.Select(e => e with { Choices = Back(e.Choices) })] });
                Back(Quantal(turned, 0.05)).ShouldBe(Quantal(game, 0.05), 1e-8);
            }
        );

    /// <summary>
    /// Near λ = 0 all is about as likely; and far out nobody gains more by leaving than ln(n)/λ, which goes to 0: what the branch goes to is an
    /// equilibrium of Nash (McKelvey and Palfrey 1995, theorem 2). The bound is that of a logit reply's entropy.
    /// </summary>
    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Quantal_response_goes_from_chance_to_an_equilibrium(int players) =>
        Holds(
            players,
            40,
            c =>
            {
                var game = new MatrixAgents(c.Game());
                var near = LogitEquilibrium.Of(game, 1e-7).Choices;
                for (var p = 0; p < players; p++)
                for (var a = game.Offsets[p]; a < game.Offsets[p + 1]; a++)
                    near[a].ShouldBe(1.0 / c.Strategies[p], 1e-5);
                foreach (var lambda in new[] { 1.0, 10, 100 })
                {
                    var far = LogitEquilibrium.Of(game, lambda);
                    if (far.Converged)
                        Regret(game, far.Choices).ShouldBeLessThanOrEqualTo((Math.Log(3) / lambda) + 1e-6);
                }
            }
        );

    [Fact]
    public void The_same_bits_on_any_number_of_threads()
    {
        var game = new Case([3, 3, 2], 5).Game();
        var alone = Bits(game);
        var many = new long[24][];
        Parallel.For(0, many.Length, i => many[i] = Bits(game));
        many.ShouldAllBe(bits => bits.SequenceEqual(alone));

        static long[] Bits(MatrixGame game) =>
            [
                .. MixedEquilibria
                    .Of(game)
                    .Equilibria.SelectMany(e => e.Choices)
                    .Concat(Quantal(game, 2))
                    .Concat(LevelK.Of(new MatrixAgents(game), 4).SelectMany(l => l))
                    .Select(BitConverter.DoubleToInt64Bits),
            ];
    }

    /// <summary>A best reply to a level is what the next level does: nobody at level k gains by leaving, against level k−1.</summary>
    [Fact]
    public void Each_level_replies_best_to_the_one_below() =>
        Holds(
            3,
            40,
            c =>
            {
                var game = new MatrixAgents(c.Game());
                var levels = LevelK.Of(game, 5);
                var worth = new double[game.Offsets[^1]];
                for (var k = 1; k < levels.Count; k++)
                {
                    game.Worth(levels[k - 1], worth, null);
                    for (var p = 0; p < 3; p++)
                    {
                        var own = Enumerable.Range(game.Offsets[p], c.Strategies[p]).ToArray();
                        own.Sum(a => levels[k][a]).ShouldBe(1, 1e-12);
                        own.Sum(a => levels[k][a] * worth[a]).ShouldBe(own.Max(a => worth[a]), 1e-6);
                    }
                }
            }
        );

    private static IReadOnlyList<double> Quantal(MatrixGame game, double lambda) =>
        LogitEquilibrium.Of(new MatrixAgents(game), lambda).Choices;

    private static void Alike(NumericEquilibria one, NumericEquilibria other)
    {
        if (one.Equilibria.Concat(other.Equilibria).Any(e => e.Degenerate))
            return;
        one.Equilibria.Count.ShouldBe(other.Equilibria.Count);
        foreach (var e in one.Equilibria)
            other.Equilibria.ShouldContain(o => o.Choices.Zip(e.Choices).All(pair => Math.Abs(pair.First - pair.Second) < 1e-6));
    }

    private static double Regret(MatrixAgents game, IReadOnlyList<double> choices)
    {
        double[] own = [.. choices];
        var worth = new double[own.Length];
        game.Worth(own, worth, null);
        var regret = 0.0;
        for (var p = 0; p + 1 < game.Offsets.Count; p++)
        {
            var actions = Enumerable.Range(game.Offsets[p], game.Offsets[p + 1] - game.Offsets[p]).ToArray();
            regret = Math.Max(regret, actions.Max(a => worth[a]) - actions.Sum(a => own[a] * worth[a]));
        }
        return regret;
    }
}
