using System.Text.Json;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Sources.Scenarios;
using Entente.Tests.Cli;
using Entente.Tests.Sources;

namespace Entente.Tests.Profiles;

/// <summary>What each of a pair would lose without the other: the trade model's answer in a profile and in `measure trade`, and why there is none.</summary>
public sealed class LossTests : IDisposable
{
    private static readonly string Base = Path.Combine(Clone.Root, "samples", "scenarios", "base-2021.yml");
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    /// <summary>The same numbers as the scenario of the gallery, which is the same question to the same base.</summary>
    [Fact]
    public void A_profile_says_what_the_scenario_says()
    {
        var scenario = Path.Combine(Clone.Root, "samples", "scenarios", "gone-china-russia.yml");
        var told = desk.Json("whatif", scenario, "--draws", "400", "--seed", "1").GetProperty("results").EnumerateArray().ToList();
        foreach (var (side, code) in new[] { ("first", "CHN"), ("second", "RUS") })
        {
            var figure = Losses("CHN", "RUS").Single(f => f.GetProperty("side").GetString() == side);
            var result = told.Single(r => r.GetProperty("region").GetString() == code).GetProperty("realIncome");
            figure.GetProperty("value").GetDouble().ShouldBe(result.GetProperty("value").GetDouble(), 1e-12);
            figure.GetProperty("low").GetDouble().ShouldBe(result.GetProperty("low").GetDouble(), 1e-12);
            figure.GetProperty("high").GetDouble().ShouldBe(result.GetProperty("high").GetDouble(), 1e-12);
            figure.GetProperty("period").GetString().ShouldBe("2021");
            figure.GetProperty("source").GetString()!.ShouldContain("model");
            figure.GetProperty("expression").ValueKind.ShouldBe(JsonValueKind.Null);
        }
    }

    [Fact]
    public void The_one_who_trades_more_with_the_other_loses_more_in_whatever_order_they_are_named()
    {
        double Of(string a, string b, string side) =>
            Losses(a, b).Single(f => f.GetProperty("side").GetString() == side).GetProperty("value").GetDouble();
        Of("RUS", "CHN", "first").ShouldBe(Of("CHN", "RUS", "second"), 1e-12);
        Of("CHN", "RUS", "second").ShouldBeLessThan(Of("CHN", "RUS", "first"));
        Of("CHN", "RUS", "first").ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData("TUR", "GRC", "has GRC only as a part of EU")]
    [InlineData("IND", "PAK", "has PAK only within the rest of the world")]
    public void Who_is_no_region_of_the_base_gets_a_reason_and_no_number(string first, string second, string why)
    {
        Losses(first, second).ShouldBeEmpty();
        Warnings("profile", first, second)
            .ShouldContain(w => w.StartsWith("what each would lose", StringComparison.Ordinal) && w.Contains(why));
    }

    [Fact]
    public void A_base_later_than_what_may_be_known_is_not_used()
    {
        Losses("CHN", "RUS", "--as-of", "2021-12-31").ShouldBeEmpty();
        Losses("CHN", "RUS", "--to", "2020").ShouldBeEmpty();
        Losses("CHN", "RUS", "--as-of", "2022-01-01").ShouldNotBeEmpty();
        Warnings("profile", "CHN", "RUS", "--to", "2020").ShouldContain(w => w.Contains("the base that ships is of 2021"));
    }

    [Fact]
    public void A_pair_that_is_each_others_only_market_has_no_answer()
    {
        var world = RegionalBase.Read(
            desk.Write(
                "two.yml",
                """
                base: Two
                year: 2021
                sectors:
                  - {code: goods, elasticity: {low: 3, mode: 5, high: 8}, value_added: 0.5, inputs: {goods: 1}, assumed: test}
                  - {code: fuel, elasticity: 5, value_added: 0.5, inputs: {goods: 1}, assumed: test}
                regions:
                  - {code: AAA, gdp: 100, source: test, made_of: {goods: 0.5, fuel: 0.5, assumed: test}}
                  - {code: BBB, gdp: 200, source: test, made_of: {goods: 1, fuel: 0, assumed: test}}
                flows:
                  - {sector: goods, from: AAA, to: BBB, value: 10, source: test}
                  - {sector: goods, from: BBB, to: AAA, value: 20, source: test}
                  - {sector: fuel, from: AAA, to: BBB, value: 20, source: test}
                  - {sector: fuel, from: BBB, to: AAA, value: 0, source: test}
                """
            )
        );
        world.Year.ShouldBe(2021);
        var loss = EndOfTrade.Of(world, "AAA", "BBB", [], 40, 1, 2);
        (loss.Absence, loss.First, loss.Second, loss.FirstRange).ShouldBe((LossAbsence.EmptiedMarket, null, null, null));
        loss.Where.ShouldBe("fuel in BBB");
        EndOfTrade.Of(world, "AAA", "CCC", [], 40, 1, 2).Absence.ShouldBe(LossAbsence.NoRegion);
    }

