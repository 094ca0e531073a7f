using Entente.Measures.Ladders;

namespace Entente.Tests.Profiles;

/// <summary>The catalogue of scales.</summary>
public sealed class LadderTests
{
    private const string One = """
        ladders:
          mine:
            name: A scale
            source: "Somebody (2020)"
            rungs:
              - name: treaty
                stage: early
                kinds: [treaty]
                falsifier: it lapses
        """;

    [Fact]
    public void The_scales_that_ship_are_sound_and_every_rung_can_fail()
    {
        var shipped = LadderCatalogue.Parse(File.ReadAllText(Path.Combine(Clone.Root, "catalogue", "ladders.yml")), "ladders.yml");
        shipped.Errors.ShouldBeEmpty();
        shipped.All.Select(l => l.Id).ShouldBe(["korolev", "wilkins"]);
        shipped.All.SelectMany(l => l.Rungs).ShouldAllBe(r => r.Falsifier.Length > 10);
        shipped
            .All.SelectMany(l => l.Rungs)
            .ShouldAllBe(r => r.Kinds.Count + r.Facts.Count + r.Counts.Count + r.Bodies.Count + r.Pledges.Count > 0);
    }

    [Theory]
    [InlineData("        falsifier: it lapses", "        falsifier: x\n        why: no", "key 'why'")]
    [InlineData("        falsifier: it lapses", "        regular: many\n        falsifier: x", "'many'")]
    [InlineData("        stage: early\n", "", "a rung without name, stage or falsifier")]
    [InlineData("    source: \"Somebody (2020)\"\n", "", "scale 'mine' without name, source or rungs")]
    public void What_is_wrong_is_located(string replace, string by, string found)
    {
        var error = LadderCatalogue.Parse(One.Replace(replace, by, StringComparison.Ordinal), "mine.yml").Errors[0];
        error.Found.ShouldBe(found);
        error.Line.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void A_users_own_scale_replaces_the_one_of_its_name()
    {
        var laid = LadderCatalogue.Parse(One, "a.yml", (One.Replace("A scale", "Mine"), "b.yml"));
        laid.All.ShouldHaveSingleItem().Name.ShouldBe("Mine");
    }
}
