using System.Globalization;
using Entente.Numerics.Games;

namespace Entente.Models.Games;

/// <summary>Solves the games of files.</summary>
public static class GameSolving
{
    /// <param name="file">The game.</param>
    /// <param name="solver">By what.</param>
    /// <param name="lambda">For quantal response: how much payoffs count, per unit of payoff.</param>
    /// <param name="levels">For level-k: the highest level.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="UnsolvableGameException">The solver is not made for this game.</exception>
    /// <exception cref="GameFileException">The nodes make no game.</exception>
    public static GameSolution Solve(GameFile file, GameSolver solver, double lambda, int levels, CancellationToken cancellation = default)
    {
        var frame = GameFrame.Of(file);
        return solver switch
        {
            GameSolver.Nash => Nash(frame, cancellation),
            GameSolver.Quantal => Quantal(frame, lambda, cancellation),
            GameSolver.Backward => Backward(frame),
            _ => Levels(frame, levels),
        };
    }

    private static GameSolution Nash(GameFrame frame, CancellationToken cancellation)
    {
        if (frame.Tree is { HasPerfectRecall: false })
            throw new UnsolvableGameException("a player that forgets what it knew or did", "perfect recall, or another solver: qre");
        var plans = frame.Tree is { } tree ? TreePlans.Of(tree, cancellation) ?? throw TooLarge("too many plans") : null;
        var game = plans?.Game ?? frame.Matrix!;
        if (game.Players != 2)
            return Several(frame, plans, game, cancellation);
        if (
            game.Strategies.Max() > BimatrixEquilibria.MostStrategies
            || BimatrixEquilibria.SupportPairs(game.Strategies[0], game.Strategies[1]) > BimatrixEquilibria.MostSupports
        )
            throw TooLarge(string.Create(CultureInfo.InvariantCulture, $"{game.Strategies[0]} × {game.Strategies[1]} strategies"));
        var result = BimatrixEquilibria.Of(game, cancellation);
        var profiles = result
            .Equilibria.Select(e => new GameProfile
            {
                Choices = Choices(frame, plans, [e.Row, e.Column]),
                Payoffs = [Likelihood.Of(e.RowPayoff), Likelihood.Of(e.ColumnPayoff)],
                Component = e.Component + 1,
            })
            .ToList();
        var warnings = new List<string>();
        if (result.Degenerate)
            warnings.Add(
                "the game is degenerate: a strategy has more best replies than it mixes; the equilibria shown are the extreme ones, and mixtures of them within a component may be equilibria too"
            );
        if (plans is not null)
            warnings.Add("a tree's Nash equilibria may rest on threats that would not be carried out; backward induction leaves those out");
        return new()
        {
            Game = frame.Source,
            Solver = GameSolver.Nash,
            Profiles = profiles,
            Warnings = warnings,
            Certificate = new()
            {
                Converged = true,
                Exact = true,
                Residual = 0,
                Iterations = result.Supports,
                Degenerate = result.Degenerate,
                Stopped = "every pair of supports was tried",
            },
        };
    }

