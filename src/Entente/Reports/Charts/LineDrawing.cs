namespace Entente.Reports.Charts;

/// <summary>
/// Lines over time: one for each authority, broken where figures are missing, with bands where values have intervals, letters for happenings, and what
/// a text claims as a band with a mark at its period.
/// </summary>
internal sealed class LineDrawing
{
    private const double LabelHeight = 15;
    private const int LongestName = 26;
    private const double TickWidth = 46;

    private readonly ChartModel chart;
    private readonly bool narrow;
    private readonly double width;
    private readonly double left;
    private readonly double right;
    private readonly double top;
    private readonly double bottom;
    private readonly double height;
    private readonly double from;
    private readonly double to;
    private readonly LinearScale y;
    private readonly IReadOnlyList<double> ticks;

    public LineDrawing(ChartModel chart, bool narrow)
    {
        (this.chart, this.narrow) = (chart, narrow);
        width = narrow ? 360 : 720;
        var points = chart.Series.SelectMany(s => s.Points).ToList();
        var xs = points.Select(p => p.X).Concat(chart.Mark?.X is { } at ? [at] : []).DefaultIfEmpty(0).ToList();
        (from, to) = (xs.Min(), xs.Max());
        if (to - from < 1)
            to = from + 1;
        top = chart.Events.Count > 0 || chart.Mark is not null ? 28 : 12;
        bottom = top + (narrow ? 190 : 240);
        var legend = narrow && chart.Series.Count > 1 ? LabelHeight * chart.Series.Count + 6 : 0;
        height = bottom + 24 + legend;
        y = Scale(points);
        ticks = Ticks();
        left = 10 + ticks.Max(t => ChartDrawing.WidthOf(Number(t)));
        right = width - (narrow ? 14 : chart.Series.Max(s => ChartDrawing.WidthOf(ChartDrawing.Shorten(s.Name, LongestName))) + 22);
    }

    private bool IsRank => chart.Unit == "rank";

    public string Draw(string id, string? sheet)
    {
        var svg = new SvgWriter(width, height, id, narrow ? "ch narrow" : "ch wide", chart.Title, chart.Summary, sheet: sheet);
        if (sheet is not null)
            svg.Rect(0, 0, width, height, "paper");
        Axes(svg);
        var marks = new ClaimMarks(chart, y, X, left, right, top, bottom);
        marks.Behind(svg);
        Happenings(svg);
        for (var i = 0; i < chart.Series.Count; i++)
            Band(svg, chart.Series[i], i);
        // The lead's line lies over the others.
        for (var i = chart.Series.Count - 1; i >= 0; i--)
            Line(svg, chart.Series[i], i);
        marks.Before(svg);
        if (narrow)
            Legend(svg);
        else
            Names(svg);
        return svg.Finish();
    }

    /// <summary>A letter for each; one that stands close to the last is lifted, so that both are read.</summary>
    private void Happenings(SvgWriter svg)
    {
        var (last, lifted) = (double.NegativeInfinity, false);
        for (var i = 0; i < chart.Events.Count; i++)
        {
            var at = X(chart.Events[i].X);
            lifted = at - last < 12 && !lifted;
            last = at;
            svg.Line(at, top - 6, at, bottom, "event").Text(at, top - (lifted ? 19 : 9), Letter(i), "letter", Anchor.Middle);
        }
    }

    /// <summary>What a happening is called on the axis, and in the list beneath.</summary>
    public static string Letter(int index) => ((char)('A' + (index % 26))).ToString();

    private double X(double year) => left + ((year - from) * (right - left) / (to - from));

    private string Number(double value) => ChartNumber.Short(value, chart);

    private LinearScale Scale(List<ChartPoint> points)
    {
        var values = points.SelectMany(p => new[] { p.Value, p.Low ?? p.Value, p.High ?? p.Value }).ToList();
        if (chart.Mark is { } mark)
            values.AddRange(new[] { mark.Value ?? double.NaN, mark.Low, mark.High });
        values.RemoveAll(v => !double.IsFinite(v));
        if (IsRank)
        {
            // The first place stands at the top.
            var last = Math.Max(3, values.DefaultIfEmpty(3).Max());
            return new(last + 0.4, 0.6, bottom, top);
        }
        var positive = values.All(v => v >= 0);
        if (positive || values.Any(v => v < 0))
            values.Add(0);
        var scale = LinearScale.Over(values, bottom, top, 0.05);
        return positive ? scale with { Low = 0 }
            : values.All(v => v <= 0) ? scale with { High = 0 }
            : scale;
    }

    private IReadOnlyList<double> Ticks()
    {
        if (!IsRank)
        {
            var found = y.Ticks(narrow ? 4 : 5);
            // A third of a warhead is none.
            return Whole() ? [.. found.Where(t => t == Math.Floor(t))] : found;
        }
        var last = (int)Math.Floor(y.Low);
        var step = Math.Max(1, (int)Math.Ceiling(last / 6.0));
        return [1, .. Enumerable.Range(1, last).Where(p => p > 1 && p % step == 0).Select(p => (double)p)];
    }

