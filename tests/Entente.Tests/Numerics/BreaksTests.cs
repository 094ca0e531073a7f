using Entente.Numerics.Breaks;

namespace Entente.Tests.Numerics;

/// <summary>Bai and Perron's method against what is published of two series.</summary>
public sealed class BreaksTests
{
    /// <summary>
    /// The annual flow of the Nile at Aswan, 1871 to 1970, 10^8 m³: Cobb (1978), The Problem of the Nile, Biometrika 65(2): 243-251; `Nile` of R.
    /// </summary>
    private static readonly double[] Nile =
    [
        1120,
        1160,
        963,
        1210,
        1160,
        1160,
        813,
        1230,
        1370,
        1140,
        995,
        935,
        1110,
        994,
        1020,
        960,
        1180,
        799,
        958,
        1140,
        1100,
        1210,
        1150,
        1250,
        1260,
        1220,
        1030,
        1100,
        774,
        840,
        874,
        694,
        940,
        833,
        701,
        916,
        692,
        1020,
        1050,
        969,
        831,
        726,
        456,
        824,
        702,
        1120,
        1100,
        832,
        764,
        821,
        768,
        845,
        864,
        862,
        698,
        845,
        744,
        796,
        1040,
        759,
        781,
        865,
        845,
        944,
        984,
        897,
        822,
        1010,
        771,
        676,
        649,
        846,
        812,
        742,
        801,
        1040,
        860,
        874,
        848,
        890,
        744,
        749,
        838,
        1050,
        918,
        986,
        797,
        923,
        975,
        815,
        1020,
        906,
        901,
        1170,
        912,
        746,
        919,
        718,
        714,
        740,
    ];

    /// <summary>
    /// The ex-post real interest rate of the USA, 1961:1 to 1986:3, per cent: Garcia and Perron (1996), Review of Economics and Statistics
    /// 78(1): 111-125; the first application of Bai and Perron (2003). `RealInt` of strucchange.
    /// </summary>
    private static readonly double[] RealInterest =
    [
        1.99132,
        0.00403,
        2.27,
        0.84833,
        1.89112,
        -0.28,
        3.68431,
        1.62478,
        1.21599,
        1.28373,
        1.70141,
        3.16687,
        2.32779,
        2.26202,
        1.91218,
        3.53196,
        -0.31777,
        3.44694,
        1.52422,
        0.74268,
        1.31541,
        0.36646,
        3.59562,
        3.6574,
        0.97494,
        -0.5328,
        1.12681,
        0.31123,
        0.57834,
        1.08163,
        0.24977,
        0.23792,
        -0.32653,
        1.14733,
        1.19323,
        2.58962,
        0.01195,
        2.63842,
        0.42092,
        2.58823,
        -2.19809,
        2.89548,
        1.8213,
        0.86332,
        0.67496,
        0.34435,
        1.22762,
        -2.83991,
        -1.8163,
        -2.22965,
        -1.58457,
        -6.31184,
        -2.46258,
        -5.61479,
        -3.53887,
        1.0178,
        -1.58875,
        -1.85396,
        -0.2567,
        2.42226,
        -1.29502,
        -0.48977,
        1.21167,
        -4.85498,
        -3.599,
        0.17094,
        1.51603,
        -1.85304,
        -5.60478,
        -1.25767,
        0.96658,
        -3.09451,
        -5.26773,
        -4.03154,
        -1.76618,
        -5.73978,
        3.83047,
        0.52007,
        -0.18033,
        3.82808,
        3.01171,
        2.75289,
        11.74184,
        9.91701,
        3.03444,
        10.15143,
        9.29177,
        6.87498,
        2.43675,
        4.37202,
        6.77774,
        4.16692,
        5.65037,
        5.17734,
        9.41206,
        3.77006,
        4.24568,
        4.53154,
        3.39706,
        8.93951,
        4.20825,
        3.43461,
        4.30529,
    ];

