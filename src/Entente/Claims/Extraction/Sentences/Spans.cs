using Entente.Actors;
using Entente.Reading;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sentences;

/// <summary>A stretch of tokens that names an actor. <see cref="Party"/> is the state or organisation that acts: a leader's or capital's state.</summary>
internal sealed record ActorSpan(int First, int End, Actor Actor, AliasKind Kind, string? Party)
{
    /// <summary>True for "Chinese", "Sino-", which qualify a noun rather than act.</summary>
    public bool IsAdjective => Kind is AliasKind.Adjective or AliasKind.Prefix;

    /// <summary>True when "’s" or a plural's apostrophe follows inside the span's end.</summary>
    public bool Possessive { get; init; }

    /// <summary>For an actor named by role ("the bloc"): how it was told who is meant; null for a name.</summary>
    public string? Role { get; init; }
}

/// <summary>A measure's word; for verbs the subject and object decide the direction of the flow.</summary>
internal sealed record MeasureSpan(int First, int End, string Measure, bool IsVerb, bool Passive);

internal sealed record ItemSpan(int First, int End, string Item);

/// <summary>A recorded event that the words name.</summary>
internal sealed record EventSpan(int First, int End, string EventId, Entente.Quantities.Period Date)
{
    /// <summary>True where a verb names it ("invaded Ukraine"): then a date of the clause is its date.</summary>
    public bool IsVerb { get; init; }

    /// <summary>True where neither parties nor place nor date told which of several is meant.</summary>
    public bool Guessed { get; init; }
}

/// <summary>A change word: up or down, verb or noun ("grew", "a jump in"), or a change to a level ("overtook").</summary>
internal sealed record ChangeSpan(int Token, Change Direction, bool IsNoun);

/// <summary>One statement with everything found in it. Frames read it; nothing writes to it after it is built.</summary>
internal sealed class SentenceAnalysis
{
    private readonly int[] penalty;

    public SentenceAnalysis(Statement statement, IReadOnlyList<Token> tokens)
    {
        Statement = statement;
        Tokens = TokenList.Of(tokens);
        penalty = new int[tokens.Count + 1];
        for (var i = 0; i < tokens.Count; i++)
            penalty[i + 1] = penalty[i] + BreakPenalty(tokens[i].Lower);
    }

    public Statement Statement { get; }

    public TokenList Tokens { get; }

    /// <summary>What each token can be the first word of; set before anything is searched for.</summary>
    public WordUse[] Uses { get; init; } = [];

    public List<ActorSpan> Actors { get; } = [];

    public List<MeasureSpan> Measures { get; } = [];

    public List<ItemSpan> Items { get; } = [];

    public List<EventSpan> Events { get; set; } = [];

    public List<ChangeSpan> Changes { get; } = [];

    public IReadOnlyList<QuantityMention> Quantities { get; set; } = [];

    public IReadOnlyList<SkippedNumber> Skipped { get; set; } = [];

    public IReadOnlyList<TimeMention> Times { get; set; } = [];

    /// <summary>Set by frames: a quantity or time that became part of a claim.</summary>
    public HashSet<QuantityMention> Used { get; } = new(ReferenceEqualityComparer.Instance);

    public HashSet<TimeMention> UsedTimes { get; } = new(ReferenceEqualityComparer.Instance);

    /// <summary>True for every set of cues: frames read the sentence as if none declared what it needs.</summary>
    public bool HasAll { get; init; }

    /// <summary>True when a word of the sentence is among a frame's cues; where none is, the frame finds nothing.</summary>
    public bool Has(Cues cues) => HasAll || present.Has(cues, Tokens);

    private Cues.Present present;

    public string Word(int i) => i >= 0 && i < Tokens.Count ? Tokens[i].Lower : "";

    // Asked at every token of every text: no list is made for a few words. For more than four, `Word(i) is "…" or "…"`.

    public bool Is(int i, string word) => i >= 0 && i < Tokens.Count && Tokens[i].Lower == word;

    public bool Is(int i, string one, string two)
    {
        var word = Word(i);
        return word == one || word == two;
    }

    public bool Is(int i, string one, string two, string three)
    {
        var word = Word(i);
        return word == one || word == two || word == three;
    }

    public bool Is(int i, string one, string two, string three, string four)
    {
        var word = Word(i);
        return word == one || word == two || word == three || word == four;
    }

    public bool Is(int i, params ReadOnlySpan<string> words)
    {
        if (i < 0 || i >= Tokens.Count)
            return false;
        var lower = Tokens[i].Lower;
        foreach (var word in words)
            if (lower == word)
                return true;
        return false;
    }

    /// <summary>How far two tokens are from each other, with clause boundaries counted as extra steps.</summary>
    public int Distance(int from, int to)
    {
        if (from > to)
            (from, to) = (to, from);
        return to - from + penalty[Math.Min(to, Tokens.Count)] - penalty[Math.Min(from, Tokens.Count)];
    }

    /// <summary>True when a strong boundary (semicolon, "but", "while", a dash) stands between two tokens.</summary>
    public bool StrongBreak(int from, int to)
    {
        for (var i = Math.Min(from, to); i < Math.Max(from, to); i++)
            if (BreakPenalty(Word(i)) >= 8)
                return true;
        return false;
    }

    /// <summary>The text of a token range as it stands in the reading text.</summary>
    public string Slice(int first, int end) => end <= first ? "" : Statement.Text[Tokens[first].Start..Tokens[end - 1].End];

    public ActorSpan? ActorEndingAt(int end)
    {
        foreach (var actor in Actors)
            if (actor.End == end)
                return actor;
        return null;
    }

    public ActorSpan? ActorStartingAt(int first)
    {
        foreach (var actor in Actors)
            if (actor.First == first)
                return actor;
        return null;
    }

    public ActorSpan? ActorCovering(int i)
    {
        foreach (var actor in Actors)
            if (actor.First <= i && i < actor.End)
                return actor;
        return null;
    }

    /// <summary>True when a token lies between a pair of dashes or brackets that closes before <paramref name="viewer"/>: an aside for what comes after.</summary>
    public bool InAsideBefore(int i, int viewer)
    {
        var opened = -1;
        for (var k = 0; k < viewer; k++)
        {
            if (Is(k, "(", "["))
                opened = k;
            else if (Is(k, ")", "]"))
            {
                if (opened >= 0 && opened < i && i < k)
                    return true;
                opened = -1;
            }
            else if (Is(k, "—", "–") && !Touches(k))
            {
                if (opened >= 0)
                {
                    if (opened < i && i < k)
                        return true;
                    opened = -1;
                }
                else
                {
                    opened = k;
                }
            }
        }
        return false;
    }

    // An en dash between two words without spaces joins a pair ("China–Russia trade"), it opens no aside. Em dashes always do.
    private bool Touches(int i) =>
        Tokens[i].Lower == "–"
        && i > 0
        && i + 1 < Tokens.Count
        && Tokens[i - 1].End == Tokens[i].Start
        && Tokens[i].End == Tokens[i + 1].Start;

    private static int BreakPenalty(string word) =>
        word switch
        {
            "," => 3,
            ";" => 12,
            ":" => 6,
            "—" => 8,
            "(" or ")" or "[" or "]" => 5,
            "but" or "while" or "whereas" or "although" or "though" or "however" or "because" => 9,
            "and" or "or" => 2,
            "which" or "who" or "when" => 3,
            _ => 0,
        };
}
