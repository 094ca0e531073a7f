using Entente.Actors;
using Entente.Claims.Extraction.Events;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <content>Counts of recorded events: packages of sanctions, joint patrols and exercises; and who the leaders are that a count names by office.</content>
internal sealed partial class CountFrame
{
    /// <summary>"has adopted sixteen packages of sanctions against Russia": the record lists every step, of which packages are some.</summary>
    private ClaimDraft? Packages(QuantityMention quantity)
    {
        var sanctions = -1;
        for (var k = quantity.CoreToken; k <= quantity.EndToken + 3; k++)
            if (analysis.Is(k, "sanctions"))
                sanctions = k;
        var sender = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        var target = sanctions < 0 ? null : resolver.AfterPreposition(sanctions, "on", "against")?.Party ?? AdjectiveTarget(sanctions);
        if (sender is null || target is null || sender == target)
            return null;
        var period = Spanned(quantity, Accumulates(quantity) ? FirstPackage(sender, target) : null);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = sanctions + 1,
            Kind = ClaimKind.Count,
            Assertion =
                $"count(events(sanction, {sender}, {target}){(period is null ? "" : ", " + period.Text)}){AssertionText.Tail(quantity, 1, "count")}",
            Period = period,
            Inferred = [new Inference("kind", "sanction", Inference.WiderKind)],
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }

    // Sanctions came before there were packages of them.
    private Period? FirstPackage(string sender, string target)
    {
        foreach (var item in catalogue.Record.Events)
            if (item.Kind == "sanction" && item.Title.Contains("package", StringComparison.Ordinal))
            {
                var parties = EventFinder.Parties(item);
                if (parties.Contains(sender) && parties.Contains(target))
                    return item.Date;
            }
        return null;
    }

    private string? AdjectiveTarget(int sanctions) =>
        analysis.ActorEndingAt(sanctions) is null && discourse.Pair is { } pair ? pair.B : null;

