using System.Text;
using Entente.Reading.Text;

namespace Entente.Reading.Duplicates;

/// <summary>
/// What two stretches of text are compared by: their words without regard to case, marks and white space, but with every sign that makes a
/// number another number (decimal points, currency signs, per cent, minus). Texts whose numbers or negations differ are never the same,
/// however many other words they share.
/// </summary>
internal sealed class WordKey
{
    /// <summary>Shorter texts share their shingles by chance.</summary>
    public const int FewestWordsForNear = 8;

    private const int ShingleWords = 3;
    private const ulong Basis = 14695981039346656037UL;
    private const ulong Prime = 1099511628211UL;

    /// <summary>Two texts are nearly the same from this share of common shingles on (Jaccard).</summary>
    private const double Near = 0.9;

    /// <summary>The same highlight, marked anew a little longer or shorter, shares at least this part of the shorter one's words.</summary>
    private const double Overlap = 0.6;

    /// <summary>Number words, scales and negations by their hash; a word that shares its hash with one of them only keeps two texts apart.</summary>
    private static readonly HashSet<ulong> Decisive =
    [
        .. new[] { "not", "no", "never", "none", "neither", "nor", "without", "cannot" }
            .Concat(NumberWords.Cardinals.Keys)
            .Concat(NumberWords.Scales.Keys)
            .Concat(NumberWords.VagueScales.Keys)
            .Concat(NumberWords.ScaleLetters.Keys)
            .Concat(NumberWords.Ordinals.Keys)
            .Concat(NumberWords.Denominators.Keys)
            .Concat(NumberWords.MultiplyingVerbs.Keys)
            .Select(w => Hash(w)),
    ];

    private readonly ulong[] words;
    private ulong[]? shingles;

    private WordKey(string exact, string numbers, ulong[] words) => (Exact, Numbers, this.words) = (exact, numbers, words);

    /// <summary>Equal for texts that are the same but for case, marks and white space.</summary>
    public string Exact { get; }

    /// <summary>Numbers in figures and words, and negations, in order.</summary>
    public string Numbers { get; }

    /// <summary>How many words there are.</summary>
    public int Count => words.Length;

    /// <summary>Hashes of every three words in a row, ascending, each once.</summary>
    private ulong[] Shingles => shingles ??= ShinglesOf(words);

    public static WordKey Of(string text)
    {
        var exact = new StringBuilder(text.Length);
        var numbers = new StringBuilder();
        var words = new List<ulong>();
        var afterDigit = false;
        for (var at = 0; at < text.Length; )
        {
            var end = WordEnd(text, at);
            if (end == at)
            {
                if (text[at] is '$' or '€' or '£' or '¥' or '%' or '‰')
                {
                    exact.Append(text[at]);
                    numbers.Append(text[at]);
                }
                else if (IsMinus(text, at))
                {
                    exact.Append('-');
                    numbers.Append('-');
                }
                at++;
                continue;
            }
            var word = text.AsSpan(at, end - at);
            // "1 5" is not "15".
            if (afterDigit && char.IsDigit(word[0]))
                exact.Append(' ');
            var hasDigit = false;
            foreach (var c in word)
            {
                exact.Append(char.ToLowerInvariant(c));
                hasDigit |= char.IsDigit(c);
            }
            afterDigit = char.IsDigit(word[^1]);
            var hash = Hash(word);
            if (hasDigit || Decisive.Contains(hash) || IsNegated(word))
                numbers.Append(word).Append(' ');
            words.Add(hash);
            at = end;
        }
        return new(exact.ToString(), numbers.ToString().ToLowerInvariant(), [.. words]);
    }

