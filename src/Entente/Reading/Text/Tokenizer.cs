using System.Globalization;
using System.Text;

namespace Entente.Reading.Text;

/// <summary>
/// Cuts a reading text into <see cref="Token"/>s, in one pass and without regular expressions. White space is between tokens, never in
/// one (except a no-break or thin space that groups the digits of a number: "190 000").
/// </summary>
/// <remarks>
/// What the tokens look like, beyond what <see cref="Token"/> says:
/// <list type="bullet">
/// <item>letters with points between them are one word, the last point included ("U.S.", "e.g.", "D.C."); the point of "Mr." is punctuation;</item>
/// <item>a word may hold digits after its letters ("G7", "5G" is number and word), inner apostrophes ("don’t", "O’Brien") and "&amp;" ("R&amp;D");</item>
/// <item>"’s" and "'s" after a word or number are a word of their own; the bare apostrophe of a plural ("allies’") is a quote, as it cannot be told from one;</item>
/// <item>an address ("https://…", "www.…") is one word, without the sentence's closing signs;</item>
/// <item>a run of points ("...") is one punctuation token, and so is "…"; every other sign stands alone.</item>
/// </list>
/// <see cref="Token.Lower"/> is lower case with the typographic apostrophe made straight ("’s" gives "'s") and soft hyphens left out.
/// </remarks>
public static class Tokenizer
{
    // What a thread keeps for the next text; longer texts are few.
    private const int MostScratch = 4096;

    [ThreadStatic]
    private static List<Token>? scratch;

    private static readonly string[] Ascii = [.. Enumerable.Range(0, 128).Select(c => ((char)c).ToString())];

