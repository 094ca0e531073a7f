using Entente.Catalogue;
using NodaTime;

namespace Entente.Actors;

/// <summary>
/// Turns the merged entries of actors.yml into actors. A broken entry is reported; it is left out only where its kind is unknown, since a
/// state without its capital is still a state.
/// </summary>
internal sealed class ActorReader(List<CatalogueError> errors)
{
    public const string PhrasesKey = "_phrases";

    private static readonly string[] Kinds = ["state", "organisation", "group", "person", "company", "office"];
    private static readonly string[] Statuses = ["contested", "territory", "historical", "aggregate"];
    private static readonly string[] WordKeys =
    [
        "kind",
        "name",
        "names",
        "adjectives",
        "demonyms",
        "metonyms",
        "prefixes",
        "exact",
        "shared",
        "not-before",
        "not-after",
        "note",
    ];
    private static readonly string[] StateKeys =
    [
        .. WordKeys,
        "capital",
        "iso2",
        "cow",
        "gw",
        "regions",
        "status",
        "led-by",
        "of",
        "from",
        "to",
        "successor",
        "other-codes",
    ];
    private static readonly string[] OrganisationKeys =
    [
        .. WordKeys,
        "capital",
        "iso2",
        "regions",
        "status",
        "led-by",
        "of",
        "from",
        "to",
        "members",
        "other-codes",
        "trade-bloc",
        "near",
    ];
    private static readonly string[] GroupKeys = [.. WordKeys, "members", "vague", "near", "regions", "other-codes"];
    private static readonly string[] PersonKeys =
    [
        "kind",
        "names",
        "state",
        "surname",
        "surname-alone",
        "offices",
        "exact",
        "shared",
        "not-before",
        "not-after",
        "note",
    ];
    private static readonly string[] CompanyKeys = [.. WordKeys, "of"];
    private static readonly string[] OfficeKeys = ["kind", "titles", "by-state", "plural", "note"];
    private static readonly string[] TermKeys = ["office", "of", "from", "to"];

