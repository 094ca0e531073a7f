namespace Entente.Reports.Charts;

/// <summary>What a text claims, laid over lines: a band at its height, a mark at its period, and how far that is from the authority that leads.</summary>
internal sealed class ClaimMarks(
    ChartModel chart,
    LinearScale y,
    Func<double, double> x,
    double left,
    double right,
    double top,
    double bottom
)
{
    /// <summary>A band as thin as a hair would not be seen.</summary>
    private const double Thinnest = 3;

    /// <summary>Two marks nearer than this touch, and no line between them can be read.</summary>
    private const double Touching = 26;

    public void Behind(SvgWriter svg)
    {
        if (chart.Mark is not { } mark)
            return;
        if (mark.X is { } at)
            svg.Line(x(at), top, x(at), bottom, "when");
        var (from, to) = Band(mark);
        svg.Rect(left, from, right - left, to - from, $"claim v-{mark.Verdict}");
        svg.Line(left, from, right, from, $"edge v-{mark.Verdict}").Line(left, to, right, to, $"edge v-{mark.Verdict}");
    }

    public void Before(SvgWriter svg)
    {
        if (chart.Mark is not { } mark)
            return;
        var (from, to) = Band(mark);
        // Above the band, or beneath it where it lies at the upper edge.
        var label = from - 6 > top + 8 ? from - 6 : to + 14;
        var at = mark.X is { } period ? x(period) : left;
        var far = at - left > right - at;
        var apart = mark.Value is { } height && Lead(mark) is { } against && Math.Abs(y[against] - y[height]) >= Touching;
        // Where the two stand too near for a line between them, the distance is told with the claim.
        var text = apart || mark.OffBy is null ? mark.Text : $"{mark.Text}, {mark.OffBy}";
        if (ChartDrawing.WidthOf(text) > right - left - 8)
            text = mark.Text;
        svg.Text(far ? left + 4 : right - 4, label, text, "claimed", far ? Anchor.Start : Anchor.End);
        if (mark.X is null || mark.Value is not { } value)
            return;
        if (apart && mark.OffBy is { } off && Lead(mark) is { } lead)
        {
            var middle = (y[lead] + y[value]) / 2;
            svg.Line(at, y[lead], at, y[value], $"off v-{mark.Verdict}")
                .Text(far ? at - 8 : at + 8, middle + 4, off, "claimed", far ? Anchor.End : Anchor.Start);
        }
        svg.Point(3, at, y[value], 5, $"mark v-{mark.Verdict}", mark.Text);
    }

    private double? Lead(ChartMark mark) => chart.Series.FirstOrDefault(s => s.Lead)?.Points.FirstOrDefault(p => p.At == mark.At)?.Value;

    private (double From, double To) Band(ChartMark mark)
    {
        var (a, b) = (
            double.IsFinite(mark.High) ? y[mark.High] : (y.High > y.Low ? top : bottom),
            double.IsFinite(mark.Low) ? y[mark.Low] : (y.High > y.Low ? bottom : top)
        );
        var (from, to) = (Math.Clamp(Math.Min(a, b), top, bottom), Math.Clamp(Math.Max(a, b), top, bottom));
        if (to - from < Thinnest)
            (from, to) = (((from + to) / 2) - (Thinnest / 2), ((from + to) / 2) + (Thinnest / 2));
        return (from, to);
    }
}
