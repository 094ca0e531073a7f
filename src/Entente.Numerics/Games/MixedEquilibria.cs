using Entente.Numerics.Random;

namespace Entente.Numerics.Games;

/// <summary>One equilibrium of a game of three or more, found by numbers.</summary>
public sealed record NumericEquilibrium
{
    /// <summary>The probability of each strategy, one player's after the other's.</summary>
    public required IReadOnlyList<double> Choices { get; init; }

    /// <summary>The most that any player would gain by leaving alone, in units of the payoffs; reckoned anew from the choices.</summary>
    public required double Regret { get; init; }

    /// <summary>Some strategy that is not taken is as good as those taken, or the equations do not fix the mix: there may be equilibria all around.</summary>
    public required bool Degenerate { get; init; }
}

/// <summary>What was found, and how far it was looked for.</summary>
public sealed record NumericEquilibria
{
    public required IReadOnlyList<NumericEquilibrium> Equilibria { get; init; }

    /// <summary>Combinations of supports that were tried.</summary>
    public required long Supports { get; init; }

    /// <summary>False where supports were left out because there are too many.</summary>
    public required bool AllSupports { get; init; }
}

/// <summary>
/// Equilibria of games of any number of players in which somebody mixes: for each combination of supports (Porter, Nudelman and Shoham 2008, Games
/// and Economic Behavior 63:642) the equations that make everybody indifferent, by Newton's method from several beginnings. What is found is
/// certified by its regret; that nothing was missed is not, since a system of such equations may have solutions that no beginning leads to.
/// </summary>
public static class MixedEquilibria
{
    /// <summary>Combinations of supports times profiles beyond which the rest is left out, smallest supports first.</summary>
    public const long MostWork = 1_000_000;

    private const int Beginnings = 24;
    private const int MostSteps = 60;
    private const double Regretted = 1e-9;
    private const double Same = 1e-6;
    private const ulong Seed = 20260101;

    public static NumericEquilibria Of(MatrixGame game, CancellationToken cancellation = default)
    {
        var agents = new MatrixAgents(game);
        var unit = agents.Spread > 0 ? agents.Spread : 1;
        var found = new List<NumericEquilibrium>();
        var (tried, all) = (0L, true);
        foreach (var support in Supports(game))
        {
            cancellation.ThrowIfCancellationRequested();
            if ((tried + 1) * game.Profiles > MostWork)
            {
                all = false;
                break;
            }
            if (Dominated(game, agents, support))
            {
                tried++;
                continue;
            }
            var system = new IndifferenceSystem(agents, support, unit);
            var random = new RandomStream(Seed, (ulong)tried++);
            // Where nobody mixes there is nothing to solve.
            var beginnings = system.Unknowns == game.Players ? 1 : Beginnings;
            for (var b = 0; b < beginnings; b++)
            {
                var begin = system.Begin(b, ref random);
                if (system.Solve(begin, MostSteps) is not { } choices)
                    continue;
                var (regret, ties) = system.Check(choices);
                if (regret <= Regretted && !found.Exists(f => Near(f.Choices, choices)))
                    found.Add(
                        new()
                        {
                            Choices = choices,
                            Regret = regret * unit,
                            Degenerate = ties || system.Singular(choices),
                        }
                    );
            }
        }
        return new()
        {
            Equilibria = found,
            Supports = tried,
            AllSupports = all,
        };
    }

    /// <summary>Whether some strategy taken is worse than another of the same player's whatever the others take of theirs: then nobody would mix so.</summary>
    private static bool Dominated(MatrixGame game, MatrixAgents agents, ulong[] support)
    {
        for (var p = 0; p < game.Players; p++)
        for (var a = 0; a < game.Strategies[p]; a++)
        {
            if (a >= 63 || (support[p] >> a & 1) == 0)
                continue;
            for (var b = 0; b < game.Strategies[p]; b++)
                if (a != b && Worse(game, agents, support, p, a, b))
                    return true;
        }
        return false;
    }

    private static bool Worse(MatrixGame game, MatrixAgents agents, ulong[] support, int player, int one, int other)
    {
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            if (game.Choice(profile, player) != one || !Within(game, support, profile, player))
                continue;
            if (agents.Payoff(player, profile + ((other - one) * game.Strides[player])) <= agents.Payoff(player, profile))
                return false;
        }
        return true;
    }

    private static bool Within(MatrixGame game, ulong[] support, int profile, int except)
    {
        for (var p = 0; p < game.Players; p++)
        {
            var choice = game.Choice(profile, p);
            if (p != except && (choice >= 63 || (support[p] >> choice & 1) == 0))
                return false;
        }
        return true;
    }

    private static bool Near(IReadOnlyList<double> one, double[] other)
    {
        for (var a = 0; a < other.Length; a++)
            if (Math.Abs(one[a] - other[a]) > Same)
                return false;
        return true;
    }

    /// <summary>For each player the strategies that it takes, by their bits; few before many, so that what is left out is the largest.</summary>
    private static IEnumerable<ulong[]> Supports(MatrixGame game)
    {
        var most = game.Strategies.Sum(s => Math.Min(s, 63));
        for (var size = game.Players; size <= most; size++)
            foreach (var support in Sized(game, 0, size, new ulong[game.Players]))
                yield return support;
    }

    private static IEnumerable<ulong[]> Sized(MatrixGame game, int player, int left, ulong[] chosen)
    {
        if (player == game.Players)
        {
            if (left == 0)
                yield return (ulong[])chosen.Clone();
            yield break;
        }
        var others = game.Players - player - 1;
        for (var own = 1; own <= Math.Min(left - others, Math.Min(game.Strategies[player], 63)); own++)
        for (var bits = (1UL << own) - 1; bits < 1UL << Math.Min(game.Strategies[player], 63); bits = Following(bits))
        {
            chosen[player] = bits;
            foreach (var support in Sized(game, player + 1, left - own, chosen))
                yield return support;
        }
    }

    // The next larger number with as many bits.
    private static ulong Following(ulong bits)
    {
        var lowest = bits & (0 - bits);
        var ripple = bits + lowest;
        return ripple | (((bits ^ ripple) >> 2) / lowest);
    }
}
