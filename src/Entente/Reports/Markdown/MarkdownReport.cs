using Entente.Checking;
using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Reports.Markdown;

/// <summary>A report that goes into somebody's notes: headings, one list entry per claim, the authorities as a table.</summary>
/// <param name="pictures">Takes the drawings of claims' series; null leaves them out, and the tables stand for them.</param>
public sealed class MarkdownReport(IPictures? pictures = null) : IReportFormat
{
    public void Begin(TextWriter output, string title) { }

    public void Document(TextWriter output, CheckReport report, int index)
    {
        var document = report.Document;
        if (index > 0)
            output.Write("\n---\n\n");
        output.Write($"# {Escape(document.Title is { Length: > 0 } title ? title : document.Path)}\n\n");
        var authors = document.Authors.Count > 0 ? $"{Escape(string.Join(", ", document.Authors))}; " : "";
        output.Write(
            $"{authors}{Phrases.Kind(document)}, {Phrases.Published(document)}; `{Code(document.Path)}`, SHA-256 `{document.Sha256}`\n\n"
        );
        foreach (var warning in document.Warnings)
            output.Write($"> {Escape(warning)}\n\n");
        output.Write($"**{Summary(VerdictCounts.Of(report))}**\n");
        foreach (var claim in report.Claims)
            Claim(output, claim, index);
        if (report.Inconsistencies.Count > 0)
        {
            output.Write("\n## The text contradicts itself\n\n");
            foreach (var i in report.Inconsistencies)
                output.Write($"- {Escape(i.Explanation)} ({Escape(i.Identity)}; {string.Join(", ", i.Claims.Select(Escape))})\n");
        }
        MarkdownBetween.Notes(output, report.Quotations);
        if (report.Unchecked.Count > 0)
        {
            output.Write("\n## Seen but not checked\n\n");
            foreach (var q in report.Unchecked)
                output.Write($"- “{Escape(q.Text)}”: {Escape(q.Reason)}\n");
        }
        output.Write($"\nChecked against record `{Code(report.RecordHash)}` as known on {Period.OfDay(report.AsOf).Text}.\n");
        if (pictures is null && report.Claims.Any(c => ClaimCharts.Of(c) is not null))
            output.Write($"\n{MarkdownChart.LeftOut}\n");
    }

    public void End(TextWriter output, CorpusSummary corpus)
    {
        if (!corpus.Several)
            return;
        output.Write("\n---\n\n# All texts\n\n| text | claims | contradicted | inconsistent |\n|---|--:|--:|--:|\n");
        foreach (var d in corpus.Documents)
            output.Write(
                $"| {Escape(d.Title ?? d.Path)} | {d.Counts.Total} | {d.Counts[Verdict.Contradicted]} | {d.Counts[Verdict.Inconsistent]} |\n"
            );
        if (corpus.Between is { } between)
            MarkdownBetween.Write(output, between);
        output.Write($"\n**{Summary(corpus.Totals)}**\n");
    }

    private void Claim(TextWriter output, CheckedClaim claim, int index)
    {
        output.Write(
            $"\n## {claim.Verdict.Sign()} {claim.Claim.Id}: {claim.Verdict.Word()}\n\n> {Escape(claim.Claim.Quote)}\n\n{Escape(claim.Explanation)}\n"
        );
        if (Phrases.Override(claim) is { } word)
            output.Write($"\n{Escape(word)}\n");
        if (Phrases.Origin(claim) is { } origin)
            output.Write($"\n{Escape(origin)}\n");
        if (claim.Premise is { } premise)
            output.Write($"\nIf: {Escape(premise)}\n");
        var model = ModelPhrases.Lines(claim.Model).ToList();
        if (model.Count > 0)
            output.Write(
                $"\n{string.Join('\n', model.Select(l => $"- {Escape(l.Label.Length == 0 ? l.Text : $"{l.Label}: {l.Text}")}"))}\n"
            );
        if (claim.WouldBeTrue is { } instead)
            output.Write($"\nWould be true: {Escape(instead)}\n");
        if (Phrases.AsOf(claim) is { } asOf)
            output.Write($"\n{Escape(asOf)}\n");
        if (claim.Claim.Assertion is { } assertion)
            output.Write($"\n`{Code(assertion)}`\n");
        if (ClaimCharts.Of(claim) is { } chart)
        {
            output.Write("\n");
            MarkdownChart.Write(output, chart, index == 0 ? claim.Claim.Id : $"t{index + 1}-{claim.Claim.Id}", pictures);
        }
        if (claim.Evidence.Count == 0)
            return;
        output.Write("\n| authority | value | published | basis | says |\n|---|--:|---|---|---|\n");
        foreach (var e in claim.Evidence)
        {
            var source = Links.Safe(e.Url) is { } url ? $"[{Escape(e.Source)}](<{url}>)" : Escape(e.Source);
            output.Write(
                $"| {source}{(e.Lead ? " (lead)" : "")} | {Escape(Phrases.Value(e))} | {Escape(e.Published ?? "")} | {Escape(e.Basis ?? "")} | {e.Verdict?.Word()} |\n"
            );
        }
    }

    private static string Summary(VerdictCounts counts)
    {
        var subject = Phrases.Count(counts.Total, "claim", "claims");
        return counts.Total == 0 ? subject : $"{subject}: {string.Join(", ", Phrases.Counts(counts).Select(c => c.Text))}";
    }

    private static string Escape(string text) => MarkdownText.Escape(text);

    private static string Code(string text) => MarkdownText.Code(text);
}
