using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <content>Who is in a body and who is out of it, without the word "member" or with its denial.</content>
internal sealed partial class MembershipFrame
{
    private static readonly Cues Within = Cues.Of("outside out in inside");
    private static readonly Cues NotYetIn = Cues.Of("member members joined join entered acceded accede");
    private static readonly Cues Admitting = Cues.Of("admitted inducted took brought");

    /// <summary>"Sweden was not yet in NATO", "Norway is outside the EU": in a body or out of it.</summary>
    private IEnumerable<ClaimDraft> IsIn()
    {
        for (var i = 2; i < analysis.Tokens.Count; i++)
        {
            var outside = analysis.Is(i, "outside");
            if (analysis.Is(i, "out") && analysis.Is(i + 1, "of") && OutSince(i) is { } exit)
            {
                yield return exit;
                continue;
            }
            if (analysis.Is(i, "in") && analysis.Is(i + 1, "neither"))
            {
                foreach (var draft in InNeither(i))
                    yield return draft;
                continue;
            }
            if (!outside && analysis.Word(i) is not ("in" or "inside"))
                continue;
            var at = analysis.Is(i + 1, "the") ? i + 2 : i + 1;
            if (
                analysis.ActorStartingAt(at) is not { Actor.Kind: ActorKind.Organisation, IsAdjective: false, Possessive: false } body
                || catalogue.Record.Memberships(BodyCode(body)).Count == 0
                || BodyCode(body) == "P5"
                || !EndsAt(body.End)
            )
                continue;
            var copula = i - 1;
            var not = false;
            while (
                copula > 0
                && (analysis.Word(copula) is "not" or "yet" or "still" or "already" or "now" or "n't" or "neither" || Stays(copula))
            )
                not |= analysis.Word(copula--) is "not" or "n't";
            if (SinceIn(copula, body) is { } sinceIn)
            {
                // "has been outside the G8 since 2014": it left then.
                yield return outside
                    ? sinceIn with
                    {
                        Assertion = sinceIn.Assertion!.Replace("date(entry(", "date(exit(", StringComparison.Ordinal),
                    }
                    : sinceIn;
                continue;
            }
            if (
                !(
                    analysis.Word(copula) is "is" or "are" or "was" or "were"
                    || outside && analysis.Word(copula) is "remain" or "remains" or "remained" or "stays" or "stayed" or "stay" or "stands"
                )
                || analysis.Actors.Count > 9
            )
                continue;
            var subjects = Subjects(BeforeAside(copula));
            if (subjects.Count == 0 || BeforeAside(copula) - subjects[0].End > 1)
                continue;
            foreach (var subject in subjects)
            {
                var draft = Draft(subject.First, body.End, $"members({body.Actor.Code}{{0}}) includes {{{{{subject.Party}}}}}", i, 1);
                yield return not != outside ? draft with { Assertion = "not " + draft.Assertion } : draft;
                // "in NATO but not in the EU"
                var other = body.End + (analysis.Is(body.End + 3, "the") ? 4 : 3);
                if (
                    analysis.Word(body.End) is "but" or ","
                    && analysis.Is(body.End + 1, "not")
                    && analysis.Is(body.End + 2, "in")
                    && !not
                    && analysis.ActorStartingAt(other) is { Actor.Kind: ActorKind.Organisation } second
                    && catalogue.Record.Memberships(BodyCode(second)).Count > 0
                )
                    yield return draft with
                    {
                        First = second.First,
                        End = second.End,
                        Assertion =
                            "not "
                            + draft.Assertion!.Replace(
                                $"members({body.Actor.Code}",
                                $"members({second.Actor.Code}",
                                StringComparison.Ordinal
                            ),
                    };
            }
        }
    }

    // "is still waiting outside NATO", "remains firmly outside"
    private bool Stays(int at) =>
        analysis.Word(at) is "waiting" or "standing" or "formally" or "officially" or "firmly" or "resolutely" or "left" or "currently";

    private bool EndsAt(int at)
    {
        if (at >= analysis.Tokens.Count || analysis.Word(at) is "," or "." or ";" or "but" or "when")
            return true;
        foreach (var time in analysis.Times)
            if (time.FirstToken == at || time.FirstToken == at + 1)
                return true;
        return false;
    }

    /// <summary>"has ten members, among them India and Iran", "27 member states, including Malta".</summary>
    private bool AmongMembers(int at)
    {
        var first = analysis.Is(at, "them") && analysis.Is(at - 1, "among") ? at - 1 : at;
        if (first == at && !(analysis.Is(at, "including") && analysis.Tokens[at - 1].Text is ","))
            return false;
        if (analysis.Tokens[Math.Max(0, first - 1)].Text is not ",")
            return false;
        var noun = first - 2;
        return (analysis.Word(noun) is "members" or "states" or "countries" or "nations")
            && (analysis.Quantities.Any(q => q.FirstToken < noun && q.EndToken >= noun - 2) || analysis.Is(noun, "members"))
            && !analysis.Is(at, "including") | analysis.Word(noun - 2) is "has" or "counts" or "had" or "counted" or "with" or "comprises";
    }

