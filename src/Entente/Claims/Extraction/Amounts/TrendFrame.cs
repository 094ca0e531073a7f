using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>Changes and extremes that no figure is told of: "trade declined in 2024", "was the highest on record", "fell to its lowest since 2001".</summary>
internal sealed class TrendFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public IEnumerable<ClaimDraft> Read()
    {
        if (analysis.Measures.Count == 0)
            yield break;
        if (Extreme() is { } extreme)
            yield return extreme;
        else if (Direction() is { } direction)
            yield return direction;
    }

    /// <summary>"declined in 2024": which way, where the sentence gives no figure at all and names the time itself.</summary>
    private ClaimDraft? Direction()
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind is not (QuantityKind.Ordinal or QuantityKind.Duration))
                return null;
        foreach (var change in analysis.Changes)
        {
            if (change.IsNoun || !Past(change.Token) || Denied(change.Token) || Compared(change.Token))
                continue;
            var span = SubjectOf(change.Token);
            if (span is null || resolver.Resolve(span) is not { First: not null } reference || reference.Inferred.Count > 0)
                continue;
            var chosen = PeriodChooser.Choose(analysis, change.Token, change.Token + 1, reference, discourse);
            if (chosen.Mention is not { Kind: TimeKind.Absolute or TimeKind.Relative } || chosen.Period is not { } period)
                continue;
            var since = chosen.Since;
            if (period.Kind == PeriodKind.Range && PeriodChooser.Bounds(analysis, chosen.Mention))
                (since, period) = period.Split();
            since = PeriodChooser.Base(since, period);
            var tail = since is { } s && !s.Equals(period.PlusYears(-1)) ? $", since: {s.Text}" : "";
            discourse.Remember(reference, period, analysis.Statement.Paragraph);
            return new ClaimDraft
            {
                First = span.First,
                End = change.Token + 1,
                Kind = ClaimKind.Change,
                Assertion = $"growth({reference.Text()}, {period.Text}{tail}) {(change.Direction == Change.Down ? "<" : ">")} 0%",
                Relation = change.Direction == Change.Down ? "<" : ">",
                Value = 0,
                Unit = Units.Share.Symbol,
                Period = period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            };
        }
        return null;
    }

    // "grew faster than China's": told of two, which another frame reads.
    private bool Compared(int at)
    {
        for (var i = at + 1; i <= at + 4; i++)
            if (analysis.Is(i, "than"))
                return true;
        return false;
    }

    /// <summary>"the highest on record", "a record high", "its lowest level since 2001".</summary>
    private ClaimDraft? Extreme()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var lowest = analysis.Is(i, "lowest", "smallest", "low");
            var highest = (analysis.Word(i) is "highest" or "largest" or "biggest" or "greatest" or "high");
            if (!lowest && !highest)
                continue;
            if (
                analysis.Is(i, "low", "high")
                && !(analysis.Is(i - 1, "record", "time", "-") || analysis.Is(i - 1, "historic", "historical"))
            )
                continue;
            // "The highest on record" counts from a year that nobody names: the language has no word for it.
            if (SinceAfter(i) is not { } since)
                continue;
            // "the largest drop since 2001" is the change's extreme, not the measure's.
            if (analysis.Changes.Exists(c => c.Token > i && c.Token <= i + 3) || Denied(i))
                continue;
            var span = SubjectOf(i);
            if (span is null || resolver.Resolve(span) is not { First: not null } reference || reference.Inferred.Any(f => f.IsFallback))
                continue;
            var chosen = PeriodChooser.Choose(analysis, i, i + 1, reference, discourse);
            if (chosen.Mention is null || chosen.Period is not { } period || since.Start >= period.Start)
                continue;
            if (reference is { Measure: "balance" })
                continue;
            return new ClaimDraft
            {
                First = span.First,
                End = i + 1,
                Kind = ClaimKind.Rank,
                Assertion = $"{(lowest ? "lowest" : "highest")}({reference.Text()}, at: {period.Text}, since: {since.Text})",
                Period = period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            };
        }
        return null;
    }

    private Period? SinceAfter(int at)
    {
        foreach (var time in analysis.Times)
            if (
                time is { Role: TimeRole.Since, Period: { } since, Kind: TimeKind.Absolute }
                && time.FirstToken > at
                && time.FirstToken <= at + 4
            )
                return since;
        return null;
    }

    private MeasureSpan? SubjectOf(int verb)
    {
        MeasureSpan? best = null;
        foreach (var span in analysis.Measures)
            if (!span.IsVerb && span.End <= verb && !analysis.StrongBreak(span.End, verb) && !analysis.InAsideBefore(span.First, verb))
                best = span.Measure is "exports" or "imports" or "trade" or "balance" or "military_expenditure" or "gdp" ? span : best;
        return best is not null && verb - best.End <= 14 ? best : null;
    }

    private bool Past(int verb)
    {
        var word = analysis.Word(verb);
        return word is not ("up" or "down" or "cut")
            && (
                word.EndsWith("ed", StringComparison.Ordinal)
                || word
                    is "grew"
                        or "grown"
                        or "rose"
                        or "risen"
                        or "fell"
                        or "fallen"
                        or "shrank"
                        or "shrunk"
                        or "sank"
                        or "slid"
                        or "swelled"
                        or "leapt"
            );
    }

    private bool Denied(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (analysis.Is(i, ",", ";"))
                return false;
            if (
                (
                    analysis.Word(i)
                    is "not"
                        or "n't"
                        or "never"
                        or "no"
                        or "would"
                        or "will"
                        or "could"
                        or "might"
                        or "may"
                        or "should"
                        or "if"
                        or "to"
                        or "hardly"
                        or "neither"
                        or "whether"
                        or "expected"
                )
            )
                return !analysis.Is(i, "to") || i == at - 1;
        }
        return false;
    }
}
