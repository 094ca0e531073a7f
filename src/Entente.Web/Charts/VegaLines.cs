using System.Text.Json.Nodes;
using Entente.Reports.Charts;
using NodaTime;

namespace Entente.Web.Charts;

/// <summary>
/// Lines over time as a Vega-Lite specification: gaps where a figure is missing, bands for intervals, rules for events, and the claim laid over them as
/// a diamond with its words. Series are told apart by colour, dashes and shape, the authority that leads by its weight.
/// </summary>
internal static class VegaLines
{
    public static JsonObject Of(ChartModel chart)
    {
        // Years are numbers; anything finer is a date, or its ticks would be fractions of years.
        var dated = chart.Series.SelectMany(s => s.Points).Any(p => p.At.Length != 4 && p.X != Math.Floor(p.X));
        var layers = new JsonArray();
        if (chart.Events.Count > 0)
            layers.Add((JsonNode)Events(chart, dated));
        if (Band(chart) is { } band)
            layers.Add((JsonNode)band);
        if (chart.Series.Any(s => s.Points.Any(p => p.Low < p.High)))
            layers.Add((JsonNode)Intervals(chart, dated));
        layers.Add((JsonNode)Lines(chart, dated));
        if (chart.Base is { } level)
            layers.Add((JsonNode)Level(chart, level));
        foreach (var layer in Claimed(chart, dated))
            layers.Add((JsonNode)layer);
        return new JsonObject
        {
            ["data"] = new JsonObject { ["name"] = "points", ["values"] = Points(chart, dated) },
            ["layer"] = layers,
        };
    }

    private static JsonArray Points(ChartModel chart, bool dated)
    {
        var values = new JsonArray();
        foreach (var series in chart.Series)
        {
            var points = VegaLite.Thinned(series.Points, chart.Series.Count);
            var step = Step(points);
            for (var i = 0; i < points.Count; i++)
            {
                var point = points[i];
                // A line that runs over a missing figure would say that there is one.
                if (i > 0 && point.X - points[i - 1].X > 1.5 * step)
                    values.Add(
                        (JsonNode)
                            new JsonObject
                            {
                                ["x"] = X(points[i - 1].X + (step / 2), dated),
                                ["series"] = series.Name,
                                ["lead"] = series.Lead,
                                ["value"] = null,
                            }
                    );
                values.Add((JsonNode)Point(chart, series, point, dated));
            }
        }
        return values;
    }

    private static JsonObject Point(ChartModel chart, ChartSeries series, ChartPoint point, bool dated)
    {
        var value = new JsonObject
        {
            ["x"] = X(point.X, dated),
            ["at"] = point.At,
            ["series"] = series.Name,
            ["lead"] = series.Lead,
            ["value"] = Number(point.Value),
            ["shown"] = ChartNumber.Format(point.Value, chart),
            ["published"] = point.Published ?? series.Vintage ?? "unknown",
        };
        if (point.Low is { } low && point.High is { } high)
            (value["low"], value["high"]) = (Number(low), Number(high));
        return value;
    }

    private static double Step(IReadOnlyList<ChartPoint> points)
    {
        var step = double.PositiveInfinity;
        for (var i = 1; i < points.Count; i++)
            if (points[i].X - points[i - 1].X is > 0 and var apart)
                step = Math.Min(step, apart);
        return double.IsFinite(step) ? step : 1;
    }

    private static JsonObject Across(bool dated) =>
        dated
            ? VegaLite.Field("x", "temporal", ("axis", new JsonObject { ["title"] = null }), ("scale", new JsonObject { ["type"] = "utc" }))
            : VegaLite.Field(
                "x",
                "quantitative",
                (
                    "axis",
                    new JsonObject
                    {
                        ["title"] = null,
                        ["format"] = "d",
                        ["tickMinStep"] = 1,
                    }
                ),
                (
                    "scale",
                    new JsonObject
                    {
                        ["zero"] = false,
                        ["nice"] = false,
                        ["padding"] = 8,
                    }
                )
            );

