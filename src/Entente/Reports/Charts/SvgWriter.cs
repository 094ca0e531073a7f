using System.Globalization;
using System.Text;
using Entente.Reports.Html;

namespace Entente.Reports.Charts;

/// <summary>Horizontal place of a text's anchor.</summary>
internal enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>
/// A small writer of inline SVG. Colours come from the page's style classes, so that a chart follows light, dark and print. Every chart has a title and
/// a description, which is what a screen reader and a search find.
/// </summary>
internal sealed class SvgWriter
{
    private readonly StringBuilder output = new();

    /// <param name="width">View box width in pixels at normal size.</param>
    /// <param name="height">View box height.</param>
    /// <param name="id">Unique in the page; title and description are named after it.</param>
    /// <param name="style">Class of the svg element.</param>
    /// <param name="title">What the chart is.</param>
    /// <param name="description">What it shows, with its numbers.</param>
    /// <param name="stretch">True where the drawing may be stretched to its box (bars without text).</param>
    /// <param name="sheet">For a drawing that is a file of its own: its style sheet; null within a page.</param>
    public SvgWriter(
        double width,
        double height,
        string id,
        string style,
        string title,
        string description,
        bool stretch = false,
        string? sheet = null
    )
    {
        output.Append(
            sheet is null
                ? "<svg"
                : $"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{N(width)}\" height=\"{N(height)}\" xml:lang=\"en\""
        );
        output.Append($" class=\"{style}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"");
        output.Append(stretch ? " preserveAspectRatio=\"none\">" : ">");
        output.Append($"<title id=\"{id}-t\">{HtmlText.Escape(title)}</title><desc id=\"{id}-d\">{HtmlText.Escape(description)}</desc>");
        if (sheet is not null)
            output.Append($"<style>{sheet}</style>");
    }

    public SvgWriter Rect(double x, double y, double width, double height, string style, double radius = 0, string? tooltip = null)
    {
        output.Append($"<rect class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\" width=\"{N(width)}\" height=\"{N(height)}\"");
        if (radius > 0)
            output.Append($" rx=\"{N(radius)}\"");
        return Close("rect", tooltip);
    }

    public SvgWriter Line(double x1, double y1, double x2, double y2, string style)
    {
        output.Append($"<line class=\"{style}\" x1=\"{N(x1)}\" y1=\"{N(y1)}\" x2=\"{N(x2)}\" y2=\"{N(y2)}\"/>");
        return this;
    }

    public SvgWriter Polyline(IReadOnlyList<(double X, double Y)> points, string style) => Points("polyline", points, style);

    public SvgWriter Polygon(IReadOnlyList<(double X, double Y)> points, string style) => Points("polygon", points, style);

    public SvgWriter Circle(double x, double y, double radius, string style, string? tooltip = null)
    {
        output.Append($"<circle class=\"{style}\" cx=\"{N(x)}\" cy=\"{N(y)}\" r=\"{N(radius)}\"");
        return Close("circle", tooltip);
    }

    /// <summary>A mark for the points of a series, by its number: lines are told apart by shape as well.</summary>
    public SvgWriter Point(int shape, double x, double y, double size, string style, string? tooltip = null)
    {
        var r = size;
        var path = (shape % 6) switch
        {
            0 => null,
            1 => $"M{N(x - r)} {N(y - r)}h{N(2 * r)}v{N(2 * r)}h{N(-2 * r)}z",
            2 => $"M{N(x)} {N(y - (1.25 * r))}L{N(x + (1.15 * r))} {N(y + (0.85 * r))}H{N(x - (1.15 * r))}z",
            3 => $"M{N(x)} {N(y - (1.35 * r))}L{N(x + (1.35 * r))} {N(y)}L{N(x)} {N(y + (1.35 * r))}L{N(x - (1.35 * r))} {N(y)}z",
            4 => $"M{N(x)} {N(y + (1.25 * r))}L{N(x + (1.15 * r))} {N(y - (0.85 * r))}H{N(x - (1.15 * r))}z",
            _ => $"M{N(x - (1.5 * r))} {N(y - (0.6 * r))}h{N(3 * r)}v{N(1.2 * r)}h{N(-3 * r)}z",
        };
        if (path is null)
            return Circle(x, y, r, style, tooltip);
        output.Append($"<path class=\"{style}\" d=\"{path}\"");
        return Close("path", tooltip);
    }

    public SvgWriter Text(double x, double y, string text, string style, Anchor anchor = Anchor.Start)
    {
        var where = anchor switch
        {
            Anchor.Middle => " text-anchor=\"middle\"",
            Anchor.End => " text-anchor=\"end\"",
            _ => "",
        };
        output.Append($"<text class=\"{style}\" x=\"{N(x)}\" y=\"{N(y)}\"{where}>{HtmlText.Escape(text)}</text>");
        return this;
    }

    public string Finish() => output.Append("</svg>").ToString();

    private SvgWriter Points(string element, IReadOnlyList<(double X, double Y)> points, string style)
    {
        output.Append($"<{element} class=\"{style}\" points=\"");
        for (var i = 0; i < points.Count; i++)
            output.Append(i == 0 ? "" : " ").Append(N(points[i].X)).Append(',').Append(N(points[i].Y));
        output.Append("\"/>");
        return this;
    }

    private SvgWriter Close(string element, string? tooltip)
    {
        output.Append(tooltip is null ? "/>" : $"><title>{HtmlText.Escape(tooltip)}</title></{element}>");
        return this;
    }

    private static string N(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
