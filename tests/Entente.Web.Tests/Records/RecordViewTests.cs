using System.Net;
using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Records;

/// <summary>What the view of the record reads: datasets, coverage, releases, rows, citations, own facts.</summary>
public sealed class RecordViewTests : IAsyncLifetime
{
    private Office office = null!;

    public async Task InitializeAsync() => office = await Office.Open();

    public async Task DisposeAsync() => await office.DisposeAsync();

    [Fact]
    public async Task Every_dataset_names_producer_licence_and_what_it_answers()
    {
        var list = await office.Json("/api/record/datasets?limit=200");
        list.GetProperty("total").GetInt32().ShouldBe(Entente.Sources.Datasets.DatasetCatalogue.All.Count);
        foreach (var one in list.GetProperty("items").EnumerateArray())
        foreach (var name in new[] { "name", "title", "producer", "licence", "citation", "address" })
            one.GetProperty(name).GetString().ShouldNotBeNullOrEmpty(name);
        var trade = list.GetProperty("items").EnumerateArray().Single(d => d.GetProperty("name").GetString() == "cow-trade");
        trade.GetProperty("answers").EnumerateArray().Select(a => a.GetString()).ShouldBe(["imports", "trade"]);
    }

    [Fact]
    public async Task Coverage_counts_values_and_states_and_says_why_there_are_none()
    {
        using var accepted = await office.Import("cow-trade", "a.csv", MadeUp.DyadicTrade(states: 4, years: 2));
        await office.Ended(accepted);
        var years = await office.Json("/api/record/coverage?by=year&from=1994&to=1996");
        var imports = Rows(years)
            .Single(r => r.GetProperty("dataset").GetString() == "cow-trade" && r.GetProperty("name").GetString() == "imports");
        var labels = years.GetProperty("columns").EnumerateArray().Select(c => c.GetProperty("label").GetString()).ToList();
        var at = labels.IndexOf("1995");
        var cell = imports.GetProperty("cells")[at];
        // Six pairs, each told from both sides, of four states.
        cell.GetProperty("values").GetInt32().ShouldBe(12);
        cell.GetProperty("states").GetInt32().ShouldBe(4);
        var before = imports.GetProperty("cells")[labels.IndexOf("1994")];
        before.GetProperty("level").GetString().ShouldBe("missing");
        before.GetProperty("reason").GetString().ShouldBe("begins in 1995");

        var states = await office.Json("/api/record/coverage?measure=imports&by=year");
        Rows(states)
            .Where(r => r.GetProperty("dataset").GetString() == "cow-trade")
            .Select(r => r.GetProperty("state").GetString())
            .Count()
            .ShouldBe(4);
        using var unknown = await office.Get("/api/record/coverage?measure=nothing");
        await Office.Problem(unknown, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_releases_stand_side_by_side()
    {
        foreach (var (factor, vintage) in new[] { (1, "4.0"), (2, "5.0") })
        {
            using var accepted = await office.Import(
                "cow-trade",
                $"{vintage}.csv",
                MadeUp.DyadicTrade(factor: factor),
                ("vintage", vintage)
            );
            (await office.Ended(accepted)).GetProperty("state").GetString().ShouldBe("done");
        }
        var vintages = await office.Json("/api/record/vintages?measure=imports&subject=United%20States&object=CAN");
        vintages
            .GetProperty("releases")
            .EnumerateArray()
            .Where(r => r.TryGetProperty("import", out _))
            .Select(r => r.GetProperty("release").GetString())
            .ShouldBe(["cow-trade 4.0", "cow-trade 5.0"], ignoreOrder: true);
        var period = vintages.GetProperty("periods").EnumerateArray().Single(p => p.GetProperty("period").GetString() == "1995");
        period
            .GetProperty("figures")
            .EnumerateArray()
            .Where(f => f.GetProperty("figure").GetProperty("source").GetString() == "COW")
            .Select(f => f.GetProperty("figure").GetProperty("value").GetDouble())
            .Order()
            .ShouldBe([1.5e6, 2.5e6]);
    }

    [Fact]
    public async Task Words_and_rows_are_found_and_cited_and_nothing_is_left_behind()
    {
        var found = await office.Json("/api/record/search?q=warheads&kind=measure");
        found.GetProperty("schema").GetString().ShouldBe("entente/search/1");
        found.GetProperty("results").GetArrayLength().ShouldBeGreaterThan(0);
        var rows = await office.Json("/api/record/rows?q=trade%20CHN%20RUS%202023");
        var row = rows.GetProperty("rows")[0].GetProperty("row").GetString()!;
        var cited = await office.Json($"/api/record/cite?what={Uri.EscapeDataString(row)}");
        cited.GetProperty("references")[0].GetProperty("bibtex").GetString()!.ShouldStartWith("@misc{");
        Holdings.Files(office).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_own_fact_is_added_taken_out_and_put_back()
    {
        var fact = new
        {
            expression = "exports(DEU -> POL, 2023)",
            value = "90.2e9 EUR",
            source = "Destatis",
            published = "2024-02-14",
            url = "https://example.org/page",
        };
        using var added = await office.Post("/api/record/own", fact);
        var row = (await Office.Json(added)).GetProperty("fact").GetProperty("row").GetString()!;
        var file = Path.Combine(office.Home, "record", "own.csv");
        var text = await File.ReadAllTextAsync(file);
        (await office.Json("/api/record/own")).GetProperty("total").GetInt32().ShouldBe(1);

        using var removed = await office.Send(HttpMethod.Delete, $"/api/record/own/{row}");
        var line = (await Office.Json(removed)).GetProperty("line").GetString()!;
        (await office.Json("/api/record/own")).GetProperty("total").GetInt32().ShouldBe(0);
        using var back = await office.Send(
            HttpMethod.Put,
            "/api/record/own",
            new StringContent(JsonSerializer.Serialize(new { line }), System.Text.Encoding.UTF8, "application/json")
        );
        await Office.Json(back);
        (await File.ReadAllTextAsync(file)).ShouldBe(text);

        using var slip = await office.Post("/api/record/own", fact with { expression = "exprts(DEU -> POL, 2023)" });
        (await Office.Problem(slip, HttpStatusCode.BadRequest)).GetProperty("where").GetString().ShouldBe("expression: character 1");
    }

    [Fact]
    public async Task An_own_fact_that_took_anothers_place_gives_it_back()
    {
        var fact = new
        {
            expression = "exports(DEU -> POL, 2023)",
            value = "90.2e9 EUR",
            source = "Destatis",
            published = "2024-02-14",
            url = "https://example.org/page",
            replace = true,
        };
        using var first = await office.Post("/api/record/own", fact);
        (await Office.Json(first)).GetProperty("was").ValueKind.ShouldBe(JsonValueKind.Null);
        using var second = await office.Post("/api/record/own", fact with { expression = "exports(POL -> DEU, 2023)" });
        await Office.Json(second);
        var file = Path.Combine(office.Home, "record", "own.csv");
        var before = await File.ReadAllTextAsync(file);

        using var replaced = await office.Post("/api/record/own", fact with { value = "91.5e9 EUR" });
        var answer = await Office.Json(replaced);
        answer.GetProperty("done").GetString().ShouldBe("replaced");
        answer.GetProperty("fact").GetProperty("row").GetString().ShouldBe("own.csv:2");
        var (was, line) = (answer.GetProperty("was").GetString()!, answer.GetProperty("line").GetString()!);
        was.ShouldContain("90200000000");
        (await File.ReadAllTextAsync(file)).ShouldBe(before.Replace(was, line, StringComparison.Ordinal));

        using var back = await PutBack(was, line);
        (await Office.Json(back)).GetProperty("done").GetString().ShouldBe("replaced");
        (await File.ReadAllTextAsync(file)).ShouldBe(before);

        // What was changed meanwhile is nobody's to put back over.
        using var late = await PutBack(was, line);
        (await Office.Problem(late, HttpStatusCode.BadRequest)).GetProperty("found").GetString()!.ShouldContain("changed meanwhile");
        (await File.ReadAllTextAsync(file)).ShouldBe(before);
    }

    private Task<HttpResponseMessage> PutBack(string line, string instead) =>
        office.Send(
            HttpMethod.Put,
            "/api/record/own",
            new StringContent(JsonSerializer.Serialize(new { line, instead }), System.Text.Encoding.UTF8, "application/json")
        );

    private static JsonElement.ArrayEnumerator Rows(JsonElement grid) => grid.GetProperty("rows").EnumerateArray();
}
