using Entente.Application.Stores;
using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>Rule 3: what was known on the day of writing, and what is known now.</summary>
public class TimeTests
{
    private static readonly LocalDate March2023 = new(2023, 3, 1);

    [Fact]
    public void A_later_revision_turns_the_verdict_and_both_are_said()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "100300000000", published: "2023-01-13", source: "Ministry A")
            .Row("trade", "AAA", "BBB", "2022", "111100000000", published: "2024-01-12", source: "Customs A");
        var result = record.Check("trade(AAA, BBB, 2022) = 111e9 USD", March2023);
        result.Verdict.ShouldBe(Verdict.Supported);
        result.AsOf.ShouldBe((March2023, Verdict.Contradicted));
        result.Explanation.ShouldContain("on the day of writing: contradicted");
    }

    [Fact]
    public void A_figure_released_later_was_not_known()
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2022", "100300000000", published: "2024-01-12");
        record.Check("trade(AAA, BBB, 2022) = 100e9 USD", March2023).AsOf.ShouldBe((March2023, Verdict.CannotTell));
    }

    [Fact]
    public void An_undated_figure_was_known_once_its_period_was_over()
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2022", "100300000000");
        record.Check("trade(AAA, BBB, 2022) = 100e9 USD", March2023).AsOf.ShouldBe((March2023, Verdict.Supported));
        record.Check("trade(AAA, BBB, 2022) = 100e9 USD", new LocalDate(2022, 6, 1)).AsOf!.Value.Verdict.ShouldBe(Verdict.CannotTell);
    }

    [Fact]
    public void Without_a_date_only_now_is_said() =>
        new SmallRecord().Row("trade", "AAA", "BBB", "2022", "100300000000").Check("trade(AAA, BBB, 2022) = 100e9 USD").AsOf.ShouldBeNull();

    [Fact]
    public void A_forecast_is_open_until_its_time_and_resolved_after_it()
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2024", "100300000000");
        record.Check("trade(AAA, BBB, 2030) = 300e9 USD", March2023, Modality.Forecast).Verdict.ShouldBe(Verdict.Open);
        var resolved = record.Check("trade(AAA, BBB, 2024) = 100e9 USD", March2023, Modality.Forecast);
        resolved.Verdict.ShouldBe(Verdict.Supported);
        resolved.AsOf.ShouldBe((March2023, Verdict.Open));
    }

    [Fact]
    public void A_claim_without_a_period_cannot_be_told()
    {
        var result = new SmallRecord().Row("trade", "AAA", "BBB", "2024", "100300000000").Check("trade(AAA, BBB) = 100e9 USD");
        result.Verdict.ShouldBe(Verdict.CannotTell);
        result.Reason!.Code.ShouldBe("no-period");
    }

    [Theory]
    [InlineData("date(event(accord)) = 2014", Verdict.Supported)]
    [InlineData("date(event(accord)) = 2014-05", Verdict.Supported)]
    [InlineData("date(event(accord)) = 2014-05-21", Verdict.Contradicted)]
    [InlineData("date(event(accord)) = 2015", Verdict.Contradicted)]
    [InlineData("date(event(accord)) < 2015", Verdict.Supported)]
    [InlineData("date(event(accord)) > date(event(coarse))", Verdict.CannotTell)]
    [InlineData("date(event(coarse)) = 2013-04-01", Verdict.CannotTell)]
    [InlineData("date(event(missing)) = 2013", Verdict.CannotTell)]
    [InlineData("years(event(accord), 2022) = 8", Verdict.Supported)]
    [InlineData("days(event(coarse), event(accord)) = 900", Verdict.Contradicted)]
    [InlineData("days(event(coarse), event(accord)) = 300", Verdict.CannotTell)]
    public void Dates_compare_at_the_precision_written(string assertion, Verdict verdict)
    {
        var record = new SmallRecord()
            .Event("accord", "agreement", "2014-05-20", "AAA", "BBB")
            .Event("coarse", "agreement", "2013", "AAA", "BBB");
        var outcome = record.Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }
}

