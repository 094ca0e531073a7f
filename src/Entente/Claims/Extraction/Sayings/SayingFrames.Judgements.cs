using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Sayings;

/// <content>Comparisons, judgements and arguments.</content>
internal sealed partial class SayingFrames
{
    private static readonly Cues Depending = Cues.Of("dependent reliant needs depends relies");
    private static readonly Cues Partners = Cues.Of("partner partners");
    private static readonly Cues Closeness = Cues.Of("aligned closer closest united allied close");

    private static readonly Cues Closer = Cues.Of("closer closely");

    private static readonly Cues Judging = Cues.Of(
        """
        junior senior vassal subservient subordinate unequal asymmetric lopsided ally closest allied client satellite depends relies depend
        rely dependent reliant dependant equal equals intertwined interdependent
        """
    );

    private static readonly Cues Choosing = Cues.Of("side sides support supports back backs stand stands align aligns");

    /// <summary>"Belarus depends more on Russia than Russia on Belarus", "X needs Y more than Y needs X".</summary>
    private ClaimDraft? Dependence()
    {
        var dependent = Find("dependent", "reliant");
        var needs = Find("needs", "depends", "relies");
        var at = dependent >= 0 ? dependent : needs;
        var than = Find("than");
        if (
            at < 0
            || than < at
            || !Enumerable.Range(Math.Max(0, at - 3), than - Math.Max(0, at - 3)).Any(k => analysis.Is(k, "more", "less", "far"))
        )
            return null;
        var a = resolver.SubjectBefore(at)?.Party;
        var needed = analysis.Actors.Find(x => x.First > at && x.First < than);
        // A state's market, gas or support is not the state.
        if (
            needed is { IsAdjective: true } or { Possessive: true }
            || (needed is not null && analysis.Is(needed.End, "'s", "’s", "market"))
        )
            return null;
        var b = needed?.Party;
        if (a is null || b is null || a == b || !analysis.Actors.Any(x => x.First > than && x.Party == b))
            return null;
        var less = analysis.Is(at - 1, "less");
        var year = Year();
        return new ClaimDraft
        {
            First = at - 1,
            End = than + 2,
            Kind = ClaimKind.Comparison,
            Assertion = $"dependence({a}, on: {b}{year.Argument}) {(less ? "<" : ">")} dependence({b}, on: {a}{year.Argument})",
            Period = year.Period,
            Inferred = year.Inferred,
        };
    }

    /// <summary>"Japan is a more important partner for Korea" (than the partner just spoken of).</summary>
    private ClaimDraft? MoreImportant()
    {
        var partner = Find("partner", "partners");
        if (
            partner < 0
            || !Enumerable.Range(Math.Max(0, partner - 4), Math.Min(4, partner)).Any(k => analysis.Is(k, "more", "larger", "bigger"))
            || Enumerable
                .Range(Math.Max(0, partner - 3), 3)
                .Any(k => (analysis.Word(k) is "much-needed" or "junior" or "reliable" or "security" or "closer"))
        )
            return null;
        if (
            !Enumerable
                .Range(Math.Max(0, partner - 3), 4)
                .Any(k => (analysis.Word(k) is "important" or "larger" or "bigger" or "trading" or "trade"))
        )
            return null;
        var subject = resolver.SubjectBefore(partner)?.Party;
        var owner = resolver.AfterPreposition(partner + 1, "for", "of", "to")?.Party;
        var than = Enumerable
            .Range(partner, Math.Max(0, Math.Min(14, analysis.Tokens.Count - partner)))
            .FirstOrDefault(k => analysis.Is(k, "than"), -1);
        var rival =
            than > 0 ? analysis.Actors.Find(x => x.First > than && x.First <= than + 3)?.Party
            : owner is not null ? discourse.OtherOf(owner)
            : null;
        if (subject is null || owner is null || rival is null || subject == rival || subject == owner || rival == owner)
            return null;
        var reference = new MeasureRef("trade", owner, rival, null);
        var chosen = PeriodChooser.Choose(analysis, partner, partner + 1, reference, discourse);
        var period = chosen.Period is { } p ? ", " + p.Text : "";
        return new ClaimDraft
        {
            First = partner - 2,
            End = partner + 1,
            Kind = ClaimKind.Comparison,
            Assertion = $"trade({owner}, {subject}{period}) > trade({owner}, {rival}{period})",
            Period = chosen.Period,
            Inferred =
            [
                .. chosen.Inference is { } one ? [one] : Array.Empty<Inference>(),
                .. than < 0 ? [new Inference("rival", rival, "the partner spoken of before")] : Array.Empty<Inference>(),
            ],
            Reason = chosen.Period is null ? "no-period" : null,
        };
    }