    /// <summary>"Croatia, in the EU since 2013, …", "has been in NATO since 2004": when it came in.</summary>
    private ClaimDraft? SinceIn(int before, ActorSpan body)
    {
        if (!(analysis.Word(before) is "," or "been"))
            return null;
        TimeMention? since = null;
        foreach (var time in analysis.Times)
            if (time is { Role: TimeRole.Since, Period: { Kind: not PeriodKind.Range } } && time.FirstToken - body.End is 0 or 1)
                since = time;
        var at = before;
        while (analysis.Word(at) is "been" or "has" or "have" or "always" or "," or "both")
            at--;
        return
            since is not null
            && analysis.ActorEndingAt(at + 1) is { IsAdjective: false, Possessive: false, Actor.Kind: ActorKind.State } state
            ? Dated($"date(entry({state.Party}, {BodyCode(body)})) = {since.Period!.Text}", "=", state.First, since.EndToken, since)
            : null;
    }

    /// <summary>"is a candidate for membership of the EU, not a member", "has not yet become a member", "has yet to join NATO", "never joined the EU".</summary>
    private IEnumerable<ClaimDraft> NotYet()
    {
        for (var i = 2; i < analysis.Tokens.Count; i++)
        {
            var (not, body) =
                analysis.Is(i, "member", "members") ? Candidate(i)
                : analysis.Word(i) is "joined" or "join" or "entered" or "acceded" or "accede" ? NeverJoined(i)
                : (-1, null);
            if (body is null || not < 1)
                continue;
            foreach (var state in Outsiders(not))
            {
                var draft = Draft(
                    state.First,
                    Math.Max(i + 1, body.End),
                    $"members({BodyCode(body)}{{0}}) includes {{{{{state.Party}}}}}",
                    i,
                    1
                );
                yield return draft with
                {
                    Assertion = "not " + draft.Assertion,
                };
            }
        }
    }

