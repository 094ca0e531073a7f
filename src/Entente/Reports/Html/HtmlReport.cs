using System.Globalization;
using System.Text;
using Entente.Checking;
using Entente.Claims;
using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Reports.Html;

/// <summary>
/// One page that holds everything: the text marked up with its claims, the claims beside it, the working one click away. No script,
/// nothing fetched: the page's own policy forbids both, so that a hostile document can do nothing in it.
/// </summary>
public sealed class HtmlReport : IReportFormat
{
    public void Begin(TextWriter output, string title) =>
        PageFrame.Begin(output, $"{title}: claims checked", HtmlStyle.Sheet, "Claims checked by Entente");

    public void Document(TextWriter output, CheckReport report, int index)
    {
        report = ReadingView.Of(report);
        var html = new StringBuilder(report.Document.Text.Length * 2);
        html.Append($"<article class=\"doc\" id=\"d{index}\" aria-labelledby=\"t{index}\">\n");
        Heading(html, report, index);
        Summary(html, VerdictCounts.Of(report), index, switches: true);
        First(html, report, index);
        html.Append("<div class=\"split\">\n");
        html.Append($"<section aria-labelledby=\"x{index}\"><h2 class=\"sr\" id=\"x{index}\">The text, its claims marked</h2>");
        html.Append("<div class=\"text\" dir=\"auto\">");
        MarkedText.Write(html, report, index);
        html.Append(
            $"</div></section>\n<section class=\"claims\" aria-labelledby=\"l{index}\">\n<h2 class=\"sr\" id=\"l{index}\">Claims</h2>\n"
        );
        Inconsistencies(html, report, index);
        if (report.Claims.Count == 0)
            html.Append("<p class=\"who\">No claim about relations between states was found.</p>");
        var statements = report.Document.Statements.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var sources = new EvidenceSources(report, index);
        foreach (var claim in report.Claims)
        {
            ClaimCard.Write(html, claim, statements.GetValueOrDefault(claim.Claim.Statement), index, sources);
            html.Append('\n');
        }
        HtmlBetween.Notes(html, report.Quotations);
        Unchecked(html, report.Unchecked);
        html.Append("</section>\n</div>\n");
        sources.Write(html);
        html.Append(
            $"<footer>Text <code title=\"SHA-256\">{Short(report.Document.Sha256)}</code>, record <code>{Short(report.RecordHash)}</code>, "
        );
        html.Append($"as known on {Period.OfDay(report.AsOf).Text}.</footer>\n</article>\n");
        output.Write(html);
    }

    public void End(TextWriter output, CorpusSummary corpus)
    {
        if (corpus.Several)
            Overview(output, corpus);
        PageFrame.End(output);
    }

    /// <summary>The claims that do not hold, each with its reason, before everything else: what an editor opens the page for.</summary>
    private static void First(StringBuilder html, CheckReport report, int index)
    {
        var wrong = report.Claims.Where(c => c.Verdict.IsWrong() || c.Verdict == Verdict.Disputed).ToList();
        if (wrong.Count == 0)
            return;
        html.Append($"<section class=\"first\" aria-labelledby=\"f{index}\"><h2 id=\"f{index}\">To look at first</h2><ol>\n");
        foreach (var claim in wrong)
            html.Append(
                $"<li class=\"v-{claim.Verdict.Code()}\"><span class=\"s\"><span aria-hidden=\"true\">{claim.Verdict.Sign()} </span>{claim.Verdict.Word()}</span> <a href=\"#{HtmlText.Id("w", index, claim.Claim.Id)}\">{HtmlText.Escape(claim.Claim.Quote)}</a><p>{HtmlText.Escape(claim.Explanation)}</p></li>\n"
            );
        html.Append("</ol></section>\n");
    }

    private static void Heading(StringBuilder html, CheckReport report, int index)
    {
        var document = report.Document;
        html.Append(
            $"<header class=\"top\"><h1 id=\"t{index}\">{HtmlText.Escape(document.Title is { Length: > 0 } title ? title : document.Path)}</h1><p class=\"meta\">"
        );
        if (document.Authors.Count > 0)
            html.Append($"{HtmlText.Escape(string.Join(", ", document.Authors))} · ");
        html.Append($"{Phrases.Kind(document)}, {Phrases.Published(document)}");
        if (Links.Safe(document.Url) is { } url)
            html.Append($" · <a href=\"{HtmlText.Escape(url)}\" rel=\"noreferrer noopener\">{HtmlText.Escape(Links.Host(url)!)}</a>");
        html.Append($" · <span class=\"path\">{HtmlText.Escape(document.Path)}</span></p>");
        foreach (var warning in document.Warnings)
            html.Append($"<p class=\"warn\">{HtmlText.Escape(warning)}</p>");
        html.Append("</header>\n");
    }

