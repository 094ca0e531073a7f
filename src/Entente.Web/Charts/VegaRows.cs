using System.Text.Json.Nodes;
using Entente.Reports.Charts;

namespace Entente.Web.Charts;

/// <summary>One row for each point: a mark with its interval, a bar from zero, or a bar from low to high around a base.</summary>
internal static class VegaRows
{
    private const int RowHeight = 26;

    public static JsonObject Of(ChartModel chart)
    {
        var several = chart.Series.Count > 1 && chart.Form != ChartForm.Rows;
        var layers = new JsonArray();
        if (chart.Mark is { } mark && mark.Low <= mark.High)
            layers.Add(Claimed(chart, mark));
        if (chart.Base is { } level)
            layers.Add(Base(chart, level));
        switch (chart.Form)
        {
            case ChartForm.Tornado:
                layers.Add(Layer(chart, "bars", new() { ["type"] = "bar" }, "low", "high", several));
                break;
            case ChartForm.Bars:
                layers.Add(Layer(chart, "bars", new() { ["type"] = "bar" }, "value", null, several));
                if (HasIntervals(chart))
                    layers.Add(Layer(chart, "intervals", Interval(), "low", "high", several));
                break;
            default:
                if (HasIntervals(chart))
                    layers.Add(Layer(chart, "intervals", Interval(), "low", "high", several));
                layers.Add(Layer(chart, "marks", new() { ["type"] = "point", ["size"] = 90 }, "value", null, several));
                break;
        }
        return new()
        {
            ["height"] = new JsonObject { ["step"] = several ? RowHeight * Math.Min(3, chart.Series.Count) * 0.6 : RowHeight },
            ["data"] = new JsonObject { ["name"] = "points", ["values"] = Points(chart) },
            ["layer"] = layers,
        };
    }

    private static JsonObject Interval() =>
        new()
        {
            ["type"] = "rule",
            ["strokeWidth"] = 2,
            ["color"] = "currentColor",
        };

    private static bool HasIntervals(ChartModel chart) => chart.Series.Any(s => s.Points.Any(p => p.Low < p.High));

    private static JsonArray Points(ChartModel chart)
    {
        var values = new JsonArray();
        foreach (var series in chart.Series)
            foreach (var point in series.Points.Take(VegaLite.MostPoints / Math.Max(1, chart.Series.Count)))
            {
                var value = new JsonObject
                {
                    ["at"] = point.At,
                    ["row"] = point.X,
                    ["series"] = series.Name,
                    ["value"] = Number(point.Value),
                    ["shown"] = Shown(chart, point),
                    ["note"] = point.Note ?? point.Published ?? "",
                };
                if (point.Low is { } low && point.High is { } high)
                    (value["low"], value["high"]) = (Number(low), Number(high));
                values.Add(value);
            }
        return values;
    }

    private static string Shown(ChartModel chart, ChartPoint point) =>
        point is { Low: { } low, High: { } high } && low != high
            ? chart.Form == ChartForm.Tornado
                ? $"{ChartNumber.Format(low, chart)} to {ChartNumber.Format(high, chart)}"
                : $"{ChartNumber.Format(point.Value, chart)} ({ChartNumber.Format(low, chart)} to {ChartNumber.Format(high, chart)})"
            : ChartNumber.Format(point.Value, chart);

    private static JsonObject Row() =>
        VegaLite.Field(
            "at",
            "nominal",
            ("axis", new JsonObject { ["title"] = null, ["domain"] = false, ["ticks"] = false }),
            ("sort", new JsonObject { ["field"] = "row", ["op"] = "min" })
        );

    private static JsonObject Layer(ChartModel chart, string name, JsonObject mark, string from, string? to, bool several)
    {
        var encoding = new JsonObject
        {
            ["y"] = Row(),
            ["x"] = VegaLite.Values(chart, from, zero: chart.Form == ChartForm.Bars),
            ["tooltip"] = VegaLite.Tooltip(("at", chart.Across), ("series", "Series"), ("shown", "Value"), ("note", "Note")),
        };
        if (to is not null)
            encoding["x2"] = new JsonObject { ["field"] = to };
        if (several)
            encoding["yOffset"] = VegaLite.Series();
        if (chart.Series.Count > 1 && !mark.ContainsKey("color"))
        {
            encoding["color"] = VegaLite.Series();
            if (mark["type"]!.GetValue<string>() == "point")
                encoding["shape"] = VegaLite.Series();
        }
        return new()
        {
            ["name"] = name,
            ["mark"] = mark,
            ["encoding"] = encoding,
        };
    }

    private static JsonObject Base(ChartModel chart, double level) =>
        new()
        {
            ["name"] = "base",
            ["data"] = new JsonObject { ["values"] = new JsonArray(new JsonObject { ["value"] = Number(level), ["what"] = chart.BaseName ?? "base" }) },
            ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(6, 4) },
            ["encoding"] = new JsonObject { ["x"] = VegaLite.Values(chart, "value", zero: false), ["tooltip"] = VegaLite.Tooltip(("what", "Line")) },
        };

    private static JsonObject Claimed(ChartModel chart, ChartMark mark)
    {
        var (low, high) = (double.IsFinite(mark.Low), double.IsFinite(mark.High));
        var value = new JsonObject { ["text"] = mark.Text };
        if (low)
            value["low"] = mark.Low;
        if (high)
            value["high"] = mark.High;
        var one = mark.Low == mark.High;
        var encoding = new JsonObject
        {
            ["x"] = VegaLite.Values(chart, low ? "low" : "high", zero: false),
            ["tooltip"] = VegaLite.Tooltip(("text", "Claim")),
        };
        if (!one)
            encoding["x2"] = (low, high) switch
            {
                (true, true) => new JsonObject { ["field"] = "high" },
                // An open end is the chart's own.
                (true, false) => new JsonObject { ["value"] = "width" },
                _ => new JsonObject { ["value"] = 0 },
            };
        return new()
        {
            ["name"] = "claimed-range",
            ["data"] = new JsonObject { ["values"] = new JsonArray(value) },
            ["mark"] = one
                ? new JsonObject { ["type"] = "rule", ["color"] = "currentColor", ["strokeWidth"] = 2 }
                : new JsonObject { ["type"] = "rect", ["color"] = "currentColor", ["opacity"] = 0.12 },
            ["encoding"] = encoding,
        };
    }

    private static JsonNode? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;
}