    /// <summary>What `summary(breakpoints(Nile ~ 1))` of strucchange prints (Zeileis and others 2003): dates, sums of squares and BIC.</summary>
    [Fact]
    public void The_Nile_fell_in_1898()
    {
        var analysis = Analyse(Nile, new() { Variance = BreakVariance.ByRegime, Selection = BreakSelection.Bic });
        int[][] dates =
        [
            [],
            [1898],
            [1898, 1953],
            [1898, 1938, 1953],
            [1898, 1915, 1938, 1953],
            [1885, 1900, 1915, 1938, 1953],
        ];
        double[] sums = [2835157, 1597457, 1552924, 1538097, 1507888, 1659994];
        double[] bic = [1318, 1270, 1276, 1285, 1292, 1311];
        analysis.Partitions.Count.ShouldBe(6);
        for (var m = 0; m < 6; m++)
        {
            analysis.Partitions[m].Breaks.Select(b => b + 1871).ShouldBe(dates[m]);
            analysis.Partitions[m].SumOfSquares.ShouldBe(sums[m], 1);
            analysis.Partitions[m].Bic.ShouldBe(bic[m], 0.5);
        }
        analysis.Count.ShouldBe(1);
        // `confint` of the same: 1895 to 1902.
        var date = analysis.Dates.ShouldHaveSingleItem();
        (date.From + 1871, date.Last + 1871, date.To + 1871).ShouldBe((1895, 1898, 1902));
        analysis.BySequential.ShouldBe(1);
    }

    /// <summary>Bai and Perron (2003), section 6.1 and table I: breaks of 1966:4, 1972:3 and 1980:3, as their program (mbreaks) prints them.</summary>
    [Fact]
    public void The_real_interest_rate_broke_in_1966_1972_and_1980()
    {
        var analysis = Analyse(RealInterest, new());
        analysis.MinimumLength.ShouldBe(15);
        analysis.Partitions[1].Breaks.Select(Quarter).ShouldBe(["1980:3"]);
        analysis.Partitions[2].Breaks.Select(Quarter).ShouldBe(["1972:3", "1980:3"]);
        analysis.Partitions[3].Breaks.Select(Quarter).ShouldBe(["1966:4", "1972:3", "1980:3"]);
        analysis.Partitions.Take(4).Select(p => Math.Round(p.SumOfSquares, 2)).ShouldBe([1214.92, 645.00, 455.95, 445.18]);
        // Criteria choose two, the sequential test three.
        (analysis.ByBic, analysis.ByLwz, analysis.BySequential).ShouldBe((2, 2, 3));
        analysis.Count.ShouldBe(3);
        analysis.Regimes.Select(r => Math.Round(r.Level, 2)).ShouldBe([1.82, 0.87, -1.80, 5.64]);
    }

    /// <summary>The statistics of the same table: supF with autocorrelation allowed for, UDmax, and the sequential ones.</summary>
    [Fact]
    public void The_tests_of_the_real_interest_rate_have_the_published_values()
    {
        var tests = Analyse(RealInterest, new()).Tests.ShouldNotBeNull();
        tests.SupF.Select(t => Math.Round(t.Statistic, 3)).ShouldBe([57.906, 43.014, 33.323, 24.771, 18.326]);
        tests.SupF.Select(t => t.Critical).ShouldBe([8.58, 7.22, 5.96, 4.99, 3.91]);
        (Math.Round(tests.UdMax.Statistic, 3), tests.UdMax.Critical).ShouldBe((57.906, 8.88));
        tests.Sequential.Skip(1).Take(3).Select(t => Math.Round(t!.Value.Statistic, 3)).ShouldBe([33.927, 14.725, 0.033]);
        tests.Sequential.Skip(1).Take(3).Select(t => t!.Value.Critical).ShouldBe([10.13, 11.14, 11.83]);
        // Without room for autocorrelation (robust = 0 of the same program).
        var plain = Analyse(RealInterest, new() { Variance = BreakVariance.Common }).Tests.ShouldNotBeNull();
        plain.Sequential.Take(3).Select(t => Math.Round(t!.Value.Statistic, 2)).ShouldBe([89.24, 52.20, 7.41]);
    }

