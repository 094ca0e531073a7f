using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

public class QuantityBoundsTests
{
    [Theory]
    [InlineData(36, 1, Hedge.None, "=", 35.5, 36.5)]
    [InlineData(36, 1, Hedge.Exactly, "=", 35.5, 36.5)]
    [InlineData(200, 1, Hedge.About, "~", 180.0, 220.0)]
    [InlineData(3, 1, Hedge.About, "~", 2.0, 4.0)]
    [InlineData(200, 1, Hedge.Nearly, "~", 180.0, 200.0)]
    [InlineData(200, 1, Hedge.JustOver, "~", 200.0, 220.0)]
    [InlineData(36, 1, Hedge.MoreThan, ">", 36.0, null)]
    [InlineData(36, 1, Hedge.LessThan, "<", null, 36.0)]
    [InlineData(36, 1, Hedge.AtLeast, ">=", 35.5, null)]
    [InlineData(36, 1, Hedge.AtMost, "<=", null, 36.5)]
    [InlineData(-200, 1, Hedge.About, "~", -220.0, -180.0)]
    public void Hedges_make_intervals(double value, double lastDigit, Hedge hedge, string relation, double? low, double? high)
    {
        var bounds = QuantityBounds.Of(new WrittenNumber(value, lastDigit), hedge);
        bounds.Relation.ShouldBe(relation);
        bounds.Low.ShouldBe(low);
        bounds.High.ShouldBe(high);
    }

    [Fact]
    public void More_than_leaves_out_the_number_itself()
    {
        var bounds = QuantityBounds.Of(new WrittenNumber(36, 1), Hedge.MoreThan);
        bounds.Contains(36).ShouldBeFalse();
        bounds.Contains(37).ShouldBeTrue();
    }

    [Fact]
    public void A_range_keeps_the_precision_of_both_ends()
    {
        var bounds = QuantityBounds.Of(new WrittenNumber(0.2, 0.01), Hedge.Between, new WrittenNumber(0.3, 0.01));
        bounds.ShouldBe(new WrittenBounds("between", 0.195, 0.305));
    }

    [Fact]
    public void The_report_gives_offsets_bounds_and_what_is_measured()
    {
        var line = "Energy was around 73 percent of Russian exports to China, up from $20 billion.";
        var report = QuantityReport.Of(line);
        report.Count.ShouldBe(2);
        var share = report[0];
        share.Text.ShouldBe("around 73 percent");
        line[share.Start..share.End].ShouldBe(share.Text);
        (share.Relation, share.Value, share.Unit, share.Of).ShouldBe(("~", 0.73, "share", "Russian exports"));
        share.Low!.Value.ShouldBe(0.657, 1e-12);
        report[1].Unit.ShouldBe("USD");
        QuantityReport.Of("").ShouldBeEmpty();
    }
}
