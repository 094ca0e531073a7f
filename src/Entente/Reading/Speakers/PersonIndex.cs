using Entente.Reading.Text;

namespace Entente.Reading.Speakers;

/// <summary>Finds the full name that a document gives a person elsewhere: "Blinken" where "Antony Blinken" stands.</summary>
internal sealed class PersonIndex
{
    /// <summary>Names are introduced early; a longer document is not searched to its end for each of them.</summary>
    private const int Searched = 200_000;

    private const int MostNames = 500;

    /// <summary>"van der Meulen" and the like; a longer name is a full one.</summary>
    private const int LongestSurname = 30;

    private readonly string text;
    private readonly Dictionary<string, string> full = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> offices = new(StringComparer.Ordinal);

    public PersonIndex(string document) => text = document.Length > Searched ? document[..Searched] : document;

    /// <summary>The full name where the document gives exactly one for a name of one word; else the name as it is.</summary>
    public string Full(string name)
    {
        if (name.Contains(" and ", StringComparison.Ordinal))
            return string.Join(" and ", name.Split(" and ").Select(Full));
        if (name.Length < 2)
            return name;
        if (name.Contains(' ', StringComparison.Ordinal))
            return
                name.Length <= LongestSurname
                && NameWords.IsParticle(name[..name.IndexOf(' ', StringComparison.Ordinal)].ToLowerInvariant())
                ? Particled(name)
                : name;
        if (full.TryGetValue(name, out var known))
            return known;
        if (full.Count >= MostNames)
            return name;
        return full[name] = Search(name);
    }

    /// <summary>"Van der Meulen" where "Luis van der Meulen" stands.</summary>
    private string Particled(string name)
    {
        if (full.TryGetValue(name, out var known))
            return known;
        if (full.Count >= MostNames)
            return name;
        var found = Search(char.ToLowerInvariant(name[0]) + name[1..]);
        return full[name] = found.Contains(' ', StringComparison.Ordinal) && found.Length > name.Length ? found : name;
    }

    /// <summary>The full name of the one person whom a document calls by this given name; null where there is none or several.</summary>
    public string? ByGiven(string given)
    {
        string? found = null;
        var at = 0;
        while ((at = text.IndexOf(given + " ", at, StringComparison.Ordinal)) >= 0)
        {
            var start = at;
            at += given.Length + 1;
            if (start > 0 && char.IsLetterOrDigit(text[start - 1]))
                continue;
            var end = at;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '-' or '’' or '\''))
                end++;
            if (
                end - at < 2
                || !char.IsUpper(text[at])
                || NameWords.IsRole(text[at..end].ToLowerInvariant())
                || NameWords.IsInstitution(text[at..end].ToLowerInvariant())
            )
                continue;
            var name = text[start..end].TrimEnd('-', '’', '\'');
            if (found is not null && found != name)
                return null;
            found = name;
        }
        return found;
    }

    /// <summary>The person behind "the Russian president", where the document writes "Russian President Jane Doe".</summary>
    public string? ByOffice(string description)
    {
        if (
            !description.StartsWith("the ", StringComparison.Ordinal)
            || description.Length is < 12 or > 60
            || !char.IsUpper(description[4])
        )
            return null;
        if (offices.TryGetValue(description, out var known))
            return known;
        if (offices.Count >= MostNames)
            return null;
        return offices[description] = FindOffice(description[4..]);
    }

    private string? FindOffice(string office)
    {
        var last = office.AsSpan(office.LastIndexOf(' ') + 1);
        if (!NameWords.IsRole(last.ToString().ToLowerInvariant()))
            return null;
        string? found = null;
        var at = 0;
        while ((at = text.IndexOf(office, at, StringComparison.OrdinalIgnoreCase)) >= 0)
        {
            at += office.Length;
            var start = at;
            if (start < text.Length && text[start] == ',')
                start++;
            if (start + 1 >= text.Length || text[start] is not (' ' or '\u00A0'))
                continue;
            var end = ++start;
            var words = 0;
            while (end < text.Length && char.IsUpper(text[end]))
            {
                while (end < text.Length && (char.IsLetter(text[end]) || text[end] == '-'))
                    end++;
                words++;
                if (end + 1 >= text.Length || text[end] is not (' ' or '\u00A0'))
                    break;
                end++;
            }
            var name = text[start..end].TrimEnd();
            if (words is < 2 or > 4)
                continue;
            if (found is not null && found != name)
                return null;
            found = name;
        }
        return found;
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
                if ((Before(at, name) ?? After(at, end, familyFirst)) is { } found)
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

    /// <summary>The given name behind a family name: any capitalised word where the family name is known to come first, else one like "Min-seo".</summary>
    private string? After(int at, int end, bool familyFirst)
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
            && !NameWords.IsInstitution(lower)
            && (familyFirst || given.IndexOf('-', StringComparison.Ordinal) is > 1 and var hyphen && char.IsLower(given[hyphen + 1]));
        return isName ? text[at..last].Replace('\u00A0', ' ') : null;
    }
}
