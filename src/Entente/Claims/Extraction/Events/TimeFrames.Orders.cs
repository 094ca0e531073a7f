using Entente.Actors;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Events;

/// <content>Orders of events, intervals told by both ends, and entries and exits as ends of an interval.</content>
internal sealed partial class TimeFrames
{
    /// <summary>"N months passed between A and B", "it took N days from A to B".</summary>
    private ClaimDraft? Between(QuantityMention quantity, int at)
    {
        for (var i = at; i < Math.Min(at + 6, analysis.Tokens.Count); i++)
        {
            if (!analysis.Is(i, "between", "from") || analysis.Is(at, "separate", "separated"))
                continue;
            var joint = analysis.Is(i, "between") ? "and" : "to";
            for (var k = i + 2; k < analysis.Tokens.Count; k++)
                if (
                    analysis.Is(k, joint)
                    && Refer(i + 1, k, null, k + 1, analysis.Tokens.Count) is { } from
                    && Refer(k + 1, analysis.Tokens.Count, from.Id, i + 1, k) is { } to
                )
                    return Draft(quantity, from.Text, to.Text, at + 1, from.Guessed || to.Guessed ? $"{from.Id}, {to.Id}" : null);
            return null;
        }
        return Separated(quantity, at);
    }

    /// <summary>"Four days separate A from B".</summary>
    private ClaimDraft? Separated(QuantityMention quantity, int at)
    {
        if (!analysis.Is(at, "separate", "separated"))
            return null;
        for (var k = at + 2; k < analysis.Tokens.Count; k++)
            if (
                analysis.Is(k, "from", "and")
                && Refer(at + 1, k, null, k + 1, analysis.Tokens.Count) is { } from
                && Refer(k + 1, analysis.Tokens.Count, from.Id, at + 1, k) is { } to
            )
                return Draft(quantity, from.Text, to.Text, at + 1, from.Guessed || to.Guessed ? $"{from.Id}, {to.Id}" : null);
        return null;
    }

    private static readonly Cues Ordering = Cues.Of("then preceded predated precedes predates followed postdated before after");

