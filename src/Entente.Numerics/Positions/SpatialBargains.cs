namespace Entente.Numerics.Positions;

/// <summary>How challenges become positions: each is a bargain between the two, and each actor takes the likeliest of those it is part of.</summary>
internal static class SpatialBargains
{
    // Where neither of two cares or can do anything, each keeps to its own.
    private const double OwnWeight = 1e-6;

    // Positions are rounded to a hundredth of the usual scale of 0 to 100.
    private const double Grain = 10_000;

    /// <summary>A bargain: who, with whom, and where both would then stand. The challenger with itself leaves all as it is.</summary>
    private sealed record Bargain(int Challenger, int Target, double[] First, double[] Second);

    /// <summary>The positions after the turn.</summary>
    public static double[][] Resolve(SpatialState state, SpatialChallenge?[] challenges)
    {
        var table = state.Table;
        var n = table.Actors;
        var open = new List<Bargain>[n];
        for (var i = 0; i < n; i++)
            open[i] = [new(i, i, [], [])];
        for (var i = 0; i < n; i++)
            if (challenges[i] is { } challenge)
            {
                var bargain = Between(table, i, challenge);
                open[i].Add(bargain);
                open[challenge.Target].Add(bargain);
            }
        var next = new double[n][];
        for (var k = 0; k < n; k++)
        {
            var utility = new double[n, open[k].Count];
            for (var i = 0; i < n; i++)
            for (var b = 0; b < open[k].Count; b++)
                utility[i, b] = Mean(state, i, open[k][b]);
            var chances = state.Chances(utility, open[k].Count);
            var taken = open[k][Array.IndexOf(chances, chances.Max())];
            next[k] =
                taken.Challenger == taken.Target ? [.. table.Positions[k]]
                : taken.Challenger == k ? taken.First
                : taken.Second;
        }
        return next;
    }

    private static Bargain Between(PositionTable table, int i, SpatialChallenge challenge)
    {
        var j = challenge.Target;
        var (first, second) = (new double[table.Issues], new double[table.Issues]);
        for (var d = 0; d < table.Issues; d++)
        {
            var (one, other) = (table.Salience[i][d] * challenge.Victory, table.Salience[j][d] * (1 - challenge.Victory));
            var (a, b) = (one * one, other * other);
            var (from, to) = (table.Positions[i][d], table.Positions[j][d]);
            var weight = a + b + OwnWeight;
            first[d] = Rounded((((a + OwnWeight) * from) + (b * to)) / weight);
            second[d] = Rounded(((a * from) + ((b + OwnWeight) * to)) / weight);
        }
        return new(i, j, first, second);
    }

    private static double Rounded(double position) => Math.Floor((position * Grain) + 0.5) / Grain;

    /// <summary>What all positions together are worth to an actor once a bargain is kept.</summary>
    private static double Mean(SpatialState state, int actor, Bargain bargain)
    {
        var n = state.Table.Actors;
        var sum = 0.0;
        if (bargain.Challenger != bargain.Target)
            sum += state.Own(actor, bargain.First) + state.Own(actor, bargain.Second);
        for (var k = 0; k < n; k++)
            if (bargain.Challenger == bargain.Target || (k != bargain.Challenger && k != bargain.Target))
                sum += state.Own(actor, k);
        return sum / n;
    }
}
