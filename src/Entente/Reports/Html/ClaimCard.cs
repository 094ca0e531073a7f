using System.Text;
using Entente.Checking;
using Entente.Reading;
using Entente.Reports.Charts;
using Entente.Reports.Pages;

namespace Entente.Reports.Html;

/// <summary>
/// One claim beside the text: verdict, words, the line that explains it, and one click away the working: what was computed, every
/// authority's figure, and the computation down to the rows of the record.
/// </summary>
internal static class ClaimCard
{
    public static void Write(StringBuilder html, CheckedClaim claim, Statement? statement, int document, EvidenceSources sources)
    {
        var c = claim.Claim;
        var code = claim.Verdict.Code();
        var heading = HtmlText.Id("h", document, c.Id);
        html.Append($"<article class=\"card v-{code}\" aria-labelledby=\"{heading}\"><header><h3 id=\"{heading}\">");
        html.Append($"<a class=\"badge\" href=\"#{HtmlText.Id("m", document, c.Id)}\" title=\"show in the text\">");
        html.Append(
            $"<span class=\"s\" aria-hidden=\"true\">{claim.Verdict.Sign()}</span>{claim.Verdict.Word()}</a><span class=\"sr\"> claim {HtmlText.Escape(c.Id)}</span></h3>"
        );
        foreach (var other in claim.Verdicts.Distinct().Where(v => v != claim.Verdict).OrderDescending())
            html.Append($"<span class=\"also v-{other.Code()}\">also {other.Word()}</span>");
        html.Append($"<span class=\"id\" aria-hidden=\"true\">{HtmlText.Escape(c.Id)}</span></header>");
        html.Append($"<blockquote>{HtmlText.Escape(c.Quote)}</blockquote>");
        if ((c.Speaker ?? statement?.Speaker) is { } voice && Phrases.Speaker(voice) is { } speaker)
            html.Append(
                $"<p class=\"who\">said by {HtmlText.Escape(speaker)}{(voice.ReportedBy is { } by ? $", reported by {HtmlText.Escape(by)}" : "")}</p>"
            );
        html.Append($"<p class=\"why\">{HtmlText.Escape(claim.Explanation)}</p>");
        if (claim.Override is { } word)
            Line(
                html,
                "Editor's word",
                $"{word.Verdict.Sign()} {word.Verdict.Word()} ({word.By}, {Period.OfDay(word.Date).Text}{(word.Computed == claim.Verdict ? "" : $"; computed then: {word.Computed.Word()}")}): {word.Reason}"
            );
        Line(html, "Found", Phrases.Origin(claim));
        Line(html, "Premise", claim.Premise);
        foreach (var (label, text) in ModelPhrases.Lines(claim.Model))
            Line(html, label.Length == 0 ? "Figure" : label, text);
        Line(html, "Would be true", claim.WouldBeTrue);
        if (claim.AsOf is { } asOf && asOf.Verdict != claim.Verdict)
            Line(html, $"Known on {Period.OfDay(asOf.Date).Text}", $"{asOf.Verdict.Word()}; now {claim.Verdict.Word()}");
        html.Append($"<details><summary>Working<span class=\"sr\"> of claim {HtmlText.Escape(c.Id)}</span></summary>");
        html.Append($"<div class=\"working\" id=\"{HtmlText.Id("w", document, c.Id)}\">");
        Working(html, claim, document, sources);
        html.Append("</div></details></article>");
    }

