using Entente.Checking;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>Rule 2: the verdict is the lead authority's, and another disputes it only under conditions.</summary>
public class AuthorityTests
{
    private static SmallRecord Two(
        string lead,
        string other,
        string source = "Ministry A",
        Tier tier = Tier.Agency,
        bool derived = false,
        string basis = "goods",
        string? reporter = "AAA"
    ) =>
        new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", lead)
            .Row("trade", "AAA", "BBB", "2022", other, source: source, tier: tier, derived: derived, basis: basis, reporter: reporter);

    [Fact]
    public void The_lead_decides_and_the_other_is_shown()
    {
        var outcome = Two("100300000000", "104100000000").Test("trade(AAA, BBB, 2022) = 100e9 USD");
        outcome.Verdict.ShouldBe(Verdict.Supported);
        outcome.Evidence.Single(e => e.Lead).Source.ShouldBe("Customs A");
        outcome.Evidence.Single(e => !e.Lead).Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Fact]
    public void An_independent_figure_farther_than_the_normal_gap_disputes() =>
        Two("100300000000", "120100000000").Test("trade(AAA, BBB, 2022) = 100e9 USD").Verdict.ShouldBe(Verdict.Disputed);

    [Theory]
    [InlineData(Tier.Repost, false, "goods")]
    [InlineData(Tier.Agency, true, "goods")]
    [InlineData(Tier.Agency, false, "goods_services")]
    public void A_repost_a_derived_figure_and_another_basis_do_not(Tier tier, bool derived, string basis) =>
        Two("100300000000", "120100000000", tier: tier, derived: derived, basis: basis)
            .Test("trade(AAA, BBB, 2022) = 100e9 USD")
            .Verdict.ShouldBe(Verdict.Supported);

    [Fact]
    public void A_coarser_rounding_does_not() =>
        Two("100300000000", "120000000000").Test("trade(AAA, BBB, 2022) = 100e9 USD").Verdict.ShouldBe(Verdict.Supported);

    [Fact]
    public void A_mirror_flow_does_not() =>
        Two("100300000000", "120100000000", source: "Customs B", reporter: "BBB")
            .Test("trade(AAA, BBB, 2022) = 100e9 USD")
            .Verdict.ShouldBe(Verdict.Supported);

    [Fact]
    public void The_first_party_has_the_point_of_view()
    {
        var record = Two("100300000000", "120100000000", source: "Customs B", reporter: "BBB");
        record.Test("trade(AAA, BBB, 2022) = 100e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("trade(BBB, AAA, 2022) = 120e9 USD").Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public void The_other_sides_customs_come_before_those_who_compile()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "190300000000")
            .Row("trade", "BBB", "AAA", "2022", "170000000001", source: "Fund", reporter: "BBB", derived: true);
        var outcome = record.Test("trade(BBB, AAA, 2022) = 190e9 USD");
        outcome.Verdict.ShouldBe(Verdict.Supported);
        outcome.Evidence.Single(e => e.Lead).Source.ShouldBe("Customs A");
    }

    [Fact]
    public void A_named_authority_that_says_the_same_keeps_a_text_from_being_called_wrong() =>
        Two("100300000000", "120100000000", source: "Customs B", reporter: "BBB")
            .Test("trade(AAA, BBB, 2022) = 120e9 USD")
            .Verdict.ShouldBe(Verdict.Disputed);

    [Fact]
    public void Contradicted_needs_every_reading_of_the_lead_to_fail()
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2022", "100300000000").Row("trade", "AAA", "BBB", "2022", "97200000000");
        record.Test("trade(AAA, BBB, 2022) = 97e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("trade(AAA, BBB, 2022) = 90e9 USD").Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Fact]
    public void Exports_are_the_sellers_word_and_imports_the_buyers()
    {
        var record = new SmallRecord()
            .Row("exports", "AAA", "BBB", "2022", "50100000000")
            .Row("imports", "BBB", "AAA", "2022", "55200000000", source: "Customs B");
        record.Test("exports(AAA -> BBB, 2022) = 50e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("imports(AAA -> BBB, 2022) = 55e9 USD").Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public void A_share_is_the_word_of_the_owner_of_the_whole()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "100000000001")
            .Row("trade", "BBB", "AAA", "2022", "110000000001", source: "Customs B")
            .Row("trade", "AAA", "WLD", "2022", "1000000000001")
            .Row("trade", "BBB", "WLD", "2022", "2000000000001", source: "Customs B");
        record.Test("share(trade(AAA, BBB), of: trade(AAA), 2022) = 10.0%").Verdict.ShouldBe(Verdict.Supported);
        record.Test("share(trade(AAA, BBB), of: trade(BBB), 2022) = 5.5%").Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public void One_sides_statement_is_shown_as_disputed_never_as_fact()
    {
        var record = new SmallRecord().Row(
            "military_expenditure",
            "AAA",
            null,
            "2022",
            "100300000000",
            source: "Institute",
            basis: "contested claim: BBB",
            item: ""
        );
        record.Test("military_expenditure(AAA, 2022) = 100e9 USD").Verdict.ShouldBe(Verdict.Disputed);
    }

    [Fact]
    public void One_unnamed_source_bears_out_but_does_not_refute()
    {
        var record = new SmallRecord().Row("trade", "AAA", "BBB", "2022", "100300000000", source: "A paper", reporter: "AAA");
        record.Test("trade(AAA, BBB, 2022) = 100e9 USD").Verdict.ShouldBe(Verdict.Supported);
        record.Test("trade(AAA, BBB, 2022) = 150e9 USD").Reason!.Code.ShouldBe("single-source");
        record
            .Row("trade", "AAA", "BBB", "2022", "101300000000", source: "Another paper", reporter: "AAA")
            .Test("trade(AAA, BBB, 2022) = 150e9 USD")
            .Verdict.ShouldBe(Verdict.Contradicted);
    }

    [Fact]
    public void Part_and_whole_of_two_authorities_refute_only_what_is_far_off()
    {
        var record = new SmallRecord()
            .Row("trade", "AAA", "BBB", "2022", "100000000001")
            .Row("trade", "AAA", "WLD", "2022", "1000000000001", source: "Ministry A");
        record.Test("share(trade(AAA, BBB), of: trade(AAA), 2022) = 10%").Verdict.ShouldBe(Verdict.Supported);
        record.Test("share(trade(AAA, BBB), of: trade(AAA), 2022) = 11.5%").Verdict.ShouldBe(Verdict.CannotTell);
        record.Test("share(trade(AAA, BBB), of: trade(AAA), 2022) = 40%").Verdict.ShouldBe(Verdict.Contradicted);
    }
}
