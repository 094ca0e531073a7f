using System.Text.Json;
using Entente.Web.Assistants.Tools;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Tests.Assistants;

/// <summary>Every tool over the library's own client: what comes back cites, says what cannot be told, and changes nothing.</summary>
public sealed class ToolTests(ToolTests.Texts texts) : IClassFixture<ToolTests.Texts>
{
    private const string Claim = "Trade between China and Russia reached $190 billion in 2022, up 36 percent.";

    private const string Ledger = """
        # Forecasts

        ## f-00000001 Trade between China and Russia will exceed $230 billion

        > Trade between China and Russia will probably exceed $230 billion in 2024.

        - speaker: Tomas Ferle
        - kind: forecast
        - said: 2024-06-03
        - criterion: `trade(CHN, RUS, 2024) > 230e9 USD`
        - deadline: 2024-12-31
        - rule: record
        - status: open

        ## f-00000002 Trade between China and Russia will reach $300 billion

        > Trade between China and Russia will reach $300 billion by 2030.

        - speaker: Tomas Ferle
        - kind: forecast
        - said: 2024-06-03
        - criterion: `trade(CHN, RUS, 2030) >= 300e9 USD`
        - deadline: 2030-12-31
        - rule: record
        - status: open

        """;

    private readonly AssistantDesk desk = texts.Desk;

    [Fact]
    public async Task Every_tool_is_described_bounded_and_said_to_change_nothing()
    {
        var tools = await desk.Client.ListToolsAsync();
        tools.Select(t => t.Name).ShouldBe(ToolBox.All.Select(t => t.Name));
        foreach (var tool in tools.Select(t => t.ProtocolTool))
        {
            tool.Name.ShouldAllBe(c => char.IsAsciiLetterLower(c) || c == '_');
            tool.Description!.Length.ShouldBeInRange(60, 1200, tool.Name);
            tool.Annotations!.ReadOnlyHint.ShouldBe(true);
            tool.Annotations.IdempotentHint.ShouldBe(true);
            tool.Annotations.DestructiveHint.ShouldBe(false);
            tool.Annotations.OpenWorldHint.ShouldBe(false);
            tool.InputSchema.GetProperty("additionalProperties").GetBoolean().ShouldBeFalse();
            foreach (var property in tool.InputSchema.GetProperty("properties").EnumerateObject())
                Bounded(property.Value).ShouldBeTrue($"{tool.Name}.{property.Name}");
        }
    }

    [Fact]
    public async Task A_text_is_checked_and_the_answer_cites()
    {
        var result = await desk.Call("check_text", new { text = Claim, published = "2023-02-01" });
        var json = AssistantDesk.Structured(result);
        json.GetProperty("schema").GetString().ShouldBe("entente/check/1");
        var claims = json.GetProperty("claims").EnumerateArray().ToDictionary(c => c.GetProperty("assertion").GetString()!);
        claims["trade(CHN, RUS, 2022) = 190e9 USD"].GetProperty("verdict").GetString().ShouldBe("supported");
        claims["growth(trade(CHN, RUS), 2022) = 36%"].GetProperty("verdict").GetString().ShouldBe("contradicted");
        var text = AssistantDesk.Text(result);
        text.ShouldContain("contradicted: “up 36 percent”");
        text.ShouldContain("decides: GACC: 29.3 % — published 2023-01-13");
        text.ShouldContain("https://");
        text.ShouldContain("[trade/china-russia.csv:");
        text.ShouldContain("with what was published up to 2026-11-01");
        text.ShouldContain("not a lie");
    }

    [Fact]
    public async Task A_brief_check_has_the_same_claims_and_verdicts_without_the_working()
    {
        var full = await desk.Json("check_text", new { text = Claim });
        var brief = await desk.Json("check_text", new { text = Claim, detail = "brief" });
        Verdicts(brief).ShouldBe(Verdicts(full));
        brief.TryGetProperty("statements", out _).ShouldBeFalse();
        brief.GetProperty("claims")[0].TryGetProperty("derivation", out _).ShouldBeFalse();
        brief.GetProperty("claims")[0].GetProperty("evidence").GetArrayLength().ShouldBePositive();
    }

