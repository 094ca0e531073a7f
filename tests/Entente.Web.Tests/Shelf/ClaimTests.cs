using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Shelf;

/// <summary>A text to be read with its claims in place, one claim with its working, an assertion that is edited, an editor's own verdict.</summary>
public sealed class ClaimTests : IAsyncLifetime
{
    private const string Quote = "exports to Russia rose by 36";

    private Office office = null!;
    private string id = "";
    private string claim = "";

    public async Task InitializeAsync()
    {
        office = await Office.Open(o => File.Copy(Path.Combine(Clone.Root, "samples", "article.md"), Path.Combine(o.Texts, "article.md")));
        id = (await office.Json("/api/documents")).GetProperty("items")[0].GetProperty("id").GetString()!;
        claim = Claims(await office.Json($"/api/documents/{id}"))
            .First(c => c.GetProperty("quote").GetString()!.Contains(Quote, StringComparison.Ordinal))
            .GetProperty("id")
            .GetString()!;
    }

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task The_check_is_what_the_command_prints()
    {
        var check = await office.Json($"/api/documents/{id}");
        check.GetProperty("schema").GetString().ShouldBe("entente/check/1");
        check.GetProperty("summary").GetProperty("claims").GetInt32().ShouldBe(Claims(check).Count());
        var then = await office.Json($"/api/documents/{id}?as-of=2023-06-01");
        then.GetProperty("checkedAgainst").GetProperty("asOf").GetString().ShouldBe("2023-06-01");
    }

    [Fact]
    public async Task Every_claim_stands_in_the_text_at_its_words()
    {
        var check = await office.Json($"/api/documents/{id}");
        var text = await office.Json($"/api/documents/{id}/text");
        text.GetProperty("form").GetString().ShouldBe("formatted");
        var marked = new Dictionary<string, StringBuilder>(StringComparer.Ordinal);
        var ended = new HashSet<string>(StringComparer.Ordinal);
        foreach (var block in text.GetProperty("blocks").EnumerateArray())
            Collect(block, marked, ended);
        foreach (var one in Claims(check))
        {
            var name = one.GetProperty("id").GetString()!;
            Letters(marked[name].ToString()).ShouldBe(Letters(one.GetProperty("quote").GetString()!), name);
            ended.ShouldContain(name);
        }
    }

    [Fact]
    public async Task A_claim_comes_with_its_working_what_was_known_then_its_chart_and_a_citation()
    {
        var detail = await office.Json($"/api/documents/{id}/claims/{claim}");
        detail.GetProperty("schema").GetString().ShouldBe("entente/claim/1");
        detail.GetProperty("claim").GetProperty("verdict").GetString().ShouldBe("contradicted");
        var lead = detail.GetProperty("authorities").EnumerateArray().First(a => a.GetProperty("lead").GetBoolean());
        lead.GetProperty("source").GetString().ShouldBe("GACC");
        lead.GetProperty("value").GetString()!.ShouldContain("46.9");
        detail.GetProperty("working").GetProperty("row").GetString()!.ShouldContain(".csv:");
        detail.GetProperty("then").GetProperty("date").GetString().ShouldBe("2024-06-12");
        var chart = detail.GetProperty("chart");
        chart.GetProperty("summary").GetString()!.ShouldContain("36");
        chart.GetProperty("table").GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(2);
        chart
            .GetProperty("spec")
            .GetProperty("layer")
            .EnumerateArray()
            .Any(l => l.GetProperty("name").GetString() == "claim")
            .ShouldBeTrue();
        detail.GetProperty("citation").GetProperty("text").GetString()!.ShouldContain(Quote);
        detail.GetProperty("citation").GetProperty("block").GetString()!.ShouldStartWith("```claim\nquote: ");
        using var none = await office.Get($"/api/documents/{id}/claims/c9999");
        (await Office.Problem(none, HttpStatusCode.NotFound)).GetProperty("expected").GetString()!.ShouldStartWith("one of c1 to c");
    }

    [Fact]
    public async Task An_assertion_that_is_edited_gets_the_verdict_that_it_would_have_in_the_text()
    {
        async Task<JsonElement> Test(string expression)
        {
            using var answer = await office.Post(
                "/api/claims/test",
                new
                {
                    expression,
                    document = id,
                    claim,
                }
            );
            return await Office.Json(answer);
        }
        var own = (await office.Json($"/api/documents/{id}/claims/{claim}")).GetProperty("claim").GetProperty("assertion").GetString()!;
        (await Test(own)).GetProperty("claim").GetProperty("verdict").GetString().ShouldBe("contradicted");
        var right = await Test(own.Replace("36%", "46.9%", StringComparison.Ordinal));
        right.GetProperty("errors").GetArrayLength().ShouldBe(0);
        right.GetProperty("claim").GetProperty("verdict").GetString().ShouldBe("supported");
        right.GetProperty("chart").ValueKind.ShouldBe(JsonValueKind.Object);
        right.GetProperty("then").GetProperty("date").GetString().ShouldBe("2024-06-12");
    }