    // ", not a member", "but is not yet a full member": the body was named before.
    private (int Not, ActorSpan? Body) Candidate(int noun)
    {
        if (MemberBody(noun) is not null || analysis.Is(noun, "members") && !analysis.Is(noun - 1, "become"))
            return (-1, null);
        var i = noun - 1;
        while (analysis.Word(i) is "a" or "full" or "yet" or "become" or "became" or "formally" or "fully" or "itself" or "been")
            i--;
        if (!analysis.Is(i, "not", "n't", "never"))
            return (-1, null);
        ActorSpan? body = null;
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind == ActorKind.Organisation && actor.End <= i && !actor.Possessive)
                body = actor;
        return body is not null && i - body.End <= 6 && !Parted(body.End, i) && catalogue.Record.Memberships(BodyCode(body)).Count > 0
            ? (i, body)
            : (-1, null);
    }

    private bool Contrasted(ActorSpan subject) =>
        analysis.Word(subject.First - 1) is "unlike" or "like" or "including" or "except"
        || analysis.Is(subject.First - 1, "the") && analysis.Is(subject.First - 2, "unlike", "like");

    // "Montenegro, a member of NATO, is not yet in the EU": the subject stands before the aside.
    private int BeforeAside(int copula)
    {
        if (analysis.Tokens[copula - 1].Text is not ",")
            return copula;
        for (var i = copula - 2; i >= Math.Max(1, copula - 12); i--)
            if (analysis.Tokens[i].Text is ",")
                return analysis.ActorEndingAt(i) is { Actor.Kind: ActorKind.State, IsAdjective: false } ? i : copula;
        return copula;
    }

    /// <summary>"BRICS took in Indonesia in January as its tenth member", "The SCO admitted India and Pakistan in 2017".</summary>
    private IEnumerable<ClaimDraft> Admits()
    {
        for (var i = 1; i < analysis.Tokens.Count - 1; i++)
        {
            var end =
                analysis.Is(i, "admitted", "inducted") ? i + 1
                : analysis.Is(i, "took", "brought") && analysis.Is(i + 1, "in") ? i + 2
                : -1;
            var subject = analysis.Word(i - 1) is "formally" or "officially" or "finally" or "has" or "have" or "had" ? i - 1 : i;
            if (
                end < 0
                || analysis.ActorEndingAt(subject) is not { Actor.Kind: ActorKind.Organisation, Possessive: false } body
                || catalogue.Record.Memberships(BodyCode(body)).Count == 0
            )
                continue;
            var members = List(end);
            if (members.Count == 0 || members[^1].Possessive || TimeNear(i, members[^1].End) is not { } time)
                continue;
            for (var k = members[^1].End; k < Math.Min(members[^1].End + 12, analysis.Tokens.Count); k++)
                if (analysis.Is(k, "member") && Ordinal(members[^1].End - 1, k) is { } place && members.Count == 1)
                    yield return Place(place, body, time, k);
            yield return members.Count == 1
                ? Dated($"date(entry({members[0].Party}, {BodyCode(body)})) = {time.Period!.Text}", "=", body.First, members[0].End, time)
                : Dated(
                    $"members({BodyCode(body)}, {time.Period!.Text}) includes {{{string.Join(", ", members.Select(m => m.Party).Distinct())}}}",
                    null,
                    body.First,
                    members[^1].End,
                    time
                );
        }
    }

    private ActorSpan? ButNot(ActorSpan body)
    {
        var at = analysis.Is(body.End, ",") ? body.End + 1 : body.End;
        if (!analysis.Is(at, "but", "though", "and") || !analysis.Is(at + 1, "not"))
            return null;
        at += analysis.Is(at + 2, "of", "to", "in") ? 3 : 2;
        return
            analysis.ActorStartingAt(analysis.Is(at, "the") ? at + 1 : at)
                is { Actor.Kind: ActorKind.Organisation, Possessive: false } other
            && catalogue.Record.Memberships(BodyCode(other)).Count > 0
            ? other
            : null;
    }

    /// <summary>"Switzerland is in neither the EU nor NATO".</summary>
    private IEnumerable<ClaimDraft> InNeither(int at)
    {
        if (analysis.Word(at - 1) is not ("is" or "are" or "was" or "were"))
            yield break;
        var subjects = Subjects(BeforeAside(at - 1));
        var i = at + 2;
        for (var n = 0; n < 2 && subjects.Count > 0 && BeforeAside(at - 1) - subjects[0].End <= 1; n++)
        {
            if (analysis.Is(i, "the"))
                i++;
            if (
                analysis.ActorStartingAt(i) is not { Actor.Kind: ActorKind.Organisation, Possessive: false } body
                || catalogue.Record.Memberships(BodyCode(body)).Count == 0
            )
                yield break;
            foreach (var subject in subjects)
                yield return Denied(subject.Party!, body, subject.First, at);
            if (!analysis.Is(body.End, "nor"))
                yield break;
            i = body.End + 1;
        }
    }

    // "Britain, out of the EU since January 2020"
    private ClaimDraft? OutSince(int at)
    {
        var start = analysis.Is(at + 2, "the") ? at + 3 : at + 2;
        if (
            analysis.ActorStartingAt(start) is not { Actor.Kind: ActorKind.Organisation, Possessive: false } body
            || catalogue.Record.Memberships(BodyCode(body)).Count == 0
        )
            return null;
        var end = analysis.Word(at - 1) is "," or "been" ? at - 1 : at;
        while (analysis.Word(end - 1) is "has" or "been" or "is")
            end--;
        if (analysis.ActorEndingAt(end) is not { Actor.Kind: ActorKind.State, IsAdjective: false, Possessive: false } state)
            return null;
        foreach (var time in analysis.Times)
            if (time is { Role: TimeRole.Since, Period: { Kind: not PeriodKind.Range } since } && time.FirstToken - body.End is 0 or 1)
                return Dated($"date(exit({state.Party}, {BodyCode(body)})) = {since.Text}", "=", state.First, time.EndToken, time);
        return null;
    }

    private bool Parted(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.Tokens[i].Text is ";" or "." or ":")
                return true;
        return false;
    }

    private (int Not, ActorSpan? Body) NeverJoined(int verb)
    {
        var not = -1;
        for (var k = verb - 1; k >= Math.Max(1, verb - 4); k--)
            if (analysis.Is(k, "not", "n't", "never") || analysis.Is(k, "yet") && analysis.Is(k + 1, "to"))
                not = k;
            else if (
                analysis.Word(k) is "would" or "will" or "may" or "might" or "could" or "should" or "if" or "until" or "want" or "wants"
            )
                return (-1, null);
        if (not < 0 || BodyNear(verb, -1) is not { } body || OfAPart(body) || body.Possessive)
            return (-1, null);
        // "did not join until 2004": it did.
        for (var k = body.End; k < Math.Min(body.End + 4, analysis.Tokens.Count); k++)
            if (analysis.Is(k, "until", "before"))
                return (-1, null);
        return (not, body);
    }

    // The subject of the clause, before its auxiliary or its copula.
    private List<ActorSpan> Outsiders(int not)
    {
        for (var k = not - 1; k > 0; k--)
            if (analysis.Tokens[k].Text is ";" or ".")
                return [];
            else if (analysis.Word(k) is "is" or "are" or "was" or "were" or "remains" or "has" or "have" or "had" or "did" or "does")
            {
                // "India, unlike China, has not": the one before the aside.
                var at = BeforeAside(k);
                if (Subjects(at) is { Count: > 0 } subjects && at - subjects[0].End <= 1 && !Contrasted(subjects[^1]))
                    return subjects;
            }
        return not > 0 && Subjects(not) is { Count: > 0 } direct && not - direct[0].End == 0 ? direct : [];
    }
}
