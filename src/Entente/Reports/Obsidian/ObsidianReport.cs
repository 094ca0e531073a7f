using System.Buffers;
using Entente.Checking;
using Entente.Reports.Charts;
using Entente.Reports.Markdown;
using Entente.Reports.Pages;

namespace Entente.Reports.Obsidian;

/// <summary>
/// A companion note for a vault: a callout for each claim with a link to where it stands in the user's note, and an identifier by which the user may
/// embed the verdict anywhere (`![[harbour.entente#^claim-1a2b3c4d]]`). The user's note is read and never written.
/// </summary>
/// <param name="pictures">Takes the drawings of claims' series as attachments; null leaves them out.</param>
public sealed class ObsidianReport(IPictures? pictures = null) : IReportFormat
{
    private static readonly SearchValues<char> Unlinkable = SearchValues.Create("[]#^|\\:");

    public void Begin(TextWriter output, string title) { }

    public void Document(TextWriter output, CheckReport report, int index)
    {
        var document = report.Document;
        var links = new NoteLinks(document);
        // A note has properties at its very beginning or not at all.
        if (index > 0)
            output.Write("\n---\n");
        else
            Properties(output, report, links);
        output.Write($"\n# {Escape(document.Title is { Length: > 0 } title ? title : ObsidianNames.NoteName(document.Path))}: checked\n\n");
        var counts = VerdictCounts.Of(report);
        var words = string.Join(", ", Phrases.Counts(counts).Select(c => c.Text));
        output.Write($"{Phrases.Count(counts.Total, "claim", "claims")}{(words.Length > 0 ? ": " : "")}{words}. ");
        output.Write(
            $"{(links.Note is { } note ? $"About {note}" : $"About `{MarkdownText.Code(document.Path)}`")}, {Phrases.Published(document)}.\n"
        );
        foreach (var warning in document.Warnings)
            output.Write($"\n> [!warning] {Escape(warning)}\n");
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var companion = ObsidianNames.NoteName(ObsidianNames.Companion(document.Path));
        foreach (var claim in report.Claims)
        {
            var id = ObsidianNames.BlockId(claim.Claim, 0);
            var repetition = seen.GetValueOrDefault(id);
            seen[id] = repetition + 1;
            Claim(output, claim, links, ObsidianNames.BlockId(claim.Claim, repetition));
        }
        if (report.Inconsistencies.Count > 0)
        {
            output.Write("\n## The text contradicts itself\n\n");
            foreach (var i in report.Inconsistencies)
                output.Write($"- {Escape(i.Explanation)} ({Escape(i.Identity)}; {string.Join(", ", i.Claims.Select(Escape))})\n");
        }
        if (report.Unchecked.Count > 0)
        {
            output.Write("\n## Seen but not checked\n\n");
            foreach (var q in report.Unchecked)
                output.Write($"- “{Escape(q.Text)}”: {Escape(q.Reason)}\n");
        }
        if (report.Claims.Count > 0)
            output.Write(
                $"\n%% To show a verdict in a note of yours: ![[{companion}#^{ObsidianNames.BlockId(report.Claims[0].Claim, 0)}]] %%\n"
            );
    }

    public void End(TextWriter output, CorpusSummary corpus) { }

    private static void Properties(TextWriter output, CheckReport report, NoteLinks links)
    {
        output.Write("---\n");
        if (links.Note is { } note)
            output.Write($"note: \"{note}\"\n");
        output.Write($"sha256: {report.Document.Sha256}\n");
        output.Write($"record: {report.RecordHash}\n");
        output.Write($"as-of: {Period.OfDay(report.AsOf).Text}\n");
        var counts = VerdictCounts.Of(report);
        output.Write($"claims: {counts.Total}\n");
        foreach (var verdict in VerdictNames.ByGravity.Where(v => counts[v] > 0))
            output.Write($"{verdict.Code()}: {counts[verdict]}\n");
        output.Write("---\n");
    }

    private void Claim(TextWriter output, CheckedClaim claim, NoteLinks links, string id)
    {
        var c = claim.Claim;
        output.Write($"\n> [!{ObsidianNames.Callout(claim.Standing)}] {claim.Verdict.Sign()} {Escape(c.Id)} {claim.Verdict.Word()}");
        output.Write(claim.Override is { } word ? $"; editor's word: {word.Verdict.Word()}\n" : "\n");
        output.Write($"> “{Escape(c.Quote)}”\n>\n> {Escape(claim.Explanation)}\n");
        Line(output, Phrases.Override(claim));
        Line(output, Phrases.Origin(claim));
        Line(output, claim.Premise is { } premise ? $"If: {premise}" : null);
        foreach (var (label, text) in ModelPhrases.Lines(claim.Model))
            Line(output, label.Length == 0 ? text : $"{label}: {text}");
        Line(output, claim.WouldBeTrue is { } instead ? $"Would be true: {instead}" : null);
        Line(output, Phrases.AsOf(claim));
        if (c.Assertion is { } assertion)
            output.Write($">\n> `{MarkdownText.Code(assertion)}`\n");
        var lead = claim.Evidence.FirstOrDefault(e => e.Lead);
        if (lead is not null)
        {
            var source = Links.Safe(lead.Url) is { } url ? $"[{Escape(lead.Source)}](<{url}>)" : Escape(lead.Source);
            output.Write($">\n> {source}: {Escape(Phrases.Value(lead))}{(lead.Published is null ? "" : ", " + Escape(lead.Published))}\n");
        }
        if (pictures is not null && ClaimCharts.Of(claim) is { } chart)
        {
            // Named after the claim's words: the same claim in two notes has one picture.
            var path = pictures.Add(ObsidianNames.BlockId(c, 0), ChartDrawing.File(chart));
            output.Write($">\n> {Embedded(path, chart)}\n");
        }
        if (links.To(c.Start, c.End) is var (link, isBlock))
            output.Write($">\n> {(isBlock ? "!" : "In ")}{link}\n");
        output.Write($"\n^{id}\n");
    }

    /// <summary>An attachment, by the vault's own sign where its name can be linked so.</summary>
    private static string Embedded(string path, ChartModel chart) =>
        path.AsSpan().IndexOfAny(Unlinkable) < 0 ? $"![[{path}]]" : $"![{Escape(chart.Title)}]({MarkdownText.Path(path)})";

    private static void Line(TextWriter output, string? text)
    {
        if (text is not null)
            output.Write($">\n> {Escape(text)}\n");
    }

    private static string Escape(string text) => MarkdownText.EscapeForObsidian(text);
}
