using Entente.Reports;
using Entente.Reports.Charts;

namespace Entente.Tests.Reports;

public class HumanNumberTests
{
    [Theory]
    [InlineData(190.271e9, "USD", "$190.3bn")]
    [InlineData(240e9, "USD", "$240bn")]
    [InlineData(1.28e12, "CNY", "1.28tn CNY")]
    [InlineData(1.5e9, "EUR", "€1.5bn")]
    [InlineData(60, "USD/bbl", "60 USD/bbl")]
    [InlineData(0.293, "share", "29.3 %")]
    [InlineData(1, "share", "100 %")]
    [InlineData(-0.4, "share", "−40 %")]
    [InlineData(2, "rank", "no. 2")]
    [InlineData(20, "days", "20 days")]
    [InlineData(4209.3, "km", "4,209.3 km")]
    [InlineData(5977, "warheads", "5,977 warheads")]
    [InlineData(1.41e9, "persons", "1.41bn persons")]
    [InlineData(2025, "year", "2025")]
    [InlineData(38, null, "38")]
    [InlineData(12, "parsecs", "12 parsecs")]
    [InlineData(double.PositiveInfinity, "USD", "∞")]
    public void Numbers_read_as_people_write_them(double value, string? unit, string expected) =>
        HumanNumber.Format(value, unit).ShouldBe(expected);

    [Fact]
    public void Changes_carry_their_sign() => HumanNumber.Format(0.293, "share", signed: true).ShouldBe("+29.3 %");

    [Fact]
    public void Ranges_may_be_open()
    {
        HumanNumber.FormatRange(0.355, 0.365, "share").ShouldBe("35.5 % to 36.5 %");
        HumanNumber.FormatRange(36, double.PositiveInfinity, "count").ShouldBe("at least 36");
        HumanNumber.FormatRange(double.NegativeInfinity, 21, "days").ShouldBe("at most 21 days");
    }

    [Fact]
    public void Ticks_are_round_and_within_the_scale()
    {
        LinearScale.Over([0.281, 0.365], 0, 100).Ticks(3).Select(t => Math.Round(t, 10)).ShouldBe([0.3, 0.35]);
        var single = LinearScale.Over([5, 5], 0, 100);
        single[5].ShouldBe(50, 1e-9);
        foreach (var tick in single.Ticks(4))
            tick.ShouldBeInRange(single.Low, single.High);
    }
}
