using Entente.Checking;

namespace Entente.Tests.Checking;

/// <summary>Which recorded rate converts a figure: one of its own period, and two against the dollar where there is none between the currencies.</summary>
public sealed class RateTests
{
    private static SmallRecord Record =>
        new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "100000000000")
            .Row("trade", "AAA", "BBB", "2022-03", "10000000000", unit: "EUR")
            .Row("exchange_rate", "GBR", "USA", "2022", "0.8", "1", source: "Bank", item: "")
            .Row("exchange_rate", "GBR", "USA", "2022-03", "0.5", "1", source: "Bank", item: "")
            .Row("exchange_rate", "EU", "USA", "2022", "0.9", "1", source: "Bank", item: "")
            .Row("exchange_rate", "EU", "USA", "2022-03", "1", "1", source: "Bank", item: "")
            .Row("exchange_rate", "POL", "USA", "2022-12-31", "4.4", "1", source: "Bank", item: "", basis: "end of period");

    [Theory]
    [InlineData("trade(AAA, BBB, 2022) = 80e9 GBP", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2022) = 50e9 GBP", Verdict.Contradicted)]
    [InlineData("trade(AAA, BBB, 2022-03) = 5e9 GBP", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2022) = 440e9 PLN", Verdict.CannotTell)]
    public void Years_with_the_years_rate_months_with_the_months(string assertion, Verdict verdict) =>
        Record.Test(assertion).Verdict.ShouldBe(verdict);
}