    /// <summary>"First came A, then B", "A preceded B": which of two events was the earlier.</summary>
    public ClaimDraft? Order()
    {
        if (!analysis.Has(Ordering))
            return null;
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind == QuantityKind.Duration)
                return null;
        for (var i = 1; i < analysis.Tokens.Count - 1; i++)
        {
            var then = analysis.Is(i, "then") && (analysis.Is(0, "first") || analysis.Is(1, "first"));
            var earlier = then || analysis.Is(i, "preceded", "predated", "precedes", "predates") && !analysis.Is(i + 1, "by");
            var followed = analysis.Is(i, "followed") && analysis.Is(i + 1, "by");
            var later = !followed && analysis.Is(i, "followed", "postdated") || (analysis.Is(i, "preceded") && analysis.Is(i + 1, "by"));
            // "China presented its plan before Xi travelled to Moscow", "sanctioned Turkey after the S-400 had been delivered"
            var conjunction =
                analysis.Is(i, "before", "after")
                && i > 3
                && !earlier
                && !later
                && !(analysis.Word(i - 1) is "day" or "year" or "soon" or "shortly" or "even");
            later |= conjunction && analysis.Is(i, "after");
            if (!earlier && !followed && !later && !conjunction)
                continue;
            if (Refer(0, i, null, 0, 0) is not { } a || Refer(i + 1, analysis.Tokens.Count, a.Id, 0, i) is not { } b)
                return null;
            if (conjunction && (Conditional() || Intended(i)))
                return null;
            var (before, after) = later ? (b, a) : (a, b);
            // What was only taken for the two events may be told in their order, and not be denied by it.
            if (conjunction && !IsOrder(before.Id, after.Id))
                return null;
            // "days after the close of the Games": near in time, so that a guess would be of something else that was near.
            if (conjunction && (a.Guessed || b.Guessed) && analysis.Word(i - 1) is "days" or "weeks" or "months" or "hours")
                return null;
            return new ClaimDraft
            {
                First = 0,
                End = analysis.Tokens.Count,
                Kind = ClaimKind.Event,
                Assertion = $"days({before.Text}, {after.Text}) > 0",
                Inferred = a.Guessed || b.Guessed ? [new Inference("events", $"{a.Id}, {b.Id}", Inference.SharedWords)] : [],
            };
        }
        return null;
    }

    private bool IsOrder(string first, string second) =>
        catalogue.Events.ById(first) is { } a && catalogue.Events.ById(second) is { } b && a.Date.End <= b.Date.Start;

    /// <summary>"The visit helps officials to drop a rule after the congress": what comes after it is what is meant to be done, not the visit.</summary>
    private bool Intended(int conjunction)
    {
        for (var i = 0; i < conjunction - 1; i++)
        {
            if (!analysis.Is(i, "to"))
                continue;
            var verb = analysis.Word(i + 1).EndsWith("ly", StringComparison.Ordinal) ? i + 2 : i + 1;
            if (
                verb < conjunction
                && char.IsLower(analysis.Tokens[verb].Text[0])
                && !(
                    analysis.Word(verb)
                    is "the"
                        or "a"
                        or "an"
                        or "its"
                        or "his"
                        or "her"
                        or "their"
                        or "this"
                        or "that"
                        or "power"
                        or "office"
                )
            )
                return true;
        }
        return false;
    }

    private bool Conditional()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
            if (analysis.Word(i) is "would" or "could" or "if" or "will" or "may" or "might" or "not" or "never" or "n't" or "no")
                return true;
        return false;
    }

    /// <summary>"Eight years after that of Crimea", "eleven months after Finland": the same kind of event as the main clause tells, of another.</summary>
    private (string Text, string Id, bool Guessed)? Alike(int from, int to, int mainFrom, int mainTo)
    {
        if (analysis.Is(from, "that") && analysis.Is(from + 1, "of"))
        {
            if (Refer(mainFrom, mainTo, null, 0, 0) is not { } main || catalogue.Events.ById(main.Id) is not { } model)
                return null;
            string? found = null;
            foreach (var item in catalogue.Record.Events)
                if (
                    item.Kind == model.Kind
                    && item.Id != model.Id
                    && item.Title.Contains(analysis.Tokens[from + 2].Text, StringComparison.Ordinal)
                )
                {
                    if (found is not null)
                        return null;
                    found = item.Id;
                }
            return found is null ? null : ($"event({found})", found, false);
        }
        if (AlikeNamed(from, to, mainFrom, mainTo) is { } named)
            return named;
        // The other state entered the same body.
        if (
            analysis.ActorStartingAt(from) is { Actor.Kind: ActorKind.State, IsAdjective: false, Possessive: false, Party: { } state } actor
            && (actor.End >= to || analysis.Word(actor.End) is "." or "did" or "had")
            && Membership(mainFrom, mainTo) is { } entry
            && entry.Id.StartsWith("entry(", StringComparison.Ordinal)
        )
        {
            var text = $"entry({state}{entry.Id[entry.Id.IndexOf(',', StringComparison.Ordinal)..]}";
            return text == entry.Id ? null : (text, text, false);
        }
        return null;
    }

    /// <summary>"Turkstream was inaugurated a month after the Power of Siberia": a bare name, of which the same was done.</summary>
    private (string Text, string Id, bool Guessed)? AlikeNamed(int from, int to, int mainFrom, int mainTo)
    {
        var start = analysis.Is(from, "the") ? from + 1 : from;
        var end = Math.Min(to, analysis.Tokens.Count);
        if (end > start && analysis.Tokens[end - 1].Text is "." or ",")
            end--;
        if (end - start is < 1 or > 4 || !char.IsUpper(analysis.Tokens[start].Text[0]) || Next(start, end) is not null)
            return null;
        if (analysis.ActorStartingAt(start) is { Actor.Kind: ActorKind.State or ActorKind.Person })
            return null;
        if (Refer(mainFrom, mainTo, null, 0, 0) is not { } main || catalogue.Events.ById(main.Id) is not { } model)
            return null;
        var name = analysis.Slice(start, end);
        string? found = null;
        foreach (var item in catalogue.Record.Events)
            if (
                item.Kind == model.Kind
                && item.Id != model.Id
                && !(discourse.Published is { } day && item.Date.Start > day)
                && item.Title.Contains(name, StringComparison.Ordinal)
            )
            {
                if (found is not null)
                    return null;
                found = item.Id;
            }
        return found is null ? null : ($"event({found})", found, true);
    }

    // "Britain left the EU": the record's event of it where there is one, else the entry or exit by the membership table.
    private (string Text, string Id, bool Guessed)? Membership(int from, int to)
    {
        for (var i = from; i < Math.Min(to, analysis.Tokens.Count); i++)
        {
            var left = (analysis.Word(i) is "left" or "quit" or "exited" or "leaving" or "exit" or "departure" or "withdrawal");
            var became = analysis.Is(i, "became", "becoming");
            if (
                !left
                && !became
                && !(analysis.Word(i) is "joined" or "joining" or "acceded" or "accession" or "entry" or "entered" or "admitted")
            )
                continue;
            for (var k = i; became && k < Math.Min(to, i + 8); k++)
                became = !analysis.Is(k, "member");
            if (became)
                continue;
            string? state = null,
                body = null;
            foreach (var actor in analysis.Actors)
                if (actor.First >= from && actor.End <= to && actor.Actor.Kind == ActorKind.State && !actor.IsAdjective)
                    state ??= actor.Party;
                else if (actor.First > i && actor.End <= to && actor.Actor.Kind == ActorKind.Organisation)
                    body ??= actor.Actor.Code;
            // "between Britain's referendum and the day on which it left the EU"
            if (state is null && (analysis.Is(i - 1, "it") || analysis.Is(i - 2, "it")) && analysis.Is(from, "the", "its"))
                foreach (var actor in analysis.Actors)
                    if (actor.End <= from && actor is { IsAdjective: false, Actor.Kind: ActorKind.State })
                        state ??= actor.Party;
            if (state is null || body is null || catalogue.Record.Memberships(body).Count == 0)
                continue;
            foreach (var item in catalogue.Record.Events)
                if (left && item.Kind == "membership_end" && item.Body == body && EventFinder.Parties(item).Contains(state))
                    return ($"event({item.Id})", item.Id, false);
            var text = $"{(left ? "exit" : "entry")}({state}, {body})";
            return (text, text, false);
        }
        return null;
    }

    /// <summary>"two days before the invasion", "three and a half years after the referendum": the only one of its kind that lies so far from the other event.</summary>
    private (string Text, string Id, bool Guessed)? OfKind(QuantityMention quantity, int at, int stop, string? other)
    {
        var kind = analysis.Word(at + 2);
        if (other is null || !analysis.Is(at + 1, "the") || stop - at > 4 || !IsKind(kind))
            return null;
        var before = analysis.Is(at, "before");
        (string, string, bool)? found = null;
        foreach (var item in catalogue.Record.Events)
        {
            if (
                item.Kind != kind
                || item.Id == other
                || catalogue.Events.ById(other) is null
                || !(before ? Plausible(quantity, other, item.Id) : Plausible(quantity, item.Id, other))
            )
                continue;
            if (found is not null)
                return null;
            found = ($"event({item.Id})", item.Id, true);
        }
        return found;
    }

    private static bool IsKind(string noun) => noun is "invasion" or "annexation" or "referendum";
}
