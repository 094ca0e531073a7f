using Entente.Actors;

namespace Entente.Tests.Actors;

public sealed class ItemCatalogueTests
{
    private static readonly ItemCatalogue Shipped = ShippedCatalogue.Items;

    [Fact]
    public void What_ships_has_no_errors() => Shipped.Errors.Select(e => e.ToString()).ShouldBeEmpty();

    [Fact]
    public void Every_item_has_words() => Shipped.All.Where(i => i.Words.Count == 0).Select(i => i.Id).ShouldBeEmpty();

    [Theory]
    [InlineData("crude_oil", "energy", true)]
    [InlineData("lng", "energy", true)]
    [InlineData("lng", "pipeline_gas", false)]
    [InlineData("energy", "energy", false)]
    [InlineData("cars", "machinery", false)]
    [InlineData("integrated_circuits", "semiconductors", true)]
    public void Parts_know_their_wholes(string part, string whole, bool expected) => Shipped.IsPartOf(part, whole).ShouldBe(expected);

    [Theory]
    [InlineData("x: { word: [a] }", "key 'word'", "did you mean 'words'")]
    [InlineData("x: { words: [a], parent: nowhere }", "parent 'nowhere'", "id of an item")]
    [InlineData("x: { words: [a], kind: good }", "'good'", "did you mean 'goods'")]
    [InlineData("x: { words: [a], hs: [9] }", "'9'", "2, 4 or 6 digits")]
    [InlineData("x: { words: [a] }\ny: { words: [A] }", "'A' for 'y'", "'x' has it")]
    [InlineData("x: { words: [a], parent: y }\ny: { words: [b], parent: x }", "inside itself", "circle")]
    [InlineData("x: words", "'words'", "map of keys")]
    public void Each_mistake_is_located(string yaml, string found, string advice)
    {
        var errors = ItemCatalogue.Parse(yaml, "my/items.yml").Errors;
        errors.ShouldAllBe(e => e.File == "my/items.yml" && e.Line > 0 && e.Column > 0);
        var text = string.Join('\n', errors);
        text.ShouldContain(found);
        text.ShouldContain(advice);
    }

    [Fact]
    public void An_overlay_adds_a_word_without_compilation()
    {
        var items = ItemCatalogue.Parse(
            ShippedCatalogue.ReadText("items.yml"),
            "items.yml",
            ("crude_oil: { words: [black gold] }", "mine.yml")
        );
        items.Errors.ShouldBeEmpty();
        items.ById["crude_oil"].Words.ShouldContain("black gold");
        items.ById["crude_oil"].Words.ShouldContain("crude oil");
        // The phrase was ruled out for gold; now that it means something, its meaning wins.
        items.ById["gold"].AntiWords.ShouldNotContain("black gold");
    }
}
