using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>
/// Finds the time expressions of a statement and resolves them to calendar periods: written ones by themselves, relative ones from the date
/// of publication, anaphoric ones from the date before, anchored ones from a named event. What cannot be resolved keeps a coded reason:
/// `no-publication-date`, `publication-date-too-coarse`, `no-previous-date`, `previous-date-too-coarse`, `inexact-length`, `future-stretch`,
/// `no-such-day`, `season`, `vague`.
/// </summary>
/// <remarks>A mention's span begins with the preposition that gives its role ("since 2014", "in March"). The lengths themselves ("20 days") are <see cref="QuantityReader"/>'s.</remarks>
public static class TimeReader
{
    private static readonly PhraseTable<TimeRole> Roles = new(
        (TimeRole.At, "in|on|at|as of|during the course of|back in|around|for|dated"),
        (TimeRole.Since, "since|ever since|starting in|beginning in|starting from|beginning|as from|starting"),
        (TimeRole.Until, "until|till|through|up to|up until|up through"),
        (TimeRole.Before, "before|prior to|ahead of|in the run up to|on the eve of|pre"),
        (TimeRole.After, "after|following|in the wake of|in the aftermath of|post"),
        (TimeRole.By, "by|no later than|not later than|by the end of"),
        (TimeRole.During, "during|throughout|over|within|in the course of|over the course of|amid|all through")
    );

