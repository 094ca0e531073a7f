namespace Entente.Reports.Charts;

/// <summary>How much room a drawing has: a page's width, or a telephone's or a margin's.</summary>
public enum ChartWidth
{
    Wide,
    Narrow,
}

/// <summary>
/// Draws charts as SVG. Within a page the page's style sheet colours them, so that they follow light, dark and print; as a file a drawing carries its
/// own. Nothing is told by colour alone: lines differ in dash and in the shape of their points, and carry their names.
/// </summary>
public static class ChartDrawing
{
    /// <param name="chart">What to draw.</param>
    /// <param name="id">Unique in the page; title and description are named after it.</param>
    /// <param name="width">How much room there is.</param>
    public static string Svg(ChartModel chart, string id, ChartWidth width = ChartWidth.Wide) => Draw(chart, id, width, null);

    /// <summary>How every file begins, so that a later report knows which files it may put others in place of.</summary>
    public const string FileBegin = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- Drawn by Entente; drawn again with its report. -->\n";

    /// <summary>The drawing as the text of a file that stands by itself.</summary>
    public static string File(ChartModel chart) => FileBegin + Draw(chart, "chart", ChartWidth.Wide, ChartStyle.File) + "\n";

    private static string Draw(ChartModel chart, string id, ChartWidth width, string? sheet)
    {
        ArgumentNullException.ThrowIfNull(chart);
        return chart.Form == ChartForm.Lines
            ? new LineDrawing(chart, width == ChartWidth.Narrow).Draw(id, sheet)
            : new RowDrawing(chart, width == ChartWidth.Narrow).Draw(id, sheet);
    }

    /// <summary>Roughly how wide a text is drawn, in units of the drawing.</summary>
    internal static double WidthOf(string text) => 6.5 * text.Length;

    internal static string Shorten(string text, int most) => text.Length <= most ? text : text[..(most - 1)].TrimEnd() + "…";
}
