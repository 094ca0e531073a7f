using Entente.Numerics.Sensitivity;
using Shouldly;

namespace Entente.Tests.Numerics.Sensitivity;

/// <summary>
/// Ishigami and Homma (1990); the indices of f = sin x₁ + 7 sin² x₂ + 0.1 x₃⁴ sin x₁ over (−π, π)³ have closed forms (Sobol and Levitan 1999,
/// Computer Physics Communications 117:52; Saltelli and others 2008, Global Sensitivity Analysis: The Primer, section 4.6).
/// </summary>
public sealed class SobolIndicesTests
{
    private static readonly double[] First = [0.313905, 0.442411, 0];
    private static readonly double[] Total = [0.557589, 0.442411, 0.243684];

    private static void Ishigami(ReadOnlySpan<double> u, Span<double> y)
    {
        var (x1, x2, x3) = (Angle(u[0]), Angle(u[1]), Angle(u[2]));
        y[0] = Math.Sin(x1) + (7 * Math.Sin(x2) * Math.Sin(x2)) + (0.1 * x3 * x3 * x3 * x3 * Math.Sin(x1));
        y[1] = 3;
        y[2] = u[1] < 0.001 ? double.NaN : y[0];
    }

    private static double Angle(double u) => Math.PI * ((2 * u) - 1);

    [Fact]
    public void Ishigami_s_function_has_its_published_indices()
    {
        var found = SobolIndices.Estimate(Ishigami, 3, 3, 1 << 17, 7, 2)[0];

        found.Mean.ShouldBe(3.5, 0.001);
        found.Variance.ShouldBe(0.5 + (49 / 8.0) + (0.1 * Math.Pow(Math.PI, 4) / 5) + (0.01 * Math.Pow(Math.PI, 8) / 18), 0.005);
        for (var i = 0; i < 3; i++)
        {
            found.Inputs![i].First.ShouldBe(First[i], 0.002);
            found.Inputs[i].Total.ShouldBe(Total[i], 0.002);
            // The error that is told covers the error that is made.
            Math.Abs(found.Inputs[i].First - First[i]).ShouldBeLessThan((4 * found.Inputs[i].FirstError) + 1e-4);
            Math.Abs(found.Inputs[i].Total - Total[i]).ShouldBeLessThan((4 * found.Inputs[i].TotalError) + 1e-4);
        }
    }

    [Fact]
    public void An_output_that_does_not_vary_has_no_indices_and_one_without_a_value_loses_its_points_only()
    {
        var found = SobolIndices.Estimate(Ishigami, 3, 3, 20_000, 7, 2);

        found[1].Inputs.ShouldBeNull();
        found[1].Variance.ShouldBe(0);
        found[2].Undefined.ShouldBeInRange(1, 200);
        found[2].Inputs![0].Total.ShouldBe(Total[0], 0.03);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var one = SobolIndices.Estimate(Ishigami, 3, 3, 4_000, 11, 1);
        var four = SobolIndices.Estimate(Ishigami, 3, 3, 4_000, 11, 4);

        for (var o = 0; o < 3; o++)
        {
            four[o].Mean.ShouldBe(one[o].Mean);
            if (one[o].Inputs is { } inputs)
                four[o].Inputs!.ShouldBe(inputs);
        }
    }

    [Fact]
    public void Cancelling_ends_it()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Should.Throw<OperationCanceledException>(() => SobolIndices.Estimate(Ishigami, 3, 3, 4_000, 11, 2, cancellation: source.Token));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_points_are_even_in_every_dimension(ulong seed)
    {
        var points = new ScrambledHalton(12, seed, 0);
        var counts = new int[12, 10];
        var point = new double[12];
        for (var i = 0; i < 5_000; i++)
        {
            points.Point(i, point);
            for (var d = 0; d < 12; d++)
                counts[d, (int)(point[d] * 10)]++;
        }
        // Random points would stray by 21 on average; these by less.
        for (var d = 0; d < 12; d++)
        for (var c = 0; c < 10; c++)
            Math.Abs(counts[d, c] - 500).ShouldBeLessThan(25);
    }
}
