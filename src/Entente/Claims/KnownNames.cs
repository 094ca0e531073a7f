using System.Collections.Frozen;
using Entente.Actors;
using Entente.Claims.Language;
using Entente.Measures;
using Entente.Record;

namespace Entente.Claims;

/// <summary>The names that expressions may use: those of the catalogues, and the events and bodies of the record.</summary>
public sealed class KnownNames(ActorCatalogue actors, ItemCatalogue items, MeasureCatalogue measures, IRecord record) : ITypeEnvironment
{
    // Bodies that vote without a list of members in the record.
    private static readonly FrozenSet<string> VotingBodies = new[] { "UNSC", "UNGA", "P5" }.ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, MeasureDefinition> Measures => measures.ById;

    public bool Knows(NameKind kind, string name) =>
        kind switch
        {
            NameKind.Actor => name is "WLD" || actors.ByCode.ContainsKey(name),
            NameKind.Body => VotingBodies.Contains(name)
                || record.Memberships(name).Count > 0
                || (actors.ByCode.TryGetValue(name, out var actor) && actor.Kind is ActorKind.Organisation or ActorKind.Group),
            NameKind.Item => items.ById.ContainsKey(name),
            NameKind.Event => record.Event(name) is not null,
            _ => false,
        };

    public IEnumerable<string> Names(NameKind kind) =>
        kind switch
        {
            NameKind.Actor => actors.ByCode.Keys,
            NameKind.Body => VotingBodies.Concat(record.Bodies),
            NameKind.Item => items.ById.Keys,
            NameKind.Event => record.Events.Select(e => e.Id),
            _ => [],
        };
}
