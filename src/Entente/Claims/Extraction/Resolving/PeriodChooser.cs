using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Resolving;

/// <summary>Decides which time expression a quantity belongs to, and what a quantity without one inherits.</summary>
internal static partial class PeriodChooser
{
    /// <param name="analysis">The sentence.</param>
    /// <param name="at">First token of the quantity.</param>
    /// <param name="end">One past its last token.</param>
    /// <param name="reference">The measure, for inheritance; null where there is none.</param>
    /// <param name="discourse">What came before.</param>
    /// <param name="stock">True for measures of a moment (warheads, population), which a text means as of its writing.</param>
    public static ChosenPeriod Choose(
        SentenceAnalysis analysis,
        int at,
        int end,
        MeasureRef? reference,
        Discourse discourse,
        bool stock = false
    )
    {
        // "raising the total in nine months to $70 billion": of a stretch that is not said.
        if (InUnsaidStretch(analysis, at))
            return new(null, null, null);
        var chosen = Nearest(analysis, at, end, reference, discourse, stock);
        if (chosen is { Period: { Kind: PeriodKind.Month } month, Mention.Role: TimeRole.Until } && IsFlow(reference))
            chosen = chosen with { Period = Period.OfRange(Period.OfMonth(month.Start.Year, 1), month) };
        if (PartSpokenOf(analysis, at, chosen.Mention, reference, discourse) is { } part)
            return chosen with { Period = part, Inference = new Inference("period", part.Text, Inference.PartSpokenOf) };
        if (chosen is { Since: null, Period: { Kind: PeriodKind.Quarter } quarter } && IsOnPrevious(analysis, "quarter"))
        {
            var before = quarter.Start.PlusMonths(-3);
            return chosen with { Since = Period.OfQuarter(before.Year, ((before.Month - 1) / 3) + 1) };
        }
        return chosen is { Since: null, Period: { Kind: PeriodKind.Month } own } && IsOnPrevious(analysis, "month")
            ? chosen with
            {
                Since = Period.OfMonth(own.Start.PlusMonths(-1).Year, own.Start.PlusMonths(-1).Month),
            }
            : chosen;
    }

