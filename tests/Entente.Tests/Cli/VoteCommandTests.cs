namespace Entente.Tests.Cli;

/// <summary>`vote`.</summary>
public sealed class VoteCommandTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Theory]
    [InlineData("UNSC", "--power")]
    [InlineData("EU", "--power")]
    [InlineData("UNSC", "--date", "2022-02-25", "--yes", "United States,FRA,GBR", "--no", "Russia", "--abstain", "China")]
    [InlineData("UNGA", "--yes", "USA,FRA", "--no", "RUS", "--rule", "simple")]
    [InlineData("EU", "--no", "HUN", "--rule", "unanimity")]
    public void It_answers_in_eighty_columns_and_in_JSON(params string[] args)
    {
        var run = desk.Run(["vote", .. args]);
        run.Status.ShouldBe(0, run.Error);
        run.Output.Split('\n').ShouldAllBe(l => l.Length <= 80);
        run.Output.ShouldContain("Rule: ");
        var json = desk.Json(["vote", .. args]);
        json.GetProperty("schema").GetString().ShouldBe("entente/vote/1");
        json.GetProperty("inputs").GetProperty("files")[0].GetProperty("sha256").GetString()!.Length.ShouldBe(64);
        json.GetProperty("inputs").GetProperty("members").GetArrayLength().ShouldBeGreaterThan(14);
    }

    [Fact]
    public void The_published_values_are_in_the_JSON()
    {
        var results = desk.Json("vote", "UNSC", "--power").GetProperty("results");
        results.GetProperty("ways").GetProperty("passing").GetString().ShouldBe("146796");
        results.GetProperty("power")[0].GetProperty("shapleyShubikExact").GetString().ShouldBe("421/2145");
    }

    [Fact]
    public void The_probability_is_from_a_file_of_members()
    {
        var members = desk.Json("vote", "UNSC")
            .GetProperty("inputs")
            .GetProperty("members")
            .EnumerateArray()
            .Select(m => m.GetProperty("member").GetString()!);
        var file = desk.Write("p.csv", "member,yes,no,abstain\n" + string.Concat(members.Select(m => $"{m},0.8,0.05,0.15\n")));
        var passes = Passes("vote", "UNSC", "--probability", file);
        Passes("vote", "UNSC", "--probability", file, "--yes", "CHN,RUS,USA,FRA,GBR").ShouldBeGreaterThan(passes);
        Passes("vote", "UNSC", "--probability", file, "--correlation", "0.5").ShouldNotBe(passes);
        var text = desk.Run("vote", "UNSC", "--probability", file, "--no", "RUS");
        text.Output.ShouldContain("Probability of passing: 0.0000");
        text.Output.ShouldContain("Cheapest");
    }

    [Theory]
    [InlineData("member,yes,no,abstain\nCHN,0.5,0.6,0.1\n", "sum to 1.2")]
    [InlineData("member,yes,no,abstain\nCHN,0.5,0.4,0.1\nChina,0.5,0.4,0.1\n", "CHN a second time")]
    [InlineData("member,yes,no,abstain\nAtlantis,0.5,0.4,0.1\n", "'Atlantis'")]
    [InlineData("member,yes,no,abstain\nCHN,1.5,0,0\n", "'1.5'")]
    [InlineData("member,yes,no\nCHN,1,0\n", "abstain")]
    [InlineData("member,yes,no,abstain\nCHN,1,0,0\n", "no row for FRA")]
    public void Probabilities_that_are_none_are_located(string csv, string found)
    {
        var error = Wrong("vote", "UNSC", "--probability", desk.Write("p.csv", csv));
        error.ShouldContain(found);
        error.ShouldContain("p.csv");
    }

    [Fact]
    public void Wrong_use_says_what_was_expected()
    {
        Wrong("vote", "XX").ShouldContain("expected EU, UNGA, UNSC or a file");
        Wrong("vote", "UNSC", "--yes", "Germany").ShouldContain("DEU has no seat in it on that day");
        Wrong("vote", "UNSC", "--yes", "CHN", "--no", "China").ShouldContain("CHN a second time");
        Wrong("vote", "UNSC", "--date", "1999-01-01").ShouldContain("members from 2011-01-01 on");
        Wrong("vote", "UNSC", "--correlation", "2").ShouldContain("--correlation");
        Wrong("vote", "UNSC", "--ideal-points", "imported").ShouldContain("no store");
        Wrong("vote", "nowhere.yml").ShouldContain("nowhere.yml");
    }

    private double Passes(params string[] args) =>
        desk.Json(args).GetProperty("results").GetProperty("probability").GetProperty("passes").GetDouble();

    private string Wrong(params string[] args)
    {
        var run = desk.Run(args);
        run.Status.ShouldBe(2, run.Error);
        run.Output.ShouldBeEmpty();
        return run.Error;
    }
}
