namespace Entente.Reading.Text;

/// <summary>Tokens with questions that never leave the range: whatever stands before the first or after the last is the empty word.</summary>
internal sealed class TokenView
{
    private readonly Token[] tokens;

    public TokenView(IReadOnlyList<Token> tokens) => this.tokens = TokenList.Of(tokens).Array;

    public int Count => tokens.Length;

    public ref readonly Token this[int i] => ref tokens[i];

    public bool Has(int i) => i >= 0 && i < tokens.Length;

    /// <summary>The token in lower case; "" outside the range.</summary>
    public string Lower(int i) => Has(i) ? tokens[i].Lower : "";

    /// <summary>The token as written; "" outside the range.</summary>
    public string Text(int i) => Has(i) ? tokens[i].Text : "";

    public bool Is(int i, string lower) => Has(i) && tokens[i].Lower == lower;

    public bool IsKind(int i, TokenKind kind) => Has(i) && tokens[i].Kind == kind;

    public bool IsWord(int i) => IsKind(i, TokenKind.Word);

    public bool IsNumber(int i) => IsKind(i, TokenKind.Number);

    /// <summary>True where nothing, not even a space, stands between this token and the next.</summary>
    public bool Touches(int i) => Has(i) && Has(i + 1) && tokens[i].End == tokens[i + 1].Start;

    /// <summary>How many characters stand between a token and the next.</summary>
    public int GapAfter(int i) => Has(i) && Has(i + 1) ? tokens[i + 1].Start - tokens[i].End : int.MaxValue;

    public bool IsDash(int i) => Has(i) && tokens[i].Length == 1 && tokens[i].Text[0] is '-' or '‐' or '‑' or '–' or '—' or '−';

    /// <summary>True for a hyphen that joins: both neighbours touch it.</summary>
    public bool IsHyphen(int i) => IsDash(i) && Touches(i - 1) && Touches(i);

    public bool IsSentenceStart(int i) =>
        i <= 0
        || !Has(i)
        || tokens[i - 1].Kind == TokenKind.Quote
        || (tokens[i - 1].Kind == TokenKind.Punctuation && tokens[i - 1].Text[0] is '.' or '!' or '?' or ':' or '…');

    /// <summary>A word that starts with a capital letter.</summary>
    public bool IsCapitalised(int i) => IsWord(i) && char.IsUpper(tokens[i].Text[0]);

    /// <summary>A capital letter where a sentence does not start: a name.</summary>
    public bool IsName(int i) => IsCapitalised(i) && !IsSentenceStart(i);

    public bool HasUpper(int i)
    {
        if (!Has(i))
            return false;
        foreach (var c in tokens[i].Text)
            if (char.IsUpper(c))
                return true;
        return false;
    }

    /// <summary>The token of a phrase's next word: the one at <paramref name="i"/>, or the one after a joining hyphen.</summary>
    public int PastHyphen(int i) => IsHyphen(i) ? i + 1 : i;

    public int BeforeHyphen(int i) => IsHyphen(i) ? i - 1 : i;
}

/// <summary>Fixed phrases ("no fewer than", "percentage points") with what they mean; the longest match wins, joining hyphens are passed over.</summary>
internal sealed class PhraseTable<T>
{
    private readonly Dictionary<string, List<(string[] Words, T Value)>> byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, T Value)>> byLast = new(StringComparer.Ordinal);

    /// <param name="rows">A meaning and its phrases, separated by "|", words by one space.</param>
    public PhraseTable(params (T Value, string Phrases)[] rows)
    {
        foreach (var (value, phrases) in rows)
        foreach (var phrase in phrases.Split('|'))
        {
            var words = phrase.Split(' ');
            Add(byFirst, words[0], words, value);
            Add(byLast, words[^1], words, value);
        }
    }

    public IEnumerable<string> FirstWords => byFirst.Keys;

    /// <summary>Finds the longest phrase that starts at a token; <paramref name="end"/> is one past its last token.</summary>
    public bool TryMatch(TokenView view, int start, out int end, out T value)
    {
        end = start;
        value = default!;
        if (!byFirst.TryGetValue(view.Lower(start), out var candidates))
            return false;
        foreach (var (words, meaning) in candidates)
        {
            var at = start + 1;
            var w = 1;
            for (; w < words.Length; w++)
            {
                var next = view.PastHyphen(at);
                if (!view.Is(next, words[w]))
                    break;
                at = next + 1;
            }
            if (w == words.Length)
            {
                (end, value) = (at, meaning);
                return true;
            }
        }
        return false;
    }

    /// <summary>Finds the longest phrase whose last token is the one before <paramref name="end"/>.</summary>
    public bool TryMatchBefore(TokenView view, int end, out int start, out T value)
    {
        start = end;
        value = default!;
        if (!byLast.TryGetValue(view.Lower(end - 1), out var candidates))
            return false;
        foreach (var (words, meaning) in candidates)
        {
            var at = end - 1;
            var w = words.Length - 2;
            for (; w >= 0; w--)
            {
                var next = view.BeforeHyphen(at - 1);
                if (!view.Is(next, words[w]))
                    break;
                at = next;
            }
            if (w < 0)
            {
                (start, value) = (at, meaning);
                return true;
            }
        }
        return false;
    }

    private static void Add(Dictionary<string, List<(string[] Words, T Value)>> table, string key, string[] words, T value)
    {
        if (!table.TryGetValue(key, out var list))
            table[key] = list = [];
        var at = list.FindIndex(other => other.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, (words, value));
    }
}
