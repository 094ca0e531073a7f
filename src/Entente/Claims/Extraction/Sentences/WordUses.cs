using System.Runtime.InteropServices;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>Of what a word can be the first: phrases of the catalogue and the record, and words that tell of a change or an event.</summary>
[Flags]
internal enum WordUse : ushort
{
    None = 0,
    Alias = 1,
    Item = 2,
    AntiItem = 4,
    MeasureWord = 8,
    MeasureVerb = 16,
    AntiMeasure = 32,
    EventName = 64,
    EventKind = 128,
    Change = 256,

    OfItems = Item | AntiItem,
    OfMeasures = MeasureWord | MeasureVerb | AntiMeasure,
    OfEvents = EventName | EventKind,
}

/// <summary>The uses of every word that has any, so that each token is looked up once and most tokens then pass all searches by.</summary>
internal sealed class WordUses
{
    private readonly Dictionary<string, WordUse> byWord = new(StringComparer.Ordinal);

    /// <param name="words">Words in lower case, as tokens have them.</param>
    public void Add(WordUse use, IEnumerable<string> words)
    {
        foreach (var word in words)
            CollectionsMarshal.GetValueRefOrAddDefault(byWord, word, out _) |= use;
    }

    /// <summary>The uses of each token.</summary>
    public WordUse[] Of(TokenList tokens)
    {
        var uses = new WordUse[tokens.Count];
        for (var i = 0; i < uses.Length; i++)
            if (byWord.TryGetValue(tokens[i].Lower, out var use))
                uses[i] = use;
        return uses;
    }
}
