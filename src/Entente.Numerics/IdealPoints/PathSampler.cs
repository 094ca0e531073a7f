using Entente.Numerics.Distributions;
using Entente.Numerics.Random;

namespace Entente.Numerics.IdealPoints;

/// <summary>
/// Draws from the posterior of the dynamic ordinal model in one dimension, by Gibbs' sampler with augmented data. A sweep draws every item, then every path.
/// Each has a stream of random numbers of its own in each sweep, so that the draws do not depend on who computes them: any number of threads gives the same bits.
/// </summary>
public static class PathSampler
{
    private const int ItemKind = 0;
    private const int PathKind = 1;
    private const int StartKind = 2;
    private const int TuneEvery = 25;

    // The rate at which steps in two dimensions explore best.
    private const double TargetRate = 0.35;

    /// <summary>Samples.</summary>
    /// <param name="votes">Items on which all voted alike say nothing and should be left out.</param>
    /// <param name="options">Priors; one dimension.</param>
    /// <param name="sampling">How long.</param>
    /// <param name="progress">Told the share of all sweeps that are done.</param>
    /// <param name="cancellation">Looked at in each sweep.</param>
    /// <exception cref="ArgumentException">Votes out of range, or more than one dimension.</exception>
    public static IdealPointDraws Run(
        OrdinalVotes votes,
        IdealPointOptions options,
        SamplerOptions sampling,
        IProgress<double>? progress = null,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(votes);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sampling);
        options.Check(votes);
        sampling.Check();
        if (options.Dimensions != 1)
            throw new ArgumentException($"{options.Dimensions} dimensions; the sampler draws one", nameof(options));
        var table = new VoteTable(votes, options.Smoothing);
        var start = FastFit.Run(table, options, null, cancellation);
        var run = new Shared(table, options, sampling, start.State, new Counter(progress, sampling), cancellation);
        var chains = new float[sampling.Chains][];
        // Chains side by side first: they never wait for each other.
        var beside = Math.Clamp(options.Threads, 1, sampling.Chains);
        var within = Math.Max(1, options.Threads / sampling.Chains);
        Parallel.For(
            0,
            sampling.Chains,
            new ParallelOptions { MaxDegreeOfParallelism = beside, CancellationToken = cancellation },
            k => chains[k] = run.Chain(k, within)
        );
        return new IdealPointDraws(table, start.Fit, sampling, chains);
    }

    /// <summary>What all chains share.</summary>
    private sealed record Shared(
        VoteTable Table,
        IdealPointOptions Options,
        SamplerOptions Sampling,
        FitState Start,
        Counter Counter,
        CancellationToken Cancellation
    )
    {
        public float[] Chain(int number, int threads)
        {
            var chain = Begin(number);
            var kept = new float[Sampling.Kept * Table.Cells];
            var draws = 0;
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = Cancellation };
            var total = Sampling.Burn + Sampling.PerChain;
            using var workers = new ThreadLocal<ItemDraw>(() => new ItemDraw(Table, Options.DiscriminationVariance));
            for (var sweep = 0; sweep < total; sweep++)
            {
                Cancellation.ThrowIfCancellationRequested();
                Sweep(chain, number, sweep, workers, parallel);
                if (sweep < Sampling.Burn && (sweep + 1) % TuneEvery == 0)
                    Tune(chain);
                if (sweep >= Sampling.Burn && (sweep - Sampling.Burn + 1) % Sampling.Thin == 0 && draws < Sampling.Kept)
                {
                    for (var c = 0; c < Table.Cells; c++)
                        kept[(c * Sampling.Kept) + draws] = (float)chain.Theta[c];
                    draws++;
                }
                Counter.Add();
            }
            return kept;
        }

        private void Sweep(ChainState chain, int number, int sweep, ThreadLocal<ItemDraw> workers, ParallelOptions parallel)
        {
            void Item(int v)
            {
                var random = new RandomStream(Sampling.Seed, RandomStream.Task(number, sweep, ItemKind, v));
                if (workers.Value!.Run(v, chain, ref random))
                    chain.Taken[v]++;
            }

            void Path(int i)
            {
                var random = new RandomStream(Sampling.Seed, RandomStream.Task(number, sweep, PathKind, i));
                if (Options.Path == PathPrior.OneSided)
                    PathDraw.OneSided(Table, i, chain, chain.Means, Options.Smoothing, ref random);
                else
                    PathDraw.Smoothed(Table, i, chain, Options.FirstVariance, ref random);
            }

            Each(Table.Items, Item, parallel);
            Each(Table.States, Path, parallel);
            chain.Standardise();
        }

        private static void Each(int count, Action<int> body, ParallelOptions parallel)
        {
            if (parallel.MaxDegreeOfParallelism > 1)
                Parallel.For(0, count, parallel, body);
            else
                for (var i = 0; i < count; i++)
                    body(i);
        }

        /// <summary>The fast fit, each chain off by as much as twice what it leaves open.</summary>
        private ChainState Begin(int number)
        {
            var chain = new ChainState(Table);
            for (var i = 0; i < Table.States; i++)
            {
                var random = new RandomStream(Sampling.Seed, RandomStream.Task(number, 0, StartKind, i));
                for (var c = Table.StateStart[i]; c < Table.StateStart[i + 1]; c++)
                    chain.Theta[c] = Start.X[c] + (2 * Math.Sqrt(Start.Variance[c].A) * random.Normal());
            }
            chain.Standardise();
            chain.Theta.CopyTo(chain.Means, 0);
            for (var v = 0; v < Table.Items; v++)
            {
                chain.Beta[v] = Start.BetaX[v];
                chain.Cut1[v] = Math.Clamp(Start.Cut1[v], 0.02 - ItemDraw.Bound, ItemDraw.Bound - 0.02);
                chain.Cut2[v] = Math.Clamp(Start.Cut2[v], chain.Cut1[v] + 0.01, ItemDraw.Bound - 0.01);
                var count = Table.BlockCount[v * 3] + Table.BlockCount[(v * 3) + 1] + Table.BlockCount[(v * 3) + 2];
                chain.Step[v] = Math.Clamp(2 / Math.Sqrt(count + 1), 0.05, 1);
            }
            return chain;
        }

        private static void Tune(ChainState chain)
        {
            for (var v = 0; v < chain.Step.Length; v++)
            {
                var rate = (double)chain.Taken[v] / TuneEvery;
                chain.Step[v] = Math.Clamp(chain.Step[v] * Math.Exp(rate - TargetRate), 0.01, 3);
                chain.Taken[v] = 0;
            }
        }
    }

    private sealed class Counter(IProgress<double>? progress, SamplerOptions sampling)
    {
        private readonly long total = (long)sampling.Chains * (sampling.Burn + sampling.PerChain);
        private long done;

        public void Add()
        {
            if (progress is not null && Interlocked.Increment(ref done) is var now && now % 20 == 0)
                progress.Report((double)now / total);
        }
    }
}
