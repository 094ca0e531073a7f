using Entente.Measures.Trade;

namespace Entente.Tests.Measures.Trade;

/// <summary>Intensity, complementarity and bias (Drysdale and Garnaut 1982), advantage (Balassa 1965), fit (Michaely 1996).</summary>
public sealed class IntensityTests
{
    /// <summary>I = C · B: three definitions of their own, one consequence.</summary>
    [Fact]
    public void Intensity_is_complementarity_times_bias()
    {
        var random = new Random(82);
        for (var n = 0; n < 300; n++)
        {
            var items = Enumerable.Range(0, 1 + random.Next(12)).Select(k => Item(random, k)).ToArray();
            var sold = items.Sum(i => i.Exports!.Value) * random.NextDouble();
            var measures = TradeIntensity.Decompose(sold, items);
            TradeMeasureTests
                .Value(measures.Intensity)
                .ShouldBe(TradeMeasureTests.Value(measures.Complementarity) * TradeMeasureTests.Value(measures.Bias), 1e-9);
        }
    }

    [Fact]
    public void One_item_fits_perfectly_and_all_is_bias()
    {
        var measures = TradeIntensity.Decompose(30, [new("27", 100, 10, 50, 510)]);
        TradeMeasureTests.Value(measures.Complementarity).ShouldBe(1, 1e-15);
        // (30/100) / (50/(510−10)) = 3.
        TradeMeasureTests.Value(measures.Intensity).ShouldBe(3, 1e-14);
        TradeMeasureTests.Value(measures.Bias).ShouldBe(3, 1e-14);
    }

    [Fact]
    public void One_who_buys_what_another_does_not_sell_does_not_fit()
    {
        var measures = TradeIntensity.Decompose(0, [new("27", 100, 0, 0, 500), new("84", 0, 50, 80, 600)]);
        TradeMeasureTests.Value(measures.Complementarity).ShouldBe(0);
        measures.Bias.Reason.ShouldBe(NoFigure.ZeroTotal);
        TradeMeasureTests.Value(Specialisation.Michaely([100, 0], [0, 80])).ShouldBe(0);
    }

    [Fact]
    public void Items_of_the_same_proportions_fit_wholly()
    {
        TradeMeasureTests.Value(Specialisation.Michaely([10, 30, 60], [1, 3, 6])).ShouldBe(100, 1e-12);
        // Half of what is sold meets half of what is bought.
        TradeMeasureTests.Value(Specialisation.Michaely([50, 50, 0], [0, 50, 50])).ShouldBe(50, 1e-12);
        Specialisation.Michaely([1, null], [1, 1]).Reason.ShouldBe(NoFigure.Missing);
        Should.Throw<ArgumentException>(() => Specialisation.Michaely([1], [1, 2]));
    }

    [Fact]
    public void Advantage_is_one_where_a_state_sells_as_the_world_does()
    {
        TradeMeasureTests.Value(Specialisation.Balassa(5, 100, 50, 1000)).ShouldBe(1, 1e-15);
        var strong = Specialisation.Balassa(20, 100, 50, 1000);
        TradeMeasureTests.Value(strong).ShouldBe(4, 1e-14);
        TradeMeasureTests.Value(Specialisation.Symmetric(strong)).ShouldBe(0.6, 1e-14);
        Specialisation.Balassa(1, 100, 0, 1000).Reason.ShouldBe(NoFigure.ZeroTotal);
        Specialisation.Balassa(null, 100, 1, 1000).Reason.ShouldBe(NoFigure.Missing);
    }

    /// <summary>Weighed by the world's shares, the advantages of all states in an item come to 1.</summary>
    [Fact]
    public void Advantages_weighed_by_size_come_to_one()
    {
        var random = new Random(65);
        var sold = Enumerable.Range(0, 9).Select(_ => (Item: random.NextDouble(), Other: random.NextDouble())).ToArray();
        var (worldItem, world) = (sold.Sum(s => s.Item), sold.Sum(s => s.Item + s.Other));
        sold.Sum(s =>
                (s.Item + s.Other) / world * TradeMeasureTests.Value(Specialisation.Balassa(s.Item, s.Item + s.Other, worldItem, world))
            )
            .ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Totals_that_do_not_fit_have_a_reason()
    {
        TradeIntensity.Intensity(1, 10, 100, 5, 50).Reason.ShouldBe(NoFigure.ExceedsTotal);
        TradeIntensity.Intensity(1, 0, 10, 5, 50).Reason.ShouldBe(NoFigure.ZeroTotal);
        TradeIntensity.Intensity(null, 10, 10, 5, 50).Reason.ShouldBe(NoFigure.Missing);
        TradeIntensity.Complementarity([]).Reason.ShouldBe(NoFigure.NothingToSum);
        TradeIntensity.Complementarity([new("27", 1, 60, 50, 100)]).Reason.ShouldBe(NoFigure.ExceedsTotal);
    }

    private static ItemTrade Item(Random random, int k)
    {
        var (imports, partner) = (random.NextDouble() * 10, random.NextDouble() * 10);
        return new($"{k}", random.NextDouble() * 100, imports, partner, imports + partner + (random.NextDouble() * 100));
    }
}
