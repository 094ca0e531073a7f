namespace Entente.Reading.Anchors;

/// <summary>A stretch of the text that may be the anchored one.</summary>
internal sealed record AnchorCandidate
{
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>True where its words are the anchor's, letter by letter.</summary>
    public required bool Exact { get; init; }

    /// <summary>0 to 1: how like the anchor's words its words are.</summary>
    public required double Likeness { get; init; }

    /// <summary>0 to 1: how much of what stood around the anchor's words stands around it.</summary>
    public required double Context { get; init; }

    /// <summary>Code units that are the same without a gap, counted outward on both sides.</summary>
    public required int Common { get; init; }

    /// <summary>True where all that stood on one side of the anchor's words stands there.</summary>
    public required bool WholeSide { get; init; }

    public double Score => Likeness + Context;
}

/// <summary>
/// Collects the places that may be an anchor's: where its words stand, where what stood around them stands, and where pieces of its words stand.
/// Every search takes only so many places nearest to the old one, so that a text that repeats itself costs no more than any other.
/// </summary>
internal sealed class AnchorCandidates
{
    private const int MostPlaces = 128;

    private const int Seed = 16;

    private const int ShortestSeed = 6;

    // Cells of edit-distance tables that one search may fill.
    private const long MostWork = 30_000_000;

    private readonly string text;
    private readonly TextAnchor anchor;
    private readonly Dictionary<(int, int), AnchorCandidate> found = [];
    private long work;

    private AnchorCandidates(string text, TextAnchor anchor) => (this.text, this.anchor) = (text, anchor);

    public static List<AnchorCandidate> Of(string text, TextAnchor anchor)
    {
        var candidates = new AnchorCandidates(text, anchor);
        foreach (var at in candidates.Places(anchor.Exact, anchor.Start))
            candidates.Add(at, at + anchor.Exact.Length);
        candidates.BetweenContexts();
        candidates.AroundPieces();
        return [.. candidates.found.Values.OrderBy(c => c.Start).ThenBy(c => c.End)];
    }

    /// <summary>What stands now between what stood before and what stood after, however it has changed.</summary>
    private void BetweenContexts()
    {
        var before = anchor.Prefix.Length > Seed ? anchor.Prefix[^Seed..] : anchor.Prefix;
        var after = anchor.Suffix.Length > Seed ? anchor.Suffix[..Seed] : anchor.Suffix;
        if (before.Length + after.Length < ShortestSeed)
            return;
        var longest = anchor.Exact.Length + (anchor.Exact.Length / 2) + Seed;
        IEnumerable<int> starts =
            before.Length == 0 ? [0]
            : before.Length >= ShortestSeed ? Places(before, anchor.Start - before.Length).Select(at => at + before.Length)
            : [];
        foreach (var start in starts)
        {
            var room = Math.Min(text.Length - start, longest + after.Length);
            var length =
                after.Length > 0 ? text.AsSpan(start, room).IndexOf(after, StringComparison.Ordinal)
                : text.Length - start <= longest ? text.Length - start
                : -1;
            if (length > 0)
                Add(start, start + length);
        }
    }

    /// <summary>An edit leaves most of the words as they were: where a quarter of them stands, the rest is looked for around it.</summary>
    private void AroundPieces()
    {
        var exact = anchor.Exact;
        var pieces = exact.Length >= 4 * ShortestSeed ? 4 : 2;
        var size = exact.Length / pieces;
        if (size < ShortestSeed - 1)
            return;
        var slack = (exact.Length / 5) + 1;
        var looked = new HashSet<int>();
        for (var piece = 0; piece < pieces; piece++)
        {
            var offset = piece * size;
            foreach (var at in Places(exact.Substring(offset, size), anchor.Start + offset))
            {
                var from = Math.Max(0, at - offset - slack);
                var to = Math.Min(text.Length, at - offset + exact.Length + slack);
                if (!looked.Add((at - offset) / (slack + 1)) || !MayTake((long)exact.Length * (to - from)))
                    continue;
                var (start, end, distance) = EditDistance.Nearest(exact, text.AsSpan(from, to - from));
                if (distance <= slack && end > start)
                    Add(from + start, from + end);
            }
        }
    }

