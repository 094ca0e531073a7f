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
    public SvgWriter(double width, double height, string id, string style, string title, string description, bool stretch = false)
    {
        output.Append($"<svg class=\"{style}\" viewBox=\"0 0 {N(width)} {N(height)}\" role=\"img\" aria-labelledby=\"{id}-t {id}-d\"");
        output.Append(stretch ? " preserveAspectRatio=\"none\">" : ">");
        output.Append($"<title id=\"{id}-t\">{HtmlText.Escape(title)}</title><desc id=\"{id}-d\">{HtmlText.Escape(description)}</desc>");
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
