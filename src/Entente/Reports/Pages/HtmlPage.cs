using System.Globalization;
using System.Text;
using Entente.Reports.Html;

namespace Entente.Reports.Pages;

/// <summary>A report in parts as one page of HTML that holds everything.</summary>
public static class HtmlPage
{
    private const string Sheet = """
        .page tbody th{font-weight:400}
        .page ul{padding-left:1.2rem}.page li small{display:block}
        .page p{margin:.5rem 0;max-width:46rem}

        """;

    /// <summary>From here on a list of the sections is worth its room.</summary>
    private const int LeastSections = 3;

    /// <param name="output">Takes the page.</param>
    /// <param name="page">What it says.</param>
    /// <param name="margin">Beside the title at the head of every sheet of paper.</param>
    public static void Write(TextWriter output, ReportPage page, string margin = "Entente")
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(page);
        PageFrame.Begin(output, page.Title, Sheet, margin);
        var html = new StringBuilder(1 << 15);
        html.Append(
            $"<article class=\"page\" aria-labelledby=\"title\">\n<header class=\"top\"><h1 id=\"title\">{HtmlText.Escape(page.Title)}</h1>"
        );
        if (!page.Meta.IsEmpty)
            html.Append($"<p class=\"meta\">{Line(page.Meta)}</p>");
        Contents(html, page);
        html.Append("</header>\n");
        var (section, charts) = (0, 0);
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case HeadingBlock { Level: 2 } heading:
                    html.Append(section > 0 ? "</section>\n" : "");
                    section++;
                    html.Append(
                        CultureInfo.InvariantCulture,
                        $"<section aria-labelledby=\"h{section}\"><h2 id=\"h{section}\">{Line(heading.Text)}</h2>\n"
                    );
                    break;
                case HeadingBlock heading:
                    html.Append(CultureInfo.InvariantCulture, $"<h{heading.Level}>{Line(heading.Text)}</h{heading.Level}>\n");
                    break;
                case TextBlock text:
                    html.Append($"<p{(text.Soft ? " class=\"soft\"" : "")}>{Line(text.Text)}</p>\n");
                    break;
                case ListBlock list:
                    html.Append("<ul>").AppendJoin("", list.Items.Select(i => $"<li>{Line(i)}</li>")).Append("</ul>\n");
                    break;
                case TableBlock table:
                    Table(html, table);
                    break;
                case ChartBlock chart:
                    ChartFigure.Write(html, chart.Chart, string.Create(CultureInfo.InvariantCulture, $"g{charts++}"), table: chart.Table);
                    break;
            }
        }
        html.Append(section > 0 ? "</section>\n" : "");
        html.Append($"<footer>{Line(page.Foot)}</footer>\n</article>\n");
        output.Write(html);
        PageFrame.End(output);
    }

    private static void Contents(StringBuilder html, ReportPage page)
    {
        var sections = page.Blocks.OfType<HeadingBlock>().Where(h => h.Level == 2).ToList();
        if (sections.Count < LeastSections)
            return;
        html.Append("<nav class=\"toc\" aria-label=\"Sections\">");
        for (var i = 0; i < sections.Count; i++)
            html.Append(CultureInfo.InvariantCulture, $"<a href=\"#h{i + 1}\">{HtmlText.Escape(sections[i].Text.Plain)}</a>");
        html.Append("</nav>");
    }

    private static void Table(StringBuilder html, TableBlock table)
    {
        html.Append($"{PageFrame.Scrolling(table.Caption)}<table><caption>{HtmlText.Escape(table.Caption)}</caption><thead><tr>");
        foreach (var column in table.Columns)
            html.Append($"<th scope=\"col\"{(column.Figures ? " class=\"n\"" : "")}>{HtmlText.Escape(column.Head)}</th>");
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append($"<tr><th scope=\"row\">{Line(row[0])}</th>");
            for (var i = 1; i < row.Count; i++)
                html.Append($"<td{(table.Columns[i].Figures ? " class=\"n\"" : "")}>{Line(row[i])}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody></table></div>\n");
    }

    private static string Line(Words words) => string.Join(' ', words.Spans.Where(s => s.Text.Length > 0).Select(Span));

    private static string Span(Span span)
    {
        var text = PageFrame.Link(span.Text, span.Url);
        return span.Style switch
        {
            SpanStyle.Small => $"<small>{text}</small>",
            SpanStyle.Code => $"<code>{text}</code>",
            SpanStyle.Strong => $"<strong>{text}</strong>",
            _ => text,
        };
    }
}
