using System.Globalization;
using Entente.Catalogue;
using NodaTime;

namespace Entente.Actors;

/// <summary>Typed reading of one catalogue entry. A value of the wrong form is reported at its place and read as absent.</summary>
internal sealed class EntryReader(List<CatalogueError> errors)
{
    public void Error(LocatedNode at, string found, string expected, string? hint = null) =>
        errors.Add(CatalogueEntries.Located(at, found, expected, hint));

    /// <summary>Reports keys that are not known or stand there twice.</summary>
    public void Keys(string entry, LocatedNode node, ReadOnlySpan<string> allowed)
    {
        for (var i = 0; i < node.Entries!.Count; i++)
        {
            var (key, value) = node.Entries[i];
            if (!Contains(allowed, key))
                Error(value, $"key '{key}' in '{entry}'", $"one of {string.Join(", ", allowed.ToArray())}", Nearest(key, allowed));
            for (var j = 0; j < i; j++)
                if (node.Entries[j].Key == key)
                    Error(value, $"key '{key}' twice in '{entry}'", "each key once", "join the two values");
        }
    }

    public string? Text(LocatedNode entry, string key)
    {
        if (entry[key] is not { } node)
            return null;
        if (node.Scalar is { Length: > 0 } text)
            return text;
        Error(node, Form(node), $"text for '{key}'");
        return null;
    }

    public IReadOnlyList<string> Words(LocatedNode entry, string key) => entry[key] is { } node ? WordList(node, key) : [];

    public IReadOnlyList<string> WordList(LocatedNode node, string key)
    {
        if (node.Scalar is not null)
            return node.Scalar.Length > 0 ? [node.Scalar] : [];
        if (node.Items is null)
        {
            Error(node, Form(node), $"a list of words for '{key}'", "[first, second]");
            return [];
        }
        var words = new List<string>(node.Items.Count);
        foreach (var item in node.Items)
        {
            if (item.Scalar is { Length: > 0 } word && !char.IsWhiteSpace(word[0]) && !char.IsWhiteSpace(word[^1]))
                words.Add(word);
            else
                Error(item, Form(item), $"a word or phrase in '{key}'", "quote a phrase that contains a comma, colon or bracket");
        }
        return words;
    }

    public int? Number(LocatedNode entry, string key)
    {
        if (entry[key] is not { } node)
            return null;
        if (int.TryParse(node.Scalar, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        Error(node, Form(node), $"a whole number for '{key}'");
        return null;
    }

    public LocalDate? Date(LocatedNode entry, string key)
    {
        if (entry[key] is not { } node)
            return null;
        if (
            node.Scalar is { Length: 10 } text
            && text[4] == '-'
            && text[7] == '-'
            && Digits(text, 0, 4, out var year)
            && Digits(text, 5, 2, out var month)
            && Digits(text, 8, 2, out var day)
            && year >= 1
            && month is >= 1 and <= 12
            && day >= 1
            && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
        )
            return new LocalDate(year, month, day);
        Error(node, Form(node), $"a date for '{key}' such as 2012-11-15", "leave the key out where the day is not known");
        return null;
    }

    public bool Flag(LocatedNode entry, string key, bool otherwise)
    {
        if (entry[key] is not { } node)
            return otherwise;
        switch (node.Scalar)
        {
            case "true" or "yes":
                return true;
            case "false" or "no":
                return false;
            default:
                Error(node, Form(node), $"yes or no for '{key}'");
                return otherwise;
        }
    }

    /// <summary>How a node looks to the person who wrote it.</summary>
    public static string Form(LocatedNode node) =>
        node.Items is not null ? "a list"
        : node.Entries is not null ? "a map"
        : node.Scalar is { Length: > 0 } text ? $"'{text}'"
        : "nothing";

    /// <summary>"did you mean …?" for the closest of the names within two changed letters, else null.</summary>
    public static string? Nearest(string word, ReadOnlySpan<string> names)
    {
        string? best = null;
        var least = 3;
        foreach (var name in names)
        {
            var distance = Distance(word, name);
            if (distance < least)
                (best, least) = (name, distance);
        }
        return best is null ? null : $"did you mean '{best}'?";
    }

    private static bool Contains(ReadOnlySpan<string> names, string key)
    {
        foreach (var name in names)
            if (name == key)
                return true;
        return false;
    }

    private static bool Digits(string text, int at, int count, out int value) =>
        int.TryParse(text.AsSpan(at, count), NumberStyles.None, CultureInfo.InvariantCulture, out value);

    // Levenshtein over one row; only ever run for a report.
    private static int Distance(string a, string b)
    {
        var row = new int[b.Length + 1];
        for (var j = 0; j < row.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var above = row[j];
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (a[i - 1] == b[j - 1] ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
