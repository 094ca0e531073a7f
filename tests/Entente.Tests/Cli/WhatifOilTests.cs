namespace Entente.Tests.Cli;

/// <summary>`entente whatif` on a file about oil: the sample that ships beside the record, and what is refused and where.</summary>
public sealed class WhatifOilTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Sample => Path.Combine(Clone.Root, "samples", "scenarios", "oil-price-cap.yml");

    /// <summary>
    /// Kilian, Rapson and Schipper (2024), CEPR DP 18934: of a discount of 32 in March 2023 India's power makes 17, longer voyages nearly half, the cap
    /// nothing to speak of. And where the model fails stays told: from mid-2023 the discount was half of what it says.
    /// </summary>
    [Fact]
    public void February_and_March_2023_come_out_and_2024_does_not()
    {
        var json = desk.Json("whatif", Sample, "--draws", "200");
        json.GetProperty("schema").GetString().ShouldBe("entente/whatif-oil/1");
        json.GetProperty("converged").GetBoolean().ShouldBeTrue();
        var cases = json.GetProperty("results").EnumerateArray().ToDictionary(c => c.GetProperty("case").GetString()!);
        double Model(string at, string what) =>
            cases[at]
                .GetProperty("fits")
                .EnumerateArray()
                .Single(f => f.GetProperty("what").GetString() == what)
                .GetProperty("model")
                .GetProperty("value")
                .GetDouble();
        Model("2023, February and March", "discount, IND TUR").ShouldBe(31.8, 3.5);
        Model("2023, February and March", "discount by power, IND").ShouldBe(17, 4);
        Model("2023, February and March", "discount by cap, IND").ShouldBe(0, 1);
        Model("2021, January to July", "discount, EU IND TUR").ShouldBeInRange(0, 6);
        Model("2024", "discount, IND TUR").ShouldBeGreaterThan(18);
        Model("2024", "volume, IND").ShouldBe(1.75, 0.2);
        foreach (var told in cases.Values)
        {
            // Tighter caps bring less and never more revenue, at the modes.
            var revenues = told.GetProperty("caps")
                .EnumerateArray()
                .Select(c => c.GetProperty("revenue").GetProperty("value").GetDouble())
                .ToList();
            revenues[0].ShouldBe(revenues.Max(), 1e-9);
        }
    }

    [Fact]
    public void Text_fits_a_terminal_and_html_shows_the_same()
    {
        var text = desk.Run("whatif", Sample, "--draws", "40");
        (text.Error, text.Status).ShouldBe(("", 0));
        text.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        text.Output.ShouldContain("outside");
        text.Output.ShouldBe(desk.Run("whatif", Sample, "--draws", "40").Output);
        var page = desk.Run("whatif", Sample, "--draws", "40", "--format", "html").Output;
        page.ShouldContain("The price cap on Russian crude");
        page.ShouldContain("<svg");
        page.ShouldNotContain("<script");
    }

    private const string Small = """
        oil: Test
        seller: {name: A, first_cost: 10, last_cost: 30, capacity: 4, assumed: test}
        world: {price: 80, response: 5, assumed: test}
        cap: 60
        caps: [none, 20]
        buyers:
          - {buyer: B, power: 0, limit: 4, transport: 5, assumed: test}
        cases:
          - case: one
            observed:
              - {what: price, value: 60, source: test}
        """;

    /// <summary>At a cap of 20 two of four are sold, so that the world's price rises by ten.</summary>
    [Fact]
    public void A_small_market_is_answered()
    {
        var json = desk.Json("whatif", desk.Write("o.yml", Small));
        var told = json.GetProperty("results")[0];
        told.GetProperty("price").GetProperty("value").GetDouble().ShouldBe(60, 1e-6);
        told.GetProperty("caps")[0].GetProperty("price").GetProperty("value").GetDouble().ShouldBe(75, 1e-6);
        told.GetProperty("caps")[1].GetProperty("volume").GetProperty("value").GetDouble().ShouldBe(2, 1e-6);
        told.GetProperty("caps")[1].GetProperty("worldPrice").GetProperty("value").GetDouble().ShouldBe(90, 1e-5);
        json.GetProperty("inputs").GetProperty("draws").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("capacity: 4, assumed: test", "capacity: 4", "o.yml:2", "a number without a source")]
    [InlineData("last_cost: 30", "last_cost: 5", "o.yml:9", "a last cost below the first")]
    [InlineData("power: 0", "power: 1", "o.yml:9", "a power of B outside its bounds")]
    [InlineData("power: 0, ", "", "o.yml:9", "no power of buyer B")]
    [InlineData("limit: 4", "limit: many", "o.yml:7", "'many'")]
    [InlineData("price: 80, ", "", "o.yml:9", "no price of world")]
    [InlineData("what: price", "what: weather", "o.yml:11", "'weather'")]
    [InlineData("what: price", "what: price, buyers: [X]", "o.yml:9", "the buyer 'X'")]
    [InlineData("  - case: one", "  - case: one\n    buyers: [{buyer: X, limit: 1, source: test}]", "o.yml:10", "the buyer 'X'")]
    [InlineData("cap: 60", "cap: much", "o.yml:4", "'much'")]
    [InlineData("cap: 60", "lid: 60", "o.yml:4", "the key 'lid'")]
    public void What_is_wrong_is_refused_at_its_line(string good, string bad, string where, string what)
    {
        var run = desk.Run("whatif", desk.Write("o.yml", Small.Replace(good, bad, StringComparison.Ordinal)), "--draws", "0");
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldContain(where);
        run.Error.ShouldContain(what);
    }

    [Fact]
    public void Options_for_trade_are_refused()
    {
        var run = desk.Run("whatif", desk.Write("o.yml", Small), "--sensitivity");
        run.Status.ShouldBe(2);
        run.Error.ShouldContain("--sensitivity");
    }
}
