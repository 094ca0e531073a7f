using Entente.Application.Stores;

namespace Entente.Tests.Cli;

/// <summary>Finding texts that were read or checked, and what the record is made of, by words.</summary>
public sealed class SearchTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private string[] Refs(params string[] args) =>
        [.. desk.Json(["search", .. args]).GetProperty("results").EnumerateArray().Select(r => r.GetProperty("ref").GetString()!)];

    [Fact]
    public void What_was_checked_or_read_is_found_by_title_author_and_claim()
    {
        var a = desk.Write(
            "a.md",
            "---\ntitle: The Quiet Corridor\nauthor: Ada Example\ndate: 2024-05-06\n---\n\n# On grain\n\nIn 2023 trade between Germany and Poland reached $190 billion.\n"
        );
        var b = desk.Write(
            "b.md",
            "In 1990 trade between Canada and Mexico was $169 billion. Énergie: exports to Poland grew by 5 percent in 2022.\n"
        );
        desk.Run("check", a);
        desk.Run("read", b);
        Refs("quiet", "corridor")[0].ShouldBe(a);
        Refs("--kind", "text", "ada").ShouldBe([a]);
        Refs("--kind", "text", "grain").ShouldBe([a]);
        Refs("--kind", "text", "canada", "mexico").ShouldBe([b]);
        Refs("--kind", "text", "cana").ShouldBe([b], "the last word may be a beginning");
        Refs("--kind", "text", "germany nowhere").ShouldBe([a], "where nothing holds all words, what holds some");
        var hit = desk.Json("search", "--kind", "text", "corridor").GetProperty("results")[0];
        hit.GetProperty("detail").GetString().ShouldBe("Ada Example · 2024-05-06");
        hit.GetProperty("gone").GetBoolean().ShouldBeFalse();

        desk.Write("a.md", "---\ntitle: The Loud Corridor\n---\n\nIn 2023 trade between Germany and Poland reached $190 billion.\n");
        desk.Run("check", a);
        Refs("--kind", "text", "quiet").ShouldBeEmpty("the index follows the text");
        Refs("--kind", "text", "loud").ShouldBe([a]);
        File.Delete(a);
        desk.Run("search", "loud").Output.ShouldContain("(gone)");
    }

    [Fact]
    public void The_record_is_found_too()
    {
        Refs("--kind", "measure", "warheads").ShouldContain("nuclear_warheads");
        Refs("--kind", "dataset", "barbieri").ShouldContain("cow-trade");
        Refs("--kind", "event", "no", "limits").ShouldContain("joint_statement_2022");
        Refs("--kind", "source", "GACC").ShouldBe(["GACC"]);
        Refs("--kind", "item", "laptops").ShouldContain("laptops");
        desk.Run(
                "record",
                "add",
                "trade(DEU, POL, 2023)",
                "--value",
                "1e9 USD",
                "--source",
                "Office of Tests",
                "--published",
                "2024-02",
                "--url",
                "https://example.org"
            )
            .Status.ShouldBe(0);
        Refs("--kind", "source", "office", "tests").ShouldBe(["Office of Tests"], "what is entered is found at once");
    }

    [Fact]
    public void A_folder_is_read_in_at_once()
    {
        for (var i = 0; i < 20; i++)
            desk.Write(
                $"vault/n{i}.md",
                $"---\ntitle: Note {i} on hydrangeas\n---\n\nTrade between China and Russia grew by {i} percent in 2022.\n"
            );
        var run = desk.Run("search", "--index", Path.Combine(desk.Folder, "vault"));
        run.Error.ShouldBe("20 texts read into the reading list\n");
        run.Output.ShouldBeEmpty();
        Refs("hydrangeas").Length.ShouldBe(10);
        Refs("hydrangeas", "--limit", "50").Length.ShouldBe(20);
        desk.Run("check", "--changed").Output.ShouldContain("no text has been checked before");
        desk.Run("search", "--index", Path.Combine(desk.Folder, "nowhere")).Status.ShouldBe(2);
    }

    [Theory]
    [InlineData("AND OR NOT NEAR")]
    [InlineData("\"")]
    [InlineData("title:(a* OR \"b) ^c -d {e}")]
    [InlineData("***")]
    [InlineData("' ; drop table words; --")]
    [InlineData("\u0000\u0001 \ud800")]
    [InlineData("trade \"between\"\"")]
    public void Whatever_is_asked_is_words(string asked)
    {
        var run = desk.Run("search", asked);
        run.Error.ShouldBeEmpty();
        run.Status.ShouldBe(0);
        run.Output.Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Long_questions_are_bounded_and_lines_stay_on_the_screen()
    {
        desk.Run("search", new string('x', 100_000)).Status.ShouldBe(0);
        var run = desk.Run("search", string.Join(' ', Enumerable.Repeat("trade energy arms", 500)), "--limit", "100");
        run.Status.ShouldBe(0);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
    }

    [Fact]
    public void A_damaged_index_is_made_again()
    {
        var note = desk.Write("a.md", "---\ntitle: Hydrangeas\n---\n\nIn 2023 trade between Germany and Poland reached $190 billion.\n");
        desk.Run("check", note);
        Refs("hydrangeas").ShouldBe([note]);
        File.WriteAllText(
            Path.Combine(desk.Home, "search.db"),
            "this is no database, and long enough to be read as one: " + new string('x', 5000)
        );
        Refs("hydrangeas").ShouldBe([note]);
        File.Delete(Path.Combine(desk.Home, "verdicts.jsonl"));
        Refs("--kind", "text", "hydrangeas").ShouldBeEmpty("the journal is what the index is made of");
    }

    [Theory]
    [InlineData("found no WORD, expected WORD")]
    [InlineData("found '--limit 0', expected a number from 1 to 200", "x", "--limit", "0")]
    [InlineData("found '--kind poem', expected '--kind KIND'", "x", "--kind", "poem")]
    public void Wrong_use_is_one_line_and_status_2(string line, params string[] args)
    {
        var run = desk.Run(["search", .. args]);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(line);
    }
}