    [Fact]
    public void The_draws_are_the_same_on_any_number_of_threads()
    {
        var world = RegionalBase.Read(Base);
        var (one, two) = (EndOfTrade.Of(world, "USA", "CHN", [], 60, 7, 1), EndOfTrade.Of(world, "USA", "CHN", [], 60, 7, 4));
        (one.First, one.FirstRange, one.SecondRange).ShouldBe((two.First, two.FirstRange, two.SecondRange));
        one.Answer!.Certificate.Stopped.ShouldBe(StopReason.Converged);
        one.FirstRange!.Value.Low.ShouldBeLessThanOrEqualTo(one.First!.Value);
        one.FirstRange.Value.High.ShouldBeGreaterThanOrEqualTo(one.First.Value);
    }

    /// <summary>With a World Input-Output Table in the store both bases answer, the second by the gallery's scenario of 2011 too.</summary>
    [SkippableFact]
    public void An_imported_table_answers_beside_the_base_that_ships()
    {
        var run = desk.Run("record", "import", "wiod", ImportBench.Public("wiod", "wiot_2011.csv.gz"));
        (run.Error, run.Status).ShouldBe(("", 0));
        var told = desk.Json("whatif", Path.Combine(Clone.Root, "samples", "scenarios", "gone-china-russia-2011.yml"), "--draws", "0");
        var russia = told.GetProperty("results").EnumerateArray().Single(r => r.GetProperty("region").GetString() == "RUS");
        var figures = Losses("CHN", "RUS").Where(f => f.GetProperty("side").GetString() == "second").ToList();
        figures.Select(f => f.GetProperty("period").GetString()).ShouldBe(["2021", "2011"]);
        figures[1].GetProperty("value").GetDouble().ShouldBe(russia.GetProperty("realIncome").GetProperty("value").GetDouble(), 1e-12);
        figures[1].GetProperty("low").GetDouble().ShouldBeLessThan(figures[1].GetProperty("value").GetDouble());
        // Greece is in the table, Pakistan within its rest of the world.
        Losses("TUR", "GRC").Select(f => f.GetProperty("period").GetString()).ShouldBe(["2011", "2011"]);
        Losses("IND", "PAK").ShouldBeEmpty();
        Warnings("profile", "IND", "PAK")
            .Single(w => w.StartsWith("what each would lose", StringComparison.Ordinal))
            .ShouldContain("World");
        // And beside the reports of trade.
        desk.ImportTrade("710,365,2011,10,20");
        var text = desk.Run("measure", "trade", "CHN", "RUS").Output;
        text.ShouldContain("Model, no report");
        text.ShouldContain("WIOD, 2011");
        text.Split('\n').ShouldAllBe(l => l.Length <= 80);
        var bases = desk.Json("measure", "trade", "CHN", "RUS").GetProperty("without_the_other").GetProperty("bases");
        bases.EnumerateArray().ShouldAllBe(b => b.GetProperty("converged").GetBoolean());
        bases.GetArrayLength().ShouldBe(2);
    }

    private List<JsonElement> Losses(string first, string second, params string[] more) =>
        [
            .. desk.Json(["profile", first, second, .. more])
                .GetProperty("results")
                .GetProperty("sections")
                .EnumerateArray()
                .Single(s => s.GetProperty("id").GetString() == "dependence")
                .GetProperty("figures")
                .EnumerateArray()
                .Where(f => f.GetProperty("model").GetBoolean()),
        ];

    private List<string> Warnings(params string[] args) =>
        [.. desk.Json(args).GetProperty("warnings").EnumerateArray().Select(w => w.GetString()!)];
}
