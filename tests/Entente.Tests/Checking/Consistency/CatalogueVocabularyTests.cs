using Entente.Actors;
using Entente.Checking.Consistency;
using Entente.Measures;

namespace Entente.Tests.Checking.Consistency;

/// <summary>The catalogue that ships, asked what is part of what.</summary>
public class CatalogueVocabularyTests
{
    private static readonly ConsistencyVocabulary Shipped = CatalogueVocabulary.From(
        MeasureCatalogue.Parse(Read("measures.yml"), "measures.yml"),
        ItemCatalogue.Parse(Read("items.yml"), "items.yml"),
        ActorCatalogue.Parse(Read("actors.yml"), "actors.yml")
    );

    [Fact]
    public void Knows_parts_and_what_excludes_each_other()
    {
        Shipped.ItemWithin("crude_oil", "energy").ShouldBeTrue();
        Shipped.ItemWithin("cars", "energy").ShouldBeFalse();
        Shipped.ItemsApart("cars", "energy").ShouldBeTrue();
        Shipped.ItemsApart("crude_oil", "energy").ShouldBeFalse();
        Shipped.ItemsApart("energy", "energy").ShouldBeFalse();
        Shipped.ItemsApart("energy", "no_such_item").ShouldBeFalse();
        Shipped.IsState("CHN").ShouldBeTrue();
        Shipped.IsState("EU").ShouldBeFalse();
        Shipped.IsState("SCO").ShouldBeFalse();
        Shipped.NameOf("DEU").ShouldBe("Germany");
    }

    private static string Read(string file) => File.ReadAllText(Path.Combine(Clone.Root, "catalogue", file));
}
