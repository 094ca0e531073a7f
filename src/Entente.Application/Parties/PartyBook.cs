using System.Text;
using Entente.Actors;
using Entente.Actors.Identity;
using Entente.Profiles;

namespace Entente.Application.Parties;

/// <summary>A party that some letters may mean, and why.</summary>
/// <param name="Actor">Who.</param>
/// <param name="By">The way of writing it that fits, where that is neither its name nor its code; null otherwise.</param>
internal sealed record PartyMatch(Actor Actor, string? By);

/// <summary>Who can be a party of a pair: the states and organisations of the catalogue, found by code, by name and by whatever else they are called.</summary>
internal sealed class PartyBook(ActorCatalogue actors, Func<StateCodes> states)
{
    private const int MostSuggested = 3;

    private readonly IReadOnlyList<Entry> entries =
    [
        .. actors
            .All.Where(a => a.Kind is ActorKind.State or ActorKind.Organisation && a.Status != ActorStatus.Aggregate)
            .OrderBy(a => a.Name, StringComparer.Ordinal)
            .Select(a => new Entry(
                a,
                Plain(a.Code),
                Plain(a.Name),
                [
                    .. a
                        .Aliases.Where(n => n.Kind is AliasKind.Name or AliasKind.FullName or AliasKind.Adjective or AliasKind.Demonym)
                        .Select(n => (n.Text, Plain(n.Text)))
                        .Concat(a.OtherCodes.Select(c => (c, Plain(c))))
                        .DistinctBy(n => n.Item2),
                ]
            )),
    ];

    /// <summary>The party that a code or a name means; null where none or several are meant.</summary>
    public ProfileParty? Find(string typed)
    {
        var actor =
            actors.ByCode.TryGetValue(typed, out var exact) ? exact
            : actors.ByCode.TryGetValue(typed.ToUpperInvariant(), out var upper) ? upper
            : actors.Resolve(typed);
        return actor is { Kind: ActorKind.State or ActorKind.Organisation } ? new(actor.Code, actor.Name) : null;
    }

    /// <summary>Who may be meant by the beginning of a word, the likeliest first; everybody by name where nothing was typed.</summary>
    public IReadOnlyList<PartyMatch> Search(string typed)
    {
        var wanted = Plain(typed);
        if (wanted.Length == 0)
            return [.. entries.Select(e => new PartyMatch(e.Actor, null))];
        return
        [
            .. entries
                .Select(e => (Entry: e, Fit: Fit(e, wanted)))
                .Where(e => e.Fit.Rank < int.MaxValue)
                .OrderBy(e => e.Fit.Rank)
                .ThenBy(e => e.Entry.Actor.Kind)
                .ThenBy(e => e.Entry.Actor.Status)
                .ThenBy(e => e.Entry.Actor.Name, StringComparer.Ordinal)
                .Select(e => new PartyMatch(e.Entry.Actor, e.Fit.By)),
        ];
    }

    /// <summary>What is wrong with a name that means nobody, and who may have been meant.</summary>
    public InputProblem Unknown(string where, string typed)
    {
        var near = Search(typed).Take(MostSuggested).Select(m => m.Actor).ToList();
        if (near.Count == 0)
            near =
            [
                .. states()
                    .Nearest(CodeSystem.Name, typed, MostSuggested)
                    .Select(Find)
                    .OfType<ProfileParty>()
                    .Select(p => actors.ByCode[p.Code]),
            ];
        return new()
        {
            Where = where,
            Found = $"'{typed}'",
            Expected = "the code or the name of a state or organisation of the catalogue, such as CHN or China",
            Hint = near.Count == 0 ? null : $"perhaps {string.Join(", ", near.Select(a => $"{a.Code} ({a.Name})"))}",
        };
    }

    private static (int Rank, string? By) Fit(Entry entry, string wanted)
    {
        if (entry.Code == wanted)
            return (0, null);
        if (entry.Name.StartsWith(wanted, StringComparison.Ordinal))
            return (1, null);
        if (entry.Code.StartsWith(wanted, StringComparison.Ordinal))
            return (2, null);
        foreach (var (text, plain) in entry.Others)
            if (plain.StartsWith(wanted, StringComparison.Ordinal))
                return (3, text);
        if (Within(entry.Name, wanted))
            return (4, null);
        foreach (var (text, plain) in entry.Others)
            if (Within(plain, wanted))
                return (5, text);
        return (int.MaxValue, null);
    }

    /// <summary>Where one of its words begins so.</summary>
    private static bool Within(string text, string wanted) => text.Contains(" " + wanted, StringComparison.Ordinal);

    /// <summary>Without case and accents: nobody types Türkiye or Côte d'Ivoire to find them.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var written in text.Trim())
            if (PlainLetters.Of(written) is { } c)
                plain.Append(c is '’' ? '\'' : c);
        return plain.ToString();
    }

    private sealed record Entry(Actor Actor, string Code, string Name, IReadOnlyList<(string Text, string Plain)> Others);
}
