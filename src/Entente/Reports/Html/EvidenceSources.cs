using System.Globalization;
using System.Text;
using Entente.Checking;
using Entente.Reports.Pages;

namespace Entente.Reports.Html;

/// <summary>The publications behind a text's verdicts, numbered in the order of their first appearance: a mark at each figure, and once, at the end, the list with their addresses, as paper needs it.</summary>
internal sealed class EvidenceSources
{
    private readonly Dictionary<(string Source, string? Url), int> numbers = [];
    private readonly List<Evidence> all = [];
    private readonly int document;

    public EvidenceSources(CheckReport report, int document)
    {
        this.document = document;
        foreach (var evidence in report.Claims.SelectMany(c => c.Evidence))
            if (Links.Safe(evidence.Url) is { } url && numbers.TryAdd((evidence.Source, url), numbers.Count + 1))
                all.Add(evidence);
    }

    /// <summary>The mark of a figure's publication; empty where it has no address.</summary>
    public string Mark(Evidence evidence) =>
        Links.Safe(evidence.Url) is { } url && numbers.TryGetValue((evidence.Source, url), out var number)
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"<a class=\"cite\" href=\"#s{document}-{number}\" aria-label=\"source {number}\">[{number}]</a>"
            )
            : "";

    public void Write(StringBuilder html)
    {
        if (all.Count == 0)
            return;
        html.Append(
            CultureInfo.InvariantCulture,
            $"<section aria-labelledby=\"q{document}\"><h2 id=\"q{document}\">Sources</h2><ol class=\"sources\">\n"
        );
        for (var i = 0; i < all.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li id=\"s{document}-{i + 1}\">{HtmlText.Escape(all[i].Source)}");
            if (all[i].Published is { } published)
                html.Append($", {HtmlText.Escape(published)}");
            html.Append($", {PageFrame.Link(Links.Host(all[i].Url)!, all[i].Url)}</li>\n");
        }
        html.Append("</ol></section>\n");
    }
}