    /// <summary>The bar, and a chip per verdict that also is a switch: unticked, its claims are left out (by style alone).</summary>
    private static void Summary(StringBuilder html, VerdictCounts counts, int index, bool switches)
    {
        html.Append($"<div class=\"strip\"><p class=\"total\">{Phrases.Count(counts.Total, "claim", "claims")}</p>");
        html.Append(VerdictBar.Draw(counts, $"b{index}"));
        html.Append(switches ? "<fieldset class=\"chips\"><legend class=\"sr\">Show claims that are</legend>" : "<div class=\"chips\">");
        foreach (var verdict in VerdictNames.ForSummary.Where(v => counts[v] > 0))
        {
            var element = switches ? "label" : "span";
            html.Append($"<{element} class=\"chip v-{verdict.Code()}\" title=\"{HtmlText.Escape(verdict.Meaning())}\">");
            if (switches)
                html.Append($"<input type=\"checkbox\" class=\"f-{verdict.Code()}\" checked>");
            html.Append($"<span class=\"s\" aria-hidden=\"true\">{verdict.Sign()}</span>");
            html.Append(CultureInfo.InvariantCulture, $"<b>{counts[verdict]}</b> {verdict.Word()}</{element}>");
        }
        html.Append(switches ? "</fieldset></div>\n" : "</div></div>\n");
    }

    private static void Inconsistencies(StringBuilder html, CheckReport report, int index)
    {
        var quotes = report.Claims.ToDictionary(c => c.Claim.Id, c => c.Claim.Quote, StringComparer.Ordinal);
        foreach (var inconsistency in report.Inconsistencies)
        {
            html.Append(
                "<article class=\"card set v-inconsistent\"><header><h3 class=\"badge\"><span class=\"s\" aria-hidden=\"true\">≠</span>cannot all hold</h3></header>"
            );
            html.Append(
                $"<p class=\"why\">{HtmlText.Escape(inconsistency.Explanation)}</p><p class=\"who\">{HtmlText.Escape(inconsistency.Identity)}</p><ul class=\"plain\">"
            );
            foreach (var id in inconsistency.Claims)
                html.Append($"<li><a href=\"#{HtmlText.Id("m", index, id)}\">{HtmlText.Escape(quotes.GetValueOrDefault(id, id))}</a></li>");
            html.Append("</ul></article>\n");
        }
    }

    private static void Unchecked(StringBuilder html, IReadOnlyList<UncheckedQuantity> quantities)
    {
        if (quantities.Count == 0)
            return;
        html.Append(
            $"<details class=\"unchecked\"><summary>{Phrases.Count(quantities.Count, "number", "numbers")} seen but not checked</summary><dl>"
        );
        foreach (
            var reason in quantities
                .GroupBy(q => q.Reason, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count())
                .ThenBy(g => g.Key, StringComparer.Ordinal)
        )
            html.Append(
                $"<dt>{HtmlText.Escape(reason.Key)}</dt><dd>{string.Join(" · ", reason.Select(q => HtmlText.Escape(q.Text)))}</dd>"
            );
        html.Append("</dl></details>\n");
    }

    private static void Overview(TextWriter output, CorpusSummary corpus)
    {
        output.Write(
            $"<section class=\"doc overview\" aria-labelledby=\"all\"><header class=\"top\"><h1 id=\"all\">{Phrases.Count(corpus.Documents.Count, "text", "texts")}</h1>"
        );
        if (corpus.Failed > 0)
            output.Write($"<p class=\"warn\">{Phrases.Count(corpus.Failed, "file was", "files were")} left out</p>");
        output.Write("</header>");
        var html = new StringBuilder();
        Summary(html, corpus.Totals, corpus.Documents.Count, switches: false);
        output.Write(html);
        output.Write(
            "<table class=\"all\"><caption class=\"sr\">The texts with their verdicts</caption><thead><tr><th scope=\"col\">Text</th><th scope=\"col\" class=\"n\">Claims</th><th scope=\"col\">Verdicts</th></tr></thead><tbody>\n"
        );
        for (var i = 0; i < corpus.Documents.Count; i++)
        {
            var document = corpus.Documents[i];
            output.Write(
                $"<tr><th scope=\"row\"><a href=\"#d{i}\">{HtmlText.Escape(document.Title is { Length: > 0 } title ? title : document.Path)}</a></th><td class=\"n\">{document.Counts.Total}</td><td>"
            );
            output.Write(
                string.Join(
                    " ",
                    Phrases
                        .Counts(document.Counts)
                        .Select(c => $"<span class=\"says v-{c.Verdict.Code()}\">{c.Verdict.Sign()} {c.Text}</span>")
                )
            );
            output.Write("</td></tr>\n");
        }
        output.Write("</tbody></table>\n");
        if (corpus.Between is { } between)
        {
            var together = new StringBuilder();
            HtmlBetween.Write(together, between);
            output.Write(together);
        }
        output.Write("</section>\n");
    }

    private static string Short(string hash) => HtmlText.Escape(hash.Length > 12 ? hash[..12] : hash);
}
