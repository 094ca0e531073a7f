using Entente.Actors;

namespace Entente.Tests.Actors;

/// <summary>The catalogue that ships, read once for all tests.</summary>
internal static class ShippedCatalogue
{
    public static ActorCatalogue Actors { get; } = ActorCatalogue.Parse(ReadText("actors.yml"), "catalogue/actors.yml");

    public static ItemCatalogue Items { get; } = ItemCatalogue.Parse(ReadText("items.yml"), "catalogue/items.yml");

    public static string ReadText(string name) => File.ReadAllText(Path.Combine(Clone.Root, "catalogue", name));
}