    private static ChosenPeriod Nearest(SentenceAnalysis analysis, int at, int end, MeasureRef? reference, Discourse discourse, bool stock)
    {
        if (WindowBefore(analysis, at, end, reference, discourse) is { } window)
            return window;
        // A border is as long as it is: no time of the sentence is its period.
        if (reference is { Measure: "border_length" })
            return new(null, null, null);
        TimeMention? best = null;
        var bestCost = 1000;
        Period? since = null;
        foreach (var time in analysis.Times)
        {
            // When an event was is never the time that a figure is of, unless the text says before or after it.
            if (
                time.Period is null
                || (time.Kind == TimeKind.Event && time.Role is TimeRole.At or TimeRole.During or TimeRole.Since or TimeRole.By)
                || (time.EndToken <= at && InParticiple(analysis, time, at))
            )
                continue;
            // "against the figure for 2021 ($3.4bn)": in brackets behind what is compared with stands that one's own figure.
            var bracketed = IsBracketed(analysis, time, at);
            if (time.Role == TimeRole.Since || (!bracketed && !StandsWith(analysis, time, at, end) && IsComparison(analysis, time)))
            {
                // "than a year earlier" is what growth means by itself, "the first drop since 2019" no base at all, and a base stands with its own figure.
                if (
                    Math.Abs(time.FirstToken - end) <= 14
                    && time.Kind is not (TimeKind.Anaphoric or TimeKind.Relative)
                    && !IsBareYearAgo(analysis, time)
                    && !IsRecord(analysis, time)
                    && !FigureBetween(analysis, end, time.FirstToken)
                )
                    since ??= time.Period;
                continue;
            }
            var cost = Cost(analysis, time, at, end);
            if (cost < bestCost)
                (best, bestCost) = (time, cost);
        }
        // "had been worth $87bn a year earlier, came to $90bn in 2023": its own time, though only the other figure's says which year that is.
        if (YearEarlier(analysis, at, end))
            return best is { Kind: TimeKind.Absolute or TimeKind.Relative, Period: { } later }
                ? new(later.PlusYears(-1), null, new Inference("period", later.PlusYears(-1).Text, "the year before " + later.Text), since)
                : new(null, null, null, since);
        // "for the first 20 days of January": no figure of the month.
        if (best is not null && bestCost < 60 && OfDays(analysis, best))
            return new(null, best, null, since);
        if (best is not null && (bestCost < 60 || (bestCost < 200 && OnlyTime(analysis, best))))
        {
            analysis.UsedTimes.Add(best);
            // "in both 2013–17 and 2018–22 … fell from 64 to 45 percent": the first is of the first.
            if (TwoTimes(analysis, best, at, end) is { } own)
                return new(FiscalYears.Read(analysis, own, reference), own, null, since, true);
            // "from 9.5 percent to 4.3 percent between February and December": each end has its own time.
            if (
                best.Period is { Kind: PeriodKind.Range } range
                && (
                    Bounds(analysis, best)
                        ? analysis.Is(at - 1, "from", "to")
                        : RoseTo(analysis, at) && IsPlainYearPair(analysis, best, reference)
                )
            )
            {
                var (first, last) = range.Split();
                return new(analysis.Is(at - 1, "from") ? first : last, best, null, since, true);
            }
            // "Before 2022 …": a time that ends where the year begins; the last full year is taken, and marked as a guess.
            if (
                best is { Role: TimeRole.Before, Kind: TimeKind.Absolute, Period.Kind: PeriodKind.Year }
                && analysis.Word(best.FirstToken) is "before" or "until"
            )
                return new(YearBefore(best), best, new Inference("period", YearBefore(best).Text, Inference.LastFullYear), since);
            var period =
                best.Role == TimeRole.Before && best.Kind == TimeKind.Event ? YearBefore(best)
                : best.Role == TimeRole.After && best.Kind == TimeKind.Event ? YearAfter(best)
                : FiscalYears.Read(analysis, best, reference);
            Inference? inference =
                best.Kind == TimeKind.Event
                    ? new Inference(
                        "period",
                        period.Text,
                        $"{(best.Role == TimeRole.Before ? "the last full year before" : "the year of")} {best.EventId}"
                    )
                : best.Kind == TimeKind.Anaphoric ? new Inference("period", period.Text, Inference.DateBefore)
                : null;
            return new(period, best, inference, since) { Compared = IsBracketed(analysis, best, at) && IsComparison(analysis, best) };
        }
        if (
            reference is not null
            && discourse.PeriodOf(reference, analysis.Statement.Paragraph) is { } inherited
            && !SpeaksOfLater(analysis, inherited)
        )
            return new(
                inherited,
                null,
                new Inference(
                    "period",
                    inherited.Text,
                    inherited.Equals(discourse.Guessed) ? Inference.LastFullYear
                        : UntimedEnds(analysis) ? Inference.DateBefore
                        : "the nearest claim on the same measure and parties"
                ),
                since
            );
        // Another clause without a time of its own is of the sentence's one time.
        if (best is { Kind: TimeKind.Absolute or TimeKind.Relative, Role: TimeRole.At or TimeRole.During } && OnlyTime(analysis, best))
        {
            var shared = FiscalYears.Read(analysis, best, reference);
            discourse.Guessed = shared;
            return new(shared, null, new Inference("period", shared.Text, Inference.DateBefore), since);
        }
        if (stock && discourse.Published is { } day)
            return new(Period.OfYear(day.Year), null, new Inference("period", Period.OfYear(day.Year).Text, "the time of writing"), since);
        // A yearly figure told without its year is of the last year that was over: the year of writing has none yet.
        if (
            reference is not null
            && discourse.Published is { } now
            && (since is null ? IsRunning(analysis) : since.End.Year < now.Year - 1)
        )
        {
            discourse.Guessed = Period.OfYear(now.Year - 1);
            return new(
                Period.OfYear(now.Year - 1),
                null,
                new Inference("period", Period.OfYear(now.Year - 1).Text, Inference.LastFullYear),
                since
            );
        }
        return new(null, null, null, since);
    }

