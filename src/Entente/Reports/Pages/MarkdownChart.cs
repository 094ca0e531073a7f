using Entente.Reports.Charts;
using Entente.Reports.Markdown;

namespace Entente.Reports.Pages;

/// <summary>A chart in Markdown: the picture with what it shows in words, and its numbers as a table.</summary>
internal static class MarkdownChart
{
    public const string LeftOut = "Pictures of the charts are left out here; `--out FILE.md` puts them beside the file.";

    /// <summary>Up to here the periods stand beside each other, and a line of the chart is a line of the table.</summary>
    private const int MostAcross = 14;

    /// <param name="output">Takes the text.</param>
    /// <param name="chart">What to show.</param>
    /// <param name="name">The picture's name.</param>
    /// <param name="pictures">Takes the drawing; null leaves it out.</param>
    /// <param name="begin">Before every line: what a quotation or a callout needs.</param>
    /// <param name="table">False where the text has the numbers already.</param>
    public static void Write(TextWriter output, ChartModel chart, string name, IPictures? pictures, string begin = "", bool table = true)
    {
        void Line(string text) => output.Write(text.Length == 0 ? $"{begin.TrimEnd()}\n" : $"{begin}{text}\n");
        if (pictures is not null)
        {
            Line(
                $"![{MarkdownText.Escape($"{chart.Title}. {chart.Summary}")}]({MarkdownText.Path(pictures.Add(name, ChartDrawing.File(chart)))})"
            );
            Line("");
        }
        if (chart.Note is { } note)
        {
            Line($"*{MarkdownText.Escape(note)}*");
            Line("");
        }
        for (var i = 0; i < chart.Events.Count && pictures is not null; i++)
            Line($"- {LineDrawing.Letter(i)}: {MarkdownText.Escape($"{chart.Events[i].At} {chart.Events[i].Text}")}");
        if (chart.Events.Count > 0 && pictures is not null)
            Line("");
        if (!table)
            return;
        var (columns, rows) = Laid(ChartTable.Of(chart), chart.Form == ChartForm.Lines);
        Line($"**{MarkdownText.Escape(chart.Title)}**{(ChartNumber.Unit(chart) is { } unit ? $", {MarkdownText.Escape(unit)}" : "")}");
        Line("");
        Line($"| {string.Join(" | ", columns.Select(MarkdownText.Escape))} |");
        Line($"|---|{string.Concat(columns.Skip(1).Select(_ => "--:|"))}");
        foreach (var row in rows)
            Line($"| {string.Join(" | ", row.Select(MarkdownText.Escape))} |");
        Line("");
    }

    private static (IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows) Laid(ChartTable table, bool lines)
    {
        if (!lines || table.Rows.Count > MostAcross)
            return (table.Columns, table.Rows);
        return (
            [table.Columns[0], .. table.Rows.Select(r => r[0])],
            [
                .. Enumerable
                    .Range(1, table.Columns.Count - 1)
                    .Select(c => (IReadOnlyList<string>)[table.Columns[c], .. table.Rows.Select(r => r[c])]),
            ]
        );
    }
}
