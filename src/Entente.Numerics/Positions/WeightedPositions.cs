namespace Entente.Numerics.Positions;

/// <summary>The mean and the median of positions, each actor weighing capability × salience.</summary>
public static class WeightedPositions
{
    /// <summary>The weight of an actor on an issue.</summary>
    public static double Weight(PositionTable table, int actor, int issue) => table.Capability[actor] * table.Salience[actor][issue];

    /// <summary>The mean; NaN where nobody cares about the issue.</summary>
    public static double Mean(PositionTable table, int issue)
    {
        var (sum, weights) = (0.0, 0.0);
        for (var i = 0; i < table.Actors; i++)
        {
            var weight = Weight(table, i, issue);
            sum += weight * table.Positions[i][issue];
            weights += weight;
        }
        return weights > 0 ? sum / weights : double.NaN;
    }

    /// <summary>
    /// The lowest position that beats or ties every other in a vote by weight × difference of distances; on a line that is the position at which
    /// half of the weight is passed (Black 1948, Journal of Political Economy 56:23). NaN where nobody cares about the issue.
    /// </summary>
    public static double Median(PositionTable table, int issue)
    {
        var order = Enumerable.Range(0, table.Actors).OrderBy(i => table.Positions[i][issue]).ToArray();
        var half = order.Sum(i => Weight(table, i, issue)) / 2;
        if (!(half > 0))
            return double.NaN;
        // Sums of weights differ in their last bits by their order: what is half but for that is half.
        var enough = half * (1 - 1e-12);
        var passed = 0.0;
        foreach (var i in order)
            if ((passed += Weight(table, i, issue)) >= enough)
                return table.Positions[i][issue];
        return table.Positions[order[^1]][issue];
    }
}