    /// <summary>The tokens of a text in order; never overlapping, all inside the text. Empty for an empty text.</summary>
    public static IReadOnlyList<Token> Tokenize(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = scratch ?? [];
        scratch = null;
        var words = WordCache.OfThread;
        var at = 0;
        while (at < text.Length)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c) || IsIgnorable(c))
            {
                at++;
                continue;
            }
            var end = End(text, at, tokens, out var kind);
            tokens.Add(Make(text, at, end, kind, words));
            at = end;
        }
        var list = new TokenList([.. tokens]);
        if (tokens.Capacity <= MostScratch)
        {
            tokens.Clear();
            scratch = tokens;
        }
        return list;
    }

    /// <summary>True for the straight and typographic marks that open or close a quotation, single ones and guillemets included.</summary>
    public static bool IsQuoteMark(char c) =>
        c is '"' or '\'' or '“' or '”' or '„' or '‟' or '‘' or '’' or '‚' or '‛' or '«' or '»' or '‹' or '›';

    /// <summary>True for the straight and the typographic apostrophe and the letter apostrophe of transliterations.</summary>
    public static bool IsApostrophe(char c) => c is '\'' or '’' or '\u02BC';

    private static int End(string text, int at, List<Token> before, out TokenKind kind)
    {
        var c = text[at];
        if (char.IsAsciiDigit(c))
        {
            kind = TokenKind.Number;
            return NumberEnd(text, at);
        }
        // ".5 percent": a point that opens a number ends no sentence.
        if (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]) && (at == 0 || char.IsWhiteSpace(text[at - 1])))
        {
            kind = TokenKind.Number;
            return Digits(text, at + 1);
        }
        if (IsLetter(text, at, out var width))
        {
            kind = TokenKind.Word;
            return IsAddress(text, at) ? AddressEnd(text, at) : WordEnd(text, at, width);
        }
        if (IsApostrophe(c) && IsPossessive(text, at, before))
        {
            kind = TokenKind.Word;
            return at + 2;
        }
        if (IsQuoteMark(c))
        {
            kind = TokenKind.Quote;
            return at + 1;
        }
        if (c is '%' or '‰' or '％')
        {
            kind = TokenKind.Percent;
            return at + 1;
        }
        switch (CharUnicodeInfo.GetUnicodeCategory(c))
        {
            case UnicodeCategory.CurrencySymbol:
                kind = TokenKind.Currency;
                return at + 1;
            case UnicodeCategory.OtherNumber or UnicodeCategory.DecimalDigitNumber: // ½ ² and the digits of other scripts
                kind = TokenKind.Number;
                return at + 1;
        }
        kind = TokenKind.Punctuation;
        if (c == '.')
        {
            var end = at + 1;
            while (end < text.Length && text[end] == '.')
                end++;
            return end;
        }
        return char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? at + 2 : at + 1;
    }

    private static bool IsPossessive(string text, int at, List<Token> before) =>
        before.Count > 0
        && before[^1].End == at
        && before[^1].Kind is TokenKind.Word or TokenKind.Number
        && at + 1 < text.Length
        && text[at + 1] is 's' or 'S'
        && !(at + 2 < text.Length && char.IsLetterOrDigit(text[at + 2]));

    /// <summary>
    /// Digits with their separators. A comma joins 1 to 3 digits to at most 3 before it ("1,200", "2,5", but "2021,200" is two numbers);
    /// a point joins any digits; an apostrophe, a no-break or a thin space joins exactly 3.
    /// </summary>
    private static int NumberEnd(string text, int at)
    {
        var runStart = at;
        var end = Digits(text, at);
        while (end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))
        {
            var next = Digits(text, end + 1);
            var after = next - end - 1;
            var before = end - runStart;
            var joins = text[end] switch
            {
                '.' or '٫' => true,
                ',' => before <= 3 && (after == 3 || (after < 3 && !ListGoesOn(text, next) && !FollowsList(text, at))),
                '\'' or '’' or '\u00A0' or '\u2009' or '\u202F' => before <= 3 && after == 3,
                _ => false,
            };
            if (!joins)
                break;
            runStart = end + 1;
            end = next;
        }
        return end;
    }

    /// <summary>True at the comma of "1,2,3", which is a list; Indian grouping ("1,00,000") ends in three digits and is none.</summary>
    private static bool ListGoesOn(string text, int at)
    {
        if (at + 1 >= text.Length || text[at] != ',' || !char.IsAsciiDigit(text[at + 1]))
            return false;
        var next = Digits(text, at + 1);
        return next - at - 1 < 2;
    }

    private static bool FollowsList(string text, int at) => at > 1 && text[at - 1] == ',' && char.IsAsciiDigit(text[at - 2]);

    private static int Digits(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
            at++;
        return at;
    }

    private static int WordEnd(string text, int at, int width)
    {
        var end = at + width;
        if (CurrencyCodeEnd(text, at) is { } code)
            return code;
        if (end < text.Length && text[end] == '.' && IsLetter(text, end + 1, out var next) && !IsLetter(text, end + 1 + next, out _))
            return DottedEnd(text, end, next);
        while (end < text.Length)
        {
            var c = text[end];
            if (IsLetter(text, end, out var letter))
                end += letter;
            else if (char.IsAsciiDigit(c))
                end = Digits(text, end);
            else if (
                IsIgnorable(c)
                || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
            )
                end++;
            else if (IsApostrophe(c) && IsLetter(text, end + 1, out letter) && !IsLoneS(text, end + 1))
                end += 1 + letter;
            else if (c == '&' && IsLetter(text, end + 1, out letter))
                end += 1 + letter;
            else
                break;
        }
        // A soft hyphen at the very end belongs to no word.
        while (IsIgnorable(text[end - 1]))
            end--;
        return end;
    }

    /// <summary>The end of a currency's code that touches its amount ("USD190bn", "Rmb2bn"): two tokens, where "G7" is one.</summary>
    private static int? CurrencyCodeEnd(string text, int at)
    {
        if (!char.IsAsciiLetterUpper(text[at]))
            return null;
        var end = at + 1;
        while (end < text.Length && end - at <= 3 && char.IsAsciiLetter(text[end]))
            end++;
        if (end < text.Length && char.IsAsciiDigit(text[end]) && at > 0 && text[at - 1] == '$')
            return UnitWords.SignPrefixes.ContainsKey(text[at..end].ToLowerInvariant()) ? end : null;
        if (end - at is < 2 or > 3 || end >= text.Length || !char.IsAsciiDigit(text[end]))
            return null;
        if (!UnitWords.CurrencyCodes.ContainsKey(text[at..end].ToLowerInvariant()))
            return null;
        return text[at] != 'P' || text[at + 1] != 'S' || IsAmount(text, end) ? end : null;
    }

    /// <summary>Digits that a console's or a party's name does not have: "PS2.7m", "PS300,000", "PS6m", but not "PS5".</summary>
    private static bool IsAmount(string text, int at)
    {
        var end = Digits(text, at);
        if (end >= text.Length)
            return false;
        return char.ToLowerInvariant(text[end]) is 'm' or 'b' or 'k' or 't'
            || (text[end] is '.' or ',' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]));
    }

    /// <summary>The end of "U.S." from its first point: single letters with points between them, and the last point where there is one.</summary>
    private static int DottedEnd(string text, int point, int letter)
    {
        var end = point + 1 + letter;
        while (end < text.Length && text[end] == '.')
        {
            end++;
            if (!IsLetter(text, end, out letter) || IsLetter(text, end + letter, out _))
                break;
            end += letter;
        }
        return end;
    }

    private static bool IsLoneS(string text, int at) =>
        text[at] is 's' or 'S' && !(at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]));

    private static bool IsLetter(string text, int at, out int width)
    {
        width = 1;
        if (at >= text.Length)
            return false;
        var c = text[at];
        if (c < 128)
            return char.IsAsciiLetter(c);
        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            width = 2;
            return Rune.IsLetter(new Rune(c, text[at + 1]));
        }
        return char.IsLetter(c) && !IsApostrophe(c);
    }

    /// <summary>Signs without width that typesetting leaves inside words: soft hyphen, zero-width space and joiners, byte-order mark.</summary>
    private static bool IsIgnorable(char c) => c is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF';

    private static bool IsAddress(string text, int at)
    {
        if (text[at] is not ('h' or 'H' or 'w' or 'W'))
            return false;
        var rest = text.AsSpan(at);
        return rest.StartsWith("http://", StringComparison.OrdinalIgnoreCase)
            || rest.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
            || (rest.StartsWith("www.", StringComparison.OrdinalIgnoreCase) && rest.Length > 4 && char.IsLetterOrDigit(rest[4]));
    }

    private static int AddressEnd(string text, int at)
    {
        var end = at;
        while (
            end < text.Length
            && !char.IsWhiteSpace(text[end])
            && text[end] is not ('<' or '>' or '"' or '“' or '”' or '[' or ']' or '{' or '}' or '|')
        )
            end++;
        var open = text.AsSpan(at, end - at).Contains('(');
        while (end > at + 1 && (text[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '’' || (text[end - 1] == ')' && !open)))
            end--;
        return end;
    }

    private static Token Make(string text, int start, int end, TokenKind kind, WordCache words)
    {
        if (end - start == 1 && text[start] < 128)
        {
            var c = text[start];
            return new(kind, start, end, Ascii[c], Ascii[char.ToLowerInvariant(c)]);
        }
        var (written, lower) = words.Get(text.AsSpan(start, end - start), Lower);
        return new(kind, start, end, written, lower);
    }

    private static string Lower(string written)
    {
        var odd = false;
        var upper = false;
        foreach (var c in written)
        {
            odd |= IsIgnorable(c) || c is '’' or '\u02BC';
            upper |= c >= 128 || char.IsAsciiLetterUpper(c);
        }
        if (odd)
            written = string.Concat(written.Where(c => !IsIgnorable(c)).Select(c => IsApostrophe(c) ? '\'' : c));
        return upper ? written.ToLowerInvariant() : written;
    }
}
