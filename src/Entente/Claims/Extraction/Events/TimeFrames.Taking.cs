using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Events;

/// <content>When somebody took an office, and how long ago a state joined or left a body.</content>
internal sealed partial class TimeFrames
{
    /// <summary>"Xi came to power in November 2012", "Macron was elected president in May 2017": the first taking of a leading office.</summary>
    private IEnumerable<ClaimDraft> Taken()
    {
        foreach (var time in analysis.Times)
        {
            if (
                time is not { Role: TimeRole.At or TimeRole.During, Period: { Kind: not PeriodKind.Range } period }
                || time.Kind != TimeKind.Absolute
                || analysis.UsedTimes.Contains(time)
                || Taker(time) is not { } person
                || !IsFirst(person.Actor, period)
            )
                continue;
            analysis.UsedTimes.Add(time);
            yield return new ClaimDraft
            {
                First = Math.Min(person.First, time.FirstToken),
                End = Math.Max(person.End, time.EndToken),
                Kind = ClaimKind.Event,
                Assertion = $"date(office(\"{person.Actor.Code}\")) ~ {period.Text}",
                Relation = "~",
                Value = period.Start.Year,
                Low = period.Start.Year,
                High = period.Start.Year,
                Unit = Units.Date.Symbol,
                Period = period,
            };
        }
    }

    private ActorSpan? Taker(TimeMention time)
    {
        for (var k = 1; k < analysis.Tokens.Count; k++)
        {
            if (!TakesOffice(k))
                continue;
            var near = time.FirstToken > k ? time.FirstToken - k <= 9 : time.FirstToken <= 1 && !analysis.StrongBreak(time.EndToken, k);
            if (!near || analysis.StrongBreak(k, time.FirstToken))
                continue;
            for (var i = k; i < (time.FirstToken > k ? time.FirstToken : k + 6); i++)
                if (
                    analysis.Word(i)
                    is "again"
                        or "second"
                        or "third"
                        or "fourth"
                        or "fifth"
                        or "re"
                        or ","
                        or "before"
                        or "after"
                        or "party"
                )
                    return null;
            var person = analysis.Actors.FindLast(a => a.Actor.Kind == ActorKind.Person && !a.Possessive && a.End <= k && k - a.End <= 4);
            if (person is not null)
                return person;
        }
        return null;
    }

    private bool TakesOffice(int k) =>
        analysis.Word(k) switch
        {
            "came" or "rose" => analysis.Is(k + 1, "to") && analysis.Is(k + 2, "power"),
            "took" or "assumed" => analysis.Word(k + 1) is "office" or "power" or "over" || analysis.Is(k + 2, "presidency", "premiership"),
            "became" => Titled(k + 1),
            "sworn" => analysis.Is(k + 1, "in"),
            "inaugurated" or "elected" => Titled(k + 1) || analysis.Is(k + 1, "as") && Titled(k + 2),
            _ => false,
        };

    private bool Titled(int at)
    {
        for (var i = at; i < at + 4; i++)
            if (
                analysis.Word(i) is "president" or "chancellor" or "premier" or "leader"
                || analysis.Is(i, "prime") && analysis.Is(i + 1, "minister")
            )
                return analysis.Word(i - 1) is not ("vice" or "deputy" or "opposition" or "former" or "the");
        return false;
    }

    // What is said of a later term, or of an office that the record does not count, is not the first taking of one.
    private static bool IsFirst(Actor person, Period period)
    {
        int? first = null;
        foreach (var term in person.Offices)
            if (
                term
                    is {
                        From: { } from,
                        Office: "president"
                            or "prime_minister"
                            or "chancellor"
                            or "general_secretary"
                            or "premier"
                            or "supreme_leader"
                            or "king"
                            or "crown_prince"
                    }
                && (first is null || from.Year < first)
            )
                first = from.Year;
        if (first is not { } known || Math.Abs(known - period.Start.Year) > 2)
            return false;
        foreach (var term in person.Offices)
            if (term.From is { } later && later.Year == period.Start.Year && later.Year != known)
                return false;
        return true;
    }

    /// <summary>"Two years have now passed since": where the anchor's word stands behind the verb.</summary>
    private int Passed(int at)
    {
        var i = at;
        while (analysis.Word(i) is "have" or "has" or "had" or "now" or "already" or "passed" or "elapsed" or "gone" or "by" or "on")
            i++;
        return i > at && analysis.Is(i, "since") ? i : -1;
    }

    /// <summary>"Finland joined NATO two years ago": the entry or exit that the words before the interval tell.</summary>
    private string? EntryBefore(QuantityMention quantity) =>
        quantity.FirstToken >= 3 && Membership(0, quantity.FirstToken) is { } membership ? membership.Text : null;

    /// <summary>"Two years since Britain left the EU": an event by membership or by words, up to the day of writing.</summary>
    private ClaimDraft? SinceClause(QuantityMention quantity, int at)
    {
        var end = at + 1;
        while (end < analysis.Tokens.Count && !(analysis.Word(end) is "," or ";" or "." or ":"))
            end++;
        if (Refer(at + 1, end, null, 0, 0) is not { } from || discourse.Published is not { } day)
            return null;
        if (from.Guessed && catalogue.Events.ById(from.Id) is { } known)
        {
            var days = NodaTime.Period.DaysBetween(known.Date.Start, day);
            var claimed =
                quantity.Number.Value
                * (
                    quantity.Unit.Symbol is "years" ? 365.25
                    : quantity.Unit.Symbol is "months" ? 30.4
                    : 7
                );
            if (days < 0.6 * claimed || days > 1.6 * claimed)
                return null;
        }
        return Draft(quantity, from.Text, discourse.PublishedPeriod!.Text, end, from.Guessed ? from.Id : null);
    }
}
