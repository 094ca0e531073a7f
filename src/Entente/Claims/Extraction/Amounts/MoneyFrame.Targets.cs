using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <content>Thresholds that are crossed, targets that are set, prices.</content>
internal sealed partial class MoneyFrame
{
    private bool IsThreshold(QuantityMention quantity) =>
        Lexicon.ThresholdNouns.Contains(analysis.Word(quantity.EndToken))
        || (analysis.Is(quantity.FirstToken - 1, "of") && analysis.Is(quantity.FirstToken - 2, "mark", "threshold", "milestone", "barrier"))
        || (analysis.Is(quantity.EndToken, "-") && Lexicon.ThresholdNouns.Contains(analysis.Word(quantity.EndToken + 1)));

    private bool Crosses(QuantityMention quantity) =>
        Before(
            quantity,
            analysis.Is(quantity.FirstToken - 1, "of") ? 5 : 3,
            "surpass",
            "surpasses",
            "surpassed",
            "surpassing",
            "exceed",
            "exceeds",
            "exceeded",
            "exceeding",
            "topped",
            "tops",
            "crosses",
            "passes",
            "topping",
            "crossed",
            "crossing",
            "passed",
            "passing",
            "breached",
            "eclipsed",
            "cross",
            "pass",
            "top",
            "past"
        ) || (analysis.Is(quantity.FirstToken - 1, "through") && analysis.Is(quantity.FirstToken - 2, "broke", "burst", "smashed"));

    /// <summary>"sank below the threshold of $1 trillion", "did not exceed 5.5 billion": on the other side of the mark.</summary>
    private QuantityMention OnThisSide(QuantityMention quantity)
    {
        if (quantity.Hedge != Hedge.None)
            return quantity;
        if (IsThreshold(quantity) && Before(quantity, 5, "below", "under", "beneath"))
            return quantity with { Hedge = Hedge.LessThan };
        return Crosses(quantity) && Before(quantity, 4, "not", "n't", "never") ? quantity with { Hedge = Hedge.AtMost } : quantity;
    }

    private bool Reaches(QuantityMention quantity) => Before(quantity, 3, "reached", "hit", "reach", "reaching", "hitting");

    private bool Before(QuantityMention quantity, int reach, params ReadOnlySpan<string> words)
    {
        for (var i = quantity.FirstToken - 1; i >= quantity.FirstToken - reach; i--)
            if (analysis.Is(i, words))
                return true;
        return false;
    }

    private ClaimDraft Crossed(QuantityMention quantity, MeasureRef reference, Period month, ChosenPeriod chosen)
    {
        var year = month.Start.Year;
        var through = Period.OfRange(Period.OfMonth(year, 1), month);
        var amount = AssertionText.Number(quantity.Number, quantity.Unit);
        var reached = $"{reference.Text(month.Start.Month == 1 ? month.Text : through.Text)} >= {amount}";
        var notBefore =
            month.Start.Month == 1
                ? ""
                : $" and {reference.Text(month.Start.Month == 2 ? Period.OfMonth(year, 1).Text : Period.OfRange(Period.OfMonth(year, 1), Period.OfMonth(year, month.Start.Month - 1)).Text)} < {amount}";
        discourse.Remember(reference, Period.OfYear(year), analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken + 1,
            Kind = ClaimKind.Event,
            Assertion = reached + notBefore,
            Period = month,
            Inferred = Inferences(reference, chosen),
        }.WithQuantity(quantity);
    }

