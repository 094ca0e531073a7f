using System.Net;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Application.Outputs.Scenarios;
using Entente.Models.Equilibrium;
using Entente.Sources.Scenarios;
using Entente.Web.Http;
using Entente.Web.Tests.Hosting;

namespace Entente.Web.Tests.Whatif;

/// <summary>What the interface says of a scenario is what the command says, again and again.</summary>
public sealed class RunTests
{
    private const string Sanctions = "sanctions-russia-2022";
    private const string Share = "shocks.1.export_control.share";

    [Fact]
    public async Task A_full_run_is_the_commands_own_json()
    {
        await using var office = await Office.Open();
        var run = await Runs.Full(
            office,
            new
            {
                id = Sanctions,
                draws = 60,
                seed = 7,
                set = new Dictionary<string, double> { [Share] = 0.5 },
            }
        );
        run.GetProperty("result")
            .GetRawText()
            .ShouldBe(Runs.Command(office, Runs.Scenario(Sanctions), "--draws", "60", "--seed", "7", "--set", $"{Share}=0.5"));
        run.GetProperty("result").GetProperty("inputs").GetProperty("set")[0].GetProperty("value").GetDouble().ShouldBe(0.5);
    }

    [Fact]
    public async Task So_is_that_of_a_question_about_oil_and_of_an_argument()
    {
        await using var office = await Office.Open();
        var oil = await Runs.Full(
            office,
            new
            {
                id = "oil-price-cap",
                draws = 20,
                set = new Dictionary<string, double> { ["buyers.IND.power"] = 0.3 },
            }
        );
        oil.GetProperty("result")
            .GetRawText()
            .ShouldBe(Runs.Command(office, Runs.Scenario("oil-price-cap"), "--draws", "20", "--set", "buyers.IND.power=0.3"));
        var argument = await Runs.Full(
            office,
            new
            {
                id = "all-sides",
                draws = 50,
                against = "never-a-true-alliance",
                set = new { lambda = 10 },
            }
        );
        argument
            .GetProperty("result")
            .GetRawText()
            .ShouldBe(
                Runs.Command(
                    office,
                    Runs.Argument("all-sides"),
                    "--draws",
                    "50",
                    "--against",
                    Runs.Argument("never-a-true-alliance"),
                    "--set",
                    "lambda=10"
                )
            );
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes_on_another_server_and_on_one_thread()
    {
        var asked = new
        {
            id = "rerouting-russia",
            draws = 20,
            seed = 3,
        };
        await using var here = await Office.Open();
        var first = (await Runs.Full(here, asked)).GetProperty("result").GetRawText();
        await using var there = await Office.Open();
        (await Runs.Full(there, asked)).GetProperty("result").GetRawText().ShouldBe(first);

        var context = new CommandContext(here.Surroundings, () => throw new NotSupportedException(), CancellationToken.None);
        var file = Runs.Scenario("rerouting-russia");
        var (world, scenario) = ScenarioFile.Read(file, () => null, () => Composer.States(context.Surroundings));
        var alone = ScenarioRun.Answer(world, scenario, 20, 3, threads: 1);
        var written = Answers.Text(output => WhatifJson.Write(output, [alone], "samples/scenarios/rerouting-russia.yml", Sha256(file)));
        Surroundings.Utf8.GetString(written).TrimEnd('\n').ShouldBe(first);
    }

    [Fact]
    public async Task An_answer_at_once_has_charts_words_and_the_states_of_its_regions()
    {
        await using var office = await Office.Open();
        var run = await Runs.Preview(office, new { id = Sanctions, draws = 20 });
        run.GetProperty("converged").GetBoolean().ShouldBeTrue();
        run.GetProperty("result").GetProperty("inputs").GetProperty("draws").GetInt32().ShouldBe(20);
        run.GetProperty("charts").EnumerateArray().Select(c => c.GetProperty("id").GetString()).ShouldContain("real-income");
        foreach (var chart in run.GetProperty("charts").EnumerateArray())
        {
            chart.GetProperty("summary").GetString().ShouldNotBeNullOrEmpty();
            chart.GetProperty("table").GetProperty("rows").GetArrayLength().ShouldBeGreaterThan(0);
        }
        run.GetProperty("breaks").GetArrayLength().ShouldBe(12);
        var states = run.GetProperty("regions")
            .EnumerateArray()
            .ToDictionary(r => r.GetProperty("code").GetString()!, r => r.GetProperty("states").GetArrayLength());
        (states["RUS"], states["EU"], states["ROW"]).ShouldBe((1, 27, 0));
    }

    [Fact]
    public async Task A_run_with_sensitivity_says_what_moves_each_result()
    {
        await using var office = await Office.Open();
        var run = await Runs.Full(
            office,
            new
            {
                id = "gone",
                draws = 20,
                sensitivity = true,
                samples = 16,
            }
        );
        run.GetProperty("result").GetProperty("sensitivity").GetProperty("inputs").GetArrayLength().ShouldBe(2);
        run.GetProperty("charts").EnumerateArray().Count(c => c.GetProperty("form").GetString() == "tornado").ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("{\"id\":\"sanctions-russia-2022\",\"set\":{\"shocks.1.export_control.share\":0.9}}", "0.32 to 0.55")]
    [InlineData(
        "{\"id\":\"sanctions-russia-2022\",\"set\":{\"nothing\":1}}",
        "a number that sanctions-russia-2022.yml declares as a range"
    )]
    [InlineData("{\"id\":\"sanctions-russia-2022\",\"set\":{\"shocks.1.export_control.share\":\"x\"}}", "a number")]
    [InlineData("{\"id\":\"prioritise\",\"set\":{\"lambda\":1e9}}", "as prioritise.yml")]
    [InlineData("{\"id\":\"gone\",\"with\":{\"A\":\"XXX\"}}", "one of the base")]
    [InlineData("{\"id\":\"gone\",\"draws\":7}", "20 to")]
    [InlineData("{\"id\":\"gone\",\"draws\":100000}", "at most 1000 at once")]
    [InlineData("{\"id\":\"gone\",\"seed\":-1}", "a whole number")]
    [InlineData("{\"id\":\"gone\",\"base\":\"/etc/passwd\"}", "a file beside the one that names it")]
    [InlineData("{\"id\":\"nowhere\"}", "the id of a scenario")]
    [InlineData("{}", "a string")]
    public async Task What_cannot_be_run_is_said_with_what_was_expected(string body, string expected)
    {
        await using var office = await Office.Open();
        using var answer = await office.Send(
            HttpMethod.Post,
            "/api/whatif/preview",
            new StringContent(body, System.Text.Encoding.UTF8, "application/json")
        );
        var problem = await Office.Problem(answer, HttpStatusCode.BadRequest);
        problem.GetProperty("expected").GetString().ShouldNotBeNull().ShouldContain(expected);
        problem.ToString().ShouldNotContain(Clone.Root);
    }

    [Fact]
    public async Task A_run_that_is_cancelled_leaves_nothing_behind()
    {
        await using var office = await Office.Open();
        using var accepted = await office.Post("/api/whatif/runs", new { id = "rerouting-russia", draws = 100_000 });
        var address = accepted.Headers.Location!.ToString();
        using (var cancelled = await office.Send(HttpMethod.Delete, address))
            cancelled.IsSuccessStatusCode.ShouldBeTrue();
        (await office.Ended(accepted)).GetProperty("state").GetString().ShouldBe("cancelled");
        using var result = await office.Get($"{address}/result");
        await Office.Problem(result, HttpStatusCode.Conflict);
        using var report = await office.Get($"/api/whatif/runs/{address.Split('/')[^1]}/report");
        await Office.Problem(report, HttpStatusCode.NotFound);
        Directory.GetFileSystemEntries(office.Home).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_finished_run_can_be_kept_as_page_json_and_table()
    {
        await using var office = await Office.Open();
        using var accepted = await office.Post("/api/whatif/runs", new { id = "gone", draws = 20 });
        var job = await office.Ended(accepted);
        var id = job.GetProperty("id").GetString();
        foreach (
            var (format, begins) in new[]
            {
                ("html", "<!doctype html>"),
                ("json", "{\"schema\":\"entente/whatif/1\""),
                ("csv", "chart,series,at,value"),
            }
        )
        {
            using var answer = await office.Get($"/api/whatif/runs/{id}/report?format={format}");
            (await answer.Content.ReadAsStringAsync()).ShouldStartWith(begins);
            answer.Content.Headers.ContentDisposition.ShouldNotBeNull().FileName.ShouldNotBeNull().Trim('"').ShouldBe($"gone.{format}");
        }
        using var wrong = await office.Get($"/api/whatif/runs/{id}/report?format=exe");
        await Office.Problem(wrong, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_address_says_which_of_file_and_version_is_no_longer_what_it_was()
    {
        await using var office = await Office.Open();
        var keys = (await office.Json($"/api/scenarios/{Sanctions}")).GetProperty("keys");
        string Key(string name) => keys.GetProperty(name).GetString()!;
        var same = await office.Json($"/api/whatif/runs?id={Sanctions}&v={Key("v")}&h={Key("h")}&b={Key("b")}");
        same.GetProperty("same").GetBoolean().ShouldBeTrue();
        var other = await office.Json($"/api/whatif/runs?id={Sanctions}&v=0.0.1&h=0123456789abcdef&b={Key("b")}");
        other.GetProperty("changed").EnumerateArray().Select(c => c.GetProperty("what").GetString()).ShouldBe(["file", "version"]);
        var run = await Runs.Preview(
            office,
            new
            {
                id = Sanctions,
                draws = 20,
                keys = new
                {
                    v = Key("v"),
                    h = Key("h"),
                    b = "0123456789abcdef",
                    r = "",
                },
            }
        );
        run.GetProperty("changed").EnumerateArray().Select(c => c.GetProperty("what").GetString()).ShouldBe(["others"]);
    }

    private static string Sha256(string file) =>
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)));
}
