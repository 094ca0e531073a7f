using Entente.Catalogue;

namespace Entente.Actors;

/// <summary>What aliases do to one another: texts that two actors share, and phrases that contain an alias and mean something else.</summary>
internal static class AliasConflicts
{
    /// <summary>
    /// Marks texts of several actors as shared. Surnames share freely (texts introduce people); any other sharing must be declared under
    /// 'shared' in each entry, since it is a mistake more often than not.
    /// </summary>
    public static void Mark(List<AliasDraft> drafts, List<CatalogueError> errors)
    {
        var first = new Dictionary<string, AliasDraft>(drafts.Count, StringComparer.Ordinal);
        foreach (var draft in drafts)
        {
            if (first.TryAdd(draft.Text, draft))
                continue;
            var other = first[draft.Text];
            if (other.Actor == draft.Actor)
                continue;
            other.Shared = draft.Shared = true;
            if (draft.Kind == AliasKind.Surname || other.Kind == AliasKind.Surname || (draft.DeclaredShared && other.DeclaredShared))
                continue;
            errors.Add(
                CatalogueEntries.Located(
                    draft.Place,
                    $"'{draft.Text}' for both {other.Actor} and {draft.Actor}",
                    "a word of one actor",
                    $"drop one, or list it under 'shared' in both (the other stands at {other.Place.File}:{other.Place.Line})"
                )
            );
        }
    }

    /// <summary>
    /// Lets each phrase rule out the aliases inside it: by the words that follow ("Sea" after "China"), else by those before ("Bank of"
    /// before "England").
    /// </summary>
    public static void ApplyPhrases(List<AliasDraft> drafts, List<string> phrases)
    {
        var byText = drafts.ToLookup(d => d.Text, StringComparer.Ordinal);
        foreach (var phrase in phrases)
        {
            for (var start = 0; start < phrase.Length; start = NextWord(phrase, start))
            {
                for (var end = WordEnd(phrase, start); end <= phrase.Length; end = WordEnd(phrase, end + 1))
                {
                    if (start == 0 && end == phrase.Length)
                        break;
                    foreach (var draft in byText[phrase[start..end]])
                    {
                        if (end < phrase.Length)
                            draft.RuleOutBefore(phrase[(end + 1)..]);
                        else
                            draft.RuleOutAfter(phrase[..(start - 1)]);
                    }
                    if (end == phrase.Length)
                        break;
                }
            }
        }
    }

    private static int WordEnd(string phrase, int from) => phrase.IndexOf(' ', from) is var at && at < 0 ? phrase.Length : at;

    private static int NextWord(string phrase, int from) => phrase.IndexOf(' ', from) is var at && at < 0 ? phrase.Length : at + 1;
}
