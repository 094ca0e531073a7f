using Entente.Actors;
using Entente.Claims.Extraction.Events;
using Entente.Claims.Extraction.Votes;
using Entente.Measures;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>
/// Everything extraction knows about the world, indexed by words: actors, measures, items, and the record's events and memberships.
/// Built once per run; safe for any number of threads.
/// </summary>
public sealed class ExtractionCatalogue
{
    private readonly ItemCatalogue items;
    private readonly ActorCatalogue actors;

    public ExtractionCatalogue(ActorCatalogue actors, MeasureCatalogue measures, ItemCatalogue items, IRecord record)
    {
        ArgumentNullException.ThrowIfNull(actors);
        ArgumentNullException.ThrowIfNull(measures);
        ArgumentNullException.ThrowIfNull(items);
        Measures = measures;
        this.items = items;
        Record = record;
        Actors = actors.ByCode;
        this.actors = actors;
        foreach (var alias in actors.Aliases)
            if (alias.Kind != AliasKind.Office && actors.ByCode.TryGetValue(alias.Actor, out var actor))
                Aliases.Add(alias.Text, (actor, alias), alias.CaseExact);
        // Names that contain an actor's name and are not the actor stand in the same index, so that the longest match passes over them.
        foreach (var phrase in actors.Phrases)
            Aliases.Add(phrase, (null, null), caseExact: false);
        foreach (var measure in measures.All)
        {
            foreach (var word in measure.Words)
                MeasureWords.Add(word, (measure.Id, false));
            foreach (var verb in measure.Verbs)
                MeasureVerbs.Add(verb, (measure.Id, true));
            foreach (var word in measure.AntiWords)
                AntiMeasures.Add(word, measure.Id);
        }
        foreach (var item in items.All)
        {
            foreach (var word in item.Words)
                Items.Add(word, item.Id);
            foreach (var word in item.AntiWords)
                AntiItems.Add(word, item.Id);
        }
        Events = new EventFinder(record);
        EventWords = new EventWords(record);
        Ballots = new Ballots(record);
        Uses.Add(WordUse.Alias, Aliases.FirstWords);
        Uses.Add(WordUse.Item, Items.FirstWords);
        Uses.Add(WordUse.AntiItem, AntiItems.FirstWords);
        Uses.Add(WordUse.MeasureWord, MeasureWords.FirstWords);
        Uses.Add(WordUse.MeasureVerb, MeasureVerbs.FirstWords);
        Uses.Add(WordUse.AntiMeasure, AntiMeasures.FirstWords);
        Uses.Add(WordUse.EventName, Events.FirstWords);
        Uses.Add(WordUse.EventKind, EventFinder.Kinds);
        Uses.Add(WordUse.Change, Lexicon.ChangeNouns.Keys);
        Uses.Add(WordUse.Change, Lexicon.ChangeVerbs.Keys);
    }

    /// <summary>Who led a state on a day; null where unknown.</summary>
    internal Actor? LeaderOf(string state, LocalDate day) => actors.LeaderOf(state, day);

    internal bool IsPartOf(string item, string whole) => items.IsPartOf(item, whole);

    internal bool IsPartOfEnergy(string item) => items.IsPartOf(item, "energy");

    /// <summary>True for benchmarks that have a price of their own (Brent, Urals).</summary>
    internal bool IsPriced(string item) => items.ById.TryGetValue(item, out var definition) && definition.Kind == ItemKind.Price;

    /// <summary>True for moneys in which trade is settled.</summary>
    internal bool IsCurrency(string item) => items.ById.TryGetValue(item, out var definition) && definition.Kind == ItemKind.Currency;

    internal MeasureCatalogue Measures { get; }

    internal IRecord Record { get; }

    internal IReadOnlyDictionary<string, Actor> Actors { get; }

    internal PhraseIndex<(Actor? Actor, Alias? Alias)> Aliases { get; } = new();

    internal PhraseIndex<(string Measure, bool Verb)> MeasureWords { get; } = new();

    internal PhraseIndex<(string Measure, bool Verb)> MeasureVerbs { get; } = new();

    internal PhraseIndex<string> AntiMeasures { get; } = new();

    internal PhraseIndex<string> Items { get; } = new();

    internal PhraseIndex<string> AntiItems { get; } = new();

    /// <summary>Which of the indexes below a word is looked up in.</summary>
    internal WordUses Uses { get; } = new();

    internal EventFinder Events { get; }

    internal EventWords EventWords { get; }

    internal Ballots Ballots { get; }

    /// <summary>The state or organisation an actor speaks for: itself, or a person's or company's state.</summary>
    internal static string? PartyOf(Actor actor) =>
        actor.Kind switch
        {
            ActorKind.State => actor.Code,
            ActorKind.Organisation => actor.State ?? actor.Code,
            ActorKind.Person or ActorKind.Company => actor.State,
            _ => actor.Vague ? null : actor.Code,
        };
}
