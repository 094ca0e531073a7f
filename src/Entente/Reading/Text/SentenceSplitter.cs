using System.Buffers;

namespace Entente.Reading.Text;

/// <summary>
/// Cuts a paragraph into sentences in one pass. A sentence ends at a point, question or exclamation mark or ellipsis (closing quotation
/// marks, brackets and footnote numbers included) that is followed by white space and something that can begin a sentence.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>A sentence beyond this length is no sentence; it is cut at white space so that no later step sees an endless one.</summary>
    public const int Longest = 8000;

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?…");

    /// <summary>The sentences in order without the white space around them; together they hold every other character.</summary>
    public static IReadOnlyList<(int Start, int End)> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sentences = new List<(int, int)>();
        var start = Skip(text, 0);
        var at = start;
        while (at < text.Length)
        {
            var step = text.AsSpan(at, Math.Min(text.Length - at, Math.Max(1, start + Longest - at))).IndexOfAny(Marks);
            if (step < 0 && text.Length - start <= Longest)
                break;
            at = step < 0 ? Math.Min(text.Length, start + Longest) : at + step;
            if (at - start >= Longest)
            {
                var blank = text.LastIndexOf(' ', at - 1, Longest / 2);
                var cut = blank < 0 ? at : blank;
                if (char.IsLowSurrogate(text[cut < text.Length ? cut : cut - 1]))
                    cut--;
                sentences.Add((start, TrimEnd(text, start, cut)));
                at = start = Skip(text, cut);
                continue;
            }
            var mark = at;
            while (at < text.Length && text[at] is '.' or '!' or '?' or '…')
                at++;
            var end = Close(text, at);
            if (end >= text.Length || !char.IsWhiteSpace(text[end]))
                continue;
            var next = Skip(text, end);
            if (next >= text.Length || !Ends(text, start, mark, at, end, next))
                continue;
            sentences.Add((start, end));
            at = start = next;
        }
        if (start < text.Length && TrimEnd(text, start, text.Length) is var last && last > start)
            sentences.Add((start, last));
        return sentences;
    }

    private static bool Ends(string text, int start, int mark, int markEnd, int end, int next)
    {
        var first = next;
        while (first < text.Length && (Tokenizer.IsQuoteMark(text[first]) || text[first] is '(' or '['))
            first++;
        if (first >= text.Length)
            return true;
        var c = text[first];
        var word = Word(text, first);
        if (!char.IsUpper(c) && !char.IsAsciiDigit(c) && !IsUncased(c) && !char.IsSurrogate(c))
            return false;
        if (text[mark] is '?' or '!' && end > markEnd && IsAttribution(text, next))
            return false;
        if (text[mark] != '.' || markEnd - mark > 1)
            return true;
        return !IsAbbreviation(text, start, mark, end > markEnd, c, word, first > next);
    }

    private static bool IsAbbreviation(string text, int start, int mark, bool closed, char next, ReadOnlySpan<char> word, bool nextQuoted)
    {
        var from = mark;
        while (from > start && char.IsLetter(text[from - 1]))
            from--;
        var before = text.AsSpan(from, mark - from);
        if (before.IsEmpty || closed)
            return false;
        var isDotted = from > start && text[from - 1] == '.' && before.Length == 1;
        if (isDotted)
        {
            if (before[0] is 'e' or 'g' && from > start + 1 && text[from - 2] is 'i' or 'e')
                return true; // i.e., e.g.
            // "the U.S. Secretary" goes on, "in the U.S. The" does not
            return !nextQuoted && !char.IsAsciiDigit(next) && !Abbreviations.Opens(word);
        }
        if (before.Length == 1 && char.IsUpper(before[0]))
        {
            // "posted on X. The" ends with the name of a service.
            if (before[0] == 'X' && from >= 3 && text.AsSpan(0, from).EndsWith("on "))
                return false;
            // An initial: after a name's first word or at the start. "Plan B. The" and "and I. The" end.
            return before[0] != 'I' && char.IsUpper(next) && !Abbreviations.Opens(word) || (before[0] is not 'I' && from == start);
        }
        if (Abbreviations.BeforeName(before) && char.IsUpper(before[0]))
            return char.IsUpper(next);
        if (Abbreviations.BeforeFigure(before))
            return char.IsAsciiDigit(next);
        return Abbreviations.WithinSentence(before) && !Abbreviations.Opens(word);
    }

    /// <summary>After “Why?”: a name of up to four words and a verb of saying belong to the quotation's sentence.</summary>
    private static bool IsAttribution(string text, int at)
    {
        for (var words = 0; words < 5 && at < text.Length; words++)
        {
            var word = Word(text, at);
            if (word.IsEmpty)
                return false;
            if (words > 0 && Speakers.SpeechVerbs.IsVerb(word))
                return true;
            if (!char.IsUpper(word[0]))
                return false;
            at = Skip(text, at + word.Length);
        }
        return false;
    }

    private static ReadOnlySpan<char> Word(string text, int at)
    {
        var end = at;
        while (end < text.Length && char.IsLetter(text[end]))
            end++;
        return text.AsSpan(at, end - at);
    }

    /// <summary>Past closing quotation marks and brackets, and past the number of a footnote ("war.[12]").</summary>
    private static int Close(string text, int at)
    {
        while (at < text.Length)
        {
            if (text[at] is '"' or '\'' or '”' or '’' or '»' or '›' or ')' or ']')
                at++;
            else if (text[at] == '[')
            {
                var close = at + 1;
                while (close < text.Length && close < at + 5 && char.IsAsciiDigit(text[close]))
                    close++;
                if (close == at + 1 || close >= text.Length || text[close] != ']')
                    return at;
                at = close + 1;
            }
            else
                break;
        }
        return at;
    }

    /// <summary>A letter of a script without capitals.</summary>
    private static bool IsUncased(char c) => char.IsLetter(c) && !char.IsUpper(c) && !char.IsLower(c);

    private static int Skip(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }

    private static int TrimEnd(string text, int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return end;
    }
}
