using Entente.Numerics.Distributions;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Tests.Numerics.IdealPoints;

/// <summary>Votes made by the model itself from positions that are known.</summary>
internal sealed record MadeVotes(OrdinalVotes Votes, double[,] Truth)
{
    /// <param name="dimensions">With 2, every other item discriminates along a second position, which is drawn like the first.</param>
    public static MadeVotes Of(int states, int periods, int itemsPerPeriod, ulong seed, int dimensions = 1)
    {
        var random = new RandomStream(seed, RandomStream.Task(0, 0, 9, 0));
        var truth = new double[states, periods];
        var second = new double[states, periods];
        for (var i = 0; i < states; i++)
        for (var t = 0; t < periods; t++)
        {
            truth[i, t] = t == 0 ? random.Normal() : truth[i, t - 1] + (0.25 * random.Normal());
            second[i, t] = t == 0 ? random.Normal() : second[i, t - 1] + (0.25 * random.Normal());
        }
        List<int> state = [],
            period = [],
            item = [];
        List<byte> choice = [];
        for (var v = 0; v < periods * itemsPerPeriod; v++)
        {
            var slope = (random.Uniform() < 0.5 ? -1 : 1) * (0.6 + random.Uniform());
            var cut = 0.8 * random.Normal();
            var gap = 0.2 + (0.8 * random.Uniform());
            for (var i = 0; i < states; i++)
            {
                var t = v / itemsPerPeriod;
                // Some stay away.
                if (random.Uniform() < 0.1)
                    continue;
                var position = dimensions == 2 && v % 2 == 1 ? second[i, t] : truth[i, t];
                var z = (slope * position) + random.Normal();
                state.Add(i);
                period.Add(t);
                item.Add(v);
                choice.Add(
                    (byte)(
                        z < cut ? 0
                        : z < cut + gap ? 1
                        : 2
                    )
                );
            }
        }
        var votes = new OrdinalVotes
        {
            States = states,
            Periods = periods,
            Items = periods * itemsPerPeriod,
            State = [.. state],
            Period = [.. period],
            Item = [.. item],
            Choice = [.. choice],
        };
        return new(votes, truth);
    }

    /// <summary>The state that is furthest up in truth: it orients the estimate.</summary>
    public int Highest
    {
        get
        {
            var best = 0;
            for (var i = 1; i < Votes.States; i++)
                if (Truth[i, 0] > Truth[best, 0])
                    best = i;
            return best;
        }
    }

    /// <summary>The truth of each cell of a fit, with mean 0 and variance 1 over them, as estimates have.</summary>
    public double[] Standardised(IdealPointFit fit)
    {
        var values = new double[fit.State.Length];
        for (var c = 0; c < values.Length; c++)
            values[c] = Truth[fit.State[c], fit.Period[c]];
        var mean = values.Average();
        var deviation = Math.Sqrt(values.Average(v => (v - mean) * (v - mean)));
        return Array.ConvertAll(values, v => (v - mean) / deviation);
    }

    public static double Correlation(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        var (xy, xx, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
            (xy, xx, yy) = (xy + ((x[i] - mx) * (y[i] - my)), xx + ((x[i] - mx) * (x[i] - mx)), yy + ((y[i] - my) * (y[i] - my)));
        return xy / Math.Sqrt(xx * yy);
    }
}
