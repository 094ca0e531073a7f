using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Amounts of money, and of goods in physical units: levels, absolute changes, thresholds crossed, targets.</summary>
internal sealed class MoneyFrame(SentenceAnalysis analysis, ExtractionCatalogue catalogue, Discourse discourse, MeasureResolver resolver)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind == QuantityKind.Price)
            return Price(quantity);
        // "went up to A$219 billion" goes to the amount; it is no upper bound.
        if (quantity.Hedge == Hedge.AtMost && analysis.Is(quantity.FirstToken, "up") && analysis.Is(quantity.FirstToken - 1, "went", "rose", "shot", "climbed", "jumped", "grew", "going", "edged", "pushed", "is", "was"))
            quantity = quantity with { Hedge = Hedge.None };
        // "chemicals ($5.1bn)", "Japan ($3bn)": the bracket's amount is of the word before it, in the flow spoken of.
        if (analysis.Is(quantity.FirstToken - 1, "("))
            return Bracketed(quantity);
        var span = MeasureOf(quantity);
        var reference = span is not null ? resolver.Resolve(span) : PaidFor(quantity);
        if (span is null && Continues(quantity) && discourse.LastMeasure(analysis.Statement.Paragraph) is { } last)
            reference = last with { Inferred = [.. last.Inferred, new Inference("measure", last.Text(), "the measure spoken of before")] };
        if (span is null && reference is null && discourse.LastInSentence is { } earlierInSentence && (analysis.Is(quantity.FirstToken - 1, "to") || (analysis.Is(quantity.FirstToken - 1, "with", "at") && earlierInSentence.Measure == "trade") || (analysis.Is(quantity.FirstToken - 1, "from") && analysis.Is(quantity.FirstToken - 2, "up", "down"))))
            reference = earlierInSentence;
        if (span is null && reference is null && GoodsFlow(quantity) is { } flow)
            reference = flow;
        if (reference is null)
            return null;
        if (span is not null && catalogue.Measures.ById[reference.Measure].Parties == Measures.Parties.State && OwnerBetween(span, quantity) is { } owner)
            reference = reference with { First = owner };
        var definition = catalogue.Measures.ById.GetValueOrDefault(reference.Measure);
        if (quantity.Kind == QuantityKind.Physical)
        {
            if (reference.Item?.StartsWith("non_", StringComparison.Ordinal) == true)
                return null;
            if (reference.IsFlow || reference.Measure == "trade")
            {
                if (reference.Item is null && ItemOf(quantity) is not { })
                    return null;
                reference = reference with { Measure = "volume", Item = reference.Item ?? ItemOf(quantity) };
            }
            else if (definition is null || definition.Dimension != quantity.Unit.Dimension)
            {
                return null;
            }
        }
        else if (definition is not null && definition.Dimension != Dimension.Money)
        {
            return null;
        }
        if (reference.IsFlow && ItemOf(quantity) is { } item && reference.Item is null)
            reference = reference with { Item = item };
        var after = quantity.EndToken;
        if (IsTarget(quantity))
            return Target(quantity, reference);
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse, definition is { Cumulative: false });
        if (IsThreshold(quantity) && chosen.Period is { Kind: PeriodKind.Month } month && definition is { Cumulative: true })
            return Crossed(quantity, reference, month, chosen);
        var first = span is not null && span.First < quantity.FirstToken ? span.First : quantity.FirstToken;
        var draft = new ClaimDraft
        {
            First = FirstOf(first, quantity),
            End = after,
            Kind = ClaimKind.Level,
            Period = chosen.Period,
            Inferred = Inferences(reference, chosen),
        };
        discourse.Remember(reference with { PartnerOpen = reference.PartnerOpen }, chosen.Period, analysis.Statement.Paragraph);
        if (AbsoluteChange(quantity) is { } sign)
        {
            var change = $"change({reference.Text()}{(chosen.Period is { } p ? ", " + p.Text : "")}{Since(chosen)})";
            return (draft with { Kind = ClaimKind.Change, Assertion = change + AssertionText.Tail(quantity, sign), Reason = chosen.Period is null ? "no-period" : null }).WithQuantity(quantity, sign);
        }
        if (IsEarlier(quantity))
            chosen = chosen with { Period = EarlierLevel(quantity, chosen) };
        // A deficit is a negative balance of the one who has it.
        var negative = reference is { Measure: "balance", Deficit: true };
        // "approaching the $70 billion mark" is not there yet.
        if (Enumerable.Range(1, 3).Any(k => analysis.Is(quantity.FirstToken - k, "approached", "approaching", "approaches", "nearing", "neared", "nears")))
            quantity = quantity with { Hedge = Hedge.Nearly };
        var relation = Crosses(quantity) || (IsThreshold(quantity) && !Reaches(quantity) && quantity.Hedge == Hedge.None) ? quantity with { Hedge = quantity.Hedge == Hedge.None && !Reaches(quantity) ? Hedge.MoreThan : quantity.Hedge == Hedge.None ? Hedge.AtLeast : quantity.Hedge } : quantity;
        if (!IsThreshold(quantity) && Reaches(quantity))
            relation = quantity;
        var text = reference.Text(chosen.Period?.Text) + AssertionText.Tail(relation, negative ? -1 : 1);
        return (draft with
        {
            Assertion = text,
            Period = chosen.Period,
            Reason = chosen.Period is null && reference.Measure != "border_length" ? "no-period" : null,
            Alternatives = Alternatives(reference, chosen, relation, negative),
        }).WithQuantity(relation, negative ? -1 : 1);
    }

    /// <summary>"Urals averaged $63 a barrel": the price of what is named, a price cap where the words say cap.</summary>
    private ClaimDraft? Price(QuantityMention quantity)
    {
        var cap = analysis.Measures.Find(m => m.Measure == "price_cap");
        if (cap is not null && analysis.Distance(cap.First, quantity.FirstToken) < 20)
        {
            var sender = resolver.SubjectBefore(quantity.FirstToken)?.Party ?? resolver.Possessor(cap.First)?.Party;
            var target = analysis.Actors.Find(a => a.Party is not null && a.Party != sender && a.IsAdjective)?.Party ?? (sender is not null ? discourse.OtherOf(sender) : null);
            if (sender is null || target is null)
                return null;
            return Level(quantity, new MeasureRef("price_cap", sender, target, analysis.Items.Find(i => catalogue.IsPartOfEnergy(i.Item))?.Item ?? "crude_oil"));
        }
        var item = analysis.Items.Where(i => catalogue.IsPriced(i.Item)).MinBy(i => analysis.Distance(i.First, quantity.FirstToken));
        return item is null || analysis.Distance(item.First, quantity.FirstToken) > 20 ? null : Level(quantity, new MeasureRef("price", null, null, item.Item));
    }

    private ClaimDraft Level(QuantityMention quantity, MeasureRef reference)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity),
            Period = chosen.Period,
            Inferred = Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    // Where the partner was not said, the figure may be the pair's or the total: both are admissible readings.
    private static List<string> Alternatives(MeasureRef reference, ChosenPeriod chosen, QuantityMention quantity, bool negative)
    {
        if (!reference.PartnerOpen || !(reference.IsFlow || reference.Measure == "balance") || reference.First is null || reference.Second is null)
            return [];
        var alone = reference.Measure == "imports" ? reference.Second : reference.First;
        return [(reference with { First = alone, Second = null }).Text(chosen.Period?.Text) + AssertionText.Tail(quantity, negative ? -1 : 1)];
    }

    /// <summary>The measure's word that an amount belongs to: attached right ("$190 billion in trade"), or the nearest before it in the clause.</summary>
    private MeasureSpan? MeasureOf(QuantityMention quantity)
    {
        var end = quantity.EndToken;
        // "a $360bn trade deficit", "$190 billion in bilateral trade", "$15 billion worth of exports"
        foreach (var span in analysis.Measures)
            if (!span.IsVerb && span.First >= end && span.First <= end + 5 && NounPath(end, span.First))
                return span;
        // "At $190 billion, bilateral trade …"
        if (quantity.FirstToken <= 2 && analysis.Is(quantity.FirstToken - 1, "at") && analysis.Is(end, ",") && analysis.Measures.Find(m => !m.IsVerb && m.First > end && m.First <= end + 5) is { } ahead)
            return ahead;
        // "were sold by Russia": a passive verb after its amount.
        if (analysis.Measures.Find(m => m is { IsVerb: true, Passive: true } && m.First >= end && m.First <= end + 4) is { } passive && quantity.FirstToken <= 8)
            return passive;
        // "a hole of €304bn": the amount is that noun's, whatever was spoken of before.
        if (analysis.Is(quantity.FirstToken - 1, "of") && analysis.Measures.Find(m => m.End == quantity.FirstToken - 1) is null && !analysis.Is(quantity.FirstToken - 2, "value", "total", "amount", "sum", "worth", "volume", "level", "record", "levels", "height", "peak", "turnover", "figure", "tune", "mark", "threshold", "target", "goal", "excess", "high", "low", "targets")
            && !Lexicon.ChangeNouns.ContainsKey(analysis.Word(quantity.FirstToken - 2)))
            return null;
        MeasureSpan? best = null;
        var bestCost = 26;
        foreach (var span in analysis.Measures)
        {
            if (span.End > quantity.FirstToken || analysis.InAsideBefore(span.First, quantity.FirstToken) || !Fits(span, quantity))
                continue;
            var cost = analysis.Distance(span.End, quantity.FirstToken) - (span.IsVerb ? 1 : 0);
            if (cost <= bestCost)
                (best, bestCost) = (span, cost);
        }
        return best;
    }

    private bool Fits(MeasureSpan span, QuantityMention quantity) =>
        catalogue.Measures.ById.TryGetValue(span.Measure, out var measure)
        && (quantity.Kind is QuantityKind.Physical or QuantityKind.Price
            ? measure.Dimension == quantity.Unit.Dimension || span.Measure is "exports" or "imports" or "trade"
            : measure.Dimension == Dimension.Money);

    private bool NounPath(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (analysis.ActorCovering(i) is null && !analysis.Is(i, "in", "of", "worth", "annual", "bilateral", "total", "goods", "the", "their", "its", "-", "mutual", "military", "two", "way", "record", "global", "overall", "trade", "a", "year", "per"))
                return false;
        return true;
    }

    /// <summary>"it grew to", "the figure reached", "up from": an amount whose measure was named before.</summary>
    private bool Continues(QuantityMention quantity)
    {
        for (var i = quantity.FirstToken - 1; i >= 0 && i >= quantity.FirstToken - 12; i--)
        {
            if (analysis.StrongBreak(i, i + 1))
                return false;
            if (analysis.Is(i, "it", "figure", "total", "value", "number", "sum", "this", "volume", "amount", "turnover") && HasLevelVerb(i, quantity.FirstToken))
                return true;
        }
        return analysis.Is(quantity.FirstToken - 1, "from", "to") && analysis.Is(quantity.FirstToken - 2, "up", "down");
    }

    private bool HasLevelVerb(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (Lexicon.ChangeVerbs.ContainsKey(analysis.Word(i)) || Lexicon.CrossVerbs.Contains(analysis.Word(i)) || analysis.Is(i, "reached", "hit", "was", "stood", "totaled", "totalled", "amounted", "came", "is", "reaching"))
                return true;
        return false;
    }

    private ClaimDraft? Bracketed(QuantityMention quantity)
    {
        if (discourse.LastInSentence is not { } flow || analysis.Quantities.Any(q => q.EndToken == quantity.FirstToken - 1))
            return null;
        if (flow is { IsFlow: true, Second: not null } && analysis.Items.Find(i => i.End == quantity.FirstToken - 1) is { } item && MeasureResolver.Specific(item.Item) is { } goods)
            return Level(quantity, flow with { Item = goods });
        if (flow.Second is null && flow.First is not null && analysis.ActorEndingAt(quantity.FirstToken - 1) is { IsAdjective: false, Party: { } partner } && partner != flow.First)
            return Level(quantity, flow.Measure == "imports" ? flow with { First = partner, Second = flow.First } : flow with { Second = partner });
        return null;
    }

    /// <summary>"…, about three times as much as China, which spent $296 billion", "South Korea's to $48 billion": the amount is of who is named last.</summary>
    private string? OwnerBetween(MeasureSpan span, QuantityMention quantity)
    {
        var actor = analysis.Actors.FindLast(a => a.First >= span.End && a.End <= quantity.FirstToken && a.Party is not null && !a.IsAdjective);
        if (actor is null || analysis.Is(actor.First - 1, "in", "of", "with", "by", "against", "from", "to"))
            return null;
        var next = analysis.Is(actor.End, "'s") ? actor.End + 1 : actor.End;
        return (analysis.Is(next, ",") && analysis.Is(next + 1, "which", "with", "at")) || (actor.Possessive && analysis.Is(next, "to", "at", "was", "came", "reached")) || analysis.Is(next, "spent", "spends", "had", "has") ? actor.Party : null;
    }

    /// <summary>"paid $44 billion for Russian goods".</summary>
    private MeasureRef? PaidFor(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "paid", "pays", "spent", "spends", "paying") || !analysis.Is(quantity.EndToken, "for", "on"))
            return null;
        var buyer = resolver.SubjectBefore(quantity.FirstToken)?.Party;
        var seller = analysis.Actors.Find(a => a.IsAdjective && a.First > quantity.EndToken && a.First <= quantity.EndToken + 3)?.Party;
        return buyer is null || seller is null || buyer == seller ? null : new MeasureRef("imports", seller, buyer, resolver.ItemAfter(quantity.EndToken + 1));
    }

    /// <summary>"goods worth $111 billion" with "exported to Russia" before: the flow of the clause's trading verb.</summary>
    private MeasureRef? GoodsFlow(QuantityMention quantity)
    {
        if (!analysis.Is(quantity.FirstToken - 1, "worth"))
            return null;
        var verb = analysis.Measures.FindLast(m => m.IsVerb && m.End <= quantity.FirstToken);
        return verb is null ? null : resolver.Resolve(verb);
    }

    /// <summary>The product group an amount is of: the words before "worth", or after "of"/"in"/"worth of".</summary>
    private string? ItemOf(QuantityMention quantity)
    {
        if (analysis.Is(quantity.FirstToken - 1, "worth"))
            for (var i = quantity.FirstToken - 2; i >= Math.Max(0, quantity.FirstToken - 4); i--)
                if (analysis.Items.Find(s => s.First <= i && i < s.End) is { } before)
                    return MeasureResolver.Specific(before.Item);
        return analysis.Is(quantity.EndToken, "of", "in", "worth") ? resolver.ItemAfter(quantity.EndToken) : null;
    }

    private bool IsThreshold(QuantityMention quantity) =>
        Lexicon.ThresholdNouns.Contains(analysis.Word(quantity.EndToken)) || (analysis.Is(quantity.FirstToken - 1, "of") && analysis.Is(quantity.FirstToken - 2, "mark", "threshold", "milestone", "barrier")) || (analysis.Is(quantity.EndToken, "-") && Lexicon.ThresholdNouns.Contains(analysis.Word(quantity.EndToken + 1)));

    private bool Crosses(QuantityMention quantity) =>
        Enumerable.Range(1, analysis.Is(quantity.FirstToken - 1, "of") ? 5 : 3).Any(k => analysis.Is(quantity.FirstToken - k, "surpass", "surpasses", "surpassed", "surpassing", "exceed", "exceeds", "exceeded", "exceeding", "topped", "topping", "crossed", "crossing", "passed", "passing", "breached", "eclipsed"));

    private bool Reaches(QuantityMention quantity) => Enumerable.Range(1, 3).Any(k => analysis.Is(quantity.FirstToken - k, "reached", "hit", "reach", "reaching", "hitting"));

    private ClaimDraft Crossed(QuantityMention quantity, MeasureRef reference, Period month, ChosenPeriod chosen)
    {
        var year = month.Start.Year;
        var through = Period.OfRange(Period.OfMonth(year, 1), month);
        var amount = AssertionText.Number(quantity.Number, quantity.Unit);
        var reached = $"{reference.Text(month.Start.Month == 1 ? month.Text : through.Text)} >= {amount}";
        var notBefore = month.Start.Month == 1 ? "" : $" and {reference.Text(month.Start.Month == 2 ? Period.OfMonth(year, 1).Text : Period.OfRange(Period.OfMonth(year, 1), Period.OfMonth(year, month.Start.Month - 1)).Text)} < {amount}";
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
        if (Lexicon.TargetNouns.Contains(analysis.Word(quantity.EndToken)) || (analysis.Is(quantity.EndToken, "trade") && Lexicon.TargetNouns.Contains(analysis.Word(quantity.EndToken + 1))))
            return true;
        var by = analysis.Times.Any(t => t.Role == TimeRole.By && t.FirstToken >= quantity.EndToken - 1 && t.FirstToken <= quantity.EndToken + 6);
        for (var i = quantity.FirstToken - 1; i >= Math.Max(0, quantity.FirstToken - 14); i--)
        {
            if (analysis.StrongBreak(i, i + 1))
                return false;
            if (Lexicon.TargetNouns.Contains(analysis.Word(i)) && analysis.Is(i + 1, "of", "is", "to", "was"))
                return true;
            if (analysis.Is(i, "envisages", "envisage", "envisaged", "aims", "aiming", "aimed") && analysis.Is(i + 1, "bringing", "raising", "at", "increasing", "boosting", "doubling"))
                return true;
            if (analysis.Is(i, "was", "is", "were", "are") && analysis.Is(i + 1, "to") && analysis.Is(i + 2, "reach", "rise", "grow", "climb", "hit", "double"))
                return true;
            if (Lexicon.TargetVerbs.Contains(analysis.Word(i)) && (by || Enumerable.Range(i + 1, 4).Any(k => analysis.Is(k, "to"))))
                return by || !analysis.Is(i, "agreed", "agree", "set", "want", "wants", "wanted", "seek", "sought", "planned");
        }
        return false;
    }

    private ClaimDraft Target(QuantityMention quantity, MeasureRef reference)
    {
        var time = analysis.Times.FirstOrDefault(t => t.Period is not null && t.FirstToken >= quantity.EndToken - 1 && (t.Role is TimeRole.By or TimeRole.At)) ?? analysis.Times.FirstOrDefault(t => t.Period is not null && t.Role is TimeRole.By) ?? analysis.Times.LastOrDefault(t => t is { Period: not null, Kind: TimeKind.Absolute, Role: TimeRole.At } && t.EndToken <= quantity.FirstToken && quantity.FirstToken - t.EndToken <= 3);
        var amount = AssertionText.Number(quantity.Number, quantity.Unit);
        if (time is not null)
            analysis.UsedTimes.Add(time);
        var year = time?.Period?.Start.Year;
        var draft = new ClaimDraft
        {
            First = quantity.FirstToken,
            End = time is not null && time.EndToken > quantity.EndToken && time.EndToken - quantity.EndToken < 8 ? time.EndToken : quantity.EndToken,
            Kind = ClaimKind.Target,
            Modality = Claims.Modality.Target,
            Period = time?.Period,
            Assertion = year is { } y ? $"target({reference.Text()}, {amount}) = {y}" : $"target({reference.Text()}) = {amount}",
            Inferred = reference.Inferred,
        }.WithQuantity(quantity);
        return draft;
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

    /// <summary>"rose by $10 billion", "a $10 billion increase": the sign of an absolute change, or null.</summary>
    private double? AbsoluteChange(QuantityMention quantity)
    {
        if (analysis.Is(quantity.FirstToken - 1, "by") && analysis.Changes.FindLast(c => c.Token < quantity.FirstToken && c.Token >= quantity.FirstToken - 4) is { } before)
            return before.Direction == Change.Down ? -1 : 1;
        return analysis.Changes.Find(c => c.IsNoun && c.Token == quantity.EndToken) is { } noun ? noun.Direction == Change.Down ? -1 : 1 : null;
    }

    /// <summary>The first of "from $147 billion (in 2021) to $190 billion": the year named after it, else the year before.</summary>
    private Period? EarlierLevel(QuantityMention quantity, ChosenPeriod chosen)
    {
        var own = analysis.Times.FirstOrDefault(t => t.Period is not null && t.FirstToken >= quantity.EndToken && t.FirstToken <= quantity.EndToken + 2 && !analysis.Is(t.FirstToken - 1, "to"));
        return own?.Period is { } named ? FiscalYears.Read(analysis, own, null) is var read && read.Kind == PeriodKind.Range && chosen.Period is { Kind: PeriodKind.Range } outer && outer.Start.Month != 1 ? outer.PlusYears(named.Start.Year - outer.Start.Year) : read : chosen.Period is { Kind: PeriodKind.Month } ? null : chosen.Period?.PlusYears(-1);
    }

    private bool IsEarlier(QuantityMention quantity) => analysis.Is(quantity.FirstToken - 1, "from", "against") || (analysis.Is(quantity.FirstToken - 1, "with", "to") && analysis.Is(quantity.FirstToken - 2, "compared"));

    private int FirstOf(int first, QuantityMention quantity)
    {
        var previous = analysis.Quantities.LastOrDefault(q => q.EndToken <= quantity.FirstToken);
        if (previous is not null && previous.EndToken > first)
            first = previous.EndToken;
        while (first < quantity.FirstToken && analysis.Is(first, ",", "and", ";", ")", "("))
            first++;
        return analysis.Distance(first, quantity.FirstToken) > 18 ? quantity.FirstToken : first;
    }

    private static string Since(ChosenPeriod chosen) => chosen.Since is { } since ? $", since: {since.Text}" : "";

    internal static IReadOnlyList<Inference> Inferences(MeasureRef reference, ChosenPeriod chosen) => chosen.Inference is { } one ? [.. reference.Inferred, one] : reference.Inferred;
}
