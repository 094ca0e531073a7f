using Entente.Measures.Trade;

namespace Entente.Tests.Measures.Trade;

/// <summary>Shares, dependence, concentration and balance by their definitions.</summary>
public sealed class TradeMeasureTests
{
    // Correlates of War trade 4.0 (Barbieri and Keshk 2016), 2014, US$ million: China's imports and exports, Russia's imports and exports.
    private const double ChinaImports = 2_519_304.5;
    private const double ChinaExports = 2_818_426.8;
    private const double RussiaImports = 285_843.5;
    private const double RussiaExports = 497_614.9;

    [Fact]
    public void Totals_of_2014_give_the_balances_that_they_imply()
    {
        Value(TradeBalance.Of(ChinaExports, ChinaImports)).ShouldBe(299_122.3, 0.05);
        Value(TradeBalance.Of(RussiaExports, RussiaImports)).ShouldBe(211_771.4, 0.05);
        Value(TradeBalance.Relative(RussiaExports, RussiaImports)).ShouldBe(0.27030, 5e-6);
        Value(TradeBalance.Cover(RussiaExports, RussiaImports)).ShouldBe(1.74086, 5e-6);
    }

    /// <summary>The three measures by hand: √(0.25·0.01), 1 − 0.24, and their product (Barbieri 1996).</summary>
    [Fact]
    public void Barbieris_measures_follow_the_printed_formulas()
    {
        var measures = Interdependence.Barbieri(TradeFigure.Of(0.25), TradeFigure.Of(0.01));
        Value(measures.Salience).ShouldBe(0.05, 1e-15);
        Value(measures.Symmetry).ShouldBe(0.76, 1e-15);
        Value(measures.Interdependence).ShouldBe(0.038, 1e-15);
        Value(measures.Asymmetry).ShouldBe(0.24, 1e-15);
    }

    [Fact]
    public void Transposing_a_dyad_turns_what_is_directed_and_leaves_the_rest()
    {
        foreach (var (a, b) in Pairs())
        {
            var there = Interdependence.Barbieri(TradeFigure.Of(a), TradeFigure.Of(b));
            var back = Interdependence.Barbieri(TradeFigure.Of(b), TradeFigure.Of(a));
            back.Salience.ShouldBe(there.Salience);
            back.Symmetry.ShouldBe(there.Symmetry);
            back.Interdependence.ShouldBe(there.Interdependence);
            back.FirstShare.ShouldBe(there.SecondShare);
            Value(back.Asymmetry).ShouldBe(-Value(there.Asymmetry));
            Value(there.Salience).ShouldBeInRange(0, 1);
            Value(there.Symmetry).ShouldBeInRange(0, 1);
            Value(there.Interdependence).ShouldBeLessThanOrEqualTo(Value(there.Salience));
        }
    }

    /// <summary>Dependence is share times openness: Gartzke and Li (2003), Journal of Peace Research 40(5): 553-571.</summary>
    [Fact]
    public void Dependence_by_income_is_share_times_openness()
    {
        var random = new Random(5);
        for (var n = 0; n < 200; n++)
        {
            var (dyad, total, gdp, other) = (
                random.NextDouble(),
                1 + random.NextDouble(),
                1 + (5 * random.NextDouble()),
                1 + random.NextDouble()
            );
            var measures = Interdependence.OnealRussett(dyad, gdp, other);
            Value(measures.First).ShouldBe(Value(TradeShares.Of(dyad, total)) * (total / gdp), 1e-12);
            Value(measures.Lower).ShouldBe(Math.Min(dyad / gdp, dyad / other), 1e-12);
            Value(measures.Lower).ShouldBeLessThanOrEqualTo(Value(measures.Higher));
        }
    }

    [Fact]
    public void Shares_of_all_partners_add_up_to_one_and_order_does_not_matter()
    {
        var random = new Random(6);
        for (var n = 1; n < 60; n++)
        {
            var flows = Enumerable.Range(0, n).Select(_ => (double?)(random.NextDouble() * 1e9)).ToArray();
            var shares = TradeShares.OfAll(flows).Select(Value).ToArray();
            shares.Sum().ShouldBe(1, 1e-12);
            var index = Concentration.Herfindahl(flows);
            Value(index.Unit).ShouldBeInRange(1.0 / n - 1e-12, 1 + 1e-12);
            Value(index.Points).ShouldBe(10_000 * Value(index.Unit), 1e-9);
            Value(index.Unit).ShouldBe(shares.Sum(s => s * s), 1e-12);
            random.Shuffle(flows);
            Value(Concentration.Herfindahl(flows).Unit).ShouldBe(Value(index.Unit), 1e-12);
        }
    }

