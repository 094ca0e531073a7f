using Entente.Checking;

namespace Entente.Tests.Checking;

/// <summary>The claims of the first case that the project was built on, against the record that ships.</summary>
public class FlagshipTests
{
    private static readonly ClaimChecker Checker = new(
        Shipped.Context(),
        new Names(static code =>
            code switch
            {
                "CHN" => "China",
                "RUS" => "Russia",
                _ => null,
            }
        )
    );

    private static Outcome Test(string assertion) => Checker.Test(Shipped.Parse(assertion));

    [Theory]
    [InlineData("trade(CHN, RUS, 2022) = 190e9 USD")]
    [InlineData("trade(CHN, RUS, 2023) = 240e9 USD")]
    [InlineData("exports(CHN -> RUS, 2023) = 111e9 USD")]
    [InlineData("imports(RUS -> CHN, 2022) = 114e9 USD")]
    [InlineData("growth(trade(CHN, RUS), 2022) = 29%")]
    [InlineData("growth(trade(CHN, RUS), 2023) = 26%")]
    [InlineData("share(trade(RUS, CHN), of: trade(CHN), 2022) = 3%")]
    [InlineData("share(trade(RUS, CHN), of: trade(RUS), 2021) = 18%")]
    [InlineData("share(trade(RUS, EU), of: trade(RUS), 2021) = 38%")]
    [InlineData("trade(CHN, RUS, 2023-01..2023-11) >= 200e9 USD and trade(CHN, RUS, 2023-01..2023-10) < 200e9 USD")]
    [InlineData("days(event(joint_statement_2022), event(ukraine_invasion_2022)) = 20")]
    [InlineData("weeks(event(joint_statement_2022), event(ukraine_invasion_2022)) < 3")]
    [InlineData("months(event(ukraine_invasion_2022), 2022-09-15) = 7")]
    [InlineData("border_length(CHN, RUS) = 2615 miles")]
    [InlineData("members(SCO, 2022) includes {RUS, IND, PAK}")]
    [InlineData("count(meetings(\"Xi Jinping\", \"Vladimir Putin\"), 2013..2022-06) > 36")]
    [InlineData("exports(CHN -> RUS, laptops, 2022-03) / exports(CHN -> RUS, laptops, 2022-02) - 1 = -40%")]
    [InlineData("rank(RUS, among: states, by: nuclear_warheads, 2022) = 1")]
    [InlineData("rank(RUS, among: suppliers(CHN, crude_oil), by: imports, 2023) = 1")]
    [InlineData("highest(trade(CHN, RUS), at: 2023, since: 2013)")]
    [InlineData("vote(CHN, \"ES-11/1\") = abstain")]
    [InlineData("count(votes(\"ES-11/1\", yes)) = 141")]
    [InlineData("target(trade(CHN, RUS), 200e9 USD) = 2024")]
    [InlineData("dependence(RUS, on: CHN, 2023) > dependence(CHN, on: RUS, 2023)")]
    [InlineData("balance(USA, CHN, 2018) = -419e9 USD")]
    [InlineData("arms_import_share(RUS -> IND, 2019..2023) = 36%")]
    public void What_is_right_is_supported(string assertion)
    {
        var outcome = Test(assertion);
        outcome.Verdict.ShouldBe(Verdict.Supported, outcome.Explanation);
        outcome.Derivation.ShouldNotBeNull();
        outcome.Explanation.Length.ShouldBeLessThanOrEqualTo(160);
    }

    [Theory]
    [InlineData("growth(trade(CHN, RUS), 2022) = 36%", "2021 (+35.")]
    [InlineData("share(trade(RUS, CHN), of: trade(CHN), 2022) = 2.5%", "3 %")]
    [InlineData("target(trade(CHN, RUS), 200e9 USD) = 2025", "2020, then 2024")]
    [InlineData("exports(RUS -> CHN, energy, 2023) = 129e9 USD", "$129bn is all of China's imports from Russia ($129.1bn)")]
    [InlineData("imports(RUS -> CHN, energy, 2023) = 129e9 USD", "$129bn is all of China's imports from Russia ($129.1bn)")]
    [InlineData("rank(RUS, among: states, by: nuclear_warheads, 2022) = 2", "no. 2 only by nuclear warheads deployed")]
    [InlineData("growth(exports(CHN -> RUS), 2023) = 54%", "yuan terms")]
    [InlineData("exports(CHN -> RUS, 2022) = 114e9 USD", "China's imports from Russia ($114.2bn)")]
    [InlineData("trade(CHN, RUS, 2023) = 250e9 USD", "$240.1bn")]
    [InlineData("members(SCO, 2022) includes {CHN, IRN}", "IRN")]
    [InlineData("dependence(CHN, on: RUS, 2022) > dependence(RUS, on: CHN, 2022)", "against")]
    public void What_is_wrong_is_contradicted_and_what_would_be_right_is_named(string assertion, string says)
    {
        var outcome = Test(assertion);
        outcome.Verdict.ShouldBe(Verdict.Contradicted, outcome.Explanation);
        outcome.Explanation.ShouldContain(says);
        outcome.Explanation.Length.ShouldBeLessThanOrEqualTo(160);
    }

