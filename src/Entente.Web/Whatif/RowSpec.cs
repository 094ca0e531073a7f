using System.Text.Json.Nodes;
using Entente.Reports.Charts;
using Entente.Web.Charts;

namespace Entente.Web.Whatif;

/// <summary>A chart of rows (marks with intervals, bars, tornados) as a Vega-Lite specification.</summary>
internal static class RowSpec
{
    private const int Row = 26;

    public static JsonObject Of(ChartModel chart)
    {
        var several = chart.Series.Count > 1;
        var rows = chart.Series.SelectMany(s => s.Points).Select(p => p.X).Distinct().Count();
        var layers = new JsonArray();
        if (chart.Base is { } middle)
            layers.Add((JsonNode)Rule(middle));
        if (chart.Form is ChartForm.Bars or ChartForm.Tornado)
            layers.Add((JsonNode)Bars(chart, several));
        // A layer without marks would be an image without words.
        if (chart.Form != ChartForm.Tornado && chart.Series.Any(s => s.Points.Any(p => p.Low is not null && p.High is not null)))
            layers.Add((JsonNode)Intervals(chart, several));
        if (chart.Form == ChartForm.Rows)
            layers.Add((JsonNode)Marks(chart, several));
        var spec = VegaLite.Spec();
        spec["height"] = Math.Max(1, rows) * (several ? Row * Math.Max(1, 0.6 * chart.Series.Count) : Row);
        spec["data"] = VegaLite.Data([.. chart.Series.SelectMany(s => s.Points.Select(p => (JsonNode)Point(s.Name, p, chart)))]);
        spec["encoding"] = Rows(several);
        spec["layer"] = layers;
        return spec;
    }

    private static JsonObject Point(string series, ChartPoint point, ChartModel chart)
    {
        var row = new JsonObject
        {
            ["at"] = point.At,
            ["row"] = point.X,
            ["series"] = series,
        };
        foreach (var (name, value) in new[] { ("value", point.Value), ("low", point.Low), ("high", point.High) })
            if (value is { } there && double.IsFinite(there))
                row[name] = there;
        row["said"] = Said(point, chart);
        if (point.Note is { } note)
            row["note"] = note;
        return row;
    }

    private static string Said(ChartPoint point, ChartModel chart)
    {
        var value = ChartNumber.Format(point.Value, chart);
        if (point is not { Low: { } low, High: { } high })
            return value;
        var interval = $"{ChartNumber.Format(low, chart)} to {ChartNumber.Format(high, chart)}";
        return chart.Form == ChartForm.Tornado ? interval
            : low != high ? $"{value} ({interval})"
            : value;
    }

    private static JsonObject Rows(bool several)
    {
        var encoding = new JsonObject
        {
            ["y"] = VegaLite.Field(
                "at",
                "nominal",
                ("sort", new JsonObject { ["field"] = "row", ["op"] = "min" }),
                ("axis", new JsonObject { ["title"] = null, ["labelLimit"] = 180 })
            ),
        };
        if (several)
            encoding["yOffset"] = new JsonObject { ["field"] = "series", ["sort"] = null };
        encoding["tooltip"] = several
            ? VegaLite.Tooltip(("at", ""), ("series", ""), ("said", ""), ("note", ""))
            : VegaLite.Tooltip(("at", ""), ("said", ""), ("note", ""));
        return encoding;
    }

    private static JsonObject Rule(double at) =>
        VegaLite.Layer(
            "rule",
            new() { ["strokeDash"] = VegaLite.Dashes },
            new()
            {
                ["y"] = null,
                ["yOffset"] = null,
                ["x"] = new JsonObject { ["datum"] = at },
            }
        );

    private static JsonObject Bars(ChartModel chart, bool several) =>
        VegaLite.Layer(
            "bar",
            new() { ["opacity"] = 0.75 },
            chart.Form == ChartForm.Tornado
                ? Told(new() { ["x"] = VegaAxes.Values(chart, "low", zero: false), ["x2"] = VegaLite.End("high") }, several)
                : Told(new() { ["x"] = VegaAxes.Values(chart, "value") }, several)
        );

    private static JsonObject Intervals(ChartModel chart, bool several) =>
        VegaLite.Layer(
            "rule",
            new() { ["strokeWidth"] = 2 },
            Told(
                new() { ["x"] = VegaAxes.Values(chart, "low"), ["x2"] = VegaLite.End("high") },
                // Bars have the colours already.
                several && chart.Form == ChartForm.Rows
            )
        );

    private static JsonObject Marks(ChartModel chart, bool several)
    {
        var encoding = Told(new() { ["x"] = VegaAxes.Values(chart, "value") }, several);
        if (several)
            encoding["shape"] = VegaLite.Series("series");
        return VegaLite.Layer("point", new() { ["filled"] = true, ["size"] = 70 }, encoding);
    }

    private static JsonObject Told(JsonObject encoding, bool several)
    {
        if (several)
            encoding["color"] = VegaLite.Series("series");
        return encoding;
    }
}
