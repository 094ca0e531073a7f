namespace Entente.Reading.Text;

/// <summary>
/// Words as written with their lower case, so that a word which a text uses a thousand times is one string. One cache for each thread; a slot
/// goes to the last word that asked for it, and long words are not kept, so that no text makes it grow.
/// </summary>
internal sealed class WordCache
{
    private const int Slots = 4096;
    private const int Longest = 24;

    [ThreadStatic]
    private static WordCache? ofThread;

    private readonly (string Written, string Lower)[] slots = new (string, string)[Slots];

    public static WordCache OfThread => ofThread ??= new();

    /// <param name="word">The word as written.</param>
    /// <param name="lower">Gives the lower case of a word that is not here; depends on the word alone.</param>
    public (string Written, string Lower) Get(ReadOnlySpan<char> word, Func<string, string> lower)
    {
        if (word.Length > Longest)
            return New(word, lower);
        ref var slot = ref slots[Slot(word)];
        if (slot.Written is null || !word.SequenceEqual(slot.Written))
            slot = New(word, lower);
        return slot;
    }

    private static (string Written, string Lower) New(ReadOnlySpan<char> word, Func<string, string> lower)
    {
        var written = word.ToString();
        return (written, lower(written));
    }

    private static int Slot(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
            hash = (hash ^ c) * 16777619u;
        return (int)((hash ^ (hash >> 16)) % Slots);
    }
}