    /// <summary>
    /// Means 1.36 (0.16), −1.80 (0.51) and 5.64 (0.60) in parentheses robust errors; intervals 77 to 82 (95 %) and 78 to 81 (90 %) of the break at
    /// observation 79, lower ends 37 and 40 of that at 47. That program rounds and adds one to upper ends, once for every break: the upper end of
    /// the earlier break, 50 and 49 there, has one too many, and is not compared.
    /// </summary>
    [Fact]
    public void The_dates_of_the_real_interest_rate_are_as_uncertain_as_published()
    {
        var ninetyFive = Analyse(RealInterest, new() { Selection = BreakSelection.Bic });
        ninetyFive.Regimes.Select(r => Math.Round(r.Level, 3)).ShouldBe([1.355, -1.796, 5.643]);
        ninetyFive.Regimes.Select(r => Math.Round(r.LevelError, 2)).ShouldBe([0.16, 0.51, 0.60]);
        (Math.Round(ninetyFive.Dates[1].Low!.Value) + 1, Math.Round(ninetyFive.Dates[1].High!.Value) + 2).ShouldBe((77, 82));
        (Math.Round(ninetyFive.Dates[0].Low!.Value) + 1).ShouldBe(37);
        var ninety = Analyse(RealInterest, new() { Selection = BreakSelection.Bic, Confidence = 0.9 });
        (Math.Round(ninety.Dates[1].Low!.Value) + 1, Math.Round(ninety.Dates[1].High!.Value) + 2).ShouldBe((78, 81));
        (Math.Round(ninety.Dates[0].Low!.Value) + 1).ShouldBe(40);
    }

    /// <summary>The law of the date: symmetric around 0, with 11 as the 97.5th percentile that Bai (1997) gives; and it grows.</summary>
    [Fact]
    public void The_law_of_a_break_date_is_a_law()
    {
        BreakDateDistribution.Cumulative(0).ShouldBe(0.5, 1e-12);
        Math.Round(BreakDateDistribution.Quantile(0.975)!.Value, 1).ShouldBe(11.0);
        foreach (var (ratio, drift) in new[] { (1.0, 1.0), (2.0, 1.0), (0.2, 3.0), (5.0, 0.5) })
        {
            var last = 0.0;
            for (var x = -400.0; x <= 400; x += 0.5)
            {
                var value = BreakDateDistribution.Cumulative(x, ratio, drift);
                value.ShouldBeInRange(last - 1e-10, 1 + 1e-10);
                last = value;
            }
            BreakDateDistribution.Cumulative(-1e-9, ratio, drift).ShouldBe(BreakDateDistribution.Cumulative(1e-9, ratio, drift), 1e-4);
            var quantile = BreakDateDistribution.Quantile(0.9, ratio, drift).ShouldNotBeNull();
            BreakDateDistribution.Cumulative(quantile, ratio, drift).ShouldBe(0.9, 1e-9);
        }
        // Time reversed, the sides change places, and the unit is the variance of the other.
        BreakDateDistribution.Cumulative(-3, 2).ShouldBe(1 - BreakDateDistribution.Cumulative(3 * 2, 0.5), 1e-9);
    }

