using Entente.Claims.Language;

namespace Entente.Tests.Claims.Language;

public sealed class PeriodInheritanceTests
{
    [Theory]
    [InlineData("growth(trade(CHN, RUS), 2022) = 36%", "growth(trade(CHN, RUS, 2022), 2022) = 36%")]
    [InlineData(
        "share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2023)",
        "share(exports(RUS -> CHN, energy, 2023), of: exports(RUS -> CHN, 2023), 2023)"
    )]
    [InlineData(
        "growth(share(trade(CHN, RUS), of: trade(CHN)), 2022)",
        "growth(share(trade(CHN, RUS, 2022), of: trade(CHN, 2022), 2022), 2022)"
    )]
    [InlineData("ratio(trade(CHN, RUS, 2021), trade(CHN, RUS), 2022)", "ratio(trade(CHN, RUS, 2021), trade(CHN, RUS, 2022), 2022)")]
    [InlineData("rank(CHN, among: partners(RUS), by: trade, 2023) = 1", "rank(CHN, among: partners(RUS, 2023), by: trade, 2023) = 1")]
    [InlineData("count(members(SCO), in: members(BRICS), 2023)", "count(members(SCO, 2023), in: members(BRICS, 2023), 2023)")]
    [InlineData("highest(trade(CHN, RUS), at: 2023, since: 1960)", "highest(trade(CHN, RUS, 2023), at: 2023, since: 1960)")]
    [InlineData("growth(trade(CHN, RUS), 2023, since: 2013)", "growth(trade(CHN, RUS, 2023), 2023, since: 2013)")]
    [InlineData("target(trade(CHN, RUS), 2024)", "target(trade(CHN, RUS, 2024), 2024)")]
    [InlineData("target(trade(CHN, RUS), 200e9 USD) = 2025", "target(trade(CHN, RUS), 200e9 USD) = 2025")]
    [InlineData("trade(CHN, RUS, 2022) > trade(CHN, IND)", "trade(CHN, RUS, 2022) > trade(CHN, IND)")]
    [InlineData("count(vote(RUS) = no and passes(UNSC), 2022)", "count(vote(RUS) = no and passes(UNSC), 2022)")]
    public void Inner_calls_inherit_the_outer_period(string text, string resolved) =>
        PeriodInheritance.Resolve(Elaborated(text)).ToString().ShouldBe(resolved);

    [Fact]
    public void A_period_around_the_whole_is_inherited_too() =>
        PeriodInheritance
            .Resolve(Elaborated("trade(CHN, RUS) / trade(CHN, IND, 2021)"), Period.OfYear(2022))
            .ToString()
            .ShouldBe("trade(CHN, RUS, 2022) / trade(CHN, IND, 2021)");

    [Fact]
    public void Resolving_twice_changes_nothing_more()
    {
        var once = PeriodInheritance.Resolve(Elaborated("growth(share(trade(CHN, RUS), of: trade(CHN)), 2022)"));
        PeriodInheritance.Resolve(once).ShouldBeSameAs(once);
    }

    [Theory]
    [InlineData("growth(trade(CHN, RUS), 2022)", "2022")]
    [InlineData("trade(CHN, RUS, 2022-03) / trade(CHN, 2022-03)", "2022-03")]
    [InlineData("trade(CHN, RUS, 2022) / trade(CHN, 2021)", null)]
    [InlineData("trade(CHN, RUS)", null)]
    [InlineData("highest(trade(CHN, RUS), at: 2023, since: 1960)", "2023")]
    public void The_common_period(string text, string? period) => (PeriodInheritance.CommonPeriod(Elaborated(text))?.Text).ShouldBe(period);

    [Fact]
    public void An_expression_moves_in_time() =>
        PeriodInheritance
            .Move(Elaborated("growth(trade(CHN, RUS, 2022), 2022) - trade(CHN, RUS, 2020)"), Period.OfYear(2022), Period.OfYear(2021))
            .ToString()
            .ShouldBe("growth(trade(CHN, RUS, 2021), 2021) - trade(CHN, RUS, 2020)");

    // Years made periods without the checker, so that expressions need not be well typed to try a rewriting.
    private static Expression Elaborated(string text)
    {
        static Expression Years(Expression e) =>
            e is Call call
                ? ExpressionRewriter.Arguments(
                    call,
                    a =>
                        a.Value is QuantityLiteral { Digits: var digits } q
                        && q.ToString() == digits
                        && Period.TryParse(digits, out var period)
                            ? new PeriodLiteral(period)
                            : Years(a.Value)
                )
                : ExpressionRewriter.Children(e, Years);
        return Years(ParserTests.Parse(text));
    }
}
