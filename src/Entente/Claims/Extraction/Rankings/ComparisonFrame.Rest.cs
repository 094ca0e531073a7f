using Entente.Actors;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;
using Entente.Quantities;

namespace Entente.Claims.Extraction.Rankings;

/// <content>First places put as comparisons with all the rest: "buys more from China than from any other country", "more Russian crude than anyone else".</content>
internal sealed partial class ComparisonFrame
{
    /// <summary>With whom the comparison is made: the preposition of the partner compared, where one is said, and the place that it gives.</summary>
    private sealed record Rest(string Preposition, int End, int Rank, string? Body, bool Persons);

    private ClaimDraft? MoreThanRest(int than)
    {
        var more = -1;
        for (var i = than - 1; i >= Math.Max(0, than - 14) && more < 0; i--)
            if (analysis.Tokens[i].Text is ";" or "." or ":")
                return null;
            else if (
                analysis.Is(i, "more")
                || analysis.Is(i, "larger", "bigger", "higher", "greater") && analysis.Is(i + 1, "share", "proportion")
            )
                more = i;
        if (more < 1 || Figure(more - 2, than) || LevelComparisonFrame.Denied(analysis, more) || RestOf(than) is not { } rest)
            return null;
        MeasureSpan? span = null;
        foreach (var m in analysis.Measures)
            if (m.First < than && !analysis.StrongBreak(Math.Min(m.First, more), Math.Max(m.First, more)))
                span = m.IsVerb || span is null ? m : span;
        if (span is null || span.Passive)
            return null;
        if (catalogue.Measures.ById[span.Measure].Parties == Parties.State)
            return rest.Preposition.Length > 0 || !(span.First > more ? span.First - more <= 7 : more - span.End <= 3)
                ? null
                : OfStates(span, Math.Min(more, span.First), than, rest);
        // "China takes more of Australia's exports than any other country"
        if (
            span is { IsVerb: false, Measure: "exports" }
            && rest.Preposition.Length == 0
            && analysis.Is(more + 1, "of")
            && span.First > more
            && resolver.Possessor(span.First) is { Party: { } seller }
            && resolver.SubjectBefore(more)?.Party is { } taker
            && taker != seller
        )
            return Of(span, rest, taker, $"buyers({seller})", "exports", Flow("exports", seller, taker, null), than);
        if (span.Measure is not ("exports" or "imports" or "trade") || analysis.Distance(span.End, more) > 4)
            return null;
        var subject = resolver.SubjectBefore(span.First)?.Party;
        if (subject is null)
            return null;
        var item = MeasureResolver.Specific(analysis.Items.Find(i => i.First >= span.End && i.End <= than)?.Item);
        var goods = item is null ? "" : ", " + item;
        var partner = Partner(span.End, than);
        if (partner == subject)
            return null;
        var (who, among, by) = (span.Measure, rest.Preposition) switch
        {
            ("imports", "from") when partner is not null => (partner, $"suppliers({subject}{goods})", "imports"),
            ("exports", "to" or "in") when partner is not null => (partner, $"buyers({subject}{goods})", "exports"),
            ("trade", "with") when partner is not null => (partner, $"partners({subject})", "trade"),
            // "bought more Russian crude than anyone else": the one that buys is compared.
            ("imports", "") when partner is null && Origin(span, than) is { } origin && origin != subject => (
                subject,
                $"buyers({origin}{goods})",
                "exports"
            ),
            ("imports", "") when partner is not null && rest.Persons => (subject, $"buyers({partner}{goods})", "exports"),
            ("exports", "") when partner is not null && rest.Persons => (subject, $"suppliers({partner}{goods})", "imports"),
            _ => (null, "", ""),
        };
        if (who is null)
            return null;
        var reference = Flow(span.Measure, subject, partner ?? "WLD", item);
        return Of(span, rest, who, among, by, reference, than);
    }

    /// <summary>"Only Russia and the United States own more nuclear warheads than China": as many places down as are named.</summary>
    private ClaimDraft? OnlyMore(int than)
    {
        if (
            !analysis.Is(0, "only")
            || analysis.ActorStartingAt(analysis.Is(than + 1, "the") ? than + 2 : than + 1)
                is not { IsAdjective: false, Possessive: false, Party: { } who } actor
        )
            return null;
        var (above, at) = (0, 1);
        while (at < than)
            if (analysis.ActorStartingAt(at) is { IsAdjective: false, Party: not null } one)
                (above, at) = (above + 1, one.End);
            else if (analysis.Word(at) is "," or "and" or "the")
                at++;
            else
                break;
        var more = -1;
        for (var i = at; i < than; i++)
            if (analysis.Is(i, "more", "bigger", "larger"))
                more = i;
        if (above == 0 || more < 0 || more - at > 3 || Figure(at, than))
            return null;
        foreach (var span in analysis.Measures)
        {
            if (span.First < at || span.First >= than)
                continue;
            var rest = new Rest("", actor.End, above + 1, null, false);
            if (catalogue.Measures.ById[span.Measure].Parties == Parties.State)
                return Of(span, rest, who, "states", span.Measure, new MeasureRef(span.Measure, who, null, null), than);
            if (
                span is not { IsVerb: true, Measure: "exports" or "imports" }
                || Partner(span.End, than) is not { } partner
                || partner == who
            )
                continue;
            return Of(
                span,
                rest,
                who,
                span.Measure == "exports" ? $"suppliers({partner})" : $"buyers({partner})",
                span.Measure == "exports" ? "imports" : "exports",
                Flow(span.Measure, who, partner, null),
                than
            );
        }
        return null;
    }

