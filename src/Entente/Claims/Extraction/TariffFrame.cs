using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>Duties: "imposed 25 percent tariffs on Chinese steel", "a tariff of 10 percent on goods from China".</summary>
internal sealed class TariffFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public ClaimDraft? Read(QuantityMention quantity)
    {
        if (quantity.Kind != QuantityKind.Percent)
            return null;
        var span = analysis.Measures.Find(m =>
            m.Measure == "tariff_rate"
            && (
                (m.First >= quantity.EndToken && m.First <= quantity.EndToken + 3)
                || (
                    m.End <= quantity.FirstToken
                    && quantity.FirstToken - m.End <= (analysis.Is(quantity.FirstToken - 1, "to", "at") ? 9 : 4)
                )
            )
        );
        if (span is null)
            return null;
        var from = Math.Max(span.End, quantity.EndToken);
        var target = OnGoodsOf(from) ?? OnGoodsOf(span.End);
        var sender =
            resolver.Possessor(span.First)?.Party
            ?? resolver.SubjectBefore(Math.Min(span.First, quantity.FirstToken))?.Party
            ?? discourse.Subject;
        if (target is null || sender is null || sender == target)
            return null;
        var reference = new MeasureRef("tariff_rate", sender, target, resolver.ItemAfter(from) ?? ItemOn(from) ?? ItemOn(span.End));
        var chosen = PeriodChooser.Choose(analysis, quantity.FirstToken, quantity.EndToken, reference, discourse);
        return new ClaimDraft
        {
            First = quantity.FirstToken,
            End = Math.Max(quantity.EndToken, span.End),
            Kind = ClaimKind.Level,
            Assertion = reference.Text(chosen.Period?.Text) + AssertionText.Tail(quantity),
            Period = chosen.Period,
            Inferred = MoneyFrame.Inferences(reference, chosen),
            Reason = chosen.Period is null ? "no-period" : null,
        }.WithQuantity(quantity);
    }

    private string? ItemOn(int from)
    {
        for (var i = from; i < Math.Min(from + 8, analysis.Tokens.Count); i++)
            if (analysis.Is(i, "on"))
                return resolver.ItemAfter(i + 1);
        return null;
    }

    private string? OnGoodsOf(int from)
    {
        for (var i = from; i < Math.Min(from + 12, analysis.Tokens.Count); i++)
            if (analysis.Is(i, "on", "against", "for"))
                for (var k = i + 1; k <= i + 8; k++)
                    if (analysis.ActorStartingAt(k) is { Party: { } party })
                        return party;
        return null;
    }
}
