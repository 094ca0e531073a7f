using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Memberships;

/// <summary>
/// What did not happen: "has not imposed sanctions on", "never joined the sanctions against", "have not met since", "has not visited".
/// The claim counts the recorded events of the kind and says there are none.
/// </summary>
internal sealed class AbsenceFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public static readonly Cues Needs = Cues.Of(
        "sanctions sanctioned sanction met meet summit meeting meetings talks visited visit veto vetoed"
    );

    public IEnumerable<ClaimDraft> Read()
    {
        for (var i = 1; i < analysis.Tokens.Count; i++)
        {
            var draft = analysis.Word(i) switch
            {
                "sanctions" or "sanctioned" or "sanction" => Sanctions(i),
                "met" or "meet" => Meetings(i, i),
                "summit" or "meeting" or "meetings" or "talks" => Held(i),
                "visited" or "visit" => Visits(i),
                "veto" or "vetoed" => Vetoes(i),
                _ => null,
            };
            if (draft is null)
                continue;
            yield return draft;
            // "Turkey and Serbia have imposed no sanctions": neither has.
            if (analysis.Word(i) is "sanctions" or "sanctioned" or "sanction" && draft.Assertion is { } text)
                foreach (var (one, other) in Beside(draft.First))
                    if (text.Contains($"sanction, {one},", StringComparison.Ordinal))
                        yield return draft with
                        {
                            Assertion = text.Replace($"sanction, {one},", $"sanction, {other},", StringComparison.Ordinal),
                        };
            yield break;
        }
    }

    /// <summary>The states listed with the last subject before a negation, each beside that subject.</summary>
    private IEnumerable<(string Last, string Other)> Beside(int not)
    {
        ActorSpan? last = null;
        foreach (var actor in analysis.Actors)
            if (actor.End <= not && not - actor.End <= 4 && !actor.IsAdjective && !actor.Possessive && actor.Party is not null)
                last = actor;
        for (var at = last?.First - 1 ?? -1; at > 0; )
        {
            while (at > 0 && analysis.Word(at) is "," or "and" or "nor" or "or" or "the")
                at--;
            if (analysis.ActorEndingAt(at + 1) is not { IsAdjective: false, Possessive: false, Party: { } party } other)
                yield break;
            var before = analysis.Is(other.First - 1, "the") ? other.First - 2 : other.First - 1;
            if (
                other.End > last!.First - 1
                || analysis.Is(before, "unlike", "besides")
                || Lexicon.Prepositions.Contains(analysis.Word(before))
            )
                yield break;
            yield return (last.Party!, party);
            at = other.First - 1;
        }
    }

    private ClaimDraft? Sanctions(int i)
    {
        // "has not sanctioned Russia", "has imposed no sanctions on Russia", "never joined the Western sanctions against Russia"
        var not = Negation(i, 9);
        if (not < 0)
            return null;
        if (!analysis.Is(i, "sanctioned", "sanction"))
        {
            var verb = false;
            for (var k = not; k < i; k++)
                verb |= (
                    analysis.Word(k)
                    is "imposed"
                        or "impose"
                        or "imposing"
                        or "joined"
                        or "join"
                        or "joining"
                        or "adopted"
                        or "adopt"
                        or "introduced"
                        or "applied"
                        or "apply"
                        or "supported"
                        or "placed"
                        or "put"
                );
            verb |= analysis.Is(not, "no") && (analysis.Word(not - 1) is "imposed" or "adopted" or "introduced" or "placed" or "applied");
            if (!verb)
                return null;
        }
        var sender = resolver.SubjectOf(not);
        string? target = null;
        foreach (var actor in analysis.Actors)
            if (
                target is null
                && actor.First > i
                && actor.First <= i + 5
                && actor.Party is { } party
                && party != sender
                && !actor.IsAdjective
                && (analysis.Is(i, "sanctioned", "sanction") || analysis.Is(actor.First - 1, "on", "against", "the"))
            )
                target = party;
        if (sender is null || target is null)
            return null;
        return Draft($"events(sanction, {sender}, {target})", not, i + 1, false);
    }

    private ClaimDraft? Held(int i)
    {
        // "have not held a single summit", "there has been no summit between"
        for (var k = i - 1; k >= Math.Max(0, i - 5); k--)
            if (analysis.Is(k, "held", "hold", "had", "been"))
                return Meetings(k, i);
        return null;
    }

    private ClaimDraft? Meetings(int verb, int end)
    {
        var not = Negation(end, 7);
        if (not < 0 || analysis.Is(end - 1, "never") && analysis.Is(end, "meet"))
            return null;
        var pair = Two(not, end);
        return pair is null || verb < 0 ? null : Draft($"meetings({pair.Value.A}, {pair.Value.B})", not, end + 1, true);
    }

    private ClaimDraft? Visits(int i)
    {
        var not = Negation(i, 4);
        var visitor = not < 0 ? null : resolver.SubjectOf(not);
        if (visitor is null)
            return null;
        foreach (var actor in analysis.Actors)
            if (
                actor.First > i
                && actor.First <= i + 3
                && actor.Party is { } host
                && host != visitor
                && actor.Actor.Kind == ActorKind.State
            )
                return Draft($"events(visit, {visitor}, {host})", not, actor.End, true);
        return null;
    }

    // "has not used its veto since 2016", "has never vetoed a resolution on Gaza"
    private ClaimDraft? Vetoes(int i)
    {
        var not = Negation(i, 5);
        if (
            not < 0
            || (
                analysis.Is(i, "veto")
                && !analysis.Is(i - 2, "used", "use", "cast", "wielded")
                && !analysis.Is(i - 1, "used", "use", "cast")
                && !(analysis.Is(i - 1, "single") && analysis.Is(i - 3, "used", "use", "cast"))
            )
        )
            return null;
        for (var k = i; k < Math.Min(i + 8, analysis.Tokens.Count); k++)
            if (analysis.Is(k, "alone", "own"))
                return null;
        // A veto on one matter is not every veto.
        if (analysis.Is(i, "veto") && analysis.Word(i + 1) is "against" or "on" or "over" or "of")
            return null;
        if (
            analysis.Is(i, "vetoed")
            && i + 1 < analysis.Tokens.Count
            && !(analysis.Word(i + 1) is "any" or "a" or "anything" or "." or "since")
        )
            return null;
        var state = resolver.SubjectOf(not);
        return state is "CHN" or "RUS" or "USA" or "GBR" or "FRA" ? Draft($"vetoes({state})", not, i + 1, true) : null;
    }

    /// <summary>The last negation before a word, with nothing of another clause between.</summary>
    private int Negation(int before, int reach)
    {
        for (var k = before - 1; k >= Math.Max(0, before - reach); k--)
        {
            if ((analysis.Word(k) is "," or ";" or "but" or "although" or "while" or "would" or "will" or "could" or "only"))
                return -1;
            if (analysis.Is(k, "not", "never", "n't", "no") || analysis.Word(k).EndsWith("n't", StringComparison.Ordinal))
                return k;
            // "Neither India nor Brazil has": the denial is of the verb behind the second.
            if (analysis.Is(k, "nor") && analysis.ActorStartingAt(analysis.Is(k + 1, "the") ? k + 2 : k + 1) is { } second)
                for (var n = k - 1; n >= Math.Max(0, k - 6); n--)
                    if (analysis.Is(n, "neither"))
                        return second.End;
            if (analysis.Is(k, "refused", "declined") && analysis.Is(k + 1, "to"))
                return k;
        }
        return -1;
    }

    // Two persons before two states: a leader's state meets in the leader.
    private (string A, string B)? Two(int not, int end)
    {
        string? a = null,
            b = null;
        foreach (var kind in (ReadOnlySpan<ActorKind>)[ActorKind.Person, ActorKind.State])
        {
            (a, b) = (null, null);
            foreach (var actor in analysis.Actors)
            {
                if (actor.Actor.Kind != kind || (actor.First > not && actor.First > end + 6))
                    continue;
                var name = kind == ActorKind.Person ? $"\"{actor.Actor.Code}\"" : actor.Party;
                if (a is null)
                    a = name;
                else if (b is null && name != a)
                    b = name;
            }
            if (a is not null && b is not null)
                return (a, b);
        }
        return null;
    }

    private ClaimDraft Draft(string events, int first, int end, bool recurring)
    {
        TimeMention? since = null;
        foreach (var time in analysis.Times)
            if (time is { Role: TimeRole.Since, Period: not null })
                since ??= time;
        Period? period = null;
        if (since?.Period is { } start && discourse.Published is { } day)
        {
            analysis.UsedTimes.Add(since);
            // What is "since 2015" was last there in 2015.
            var year = start.Kind == PeriodKind.Range ? start.End.Year : start.Start.Year;
            var from = !recurring || start.Kind == PeriodKind.Day ? start : Period.OfYear(year + 1);
            if (from.Start > day)
                return Nothing(events, first, end, null, []);
            period = Period.OfRange(from, start.Kind == PeriodKind.Day ? Period.OfDay(day) : Period.OfYear(day.Year));
        }
        // "Did not cast a single veto between 2000 and 2006"
        if (since is null)
            foreach (var time in analysis.Times)
                if (
                    time is
                    {
                        Kind: TimeKind.Absolute,
                        Role: TimeRole.At or TimeRole.During,
                        Period: { Kind: PeriodKind.Range or PeriodKind.Year } span
                    }
                )
                {
                    analysis.UsedTimes.Add(time);
                    period ??= span;
                }
        IReadOnlyList<Inference> inferred = period is null ? [new Inference("period", "any time", Inference.WiderKind)] : [];
        return Nothing(events, first, end, period, inferred);
    }

    private static ClaimDraft Nothing(string events, int first, int end, Period? period, IReadOnlyList<Inference> inferred) =>
        new()
        {
            First = first,
            End = end,
            Kind = ClaimKind.Event,
            Assertion = $"count({events}{(period is null ? "" : ", " + period.Text)}) = 0",
            Relation = "=",
            Value = 0,
            Low = 0,
            High = 0,
            Unit = Units.Count.Symbol,
            Period = period,
            Inferred = inferred,
        };
}