    private bool MayTake(long cells) => (work += cells) <= MostWork;

    private void Add(int start, int end)
    {
        if (found.ContainsKey((start, end)))
            return;
        var now = text.AsSpan(start, end - start);
        var exact = now.SequenceEqual(anchor.Exact);
        if (!exact && !MayTake((long)now.Length * anchor.Exact.Length))
            return;
        var (context, common, wholeSide) = Context(start, end);
        found.Add(
            (start, end),
            new()
            {
                Start = start,
                End = end,
                Exact = exact,
                Likeness = exact ? 1 : EditDistance.Similarity(anchor.Exact, now),
                Context = context,
                Common = common,
                WholeSide = wholeSide,
            }
        );
    }

    private (double Likeness, int Common, bool WholeSide) Context(int start, int end)
    {
        var before = text.AsSpan(Math.Max(0, start - anchor.Prefix.Length)..start);
        var after = text.AsSpan(end, Math.Min(anchor.Suffix.Length, text.Length - end));
        var (left, right) = (before.CommonSuffix(anchor.Prefix), after.CommonPrefixLength(anchor.Suffix));
        var wholeSide = (left > 0 && left == anchor.Prefix.Length) || (right > 0 && right == anchor.Suffix.Length);
        // What sets copies apart may stand far off; the longer the stretch, the less an edit in it counts.
        const int Near = 4 * TextAnchor.UsualContext;
        // At the beginning or end of a text there was nothing, which says nothing about the place.
        if (anchor.Prefix.Length == 0 && anchor.Suffix.Length == 0)
            return (1, left + right, wholeSide);
        var likeBefore = Like(Last(before, Near), Last(anchor.Prefix, Near));
        var likeAfter = Like(First(after, Near), First(anchor.Suffix, Near));
        return (
            anchor.Prefix.Length == 0 ? likeAfter
            : anchor.Suffix.Length == 0 ? likeBefore
            : (likeBefore + likeAfter) / 2,
            left + right,
            wholeSide
        );
    }

    // Any two sentences have a third of their letters in common: that much counts for nothing.
    private static double Like(ReadOnlySpan<char> one, ReadOnlySpan<char> other) =>
        Math.Max(0, (EditDistance.Similarity(one, other) - 0.35) / 0.65);

    private static ReadOnlySpan<char> Last(ReadOnlySpan<char> text, int n) => text.Length > n ? text[^n..] : text;

    private static ReadOnlySpan<char> First(ReadOnlySpan<char> text, int n) => text.Length > n ? text[..n] : text;

    /// <summary>Where the words stand, those nearest to the old place: half of the allowance before it, half after.</summary>
    private List<int> Places(string words, int near)
    {
        var places = new List<int>();
        near = Math.Clamp(near, 0, text.Length);
        for (var at = text.IndexOf(words, near, StringComparison.Ordinal); at >= 0 && places.Count < MostPlaces / 2; )
        {
            places.Add(at);
            at = at + 1 < text.Length ? text.IndexOf(words, at + 1, StringComparison.Ordinal) : -1;
        }
        // A place before the old one may reach over it.
        var head = text.AsSpan(0, Math.Min(text.Length, near + words.Length - 1));
        for (var n = 0; n < MostPlaces / 2 && head.LastIndexOf(words, StringComparison.Ordinal) is >= 0 and var at; n++)
        {
            places.Add(at);
            head = head[..(at + words.Length - 1)];
        }
        return places;
    }
}

internal static class CommonText
{
    public static int CommonSuffix(this ReadOnlySpan<char> one, ReadOnlySpan<char> other)
    {
        var n = 0;
        while (n < one.Length && n < other.Length && one[^(n + 1)] == other[^(n + 1)])
            n++;
        return n;
    }
}
