using Entente.Measures.Trade;

namespace Entente.Tests.Measures.Trade;

/// <summary>Was it price or quantity?</summary>
public sealed class ValueChangeTests
{
    /// <summary>+75 % by hand: the price up by 40 %, the quantity by 25 %. By logarithms ln 1.4 / ln 1.75 = 60.13 % of it is price.</summary>
    [Fact]
    public void Of_75_per_cent_more_60_per_cent_is_price_where_the_price_rose_by_40()
    {
        var change = Of(new ItemChange("crude oil", 100, 10, 175, 12.5));
        TradeMeasureTests.Value(change.Growth).ShouldBe(0.75, 1e-15);
        TradeMeasureTests.Value(change.Lmdi.PriceShare).ShouldBe(Math.Log(1.4) / Math.Log(1.75), 1e-12);
        // At old quantities 40, at old prices 25, both together 10; Bennet gives half of that to each.
        change.Plain.Price.ShouldBe(40, 1e-12);
        change.Plain.Quantity.ShouldBe(25, 1e-12);
        change.Plain.Interaction.ShouldBe(10, 1e-12);
        change.Bennet.Price.ShouldBe(45, 1e-12);
        TradeMeasureTests.Value(change.Laspeyres.Price).ShouldBe(1.4, 1e-12);
        TradeMeasureTests.Value(change.Fisher.Quantity).ShouldBe(1.25, 1e-12);
    }

    [Fact]
    public void Parts_add_to_the_change_and_indices_multiply_to_it()
    {
        var random = new Random(35);
        for (var n = 0; n < 300; n++)
        {
            var items = Enumerable
                .Range(0, 1 + random.Next(8))
                .Select(k => new ItemChange($"{k}", Some(random), 1 + random.NextDouble(), Some(random), 1 + random.NextDouble()))
                .ToArray();
            var change = Of(items);
            foreach (var parts in new[] { change.Plain, change.Bennet, change.Lmdi })
                (parts.Price + parts.Quantity + parts.Interaction + change.Entry).ShouldBe(change.Change, 1e-9 * change.Value1);
            foreach (var pair in new[] { change.Laspeyres, change.Paasche, change.Fisher })
                (TradeMeasureTests.Value(pair.Price) * TradeMeasureTests.Value(pair.Quantity)).ShouldBe(
                    change.Value1 / change.Value0,
                    1e-9
                );
            var back = Of([.. items.Select(i => new ItemChange(i.Item, i.Value1, i.Quantity1, i.Value0, i.Quantity0))]);
            // Time reversed, the methods that leave nothing over give the same parts with the other sign.
            back.Lmdi.Price.ShouldBe(-change.Lmdi.Price, 1e-9 * change.Value1);
            back.Bennet.Price.ShouldBe(-change.Bennet.Price, 1e-9 * change.Value1);
            TradeMeasureTests.Value(back.Fisher.Price).ShouldBe(1 / TradeMeasureTests.Value(change.Fisher.Price), 1e-9);
        }
    }

    [Fact]
    public void What_is_new_or_gone_has_no_price_to_compare()
    {
        var change = Of(new("oil", 100, 10, 150, 10), new("gas", 0, 0, 30, 3), new("timber", 20, 5, 0, 0));
        change.Entry.ShouldBe(10, 1e-12);
        change.Lmdi.Price.ShouldBe(50, 1e-12);
        change.Lmdi.Quantity.ShouldBe(0, 1e-12);
        (change.Lmdi.Price + change.Entry).ShouldBe(change.Change, 1e-12);
    }

    [Fact]
    public void Nothing_is_guessed_where_a_quantity_is_missing()
    {
        var outcome = ValueChange.Of([new("oil", 100, 10, 150, 10), new("gas", 10, null, 30, 3)]);
        outcome.Measures.ShouldBeNull();
        outcome.Reason.ShouldBe(NoFigure.Missing);
        outcome.Item.ShouldBe("gas");
        ValueChange.Of([new("gas", 10, 0, 30, 3)]).Reason.ShouldBe(NoFigure.ZeroFlow);
        ValueChange.Of([]).Reason.ShouldBe(NoFigure.NothingToSum);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 2.0000001)]
    [InlineData(2, 2.0019)]
    [InlineData(2, 9)]
    public void The_logarithmic_mean_lies_between_the_geometric_and_the_arithmetic(double a, double b)
    {
        var mean = ValueChange.LogMean(a, b);
        mean.ShouldBeGreaterThanOrEqualTo(Math.Sqrt(a * b) - 1e-12);
        mean.ShouldBeLessThanOrEqualTo(((a + b) / 2) + 1e-12);
        ValueChange.LogMean(b, a).ShouldBe(mean, 1e-12);
    }

    private static ValueChangeMeasures Of(params ItemChange[] items) => ValueChange.Of(items).Measures.ShouldNotBeNull();

    private static double Some(Random random) => 1 + (random.NextDouble() * 100);
}
