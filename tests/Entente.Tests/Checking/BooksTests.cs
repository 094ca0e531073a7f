using Entente.Checking;
using Shouldly;

namespace Entente.Tests.Checking;

/// <summary>Figures of those who collect every state's books: what two books may differ by is near, and refutes nothing.</summary>
public sealed class BooksTests
{
    private const string Collection = "Fund";

    private static SmallRecord Flows() =>
        new SmallRecord()
            .Row("exports", "AAA", "BBB", "2019", "60000000001", source: Collection, reporter: "AAA")
            .Row("exports", "BBB", "AAA", "2019", "40000000001", source: Collection, reporter: "BBB")
            .Row("exports", "CCC", "AAA", "2019", "30000000001", source: Collection, reporter: "CCC")
            .Row("exports", "AAA", "CCC", "2019", "10000000001", source: Collection, reporter: "AAA");

    [Theory]
    [InlineData("trade(AAA, BBB, 2019) = 100e9 USD", Verdict.Supported)]
    [InlineData("trade(AAA, BBB, 2019) = 106e9 USD", Verdict.Close)]
    [InlineData("trade(AAA, BBB, 2019) = 130e9 USD", Verdict.CannotTell)]
    [InlineData("trade(AAA, BBB, 2019) = 300e9 USD", Verdict.CannotTell)]
    [InlineData("trade(AAA, BBB, 2019) > 104e9 USD", Verdict.Close)]
    [InlineData("trade(AAA, BBB, 2019) > 130e9 USD", Verdict.CannotTell)]
    [InlineData("balance(AAA, BBB, 2019) > 0", Verdict.Supported)]
    [InlineData("balance(AAA, BBB, 2019) = 20e9 USD", Verdict.Supported)]
    public void Trade_is_each_sides_own_exports_where_neither_tells_its_imports(string claim, Verdict verdict) =>
        Flows().Test(claim).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("imports(BBB -> AAA, 2019) = 43e9 USD", Verdict.Close)]
    [InlineData("imports(BBB -> AAA, 2019) = 50e9 USD", Verdict.CannotTell)]
    [InlineData("exports(BBB -> AAA, 2019) = 41e9 USD", Verdict.Close)]
    [InlineData("exports(BBB -> AAA, 2019) = 43e9 USD", Verdict.CannotTell)]
    public void The_other_sides_book_may_differ_by_the_normal_gap_and_ones_own_by_half_of_it(string claim, Verdict verdict) =>
        Flows().Test(claim).Verdict.ShouldBe(verdict);

    [Fact]
    public void Ones_own_book_comes_before_the_other_sides_in_one_collection()
    {
        var record = Flows().Row("imports", "AAA", "BBB", "2019", "44000000001", source: Collection, reporter: "AAA");
        record.Test("imports(BBB -> AAA, 2019) = 44.0e9 USD").Verdict.ShouldBe(Verdict.Supported);
    }

    [Theory]
    [InlineData("rank(BBB, among: partners(AAA), by: trade, 2019) = 1", Verdict.Supported)]
    [InlineData("rank(CCC, among: partners(AAA), by: trade, 2019) = 2", Verdict.Supported)]
    [InlineData("rank(CCC, among: suppliers(AAA), by: imports, 2019) = 1", Verdict.CannotTell)]
    public void Places_are_borne_out_by_what_every_state_sold_and_not_refuted(string claim, Verdict verdict) =>
        Flows().Test(claim).Verdict.ShouldBe(verdict);

    [Theory]
    [InlineData("rank(CCC, among: buyers(AAA), by: exports, 2019) = 2", Verdict.Supported)]
    [InlineData("rank(CCC, among: buyers(AAA), by: exports, 2019) = 3", Verdict.Close)]
    [InlineData("rank(CCC, among: buyers(AAA), by: exports, 2019) = 1", Verdict.CannotTell)]
    public void A_place_is_near_that_values_within_the_normal_gap_could_give(string claim, Verdict verdict) =>
        Flows()
            .Row("exports", "AAA", "DDD", "2019", "9500000001", source: Collection, reporter: "AAA")
            .Row("exports", "AAA", "WLD", "2019", "79500000003", source: Collection, reporter: "AAA")
            .Test(claim)
            .Verdict.ShouldBe(verdict);

    [Fact]
    public void A_share_of_imports_is_taken_of_what_all_others_sold()
    {
        const string Share = "share(imports(BBB -> AAA), of: imports(AAA), 2019) = 57%";
        // What three partners sold is no total.
        Flows().Test(Share).Verdict.ShouldBe(Verdict.CannotTell);
        var flows = Flows();
        for (var i = 0; i < 50; i++)
            flows = flows.Row(
                "exports",
                $"Q{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}",
                "AAA",
                "2019",
                "1",
                source: Collection,
                reporter: $"Q{(char)('A' + (i / 26))}{(char)('A' + (i % 26))}"
            );
        flows.Test(Share).Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public void A_years_mean_rate_is_taken_from_the_days_at_its_ends() =>
        Flows()
            .Row("exchange_rate", "EU", "USA", "2018-12-31", "0.88", source: Collection)
            .Row("exchange_rate", "EU", "USA", "2019-12-31", "0.90", source: Collection)
            .Test("exports(AAA -> BBB, 2019) = 53.4e9 EUR")
            .Verdict.ShouldBe(Verdict.Supported);
}
