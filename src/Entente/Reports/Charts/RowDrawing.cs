namespace Entente.Reports.Charts;

/// <summary>Rows on one scale: marks with their intervals, bars, or tornados; a band where a text claims something. The number stands beside each row.</summary>
internal sealed class RowDrawing
{
    private const double LineHeight = 16;
    private const int LongestName = 46;

    private readonly ChartModel chart;
    private readonly bool narrow;
    private readonly double width;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double rowHeight;
    private readonly double bottom;
    private readonly double height;
    private readonly bool single;
    private readonly LinearScale x;
    private readonly List<(double X, string Name)> rows;

    public RowDrawing(ChartModel chart, bool narrow)
    {
        (this.chart, this.narrow) = (chart, narrow);
        width = narrow ? 360 : 720;
        rows = [.. chart.Series.SelectMany(s => s.Points).GroupBy(p => p.X).OrderBy(g => g.Key).Select(g => (g.Key, g.First().At))];
        // Where a row has one figure, it stands beside it; where it has several, the table has them.
        single = rows.Count > 0 && chart.Series.Sum(s => s.Points.Count) == rows.Count;
        var labels = rows.Max(r => ChartDrawing.WidthOf(ChartDrawing.Shorten(r.Name, LongestName)));
        var values = single ? chart.Series.SelectMany(s => s.Points).Max(p => ChartDrawing.WidthOf(Value(p))) : 0;
        left = narrow ? 10 : labels + 14;
        right = width - (narrow ? 12 : values + 18);
        top = chart.Mark is not null || (chart.Base is not null && chart.BaseName is not null) ? 24 : 8;
        var lines = chart.Form == ChartForm.Tornado ? 1 : Math.Max(1, single ? 1 : chart.Series.Count);
        rowHeight = (narrow ? LineHeight : 0) + 10 + (14 * lines);
        bottom = top + (rowHeight * rows.Count);
        var legend =
            chart.Form == ChartForm.Tornado ? 2
            : single ? 0
            : chart.Series.Count;
        height = bottom + 24 + (legend > 0 ? (LineHeight * legend) + 4 : 0);
        x = Scale();
    }

    public string Draw(string id, string? sheet)
    {
        var svg = new SvgWriter(width, height, id, narrow ? "ch narrow" : "ch wide", chart.Title, chart.Summary, sheet: sheet);
        if (sheet is not null)
            svg.Rect(0, 0, width, height, "paper");
        foreach (var tick in x.Ticks(narrow ? 4 : 6))
            svg.Line(x[tick], top, x[tick], bottom, tick == 0 ? "grid zero" : "grid")
                .Text(x[tick], bottom + 17, Number(tick), "tick", Anchor.Middle);
        Mark(svg);
        Base(svg);
        for (var row = 0; row < rows.Count; row++)
            Row(svg, row);
        Legend(svg);
        return svg.Finish();
    }

    private string Number(double value) => ChartNumber.Short(value, chart);

    private string Value(ChartPoint point) =>
        chart.Form == ChartForm.Tornado ? $"{Number(point.Low ?? point.Value)} to {Number(point.High ?? point.Value)}"
        : point is { Low: { } low, High: { } high } && low != high ? $"{Number(point.Value)} [{Number(low)}, {Number(high)}]"
        : Number(point.Value);

    private LinearScale Scale()
    {
        var values = chart
            .Series.SelectMany(s => s.Points)
            .SelectMany(p => new[] { p.Value, p.Low ?? p.Value, p.High ?? p.Value })
            .ToList();
        if (chart.Form == ChartForm.Bars)
            values.Add(0);
        if (chart.Base is { } anchor)
            values.Add(anchor);
        if (chart.Mark is { } mark)
            values.AddRange(new[] { mark.Value ?? double.NaN, mark.Low, mark.High });
        values.RemoveAll(v => !double.IsFinite(v));
        var scale = LinearScale.Over(values, left, right, 0.05);
        // Shares have their ends, and bars begin at nothing.
        var (least, most) = (values.DefaultIfEmpty(0).Min(), values.DefaultIfEmpty(1).Max());
        if (chart.Form == ChartForm.Bars && least >= 0)
            scale = scale with { Low = 0 };
        else if (chart.Form == ChartForm.Bars && most <= 0)
            scale = scale with { High = 0 };
        else if (chart is { Unit: "share", Signed: false, Base: 0.5 })
            scale = scale with { Low = 0, High = 1 };
        return scale;
    }

    private void Mark(SvgWriter svg)
    {
        if (chart.Mark is not { } mark)
            return;
        var from = double.IsFinite(mark.Low) ? x[mark.Low] : left;
        var to = double.IsFinite(mark.High) ? x[mark.High] : right;
        if (to - from < 3)
            (from, to) = (((from + to) / 2) - 1.5, ((from + to) / 2) + 1.5);
        svg.Rect(from, top - 4, to - from, bottom - top + 4, $"claim v-{mark.Verdict}");
        svg.Line(from, top - 4, from, bottom, $"edge v-{mark.Verdict}").Line(to, top - 4, to, bottom, $"edge v-{mark.Verdict}");
        Above(svg, (from + to) / 2, mark.Text);
    }

