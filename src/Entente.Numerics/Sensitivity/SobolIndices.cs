namespace Entente.Numerics.Sensitivity;

/// <summary>How much of an output's variance an input accounts for.</summary>
/// <param name="First">S_i: the share that would go, on average, if the input alone were known. With errors it may fall a little below 0.</param>
/// <param name="FirstError">Its standard error, over independent scrambles of the points.</param>
/// <param name="Total">S_Ti: the share that would stay if all but this input were known: what it does alone and with others.</param>
/// <param name="TotalError">Its standard error.</param>
public sealed record SobolIndex(double First, double FirstError, double Total, double TotalError);

/// <summary>The indices of one output.</summary>
public sealed record OutputSensitivity
{
    /// <summary>The output's mean over the inputs' distributions.</summary>
    public required double Mean { get; init; }

    /// <summary>Its variance.</summary>
    public required double Variance { get; init; }

    /// <summary>One for each input; null where the output does not vary: there is nothing to share out.</summary>
    public required IReadOnlyList<SobolIndex>? Inputs { get; init; }

    /// <summary>How many points were left out because the output had no value at one of their neighbours.</summary>
    public required int Undefined { get; init; }
}

/// <summary>
/// First-order and total indices (Sobol 2001, Mathematics and Computers in Simulation 55:271), by the two-matrix design of Saltelli and others
/// (2010, Computer Physics Communications 181:259): the first order by its Table 2 (b), the total by Table 2 (f), which is Jansen's (1999). The points
/// are several independent scrambles of one evenly spread sequence; the spread between them is the error that is told.
/// </summary>
public static class SobolIndices
{
    /// <summary>How many independent scrambles.</summary>
    public const int Scrambles = 8;

    /// <summary>How many times the model is called.</summary>
    public static long Evaluations(int inputs, int samples) => (long)PerScramble(samples) * Scrambles * (inputs + 2);

    /// <param name="model">Called on several threads.</param>
    /// <param name="inputs">How many inputs, at least 1.</param>
    /// <param name="outputs">How many outputs, at least 1.</param>
    /// <param name="samples">Points of each of the two matrices, rounded up to a multiple of <see cref="Scrambles"/>.</param>
    /// <param name="seed">The same seed gives the same bits on any number of threads.</param>
    /// <param name="threads">At most so many at a time.</param>
    /// <param name="progress">Told how many calls of the model are done.</param>
    /// <param name="cancellation">Looked at before every point.</param>
    /// <returns>One for each output.</returns>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static IReadOnlyList<OutputSensitivity> Estimate(
        UncertainModel model,
        int inputs,
        int outputs,
        int samples,
        ulong seed,
        int threads,
        Action<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputs);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(samples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(threads);
        var each = PerScramble(samples);
        var runs = new DesignRun[Scrambles];
        var done = 0L;
        for (var r = 0; r < Scrambles; r++)
        {
            var points = new ScrambledHalton(2 * inputs, seed, r);
            runs[r] = new DesignRun(inputs, outputs, each);
            var run = runs[r];
            Parallel.For(
                0,
                each,
                new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
                i =>
                {
                    run.Evaluate(i, points, model);
                    progress?.Invoke(Interlocked.Add(ref done, inputs + 2));
                }
            );
        }
        return [.. Enumerable.Range(0, outputs).Select(o => Summarise(runs, inputs, o))];
    }

    private static OutputSensitivity Summarise(DesignRun[] runs, int inputs, int output)
    {
        var parts = runs.Select(r => r.Moments(output)).ToArray();
        // One centre and one variance for all scrambles: a scramble's own would make ratios of two noisy numbers.
        var count = parts.Sum(p => p.Points);
        var undefined = runs.Sum(r => r.Points) - count;
        if (count == 0)
            return new()
            {
                Mean = double.NaN,
                Variance = double.NaN,
                Inputs = null,
                Undefined = undefined,
            };
        var mean = parts.Sum(p => p.Sum) / (2 * count);
        var variance = Math.Max(0, (parts.Sum(p => p.Square) / (2 * count)) - (mean * mean));
        // What is left of a constant is rounding.
        var varies = variance > 1e-24 * Math.Max(1e-300, parts.Sum(p => p.Square) / (2 * count));
        var used = runs.Zip(parts).Where(p => p.Second.Points > 0).Select(p => p.First).ToArray();
        return new()
        {
            Mean = mean,
            Variance = varies ? variance : 0,
            Undefined = undefined,
            Inputs = varies
                ? [.. Enumerable.Range(0, inputs).Select(i => Index([.. used.Select(r => r.Shares(output, i, mean, variance))]))]
                : null,
        };
    }

    private static SobolIndex Index((double First, double Total)[] parts)
    {
        var first = Spread([.. parts.Select(p => p.First)]);
        var total = Spread([.. parts.Select(p => p.Total)]);
        return new(first.Mean, first.Error, total.Mean, total.Error);
    }

    private static (double Mean, double Error) Spread(double[] values)
    {
        var mean = values.Sum() / values.Length;
        var squares = values.Sum(v => (v - mean) * (v - mean));
        return (mean, values.Length < 2 ? double.NaN : Math.Sqrt(squares / (values.Length - 1) / values.Length));
    }

    private static int PerScramble(int samples) => (samples + Scrambles - 1) / Scrambles;
}