    private bool Whole() =>
        chart.Unit is { } unit
        && Entente.Quantities.Units.TryFind(unit, out var known)
        && known.Dimension == Entente.Quantities.Dimension.Count;

    private void Axes(SvgWriter svg)
    {
        foreach (var tick in ticks)
            svg.Line(left, y[tick], right, y[tick], tick == 0 ? "grid zero" : "grid")
                .Text(left - 6, y[tick] + 4, Number(tick), "tick", Anchor.End);
        var step = Step((int)Math.Max(1, (right - left) / TickWidth));
        for (var year = (int)Math.Ceiling(from / step) * step; year <= to; year += step)
            svg.Line(X(year), bottom, X(year), bottom + 4, "grid zero")
                .Text(X(year), bottom + 17, ChartTime.Year(year), "tick", Anchor.Middle);
    }

    private int Step(int most)
    {
        foreach (var step in (ReadOnlySpan<int>)[1, 2, 5, 10, 20, 50])
            if ((to - from) / step <= most)
                return step;
        return 100;
    }

    private void Band(SvgWriter svg, ChartSeries series, int index)
    {
        var gap = Gap(series);
        for (var i = 1; i < series.Points.Count; i++)
        {
            var (a, b) = (series.Points[i - 1], series.Points[i]);
            if (b.X - a.X <= gap && a is { Low: { } al, High: { } ah } && b is { Low: { } bl, High: { } bh })
                svg.Polygon([(X(a.X), y[al]), (X(b.X), y[bl]), (X(b.X), y[bh]), (X(a.X), y[ah])], $"band s{index % 6}");
        }
    }

    private void Line(SvgWriter svg, ChartSeries series, int index)
    {
        var style = $"s{index % 6}{(series.Lead ? " lead" : "")}";
        var gap = Gap(series);
        var run = new List<(double X, double Y)>();
        for (var i = 0; i < series.Points.Count; i++)
        {
            if (i > 0 && series.Points[i].X - series.Points[i - 1].X > gap)
                Flush(svg, run, style);
            run.Add((X(series.Points[i].X), y[series.Points[i].Value]));
        }
        Flush(svg, run, style);
        var size =
            series.Points.Count > 40 ? 1.8
            : series.Lead ? 3.4
            : 3;
        foreach (var point in series.Points)
            svg.Point(
                index,
                X(point.X),
                y[point.Value],
                size,
                $"pt {style}",
                $"{series.Name}, {point.At}: {Number(point.Value)}{(point.Published is null ? "" : $", published {point.Published}")}"
            );
    }

    /// <summary>The longest step that still is from one figure to the next: years that are missing break a line.</summary>
    private static double Gap(ChartSeries series)
    {
        var least = double.PositiveInfinity;
        for (var i = 1; i < series.Points.Count; i++)
            least = Math.Min(least, series.Points[i].X - series.Points[i - 1].X);
        return Math.Min(least, 1) * 1.5;
    }

    private static void Flush(SvgWriter svg, List<(double X, double Y)> run, string style)
    {
        if (run.Count > 1)
            svg.Polyline(run, $"ln {style}");
        run.Clear();
    }

    /// <summary>Names at the ends of lines, moved apart where they would lie on each other, and led to their line where it ends before.</summary>
    private void Names(SvgWriter svg)
    {
        var ends = chart.Series.Select((s, i) => (Y: y[s.Points[^1].Value], Line: i)).OrderBy(e => e.Y).ThenBy(e => e.Line).ToList();
        for (var i = 1; i < ends.Count; i++)
            if (ends[i].Y - ends[i - 1].Y < LabelHeight)
                ends[i] = (ends[i - 1].Y + LabelHeight, ends[i].Line);
        var over = ends.Count == 0 ? 0 : Math.Max(0, ends[^1].Y - bottom);
        for (var i = ends.Count - 1; i >= 0; i--)
        {
            var series = chart.Series[ends[i].Line];
            var at = Math.Min(ends[i].Y, bottom - (LabelHeight * (ends.Count - 1 - i)));
            at = over > 0 ? at : ends[i].Y;
            var (lastX, lastY) = (X(series.Points[^1].X), y[series.Points[^1].Value]);
            if (right - lastX > 12 || Math.Abs(at - lastY) > LabelHeight)
                svg.Line(lastX + 5, lastY, right + 6, at, $"lead-to s{ends[i].Line % 6}");
            svg.Text(
                right + 10,
                at + 4,
                ChartDrawing.Shorten(series.Name, LongestName),
                $"nm s{ends[i].Line % 6}{(series.Lead ? " lead" : "")}"
            );
        }
    }

    private void Legend(SvgWriter svg)
    {
        if (chart.Series.Count < 2)
            return;
        for (var i = 0; i < chart.Series.Count; i++)
        {
            var at = bottom + 34 + (LabelHeight * i);
            var style = $"s{i % 6}{(chart.Series[i].Lead ? " lead" : "")}";
            svg.Line(10, at, 36, at, $"ln {style}")
                .Point(i, 23, at, 3, $"pt {style}")
                .Text(44, at + 4, ChartDrawing.Shorten(chart.Series[i].Name, 46), $"nm {style}");
        }
    }
}
