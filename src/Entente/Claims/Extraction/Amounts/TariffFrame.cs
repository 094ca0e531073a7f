using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>
/// Duties: "imposed 25 percent tariffs on Chinese steel", "a tariff of 10 percent on goods from China", "Chinese steel faces a 25 percent US
/// tariff". The one who levies comes first, whose goods they are second.
/// </summary>
internal sealed class TariffFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    private MeasureRef? last;

    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Percent)
            return null;
        if (Answered(quantity) is { } answered)
            return Draft(quantity, answered, quantity.EndToken);
        if (Another(quantity) is { } another)
            return Draft(quantity, another, quantity.EndToken);
        var span = SpanOf(quantity);
        if (span is null)
            return null;
        // What stands between the duty and its rate is what it is on ("duties on Chinese chips rose to 50 percent, those on …").
        var (from, to) =
            span.End < quantity.FirstToken && On(span.End, quantity.FirstToken) >= 0
                ? (span.End, quantity.FirstToken)
                : (Math.Max(span.End, quantity.EndToken), analysis.Tokens.Count);
        var on = On(from, Math.Min(to, from + 12));
        var target = on < 0 ? null : ActorOf(on + 1, Math.Min(to, on + 9));
        var item = on < 0 ? null : resolver.ItemAfter(on + 1);
        var suffered = target is null || on > Math.Max(span.End, quantity.EndToken) + 1 ? Sufferer(span) : null;
        var sender = resolver.Possessor(span.First)?.Party;
        if (suffered is not null && OfOneFirm(suffered.End, span.First))
            return null;
        if (suffered is not null)
        {
            if (target is not null)
                (on, item) = (-1, null);
            target = suffered.Party;
            item ??= MeasureResolver.Specific(analysis.Items.Find(i => i.First >= suffered.End && i.End <= span.First)?.Item);
            sender = sender == target ? null : sender;
            sender ??= analysis
                .Actors.Find(a => a.First >= suffered.End && a.End <= span.First && a.Party is not null && a.Party != target)
                ?.Party;
            sender ??=
                resolver.AfterPreposition(span.End, "in", "by", "from")?.Party
                ?? resolver.AfterPreposition(quantity.EndToken, "in", "by", "from")?.Party;
        }
        else
        {
            sender ??= resolver.SubjectBefore(Math.Min(span.First, quantity.FirstToken))?.Party;
        }
        IReadOnlyList<Inference> inferred = [];
        if (sender is null && target is not null && Levier(target) is { } levier)
            (sender, inferred) = (levier.Party, [new Inference("party", levier.Party, levier.From)]);
        if (target is null || sender is null || sender == target || (item is null && on >= 0 && IsNarrow(on)))
            return null;
        // "Chinese cars with electric motors": some of the goods, which are not told apart here.
        if (item is not null && on >= 0 && analysis.Items.Exists(i => i.First > on && i.First <= on + 6 && analysis.Is(i.End, "with")))
            return null;
        // "doubled from 10 to 20 percent in March": when it was the one is not said.
        if (
            analysis.Is(quantity.FirstToken - 1, "from")
            && analysis.Is(quantity.EndToken, "to")
            && !analysis.Times.Any(t => t.FirstToken - quantity.EndToken is 0 or 1)
        )
            return null;
        return Draft(
            quantity,
            new MeasureRef("tariff_rate", sender, target, item ?? resolver.ItemAfter(Math.Max(span.End, quantity.EndToken)))
            {
                Inferred = inferred,
            },
            span.End
        );
    }

    /// <summary>"…; China answered with 125 percent": the one who bears the duty levies one of its own.</summary>
    private MeasureRef? Answered(QuantityMention quantity)
    {
        if (last is not { First: { } levier, Second: { } bearer } before)
            return null;
        var i = quantity.FirstToken - 1;
        while (analysis.Word(i) is "a" or "an" or "its" or "own" or "duties" or "tariffs" or "of" or "at" or "levies")
            i--;
        if (!analysis.Is(i, "with"))
            return null;
        i -= analysis.Is(i - 1, "back") ? 2 : 1;
        return
            analysis.Word(i) is "answered" or "responded" or "retaliated" or "countered" or "replied" or "hit"
            && analysis.ActorEndingAt(i) is { IsAdjective: false, Party: { } who }
            && who == bearer
            ? before with
            {
                First = bearer,
                Second = levier,
                Item = null,
            }
            : null;
    }

    private ClaimDraft Draft(QuantityMention quantity, MeasureRef reference, int end)
    {
        last = reference;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        // "Since February 4, 2025, … have faced": a duty holds from the month in which it began.
        if (chosen.Period is null || chosen.Inference?.From == Inference.LastFullYear)
            foreach (var time in analysis.Times)
                if (
                    time is
                    { Role: TimeRole.Since, Kind: TimeKind.Absolute or TimeKind.Relative, Period: { Kind: not PeriodKind.Range } began }
                )
                    chosen = chosen with
                    {
                        Period = began.Kind == PeriodKind.Day ? Period.OfMonth(began.Start.Year, began.Start.Month) : began,
                        Mention = time,
                        Inference = null,
                    };
        // "now pay 50 percent": what is in force is of the time of writing, not of the last full year.
        if (chosen.Inference?.From == Inference.LastFullYear && discourse.Published is { } day && SaysNow())
            chosen = chosen with
            {
                Period = Period.OfYear(day.Year),
                Inference = new Inference("period", Period.OfYear(day.Year).Text, "the time of writing"),
            };
        // "raised from 25 to 100 percent": what it was before has a time that nobody said.
        if (analysis.Is(quantity.FirstToken - 1, "from") && !TimeBehind(quantity.EndToken))
            chosen = chosen with { Period = null, Inference = null };
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Max(quantity.EndToken, end),
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    private MeasureSpan? SpanOf(QuantityMention quantity)
    {
        foreach (var span in analysis.Measures)
        {
            if (span.Measure != "tariff_rate")
                continue;
            var ahead = span.First >= quantity.EndToken && span.First <= quantity.EndToken + 3;
            var behind =
                span.End <= quantity.FirstToken
                && quantity.FirstToken - span.End <= (analysis.Is(quantity.FirstToken - 1, "to", "at", "of", "from") ? 12 : 4)
                && !analysis.StrongBreak(span.End, quantity.FirstToken);
            if (ahead || behind)
                return span;
        }
        return null;
    }

    /// <summary>"…, those on syringes to 50 percent", "and 15 percent on liquefied gas": another rate of the same duties.</summary>
    private MeasureRef? Another(QuantityMention quantity)
    {
        if (
            last is null
            || analysis.Measures.Exists(m =>
                m.Measure == "tariff_rate" && m.First > quantity.FirstToken - 6 && m.First <= quantity.EndToken + 3 && !HasRate(m, quantity)
            )
        )
            return null;
        if (analysis.Is(quantity.EndToken, "on", "for") && resolver.ItemAfter(quantity.EndToken + 1) is { } next)
            return last with { Item = next };
        for (var i = quantity.FirstToken - 1; i >= Math.Max(1, quantity.FirstToken - 8); i--)
            if (analysis.Is(i, "on", "for") && analysis.Is(i - 1, "those", "that", "and") && resolver.ItemAfter(i + 1) is { } those)
                return last with { Item = those };
        return null;
    }

    // "a 25 percent duty on steel and 10 percent on …": the duty has its rate already.
    private bool HasRate(MeasureSpan duty, QuantityMention quantity)
    {
        foreach (var other in analysis.Quantities)
            if (other.Kind == QuantityKind.Percent && other.EndToken <= duty.First && duty.End <= quantity.FirstToken)
                return duty.First - other.EndToken <= 2;
        return false;
    }

    private bool TimeBehind(int end)
    {
        foreach (var time in analysis.Times)
            if (time is { Kind: TimeKind.Absolute, Period: not null } && time.FirstToken >= end && time.FirstToken <= end + 1)
                return true;
        return false;
    }

    private int On(int from, int to)
    {
        for (var i = from; i < Math.Min(to, analysis.Tokens.Count); i++)
            if (analysis.Is(i, "on", "against", "for"))
                return i;
        return -1;
    }

    private string? ActorOf(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.ActorStartingAt(i) is { Party: { } party })
                return party;
        return null;
    }

    /// <summary>"Chinese steel faces a tariff", "is subject to", "were hit with": whose goods stand before the duty.</summary>
    private ActorSpan? Sufferer(MeasureSpan span)
    {
        for (var i = span.First - 1; i >= Math.Max(1, span.First - 8); i--)
            if (
                (
                    analysis.Word(i)
                    is "face"
                        or "faces"
                        or "faced"
                        or "facing"
                        or "carry"
                        or "carries"
                        or "attract"
                        or "attracts"
                        or "pay"
                        or "pays"
                        or "incur"
                )
                || (analysis.Is(i, "subject") && analysis.Is(i + 1, "to"))
                || (analysis.Is(i, "hit", "slapped", "struck", "burdened") && analysis.Is(i + 1, "with", "by"))
            )
                return analysis.Actors.FindLast(a => a.IsAdjective && a.End <= i && a.Party is not null && i - a.End <= 8)
                    ?? analysis.Actors.FindLast(a => a.End <= i && a.Party is not null && i - a.End <= 8);
        return null;
    }

    private bool SaysNow()
    {
        foreach (var token in analysis.Tokens)
            if (token.Lower is "now" or "currently" or "today")
                return true;
        return false;
    }

    // "Chinese cars made by SAIC": one maker's rate is not that of all its country's.
    private bool OfOneFirm(int from, int to)
    {
        for (var i = from; i < to - 1; i++)
            if (analysis.Is(i, "made", "built", "produced") && analysis.Is(i + 1, "by"))
                return true;
        return false;
    }

    // "duties on Canadian canola": goods that the catalogue does not know are not all goods.
    private bool IsNarrow(int on)
    {
        for (var i = on + 1; i <= on + 4; i++)
            if (analysis.ActorStartingAt(i) is { IsAdjective: true } origin)
                return origin.End < analysis.Tokens.Count
                    && analysis.Tokens[origin.End].Kind == TokenKind.Word
                    && !(
                        analysis.Word(origin.End)
                        is "goods"
                            or "imports"
                            or "products"
                            or "exports"
                            or "merchandise"
                            or "shipments"
                            or "to"
                            or "at"
                            or "in"
                            or "of"
                            or "by"
                            or "from"
                            or "and"
                            or "as"
                    )
                    && !(analysis.Word(origin.End) is "was" or "were" or "is" or "are" or "rose" or "went" or "up" or "will" or "would");
        return false;
    }

    /// <summary>Who levies where nobody is said to: the other state of the sentence, else of the text.</summary>
    private (string Party, string From)? Levier(string target)
    {
        string? other = null;
        foreach (var actor in analysis.Actors)
            if (actor.Party is { } party && party != target)
            {
                if (other is not null && other != party)
                    return null;
                other = party;
            }
        if (other is not null)
            return (other, Inference.NamedTogether);
        return discourse.Subject is { } subject && subject != target ? (subject, Inference.MainParty)
            : discourse.OtherOf(target) is { } opposite ? (opposite, Inference.OtherOfTheTwo)
            : null;
    }
}