    /// <summary>"closer than they have been since the 1950s", "closer than ever".</summary>
    private ClaimDraft? ClosestSince()
    {
        var close = Find("aligned", "closer", "closest", "united", "allied", "close");
        // "United States" is a name.
        if (close < 0 || analysis.ActorCovering(close) is not null)
            return null;
        // "Not since the 1950s have they been as close"
        var any = analysis.Is(0, "not", "never") && analysis.Is(1, "since", "before", "have");
        if (!any && analysis.Is(close, "close"))
            return null;
        for (var i = close; i < analysis.Tokens.Count; i++)
            any |=
                (analysis.Is(i, "any") && analysis.Is(i + 1, "time", "point"))
                || analysis.Is(i, "ever")
                || (analysis.Is(i, "since") && analysis.Is(close, "closest"));
        if (!any)
            return null;
        var states = analysis
            .Actors.Where(a => a.Party is not null && a.Actor.Kind is ActorKind.State)
            .Select(a => a.Party!)
            .Distinct()
            .Take(2)
            .ToList();
        if (states.Count < 2)
            return null;
        var since = analysis.Times.FirstOrDefault(t => t.Role == TimeRole.Since && t.Period is not null);
        var year = Year();
        if (since is not null)
            analysis.UsedTimes.Add(since);
        if (year.Period is null)
            return null;
        return new ClaimDraft
        {
            First = close,
            End = since?.EndToken ?? Math.Min(close + 6, analysis.Tokens.Count),
            Kind = ClaimKind.Judgement,
            Assertion =
                $"highest(alignment({states[0]}, {states[1]}), at: {Period.OfYear(year.Period.Start.Year).Text}, since: {(since?.Period is { } s ? Period.OfYear(s.Start.Year).Text : "1945")})",
            Value = since?.Period?.Start.Year,
            Unit = since is null ? null : Units.Date.Symbol,
            Period = year.Period,
            Inferred = year.Inferred,
        };
    }

