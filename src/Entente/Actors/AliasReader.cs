using Entente.Catalogue;

namespace Entente.Actors;

/// <summary>Reads the words of one actor's entry into aliases, each text once: a name before an adjective, an adjective before a demonym.</summary>
internal sealed class AliasReader(EntryReader reader)
{
    public List<AliasDraft> Read(string code, string name, ActorKind kind, ActorStatus status, LocatedNode node)
    {
        var drafts = new List<AliasDraft>();
        if (kind == ActorKind.Person)
        {
            ReadPerson(code, name, node, drafts);
        }
        else
        {
            var named = kind == ActorKind.Group ? AliasKind.Group : AliasKind.Name;
            // "World" is how reports print a sum over partners; as a word of a text it is no mention of one.
            if (status != ActorStatus.Aggregate)
                Add(code, name, named, node, drafts);
            Add(code, "names", named, node, drafts, reader.Words(node, "names"));
            Add(code, "adjectives", AliasKind.Adjective, node, drafts, reader.Words(node, "adjectives"));
            Add(code, "demonyms", AliasKind.Demonym, node, drafts, reader.Words(node, "demonyms"));
            Add(code, "metonyms", AliasKind.Metonym, node, drafts, reader.Words(node, "metonyms"));
            Add(code, "prefixes", AliasKind.Prefix, node, drafts, reader.Words(node, "prefixes"));
        }
        Mark(node, "exact", drafts, draft => draft.CaseExact = true);
        Mark(node, "shared", drafts, draft => draft.DeclaredShared = true);
        RuleOut(node, "not-before", drafts, (draft, words) => draft.RuleOutBefore(words));
        RuleOut(node, "not-after", drafts, (draft, words) => draft.RuleOutAfter(words));
        foreach (var draft in drafts.ToList())
            if (draft.CaseExact && draft.Text.StartsWith("the ", StringComparison.Ordinal))
                drafts.Add(AtSentenceStart(draft));
        return drafts;
    }

    private void ReadPerson(string code, string name, LocatedNode node, List<AliasDraft> drafts)
    {
        var surname = reader.Text(node, "surname") ?? name[(name.LastIndexOf(' ') + 1)..];
        var alone = reader.Flag(node, "surname-alone", otherwise: true);
        Add(code, name, AliasKind.FullName, node, drafts);
        foreach (var other in reader.Words(node, "names"))
            Add(
                code,
                other,
                other.Contains(' ', StringComparison.Ordinal) || IsCapitals(other) ? AliasKind.FullName : AliasKind.Surname,
                node,
                drafts
            );
        Add(code, surname, AliasKind.Surname, node, drafts);
        foreach (var draft in drafts)
        {
            if (draft.Kind != AliasKind.Surname)
                continue;
            draft.CaseExact = true;
            draft.OnlyAfterFullName = !alone;
        }
    }

    private static void Add(string code, string key, AliasKind kind, LocatedNode node, List<AliasDraft> drafts, IReadOnlyList<string> words)
    {
        var place = node[key] ?? node;
        for (var i = 0; i < words.Count; i++)
            Add(code, words[i], kind, place.Items is { } items && i < items.Count ? items[i] : place, drafts);
    }

    private static void Add(string code, string text, AliasKind kind, LocatedNode place, List<AliasDraft> drafts)
    {
        foreach (var draft in drafts)
            if (draft.Text == text)
                return;
        drafts.Add(new AliasDraft(text, code, kind, place) { CaseExact = IsCapitals(text) });
    }

    // "US" and "U.N." in capitals are abbreviations; in small letters they are other words or nothing.
    private static bool IsCapitals(string text)
    {
        var letters = 0;
        foreach (var c in text)
        {
            if (char.IsLower(c) || c == ' ')
                return false;
            if (char.IsUpper(c))
                letters++;
        }
        return letters >= 2 || (letters == 1 && text.Length > 1);
    }

    private static AliasDraft AtSentenceStart(AliasDraft draft) =>
        new("The " + draft.Text[4..], draft.Actor, draft.Kind, draft.Place)
        {
            CaseExact = true,
            DeclaredShared = draft.DeclaredShared,
            NotBefore = draft.NotBefore,
            NotAfter = draft.NotAfter,
        };

    private void Mark(LocatedNode node, string key, List<AliasDraft> drafts, Action<AliasDraft> mark)
    {
        foreach (var word in reader.Words(node, key))
            if (Find(word, node[key]!, key, drafts) is { } draft)
                mark(draft);
    }

    private void RuleOut(LocatedNode node, string key, List<AliasDraft> drafts, Action<AliasDraft, string> ruleOut)
    {
        if (node[key] is not { } map)
            return;
        if (map.Entries is null)
        {
            reader.Error(map, EntryReader.Form(map), $"a map of alias to words for '{key}'", "{ Washington: [Post, Times] }");
            return;
        }
        foreach (var (alias, words) in map.Entries)
            if (Find(alias, words, key, drafts) is { } draft)
                foreach (var word in reader.WordList(words, alias))
                    ruleOut(draft, word);
    }

    private AliasDraft? Find(string text, LocatedNode at, string key, List<AliasDraft> drafts)
    {
        foreach (var draft in drafts)
            if (draft.Text == text)
                return draft;
        var names = drafts.Select(d => d.Text).ToArray();
        reader.Error(at, $"'{text}' under '{key}'", "an alias of the same entry, written the same way", EntryReader.Nearest(text, names));
        return null;
    }
}