    private readonly EntryReader reader = new(errors);
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);

    public List<(Actor Actor, List<AliasDraft> Aliases)> Actors { get; } = [];

    public List<OfficeTitle> Titles { get; } = [];

    /// <summary>Offices that several people hold at once.</summary>
    public HashSet<string> PluralOffices { get; } = new(StringComparer.Ordinal);

    public List<string> Phrases { get; } = [];

    public void Read(List<(string Key, LocatedNode Node)> entries)
    {
        foreach (var (key, node) in entries)
            if (node["kind"]?.Scalar is { } kind)
                kinds[key] = kind;
        foreach (var (key, node) in entries)
        {
            if (key == PhrasesKey)
                Phrases.AddRange(reader.WordList(node, key));
            else if (node.Entries is null)
                reader.Error(node, EntryReader.Form(node), $"a map of keys for '{key}'", $"{key}: {{ kind: state, name: … }}");
            else if (node["kind"] is not { } kind)
                reader.Error(node, $"'{key}' without 'kind'", $"'kind:' one of {string.Join(", ", Kinds)}");
            else if (kind.Scalar == "office")
                ReadOffice(key, node);
            else if (KindOf(kind) is { } known)
                ReadActor(key, known, node);
        }
    }

    private ActorKind? KindOf(LocatedNode kind)
    {
        switch (kind.Scalar)
        {
            case "state":
                return ActorKind.State;
            case "organisation":
                return ActorKind.Organisation;
            case "group":
                return ActorKind.Group;
            case "person":
                return ActorKind.Person;
            case "company":
                return ActorKind.Company;
            default:
                reader.Error(
                    kind,
                    $"kind {EntryReader.Form(kind)}",
                    $"one of {string.Join(", ", Kinds)}",
                    EntryReader.Nearest(kind.Scalar ?? "", Kinds)
                );
                return null;
        }
    }

    private void ReadActor(string code, ActorKind kind, LocatedNode node)
    {
        reader.Keys(
            code,
            node,
            kind switch
            {
                ActorKind.State => StateKeys,
                ActorKind.Organisation => OrganisationKeys,
                ActorKind.Group => GroupKeys,
                ActorKind.Person => PersonKeys,
                _ => CompanyKeys,
            }
        );
        var status = StatusOf(node);
        var name = reader.Text(node, "name") ?? code;
        if (kind is ActorKind.State && name == code)
            reader.Error(node, $"state '{code}' without 'name'", "the name by which reports call it");
        var home = Reference(node, kind == ActorKind.Person ? "state" : "of");
        if (kind is ActorKind.Person or ActorKind.Company && home is null && node[kind == ActorKind.Person ? "state" : "of"] is null)
            reader.Error(node, $"{KindName(kind)} '{code}' without a state", kind == ActorKind.Person ? "'state: CODE'" : "'of: CODE'");
        var from = reader.Date(node, "from");
        var to = reader.Date(node, "to");
        Ordered(code, from, to, node);
        var adjectives = reader.Words(node, "adjectives");
        var actor = new Actor
        {
            Code = code,
            Kind = kind,
            Name = name,
            Adjective = adjectives.Count > 0 ? adjectives[0] : null,
            Iso2 = reader.Text(node, "iso2"),
            Cow = reader.Number(node, "cow"),
            Gw = reader.Number(node, "gw"),
            Regions = reader.Words(node, "regions"),
            Members = References(node, "members"),
            Vague = reader.Flag(node, "vague", otherwise: false),
            State = home,
            Offices = kind == ActorKind.Person ? Terms(code, home, node) : [],
            Status = status,
            Capital = reader.Text(node, "capital"),
            LedBy = Reference(node, "led-by"),
            Near = Reference(node, "near"),
            Successor = Reference(node, "successor"),
            OtherCodes = reader.Words(node, "other-codes"),
            IsTradeBloc = reader.Flag(node, "trade-bloc", otherwise: false),
            From = from,
            To = to,
        };
        if (kind == ActorKind.Group && !actor.Vague && actor.Members.Count == 0)
            reader.Error(node, $"group '{code}' without members", "'members: [CODE, …]', or 'vague: true' where the list is not definite");
        Actors.Add((actor, new AliasReader(reader).Read(code, name, kind, status, node)));
    }

    private ActorStatus StatusOf(LocatedNode node)
    {
        if (node["status"] is not { } status)
            return ActorStatus.Ordinary;
        var at = Array.IndexOf(Statuses, status.Scalar);
        if (at < 0)
            reader.Error(
                status,
                $"status {EntryReader.Form(status)}",
                $"one of {string.Join(", ", Statuses)}",
                "leave it out for an ordinary member of the United Nations"
            );
        return at < 0 ? ActorStatus.Ordinary : (ActorStatus)(at + 1);
    }

    private List<OfficeTerm> Terms(string code, string? home, LocatedNode node)
    {
        var terms = new List<OfficeTerm>();
        if (node["offices"] is not { } offices)
            return terms;
        if (offices.Items is null)
        {
            reader.Error(offices, EntryReader.Form(offices), $"a list of offices of '{code}'", "[{ office: president, from: 2012-05-07 }]");
            return terms;
        }
        foreach (var item in offices.Items)
        {
            if (item.Entries is null)
            {
                reader.Error(item, EntryReader.Form(item), "a map with 'office' and dates", "{ office: president, from: 2012-05-07 }");
                continue;
            }
            reader.Keys(code, item, TermKeys);
            if (Reference(item, "office") is not { } office || (Reference(item, "of") ?? home) is not { } of)
            {
                if (item["office"] is null)
                    reader.Error(item, "a term without 'office'", "'office:' the id of an office of this file");
                continue;
            }
            var from = reader.Date(item, "from");
            var to = reader.Date(item, "to");
            Ordered(code, from, to, item);
            terms.Add(
                new OfficeTerm
                {
                    Office = office,
                    Of = of,
                    From = from,
                    To = to,
                }
            );
        }
        return terms;
    }

    private void ReadOffice(string id, LocatedNode node)
    {
        reader.Keys(id, node, OfficeKeys);
        if (reader.Flag(node, "plural", otherwise: false))
            PluralOffices.Add(id);
        foreach (var title in reader.Words(node, "titles"))
            Titles.Add(new OfficeTitle { Text = title, Office = id });
        if (node["titles"] is null)
            reader.Error(node, $"office '{id}' without 'titles'", "the words by which texts call its holder");
        if (node["by-state"] is not { } byState)
            return;
        if (byState.Entries is null)
        {
            reader.Error(byState, EntryReader.Form(byState), "a map of code to titles", "{ USA: [secretary of state] }");
            return;
        }
        foreach (var (of, titles) in byState.Entries)
        {
            if (!kinds.ContainsKey(of))
                reader.Error(titles, $"titles for '{of}'", "the code of a state or organisation of the catalogue");
            foreach (var title in reader.WordList(titles, of))
                Titles.Add(
                    new OfficeTitle
                    {
                        Text = title,
                        Office = id,
                        Of = of,
                    }
                );
        }
    }

    private void Ordered(string code, LocalDate? from, LocalDate? to, LocatedNode node)
    {
        if (from > to)
            reader.Error(node["to"] ?? node, $"'{code}' from {Iso(from.Value)} to {Iso(to.Value)}", "an end on or after the start");
    }

    private string? Reference(LocatedNode node, string key) =>
        reader.Text(node, key) is { } code && Known(code, key, node[key]!) ? code : null;

    private List<string> References(LocatedNode node, string key)
    {
        var codes = new List<string>();
        foreach (var code in reader.Words(node, key))
            if (Known(code, key, node[key]!))
                codes.Add(code);
        return codes;
    }

    private bool Known(string code, string key, LocatedNode at)
    {
        var office = key is "office" or "led-by";
        if (kinds.TryGetValue(code, out var kind) && kind == "office" == office)
            return true;
        var names = kinds.Where(k => k.Value == "office" == office && k.Value != "person").Select(k => k.Key).ToArray();
        reader.Error(
            at,
            $"'{code}' as '{key}'",
            office ? "the id of an office of the catalogue" : "the code of an actor of the catalogue",
            EntryReader.Nearest(code, names)
        );
        return false;
    }

    private static string KindName(ActorKind kind) => kind == ActorKind.Person ? "person" : "company";

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
