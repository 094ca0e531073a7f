using Entente.Quantities;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction.Events;

/// <content>Dates of events that a sentence does not name but shares its words with.</content>
internal sealed partial class TimeFrames
{
    /// <summary>"Gas began to flow through the Power of Siberia in December 2019": a dated sentence that shares its words with one event of the record.</summary>
    public IEnumerable<ClaimDraft> RecognisedDates()
    {
        // A sentence about an amount is dated by what was reached, which is no event of the record; nor is what did not happen.
        foreach (var used in analysis.Used)
            if (used.Kind != QuantityKind.Duration)
                yield break;
        if (analysis.Measures.Count > 0 || analysis.Changes.Count > 0)
            foreach (var quantity in analysis.Quantities)
                if (quantity.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Physical)
                    yield break;
        if (analysis.Changes.Count > 0 || TellsHeight())
            yield break;
        var amounts = false;
        foreach (var quantity in analysis.Quantities)
            amounts |= quantity.Kind is QuantityKind.Money or QuantityKind.Percent or QuantityKind.Fraction;
        TimeMention? only = null;
        foreach (var time in analysis.Times)
        {
            if (
                time is not { Period: { Kind: not PeriodKind.Range } period, Role: TimeRole.At or TimeRole.Since }
                || !(
                    time.Kind == TimeKind.Absolute
                    || (time.Kind == TimeKind.Relative && period.Kind is PeriodKind.Day or PeriodKind.Month && discourse.PublishedStated)
                )
                || analysis.UsedTimes.Contains(time)
            )
                continue;
            // "$300 billion has been frozen since February 2022" tells of a sum what has lasted, and dates nothing.
            if (amounts && time.Role == TimeRole.Since)
                yield break;
            if (only is not null)
                yield break;
            only = time;
        }
        // "The referendums of September 2022": the date tells which ones.
        if (only is null || Denied(only) || analysis.Is(only.FirstToken, "of") || analysis.Is(only.FirstToken - 1, "of"))
            yield break;
        // Another event that the sentence names has its own place; what is dated stands before the date then.
        var end = analysis.Tokens.Count;
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind == QuantityKind.Duration && quantity.FirstToken >= only.EndToken)
                end = only.FirstToken;
        // What an aside after the date says of others is not part of the event ("on 15 November, India not among them").
        for (var k = only.EndToken + 1; k <= only.EndToken + 4 && analysis.Is(only.EndToken, ","); k++)
            if (analysis.Is(k, "not"))
                end = only.EndToken;
        foreach (var span in analysis.Events)
        {
            if (IsAnchor(span))
                continue;
            if (span.First < only.FirstToken || only.FirstToken <= 3)
                yield break;
            end = only.FirstToken;
        }
        if ((Then(only.Period!, end) ?? catalogue.EventWords.Find(analysis, 0, end, null)) is not { } found || !Near(found, only.Period!))
            yield break;
        // What a body condemned on a day was told by its vote, not by the day.
        if (found.Kind == "un_vote" && analysis.Events.Count > 0)
            yield break;
        analysis.UsedTimes.Add(only);
        yield return DateDraft($"date(event({found.Id}))", only.Period!, only.FirstToken, only.EndToken, only) with
        {
            Inferred = [new Inference("event", found.Id, Inference.SharedWords)],
        };
    }

    // "Exports to Africa reached an all-time high in 2023": of an amount, though it gives none.
    private bool TellsHeight()
    {
        var amount = false;
        foreach (var span in analysis.Measures)
            amount |= !span.IsVerb && span.Measure is "exports" or "imports" or "trade" or "balance" or "gdp" or "military_expenditure";
        for (var i = 0; amount && i < analysis.Tokens.Count; i++)
            if (analysis.Word(i) is "high" or "low" or "record" or "highest" or "lowest" or "peak" or "peaked" or "level")
                return true;
        return false;
    }

    // On its very day an event is told by fewer words; a tally ("added 140 companies on Monday") is of something else, and votes are told by their counts.
    private RecordedEvent? Then(Period date, int end)
    {
        if (date.Kind is not (PeriodKind.Day or PeriodKind.Month))
            return null;
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind == QuantityKind.Count && quantity.Number.Value > 20)
                return null;
        return catalogue.EventWords.Find(analysis, 0, end, null, on: date) is { Kind: not "un_vote" } found ? found : null;
    }

    // What is denied after the date, behind a comma, is another matter ("on 15 November, India not among them").
    private bool Denied(TimeMention date)
    {
        var aside = false;
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            aside |= i >= date.EndToken && analysis.Word(i) is "," or ";" or "—" or "–";
            if (
                !aside && analysis.Word(i) is "not" or "never" or "n't" or "no" or "without"
                || analysis.Word(i) is "would" or "could" or "if"
            )
                return true;
        }
        return false;
    }

    // What recurs is told by its date; of what is alone in its kind, the words may have the date wrong by some months.
    private static bool Near(RecordedEvent found, Period date)
    {
        if (date.Contains(found.Date) || found.Date.Contains(date))
            return true;
        var recurs =
            found.Kind
            is "meeting"
                or "visit"
                or "call"
                or "video_call"
                or "summit_attendance"
                or "joint_exercise"
                or "joint_patrol"
                or "exercise"
                or "sanction"
                or "designation"
                or "export_control"
                or "veto"
                or "un_vote"
                or "speech"
                or "invasion"
                or "annexation"
                or "referendum";
        return !recurs && NodaTime.Period.DaysBetween(date.Start, found.Date.Start) is > -330 and < 330;
    }
}
