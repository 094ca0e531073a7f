using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// One state's part of a sweep, given items and utilities: its path, drawn whole by filtering forwards and sampling backwards (Carter and Kohn 1994,
/// Biometrika 81:541; Frühwirth-Schnatter 1994, Journal of Time Series Analysis 15:183).
/// </summary>
internal static class PathDraw
{
    /// <param name="table">The votes.</param>
    /// <param name="state">Whose path.</param>
    /// <param name="chain">Items and utilities are read, positions drawn.</param>
    /// <param name="firstVariance">Of the first position.</param>
    /// <param name="random">The state's own stream.</param>
    public static void Smoothed(VoteTable table, int state, ChainState chain, double firstVariance, ref RandomStream random)
    {
        var (from, to) = (table.StateStart[state], table.StateStart[state + 1]);
        Span<double> precision = stackalloc double[to - from];
        Span<double> weighted = stackalloc double[to - from];
        for (var c = from; c < to; c++)
        {
            var t = c - from;
            (precision[t], weighted[t]) = OfVotes(table, c, chain);
            var before = t == 0 ? 1 / firstVariance : 1 / table.StepVariance[c];
            precision[t] += before + (c + 1 < to ? 1 / table.StepVariance[c + 1] : 0);
            if (t == 0)
                continue;
            precision[t] -= before * before / precision[t - 1];
            weighted[t] += before / precision[t - 1] * weighted[t - 1];
        }
        for (var c = to - 1; c >= from; c--)
        {
            var t = c - from;
            var sum = weighted[t] + (c + 1 < to ? chain.Theta[c + 1] / table.StepVariance[c + 1] : 0);
            chain.Theta[c] = (sum / precision[t]) + (random.Normal() / Math.Sqrt(precision[t]));
        }
    }

    /// <param name="means">The means of the sweep before; replaced by those of this one.</param>
    public static void OneSided(VoteTable table, int state, ChainState chain, double[] means, double smoothing, ref RandomStream random)
    {
        var (from, to) = (table.StateStart[state], table.StateStart[state + 1]);
        Span<double> next = stackalloc double[to - from];
        for (var c = from; c < to; c++)
        {
            var (precision, weighted) = OfVotes(table, c, chain);
            var (prior, variance) = (0.0, 1.0);
            if (c > from)
                (prior, variance) = (means[c - 1], table.StepVariance[c]);
            else if (to - from > 1)
                // s of the first period is by the votes of the second.
                (prior, variance) = (means[c + 1], smoothing - table.StepVariance[c + 1]);
            precision += 1 / variance;
            next[c - from] = (weighted + (prior / variance)) / precision;
            chain.Theta[c] = Math.Clamp(next[c - from] + (random.Normal() / Math.Sqrt(precision)), -5, 5);
        }
        next.CopyTo(means.AsSpan(from));
    }

    private static (double Precision, double Weighted) OfVotes(VoteTable table, int cell, ChainState chain)
    {
        var (precision, weighted) = (0.0, 0.0);
        for (var k = table.CellStart[cell]; k < table.CellStart[cell + 1]; k++)
        {
            var beta = chain.Beta[table.ItemOf[k]];
            precision += beta * beta;
            weighted += beta * chain.Utility[table.PlaceOf[k]];
        }
        return (precision, weighted);
    }
}