/// <summary>Rule 5: a bound may contradict where the figure is missing; other periods inform.</summary>
public class BoundTests
{
    private static SmallRecord Energy() =>
        new SmallRecord()
            .Row("imports", "AAA", "BBB", "2023", "129100000000")
            .Row("item_share", "AAA", "BBB", "2022-01..2022-04", "0.70", "share", of: "imports", item: "energy")
            .Row("item_share", "AAA", "BBB", "2022-01..2022-08", "0.78", "share", of: "imports", item: "energy")
            .Row("item_share", "AAA", "BBB", "2023-01..2023-03", "0.80", "share", of: "imports", item: "energy");

    [Theory]
    [InlineData("imports(BBB -> AAA, energy, 2023) = 129e9 USD", Verdict.Contradicted)]
    [InlineData("imports(BBB -> AAA, energy, 2023) = 100e9 USD", Verdict.CannotTell)]
    [InlineData("imports(BBB -> AAA, energy, 2023) > 150e9 USD", Verdict.Contradicted)]
    [InlineData("imports(BBB -> AAA, energy, 2023) < 130e9 USD", Verdict.Supported)]
    public void A_part_cannot_exceed_its_widest_share(string assertion, Verdict verdict)
    {
        var outcome = Energy().Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }

    [Fact]
    public void Without_enough_recorded_shares_only_the_whole_bounds()
    {
        var record = new SmallRecord()
            .Row("imports", "AAA", "BBB", "2023", "129100000000")
            .Row("item_share", "AAA", "BBB", "2023-01..2023-03", "0.30", "share", of: "imports", item: "cars");
        record.Test("imports(BBB -> AAA, cars, 2023) = 100e9 USD").Verdict.ShouldBe(Verdict.CannotTell);
        record.Test("imports(BBB -> AAA, cars, 2023) = 140e9 USD").Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Theory]
    [InlineData("trade(AAA, BBB, 2023) = 150e9 USD", Verdict.Contradicted)]
    [InlineData("trade(AAA, BBB, 2023) > 170e9 USD", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2023) = 240e9 USD", Verdict.CannotTell)]
    public void A_part_year_is_a_floor(string assertion, Verdict verdict)
    {
        var outcome = new SmallRecord().Row("trade", "AAA", "BBB", "2023-01..2023-11", "218200000000").Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }

    [Fact]
    public void Other_periods_never_decide()
    {
        var outcome = new SmallRecord()
            .Row("partner_share", "BBB", "AAA", "2021", "0.18", "share", of: "trade")
            .Test("share(trade(AAA, BBB), of: trade(AAA), 2022) = 40%");
        outcome.Verdict.ShouldBe(Verdict.CannotTell);
        outcome.Evidence.ShouldHaveSingleItem().Verdict.ShouldBeNull();
    }

    [Fact]
    public void Enough_greater_values_refute_a_rank_of_an_open_list()
    {
        var record = new SmallRecord()
            .Row("gdp", "AAA", null, "2022", "3000000000001", source: "Institute")
            .Row("gdp", "BBB", null, "2022", "2000000000001", source: "Institute")
            .Row("gdp", "CCC", null, "2022", "1000000000001", source: "Institute");
        record.Test("rank(CCC, among: states, by: gdp, 2022) = 1").Verdict.ShouldBe(Verdict.Contradicted);
        record.Test("rank(CCC, among: states, by: gdp, 2022) = 3").Verdict.ShouldBe(Verdict.CannotTell);
        record.Test("rank(CCC, among: {AAA, BBB, CCC}, by: gdp, 2022) = 3").Verdict.ShouldBe(Verdict.Supported);
        record
            .Row("gdp", "WLD", null, "2022", "6500000000001", source: "Institute")
            .Test("rank(CCC, among: states, by: gdp, 2022) = 3")
            .Verdict.ShouldBe(Verdict.Supported);
    }
}

/// <summary>Rule 6: absence is shown only by a complete list, and an incomplete one is a floor.</summary>
public class AbsenceTests
{
    private static SmallRecord Vetoes() =>
        new SmallRecord().Event("veto_1", "veto", "2022-02-25", "AAA").Event("veto_2", "veto", "2022-09-30", "AAA", "BBB");

