namespace Entente.Tests.Cli;

/// <summary>`game solve`.</summary>
public sealed class GameCommandTests : IDisposable
{
    private readonly Desk desk = new();

    private static string Sample(string name) => Path.Combine(Clone.Root, "samples", "games", name);

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("sanctions.nfg", "nash")]
    [InlineData("sanctions.nfg", "qre")]
    [InlineData("sanctions.nfg", "level-k")]
    [InlineData("three-mix.nfg", "nash")]
    [InlineData("triangle.efg", "nash")]
    [InlineData("triangle.efg", "backward")]
    [InlineData("ultimatum.efg", "nash")]
    [InlineData("ultimatum.efg", "qre")]
    [InlineData("ultimatum.efg", "level-k")]
    public void Each_solver_answers_in_text_and_in_JSON(string file, string solver)
    {
        var run = desk.Run("game", "solve", Sample(file), "--solver", solver, "--lambda", "2");
        run.Status.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("Certificate: ");
        var json = desk.Json("game", "solve", Sample(file), "--solver", solver, "--lambda", "2");
        json.GetProperty("schema").GetString().ShouldBe("entente/game/1");
        json.GetProperty("inputs").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        json.GetProperty("certificate").GetProperty("converged").GetBoolean().ShouldBeTrue();
        json.GetProperty("results").GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var choice in json.GetProperty("results")[0].GetProperty("choices").EnumerateArray())
            if (choice.GetProperty("reached").GetBoolean())
                choice.GetProperty("actions").EnumerateArray().Sum(a => a.GetProperty("p").GetDouble()).ShouldBe(1, 1e-9);
    }

    [Fact]
    public void What_a_solver_is_not_made_for_is_wrong_use()
    {
        Wrong("game", "solve", Sample("sanctions.nfg"), "--solver", "backward").ShouldContain("choose at once");
        Wrong("game", "solve", Sample("ultimatum.efg"), "--solver", "backward").ShouldContain("2 nodes");
        Wrong("game", "solve", Sample("ultimatum.efg"), "--lambda", "-1").ShouldContain("--lambda");
        Wrong("game", "solve", Sample("README.md")).ShouldContain("expected");
    }

    [Theory]
    [InlineData("all")]
    [InlineData("mean")]
    [InlineData("median")]
    [InlineData("ktab")]
    [InlineData("bdm")]
    public void Models_of_positions_say_that_they_are_exploratory(string model)
    {
        var file = Path.Combine(Clone.Root, "samples", "positions", "emission-standards.csv");
        var run = desk.Run("game", "positions", file, "--model", model, "--scale", "4:10");
        run.Status.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("Exploratory");
        var json = desk.Json("game", "positions", file, "--model", model, "--scale", "4:10");
        json.GetProperty("schema").GetString().ShouldBe("entente/positions/1");
        json.GetProperty("standing").GetString().ShouldBe("exploratory");
        json.GetProperty("inputs").GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        json.GetProperty("certificate").GetProperty("converged").GetBoolean().ShouldBeTrue();
        foreach (var one in new[] { "mean", "median", "ktab", "bdm" })
            json.GetProperty("results").TryGetProperty(one, out _).ShouldBe(model == one || model == "all");
    }

    [Fact]
    public void A_table_that_is_none_is_wrong_use()
    {
        var file = desk.Write("t.csv", "T,d,1,1\na,d,c,p,s\nX,,1,400,80\n");
        Wrong("game", "positions", file).ShouldContain("'X' at 400, off the scale from 0 to 100");
        Wrong("game", "positions", file, "--scale", "9:1").ShouldContain("--scale");
        Wrong("game", "positions", file, "--rounds", "-1").ShouldContain("--rounds");
        Wrong("game", "positions", desk.Write("u.csv", "T,d,1,1\na,d,c,p,s\nX,,1,x,80\n")).ShouldContain("u.csv:3:6");
    }

    private string Wrong(params string[] args)
    {
        var run = desk.Run(args);
        run.Status.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        return run.Error;
    }
}