    /// <summary>"China and Russia have conducted eight joint patrols since 2019": what two states held together.</summary>
    private ClaimDraft? Together(QuantityMention quantity)
    {
        var noun = -1;
        var joint = false;
        for (var k = quantity.CoreToken; k <= quantity.EndToken + 3 && noun < 0; k++)
        {
            joint |= analysis.Is(k, "joint", "bilateral");
            if (analysis.Word(k) is "patrols" or "exercises" or "drills" or "manoeuvres" or "maneuvers")
                noun = k;
        }
        // "Eight naval exercises" are some of them.
        if (noun < 0 || !joint || noun - quantity.EndToken > 1)
            return null;
        string? a = null,
            b = null;
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind == ActorKind.State && actor.Party is { } party && party != a)
            {
                if (b is not null && party != b)
                    return null;
                (a, b) = a is null ? (party, b) : (a, party);
            }
        var kind = analysis.Is(noun, "patrols") ? "joint_patrol" : "joint_exercise";
        if (a is null || b is null || Spanned(quantity, null) is not { } period)
            return null;
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = noun + 1,
            Kind = ClaimKind.Count,
            Assertion = $"count(events({kind}, {a}, {b}), {period.Text}){AssertionText.Tail(quantity, 1, "count")}",
            Period = period,
        }.WithQuantity(quantity, unit: Units.Count.Symbol);
    }

    /// <summary>The time over which events are counted: since one date to the day of writing, in a year, or from the first of them up to a date.</summary>
    private Period? Spanned(QuantityMention quantity, Period? first)
    {
        foreach (var time in analysis.Times)
            if (time is { Role: TimeRole.Since, Period: { } start } && discourse.Published is { } day && start.Start <= day)
            {
                analysis.UsedTimes.Add(time);
                var from = start.Kind == PeriodKind.Day ? Period.OfMonth(start.Start.Year, start.Start.Month) : start;
                return Period.OfRange(from, Period.OfMonth(day.Year, day.Month));
            }
        TimeMention? said = null;
        foreach (var time in analysis.Times)
            if (
                time
                    is {
                        Kind: TimeKind.Absolute or TimeKind.Relative,
                        Role: TimeRole.At or TimeRole.During or TimeRole.By or TimeRole.Until
                    }
                && time.Period is not null
            )
            {
                if (said is not null)
                    return null;
                said = time;
            }
        if (said?.Period is not { } period)
            return null;
        analysis.UsedTimes.Add(said);
        if (first is null)
            return period;
        return first.Start <= period.End
            ? Period.OfRange(
                Period.OfMonth(first.Start.Year, first.Start.Month),
                period.Kind == PeriodKind.Day ? Period.OfMonth(period.Start.Year, period.Start.Month) : period
            )
            : null;
    }

    // "By the end of 2022 the EU had imposed": all up to then.
    private bool Accumulates(QuantityMention quantity)
    {
        for (var k = quantity.FirstToken - 1; k >= Math.Max(0, quantity.FirstToken - 4); k--)
            if (analysis.Is(k, "had"))
                return true;
        return false;
    }

    // "Raise its ceiling to 260 warheads", "a limit of 1,550": what is allowed, not what there is.
    private bool Limit(QuantityMention quantity)
    {
        for (var k = quantity.FirstToken - 1; k >= Math.Max(0, quantity.FirstToken - 8); k--)
            if (analysis.Word(k) is "ceiling" or "limit" or "limits" or "cap" or "maximum" or "plans" or "allowed" or "limited")
                return true;
        return false;
    }

    private bool VetoBefore(QuantityMention quantity)
    {
        for (var k = quantity.FirstToken - 1; k >= Math.Max(0, quantity.FirstToken - 9); k--)
            if (analysis.Is(k, "veto", "vetoed"))
                return true;
        return false;
    }

    // To see or receive somebody is to meet him; of things it is not.
    private bool Meets(int k) =>
        analysis.Word(k) is "met" or "meet" or "meeting" or "meetings"
        || (
            analysis.Word(k) is "saw" or "seen" or "received" or "hosted"
            && analysis.ActorStartingAt(k + 1) is { Actor.Kind: ActorKind.Person }
        )
        || (analysis.Is(k, "saw", "seen") && analysis.Is(k + 1, "each"));

    /// <summary>"the Chinese and Russian presidents": who led the two states at the time, where they were the same throughout.</summary>
    private List<string> Holders(QuantityMention quantity)
    {
        var found = new List<string>();
        if (discourse.Published is not { } day)
            return found;
        for (var i = 1; i < quantity.FirstToken; i++)
        {
            if (analysis.Word(i) is not ("presidents" or "leaders") || analysis.ActorEndingAt(i) is not { IsAdjective: true } second)
                continue;
            if (!analysis.Is(second.First - 1, "and") || analysis.ActorEndingAt(second.First - 1) is not { IsAdjective: true } first)
                continue;
            foreach (var state in (ReadOnlySpan<ActorSpan>)[first, second])
                if (state.Party is { } party && catalogue.LeaderOf(party, day) is { } leader)
                    found.Add(leader.Code);
            return found;
        }
        return found;
    }

    /// <summary>"The nine nuclear-armed states had 12,121 warheads", "worldwide": what all who have any have.</summary>
    private bool AllTogether(QuantityMention quantity)
    {
        for (var i = 0; i < quantity.FirstToken; i++)
            if (analysis.Is(i, "nine") && analysis.Is(i + 1, "nuclear"))
                return true;
        for (var i = quantity.EndToken; i < quantity.EndToken + 5; i++)
            if (
                analysis.Word(i) is "worldwide" or "globally"
                || (analysis.Is(i, "in") && analysis.Is(i + 1, "the") && analysis.Is(i + 2, "world"))
            )
                return true;
        return false;
    }

    /// <summary>"India has more nuclear warheads than Pakistan, 172 against 170": each of the two figures with its own.</summary>
    private MeasureRef? Compared(QuantityMention quantity)
    {
        var first =
            analysis.Word(quantity.EndToken) is "against" or "to" or "versus"
            && analysis.Word(quantity.FirstToken - 1) is "," or ":" or "(" or "–";
        if (!first && !(analysis.Word(quantity.FirstToken - 1) is "against" or "versus" or "to"))
            return null;
        var warheads = false;
        foreach (var span in analysis.Measures)
            warheads |= span.Measure == "nuclear_warheads" && span.End <= quantity.FirstToken;
        for (var i = quantity.FirstToken - 1; warheads && i > 0; i--)
            if (analysis.Is(i, "than") && analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1) is { Party: { } other } actor)
                return actor.End + 3 < quantity.FirstToken && first ? null
                    : !first ? new MeasureRef("nuclear_warheads", other, null, null)
                    : resolver.SubjectBefore(i)?.Party is { } one ? new MeasureRef("nuclear_warheads", one, null, null)
                    : null;
        return null;
    }
}
