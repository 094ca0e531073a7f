using Entente.Actors;
using Entente.Quantities;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction;

/// <summary>Claims about when: intervals between events, dates of events, offices held since.</summary>
internal sealed partial class TimeFrames(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
{
    /// <summary>"just 20 days later", "seven months ago", "three weeks after the summit", "in the two years since the invasion".</summary>
    public ClaimDraft? Interval(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Duration || quantity.Unit.Symbol is "hours" or "minutes" or "seconds")
            return null;
        var at = quantity.EndToken;
        if (
            analysis.Is(at, "later")
            || (analysis.Is(at, "after", "before") && !analysis.Is(at + 1, "that"))
            || (analysis.Is(at, "afterwards", "afterward"))
        )
            return Later(quantity, at);
        if (analysis.Is(at, "ago") || analysis.Is(at, "earlier"))
            return Ago(quantity, at);
        if (analysis.Is(at, "since"))
            return Since(quantity, at);
        return null;
    }

    private ClaimDraft? Later(QuantityMention quantity, int at)
    {
        string? from,
            to;
        if (analysis.Is(at, "after", "before"))
        {
            // "A came N days after B": the event of the main clause, and the one after the word.
            var other = analysis.Events.Find(e =>
                e.First > at
                && Enumerable
                    .Range(at + 1, Math.Max(0, e.First - at - 1))
                    .All(k =>
                        analysis.Is(k, "the", "a", "an", "its", "his", "their", "'s", "full", "-", "scale")
                        || analysis.ActorCovering(k) is not null
                    )
            );
            if (other is null)
                return Recognised(quantity, at);
            var main =
                analysis.Events.FindLast(e =>
                    e.End <= quantity.FirstToken
                    && quantity.FirstToken - e.End <= 14
                    && !Enumerable.Range(Math.Max(0, e.First - 4), Math.Min(4, e.First)).Any(k => analysis.Is(k, "after", "before"))
                    && !analysis.Quantities.Any(q =>
                        q.Kind == QuantityKind.Duration && q.FirstToken >= e.End && q.EndToken <= quantity.FirstToken
                    )
                ) ?? (quantity.FirstToken <= 2 ? analysis.Events.Find(e => e.First >= other.End) : null);
            from = Name(other);
            // "the visit, one month before the congress": what the text reports is as old as the text.
            to = main is not null ? Name(main) : Reported(quantity);
            if (to is null)
                return Recognised(quantity, at, other);
            if (analysis.Is(at, "before"))
                (from, to) = (to, from);
        }
        else
        {
            // "Putin invaded N days later" / "N days later, Russia invaded": the event of the sentence, counted from the one before it.
            var here =
                analysis.Events.Find(e => e.End <= quantity.FirstToken && quantity.FirstToken - e.End <= 8)
                ?? analysis.Events.Find(e => e.First > at);
            to = here is not null ? Name(here) : null;
            var before = analysis.Events.FindLast(e => here is not null && e.EventId != here.EventId && e.First < here.First);
            from = before is not null
                ? Name(before)
                : analysis
                    .Times.FirstOrDefault(t =>
                        t is { Kind: TimeKind.Absolute or TimeKind.Relative, Period.Kind: PeriodKind.Day }
                        && t.FirstToken < quantity.FirstToken
                    )
                    ?.Period?.Text
                    ?? discourse.Anchor(here?.EventId);
        }
        if (from is null || to is null || from == to)
            return null;
        return Draft(quantity, from, to, at + 1);
    }

    /// <summary>"Three days after the inauguration the army began its exercise": both events by the words they share with the record.</summary>
    private ClaimDraft? Recognised(QuantityMention quantity, int at, EventSpan? known = null)
    {
        if (!analysis.Is(at, "after", "before"))
            return null;
        // The event counted from stands after the word up to the comma; the other is the rest of the clause.
        var end = at + 1;
        while (end < analysis.Tokens.Count && !analysis.Is(end, ",", ";", "."))
            end++;
        var opens = quantity.FirstToken <= 3;
        var verb = opens && end >= analysis.Tokens.Count - 1;
        if (known is not null)
            (end, verb) = (known.End, false);
        var from = known is not null
            ? catalogue.Events.ById(known.EventId)
            : catalogue.EventWords.Find(analysis, at + 1, verb ? analysis.Tokens.Count : end, discourse.Published);
        if (from is null)
            return null;
        var to = opens
            ? catalogue.EventWords.Find(analysis, verb ? at + 1 : end, analysis.Tokens.Count, discourse.Published, from.Id)
            : catalogue.EventWords.Find(analysis, 0, quantity.FirstToken, discourse.Published, from.Id);
        if (to is null)
            return null;
        var (a, b) = analysis.Is(at, "before") ? (to.Id, from.Id) : (from.Id, to.Id);
        return Draft(quantity, $"event({a})", $"event({b})", at + 1) with
        {
            Inferred = [new Inference("events", $"{a}, {b}", Inference.SharedWords)],
        };
    }

    private string? Reported(QuantityMention quantity) =>
        discourse.PublishedPeriod is { Kind: PeriodKind.Day } day
        && Enumerable.Range(1, 5).Any(k => analysis.Is(quantity.FirstToken - k, "visit", "trip", "meeting", "summit", "talks"))
            ? day.Text
            : null;

    private ClaimDraft? Ago(QuantityMention quantity, int at)
    {
        if (discourse.Published is not { } day)
            return null;
        // "their last meeting seven months ago": what lies back is the event just before the words.
        var near =
            analysis.Events.FindLast(e => e.End <= quantity.FirstToken && quantity.FirstToken - e.End <= 6)
            ?? analysis.Events.Find(e => e.First > at && e.First <= at + 8);
        var from = near is not null ? Name(near) : LastMeeting(quantity, day);
        return from is null ? null : Draft(quantity, from, discourse.PublishedPeriod!.Text, at + 1);
    }

    private ClaimDraft? Since(QuantityMention quantity, int at)
    {
        if (discourse.Published is null || analysis.Events.Find(e => e.First > at && e.First <= at + 4) is not { } anchor)
            return null;
        return Draft(quantity, Name(anchor), discourse.PublishedPeriod!.Text, anchor.End);
    }

    /// <summary>The meeting of the leaders spoken of that came before the one the text reports.</summary>
    private string? LastMeeting(QuantityMention quantity, LocalDate day)
    {
        var words = Enumerable.Range(Math.Max(0, quantity.FirstToken - 5), Math.Min(5, quantity.FirstToken));
        if (!words.Any(k => analysis.Is(k, "meeting", "met", "summit", "encounter", "talks")))
            return null;
        var persons = analysis
            .Actors.Where(a => a.Actor.Kind == ActorKind.Person && a.End <= quantity.FirstToken)
            .Select(a => a.Actor.Code)
            .Distinct()
            .ToList();
        if (persons.Count < 2)
            persons = discourse.Persons(2);
        if (persons.Count < 2)
            return null;
        var meetings = catalogue
            .Record.Events.Where(e =>
                e.Kind is "meeting"
                && e.Date.Kind == PeriodKind.Day
                && e.Date.Start <= day
                && persons.TrueForAll(p => e.Actors.Any(a => a.EndsWith(':' + p, StringComparison.Ordinal)))
            )
            .OrderBy(e => e.Date.Start)
            .ToList();
        // Two weeks around the day of writing is the meeting that the text reports, not the last one.
        var last = meetings.FindLast(m => m.Date.Start < day.PlusDays(-14));
        return last is null ? null : $"event({last.Id})";
    }

    private ClaimDraft Draft(QuantityMention quantity, string from, string to, int end)
    {
        // The words are an interval; as a date they would say the same once more.
        foreach (var time in analysis.Times)
            if (time.FirstToken < quantity.EndToken && time.EndToken > quantity.FirstToken)
                analysis.UsedTimes.Add(time);
        var unit = quantity.Unit.Symbol;
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Min(end, analysis.Tokens.Count),
            Kind = ClaimKind.Interval,
            Assertion = $"{unit}({from}, {to}){AssertionText.Tail(quantity, 1, "count")}",
        }.WithQuantity(quantity);
    }

    private static string Name(EventSpan span) => $"event({span.EventId})";
}
