using Entente.Application.Outputs;
using Entente.Application.Outputs.Scenarios;
using Entente.Models.Equilibrium;
using Entente.Sources.Scenarios;

namespace Entente.Tests.Cli;

/// <summary>`entente whatif` on scenarios that are evaded: what is shown of hubs and of who takes over, and what is refused and where.</summary>
public sealed class WhatifReroutingTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Sample => Path.Combine(Clone.Root, "samples", "scenarios", "rerouting-russia.yml");

    [Fact]
    public void All_stable_profiles_the_hubs_and_who_takes_over_are_told()
    {
        var json = desk.Json("whatif", Sample, "--draws", "40");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("certificate").GetProperty("residual").GetDouble().ShouldBeLessThan(1e-9);
        var rerouting = json.GetProperty("rerouting");
        rerouting.GetProperty("profilesSolved").GetInt32().ShouldBe(32);
        var profiles = rerouting.GetProperty("profiles").EnumerateArray().ToList();
        profiles.Count.ShouldBe(rerouting.GetProperty("stable").GetInt32() + 2);
        profiles.Count(p => p.GetProperty("profile").GetString()!.StartsWith("stable", StringComparison.Ordinal)).ShouldBeGreaterThan(0);
        foreach (var hub in rerouting.GetProperty("hubs").EnumerateArray())
            hub.GetProperty("lossIfSanctioned").GetDouble().ShouldBeGreaterThan(0);
        var nobody = profiles.Single(p => p.GetProperty("profile").GetString() == "nobody evades");
        var all = profiles.Single(p => p.GetProperty("profile").GetString() == "all evade");
        double Russia(System.Text.Json.JsonElement p) => p.GetProperty("realIncome").GetProperty("RUS").GetDouble();
        Russia(all).ShouldBeGreaterThan(Russia(nobody));
        var backfill = json.GetProperty("backfill").EnumerateArray().Single();
        backfill.GetProperty("target").GetString().ShouldBe("RUS");
        backfill.GetProperty("others").GetDouble().ShouldBeGreaterThan(0);
        var draws = rerouting.GetProperty("draws");
        (draws.GetProperty("none").GetInt32() + draws.GetProperty("one").GetInt32() + draws.GetProperty("several").GetInt32()).ShouldBe(40);
    }

    [Fact]
    public void Text_fits_a_terminal_and_html_shows_the_same()
    {
        var text = desk.Run("whatif", Sample, "--draws", "40");
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        text.Output.ShouldContain("Evasion through hubs");
        text.Output.ShouldContain("of 32 solved");
        text.Output.ShouldContain("nobody evades");
        text.Output.ShouldContain("Who sells to RUS");
        var page = desk.Run("whatif", Sample, "--draws", "40", "--format", "html").Output;
        page.ShouldContain("Evasion through hubs");
        page.ShouldContain("Who sells to Russia");
        page.ShouldNotContain("<script");
    }

    /// <summary>Who takes over is told of every embargo, evaded or not.</summary>
    [Fact]
    public void An_embargo_without_hubs_tells_who_takes_over()
    {
        var file = Path.Combine(Clone.Root, "samples", "scenarios", "eu-energy-embargo.yml");
        desk.Run("whatif", file, "--draws", "0").Output.ShouldContain("Who sells to EU what others no longer do: energy");
    }

    /// <summary>No hub content anywhere: that is the answer, with the two ends beside it.</summary>
    [Fact]
    public void Where_no_profile_is_stable_that_is_said()
    {
        var (world, scenario) = ScenarioFile.Read(Sample, () => null, () => throw new InvalidOperationException());
        var answer = ScenarioRun.Answer(world, scenario, 0, 1, 1);
        var none = answer with { Central = null, Backfill = [], Rerouting = answer.Rerouting! with { Equilibria = [] } };
        using var output = new StringWriter();
        WhatifText.Write(output, [none]);
        output.ToString().ShouldContain("No profile of compliance is stable");
        output.ToString().ShouldContain("nobody evades");
        output.ToString().ShouldNotContain("Who sells");
        var twice = answer with
        {
            Rerouting = answer.Rerouting with { Equilibria = [answer.Rerouting.Nobody, answer.Rerouting.Everybody] },
        };
        using var several = new StringWriter();
        WhatifText.Write(several, [twice]);
        several.ToString().ShouldContain("2 profiles of compliance are stable");
        several.ToString().ShouldContain("stable 2");
    }

    private const string Question = """
        scenario: Test
        base: BASE
        shocks:
          - embargo: {from: USA, to: RUS, sectors: goods, assumed: test}
          - tariff: {from: CHN, to: EU, rate: 0.1, source: test}
        rerouting:
          dispersion: 4
          assumed: test
          route: {cost: 1.1, assumed: test}
          hubs:
            - CHN
            - {hub: TUR, margin: 0.2, assumed: test}
          secondary: {probability: 0.1, cut: 0.5, assumed: test}
        """;

    private string Written(string good, string bad)
    {
        var scenario = good.Length == 0 ? Question : Question.Replace(good, bad, StringComparison.Ordinal);
        var place = Path.Combine(Clone.Root, "samples", "scenarios", "base-2021.yml").Replace('\\', '/');
        return desk.Write("s.yml", scenario.Replace("BASE", $"\"{place}\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("    - CHN", "    - XXX", "s.yml:11", "the region 'XXX'")]
    [InlineData("    - CHN", "    - TUR", "s.yml:12", "the hub 'TUR' twice")]
    [InlineData("margin: 0.2, assumed: test", "margin: 0.2", "s.yml:12", "a number without a source")]
    [InlineData("margin: 0.2", "choice: perhaps", "s.yml:12", "best_response, evades or complies")]
    [InlineData("margin: 0.2", "weight: 2", "s.yml:11", "weights for some hubs alone")]
    [InlineData("cost: 1.1", "cost: 0.9", "s.yml:11", "a cost of 0.9")]
    [InlineData("cost: 1.1", "margin: 0.1", "s.yml:11", "no cost for CHN")]
    [InlineData("cost: 1.1", "cost: 1.1, detection: 2", "s.yml:11", "a detection of 2")]
    [InlineData("dispersion: 4", "dispersion: 0", "s.yml:7", "a dispersion of 0")]
    [InlineData("dispersion: 4", "dispersion: 4\n  measures: [2]", "s.yml:7", "measure 2")]
    [InlineData("dispersion: 4", "dispersion: 4\n  reach: 1.5", "s.yml:7", "a reach of 1.5")]
    [InlineData("probability: 0.1", "probability: 3", "s.yml:13", "a probability of 3")]
    [InlineData("cut: 0.5", "cut: 0.5, loss: 0.1", "s.yml:13", "both cut and loss")]
    [InlineData(
        "- embargo: {from: USA, to: RUS, sectors: goods, assumed: test}",
        "- tariff: {from: CHN, to: RUS, rate: 0, assumed: test}",
        "s.yml:7",
        "nothing to evade"
    )]
    [InlineData(
        "- tariff: {from: CHN, to: EU, rate: 0.1, source: test}",
        "- price_cap: {price: 60, source: test}",
        "s.yml:5",
        "a file of its own with the key oil:"
    )]
    public void What_is_wrong_is_refused_at_its_line(string good, string bad, string where, string what)
    {
        var run = desk.Run("whatif", Written(good, bad), "--draws", "0");
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(where);
        run.Error.ShouldContain(what);
    }

    [Fact]
    public void The_test_itself_is_right() => desk.Run("whatif", Written("", ""), "--draws", "0").Status.ShouldBe(0);
}