    [Fact]
    public async Task What_was_known_on_a_day_is_what_is_consulted()
    {
        var then = await desk.Json("evaluate_expression", new { expression = "trade(CHN, RUS, 2023)", as_of = "2023-06-30" });
        then.GetProperty("alternatives")
            .EnumerateArray()
            .ShouldAllBe(a => string.CompareOrdinal(a.GetProperty("published").GetString(), "2023-07") < 0);
        AssistantDesk
            .Text(await desk.Call("evaluate_expression", new { expression = "trade(CHN, RUS, 1400)" }))
            .ShouldContain("no evidence either way");
        var now = await desk.Json("evaluate_expression", new { expression = "trade(CHN, RUS, 2023)" });
        now.GetProperty("value").GetDouble().ShouldBeInRange(2.3e11, 2.5e11);
        now.GetProperty("alternatives").EnumerateArray().ShouldAllBe(a => a.GetProperty("source").GetString()!.Length > 0);
    }

    [Theory]
    [InlineData("a.md")]
    [InlineData("entente://sample/article.md")]
    public async Task A_document_is_checked_by_its_path_or_address(string document)
    {
        var json = await desk.Json("check_document", new { document });
        json.GetProperty("claims").GetArrayLength().ShouldBePositive();
        json.GetProperty("document").GetProperty("path").GetString()!.ShouldEndWith(document.Split('/')[^1]);
    }

    [Fact]
    public async Task Texts_are_laid_beside_each_other()
    {
        var result = await desk.Call("compare_documents", new { documents = new[] { "a.md", "b.md" } });
        AssistantDesk.Structured(result).GetProperty("schema").GetString().ShouldBe("entente/corpus/1");
        var text = AssistantDesk.Text(result);
        text.ShouldContain("$190bn");
        text.ShouldContain("$180bn");
        (await desk.Fails("compare_documents", new { documents = new[] { "a.md", "./a.md" } })).Line.ShouldContain("found one text");
    }

    [Fact]
    public async Task The_language_is_described_so_that_its_examples_evaluate()
    {
        var json = await desk.Json("describe_claim_language");
        json.GetProperty("functions").EnumerateArray().ShouldContain(f => f.GetProperty("usage").GetString()!.StartsWith("growth("));
        json.GetProperty("measures").EnumerateArray().ShouldContain(m => m.GetProperty("id").GetString() == "trade");
        foreach (var example in json.GetProperty("examples").EnumerateArray())
            (await desk.Call("evaluate_expression", new { expression = example.GetString() })).IsError.ShouldNotBe(
                true,
                example.GetString()
            );
        var some = await desk.Json("describe_claim_language", new { about = "warhead" });
        some.GetProperty("measures").GetArrayLength().ShouldBeInRange(1, 10);
    }

    [Fact]
    public async Task A_pair_is_profiled_with_numbered_sources()
    {
        var result = await desk.Call(
            "profile_pair",
            new
            {
                first = "CHN",
                second = "Russia",
                from = 2015,
            }
        );
        AssistantDesk.Structured(result).GetProperty("schema").GetString().ShouldBe("entente/profile/1");
        var text = AssistantDesk.Text(result);
        text.ShouldStartWith("China (CHN) and Russia (RUS), 2015 to 2026");
        text.ShouldContain("\nSources:\n[1] ");
        text.ShouldContain("missing:");
        var (line, _) = await desk.Fails("profile_pair", new { first = "CHN", second = "Atlantis" });
        line.ShouldContain("'Atlantis'");
    }

    [Fact]
    public async Task Scenarios_are_listed_with_those_of_the_opened_folder_and_run_the_same_for_the_same_seed()
    {
        var names = (await desk.Json("list_scenarios"))
            .GetProperty("results")
            .EnumerateArray()
            .Select(r => r.GetProperty("name").GetString())
            .ToList();
        names.ShouldContain("own-tariff");
        names.ShouldContain("gone");
        names.ShouldContain("whoever-wins");
        names.ShouldNotContain("base-2021");
        var arguments = new
        {
            scenario = "own-tariff",
            parameters = new Dictionary<string, string> { ["A"] = "TUR", ["B"] = "RUS" },
            draws = 20,
            seed = 7,
        };
        var first = await desk.Call("run_scenario", arguments);
        var second = await desk.Call("run_scenario", arguments);
        AssistantDesk.Text(second).ShouldBe(AssistantDesk.Text(first));
        AssistantDesk.Structured(first).GetProperty("inputs").GetProperty("seed").GetInt32().ShouldBe(7);
        AssistantDesk.Text(first).ShouldContain("It is no forecast");
    }

