using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Resolving;

/// <content>Times that stand near a figure and are not its own, or are so only in part.</content>
internal static partial class PeriodChooser
{
    /// <summary>"up from 69 percent in the previous five years": the stretch of that length right before the one just told.</summary>
    private static ChosenPeriod? WindowBefore(SentenceAnalysis analysis, int at, int end, MeasureRef? reference, Discourse discourse)
    {
        for (var i = end; i <= end + 5; i++)
        {
            if (analysis.Word(i) is "," or ";" or ".")
                return null;
            if (
                analysis.Word(i) is not ("previous" or "preceding" or "prior" or "earlier")
                || analysis.Word(i - 1) is not ("the" or "a")
                || !(analysis.Word(i + 1) is "period" or "window" || YearsAt(analysis, i + 1))
            )
                continue;
            Period? told = null;
            foreach (var time in analysis.Times)
                if (time is { Period: { Kind: PeriodKind.Range } range } && time.EndToken <= at)
                    told = range;
            told ??= reference is null ? null : discourse.PeriodOf(reference, analysis.Statement.Paragraph);
            if (told is not { Kind: PeriodKind.Range } || told.End.Year - told.Start.Year is < 2 or > 9)
                return null;
            var before = told.PlusYears(told.Start.Year - told.End.Year - 1);
            return new(before, null, new Inference("period", before.Text, "the stretch before " + told.Text));
        }
        return null;
    }

    /// <summary>"The African Union, founded in July 2002, has 55 members": the aside's time is that of what happened then.</summary>
    private static bool InParticiple(SentenceAnalysis analysis, TimeMention time, int at)
    {
        var open = time.FirstToken - 1;
        while (open > 0 && time.FirstToken - open < 8 && analysis.Tokens[open].Text is not ("," or ";" or "("))
            open--;
        if (
            analysis.Tokens[Math.Max(open, 0)].Text is not ","
            || !(
                analysis.Word(open + 1)
                    is "founded"
                        or "established"
                        or "created"
                        or "formed"
                        or "launched"
                        or "set"
                        or "admitted"
                        or "signed"
                || analysis.Word(open + 1) is "concluded" or "elected" or "annexed" or "opened" or "inaugurated" or "born" or "enlarged"
            )
        )
            return false;
        for (var i = time.EndToken; i < at; i++)
            if (analysis.Tokens[i].Text is ",")
                return true;
        return false;
    }

    private static bool YearsAt(SentenceAnalysis analysis, int at)
    {
        for (var i = at; i <= at + 2; i++)
            if (analysis.Word(i) is "years" or "year")
                return true;
        return false;
    }

    // "has increased to 3.5 percent, up from 1.3 percent in 2021" after figures of 2018: what is told is later than its base.
    private static bool SpeaksOfLater(SentenceAnalysis analysis, Period inherited)
    {
        foreach (var time in analysis.Times)
            if (time is { Period: { } period, Kind: not TimeKind.Event, Role: not TimeRole.By } && period.Start > inherited.End)
                return true;
        return false;
    }

    // "from $35 billion to $41 billion" without a time: how far back it reaches is not said.
    private static bool UntimedEnds(SentenceAnalysis analysis)
    {
        if (analysis.Times.Any(t => t.Kind != TimeKind.Event))
            return false;
        foreach (var quantity in analysis.Quantities)
            if (analysis.Is(quantity.FirstToken - 1, "from") && Paired(analysis, quantity.FirstToken, quantity.EndToken, true))
                return true;
        return false;
    }

    private static bool OfDays(SentenceAnalysis analysis, TimeMention time)
    {
        for (var i = time.FirstToken; i >= Math.Max(1, time.FirstToken - 2); i--)
            if (analysis.Is(i, "of", "in") && analysis.Is(i - 1, "days", "weeks"))
                return true;
        return false;
    }

    private static bool InUnsaidStretch(SentenceAnalysis analysis, int at)
    {
        foreach (var quantity in analysis.Quantities)
            if (
                quantity.Kind == QuantityKind.Duration
                && quantity.EndToken <= at
                && at - quantity.EndToken <= 1
                && analysis.Is(quantity.FirstToken - 1, "in", "over")
                && !analysis.Times.Any(t => t.FirstToken < quantity.EndToken && quantity.FirstToken < t.EndToken)
            )
                return true;
            // "six-month imports rose to $12bn": of months that are not said either.
            else if (
                quantity.Kind == QuantityKind.Duration
                && quantity.EndToken <= at
                && at - quantity.EndToken <= 8
                && analysis.Is(quantity.EndToken - 1, "month", "day", "week")
                && analysis.Is(quantity.EndToken - 2, "-")
                && (analysis.Word(quantity.EndToken) is "exports" or "imports" or "trade" or "turnover" or "shipments")
                && !analysis.Times.Any(t => t.FirstToken < quantity.EndToken && quantity.FirstToken < t.EndToken)
            )
                return true;
        return false;
    }

