using System.Runtime.Intrinsics;
using Entente.Numerics.Distributions;
using Entente.Numerics.IdealPoints;
using Entente.Numerics.Random;
using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Entente.Tests.Numerics.IdealPoints;

/// <summary>Our own vectors against MathNet.Numerics.</summary>
public sealed class StandardNormalTests
{
    private static IEnumerable<double> Points(double from, double to, double step)
    {
        for (var x = from; x <= to; x += step)
            yield return x;
    }

    [Fact]
    public void The_distribution_function_keeps_its_digits_in_the_lower_tail()
    {
        foreach (var x in Points(-36, 9, 0.0437))
            StandardNormal
                .Cumulative(x)
                .ShouldBe(
                    0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2)),
                    Math.Max(1e-310, 3e-13 * StandardNormal.Cumulative(x)),
                    $"at {x}"
                );
    }

    [Fact]
    public void The_quantile_undoes_the_distribution_function()
    {
        foreach (var x in Points(-35, 5, 0.0511))
            StandardNormal.Quantile(StandardNormal.Cumulative(x)).ShouldBe(x, 1e-9, $"at {x}");
        foreach (var p in Points(0.001, 0.999, 0.0013))
            StandardNormal.Quantile(p).ShouldBe(Normal.InvCDF(0, 1, p), 1e-12, $"at {p}");
    }

    [Theory]
    // Φ(−1.96), Φ(−10), Φ(−30): Abramowitz and Stegun (1964), tables 26.1 and 26.2.
    [InlineData(-1.96, 0.0249978951482204)]
    [InlineData(-10, 7.61985302416053e-24)]
    [InlineData(-30, 4.90671392714820e-198)]
    public void Known_values(double x, double expected) => StandardNormal.Cumulative(x).ShouldBe(expected, 1e-12 * expected);

    [Fact]
    public void The_logarithm_goes_on_where_the_number_ends()
    {
        StandardNormal.LogCumulative(-100).ShouldBe(-5005.524208637, 1e-6);
        StandardNormal.LogCumulative(1.5).ShouldBe(Math.Log(Normal.CDF(0, 1, 1.5)), 1e-14);
    }

    [Fact]
    public void The_inverse_of_Mills_ratio_is_right_from_tail_to_tail()
    {
        foreach (var x in Points(-30, 8, 0.061))
        {
            var expected = Normal.PDF(0, 1, x) / (0.5 * SpecialFunctions.Erfc(-x / Math.Sqrt(2)));
            ChoiceTerms
                .DensityOverCumulative(Vector512.Create(x))
                .GetElement(0)
                .ShouldBe(expected, 1e-12 * Math.Max(expected, 1e-12), $"at {x}");
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Derivatives_of_a_choice_are_those_of_its_probability(int choice)
    {
        const double Step = 1e-4;
        double Log(double eta, double c1, double c2) =>
            Math.Log(ChoiceTerms.Probability(choice, Vector512.Create(eta), Vector512.Create(c1), Vector512.Create(c2)).GetElement(0));
        foreach (var eta in Points(-4, 4, 0.37))
        {
            var (c1, c2) = (-0.6, 0.9);
            var terms = ChoiceTerms.Of(choice, Vector512.Create(eta), Vector512.Create(c1), Vector512.Create(c2));
            terms.Score.GetElement(0).ShouldBe((Log(eta + Step, c1, c2) - Log(eta - Step, c1, c2)) / (2 * Step), 1e-6);
            terms.Slope1.GetElement(0).ShouldBe((Log(eta, c1 + Step, c2) - Log(eta, c1 - Step, c2)) / (2 * Step), 1e-6);
            terms.Slope2.GetElement(0).ShouldBe((Log(eta, c1, c2 + Step) - Log(eta, c1, c2 - Step)) / (2 * Step), 1e-6);
            terms
                .Information.GetElement(0)
                .ShouldBe(-(Log(eta + Step, c1, c2) - (2 * Log(eta, c1, c2)) + Log(eta - Step, c1, c2)) / (Step * Step), 1e-5);
        }
    }

    [Fact]
    public void Streams_of_tasks_are_uniform_and_their_own()
    {
        var first = new RandomStream(7, RandomStream.Task(0, 0, 0, 0));
        var again = new RandomStream(7, RandomStream.Task(0, 0, 0, 0));
        var other = new RandomStream(7, RandomStream.Task(0, 0, 0, 1));
        var (sum, squares, product) = (0.0, 0.0, 0.0);
        const int Draws = 100_000;
        for (var i = 0; i < Draws; i++)
        {
            var (x, y) = (first.Uniform(), other.Uniform());
            x.ShouldBe(again.Uniform());
            x.ShouldBeInRange(double.Epsilon, 1 - 1e-16);
            sum += x;
            squares += x * x;
            product += (x - 0.5) * (y - 0.5);
        }
        (sum / Draws).ShouldBe(0.5, 0.004);
        (squares / Draws).ShouldBe(1.0 / 3, 0.004);
        (product / Draws).ShouldBe(0, 0.002);
    }
}
