using Entente.Catalogue;
using NodaTime;

namespace Entente.Actors;

/// <summary>
/// The actors of catalogue/actors.yml: who they are, how texts write them, who held which office when. Immutable and safe for any number
/// of threads. A broken entry is reported in <see cref="Errors"/>; the others stand.
/// </summary>
public sealed class ActorCatalogue
{
    private readonly Dictionary<string, Actor> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Alias>> byText = new(StringComparer.OrdinalIgnoreCase);
    private readonly OfficeHolders holders;

    private ActorCatalogue(ActorReader read, List<CatalogueError> errors)
    {
        var drafts = new List<AliasDraft>(8192);
        foreach (var (_, aliases) in read.Actors)
            drafts.AddRange(aliases);
        AliasConflicts.Mark(drafts, errors);
        AliasConflicts.ApplyPhrases(drafts, read.Phrases);
        var all = new List<Actor>(read.Actors.Count);
        var everyAlias = new List<Alias>(drafts.Count);
        foreach (var (bare, aliases) in read.Actors)
        {
            var finished = aliases.ConvertAll(a => a.Finish());
            var actor = bare with { Aliases = finished };
            all.Add(actor);
            byCode[actor.Code] = actor;
            everyAlias.AddRange(finished);
        }
        foreach (var actor in all)
        foreach (var code in actor.OtherCodes)
            byCode.TryAdd(code, actor);
        foreach (var alias in everyAlias)
        {
            if (!byText.TryGetValue(alias.Text, out var list))
                byText[alias.Text] = list = new List<Alias>(1);
            list.Add(alias);
        }
        All = all;
        Aliases = everyAlias;
        Phrases = read.Phrases;
        Titles = read.Titles;
        Errors = errors;
        holders = new OfficeHolders(all, read.Titles, read.PluralOffices);
    }

    public IReadOnlyList<Actor> All { get; }

    /// <summary>Every alias of every actor, in the order of the file.</summary>
    public IReadOnlyList<Alias> Aliases { get; }

    /// <summary>
    /// Names that contain an alias and are no mention of the actor ("South China Sea", "Washington Post"). A reader that takes the longest
    /// match over aliases and phrases together passes over them; their words are in the aliases' neighbours as well.
    /// </summary>
    public IReadOnlyList<string> Phrases { get; }

    public IReadOnlyList<OfficeTitle> Titles { get; }

    public IReadOnlyList<CatalogueError> Errors { get; }

    /// <summary>Actors by code (ISO3, abbreviation, full name), other codes of data files included.</summary>
    public IReadOnlyDictionary<string, Actor> ByCode => byCode;

    /// <summary>Parses the catalogue and lays overlays over it in order: their scalars replace, their lists append, their new keys add.</summary>
    public static ActorCatalogue Parse(string yaml, string file, params ReadOnlySpan<(string Yaml, string File)> overlays)
    {
        var errors = new List<CatalogueError>();
        var read = new ActorReader(errors);
        read.Read(CatalogueEntries.Read([(yaml, file), .. overlays], errors));
        return new ActorCatalogue(read, errors);
    }

    /// <summary>
    /// The one actor that a code or alias means: exactly as written first, then in any case where the alias allows it. Null where none or
    /// several are meant.
    /// </summary>
    public Actor? Resolve(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (byCode.TryGetValue(name, out var actor))
            return actor;
        var named = Named(name);
        return named.Count == 1 ? named[0] : null;
    }

    /// <summary>All actors that an alias may mean, in the order of the file; those written exactly so exclude those in another case.</summary>
    public IReadOnlyList<Actor> Named(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!byText.TryGetValue(text, out var aliases))
            return [];
        var exact = aliases.FindAll(a => a.Text == text);
        return Distinct(exact.Count > 0 ? exact : aliases.FindAll(a => !a.CaseExact));
    }

    /// <summary>
    /// Who held an office on a day. Where terms overlap because an end is unknown, the later start wins. Null where unknown, or where the
    /// office is one that several hold at once.
    /// </summary>
    /// <param name="title">An office's id ("foreign_minister") or one of its titles ("secretary of state").</param>
    /// <param name="of">Code of the state or organisation.</param>
    /// <param name="day">The day of the holding.</param>
    public Actor? Office(string title, string of, LocalDate day) => holders.Holder(title, of, day);

    /// <summary>
    /// Who is meant on a day by a title with its state: "the Russian president", "U.S. Secretary of State", "president of the European
    /// Commission". Null where the phrase is none, or its holder is not known.
    /// </summary>
    public Actor? Office(string phrase, LocalDate day)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return OfficePhrase.Holder(phrase, day, this, holders);
    }

    /// <summary>Who led a state or organisation on a day, by the office that its entry declares; null where undeclared or unknown.</summary>
    public Actor? LeaderOf(string code, LocalDate day) =>
        byCode.TryGetValue(code, out var actor) && actor.LedBy is { } office ? holders.Holder(office, actor.Code, day) : null;

    private List<Actor> Distinct(List<Alias> aliases)
    {
        var actors = new List<Actor>(aliases.Count);
        foreach (var alias in aliases)
            if (byCode.TryGetValue(alias.Actor, out var actor) && !actors.Contains(actor))
                actors.Add(actor);
        return actors;
    }
}
