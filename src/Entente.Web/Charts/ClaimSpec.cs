using System.Text.Json.Nodes;
using Entente.Reports.Charts;

namespace Entente.Web.Charts;

/// <summary>What is on record about a claim in the years around it, with rules for events, and the claim laid over it as a diamond with its words.</summary>
internal static class ClaimSpec
{
    private const string Ink = "currentColor";

    public static JsonObject Of(ChartModel chart)
    {
        var dated = VegaAxes.IsDated(chart);
        var layers = new JsonArray();
        if (chart.Events.Count > 0)
            layers.Add((JsonNode)Events(chart, dated));
        if (Band(chart) is { } band)
            layers.Add((JsonNode)band);
        layers.Add(
            (JsonNode)LineLayers.Of(chart, chart.Series, VegaLite.Data(LineLayers.Rows(chart, chart.Series, dated)), VegaAxes.Time(dated))
        );
        if (chart.Base is { } level)
            layers.Add((JsonNode)Level(chart, level));
        foreach (var layer in Claimed(chart, dated))
            layers.Add((JsonNode)layer);
        var spec = VegaLite.Spec();
        spec["layer"] = layers;
        return spec;
    }

    private static JsonObject Events(ChartModel chart, bool dated) =>
        Named(
            "events",
            VegaLite.Layer(
                "rule",
                LineLayers.EventStroke(1),
                new() { ["x"] = VegaAxes.Time(dated), ["tooltip"] = VegaLite.Tooltip(("at", "When"), ("event", "What")) },
                VegaLite.Data([
                    .. chart.Events.Select(e =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["x"] = VegaAxes.Place(e.X, dated),
                                ["at"] = e.At,
                                ["event"] = e.Text,
                            }
                    ),
                ])
            )
        );

    private static JsonObject Level(ChartModel chart, double level) =>
        Named(
            "base",
            VegaLite.Layer(
                "rule",
                new() { ["strokeDash"] = VegaLite.Dashes },
                new() { ["y"] = LineLayers.Upright(chart, "value"), ["tooltip"] = VegaLite.Tooltip(("what", "Line")) },
                VegaLite.Data(new JsonArray(new JsonObject { ["value"] = VegaLite.Number(level), ["what"] = chart.BaseName ?? "base" }))
            )
        );

    /// <summary>The range that the words commit to, across the whole width where the claim names no period; open ends are the chart's own.</summary>
    private static JsonObject? Band(ChartModel chart)
    {
        if (
            chart.Mark is not { } mark
            || mark.Low >= mark.High
            || (mark.X is not null && double.IsFinite(mark.Low) && double.IsFinite(mark.High))
        )
            return null;
        var (below, above) = (double.IsFinite(mark.Low), double.IsFinite(mark.High));
        var value = new JsonObject { ["text"] = mark.Text };
        if (below)
            value["low"] = mark.Low;
        if (above)
            value["high"] = mark.High;
        var encoding = new JsonObject
        {
            ["y"] = LineLayers.Upright(chart, below ? "low" : "high"),
            // An open end is the chart's own: its top, or its bottom.
            ["y2"] =
                below && above ? VegaLite.End("high")
                : below ? new JsonObject { ["value"] = 0 }
                : new JsonObject { ["value"] = "height" },
            ["tooltip"] = VegaLite.Tooltip(("text", "Claim")),
        };
        return Named(
            "claimed-range",
            VegaLite.Layer("rect", new() { ["color"] = Ink, ["opacity"] = 0.09 }, encoding, VegaLite.Data(new JsonArray(value)))
        );
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
            row["x"] = VegaAxes.Place(x, dated);
        var interval = double.IsFinite(mark.Low) && double.IsFinite(mark.High);
        if (interval)
            (row["low"], row["high"]) = (mark.Low, mark.High);
        JsonObject Layer(string name, string type, JsonObject look, JsonObject encoding)
        {
            look["color"] = Ink;
            if (mark.X is not null)
                encoding["x"] = VegaAxes.Time(dated);
            return Named(name, VegaLite.Layer(type, look, encoding, VegaLite.Data(new JsonArray(row.DeepClone()))));
        }
        if (mark.X is null)
        {
            yield return Layer("claim", "rule", new() { ["strokeWidth"] = 2 }, new() { ["y"] = LineLayers.Upright(chart, "value") });
        }
        else
        {
            if (interval)
                yield return Layer(
                    "claim-interval",
                    "rule",
                    new() { ["strokeWidth"] = 2 },
                    new() { ["y"] = LineLayers.Upright(chart, "low"), ["y2"] = VegaLite.End("high") }
                );
            yield return Layer(
                "claim",
                "point",
                new()
                {
                    ["shape"] = "diamond",
                    ["size"] = 170,
                    ["filled"] = true,
                    ["opacity"] = 1,
                },
                new()
                {
                    ["y"] = LineLayers.Upright(chart, "value"),
                    ["tooltip"] = VegaLite.Tooltip(("text", "Claim"), ("verdict", "Verdict"), ("off", "Off by")),
                }
            );
        }
        yield return Words(chart, mark, Layer);
    }

    /// <summary>What is claimed, beside the diamond, on the side where there is room.</summary>
    private static JsonObject Words(ChartModel chart, ChartMark mark, Func<string, string, JsonObject, JsonObject, JsonObject> layer)
    {
        var places = chart.Series.SelectMany(s => s.Points).Select(p => p.X).DefaultIfEmpty(0).ToList();
        var left = mark.X is { } at && at > (places.Min() + places.Max()) / 2;
        var words = new JsonObject
        {
            ["y"] = LineLayers.Upright(chart, "value"),
            ["text"] = new JsonObject { ["field"] = "text" },
        };
        if (mark.X is null)
            words["x"] = new JsonObject { ["value"] = 0 };
        return layer(
            "claim-words",
            "text",
            new()
            {
                ["align"] = left ? "right" : "left",
                ["dx"] = left ? -11 : 11,
                ["dy"] = mark.X is null ? -7 : 0,
                ["fontWeight"] = 600,
            },
            words
        );
    }

    private static JsonObject Named(string name, JsonObject layer)
    {
        layer.Insert(0, "name", name);
        return layer;
    }
}
