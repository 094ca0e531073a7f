using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>
/// Knows the times that figures are compared with: "the same period last year", which counts from the period before it, and the words
/// before a time that make it the base of a comparison ("than in", "compared with", "on … levels").
/// </summary>
internal sealed class ComparisonTimes(TokenView view, Period? published)
{
    /// <summary>How far before a time the amount and the verb of "up from $3bn in 2021" may stand.</summary>
    private const int Reach = 10;

    /// <summary>"the same period last year", "the corresponding quarter of 2022", "the same time a year earlier". The period is that of <paramref name="previous"/>, in the other year.</summary>
    public ReadTime? TrySame(int i, Period? previous)
    {
        var at = view.Lower(i) is "the" or "a" ? i + 1 : i;
        if (
            view.Lower(at)
            is not ("same" or "corresponding" or "equivalent" or "comparable" or "similar" or "analogous" or "identical" or "like")
        )
            return null;
        at++;
        var months = AbsoluteTimes.PartAt(view, at);
        if (months is not null)
            at = months.End;
        else if (
            RelativeTimes.TryLength(view, at, out _, out var unit, out var past, out _)
            && unit is CalendarUnit.Month or CalendarUnit.Quarter
        )
            at = past;
        else if (
            view.Lower(at)
            is "period"
                or "time"
                or "month"
                or "months"
                or "quarter"
                or "half"
                or "stretch"
                or "timeframe"
                or "interval"
                or "day"
                or "week"
                or "point"
                or "timespan"
        )
            at++;
        else
            return null;
        if (view.Is(at, "period"))
            at++;
        at = view.Lower(at) is "of" or "in" or "during" or "from" or "," ? at + 1 : at;
        at = view.Is(at, "the") ? at + 1 : at;
        if (CalendarWords.YearAt(view, at) is var year and > 0)
            return In(at + 1, year, previous);
        return (view.Lower(at), view.Lower(at + 1), view.Lower(at + 2)) switch
        {
            ("last", "year", _) when published is null => new(at + 2, TimeKind.Anaphoric, null, "no-publication-date"),
            ("last", "year", _) => In(at + 2, published!.End.Year - 1, previous),
            ("previous" or "preceding" or "prior", "year", _) or ("year", "before" or "earlier" or "ago" or "prior", _) => In(
                at + 2,
                previous is null ? 0 : previous.Start.Year - 1,
                previous
            ),
            ("a" or "one", "year", "before" or "earlier" or "ago" or "prior") => In(
                at + 3,
                previous is null ? 0 : previous.Start.Year - 1,
                previous
            ),
            _ => null,
        };
    }

    private static ReadTime In(int end, int year, Period? previous)
    {
        if (previous is null)
            return new(end, TimeKind.Anaphoric, null, "no-previous-date");
        var shift = year - previous.Start.Year;
        // A day is no period that figures are given for, and the same year is none to compare with: the text meant another date.
        if (previous.Kind == PeriodKind.Day || shift == 0)
            return new(end, TimeKind.Anaphoric, null, previous.Kind == PeriodKind.Day ? "previous-date-too-coarse" : "no-previous-date");
        return CalendarStep.IsYear(previous.Start.Year + shift) && CalendarStep.IsYear(previous.End.Year + shift)
            ? new(end, TimeKind.Anaphoric, previous.PlusYears(shift))
            : new(end, TimeKind.Anaphoric, null, "no-such-day");
    }

    /// <summary>True for "in the same period last year" as a figure's own time ("$3bn in the same period last year"): nothing is compared right before it.</summary>
    public bool StandsAlone(int i) =>
        view.Lower(i) is "in" or "during" or "for" or "within"
        && view.Lower(i - 1) is not ("than" or "as" or "that" or "those" or "to" or "with" or "from");

