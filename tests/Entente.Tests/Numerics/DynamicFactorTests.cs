using Entente.Numerics.Factors;

namespace Entente.Tests.Numerics;

/// <summary>The smoother against a published likelihood, the factor against series made from a known one.</summary>
public sealed class DynamicFactorTests
{
    /// <summary>Annual flow of the Nile at Aswan 1871–1970, 10⁸ m³ (Cobb 1978, Biometrika 65:243, table 1).</summary>
    private static readonly double[] Nile =
    [
        .. (
            "1120 1160 963 1210 1160 1160 813 1230 1370 1140 995 935 1110 994 1020 960 1180 799 958 1140 1100 1210 1150 1250 1260 1220 1030 1100 774 840 "
            + "874 694 940 833 701 916 692 1020 1050 969 831 726 456 824 702 1120 1100 832 764 821 768 845 864 862 698 845 744 796 1040 759 "
            + "781 865 845 944 984 897 822 1010 771 676 649 846 812 742 801 1040 860 874 848 890 744 749 838 1050 918 986 797 923 975 815 "
            + "1020 906 901 1170 912 746 919 718 714 740"
        )
            .Split(' ')
            .Select(v => double.Parse(v, System.Globalization.CultureInfo.InvariantCulture)),
    ];

    /// <summary>
    /// The local level of Durbin and Koopman 2012, chapter 2, at its maximum (15098.53, 1469.18): R's KFAS (Helske 2017, Journal of Statistical
    /// Software 78:10) prints a diffuse log-likelihood of −632.5456.
    /// </summary>
    [Fact]
    public void The_local_level_of_the_nile_has_the_published_likelihood()
    {
        var y = Nile.Select(v => new[] { v }).ToArray();
        var smoothed = ScalarStateSpace.Smooth(y, [1], [15098.53], 1, 1469.18, double.PositiveInfinity);
        smoothed.LogLikelihood.ShouldBe(-632.5456, 0.00005);
        // The smoothed level of the last year is the filtered one; Durbin and Koopman's figure 2.2 ends a little below 800.
        smoothed.Mean[^1].ShouldBeInRange(790, 800);
        smoothed.Variance[^1].ShouldBe(4032.2, 1, "the steady state of the filter, Durbin and Koopman 2.11");
    }

    [Fact]
    public void A_known_factor_is_found_again_with_its_loadings()
    {
        var (series, truth) = Made([0.9, 0.8, -0.7, 0.6], years: 200, missing: 0);
        var fit = DynamicFactor.Fit(series);
        fit.Converged.ShouldBeTrue();
        Correlation(fit.Factor, truth).ShouldBeGreaterThan(0.9);
        for (var i = 0; i < 4; i++)
            Math.Sign(fit.Loadings[i]).ShouldBe(i == 2 ? -1 : 1);
        fit.Loadings[0].ShouldBeGreaterThan(fit.Loadings[3]);
        fit.LoadingErrors.ShouldAllBe(e => e > 0 && e < 0.5);
    }

    [Fact]
    public void Missing_values_are_left_out_not_filled_in()
    {
        var (series, truth) = Made([0.9, 0.8, 0.7], years: 120, missing: 0.4);
        var fit = DynamicFactor.Fit(series);
        fit.Converged.ShouldBeTrue();
        Correlation(fit.Factor, truth).ShouldBeGreaterThan(0.8);
        // Where nothing is known the error is larger than where all is.
        var empty = Enumerable.Range(0, 120).Where(t => series.All(s => double.IsNaN(s[t]))).ToArray();
        var full = Enumerable.Range(0, 120).Where(t => series.All(s => !double.IsNaN(s[t]))).ToArray();
        empty.ShouldNotBeEmpty();
        empty.Average(t => fit.StandardError[t]).ShouldBeGreaterThan(full.Average(t => fit.StandardError[t]));
    }

    [Fact]
    public void The_order_of_series_changes_nothing()
    {
        var (series, _) = Made([0.9, 0.8, 0.4], years: 80, missing: 0.2);
        var (one, two) = (DynamicFactor.Fit(series), DynamicFactor.Fit([series[2], series[0], series[1]]));
        for (var t = 0; t < 80; t++)
            two.Factor[t].ShouldBe(one.Factor[t], 1e-3);
        two.Loadings[0].ShouldBe(one.Loadings[2], 1e-3);
    }

    [Fact]
    public void What_cannot_be_fitted_is_refused() =>
        Should.Throw<ArgumentException>(() =>
            DynamicFactor.Fit([
                [1, double.NaN, double.NaN],
            ])
        );

    [Fact]
    public void A_fit_that_was_not_finished_says_so() =>
        DynamicFactor.Fit(Made([0.9, 0.8, 0.4], years: 80, missing: 0.2).Series, iterations: 3).Converged.ShouldBeFalse();

    private static (double[][] Series, double[] Factor) Made(double[] loadings, int years, double missing)
    {
#pragma warning disable CA5394 // Made-up data need no secrecy.
        var random = new System.Random(7);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var factor = new double[years];
        for (var t = 0; t < years; t++)
            factor[t] = t == 0 ? Normal() : (0.9 * factor[t - 1]) + (Math.Sqrt(1 - 0.81) * Normal());
        var series = loadings
            .Select(l =>
            {
                var values = new double[years];
                for (var t = 0; t < years; t++)
                {
                    var value = (l * factor[t]) + (Math.Sqrt(1 - (l * l)) * Normal());
                    values[t] = random.NextDouble() < missing ? double.NaN : value;
                }
                return values;
            })
            .ToArray();
        return (series, factor);
#pragma warning restore CA5394
    }

    private static double Correlation(IReadOnlyList<double> a, IReadOnlyList<double> b)
    {
        var (meanA, meanB) = (a.Average(), b.Average());
        var cross = a.Zip(b, (x, y) => (x - meanA) * (y - meanB)).Sum();
        return cross / Math.Sqrt(a.Sum(x => (x - meanA) * (x - meanA)) * b.Sum(y => (y - meanB) * (y - meanB)));
    }
}
