using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Checking.Forecasts;
using Entente.Reports.Charts;
using Entente.Web.Charts;

namespace Entente.Web.Forecasts;

/// <summary>A reliability diagram: what was said across, what came up, with intervals, and the line on which both are the same.</summary>
internal static class CalibrationJson
{
    public static void Write(Utf8JsonWriter json, SpeakerScore score, ChartModel chart)
    {
        json.WriteStartObject();
        ChartJson.Head(json, chart, SpecOf(chart, score));
        Table(json, score, chart);
        ChartJson.Sources(json, []);
        ChartJson.Notes(json, [chart.Note]);
        json.WriteBoolean("enoughForCalibration", score.Calibrates);
        json.WriteEndObject();
    }

    private static JsonObject SpecOf(ChartModel chart, SpeakerScore score)
    {
        var spec = VegaLite.Spec();
        spec["height"] = 300;
        spec["data"] = VegaLite.Data(Rows(chart, score));
        spec["layer"] = new JsonArray(
            // On this line came what was said.
            VegaLite.Layer(
                "line",
                new()
                {
                    ["strokeDash"] = VegaLite.Dashes,
                    ["strokeWidth"] = 1,
                    ["opacity"] = 0.7,
                },
                new() { ["x"] = Share("said"), ["y"] = Share("came") },
                VegaLite.Data(new JsonArray(new JsonObject { ["said"] = 0, ["came"] = 0 }, new JsonObject { ["said"] = 1, ["came"] = 1 }))
            ),
            VegaLite.Layer(
                "rule",
                new() { ["strokeWidth"] = 2 },
                new()
                {
                    ["x"] = Share("said"),
                    ["y"] = Share("low"),
                    ["y2"] = VegaLite.End("high"),
                }
            ),
            VegaLite.Layer(
                "point",
                new() { ["filled"] = true, ["opacity"] = 1 },
                new()
                {
                    ["x"] = Share("said", "said, on average"),
                    ["y"] = Share("came", "came true"),
                    ["size"] = VegaLite.Field(
                        "n",
                        "quantitative",
                        ("legend", null),
                        ("scale", new JsonObject { ["range"] = new JsonArray(60, 360) })
                    ),
                }
            ),
            VegaLite.Layer(
                "text",
                new()
                {
                    ["dx"] = 16,
                    ["dy"] = -8,
                    ["align"] = "left",
                    ["baseline"] = "middle",
                },
                new()
                {
                    ["x"] = Share("said"),
                    ["y"] = Share("came"),
                    ["text"] = VegaLite.Field("label", "nominal"),
                }
            )
        );
        return spec;
    }

    /// <summary>One of the two axes, from never to always.</summary>
    private static JsonObject Share(string field, string? title = null)
    {
        var encoded = VegaLite.Field(field, "quantitative");
        if (title is null)
            return encoded;
        encoded["scale"] = new JsonObject { ["domain"] = new JsonArray(0, 1) };
        encoded["axis"] = new JsonObject
        {
            ["title"] = title,
            ["format"] = "~%",
            ["tickCount"] = 5,
        };
        return encoded;
    }

    private static JsonArray Rows(ChartModel chart, SpeakerScore score)
    {
        var values = new JsonArray();
        var (said, came) = (chart.Series[0].Points, chart.Series[1].Points);
        for (var i = 0; i < came.Count; i++)
            values.Add(
                (JsonNode)
                    new JsonObject
                    {
                        ["said"] = said[i].Value,
                        ["came"] = came[i].Value,
                        ["low"] = came[i].Low,
                        ["high"] = came[i].High,
                        ["n"] = score.Calibration[i].Forecasts,
                        ["label"] = FormattableString.Invariant($"n = {score.Calibration[i].Forecasts}"),
                    }
            );
        return values;
    }

    private static void Table(Utf8JsonWriter json, SpeakerScore score, ChartModel chart)
    {
        json.WriteStartObject("table");
        json.WriteStartArray("columns");
        ChartJson.Column(json, chart.Across, null, false);
        ChartJson.Column(json, "Forecasts", null, true);
        ChartJson.Column(json, "Said, on average", "%", true);
        ChartJson.Column(json, "Came true", "%", true);
        ChartJson.Column(json, "95 % interval, from", "%", true);
        ChartJson.Column(json, "95 % interval, to", "%", true);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var bin in score.Calibration)
        {
            var (low, high) = CalibrationCharts.Wilson(bin.CameTrue, bin.Forecasts);
            json.WriteStartArray();
            json.WriteStringValue(FormattableString.Invariant($"{bin.Low * 100:0}–{bin.High * 100:0} %"));
            json.WriteNumberValue(bin.Forecasts);
            foreach (var share in new[] { bin.MeanForecast, bin.CameTrue, low, high })
                json.WriteNumberValue(Math.Round(share * 100, 1));
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