    /// <summary>Whether a time between two tokens is what a comparison is made with.</summary>
    /// <param name="first">The first token, a preposition included.</param>
    /// <param name="at">The first token of the time itself.</param>
    /// <param name="end">One past the last.</param>
    public bool IsBase(int first, int at, int end)
    {
        // "on 2021 levels", "above its 2021 level"
        if (view.Lower(view.Is(end, "'s") ? end + 1 : end) is "level" or "levels")
            return true;
        var i = first - 1;
        while (
            i >= 0
            && view.Lower(i)
                is "the"
                    or "in"
                    or "of"
                    or "a"
                    or "level"
                    or "levels"
                    or "figure"
                    or "figures"
                    or "total"
                    or "during"
                    or "that"
                    or "those"
                    or "for"
        )
            i--;
        switch (view.Lower(i))
        {
            case "than" or "versus" or "vs" or "v":
            case "." when view.Is(i - 1, "vs"):
                return true;
            case "with" or "to":
                return view.Lower(i - 1)
                    is "compared"
                        or "relative"
                        or "comparison"
                        or "compares"
                        or "comparing"
                        or "contrast"
                        or "contrasted";
            case "against":
                return first == i + 1;
        }
        if (view.Is(first, "on") && at == first + 1 || view.Is(i, "on"))
            return IsBareYear(at, end) && !IsSubject(end);
        // "up 5 percent from 2021", "a rise of 5 percent over 2021"; "from 2021 on", "from 2021, …" begin a stretch.
        var from =
            view.Is(i, "from") ? i
            : view.Is(first, "over") && IsRiseOver(first, at, end) ? first
            : -1;
        if (
            from >= 0
            && !(view.Lower(end) is "to" or "until" or "till" or "through" or "on" or "onward" or "onwards")
            && !view.IsDash(end)
            && Moved(from)
        )
            return true;
        return FollowsBaseAmount(first);
    }

    /// <summary>"from $3bn in 2021": the time right after an amount that follows "from", where something moved or goes on to move.</summary>
    private bool FollowsBaseAmount(int first)
    {
        var amount = false;
        for (var i = first - 1; i >= Math.Max(0, first - Reach); i--)
        {
            if (view.Is(i, "from"))
                return amount && !view.IsName(i + 1);
            amount |= view.IsNumber(i) || NumberWords.Cardinals.ContainsKey(view.Lower(i));
            if (view.Lower(i) is "to" or "and" or "in" or "at" or "by" or ";" or "," || CalendarWords.YearAt(view, i) > 0)
                return false;
        }
        return false;
    }

    /// <summary>True where the words before a token say that something rose or fell, or give a share.</summary>
    private bool Moved(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 6) && view.Lower(i) is not ("," or ";" or "and"); i--)
            if (
                view.IsKind(i, TokenKind.Percent)
                || view.Lower(i) is "percent" or "cent" or "points"
                || HedgeWords.Direction(view.Lower(i)) != Change.None
                || NumberWords.MultiplyingVerbs.ContainsKey(view.Lower(i))
            )
                return true;
        return view.Is(at - 1, ",") && view.Lower(at - 2) is "up" or "down";
    }

    /// <summary>"5 percent over 2021", "a rise over last year"; what "rose over 2021 and 2022" or "over the past five years" took that long.</summary>
    private bool IsRiseOver(int over, int at, int end) =>
        (
            IsBareYear(at, end)
                ? view.Lower(end) is not ("and" or "or")
                : view.Lower(end - 1) is "year" or "earlier" or "before" or "ago"
                    && view.Lower(view.Is(at, "the") ? at + 1 : at)
                        is "last"
                            or "previous"
                            or "preceding"
                            or "prior"
                            or "year"
                            or "a"
                            or "one"
        )
        && (
            view.IsKind(over - 1, TokenKind.Percent)
            || view.Lower(over - 1)
                is "percent"
                    or "cent"
                    or "up"
                    or "down"
                    or "increase"
                    or "decrease"
                    or "rise"
                    or "drop"
                    or "growth"
                    or "gain"
                    or "decline"
                    or "fall"
                    or "jump"
        );

    private bool IsBareYear(int at, int end) => end == at + 1 && CalendarWords.YearAt(view, at) > 0;

    /// <summary>"on 2021 data": the year says which, as an adjective.</summary>
    private bool IsSubject(int end) => view.IsWord(end) && !NounWords.IsStop(view.Lower(end));
}
