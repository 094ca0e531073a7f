using Entente.Application.Stores;

namespace Entente.Tests.Cli;

/// <summary>Citing what a result rests on: rows, datasets, imports and whole results, each thing once and under a key that stays.</summary>
public sealed class CiteTests : IDisposable
{
    private const string Row = "trade/china-russia.csv:206";

    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string[] Keys(string bibtex) =>
        [.. bibtex.Split('\n').Where(l => l.StartsWith("@misc{", StringComparison.Ordinal)).Select(l => l[6..^1])];

    [Fact]
    public void A_row_is_cited_as_the_page_it_stands_on()
    {
        var run = desk.Run("record", "cite", Row);
        run.Error.ShouldBeEmpty();
        run.Output.ShouldStartWith("@misc{gacc-2024-");
        run.Output.ShouldContain("  author       = {{GACC}},\n");
        run.Output.ShouldContain("  date         = {2024-01-12},\n");
        run.Output.ShouldContain("{Record: trade/china-russia.csv:206},\n}\n");
        desk.Run("record", "cite", Row, Row).Output.ShouldBe(run.Output);
        desk.Run("record", "cite", Row, "--format", "text").Output.ShouldContain("GACC, published 2024-01-12, goods, https://");
    }

    [Fact]
    public void A_dataset_is_cited_in_general_until_a_release_was_imported()
    {
        Keys(desk.Run("record", "cite", "cow-trade").Output).ShouldBe(["cow-trade"]);
        var import = desk.ImportTrade("2,20,1990,93780.2,75200.1");
        var release = desk.Run("record", "cite", "cow-trade").Output;
        Keys(release).ShouldBe(["cow-trade-4.0"]);
        release.ShouldContain("Release 4.0, imported ");
        desk.Run("record", "cite", import).Output.ShouldBe(release);
    }

    [Fact]
    public void A_result_cites_each_of_its_sources_once()
    {
        desk.ImportTrade("2,20,1990,93780.2,75200.1");
        desk.Run(
            "record",
            "add",
            "trade(DEU, POL, 2023)",
            "--value",
            "170.2e9 USD",
            "--source",
            "Destatis & Co_1",
            "--published",
            "2024-02-14",
            "--url",
            "https://example.org/a_b"
        );
        desk.Write("texts/a.md", "In 1990 trade between the United States and Canada was $169 billion.\n");
        desk.Write("texts/b.md", "In 1990 trade between the United States and Canada was $169 billion.\n");
        desk.Write("texts/c.md", "In 2023 trade between Germany and Poland reached $170 billion.\n");
        desk.Write("texts/d.md", "Trade between China and Russia grew by 29 percent in 2022.\n");
        var result = desk.Write("result.json", desk.Run("check", Path.Combine(desk.Folder, "texts"), "--format", "json").Output);
        var cited = desk.Run("record", "cite", result);
        cited.Error.ShouldBeEmpty();
        var keys = Keys(cited.Output);
        keys.ShouldBe(keys.Distinct().Order(StringComparer.Ordinal));
        keys.ShouldContain("cow-trade-4.0");
        keys.Count(k => k.StartsWith("destatis-co-1-2024-", StringComparison.Ordinal)).ShouldBe(1);
        keys.Count(k => k.StartsWith("gacc-2023-", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        cited.Output.ShouldContain("{{Destatis \\& Co\\_1}}");
        cited.Output.ShouldContain("{https://example.org/a_b}");
        var ask = desk.Write("ask.json", desk.Run("ask", "trade(DEU, POL, 2023)", "--format", "json").Output);
        Keys(desk.Run("record", "cite", ask, result).Output).ShouldBe(keys);
        desk.Run("record", "cite", ask, "--format", "text")
            .Output.ShouldBe("Destatis & Co_1, published 2024-02-14, https://example.org/a_b\n");
    }

    [Theory]
    [InlineData("nonsense", "found 'nonsense', which is no row of the record, expected file:line as in a report")]
    [InlineData("trade/china-russia.csv:999999", "which is no row of the record")]
    [InlineData("77", "expected the number of an import (entente record list)")]
    public void What_is_not_there_is_said(string what, string line)
    {
        var run = desk.Run("record", "cite", what);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(line);
    }

    [Fact]
    public void A_file_that_is_no_result_is_located()
    {
        var file = desk.Write("r.json", "{}\n{\"claims\": [\n");
        var run = desk.Run("record", "cite", file);
        run.Status.ShouldBe(2);
        run.Error.ShouldContain($"{file}:2: found what is no JSON, expected JSON lines");
        desk.Write("r.json", "{}\n");
        desk.Run("record", "cite", file).Error.ShouldContain("nothing in it rests on a figure of the record");
    }
}
