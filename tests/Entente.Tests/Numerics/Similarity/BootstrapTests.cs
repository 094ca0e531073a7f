using Entente.Numerics.Distributions;
using Entente.Numerics.Random;
using Entente.Numerics.Similarity;

namespace Entente.Tests.Numerics.Similarity;

public sealed class BootstrapTests
{
    private static readonly CrossTable Table = new(3, [58, 2, 1, 11, 6, 0, 4, 2, 9]);

    [Fact]
    public void The_same_seed_and_task_give_the_same_interval()
    {
        var one = SimilarityBootstrap.Of(Table, 500, 7, 3);
        SimilarityBootstrap.Of(Table, 500, 7, 3).ShouldBe(one);
        SimilarityBootstrap.Of(Table, 500, 7, 4).ShouldNotBe(one);
        SimilarityBootstrap.Of(Table, 500, 8, 3).ShouldNotBe(one);
    }

    /// <summary>Of a mean of n cases the scatter is known: the deviation of the cases by √n.</summary>
    [Fact]
    public void The_interval_of_a_mean_is_as_wide_as_theory_has_it()
    {
        var (mean, square, n) = (0.0, 0.0, Table.Total);
        for (var k = 0; k < 3; k++)
        for (var l = 0; l < 3; l++)
        {
            var agreement = 1 - (Math.Abs(k - l) / 2.0);
            mean += Table[k, l] * agreement / n;
            square += Table[k, l] * agreement * agreement / n;
        }
        var error = Math.Sqrt((square - (mean * mean)) / n);
        var interval = SimilarityBootstrap.Of(Table, 20_000, 1, 0)[(int)Coefficient.Agreement]!;
        interval.Low.ShouldBe(mean - (1.96 * error), 0.25 * error);
        interval.High.ShouldBe(mean + (1.96 * error), 0.25 * error);
        (interval.Draws, interval.UndefinedDraws, interval.Level).ShouldBe((20_000, 0, 0.95));
        var (low, high) = interval.Bca!.Value;
        // Agreement leans against its upper end: the corrected interval lies lower.
        low.ShouldBeLessThan(interval.Low);
        high.ShouldBeLessThanOrEqualTo(interval.High);
        low.ShouldBe(mean - (1.96 * error), error);
    }

    [Fact]
    public void Kappa_and_its_interval_stay_together()
    {
        var own = SimilarityCoefficients.Of(Table);
        var intervals = SimilarityBootstrap.Of(Table, 2_000, 1, 0);
        foreach (var c in Enum.GetValues<Coefficient>())
        {
            var interval = intervals[(int)c]!;
            interval.Low.ShouldBeLessThan(own[c]!.Value);
            interval.High.ShouldBeGreaterThan(own[c]!.Value);
        }
        // S is agreement stretched.
        intervals[(int)Coefficient.SAbsolute]!.Low.ShouldBe((2 * intervals[(int)Coefficient.Agreement]!.Low) - 1, 1e-12);
    }

    [Fact]
    public void What_cannot_scatter_says_so()
    {
        var same = SimilarityBootstrap.Of(new CrossTable(2, [9, 0, 0, 4]), 200, 1, 0);
        var kappa = same[(int)Coefficient.KappaLinear]!;
        (kappa.Low, kappa.High, kappa.Bca).ShouldBe((1, 1, null));
        SimilarityBootstrap.Of(new CrossTable(2, [9, 0, 0, 0]), 200, 1, 0)[(int)Coefficient.KappaLinear].ShouldBeNull();
        SimilarityBootstrap.Of(new CrossTable(2, [0, 0, 0, 0]), 200, 1, 0).ShouldAllBe(i => i == null);
        // Some draws hold one category only.
        SimilarityBootstrap.Of(new CrossTable(2, [5, 0, 0, 1]), 200, 1, 0)[(int)Coefficient.KappaLinear]!.UndefinedDraws.ShouldBeInRange(
            1,
            199
        );
        Should.Throw<ArgumentException>(() => SimilarityBootstrap.Of(new CrossTable(2, [0.5, 1, 1, 1]), 200, 1, 0));
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Should.Throw<OperationCanceledException>(() => SimilarityBootstrap.Of(Table, 200, 1, 0, cancellation: cancelled.Token));
    }

    [Fact]
    public void Random_numbers_are_even_and_of_their_stream()
    {
        var random = new RandomStream(1, 2);
        var seen = new int[6];
        var sum = 0.0;
        for (var i = 0; i < 60_000; i++)
        {
            seen[random.Below(6)]++;
            sum += random.Uniform();
        }
        seen.ShouldAllBe(n => n > 9_600 && n < 10_400);
        (sum / 60_000).ShouldBe(0.5, 0.005);
        new RandomStream(1, 2).Next().ShouldBe(new RandomStream(1, 2).Next());
        new RandomStream(1, 2).Next().ShouldNotBe(new RandomStream(2, 1).Next());
        RandomStream.Task(1, 2).ShouldNotBe(RandomStream.Task(2, 1));
        RandomStream.Task(0).ShouldNotBe(RandomStream.Task(0, 0));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1.959963984540054, 0.975)]
    [InlineData(-1, 0.15865525393145707)]
    [InlineData(-5, 2.866515718791939e-7)]
    public void The_normal_distribution(double z, double share)
    {
        StandardNormal.Cumulative(z).ShouldBe(share, 1e-14);
        StandardNormal.Quantile(share).ShouldBe(z, 1e-8);
    }
}
