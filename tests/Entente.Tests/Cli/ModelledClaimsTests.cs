using System.Text.Json;

namespace Entente.Tests.Cli;

/// <summary>What reports show of a claim that was put to the trade model.</summary>
public sealed class ModelledClaimsTests : IDisposable
{
    private readonly Desk desk = new();
    private readonly string note;

    public ModelledClaimsTests() =>
        note = desk.Write(
            "note.md",
            "India needs the American market more than the United States needs India's.\n\nNorway cannot afford to lose the Swedish market.\n"
        );

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Json_says_scenario_share_drivers_and_where_it_turns()
    {
        var claims = desk.Json("check", note, "--published", "2024-07-08").GetProperty("claims").EnumerateArray().ToArray();
        claims.Select(c => c.GetProperty("verdict").GetString()).ShouldBe(["judgement", "cannot-tell"]);
        claims[0].GetProperty("kind").GetString().ShouldBe("argument");
        claims[0].GetProperty("assertion").GetString().ShouldBe("loss(IND, without: USA) > loss(USA, without: IND)");
        var model = claims[0].GetProperty("model");
        model.GetProperty("scenario").GetString().ShouldBe("IND without USA; USA without IND");
        model.GetProperty("p").GetDouble().ShouldBe(1);
        model.GetProperty("drivers").GetArrayLength().ShouldBeGreaterThan(0);
        model.GetProperty("breaksWhen").ValueKind.ShouldBe(JsonValueKind.Null);
        model
            .GetProperty("figures")
            .EnumerateArray()
            .ShouldAllBe(f => f.GetProperty("low").GetDouble() <= f.GetProperty("high").GetDouble());
        model.GetProperty("seed").GetUInt64().ShouldBe(1ul);
        claims[1].GetProperty("model").ValueKind.ShouldBe(JsonValueKind.Null);
        claims[1].GetProperty("reason").GetString().ShouldBe("not-in-base");
    }

    [Theory]
    [InlineData("text")]
    [InlineData("html")]
    [InlineData("markdown")]
    [InlineData("obsidian")]
    public void Every_report_shows_range_share_and_what_it_rests_on(string format)
    {
        var run = desk.Run("check", note, "--published", "2024-07-08", "--format", format);
        (run.Error, run.Status).ShouldBe(("", 0));
        var text = string.Join(' ', run.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        text.ShouldContain("loss of India without United States");
        text.ShouldContain("draws from the declared ranges");
        text.ShouldContain("not the probability that it is true");
        text.ShouldContain("deficits scaled with incomes");
        if (format == "text")
            run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
    }
}
