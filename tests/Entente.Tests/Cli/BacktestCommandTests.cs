namespace Entente.Tests.Cli;

/// <summary>`whatif --backtest`: what is told beside what came, what is refused.</summary>
public sealed class BacktestCommandTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Sanctions => Path.Combine(Clone.Root, "samples", "scenarios", "sanctions-russia-2022.yml");

    /// <summary>The recorded shares are the IMF's: China's part of Russia's trade 17.96 % in 2021 and 33.4 % in 2024 (exports and imports together).</summary>
    [Fact]
    public void What_came_is_what_the_record_says()
    {
        var json = desk.Json("whatif", Sanctions, "--backtest", "RUS", "--draws", "40");
        json.GetProperty("schema").GetString().ShouldBe("entente/backtest/1");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        var sides = json.GetProperty("results").EnumerateArray().ToArray();
        sides.Select(s => s.GetProperty("side").GetString()).ShouldBe(["exports", "imports"]);
        sides.ShouldAllBe(s => s.GetProperty("authority").GetString() == "IMF");
        double Of(int side, string year) =>
            sides[side]
                .GetProperty("shares")
                .EnumerateArray()
                .Single(s => s.GetProperty("partner").GetString() == "CHN")
                .GetProperty("after")
                .GetProperty(year)
                .GetDouble();
        // 112.06 of 439.04 and 124.27 of 268.13 billion dollars.
        Of(0, "2024").ShouldBe(112.058697020 / 439.037424603, 1e-9);
        Of(1, "2024").ShouldBe(124.272105808 / 268.125894161, 1e-9);
        foreach (var side in sides)
        {
            var partners = side.GetProperty("shares").EnumerateArray().Select(s => s.GetProperty("partner").GetString()).ToArray();
            partners.Distinct().Count().ShouldBe(partners.Length);
            partners.ShouldContain("EU");
            partners.ShouldNotContain("DEU");
            side.GetProperty("scores").GetArrayLength().ShouldBe(9);
        }
    }

    [Fact]
    public void A_bad_score_is_printed_as_plainly_as_a_good_one()
    {
        var run = desk.Run("whatif", Sanctions, "--backtest", "RUS", "--draws", "40");
        (run.Error, run.Status).ShouldBe(("", 0));
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 88);
        run.Output.ShouldContain("does not beat shift");
        run.Output.ShouldContain("Where the model fails most:");
        run.Output.ShouldBe(desk.Run("whatif", Sanctions, "--backtest", "RUS", "--draws", "40").Output);
    }

    [Theory]
    [InlineData("BRA", "a region of the base")]
    [InlineData("KAZ", "on record")]
    public void A_region_without_a_place_or_a_record_is_refused(string region, string expected)
    {
        var run = desk.Run("whatif", Sanctions, "--backtest", region, "--draws", "40");
        run.Status.ShouldBe(2);
        run.Error.ShouldContain("--backtest");
        run.Error.ShouldContain(expected);
    }
}
