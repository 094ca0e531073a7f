using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Entente.Web.Tests.Assistants;

/// <summary>What can be read, and what cannot: attacks on the addresses of documents.</summary>
public sealed class ResourceTests(ResourceTests.Traps traps) : IClassFixture<ResourceTests.Traps>
{
    private const string Secret = "nobody's business";

    private readonly AssistantDesk desk = traps.Desk;

    [Fact]
    public async Task Everything_is_listed_page_by_page_and_each_once()
    {
        var all = new List<Resource>();
        string? cursor = null;
        var pages = 0;
        do
        {
            var page = await desk.Client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = cursor });
            page.Resources.Count.ShouldBeLessThanOrEqualTo(100);
            all.AddRange(page.Resources);
            cursor = page.NextCursor;
            pages++;
        } while (cursor is not null);
        pages.ShouldBeGreaterThan(2);
        all.Select(r => r.Uri).ShouldBeUnique();
        all.Count(r => r.Uri.StartsWith("entente://document/", StringComparison.Ordinal)).ShouldBe(132);
        all.ShouldContain(r => r.Uri == "entente://sample/article.md");
        all.ShouldContain(r => r.Uri == "entente://manual/claim-language");
        all.ShouldContain(r => r.Uri == "entente://dataset/cow-trade");
        all.ShouldAllBe(r => !r.Name.Contains("secret"));
        (
            await Should.ThrowAsync<McpProtocolException>(async () =>
                await desk.Client.ListResourcesAsync(new ListResourcesRequestParams { Cursor = "bm8" })
            )
        ).ErrorCode.ShouldBe(McpErrorCode.InvalidParams);
    }

    [Fact]
    public async Task A_document_gives_its_words_and_its_check()
    {
        var uri = (await desk.Client.ListResourcesAsync()).First(r => r.Name.EndsWith("note.md", StringComparison.Ordinal)).Uri;
        (await Read(uri)).ShouldContain("# A note");
        var check = JsonElement.Parse(await Read(uri + "/check"));
        check.GetProperty("schema").GetString().ShouldBe("entente/check/1");
        check.GetProperty("claims")[0].GetProperty("verdict").GetString().ShouldBe("supported");
        (await desk.Json("check_document", new { document = uri })).GetProperty("claims").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Samples_manual_and_datasets_can_be_read()
    {
        (await Read("entente://sample/article.md")).ShouldContain("The Neighbour Who Buys Everything");
        JsonElement.Parse(await Read("entente://sample/article.md/check")).GetProperty("claims").GetArrayLength().ShouldBeGreaterThan(10);
        (await Read("entente://sample/scenarios/gone.yml")).ShouldContain("scenario:");
        (await Read("entente://manual/claim-language")).ShouldStartWith("# The claim language");
        var dataset = JsonElement.Parse(await Read("entente://dataset/unga-votes"));
        dataset.GetProperty("licence").GetString().ShouldNotBeNullOrEmpty();
        dataset.GetProperty("citation").GetString().ShouldNotBeNullOrEmpty();
        dataset.GetProperty("imports").GetArrayLength().ShouldBe(0);
        JsonElement.Parse(await Read("entente://dataset/record")).GetProperty("observations").GetInt32().ShouldBeGreaterThan(1000);
        (await desk.Client.ListResourceTemplatesAsync()).Count.ShouldBe(6);
    }

    [Theory]
    [InlineData("entente://document/../../outside/secret.md")]
    [InlineData("entente://document/..%2f..%2foutside%2fsecret.md")]
    [InlineData("entente://document//etc/passwd")]
    [InlineData("entente://document/")]
    [InlineData("entente://document/%00")]
    [InlineData("entente://sample/../README.md")]
    [InlineData("entente://sample/..%2fREADME.md")]
    [InlineData("entente://sample/scenarios/../../README.md")]
    [InlineData("entente://sample//etc/passwd")]
    [InlineData("entente://manual/../README")]
    [InlineData("entente://manual/..%2f..%2fREADME")]
    [InlineData("entente://manual/%2e%2e/README")]
    [InlineData("entente://dataset/../../record")]
    [InlineData("entente://nothing/here")]
    [InlineData("ENTENTE://sample/article.md")]
    [InlineData("file:///etc/passwd")]
    [InlineData("http://127.0.0.1/")]
    [InlineData("\\\\server\\share\\x.md")]
    [InlineData("")]
    public async Task No_address_leads_out(string uri)
    {
        var e = await Should.ThrowAsync<McpException>(() => Read(uri));
        e.Message.ShouldNotContain(Secret);
        e.Message.ShouldNotContain("root:");
    }

    [Theory]
    [InlineData("../outside/secret.md")]
    [InlineData("deep/../../outside/secret.md")]
    [InlineData("./deep/../../outside/secret.md")]
    [InlineData("link.md")]
    [InlineData("linked/secret.md")]
    [InlineData("circle/linked/secret.md")]
    [InlineData("circle/../outside/secret.md")]
    [InlineData("self.md")]
    [InlineData(".env")]
    [InlineData(".hidden/secret.md")]
    [InlineData("picture.png")]
    [InlineData("deep")]
    [InlineData(".")]
    [InlineData("-")]
    [InlineData("/etc/passwd")]
    [InlineData("/proc/self/environ")]
    [InlineData("/dev/zero")]
    [InlineData("~/secret.md")]
    [InlineData("note.md\0.md")]
    [InlineData("file:///etc/passwd")]
    [InlineData("file://localhost/etc/passwd")]
    [InlineData("http://example.org/a.md")]
    public async Task No_path_leads_out_of_the_opened_folder(string document)
    {
        var (line, _) = await desk.Fails("check_document", new { document });
        line.ShouldContain("no text of this name in the opened folders");
        line.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task An_absolute_path_outside_is_refused_and_one_inside_is_taken()
    {
        (await desk.Fails("check_document", new { document = Path.Combine(desk.Folder, "outside", "secret.md") })).Line.ShouldContain(
            "no text of this name"
        );
        (await desk.Fails("check_document", new { document = desk.Texts + "/../outside/secret.md" })).Line.ShouldContain(
            "no text of this name"
        );
        (await desk.Fails("check_document", new { document = desk.Texts + "-other/x.md" })).Line.ShouldContain("no text of this name");
        var inside = Path.Combine(desk.Texts, "deep", "inner.txt");
        (await desk.Json("check_document", new { document = inside })).GetProperty("claims").GetArrayLength().ShouldBe(1);
        (await desk.Json("check_document", new { document = new Uri(inside).AbsoluteUri }))
            .GetProperty("claims")
            .GetArrayLength()
            .ShouldBe(1);
        (await desk.Json("check_document", new { document = "circle/deep/inner.txt" })).GetProperty("claims").GetArrayLength().ShouldBe(1);
    }

    [Theory]
    [InlineData("../outside/base.yml")]
    [InlineData("/etc/passwd")]
    [InlineData("/dev/zero")]
    [InlineData("base-link.yml")]
    public async Task A_scenario_reads_no_base_outside(string named)
    {
        var yaml = $"scenario: An attack\nbase: {named}\nshocks: []\n";
        var (line, _) = await desk.Fails("run_scenario", new { yaml });
        line.ShouldContain("not in the opened folders");
        line.ShouldNotContain(Secret);
        desk.File("texts/attack.yml", yaml);
        (line, _) = await desk.Fails("run_scenario", new { scenario = "attack" });
        line.ShouldContain("not in the opened folders");
        line.ShouldNotContain(Secret);
        foreach (var folder in new[] { "folder", "dataset" })
        {
            yaml = $"scenario: An attack\nbase: {{{folder}: {Path.Combine(desk.Folder, "outside")}, layout: caliendo-parro}}\nshocks: []\n";
            (await desk.Fails("run_scenario", new { yaml })).Line.ShouldNotContain(Secret);
        }
    }

    [Fact]
    public async Task An_argument_reads_no_file_outside()
    {
        var argument = await File.ReadAllTextAsync(Path.Combine(Clone.Root, "samples/arguments/whoever-wins.yml"));
        var game = string.Join('\n', argument.Split('\n').TakeWhile(l => !l.StartsWith("game:", StringComparison.Ordinal)).Take(3));
        var yaml = $"{game}\ngame: ../outside/base.yml\nsource: {{author: a, date: 2022}}\nclaims: [choice(CHN) = align]\n";
        var (line, _) = await desk.Fails("run_scenario", new { yaml });
        line.ShouldNotContain(Secret);
    }

    [Fact]
    public async Task Prompts_and_completions_are_offered()
    {
        (await desk.Client.ListPromptsAsync()).Count.ShouldBe(2);
        var prompt = await desk.Client.GetPromptAsync("fact_check_text", new Dictionary<string, object?> { ["text"] = "A text." });
        var words = ((TextContentBlock)prompt.Messages[0].Content).Text;
        words.ShouldContain("<text>\nA text.\n</text>");
        words.ShouldContain("do not call it a lie");
        await Should.ThrowAsync<McpProtocolException>(async () => await desk.Client.GetPromptAsync("fact_check_text"));
        await Should.ThrowAsync<McpProtocolException>(async () => await desk.Client.GetPromptAsync("erase"));
        var codes = await desk.Client.CompleteAsync(new PromptReference { Name = "brief_on_pair" }, "first", "ch");
        codes.Completion.Values.ShouldContain("CHN");
        var datasets = await desk.Client.CompleteAsync(new ResourceTemplateReference { Uri = "entente://dataset/{name}" }, "name", "cow");
        datasets.Completion.Values.ShouldContain("cow-trade");
    }

    private async Task<string> Read(string uri) =>
        ((TextResourceContents)(await desk.Client.ReadResourceAsync(new ReadResourceRequestParams { Uri = uri })).Contents.Single()).Text;

    /// <summary>One server on a folder full of ways out, for all tests of the class.</summary>
    public sealed class Traps : IAsyncLifetime
    {
        internal AssistantDesk Desk { get; private set; } = null!;

        public async Task InitializeAsync() =>
            Desk = await AssistantDesk.Open(d =>
            {
                var outside = d.File("outside/secret.md", Secret);
                d.File("outside/base.yml", $"{Secret}: 1\n");
                d.File("texts/note.md", "# A note\n\nTrade between China and Russia reached $190 billion in 2022.\n");
                d.File("texts/deep/inner.txt", "India and Russia traded goods worth $65.7 billion in fiscal 2023-24.");
                d.File("texts/.hidden/secret.md", Secret);
                d.File("texts/.env", Secret);
                d.File("texts/picture.png", Secret);
                d.File("texts/scenario.yml", "scenario: An attack\nbase: ../outside/base.yml\nshocks: []\n");
                File.CreateSymbolicLink(Path.Combine(d.Texts, "link.md"), outside);
                Directory.CreateSymbolicLink(Path.Combine(d.Texts, "linked"), Path.GetDirectoryName(outside)!);
                Directory.CreateSymbolicLink(Path.Combine(d.Texts, "circle"), d.Texts);
                File.CreateSymbolicLink(Path.Combine(d.Texts, "self.md"), Path.Combine(d.Texts, "self.md"));
                File.CreateSymbolicLink(Path.Combine(d.Texts, "base-link.yml"), Path.Combine(d.Folder, "outside", "base.yml"));
                for (var i = 0; i < 130; i++)
                    d.File($"texts/many/t{i:000}.txt", $"Text {i}.");
            });

        public async Task DisposeAsync() => await Desk.DisposeAsync();
    }
}