    private void Base(SvgWriter svg)
    {
        if (chart.Base is not { } anchor)
            return;
        svg.Line(x[anchor], top - 4, x[anchor], bottom, "base");
        if (chart.BaseName is { } name && chart.Mark is null)
            Above(svg, x[anchor], anchor == 0 ? name : $"{name}: {Number(anchor)}");
    }

    /// <summary>Kept inside the drawing where it stands at its edge.</summary>
    private void Above(SvgWriter svg, double at, string text)
    {
        var half = ChartDrawing.WidthOf(text) / 2;
        svg.Text(
            Math.Clamp(at, Math.Min(half + 4, width / 2), Math.Max(width - half - 4, width / 2)),
            top - 9,
            text,
            "claimed",
            Anchor.Middle
        );
    }

    private void Row(SvgWriter svg, int row)
    {
        var begin = top + (rowHeight * row);
        var marks = chart.Series.Select((s, i) => (Series: s, Index: i, Point: s.Points.FirstOrDefault(p => p.X == rows[row].X))).ToList();
        var first = marks.First(m => m.Point is not null);
        var strong = first.Series.Lead && single;
        var label = ChartDrawing.Shorten(rows[row].Name, narrow ? 36 : LongestName);
        if (narrow)
        {
            var value = single ? Value(first.Point!) : "";
            // The lines of the scale do not run through the words.
            svg.Rect(0, begin + 1, width, LineHeight, "blank");
            var room = (int)((width - 30 - ChartDrawing.WidthOf(value)) / 6.5);
            svg.Text(left, begin + 14, ChartDrawing.Shorten(rows[row].Name, Math.Max(8, room)), strong ? "label lead" : "label");
            if (single)
                svg.Text(right, begin + 14, value, strong ? "label lead" : "label", Anchor.End);
        }
        else
        {
            var middle = begin + (rowHeight / 2) + 4;
            svg.Text(left - 8, middle, label, strong ? "label lead" : "label", Anchor.End);
            if (single)
                svg.Text(right + 12, middle, Value(first.Point!), strong ? "label lead" : "label");
        }
        var line = 0;
        var under = begin + (narrow ? LineHeight : 0) + 12;
        foreach (var (series, index, point) in marks)
        {
            if (point is not null)
                Draw(
                    svg,
                    series,
                    index,
                    point,
                    under + (14 * line),
                    $"{rows[row].Name}, {series.Name}: {Value(point)}{(point.Note is null ? "" : $" ({point.Note})")}"
                );
            if (!single)
                line++;
        }
    }

    private void Draw(SvgWriter svg, ChartSeries series, int index, ChartPoint point, double at, string tooltip)
    {
        var style = $"s{index % 6}{(series.Lead ? " lead" : "")}";
        switch (chart.Form)
        {
            case ChartForm.Tornado:
                var anchor = chart.Base ?? point.Value;
                Bar(svg, anchor, point.Low ?? anchor, at, "bar hollow", tooltip);
                Bar(svg, anchor, point.High ?? anchor, at, "bar solid", tooltip);
                return;
            case ChartForm.Bars:
                Bar(svg, 0, point.Value, at, point.Value < 0 ? "bar solid s1" : "bar solid s0", tooltip);
                Interval(svg, point, at, "span over");
                return;
            default:
                svg.Line(left, at, right, at, "row");
                Interval(svg, point, at, $"span {style}");
                svg.Point(index, x[point.Value], at, series.Lead || index == 0 ? 4.4 : 3.8, $"pt {style}", tooltip);
                return;
        }
    }

    private void Interval(SvgWriter svg, ChartPoint point, double at, string style)
    {
        if (point is not { Low: { } low, High: { } high } || low == high)
            return;
        svg.Line(x[low], at, x[high], at, style).Line(x[low], at - 4, x[low], at + 4, style).Line(x[high], at - 4, x[high], at + 4, style);
    }

    private void Bar(SvgWriter svg, double from, double to, double at, string style, string tooltip)
    {
        var (a, b) = (Math.Min(x[from], x[to]), Math.Max(x[from], x[to]));
        svg.Rect(a, at - 6, Math.Max(1, b - a), 12, style, tooltip: tooltip);
    }

    private void Legend(SvgWriter svg)
    {
        var at = bottom + 36;
        if (chart.Form == ChartForm.Tornado)
        {
            svg.Rect(10, at - 6, 22, 12, "bar hollow").Text(40, at + 4, "the input alone at its 5th percentile", "label");
            svg.Rect(10, at + LineHeight - 6, 22, 12, "bar solid").Text(40, at + LineHeight + 4, "at its 95th", "label");
            return;
        }
        if (single)
            return;
        for (var i = 0; i < chart.Series.Count; i++)
            svg.Point(i, 21, at + (LineHeight * i), 4, $"pt s{i % 6}{(chart.Series[i].Lead ? " lead" : "")}")
                .Text(40, at + (LineHeight * i) + 4, ChartDrawing.Shorten(chart.Series[i].Name, narrow ? 46 : 90), "label");
    }
}