    /// <summary>One player, or three and more: who mixes nothing exactly, and with three and more who mixes by numbers.</summary>
    private static GameSolution Several(GameFrame frame, TreePlans? plans, MatrixGame game, CancellationToken cancellation)
    {
        var profiles = PureEquilibria
            .Of(game, cancellation)
            .Select(profile => new GameProfile
            {
                Choices = Choices(frame, plans, [.. Enumerable.Range(0, game.Players).Select(p => Sure(game, profile, p))]),
                Payoffs = [.. game.Payoffs.Select(p => Likelihood.Of(p[profile]))],
            })
            .ToList();
        if (game.Players == 1)
            return Solved(frame, profiles, [], game.Profiles, "every pure profile was tried");
        var mixed = MixedEquilibria.Of(game, cancellation);
        var numeric = mixed.Equilibria.Where(e => e.Choices.Any(c => c is > 0 and < 1)).ToList();
        profiles.AddRange(numeric.Select(e => NumericProfile(frame, plans, game, e)));
        var warnings = new List<string>
        {
            "between three and more, equilibria in which someone mixes are found by numbers: each is certified by its residual, but there may be more of them",
        };
        if (!mixed.AllSupports)
            warnings.Add(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"the game is too large for all combinations of supports: the {mixed.Supports} smallest were tried"
                )
            );
        if (mixed.Equilibria.Any(e => e.Degenerate))
            warnings.Add(
                "the game is degenerate: at an equilibrium a strategy that is not taken is as good, or the mix is not fixed; there may be infinitely many"
            );
        var solution = Solved(
            frame,
            profiles,
            warnings,
            game.Profiles,
            string.Create(
                CultureInfo.InvariantCulture,
                $"every pure profile was tried exactly, {mixed.Supports} combinations of supports by numbers"
            )
        );
        return numeric.Count == 0
            ? solution
            : solution with
            {
                Certificate = solution.Certificate with { Exact = false, Residual = numeric.Max(e => e.Regret) },
            };
    }

    private static GameSolution Solved(GameFrame frame, List<GameProfile> profiles, List<string> warnings, int tried, string stopped) =>
        new()
        {
            Game = frame.Source,
            Solver = GameSolver.Nash,
            Profiles = profiles,
            Warnings = warnings,
            Certificate = new()
            {
                Converged = true,
                Exact = true,
                Residual = 0,
                Iterations = tried,
                Stopped = stopped,
            },
        };

    private static GameProfile NumericProfile(GameFrame frame, TreePlans? plans, MatrixGame game, NumericEquilibrium found)
    {
        GameChoice[] choices;
        if (plans is null)
            choices = frame.Choices([.. found.Choices.Select(c => (Likelihood?)Likelihood.Of(c))]);
        else
        {
            var (mixes, at) = (new IReadOnlyList<Rational>[game.Players], 0);
            for (var p = 0; p < mixes.Length; p++)
            {
                mixes[p] = (Rational[])[.. Enumerable.Range(at, game.Strategies[p]).Select(a => Rational.Nearest(found.Choices[a]))];
                at += game.Strategies[p];
            }
            choices = Choices(frame, plans, mixes);
        }
        return new()
        {
            Choices = [.. choices.Select(c => c with { Likelihoods = [.. c.Likelihoods.Select(Numeric)] })],
            Payoffs = [.. new MatrixAgents(game).Value(found.Choices).Select(Likelihood.Of)],
        };
    }

    // What is not in a support is never taken, and what is alone in it always: that much is exact.
    private static Likelihood Numeric(Likelihood found) =>
        found.Value == 0 ? Likelihood.Of(Rational.Zero)
        : Math.Abs(found.Value - 1) < 1e-12 ? Likelihood.Of(Rational.One)
        : Likelihood.Of(found.Value);

    private static Rational[] Sure(MatrixGame game, int profile, int player)
    {
        var mix = new Rational[game.Strategies[player]];
        mix[game.Choice(profile, player)] = 1;
        return mix;
    }

    private static UnsolvableGameException TooLarge(string found) =>
        new(
            found,
            string.Create(
                CultureInfo.InvariantCulture,
                $"at most {BimatrixEquilibria.MostSupports} pairs of supports (10 × 10 is 184755); qre has no such limit"
            )
        );

    private static GameChoice[] Choices(GameFrame frame, TreePlans? plans, IReadOnlyList<Rational>[] mixes)
    {
        if (plans is null)
            return frame.Choices([.. mixes.SelectMany(m => m).Select(p => (Likelihood?)Likelihood.Of(p))]);
        var all = new Likelihood?[plans.Tree.Actions];
        for (var p = 0; p < mixes.Length; p++)
        {
            var behaviour = plans.Behaviour(p, mixes[p]);
            for (var a = 0; a < all.Length; a++)
                if (behaviour[a] is { } exact)
                    all[a] = Likelihood.Of(exact);
        }
        return frame.Choices(all);
    }

    private static GameSolution Quantal(GameFrame frame, double lambda, CancellationToken cancellation)
    {
        var result = LogitEquilibrium.Of(frame.Agents, lambda, cancellation);
        return new()
        {
            Game = frame.Source,
            Solver = GameSolver.Quantal,
            Lambda = lambda,
            Profiles = result.Converged ? [frame.Profile(result.Choices)] : [],
            Warnings = frame.Tree is { HasPerfectRecall: false }
                ? ["a player forgets what it knew or did; each information set chooses for itself"]
                : [],
            Certificate = new()
            {
                Converged = result.Converged,
                Exact = false,
                Residual = double.IsNaN(result.Residual) ? null : result.Residual,
                Iterations = result.Iterations,
                Path = (result.Steps, result.Turns),
                Stopped = result.Stopped,
            },
        };
    }

    private static GameSolution Backward(GameFrame frame)
    {
        if (frame.Tree is not { } tree)
            throw new UnsolvableGameException("a game in which all choose at once", "a tree (.efg); for this game: nash, qre, level-k");
        if (!tree.IsPerfectInformation)
        {
            var set = Enumerable.Range(0, tree.Sets.Count).First(h => tree.Members[h].Count > 1);
            throw new UnsolvableGameException(
                string.Create(CultureInfo.InvariantCulture, $"information set {frame.NameOf(set)} with {tree.Members[set].Count} nodes"),
                "a tree in which whoever moves knows all moves before; for this game: nash, qre, level-k"
            );
        }
        var result = BackwardInduction.Of(tree);
        var all = new Likelihood?[tree.Actions];
        for (var h = 0; h < tree.Sets.Count; h++)
        for (var a = 0; a < tree.Sets[h].Actions; a++)
            all[tree.Offsets[h] + a] = Likelihood.Of(result.Choice[h] == a ? Rational.One : Rational.Zero);
        var choices = frame.Choices(all);
        return new()
        {
            Game = frame.Source,
            Solver = GameSolver.Backward,
            Profiles =
            [
                new()
                {
                    Choices =
                    [
                        .. choices.Select(
                            (c, h) => c with { AsGood = [.. result.Best[h].Where(a => a != result.Choice[h]).Select(a => c.Actions[a])] }
                        ),
                    ],
                    Payoffs = [.. result.Value.Select(Likelihood.Of)],
                },
            ],
            Warnings = result.IsUnique
                ? []
                :
                [
                    "somewhere a player is indifferent: there are other subgame-perfect equilibria; the first action is shown, and what is as good",
                ],
            Certificate = new()
            {
                Converged = true,
                Exact = true,
                Residual = 0,
                Iterations = tree.Nodes.Count,
                Stopped = "every node was decided from the end",
            },
        };
    }

    private static GameSolution Levels(GameFrame frame, int levels) =>
        new()
        {
            Game = frame.Source,
            Solver = GameSolver.LevelK,
            Profiles = [.. LevelK.Of(frame.Agents, levels).Select((choices, k) => frame.Profile(choices) with { Level = k })],
            Certificate = new()
            {
                Converged = true,
                Exact = false,
                Residual = 0,
                Iterations = levels,
                Stopped = "every level was reckoned",
            },
        };
}