    private static JsonObject Lines(ChartModel chart, bool dated)
    {
        var encoding = new JsonObject
        {
            ["x"] = Across(dated),
            ["y"] = VegaLite.Values(chart, "value", zero: !chart.Signed),
            ["tooltip"] = VegaLite.Tooltip(("series", "Authority"), ("at", chart.Across), ("shown", "Value"), ("published", "Published")),
        };
        if (chart.Series.Count > 1)
        {
            (encoding["color"], encoding["strokeDash"], encoding["shape"]) = (VegaLite.Series(), VegaLite.Series(), VegaLite.Series());
            encoding["strokeWidth"] = VegaLite.Field(
                "lead",
                "nominal",
                ("legend", null),
                ("scale", new JsonObject { ["domain"] = new JsonArray(false, true), ["range"] = new JsonArray(1.5, 3) })
            );
        }
        return new JsonObject
        {
            ["name"] = "lines",
            ["mark"] = new JsonObject
            {
                ["type"] = "line",
                ["point"] = chart.Series.Sum(s => s.Points.Count) <= 150,
                ["invalid"] = "break-paths-show-domains",
            },
            ["encoding"] = encoding,
        };
    }

    private static JsonObject Intervals(ChartModel chart, bool dated)
    {
        var encoding = new JsonObject
        {
            ["x"] = Across(dated),
            ["y"] = VegaLite.Values(chart, "low", zero: !chart.Signed),
            ["y2"] = new JsonObject { ["field"] = "high" },
        };
        if (chart.Series.Count > 1)
            encoding["color"] = VegaLite.Series();
        return new JsonObject
        {
            ["name"] = "intervals",
            ["mark"] = new JsonObject { ["type"] = "area", ["tooltip"] = false },
            ["encoding"] = encoding,
        };
    }