    /// <summary>The times of a statement, in order and without overlap. Never throws on any tokens.</summary>
    public static IReadOnlyList<TimeMention> Read(IReadOnlyList<Token> tokens, TimeContext context)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(context);
        var view = new TokenView(tokens);
        var relative = new RelativeTimes(view, context.Published);
        var anaphoric = new AnaphoricTimes(view, tokens, context.Events);
        var fiscal = new FiscalTimes(view, context.Published);
        var trailing = new TrailingTimes(view, relative);
        var comparisons = new ComparisonTimes(view, context.Published);
        var mentions = new List<TimeMention>();
        var previous = context.PreviousDate;
        // The year that this very statement has named governs its bare months: "In 2023 … the mark in November".
        RelativeTimes? governing = null;
        for (var i = 0; i < view.Count; )
        {
            var at = i;
            var role = TimeRole.At;
            var opens = Openings.GetValueOrDefault(view.Lower(i));
            if ((opens & Opening.Role) != 0 && Roles.TryMatch(view, i, out var past, out var found) && past < view.Count)
                (at, role) = (view.PastHyphen(past), found);
            var read = comparisons.TrySame(at, previous);
            var same = read is not null;
            read ??= ReadAt(view, at, role, at > i, relative, trailing, anaphoric, fiscal, previous, governing);
            // "between 2014 and 2021" and "from 2014 to 2021" open themselves; "over the past year" may also fail after its preposition.
            if (read is null && at > i)
            {
                (at, role) = (i, TimeRole.At);
                read = ReadAt(view, at, role, false, relative, trailing, anaphoric, fiscal, previous, governing);
            }
            if (read is null || read.End <= i)
            {
                i++;
                continue;
            }
            _ = fiscal.Noted(read);
            if (at > i && read.Role is TimeRole.During && role is TimeRole.At)
                role = TimeRole.During;
            else if (read.Role is { } own && (at == i || read.Kind == TimeKind.Event))
                role = own;
            var end = Math.Min(read.End, view.Count);
            var first = i;
            if (same && !comparisons.StandsAlone(i))
                (first, role) = (at, TimeRole.Base);
            else if (!same && role is TimeRole.At or TimeRole.During && comparisons.IsBase(i, at, end))
            {
                // "on 2021" and "over 2021" are read from their year on: the preposition is the comparison's.
                first = view.Lower(i) is "on" or "over" ? at : i;
                role = TimeRole.Base;
            }
            // "from 2014 on", "2014 onwards"
            if (view.Lower(end) is "onward" or "onwards" || (view.Is(end, "on") && view.Is(i - 1, "from") && !view.IsWord(end + 1)))
            {
                role = TimeRole.Since;
                end++;
            }
            mentions.Add(
                new()
                {
                    FirstToken = first,
                    EndToken = end,
                    Kind = read.Kind == TimeKind.Vague && role == TimeRole.By && read.Period is not null ? TimeKind.Absolute : read.Kind,
                    Role = role,
                    Period = read.Period,
                    EventId = read.EventId,
                    Unresolved = read.Period is null ? read.Unresolved ?? "vague" : null,
                    Fiscal = read.Fiscal,
                    Cumulative = read.Cumulative,
                }
            );
            // What a figure is compared with ("a year earlier") is not where the text goes on from.
            var looksBack =
                read.Kind == TimeKind.Anaphoric && previous is not null && read.Period is not null && read.Period.End < previous.Start;
            if (read.Period is not null && read.Kind is not TimeKind.Vague && !looksBack && role is not TimeRole.Base)
            {
                previous = read.Period;
                if (
                    read.Kind is TimeKind.Absolute
                    && read.Period.Start.Year == read.Period.End.Year
                    && role is TimeRole.At or TimeRole.During
                )
                    governing = RelativeTimes.Within(view, read.Period.Start.Year);
            }
            i = end;
        }
        return mentions;
    }

    private static ReadTime? ReadAt(
        TokenView view,
        int at,
        TimeRole role,
        bool introduced,
        RelativeTimes relative,
        TrailingTimes trailing,
        AnaphoricTimes anaphoric,
        FiscalTimes fiscal,
        Period? previous,
        RelativeTimes? governing
    )
    {
        if (!view.Has(at) || !MayStart(view, at))
            return introduced && role is not TimeRole.At ? Event(anaphoric, at) : null;
        if (
            (trailing.TryRead(at) ?? fiscal.TryRead(at, previous) ?? AbsoluteTimes.TryRead(view, at) ?? CenturyTimes.TryRead(view, at)) is
            { } written
        )
            return written;
        // "the end of last year", "early this year", "late last month"
        var inner =
            view.Lower(at) is "early" or "late" or "mid" ? view.PastHyphen(at + 1)
            : view.Is(at, "the") && view.Lower(at + 1) is "end" or "beginning" or "start" or "middle" && view.Is(at + 2, "of") ? at + 3
            : view.Lower(at) is "end" or "beginning" or "start" or "middle" && view.Is(at + 1, "of") ? at + 2
            : view.Lower(at) is "earlier" or "later" && view.Lower(at + 1) is "this" or "last" ? at + 1
            : at;
        if (
            inner != at
            && view.Is(inner, "the")
            && CalendarStep.UnitOf(view.Lower(inner + 1)) is CalendarUnit.Year or CalendarUnit.Month
            && !NounWords.IsStop(view.Lower(inner + 2))
        )
            return relative.TryRead(inner, role) is { } spoken ? spoken : null;
        if (anaphoric.TryRead(at, previous) is { } back)
            return back;
        if (governing?.TryReadIn(inner, role) is { } bare)
            return bare;
        if (relative.TryRead(inner, role) is { } found)
            return inner != at && found.Kind == TimeKind.Relative && found.Period is not null
                ? found with
                {
                    Kind = TimeKind.Vague,
                }
                : found;
        return introduced && role is not TimeRole.At ? Event(anaphoric, at) : null;
    }

    private static ReadTime? Event(AnaphoricTimes anaphoric, int at) =>
        anaphoric.EventAt(at, out var start) is { } found
            ? new(start + found.Length, TimeKind.Event, found.Period, EventId: found.Id)
            : null;

    /// <summary>Cheap test: most words begin no time.</summary>
    private static bool MayStart(TokenView view, int i)
    {
        var token = view[i];
        if (token.Kind == TokenKind.Number || token.Kind == TokenKind.Quote)
            return true;
        if (token.Kind != TokenKind.Word)
            return false;
        var opens = Openings.GetValueOrDefault(token.Lower);
        return (opens & Opening.Time) != 0
            || ((opens & Opening.Calendar) != 0 && view.IsCapitalised(i))
            || char.IsAsciiDigit(token.Lower[^1]);
    }

    [Flags]
    private enum Opening
    {
        None = 0,
        Role = 1,
        Time = 2,

        /// <summary>A month or a weekday, where it has a capital letter.</summary>
        Calendar = 4,
    }

    // What a word may begin, looked up once for each token.
    private static readonly Dictionary<string, Opening> Openings = Opened();

    private static Dictionary<string, Opening> Opened()
    {
        const string words = """
            the a an half last this next that these past recent coming previous preceding prior current ongoing present so
            year from between early late mid earlier later end beginning start middle close outset spring summer autumn
            fall winter fiscal fy financial then yesterday today tomorrow first second third fourth final opening latter
            several many few
            """;
        var openings = new Dictionary<string, Opening>(StringComparer.Ordinal);
        void Add(Opening opening, IEnumerable<string> words)
        {
            foreach (var word in words)
                openings[word] = openings.GetValueOrDefault(word) | opening;
        }
        Add(Opening.Role, Roles.FirstWords);
        Add(Opening.Time, words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        Add(Opening.Time, NumberWords.Cardinals.Keys);
        Add(Opening.Calendar, CalendarWords.All);
        return openings;
    }
}
