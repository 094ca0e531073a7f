using Entente.Actors;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Events;

/// <content>Since when somebody has held an office, and when a border was settled.</content>
internal sealed partial class TimeFrames
{
    /// <summary>"with Putin in charge since 2000", "in power since 2012": the first year in a leading office.</summary>
    public IEnumerable<ClaimDraft> Offices()
    {
        foreach (var taken in Taken())
            yield return taken;
        foreach (var time in analysis.Times)
        {
            if (time.Role != TimeRole.Since || time.Period is null || time.Kind != TimeKind.Absolute)
                continue;
            var held = Enumerable
                .Range(Math.Max(0, time.FirstToken - 5), Math.Min(5, time.FirstToken))
                .Any(k =>
                    (
                        analysis.Word(k)
                        is "charge"
                            or "power"
                            or "office"
                            or "president"
                            or "chancellor"
                            or "minister"
                            or "leader"
                            or "helm"
                            or "ruled"
                            or "led"
                            or "governed"
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
