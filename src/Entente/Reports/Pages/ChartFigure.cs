using System.Text;
using Entente.Reports.Charts;
using Entente.Reports.Html;

namespace Entente.Reports.Pages;

/// <summary>A chart in a page: its title, the drawing for wide and narrow screens, what its letters mean, and its numbers as a table.</summary>
public static class ChartFigure
{
    /// <param name="html">Takes it.</param>
    /// <param name="chart">What to show.</param>
    /// <param name="id">Unique in the page.</param>
    /// <param name="small">True where it stands in a margin: the narrow drawing alone.</param>
    /// <param name="mark">After the title: marks of sources, ready as HTML.</param>
    /// <param name="table">False where a table beside it has the numbers already.</param>
    public static void Write(StringBuilder html, ChartModel chart, string id, bool small = false, string mark = "", bool table = true)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(chart);
        html.Append($"<figure class=\"chart{(small ? " small" : "")}\"><figcaption>{HtmlText.Escape(chart.Title)}{mark}");
        if (Unit(chart) is { } unit)
            html.Append($" <small>{HtmlText.Escape(unit)}</small>");
        html.Append("</figcaption>");
        if (!small)
            html.Append(ChartDrawing.Svg(chart, id));
        html.Append(ChartDrawing.Svg(chart, small ? id : id + "n", ChartWidth.Narrow));
        if (chart.Events.Count > 0)
        {
            html.Append("<ol class=\"events\">");
            for (var i = 0; i < chart.Events.Count; i++)
                html.Append(
                    $"<li><b>{LineDrawing.Letter(i)}</b> <time>{HtmlText.Escape(chart.Events[i].At)}</time> {HtmlText.Escape(chart.Events[i].Text)}</li>"
                );
            html.Append("</ol>");
        }
        if (chart.Note is { } note)
            html.Append($"<p class=\"note\">{HtmlText.Escape(note)}</p>");
        if (table)
            Table(html, chart);
        html.Append("</figure>\n");
    }

    private static void Table(StringBuilder html, ChartModel chart)
    {
        var table = ChartTable.Of(chart);
        html.Append(
            $"<details><summary>Data<span class=\"sr\"> of {HtmlText.Escape(chart.Title)}</span></summary>{PageFrame.Scrolling($"Data of {chart.Title}")}<table class=\"data\"><caption class=\"sr\">{HtmlText.Escape(chart.Title)}{(Unit(chart) is { } unit ? $", {HtmlText.Escape(unit)}" : "")}</caption><thead><tr>"
        );
        for (var i = 0; i < table.Columns.Count; i++)
        {
            html.Append($"<th scope=\"col\"{(i > 0 ? " class=\"n\"" : "")}>{HtmlText.Escape(table.Columns[i])}");
            if (i > 0 && Source(chart.Series[i - 1]) is { Length: > 0 } source)
                html.Append($"<small>{HtmlText.Escape(source)}</small>");
            html.Append("</th>");
        }
        html.Append("</tr></thead><tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append($"<tr><th scope=\"row\">{HtmlText.Escape(row[0])}</th>");
            foreach (var cell in row.Skip(1))
                html.Append($"<td class=\"n\">{HtmlText.Escape(cell)}</td>");
            html.Append("</tr>");
        }
        html.Append("</tbody></table></div></details>");
    }

    /// <summary>Whose figures and of when, where the name does not say it.</summary>
    private static string Source(ChartSeries series) =>
        string.Join(
            ", ",
            new[]
            {
                series.Source is { } source && !series.Name.Contains(source, StringComparison.Ordinal) ? source : null,
                series.Via is { } via && via != series.Source ? $"via {via}" : null,
                series.Vintage is { } vintage ? $"published to {vintage}" : null,
            }.Where(p => p is not null)
        );

    /// <summary>The unit in words, where the numbers of the axis do not show it.</summary>
    private static string? Unit(ChartModel chart) =>
        chart.Unit switch
        {
            "USD" => "current US dollars",
            "EUR" => "current euros",
            "share" => "per cent",
            "rank" => "place, the first at the top",
            "count" => "number",
            _ => ChartNumber.Unit(chart),
        };
}
