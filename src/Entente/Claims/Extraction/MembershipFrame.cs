using Entente.Actors;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Memberships: "the SCO, which includes Russia, India and Pakistan", "Finland joined NATO in 2023", "both are permanent members".</summary>
internal sealed class MembershipFrame(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse)
{
    public IEnumerable<ClaimDraft> Read()
    {
        foreach (var draft in Includes())
            yield return draft;
        foreach (var draft in Joins())
            yield return draft;
        foreach (var draft in IsMember())
            yield return draft;
    }

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
                !analysis.Is(i, "includes", "include", "comprises", "groups", "comprising")
                && !(analysis.Is(i, "including") && analysis.Is(i - 1, "members", "states", "countries"))
                && !(analysis.Is(i, "are", "include") && analysis.Is(i - 1, "members"))
            )
                continue;
            if (Body(0, i) is not { } body || analysis.StrongBreak(body.End, i))
                continue;
            var members = List(i + 1);
            if (members.Count == 0)
                continue;
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
            else if (analysis.Is(i, ",", "and", "the", "as", "well", "both"))
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

    private IEnumerable<ClaimDraft> Joins()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var joined =
                analysis.Is(i, "joined", "joining", "entered", "acceded", "admitted")
                || (analysis.Is(i, "became") && analysis.Is(i + 1, "a") && analysis.Is(i + 2, "member"));
            var left = analysis.Is(i, "left", "quit", "exited");
            if (!joined && !left)
                continue;
            var body = analysis.Actors.Find(a =>
                a.Actor.Kind == ActorKind.Organisation
                && a.First > i
                && a.First <= i + 6
                && catalogue.Record.Memberships(BodyCode(a)).Count > 0
            );
            if (
                body is null
                || analysis.Is(
                    body.End,
                    "single",
                    "customs",
                    "common",
                    "market",
                    "union",
                    "internal",
                    "sanctions",
                    "in",
                    "allies",
                    "leaders",
                    "summit",
                    "members",
                    "forces",
                    "talks"
                )
            )
                continue;
            var states = Subjects(i);
            var time = TimeNear(body.End);
            foreach (var state in states)
            {
                if (time is null && left)
                    continue;
                if (time is null)
                {
                    yield return Draft(state.First, body.End, $"members({body.Actor.Code}{{0}}) includes {{{{{state.Party}}}}}", i, 1);
                    continue;
                }
                analysis.UsedTimes.Add(time);
                var year = time.Period!;
                yield return new ClaimDraft
                {
                    First = state.First,
                    End = Math.Max(body.End, time.EndToken),
                    Kind = ClaimKind.Membership,
                    Assertion = $"date({(left ? "exit" : "entry")}({state.Party}, {body.Actor.Code})) = {year.Text}",
                    Relation = "=",
                    Value = year.Start.Year,
                    Low = year.Start.Year,
                    High = year.End.Year,
                    Unit = Units.Date.Symbol,
                    Period = year,
                };
            }
        }
    }

    // By itself: a lambda in the loop over the tokens would have its captures made anew for each of them.
    private TimeMention? TimeNear(int end) =>
        analysis.Times.FirstOrDefault(t =>
            t.Period is not null && t.Role is TimeRole.At or TimeRole.During && analysis.Distance(end, t.FirstToken) <= 10
        );

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
            if (found.Count > 0 && !Enumerable.Range(actor.End, found[^1].First - actor.End).All(t => analysis.Is(t, ",", "and", "both")))
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
            if (!analysis.Is(i, "member", "members"))
                continue;
            var not = Enumerable.Range(Math.Max(0, i - 4), Math.Min(4, i)).Any(k => analysis.Is(k, "not", "never", "n't"));
            // "as permanent members" of the Security Council
            var permanent = analysis.Is(i - 1, "permanent");
            var body = permanent
                ? null
                : analysis.Actors.Find(a =>
                    a.Actor.Kind == ActorKind.Organisation
                    && ((a.First > i && a.First <= i + 3 && analysis.Is(i + 1, "of")) || (a.End == i && !a.Possessive))
                    && catalogue.Record.Memberships(a.Actor.Code).Count > 0
                );
            if (!permanent && body is null)
                continue;
            var copula = -1;
            for (var k = i - 1; k >= Math.Max(0, i - 5) && copula < 0; k--)
                if (analysis.Is(k, "is", "are", "was", "were", "been", "remains", "became", "as"))
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
            if (copula < 0)
                copula = apposed;
            if (copula < 0)
                continue;
            var states = permanent ? PermanentSubjects(copula) : [.. Subjects(copula).Select(s => s.Party!)];
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
                continue;
            }
            var draft = Draft(
                copula,
                Math.Max(i + 1, body?.End ?? 0),
                $"members({code}{{0}}) includes {{{{{string.Join(", ", states)}}}}}",
                i,
                states.Count
            );
            yield return not && draft.Assertion is { } text ? draft with { Assertion = "not " + text } : draft;
        }
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
}
