namespace Entente.Tests.Cli;

/// <summary>`entente whatif`: the gallery that ships, what is printed, what is refused and where.</summary>
public sealed class WhatifCommandTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Samples => Path.Combine(Clone.Root, "samples", "scenarios");

    public static TheoryData<string> Gallery =>
        [
            .. Directory
                .EnumerateFiles(Samples, "*.yml")
                .Where(f => File.ReadAllText(f).Contains("\nbase: base-2021.yml", StringComparison.Ordinal))
                .Select(f => Path.GetFileName(f)!)
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Gallery))]
    public void Every_scenario_of_the_small_base_runs_on_a_fresh_clone(string file)
    {
        var json = desk.Json("whatif", Path.Combine(Samples, file), "--draws", "20");
        json.GetProperty("schema").GetString().ShouldBe("entente/whatif/1");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("certificate").GetProperty("residual").GetDouble().ShouldBeLessThan(1e-10);
        foreach (var result in json.GetProperty("results").EnumerateArray())
            result
                .GetProperty("realIncome")
                .GetProperty("low")
                .GetDouble()
                .ShouldBeLessThanOrEqualTo(result.GetProperty("realIncome").GetProperty("high").GetDouble());
    }

    [Fact]
    public void Text_and_html_say_the_same_with_the_certificate()
    {
        var file = Path.Combine(Samples, "gone-china-russia.yml");
        var text = desk.Run("whatif", file, "--draws", "40");
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        text.Output.ShouldContain("converged after");
        text.Output.ShouldContain("not a forecast");
        text.Output.ShouldBe(desk.Run("whatif", file, "--draws", "40").Output);
        text.Output.ShouldNotBe(desk.Run("whatif", file, "--draws", "40", "--seed", "2").Output);
        var page = desk.Run("whatif", file, "--draws", "40", "--format", "html").Output;
        page.ShouldContain("<svg");
        page.ShouldContain("China and Russia without each other");
        page.ShouldNotContain("<script");
    }

    /// <summary>A region with a surplus that must be held and nobody to sell to: there is no equilibrium, and no number is printed.</summary>
    [Fact]
    public void Without_an_equilibrium_there_are_no_numbers()
    {
        var file = desk.Write(
            "alone.yml",
            $$"""
            scenario: Alone
            base: "{{Path.Combine(Samples, "base-2021.yml").Replace('\\', '/')}}"
            deficits: held
            groups:
              rest: [CHN, EU, IND, TUR, USA, ROW]
            shocks:
              - embargo: {between: [RUS, rest], assumed: test}
            """
        );
        var json = desk.Json("whatif", file);
        json.GetProperty("converged").GetBoolean().ShouldBeFalse();
        json.TryGetProperty("results", out _).ShouldBeFalse();
        json.GetProperty("certificate").GetProperty("stopped").GetString().ShouldNotBe("converged");
        var text = desk.Run("whatif", file);
        text.Status.ShouldBe(0);
        text.Output.ShouldContain("No answer");
        text.Output.ShouldNotContain("real income");
    }

    private const string Small = """
        base: Two
        sectors:
          - {code: goods, elasticity: 5, value_added: 0.5, inputs: {goods: 1}, assumed: test}
        regions:
          - {code: AAA, gdp: 100, source: test, made_of: {goods: 1, assumed: test}}
          - {code: BBB, gdp: 200, source: test, made_of: {goods: 1, assumed: test}}
        flows:
          - {sector: goods, from: AAA, to: BBB, value: 30, source: test}
          - {sector: goods, from: BBB, to: AAA, value: 20, source: test}
        """;

    private const string Question = """
        scenario: Test
        base: base.yml
        shocks:
          - tariff: {from: AAA, to: BBB, rate: 0.1, source: test}
        """;

    [Theory]
    [InlineData("value: 30", "value: -30", "base.yml:8", "found -30, expected 0 or more")]
    [InlineData("value: 30, source: test", "value: 30", "base.yml:8", "a number without a source")]
    [InlineData("value: 30", "value: 300", "base.yml:5", "goods of AAA: exports of 300 above an output of 200")]
    [InlineData("goods: 1, assumed: test}}\n  - {code: BBB", "goods: 0.9, assumed: test}}\n  - {code: BBB", "base.yml:5", "sum to 0.9")]
    [InlineData("inputs: {goods: 1}", "inputs: {goods: 0.8}", "Two", "goods in AAA: inputs whose shares sum to 0.8")]
    [InlineData("to: BBB, value", "to: CCC, value", "base.yml:8", "'CCC', expected one of AAA, BBB")]
    [InlineData("gdp: 100", "gdp: 0", "base.yml:5", "above an output of 0")]
    public void A_wrong_base_is_refused_at_its_line(string good, string bad, string where, string what)
    {
        desk.Write("base.yml", Small.Replace(good, bad, StringComparison.Ordinal));
        Refused(Question, where, what);
    }

    [Theory]
    [InlineData("to: BBB", "to: XXX", "s.yml:4", "the region 'XXX', expected one of the base: AAA, BBB")]
    [InlineData("rate: 0.1", "sectors: steel, rate: 0.1", "s.yml:4", "the sector 'steel'")]
    [InlineData("rate: 0.1", "rate: much", "s.yml:4", "'much'")]
    [InlineData("tariff:", "duty:", "s.yml:4", "no measure")]
    [InlineData("rate: 0.1, source: test", "rate: 0.1", "s.yml:4", "a number without a source")]
    [InlineData("rate: 0.1", "rate: {low: 2, mode: 1, high: 3}", "s.yml:4", "low <= mode <= high")]
    [InlineData("base: base.yml", "base: none.yml", "none.yml", "cannot be read")]
    [InlineData("base: base.yml", "base: {dataset: wiod, year: 2011}", "s.yml:2", "no store")]
    [InlineData("scenario: Test", "scenario: Test\ndeficits: gone", "s.yml:2", "held, scaled or zeroed")]
    [InlineData("scenario: Test", "scenario: Test\nsurprise: 1", "s.yml:2", "the key 'surprise'")]
    public void A_wrong_scenario_is_refused_at_its_line(string good, string bad, string where, string what)
    {
        desk.Write("base.yml", Small);
        Refused(Question.Replace(good, bad, StringComparison.Ordinal), where, what);
    }

    private void Refused(string scenario, string where, string what)
    {
        var run = desk.Run("whatif", desk.Write("s.yml", scenario), "--draws", "0");
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(where);
        run.Error.ShouldContain(what);
        run.Error.Trim().ShouldNotContain("\n");
    }

    /// <summary>The replication data of Caliendo and Parro (2015) from a folder: with all of NAFTA's tariffs at 0 the table is nearly the printed one.</summary>
    [SkippableFact]
    public void Nafta_runs_on_a_folder_of_the_users()
    {
        var folder = Clone.Shared("data", "cp2015");
        Skip.IfNot(Directory.Exists(folder), "needs the replication data in ../shared/data/cp2015, which is not beside this clone");
        var scenario = File.ReadAllText(Path.Combine(Samples, "nafta.yml"))
            .Replace("folder: cp2015", $"folder: \"{folder}\"", StringComparison.Ordinal);
        var json = desk.Json("whatif", desk.Write("nafta.yml", scenario));
        var totals = json.GetProperty("results").EnumerateArray().Take(3).Select(r => 100 * r.GetProperty("firstOrder").GetDouble());
        totals.ShouldBe([-0.06, 1.31, 0.08], 0.015);
    }
}
