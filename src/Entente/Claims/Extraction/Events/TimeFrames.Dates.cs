using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

/// <content>Dates given to events, offices and settlements.</content>
internal sealed partial class TimeFrames
{
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
                    || Identifies(span, time)
                    || (IsAnchor(span) && !time.Period.Contains(span.Date) && !span.Date.Contains(time.Period))
                    || CountedOver(span)
                )
                    continue;
                var distance =
                    time.FirstToken >= span.End
                        ? analysis.Distance(span.End, time.FirstToken)
                        : analysis.Distance(time.EndToken, span.First) + (time.FirstToken <= 3 ? -2 : 2);
                // "It was on September 15, in Samarkand, that they met"
                if (time.FirstToken <= 3 && analysis.Is(0, "it") && analysis.Is(1, "was"))
                    distance = 1;
                if (distance < cost && !OtherEventBetween(span, time))
                    (best, cost) = (time, distance);
            }
            // How a body voted is told by its votes; the resolution's own date was not what the sentence is about.
            if (
                best is not null
                && catalogue.Events.ById(span.EventId)!.Kind == "un_vote"
                && (SaysVotes() || !span.IsVerb && !Performed(span))
            )
                continue;
            if (best is null || analysis.UsedTimes.Contains(best) && best.Kind != TimeKind.Absolute)
                continue;
            if (Staged(span, best) is not { } staged)
                continue;
            analysis.UsedTimes.Add(best);
            yield return DateDraft(
                $"date(event({staged}))",
                best.Period!,
                Math.Min(span.First, best.FirstToken),
                Math.Max(span.End, best.EndToken),
                best
            );
        }
    }

    /// <summary>
    /// "Signed in June 2024, it entered into force in December", "was signed in 2020 and took effect in 2022": each stage of an instrument
    /// with its own date. The stage is said between one date and the next, the instrument before them.
    /// </summary>
    public IEnumerable<ClaimDraft> Stages()
    {
        var start = 0;
        foreach (var time in analysis.Times)
        {
            if (time is not { Period: { Kind: not PeriodKind.Range } period, Role: TimeRole.At, Kind: TimeKind.Absolute })
                continue;
            var (from, to) = (start, time.FirstToken);
            start = time.EndToken;
            if (analysis.UsedTimes.Contains(time) || to - from > 14)
                continue;
            var stage = -1;
            for (var k = to - 1; k >= from && stage < 0; k--)
                if (EventStages.Of(analysis.Word(k)) is not null)
                    stage = k;
            // One date alone is read with the whole sentence.
            if (stage < 0 || (from == 0 && analysis.Times.Count == 1) || to - stage > 5)
                continue;
            if (
                catalogue.EventWords.Find(analysis, stage, to, null, null, 0, stage) is not { } found
                || found.Date.Start > discourse.Published
            )
                continue;
            analysis.UsedTimes.Add(time);
            yield return DateDraft($"date(event({found.Id}))", period, stage, time.EndToken, time) with
            {
                Inferred = [new Inference("event", found.Id, Inference.SharedWords)],
            };
        }
    }

    // "For the first time since the invasion on April 26": what is dated is told elsewhere, the event only counts from.
    private bool IsAnchor(EventSpan span)
    {
        for (var k = span.First - 1; k >= Math.Max(0, span.First - 4); k--)
            if (
                analysis.Word(k)
                    is "since"
                        or "after"
                        or "before"
                        or "into"
                        or "until"
                        or "following"
                        or "condemned"
                        or "deplored"
                        or "denounced"
                || analysis.Word(k)
                    is "condemning"
                        or "deploring"
                        or "criticised"
                        or "criticized"
                        or "discussed"
                        or "recognised"
                        or "rejected"
                || analysis.Word(k) is "replaced" or "superseded" or "succeeded" or "replacing" or "renegotiated" or "scrapped"
                || analysis.Word(k) is "about" or "over" or "condemn" or "deplore" or "denounce" or "backed" or "supported" or "marked"
            )
                return true;
            else if (
                !(
                    analysis.Word(k) is "the" or "'s" or "’s" or "full" or "-" or "scale" or "his" or "its"
                    || analysis.ActorCovering(k) is not null
                )
            )
                return false;
        return false;
    }

    // "Met twice in 2023": several, of which none is dated.
    private bool CountedOver(EventSpan span)
    {
        if (!span.IsVerb)
            return false;
        foreach (var quantity in analysis.Quantities)
            if (quantity.FirstToken - span.End is >= 0 and <= 4 && quantity.Kind is QuantityKind.Count or QuantityKind.Multiple)
                return quantity.Number.Value > 1;
        return false;
    }

    // "The joint statement of February 2022" says which statement, and nothing of another event's date.
    private bool Identifies(EventSpan span, TimeMention time)
    {
        if (!analysis.Is(time.FirstToken, "of") && !analysis.Is(time.FirstToken - 1, "of"))
            return false;
        foreach (var other in analysis.Events)
            if (time.FirstToken - other.End is 0 or 1)
                return !ReferenceEquals(other, span) || analysis.Events.Count > 1;
        return true;
    }

    /// <summary>The event at the stage that stands between it and its date: "the treaty, ratified in 2019" is not about its signing; null where the record has none.</summary>
    private string? Staged(EventSpan span, TimeMention time)
    {
        var (from, to) = time.FirstToken >= span.End ? (span.End, time.FirstToken) : (time.EndToken, span.First);
        if (to - from > 10 || AtStage(catalogue.Events.ById(span.EventId)!, from, to))
            return span.EventId;
        return catalogue.EventWords.Find(analysis, from, to, null, span.EventId, span.First, span.End)?.Id;
    }

    /// <summary>A noun's date stands beside it ("the annexation in 2014", "the 2014 annexation", "the treaty was signed on 4 February"); farther off it is a verb's.</summary>
    private bool Beside(EventSpan span, TimeMention time)
    {
        if (time.EndToken <= span.First)
        {
            if (span.First - time.EndToken <= 1 && !analysis.Is(time.EndToken, ","))
                return true;
            // A date that opens the sentence is that of what was done in it.
            if (time.FirstToken <= 1 && Performed(span) && analysis.Times.Count == 1)
                return true;
            for (var k = time.EndToken; k < span.First; k++)
                if (!BetweenDateAndNoun.Contains(analysis.Word(k)) && analysis.ActorCovering(k) is null && !Predicate(k))
                    return false;
            return true;
        }
        var gap = time.FirstToken - span.End;
        if (gap <= 0 || (gap == 1 && analysis.Is(span.End, ",")))
            return true;
        if (gap > 10)
            return false;
        var verb = Performed(span);
        // "Signed a treaty on strategic partnership on January 17"
        if (verb && gap <= 6 && analysis.Is(span.End, "on", "of", "for", "with") && analysis.Distance(span.End, time.FirstToken) == gap)
            return true;
        for (var k = span.End; k < time.FirstToken; k++)
        {
            verb |= Predicate(k);
            if (
                !Predicate(k)
                && !BetweenNounAndDate.Contains(analysis.Word(k))
                && analysis.ActorCovering(k) is null
                && !(char.IsUpper(analysis.Tokens[k].Text[0]) && analysis.Is(k - 1, "in", "at"))
            )
                return false;
        }
        return verb;
    }

    // The participle or verb that makes an event of its noun: "signed", "took effect", "issued".
    private bool Predicate(int k) =>
        EventStages.Of(analysis.Word(k)) is not null
        || (
            analysis.Word(k)
            is "held"
                or "issued"
                or "adopted"
                or "approved"
                or "imposed"
                or "introduced"
                or "enacted"
                or "launched"
                or "reached"
                or "agreed"
                or "made"
                or "met"
                or "occurred"
                or "happened"
                or "opened"
                or "completed"
                or "formed"
                or "founded"
                or "established"
                or "created"
                or "took"
                or "came"
                or "entered"
                or "inaugurated"
        );

    private bool SaysVotes()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if ((analysis.Word(i) is "voted" or "abstained" or "against" or "favour" or "favor" or "votes"))
                return true;
        return false;
    }

    // "Paid a visit", "signed the treaty": a date of the clause is the noun's.
    private bool Performed(EventSpan span)
    {
        for (var k = span.First - 1; k >= Math.Max(0, span.First - 5); k--)
            if (
                (
                    analysis.Word(k)
                    is "paid"
                        or "pays"
                        or "made"
                        or "makes"
                        or "held"
                        or "signed"
                        or "hosted"
                        or "concluded"
                        or "attended"
                        or "undertook"
                        or "issued"
                        or "reached"
                        or "struck"
                        or "imposed"
                        or "adopted"
                        or "announced"
                        or "introduced"
                        or "launched"
                        or "unveiled"
                        or "agreed"
                        or "approved"
                )
            )
                return true;
        return false;
    }

    private static readonly HashSet<string> BetweenNounAndDate = new(StringComparer.Ordinal)
    {
        ",",
        "was",
        "off",
        "were",
        "has",
        "had",
        "been",
        "by",
        "and",
        "the",
        "in",
        "on",
        "into",
        "at",
        "only",
        "finally",
        "formally",
        "officially",
        "first",
        "both",
        "place",
        "which",
        "that",
        "'s",
        "president",
        "presidents",
        "leaders",
        "between",
        "with",
        "to",
        "of",
        "sanctions",
        "measures",
        "against",
    };

    private static readonly HashSet<string> BetweenDateAndNoun = new(StringComparer.Ordinal)
    {
        ",",
        "the",
        "a",
        "an",
        "in",
        "at",
        "during",
        "their",
        "his",
        "her",
        "'s",
        "state",
        "official",
        "leader",
        "president",
        "chancellor",
        "premier",
        "prime",
        "minister",
    };

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
}
