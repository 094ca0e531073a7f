using System.Text.Json.Nodes;
using Entente.Reports.Charts;

namespace Entente.Web.Charts;

/// <summary>
/// Lines over time, for every chart that has them: a year without a figure breaks the line, and dots lead over the gap; bands for intervals. Series are
/// told apart by colour, dashes and shape, the authority that leads by its weight.
/// </summary>
internal static class LineLayers
{
    /// <summary>More points than this are not put into a page: every n-th is drawn, and the table has all.</summary>
    public const int MostPoints = 4_000;

    private const int LeastOfSeries = 50;

    /// <summary>The figures as rows: `x` and `a` when, `y` the value, `l` to `h` its interval, `s` the series, `g` its unbroken run, the rest for the pointer.</summary>
    public static JsonArray Rows(ChartModel chart, IReadOnlyList<ChartSeries> lines, bool dated)
    {
        var rows = new JsonArray();
        var weighed = Weighed(lines);
        var most = Math.Max(LeastOfSeries, MostPoints / Math.Max(1, lines.Count));
        foreach (var line in lines)
        {
            var every = (line.Points.Count + most - 1) / most;
            var (run, step) = (0, Step(line.Points));
            for (var i = 0; i < line.Points.Count; i++)
            {
                // Nothing is drawn as known that is not.
                if (i > 0 && line.Points[i].X - line.Points[i - 1].X > 1.5 * step)
                    run++;
                if (i % every != 0 && i != line.Points.Count - 1)
                    continue;
                var row = Row(chart, line, line.Points[i], run, dated);
                if (weighed)
                    row["f"] = line.Lead;
                rows.Add((JsonNode)row);
            }
        }
        return rows;
    }

    /// <param name="chart">Unit and sign.</param>
    /// <param name="lines">What is drawn.</param>
    /// <param name="data">The rows, or the name under which they are.</param>
    /// <param name="time">The axis of time.</param>
    public static JsonObject Of(ChartModel chart, IReadOnlyList<ChartSeries> lines, JsonObject data, JsonObject time)
    {
        var names = lines.Select(l => l.Name).ToList();
        JsonObject Told() =>
            VegaLite.Field(
                "s",
                "nominal",
                // Named, so that a line looks the same whichever others there are.
                ("scale", new JsonObject { ["domain"] = VegaLite.Names(names) }),
                ("legend", names.Count > 1 ? new JsonObject { ["title"] = null, ["symbolOpacity"] = 1 } : null)
            );
        var through = new JsonObject { ["detail"] = VegaLite.Field("g", "nominal"), ["strokeDash"] = Told() };
        if (Weighed(lines))
            through["strokeWidth"] = VegaLite.Field(
                "f",
                "nominal",
                ("legend", null),
                ("scale", new JsonObject { ["domain"] = new JsonArray(false, true), ["range"] = new JsonArray(1.5, 3) })
            );
        var layers = new JsonArray();
        if (lines.Any(l => l.Points.Any(p => p.Low < p.High)))
            layers.Add((JsonNode)Spans(chart));
        layers.Add((JsonNode)Between());
        layers.Add((JsonNode)VegaLite.Layer("line", new() { ["tooltip"] = null }, through));
        layers.Add(
            (JsonNode)
                VegaLite.Layer(
                    "point",
                    new() { ["size"] = 34, ["opacity"] = 1 },
                    new()
                    {
                        ["shape"] = Told(),
                        ["tooltip"] = VegaLite.Tooltip(
                            ("a", chart.Across),
                            ("s", "Series"),
                            ("v", "Value"),
                            ("o", "Source"),
                            ("p", "Published")
                        ),
                    }
                )
        );
        return new JsonObject
        {
            ["name"] = "lines",
            ["data"] = data,
            ["encoding"] = new JsonObject
            {
                ["x"] = time,
                ["y"] = Upright(chart, "y"),
                ["color"] = Told(),
            },
            ["layer"] = layers,
        };
    }

    /// <summary>The axis of a chart's values: changes are read against each other, amounts against nothing at all.</summary>
    public static JsonObject Upright(ChartModel chart, string field) => VegaAxes.Values(chart, field, zero: !chart.Signed);

    /// <summary>A stroke upright, for what happened then.</summary>
    /// <param name="opacity">Less where there are many.</param>
    public static JsonObject EventStroke(double opacity) => new() { ["strokeDash"] = new JsonArray(2, 3), ["opacity"] = opacity };

    private static JsonObject Row(ChartModel chart, ChartSeries line, ChartPoint point, int run, bool dated)
    {
        var row = new JsonObject
        {
            ["x"] = VegaAxes.Place(point.X, dated),
            ["a"] = point.At,
            ["y"] = VegaLite.Number(point.Value),
            ["s"] = line.Name,
            ["g"] = run,
            ["v"] = ChartNumber.Format(point.Value, chart),
            ["o"] = line.Source ?? "",
            ["p"] = point.Published ?? line.Vintage ?? "unknown",
        };
        if (point is { Low: { } low, High: { } high })
            (row["l"], row["h"]) = (VegaLite.Number(low), VegaLite.Number(high));
        return row;
    }

    private static bool Weighed(IReadOnlyList<ChartSeries> lines) => lines.Any(l => l.Lead) && !lines.All(l => l.Lead);

    /// <summary>How far apart figures are that follow each other: what is finer than years is told so by its nearest two.</summary>
    private static double Step(IReadOnlyList<ChartPoint> points)
    {
        var step = 1.0;
        for (var i = 1; i < points.Count; i++)
            if (points[i].X - points[i - 1].X is > 0 and var apart)
                step = Math.Min(step, apart);
        return step;
    }

    private static JsonObject Spans(ChartModel chart)
    {
        var layer = VegaLite.Layer(
            "area",
            new() { ["tooltip"] = null },
            new()
            {
                ["y"] = Upright(chart, "l"),
                ["y2"] = VegaLite.End("h"),
                ["detail"] = VegaLite.Field("g", "nominal"),
            }
        );
        layer["transform"] = new JsonArray(new JsonObject { ["filter"] = "isValid(datum.l)" });
        return layer;
    }

    private static JsonObject Between() =>
        VegaLite.Layer(
            "line",
            new()
            {
                ["strokeWidth"] = 1,
                ["strokeDash"] = new JsonArray(1, 4),
                ["opacity"] = 0.7,
                ["tooltip"] = null,
            },
            []
        );
}