    [Theory]
    [InlineData("count(vetoes(AAA), 2022) >= 2", Verdict.Supported)]
    [InlineData("count(vetoes(AAA), 2022) = 2", Verdict.CannotTell)]
    [InlineData("count(vetoes(AAA), 2022) = 1", Verdict.Contradicted)]
    [InlineData("count(vetoes(AAA), 2022) = 0", Verdict.Contradicted)]
    [InlineData("count(vetoes(BBB), 2021) = 0", Verdict.CannotTell)]
    public void An_incomplete_list_is_a_floor(string assertion, Verdict verdict)
    {
        var outcome = Vetoes().Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }

    [Theory]
    [InlineData("count(vetoes(AAA), 2022) = 2", Verdict.Supported)]
    [InlineData("count(vetoes(BBB), 2021) = 0", Verdict.Supported)]
    [InlineData("count(vetoes(BBB), 2021) = 1", Verdict.Contradicted)]
    public void A_complete_list_settles_absence(string assertion, Verdict verdict) =>
        Vetoes().Complete("veto", "2020..2023").Test(assertion).Verdict.ShouldBe(verdict);

    [Fact]
    public void Nothing_recorded_says_so()
    {
        var outcome = Vetoes().Test("count(vetoes(BBB), 2021) = 0");
        outcome.Reason!.Code.ShouldBe("incomplete-coverage");
        outcome.Explanation.ShouldContain("No instance recorded");
    }

    [Theory]
    [InlineData("members(CLUB, 2022) includes {AAA, BBB}", Verdict.Supported)]
    [InlineData("members(CLUB, 2022) includes {CCC}", Verdict.Contradicted)]
    [InlineData("members(CLUB, 2024) includes {CCC}", Verdict.Supported)]
    [InlineData("members(CLUB, 2022) includes {DDD}", Verdict.Disputed)]
    [InlineData("members(CLUB, 2022) includes {EEE}", Verdict.CannotTell)]
    [InlineData("member(AAA, CLUB, 2022)", Verdict.Supported)]
    [InlineData("not member(CCC, CLUB, 2022)", Verdict.Supported)]
    [InlineData("member(FFF, CLUB, 2022)", Verdict.Contradicted)]
    [InlineData("member(GGG, CLUB, 1990)", Verdict.CannotTell)]
    public void Memberships_are_read_with_their_dates(string assertion, Verdict verdict)
    {
        var record = new SmallRecord()
            .Member("CLUB", "AAA", "2001-06-15")
            .Member("CLUB", "BBB", "2017-06-09")
            .Member("CLUB", "CCC", "2023-07-04")
            .Member("CLUB", "DDD", "2020", status: "contested")
            .Member("CLUB", "FFF", "2001", to: "2010")
            .Member("CLUB", "GGG", null);
        var outcome = record.Test(assertion);
        outcome.Verdict.ShouldBe(verdict, outcome.Explanation);
    }

    [Fact]
    public void A_superlative_needs_every_year_and_one_greater_year_refutes_it()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2020", "90000000001")
            .Row("trade", "AAA", "BBB", "2021", "95000000001")
            .Row("trade", "AAA", "BBB", "2022", "100000000001")
            .Row("trade", "AAA", "BBB", "2018", "120000000001");
        record.Test("highest(trade(AAA, BBB), at: 2022, since: 2020)").Verdict.ShouldBe(Verdict.Supported);
        record.Test("highest(trade(AAA, BBB), at: 2022, since: 2019)").Verdict.ShouldBe(Verdict.CannotTell);
        record.Test("highest(trade(AAA, BBB), at: 2022, since: 2018)").Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Fact]
    public void A_running_count_bounds_the_days_between_two_printings()
    {
        var record = new SmallRecord()
            .Event("m1", "meeting", "2013-03-22", "AAA:Ann", "BBB:Bob")
            .Row("meetings_count", "Ann", "Bob", "2021-12", "37", "count", source: "Agency", item: "")
            .Row("meetings_count", "Ann", "Bob", "2023-10", "42", "count", source: "Agency", item: "");
        record.Test("count(meetings(\"Ann\", \"Bob\"), 2013..2022) > 36").Verdict.ShouldBe(Verdict.Supported);
        record.Test("count(meetings(\"Ann\", \"Bob\"), 2013..2022) = 40").Verdict.ShouldBe(Verdict.CannotTell);
        record.Test("count(meetings(\"Ann\", \"Bob\"), 2013..2022) = 50").Verdict.ShouldBe(Verdict.Contradicted);
        record.Test("count(meetings(\"Ann\", \"Bob\"), 2013..2021-12) = 37").Verdict.ShouldBe(Verdict.Supported);
        record.Test("count(meetings(\"Ann\", \"Bob\"), 2020..2022) = 37").Verdict.ShouldBe(Verdict.CannotTell);
    }
}