    private bool IsTarget(QuantityMention quantity)
    {
        if (
            TargetBehind(quantity.EndToken)
            || (analysis.Word(quantity.FirstToken - 1) is "target" or "targets" or "targeting" or "targeted" or "eyes" or "eyeing")
        )
            return true;
        var by = analysis.Times.Any(t =>
            t.Role == TimeRole.By && t.FirstToken >= quantity.EndToken - 1 && t.FirstToken <= quantity.EndToken + 6
        );
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 14); i--)
        {
            if (analysis.StrongBreak(i, i + 1))
                return false;
            if (
                Lexicon.TargetNouns.Contains(analysis.Word(i))
                && (
                    analysis.Is(i + 1, "of", "is", "to", "was")
                    || (analysis.Is(i + 1, "for", "in") && analysis.Is(quantity.FirstToken - 1, "is", "was", "of", "at"))
                )
            )
                return true;
            if (
                (analysis.Word(i) is "envisages" or "envisage" or "envisaged" or "aims" or "aiming" or "aimed")
                && (analysis.Word(i + 1) is "bringing" or "raising" or "at" or "increasing" or "boosting" or "doubling")
            )
                return true;
            if (IsMeant(i) && (by || Deadline(quantity) is not null || analysis.Word(i - 1) is not "by"))
                return true;
            if (
                analysis.Is(i, "was", "is", "were", "are")
                && analysis.Is(i + 1, "to")
                && (analysis.Word(i + 2) is "reach" or "rise" or "grow" or "climb" or "hit" or "double")
            )
                return true;
            if (Lexicon.TargetVerbs.Contains(analysis.Word(i)) && (by || Enumerable.Range(i + 1, 4).Any(k => analysis.Is(k, "to"))))
                return by
                    || analysis.Word(i)
                        is not ("agreed" or "agree" or "set" or "want" or "wants" or "wanted" or "seek" or "sought" or "planned")
                    || (
                        analysis.Word(i + 1) is "to"
                        && analysis.Word(i + 2)
                            is "double"
                                or "triple"
                                or "raise"
                                or "lift"
                                or "bring"
                                or "increase"
                                or "expand"
                                or "boost"
                                or "take"
                                or "push"
                    );
        }
        return false;
    }

    /// <summary>"strengthen ties by raising …", "discussed doubling …", "plan on growing …": what is meant to be done, not what was.</summary>
    private bool IsMeant(int i) =>
        analysis.Word(i)
            is "increasing"
                or "raising"
                or "growing"
                or "lifting"
                or "expanding"
                or "boosting"
                or "doubling"
                or "tripling"
                or "quadrupling"
                or "bringing"
                or "taking"
                or "pushing"
        && (
            analysis.Word(i - 1)
                is "by"
                    or "discuss"
                    or "discussed"
                    or "discusses"
                    or "consider"
                    or "considered"
                    or "considering"
                    or "considers"
            || analysis.Word(i - 1) is "propose" or "proposed" or "proposes" or "proposing" or "suggested" or "suggests" or "contemplated"
            || (
                analysis.Word(i - 1) is "on" or "at" or "for" or "of" or "about"
                && analysis.Word(i - 2)
                    is "plan"
                        or "plans"
                        or "planned"
                        or "planning"
                        or "bent"
                        or "intent"
                        or "aim"
                        or "aims"
                        or "aimed"
                        or "aiming"
                        or "hope"
                        or "hopes"
                        or "hoped"
                        or "talked"
                        or "spoke"
                        or "ways"
                        or "agreed"
            )
        );

    // "the $10 billion target", "the $10 billion bilateral trade volume target"
    private bool TargetBehind(int end)
    {
        for (var i = end; i < Math.Min(end + 5, analysis.Tokens.Count); i++)
        {
            if (Lexicon.TargetNouns.Contains(analysis.Word(i)))
                return true;
            if (
                !(
                    analysis.Word(i)
                    is "trade"
                        or "bilateral"
                        or "annual"
                        or "volume"
                        or "turnover"
                        or "commerce"
                        or "export"
                        or "import"
                        or "-"
                )
            )
                return false;
        }
        return false;
    }

    private ClaimDraft Target(QuantityMention quantity, MeasureRef reference)
    {
        var time =
            analysis.Times.FirstOrDefault(t =>
                t.Period is { Kind: not PeriodKind.Day } && t.FirstToken >= quantity.EndToken - 1 && (t.Role is TimeRole.By or TimeRole.At)
            )
            ?? analysis.Times.FirstOrDefault(t => t.Period is not null && t.Role is TimeRole.By)
            ?? analysis.Times.LastOrDefault(t =>
                t is { Period: not null, Kind: TimeKind.Absolute, Role: TimeRole.At }
                && t.EndToken <= quantity.FirstToken
                && quantity.FirstToken - t.EndToken <= 3
            );
        var amount = AssertionText.Number(quantity.Number, quantity.Unit);
        if (time is not null)
            analysis.UsedTimes.Add(time);
        var year = time?.Period?.Start.Year ?? Deadline(quantity);
        var draft = new ClaimDraft
        {
            First = quantity.FirstToken,
            End =
                time is not null && time.EndToken > quantity.EndToken && time.EndToken - quantity.EndToken < 8
                    ? time.EndToken
                    : quantity.EndToken,
            Kind = ClaimKind.Target,
            Modality = Claims.Modality.Target,
            Period = time?.Period,
            Assertion = year is { } y ? $"target({reference.Text()}, {amount}) = {y}" : $"target({reference.Text()}) = {amount}",
            Inferred = reference.Inferred,
        }.WithQuantity(quantity);
        return draft;
    }

    /// <summary>"within five years": counted from the year of the text.</summary>
    private int? Deadline(QuantityMention quantity)
    {
        if (discourse.Published is not { } day)
            return null;
        foreach (var other in analysis.Quantities)
            if (
                other.Kind == QuantityKind.Duration
                && other.FirstToken >= quantity.EndToken
                && other.FirstToken <= quantity.EndToken + 4
                && analysis.Word(other.FirstToken - 1) is "within" or "in"
                && other.Unit.Symbol is "years"
            )
                return day.Year + (int)other.Number.Value;
        return null;
    }

    /// <summary>"A target of $30 billion by 2030 for trade between": what the goal is for stands behind it.</summary>
    private MeasureSpan? Aimed(QuantityMention quantity)
    {
        if (!IsTarget(quantity))
            return null;
        foreach (var span in analysis.Measures)
            if (
                span is { IsVerb: false, Measure: "trade" or "exports" or "imports" }
                && span.First > quantity.EndToken
                && span.First <= quantity.EndToken + 8
            )
                for (var i = span.First - 1; i >= Math.Max(quantity.EndToken, span.First - 3); i--)
                    if (analysis.Word(i) is "for" or "in")
                        return span;
        return null;
    }

    /// <summary>Targets told of an amount that stands as a threshold: "the $200 billion mark, a goal they meant to reach in 2025".</summary>
    public ClaimDraft? GoalOf(QuantityMention quantity)
    {
        for (var i = quantity.EndToken; i < analysis.Tokens.Count; i++)
        {
            if (!Lexicon.TargetNouns.Contains(analysis.Word(i)))
                continue;
            if (analysis.Quantities.Any(q => q.Kind == QuantityKind.Money && q.FirstToken >= quantity.EndToken && q.EndToken <= i))
                return null;
            // The goal is the mark that was passed; another amount near it is what was reached.
            if (!IsThreshold(quantity) && !Crosses(quantity))
                return null;
            var time = analysis.Times.FirstOrDefault(t => t.Period is not null && t.FirstToken > i && t.FirstToken <= i + 16);
            if (time is null)
                return null;
            var span = MeasureOf(quantity);
            var reference = span is not null ? resolver.Resolve(span) : discourse.LastMeasure(analysis.Statement.Paragraph);
            if (reference is null)
                return null;
            analysis.UsedTimes.Add(time);
            var year = time.Period!.Start.Year;
            return new ClaimDraft
            {
                First = i,
                End = time.EndToken,
                Kind = ClaimKind.Target,
                Modality = Claims.Modality.Target,
                Assertion = $"target({reference.Text()}, {AssertionText.Number(quantity.Number, quantity.Unit)}) = {year}",
                Relation = "=",
                Value = year,
                Low = year,
                High = year,
                Unit = Units.Year.Symbol,
                Period = time.Period,
                Inferred = reference.Inferred,
            };
        }
        return null;
    }
}
