using Entente.Actors;
using Entente.Measures;

namespace Entente.Checking.Consistency;

/// <summary>What the catalogue knows, as consistency asks for it.</summary>
public static class CatalogueVocabulary
{
    public static ConsistencyVocabulary From(MeasureCatalogue measures, ItemCatalogue items, ActorCatalogue actors) =>
        new()
        {
            IsState = code => actors.ByCode.TryGetValue(code, out var actor) && actor.Kind == ActorKind.State,
            ItemWithin = items.IsPartOf,
            ItemsApart = (a, b) => Apart(items, a, b),
            DimensionOf = id => measures.ById.TryGetValue(id, out var measure) ? measure.Dimension : null,
            Cumulative = id => measures.ById.TryGetValue(id, out var measure) && measure.Cumulative,
            NameOf = code => actors.ByCode.TryGetValue(code, out var actor) ? actor.Name : code,
        };

    /// <summary>Two groups of goods exclude each other where the codes that make them up do; without codes nothing is known.</summary>
    private static bool Apart(ItemCatalogue items, string a, string b)
    {
        if (
            a == b
            || !items.ById.TryGetValue(a, out var one)
            || !items.ById.TryGetValue(b, out var other)
            || items.IsPartOf(a, b)
            || items.IsPartOf(b, a)
        )
            return false;
        if (one.Hs.Count == 0 || other.Hs.Count == 0)
            return false;
        foreach (var x in one.Hs)
        foreach (var y in other.Hs)
            if (x.StartsWith(y, StringComparison.Ordinal) || y.StartsWith(x, StringComparison.Ordinal))
                return false;
        return true;
    }
}
