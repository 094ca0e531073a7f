using Entente.Checking;
using Entente.Claims;

namespace Entente.Reports.Terminal;

/// <summary>
/// The report that people read in a terminal, like a good test runner's: each claim in the order of the text with its verdict, the one
/// line that explains it and its source; then what contradicts itself, what was seen but not checked, and the summary.
/// </summary>
public sealed class TerminalReport(ReportSettings settings) : IReportFormat
{
    /// <summary>Longer quotations are cut: the report points at the words, the text itself is at hand.</summary>
    private const int QuoteLines = 3;

    private readonly Palette palette = new(settings.Colour);

    public void Begin(TextWriter output, string title) { }

    public void Document(TextWriter output, CheckReport report, int index)
    {
        var page = new TerminalPage(output, settings.Width);
        if (index > 0)
            page.Blank();
        TerminalHeading.Write(page, palette, report.Document);
        if (report.Claims.Count == 0)
            page.Lines("", "no claim about relations between states found", palette.Dim);
        foreach (var claim in report.Claims)
            Claim(page, claim);
        Inconsistencies(page, report);
        new TerminalBetween(page, palette).Notes(report.Quotations);
        Unchecked(page, report.Unchecked);
        page.Blank();
        Summary(page, Phrases.Count(report.Claims.Count, "claim", "claims"), VerdictCounts.Of(report));
    }

    public void End(TextWriter output, CorpusSummary corpus)
    {
        if (!corpus.Several)
            return;
        var page = new TerminalPage(output, settings.Width);
        page.Blank();
        page.Line(palette.Dim(new string('═', settings.Width)));
        foreach (var document in corpus.Documents.Where(d => d.Counts.AnyWrong))
        {
            var wrong = VerdictNames.ByGravity.Where(v => v.IsWrong() && document.Counts[v] > 0);
            page.Lines(
                palette.Verdict(Verdict.Contradicted, "✗") + " ",
                2,
                $"{document.Path}: {string.Join(", ", wrong.Select(v => $"{document.Counts[v]} {v.Word()}"))}"
            );
        }
        if (corpus.Between is { } between)
        {
            new TerminalBetween(page, palette).Write(between);
            page.Blank();
        }
        var texts = Phrases.Count(corpus.Documents.Count, "text", "texts");
        var failed = corpus.Failed > 0 ? $" ({corpus.Failed} left out)" : "";
        Summary(page, $"{texts}{failed}, {Phrases.Count(corpus.Totals.Total, "claim", "claims")}", corpus.Totals);
    }

    private void Claim(TerminalPage page, CheckedClaim claim)
    {
        var verdict = claim.Verdict;
        page.Blank();
        var p = palette;
        var id = claim.Claim.Id;
        page.Lines(
            $"{p.Verdict(verdict, verdict.Sign())} {p.Dim(id)} ",
            id.Length + 3,
            $"“{claim.Claim.Quote}”",
            p.Bold,
            QuoteLines,
            hang: 2
        );
        var head = verdict.Word();
        page.Lines("  " + p.Verdict(verdict, head) + "  ", 4 + head.Length, claim.Explanation, hang: 4);
        if (Phrases.Override(claim) is { } word)
            page.Lines("    ", 4, word, p.Bold);
        if (Phrases.Origin(claim) is { } origin)
            page.Lines("    ", 4, origin, p.Dim);
        if (claim.Premise is { } premise)
            page.Lines("    if ", 7, premise);
        foreach (var (label, text) in ModelPhrases.Lines(claim.Model))
            page.Lines("    ", 4, label.Length == 0 ? "  " + text : $"{label}: {text}", p.Dim, hang: 4);
        if (claim.WouldBeTrue is { } instead)
            page.Lines("    would be true: ", 19, instead, hang: 4);
        if (Phrases.AsOf(claim) is { } asOf)
            page.Lines("    ", 4, asOf);
        if (verdict == Verdict.CannotTell && claim.Claim.Assertion is { } assertion)
            page.Lines("    ", 4, assertion, p.Dim);
        Source(page, claim);
    }

    private void Source(TerminalPage page, CheckedClaim claim)
    {
        if (claim.Evidence.FirstOrDefault(e => e.Lead) is not { } lead)
            return;
        var parts = new List<string> { lead.Source };
        if (lead.Published is not null)
            parts.Add(lead.Published);
        if (Links.Host(lead.Url) is { } host)
            parts.Add(host);
        var others = claim.Evidence.Count(e => !e.Lead);
        if (others > 0)
            parts.Add($"{others} more");
        var p = palette;
        page.Lines("    ", 4, string.Join(" · ", parts), text => p.Dim(p.Link(text, Links.Safe(lead.Url))), maxLines: 1);
    }

    private void Inconsistencies(TerminalPage page, CheckReport report)
    {
        if (report.Inconsistencies.Count == 0)
            return;
        page.Blank();
        page.Line(palette.Bold("The text contradicts itself"));
        var quotes = report.Claims.ToDictionary(c => c.Claim.Id, c => c.Claim.Quote, StringComparer.Ordinal);
        foreach (var inconsistency in report.Inconsistencies)
        {
            page.Lines(palette.Verdict(Verdict.Inconsistent, "≠") + " ", 2, inconsistency.Explanation);
            page.Lines("    ", 4, inconsistency.Identity, palette.Dim);
            foreach (var id in inconsistency.Claims)
                page.Lines($"    {palette.Dim(id)} ", id.Length + 5, $"“{quotes.GetValueOrDefault(id, "")}”", maxLines: 2, hang: 6);
        }
    }

    private void Unchecked(TerminalPage page, IReadOnlyList<UncheckedQuantity> quantities)
    {
        if (quantities.Count == 0)
            return;
        page.Blank();
        page.Line(palette.Bold("Seen but not checked"));
        foreach (
            var reason in quantities
                .GroupBy(q => q.Reason, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
            page.Lines("  ", 2, $"{reason.Key}: {string.Join(", ", reason.Select(q => $"“{q.Text}”"))}", hang: 4, maxLines: 3);
    }

    private void Summary(TerminalPage page, string subject, VerdictCounts counts)
    {
        var p = palette;
        var words = Phrases.Counts(counts).ToList();
        page.Pieces([
            (subject + (words.Count > 0 ? ":" : ""), p.Bold),
            .. words.Select(
                (w, i) => (w.Text + (i < words.Count - 1 ? "," : ""), (Func<string, string>)(text => p.Verdict(w.Verdict, text)))
            ),
        ]);
    }
}
