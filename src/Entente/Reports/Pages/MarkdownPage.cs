using Entente.Reports.Markdown;

namespace Entente.Reports.Pages;

/// <summary>A report in parts as Markdown: for a repository, a vault, an editor's preview.</summary>
public static class MarkdownPage
{
    /// <param name="output">Takes the text.</param>
    /// <param name="page">What it says.</param>
    /// <param name="pictures">Takes the drawings of charts; null leaves them out, and their tables stand for them.</param>
    public static void Write(TextWriter output, ReportPage page, IPictures? pictures)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(page);
        output.Write($"# {MarkdownText.Escape(page.Title)}\n\n");
        if (!page.Meta.IsEmpty)
            output.Write($"{Line(page.Meta)}\n\n");
        foreach (var block in page.Blocks)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    output.Write($"{new string('#', heading.Level)} {Line(heading.Text)}\n\n");
                    break;
                case TextBlock text:
                    output.Write($"{Line(text.Text)}\n\n");
                    break;
                case ListBlock list:
                    foreach (var item in list.Items)
                        output.Write($"- {Line(item)}\n");
                    output.Write("\n");
                    break;
                case TableBlock table:
                    output.Write($"**{MarkdownText.Escape(table.Caption)}**\n\n");
                    Table(output, table.Columns, table.Rows.Select(r => r.Select(Cell)));
                    break;
                case ChartBlock chart:
                    MarkdownChart.Write(output, chart.Chart, chart.Chart.Id, pictures, table: chart.Table);
                    break;
            }
        }
        output.Write($"---\n\n{Line(page.Foot)}\n");
        if (pictures is null && page.Blocks.OfType<ChartBlock>().Any())
            output.Write($"\n{MarkdownChart.LeftOut}\n");
    }

    internal static void Table(TextWriter output, IReadOnlyList<Column> columns, IEnumerable<IEnumerable<string>> rows)
    {
        output.Write($"| {string.Join(" | ", columns.Select(c => MarkdownText.Escape(c.Head)))} |\n");
        output.Write($"|{string.Concat(columns.Select(c => c.Figures ? "--:|" : "---|"))}\n");
        foreach (var row in rows)
            output.Write($"| {string.Join(" | ", row)} |\n");
        output.Write("\n");
    }

    private static string Cell(Words words) => Line(words);

    private static string Line(Words words) => string.Join(' ', words.Spans.Where(s => s.Text.Length > 0).Select(Span));

    private static string Span(Span span)
    {
        if (span.Style == SpanStyle.Code)
            // A bar would end the cell even inside a code span.
            return $"`{MarkdownText.Code(span.Text).Replace("|", "\\|", StringComparison.Ordinal)}`";
        var text = MarkdownText.Escape(span.Text);
        if (Links.Safe(span.Url) is { } url)
            text = $"[{text}](<{url}>)";
        return span.Style switch
        {
            SpanStyle.Strong => $"**{text}**",
            SpanStyle.Small => $"({text})",
            _ => text,
        };
    }
}
