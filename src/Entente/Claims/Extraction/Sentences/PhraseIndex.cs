using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>Phrases by their first word, for finding the longest one that starts at a token. Built once, read by any number of threads.</summary>
/// <typeparam name="T">What a phrase stands for.</typeparam>
internal sealed class PhraseIndex<T>
{
    private readonly Dictionary<string, List<Entry>> byFirst = new(StringComparer.Ordinal);

    public void Add(string phrase, T value, bool caseExact = false)
    {
        var tokens = TokenList.Of(Tokenizer.Tokenize(phrase));
        if (tokens.Count == 0)
            return;
        var words = new string[tokens.Count];
        for (var i = 0; i < words.Length; i++)
            words[i] = caseExact ? tokens[i].Text : tokens[i].Lower;
        if (!byFirst.TryGetValue(tokens[0].Lower, out var list))
            byFirst[tokens[0].Lower] = list = [];
        // Longest first, so that the first hit is the longest; insertion keeps equal lengths in catalogue order.
        var at = list.FindIndex(e => e.Words.Length < words.Length);
        list.Insert(at < 0 ? list.Count : at, new Entry(words, caseExact, value));
    }

    /// <summary>The words that a phrase starts with, in lower case.</summary>
    public IEnumerable<string> FirstWords => byFirst.Keys;

    /// <summary>All phrases that start at a token, longest first.</summary>
    public Starting At(TokenList tokens, int start) => new(byFirst.GetValueOrDefault(tokens[start].Lower), tokens, start);

    public bool TryLongest(TokenList tokens, int start, out int length, out T value)
    {
        if (byFirst.TryGetValue(tokens[start].Lower, out var list))
            foreach (var entry in list)
                if (Matches(entry, tokens, start))
                {
                    (length, value) = (entry.Words.Length, entry.Value);
                    return true;
                }
        (length, value) = (0, default!);
        return false;
    }

    private static bool Matches(Entry entry, TokenList tokens, int start)
    {
        if (start + entry.Words.Length > tokens.Count)
            return false;
        for (var i = 0; i < entry.Words.Length; i++)
        {
            ref readonly var token = ref tokens[start + i];
            var word = entry.CaseExact ? token.Text : token.Lower;
            if (!string.Equals(word, entry.Words[i], StringComparison.Ordinal) && !(IsDash(word) && IsDash(entry.Words[i])))
                return false;
        }
        return true;
    }

    private static bool IsDash(string word) => word is "-" or "–" or "‐" or "‑";

    /// <summary>The phrases that start at one token; asked for at every token, it is made of nothing.</summary>
    public struct Starting
    {
        private readonly List<Entry>? entries;
        private readonly TokenList tokens;
        private readonly int start;
        private int next;

        internal Starting(List<Entry>? entries, TokenList tokens, int start) =>
            (this.entries, this.tokens, this.start) = (entries, tokens, start);

        public (int Length, T Value) Current { get; private set; }

        public readonly Starting GetEnumerator() => this;

        public bool MoveNext()
        {
            while (entries is not null && next < entries.Count)
            {
                var entry = entries[next++];
                if (!Matches(entry, tokens, start))
                    continue;
                Current = (entry.Words.Length, entry.Value);
                return true;
            }
            return false;
        }
    }

    internal sealed record Entry(string[] Words, bool CaseExact, T Value);
}