    /// <summary>"the junior partner", "a vassal of", "an ally": judgements that measures bear on.</summary>
    private ClaimDraft? Judgement()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var (name, end) = analysis.Word(i) switch
            {
                "junior" when analysis.Is(i + 1, "partner", "party") => ("junior_partner", i + 2),
                "senior" when analysis.Is(i + 1, "partner", "party") => ("senior_partner", i + 2),
                "vassal" => ("dependent", i + 1),
                "subservient" or "subordinate" => ("junior_partner", i + 1),
                "unequal" or "asymmetric" or "lopsided" => ("unequal", i + 1),
                "ally" when resolver.Possessor(i) is not null && IsCopula(i) => ("ally", i + 1),
                "closest" when analysis.Is(i + 1, "ally", "partner", "friend") && resolver.Possessor(i) is not null && IsCopula(i) => (
                    "closest",
                    i + 2
                ),
                "allied" when analysis.Is(i + 1, "to", "with") && IsCopula(i) && !analysis.Is(i - 1, "not", "more", "never") => (
                    "ally",
                    i + 1
                ),
                "client" when analysis.Is(i + 1, "state") && analysis.Is(i - 1, "a") => ("dependent", i + 2),
                "satellite" when analysis.Is(i - 1, "a", "'s") && !analysis.Is(i + 1, "image", "images", "data", "launch") => (
                    "dependent",
                    i + 1
                ),
                "depends" or "relies" or "depend" or "rely" when On(i) => ("dependent", i + 1),
                "dependent" or "reliant" or "dependant" when On(i) => ("dependent", i + 1),
                "equal" or "equals" when analysis.Is(i - 1, "not") => ("unequal", i + 1),
                "intertwined" or "interdependent" when IsCopula(i) && !analysis.Is(i - 1, "not", "more", "less") => ("intertwined", i + 1),
                _ => (null, 0),
            };
            if (name is null)
                continue;
            var a =
                resolver.SubjectBefore(i)?.Party
                ?? analysis.Actors.FindLast(x => x.End <= i && x.Party is not null)?.Party
                ?? (name == "dependent" ? null : discourse.MainPair?.B);
            var b =
                resolver.Possessor(i)?.Party is { } whose && whose != a
                    ? whose
                    : resolver.AfterPreposition(end, "to", "of", "with", "on", "upon")?.Party
                        ?? (a is not null ? discourse.OtherOf(a) : null);
            // "China gains a vassal": the one that is gained depends.
            if (
                analysis.Is(i, "vassal")
                && Enumerable
                    .Range(1, 3)
                    .Any(k =>
                        (
                            (analysis.Word(i - k) is "gain" or "gains" or "gained" or "has" or "gets" or "got" or "acquires" or "acquired")
                            && analysis.Word(i - k + 1) is not ("become" or "been" or "turned" or "grown")
                        )
                    )
            )
                (a, b) = (b, a);
            if (name == "intertwined")
                (a, b) = Both(i, end) is var (one, other) ? (one, other) : (null, null);
            if (a is null || b is null || a == b)
                continue;
            var year = Year();
            return new ClaimDraft
            {
                First = i,
                End = end,
                Kind = ClaimKind.Judgement,
                // A judgement is of the day it is written; only a time that the text gives is part of it.
                Assertion = $"judgement({name}, {a}, {b}{(year.Inferred.Count > 0 ? "" : year.Argument)})",
                Period = year.Period,
                Inferred = year.Inferred,
            };
        }
        return null;
    }

    private bool IsCopula(int i)
    {
        for (var k = i - 1; k >= Math.Max(0, i - 7); k--)
            if ((analysis.Word(k) is "is" or "remains" or "was" or "remained" or "became" or "are" or "as"))
                return true;
        return false;
    }

    // "Almost wholly dependent on Russia": on the state, not on its gas, and without a figure or a comparison that other frames read.
    private bool On(int i)
    {
        var word = i;
        for (var k = 0; k < 3; k++)
            if (
                analysis.Word(i + 1) is "almost" or "ever" or "quite" or "more" or "very" or "much" or "so"
                || analysis.Word(i + 1).EndsWith("ly", StringComparison.Ordinal)
            )
                i++;
        // "depends for most of its trade on China"
        if (analysis.Is(i + 1, "for"))
            for (var k = i + 2; k <= i + 8; k++)
                if (analysis.Is(k, "on", "upon"))
                {
                    i = k - 1;
                    break;
                }
        if (!analysis.Is(i + 1, "on", "upon") || (analysis.Word(word - 1) is "more" or "less" or "not" or "n't" or "too" or "so"))
            return false;
        var at = analysis.Is(i + 2, "the") ? i + 3 : i + 2;
        if (analysis.ActorStartingAt(at) is not { IsAdjective: false, Possessive: false, Party: not null } || analysis.Quantities.Count > 0)
            return false;
        return Find("than") < 0;
    }

    /// <summary>"backs its ally whether that wins or not": a choice that does not hang on a factor.</summary>
    private IEnumerable<ClaimDraft> Invariant()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var regardless =
                (analysis.Is(i, "regardless", "irrespective") && analysis.Is(i + 1, "of"))
                || (analysis.Is(i, "no") && analysis.Is(i + 1, "matter"))
                || analysis.Is(i, "whoever", "whatever")
                || (
                    analysis.Is(i, "whether")
                    && Enumerable.Range(i, 8).Any(k => analysis.Is(k, "or"))
                    && !analysis.Is(i - 1, "of", "matter")
                );
            if (!regardless)
                continue;
            var verb = Find("side", "sides", "support", "supports", "back", "backs", "stand", "stands", "align", "aligns");
            if (verb < 0 || resolver.SubjectBefore(verb)?.Party is not { } chooser)
                continue;
            var rest = string.Join(' ', analysis.Tokens.Skip(i).Select(t => t.Lower));
            var factor =
                rest.Contains("win", StringComparison.Ordinal)
                || rest.Contains("los", StringComparison.Ordinal)
                || rest.Contains("war", StringComparison.Ordinal)
                    ? "war.outcome"
                : rest.Contains("sanction", StringComparison.Ordinal) ? "sanctions.level"
                : rest.Contains("election", StringComparison.Ordinal)
                || rest.Contains("president", StringComparison.Ordinal)
                || rest.Contains("house", StringComparison.Ordinal)
                    ? "us.government"
                : null;
            var given =
                Enumerable.Range(0, verb).Any(k => analysis.Is(k, "as") && analysis.Is(k + 1, "long") && analysis.Is(k + 2, "as"))
                && Find("relations", "relationship", "hostility", "hostile") >= 0
                    ? " given us.hostility = high"
                    : "";
            yield return new ClaimDraft
            {
                First = verb,
                End = analysis.Tokens.Count,
                Kind = ClaimKind.Argument,
                Assertion = factor is null ? null : $"choice({chooser}, in: triangle) invariant to {factor}{given}",
                Reason = factor is null ? "not-in-language" : null,
            };
            yield break;
        }
    }
}
