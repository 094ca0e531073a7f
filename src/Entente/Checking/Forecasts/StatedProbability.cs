using System.Globalization;

namespace Entente.Checking.Forecasts;

/// <summary>The probability that a sentence states, in figures or in a word of the scale; none where it states none, or two.</summary>
public static class StatedProbability
{
    private static readonly string[] Nouns = ["chance", "probability", "likelihood", "odds", "likely", "probable"];
    private static readonly string[] Small = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    // "More likely than not" and "not likely" are no steps of the scale, and "as likely as" compares.
    private static readonly string[] Spoilers = ["not", "more", "less", "as", "how", "equally", "n't", "isn't", "isn’t", "no"];

    /// <param name="sentence">The sentence of the forecast.</param>
    /// <param name="scale">What words stand for.</param>
    /// <returns>Probability and the words that state it.</returns>
    public static (double Probability, string Words)? Of(string sentence, VerbalScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        var words = Words(sentence);
        return InFigures(words) ?? InWords(words, scale);
    }

    private static (double, string)? InFigures(List<string> words)
    {
        (double, string)? found = null;
        for (var i = 0; i < words.Count; i++)
        {
            if (Read(words, i) is not var (value, past) || value is < 0 or > 1 || !NounNear(words, i, past, out var from, out var to))
                continue;
            // Two probabilities in one sentence: which is the forecast's is not said.
            if (found is not null)
                return null;
            found = (value, string.Join(' ', words[from..to]));
        }
        return found;
    }

    /// <summary>`70 percent`, `70%`, `1 in 3`, `one in three` from a word on → the fraction and the word after.</summary>
    private static (double Value, int Past)? Read(List<string> words, int i)
    {
        var word = words[i];
        if (word.EndsWith('%') && Number(word[..^1]) is { } glued)
            return (glued / 100, i + 1);
        if (Number(word) is not { } number)
            return null;
        if (Is(words, i + 1, "percent") || Is(words, i + 1, "%"))
            return (number / 100, i + 2);
        if (Is(words, i + 1, "per") && Is(words, i + 2, "cent"))
            return (number / 100, i + 3);
        if (
            (Is(words, i + 1, "in") || (Is(words, i + 1, "out") && Is(words, i + 2, "of")))
            && At(words, i + (Is(words, i + 1, "in") ? 2 : 3)) is { } of
        )
            return Number(of) is > 0 and var whole ? (number / whole, i + (Is(words, i + 1, "in") ? 3 : 4)) : null;
        return null;
    }

    private static bool NounNear(List<string> words, int first, int past, out int from, out int to)
    {
        (from, to) = (first, past);
        // "a 70 percent chance", "70 percent likely", "a one-in-three chance"
        for (var i = past; i < Math.Min(words.Count, past + 2); i++)
            if (Array.IndexOf(Nouns, words[i].ToLowerInvariant()) >= 0)
            {
                to = i + 1;
                return true;
            }
        // "a probability of 70 percent", "puts the odds at 70 percent"
        for (var i = first - 1; i >= Math.Max(0, first - 3); i--)
            if (Array.IndexOf(Nouns, words[i].ToLowerInvariant()) is >= 0 and < 4)
            {
                from = i;
                return true;
            }
        return false;
    }

    private static (double, string)? InWords(List<string> words, VerbalScale scale)
    {
        (double, string)? found = null;
        for (var i = 0; i < words.Count; )
        {
            var matched = 0;
            foreach (var (term, low, high) in scale.Terms)
            {
                var parts = term.Split(' ');
                if (!Matches(words, i, parts))
                    continue;
                matched = parts.Length;
                if (i > 0 && Array.IndexOf(Spoilers, words[i - 1].ToLowerInvariant()) >= 0)
                    return null;
                if (found is not null)
                    return null;
                found = ((low + high) / 2, term);
                break;
            }
            i += Math.Max(1, matched);
        }
        return found;
    }

    private static bool Matches(List<string> words, int at, string[] parts)
    {
        if (at + parts.Length > words.Count)
            return false;
        for (var k = 0; k < parts.Length; k++)
            if (!words[at + k].Equals(parts[k], StringComparison.OrdinalIgnoreCase))
                return false;
        return true;
    }

    private static string? At(List<string> words, int i) => i < words.Count ? words[i] : null;

    private static bool Is(List<string> words, int i, string word) =>
        i < words.Count && words[i].Equals(word, StringComparison.OrdinalIgnoreCase);

    private static double? Number(string word)
    {
        var small = Array.IndexOf(Small, word.ToLowerInvariant());
        if (small >= 0)
            return small;
        return double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    /// <summary>Words with their figures; hyphens separate ("one-in-three"), a percent sign stays with its figure.</summary>
    private static List<string> Words(string sentence)
    {
        var words = new List<string>();
        var start = -1;
        for (var i = 0; i <= sentence.Length; i++)
        {
            var c = i < sentence.Length ? sentence[i] : ' ';
            var inside =
                char.IsLetterOrDigit(c)
                || c is '%' or '\'' or '’'
                || (c == '.' && i > 0 && i + 1 < sentence.Length && char.IsDigit(sentence[i - 1]) && char.IsDigit(sentence[i + 1]));
            if (inside && start < 0)
                start = i;
            else if (!inside && start >= 0)
            {
                words.Add(sentence[start..i]);
                start = -1;
            }
        }
        return words;
    }
}
