namespace Entente.Reading.Anchors;

/// <summary>
/// A stretch of a text in the two ways that the W3C's Web Annotation Data Model selects one: by its words with some of the text before and after
/// (TextQuoteSelector, §4.2.4), and by its offsets (TextPositionSelector, §4.2.5). The words find it again after the text was edited.
/// </summary>
public sealed record TextAnchor
{
    /// <summary>UTF-16 code units of context on each side that a selector carries: enough to tell most repetitions apart, and short.</summary>
    public const int UsualContext = 32;

    private const int LongestContext = 512;

    /// <summary>The words, as they stood in the text.</summary>
    public required string Exact { get; init; }

    /// <summary>What stood before them; shorter than usual only at the beginning of the text.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What stood after them.</summary>
    public string Suffix { get; init; } = "";

    /// <summary>True where the words stood in the text once; false where they stood there more often, or nobody looked.</summary>
    public bool Alone { get; init; }

    /// <summary>First UTF-16 code unit in the text.</summary>
    public required int Start { get; init; }

    /// <summary>One past the last.</summary>
    public int End => Start + Exact.Length;

    /// <summary>The anchor of a stretch with the usual context.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is empty or not inside the text.</exception>
    public static TextAnchor Of(string text, int start, int end) => Of(text, start, end, UsualContext);

    /// <summary>
    /// The same with as much context (to a bound) as sets the stretch apart from every other place in the text where the same words stand.
    /// Searches the text, so it is for the few anchors that are kept rather than for every claim of a report.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch is empty or not inside the text.</exception>
    public static TextAnchor Distinct(string text, int start, int end)
    {
        for (var context = UsualContext; ; context *= 2)
        {
            var anchor = Of(text, start, end, context);
            if (context == UsualContext && IsOnce(text, anchor.Exact))
                return anchor with { Alone = true };
            var words = anchor.Prefix + anchor.Exact + anchor.Suffix;
            if (context >= LongestContext || IsOnce(text, words))
                return anchor;
        }
    }

    internal static bool IsOnce(string text, string words) =>
        text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var first && text.IndexOf(words, first + 1, StringComparison.Ordinal) < 0;

    private static TextAnchor Of(string text, int start, int end, int context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, text.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(start, end);
        var from = Math.Max(0, start - context);
        var to = Math.Min(text.Length, end + context);
        // Half a character is no context, and cannot be written as UTF-8.
        if (from < start && char.IsLowSurrogate(text[from]))
            from++;
        if (to > end && char.IsHighSurrogate(text[to - 1]))
            to--;
        return new()
        {
            Exact = text[start..end],
            Prefix = text[from..start],
            Suffix = text[end..to],
            Start = start,
        };
    }
}

/// <summary>How a stretch was found again.</summary>
public enum AnchorMatch
{
    /// <summary>Where it stood, with the same words around it.</summary>
    Position,

    /// <summary>The same words, at another place or with other words around them.</summary>
    Quote,

    /// <summary>Words that were edited a little; every number in them is the same.</summary>
    Edited,
}

/// <summary>Why a stretch is not in the text any more.</summary>
public enum OrphanReason
{
    /// <summary>Its place was found, and a number in it is another than it was.</summary>
    NumberChanged,

    /// <summary>The words are nowhere, or what is like them stands among other words.</summary>
    NotFound,

    /// <summary>Several places fit equally well.</summary>
    Ambiguous,
}

/// <summary>Where an anchored stretch is now, or why it is nowhere: exactly one of the two.</summary>
public sealed record AnchorOutcome
{
    private AnchorOutcome() { }

    /// <summary>The place; null for an orphan.</summary>
    public (int Start, int End)? Place { get; private init; }

    /// <summary>Set with <see cref="Place"/>.</summary>
    public AnchorMatch? Match { get; private init; }

    public OrphanReason? Orphan { get; private init; }

    /// <summary>For <see cref="OrphanReason.NumberChanged"/>: what stands there now.</summary>
    public string? Now { get; private init; }

    internal static AnchorOutcome At(int start, int end, AnchorMatch match) => new() { Place = (start, end), Match = match };

    internal static AnchorOutcome Lost(OrphanReason reason, string? now = null) => new() { Orphan = reason, Now = now };
}