    /// <summary>"Chinese car exports to Russia surpassed those to any other country".</summary>
    private ClaimDraft? ExceedsRest()
    {
        for (var i = 2; i < analysis.Tokens.Count - 3; i++)
        {
            if (
                !(analysis.Word(i) is "those" or "that")
                || !(analysis.Word(i - 1) is "exceeded" or "exceed" or "exceeds" or "surpassed" or "surpasses" or "topped" or "outstripped")
                || LevelComparisonFrame.Denied(analysis, i - 1)
                || RestOf(i) is not { Preposition: { Length: > 0 } preposition } rest
            )
                continue;
            MeasureSpan? span = null;
            foreach (var m in analysis.Measures)
                if (!m.IsVerb && m.End < i && !analysis.StrongBreak(m.End, i))
                    span = m;
            if (span is null || resolver.Resolve(span) is not { First: { } one, Second: { } two, PartnerOpen: false } reference)
                return null;
            var goods = reference.Item is null ? "" : ", " + reference.Item;
            var (who, among, by) = (reference.Measure, preposition) switch
            {
                ("exports", "to") => (two, $"buyers({one}{goods})", "exports"),
                ("imports", "from") => (one, $"suppliers({two}{goods})", "imports"),
                ("trade", "with") => (two, $"partners({one})", "trade"),
                _ => (null, "", ""),
            };
            return who is null ? null : Of(span, rest, who, among, by, reference, i);
        }
        return null;
    }

    /// <summary>"spends more on defence, as a share of its economy, than any other NATO country": a measure of one state, among all or a body's members.</summary>
    private ClaimDraft? OfStates(MeasureSpan span, int from, int than, Rest rest)
    {
        if (resolver.Resolve(span) is not { First: { } who, Second: null } reference || who == "WLD")
            return null;
        if (reference.Measure == "military_expenditure")
            for (var i = from; i < analysis.Tokens.Count && analysis.Tokens[i].Text is not ";"; i++)
                if (analysis.Word(i) is "share" or "proportion" or "percentage" or "relative")
                    reference = reference with { Measure = "military_expenditure_gdp_share" };
        return Of(span, rest, who, rest.Body is { } body ? $"members({body})" : "states", reference.Measure, reference, than);
    }

    private ClaimDraft Of(MeasureSpan span, Rest rest, string who, string among, string by, MeasureRef reference, int than)
    {
        var stock = by is "nuclear_warheads" or "military_expenditure_gdp_share" or "population" or "gdp" or "military_expenditure";
        var chosen = PeriodChooser.Choose(analysis, span.First, rest.End, reference, discourse, stock);
        if (chosen.Mention is null && TimeBehind(than) is { } behind)
            chosen = new(FiscalYears.Read(analysis, behind, reference), behind, null);
        if (chosen.Period is null && discourse.Published is { } day)
            chosen = new(
                Period.OfYear(day.Year - 1),
                null,
                new Inference("period", Period.OfYear(day.Year - 1).Text, Inference.LastFullYear)
            );
        return FirstPlace(span.First, rest.End, who, among, by, reference, chosen, rest.Rank);
    }

    private Rest? RestOf(int than)
    {
        var at = than + 1;
        var preposition = analysis.Word(at) is "from" or "to" or "with" or "in" ? analysis.Word(at++) : "";
        if (analysis.Word(at) is "anyone" or "anybody" or "everyone" && analysis.Is(at + 1, "else"))
            return new(preposition, at + 2, 1, null, true);
        if (!analysis.Is(at, "any", "every"))
            return null;
        var other = analysis.Is(at + 1, "other");
        var noun = other ? at + 2 : at + 1;
        string? body = null;
        if (analysis.ActorStartingAt(noun) is { Actor.Kind: ActorKind.Organisation } set)
        {
            if (catalogue.Record.Memberships(set.Actor.Code).Count == 0)
                return null;
            (body, noun) = (set.Actor.Code, set.End);
        }
        if (
            !(
                analysis.Word(noun)
                is "country"
                    or "nation"
                    or "state"
                    or "partner"
                    or "supplier"
                    or "buyer"
                    or "market"
                    or "member"
                    or "ally"
            ) && !(analysis.Word(noun) is "power" or "economy" or "customer" or "government")
        )
            return null;
        // "than any other country in Asia": a narrower set, for which the language has no word.
        if (analysis.Is(noun + 1, "in", "of", "on", "outside") && !EndsWithTime(noun + 1))
            return null;
        var except = analysis.Word(noun + 1) is "but" or "bar" or "except" or "save" or "besides";
        if (other && !except)
            return new(preposition, noun + 1, 1, body, false);
        // "than from any country bar Mexico": one place further down.
        return
            except
            && analysis.ActorStartingAt(analysis.Is(noun + 2, "the") ? noun + 3 : noun + 2) is { IsAdjective: false } above
            && !analysis.Is(above.End, "and", "or")
            ? new(preposition, above.End, 2, body, false)
            : null;
    }

    private bool EndsWithTime(int at)
    {
        foreach (var time in analysis.Times)
            if (time.FirstToken == at || time.FirstToken == at + 1)
                return true;
        return false;
    }
}
