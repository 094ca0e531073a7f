using Entente.Numerics.Random;

namespace Entente.Numerics.Sensitivity;

/// <summary>What steps of one input did to one output, each step from another place.</summary>
/// <param name="Mean">μ: their mean. Steps up and down of the output cancel in it.</param>
/// <param name="MeanAbsolute">μ*: the mean of their absolute values; near 0 for an input that does nothing.</param>
/// <param name="Deviation">σ: their standard deviation; 0 for an input that adds the same from everywhere.</param>
/// <param name="Steps">How many steps had a value at both ends.</param>
public sealed record ElementaryEffects(double Mean, double MeanAbsolute, double Deviation, int Steps);

/// <summary>
/// Screening by steps of one input at a time (Morris 1991, Technometrics 33:161), with μ* by Campolongo, Cariboni and Saltelli (2007, Environmental
/// Modelling and Software 22:1509). Each trajectory starts at a random corner of a grid of quantiles and moves every input once, in random order. An
/// effect is the change of the output over the change of the quantile: it tells what matters, not how much of the variance.
/// </summary>
public static class MorrisScreening
{
    /// <param name="model">Called on several threads.</param>
    /// <param name="inputs">At least 1.</param>
    /// <param name="outputs">At least 1.</param>
    /// <param name="trajectories">At least 2; each calls the model once more than there are inputs.</param>
    /// <param name="seed">The same seed gives the same bits on any number of threads.</param>
    /// <param name="threads">At most so many at a time.</param>
    /// <param name="levels">Quantiles of the grid, even, from 0 to 1 with both.</param>
    /// <param name="cancellation">Looked at before every trajectory.</param>
    /// <returns>By output and input.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<IReadOnlyList<ElementaryEffects>> Run(
        UncertainModel model,
        int inputs,
        int outputs,
        int trajectories,
        ulong seed,
        int threads,
        int levels = 4,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        ArgumentOutOfRangeException.ThrowIfLessThan(trajectories, 2);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        if (levels < 2 || levels % 2 != 0)
            throw new ArgumentOutOfRangeException(nameof(levels), levels, "an even number, at least 2");
        // [trajectory][input · outputs + output]
        var effects = new double[trajectories][];
        Parallel.For(
            0,
            trajectories,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            t => effects[t] = Walk(model, inputs, outputs, levels, new RandomStream(seed, RandomStream.Task(0x4D6F, t)))
        );
        return
        [
            .. Enumerable
                .Range(0, outputs)
                .Select(o =>
                    (IReadOnlyList<ElementaryEffects>)[.. Enumerable.Range(0, inputs).Select(i => Summarise(effects, (i * outputs) + o))]
                ),
        ];
    }

    private static double[] Walk(UncertainModel model, int inputs, int outputs, int levels, RandomStream random)
    {
        // The step that gives every level the same chance of being an end (Morris 1991, section 3).
        var half = levels / 2;
        var at = new int[inputs];
        var point = new double[inputs];
        var order = new int[inputs];
        for (var i = 0; i < inputs; i++)
        {
            at[i] = random.Below(levels);
            point[i] = (double)at[i] / (levels - 1);
            var other = random.Below(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        var (before, after) = (new double[outputs], new double[outputs]);
        var effects = new double[inputs * outputs];
        model(point, before);
        foreach (var i in order)
        {
            var next = at[i] < half ? at[i] + half : at[i] - half;
            var step = (double)(next - at[i]) / (levels - 1);
            (at[i], point[i]) = (next, (double)next / (levels - 1));
            model(point, after);
            for (var o = 0; o < outputs; o++)
                effects[(i * outputs) + o] = (after[o] - before[o]) / step;
            (before, after) = (after, before);
        }
        return effects;
    }

    private static ElementaryEffects Summarise(double[][] effects, int place)
    {
        var (count, sum, absolute) = (0, 0.0, 0.0);
        foreach (var walk in effects)
            if (double.IsFinite(walk[place]))
            {
                sum += walk[place];
                absolute += Math.Abs(walk[place]);
                count++;
            }
        if (count == 0)
            return new(double.NaN, double.NaN, double.NaN, 0);
        var (mean, squares) = (sum / count, 0.0);
        foreach (var walk in effects)
            if (double.IsFinite(walk[place]))
                squares += (walk[place] - mean) * (walk[place] - mean);
        return new(mean, absolute / count, count < 2 ? double.NaN : Math.Sqrt(squares / (count - 1)), count);
    }
}
