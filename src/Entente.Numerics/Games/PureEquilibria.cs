namespace Entente.Numerics.Games;

/// <summary>Equilibria in which nobody mixes, for any number of players.</summary>
public static class PureEquilibria
{
    /// <summary>The profiles from which no player gains by leaving alone.</summary>
    public static IReadOnlyList<int> Of(MatrixGame game, CancellationToken cancellation = default)
    {
        var found = new List<int>();
        for (var profile = 0; profile < game.Profiles; profile++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (Enumerable.Range(0, game.Players).All(player => Stays(game, profile, player)))
                found.Add(profile);
        }
        return found;
    }

    private static bool Stays(MatrixGame game, int profile, int player)
    {
        var origin = profile - (game.Choice(profile, player) * game.Strides[player]);
        var payoffs = game.Payoffs[player];
        for (var s = 0; s < game.Strategies[player]; s++)
            if (payoffs[origin + (s * game.Strides[player])] > payoffs[profile])
                return false;
        return true;
    }
}
