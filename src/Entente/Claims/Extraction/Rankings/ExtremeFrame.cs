using Entente.Claims.Extraction.Amounts;
using Entente.Claims.Extraction.Resolving;
using Entente.Claims.Extraction.Sentences;
using Entente.Reading.Text;

namespace Entente.Claims.Extraction.Rankings;

/// <summary>"The highest since 2018", "its lowest level since 2001": a period that beat those before it.</summary>
internal sealed class ExtremeFrame(SentenceAnalysis analysis, Discourse discourse, MeasureResolver resolver)
{
    public static readonly Cues Needs = Cues.Of("highest lowest largest smallest biggest high low");

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
            // "On record" does not say since when, which the language asks for.
            if (since is null || (analysis.Is(i, "high", "low") && !analysis.Is(i - 1, "record", "time")))
                continue;
            return Of(i, lowest, since);
        }
        return null;
    }

    private ClaimDraft? Of(int i, bool lowest, TimeMention since)
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
        analysis.UsedTimes.Add(since);
        discourse.Remember(reference, at, analysis.Statement.Paragraph);
        var start = FormattableString.Invariant($"{since.Period!.Start.Year:0000}");
        return new ClaimDraft
        {
            First = Math.Min(near.First, i),
            End = Math.Max(since.EndToken, near.End),
            Kind = ClaimKind.Rank,
            Assertion = $"{(lowest ? "lowest" : "highest")}({reference.Text()}, at: {at.Text}, since: {start})",
            Period = at,
            // "The lowest since 2001" leaves open what 2001 itself was.
            Inferred = [.. MoneyFrame.Inferences(reference, chosen), new Inference("since", start, Inference.WiderKind)],
        };
    }
}
