using Entente.Actors;
using Entente.Application.Stores;

namespace Entente.Tests.Actors;

/// <summary>A broken entry is reported with its place, and costs nothing else.</summary>
public sealed class ActorCatalogueErrorTests
{
    private const string Small = """
        AAA: { kind: state, name: Aland, names: [Alandia], adjectives: [Alandic], capital: Ay, iso2: AA, cow: 1 }
        BBB: { kind: state, name: Bland, adjectives: [Blandic], capital: Be, iso2: BB, cow: 2 }
        president: { kind: office, titles: [president] }
        Ann Oak: { kind: person, state: AAA, surname: Oak, offices: [{ office: president, from: 2001-02-03 }] }

        """;

    [Theory]
    [InlineData("CCC: { name: Cland }", 5, "'CCC' without 'kind'", "state, organisation")]
    [InlineData("CCC: { kind: stat, name: Cland }", 5, "'stat'", "did you mean 'state'")]
    [InlineData("CCC: { kind: state, name: Cland, capitol: Ce }", 5, "key 'capitol'", "did you mean 'capital'")]
    [InlineData("CCC: { kind: state, name: Cland, cow: twelve }", 5, "'twelve'", "whole number")]
    [InlineData("CCC: { kind: state, names: [C] }", 5, "without 'name'", "reports")]
    [InlineData("CCC: [kind, state]", 5, "a list", "map of keys")]
    [InlineData("CCC: { kind: state, name: Cland, adjectives: { a: b } }", 5, "a map", "list of words")]
    [InlineData("Bob Elm: { kind: person, state: DDD }", 5, "'DDD'", "code of an actor")]
    [InlineData(
        "Bob Elm: { kind: person, state: AAA, offices: [{ office: presidant, from: 2001-01-01 }] }",
        5,
        "'presidant'",
        "did you mean 'president'"
    )]
    [InlineData(
        "Bob Elm: { kind: person, state: AAA, offices: [{ office: president, from: 2001-13-01 }] }",
        5,
        "'2001-13-01'",
        "2012-11-15"
    )]
    [InlineData(
        "Bob Elm: { kind: person, state: AAA, offices: [{ office: president, from: 2003-01-01, to: 2002-01-01 }] }",
        5,
        "2003-01-01 to 2002-01-01",
        "on or after"
    )]
    [InlineData("Bob Elm: { kind: person, state: AAA, offices: president }", 5, "'president'", "list of offices")]
    [InlineData("gang: { kind: group, name: Gang }", 5, "without members", "vague: true")]
    [InlineData("gang: { kind: group, name: Gang, members: [AAA, ZZZ] }", 5, "'ZZZ'", "code of an actor")]
    [InlineData("CCC: { kind: state, name: Cland, not-before: { Clnd: [Post] } }", 5, "'Clnd'", "did you mean 'Cland'")]
    [InlineData("CCC: { kind: state, name: Alandia }", 5, "'Alandia' for both AAA and CCC", "shared")]
    [InlineData("AAA: { kind: state, name: Again }", 5, "a second entry 'AAA'", "once")]
    [InlineData("CCC: { kind: state, name: [", 5, "", "valid YAML")]
    public void Each_mistake_is_located(string line, int at, string found, string advice)
    {
        var catalogue = ActorCatalogue.Parse(Small + line + "\n", "my/actors.yml");
        var text = string.Join('\n', catalogue.Errors);
        catalogue.Errors.ShouldContain(e => e.File == "my/actors.yml" && e.Line >= at && e.Column > 0, text);
        text.ShouldContain(found);
        text.ShouldContain(advice);
    }

    [Fact]
    public void The_column_points_at_the_value()
    {
        var error = ActorCatalogue.Parse("AAA: { kind: state, name: Aland, cow: twelve }", "a.yml").Errors.ShouldHaveSingleItem();
        error.ToString().ShouldBe("a.yml:1:39: found 'twelve', expected a whole number for 'cow'");
    }

    [Fact]
    public void The_other_entries_stand()
    {
        var catalogue = ActorCatalogue.Parse(Small + "CCC: { kind: nothing }\n", "a.yml");
        catalogue.Errors.Count.ShouldBe(1);
        catalogue.All.Select(a => a.Code).ShouldBe(["AAA", "BBB", "Ann Oak"]);
    }

    [Fact]
    public void An_overlay_adds_words_and_actors_and_replaces_scalars()
    {
        const string Overlay = """
            AAA: { names: [Old Aland], capital: New Ay, exact: [Alandia] }
            CCC: { kind: state, name: Cland, adjectives: [Clandic], capital: Ce }
            _phrases: [Aland Islands]
            """;
        var catalogue = ActorCatalogue.Parse(Small, "base.yml", (Overlay, "mine.yml"));
        catalogue.Errors.ShouldBeEmpty();
        var aland = catalogue.Resolve("Old Aland").ShouldNotBeNull();
        aland.Code.ShouldBe("AAA");
        aland.Capital.ShouldBe("New Ay");
        aland.Aliases.Single(a => a.Text == "Alandia").CaseExact.ShouldBeTrue();
        aland.Aliases.Single(a => a.Text == "Aland").NotBefore.ShouldBe(["Islands"]);
        catalogue.Resolve("Clandic").ShouldNotBeNull().Code.ShouldBe("CCC");
    }

    [Fact]
    public void A_mistake_in_an_overlay_names_the_overlay()
    {
        var error = ActorCatalogue.Parse(Small, "base.yml", ("\nAAA: { cow: x }", "mine.yml")).Errors.ShouldHaveSingleItem();
        error.File.ShouldBe("mine.yml");
        error.Line.ShouldBe(2);
    }

    [Fact]
    public void An_empty_file_is_an_empty_catalogue()
    {
        var catalogue = ActorCatalogue.Parse("", "a.yml");
        catalogue.All.ShouldBeEmpty();
        catalogue.Errors.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("- one\n- two")]
    [InlineData("just text")]
    [InlineData("{{{{")]
    [InlineData("a: &x { kind: state }\nb: *x")]
    public void A_file_of_another_form_is_an_error_not_an_exception(string yaml) =>
        ActorCatalogue.Parse(yaml, "a.yml").Errors.ShouldNotBeEmpty();
}