/// <summary>Rule 7: what follows from rules holds under its premise, and the premise is printed.</summary>
public class DeductionSeamTests
{
    private sealed class Veto : IDeduction
    {
        public DeductionResult? TryCheck(Expression expression, IRecord record, LocalDate asOf) =>
            expression is IfThen
                ? new()
                {
                    Verdict = Verdict.Supported,
                    Explanation = "a permanent member's no blocks",
                    Premise = "AAA votes no",
                }
                : null;
    }

    [Fact]
    public void A_deduction_is_supported_under_its_premise()
    {
        var outcome = new SmallRecord().Test("if vote(AAA) = no then not passes(UNSC)", deduction: new Veto());
        outcome.Verdict.ShouldBe(Verdict.Supported);
        outcome.Premise.ShouldBe("AAA votes no");
    }

    [Fact]
    public void Without_rules_it_cannot_be_told() =>
        new SmallRecord().Test("if vote(AAA) = no then not passes(UNSC)").Reason!.Code.ShouldBe("no-model");

    [Theory]
    [InlineData("vote(AAA, \"R-1\") = abstain", Verdict.Supported)]
    [InlineData("vote(AAA, \"R-1\") = no", Verdict.Contradicted)]
    [InlineData("vote(AAA, \"R-1\") != no", Verdict.Supported)]
    [InlineData("vote(CCC, \"R-1\") = no", Verdict.CannotTell)]
    [InlineData("vote(BBB, \"R-1\") = yes", Verdict.Disputed)]
    public void A_vote_on_one_resolution_is_a_fact(string assertion, Verdict verdict)
    {
        var record = new SmallRecord()
            .Vote("R-1", "AAA", VoteChoice.Abstain)
            .Vote("R-1", "BBB", VoteChoice.Yes)
            .Vote("R-1", "BBB", VoteChoice.No);
        record.Test(assertion).Verdict.ShouldBe(verdict);
    }
}

/// <summary>Rule 8: what the number would have been right of.</summary>
public class WouldBeTrueTests
{
    [Fact]
    public void Another_year()
    {
        var record = new SmallRecord()
            .Row("growth", "AAA", "BBB", "2021", "0.358", "share", of: "trade")
            .Row("growth", "AAA", "BBB", "2022", "0.293", "share", of: "trade");
        record.Test("growth(trade(AAA, BBB), 2022) = 36%").WouldBeTrue.ShouldBe("+36 % is 2021 (+35.8 %)");
    }

    [Fact]
    public void The_other_direction()
    {
        var record = new SmallRecord()
            .Row("exports", "AAA", "BBB", "2022", "76100000000")
            .Row("imports", "AAA", "BBB", "2022", "114200000000");
        record.Test("exports(AAA -> BBB, 2022) = 114e9 USD").WouldBeTrue.ShouldBe("$114bn is AAA's imports from BBB ($114.2bn)");
    }

    [Fact]
    public void Another_currencys_terms()
    {
        var record = new SmallRecord()
            .Row("growth", "AAA", "BBB", "2023", "0.469", "share", of: "exports")
            .Row("growth", "AAA", "BBB", "2023", "0.539", "share", of: "exports", basis: "goods;CNY terms");
        record.Test("growth(exports(AAA -> BBB), 2023) = 54%").WouldBeTrue.ShouldBe("+54 % is in yuan terms");
        record.Check("growth(exports(AAA -> BBB), 2023) = 54%", quote: "rose by 54 percent in yuan").Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public void Nothing_is_invented_where_nothing_fits() =>
        new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "100300000000")
            .Test("trade(AAA, BBB, 2022) = 55e9 USD")
            .WouldBeTrue.ShouldBeNull();
}

