using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <summary>
/// Two quantities told beside each other: "bought more from Mexico than from China", "an economy one and a half times as large as China's",
/// "higher than its trade with the EU", "more than from any other country".
/// </summary>
internal sealed partial class ComparisonFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    private static readonly Cues Comparing = Cues.Of("than much many");

    public IEnumerable<ClaimDraft> Read()
    {
        if (Exceeds() is { } exceeds)
            yield return exceeds;
        if (ExceedsRest() is { } first)
            yield return first;
        if (!analysis.Has(Comparing))
            yield break;
        var than = -1;
        for (var i = 0; i < analysis.Tokens.Count && than < 0; i++)
            if (analysis.Is(i, "than"))
                than = i;
        // "No country buys as much Russian oil as India does."
        for (var i = 1; i < analysis.Tokens.Count - 3 && than < 0; i++)
            if (analysis.Is(i, "as") && analysis.Is(i + 1, "much", "many") && Nobody(i))
                for (var k = i + 2; k <= i + 8; k++)
                    if (analysis.Is(k, "as") && NoneMore(k) is { } none)
                    {
                        yield return none;
                        break;
                    }
        if (than > 0)
        {
            foreach (var draft in Verbs())
                yield return draft;
            if (Ordered(than) is { } ordered)
                yield return ordered;
            if ((MoreThanAny(than) ?? NoneMore(than) ?? OnlyMore(than) ?? MoreThanRest(than)) is { } most)
                yield return most;
        }
    }

    private IEnumerable<ClaimDraft> Verbs()
    {
        foreach (var span in analysis.Measures)
        {
            if (!span.IsVerb || span.Passive)
                continue;
            // "sells Bangladesh far more than it buys from it": the partner may stand before the comparative.
            var taker = analysis.ActorStartingAt(analysis.Is(span.End, "the") ? span.End + 1 : span.End)
                is { IsAdjective: false, Possessive: false } beside
                ? beside
                : null;
            var degree = taker?.End ?? span.End;
            if (analysis.Word(degree) is "far" or "much" or "even" or "many" or "slightly" or "considerably" or "significantly" or "still")
                degree++;
            // "earns more from selling to America than from selling to China"
            if (analysis.Is(span.First - 1, "from", "by") && analysis.Word(span.First - 2) is "more" or "less")
                degree = span.First - 2;
            if (analysis.Word(degree) is not ("more" or "less" or "fewer") || Weighed(degree + 1))
                continue;
            var than = -1;
            for (var i = span.End; i < Math.Min(span.End + 14, analysis.Tokens.Count) && than < 0; i++)
                if (analysis.Is(i, "than"))
                    than = i;
            var subject = resolver.SubjectBefore(span.First)?.Party;
            var first = taker?.Party ?? Partner(span.End, than);
            if (than < 0 || subject is null || first == subject)
                continue;
            var less = analysis.Word(degree) is "less" or "fewer";
            var item = MeasureResolver.Specific(analysis.Items.Find(i => i.First > span.End && i.End <= than)?.Item);
            if (first is null)
            {
                if (
                    span.Measure is "exports" or "imports"
                    && analysis.ActorStartingAt(analysis.Is(than + 1, "the") ? than + 2 : than + 1)
                        is { IsAdjective: false, Possessive: false, Party: { } rival }
                    && rival != subject
                )
                {
                    // "exported more arms than Russia"
                    var whole =
                        item == "arms" && span.Measure == "exports"
                            ? new MeasureRef("arms_export_share", subject, null, null)
                            : new MeasureRef(span.Measure, subject, null, item);
                    yield return Draft(
                        span.First,
                        than,
                        Math.Min(than + 4, analysis.Tokens.Count),
                        whole,
                        whole with
                        {
                            First = rival,
                        },
                        less ? "<" : ">"
                    );
                }
                continue;
            }
            var reference = Flow(span.Measure, subject, first, item);
            var back = analysis.Measures.Find(m => m.IsVerb && m.First > than && m.First <= than + 3 && m.Measure != span.Measure);
            MeasureRef? against = null;
            // "buys more from Australia than it sells to it"
            if (back is not null && span.Measure is "exports" or "imports" && back.Measure is "exports" or "imports")
                against = Flow(back.Measure, subject, first, item);
            else if (Partner(than + 1, Math.Min(than + 7, analysis.Tokens.Count)) is { } second && second != first && second != subject)
                against = Flow(span.Measure, subject, second, item);
            // "more to X than Y does": whoever else sells there, or the same flow the other way.
            if (against is null && Rival(than, subject, first) is { } other)
                against = Flow(span.Measure, other, other == first ? subject : first, item);
            if (against is not null && Combined(than) is { } joint)
            {
                if (joint.Count > 1)
                    yield return Draft(
                        span.First,
                        than,
                        joint.End,
                        reference,
                        against,
                        less ? "<" : ">",
                        Flow(span.Measure, subject, joint.Last, item)
                    );
                continue;
            }
            if (against is not null)
                yield return Draft(span.First, than, Math.Min(than + 4, analysis.Tokens.Count), reference, against, less ? "<" : ">");
        }
    }

    /// <summary>"Germany's trade with Poland exceeds its trade with Italy": two measures of one state on the two sides of the verb.</summary>
    private ClaimDraft? Exceeds()
    {
        foreach (var right in analysis.Measures)
        {
            if (right.IsVerb || analysis.Word(right.First - 1) is not ("its" or "their"))
                continue;
            var verb = right.First - 2;
            var relation = analysis.Word(verb) switch
            {
                "exceeds" or "exceeded" or "exceed" or "surpassed" or "surpasses" or "dwarfs" or "dwarfed" or "outstripped" => ">",
                "outstrips" or "outweighs" or "outweighed" or "tops" or "topped" => ">",
                _ => null,
            };
            if (relation is null || analysis.Word(verb - 1) is "not" or "never" or "n't" or "by")
                continue;
            var left = analysis.Measures.FindLast(m => !m.IsVerb && m.End <= verb && !analysis.StrongBreak(m.End, verb));
            if (left is null || Figure(right.End, right.End + 5) || resolver.Resolve(left) is not { First: { } owner, Second: not null } a)
                continue;
            if (left.Measure == "imports")
                owner = a.Second;
            var b = Partner(right.End, Math.Min(right.End + 3, analysis.Tokens.Count)) is { } partner
                ? partner == owner
                    ? null
                    : Flow(right.Measure, owner, partner, a.Item)
                : right.Measure is "exports" or "imports" && left.Measure is "exports" or "imports"
                    ? Flow(right.Measure, owner, owner == a.First ? a.Second : a.First!, a.Item)
                    : null;
            if (b is not null && a.Measure is "exports" or "imports" or "trade" && !a.SameMatter(b))
                return Draft(left.First, verb, Math.Min(right.End + 3, analysis.Tokens.Count), a, b, relation);
        }
        return null;
    }

    // "fewer barrels": a comparison of volumes, not of what they are worth.
    private bool Weighed(int at) =>
        analysis.Word(at) is "barrels" or "tonnes" or "tons" or "cubic" or "units" or "cars" or "megawatt" or "bcm" or "bushels";

    private string? Rival(int than, string subject, string partner)
    {
        var start = analysis.Is(than + 1, "the") ? than + 2 : than + 1;
        return
            analysis.ActorStartingAt(start) is { IsAdjective: false, Possessive: false, Party: { } rival } actor
            && rival != subject
            && analysis.Word(actor.End) is "does" or "did" or "do" or "has" or "had"
            && (rival != partner || Partner(actor.End, Math.Min(actor.End + 4, analysis.Tokens.Count)) == subject)
            ? rival
            : null;
    }

    /// <summary>"than from Iraq and Saudi Arabia combined": two that are taken together; more than two, or one unknown, count as one.</summary>
    private (int Count, string Last, int End)? Combined(int than)
    {
        var together = -1;
        for (var i = than + 1; i < Math.Min(than + 14, analysis.Tokens.Count) && together < 0; i++)
            if (analysis.Word(i) is "combined" or "together" or "taken")
                together = i;
        if (together < 0)
            return null;
        var (count, last) = (0, "");
        foreach (var actor in analysis.Actors)
            if (actor.First > than && actor.End <= together)
                (count, last) = (actor.Party is null ? 99 : count + 1, actor.Party ?? "");
        for (var i = than + 1; i < together; i++)
            if (analysis.Tokens[i].Text is ",")
                count = 99;
        return (count == 2 ? 2 : 1, last, together + 1);
    }

    /// <summary>"Trade with China was higher in 2023 than Russia's trade with the EU", "delivered 1.7 million barrels, fewer than Russia".</summary>
    private ClaimDraft? Ordered(int than)
    {
        var (relation, at) = ("", -1);
        for (var i = than - 1; i >= Math.Max(0, than - 5) && at < 0; i--)
            if ((analysis.Word(i) is "higher" or "larger" or "greater" or "bigger" or "more"))
                (relation, at) = (">", i);
            else if (analysis.Is(i, "lower", "smaller", "less", "fewer"))
                (relation, at) = ("<", i);
        if (at >= 0 && LevelComparisonFrame.Denied(analysis, at))
            return null;
        // A figure between says by how much, which is another claim; "more than $5bn" is a bound.
        if (
            at < 0
            || Figure(at - 3, at)
            || Figure(than, than + 2)
            || (analysis.Word(than + 1) is "any" or "half" or "a" or "ever" or "usual")
            || LevelComparisonFrame.SaysOfVerb(analysis, than)
        )
            return null;
        var right = analysis.Measures.Find(m => !m.IsVerb && m.First > than && m.First <= than + 7);
        // "larger than its deficit with any other country": a first place, and no comparison with a total.
        if (right is not null && analysis.Is(right.End + 1, "any", "every"))
            return null;
        var left = analysis.Measures.FindLast(m => !m.IsVerb && m.End <= at && !analysis.StrongBreak(m.End, at));
        if (right is not null && left is not null && resolver.Resolve(right) is { First: { } owner } b)
        {
            var a = resolver.Resolve(left);
            // "Trade with China": whose, the other side of the comparison says.
            if (
                analysis.Is(left.End, "with")
                && a is null or { Inferred.Count: > 0 }
                && resolver.AfterPreposition(left.End, "with")?.Party is { } with
                && with != owner
            )
                a = new MeasureRef(left.Measure, with, owner, null);
            return a is null || a.SameMatter(b) || !Alike(a, b) ? null : Draft(left.First, at, right.End, a, b, relation);
        }
        if (
            right is null
            && analysis.Is(at - 1, ",")
            && discourse.LastInSentence is { First: { } holder } said
            && analysis.ActorStartingAt(analysis.Is(than + 1, "the") ? than + 2 : than + 1)
                is { IsAdjective: false, Possessive: false, Party: { } other } rival
            && !analysis.Is(rival.End, "'s")
            && other != holder
            && other != said.Second
        )
            return Draft(at, than, rival.End, said, said with { First = other }, relation);
        return null;
    }

    private static bool Alike(MeasureRef a, MeasureRef b) =>
        a.Measure == b.Measure || (a.Measure is "exports" or "imports" or "trade" && b.Measure is "exports" or "imports" or "trade");

    private bool Figure(int from, int to)
    {
        foreach (var quantity in analysis.Quantities)
            if (quantity.EndToken > from && quantity.FirstToken < to)
                return true;
        return false;
    }

    private ClaimDraft Draft(int first, int than, int end, MeasureRef a, MeasureRef b, string relation, MeasureRef? more = null)
    {
        var chosen = PeriodChooser.Choose(analysis, first, than, a, discourse);
        // "than it bought from it in the first half of 2023": the time stands behind both.
        if (chosen.Period is null || (chosen.Mention is null && chosen.Inference is not null))
            if (TimeBehind(than) is { } behind)
                chosen = new(FiscalYears.Read(analysis, behind, a), behind, null);
        var joint = more is null ? "" : " + " + more.Text(chosen.Period?.Text);
        return new ClaimDraft
        {
            First = first,
            End = end,
            Kind = ClaimKind.Comparison,
            Assertion = $"{a.Text(chosen.Period?.Text)} {relation} {b.Text(chosen.Period?.Text)}{joint}",
            Period = chosen.Period,
            Inferred = [.. MoneyFrame.Inferences(a, chosen), .. b.Inferred],
            Reason = chosen.Period is null ? "no-period" : null,
        };
    }

    private TimeMention? TimeBehind(int than)
    {
        foreach (var time in analysis.Times)
            if (
                time is { Period: not null, Kind: TimeKind.Absolute or TimeKind.Relative, Role: TimeRole.At or TimeRole.During }
                && time.FirstToken > than
            )
                return time;
        return null;
    }

    private string? Partner(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                analysis.Is(i, "to", "from", "with")
                && analysis.ActorStartingAt(analysis.Is(i + 1, "the") ? i + 2 : i + 1) is { IsAdjective: false, Party: { } party }
            )
                return party;
        return null;
    }

    private static MeasureRef Flow(string measure, string subject, string partner, string? item) =>
        measure switch
        {
            "exports" => new MeasureRef("exports", subject, partner, item),
            "imports" => new MeasureRef("imports", partner, subject, item),
            _ => new MeasureRef("trade", subject, partner, item),
        };
}
