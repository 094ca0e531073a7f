namespace Entente.Numerics.Games;

/// <summary>
/// Level-k reasoning (Stahl and Wilson 1995, Games and Economic Behavior 10:218; Nagel 1995, AER 85:1313): level 0 chooses at random,
/// level k replies best to level k−1, and what is equally good is taken equally often.
/// </summary>
public static class LevelK
{
    // Worth is reckoned in floating point: what differs by less than this share of the payoffs' spread is equally good.
    private const double Tie = 1e-9;

    /// <summary>The choices of each level up to the highest, level 0 first, by <see cref="IAgentGame.Offsets"/>.</summary>
    public static IReadOnlyList<double[]> Of(IAgentGame game, int highest)
    {
        var (agents, all) = (game.Owners.Count, game.Offsets[^1]);
        var level = new double[all];
        for (var h = 0; h < agents; h++)
            Uniform(game, h, level);
        var levels = new List<double[]> { level };
        var worth = new double[all];
        for (var k = 1; k <= highest; k++)
        {
            var next = new double[all];
            foreach (var player in game.Owners.Distinct())
            {
                // Where a player plans several moves, later ones first: what it will do itself is known when an earlier one is weighed.
                // Until then its own earlier moves are taken at random, so that it comes everywhere that the others let it.
                var plan = (double[])levels[k - 1].Clone();
                for (var h = 0; h < agents; h++)
                    if (game.Owners[h] == player)
                        Uniform(game, h, plan);
                for (var h = agents - 1; h >= 0; h--)
                    if (game.Owners[h] == player)
                    {
                        game.Worth(plan, worth, slope: null);
                        Best(game, h, worth, plan);
                        for (var a = game.Offsets[h]; a < game.Offsets[h + 1]; a++)
                            next[a] = plan[a];
                    }
            }
            levels.Add(next);
        }
        return levels;
    }

    private static void Uniform(IAgentGame game, int agent, double[] choices)
    {
        var (from, to) = (game.Offsets[agent], game.Offsets[agent + 1]);
        choices.AsSpan(from, to - from).Fill(1.0 / (to - from));
    }

    private static void Best(IAgentGame game, int agent, double[] worth, double[] choices)
    {
        var (from, to) = (game.Offsets[agent], game.Offsets[agent + 1]);
        var top = worth[from..to].Max() - (Tie * game.Spread);
        var count = worth[from..to].Count(w => w >= top);
        for (var a = from; a < to; a++)
            choices[a] = worth[a] >= top ? 1.0 / count : 0;
    }
}