    [Fact]
    public async Task A_scenario_or_an_argument_may_be_given_inline_and_name_what_ships()
    {
        var yaml = await File.ReadAllTextAsync(Path.Combine(Clone.Root, "samples/scenarios/gone.yml"));
        var trade = await desk.Json("run_scenario", new { yaml, draws = 0 });
        trade.GetProperty("inputs").GetProperty("file").GetString().ShouldBe("inline.yml");
        var argument = await File.ReadAllTextAsync(Path.Combine(Clone.Root, "samples/arguments/whoever-wins.yml"));
        (await desk.Json("run_scenario", new { yaml = argument, draws = 20 }))
            .GetProperty("inputs")
            .GetProperty("draws")
            .GetInt32()
            .ShouldBe(20);
        var (line, problem) = await desk.Fails("run_scenario", new { yaml = yaml.Replace("shocks:", "shock:") });
        line.ShouldContain("inline.yml:");
        problem.GetProperty("where").GetString()!.ShouldStartWith("inline.yml");
    }

    [Fact]
    public async Task The_record_is_searched_and_its_rows_are_shown_with_their_place()
    {
        var found = await desk.Json("search_record", new { query = "crude oil", kind = "item" });
        found.GetProperty("results")[0].GetProperty("ref").GetString().ShouldBe("crude_oil");
        var texts = await desk.Json("search_record", new { query = "reached $180 billion", kind = "text" });
        texts.GetProperty("results")[0].GetProperty("title").GetString().ShouldBe("Second");
        var rows = await desk.Call("show_record_rows", new { words = new[] { "trade", "CHN", "RUS", "2022" }, limit = 2 });
        var json = AssistantDesk.Structured(rows);
        json.GetProperty("rows").GetArrayLength().ShouldBe(2);
        json.GetProperty("total").GetInt32().ShouldBeGreaterThan(2);
        AssistantDesk.Text(rows).ShouldContain("[trade/china-russia.csv:");
        AssistantDesk
            .Text(await desk.Call("show_record_rows", new { words = new[] { "nothing-of-this" } }))
            .ShouldContain("no evidence that there is none");
    }

    [Fact]
    public async Task Due_forecasts_are_told_and_the_ledger_stays_as_it_is()
    {
        var before = AssistantDesk.Contents(desk.Folder);
        var due = await desk.Call("forecasts_due", new { ledger = "forecasts.md" });
        AssistantDesk.Structured(due).GetProperty("schema").GetString().ShouldBe("entente/forecasts/1");
        AssistantDesk.Structured(due).GetProperty("results").GetArrayLength().ShouldBe(1);
        var text = AssistantDesk.Text(due);
        text.ShouldContain("1 of 2 forecasts in");
        text.ShouldContain("the record would say: true");
        text.ShouldContain("the ledger has not been changed");
        (await desk.Json("forecasts_due", new { ledger = "forecasts.md", within_days = 36500 }))
            .GetProperty("results")
            .GetArrayLength()
            .ShouldBe(2);
        AssistantDesk.Contents(desk.Folder).ShouldBe(before);
        AssistantDesk.Text(await desk.Call("forecasts_due")).ShouldStartWith("0 of 0 forecasts");
    }

    [Fact]
    public async Task Nothing_that_an_assistant_does_writes_a_file()
    {
        var before = AssistantDesk.Contents(desk.Folder);
        await desk.Call("check_text", new { text = Claim });
        await desk.Call("check_document", new { document = "a.md" });
        await desk.Call("compare_documents", new { documents = new[] { "a.md", "b.md" } });
        await desk.Call("search_record", new { query = "trade" });
        await desk.Call("profile_pair", new { first = "CHN", second = "RUS" });
        await desk.Call("run_scenario", new { scenario = "whoever-wins", draws = 20 });
        await desk.Call("forecasts_due");
        AssistantDesk.Contents(desk.Folder).ShouldBe(before);
    }