    /// <summary>True where one is the other but for a word or two at an edge or a spelling, and every number is the same.</summary>
    public bool IsNear(WordKey other)
    {
        if (Count < FewestWordsForNear || other.Count < FewestWordsForNear || !Numbers.Equals(other.Numbers, StringComparison.Ordinal))
            return false;
        int common = 0,
            i = 0,
            j = 0;
        while (i < Shingles.Length && j < other.Shingles.Length)
        {
            var order = Shingles[i].CompareTo(other.Shingles[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }
        return common >= Near * (Shingles.Length + other.Shingles.Length - common);
    }

    /// <summary>True for two texts with the same link that may be one highlight: most of the shorter one's words are in the other, every number is the same.</summary>
    public bool Overlaps(WordKey other)
    {
        if (!Numbers.Equals(other.Numbers, StringComparison.Ordinal))
            return false;
        var (few, many) = Count <= other.Count ? (words, other.words) : (other.words, words);
        var known = many.ToHashSet();
        return few.Length > 0 && few.Count(known.Contains) >= Overlap * few.Length;
    }

    /// <summary>
    /// Sixteen least shingles under sixteen orders, a byte of each (b-bit minwise hashing, Li and König 2010, https://doi.org/10.1145/1772690.1772759): of two
    /// texts about as large a share is equal as of their shingles is common. Zero for texts too short to be near any.
    /// </summary>
    public UInt128 Sketch()
    {
        if (Count < FewestWordsForNear)
            return 0;
        UInt128 sketch = 0;
        for (var order = 1UL; order <= 16; order++)
        {
            var least = ulong.MaxValue;
            foreach (var shingle in Shingles)
            {
                // The finaliser of splitmix64 as a family of orders.
                var mixed = shingle + (order * 0x9E3779B97F4A7C15);
                mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
                mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
                least = Math.Min(least, mixed ^ (mixed >> 31));
            }
            sketch = (sketch << 8) | (byte)least;
        }
        return sketch;
    }

    /// <summary>The shingles of which two near texts share at least one: the first tenth of each in the common order.</summary>
    public IEnumerable<ulong> Prefix()
    {
        if (Count < FewestWordsForNear)
            return [];
        return Shingles.Take(Shingles.Length - (int)Math.Ceiling(Near * Shingles.Length) + 1);
    }

    private static int WordEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length)
        {
            if (char.IsLetterOrDigit(text[end]))
                end++;
            else if (
                text[end] is '.' or ',' or '\'' or '’'
                && end > at
                && end + 1 < text.Length
                && (
                    text[end] is '.' or ','
                        ? char.IsDigit(text[end - 1]) && char.IsDigit(text[end + 1])
                        : char.IsLetter(text[end - 1]) && char.IsLetter(text[end + 1])
                )
            )
                end++;
            else
                break;
        }
        return end;
    }

    private static bool IsMinus(string text, int at) =>
        text[at] is '-' or '−' or '–'
        && at + 1 < text.Length
        && char.IsDigit(text[at + 1])
        && (at == 0 || !char.IsLetterOrDigit(text[at - 1]));

    private static bool IsNegated(ReadOnlySpan<char> word) =>
        word.Length > 3 && word[^1] is 't' or 'T' && word[^2] is '\'' or '’' && word[^3] is 'n' or 'N';

    private static ulong[] ShinglesOf(ulong[] words)
    {
        if (words.Length < ShingleWords)
            return [];
        var shingles = new ulong[words.Length - ShingleWords + 1];
        for (var i = 0; i < shingles.Length; i++)
        {
            var hash = Basis;
            for (var k = 0; k < ShingleWords; k++)
                hash = (hash ^ words[i + k]) * Prime;
            shingles[i] = hash;
        }
        Array.Sort(shingles);
        var kept = 0;
        for (var i = 0; i < shingles.Length; i++)
        {
            if (i == 0 || shingles[i] != shingles[kept - 1])
                shingles[kept++] = shingles[i];
        }
        return shingles[..kept];
    }

    /// <summary>FNV-1a of the lower-case letters: the same on every machine and in every run.</summary>
    private static ulong Hash(ReadOnlySpan<char> word)
    {
        var hash = Basis;
        foreach (var c in word)
            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        return hash;
    }
}
