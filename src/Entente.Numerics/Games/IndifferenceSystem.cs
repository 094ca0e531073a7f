using Entente.Numerics.Random;

namespace Entente.Numerics.Games;

/// <summary>
/// The equations of an equilibrium on given supports: each player's probabilities sum to one, and each strategy that it takes is worth as much as
/// the first that it takes. As many as there are probabilities above zero.
/// </summary>
internal sealed class IndifferenceSystem
{
    private const double Exact = 1e-13;
    private const double Tie = 1e-9;
    private const double Nothing = 1e-9;

    private readonly MatrixAgents game;
    private readonly double unit;
    private readonly int[] taken;
    private readonly int[] first;
    private readonly double[] worth;
    private readonly double[] slope;
    private readonly double[,] rows;

    /// <param name="game">The game.</param>
    /// <param name="support">For each player the bits of the strategies that it takes.</param>
    /// <param name="unit">The unit of payoff.</param>
    public IndifferenceSystem(MatrixAgents game, ulong[] support, double unit)
    {
        (this.game, this.unit) = (game, unit);
        var all = game.Offsets[^1];
        taken =
        [
            .. Enumerable
                .Range(0, support.Length)
                .SelectMany(p =>
                    Enumerable
                        .Range(game.Offsets[p], game.Offsets[p + 1] - game.Offsets[p])
                        .Where(a => Takes(support[p], a - game.Offsets[p]))
                ),
        ];
        first = [.. Enumerable.Range(0, support.Length).Select(p => taken.First(a => a >= game.Offsets[p]))];
        (worth, slope) = (new double[all], new double[all * all]);
        rows = new double[taken.Length, taken.Length + 1];
    }

    /// <summary>Probabilities above zero.</summary>
    public int Unknowns => taken.Length;

    /// <summary>A beginning: all as likely, then at random.</summary>
    public double[] Begin(int number, ref RandomStream random)
    {
        var choices = new double[game.Offsets[^1]];
        foreach (var a in taken)
            choices[a] = number == 0 ? 1 : -Math.Log(1 - random.Uniform());
        for (var p = 0; p < first.Length; p++)
        {
            var own = choices.AsSpan(game.Offsets[p], game.Offsets[p + 1] - game.Offsets[p]);
            var sum = 0.0;
            foreach (var weight in own)
                sum += weight;
            for (var s = 0; s < own.Length; s++)
                own[s] /= sum;
        }
        return choices;
    }

    /// <summary>Newton's method; null where it does not come to probabilities above zero.</summary>
    public double[]? Solve(double[] choices, int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Fill(choices);
            if (!Gauss.Solve(rows))
                return null;
            var size = 0.0;
            for (var v = 0; v < taken.Length; v++)
                size = Math.Max(size, Math.Abs(rows[v, taken.Length]));
            // Long steps are cut: a polynomial's Newton step far out says little.
            var cut = size > 0.5 ? 0.5 / size : 1;
            for (var v = 0; v < taken.Length; v++)
                choices[taken[v]] += cut * rows[v, taken.Length];
            if (!double.IsFinite(size))
                return null;
            if (size <= Exact)
                break;
        }
        foreach (var a in taken)
            if (!(choices[a] > Nothing))
                return null;
        return choices;
    }

    /// <summary>The most that anybody would gain by leaving, in the unit of payoff, and whether a strategy that is not taken is as good.</summary>
    public (double Regret, bool Ties) Check(double[] choices)
    {
        game.Worth(choices, worth, null);
        var (regret, ties) = (0.0, false);
        for (var p = 0; p < first.Length; p++)
        {
            var (value, sum) = (0.0, 0.0);
            for (var a = game.Offsets[p]; a < game.Offsets[p + 1]; a++)
            {
                value += choices[a] * worth[a];
                sum += choices[a];
            }
            regret = Math.Max(regret, Math.Abs(sum - 1));
            for (var a = game.Offsets[p]; a < game.Offsets[p + 1]; a++)
            {
                var gain = (worth[a] - value) / unit;
                regret = Math.Max(regret, choices[a] > 0 ? Math.Abs(gain) : gain);
                ties |= choices[a] == 0 && gain > -Tie;
            }
        }
        return (regret, ties);
    }

    /// <summary>Whether the equations leave a direction open in which they stay true.</summary>
    public bool Singular(double[] choices)
    {
        Fill(choices);
        var n = taken.Length;
        for (var v = 0; v < n; v++)
            rows[v, n] = 1;
        if (!Gauss.Solve(rows))
            return true;
        for (var v = 0; v < n; v++)
            if (!(Math.Abs(rows[v, n]) < 1e9))
                return true;
        return false;
    }

    private static bool Takes(ulong support, int strategy) => strategy < 64 && (support >> strategy & 1) == 1;

    private void Fill(double[] choices)
    {
        game.Worth(choices, worth, slope);
        var (n, all) = (taken.Length, game.Offsets[^1]);
        for (int r = 0, p = -1; r < n; r++)
        {
            var a = taken[r];
            if (p + 1 < first.Length && a == first[p + 1])
            {
                p++;
                var sum = 0.0;
                for (var v = 0; v < n; v++)
                {
                    var own = taken[v] >= game.Offsets[p] && taken[v] < game.Offsets[p + 1];
                    rows[r, v] = own ? 1 : 0;
                    sum += own ? choices[taken[v]] : 0;
                }
                rows[r, n] = 1 - sum;
                continue;
            }
            for (var v = 0; v < n; v++)
                rows[r, v] = (slope[(a * all) + taken[v]] - slope[(first[p] * all) + taken[v]]) / unit;
            rows[r, n] = (worth[first[p]] - worth[a]) / unit;
        }
    }
}
