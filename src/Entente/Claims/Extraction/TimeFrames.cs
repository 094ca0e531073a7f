using Entente.Actors;
using Entente.Quantities;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction;

/// <summary>Claims about when: intervals between events, dates of events, offices held since.</summary>
internal sealed class TimeFrames(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
{
    /// <summary>"just 20 days later", "seven months ago", "three weeks after the summit", "in the two years since the invasion".</summary>
    public ClaimDraft? Interval(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Duration || quantity.Unit.Symbol is "hours")
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
            to = main is not null ? Name(main) : null;
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

    /// <summary>"Gas began to flow through the Power of Siberia in December 2019": a dated sentence that shares its words with one event of the record.</summary>
    public IEnumerable<ClaimDraft> RecognisedDates()
    {
        // A sentence about an amount is dated by what was reached, which is no event of the record.
        if (
            analysis.Events.Count > 0
            || analysis.Used.Count > 0
            || analysis.Quantities.Any(q => q.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Physical)
        )
            yield break;
        var times = analysis
            .Times.Where(t =>
                t is { Period: { Kind: not PeriodKind.Range }, Kind: TimeKind.Absolute, Role: TimeRole.At or TimeRole.Since }
                && !analysis.UsedTimes.Contains(t)
            )
            .ToList();
        if (times.Count != 1 || catalogue.EventWords.Find(analysis, 0, analysis.Tokens.Count, null) is not { } found)
            yield break;
        analysis.UsedTimes.Add(times[0]);
        yield return DateDraft($"date(event({found.Id}))", times[0].Period!, times[0].FirstToken, times[0].EndToken, times[0]) with
        {
            Inferred = [new Inference("event", found.Id, Inference.SharedWords)],
        };
    }

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

    /// <summary>Dates given to events of the record: "the annexation of Crimea in 2014", "On 4 February 2022 … a joint statement".</summary>
    public IEnumerable<ClaimDraft> Dates()
    {
        foreach (var span in analysis.Events)
        {
            TimeMention? best = null;
            var cost = 13;
            foreach (var time in analysis.Times)
            {
                // Relative to a date of writing that was itself inferred from the events, a date proves nothing.
                if (
                    time.Period is null
                    || (time.Kind == TimeKind.Relative && !discourse.PublishedStated)
                    || time.Kind is TimeKind.Event or TimeKind.Vague or TimeKind.Anaphoric
                    || time.Period.Kind == PeriodKind.Range
                    || (!span.IsVerb && !Beside(span, time))
                    || time.Role is TimeRole.Since or TimeRole.Until or TimeRole.By or TimeRole.Before or TimeRole.After
                    || Covers(span, time)
                )
                    continue;
                var distance =
                    time.FirstToken >= span.End
                        ? analysis.Distance(span.End, time.FirstToken)
                        : analysis.Distance(time.EndToken, span.First) + (time.FirstToken <= 3 ? -2 : 2);
                if (distance < cost && !OtherEventBetween(span, time))
                    (best, cost) = (time, distance);
            }
            if (best is null || analysis.UsedTimes.Contains(best) && best.Kind != TimeKind.Absolute)
                continue;
            analysis.UsedTimes.Add(best);
            yield return DateDraft(
                $"date(event({span.EventId}))",
                best.Period!,
                Math.Min(span.First, best.FirstToken),
                Math.Max(span.End, best.EndToken),
                best
            );
        }
    }

    /// <summary>A noun's date stands beside it ("the annexation in 2014", "the 2014 annexation", "a statement issued on 4 February"); farther off it is a verb's.</summary>
    private bool Beside(EventSpan span, TimeMention time)
    {
        if (time.EndToken <= span.First)
            return span.First - time.EndToken <= 1 && !analysis.Is(time.EndToken, ",")
                || Enumerable
                    .Range(time.EndToken, span.First - time.EndToken)
                    .All(k =>
                        analysis.Is(k, ",", "the", "a", "an", "in", "at", "during", "their", "his") || analysis.ActorCovering(k) is not null
                    );
        var gap = time.FirstToken - span.End;
        return gap <= 0
            || (gap <= 2 && analysis.Word(span.End).EndsWith("ed", StringComparison.Ordinal))
            || (gap == 1 && analysis.Is(span.End, ","));
    }

    private bool OtherEventBetween(EventSpan span, TimeMention time)
    {
        var low = Math.Min(span.End, time.EndToken);
        var high = Math.Max(span.First, time.FirstToken);
        return analysis.Events.Exists(e => !ReferenceEquals(e, span) && e.First >= low && e.End <= high);
    }

    private static bool Covers(EventSpan span, TimeMention time) => time.FirstToken >= span.First && time.EndToken <= span.End;

    private static ClaimDraft DateDraft(string left, Period period, int first, int end, TimeMention time) =>
        new()
        {
            First = first,
            End = end,
            Kind = ClaimKind.Event,
            Assertion = $"{left} = {period.Text}",
            Relation = "=",
            Value = period.Start.Year,
            Low = period.Start.Year,
            High = period.End.Year,
            Unit = Units.Date.Symbol,
            Period = period,
            Inferred =
                time.Kind == TimeKind.Relative ? [new Inference("period", period.Text, "a date relative to the time of writing")] : [],
        };

    /// <summary>"with Putin in charge since 2000", "in power since 2012": the first year in a leading office.</summary>
    public IEnumerable<ClaimDraft> Offices()
    {
        foreach (var time in analysis.Times)
        {
            if (time.Role != TimeRole.Since || time.Period is null || time.Kind != TimeKind.Absolute)
                continue;
            var held = Enumerable
                .Range(Math.Max(0, time.FirstToken - 5), Math.Min(5, time.FirstToken))
                .Any(k =>
                    analysis.Is(
                        k,
                        "charge",
                        "power",
                        "office",
                        "president",
                        "chancellor",
                        "minister",
                        "leader",
                        "helm",
                        "ruled",
                        "led",
                        "governed"
                    )
                );
            var person = analysis.Actors.FindLast(a => a.Actor.Kind == ActorKind.Person && a.End <= time.FirstToken);
            if (!held || person is null || !person.Actor.Offices.Any(o => o.From is not null))
                continue;
            analysis.UsedTimes.Add(time);
            yield return new ClaimDraft
            {
                First = person.First,
                End = time.EndToken,
                Kind = ClaimKind.Event,
                // Power and an office rarely begin on one day: the year is rough by nature.
                Assertion = $"date(office(\"{person.Actor.Code}\")) ~ {time.Period.Text}",
                Relation = "~",
                Value = time.Period.Start.Year,
                Low = time.Period.Start.Year,
                High = time.Period.Start.Year,
                Unit = Units.Date.Symbol,
                Period = time.Period,
            };
        }
    }

    /// <summary>"by 2006, their border had been delimited", "the border was settled in 2008": a date of the pair's settlement in the record.</summary>
    public IEnumerable<ClaimDraft> Settlements()
    {
        var border = analysis.Measures.Find(m => m.Measure == "border_length");
        if (
            border is null
            || !analysis.Tokens.Any(t => t.Lower is "delimited" or "demarcated" or "settled" or "demarcation" or "delimitation")
        )
            yield break;
        // A line agreed on paper is not yet one marked on the ground: the two have years of their own.
        var measure = analysis.Tokens.Any(t => t.Lower is "demarcated" or "demarcation")
            ? "border_settlement_year"
            : "border_delimitation_year";
        var pair = discourse.MainPair;
        var named = analysis
            .Actors.Where(a => a.Party is not null && a.Actor.Kind == ActorKind.State)
            .Select(a => a.Party!)
            .Distinct()
            .Take(2)
            .ToList();
        if (named.Count == 2)
            pair = (named[0], named[1]);
        foreach (var time in analysis.Times)
        {
            if (
                pair is null
                || time.Period is null
                || time.Kind != TimeKind.Absolute
                || analysis.UsedTimes.Contains(time)
                || time.Role is TimeRole.Since
            )
                continue;
            analysis.UsedTimes.Add(time);
            var relation = time.Role == TimeRole.By ? "<=" : "=";
            yield return new ClaimDraft
            {
                First = time.FirstToken,
                End = time.EndToken,
                Kind = ClaimKind.Event,
                Assertion = $"{measure}({pair.Value.A}, {pair.Value.B}) {relation} {time.Period.Start.Year}",
                Relation = relation,
                Value = time.Period.Start.Year,
                Low = relation == "=" ? time.Period.Start.Year : null,
                High = time.Period.Start.Year,
                Unit = Units.Date.Symbol,
                Period = time.Period,
            };
            yield break;
        }
    }
}
