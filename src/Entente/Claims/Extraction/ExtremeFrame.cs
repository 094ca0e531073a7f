using Entente.Reading.Text;

namespace Entente.Claims.Extraction;

/// <summary>"The highest on record", "its lowest level since 2001", "an all-time high": a period that beat those before it.</summary>
internal sealed class ExtremeFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public ClaimDraft? Read()
    {
        // Beside a figure, the superlative is that figure's ornament.
        if (analysis.Measures.Count == 0 || analysis.Used.Count > 0)
            return null;
        for (var i = 0; i < analysis.Tokens.Count; i++)
        {
            if (analysis.Word(i) is not ("highest" or "lowest" or "largest" or "smallest" or "biggest" or "high" or "low"))
                continue;
            var lowest = analysis.Is(i, "lowest", "smallest", "low");
            TimeMention? since = null;
            foreach (var time in analysis.Times)
                if (time is { Role: TimeRole.Since, Period: not null } && time.FirstToken > i && time.FirstToken <= i + 5)
                    since = time;
            if (analysis.Is(i, "high", "low") ? !analysis.Is(i - 1, "record", "time") : since is null && !Ever(i))
                continue;
            return Of(i, lowest, since);
        }
        return null;
    }

    // "on record", "ever", "in history", "since records began"
    private bool Ever(int i)
    {
        for (var k = i + 1; k <= i + 5; k++)
            if (
                analysis.Is(k, "ever", "history")
                || (analysis.Is(k, "record") && analysis.Is(k - 1, "on"))
                || (analysis.Is(k, "records") && analysis.Is(k - 1, "since"))
            )
                return true;
        return false;
    }

    private ClaimDraft? Of(int i, bool lowest, TimeMention? since)
    {
        MeasureSpan? near = null;
        foreach (var span in analysis.Measures)
            if (!analysis.StrongBreak(Math.Min(span.First, i), Math.Max(span.First, i)) && (near is null || span.End <= i))
                near = span;
        if (near is null || resolver.Resolve(near) is not { PartnerOpen: false } reference)
            return null;
        var chosen = PeriodChooser.Choose(analysis, i, i + 1, reference, discourse);
        if (chosen.Period is not { } at)
            return null;
        if (since is not null)
            analysis.UsedTimes.Add(since);
        discourse.Remember(reference, at, analysis.Statement.Paragraph);
        var start = since?.Period is { } from ? $", since: {from.Start.Year:0000}" : "";
        return new ClaimDraft
        {
            First = Math.Min(near.First, i),
            End = Math.Max(since?.EndToken ?? i + 1, near.End),
            Kind = ClaimKind.Rank,
            Assertion = $"{(lowest ? "lowest" : "highest")}({reference.Text()}, at: {at.Text}{start})",
            Period = at,
            Inferred = MoneyFrame.Inferences(reference, chosen),
        };
    }
}