    private static JsonObject Events(ChartModel chart, bool dated) =>
        new()
        {
            ["name"] = "events",
            ["data"] = new JsonObject
            {
                ["values"] = new JsonArray([
                    .. chart.Events.Select(e =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["x"] = X(e.X, dated),
                                ["at"] = e.At,
                                ["event"] = e.Text,
                            }
                    ),
                ]),
            },
            ["mark"] = new JsonObject
            {
                ["type"] = "rule",
                ["strokeDash"] = new JsonArray(2, 3),
                ["strokeWidth"] = 1.5,
            },
            ["encoding"] = new JsonObject { ["x"] = Across(dated), ["tooltip"] = VegaLite.Tooltip(("at", "When"), ("event", "What")) },
        };

    private static JsonObject Level(ChartModel chart, double level) =>
        new()
        {
            ["name"] = "base",
            ["data"] = new JsonObject
            {
                ["values"] = new JsonArray(new JsonObject { ["value"] = Number(level), ["what"] = chart.BaseName ?? "base" }),
            },
            ["mark"] = new JsonObject { ["type"] = "rule", ["strokeDash"] = new JsonArray(6, 4) },
            ["encoding"] = new JsonObject
            {
                ["y"] = VegaLite.Values(chart, "value", zero: false),
                ["tooltip"] = VegaLite.Tooltip(("what", "Line")),
            },
        };

    /// <summary>The range that the words commit to, across the whole width where the claim names no period; open ends are the chart's own.</summary>
    private static JsonObject? Band(ChartModel chart)
    {
        if (
            chart.Mark is not { } mark
            || mark.Low >= mark.High
            || (mark.X is not null && double.IsFinite(mark.Low) && double.IsFinite(mark.High))
        )
            return null;
        var encoding = new JsonObject();
        var value = new JsonObject { ["text"] = mark.Text };
        if (double.IsFinite(mark.Low))
            value["low"] = mark.Low;
        if (double.IsFinite(mark.High))
            value["high"] = mark.High;
        // An open end is the chart's own: its top, or its bottom.
        var open = double.IsFinite(mark.Low) ? "high" : "low";
        encoding["y"] = VegaLite.Values(chart, double.IsFinite(mark.Low) ? "low" : "high", zero: false);
        encoding["y2"] =
            double.IsFinite(mark.Low) && double.IsFinite(mark.High) ? new JsonObject { ["field"] = "high" }
            : open == "high" ? new JsonObject { ["value"] = 0 }
            : new JsonObject { ["value"] = "height" };
        encoding["tooltip"] = VegaLite.Tooltip(("text", "Claim"));
        return new JsonObject
        {
            ["name"] = "claimed-range",
            ["data"] = new JsonObject { ["values"] = new JsonArray(value) },
            ["mark"] = new JsonObject
            {
                ["type"] = "rect",
                ["color"] = "currentColor",
                ["opacity"] = 0.09,
            },
            ["encoding"] = encoding,
        };
    }

    private static IEnumerable<JsonObject> Claimed(ChartModel chart, bool dated)
    {
        if (chart.Mark is not { } mark)
            yield break;
        var value = mark.Value ?? (double.IsFinite(mark.Low) ? mark.Low : mark.High);
        if (!double.IsFinite(value))
            yield break;
        var row = new JsonObject
        {
            ["value"] = value,
            ["text"] = mark.Text,
            ["verdict"] = mark.Verdict.Replace('-', ' '),
            ["off"] = mark.OffBy ?? "",
        };
        if (mark.X is { } x)
            row["x"] = X(x, dated);
        if (double.IsFinite(mark.Low) && double.IsFinite(mark.High))
            (row["low"], row["high"]) = (mark.Low, mark.High);
        JsonObject Layer(string name, JsonObject look, JsonObject encoding)
        {
            if (mark.X is not null)
                encoding["x"] = Across(dated);
            return new()
            {
                ["name"] = name,
                ["data"] = new JsonObject { ["values"] = new JsonArray(row.DeepClone()) },
                ["mark"] = look,
                ["encoding"] = encoding,
            };
        }
        if (mark.X is null)
        {
            yield return Layer(
                "claim",
                new()
                {
                    ["type"] = "rule",
                    ["color"] = "currentColor",
                    ["strokeWidth"] = 2,
                },
                new() { ["y"] = VegaLite.Values(chart, "value", zero: false) }
            );
        }
        else
        {
            if (row.ContainsKey("low"))
                yield return Layer(
                    "claim-interval",
                    new()
                    {
                        ["type"] = "rule",
                        ["color"] = "currentColor",
                        ["strokeWidth"] = 2,
                    },
                    new()
                    {
                        ["y"] = VegaLite.Values(chart, "low", zero: false),
                        ["y2"] = new JsonObject { ["field"] = "high" },
                    }
                );
            yield return Layer(
                "claim",
                new()
                {
                    ["type"] = "point",
                    ["shape"] = "diamond",
                    ["size"] = 170,
                    ["filled"] = true,
                    ["color"] = "currentColor",
                    ["opacity"] = 1,
                },
                new()
                {
                    ["y"] = VegaLite.Values(chart, "value", zero: false),
                    ["tooltip"] = VegaLite.Tooltip(("text", "Claim"), ("verdict", "Verdict"), ("off", "Off by")),
                }
            );
        }
        var last = chart.Series.SelectMany(s => s.Points).Select(p => p.X).DefaultIfEmpty(0).Max();
        var first = chart.Series.SelectMany(s => s.Points).Select(p => p.X).DefaultIfEmpty(0).Min();
        // Beside the diamond, on the side where there is room.
        var left = mark.X is { } at && at > (first + last) / 2;
        var label = new JsonObject
        {
            ["type"] = "text",
            ["align"] = left ? "right" : "left",
            ["dx"] = left ? -11 : 11,
            ["dy"] = mark.X is null ? -7 : 0,
            ["fontWeight"] = 600,
            ["color"] = "currentColor",
        };
        var words = new JsonObject
        {
            ["y"] = VegaLite.Values(chart, "value", zero: false),
            ["text"] = new JsonObject { ["field"] = "text" },
        };
        if (mark.X is null)
            words["x"] = new JsonObject { ["value"] = 0 };
        yield return Layer("claim-words", label, words);
    }

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    private static JsonValue X(double x, bool dated)
    {
        if (!dated)
            return JsonValue.Create(x);
        var year = (int)Math.Floor(x);
        var day = (int)Math.Round((x - year) * CalendarSystem.Iso.GetDaysInYear(year));
        return JsonValue.Create(NodaTime.Text.LocalDatePattern.Iso.Format(new LocalDate(year, 1, 1).PlusDays(day)))!;
    }
}
