using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>Amounts of money, and of goods in physical units: levels, absolute changes, thresholds crossed, targets.</summary>
internal sealed partial class MoneyFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind == QuantityKind.Price)
            return Price(quantity);
        if (UnitPrice(quantity) is { } price)
            return price;
        // "$2 billion lower than the trade with …" is a distance, "$2 billion more than in 2021" a change.
        if (IsDistance(quantity))
            return null;
        // "turned over $8.5 billion"
        if (quantity.Hedge == Hedge.MoreThan && analysis.Is(quantity.FirstToken, "over") && analysis.Is(quantity.FirstToken - 1, "turned"))
            quantity = quantity with { Hedge = Hedge.None };
        // "went up to A$219 billion" goes to the amount; it is no upper bound.
        if (
            quantity.Hedge == Hedge.AtMost
            && analysis.Is(quantity.FirstToken, "up")
            && (
                analysis.Word(quantity.FirstToken - 1)
                is "went"
                    or "rose"
                    or "shot"
                    or "climbed"
                    or "jumped"
                    or "grew"
                    or "going"
                    or "edged"
                    or "pushed"
                    or "is"
                    or "was"
            )
        )
            quantity = quantity with { Hedge = Hedge.None };
        // "chemicals ($5.1bn)", "Japan ($3bn)": the bracket's amount is of the word before it, in the flow spoken of.
        if (analysis.Is(quantity.FirstToken - 1, "("))
        {
            if (IsSameInOtherUnit(quantity))
            {
                analysis.Used.Add(quantity);
                return null;
            }
            return Bracketed(quantity);
        }
        if (PartOfFlow(quantity) is { } part)
            return part;
        if (PlaceOf(quantity) is { } ranked)
            return Ranked(quantity, ranked);
        if (analysis.Is(quantity.FirstToken - 1, "by") && Outstripped(quantity) is { } verb)
            return Surplus(quantity, verb);
        var span = MeasureOf(quantity) ?? Aimed(quantity);
        var reference = span is not null ? resolver.Resolve(span) : PaidFor(quantity) ?? Outlay(quantity);
        if (span is null && Continues(quantity) && discourse.LastMeasure(analysis.Statement.Paragraph) is { } last)
            reference = last with { Inferred = [.. last.Inferred, new Inference("measure", last.Text(), "the measure spoken of before")] };
        if (
            span is null
            && reference is null
            && discourse.LastInSentence is { } earlierInSentence
            && (
                (analysis.Word(quantity.FirstToken - 1) is "to" or "target" or "targets" or "targeting" or "eye" or "eyes")
                || (analysis.Is(quantity.FirstToken - 1, "with", "at") && earlierInSentence.Measure == "trade")
                || (analysis.Is(quantity.FirstToken - 1, "from") && analysis.Is(quantity.FirstToken - 2, "up", "down"))
            )
        )
            reference = Summed(quantity, earlierInSentence);
        if (span is null && reference is null && GoodsFlow(quantity) is { } flow)
            reference = flow;
        reference ??= FromFirst(quantity);
        if (reference is null)
            return null;
        // "exported soja worth $14bn": goods that the catalogue does not know are not all goods.
        if (
            reference.IsFlow
            && analysis.Is(quantity.FirstToken - 1, "worth")
            && quantity.FirstToken > 1
            && analysis.Tokens[quantity.FirstToken - 2].Kind == TokenKind.Word
            && !analysis.Items.Exists(item => item.End == quantity.FirstToken - 1)
            && !analysis.Measures.Exists(m => m.End == quantity.FirstToken - 1)
            && analysis.ActorEndingAt(quantity.FirstToken - 1) is null
            && !(
                analysis.Word(quantity.FirstToken - 2)
                is "is"
                    or "was"
                    or "were"
                    or "are"
                    or "been"
                    or "be"
                    or "being"
                    or "that"
                    or "together"
                    or "now"
                    or "then"
                    or "each"
            )
        )
            return null;
        if (
            span is not null
            && catalogue.Measures.ById[reference.Measure].Parties == Measures.Parties.State
            && OwnerBetween(span, quantity) is { } owner
        )
            reference = reference with { First = owner };
        if (OfIts(quantity, reference) is var bought && bought is null)
            return null;
        reference = bought;
        if (Transferred(quantity, span, reference) is var moved && moved is null)
            return null;
        var isOthers = !ReferenceEquals(moved, reference);
        reference = moved;
        // "spends eight times as much as Iran: $75.8 billion against $10.3 billion": the second amount is the other's.
        if (
            reference is { Second: null, First: { } one }
            && analysis.Is(quantity.FirstToken - 1, "against", "versus")
            && OtherCompared(quantity, one) is var other
            && other != one
        )
        {
            if (other is null)
                return null;
            reference = reference with { First = other };
        }
        var definition = catalogue.Measures.ById.GetValueOrDefault(reference.Measure);
        if (quantity.Kind == QuantityKind.Physical)
        {
            if (reference.Item?.StartsWith("non_", StringComparison.Ordinal) == true)
                return null;
            if (reference.IsFlow || reference.Measure == "trade")
            {
                if (
                    (reference.Item ?? ItemOf(quantity) ?? ItemInside(quantity) ?? (isOthers ? discourse.LastInSentence?.Item : null))
                    is not { } goods
                )
                    return null;
                reference = reference with { Measure = "volume", Item = ByWay(goods) ?? goods };
            }
            else if (definition is null || definition.Dimension != quantity.Unit.Dimension)
            {
                return null;
            }
        }
        else if (definition is not null && (quantity.Kind != QuantityKind.Money || definition.Dimension != Dimension.Money))
        {
            return null;
        }
        if (reference.IsFlow && ItemOf(quantity) is { } item && (reference.Item is null || ClimbedTo(quantity) >= 0))
            reference = reference with { Item = item };
        if (reference.Measure == "aid_committed" && Before(quantity, 4, "allocated", "allocates", "allocating", "disbursed"))
            reference = reference with { Measure = "aid_allocated" };
        var after = quantity.EndToken;
        if (IsTarget(quantity))
            // "to lift their trade from $10 billion to $15 billion": where the goal starts from is no goal.
            return analysis.Is(quantity.FirstToken - 1, "from") || analysis.Is(quantity.EndToken, "more")
                ? null
                : Target(quantity, reference);
        var chosen = PeriodChooser.Choose(
            analysis,
            quantity.FirstToken,
            quantity.EndToken,
            reference,
            discourse,
            definition is { Cumulative: false }
        );
        if (IsThreshold(quantity) && chosen.Period is { Kind: PeriodKind.Month } month && definition is { Cumulative: true })
            return Crossed(quantity, reference, month, chosen);
        var first = span is not null && span.First < quantity.FirstToken ? span.First : quantity.FirstToken;
        // "Goods exports": that services are left out belongs to what is quoted.
        if (first > 0 && analysis.Is(first - 1, "goods", "merchandise"))
            first--;
        var draft = new ClaimDraft
        {
            First = FirstOf(first, quantity),
            End = after,
            Kind = ClaimKind.Level,
            Period = chosen.Period,
            Inferred = Inferences(reference, chosen),
        };
        // What it came from is not what the text goes on with ("to $77bn in 2023, down from $78bn in 2022").
        if (discourse.LastInSentence is null || !IsEarlier(quantity))
            discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        if (AbsoluteChange(quantity) is { } direction)
        {
            // A deficit that grows is a balance that falls.
            var sign = reference is { Measure: "balance", Deficit: true } ? -direction : direction;
            var change = $"change({reference.Text()}{(chosen.Period is { } p ? ", " + p.Text : "")}{Since(chosen)})";
            return (
                draft with
                {
                    Kind = ClaimKind.Change,
                    Assertion = change + AssertionText.Tail(quantity, sign),
                    Reason = chosen.Period is null ? "no-period" : null,
                }
            ).WithQuantity(quantity, sign);
        }
        quantity = OnThisSide(quantity);
        // "has reached $75 billion since the war began" is of no one year.
        if (chosen is { Since: not null, Inference.From: Inference.LastFullYear })
            chosen = chosen with { Period = null, Inference = null };
        if (!isOthers && IsEarlier(quantity))
        {
            var known = chosen.Period is not null;
            chosen = chosen with { Period = EarlierLevel(quantity, chosen, reference) };
            // What it was "from" had a time, which is not the sentence's.
            if (known && chosen.Period is null)
                return null;
        }
        // A deficit is a negative balance of the one who has it.
        var negative = reference is { Measure: "balance", Deficit: true };
        // "approaching the $70 billion mark" is not there yet.
        if (Before(quantity, 3, "approached", "approaching", "approaches", "nearing", "neared", "nears"))
            quantity = quantity with { Hedge = Hedge.Nearly };
        var relation =
            Crosses(quantity) || (IsThreshold(quantity) && !Reaches(quantity) && quantity.Hedge == Hedge.None)
                ? quantity with
                {
                    Hedge =
                        quantity.Hedge == Hedge.None && !Reaches(quantity) ? Hedge.MoreThan
                        : quantity.Hedge == Hedge.None ? Hedge.AtLeast
                        : quantity.Hedge,
                }
                : quantity;
        if (!IsThreshold(quantity) && Reaches(quantity))
            relation = quantity;
        var text = reference.Text(chosen.Period?.Text) + AssertionText.Tail(relation, negative ? -1 : 1);
        return (
            draft with
            {
                Assertion = text,
                Period = chosen.Period,
                Reason = chosen.Period is null && reference.Measure != "border_length" ? "no-period" : null,
                Alternatives = Alternatives(reference, chosen, relation, negative),
            }
        ).WithQuantity(relation, negative ? -1 : 1);
    }

    private bool IsDistance(QuantityMention quantity)
    {
        if (
            !(
                analysis.Word(quantity.EndToken)
                is "more"
                    or "higher"
                    or "less"
                    or "lower"
                    or "fewer"
                    or "above"
                    or "below"
                    or "short"
                    or "larger"
                    or "smaller"
            )
        )
            return false;
        if (!analysis.Is(quantity.EndToken + 1, "than", "of"))
            return false;
        foreach (var time in analysis.Times)
            if (time.FirstToken >= quantity.EndToken + 1 && time.FirstToken <= quantity.EndToken + 3)
                return false;
        return true;
    }

    private ClaimDraft Level(QuantityMention quantity, MeasureRef reference)
    {
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        if (!chosen.Compared)
            discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = quantity.EndToken,
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity, reference.Deficit ? -1 : 1),
            Period = chosen.Period,
            Inferred = Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity, reference.Deficit ? -1 : 1);
    }

    // Where the partner was not said, the figure may be the pair's or the total: both are admissible readings.
    private static List<string> Alternatives(MeasureRef reference, ChosenPeriod chosen, QuantityMention quantity, bool negative)
    {
        if (
            !reference.PartnerOpen
            || !(reference.IsFlow || reference.Measure == "balance")
            || reference.First is null
            || reference.Second is null
        )
            return [];
        var alone = reference.Measure == "imports" ? reference.Second : reference.First;
        return
        [
            (reference with { First = alone, Second = null }).Text(chosen.Period?.Text) + AssertionText.Tail(quantity, negative ? -1 : 1),
        ];
    }

    /// <summary>"rose by $10 billion", "a $10 billion increase": the sign of an absolute change, or null.</summary>
    private double? AbsoluteChange(QuantityMention quantity)
    {
        if (
            analysis.Is(quantity.FirstToken - 1, "by")
            && analysis.Changes.FindLast(c => c.Token < quantity.FirstToken && c.Token >= quantity.FirstToken - 4) is { } before
        )
            return before.Direction == Change.Down ? -1 : 1;
        // "fell by 4.2 percent, or €7 billion"
        if (analysis.Is(quantity.FirstToken - 1, "or"))
            foreach (var other in analysis.Quantities)
                if (
                    other.Kind == QuantityKind.Percent
                    && other.EndToken < quantity.FirstToken
                    && quantity.FirstToken - other.EndToken <= 2
                    && analysis.Changes.FindLast(c => c.Token < other.FirstToken && c.Token >= other.FirstToken - 4) is { } moved
                )
                    return moved.Direction == Change.Down ? -1 : 1;
        // "exports dropped 1.4bn dollars", not "dropped to"
        if (
            analysis.Changes.Find(c => !c.IsNoun && c.Token == quantity.FirstToken - 1) is { } straight
            && quantity.Kind == QuantityKind.Money
        )
            return straight.Direction == Change.Down ? -1 : 1;
        // "$30 billion more than in 2021"
        if (
            (analysis.Word(quantity.EndToken) is "more" or "higher" or "less" or "lower" or "fewer")
            && analysis.Is(quantity.EndToken + 1, "than")
        )
            return analysis.Is(quantity.EndToken, "more", "higher") ? 1 : -1;
        return analysis.Changes.Find(c => c.IsNoun && c.Token == quantity.EndToken) is { } noun
            ? noun.Direction == Change.Down
                ? -1
                : 1
            : null;
    }

    /// <summary>The first of "from $147 billion (in 2021) to $190 billion": the year named after it, else the year before.</summary>
    private Period? EarlierLevel(QuantityMention quantity, ChosenPeriod chosen, MeasureRef reference)
    {
        if (chosen.OwnEnd || chosen.Inference?.From == Inference.PartSpokenOf)
            return chosen.Period;
        var own = analysis.Times.FirstOrDefault(t =>
            t.Period is not null
            && t.FirstToken >= quantity.EndToken
            && t.FirstToken <= quantity.EndToken + 2
            && !analysis.Is(t.FirstToken - 1, "to")
        );
        if (own is { Fiscal: true, Period.Kind: PeriodKind.Year })
            return FiscalYears.Read(analysis, own, reference);
        return own?.Period is { } named
            ? FiscalYears.Read(analysis, own, null) is var read
            && read.Kind == PeriodKind.Range
            && chosen.Period is { Kind: PeriodKind.Range } outer
            && outer.Start.Month != 1
                ? outer.PlusYears(named.Start.Year - outer.Start.Year)
                : read
            : chosen.Period is { Kind: PeriodKind.Month }
                ? null
                : chosen.Period?.PlusYears(-1);
    }

    private bool IsEarlier(QuantityMention quantity) =>
        // "from 5.5 billion currently" is where it stands.
        !(analysis.Word(quantity.EndToken) is "currently" or "now" or "today") && ComesFrom(quantity);

    private bool ComesFrom(QuantityMention quantity) =>
        analysis.Is(quantity.FirstToken - 1, "from")
        || (analysis.Is(quantity.FirstToken - 1, "mere", "just", "only", "paltry") && FromAhead(quantity.FirstToken - 2))
        || (analysis.Is(quantity.FirstToken - 1, "against") && analysis.Quantities.All(q => q.Kind != QuantityKind.Multiple))
        || (analysis.Is(quantity.FirstToken - 1, "with", "to") && analysis.Is(quantity.FirstToken - 2, "compared"));

    // "from a mere 230 million dollars", "from just €3 billion"
    private bool FromAhead(int at) => analysis.Is(analysis.Is(at, "a") ? at - 1 : at, "from");

    private int FirstOf(int first, QuantityMention quantity)
    {
        var previous = analysis.Quantities.LastOrDefault(q => q.EndToken <= quantity.FirstToken);
        if (previous is not null && previous.EndToken > first)
            first = previous.EndToken;
        while (first < quantity.FirstToken && (analysis.Word(first) is "," or "and" or ";" or ")" or "("))
            first++;
        return analysis.Distance(first, quantity.FirstToken) > 18 ? quantity.FirstToken : first;
    }

    private static string Since(ChosenPeriod chosen) => chosen.Since is { } since ? $", since: {since.Text}" : "";

    internal static IReadOnlyList<Inference> Inferences(MeasureRef reference, ChosenPeriod chosen) =>
        chosen.Inference is { } one ? [.. reference.Inferred, one] : reference.Inferred;
}
