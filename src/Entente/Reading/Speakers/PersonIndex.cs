using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Finds the full name that a document gives a person elsewhere: "Blinken" where "Antony Blinken" stands.</summary>
internal sealed class PersonIndex
{
    /// <summary>Names are introduced early; a longer document is not searched to its end for each of them.</summary>
    private const int Searched = 200_000;

    private const int MostNames = 500;

    private readonly string text;
    private readonly Dictionary<string, string> full = new(StringComparer.Ordinal);

    public PersonIndex(string document) => text = document.Length > Searched ? document[..Searched] : document;

    /// <summary>The full name where the document gives exactly one for a name of one word; else the name as it is.</summary>
    public string Full(string name)
    {
        if (name.Contains(" and ", StringComparison.Ordinal))
            return string.Join(" and ", name.Split(" and ").Select(Full));
        if (name.Contains(' ', StringComparison.Ordinal) || name.Length < 2)
            return name;
        if (full.TryGetValue(name, out var known))
            return known;
        if (full.Count >= MostNames)
            return name;
        return full[name] = Search(name);
    }

    /// <summary>The name in the document whose words begin with these letters ("YS": Yun Sun); null where there is none or several.</summary>
    public string? ByInitials(string initials)
    {
        string? found = null;
        var at = 0;
        while (at < text.Length)
        {
            if (text[at] != initials[0] || (at > 0 && char.IsLetter(text[at - 1])) || NameAt(at, initials) is not { } name)
            {
                at++;
                continue;
            }
            if (found is not null && found != name)
                return null;
            found = name;
            at += name.Length;
        }
        return found;
    }

    private string? NameAt(int at, string initials)
    {
        var start = at;
        for (var i = 0; i < initials.Length; i++)
        {
            if (i > 0 && (at >= text.Length || text[at++] is not (' ' or '\u00A0')))
                return null;
            if (at >= text.Length || text[at] != initials[i])
                return null;
            var word = at;
            while (at < text.Length && (char.IsLetter(text[at]) || text[at] == '-'))
                at++;
            var lower = text[word..at].ToLowerInvariant();
            if (
                at - word < 2
                || !char.IsLower(text[word + 1])
                || NameWords.IsRole(lower)
                || NameWords.IsInstitution(lower)
                || Abbreviations.Opens(lower)
            )
                return null;
        }
        // A longer run of capitals is another name.
        return at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]) ? null : text[start..at];
    }

    private string Search(string name)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var familyFirst = NameWords.IsFamilyFirst(name.ToLowerInvariant());
        var at = 0;
        while ((at = text.IndexOf(name, at, StringComparison.Ordinal)) >= 0)
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
            {
                if ((Before(at, name) ?? (familyFirst ? After(at, end) : null)) is { } found)
                    counts[found] = counts.GetValueOrDefault(found) + 1;
            }
            at = end;
        }
        if (counts.Count == 0)
            return name;
        var best = counts.OrderByDescending(c => c.Value).ThenByDescending(c => c.Key.Length).ToList();
        // Two people of one family name, about as often named: nobody can tell which.
        return best.Count > 1 && best[0].Value == best[1].Value && !Same(best[0].Key, best[1].Key) ? name : best[0].Key;
    }

    /// <summary>"Joseph R. Biden" and "Joseph Biden" are one.</summary>
    private static bool Same(string a, string b) => a.Split(' ')[0] == b.Split(' ')[0];

    /// <summary>Up to three given names, initials and particles directly before a family name.</summary>
    private string? Before(int at, string name)
    {
        var from = at;
        var givenNames = 0;
        while (from > 1 && text[from - 1] is ' ' or '\u00A0' && givenNames < 3)
        {
            var end = from - 1;
            var start = end;
            while (start > 0 && (char.IsLetter(text[start - 1]) || text[start - 1] is '-' or '.'))
                start--;
            var word = text[start..end];
            if (word.Length == 0)
                break;
            var lower = word.ToLowerInvariant();
            var isInitial = word.Length == 2 && word[1] == '.' && char.IsUpper(word[0]);
            if (
                !isInitial
                && (
                    word.Contains('.', StringComparison.Ordinal)
                    || NameWords.IsRole(lower)
                    || NameWords.IsDay(lower)
                    || NameWords.IsInstitution(lower)
                    || Abbreviations.Opens(word)
                )
            )
                break;
            if (!char.IsUpper(word[0]) && !NameWords.IsParticle(word))
                break;
            if (!isInitial && word.Length > 1 && word.All(char.IsUpper))
                break; // an abbreviation such as EU or NATO is no given name
            givenNames += NameWords.IsParticle(word) ? 0 : 1;
            from = start;
        }
        // A particle or an adjective of nationality alone is no given name: "Russian Gazprom".
        if (givenNames == 0)
            return null;
        // "the embassy in Cairo Nadia Ann Haddad": a place before the names.
        if (givenNames == 3 && from >= 4 && text.AsSpan(0, from).EndsWith(" in "))
            from = text.IndexOf(' ', from) + 1;
        var given = text[from..(at - 1)];
        return givenNames == 1 && IsNationality(given) ? null : $"{given} {name}".Replace('\u00A0', ' ');
    }

    private static bool IsNationality(string word) =>
        word.EndsWith("ese", StringComparison.Ordinal)
        || word.EndsWith("ish", StringComparison.Ordinal)
        || word.EndsWith("ssian", StringComparison.Ordinal)
        || word.EndsWith("inian", StringComparison.Ordinal)
        || word.EndsWith("rican", StringComparison.Ordinal)
        || word.EndsWith("ean", StringComparison.Ordinal) && word is not "Sean" and not "Jean" and not "Dean"
        || word
            is "French"
                or "German"
                or "Indian"
                or "Iranian"
                or "Italian"
                or "Canadian"
                or "Belarusian"
                or "Hungarian"
                or "Australian"
                or "Brazilian"
                or "Dutch";

    private string? After(int at, int end)
    {
        if (end + 1 >= text.Length || text[end] is not (' ' or '\u00A0') || !char.IsUpper(text[end + 1]))
            return null;
        var last = end + 1;
        while (
            last < text.Length
            && (char.IsLetter(text[last]) || (text[last] == '-' && last + 1 < text.Length && char.IsLetter(text[last + 1])))
        )
            last++;
        var given = text[(end + 1)..last];
        var lower = given.ToLowerInvariant();
        var isName =
            given.Length > 1
            && given.Any(char.IsLower)
            && !NameWords.IsRole(lower)
            && !NameWords.IsDay(lower)
            && !NameWords.IsInstitution(lower);
        return isName ? text[at..last].Replace('\u00A0', ' ') : null;
    }
}
