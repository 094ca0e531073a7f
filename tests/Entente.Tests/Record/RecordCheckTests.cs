using Entente.Record;

namespace Entente.Tests.Record;

public sealed class RecordCheckTests
{
    private static string Row(
        string measure,
        string value,
        string unit = "USD",
        string of = "",
        string item = "total",
        string period = "2022",
        string bound = "=",
        string tier = "agency",
        string published = "2023",
        string url = "https://example.org",
        string source = "GACC",
        string subject = "CHN",
        string derived = ""
    ) => $"{measure},{of},{subject},RUS,{item},{period},{value},{unit},{bound},{source},,{tier},{published},{url},CHN,goods,{derived},1,";

    private static IReadOnlyList<RecordFinding> Check(RecordVocabulary? vocabulary, string[] rows, params string[] gaps)
    {
        var tables = RecordTables.Read([
            ("t.csv", string.Join('\n', [RecordTableReader.Header, .. rows])),
            ("known-gaps.csv", string.Join('\n', ["rule,key,reason", .. gaps])),
        ]);
        tables.Errors.ShouldBeEmpty();
        return RecordCheck.Run(tables, vocabulary);
    }

    private static RecordFinding Only(params string[] rows) => Check(null, rows).ShouldHaveSingleItem();

    [Fact]
    public void Figures_that_fit_are_no_finding() =>
        Check(
                null,
                [
                    Row("trade", "190270000000"),
                    Row("exports", "76120000000"),
                    Row("imports", "114150000000"),
                    Row("imports", "60000000000", item: "energy"),
                ]
            )
            .ShouldBeEmpty();

    [Fact]
    public void Trade_is_exports_plus_imports_within_the_rounding()
    {
        Check(null, [Row("trade", "190300000000"), Row("exports", "76120000000"), Row("imports", "114150000000")]).ShouldBeEmpty();
        var finding = Only(Row("trade", "191270000000"), Row("exports", "76120000000"), Row("imports", "114150000000"));
        (finding.Rule, finding.Row).ShouldBe(("sum", new RowRef("t.csv", 2)));
        finding.Expected.ShouldContain("190270000000");
    }

    [Fact]
    public void A_revised_figure_beside_the_first_release_is_enough() =>
        Check(
                null,
                [Row("trade", "190270000000"), Row("exports", "76000000001"), Row("exports", "76120000000"), Row("imports", "114150000000")]
            )
            .ShouldBeEmpty();

    [Fact]
    public void Other_authorities_do_not_add_up_with_each_other() =>
        Check(null, [Row("trade", "191270000000", source: "FCS"), Row("exports", "76120000000"), Row("imports", "114150000000")])
            .ShouldBeEmpty();

    [Fact]
    public void The_balance_is_exports_less_imports() =>
        Only(Row("balance", "38030000000"), Row("exports", "76120000000"), Row("imports", "114150000000"))
            .Expected.ShouldContain("-38030000000");

    [Fact]
    public void A_part_is_not_more_than_its_whole() =>
        Only(Row("imports", "129000000000", item: "energy"), Row("imports", "114150000000")).Rule.ShouldBe("part");

    [Theory]
    [InlineData("partner_share", "3.0", "share", "share")]
    [InlineData("partner_share", "-0.1", "share", "share")]
    [InlineData("growth", "-1.2", "share", "growth")]
    [InlineData("rank", "0", "rank", "rank")]
    [InlineData("rank", "1.5", "rank", "rank")]
    [InlineData("mutual_defence_clause", "2", "truth", "truth")]
    public void A_value_outside_its_range_is_a_finding(string measure, string value, string unit, string rule) =>
        Only(Row(measure, value, unit, of: "trade")).Rule.ShouldBe(rule);

    [Fact]
    public void The_same_row_twice_is_a_finding() =>
        Only(Row("trade", "190270000000"), Row("trade", "190270000000")).Rule.ShouldBe("duplicate");

    [Fact]
    public void A_primary_figure_has_an_address() => Only(Row("trade", "190270000000", tier: "primary", url: "")).Rule.ShouldBe("tier");

    [Fact]
    public void A_figure_is_not_published_before_its_period_begins_but_a_target_is()
    {
        Only(Row("trade", "190270000000", published: "2021-06")).Rule.ShouldBe("date");
        Check(null, [Row("target", "200000000000", of: "trade", period: "2024", published: "2019-06")]).ShouldBeEmpty();
    }

    [Fact]
    public void Codes_are_those_of_the_catalogue()
    {
        var vocabulary = new RecordVocabulary { KnowsActor = a => a is "CHN" or "RUS", KnowsItem = i => i == "total" };
        Check(vocabulary, [Row("trade", "190270000000")]).ShouldBeEmpty();
        Check(vocabulary, [Row("trade", "190270000000", subject: "CHINA")]).ShouldHaveSingleItem().Found.ShouldBe("actor 'CHINA'");
        Check(vocabulary, [Row("trade", "1", item: "oil_stuff")]).ShouldHaveSingleItem().Found.ShouldBe("item 'oil_stuff'");
    }

    [Fact]
    public void Votes_of_one_state_on_one_text_agree()
    {
        const string votes =
            "body,date,resolution,topic,state,vote,basis,source,tier,url\nUNGA,2022-03-02,R,x,CHN,A,read,AFP,agency,\nUNGA,2022-03-02,R,x,CHN,Y,read,AP,agency,\n";
        RecordCheck.Run(RecordTables.Read([("votes.csv", votes)])).ShouldHaveSingleItem().Rule.ShouldBe("vote");
    }

    [Fact]
    public void A_known_gap_silences_its_finding_and_a_stale_one_is_a_finding()
    {
        string[] rows = [Row("trade", "191270000000"), Row("exports", "76120000000"), Row("imports", "114150000000")];
        var gap = "sum,trade||CHN|RUS|total|2022|191270000000|USD|GACC|goods,printed so";
        Check(null, rows, gap).ShouldBeEmpty();
        var stale = Check(null, rows[1..], gap).ShouldHaveSingleItem();
        (stale.Rule, stale.Row).ShouldBe(("stale", new RowRef("known-gaps.csv", 2)));
    }
}
