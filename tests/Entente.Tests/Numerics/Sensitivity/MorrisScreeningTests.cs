using Entente.Numerics.Sensitivity;
using Shouldly;

namespace Entente.Tests.Numerics.Sensitivity;

public sealed class MorrisScreeningTests
{
    [Fact]
    public void Of_a_sum_every_effect_is_the_slope_from_everywhere()
    {
        var found = MorrisScreening.Run((u, y) => y[0] = (3 * u[0]) - (2 * u[1]) + (0 * u[2]), 3, 1, 10, 5, 2)[0];

        found[0].Mean.ShouldBe(3, 1e-12);
        found[0].Deviation.ShouldBe(0, 1e-12);
        found[1].Mean.ShouldBe(-2, 1e-12);
        found[1].MeanAbsolute.ShouldBe(2, 1e-12);
        found[2].MeanAbsolute.ShouldBe(0);
        found[0].Steps.ShouldBe(10);
    }

    /// <summary>
    /// Morris (1991), section 5: of twenty factors the first ten matter; the first seven with bends or in company (large σ), eight to ten alone
    /// and straight (σ near 0, μ = 20·Δ-scaled slope).
    /// </summary>
    [Fact]
    public void Morris_s_own_function_is_told_apart_as_in_his_figure_1()
    {
        var found = MorrisScreening.Run(MorrisFunction, 20, 1, 40, 3, 2)[0];

        for (var i = 0; i < 10; i++)
            found[i].MeanAbsolute.ShouldBeGreaterThan(25);
        for (var i = 10; i < 20; i++)
            found[i].MeanAbsolute.ShouldBeLessThan(15);
        for (var i = 7; i < 10; i++)
            found[i].Deviation.ShouldBeLessThan(10);
        for (var i = 0; i < 7; i++)
            found[i].Deviation.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void Steps_without_a_value_are_counted_out()
    {
        var found = MorrisScreening.Run((u, y) => y[0] = u[0] > 0.9 ? double.NaN : u[1], 2, 1, 50, 5, 2)[0];

        found[0].Steps.ShouldBeLessThan(50);
        found[1].Mean.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits() =>
        MorrisScreening.Run(MorrisFunction, 20, 1, 8, 3, 4)[0].ShouldBe(MorrisScreening.Run(MorrisFunction, 20, 1, 8, 3, 1)[0]);

    private static void MorrisFunction(ReadOnlySpan<double> u, Span<double> y)
    {
        var w = new double[20];
        for (var i = 0; i < 20; i++)
            w[i] = i is 2 or 4 or 6 ? 2 * ((1.1 * u[i] / (u[i] + 0.1)) - 0.5) : 2 * (u[i] - 0.5);
        var sum = 0.0;
        for (var i = 0; i < 20; i++)
        {
            sum += (i < 10 ? 20 : Sign(i + 1)) * w[i];
            for (var j = i + 1; j < 20; j++)
            {
                sum += (j < 6 ? -15 : Sign(i + j + 2)) * w[i] * w[j];
                for (var l = j + 1; l < 5; l++)
                {
                    sum += -10 * w[i] * w[j] * w[l];
                    for (var s = l + 1; s < 4; s++)
                        sum += 5 * w[i] * w[j] * w[l] * w[s];
                }
            }
        }
        y[0] = sum;
    }

    // The paper draws the small coefficients at random with unit variance; alternating signs of one do as well.
    private static double Sign(int k) => k % 2 == 0 ? 1 : -1;
}
