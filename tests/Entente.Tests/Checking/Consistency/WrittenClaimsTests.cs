using Entente.Checking.Consistency;
using Entente.Checking.Deduction;
using Entente.Claims.Language;

namespace Entente.Tests.Checking.Consistency;

/// <summary>The same checks on claims as they are written in the claim language, bare years and inherited periods included.</summary>
public class WrittenClaimsTests
{
    [Theory]
    [InlineData(
        "$129bn ÷ 73 % = $177bn of exports RUS → CHN; + $111bn = $288bn, not $240bn",
        "exports(RUS -> CHN, energy, 2023) = 129e9 USD",
        "share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2023) = 73%",
        "exports(CHN -> RUS, 2023) = 111e9 USD",
        "trade(CHN, RUS, 2023) = 240e9 USD"
    )]
    [InlineData(
        "$190bn ÷ $147bn − 1 = +29.3 %, not +36 %",
        "growth(trade(CHN, RUS), 2022) = 36%",
        "trade(CHN, RUS, 2022) = 190e9 USD",
        "trade(CHN, RUS, 2021) = 147e9 USD"
    )]
    [InlineData(
        "€80bn ÷ €100bn − 1 = −20 %, not −40 %",
        "exports(DEU -> RUS, machinery, 2022-03) / exports(DEU -> RUS, machinery, 2022-02) - 1 = -40%",
        "exports(DEU -> RUS, machinery, 2022-02) = 100e9 EUR",
        "exports(DEU -> RUS, machinery, 2022-03) = 80e9 EUR"
    )]
    [InlineData(
        "2022-02-24 − 2022-02-04 = 20 days, not 30 days",
        "date(event(joint_statement_2022)) = 2022-02-04",
        "date(event(ukraine_invasion_2022)) = 2022-02-24",
        "days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 30"
    )]
    [InlineData(
        "trade CHN–RUS 2023: $240bn and more than $250bn",
        "trade(CHN, RUS, 2023) = 240e9 USD",
        "trade(CHN, RUS, 2023) > 250e9 USD"
    )]
    [InlineData(
        "70 % + 31 % = 101 %, more than 100 % of the whole",
        "share(trade(MEX, USA), of: trade(MEX), 2022) > 70%",
        "share(trade(MEX, CAN), of: trade(MEX), 2022) > 31%"
    )]
    [InlineData("rank(s)", "rank(CHN, among: partners(BRA), by: trade, 2022) = 1", "rank(USA, among: partners(BRA), by: trade, 2022) = 1")]
    public void Contradictory(string expected, params string[] text)
    {
        var found = new ConsistencyChecker().Find(Say.Author([.. text.Select(Parse)])).ShouldHaveSingleItem();

        found.Claims.Count.ShouldBe(text.Length);
        found.Explanation.ShouldBe(expected == "rank(s)" ? "CHN rank 1, USA rank 1" : expected);
    }

    [Theory]
    [InlineData(
        "trade(CHN, RUS, 2023) = 240e9 USD",
        "trade(CHN, RUS, 2023-01..2023-11) >= 200e9 USD and trade(CHN, RUS, 2023-01..2023-10) < 200e9 USD"
    )]
    [InlineData("growth(trade(CHN, RUS), 2022) = 36%", "trade(CHN, RUS, 2022) = 190e9 USD", "trade(CHN, RUS, 2023) = 240e9 USD")]
    [InlineData("share(trade(RUS, EU), of: trade(RUS), 2021) = 38%", "share(trade(RUS, CHN), of: trade(RUS), 2021) = 18%")]
    [InlineData("months(event(a), event(b)) = 7", "days(event(a), event(b)) = 203")]
    [InlineData("target(trade(CHN, RUS), 200e9 USD) = 2025", "target(trade(CHN, RUS), 200e9 USD) = 2024")]
    [InlineData(
        "exports(CHN -> RUS, 2023) = 111e9 USD",
        "share(exports(CHN -> RUS, cars), of: exports(CHN -> RUS), 2023) ~ 20%",
        "exports(CHN -> RUS, cars, 2023) = 23e9 USD"
    )]
    public void Compatible(params string[] text) => new ConsistencyChecker().Find(Say.Author([.. text.Select(Parse)])).ShouldBeEmpty();

    [Fact]
    public void A_written_deduction() =>
        DeductionChecker
            .TryCheck(Parse("if vote(RUS) = no and vote(CHN) = no then not passes(UNSC)"))
            .ShouldNotBeNull()
            .Verdict.ShouldBe(Entente.Checking.Verdict.Supported);

    private static Expression Parse(string text)
    {
        var outcome = ClaimParser.Parse(text);
        return outcome.Expression.ShouldNotBeNull(text);
    }
}
