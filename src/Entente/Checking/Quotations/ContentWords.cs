using System.Collections.Frozen;

namespace Entente.Checking.Quotations;

/// <summary>
/// The words of a quotation that carry its content, cut to a stem, so that "partnership without limits" and "friendship has no limits"
/// are seen to share what they share. Crude on purpose: both sides are cut alike, and what matches is shown to a reader, not judged.
/// </summary>
internal static class ContentWords
{
    /// <summary>A bond between states, whatever it is called: writers take one for the other, and that is what is looked for.</summary>
    public const string Bond = "@bond";

    private const string Without = "no:";

    private static readonly FrozenSet<string> Empty = new[]
    {
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "with",
        "from",
        "as",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "it",
        "its",
        "they",
        "their",
        "them",
        "we",
        "our",
        "us",
        "you",
        "your",
        "i",
        "my",
        "me",
        "he",
        "his",
        "she",
        "her",
        "this",
        "that",
        "these",
        "those",
        "there",
        "here",
        "which",
        "who",
        "whom",
        "what",
        "when",
        "where",
        "will",
        "would",
        "shall",
        "should",
        "can",
        "could",
        "may",
        "might",
        "must",
        "not",
        "than",
        "then",
        "so",
        "if",
        "also",
        "very",
        "more",
        "most",
        "all",
        "any",
        "some",
        "such",
        "between",
        "among",
        "into",
        "over",
        "under",
        "about",
        "after",
        "before",
        "up",
        "down",
        "out",
        "s",
        "t",
        "two",
        "both",
        "one",
        "new",
        "today",
        "now",
        "just",
        "only",
        "own",
        "other",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Bonds = new[]
    {
        "friend",
        "friendship",
        "partner",
        "partnership",
        "relationship",
        "relation",
        "tie",
        "alliance",
        "ally",
        "bond",
        "entente",
        "cooperation",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The content stems in the order of the text, each once.</summary>
    public static List<string> Of(ReadOnlySpan<char> text)
    {
        var stems = new List<string>();
        var negated = false;
        foreach (var range in Words(text))
        {
            var word = text[range].ToString().ToLowerInvariant();
            if (word is "no" or "without" or "not" or "never" or "neither" or "nor")
            {
                negated = true;
                continue;
            }
            if (Empty.Contains(word))
            {
                // "There are no 'forbidden' areas": the negation waits for the word it denies.
                continue;
            }
            var stem = Stem(word);
            if (negated || word.EndsWith("less", StringComparison.Ordinal) && word.Length > 6)
                stem = Without + (word.EndsWith("less", StringComparison.Ordinal) && !negated ? Stem(word[..^4]) : stem);
            else if (word.StartsWith("unlimit", StringComparison.Ordinal))
                stem = Without + "limit";
            negated = false;
            if (!stems.Contains(stem, StringComparer.Ordinal))
                stems.Add(stem);
        }
        return stems;
    }

    /// <summary>True for a stem that says of something that there is none of it: rarer, and so worth more, than a word alone.</summary>
    public static bool IsDenial(string stem) => stem.StartsWith(Without, StringComparison.Ordinal);

    /// <summary>All words, small letters and digits only, one space between: two wordings are the same when these are.</summary>
    public static string Plain(ReadOnlySpan<char> text)
    {
        var plain = new System.Text.StringBuilder(text.Length);
        foreach (var range in Words(text))
        {
            if (plain.Length > 0)
                plain.Append(' ');
            foreach (var c in text[range])
                plain.Append(char.ToLowerInvariant(c));
        }
        return plain.ToString();
    }

    private static List<Range> Words(ReadOnlySpan<char> text)
    {
        var words = new List<Range>();
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var letter = i < text.Length && char.IsLetterOrDigit(text[i]);
            if (letter && start < 0)
                start = i;
            else if (!letter && start >= 0)
            {
                words.Add(start..i);
                start = -1;
            }
        }
        return words;
    }

    private static string Stem(string word)
    {
        var stem = word;
        if (stem.Length > 4 && stem.EndsWith("ies", StringComparison.Ordinal) && stem is not "ties")
            stem = stem[..^3] + "y";
        else if (stem.Length > 3 && stem[^1] == 's' && stem[^2] is not ('s' or 'u' or 'i'))
            stem = stem[..^1];
        if (Bonds.Contains(stem))
            return Bond;
        if (stem.Length > 6 && stem.EndsWith("ing", StringComparison.Ordinal))
            stem = stem[..^3];
        else if (stem.Length > 5 && stem.EndsWith("ed", StringComparison.Ordinal))
            stem = stem[..^2];
        if (stem.Length > 5 && stem[^1] == 'e')
            stem = stem[..^1];
        return stem;
    }
}
