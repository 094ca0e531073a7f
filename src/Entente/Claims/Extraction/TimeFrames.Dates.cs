using Entente.Actors;
using Entente.Quantities;
using Entente.Reading.Text;
using Entente.Record;

namespace Entente.Claims.Extraction;

/// <content>Dates given to events, offices and settlements.</content>
internal sealed partial class TimeFrames
{
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
                    .All(k => BetweenDateAndNoun.Contains(analysis.Word(k)) || analysis.ActorCovering(k) is not null);
        var gap = time.FirstToken - span.End;
        return gap <= 0
            || (gap <= 2 && analysis.Word(span.End).EndsWith("ed", StringComparison.Ordinal))
            || (gap == 1 && analysis.Is(span.End, ","));
    }

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
