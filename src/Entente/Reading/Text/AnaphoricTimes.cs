using Entente.Quantities;

namespace Entente.Reading.Text;

/// <summary>Reads times that are counted from the date or event before them: "later that month", "20 days later", "the following year", "a year earlier", "two years after the invasion".</summary>
internal sealed class AnaphoricTimes(TokenView view, IReadOnlyList<Token> tokens, IEventNames? events)
{
    private const string NoPrevious = "no-previous-date";

    public ReadTime? TryRead(int i, Period? previous) =>
        TryThat(i, previous) ?? TryFollowing(i, previous) ?? TryLater(i, previous) ?? TryThen(i, previous);

    /// <summary>The event named at a token, over an article or possessive before it.</summary>
    public NamedEvent? EventAt(int i, out int start)
    {
        start = i;
        if (events is null || !view.Has(i))
            return null;
        for (var skip = 0; skip < 3 && view.Has(i + skip); skip++)
        {
            if (events.Find(tokens, i + skip) is { Length: > 0 } found && i + skip + found.Length <= view.Count)
            {
                start = i + skip;
                return found;
            }
            if (
                view.Lower(i + skip) is not ("the" or "a" or "an" or "its" or "their" or "his" or "her" or "'s")
                && !view.IsCapitalised(i + skip)
            )
                break;
        }
        return null;
    }

    /// <summary>"later that month", "that same year", "that day".</summary>
    private ReadTime? TryThat(int i, Period? previous)
    {
        var at = view.Lower(i) is "later" or "earlier" ? i + 1 : i;
        if (view.Lower(at) is not ("that" or "the"))
            return null;
        var same = view.Is(at + 1, "same");
        if (view.Is(at, "the") && !same)
            return null;
        at += same ? 2 : 1;
        if (CalendarStep.UnitOf(view.Lower(at)) is not { } unit || view.Lower(at)[^1] == 's')
            return null;
        return Of(at + 1, unit, previous, 0);
    }

    /// <summary>"the following year", "the previous month", "the year before", "the next day".</summary>
    private ReadTime? TryFollowing(int i, Period? previous)
    {
        var at = view.Is(i, "the") ? i + 1 : -1;
        if (at < 0)
            return null;
        var shift = view.Lower(at) switch
        {
            "following" or "next" or "subsequent" => 1,
            "previous" or "preceding" or "prior" => -1,
            _ => 0,
        };
        if (shift != 0)
            return CalendarStep.UnitOf(view.Lower(at + 1)) is { } unit && view.Lower(at + 1)[^1] != 's'
                ? Of(
                    at + 2,
                    unit,
                    previous is { Kind: PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Half } && unit == CalendarUnit.Year
                        ? Period.OfYear(previous.Start.Year)
                        : previous,
                    shift
                )
                : null;
        if (CalendarStep.UnitOf(view.Lower(at)) is not { } named || view.Lower(at)[^1] == 's')
            return null;
        shift = view.Lower(at + 1) switch
        {
            "before" or "earlier" => -1,
            "after" or "later" => 1,
            _ => 0,
        };
        if (shift == 0)
            return null;
        return EventAt(at + 2, out var start) is { } found && view.Lower(at + 1) is "before" or "after"
                ? new(
                    start + found.Length,
                    TimeKind.Event,
                    CalendarStep.At(found.Period.Start, named, shift),
                    EventId: found.Id,
                    Role: TimeRole.At
                )
            : view.IsKind(at + 2, TokenKind.Punctuation)
            || !view.Has(at + 2)
            || !view.IsWord(at + 2)
            || NounWords.IsStop(view.Lower(at + 2))
                ? Of(at + 2, named, previous, shift)
            : null;
    }

    /// <summary>"20 days later", "a year earlier", "less than three weeks later", "two months after the invasion".</summary>
    private ReadTime? TryLater(int i, Period? previous)
    {
        if (!RelativeTimes.TryLength(view, i, out var count, out var unit, out var end, out var exact))
            return null;
        var word = view.Lower(end);
        if (word is "after" or "before" && EventAt(end + 1, out var start) is { } found)
        {
            var day = found.Period.Start;
            var period =
                exact && found.Period.Kind == PeriodKind.Day || unit is CalendarUnit.Year or CalendarUnit.Decade
                    ? CalendarStep.At(day, unit, word == "after" ? count : -count)
                    : null;
            return new(
                start + found.Length,
                TimeKind.Event,
                exact ? period : null,
                exact && period is not null ? null : "inexact-length",
                TimeRole.At,
                found.Id
            );
        }
        if (
            word is not ("later" or "earlier" or "afterwards" or "afterward" or "thereafter")
            && !(
                word is "before" or "after"
                && (
                    !view.IsWord(end + 1)
                    || (view.Lower(end + 1) is "it" or "they" or "that" && view.Lower(end + 2) is "had" or "was" or "were" or "stood")
                )
            )
        )
            return null;
        var back = word is "earlier" or "before";
        if (!exact)
            return new(end + 1, TimeKind.Anaphoric, null, "inexact-length");
        return Of(end + 1, unit, previous, back ? -count : count);
    }

    /// <summary>"by then", "since then", "at the time", "at that time".</summary>
    private ReadTime? TryThen(int i, Period? previous)
    {
        var end =
            view.Is(i, "then") && view.Lower(i - 1) is "by" or "since" or "until" or "till" or "before" ? i + 1
            : view.Lower(i) is "the" or "that" && view.Is(i - 1, "at") && view.Is(i + 1, "time") && !view.Is(i + 2, "of") ? i + 2
            : -1;
        return end < 0 ? null : new(end, TimeKind.Anaphoric, previous, previous is null ? NoPrevious : null);
    }

    private static ReadTime Of(int end, CalendarUnit unit, Period? previous, double shift)
    {
        if (previous is null)
            return new(end, TimeKind.Anaphoric, null, NoPrevious);
        // A statistic of eleven months, "a year earlier", is compared with the same months of the year before.
        if (
            unit == CalendarUnit.Year
            && shift is 1 or -1
            && previous.Kind is not PeriodKind.Day
            && CalendarStep.IsYear(previous.Start.Year + (int)shift)
            && CalendarStep.IsYear(previous.End.Year + (int)shift)
        )
            return new(end, TimeKind.Anaphoric, previous.PlusYears((int)shift));
        var fine = previous.Kind switch
        {
            PeriodKind.Day => true,
            PeriodKind.Month => unit is not (CalendarUnit.Day or CalendarUnit.Week),
            PeriodKind.Quarter => unit is not (CalendarUnit.Day or CalendarUnit.Week or CalendarUnit.Month),
            _ => unit is CalendarUnit.Year or CalendarUnit.Decade or CalendarUnit.Century,
        };
        var period = fine ? CalendarStep.At(previous.Start, unit, shift) : null;
        return new(
            end,
            TimeKind.Anaphoric,
            period,
            fine
                ? period is null
                    ? "no-such-day"
                    : null
                : "previous-date-too-coarse"
        );
    }
}