/// <summary>Rule 9: no period, no partner, no unit, no rate: no verdict, with the reason.</summary>
public class AbstentionTests
{
    private static readonly SmallRecord Record = new SmallRecord()
        .Row("trade", "AAA", "BBB", "2022", "100300000000")
        .Row("exchange_rate", "CCC", "USA", "2022", "6.7", "1", source: "Bank", item: "");

    [Theory]
    [InlineData("trade(AAA, CCC, 2022) = 1e9 USD", "not-recorded")]
    [InlineData("trade(AAA, BBB, 1990) = 1e9 USD", "no-data")]
    [InlineData("trade(AAA, BBB, 2022) = 90e9 EUR", "no-rate")]
    [InlineData("trade(AAA, BBB, 2022) = 90 km", "unit-mismatch")]
    [InlineData("vassalage(AAA, BBB, 2022) = 3", "no-measure")]
    [InlineData("alignment(AAA, BBB, 2022) > 0.9", "no-model")]
    [InlineData("passes(UNSC)", "no-premise")]
    [InlineData("choice(AAA, in: triangle) invariant to war.outcome", "no-model")]
    public void The_reason_is_coded(string assertion, string code)
    {
        var outcome = Record.Test(assertion);
        outcome.Verdict.ShouldBe(Verdict.CannotTell);
        outcome.Reason!.Code.ShouldBe(code);
        outcome.Explanation.ShouldNotBeEmpty();
    }

    [Fact]
    public void A_claim_outside_the_language_keeps_its_reason() => Record.Check(null).Reason!.Code.ShouldBe("no-partner");

    [Fact]
    public void A_condition_is_no_assertion() =>
        Record.Check("trade(AAA, BBB, 2022) = 100e9 USD", modality: Modality.Conditional).Reason!.Code.ShouldBe("conditional");

    [Fact]
    public void An_unparsable_assertion_is_no_crash() => Record.Check("trade(AAA,").Verdict.ShouldBe(Verdict.CannotTell);
}

/// <summary>Alternatives, and what stands first when a claim fails in several ways (rule 11).</summary>
public class SeveralVerdictsTests
{
    private static readonly SmallRecord Record = new SmallRecord()
        .Row("trade", "AAA", "BBB", "2022", "100300000000")
        .Row("exports", "AAA", "BBB", "2022", "60100000000");

    [Fact]
    public void One_right_reading_is_enough() =>
        Record
            .Check("trade(AAA, BBB, 2022) = 60e9 USD", alternatives: "exports(AAA -> BBB, 2022) = 60e9 USD")
            .Verdict.ShouldBe(Verdict.Supported);

    [Fact]
    public void All_readings_must_fail() =>
        Record
            .Check("trade(AAA, BBB, 2022) = 70e9 USD", alternatives: "exports(AAA -> BBB, 2022) = 70e9 USD")
            .Verdict.ShouldBe(Verdict.Contradicted);

    [Fact]
    public void An_unknown_reading_keeps_a_text_from_being_called_wrong() =>
        Record
            .Check("trade(AAA, BBB, 2022) = 70e9 USD", alternatives: "imports(CCC -> AAA, 2022) = 70e9 USD")
            .Verdict.ShouldBe(Verdict.CannotTell);

    [Fact]
    public void Both_parts_of_a_conjunction_must_hold()
    {
        Record.Test("trade(AAA, BBB, 2022) = 100e9 USD and exports(AAA -> BBB, 2022) = 60e9 USD").Verdict.ShouldBe(Verdict.Supported);
        Record.Test("trade(AAA, BBB, 2022) = 100e9 USD and exports(AAA -> BBB, 2022) = 80e9 USD").Verdict.ShouldBe(Verdict.Contradicted);
        Record.Test("trade(AAA, BBB, 2022) = 100e9 USD and exports(AAA -> CCC, 2022) = 80e9 USD").Verdict.ShouldBe(Verdict.CannotTell);
        Record.Test("trade(AAA, BBB, 2022) = 10e9 USD or exports(AAA -> BBB, 2022) = 60e9 USD").Verdict.ShouldBe(Verdict.Supported);
        Record.Test("not trade(AAA, BBB, 2022) = 10e9 USD").Verdict.ShouldBe(Verdict.Supported);
    }
}
