using Entente.Numerics.Mirror;

namespace Entente.Tests.Numerics;

/// <summary>Variances of reporters from mirror gaps, and the weighing of two reports.</summary>
public sealed class MirrorTests
{
    /// <summary>Reports drawn with known scatter: the search finds it again.</summary>
    [Fact]
    public void Known_variances_are_found_again()
    {
        double[] exporters = [0.01, 0.04, 0.25];
        double[] importers = [0.02, 0.09, 0.16];
        var random = new Random(11);
        List<int> x = [],
            m = [];
        List<double> gap = [];
        for (var n = 0; n < 60_000; n++)
        {
            var (i, j) = (n % 3, n / 3 % 3);
            x.Add(i);
            m.Add(j);
            gap.Add((Normal(random) * Math.Sqrt(importers[j])) - (Normal(random) * Math.Sqrt(exporters[i])));
        }
        var fit = Mirror.Fit([.. x], [.. m], [.. gap], [.. gap.Select(_ => 1.0)], 3, 3);
        fit.Converged.ShouldBeTrue();
        // Only sums of two are told apart: what is added to every exporter can be taken from every importer.
        for (var i = 0; i < 3; i++)
        for (var j = 0; j < 3; j++)
            (fit.OfExporter[i] + fit.OfImporter[j]).ShouldBe(exporters[i] + importers[j], 0.02);
    }

    [Fact]
    public void Nobody_is_taken_to_be_exact()
    {
        var fit = Mirror.Fit([0, 1, 0, 1], [0, 0, 1, 1], [0, 0, 0, 0], [1, 1, 1, 1], 2, 2);
        fit.OfExporter.ShouldAllBe(v => v == Mirror.Floor);
        fit.OfImporter.ShouldAllBe(v => v == Mirror.Floor);
    }

    [Fact]
    public void The_more_exact_report_weighs_more()
    {
        var (log, error) = Mirror.Reconcile(Math.Log(100), Math.Log(110), 0.01, 0.04);
        log.ShouldBe(((Math.Log(100) / 0.01) + (Math.Log(110) / 0.04)) / 125, 1e-12);
        error.ShouldBe(Math.Sqrt(1 / 125.0), 1e-12);
    }

    [Fact]
    public void Reports_that_are_far_apart_widen_the_interval()
    {
        var near = Mirror.Reconcile(Math.Log(100), Math.Log(104), 0.0025, 0.0025).Error;
        var far = Mirror.Reconcile(Math.Log(100), Math.Log(200), 0.0025, 0.0025).Error;
        far.ShouldBe(near * Math.Log(2) / Math.Sqrt(0.005), 1e-9);
    }

    [Fact]
    public void One_report_stands_alone_with_its_own_scatter()
    {
        Mirror.Reconcile(double.NaN, 3, 0.01, 0.04).ShouldBe((3, 0.2));
        Mirror.Reconcile(2, double.NaN, 0.01, 0.04).ShouldBe((2, 0.1));
        Mirror.Reconcile(double.NaN, double.NaN, 0.01, 0.04).Log.ShouldBe(double.NaN);
    }

    [Fact]
    public void What_is_no_number_is_refused() => Should.Throw<ArgumentException>(() => Mirror.Fit([0], [0], [double.NaN], [1], 1, 1));

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
