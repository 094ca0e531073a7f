namespace Entente.Reading.Anchors;

/// <summary>
/// Finds an anchored stretch again in a text that may have been edited since. First the place is found, by position, by the words, by what stands
/// around them, whatever the numbers are now; then every number in it must be what it was. So a figure that was changed orphans its anchor rather
/// than sending it to another place where the old figure happens to stand. Time is linear in the text.
/// </summary>
public static class AnchorFinder
{
    // Share of the usual context that must still stand around words that stand elsewhere too, or were edited.
    private const double LeastContext = 0.3;

    // Words as many as this are found again by themselves where they stand in one place only.
    private const int Telling = 24;

    private const double LeastLikeness = 0.8;

    private const double Tie = 0.02;

    private const double Doubt = 0.4;

    /// <summary>Where the stretch is in <paramref name="text"/> now, or why it is not there. Never throws on any text.</summary>
    public static AnchorOutcome Find(string text, TextAnchor anchor)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(anchor);
        if (anchor.Exact.Length == 0 || text.Length == 0)
            return AnchorOutcome.Lost(OrphanReason.NotFound);
        var words = anchor.Prefix + anchor.Exact + anchor.Suffix;
        var at = anchor.Start - anchor.Prefix.Length;
        if (at >= 0 && at <= text.Length && text.AsSpan(at).StartsWith(words, StringComparison.Ordinal))
            return Whole(text, anchor, anchor.Start, AnchorMatch.Position);
        if (TextAnchor.IsOnce(text, words))
            return Whole(text, anchor, text.IndexOf(words, StringComparison.Ordinal) + anchor.Prefix.Length, AnchorMatch.Quote);
        // Words that the text had once and has once are the same words.
        if (anchor.Alone && TextAnchor.IsOnce(text, anchor.Exact))
            return Whole(text, anchor, text.IndexOf(anchor.Exact, StringComparison.Ordinal), AnchorMatch.Quote);
        return Choose(text, anchor, AnchorCandidates.Of(text, anchor));
    }

    private static AnchorOutcome Whole(string text, TextAnchor anchor, int start, AnchorMatch match)
    {
        var end = start + anchor.Exact.Length;
        return NumbersIn.IsWhole(text, start, end, anchor)
            ? AnchorOutcome.At(start, end, match)
            : AnchorOutcome.Lost(OrphanReason.NumberChanged, Around(text, start, end));
    }

    private static AnchorOutcome Choose(string text, TextAnchor anchor, List<AnchorCandidate> candidates)
    {
        var full = anchor.Prefix.Length + anchor.Suffix.Length;
        // Where all that stood around it still stands, there it was, if what stands there may be its words: sentences repeat their ends.
        bool MayBe(AnchorCandidate c) => c.Likeness >= 0.5 || anchor.Exact.Length < Telling / 2;
        var there = candidates.FindAll(c => full > 0 && c.Common == full && MayBe(c));
        if (there.Count > 0)
            candidates = there;
        else if (!anchor.Alone)
        {
            // Of copies the one is it that has one of its sides; where two have, or none, nothing tells which.
            var sided = candidates.FindAll(c => c.WholeSide && MayBe(c));
            if (SeveralPlaces(sided) || (sided.Count == 0 && SeveralPlaces(candidates.FindAll(c => c.Exact))))
                return AnchorOutcome.Lost(OrphanReason.Ambiguous);
            if (sided.Count > 0)
                candidates = sided;
        }
        if (candidates.Count == 0)
            return AnchorOutcome.Lost(OrphanReason.NotFound);
        var best = candidates[0];
        foreach (var candidate in candidates)
            if (IsBetter(candidate, best, anchor))
                best = candidate;
        var now = text[best.Start..best.End];
        if (!NumbersIn.AreSame(anchor.Exact, now) || !NumbersIn.IsWhole(text, best.Start, best.End, anchor))
            return best.Context >= 0.5 || best.Likeness >= LeastLikeness
                ? AnchorOutcome.Lost(OrphanReason.NumberChanged, Around(text, best.Start, best.End))
                : AnchorOutcome.Lost(OrphanReason.NotFound);
        if (best.Likeness < LeastLikeness)
            return AnchorOutcome.Lost(OrphanReason.NotFound);
        if (best.Start != anchor.Start && candidates.Exists(c => IsRival(c, best)))
            return AnchorOutcome.Lost(OrphanReason.Ambiguous);
        // Another place that fits nearly as well, but for its numbers, may be where it was before they changed.
        if (best.Common < full && candidates.Find(c => !Overlap(c, best) && best.Score - c.Score < Doubt) is { } other)
            return AnchorOutcome.Lost(OrphanReason.Ambiguous, Around(text, other.Start, other.End));
        if (best.Context >= LeastContext)
            return AnchorOutcome.At(best.Start, best.End, best.Exact ? AnchorMatch.Quote : AnchorMatch.Edited);
        return best.Exact && anchor.Exact.Length >= Telling && candidates.Count(c => c.Exact) == 1
            ? AnchorOutcome.At(best.Start, best.End, AnchorMatch.Quote)
            : AnchorOutcome.Lost(OrphanReason.NotFound);
    }

    private static bool IsBetter(AnchorCandidate one, AnchorCandidate other, TextAnchor anchor)
    {
        if (Math.Abs(one.Score - other.Score) >= Tie)
            return one.Score > other.Score;
        if (one.Common != other.Common)
            return one.Common > other.Common;
        if (one.Exact != other.Exact)
            return one.Exact;
        return Math.Abs(one.Start - anchor.Start) < Math.Abs(other.Start - anchor.Start);
    }

    private static bool IsRival(AnchorCandidate candidate, AnchorCandidate best) =>
        candidate.Exact == best.Exact
        && (candidate.Start >= best.End || candidate.End <= best.Start)
        && Math.Abs(candidate.Score - best.Score) < Tie
        && candidate.Common == best.Common;

    private static bool SeveralPlaces(List<AnchorCandidate> candidates) => candidates.Exists(c => !Overlap(c, candidates[0]));

    private static bool Overlap(AnchorCandidate one, AnchorCandidate other) => one.Start < other.End && other.Start < one.End;

    // What stands there now for people to compare: cut numbers made whole.
    private static string Around(string text, int start, int end)
    {
        const int Most = 8;
        for (var i = 0; i < Most && start > 0 && !char.IsWhiteSpace(text[start - 1]); i++)
            start--;
        for (var i = 0; i < Most && end < text.Length && !char.IsWhiteSpace(text[end]); i++)
            end++;
        return text[start..end];
    }
}