    [Fact]
    public void A_year_between_two_recorded_ones_is_near_at_most()
    {
        var outcome = Test("share(trade(RUS, CHN), of: trade(RUS), 2013) = 10%");
        outcome.Verdict.ShouldBe(Verdict.Close);
        outcome.Explanation.ShouldContain("No figure for 2013");
        Test("share(trade(RUS, CHN), of: trade(RUS), 2013) = 30%").Verdict.ShouldBe(Verdict.CannotTell);
    }

    [Theory]
    [InlineData("trade(CHN, RUS, 2022) = 190e9 USD")]
    [InlineData("trade(CHN, RUS, 2023) = 240e9 USD")]
    public void The_lower_mirror_totals_are_shown_and_turn_nothing(string assertion)
    {
        var outcome = Test(assertion);
        outcome.Verdict.ShouldBe(Verdict.Supported);
        outcome.Evidence.ShouldContain(e => e.Source == "GACC" && e.Lead);
        outcome.Evidence.ShouldContain(e => e.Source == "IMF" && !e.Lead && e.Verdict == Verdict.Contradicted);
    }

    /// <summary>The record has what the United States sold to Mexico, and nothing of Mexico's other suppliers: one partner's exports are no total.</summary>
    [Theory]
    [InlineData("share(imports(USA -> MEX), of: imports(MEX), 2021) = 44%")]
    [InlineData("share(imports(MEX -> USA), of: imports(USA), 2021) = 13%")]
    public void A_few_partners_exports_are_no_total(string assertion) => Test(assertion).Verdict.ShouldBe(Verdict.CannotTell);

    [Fact]
    public void The_other_authority_stands_beside_the_lead()
    {
        var outcome = Test("share(trade(RUS, EU), of: trade(RUS), 2021) = 38%");
        outcome.Evidence.ShouldContain(e => e.Source == "FCS" && e.Lead);
        outcome.Evidence.ShouldContain(e => e.Source == "IMF" && Math.Abs(e.Value!.Value - 0.3589) < 0.0001);
    }

    [Theory]
    [InlineData("share(exports(RUS -> CHN, energy), of: exports(RUS -> CHN), 2023) = 73%", "no-data")]
    [InlineData("highest(trade(CHN, RUS), at: 2023, since: 1950)", "incomplete-coverage")]
    [InlineData("trade(CHN, RUS, 2022) = 180e9 EUR", "no-rate")]
    [InlineData("count(transfers(CHN -> RUS, lethal_aid)) = 0", "incomplete-coverage")]
    [InlineData("rank(RUS, among: partners(CHN), by: trade, 2022) <= 10", "no-data")]
    [InlineData("trade(CHN, RUS) = 190e9 USD", "no-period")]
    [InlineData("alignment(CHN, RUS, 2023) = 0.9", "no-model")]
    public void What_the_record_does_not_settle_is_not_guessed(string assertion, string code)
    {
        var outcome = Test(assertion);
        outcome.Verdict.ShouldBe(Verdict.CannotTell, outcome.Explanation);
        outcome.Reason!.Code.ShouldBe(code);
    }

    [Fact]
    public void A_judgement_gets_the_measures_that_bear_on_it()
    {
        var outcome = Test("judgement(junior_partner, RUS, CHN)");
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Explanation.ShouldContain("4 of 5 measures");
        outcome.Evidence.Count.ShouldBe(5);
    }

    [Fact]
    public void Every_figure_leads_to_its_row()
    {
        var outcome = Test("trade(CHN, RUS, 2022) = 190e9 USD");
        outcome.Derivation!.Source!.Row.ShouldMatch(@"^trade/china-russia\.csv:\d+$");
    }
}
