namespace Entente.Numerics.Rerouting;

/// <summary>
/// A game in which every player says yes or no, by payoffs in floating point. A profile is a number whose bit h is player h's yes. For games of any
/// number of strategies with exact payoffs there is <see cref="Games.PureEquilibria"/>.
/// </summary>
public static class YesNoGame
{
    /// <summary>More players than this make more profiles than anybody will solve a model for.</summary>
    public const int MostPlayers = 12;

    /// <summary>
    /// All profiles in which no player gains by changing alone; a player to whom both are the same says no. Those with fewest yeses come first.
    /// Empty where there is none.
    /// </summary>
    /// <param name="players">How many.</param>
    /// <param name="payoff">The payoff of a player in a profile.</param>
    /// <param name="indifference">A gain of at most this is no gain: what the payoffs' own errors could make.</param>
    public static IReadOnlyList<int> Equilibria(int players, Func<int, int, double> payoff, double indifference)
    {
        ArgumentNullException.ThrowIfNull(payoff);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(players, MostPlayers);
        var found = new List<int>();
        for (var profile = 0; profile < 1 << players; profile++)
        {
            var stays = true;
            for (var h = 0; h < players && stays; h++)
            {
                var (yes, no) = (payoff(h, profile | (1 << h)), payoff(h, profile & ~(1 << h)));
                stays = yes - no > indifference == ((profile >> h & 1) == 1);
            }
            if (stays)
                found.Add(profile);
        }
        return [.. found.OrderBy(p => System.Numerics.BitOperations.PopCount((uint)p)).ThenBy(p => p)];
    }
}
