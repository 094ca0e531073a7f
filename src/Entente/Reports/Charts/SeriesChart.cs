using System.Globalization;
using Entente.Profiles;
using Entente.Reports.Profile;

namespace Entente.Reports.Charts;

/// <summary>Lines over years, each by colour, by dash and by its name at its end; bands where values have intervals; no line across years without a figure.</summary>
internal static class SeriesChart
{
    private const double Width = 640;
    private const double Height = 230;
    private const double Left = 62;
    private const double Right = 150;
    private const double Top = 12;
    private const double Bottom = 26;
    private const double LabelHeight = 14;

    public static string Draw(ProfileChart chart, string id)
    {
        var from = chart.Lines.Min(l => l.Points[0].Year);
        var to = Math.Max(from + 1, chart.Lines.Max(l => l.Points[^1].Year));
        var values = chart.Lines.SelectMany(l => l.Points).SelectMany(p => new[] { p.Value, p.Low ?? p.Value, p.High ?? p.Value }).ToList();
        // Amounts, shares and counts are drawn from zero; an index with both signs is not.
        if (values.All(v => v >= 0))
            values.Add(0);
        var y = LinearScale.Over(values, Height - Bottom, Top, 0.03);
        if (values.All(v => v >= 0))
            y = y with { Low = 0 };
        double X(int year) => Left + ((year - from) * (Width - Left - Right) / (to - from));
        var svg = new SvgWriter(Width, Height, id, "series", $"{chart.Title}, {from} to {to}", Describe(chart));
        foreach (var tick in y.Ticks(5))
            svg.Line(Left, y[tick], Width - Right, y[tick], "grid")
                .Text(Left - 6, y[tick] + 3.5, ProfileWords.Number(tick, chart.Unit), "tick", Anchor.End);
        foreach (var year in Years(from, to))
            svg.Text(X(year), Height - 8, year.ToString(CultureInfo.InvariantCulture), "tick", Anchor.Middle);
        var ends = new List<(double Y, int Line)>();
        for (var i = 0; i < chart.Lines.Count; i++)
        {
            Line(svg, chart.Lines[i], chart.Unit, i, X, y);
            ends.Add((y[chart.Lines[i].Points[^1].Value], i));
        }
        Labels(svg, chart, ends);
        return svg.Finish();
    }

    private static void Line(SvgWriter svg, ProfileLine line, string? unit, int index, Func<int, double> x, LinearScale y)
    {
        var style = $"s{index % 6}";
        var band = line.Points.Where(p => p is { Low: not null, High: not null }).ToList();
        for (var i = 1; i < band.Count; i++)
            if (band[i].Year - band[i - 1].Year == 1)
                svg.Polygon(
                    [
                        (x(band[i - 1].Year), y[band[i - 1].Low!.Value]),
                        (x(band[i].Year), y[band[i].Low!.Value]),
                        (x(band[i].Year), y[band[i].High!.Value]),
                        (x(band[i - 1].Year), y[band[i - 1].High!.Value]),
                    ],
                    $"band {style}"
                );
        var run = new List<(double X, double Y)>();
        for (var i = 0; i < line.Points.Count; i++)
        {
            if (i > 0 && line.Points[i].Year - line.Points[i - 1].Year > 1)
                Flush(svg, run, style);
            run.Add((x(line.Points[i].Year), y[line.Points[i].Value]));
        }
        Flush(svg, run, style);
        foreach (var point in line.Points)
            svg.Circle(
                x(point.Year),
                y[point.Value],
                line.Points.Count > 40 ? 1.6 : 2.4,
                $"pt {style}",
                $"{line.Name}, {point.Year}: {ProfileWords.Number(point.Value, unit)}"
            );
    }

    private static void Flush(SvgWriter svg, List<(double X, double Y)> run, string style)
    {
        if (run.Count > 1)
            svg.Polyline(run, $"ln {style}");
        run.Clear();
    }

    /// <summary>Names at the ends of lines, moved apart where they would lie on each other.</summary>
    private static void Labels(SvgWriter svg, ProfileChart chart, List<(double Y, int Line)> ends)
    {
        ends.Sort((a, b) => a.Y != b.Y ? a.Y.CompareTo(b.Y) : a.Line.CompareTo(b.Line));
        for (var i = 1; i < ends.Count; i++)
            if (ends[i].Y - ends[i - 1].Y < LabelHeight)
                ends[i] = (ends[i - 1].Y + LabelHeight, ends[i].Line);
        var over = ends.Count == 0 ? 0 : Math.Max(0, ends[^1].Y - (Height - Bottom + 4));
        foreach (var (at, line) in ends)
            svg.Text(Width - Right + 8, at - over + 3.5, Shorten(chart.Lines[line].Name), $"nm s{line % 6}");
    }

    private static IEnumerable<int> Years(int from, int to)
    {
        var step = (to - from) switch
        {
            <= 8 => 1,
            <= 16 => 2,
            <= 45 => 5,
            <= 90 => 10,
            _ => 20,
        };
        for (var year = (from + step - 1) / step * step; year <= to; year += step)
            yield return year;
    }

    private static string Describe(ProfileChart chart) =>
        string.Join(
            "; ",
            chart.Lines.Select(l =>
                $"{l.Name}: {ProfileWords.Number(l.Points[0].Value, chart.Unit)} in {l.Points[0].Year}, {ProfileWords.Number(l.Points[^1].Value, chart.Unit)} in {l.Points[^1].Year}"
            )
        ) + ".";

    private static string Shorten(string name) => name.Length <= 24 ? name : name[..23].TrimEnd() + "…";
}