    // However long the list, the one year of a sentence is the year of all in it.
    private static bool OnlyTime(SentenceAnalysis analysis, TimeMention best)
    {
        foreach (var time in analysis.Times)
            if (!ReferenceEquals(time, best) && time.Kind != TimeKind.Event)
                return false;
        return true;
    }

    private static bool YearEarlier(SentenceAnalysis analysis, int at, int end)
    {
        foreach (var time in analysis.Times)
            if (
                time is { Period: null, Kind: TimeKind.Anaphoric or TimeKind.Relative }
                && IsBareYearAgo(analysis, time)
                && (
                    (time.FirstToken >= end && time.FirstToken - end <= 1 && !analysis.Is(time.FirstToken - 1, "than", "from", "on"))
                    || (
                        time.EndToken <= at
                        && at - time.EndToken <= 1
                        && !IsBaseWord(analysis.Word(time.FirstToken - 1))
                        && !IsBaseWord(analysis.Word(time.FirstToken))
                    )
                )
            )
                return true;
        return false;
    }

    // "rose 18 percent from a year earlier to $54.7 billion": the year before is the change's base, not the level's time.
    private static bool IsBaseWord(string word) => word is "from" or "than" or "on" or "over" or "with" or "against" or "versus";

    /// <summary>True where a figure is told as it stands now: in the present tense, of nothing that is to come, might be, or once was.</summary>
    private static bool IsRunning(SentenceAnalysis analysis)
    {
        var present = false;
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if (
                (
                    analysis.Word(i)
                    is "will"
                        or "would"
                        or "could"
                        or "may"
                        or "might"
                        or "if"
                        or "expected"
                        or "expects"
                        or "forecast"
                        or "forecasts"
                        or "once"
                        or "used"
                        or "formerly"
                        or "ago"
                        or "target"
                        or "goal"
                )
            )
                return false;
            present |= (
                analysis.Word(i)
                is "is"
                    or "are"
                    or "has"
                    or "have"
                    or "now"
                    or "today"
                    or "currently"
                    or "accounts"
                    or "account"
                    or "makes"
                    or "make"
                    or "represents"
                    or "represent"
                    or "comes"
                    or "come"
                    or "goes"
                    or "go"
                    or "gets"
                    or "get"
                    or "sends"
                    or "buys"
                    or "sells"
                    or "takes"
                    or "stands"
                    or "remains"
                    or "supplies"
                    or "provides"
                    or "relies"
                    or "depends"
                    or "imports"
                    or "exports"
                    or "ships"
                    or "constitutes"
                    or "constitute"
                    or "covers"
                    or "amounts"
                    or "owes"
                    or "holds"
                    or "runs"
                    or "conducts"
                    or "receives"
                    or "receive"
                    or "provide"
                    or "sell"
                    or "buy"
                    or "export"
                    or "import"
                    or "earns"
                    or "spends"
                    or "spend"
                    or "absorbs"
                    or "generates"
                    or "supply"
                    or "rely"
                    or "depend"
                    or "exceeds"
                    or "trades"
                    or "send"
            );
        }
        return present;
    }

    /// <summary>True for the time right behind a figure that is itself the base: "up from $3bn in 2021", "against 21 percent in 2017".</summary>
    private static bool StandsWith(SentenceAnalysis analysis, TimeMention time, int at, int end) =>
        time.FirstToken >= end
        && time.FirstToken - end <= 1
        && (
            analysis.Is(at - 1, "from", "than", "against", "versus")
            || (analysis.Is(at - 1, "with", "to") && analysis.Is(at - 2, "compared", "comparison", "opposed"))
        )
        && time.Kind is not TimeKind.Anaphoric;

    private static bool FigureBetween(SentenceAnalysis analysis, int from, int to)
    {
        foreach (var other in analysis.Quantities)
            if (other.FirstToken >= from && other.EndToken <= to && other.Kind is QuantityKind.Percent or QuantityKind.Money)
                return true;
        return false;
    }

    /// <summary>"the same period of 2022" for nine months is those months of 2022; the year before is what growth means by itself.</summary>
    public static Period? Base(Period? since, Period? period) =>
        since is null || period is null || since.Kind != PeriodKind.Year || period.IsWholeYear || period.Kind == PeriodKind.Day ? since
        : since.Start.Year == period.Start.Year - 1 ? null
        : since.Start.Year < period.Start.Year ? period.PlusYears(since.Start.Year - period.Start.Year)
        : null;

    private static int Cost(SentenceAnalysis analysis, TimeMention time, int at, int end)
    {
        // "The US, which was the top partner in 2021 and 2022, had …": the aside's time is the aside's.
        if (time.EndToken <= at && InRelativeClause(analysis, time, at))
            return 200;
        // What stands beyond a semicolon or "while" is another clause's time.
        if (time.FirstToken >= end ? Beyond(analysis, end, time.FirstToken) : Beyond(analysis, time.EndToken, at))
            return 200;
        if (time.FirstToken >= end)
        {
            // "to 3.5 percent, up from 1.3 percent in 2021": the year stands with the other figure.
            foreach (var other in analysis.Quantities)
                if (
                    other.FirstToken >= end
                    && other.EndToken <= time.FirstToken
                    && analysis.Is(other.FirstToken - 1, "from", "than")
                    && other.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Count or QuantityKind.Physical
                )
                    return 200;
            var gap = analysis.Distance(end, time.FirstToken);
            return gap <= 4 ? gap : 12 + (2 * gap);
        }
        if (time.EndToken <= at)
        {
            // "2021 – $67.6 billion, 2022 – $76.1 billion", "(2021: $3 billion)"
            if (time.EndToken == at - 1 && analysis.Word(time.EndToken) is "–" or "—" or "-" or ":" or "(")
                return 0;
            // A time at the head of the sentence or clause governs what follows it.
            var head = time.FirstToken <= 2 ? 8 : 0;
            return 6 + analysis.Distance(time.EndToken, at) - head;
        }
        return 0;
    }

    private static bool InRelativeClause(SentenceAnalysis analysis, TimeMention time, int at)
    {
        var opens = false;
        for (var i = time.FirstToken - 1; i > 0 && !opens; i--)
        {
            if (analysis.Is(i, ","))
                return false;
            opens = analysis.Is(i, "which", "who") && analysis.Is(i - 1, ",");
        }
        if (!opens)
            return false;
        for (var i = time.EndToken; i < at; i++)
            if (analysis.Is(i, ","))
                return true;
        return false;
    }

    /// <summary>True for "between P1 and P2" and "from P1 to P2", which name two times rather than one stretch.</summary>
    public static bool Bounds(SentenceAnalysis analysis, TimeMention time) =>
        !time.Cumulative && (analysis.Is(time.FirstToken, "between", "from") || analysis.Is(time.FirstToken - 1, "between", "from"));

    private static bool Beyond(SentenceAnalysis analysis, int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Is(i, ";", "while", "whereas"))
                return true;
        return false;
    }

    /// <summary>"Before X" of a yearly figure is the last full year before it.</summary>
    public static Period YearBefore(TimeMention time) => Period.OfYear(time.Period!.Start.Year - 1);

    private static Period YearAfter(TimeMention time) => Period.OfYear(time.Period!.Start.Year + 1);
}
