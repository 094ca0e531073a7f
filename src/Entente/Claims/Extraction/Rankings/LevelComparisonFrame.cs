using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <summary>
/// Comparisons of levels without a number: "India's economy was larger than Britain's", "spends more on defence than Iran and Iraq
/// combined", "its exports exceeded those of Japan", and after a figure "…, fewer than Russia", "…, ahead of Germany".
/// </summary>
internal sealed class LevelComparisonFrame(SentenceAnalysis analysis, Discourse discourse, Comparables comparables)
{
    private static readonly Cues Needs = Cues.Of(
        """
        than exceeds exceeded exceed surpassed surpasses dwarfs dwarfed outstripped outstrips topped overtook outweighs outweighed
        """
    );

    public IEnumerable<ClaimDraft> Read()
    {
        if (!analysis.Has(Needs))
            yield break;
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var draft = Word(i) switch
            {
                "than" => Faster(i) ?? Than(i),
                "exceeds"
                or "exceeded"
                or "exceed"
                or "surpassed"
                or "surpasses"
                or "dwarfs"
                or "dwarfed"
                or "outstripped"
                or "outstrips"
                or "topped"
                or "overtook"
                or "outweighs"
                or "outweighed" => Exceeds(i),
                _ => null,
            };
            if (draft is not null)
                yield return draft;
        }
    }

    /// <summary>"has more than made up for", "more than offset": more of what the verb says, and no comparison of two figures.</summary>
    public static bool SaysOfVerb(SentenceAnalysis analysis, int than) =>
        analysis.Is(than - 1, "more")
        && analysis.Word(than + 1)
            is "made"
                or "makes"
                or "make"
                or "offset"
                or "offsets"
                or "compensated"
                or "compensates"
                or "replaced"
                or "covered";

    private ClaimDraft? Than(int than)
    {
        var at = -1;
        for (var i = than - 1; i >= Math.Max(0, than - 9) && at < 0; i--)
            if (Word(i) is "," or ";" or "and")
                return null;
            else if (Sign(i) is not null)
                at = i;
        // A number before the comparative makes it a difference or a ratio, which others read; a negation turns it into "at most".
        for (var i = than + 1; i <= than + 6; i++)
            // "larger than its deficit with any other country": a first place, and no comparison with a total.
            if (Word(i) is "any" or "anyone" or "anybody" or "every")
                return null;
        if (SaysOfVerb(analysis, than))
            return null;
        if (at < 1 || Counted(at) || Negated(at) || Word(at - 1) is "rather" or "other")
            return null;
        return Draft(at, than + 1, Sign(at) == "<");
    }

    /// <summary>"India's economy grew faster than China's": two changes over the same time, neither with its figure.</summary>
    private ClaimDraft? Faster(int than)
    {
        var slower = Word(than - 1) is "slower" || Word(than - 2) is "less";
        if (
            !(Word(than - 1) is "faster" or "quicker" or "slower")
            && !(
                Word(than - 2) is "more" or "less"
                && Word(than - 1) is "quickly" or "rapidly" or "sharply" or "strongly" or "steeply" or "slowly"
            )
        )
            return null;
        ChangeSpan? change = null;
        foreach (var candidate in analysis.Changes)
            if (!candidate.IsNoun && candidate.Token < than && than - candidate.Token <= 5)
                change = candidate;
        if (change is null || Counted(than - 1) || Negated(change.Token))
            return null;
        if (
            comparables.Left(change.Token, than) is not { } side
            || side.Span.IsVerb
            || comparables.Right(than + 1, side.Reference, side.Span) is not { Terms: [{ } other] } right
        )
            return null;
        var chosen = comparables.Period(change.Token, right.End, side.Reference, discourse);
        var period = chosen.Period is { } p ? ", " + p.Text : "";
        return new ClaimDraft
        {
            First = side.Span.First,
            End = right.End,
            Kind = ClaimKind.Comparison,
            Assertion =
                $"growth({side.Reference.Text()}{period}) {(slower == (change.Direction == Change.Up) ? "<" : ">")} growth({other.Text()}{period})",
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(side.Reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        };
    }

    private ClaimDraft? Exceeds(int verb) =>
        Negated(verb) || comparables.ActorAt(verb + 1) is null && Word(verb + 1) is not ("that" or "those")
            ? null
            : Draft(verb, verb + 1, false);

    private ClaimDraft? Draft(int at, int from, bool less)
    {
        if (
            (comparables.Left(at, from) ?? comparables.Borrowed(at, from)) is not { } side
            || comparables.Right(from, side.Reference, side.Span) is not { } right
        )
            return null;
        // "Trade with China makes up a fifth of Brazil's total, more than that with …": of one who is named, and not of whom another text spoke.
        if (OwnedElsewhere(side.Reference, from))
            return null;
        var left = (side.Span, Reference: Comparables.Owned(side.Reference, right));
        // "exports more to China than Japan": who is meant cannot be told. Two flows with their prepositions are another frame's.
        if (
            left.Span.IsVerb
            && Word(from) is not "what"
            && (Word(from) is "to" or "from" or "with" || (left.Reference.Second is not null && !OfGoods(left.Span, left.Reference, from)))
        )
            return null;
        var chosen = comparables.Period(at, right.End, left.Reference, discourse);
        // "were higher than those to the United States in 2023": the time stands behind both.
        if (chosen.Mention is null)
            foreach (var time in analysis.Times)
                if (
                    time is { Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative, Role: TimeRole.At or TimeRole.During }
                    && time.FirstToken - right.End is >= 0 and <= 2
                )
                    chosen = new(FiscalYears.Read(analysis, time, left.Reference), time, null);
        var period = chosen.Period?.Text;
        return new ClaimDraft
        {
            First = left.Span.First < at ? left.Span.First : at,
            End = right.End,
            Kind = ClaimKind.Comparison,
            Assertion = $"{left.Reference.Text(period)} {(less ? "<" : ">")} {right.Text(period)}",
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(left.Reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        };
    }

    private bool OwnedElsewhere(MeasureRef reference, int to)
    {
        if (!reference.Inferred.Any(i => i.IsFallback))
            return false;
        foreach (var actor in analysis.Actors)
            if (
                actor.End < to
                && actor is { Possessive: true, Party: { } party }
                && party != reference.First
                && party != reference.Second
                && actor.Actor.Kind == Actors.ActorKind.State
            )
                return true;
        return false;
    }

    /// <summary>"bought more Russian gas than Hungary": the seller is said with the goods, so that who is compared buys.</summary>
    private bool OfGoods(MeasureSpan span, MeasureRef reference, int to)
    {
        if (reference.Measure != "imports" || analysis.ActorStartingAt(to) is { IsAdjective: true })
            return false;
        var goods = false;
        for (var i = span.End; i < to; i++)
            if (Word(i) is "from" or "to" or "with")
                return false;
            else
                goods |= analysis.ActorStartingAt(i) is { IsAdjective: true };
        return goods;
    }

    /// <summary>What is said beside a figure of who has more: "…, fewer than Russia", "…, ahead of Germany", "…, more than X and Y combined".</summary>
    public ClaimDraft? Beside(QuantityMention quantity, MeasureRef reference, MeasureSpan? span, Period? period)
    {
        var i = quantity.EndToken;
        var last = Math.Min(analysis.Tokens.Count - 2, quantity.EndToken + 14);
        for (; i <= last; i++)
        {
            if (analysis.Tokens[i].Kind is TokenKind.Currency || analysis.StrongBreak(i, i + 1))
                return null;
            if (Word(i) is not ("," or "(" or "—"))
                continue;
            var sign = Sign(i + 1);
            var from = sign is not null && Word(i + 2) is "than" ? i + 3 : -1;
            if (from < 0 && Word(i + 1) is "ahead" && Word(i + 2) is "of")
                (sign, from) = (">", i + 3);
            if (from < 0 && Word(i + 1) is "behind" or "trailing")
                (sign, from) = ("<", i + 2);
            if (from < 0)
                continue;
            if (comparables.Right(from, reference, span ?? new MeasureSpan(0, 0, reference.Measure, false, false)) is not { } right)
                return null;
            return new ClaimDraft
            {
                First = i + 1,
                End = right.End,
                Kind = ClaimKind.Comparison,
                Assertion = $"{reference.Text(period?.Text)} {sign} {right.Text(period?.Text)}",
                Period = period,
                Inferred = reference.Inferred,
                Reason = period is null ? "no-period" : null,
            };
        }
        return null;
    }

    private string? Sign(int at) =>
        Word(at) switch
        {
            "more" or "higher" or "larger" or "bigger" or "greater" => ">",
            "less" or "fewer" or "lower" or "smaller" => "<",
            _ => null,
        };

    private bool Counted(int at)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.EndToken >= at - 1 && quantity.FirstToken <= at)
                return true;
        return Word(at - 1) is "times" or "far" && Word(at - 2) is "many" or "several";
    }

    private bool Negated(int at) => Denied(analysis, at);

    /// <summary>True where a comparison is denied, supposed, or of a sum that the nearest name alone is not.</summary>
    public static bool Denied(SentenceAnalysis analysis, int at)
    {
        // "Russia and China together have a smaller economy": a sum that the nearest name alone is not.
        for (var i = 0; i < at; i++)
            if (analysis.Word(i) is "together" or "combined" or "jointly")
                return true;
        if (analysis.Word(0) is "if" or "unless" or "were" or "should")
            return true;
        for (var i = at - 1; i >= Math.Max(0, at - 4); i--)
            if (analysis.Word(i) is "not" or "no" or "n't" or "never" or "hardly" or "if" or "would" or "could" or "may" or "might")
                return true;
        return false;
    }

    private string Word(int i) => analysis.Word(i);
}
