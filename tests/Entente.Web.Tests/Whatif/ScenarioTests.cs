using System.Net;
using System.Text;
using System.Text.Json;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Whatif;

/// <summary>The files that can be run: those that ship, and one's own.</summary>
public sealed class ScenarioTests
{
    private static readonly string[] NeedData = ["gone-china-russia-2011", "nafta"];

    private const string Own = """
        scenario: A tariff of my own
        base: base-2021.yml
        shocks:
          - tariff: {from: CHN, to: USA, rate: {low: 0.1, mode: 0.2, high: 0.4}, assumed: "to try"}
        report: [CHN, USA]
        """;

    [Fact]
    public async Task Every_file_that_ships_is_listed_described_and_runs()
    {
        await using var office = await Office.Open();
        var list = await office.Json("/api/scenarios?limit=500");
        var shipped = Directory
            .EnumerateFiles(Path.Combine(Clone.Root, "samples", "scenarios"), "*.yml")
            .Concat(Directory.EnumerateFiles(Path.Combine(Clone.Root, "samples", "arguments"), "*.yml"))
            .Select(f => Path.GetFileNameWithoutExtension(f)!)
            .Where(n => n != "base-2021")
            .Order(StringComparer.Ordinal);
        var ids = list.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("id").GetString()!).ToList();
        ids.Order(StringComparer.Ordinal).ShouldBe(shipped);
        foreach (var id in ids)
        {
            var described = await office.Json($"/api/scenarios/{id}");
            if (NeedData.Contains(id))
                continue;
            described.TryGetProperty("problem", out _).ShouldBeFalse(id);
            foreach (var range in described.GetProperty("ranges").EnumerateArray())
            {
                range.GetProperty("low").GetDouble().ShouldBeLessThan(range.GetProperty("high").GetDouble());
                (range.GetProperty("source").GetString() + range.GetProperty("assumed").GetString()).ShouldNotBeEmpty(id);
            }
            var run = await Runs.Preview(office, new { id, draws = 20 });
            run.GetProperty("converged").GetBoolean().ShouldBeTrue(id);
        }
    }

    [Fact]
    public async Task Every_range_can_be_held_at_its_ends()
    {
        await using var office = await Office.Open();
        foreach (var id in new[] { "sanctions-russia-2022", "rerouting-russia", "eu-energy-short-long", "prioritise" })
        {
            var ranges = (await office.Json($"/api/scenarios/{id}")).GetProperty("ranges").EnumerateArray().ToList();
            foreach (var end in new[] { "low", "high" })
            {
                var set = ranges.ToDictionary(r => r.GetProperty("name").GetString()!, r => r.GetProperty(end).GetDouble());
                var run = await Runs.Preview(
                    office,
                    new
                    {
                        id,
                        draws = id == "prioritise" ? 20 : 0,
                        set,
                    }
                );
                run.GetProperty("result").GetProperty("inputs").GetProperty("set").GetArrayLength().ShouldBe(ranges.Count);
            }
        }
    }

    [Fact]
    public async Task Ones_own_is_saved_run_deleted_and_brought_back()
    {
        await using var office = await Office.Open();
        (await Put(office, "~mine", Own, HttpStatusCode.OK)).GetProperty("own").GetBoolean().ShouldBeTrue();
        File.ReadAllText(Path.Combine(office.Home, "scenarios", "mine.yml")).ShouldBe(Own);
        (await Runs.Preview(office, new { id = "~mine", draws = 20 })).GetProperty("converged").GetBoolean().ShouldBeTrue();
        // Not over one that is there, unless that is meant; and then the old one can be had again.
        await Put(office, "~mine", Own + "\n", HttpStatusCode.Conflict);
        await Put(office, "~mine", Own + "\n", HttpStatusCode.OK, replace: true);
        await Changed(office, HttpMethod.Post, "/api/scenarios/~mine/restore");
        (await office.Json("/api/scenarios/~mine")).GetProperty("text").GetString().ShouldBe(Own);
        await Changed(office, HttpMethod.Delete, "/api/scenarios/~mine");
        using (var gone = await office.Get("/api/scenarios/~mine"))
            await Office.Problem(gone, HttpStatusCode.NotFound);
        await Changed(office, HttpMethod.Post, "/api/scenarios/~mine/restore");
        (await office.Json("/api/scenarios/~mine")).GetProperty("text").GetString().ShouldBe(Own);
    }

    [Fact]
    public async Task An_own_argument_takes_game_and_scenarios_from_those_that_ship()
    {
        await using var office = await Office.Open();
        var text = await File.ReadAllTextAsync(Runs.Argument("all-sides"));
        (await Put(office, "~sides", text, HttpStatusCode.OK)).GetProperty("kind").GetString().ShouldBe("argument");
        File.Exists(Path.Combine(office.Home, "arguments", "sides.yml")).ShouldBeTrue();
        var run = await Runs.Preview(
            office,
            new
            {
                id = "~sides",
                draws = 20,
                against = "never-a-true-alliance",
            }
        );
        run.GetProperty("converged").GetBoolean().ShouldBeTrue();
    }

    [Theory]
    [InlineData("gone")]
    [InlineData("~..%2Fgone")]
    [InlineData("~%2Fetc%2Fx")]
    [InlineData("~")]
    [InlineData("~a.b")]
    public async Task What_ships_and_what_lies_elsewhere_is_never_written(string id)
    {
        var before = await File.ReadAllTextAsync(Runs.Scenario("gone"));
        await using var office = await Office.Open();
        using var answer = await office.Send(HttpMethod.Put, $"/api/scenarios/{id}", Body(Own, true));
        ((int)answer.StatusCode).ShouldBeInRange(400, 409);
        using var deleted = await office.Send(HttpMethod.Delete, $"/api/scenarios/{id}");
        ((int)deleted.StatusCode).ShouldBeInRange(400, 409);
        (await File.ReadAllTextAsync(Runs.Scenario("gone"))).ShouldBe(before);
        Directory.GetFileSystemEntries(office.Home).ShouldBeEmpty();
    }

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "scenario: &a [x]\nbase: *a\n", "gone.yml:2" },
            { "a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n", "gone.yml:2" },
            { "scenario: x\n\tbase: y\n", "gone.yml:1" },
            { new string('[', 50_000), "gone.yml:1" },
            { string.Concat(Enumerable.Range(0, 300).Select(i => new string(' ', i) + "a:\n")), "gone.yml" },
            { "scenario: x\nbase: [1]\nshocks: 3\n", "gone.yml:2" },
            { "scenario: {a: b}\nbase: base-2021.yml\n", "gone.yml" },
            { "scenario: x\nbase: base-2021.yml\nshocks: [{tariff: {from: CHN, to: USA, rate: abc, assumed: x}}]\n", "gone.yml:3" },
            {
                "scenario: x\nbase: base-2021.yml\nshocks: [{tariff: {from: CHN, to: USA, rate: {low: 2, mode: 1, high: 0}, assumed: x}}]\n",
                "gone.yml:3"
            },
            { "scenario: x\nbase: base-2021.yml\nshocks: [{tariff: {from: CHN, to: USA, rate: 1e400, assumed: x}}]\n", "gone.yml:3" },
            { "scenario: x\nbase: ../../../../../../etc/passwd\nshocks: []\n", "passwd" },
            { "argument: x\ngame: ../../../../../../etc/passwd\n", "passwd" },
            { "oil: x\n", "gone.yml" },
            { "\0\0\0", "gone.yml" },
            { "nothing: of this kind\n", "gone.yml" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_text_that_is_none_is_told_its_place_and_nothing_is_read_or_kept(string text, string where)
    {
        await using var office = await Office.Open();
        using var preview = await office.Post("/api/whatif/preview", new { id = "gone", text });
        var problem = await Office.Problem(preview, HttpStatusCode.BadRequest);
        problem.GetProperty("where").GetString().ShouldNotBeNull().ShouldContain(where);
        problem.ToString().ShouldNotContain("root:");
        problem.ToString().ShouldNotContain(Clone.Root);
        using var saved = await office.Send(HttpMethod.Put, "/api/scenarios/~bad", Body(text, true));
        await Office.Problem(saved, HttpStatusCode.BadRequest);
        Directory.GetFileSystemEntries(office.Home).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused()
    {
        await using var office = await Office.Open();
        using var answer = await office.Post("/api/whatif/preview", new { id = "gone", text = new string('a', 300_000) });
        (await Office.Problem(answer, HttpStatusCode.BadRequest)).GetProperty("where").GetString().ShouldBe("text");
    }

    [Fact]
    public async Task An_edited_text_is_run_and_described()
    {
        await using var office = await Office.Open();
        var text = (await File.ReadAllTextAsync(Runs.Scenario("sanctions-russia-2022"))).Replace(
            "mode: 0.49, high: 0.55",
            "mode: 0.5, high: 0.6",
            StringComparison.Ordinal
        );
        var run = await Runs.Preview(
            office,
            new
            {
                id = "sanctions-russia-2022",
                draws = 20,
                text,
            }
        );
        run.GetProperty("description").GetProperty("ranges")[0].GetProperty("high").GetDouble().ShouldBe(0.6);
        run.GetProperty("result")
            .GetProperty("inputs")
            .GetProperty("file")
            .GetString()
            .ShouldBe("samples/scenarios/sanctions-russia-2022.yml");
    }

    private static StringContent Body(string text, bool replace) =>
        new(JsonSerializer.Serialize(new { text, replace }), Encoding.UTF8, "application/json");

    private static async Task<JsonElement> Put(Office office, string id, string text, HttpStatusCode status, bool replace = false)
    {
        using var answer = await office.Send(HttpMethod.Put, $"/api/scenarios/{id}", Body(text, replace));
        return status == HttpStatusCode.OK ? await Office.Json(answer) : await Office.Problem(answer, status);
    }

    private static async Task Changed(Office office, HttpMethod method, string path)
    {
        using var answer = await office.Send(method, path);
        await Office.Json(answer);
    }
}