    [Theory]
    [InlineData("growth(exports(CHN -> RUS), 2023) = ", 36, "")]
    [InlineData("growth(exports(CHN -> XXY), 2023) = 36%", 22, "XXY")]
    [InlineData("growth(exports(CHN -> RUS), 2023) = 36 USD", 36, "36 USD")]
    [InlineData("grwth(exports(CHN -> RUS), 2023) = 36%", 0, "grwth")]
    public async Task What_is_wrong_with_an_assertion_is_located(string expression, int start, string words)
    {
        using var answer = await office.Post("/api/claims/test", new { expression });
        var json = await Office.Json(answer);
        json.GetProperty("claim").ValueKind.ShouldBe(JsonValueKind.Null);
        var error = json.GetProperty("errors")[0];
        error.GetProperty("start").GetInt32().ShouldBe(start);
        expression[start..error.GetProperty("end").GetInt32()].ShouldBe(words);
        error.GetProperty("expected").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_question_is_answered_and_asked_to_become_a_claim()
    {
        using var answer = await office.Post("/api/claims/test", new { expression = "growth(exports(CHN -> RUS), 2023)" });
        var json = await Office.Json(answer);
        json.GetProperty("errors")[0].GetProperty("expected").GetString()!.ShouldContain("claim");
        json.GetProperty("value").GetString()!.ShouldContain("46.9");
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("{ \"expression\": 3 }", 400)]
    [InlineData("[]", 400)]
    [InlineData("{ \"expression\": \"x\", \"document\": \"f0\" }", 404)]
    [InlineData("{ \"expression\": \"trade(CHN, RUS, 2022) = 1 USD\", \"asOf\": \"never\" }", 400)]
    public async Task Requests_that_cannot_be_understood_are_told_so(string body, int status)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await office.Send(HttpMethod.Post, "/api/claims/test", content);
        await Office.Problem(answer, (HttpStatusCode)status);
    }

    [Fact]
    public async Task An_editors_word_stands_beside_the_computed_verdict_and_is_taken_back()
    {
        var path = $"/api/documents/{id}/claims/{claim}/verdict";
        async Task<JsonElement> Put(string verdict, string reason)
        {
            using var content = new StringContent(
                JsonSerializer.Serialize(
                    new
                    {
                        verdict,
                        by = "Ada Example",
                        reason,
                    }
                ),
                Encoding.UTF8,
                "application/json"
            );
            using var answer = await office.Send(HttpMethod.Put, path, content);
            return await Office.Json(answer);
        }
        async Task<JsonElement> Word() =>
            (await office.Json($"/api/documents/{id}/claims/{claim}")).GetProperty("claim").GetProperty("override");

        (await Put("supported", "the ministry's own series")).GetProperty("before").ValueKind.ShouldBe(JsonValueKind.Null);
        (await Word()).GetProperty("verdict").GetString().ShouldBe("supported");
        (await office.Json($"/api/documents/{id}/claims/{claim}"))
            .GetProperty("claim")
            .GetProperty("verdict")
            .GetString()
            .ShouldBe("contradicted");
        (await File.ReadAllTextAsync(Path.Combine(office.Home, "overrides.yml"))).ShouldContain("the ministry's own series");
        var second = await Put("disputed", "two series");
        second.GetProperty("before").GetProperty("verdict").GetString().ShouldBe("supported");
        (await Word()).GetProperty("reason").GetString().ShouldBe("two series");

        using (var removed = await office.Send(HttpMethod.Delete, path))
            (await Office.Json(removed)).GetProperty("before").GetProperty("reason").GetString().ShouldBe("two series");
        (await Word()).ValueKind.ShouldBe(JsonValueKind.Null);
        using var again = await office.Send(HttpMethod.Delete, path);
        await Office.Problem(again, HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("""{ "verdict": "wrong", "by": "A", "reason": "b" }""")]
    [InlineData("""{ "verdict": "supported", "by": " ", "reason": "b" }""")]
    [InlineData("""{ "verdict": "supported", "by": "A" }""")]
    public async Task A_word_needs_a_verdict_a_name_and_a_reason(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await office.Send(HttpMethod.Put, $"/api/documents/{id}/claims/{claim}/verdict", content);
        await Office.Problem(answer, HttpStatusCode.BadRequest);
    }

    private static JsonElement.ArrayEnumerator Claims(JsonElement check) => check.GetProperty("claims").EnumerateArray();

    private static string Letters(string text) => new([.. text.Where(char.IsLetterOrDigit)]);

    private static void Collect(JsonElement node, Dictionary<string, StringBuilder> marked, HashSet<string> ended)
    {
        if (node.ValueKind != JsonValueKind.Object)
            return;
        if (node.TryGetProperty("t", out var text))
        {
            if (node.TryGetProperty("c", out var claims))
                foreach (var claim in claims.EnumerateArray())
                {
                    if (!marked.TryGetValue(claim.GetString()!, out var words))
                        marked[claim.GetString()!] = words = new();
                    words.Append(text.GetString());
                }
            if (node.TryGetProperty("e", out var ends))
                foreach (var end in ends.EnumerateArray())
                    ended.Add(end.GetString()!);
        }
        if (node.TryGetProperty("k", out var children))
            foreach (var child in children.EnumerateArray())
                Collect(child, marked, ended);
    }
}