    /// <summary>No division is better than the one found: all of them are tried.</summary>
    [Theory]
    [InlineData(BreakModel.Level)]
    [InlineData(BreakModel.LevelAndTrend)]
    public void The_division_is_the_best_of_all(BreakModel model)
    {
        var random = new Random(98);
        for (var n = 0; n < 20; n++)
        {
            var values = Enumerable.Range(0, 24).Select(t => (random.NextDouble() * 4) + (t > 10 ? 2 : 0)).ToArray();
            var analysis = Analyse(values, new() { Model = model, MaxBreaks = 2 });
            var least = analysis.MinimumLength;
            var best = double.PositiveInfinity;
            for (var a = least - 1; a < 24; a++)
            for (var b = a + least; b < 24 - least; b++)
                best = Math.Min(best, Sum(values, model, 0, a) + Sum(values, model, a + 1, b) + Sum(values, model, b + 1, 23));
            analysis.Partitions[2].SumOfSquares.ShouldBe(best, 1e-8);
        }
    }

    [Fact]
    public void A_bent_line_is_a_break_of_the_trend_and_none_of_its_height()
    {
        var random = new Random(3);
        var values = Enumerable.Range(0, 60).Select(t => (t < 30 ? t : 30 + (0.2 * (t - 30))) + (0.3 * random.NextDouble())).ToArray();
        var analysis = Analyse(values, new() { Model = BreakModel.LevelAndTrend, Selection = BreakSelection.Bic });
        analysis.TestsAbsent.ShouldBe(BreakAbsence.TrendNotTabulated);
        analysis.Count.ShouldBe(1);
        analysis.Dates[0].Last.ShouldBeInRange(27, 31);
        analysis.Regimes[0].Slope!.Value.ShouldBe(1, 0.02);
        analysis.Regimes[1].Slope!.Value.ShouldBe(0.2, 0.02);
    }

    [Fact]
    public void Shifting_and_scaling_a_series_leaves_its_breaks()
    {
        var analysis = Analyse(Nile, new());
        var other = Analyse([.. Nile.Select(v => 5 - (3 * v))], new());
        other.Partitions.Select(p => string.Join(',', p.Breaks)).ShouldBe(analysis.Partitions.Select(p => string.Join(',', p.Breaks)));
        other.Tests!.SupF[0].Statistic.ShouldBe(analysis.Tests!.SupF[0].Statistic, 1e-8);
        other.Dates[0].Low!.Value.ShouldBe(analysis.Dates[0].Low!.Value, 1e-8);
    }

    [Fact]
    public void What_cannot_be_analysed_has_a_reason()
    {
        BaiPerron.Analyse([1, 2, 3]).Absence.ShouldBe(BreakAbsence.TooShort);
        BaiPerron.Analyse([.. Enumerable.Repeat(4.0, 50)]).Absence.ShouldBe(BreakAbsence.NoVariation);
        BaiPerron.Analyse([1, 2, double.NaN, 4, 5, 6, 7, 8]).Absence.ShouldBe(BreakAbsence.NotFinite);
        // Nine years: a regime needs three, which is no trimming of the tables; a criterion chooses.
        var shortSeries = Analyse([1, 1.2, 0.9, 1.1, 5, 5.2, 4.9, 5.1, 5], new());
        shortSeries.TestsAbsent.ShouldBe(BreakAbsence.TrimmingNotTabulated);
        shortSeries.Selection.ShouldBe(BreakSelection.Lwz);
        shortSeries.Partitions[1].Breaks.ShouldBe([3]);
    }

    private static BreakAnalysis Analyse(double[] values, BreakOptions options) =>
        BaiPerron.Analyse(values, options).Analysis.ShouldNotBeNull();

    private static string Quarter(int observation) => $"{1961 + (observation / 4)}:{(observation % 4) + 1}";

    private static double Sum(double[] values, BreakModel model, int first, int last)
    {
        var (n, y) = (last - first + 1, values[first..(last + 1)]);
        var mean = y.Average();
        var total = y.Sum(v => (v - mean) * (v - mean));
        if (model == BreakModel.Level)
            return total;
        var middle = (n - 1) / 2.0;
        var cross = y.Select((v, t) => (t - middle) * (v - mean)).Sum();
        return total - (cross * cross / y.Select((_, t) => (t - middle) * (t - middle)).Sum());
    }
}
