using System.Collections.Concurrent;
using Entente.Models;
using Entente.Models.Declared;
using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Checking.Reasoning;

/// <summary>
/// Draws of an argument's numbers, each with the truth of every claim. A draw's numbers come from a stream of its own, so that they are the same bits on
/// any number of threads; nothing is allocated per draw where the game is one in which all moves are known.
/// </summary>
public sealed class ArgumentDraws
{
    private const int Chunk = 128;
    private const int Stream = 0x4172;

    private readonly DeclaredArgument argument;
    private readonly GaussianCopula? copula;
    private readonly Spread[] ranges;
    private readonly ConcurrentBag<Situation> spare = [];

    public ArgumentDraws(DeclaredArgument argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        this.argument = argument;
        ranges = [.. argument.Inputs.Select(i => i.Range)];
        copula = argument.Links.Count == 0 ? null : GaussianCopula.Of([.. argument.Links.Select(l => (l.First, l.Second, l.Correlation))]);
    }

    /// <summary>How many numbers one draw takes.</summary>
    public int Width => argument.Inputs.Count;

    /// <summary>1, 0 or NaN for each claim, with the numbers at given values; all NaN where there is no solution.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Hold(ReadOnlySpan<double> values, Span<double> truths)
    {
        var situation = Rent();
        values.CopyTo(situation.Inputs);
        var solved = Hold(situation, truths);
        spare.Add(situation);
        return solved;
    }

    /// <summary>The same at quantiles of some numbers, the others at their modes.</summary>
    /// <param name="free">The places of the numbers that are drawn.</param>
    /// <param name="quantiles">One for each of them.</param>
    public void HoldAt(IReadOnlyList<int> free, ReadOnlySpan<double> quantiles, Span<double> truths)
    {
        var situation = Rent();
        for (var i = 0; i < ranges.Length; i++)
            situation.Inputs[i] = ranges[i].Mode;
        for (var f = 0; f < free.Count; f++)
            situation.Inputs[free[f]] = ranges[free[f]].At(quantiles[f]);
        Hold(situation, truths);
        spare.Add(situation);
    }

    /// <summary>Something of the solved game, at given numbers; null where there is no solution.</summary>
    public T? Solved<T>(ReadOnlySpan<double> values, Func<Situation, T> what)
        where T : class
    {
        var situation = Rent();
        values.CopyTo(situation.Inputs);
        var found = situation.Solve() ? what(situation) : null;
        spare.Add(situation);
        return found;
    }

    /// <summary>All draws.</summary>
    /// <param name="draws">How many.</param>
    /// <param name="seed">The same seed gives the same bits.</param>
    /// <param name="threads">At most so many.</param>
    /// <param name="only">The places of numbers that are drawn; the others stay at their modes. Null for all.</param>
    /// <param name="values">Takes the numbers, draw by draw; null where they are not wanted.</param>
    /// <param name="progress">Told how many are done, from several threads.</param>
    /// <returns>For each draw and claim 1, 0 or NaN: [draw · claims + claim].</returns>
    public double[] Run(
        int draws,
        ulong seed,
        int threads,
        IReadOnlyList<int>? only = null,
        double[]? values = null,
        Action<int>? progress = null,
        CancellationToken cancellation = default
    )
    {
        var claims = argument.Claims.Count;
        var truths = new double[draws * claims];
        var drawn = new bool[ranges.Length];
        foreach (var place in only ?? [.. Enumerable.Range(0, ranges.Length)])
            drawn[place] = true;
        var done = 0;
        Parallel.For(
            0,
            (draws + Chunk - 1) / Chunk,
            new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            chunk =>
            {
                var situation = Rent();
                var last = Math.Min(draws, (chunk + 1) * Chunk);
                for (var d = chunk * Chunk; d < last; d++)
                {
                    cancellation.ThrowIfCancellationRequested();
                    Draw(seed, d, drawn, situation.Inputs);
                    if (values is not null)
                        situation.Inputs.CopyTo(values, d * ranges.Length);
                    Hold(situation, truths.AsSpan(d * claims, claims));
                }
                spare.Add(situation);
                progress?.Invoke(Interlocked.Add(ref done, last - (chunk * Chunk)));
            }
        );
        return truths;
    }

    private void Draw(ulong seed, int draw, bool[] drawn, double[] inputs)
    {
        var random = new RandomStream(seed, RandomStream.Task(Stream, draw));
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = random.Uniform();
        copula?.Correlate(inputs);
        for (var i = 0; i < inputs.Length; i++)
            inputs[i] = drawn[i] ? ranges[i].At(inputs[i]) : ranges[i].Mode;
    }

    private bool Hold(Situation situation, Span<double> truths)
    {
        if (!situation.Solve())
        {
            truths.Fill(double.NaN);
            return false;
        }
        for (var c = 0; c < truths.Length; c++)
            truths[c] = argument.Claims[c].Holds.Of(situation);
        return true;
    }

    private Situation Rent() => spare.TryTake(out var situation) ? situation : new(argument.Scenario, ranges.Length);
}