    private static bool IsBracketed(SentenceAnalysis analysis, TimeMention time, int at) =>
        analysis.Is(at - 1, "(") && time.EndToken == at - 1 && time.Role != TimeRole.Since;

    /// <summary>
    /// "rose in the first half of 2023 to $114bn this year, from $80bn last year": a year of which the sentence speaks in part is that part, and what it
    /// is compared with is the same part of the year before. Null where the year is the whole year, as far as anybody can tell.
    /// </summary>
    /// <param name="at">First token of the figure.</param>
    /// <param name="own">The figure's own time.</param>
    public static Period? PartSpokenOf(SentenceAnalysis analysis, int at, TimeMention? own, MeasureRef? reference, Discourse discourse)
    {
        if (
            !IsFlow(reference)
            || discourse.Published is not { } day
            || own is not { Kind: TimeKind.Relative, Period: { Kind: PeriodKind.Year } year, Fiscal: false }
        )
            return null;
        Period? part = null;
        foreach (var time in analysis.Times)
        {
            if (
                time is not { Period: { } period, Kind: not TimeKind.Event, Role: TimeRole.At or TimeRole.During }
                || !(period.Kind is PeriodKind.Half or PeriodKind.Quarter || (period.Kind == PeriodKind.Range && time.Cumulative))
                || period.Start.Year != day.Year
                || period.End.Year != day.Year
                || period.IsWholeYear
            )
                continue;
            if (part is not null && !part.Equals(period))
                return null;
            part = period;
        }
        return part is null ? null
            : year.Start.Year == day.Year ? part
            : year.Start.Year == day.Year - 1 && analysis.Is(at - 1, "from", "than", "against", "versus", "with") ? part.PlusYears(-1)
            : null;
    }

    private static bool IsFlow(MeasureRef? reference) =>
        reference is { Measure: "exports" or "imports" or "trade" or "volume" or "balance" };

    // "up 4 percent from the previous month", "down 2.3 percent on the quarter": growth is from the one before, not from the year before.
    private static bool IsOnPrevious(SentenceAnalysis analysis, string unit)
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
            if (
                (analysis.Is(i, unit) && analysis.Is(i - 1, "previous", "preceding", "prior"))
                || (analysis.Is(i, "earlier", "before") && analysis.Is(i - 1, unit) && analysis.Is(i - 2, "a", "one"))
                || (analysis.Is(i, unit) && analysis.Is(i + 1, "-", "on") && (analysis.Is(i + 2, "on") || analysis.Is(i + 2, unit)))
                || (
                    analysis.Is(i, unit)
                    && analysis.Is(i - 1, "the")
                    && analysis.Is(i - 2, "on")
                    && (i + 1 == analysis.Tokens.Count || analysis.Is(i + 1, ",", ".", "and", "to"))
                )
            )
                return true;
        return false;
    }

    // "rising by $17.5 billion to $66.7 billion in 2018–19": the end of the change is of its last year.
    private static bool RoseTo(SentenceAnalysis analysis, int at)
    {
        if (!analysis.Is(at - 1, "to"))
            return false;
        foreach (var change in analysis.Changes)
            if (!change.IsNoun && change.Token < at && at - change.Token <= 12)
                return true;
        return false;
    }

    private static bool IsPlainYearPair(SentenceAnalysis analysis, TimeMention time, MeasureRef? reference) =>
        time.Period is { Kind: PeriodKind.Range } pair
        && pair.End.Year == pair.Start.Year + 1
        && pair.Start is { Month: 1, Day: 1 }
        && pair.End is { Month: 12, Day: 31 }
        && FiscalYears.Read(analysis, time, reference).Equals(pair);

    private static TimeMention? TwoTimes(SentenceAnalysis analysis, TimeMention best, int at, int end)
    {
        var from = analysis.Is(at - 1, "from");
        if (
            !from && !analysis.Is(at - 1, "to")
            || (best.FirstToken >= end && best.FirstToken - end <= 2)
            || !Paired(analysis, at, end, from)
        )
            return null;
        TimeMention? first = null,
            second = null;
        foreach (var time in analysis.Times)
        {
            if (time.Period is null || time.Kind == TimeKind.Event)
                continue;
            if (time.Role is TimeRole.Base or TimeRole.Since || time.FirstToken >= end || second is not null)
                return null;
            if (first is null)
                first = time;
            else
                second = time;
        }
        return second is null || first!.Period!.Kind != second.Period!.Kind ? null
            : from ? first
            : second;
    }

    // "from 64 percent to 45 percent": a figure "to" has one "from" before it, and the other way round.
    private static bool Paired(SentenceAnalysis analysis, int at, int end, bool from)
    {
        foreach (var other in analysis.Quantities)
            if (
                other.Kind != QuantityKind.Duration
                && (
                    from
                        ? analysis.Is(other.FirstToken - 1, "to") && other.FirstToken >= end && other.FirstToken - end <= 4
                        : analysis.Is(other.FirstToken - 1, "from") && other.EndToken <= at && at - other.EndToken <= 4
                )
            )
                return true;
        return false;
    }
}
