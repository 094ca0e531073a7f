using Entente.Checking;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>Rule 1: a claim is held to the digits it was written with.</summary>
public class PrecisionTests
{
    private static readonly SmallRecord Record = new SmallRecord()
        .Row("trade", "AAA", "BBB", "2022", "190270000000")
        .Row("growth", "AAA", "BBB", "2022", "0.293", "share", of: "trade")
        .Row("rank", "BBB", "AAA", "2022", "3", "rank", of: "trade")
        .Row("nuclear_warheads", "AAA", null, "2022-01", "5977", "warheads", source: "Institute", item: "")
        .Row("border_length", "AAA", "BBB", "2020", "4209.3", "km", item: "");

    [Theory]
    [InlineData("trade(AAA, BBB, 2022) = 190e9 USD", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2022) = 190.3e9 USD", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2022) = 190.4e9 USD", Verdict.Close)]
    [InlineData("trade(AAA, BBB, 2022) = 191e9 USD", Verdict.Close)]
    [InlineData("trade(AAA, BBB, 2022) = 192e9 USD", Verdict.Contradicted)]
    [InlineData("growth(trade(AAA, BBB), 2022) = 29%", Verdict.Supported)]
    [InlineData("growth(trade(AAA, BBB), 2022) = 30%", Verdict.Close)]
    [InlineData("growth(trade(AAA, BBB), 2022) = 29.4%", Verdict.Close)]
    [InlineData("growth(trade(AAA, BBB), 2022) = 31%", Verdict.Contradicted)]
    [InlineData("growth(trade(AAA, BBB), 2022) ~ 31%", Verdict.Supported)]
    [InlineData("growth(trade(AAA, BBB), 2022) ~ 36%", Verdict.Contradicted)]
    [InlineData("trade(AAA, BBB, 2022) > 190e9 USD", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2022) < 190e9 USD", Verdict.Close)]
    [InlineData("trade(AAA, BBB, 2022) < 180e9 USD", Verdict.Contradicted)]
    [InlineData("trade(AAA, BBB, 2022) within [180e9 USD, 200e9 USD]", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2022) within [150e9 USD, 160e9 USD]", Verdict.Contradicted)]
    [InlineData("trade(AAA, BBB, 2022) != 250e9 USD", Verdict.Supported)]
    [InlineData("nuclear_warheads(AAA, 2022) = 5977", Verdict.Supported)]
    [InlineData("nuclear_warheads(AAA, 2022) = 6100", Verdict.Contradicted)]
    public void The_written_digits_decide(string assertion, Verdict verdict)
    {
        var outcome = Record.Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }

    [Theory]
    [InlineData("rank(BBB, among: partners(AAA), by: trade, 2022) = 3", Verdict.Supported)]
    [InlineData("rank(BBB, among: partners(AAA), by: trade, 2022) = 2", Verdict.Contradicted)]
    [InlineData("rank(BBB, among: partners(AAA), by: trade, 2022) <= 5", Verdict.Supported)]
    [InlineData("rank(BBB, among: partners(AAA), by: trade, 2022) < 3", Verdict.Contradicted)]
    public void Ranks_are_right_or_wrong(string assertion, Verdict verdict) => Record.Test(assertion).Verdict.ShouldBe(verdict);

    [Fact]
    public void Off_by_is_asserted_less_recorded()
    {
        Record.Test("growth(trade(AAA, BBB), 2022) = 36%").OffBy!.Value.ShouldBe(0.067, 1e-9);
        Record.Test("trade(AAA, BBB, 2022) > 190e9 USD").OffBy.ShouldBeNull();
    }

    [Theory]
    [InlineData("border_length(AAA, BBB) = 2615 miles", Verdict.Supported)]
    [InlineData("border_length(AAA, BBB) = 2616 miles", Verdict.Supported)]
    [InlineData("border_length(AAA, BBB) = 2618 miles", Verdict.Contradicted)]
    [InlineData("border_length(AAA, BBB) = 4209 km", Verdict.Supported)]
    [InlineData("border_length(AAA, BBB) = 4208 km", Verdict.Close)]
    public void A_converted_figure_may_have_been_rounded_twice(string assertion, Verdict verdict)
    {
        var outcome = Record.Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }

    [Fact]
    public void A_coarser_printing_is_no_second_reading()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "190000000000")
            .Row("trade", "AAA", "BBB", "2022", "190271000000");
        record.Evaluate("trade(AAA, BBB, 2022)").Answers.Count.ShouldBe(1);
        record.Test("trade(AAA, BBB, 2022) = 186e9 USD").Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Fact]
    public void What_only_the_records_rounding_allows_is_near()
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2022", "200000000000");
        record.Test("trade(AAA, BBB, 2022) = 200e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("trade(AAA, BBB, 2022) = 196e9 USD").Verdict.ShouldBe(Verdict.Close);
    }

    [Theory]
    [InlineData(Bound.MoreThan, "trade(AAA, BBB, 2022) > 99e9 USD", Verdict.Supported)]
    [InlineData(Bound.MoreThan, "trade(AAA, BBB, 2022) = 90e9 USD", Verdict.Contradicted)]
    [InlineData(Bound.MoreThan, "trade(AAA, BBB, 2022) = 107e9 USD", Verdict.CannotTell)]
    [InlineData(Bound.Nearly, "trade(AAA, BBB, 2022) = 98e9 USD", Verdict.Close)]
    [InlineData(Bound.About, "trade(AAA, BBB, 2022) = 120e9 USD", Verdict.Contradicted)]
    public void The_sources_own_hedges_are_kept(Bound bound, string assertion, Verdict verdict)
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2022", "100000000000", bound: bound);
        var outcome = record.Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }
}