    private static void Working(StringBuilder html, CheckedClaim claim, int document, EvidenceSources sources)
    {
        var c = claim.Claim;
        if (c.Assertion is { } assertion)
            html.Append($"<p class=\"assert\"><code>{HtmlText.Escape(assertion)}</code></p>");
        foreach (var alternative in c.Alternatives)
            html.Append($"<p class=\"assert\">or <code>{HtmlText.Escape(alternative)}</code></p>");
        if (c.Inferred.Count > 0)
            Line(html, "Inferred", string.Join("; ", c.Inferred.Select(i => $"{i.Slot} {i.Value}, from {i.From}")));
        if (claim.Reason is { } reason)
            Line(html, "Reason", $"{reason.Text} ({reason.Code})");
        else if (c.Reason is { } unread)
            Line(html, "Reason", unread);
        if (claim.AsOf is { } asOf && asOf.Verdict == claim.Verdict)
            Line(html, $"Known on {Period.OfDay(asOf.Date).Text}", $"{asOf.Verdict.Word()}, as now");
        var course = ClaimCharts.Of(claim);
        if (course is not null)
            ChartFigure.Write(html, course, HtmlText.Id("g", document, c.Id), small: true);
        // Where the years are not drawn, or several authorities stand near each other.
        if (ClaimCharts.Authorities(claim) is { } authorities && (course is null || authorities.Series.Sum(s => s.Points.Count) > 1))
            ChartFigure.Write(html, authorities, HtmlText.Id("p", document, c.Id), small: true, table: false);
        if (claim.Evidence.Count > 0)
            EvidenceTable(html, claim, sources);
        if (claim.Derivation is { } derivation)
        {
            html.Append("<h4>Computed as</h4><ul class=\"tree\">");
            Node(html, derivation);
            html.Append("</ul>");
        }
        if (c.Assertion is null && claim.Evidence.Count == 0 && claim.Derivation is null && claim.Reason is null && c.Reason is null)
            html.Append("<p class=\"who none\">Nothing was computed for this claim.</p>");
    }

    private static void EvidenceTable(StringBuilder html, CheckedClaim claim, EvidenceSources sources)
    {
        html.Append(
            $"<table class=\"ev\"><caption class=\"sr\">What each authority says of claim {HtmlText.Escape(claim.Claim.Id)}</caption><thead><tr><th scope=\"col\">Authority</th><th scope=\"col\" class=\"n\">Value</th><th scope=\"col\">Published</th><th scope=\"col\">Says</th></tr></thead><tbody>"
        );
        foreach (var e in claim.Evidence)
        {
            html.Append(e.Lead ? "<tr class=\"lead\"><th scope=\"row\">" : "<tr><th scope=\"row\">");
            html.Append(PageFrame.Link(e.Source, e.Url)).Append(sources.Mark(e));
            html.Append(e.Lead ? " <span class=\"tag\">lead</span>" : "");
            var detail = string.Join("; ", new[] { Phrases.Tier(e.Tier), e.Basis, e.Note }.Where(p => !string.IsNullOrEmpty(p)));
            html.Append($"<small>{HtmlText.Escape(detail)}</small></th><td class=\"n\">{HtmlText.Escape(Phrases.Value(e))}</td>");
            html.Append($"<td>{HtmlText.Escape(e.Published ?? "unknown")}</td><td>");
            html.Append(
                e.Verdict is { } verdict
                    ? $"<span class=\"says v-{verdict.Code()}\">{verdict.Sign()} {verdict.Word()}</span>"
                    : "<span class=\"says\">for information</span>"
            );
            html.Append("</td></tr>");
        }
        html.Append("</tbody></table>");
    }

    private static void Node(StringBuilder html, Derivation node)
    {
        html.Append($"<li><code>{HtmlText.Escape(node.Op)}</code>");
        if (Phrases.Value(node) is { Length: > 0 } value)
            html.Append($" = <b>{HtmlText.Escape(value)}</b>");
        if (node.Source is { } source)
        {
            html.Append($"<small>{PageFrame.Link(source.Source, source.Url)}");
            foreach (var part in new[] { source.Via is null ? null : $"via {source.Via}", source.Published, source.Row })
                if (!string.IsNullOrEmpty(part))
                    html.Append($" · {HtmlText.Escape(part)}");
            html.Append("</small>");
        }
        if (node.Note is { } note)
            html.Append($"<small>{HtmlText.Escape(note)}</small>");
        if (node.Args.Count > 0)
        {
            html.Append("<ul>");
            foreach (var arg in node.Args)
                Node(html, arg);
            html.Append("</ul>");
        }
        html.Append("</li>");
    }

    private static void Line(StringBuilder html, string label, string? text)
    {
        if (text is not null)
            html.Append($"<p class=\"line\"><b>{HtmlText.Escape(label)}</b> {HtmlText.Escape(text)}</p>");
    }
}
