using System.Text.Json;

namespace Entente.Tests.Cli;

/// <summary>`ask`: a value only where a figure is for exactly what was asked; what is near it is shown, and is no value.</summary>
public sealed class AskTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Five_months_are_not_a_year()
    {
        var answer = desk.Json("ask", "trade(CHN, IND, 2022)");
        answer.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("low").GetDouble().ShouldBe(50.79e9, 0.01e9);
        answer.GetProperty("high").ValueKind.ShouldBe(JsonValueKind.Null);
        answer.GetProperty("unit").GetString().ShouldBe("USD");
        answer.GetProperty("reason").GetString().ShouldBe("no-data");
        answer
            .GetProperty("explanation")
            .GetString()
            .ShouldBe("Indian Commerce Ministry: at least $50.79bn (2022-04..2022-08 alone, a part of 2022)");
        answer.GetProperty("alternatives").EnumerateArray().ShouldAllBe(e => !e.GetProperty("lead").GetBoolean());
        var run = desk.Run("ask", "trade(CHN, IND, 2022)");
        run.Status.ShouldBe(0);
        run.Output.ShouldContain("cannot tell");
        run.Output.ShouldContain("at least $50.79bn");
        // What the part is enough for is decided, and what it is not enough for is not.
        desk.Json("ask", "trade(CHN, IND, 2022) > 40e9 USD").GetProperty("value").GetBoolean().ShouldBeTrue();
        desk.Json("ask", "trade(CHN, IND, 2022) > 60e9 USD").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData("trade(CHN, RUS, 2022)")]
    [InlineData("growth(trade(CHN, RUS), 2022)")]
    [InlineData("share(trade(CHN, RUS, 2022), of: trade(RUS))")]
    [InlineData("date(entry(FIN, NATO))")]
    public void What_is_recorded_has_its_value_and_the_lead_gave_it(string expression)
    {
        var answer = desk.Json("ask", expression);
        answer.GetProperty("reason").ValueKind.ShouldBe(JsonValueKind.Null);
        var lead = answer.GetProperty("alternatives")[0];
        lead.GetProperty("lead").GetBoolean().ShouldBeTrue();
        answer.GetProperty("value").ToString().ShouldBe(lead.GetProperty("value").ToString());
    }
}