    [Fact]
    public void Equal_partners_and_a_single_one_are_the_bounds_of_concentration()
    {
        var four = Concentration.Herfindahl([5, 5, 5, 5]);
        Value(four.Unit).ShouldBe(0.25, 1e-15);
        Value(four.Points).ShouldBe(2500, 1e-9);
        Value(four.Root).ShouldBe(0.5, 1e-15);
        Value(four.Normalised).ShouldBe(0, 1e-15);
        Value(four.Equivalent).ShouldBe(4, 1e-12);
        Value(Concentration.Herfindahl([0, 7, 0]).Unit).ShouldBe(1);
        Concentration.Herfindahl([0, 7, 0]).Count.ShouldBe(1);
    }

    [Fact]
    public void What_is_missing_is_not_nothing()
    {
        TradeShares.Of(null, 10).Reason.ShouldBe(NoFigure.Missing);
        Value(TradeShares.Of(0, 10)).ShouldBe(0);
        TradeShares.Of(1, 0).Reason.ShouldBe(NoFigure.ZeroTotal);
        TradeShares.Of(-1, 10).Reason.ShouldBe(NoFigure.NotAFlow);
        TradeShares.Of(double.NaN, 10).Reason.ShouldBe(NoFigure.NotAFlow);
        TradeShares.Of(11, 10).Reason.ShouldBe(NoFigure.ExceedsTotal);
        TradeShares.OfTrade(1, null, 10, 10).Reason.ShouldBe(NoFigure.Missing);
        TradeShares.OfAll([1, null]).ShouldAllBe(s => s.Reason == NoFigure.Missing);
        Concentration.Herfindahl([1, null]).Unit.Reason.ShouldBe(NoFigure.Missing);
        Concentration.Herfindahl([]).Unit.Reason.ShouldBe(NoFigure.NothingToSum);
        Concentration.Herfindahl([0, 0]).Unit.Reason.ShouldBe(NoFigure.ZeroTotal);
        MirrorGap.Log(0, 1).Reason.ShouldBe(NoFigure.ZeroFlow);
        Interdependence.Barbieri(TradeFigure.Of(0.5), TradeFigure.Without(NoFigure.Missing)).Salience.Code.ShouldBe("missing");
        default(TradeFigure).Code.ShouldBe("missing");
    }

    [Fact]
    public void A_mirror_gap_of_freight_alone_leaves_nothing()
    {
        var gap = MirrorGap.Log(106, 100);
        Value(gap).ShouldBe(Math.Log(1.06), 1e-15);
        Value(MirrorGap.BeyondFreight(gap, 0.06)).ShouldBe(0, 1e-15);
    }

    /// <summary>The thresholds of SWD(2021) 352: 0.4, 0.5 and 1, each on its own and all together.</summary>
    [Theory]
    [InlineData(70, 20, 10, 50, true, true, true, true)]
    [InlineData(35, 33, 32, 50, false, true, true, false)]
    [InlineData(70, 20, 10, 200, true, true, false, false)]
    public void A_strategic_dependency_passes_three_thresholds(
        double a,
        double b,
        double c,
        double sold,
        bool first,
        bool second,
        bool third,
        bool all
    )
    {
        var test = StrategicDependency.Test([new("A", a, false), new("B", b, false), new("C", c, false), new("D", 30, true)], sold);
        test.Passed.ShouldBe([first, second, third]);
        test.Dependent.ShouldBe(all);
        test.FirstSupplier.ShouldBe("A");
        Value(test.OutsideShare).ShouldBe(100 / 130.0, 1e-12);
    }

    [Fact]
    public void A_dependency_that_cannot_be_told_is_not_denied()
    {
        StrategicDependency.Test([new("A", 1, false)], null).Dependent.ShouldBeNull();
        // Nothing is sold of it: nothing could replace it.
        StrategicDependency.Test([new("A", 1, false)], 0).Dependent.ShouldBe(true);
        StrategicDependency.Test([new("A", null, false)], 1).Dependent.ShouldBeNull();
    }

    internal static double Value(TradeFigure figure) => figure.Value.ShouldNotBeNull();

    private static IEnumerable<(double, double)> Pairs()
    {
        var random = new Random(4);
        for (var n = 0; n < 200; n++)
            yield return (random.NextDouble(), random.NextDouble());
    }
}
