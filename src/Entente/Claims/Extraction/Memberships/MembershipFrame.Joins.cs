using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <content>Entries and exits.</content>
internal sealed partial class MembershipFrame
{
    private static readonly Cues Joining = Cues.Of(
        """
        became becoming becomes joined joining entered acceded admitted accession entry left quit exited leaving withdrew withdrawal exit
        departure walked pulled pulling walking
        """
    );

    /// <summary>"Finland joined NATO in April 2023", "was admitted to", "became NATO's 32nd member", "left the EU", "'s accession to", "its withdrawal from".</summary>
    private IEnumerable<ClaimDraft> Joins()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var member = analysis.Is(i, "became", "becoming", "becomes") ? MemberAfter(i) : -1;
            var joined =
                member > 0 || (analysis.Word(i) is "joined" or "joining" or "entered" or "acceded" or "admitted" or "accession" or "entry");
            var left = (
                analysis.Word(i) is "left" or "quit" or "exited" or "leaving" or "withdrew" or "withdrawal" or "exit" or "departure"
                || analysis.Word(i) is "walked" or "pulled" or "pulling" or "walking"
                    && analysis.Is(i + 1, "out")
                    && analysis.Is(i + 2, "of")
            );
            if (
                (!joined && !left)
                || !Happened(i)
                || (analysis.Is(i, "left") && (analysis.Word(i - 1) is "has" or "have" or "had" or "the" or "far" or "is" or "was"))
            )
                continue;
            var noun = (analysis.Word(i) is "accession" or "entry" or "withdrawal" or "exit" or "departure");
            var body =
                BodyNear(i, member)
                ?? BodyOfWhich(i)
                ?? BodyEarlier(i)
                ?? (
                    left ? null
                    : noun ? AccessionTo(i)
                    : Understood(i)
                );
            // "joined the G7's price cap": something of the body's, not the body.
            if (body is null || OfAPart(body) || (noun && OnlyAgreed(i)) || (!noun && member < 0 && body.Possessive && body.First > i))
                continue;
            var states = noun ? Owner(i) : Subjects(i);
            if (states.Count == 0 && !noun)
                states = SharedSubject(i);
            Remove(states, body.Party);
            var end = Math.Max(Math.Max(body.End, member + 1), i + 1);
            var time = TimeNear(i, end);
            if (member > 0 && Ordinal(i, member) is { } place && states.Count == 1)
                yield return Place(place, body, time, member);
            if (states.Count == 0 || (time is null && (left || noun)))
                continue;
            if (time is null || states.Count > 1)
            {
                if (left)
                    continue;
                var names = string.Join(", ", states.Select(s => s.Party).Distinct().Reverse());
                if (time is null)
                    yield return Draft(states[^1].First, end, $"members({body.Actor.Code}{{0}}) includes {{{{{names}}}}}", i, states.Count);
                else
                    yield return Dated(
                        $"members({body.Actor.Code}, {time.Period!.Text}) includes {{{names}}}",
                        null,
                        states[^1].First,
                        end,
                        time
                    );
                continue;
            }
            var state = states[0];
            if (noun && !left)
                foreach (var next in AlsoEntered(body, end, time))
                    yield return next;
            yield return Dated(
                $"date({(left ? "exit" : "entry")}({state.Party}, {body.Actor.Code})) = {time.Period!.Text}",
                "=",
                state.First,
                end,
                time,
                body.Role == Inference.SpokenOf ? body.Actor.Code : null
            );
        }
    }

    // Not a lambda at the call: it would be made for every word of every sentence.
    private static void Remove(List<ActorSpan> from, string? party) => from.RemoveAll(s => s.Party == party);

    private ClaimDraft Dated(string assertion, string? relation, int first, int end, TimeMention time, string? understood = null)
    {
        analysis.UsedTimes.Add(time);
        return new ClaimDraft
        {
            First = Math.Min(first, time.FirstToken),
            End = Math.Max(end, time.EndToken),
            Kind = ClaimKind.Membership,
            Assertion = assertion,
            Relation = relation,
            Value = time.Period!.Start.Year,
            Low = time.Period.Start.Year,
            High = time.Period.End.Year,
            Unit = Units.Date.Symbol,
            Period = time.Period,
            Inferred =
            [
                .. time.Kind == TimeKind.Relative
                    ? [new Inference("period", time.Period.Text, "a date relative to the time of writing")]
                    : Array.Empty<Inference>(),
                .. understood is null ? Array.Empty<Inference>() : [new Inference("body", understood, Inference.SpokenOf)],
            ],
        };
    }

    // "became a full member", "became NATO's 32nd member", "became the newest member of the bloc".
    private int MemberAfter(int at)
    {
        for (var k = at + 1; k <= at + 8; k++)
            if (analysis.Is(k, "member", "members"))
                return k;
            else if ((analysis.Word(k) is "," or "." or ";" or "partner" or "observer"))
                return -1;
        return -1;
    }

    private QuantityMention? Ordinal(int from, int to)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind == QuantityKind.Ordinal && quantity.FirstToken > from && quantity.CoreToken < to && quantity.Number.Value > 1)
                return quantity;
        return null;
    }

    /// <summary>"became the 32nd member": so many it had then.</summary>
    private ClaimDraft Place(QuantityMention place, ActorSpan body, TimeMention? time, int member)
    {
        analysis.Used.Add(place);
        var chosen = time is null ? PeriodChooser.Choose(analysis, place.FirstToken, place.EndToken, null, discourse, stock: true) : null;
        var period = time?.Period ?? chosen?.Period;
        return new ClaimDraft
        {
            First = place.FirstToken,
            End = Math.Max(member + 1, place.EndToken),
            Kind = ClaimKind.Membership,
            Assertion = FormattableString.Invariant(
                $"count(members({body.Actor.Code}){(period is null ? "" : ", " + period.Text)}) = {place.Number.Value}"
            ),
            Relation = "=",
            Value = place.Number.Value,
            Low = place.Number.Value,
            High = place.Number.Value,
            Unit = Units.Count.Symbol,
            Period = period,
            Inferred = chosen?.Inference is { } one ? [one] : [],
        };
    }

    // "Parliament ratified Finland's accession": a step on the way, with a date of its own.
    private bool OnlyAgreed(int noun)
    {
        for (var k = Math.Max(0, noun - 6); k < Math.Min(noun + 8, analysis.Tokens.Count); k++)
            if (
                analysis.Word(k)
                    is "ratified"
                        or "approved"
                        or "backed"
                        or "opposed"
                        or "blocked"
                        or "supported"
                        or "endorsed"
                        or "protocol"
                        or "ratification"
                || analysis.Word(k) is "ratify" or "negotiations" or "bid" or "signed" or "vetoed" or "welcomed" or "voted" or "discussed"
            )
                return true;
        return false;
    }

    // A wish, a plan or a refusal is no entry.
    private bool Happened(int i)
    {
        for (var k = i - 1; k >= Math.Max(0, i - 4) && !analysis.Is(k, ","); k--)
            if (
                (
                    analysis.Word(k)
                    is "not"
                        or "never"
                        or "n't"
                        or "would"
                        or "will"
                        or "could"
                        or "may"
                        or "might"
                        or "if"
                        or "should"
                        or "can"
                        or "cannot"
                        or "before"
                        or "without"
                        or "until"
                        or "hopes"
                        or "wants"
                        or "since"
                ) || (analysis.Is(k, "to") && k == i - 1)
            )
                return false;
        return true;
    }

    private ActorSpan? BodyNear(int verb, int member)
    {
        var to = Math.Max(verb + 6, member + 4);
        foreach (var actor in analysis.Actors)
        {
            if (actor.Actor.Kind != ActorKind.Organisation || actor.First <= verb || actor.First > to)
                continue;
            for (var k = verb + 1; k < actor.First; k++)
                if (analysis.Is(k, ",", ";", "—", "–") && member < 0)
                    return null;
            return catalogue.Record.Memberships(BodyCode(actor)).Count > 0 ? actor : null;
        }
        return null;
    }

    // "The SCO, which Iran joined in 2023": the body stands before its clause.
    private ActorSpan? BodyOfWhich(int verb)
    {
        if (analysis.Word(verb) is not ("joined" or "entered" or "left" or "quit"))
            return null;
        for (var k = verb - 1; k >= Math.Max(1, verb - 6); k--)
            if (analysis.Is(k, "which"))
                return
                    (analysis.ActorEndingAt(k) ?? analysis.ActorEndingAt(k - 1)) is { Actor.Kind: ActorKind.Organisation } body
                    && catalogue.Record.Memberships(BodyCode(body)).Count > 0
                    ? body
                    : null;
        return null;
    }

    // "Finland officially joined in April": the body of the sentence before, where nothing else is joined.
    private ActorSpan? Understood(int verb) =>
        discourse.LastOrganisation is { } last
        && catalogue.Record.Memberships(BodyCode(last)).Count > 0
        && (
            analysis.Is(verb, "joined", "acceded")
                ? (analysis.Word(verb + 1) is "in" or "on" or "," or "." or "last" or "this")
                : MemberAfter(verb) > 0 && !OtherBody(verb)
        )
            ? last with
            {
                First = verb,
                End = verb + 1,
                Role = Inference.SpokenOf,
            }
            : null;

    // "Finland's accession followed on 4 April": to the body that the text speaks of.
    private ActorSpan? AccessionTo(int noun) =>
        analysis.Is(noun, "accession")
        && !analysis.Is(noun + 1, "to")
        && !OtherBody(noun)
        && discourse.LastOrganisation is { } last
        && catalogue.Record.Memberships(BodyCode(last)).Count > 0
            ? last with
            {
                First = noun,
                End = noun + 1,
                Role = Inference.SpokenOf,
            }
            : null;

    private bool OtherBody(int verb)
    {
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind is ActorKind.Organisation or ActorKind.Group && actor.First > verb)
                return true;
        for (var k = verb; k <= verb + 8; k++)
            if (analysis.Is(k, "of"))
                return !analysis.Is(k + 1, "the")
                    || !(analysis.Word(k + 2) is "bloc" or "alliance" or "union" or "group" or "club" or "organisation" or "organization");
        return false;
    }

    private bool OfAPart(ActorSpan body) =>
        (
            analysis.Word(body.End)
            is "single"
                or "customs"
                or "common"
                or "market"
                or "union"
                or "internal"
                or "sanctions"
                or "allies"
                or "leaders"
                or "summit"
                or "members"
                or "forces"
                or "talks"
                or "military"
                or "nuclear"
                or "effort"
                or "efforts"
        ) || (analysis.Is(body.End, "in") && analysis.Word(body.End + 1).EndsWith("ing", StringComparison.Ordinal));

    // "Belarus's accession", "the accession of Sweden".
    private List<ActorSpan> Owner(int noun)
    {
        foreach (var actor in analysis.Actors)
            if (
                actor.Actor.Kind == ActorKind.State
                && ((actor.Possessive && noun - actor.End is >= 0 and <= 3) || (actor.First == noun + 2 && analysis.Is(noun + 1, "of")))
            )
                return [actor];
        return [];
    }

    // The time after the verb and its body, else one that opens the clause.
    private TimeMention? TimeNear(int verb, int end)
    {
        TimeMention? opening = null;
        foreach (var time in analysis.Times)
        {
            if (time.Period is null || time.Role is not (TimeRole.At or TimeRole.During) || time.Kind is TimeKind.Event)
                continue;
            if (time.FirstToken >= end - 1 && analysis.Distance(end, time.FirstToken) <= 10)
                return time;
            if (time.FirstToken > verb && time.EndToken <= end)
                return time;
            // "it was in April 2023 that Finland joined NATO"
            if (time.EndToken < verb && verb - time.EndToken <= 5 && analysis.Is(time.EndToken, "that"))
                opening = time;
            if (time.EndToken <= verb && time.FirstToken <= 2 && !analysis.StrongBreak(time.EndToken, verb))
                opening = time;
        }
        return opening;
    }
}
