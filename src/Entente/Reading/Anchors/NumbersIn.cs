using Entente.Reading.Text;

namespace Entente.Reading.Anchors;

/// <summary>
/// What makes the figures of a stretch: its digits, number words, scales, currency and percent signs, in order. Two stretches that differ in
/// one of them say different things, however alike they look.
/// </summary>
internal static class NumbersIn
{
    public static bool AreSame(string one, string other) => Of(one).SequenceEqual(Of(other), StringComparer.Ordinal);

    private static List<string> Of(string text)
    {
        var numbers = new List<string>();
        var tokens = Tokenizer.Tokenize(text);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Kind is TokenKind.Number or TokenKind.Currency or TokenKind.Percent)
            {
                // A sign in front turns a figure round.
                if (token.Kind == TokenKind.Number && token.Start > 0 && text[token.Start - 1] is '-' or '−' or '+')
                    numbers.Add(text[token.Start - 1] == '+' ? "+" : "-");
                numbers.Add(token.Text);
            }
            else if (token.Kind == TokenKind.Word && IsNumber(token.Lower, afterNumber: i > 0 && tokens[i - 1].Kind == TokenKind.Number))
                numbers.Add(token.Lower);
        }
        return numbers;
    }

    private static bool IsNumber(string word, bool afterNumber) =>
        NumberWords.Cardinals.ContainsKey(word)
        || NumberWords.Scales.ContainsKey(word)
        || NumberWords.VagueScales.ContainsKey(word)
        || NumberWords.Ordinals.ContainsKey(word)
        || NumberWords.Denominators.ContainsKey(word)
        || NumberWords.MultiplyingVerbs.ContainsKey(word)
        || word is "percent" or "pp" or "bps" or "dozen" or "twice" or "thrice"
        || (afterNumber && NumberWords.ScaleLetters.ContainsKey(word))
        || word.EndsWith("fold", StringComparison.Ordinal)
        || HasDigit(word);

    private static bool HasDigit(string word)
    {
        foreach (var c in word)
            if (char.IsDigit(c))
                return true;
        return false;
    }

    /// <summary>
    /// True where the stretch cuts no number or word: "6 percent" inside "36 percent" is another figure. A boundary that the stretch had from
    /// the beginning (the anchor's own) is allowed.
    /// </summary>
    public static bool IsWhole(string text, int start, int end, TextAnchor anchor) =>
        JoinedBefore(text, start) == JoinedBefore(anchor.Prefix + anchor.Exact, anchor.Prefix.Length)
        && JoinedAfter(text, end) == JoinedAfter(anchor.Exact + anchor.Suffix, anchor.Exact.Length);

    // What touches the stretch and changes what it says, in one character; '\0' for nothing.
    private static char JoinedBefore(string text, int start)
    {
        if (
            start <= 0
            || start >= text.Length
            || !char.IsLetterOrDigit(text[start]) && char.GetUnicodeCategory(text[start]) != CurrencySign
        )
            return '\0';
        var before = text[start - 1];
        if (char.IsLetterOrDigit(before) || char.GetUnicodeCategory(before) == CurrencySign)
            return before;
        if (!char.IsDigit(text[start]))
            return '\0';
        if (before is '.' or ',' && start > 1 && char.IsDigit(text[start - 2]))
            return before;
        return before is '-' or '−' && (start == 1 || char.IsWhiteSpace(text[start - 2])) ? '-' : '\0';
    }

    private static char JoinedAfter(string text, int end)
    {
        if (end <= 0 || end >= text.Length || !char.IsLetterOrDigit(text[end - 1]))
            return '\0';
        var after = text[end];
        if (char.IsLetterOrDigit(after))
            return after;
        if (!char.IsDigit(text[end - 1]))
            return '\0';
        return after is '%' or '‰' || (after is '.' or ',' && end + 1 < text.Length && char.IsDigit(text[end + 1])) ? after : '\0';
    }

    private const System.Globalization.UnicodeCategory CurrencySign = System.Globalization.UnicodeCategory.CurrencySymbol;
}