    [Fact]
    public async Task Wrong_calls_come_back_as_errors_that_say_what_to_do()
    {
        foreach (
            var (tool, arguments, where, found) in new (string, object?, string, string)[]
            {
                ("check_text", null, "check_text: text", "nothing"),
                ("check_text", new { text = "x", colour = "red" }, "check_text", "the argument 'colour'"),
                ("check_text", new { text = 7 }, "check_text: text", "the number 7"),
                ("check_text", new { text = "x", published = "9 April" }, "check_text: published", "'9 April'"),
                ("check_text", new { text = "x", detail = "loud" }, "check_text: detail", "'loud'"),
                ("check_text", new { text = new string('x', CheckTools.MostCharacters + 1) }, "check_text: text", "1,000,001 characters"),
                ("check_text", new { text = "\0\u0001\u0002\0" }, "text.md", "binary"),
                ("evaluate_expression", new { expression = "trade(CHN, RUS" }, "expression: character 15", "the end"),
                ("evaluate_expression", new { expression = "fly(CHN)" }, "expression: character 1", "'fly'"),
                ("run_scenario", new { }, "run_scenario: scenario", "neither"),
                ("run_scenario", new { scenario = "no-such" }, "run_scenario: scenario", "'no-such'"),
                ("run_scenario", new { scenario = "gone", draws = 1e9 }, "run_scenario: draws", "the number"),
                ("run_scenario", new { scenario = "gone", draws = 0.5 }, "run_scenario: draws", "the number 0.5"),
                (
                    "run_scenario",
                    new { scenario = "gone", parameters = new Dictionary<string, string> { ["Z"] = "TUR" } },
                    "run_scenario: parameters",
                    "Z=TUR"
                ),
                ("show_record_rows", new { words = Array.Empty<string>() }, "show_record_rows: words", "none"),
                (
                    "profile_pair",
                    new
                    {
                        first = "CHN",
                        second = "RUS",
                        from = 2030,
                    },
                    "profile_pair: from and to",
                    "2030"
                ),
            }
        )
        {
            var (line, problem) = await desk.Fails(tool, arguments);
            problem.GetProperty("where").GetString()!.ShouldContain(where, Case.Sensitive, line);
            problem.GetProperty("found").GetString()!.ShouldContain(found, Case.Sensitive, line);
            problem.GetProperty("expected").GetString().ShouldNotBeNullOrEmpty(line);
        }
        desk.Said.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_that_is_not_there_is_an_error_of_the_protocol()
    {
        var e = await Should.ThrowAsync<McpProtocolException>(() => desk.Call("erase_everything"));
        e.ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
        e.Message.ShouldContain("check_text");
    }

    private static List<string> Verdicts(JsonElement check) =>
        [.. check.GetProperty("claims").EnumerateArray().Select(c => $"{c.GetProperty("assertion")} {c.GetProperty("verdict")}")];

    private static bool Bounded(JsonElement schema) =>
        schema.GetProperty("type").GetString() switch
        {
            "string" => schema.TryGetProperty("maxLength", out _) || schema.TryGetProperty("enum", out _),
            "integer" => schema.TryGetProperty("maximum", out _) && schema.TryGetProperty("minimum", out _),
            "array" => schema.TryGetProperty("maxItems", out _) && Bounded(schema.GetProperty("items")),
            "object" => schema.TryGetProperty("maxProperties", out _),
            _ => false,
        };

    /// <summary>One server for all tests of the class.</summary>
    public sealed class Texts : IAsyncLifetime
    {
        internal AssistantDesk Desk { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Desk = await AssistantDesk.Open(d =>
            {
                d.File("texts/a.md", $"# First\n\n{Claim}\n");
                d.File("texts/b.md", "# Second\n\nTrade between China and Russia reached $180 billion in 2022.\n");
                d.File("texts/mine.yml", File.ReadAllText(Path.Combine(Clone.Root, "samples/scenarios/base-2021.yml")));
                d.File(
                    "texts/own-tariff.yml",
                    File.ReadAllText(Path.Combine(Clone.Root, "samples/scenarios/gone.yml")).Replace("base-2021.yml", "mine.yml")
                );
                d.File("texts/forecasts.md", Ledger);
            });

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
