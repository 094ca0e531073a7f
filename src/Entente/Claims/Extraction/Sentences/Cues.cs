namespace Entente.Claims.Extraction.Sentences;

/// <summary>
/// The words without one of which a frame finds nothing in a sentence. A frame declares them beside its rules and asks
/// <see cref="SentenceAnalysis.Has"/> before it reads: most frames are passed over in most sentences. What a sentence has is told in one pass
/// over its words. A cue too many costs time, a missing one a claim: the frames are also run without their cues, and must find the same.
/// </summary>
internal sealed class Cues
{
    private const int Most = 64;

    private static readonly Lock Gate = new();
    private static Table known = new([], 0);

    private readonly ulong bit;

    private Cues(ulong bit) => this.bit = bit;

    /// <summary>Words in lower case, as tokens have them, separated by white space.</summary>
    public static Cues Of(string words)
    {
        lock (Gate)
        {
            if (known.Count == Most)
                throw new InvalidOperationException($"found {Most} sets of cues, expected fewer: a sentence's are the bits of one number");
            var bit = 1ul << known.Count;
            var of = new Dictionary<string, ulong>(known.Of, StringComparer.Ordinal);
            foreach (var word in words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                of[word] = of.GetValueOrDefault(word) | bit;
            Volatile.Write(ref known, new Table(of, known.Count + 1));
            return new Cues(bit);
        }
    }

    /// <summary>What the words of one sentence are cues of.</summary>
    internal struct Present
    {
        private ulong bits;

        // Frames declare their cues when they are first used: what was told of fewer is told anew.
        private int told;

        public bool Has(Cues cues, Reading.Text.TokenList tokens)
        {
            var table = Volatile.Read(ref known);
            if (told != table.Count)
                (bits, told) = (table.In(tokens), table.Count);
            return (bits & cues.bit) != 0;
        }
    }

    private sealed record Table(Dictionary<string, ulong> Of, int Count)
    {
        public ulong In(Reading.Text.TokenList tokens)
        {
            var bits = 0ul;
            for (var i = 0; i < tokens.Count; i++)
                if (Of.TryGetValue(tokens[i].Lower, out var more))
                    bits |= more;
            return bits;
        }
    }
}
