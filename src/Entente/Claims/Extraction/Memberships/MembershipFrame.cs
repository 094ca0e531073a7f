using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <summary>Memberships: "the SCO, which includes Russia, India and Pakistan", "Finland joined NATO in 2023", "both are permanent members".</summary>
internal sealed partial class MembershipFrame(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
{
    public IEnumerable<ClaimDraft> Read()
    {
        if (analysis.Has(Including))
            foreach (var draft in Includes())
                yield return draft;
        if (analysis.Has(MakingUp))
            foreach (var draft in MadeUpOf())
                yield return draft;
        if (analysis.Has(Joining))
            foreach (var draft in Joins())
                yield return draft;
        if (analysis.Has(Being))
            foreach (var draft in IsMember())
                yield return draft;
        // In or out of what the sentence names.
        if (analysis.Has(Within) && (analysis.Actors.Count > 0 || analysis.HasAll))
            foreach (var draft in IsIn())
                yield return draft;
        if (analysis.Has(NotYetIn))
            foreach (var draft in NotYet())
                yield return draft;
        if (analysis.Has(Admitting))
            foreach (var draft in Admits())
                yield return draft;
    }

    private static readonly Cues Including = Cues.Of(
        "includes include included comprises groups comprising unites consists consisting composed up brings bringing including members them"
    );

    private static readonly Cues Being = Cues.Of("belongs belong belonged member members signatory signatories part");

    private ActorSpan? Body(int from, int to) =>
        analysis.Actors.FindLast(a =>
            a.Actor.Kind == ActorKind.Organisation && a.First >= from && a.End <= to && catalogue.Record.Memberships(BodyCode(a)).Count > 0
        );

    private static string BodyCode(ActorSpan actor) => actor.Actor.Code is "UNSC" ? "P5" : actor.Actor.Code;

    private IEnumerable<ClaimDraft> Includes()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            if (
                !(analysis.Word(i) is "includes" or "include" or "included" or "comprises" or "groups" or "comprising" or "unites")
                && !(analysis.Is(i, "of") && analysis.Is(i - 1, "consists", "consisting", "composed", "up"))
                && !(analysis.Is(i, "together") && analysis.Is(i - 1, "brings", "bringing"))
                && !(analysis.Is(i, "including") && analysis.Is(i - 1, "members", "states", "countries"))
                && !(analysis.Is(i, "are", "include") && analysis.Is(i - 1, "members"))
                && !AmongMembers(i)
            )
                continue;
            var body = Body(0, i);
            // "Its members include": the body of the sentence before.
            if (body is null && analysis.Is(0, "its", "the") && analysis.Is(i - 1, "members"))
                body = discourse.LastOrganisation is { } last ? last with { First = 0, End = 1 } : null;
            if (body is null || analysis.StrongBreak(body.End, i))
                continue;
            var members = List(i + 1);
            if (members.Count == 0)
                continue;
            // "does not include China": none of those it names.
            if (analysis.Is(i, "include") && analysis.Word(i - 1) is "not" or "n't" or "never")
            {
                foreach (var absent in members)
                {
                    var none = Draft(body.First, absent.End, $"members({body.Actor.Code}{{0}}) includes {{{{{absent.Party}}}}}", i, 1);
                    yield return none with
                    {
                        Assertion = "not " + none.Assertion,
                    };
                }
                continue;
            }
            yield return Draft(
                body.First,
                members[^1].End,
                $"members({body.Actor.Code}{{0}}) includes {{{{{string.Join(", ", members.Select(m => m.Party).Distinct())}}}}}",
                i,
                members.Count
            );
        }
    }

    /// <summary>The states listed after a position: "Russia, India, Pakistan and four Central Asian countries" gives the named ones.</summary>
    private List<ActorSpan> List(int from)
    {
        var found = new List<ActorSpan>();
        var i = from;
        while (i < analysis.Tokens.Count)
        {
            if (analysis.ActorStartingAt(i) is { Actor.Kind: ActorKind.State, IsAdjective: false } state)
            {
                found.Add(state);
                i = state.End;
            }
            else if ((analysis.Word(i) is "," or "and" or "the" or "as" or "well" or "both"))
            {
                i++;
            }
            else
            {
                break;
            }
        }
        return found;
    }

    private List<ActorSpan> Subjects(int verb)
    {
        var found = new List<ActorSpan>();
        for (var k = analysis.Actors.Count - 1; k >= 0; k--)
        {
            var actor = analysis.Actors[k];
            if (actor.End > verb || actor.IsAdjective || actor.Possessive || actor.Actor.Kind != ActorKind.State)
                continue;
            if (found.Count == 0 && verb - actor.End > 6)
                break;
            if (
                found.Count > 0
                && !Enumerable
                    .Range(actor.End, found[^1].First - actor.End)
                    .All(t => analysis.Word(t) is "," or "and" or "both" or "the" or "nor" or "or")
            )
                break;
            if (Lexicon.Prepositions.Contains(analysis.Word(actor.First - 1)))
                break;
            found.Add(actor);
        }
        return found;
    }

    private IEnumerable<ClaimDraft> IsMember()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var neither = analysis.Is(i + 1, "neither") && analysis.Is(i + 2, "to");
            var belongs = analysis.Is(i, "belongs", "belong", "belonged") && (analysis.Is(i + 1, "to") || neither);
            if (
                !belongs
                && !analysis.Is(i, "member", "members", "signatory", "signatories")
                && !(analysis.Is(i, "part") && analysis.Is(i + 1, "of"))
            )
                continue;
            var not = belongs && neither;
            for (var k = i - 1; k >= Math.Max(0, i - 6); k--)
                not |=
                    (analysis.Word(k) is "not" or "never" or "n't" or "neither" or "nor")
                    || (analysis.Is(k, "no") && analysis.Is(k + 1, "longer"));
            // "as permanent members" of the Security Council
            var permanent = analysis.Is(i - 1, "permanent");
            var body = permanent ? null : MemberBody(belongs && neither ? i + 1 : i);
            if (!permanent && body is null)
                continue;
            var copula = belongs ? i : -1;
            for (var k = i - 1; k >= Math.Max(0, i - (not ? 7 : 5)) && copula < 0; k--)
                if ((analysis.Word(k) is "is" or "are" or "was" or "were" or "been" or "remains" or "as"))
                    copula = k;
            // "Turkey, a NATO member since 1952," stands in apposition.
            var apposed =
                copula < 0
                && Enumerable
                    .Range(Math.Max(0, i - 5), Math.Min(5, i))
                    .FirstOrDefault(k => analysis.Is(k, ",") && analysis.Is(k + 1, "a", "an"), -1)
                    is var comma
                        and >= 0
                && analysis.ActorEndingAt(comma) is { IsAdjective: false }
                    ? comma
                    : -1;
            copula = copula < 0 ? apposed : copula;
            if (copula < 0 || !Happened(copula + 1) && !not)
                continue;
            var states = permanent
                ? PermanentSubjects(copula)
                : [.. Subjects(copula == apposed ? copula : BeforeAside(copula)).Select(s => s.Party!)];
            if (states.Count == 0)
                continue;
            var code = permanent ? "P5" : body!.Actor.Code;
            var since = analysis.Times.FirstOrDefault(t =>
                t is { Role: TimeRole.Since, Period: not null } && t.FirstToken > i && t.FirstToken <= i + 6
            );
            if (since is not null && !permanent && states.Count == 1)
            {
                analysis.UsedTimes.Add(since);
                yield return new ClaimDraft
                {
                    First = Math.Max(0, copula - 1),
                    End = since.EndToken,
                    Kind = ClaimKind.Membership,
                    Assertion = $"date(entry({states[0]}, {code})) = {since.Period!.Text}",
                    Relation = "=",
                    Value = since.Period.Start.Year,
                    Low = since.Period.Start.Year,
                    High = since.Period.End.Year,
                    Unit = Units.Date.Symbol,
                    Period = since.Period,
                };
                if (AlsoSince(states[0], since) is { } again)
                    yield return again;
                continue;
            }
            if (since is not null && body is not null && states.Count > 1 && !not)
            {
                var listed = string.Join(", ", states.AsEnumerable().Reverse());
                yield return Dated(
                    $"members({code}, {since.Period!.Text}) includes {{{listed}}}",
                    null,
                    Math.Max(0, copula - 1),
                    since.EndToken,
                    since
                );
                continue;
            }
            // "Ireland and Austria are not members": neither is.
            if (not && !permanent)
            {
                foreach (var state in states)
                foreach (var of in (ReadOnlySpan<ActorSpan?>)[body, Second(body!)])
                    if (of is not null)
                        denied.Add(Denied(state, of, copula, i));
                foreach (var one in denied)
                    yield return one;
                denied.Clear();
                continue;
            }
            if (!not && body is not null && states.Count == 1 && Ordinal(copula, i) is { } nth)
                yield return Place(nth, body, TimeNear(copula, body.End), i);
            var draft = Draft(
                copula,
                Math.Max(i + 1, body?.End ?? 0),
                $"members({code}{{0}}) includes {{{{{string.Join(", ", states)}}}}}",
                i,
                states.Count
            );
            yield return not ? draft with { Assertion = "not " + draft.Assertion } : draft;
            // "a member of the G7 but not of NATO"
            if (!not && body is not null && ButNot(body) is { } excluded)
                foreach (var state in states)
                    yield return Denied(state, excluded, copula, body.End);
            // "of NATO or of the EU", "of both the SCO and BRICS"
            if (body is not null && Second(body) is { } second && draft.Assertion is { } first)
            {
                var other = first.Replace($"members({code},", $"members({second.Actor.Code},", StringComparison.Ordinal);
                yield return draft with
                {
                    First = second.First,
                    End = second.End,
                    Assertion = other,
                };
            }
        }
    }

    private readonly List<ClaimDraft> denied = [];

    private ClaimDraft Denied(string state, ActorSpan body, int copula, int at)
    {
        var draft = Draft(copula, Math.Max(at + 1, body.End), $"members({body.Actor.Code}{{0}}) includes {{{{{state}}}}}", at, 1);
        return draft with { Assertion = "not " + draft.Assertion };
    }

    private ActorSpan? Second(ActorSpan body)
    {
        var at = body.End;
        if (!analysis.Is(at, "or", "and", "nor"))
            return null;
        at++;
        while (analysis.Is(at, "of", "the", "to"))
            at++;
        return
            analysis.ActorStartingAt(at) is { Actor.Kind: ActorKind.Organisation } second
            && catalogue.Record.Memberships(BodyCode(second)).Count > 0
            ? second
            : null;
    }

    // "member of NATO", "NATO member", "belongs to the SCO", "part of BRICS".
    private ActorSpan? MemberBody(int noun)
    {
        foreach (var actor in analysis.Actors)
            if (
                actor.Actor.Kind == ActorKind.Organisation
                && (
                    (
                        actor.First > noun
                        && actor.First <= noun + 4
                        && (analysis.Is(noun + 1, "of", "to") || (analysis.Is(noun + 1, ",") && analysis.Is(noun + 2, "of")))
                    ) || (actor.End == noun && !actor.Possessive && analysis.Is(noun, "member", "members", "signatory", "signatories"))
                )
                && catalogue.Record.Memberships(BodyCode(actor)).Count > 0
            )
                return actor;
        return null;
    }

    private List<string> PermanentSubjects(int before)
    {
        var five = new HashSet<string>(StringComparer.Ordinal) { "CHN", "RUS", "USA", "GBR", "FRA" };
        return
        [
            .. analysis
                .Actors.Where(a =>
                    a.End <= before && a.Party is not null && five.Contains(a.Party) && a.Kind is AliasKind.Name or AliasKind.Metonym
                )
                .Select(a => a.Party!)
                .Distinct(),
        ];
    }

    private ClaimDraft Draft(int first, int end, string template, int at, int count)
    {
        var chosen = PeriodChooser.Choose(analysis, at, end, null, discourse, stock: true);
        // "…, which it gained in April; Sweden is still outside": a time of another clause is not that of a state of things.
        if (discourse.Published is { } day && ElsewhereTold(chosen, first))
            chosen = new(Period.OfYear(day.Year), null, new Inference("period", Period.OfYear(day.Year).Text, "the time of writing"));
        return new ClaimDraft
        {
            First = first,
            End = end,
            Kind = ClaimKind.Membership,
            Assertion = string.Format(
                System.Globalization.CultureInfo.InvariantCulture,
                template,
                chosen.Period is { } p ? ", " + p.Text : ""
            ),
            Value = count,
            Unit = Units.Count.Symbol,
            Period = chosen.Period,
            Inferred = chosen.Inference is { } one ? [one] : [],
        };
    }

    private bool ElsewhereTold(ChosenPeriod chosen, int first)
    {
        foreach (var time in analysis.Times)
            if (
                time.EndToken <= first
                && (ReferenceEquals(time, chosen.Mention) || chosen.Mention is null && time.Period?.Text == chosen.Period?.Text)
            )
                return analysis.StrongBreak(time.EndToken, first) || analysis.InAsideBefore(time.FirstToken, first);
        return false;
    }
}
