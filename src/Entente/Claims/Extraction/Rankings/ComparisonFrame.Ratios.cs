using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Measures;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <content>One quantity as a multiple of another: "three times India's", "eight times as much on its armed forces as Iran".</content>
internal sealed partial class ComparisonFrame
{
    public ClaimDraft? Ratio(QuantityMention quantity)
    {
        if (quantity.Number.Value <= 0 || (quantity.Kind == QuantityKind.Count && !Times(ref quantity)))
            return null;
        if (quantity.Kind == QuantityKind.Multiple && AsMuch(quantity) is { } traded)
            return traded;
        if (
            quantity.Kind is not (QuantityKind.Multiple or QuantityKind.Fraction or QuantityKind.Percent)
            || ComparedWith(quantity) is not { } other
        )
            return null;
        // "57 percent as large as America's", "a third the size of Germany's"; other words after a part say what it is a part of.
        if (quantity.Kind != QuantityKind.Multiple && !analysis.Is(quantity.EndToken, "as", "the"))
            return null;
        if (
            quantity.Kind != QuantityKind.Multiple
            && analysis.Is(quantity.EndToken, "the")
            && !analysis.Is(quantity.EndToken + 1, "size", "level", "amount", "value")
        )
            return null;
        var span =
            analysis.Measures.FindLast(m => !m.IsVerb && m.End <= quantity.FirstToken && !analysis.StrongBreak(m.End, quantity.FirstToken))
            ?? analysis.Measures.Find(m => !m.IsVerb && m.First >= quantity.EndToken && m.First <= quantity.EndToken + 5);
        // "spends eight times as much on its armed forces as Iran"
        if (span is null || resolver.Resolve(span) is not { First: { } one } a)
            return null;
        MeasureRef? b = null;
        if (catalogue.Measures.ById[span.Measure].Parties == Parties.State && a.Second is null)
            b = one == other.Party ? null : a with { First = other.Party };
        else if (analysis.Measures.Find(m => !m.IsVerb && m.First >= quantity.EndToken && m.First <= quantity.EndToken + 8) is { } right)
            b = Partnered(right, one) ?? resolver.Resolve(right);
        if (b is null || a.SameMatter(b) || !Alike(a, b))
            return null;
        var chosen = PeriodChooser.Choose(
            analysis,
            quantity.FirstToken,
            other.End,
            a,
            discourse,
            catalogue.Measures.ById[span.Measure] is { Cumulative: false, Dimension: not Quantities.Dimension.Money }
        );
        if (chosen.Period is null && discourse.Published is { } day && catalogue.Measures.ById[span.Measure].Parties == Parties.State)
        {
            var year = Quantities.Period.OfYear(day.Year - 1);
            chosen = new(year, null, new Inference("period", year.Text, Inference.LastFullYear));
        }
        var period = chosen.Period?.Text;
        return new ClaimDraft
        {
            First = Math.Min(span.First, quantity.FirstToken),
            End = Math.Max(other.End, quantity.EndToken),
            Kind = ClaimKind.Comparison,
            Assertion =
                quantity.Kind == QuantityKind.Multiple
                    ? $"{a.Text(period)} / {b.Text(period)}" + AssertionText.Tail(quantity)
                    : $"ratio({a.Text()}, {b.Text()}{(period is null ? "" : ", " + period)})"
                        + AssertionText.Tail(ShareFrame.AsShare(quantity)),
            Period = chosen.Period,
            Inferred = [.. MoneyFrame.Inferences(a, chosen), .. b.Inferred],
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    // "six times Japan's": counted like things, and a multiple all the same.
    private bool Times(ref QuantityMention quantity)
    {
        for (var i = quantity.FirstToken; i <= quantity.EndToken; i++)
            if (analysis.Is(i, "times"))
            {
                quantity = quantity with { Kind = QuantityKind.Multiple, EndToken = i + 1 };
                return true;
            }
        return false;
    }

    /// <summary>"traded four times as much with China as with the United States", "buys six times as much from China as it sells there".</summary>
    private ClaimDraft? AsMuch(QuantityMention quantity)
    {
        var at = quantity.EndToken;
        if (!analysis.Is(at, "as") || !analysis.Is(at + 1, "much", "many"))
            return null;
        var verb = analysis.Measures.FindLast(m =>
            m is { IsVerb: true, Passive: false } && m.End <= quantity.FirstToken && quantity.FirstToken - m.End <= 3
        );
        if (
            verb is null
            || resolver.SubjectBefore(verb.First)?.Party is not { } subject
            || Partner(at + 2, Math.Min(at + 9, analysis.Tokens.Count)) is not { } first
        )
            return null;
        var again = -1;
        for (var i = at + 3; i < Math.Min(at + 14, analysis.Tokens.Count) && again < 0; i++)
            if (analysis.Is(i, "as"))
                again = i;
        if (again < 0 || first == subject)
            return null;
        var item = resolver.ItemAfter(at + 2);
        var a = Flow(verb.Measure, subject, first, item);
        var back = analysis.Measures.Find(m => m.IsVerb && m.First > again && m.First <= again + 3 && m.Measure != verb.Measure);
        var second = Partner(again + 1, Math.Min(again + 6, analysis.Tokens.Count));
        var b =
            back is not null ? Flow(back.Measure, subject, first, item)
            : second is not null && second != first && second != subject ? Flow(verb.Measure, subject, second, item)
            : null;
        if (b is null)
            return null;
        discourse.LastInSentence = a;
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, again + 3, a, discourse);
        var period = chosen.Period?.Text;
        return new ClaimDraft
        {
            First = verb.First,
            End = Math.Min(again + 3, analysis.Tokens.Count),
            Kind = ClaimKind.Comparison,
            Assertion = $"{a.Text(period)} / {b.Text(period)}" + AssertionText.Tail(quantity),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(a, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    // "its trade with New Zealand": the owner is the one compared.
    private MeasureRef? Partnered(MeasureSpan right, string owner) =>
        analysis.Is(right.First - 1, "its", "their", "that")
        && resolver.AfterPreposition(right.End, "with", "to", "from")?.Party is { } partner
        && partner != owner
            ? Flow(right.Measure, owner, partner, null)
            : null;

    /// <summary>Whom a multiple is counted in: "times India's", "times as large as the Chinese", "times the size of Iran's", "times that of Iran".</summary>
    private ActorSpan? ComparedWith(QuantityMention quantity)
    {
        var at = quantity.EndToken;
        if (
            !(
                analysis.Word(at)
                is "the"
                    or "that"
                    or "as"
                    or "what"
                    or "larger"
                    or "bigger"
                    or "greater"
                    or "higher"
                    or "more"
                    or "those"
                    or "its"
                    or "times"
                    or "of"
            ) && analysis.ActorStartingAt(at) is null
        )
            return null;
        for (var i = at; i < Math.Min(at + 12, analysis.Tokens.Count); i++)
        {
            if ((analysis.Word(i) is "," or ";" or ":" or "." or "in") || analysis.StrongBreak(i, i + 1))
                return null;
            if (analysis.ActorStartingAt(i) is { Party: not null } actor)
                return
                    i == at
                    || (analysis.Word(i - 1) is "as" or "than" or "of" or "to" or "with" or "from")
                    || (analysis.Is(i - 1, "the") && (analysis.Word(i - 2) is "as" or "than" or "of" or "with" or "to" or "from"))
                    ? actor
                    : null;
        }
        return null;
    }
}
