using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>How figures are found and put together.</summary>
public class EvaluatorTests
{
    private static NumberAnswer Lead(Evaluation evaluation) =>
        Authorities.Order(evaluation.Answers, evaluation.Measure, evaluation.PointOfView)[0].Number!;

    [Fact]
    public void Months_add_up_to_a_cumulative_period()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022-01", "10000000001")
            .Row("trade", "AAA", "BBB", "2022-02", "11000000001")
            .Row("trade", "AAA", "BBB", "2022-03", "12000000001");
        var evaluation = record.Evaluate("trade(AAA, BBB, 2022-01..2022-03)");
        Lead(evaluation).Best.ShouldBe(33000000003);
        evaluation.Answers[0].Kind.ShouldBe(AnswerKind.Computed);
        evaluation.Answers[0].Derivation.Args.Count.ShouldBe(3);
        record.Evaluate("trade(AAA, BBB, 2022-Q1)").Answers[0].Kind.ShouldBe(AnswerKind.Computed);
    }

    [Fact]
    public void A_year_needs_all_its_months()
    {
        var record = new SmallRecord();
        for (var month = 1; month <= 11; month++)
            record.Row("trade", "AAA", "BBB", $"2022-{month:00}", "10000000001");
        record.Evaluate("trade(AAA, BBB, 2022)").Answers.ShouldAllBe(a => a.Kind == AnswerKind.Bound);
        record.Row("trade", "AAA", "BBB", "2022-12", "10000000001");
        Lead(record.Evaluate("trade(AAA, BBB, 2022)")).Best.ShouldBe(120000000012);
    }

    [Fact]
    public void A_month_is_the_difference_of_two_cumulative_figures_as_an_estimate()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2023-01..2023-11", "218200000000")
            .Row("trade", "AAA", "BBB", "2023-01..2023-10", "196500000000");
        var evaluation = record.Evaluate("trade(AAA, BBB, 2023-11)");
        evaluation.Answers.Single(a => a.Kind == AnswerKind.Estimated).Number!.Best.ShouldBe(21.7e9, 1);
        record.Test("trade(AAA, BBB, 2023-11) = 21.7e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("trade(AAA, BBB, 2023-11) = 22.5e9 USD").Verdict.ShouldBe(Verdict.CannotTell);
    }

    [Fact]
    public void Trade_is_exports_plus_imports_of_one_authority()
    {
        var record = new SmallRecord()
            .Row("exports", "AAA", "BBB", "2022", "60000000001")
            .Row("imports", "AAA", "BBB", "2022", "40000000001")
            .Row("exports", "BBB", "AAA", "2022", "45000000001", source: "Customs B");
        var evaluation = record.Evaluate("trade(AAA, BBB, 2022)");
        evaluation.Answers.ShouldHaveSingleItem().Source.ShouldBe("Customs A");
        Lead(evaluation).Best.ShouldBe(100000000002);
        Lead(record.Evaluate("balance(AAA, BBB, 2022)")).Best.ShouldBe(20000000000);
        Lead(record.Evaluate("balance(BBB, AAA, 2022)")).Best.ShouldBe(-20000000000);
    }

    [Fact]
    public void A_flow_is_found_under_either_side()
    {
        var record = new SmallRecord().Row("imports", "BBB", "AAA", "2022", "55200000000", source: "Customs B");
        var evaluation = record.Evaluate("exports(AAA -> BBB, 2022)");
        evaluation.Answers.ShouldHaveSingleItem().Mirror.ShouldBeTrue();
        record.Evaluate("imports(AAA -> BBB, 2022)").Answers.ShouldHaveSingleItem().Mirror.ShouldBeFalse();
        record.Evaluate("exports(BBB -> AAA, 2022)").Answers.ShouldBeEmpty();
    }

    [Fact]
    public void A_state_alone_trades_with_the_world()
    {
        var record = new SmallRecord()
            .Row("imports", "AAA", "WLD", "2022", "500000000001")
            .Row("exports", "AAA", "WLD", "2022", "600000000001")
            .Row("trade", "AAA", "BBB", "2022", "1000000001");
        Lead(record.Evaluate("imports(AAA, 2022)")).Best.ShouldBe(500000000001);
        Lead(record.Evaluate("exports(AAA, 2022)")).Best.ShouldBe(600000000001);
        Lead(record.Evaluate("trade(AAA, 2022)")).Best.ShouldBe(1100000000002);
    }

    [Fact]
    public void Printed_growth_stands_before_computed_growth_and_yuan_growth_informs()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2021", "146880000000")
            .Row("trade", "AAA", "BBB", "2022", "190271000000")
            .Row("growth", "AAA", "BBB", "2022", "0.293", "share", of: "trade")
            .Row("growth", "AAA", "BBB", "2022", "0.327", "share", of: "trade", basis: "goods;CNY terms");
        var answers = Authorities.Order(record.Evaluate("growth(trade(AAA, BBB), 2022)").Answers, null, "AAA");
        answers[0].Kind.ShouldBe(AnswerKind.Published);
        answers[0].Number!.Best.ShouldBe(0.293);
        answers[1].Kind.ShouldBe(AnswerKind.Computed);
        answers[2].Kind.ShouldBe(AnswerKind.Informs);
    }

    [Fact]
    public void Growth_is_never_taken_between_two_authorities()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2021", "100000000001", source: "Ministry A")
            .Row("trade", "AAA", "BBB", "2022", "190271000000");
        record.Evaluate("growth(trade(AAA, BBB), 2022)").Answers.ShouldBeEmpty();
    }

    [Fact]
    public void Inner_calls_inherit_the_outer_period_and_since_names_the_base()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2018", "100000000001")
            .Row("trade", "AAA", "BBB", "2022", "150000000001");
        Lead(record.Evaluate("growth(trade(AAA, BBB), 2022, since: 2018)")).Best.ShouldBe(0.5, 1e-6);
        Lead(record.Evaluate("growth(trade(AAA, BBB, 2022), since: 2018)")).Best.ShouldBe(0.5, 1e-6);
        Lead(record.Evaluate("change(trade(AAA, BBB), 2022, since: 2018)")).Best.ShouldBe(50e9, 1);
        Lead(record.Evaluate("trade(AAA, BBB, 2022) / trade(AAA, BBB, 2018) - 1")).Best.ShouldBe(0.5, 1e-6);
    }

    [Fact]
    public void Shares_are_printed_or_computed_and_seen_from_the_whole()
    {
        var record = new SmallRecord()
            .Row("partner_share", "BBB", "AAA", "2022", "0.18", "share", of: "trade")
            .Row("item_share", "AAA", "BBB", "2022", "0.73", "share", of: "imports", item: "energy")
            .Row("exports", "AAA", "BBB", "2022", "10000000001")
            .Row("exports", "AAA", "WLD", "2022", "100000000001");
        Lead(record.Evaluate("share(trade(AAA, BBB), of: trade(AAA), 2022)")).Best.ShouldBe(0.18);
        Lead(record.Evaluate("share(trade(BBB, AAA), of: trade(AAA), 2022)")).Best.ShouldBe(0.18);
        Lead(record.Evaluate("share(imports(BBB -> AAA, energy), of: imports(BBB -> AAA), 2022)")).Best.ShouldBe(0.73);
        Lead(record.Evaluate("share(exports(BBB -> AAA, energy), of: exports(BBB -> AAA), 2022)")).Best.ShouldBe(0.73);
        Lead(record.Evaluate("share(exports(AAA -> BBB), of: exports(AAA), 2022)")).Best.ShouldBe(0.1, 1e-6);
        Lead(record.Evaluate("dependence(AAA, on: BBB, 2022)")).Best.ShouldBe(0.18);
    }

    [Fact]
    public void Currencies_meet_only_by_a_recorded_rate()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "190000000001")
            .Row("exchange_rate", "CHN", "USA", "2022", "6.7", "1", source: "Bank", item: "");
        record.Test("trade(AAA, BBB, 2022) = 1.27e12 CNY").Verdict.ShouldBe(Verdict.Supported);
        record.Test("trade(AAA, BBB, 2022) = 1.5e12 CNY").Verdict.ShouldBe(Verdict.Contradicted);
        record.Test("trade(AAA, BBB, 2022) = 170e9 EUR").Reason!.Code.ShouldBe("no-rate");
    }

    [Fact]
    public void A_target_is_any_that_was_announced()
    {
        var record = new SmallRecord()
            .Row("target", "AAA", "BBB", "2020", "200000000000", of: "trade", published: "2011-10", source: "Paper")
            .Row("target", "AAA", "BBB", "2024", "200000000000", of: "trade", published: "2019-06", source: "Agency")
            .Row("target", "AAA", "BBB", "", "200000000000", of: "trade", published: "2015-06", source: "Leader");
        record.Test("target(trade(AAA, BBB), 200e9 USD) = 2020").Verdict.ShouldBe(Verdict.Supported);
        record.Test("target(trade(AAA, BBB), 200e9 USD) = 2025").Explanation.ShouldContain("2020, then 2024, not 2025");
        record.Test("target(trade(AAA, BBB), 2024) = 200e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("target(trade(AAA, BBB), 200e9 USD) = 2024", new LocalDate(2015, 1, 1)).Verdict.ShouldBe(Verdict.Contradicted);
        record.Test("target(trade(AAA, BBB), 300e9 USD) = 2024").Verdict.ShouldBe(Verdict.CannotTell);
    }

    [Fact]
    public void Another_reading_of_a_rank_is_a_note()
    {
        var record = new SmallRecord();
        foreach (var (state, all, deployed) in new[] { ("AAA", "5977", "1710"), ("BBB", "5428", "1770") })
            record
                .Row("nuclear_warheads", state, null, "2022-01", all, "warheads", source: "Institute", item: "")
                .Row("nuclear_warheads_deployed", state, null, "2024-01", deployed, "warheads", source: "Institute", item: "");
        record.Row("nuclear_warheads", "WLD", null, "2022-01", "11405", "warheads", source: "Institute", item: "");
        var outcome = record.Test("rank(AAA, among: states, by: nuclear_warheads, 2022) = 2");
        outcome.Verdict.ShouldBe(Verdict.Contradicted);
        outcome.WouldBeTrue.ShouldBe("no. 2 only by nuclear warheads deployed in 2024-01");
    }

    [Fact]
    public void Constants_and_sets_evaluate_to_themselves()
    {
        var record = new SmallRecord()
            .Row("gdp", "AAA", null, "2022", "3000000000001", source: "Institute")
            .Row("gdp", "BBB", null, "2022", "1500000000001", source: "Institute");
        Lead(record.Evaluate("gdp(AAA, 2022) / gdp(BBB, 2022)")).Best.ShouldBe(2, 1e-9);
        Lead(record.Evaluate("gdp(AAA, 2022) - gdp(BBB, 2022)")).Best.ShouldBe(1.5e12, 1);
        record.Test("gdp(AAA, 2022) / gdp(BBB, 2022) = 2").Verdict.ShouldBe(Verdict.Supported);
        record.Test("gdp(AAA, 2022) > gdp(BBB, 2022)").Verdict.ShouldBe(Verdict.Supported);
        record.Test("gdp(BBB, 2022) > gdp(AAA, 2022)").Verdict.ShouldBe(Verdict.Contradicted);
    }
}

