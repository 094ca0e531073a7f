using System.Collections.Frozen;
using Entente.Actors;
using Entente.Measures;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction;

/// <summary>A product group's words, as the items catalogue gives them.</summary>
public sealed record ItemWords(string Id, IReadOnlyList<string> Words, IReadOnlyList<string> AntiWords, string? Parent);

/// <summary>
/// Everything extraction knows about the world, indexed by words: actors, measures, items, and the record's events and memberships.
/// Built once per run; safe for any number of threads.
/// </summary>
public sealed class ExtractionCatalogue
{
    internal const string GoodsItem = "goods";

    public ExtractionCatalogue(IReadOnlyList<Actor> actors, MeasureCatalogue measures, IReadOnlyList<ItemWords> items, IRecord record)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(items);
        Measures = measures;
        Record = record;
        Actors = actors.ToFrozenDictionary(a => a.Code, StringComparer.Ordinal);
        ItemParents = items.Where(i => i.Parent is not null).ToFrozenDictionary(i => i.Id, i => i.Parent!, StringComparer.Ordinal);
        foreach (var actor in actors)
            foreach (var alias in actor.Aliases)
                if (alias.Kind != AliasKind.Office)
                    Aliases.Add(alias.Text, (actor, alias), alias.CaseExact || alias.Text.Length <= 3);
        foreach (var measure in measures.All)
        {
            foreach (var word in measure.Words)
                MeasureWords.Add(word, (measure.Id, false));
            foreach (var verb in measure.Verbs)
                MeasureVerbs.Add(verb, (measure.Id, true));
            foreach (var word in measure.AntiWords)
                AntiMeasures.Add(word, measure.Id);
        }
        foreach (var item in items)
        {
            foreach (var word in item.Words)
                Items.Add(word, item.Id);
            foreach (var word in item.AntiWords)
                AntiItems.Add(word, item.Id);
        }
        Events = new EventFinder(record, Actors);
    }

    internal MeasureCatalogue Measures { get; }

    internal IRecord Record { get; }

    internal FrozenDictionary<string, Actor> Actors { get; }

    internal FrozenDictionary<string, string> ItemParents { get; }

    internal PhraseIndex<(Actor Actor, Alias Alias)> Aliases { get; } = new();

    internal PhraseIndex<(string Measure, bool Verb)> MeasureWords { get; } = new();

    internal PhraseIndex<(string Measure, bool Verb)> MeasureVerbs { get; } = new();

    internal PhraseIndex<string> AntiMeasures { get; } = new();

    internal PhraseIndex<string> Items { get; } = new();

    internal PhraseIndex<string> AntiItems { get; } = new();

    internal EventFinder Events { get; }

    /// <summary>The state or organisation an actor speaks for: itself, or a person's or company's state.</summary>
    internal static string? PartyOf(Actor actor) => actor.Kind switch
    {
        ActorKind.State or ActorKind.Organisation => actor.Code,
        ActorKind.Person or ActorKind.Company => actor.State,
        _ => actor.Vague ? null : actor.Code,
    };
}
