using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

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
            || (analysis.Is(at, "after", "before", "following", "into") && (!analysis.Is(at + 1, "that") || analysis.Is(at + 2, "of")))
            || (analysis.Is(at, "of") && analysis.Is(quantity.FirstToken - 1, "within"))
            || (analysis.Is(at, "of") && analysis.Is(quantity.FirstToken, "within"))
            || (analysis.Is(at, "afterwards", "afterward"))
        )
            return Later(quantity, at);
        if (analysis.Is(at, "ago") || analysis.Is(at, "earlier"))
            return Ago(quantity, at);
        if (analysis.Is(at, "since"))
            return Since(quantity, at);
        if (Passed(at) is var passed and > 0)
            return Since(quantity, passed);
        return
            (
                analysis.Word(at)
                is "passed"
                    or "elapsed"
                    or "lay"
                    or "lie"
                    or "separate"
                    or "separated"
                    or "intervened"
                    or "from"
                    or "between"
                    or "went"
            ) || analysis.Is(quantity.FirstToken - 1, "took", "takes")
            ? Between(quantity, at)
            : null;
    }

    private ClaimDraft? Later(QuantityMention quantity, int at)
    {
        if ((analysis.Word(at) is "after" or "before" or "of" or "following" or "into"))
            return Counted(quantity, at);
        if (Stage(quantity, at) is { } stage)
            return stage;
        // "Putin invaded N days later" / "N days later, Russia invaded": the event of the sentence, counted from the one before it.
        EventSpan? here = null;
        foreach (var span in analysis.Events)
            if (span.End <= quantity.FirstToken && quantity.FirstToken - span.End <= 8)
            {
                here = span;
                break;
            }
        foreach (var span in analysis.Events)
            if (here is null && span.First > at)
                here = span;
        var words = here is null ? Clause(quantity, at) : null;
        var to = here?.EventId ?? words?.Id;
        EventSpan? before = null;
        foreach (var span in analysis.Events)
            if (here is not null && span.EventId != here.EventId && span.First < here.First)
                before = span;
        string? from = before is not null ? Name(before) : null;
        foreach (var time in analysis.Times)
            if (
                from is null
                && time is { Kind: TimeKind.Absolute or TimeKind.Relative, Period.Kind: PeriodKind.Day }
                && time.FirstToken < quantity.FirstToken
            )
                from = time.Period.Text;
        from ??= discourse.Anchor(to);
        if (from is null || to is null || from == $"event({to})")
            return null;
        if (words is not null && from.StartsWith("event(", StringComparison.Ordinal) && !Plausible(quantity, from[6..^1], to))
            return null;
        return Draft(quantity, from, $"event({to})", at + 1, words is null ? null : words.Id);
    }

    /// <summary>"The treaty, concluded in 2001, was extended twenty years later": from the instrument spoken of to its next stage.</summary>
    private ClaimDraft? Stage(QuantityMention quantity, int at)
    {
        for (var k = quantity.FirstToken - 1; k >= Math.Max(1, quantity.FirstToken - 4); k--)
        {
            if (EventStages.Of(analysis.Word(k)) is not { } stage)
                continue;
            EventSpan? whole = null;
            foreach (var span in analysis.Events)
                if (span.End <= k && !EventStages.Of(catalogue.Events.ById(span.EventId)!).Contains(stage))
                    whole = span;
            return
                whole is not null
                && catalogue.EventWords.Find(analysis, k, k + 1, discourse.Published, whole.EventId, 0, k) is { } next
                && next.Date.Start >= whole.Date.Start
                ? Draft(quantity, Name(whole), $"event({next.Id})", at + 1, next.Id)
                : null;
        }
        return null;
    }

    // "was extended twenty years later": the clause before, else what follows.
    private RecordedEvent? Clause(QuantityMention quantity, int at) =>
        quantity.FirstToken > 3
            ? catalogue.EventWords.Find(analysis, 0, quantity.FirstToken, discourse.Published)
            : catalogue.EventWords.Find(analysis, at + 1, analysis.Tokens.Count, discourse.Published);

    /// <summary>"A came N days after B", "N days after B, A", "within N days of B": both events by name, by membership or by the words they share with the record.</summary>
    private ClaimDraft? Counted(QuantityMention quantity, int at)
    {
        var end = at + 1;
        while (end < analysis.Tokens.Count && !analysis.Is(end, ",", ";", ".", ":"))
            end++;
        // A sentence that opens with the interval tells the other event after the comma; without one, after the first event's own words.
        var opens =
            quantity.FirstToken <= 3
            && !Verbal(quantity.FirstToken)
            && (Next(0, quantity.FirstToken) is null || quantity.FirstToken < 2)
            && Membership(0, quantity.FirstToken) is null;
        var open = opens && end >= analysis.Tokens.Count - 1;
        var stop = open ? Split(at + 1) : end;
        // "It took Russia three days after the referendum to annex Crimea": the second event is the infinitive's.
        if (Infinitive(quantity, at) is var verb and > 0)
            (stop, opens) = (verb, true);
        if (stop < 0 || Anniversary(at + 1, stop))
            return null;
        var (mainFrom, mainTo) = opens ? (stop, analysis.Tokens.Count) : (0, quantity.FirstToken);
        var from =
            Alike(at + 1, stop, mainFrom, mainTo)
            ?? Refer(at + 1, stop, null, mainFrom, mainTo)
            ?? OfKind(quantity, at, stop, Refer(mainFrom, mainTo, null, at + 1, stop)?.Id);
        if (from is null)
            return null;
        var to = Refer(mainFrom, mainTo, from.Value.Id, at + 1, stop) ?? Reported(quantity);
        if (to is null || to.Value.Id == from.Value.Id)
            return null;
        var (a, b) = analysis.Is(at, "before") ? (to.Value, from.Value) : (from.Value, to.Value);
        var guessed = from.Value.Guessed || to.Value.Guessed ? $"{a.Id}, {b.Id}" : null;
        if (guessed is not null && !Plausible(quantity, a.Id, b.Id))
            return null;
        var draft = Draft(quantity, a.Text, b.Text, at + 1, guessed);
        // "Within six months of": at most so long.
        return analysis.Is(at, "of") && draft.Relation == "="
            ? draft with
            {
                Assertion = draft.Assertion!.Replace(" = ", " <= ", StringComparison.Ordinal),
                Relation = "<=",
                Low = null,
            }
            : draft;
    }

    // "TurkStream was inaugurated a month after": the event is told before the interval, however few its words.
    private bool Verbal(int to)
    {
        for (var i = 1; i < to; i++)
            if (analysis.Word(i) is "was" or "were" or "came" or "followed" || analysis.Word(i).EndsWith("ed", StringComparison.Ordinal))
                return true;
        return false;
    }

    private int Infinitive(QuantityMention quantity, int at)
    {
        var took = false;
        for (var i = Math.Max(0, quantity.FirstToken - 4); i < quantity.FirstToken; i++)
            took |= analysis.Word(i) is "took" or "needed" && analysis.Is(i - 1, "it");
        for (var i = at + 2; took && i < analysis.Tokens.Count - 1; i++)
            if (analysis.Is(i, "to"))
                return i;
        return -1;
    }

    // "A day before the second anniversary of the invasion": not a day before the invasion.
    private bool Anniversary(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Is(i, "anniversary", "centenary", "jubilee"))
                return true;
        return false;
    }

    // Of two events that the words were taken for, the one must lie after the other, and not at quite another distance.
    private bool Plausible(QuantityMention quantity, string a, string b)
    {
        if (catalogue.Events.ById(a) is not { } first || catalogue.Events.ById(b) is not { } second)
            return true;
        var days = NodaTime.Period.DaysBetween(first.Date.Start, second.Date.Start);
        var claimed =
            quantity.Number.Value
            * quantity.Unit.Symbol switch
            {
                "weeks" => 7,
                "months" => 30.4,
                "years" => 365.25,
                _ => 1,
            };
        return days > 0 && days < 2.5 * claimed + 10 && days > 0.4 * claimed - 10;
    }

    // "Three days after Lai's inauguration the army began its exercise": where the one event ends, its words must tell.
    private int Split(int from)
    {
        if (Next(from, from + 4) is { } named)
            return named.End;
        if (analysis.Is(from, "the") && IsKind(analysis.Word(from + 1)))
            return from + 2;
        for (var k = from + 2; k < analysis.Tokens.Count - 1; k++)
            if (Refer(from, k, null, 0, 0) is { } one && Refer(k, analysis.Tokens.Count, one.Id, from, k) is not null)
                return k;
        return -1;
    }

    private EventSpan? Next(int from, int to)
    {
        foreach (var span in analysis.Events)
            if (span.First >= from && span.First < to)
                return span;
        return null;
    }

    /// <summary>
    /// The event that a stretch of the sentence speaks of: one the finder knows, at the stage the words say; a state's entry or exit; or the
    /// one whose words they share. A pronoun takes its matter from the other stretch.
    /// </summary>
    private (string Text, string Id, bool Guessed)? Refer(int from, int to, string? except, int otherFrom, int otherTo)
    {
        var pronoun = false;
        for (var i = from; i < Math.Min(to, analysis.Tokens.Count); i++)
            pronoun |= (
                analysis.Word(i)
                is "it"
                    or "its"
                    or "them"
                    or "their"
                    or "one"
                    or "so"
                    or "had"
                    or "signing"
                    or "signature"
                    or "adoption"
                    or "ratification"
            );
        // "three years after the contract": which one, the other clause says.
        pronoun |=
            to - from <= 3
            && analysis.Is(from, "the")
            && analysis.Word(from + 1) is "contract" or "deal" or "order" or "accord" or "pact" or "referendum";
        // "Seven years after breaking off relations": whose they were, the other clause says.
        pronoun |= analysis.Word(from).EndsWith("ing", StringComparison.Ordinal);
        EventSpan? near = null;
        foreach (var span in analysis.Events)
            if (span.First >= from && span.First < to && span.EventId != except && (near is null || !near.IsVerb && span.IsVerb))
                near = span;
        if (near is not null && catalogue.Events.ById(near.EventId) is { } known && AtStage(known, from, to))
            return ($"event({known.Id})", known.Id, near.Guessed);
        if (Membership(from, to) is { } membership)
            return membership;
        var found =
            catalogue.EventWords.Find(analysis, from, to, discourse.Published, except)
            ?? (pronoun ? catalogue.EventWords.Find(analysis, from, to, discourse.Published, except, otherFrom, otherTo) : null);
        return found is null ? null : ($"event({found.Id})", found.Id, true);
    }

    private bool AtStage(RecordedEvent item, int from, int to)
    {
        var stages = EventStages.Of(item);
        if (stages.Count == 0)
            return true;
        var said = false;
        for (var i = from; i < Math.Min(to, analysis.Tokens.Count); i++)
            if (EventStages.Of(analysis.Word(i)) is { } stage)
            {
                if (stages.Contains(stage))
                    return true;
                said = true;
            }
        return !said;
    }

    private (string Text, string Id, bool Guessed)? Reported(QuantityMention quantity)
    {
        if (discourse.PublishedPeriod is not { Kind: PeriodKind.Day } day)
            return null;
        for (var k = quantity.FirstToken - 5; k < quantity.FirstToken; k++)
            if ((analysis.Word(k) is "visit" or "trip" or "meeting" or "summit" or "talks"))
                return (day.Text, day.Text, false);
        return null;
    }

    private ClaimDraft? Ago(QuantityMention quantity, int at)
    {
        if (discourse.Published is not { } day)
            return null;
        EventSpan? near = null;
        foreach (var span in analysis.Events)
            if (span.End <= quantity.FirstToken && quantity.FirstToken - span.End <= 6)
                near = span;
        // "Which had abstained a year earlier": what stands before the words was earlier, not what comes after.
        var opens =
            quantity.FirstToken == 0 || analysis.Word(quantity.FirstToken - 1) is "," or "and" or "but" or "—" or "–" or "just" or "only";
        foreach (var span in analysis.Events)
            if (near is null && opens && span.First > at && span.First <= at + 8)
                near = span;
        // "Seven months earlier" counts from what was told of before, "ago" from the day of writing.
        var now = discourse.PublishedPeriod!.Text;
        if (analysis.Is(at, "earlier"))
        {
            if (discourse.LastDate is { Kind: PeriodKind.Day } told)
                (day, now) = (told.Start, told.Text);
            else if (discourse.LastEvent is { } last && discourse.LastEventDate is { } date)
                (day, now) = (date.Start, $"event({last})");
        }
        // "their last meeting seven months ago": what lies back is the event just before the words.
        var from = near is not null ? Name(near) : LastMeeting(quantity, day) ?? (analysis.Is(at, "ago") ? EntryBefore(quantity) : null);
        return from is null || from == now ? null : Draft(quantity, from, now, at + 1);
    }

    private ClaimDraft? Since(QuantityMention quantity, int at)
    {
        if (discourse.Published is null)
            return null;
        if (analysis.Events.Find(e => e.First > at && e.First <= at + 4) is not { } anchor)
            return SinceClause(quantity, at);
        return Draft(quantity, Name(anchor), discourse.PublishedPeriod!.Text, anchor.End);
    }

    /// <summary>The meeting of the leaders spoken of that came before the one the text reports.</summary>
    private string? LastMeeting(QuantityMention quantity, LocalDate day)
    {
        var meets = false;
        for (var k = quantity.FirstToken - 5; k < quantity.FirstToken; k++)
            meets |= (analysis.Word(k) is "meeting" or "met" or "summit" or "encounter" or "talks");
        if (!meets)
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

    private ClaimDraft Draft(QuantityMention quantity, string from, string to, int end, string? guessed = null)
    {
        // The words are an interval; as a date they would say the same once more.
        foreach (var time in analysis.Times)
            if (time.FirstToken < quantity.EndToken && time.EndToken > quantity.FirstToken)
                analysis.UsedTimes.Add(time);
        var unit = quantity.Unit.Symbol;
        var tail = AssertionText.Tail(quantity, 1, "count");
        // "Three and a half years" is no more exact than its half.
        if (quantity.Number.Value != Math.Floor(quantity.Number.Value) && tail.StartsWith(" = ", StringComparison.Ordinal))
            tail = " ~ " + tail[3..];
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Min(end, analysis.Tokens.Count),
            Kind = ClaimKind.Interval,
            Assertion = $"{unit}({from}, {to}){tail}",
            Inferred = guessed is null ? [] : [new Inference("events", guessed, Inference.SharedWords)],
        }.WithQuantity(quantity);
    }

    private static string Name(EventSpan span) => $"event({span.EventId})";
}
