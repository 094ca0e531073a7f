using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>Changes and extremes that no figure is told of: "trade declined in 2024", "was the highest on record", "fell to its lowest since 2001".</summary>
internal sealed class TrendFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public IEnumerable<ClaimDraft> Read()
    {
        if (analysis.Measures.Count == 0)
            yield break;
        if (Extreme() is { } extreme)
            yield return extreme;
        else
        {
            var told = false;
            foreach (var direction in Directions())
            {
                told = true;
                yield return direction;
            }
            if (!told && Since() is { } since)
                yield return since;
        }
        if (Sign() is { } sign)
            yield return sign;
    }

    /// <summary>"Italy runs a trade surplus with the United States": which side of nothing the balance is on, no figure being told.</summary>
    private ClaimDraft? Sign()
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind is not (QuantityKind.Ordinal or QuantityKind.Duration))
                return null;
        foreach (var span in analysis.Measures)
        {
            if (span is not { Measure: "balance", IsVerb: false } || Denied(span.First))
                continue;
            var sign = 0;
            for (var i = span.First; i < span.End; i++)
                sign =
                    analysis.Word(i) is "surplus" ? 1
                    : analysis.Word(i) is "deficit" or "gap" or "shortfall" ? -1
                    : sign;
            var verb = -1;
            for (var i = span.First - 1; i >= Math.Max(1, span.First - 5) && verb < 0; i--)
                if (analysis.Tokens[i].Text is ",")
                    break;
                else if (
                    analysis.Word(i)
                        is "runs"
                            or "ran"
                            or "run"
                            or "running"
                            or "posted"
                            or "posts"
                            or "recorded"
                            or "has"
                            or "had"
                            or "enjoys"
                    || analysis.Word(i)
                        is "enjoyed"
                            or "registered"
                            or "booked"
                            or "have"
                            or "maintains"
                            or "maintained"
                            or "suffers"
                            or "suffered"
                )
                    verb = i;
            if (
                sign == 0
                || verb < 0
                || !analysis.Is(span.End, "with")
                || resolver.SubjectBefore(verb)?.Party is not { } owner
                || resolver.AfterPreposition(span.End, "with")?.Party is not { } partner
                || owner == partner
            )
                continue;
            var reference = new MeasureRef("balance", owner, partner, null);
            var chosen = PeriodChooser.Choose(analysis, span.First, span.End, reference, discourse);
            if (chosen.Period is null && discourse.Published is { } day)
                chosen = new(
                    Period.OfYear(day.Year - 1),
                    null,
                    new Inference("period", Period.OfYear(day.Year - 1).Text, Inference.LastFullYear)
                );
            if (chosen.Period is not { } period)
                return null;
            discourse.Remember(reference, period, analysis.Statement.Paragraph);
            return new ClaimDraft
            {
                First = span.First,
                End = span.End,
                Kind = ClaimKind.Level,
                Assertion = $"{reference.Text(period.Text)} {(sign > 0 ? ">" : "<")} 0 USD",
                Relation = sign > 0 ? ">" : "<",
                Value = 0,
                Period = period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            };
        }
        return null;
    }

    /// <summary>"have fallen sharply since 2021": up to the last year that is over.</summary>
    private ClaimDraft? Since()
    {
        if (discourse.Published is not { } day)
            return null;
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind is not (QuantityKind.Ordinal or QuantityKind.Duration))
                return null;
        foreach (var change in analysis.Changes)
        {
            if (change.IsNoun || !Past(change.Token) || Denied(change.Token) || Compared(change.Token))
                continue;
            var perfect = false;
            for (var i = change.Token - 1; i >= change.Token - 3; i--)
                perfect |= analysis.Word(i) is "have" or "has";
            TimeMention? since = null;
            foreach (var time in analysis.Times)
                if (
                    time is { Role: TimeRole.Since, Kind: TimeKind.Absolute, Period.Kind: PeriodKind.Year }
                    && time.FirstToken > change.Token
                    && time.FirstToken <= change.Token + 6
                )
                    since = time;
            if (!perfect || since?.Period is not { } from || from.Start.Year >= day.Year - 1)
                continue;
            if (
                SubjectOf(change.Token) is not { } span
                || resolver.Resolve(span) is not { First: not null, Measure: not "balance" } reference
                || reference.Inferred.Count > 0
            )
                continue;
            var period = Period.OfYear(day.Year - 1);
            analysis.UsedTimes.Add(since);
            discourse.Remember(reference, period, analysis.Statement.Paragraph);
            return new ClaimDraft
            {
                First = span.First,
                End = change.Token + 1,
                Kind = ClaimKind.Change,
                Assertion =
                    $"growth({reference.Text()}, {period.Text}, since: {from.Text}) {(change.Direction == Change.Down ? "<" : ">")} 0%",
                Relation = change.Direction == Change.Down ? "<" : ">",
                Value = 0,
                Unit = Units.Share.Symbol,
                Period = period,
                Inferred = [new Inference("period", period.Text, Inference.LastFullYear)],
            };
        }
        return null;
    }

    /// <summary>"declined in 2024": which way, where the sentence gives no figure at all and names the time itself.</summary>
    private IEnumerable<ClaimDraft> Directions()
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.Kind is not (QuantityKind.Ordinal or QuantityKind.Duration))
                yield break;
        MeasureSpan? before = null;
        Period? shared = null;
        foreach (var change in analysis.Changes)
        {
            if (change.IsNoun || !Past(change.Token) || Denied(change.Token) || Compared(change.Token))
                continue;
            var span =
                SubjectOf(change.Token)
                ?? (before is null ? null : NextSubject(change.Token) ?? (Those(change.Token) is null ? null : before));
            var reference =
                span is null ? null
                : Those(change.Token) is { } to
                    ? (resolver.Resolve(span) is { IsFlow: true, Second: not null, First: not null } flow ? Turned(flow, to) : null)
                : ReferenceEquals(span, before) ? null
                : resolver.Resolve(span);
            if (span is null || reference is not { First: not null })
                continue;
            // "…, but its imports from there leapt": whose and whence, the clause before says.
            if (reference.Inferred.Count > 0 && before is null)
                continue;
            var chosen = PeriodChooser.Choose(analysis, change.Token, change.Token + 1, reference, discourse);
            if (chosen.Mention is not { Kind: TimeKind.Absolute or TimeKind.Relative } && shared is not null && before is not null)
                chosen = new(shared, null, new Inference("period", shared.Text, Inference.DateBefore));
            else if (chosen.Mention is not { Kind: TimeKind.Absolute or TimeKind.Relative })
                continue;
            if (chosen.Period is not { } period)
                continue;
            var since = chosen.Since;
            if (period.Kind == PeriodKind.Range && chosen.Mention is { } bounds && PeriodChooser.Bounds(analysis, bounds))
                (since, period) = period.Split();
            since = PeriodChooser.Base(since, period);
            var tail = since is { } s && !s.Equals(period.PlusYears(-1)) ? $", since: {s.Text}" : "";
            discourse.Remember(reference, period, analysis.Statement.Paragraph);
            (before, shared) = (span, period);
            yield return new ClaimDraft
            {
                First = span.First,
                End = change.Token + 1,
                Kind = ClaimKind.Change,
                Assertion = $"growth({reference.Text()}, {period.Text}{tail}) {(change.Direction == Change.Down ? "<" : ">")} 0%",
                Relation = change.Direction == Change.Down ? "<" : ">",
                Value = 0,
                Unit = Units.Share.Symbol,
                Period = period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            };
        }
    }

    // "grew faster than China's": told of two, which another frame reads.
    private bool Compared(int at)
    {
        for (var i = at + 1; i <= at + 4; i++)
            if (analysis.Is(i, "than"))
                return true;
        return false;
    }

    /// <summary>"the highest on record", "a record high", "its lowest level since 2001".</summary>
    private ClaimDraft? Extreme()
    {
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            var lowest = analysis.Is(i, "lowest", "smallest", "low");
            var highest = (analysis.Word(i) is "highest" or "largest" or "biggest" or "greatest" or "high");
            if (!lowest && !highest)
                continue;
            if (
                analysis.Is(i, "low", "high")
                && !(analysis.Is(i - 1, "record", "time", "-") || analysis.Is(i - 1, "historic", "historical"))
            )
                continue;
            // "The highest on record" counts from a year that nobody names: the language has no word for it.
            if (SinceAfter(i) is not { } since)
                continue;
            // "the largest drop since 2001" is the change's extreme, not the measure's.
            if (analysis.Changes.Exists(c => c.Token > i && c.Token <= i + 3) || Denied(i))
                continue;
            var span = SubjectOf(i);
            if (span is null || resolver.Resolve(span) is not { First: not null } reference || reference.Inferred.Any(f => f.IsFallback))
                continue;
            var chosen = PeriodChooser.Choose(analysis, i, i + 1, reference, discourse);
            if (chosen.Mention is null || chosen.Period is not { } period || since.Start >= period.Start)
                continue;
            if (reference is { Measure: "balance" })
                continue;
            return new ClaimDraft
            {
                First = span.First,
                End = i + 1,
                Kind = ClaimKind.Rank,
                Assertion = $"{(lowest ? "lowest" : "highest")}({reference.Text()}, at: {period.Text}, since: {since.Text})",
                Period = period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            };
        }
        return null;
    }

    private Period? SinceAfter(int at)
    {
        foreach (var time in analysis.Times)
            if (
                time is { Role: TimeRole.Since, Period: { } since, Kind: TimeKind.Absolute }
                && time.FirstToken > at
                && time.FirstToken <= at + 4
            )
                return since;
        return null;
    }

    private MeasureSpan? SubjectOf(int verb)
    {
        MeasureSpan? best = null;
        foreach (var span in analysis.Measures)
            if (!span.IsVerb && span.End <= verb && !analysis.StrongBreak(span.End, verb) && !analysis.InAsideBefore(span.First, verb))
                best = span.Measure is "exports" or "imports" or "trade" or "balance" or "military_expenditure" or "gdp" ? span : best;
        return best is not null && verb - best.End <= 14 ? best : null;
    }

    // In the clause behind a "but" nothing else may stand before the verb.
    private MeasureSpan? NextSubject(int verb)
    {
        foreach (var span in analysis.Measures)
            if (!span.IsVerb && span.End <= verb && verb - span.End <= 4 && span.Measure is "exports" or "imports" or "trade")
                return analysis.Is(span.First - 1, "its", "their") || resolver.Possessor(span.First) is not null ? span : null;
        return null;
    }

    // "while those to the United States rose": the same flow, with another at its far end.
    private (string Preposition, string Party)? Those(int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - 5); i--)
            if (analysis.Is(i, "those", "that") && analysis.Is(i + 1, "to", "from", "with"))
                return
                    analysis.ActorStartingAt(analysis.Is(i + 2, "the") ? i + 3 : i + 2) is { IsAdjective: false, Party: { } party } actor
                    && actor.End == verb
                    ? (analysis.Word(i + 1), party)
                    : null;
        return null;
    }

    private static MeasureRef? Turned(MeasureRef flow, (string Preposition, string Party) to) =>
        (flow.Measure, to.Preposition) switch
        {
            ("exports", "to") when to.Party != flow.First => flow with { Second = to.Party },
            ("imports", "from") when to.Party != flow.Second => flow with { First = to.Party },
            _ => null,
        };

    private bool Past(int verb)
    {
        var word = analysis.Word(verb);
        return word is not ("up" or "down" or "cut")
            && (
                word.EndsWith("ed", StringComparison.Ordinal)
                || word
                    is "grew"
                        or "grown"
                        or "rose"
                        or "risen"
                        or "fell"
                        or "fallen"
                        or "shrank"
                        or "shrunk"
                        or "sank"
                        or "slid"
                        or "swelled"
                        or "leapt"
            );
    }

    private bool Denied(int at)
    {
        for (var i = at - 1; i >= Math.Max(0, at - 6); i--)
        {
            if (analysis.Is(i, ",", ";"))
                return false;
            if (
                (
                    analysis.Word(i)
                    is "not"
                        or "n't"
                        or "never"
                        or "no"
                        or "would"
                        or "will"
                        or "could"
                        or "might"
                        or "may"
                        or "should"
                        or "if"
                        or "to"
                        or "hardly"
                        or "neither"
                        or "whether"
                        or "expected"
                )
            )
                return !analysis.Is(i, "to") || i == at - 1;
        }
        return false;
    }
}
