using Entente.Claims.Extraction.Rankings;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Amounts;

/// <summary>Relative changes: "grew by 36 percent", "a 54 percent jump in sales", "doubled", "up a third on 2021".</summary>
internal sealed partial class ChangeFrame(
    SentenceAnalysis analysis,
    ExtractionCatalogue catalogue,
    Discourse discourse,
    MeasureResolver resolver
)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (Direction(quantity) is not { } change || OfUnreadAmount(quantity) || AgainstOthers(quantity))
            return null;
        string? goods = null;
        if (change.At < quantity.FirstToken && analysis.Changes.Exists(c => c.Token == change.At && !c.IsNoun))
        {
            goods = ClauseSubject.Of(analysis, change.At, out var foreign);
            if (foreign)
                return null;
        }
        var span = WhatChanges(quantity, change.At);
        var reference =
            StandIn(Math.Min(change.At, quantity.FirstToken)) is { } standIn ? standIn
            : span is not null ? resolver.Resolve(span) ?? ArmsImports(span) ?? OnlyState(span)
            : null;
        // A change in what is named and not understood is not one in what was understood before.
        if (
            reference is null
            && span is not null
            && span.End <= quantity.FirstToken
            && analysis.Distance(span.End, quantity.FirstToken) < 8
        )
            return null;
        if (reference is null && Amounts(quantity) && discourse.LastInSentence is { } here)
            reference = here;
        if (
            reference is null
            && !Amounts(quantity)
            && Continues(quantity, change.At)
            && discourse.LastMeasure(analysis.Statement.Paragraph) is { } last
        )
            reference = last with { Inferred = [.. last.Inferred, new Inference("measure", last.Text(), "the measure spoken of before")] };
        if (reference is null)
            return null;
        if (span is not null && Standing(span, change.At) is { } whose && whose != reference.First)
        {
            if (Comparables.WithSubject(reference, whose, Comparables.SubjectBuys(reference, span)) is not { } others)
                return null;
            reference = others;
        }
        // The arms trade changes as a flow; its measures in the record are shares of it.
        if (reference.Measure is "arms_export_share" && reference.First is not null)
            reference = new MeasureRef("exports", reference.First, reference.Second, "arms");
        if (goods is not null && reference.Item != goods && (reference.IsFlow || reference.Measure == "trade"))
            reference = reference with { Item = goods };
        var definition = catalogue.Measures.ById[reference.Measure];
        if (definition.Dimension is Dimension.Share || (span is not null && SecondPartner(span, quantity)))
            return null;
        if (ByWeight(quantity, reference))
            reference = reference with { Measure = "volume" };
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        // "between 2010 and 2021", "from 2019 to 2023": from the one to the other.
        if (
            chosen is { Period: { Kind: PeriodKind.Range } span2, Mention: { } said }
            && PeriodChooser.Bounds(analysis, said)
            && !HasBase(said)
        )
        {
            var (from, to) = FiscalYears.Windows(analysis, said, reference) ?? span2.Split();
            // Two years running are what growth means by itself.
            chosen = chosen with
            {
                Period = to,
                Since = to.Equals(from.PlusYears(1)) ? null : from,
            };
        }
        if (chosen is { Since: null, Mention: not null, Period: { IsWholeYear: true } year } && Over(quantity) is > 1 and var years)
            chosen = chosen with { Since = year.PlusYears(-years) };
        // "more than quadrupled …, rising from $9.9 billion in 2021–22 to $46 billion in 2022–23": the ends tell the times.
        if (chosen.Mention is null && Ends(quantity) is { } ends)
            chosen = new(FiscalYears.Read(analysis, ends.To, reference), ends.To, null, FiscalYears.Read(analysis, ends.From, reference));
        var sign = change.Direction == Change.Down ? -1.0 : 1.0;
        // "(–53 per cent)": the sign and the word say the same once.
        var rate = quantity.Number.Value < 0 && sign < 0 ? quantity with { Number = quantity.Number.Times(-1) } : quantity;
        if (quantity.Kind is QuantityKind.Multiple)
        {
            // "doubled" is growth of 100 %; words for multiples are rough by nature.
            var factor = quantity.Number.Value;
            sign = factor < 1 ? -1 : 1;
            rate = quantity with
            {
                Number = new WrittenNumber(Math.Abs(factor - 1), 0.01),
                Unit = Units.Share,
                Hedge = quantity.Hedge == Hedge.None ? Hedge.About : quantity.Hedge,
            };
        }
        else if (quantity.Kind is QuantityKind.Fraction)
        {
            rate = quantity with { Unit = Units.Share, Hedge = quantity.Hedge == Hedge.None ? Hedge.About : quantity.Hedge };
        }
        var period = chosen.Period is { } p ? $", {p.Text}" : "";
        chosen = chosen with { Since = PeriodChooser.Base(chosen.Since, chosen.Period) };
        var since = chosen.Since is { } s && (chosen.Period is null || !s.Equals(chosen.Period.PlusYears(-1))) ? $", since: {s.Text}" : "";
        discourse.Remember(reference, chosen.Period, analysis.Statement.Paragraph);
        var first =
            span is not null && span.End <= quantity.FirstToken && analysis.Distance(span.First, quantity.FirstToken) < 18
                ? Math.Max(span.First, PreviousEnd(quantity))
                : Math.Min(quantity.FirstToken, change.At);
        if (IsIntended(change.At) && chosen.Period is { } within)
            return new ClaimDraft
            {
                First = Math.Min(first, quantity.FirstToken),
                End = Math.Max(quantity.EndToken, change.At < quantity.EndToken + 3 ? change.At + 1 : 0),
                Kind = ClaimKind.Target,
                Modality = Claims.Modality.Target,
                Assertion = $"target(growth({reference.Text()}), {within.Text})" + AssertionText.Tail(rate, sign),
                Period = chosen.Period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
            }.WithQuantity(rate, sign);
        return new ClaimDraft
        {
            First = Math.Min(first, quantity.FirstToken),
            End = Math.Max(quantity.EndToken, change.At < quantity.EndToken + 3 ? change.At + 1 : 0),
            Kind = ClaimKind.Change,
            Assertion = $"growth({reference.Text()}{period}{since})" + AssertionText.Tail(rate, sign),
            Alternatives = Alternatives(reference, period + since, rate, sign),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(rate, sign);
    }

    /// <summary>"exports to China and Hong Kong fell": a sum of two partners, which is neither's.</summary>
    private bool SecondPartner(MeasureSpan span, QuantityMention quantity)
    {
        if (!analysis.Is(span.End, "to", "from", "with"))
            return false;
        var start = analysis.Is(span.End + 1, "the") ? span.End + 2 : span.End + 1;
        if (analysis.ActorStartingAt(start) is not { IsAdjective: false, Possessive: false } first || !analysis.Is(first.End, "and"))
            return false;
        var next = analysis.Is(first.End + 1, "the") ? first.End + 2 : first.End + 1;
        if (analysis.ActorStartingAt(next) is not { IsAdjective: false, Possessive: false } second || second.End > quantity.FirstToken)
            return false;
        for (var i = second.End; i < analysis.Tokens.Count; i++)
            if (analysis.Is(i, "respectively", "each"))
                return false;
        return true;
    }

    /// <summary>"rose 10 percent to 18.4 million tons": what is told in tonnes changes in tonnes.</summary>
    private bool ByWeight(QuantityMention quantity, MeasureRef reference)
    {
        if (reference is not { Measure: "exports" or "imports", Item: not null, Second: not null })
            return false;
        foreach (var other in analysis.Quantities)
            if (other.FirstToken >= quantity.EndToken)
                return other.Kind == QuantityKind.Physical
                    && other.FirstToken <= quantity.EndToken + 2
                    && analysis.Is(other.FirstToken - 1, "to")
                    && other.Unit.Symbol is "tonne" or "barrel" or "barrel/day" or "bcm" or "TWh";
        return false;
    }

    /// <summary>True where the sentence has an amount: then a change in it is of that amount's measure or of none that is known.</summary>
    private bool Amounts(QuantityMention quantity) =>
        analysis.Quantities.Any(q => q.Kind is QuantityKind.Money or QuantityKind.Physical && q.FirstToken < quantity.FirstToken);

    private static List<string> Alternatives(MeasureRef reference, string period, QuantityMention rate, double sign)
    {
        if (!reference.PartnerOpen || reference.Second is null)
            return [];
        var alone = reference.Measure == "imports" ? reference.Second : reference.First;
        return [$"growth({(reference with { First = alone, Second = null }).Text()}{period})" + AssertionText.Tail(rate, sign)];
    }

    /// <summary>The change word that governs a quantity, with its direction; null when the quantity is no change.</summary>
    private (Change Direction, int At)? Direction(QuantityMention quantity)
    {
        if (quantity.Kind == QuantityKind.Multiple)
            return Multiple(quantity);
        if (quantity.Kind is not (QuantityKind.Percent or QuantityKind.Fraction))
            return null;
        var first = quantity.FirstToken;
        var end = quantity.EndToken;
        // "a share of 36 percent", "36 percent of X" are shares unless a "by" says otherwise.
        // "$86bn (+4.5 percent)", "$5bn (down 3 percent)" in a bracket after an amount
        if (
            analysis.Quantities.Any(q =>
                q.Kind == QuantityKind.Money
                && q.EndToken <= first - 1
                && first - q.EndToken <= 3
                && Enumerable.Range(q.EndToken, first - q.EndToken).Any(k => analysis.Is(k, "("))
            )
        )
        {
            if (analysis.Is(first - 1, "+", "up") || analysis.Is(first, "+"))
                return (Change.Up, first - 1);
            if (analysis.Is(first - 1, "-", "−", "–", "down") || analysis.Is(first, "-", "−"))
                return (Change.Down, first - 1);
        }
        if (InBracket(quantity) is { } bracketed)
            return bracketed;
        var by = analysis.Is(first - 1, "by");
        // "slipped below 20 percent" says where to, not by how much.
        if (!by && (analysis.Word(first) is "below" or "above" or "under" or "beyond" or "past") && !analysis.Is(end, "of"))
            return null;
        if (analysis.Is(first - 1, "to", "from"))
            return null;
        if (Restated(quantity) is { } told)
            return told;
        if (Nominal(quantity) is { } nominal)
            return nominal;
        if (analysis.Is(end, "of") && !by && !analysis.Is(end + 1, "the", "growth"))
            return null;
        foreach (var c in analysis.Changes)
        {
            // "made up 14 percent" is a share.
            if (analysis.Is(c.Token, "up") && analysis.Is(c.Token - 1, "made", "make", "makes", "making"))
                continue;
            var gap = first - c.Token - 1;
            if (
                !c.IsNoun
                && c.Token < first
                && (
                    gap == 0
                    || (by && (gap <= 4 || (gap <= 12 && NothingBetween(c.Token + 1, first))))
                    || (gap <= 2 && OnlyAdverbs(c.Token + 1, first))
                )
            )
                return (c.Direction, c.Token);
            // "a 54 percent jump", "36 percent growth", "36 percent annual increase", "up/down"
            if (c.IsNoun && c.Token >= end && c.Token <= end + 2 && OnlyAdjectives(end, c.Token))
                return (c.Direction, c.Token);
            // "an increase of 36 percent", "growth of/by/reached 36 percent"
            if (
                c.IsNoun
                && c.Token < first
                && gap <= 4
                && (analysis.Word(first - 1) is "of" or "by" or "to" or "at" or "was" or "reached" or "is" or "hit" or "reaching")
            )
                return (c.Direction, c.Token);
        }
        if (
            (analysis.Word(end) is "higher" or "more" or "larger" or "bigger" or "above")
            && !analysis.Is(end + 1, "than", "of") | analysis.Is(end + 2, "a", "in", "the", "last")
        )
            return (Change.Up, end);
        if ((analysis.Word(end) is "lower" or "less" or "smaller" or "fewer" or "below"))
            return (Change.Down, end);
        // "were 63 percent up on the same months of 2023"
        if (analysis.Is(end, "up", "down") && (analysis.Word(end + 1) is "on" or "from" or "compared" or "against" or "year" or "in"))
            return (analysis.Is(end, "up") ? Change.Up : Change.Down, end);
        return Carried(quantity, by);
    }

    private (Change, int)? Multiple(QuantityMention quantity)
    {
        var word = analysis.Word(quantity.CoreToken);
        // "double the amount before the war" compares, it does not grow.
        if ((analysis.Word(quantity.EndToken) is "the" or "what" or "that" or "as" or "its" or "their"))
            return null;
        // "three times larger than" is a change only where a time follows.
        if (
            (
                analysis.Word(quantity.EndToken)
                is "larger"
                    or "bigger"
                    or "greater"
                    or "higher"
                    or "more"
                    or "smaller"
                    or "lower"
                    or "less"
                    or "fewer"
            )
            && !(
                analysis.Is(quantity.EndToken + 1, "than")
                && (analysis.Word(quantity.EndToken + 2) is "in" or "a" or "before" or "at" or "the" or "last")
            )
        )
            return null;
        var down = quantity.Change == Change.Down || word.StartsWith("halv", StringComparison.Ordinal);
        var isVerb =
            word.EndsWith("ed", StringComparison.Ordinal)
            || word is "double" or "triple" or "halve" or "quadruple"
            || word.EndsWith("ing", StringComparison.Ordinal);
        if (isVerb || quantity.Change != Change.None)
            return (down ? Change.Down : Change.Up, quantity.CoreToken);
        foreach (var c in analysis.Changes)
            if (Math.Abs(c.Token - quantity.CoreToken) <= 3)
                return (c.Direction, c.Token);
        return null;
    }

    private bool OnlyAdverbs(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                !analysis.Word(i).EndsWith("ly", StringComparison.Ordinal)
                && !(
                    analysis.Word(i)
                    is "an"
                        or "a"
                        or "another"
                        or "some"
                        or "in"
                        or "value"
                        or "year"
                        or "further"
                        or "around"
                        or "about"
                        or "by"
                        or "to"
                )
            )
                return false;
        return true;
    }

    private bool OnlyAdjectives(int from, int to)
    {
        for (var i = from; i < to; i++)
            if (
                !(
                    analysis.Word(i)
                    is "annual"
                        or "year"
                        or "yearly"
                        or "-"
                        or "sharp"
                        or "overall"
                        or "further"
                        or "nominal"
                        or "real"
                        or "record"
                        or "monthly"
                        or "on"
                )
            )
                return false;
        return true;
    }

    /// <summary>The measure that changes: its subject before the verb, or what follows "in"/"of" after a noun.</summary>
    private MeasureSpan? WhatChanges(QuantityMention quantity, int change)
    {
        var end = Math.Max(quantity.EndToken, change + 1);
        // "bought 29 percent fewer goods from Turkey"
        if (change == quantity.EndToken && analysis.Word(change) is "more" or "less" or "fewer" && !analysis.Is(change + 1, "than"))
            foreach (var verb in analysis.Measures)
                if (verb is { IsVerb: true, Passive: false } && verb.End == quantity.FirstToken)
                    return resolver.SubjectBefore(verb.First) is { Actor.Kind: Actors.ActorKind.Company } ? null : verb;
        // "a tenfold rise in"
        while (Lexicon.ChangeNouns.ContainsKey(analysis.Word(end)))
            end++;
        if (analysis.Is(end, "in", "of"))
        {
            var after = analysis.Measures.Find(m => m.First > end && m.First <= end + 7 && !m.IsVerb);
            if (after is not null && !analysis.StrongBreak(end, after.First) && OneClause(end, after.First))
                return after;
        }
        // "The fall in exports to Russia was 65 percent"
        if (
            change < quantity.FirstToken
            && analysis.Is(change + 1, "in", "of")
            && analysis.Measures.Find(m => !m.IsVerb && m.First > change + 1 && m.First <= change + 6 && m.End < quantity.FirstToken)
                is { } said
        )
            return said;
        // "A rise of 17 percent took exports to …", "a drop of 65 percent was recorded in exports"
        if (analysis.Changes.Exists(c => c.IsNoun && c.Token == change) && Taken(end) is { } taken)
            return taken;
        // A change noun right after its measure: "trade growth of 36 percent".
        MeasureSpan? best = null;
        var bestCost = 24;
        foreach (var span in analysis.Measures)
        {
            if (
                (span.IsVerb && !(span.Passive && analysis.Is(span.First - 1, "goods", "products")))
                || span.First >= Math.Max(change, quantity.FirstToken)
                || analysis.InAsideBefore(span.First, quantity.FirstToken)
            )
                continue;
            var cost = analysis.Distance(span.End, Math.Min(change, quantity.FirstToken));
            if (cost <= bestCost || (span.End <= change && TakenUp(span.End, change)))
                (best, bestCost) = (span, cost);
        }
        // "A fivefold increase in two years: that is what India's trade with Russia looked like"
        return best ?? (quantity.FirstToken <= 2 ? analysis.Measures.Find(m => !m.IsVerb && m.First > end) : null);
    }
}
