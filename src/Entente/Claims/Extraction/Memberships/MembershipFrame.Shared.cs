using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <content>Entries and exits that share a body, a subject or a step with what was told before; bodies told by who makes them up.</content>
internal sealed partial class MembershipFrame
{
    // "Britain voted to leave the European Union in 2016, and left on January 31, 2020": the body named before, where only one is.
    private ActorSpan? BodyEarlier(int verb)
    {
        if (!(analysis.Word(verb) is "left" or "joined" or "quit" or "withdrew") || !(analysis.Word(verb + 1) is "on" or "in" or "at"))
            return null;
        ActorSpan? only = null;
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind == ActorKind.Organisation && actor.End <= verb && !actor.Possessive)
            {
                if (only is not null && only.Actor.Code != actor.Actor.Code)
                    return null;
                only = actor;
            }
        return only is not null && catalogue.Record.Memberships(BodyCode(only)).Count > 0 ? only : null;
    }

    // The subject that a second verb shares with the first: "Britain voted …, and left".
    private List<ActorSpan> SharedSubject(int verb)
    {
        if (analysis.Word(verb - 1) is not ("and" or "then" or "but" or "finally" or "formally"))
            return [];
        foreach (var actor in analysis.Actors)
            if (actor.Actor.Kind == ActorKind.State)
                return
                    actor is { IsAdjective: false, Possessive: false }
                    && !analysis.Is(actor.End, "and", ",", "or")
                    && !Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1))
                    ? [actor]
                    : [];
        return [];
    }

    // "…, and Sweden's on 7 March 2024": the same step of another.
    private IEnumerable<ClaimDraft> AlsoEntered(ActorSpan body, int from, TimeMention told)
    {
        foreach (var actor in analysis.Actors)
        {
            if (actor.First < from || actor is not { Possessive: true, Actor.Kind: ActorKind.State })
                continue;
            foreach (var time in analysis.Times)
                if (
                    !ReferenceEquals(time, told)
                    && time.Period is { Kind: not PeriodKind.Range } period
                    && time.Kind == TimeKind.Absolute
                    && time.FirstToken - actor.End is >= 0 and <= 3
                    && analysis.Word(actor.End) is "'s" or "’s" or "on" or "in" or "'"
                )
                    yield return Dated(
                        $"date(entry({actor.Party}, {body.Actor.Code})) = {period.Text}",
                        "=",
                        actor.First,
                        time.EndToken,
                        time,
                        body.Role == Inference.SpokenOf ? body.Actor.Code : null
                    );
        }
    }

    private static readonly Cues MakingUp = Cues.Of("made make formed form constitute constituted comprised");

    /// <summary>"Five states – Brazil, Russia, India, China and South Africa – made up BRICS": the members before their verb.</summary>
    private IEnumerable<ClaimDraft> MadeUpOf()
    {
        for (var i = 2; i < analysis.Tokens.Count; i++)
        {
            var end =
                analysis.Word(i) is "made" or "make" && analysis.Is(i + 1, "up") ? i + 2
                : analysis.Word(i) is "formed" or "form" or "constitute" or "constituted" or "comprised" ? i + 1
                : -1;
            if (end < 0)
                continue;
            var at = analysis.Is(end, "the") ? end + 1 : end;
            if (
                analysis.ActorStartingAt(at) is not { Actor.Kind: ActorKind.Organisation, Possessive: false } body
                || catalogue.Record.Memberships(BodyCode(body)).Count == 0
            )
                continue;
            var members = Subjects(analysis.Word(i - 1) is "–" or "—" or "," or ")" or "-" ? i - 1 : i);
            if (members.Count < 2)
                continue;
            members.Reverse();
            var names = string.Join(", ", members.Select(m => m.Party).Distinct());
            yield return Draft(members[0].First, body.End, $"members({body.Actor.Code}{{0}}) includes {{{{{names}}}}}", i, members.Count);
        }
    }

    /// <summary>"a member of NATO since 1999 and of the EU since 2004": the second body with its own time.</summary>
    private ClaimDraft? AlsoSince(string state, TimeMention first)
    {
        if (!analysis.Is(first.EndToken, "and") || !analysis.Is(first.EndToken + 1, "of", "to"))
            return null;
        var at = analysis.Is(first.EndToken + 2, "the") ? first.EndToken + 3 : first.EndToken + 2;
        if (
            analysis.ActorStartingAt(at) is not { Actor.Kind: ActorKind.Organisation } body
            || catalogue.Record.Memberships(BodyCode(body)).Count == 0
        )
            return null;
        foreach (var time in analysis.Times)
            if (time is { Role: TimeRole.Since, Period: not null } && time.FirstToken - body.End is 0 or 1)
                return Dated($"date(entry({state}, {BodyCode(body)})) = {time.Period.Text}", "=", body.First, time.EndToken, time);
        return null;
    }
}