public class MemoryRecordTests
{
    [Fact]
    public void A_null_part_of_a_query_matches_anything_and_order_is_kept()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2021", "1")
            .Row("trade", "AAA", "CCC", "2021", "2")
            .Row("trade", "BBB", "AAA", "2021", "3")
            .Row("growth", "AAA", "BBB", "2021", "0.1", "share", of: "trade")
            .Context()
            .Record;
        record.Find(new() { Measure = "trade" }).Select(r => r.Value.Value).ShouldBe([1, 2, 3]);
        record.Find(new() { Measure = "trade", Subject = "AAA" }).Count.ShouldBe(2);
        record.Find(new() { Measure = "trade", Object = "AAA" }).ShouldHaveSingleItem().Subject.ShouldBe("BBB");
        record
            .Find(
                new()
                {
                    Measure = "trade",
                    Subject = "AAA",
                    Object = "CCC",
                }
            )
            .ShouldHaveSingleItem();
        record.Find(new() { Measure = "growth", Of = "exports" }).ShouldBeEmpty();
        record.Find(new() { Measure = "none" }).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_not_there_is_empty_not_null()
    {
        var record = new MemoryRecord([]);
        record.Event("x").ShouldBeNull();
        record.Memberships("x").ShouldBeEmpty();
        record.Votes("x").ShouldBeEmpty();
        record.VotesOf("x").ShouldBeEmpty();
        record.Bodies.ShouldBeEmpty();
    }
}

public class FiguresTests
{
    [Theory]
    [InlineData(190271000000, "USD", "$190.3bn")]
    [InlineData(76120000000, "USD", "$76.12bn")]
    [InlineData(-18100000000, "USD", "−$18.1bn")]
    [InlineData(1280000000000, "CNY", "1.28tn CNY")]
    [InlineData(0.293, "share", "29.3 %")]
    [InlineData(0.36, "share", "36 %")]
    [InlineData(4209.3, "km", "4,209.3 km")]
    [InlineData(20, "days", "20 days")]
    [InlineData(2, "rank", "no. 2")]
    [InlineData(1438069596, "count", "1.44bn")]
    public void Numbers_read_as_an_editor_writes_them(double value, string unit, string text) =>
        Figures.Text(value, Units.Find(unit)).ShouldBe(text);
}
