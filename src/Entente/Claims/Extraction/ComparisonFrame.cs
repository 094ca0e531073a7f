namespace Entente.Claims.Extraction;

/// <summary>Comparisons of two flows without numbers: "bought more from Mexico than from China", "exports more to the EU than to Russia".</summary>
internal sealed class ComparisonFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public IEnumerable<ClaimDraft> Read()
    {
        foreach (var span in analysis.Measures)
        {
            if (
                !span.IsVerb
                || span.Passive
                || !analysis.Is(span.End, "more", "less", "fewer") && !analysis.Is(span.End + 1, "more", "less")
            )
                continue;
            var than = -1;
            for (var i = span.End; i < Math.Min(span.End + 14, analysis.Tokens.Count) && than < 0; i++)
                if (analysis.Is(i, "than"))
                    than = i;
            var subject = resolver.SubjectBefore(span.First)?.Party;
            var first = Partner(span.End, than);
            var second = than < 0 ? null : Partner(than + 1, Math.Min(than + 7, analysis.Tokens.Count));
            if (than < 0 || subject is null || first is null || second is null || first == second || first == subject || second == subject)
                continue;
            var less = analysis.Is(span.End, "less", "fewer") || analysis.Is(span.End + 1, "less");
            var item = MeasureResolver.Specific(analysis.Items.Find(i => i.First > span.End && i.End <= than)?.Item);
            var reference = Flow(span.Measure, subject, first, item);
            var chosen = PeriodChooser.Choose(analysis, span.First, than, reference, discourse);
            yield return new ClaimDraft
            {
                First = span.First,
                End = Math.Min(than + 4, analysis.Tokens.Count),
                Kind = ClaimKind.Comparison,
                Assertion =
                    $"{reference.Text(chosen.Period?.Text)} {(less ? "<" : ">")} {Flow(span.Measure, subject, second, item).Text(chosen.Period?.Text)}",
                Period = chosen.Period,
                Inferred = MoneyFrame.Inferences(reference, chosen),
                Reason = chosen.Period is null ? "no-period" : null,
            };
        }
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
