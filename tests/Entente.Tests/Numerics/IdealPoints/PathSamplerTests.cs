using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;

namespace Entente.Tests.Numerics.IdealPoints;

/// <summary>Gibbs' sampler, and what its draws are worth.</summary>
public sealed class PathSamplerTests
{
    private static readonly MadeVotes Made = MadeVotes.Of(20, 3, 25, seed: 11);

    private static IdealPointDraws Sample(int threads, int draws = 16_000, ulong seed = 1, PathPrior path = PathPrior.Smoothed) =>
        PathSampler.Run(
            Made.Votes,
            new()
            {
                PositiveState = Made.Highest,
                Threads = threads,
                Path = path,
            },
            new()
            {
                Draws = draws,
                Seed = seed,
                Thin = Math.Max(1, draws / 2000),
            }
        );

    private static readonly Lazy<IdealPointDraws> Drawn = new(() => Sample(2));

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var one = Sample(1, draws: 1200);
        foreach (var threads in new[] { 2, 3, 9 })
        {
            var other = Sample(threads, draws: 1200);
            other.Cells.ShouldBe(one.Cells);
            other.LargestRHat.ShouldBe(one.LargestRHat);
        }
    }

    [Fact]
    public void Positions_that_are_known_lie_in_their_intervals()
    {
        var drawn = Drawn.Value;
        drawn.Converged.ShouldBeGreaterThan(0.5);
        var truth = Made.Standardised(drawn.Fast);
        var (held, all) = (0, 0);
        for (var c = 0; c < truth.Length; c++)
        {
            if (!drawn.Cells[c].Converged)
                continue;
            all++;
            held += truth[c] >= drawn.Cells[c].Quantile5 && truth[c] <= drawn.Cells[c].Quantile95 ? 1 : 0;
        }
        (held / (double)all).ShouldBeInRange(0.82, 0.97);
    }

    [Fact]
    public void Both_fits_agree_within_what_either_leaves_open()
    {
        var drawn = Drawn.Value;
        var (held, near) = (0, 0);
        for (var c = 0; c < drawn.Cells.Count; c++)
            if (drawn.Cells[c].Converged)
            {
                held++;
                // One is a mode and one a mean: where few votes hold a state at the end of the line they part, but by less than either's own doubt.
                var apart = Math.Abs(drawn.Cells[c].Mean - drawn.Fast.Position[0][c]) / drawn.Cells[c].Deviation;
                apart.ShouldBeLessThan(1.5);
                near += apart < 1 ? 1 : 0;
                (drawn.Fast.Error[0][c] / drawn.Cells[c].Deviation).ShouldBeInRange(0.7, 1.3);
            }
        ((double)near / held).ShouldBeGreaterThan(0.9);
        held.ShouldBeGreaterThan(20);
    }

    [Fact]
    public void With_one_sided_paths_both_fits_agree_too()
    {
        var drawn = Sample(2, draws: 8_000, path: PathPrior.OneSided);
        var held = 0;
        for (var c = 0; c < drawn.Cells.Count; c++)
            if (drawn.Cells[c].Converged)
            {
                held++;
                (Math.Abs(drawn.Cells[c].Mean - drawn.Fast.Position[0][c]) / drawn.Cells[c].Deviation).ShouldBeLessThan(1.5);
            }
        held.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Another_seed_gives_other_draws_and_the_same_answer()
    {
        var (one, other) = (Drawn.Value, Sample(2, seed: 2));
        for (var c = 0; c < one.Cells.Count; c++)
            if (one.Cells[c].Converged && other.Cells[c].Converged)
            {
                one.Cells[c].Mean.ShouldNotBe(other.Cells[c].Mean);
                one.Cells[c].Mean.ShouldBe(other.Cells[c].Mean, 0.35 * one.Cells[c].Deviation);
            }
    }

    [Fact]
    public void Too_few_draws_give_no_figures()
    {
        var few = Sample(2, draws: 80);
        few.Converged.ShouldBe(0);
        few.Cells.ShouldAllBe(c => double.IsNaN(c.Mean) && double.IsNaN(c.Quantile95) && !c.Converged);
    }

    [Fact]
    public void It_can_be_cancelled_and_tells_how_far_it_is()
    {
        var told = new List<double>();
        using var source = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() =>
            PathSampler.Run(
                Made.Votes,
                new() { PositiveState = Made.Highest, Threads = 1 },
                new() { Draws = 100_000 },
                new Teller(share =>
                {
                    told.Add(share);
                    if (told.Count == 3)
                        source.Cancel();
                }),
                source.Token
            )
        );
        told.ShouldBe(told.Order());
    }

    [Fact]
    public void Chains_that_disagree_are_told_from_chains_that_agree()
    {
        var random = new RandomStream(5, RandomStream.Task(0, 0, 0, 0));
        float[] Chain(double mean, double stays)
        {
            var x = 0.0;
            var draws = new float[1000];
            for (var i = 0; i < draws.Length; i++)
            {
                x = (stays * x) + (Math.Sqrt(1 - (stays * stays)) * random.Normal());
                draws[i] = (float)(mean + x);
            }
            return draws;
        }
        var good = Convergence.Of([Chain(0, 0), Chain(0, 0), Chain(0, 0), Chain(0, 0)]);
        good.RHat.ShouldBe(1, 0.005);
        good.BulkSize.ShouldBeInRange(3300, 4700);
        good.Holds(4).ShouldBeTrue();
        // An autoregression of 0.9 is worth (1 − 0.9) / (1 + 0.9) of as many draws.
        Convergence.Of([Chain(0, 0.9), Chain(0, 0.9), Chain(0, 0.9), Chain(0, 0.9)]).BulkSize.ShouldBeInRange(140, 290);
        var apart = Convergence.Of([Chain(0, 0), Chain(0, 0), Chain(0, 0), Chain(1.5, 0)]);
        apart.RHat.ShouldBeGreaterThan(1.1);
        apart.Holds(4).ShouldBeFalse();
        // One place and different spreads: what only the folded draws see.
        var spread = Chain(0, 0);
        Convergence
            .Of([
                [.. spread.Select(x => 4 * x)],
                Chain(0, 0),
                Chain(0, 0),
                Chain(0, 0),
            ])
            .RHat.ShouldBeGreaterThan(1.05);
    }

    private sealed class Teller(Action<double> tell) : IProgress<double>
    {
        public void Report(double value) => tell(value);
    }
}
