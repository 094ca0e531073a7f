using Entente.Sources.Files;

namespace Entente.Tests.Cli;

/// <summary>Facts that a user enters: what is refused, what they may decide, and that nothing a publisher printed is hidden by them.</summary>
public sealed class OwnFactsTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private string Table => Path.Combine(desk.Home, "record", OwnTables.Facts);

    private (int Status, string Output, string Error) Add(string expression, string value, params string[] more) =>
        desk.Run([
            "record",
            "add",
            expression,
            "--value",
            value,
            "--published",
            "2024-02-14",
            "--url",
            "https://example.org/release",
            .. more.Contains("--source") ? more : ["--source", "Destatis", .. more],
        ]);

    [Fact]
    public void A_fact_decides_where_nothing_was_known()
    {
        var note = desk.Write("a.md", "In 2023 trade between Germany and Poland reached $190 billion.\n");
        desk.Run("check", note).Output.ShouldContain("cannot tell");
        var add = Add("trade(DEU, POL, 2023)", "170.2e9 USD", "--basis", "goods", "--note", "with \"revisions\", later");
        add.Error.ShouldBeEmpty();
        add.Output.ShouldStartWith("added: trade DEU POL 2023  $170.2bn  Destatis 2024-02-14  [own.csv:2]\n");
        File.ReadAllLines(Table)[1]
            .ShouldBe(
                "trade,,DEU,POL,total,2023,170200000000,USD,=,Destatis,,primary,2024-02-14,https://example.org/release,DEU,goods,,1,\"with \"\"revisions\"\", later\""
            );
        var check = desk.Run("check", note);
        check.Status.ShouldBe(1);
        check.Output.ShouldContain("contradicted  Destatis (own entry): $170.2bn in 2023, not $190bn");
        desk.Run("check", "--changed").Output.ShouldContain("1 text checked before, all against the present record");
        desk.Run("check", note, "--format", "json").Output.ShouldContain("own entry: with ");
        desk.Run("record", "verify").Output.ShouldBe("the record is sound\n");

        desk.Run("record", "remove", "own.csv:2").Output.ShouldStartWith("removed:\ntrade DEU POL 2023");
        desk.Run("check", note).Output.ShouldContain("cannot tell");
    }

    [Fact]
    public void What_a_publisher_printed_stands_before_it_and_both_are_shown()
    {
        const string Claim = "growth(trade(CHN, RUS), 2022)";
        var before = desk.Json("ask", Claim).GetProperty("value").GetDouble();
        var add = Add(Claim, "36%", "--source", "GACC", "--basis", "goods");
        add.Error.ShouldBeEmpty();
        add.Output.ShouldContain("\nbeside: growth trade CHN RUS 2022  29.3 %  GACC 2023-01-13  [trade/china-russia.csv:");
        desk.Json("ask", Claim).GetProperty("value").GetDouble().ShouldBe(before);
        desk.Run("ask", Claim).Output.ShouldContain("  36 % · GACC · 2024-02-14 · goods · own entry\n");
        var note = desk.Write("a.md", "Trade between China and Russia grew by 36 percent in 2022.\n");
        var claim = desk.Json("check", note).GetProperty("claims")[0];
        claim.GetProperty("verdict").GetString().ShouldBe("disputed");
        claim
            .GetProperty("evidence")
            .EnumerateArray()
            .First(e => e.GetProperty("lead").GetBoolean())
            .GetProperty("value")
            .GetDouble()
            .ShouldBe(0.293);
    }

    [Fact]
    public void The_same_source_says_one_thing_unless_it_is_replaced()
    {
        Add("exports(DEU -> POL, 2023)", "90.2e9 EUR").Status.ShouldBe(0);
        var second = Add("exports(DEU -> POL, 2023)", "90.3e9 EUR");
        second.Status.ShouldBe(2);
        second.Error.ShouldContain("found a fact of your own from Destatis for the same");
        Add("exports(DEU -> POL, 2023)", "90.3e9 EUR", "--replace").Output.ShouldStartWith("replaced: ");
        Add("exports(DEU -> POL, 2023)", "91e9 EUR", "--source", "Eurostat").Status.ShouldBe(0);
        File.ReadAllLines(Table).Length.ShouldBe(3);
        desk.Json("ask", "exports(DEU -> POL, 2023)").GetProperty("value").GetDouble().ShouldBe(90.3e9);
    }

    [Theory]
    [InlineData("growth(imports(CHN -> DEU), 2023)", "-19.2%", "growth,imports,DEU,CHN,total,2023,-0.192,share,=,")]
    [InlineData("imports(DEU, 2023)", "> 1.3e12 EUR", "imports,,DEU,WLD,total,2023,1300000000000,EUR,>,")]
    [InlineData("nuclear_warheads(IND, 2024)", "172", "nuclear_warheads,,IND,,,2024,172,warheads,=,")]
    [InlineData("population(POL, 2021)", "~38.1e6", "population,,POL,,,2021,38100000,persons,~,")]
    [InlineData("exports(DEU -> POL, cars, 2023-03)", "1.25e9 EUR", "exports,,DEU,POL,cars,2023-03,1250000000,EUR,=,")]
    public void A_row_is_kept_as_the_record_keeps_it(string expression, string value, string row)
    {
        var add = Add(expression, value);
        add.Error.ShouldBeEmpty();
        File.ReadAllLines(Table)[1].ShouldStartWith(row);
    }

    [Theory]
    [InlineData(
        "exprts(DEU -> POL, 2023)",
        "1e9 EUR",
        "record add: character 1: found 'exprts', expected a measure or a function (did you mean 'exports'?)"
    )]
    [InlineData("exports(DEU -> POX, 2023)", "1e9 EUR", "record add: character 16: found 'POX', expected an actor (did you mean 'POL'?)")]
    [InlineData("exports(DEU -> POL, 2023)", "1 %", "--value: character 1: found '1%' (a share), expected money")]
    [InlineData("exports(DEU -> POL, 2023)", "1e9 EUX", "--value: character 5: found 'EUX', expected a unit")]
    [InlineData("exports(DEU -> POL, 2023)", "", "found no --value, expected --value FIGURE")]
    [InlineData("exports(DEU -> POL, 2023)", "1e9 EUR and", "--value: character")]
    [InlineData("exports(DEU -> POL)", "1e9 EUR", "found exports without a period")]
    [InlineData("exports(DEU -> POL, 2025)", "1e9 EUR", "found published 2024-02-14 for 2025, expected a page not older than the period")]
    [InlineData("share(exports(DEU -> POL), of: exports(DEU), 2023)", "6%", "found 'share', expected one measure")]
    [InlineData("exports(DEU -> POL, 2023) + exports(POL -> DEU, 2023)", "6e9 EUR", "found an expression of several figures")]
    [InlineData("exports(DEU -> POL, 2023", "1e9 EUR", "record add: character")]
    public void What_cannot_be_a_fact_is_located_and_nothing_is_written(string expression, string value, string line)
    {
        var add = Add(expression, value);
        add.Status.ShouldBe(2);
        add.Output.ShouldBeEmpty();
        add.Error.ShouldContain(line);
        add.Error.TrimEnd('\n').ShouldNotContain("\n");
        File.Exists(Table).ShouldBeFalse();
    }

    [Theory]
    [InlineData("remove", "own.csv:7", "found 'own.csv:7', which is no fact of your own, expected one; there is none")]
    [InlineData("remove", "trade/china-russia.csv:12", "what publishers print cannot be removed")]
    public void Only_own_facts_can_be_removed(string command, string row, string line)
    {
        var run = desk.Run("record", command, row);
        run.Status.ShouldBe(2);
        run.Error.ShouldContain(line);
    }

    [Fact]
    public void A_table_broken_by_hand_is_located_by_its_whole_path()
    {
        Add("exports(DEU -> POL, 2023)", "90.2e9 EUR");
        File.AppendAllText(Table, "exports,,DEU,POL,total,2024,x,EUR,=,Destatis,,primary,2025,https://example.org,DEU,,,1,\n");
        var run = desk.Run("ask", "exports(DEU -> POL, 2023)");
        run.Status.ShouldBe(2);
        run.Error.ShouldContain($"{Table}:3:29: found 'x', expected a plain number");
    }

    [Fact]
    public void What_was_entered_reaches_a_folder_that_is_remembered()
    {
        desk.Write("texts/a.md", "In 2023 trade between Germany and Poland reached $170 billion.\n");
        var texts = Path.Combine(desk.Folder, "texts");
        desk.Run("check", texts).Output.ShouldContain("cannot tell");
        Add("trade(DEU, POL, 2023)", "170.2e9 USD");
        desk.Run("check", "--changed").Output.ShouldContain("1 past verdict turned");
        desk.Run("check", texts).Output.ShouldContain("supported  Destatis");
    }
}
