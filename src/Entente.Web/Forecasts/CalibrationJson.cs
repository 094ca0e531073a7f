using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Checking.Forecasts;
using Entente.Reports.Charts;

namespace Entente.Web.Forecasts;

/// <summary>A reliability diagram: what was said across, what came up, with intervals, and the line on which both are the same.</summary>
internal static class CalibrationJson
{
    private const string Spec = """
        {
          "$schema": "https://vega.github.io/schema/vega-lite/v6.json",
          "width": "container",
          "height": 300,
          "layer": [
            {
              "data": { "values": [{ "said": 0, "came": 0 }, { "said": 1, "came": 1 }] },
              "mark": { "type": "line", "strokeDash": [4, 4], "strokeWidth": 1, "opacity": 0.7 },
              "encoding": { "x": { "field": "said", "type": "quantitative" }, "y": { "field": "came", "type": "quantitative" } }
            },
            {
              "mark": { "type": "rule", "strokeWidth": 2 },
              "encoding": { "x": { "field": "said", "type": "quantitative" }, "y": { "field": "low", "type": "quantitative" }, "y2": { "field": "high" } }
            },
            {
              "mark": { "type": "point", "filled": true, "opacity": 1 },
              "encoding": {
                "x": { "field": "said", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": "said, on average", "format": ".0%", "tickCount": 5 } },
                "y": { "field": "came", "type": "quantitative", "scale": { "domain": [0, 1] }, "axis": { "title": "came true", "format": ".0%", "tickCount": 5 } },
                "size": { "field": "n", "type": "quantitative", "legend": null, "scale": { "range": [60, 360] } }
              }
            },
            {
              "mark": { "type": "text", "dx": 16, "dy": -8, "align": "left", "baseline": "middle" },
              "encoding": {
                "x": { "field": "said", "type": "quantitative" },
                "y": { "field": "came", "type": "quantitative" },
                "text": { "field": "label", "type": "nominal" }
              }
            }
          ]
        }
        """;

    public static void Write(Utf8JsonWriter json, SpeakerScore score, ChartModel chart)
    {
        json.WriteStartObject();
        json.WriteString("id", chart.Id);
        json.WriteString("title", chart.Title);
        json.WriteString("summary", chart.Summary);
        json.WritePropertyName("spec");
        SpecOf(chart, score).WriteTo(json);
        Table(json, score, chart);
        json.WriteStartArray("sources");
        json.WriteEndArray();
        json.WriteStartArray("notes");
        if (chart.Note is { } note)
            json.WriteStringValue(note);
        json.WriteEndArray();
        json.WriteBoolean("enoughForCalibration", score.Calibrates);
        json.WriteEndObject();
    }

    private static JsonNode SpecOf(ChartModel chart, SpeakerScore score)
    {
        var spec = JsonNode.Parse(Spec)!;
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
        spec["data"] = new JsonObject { ["values"] = values };
        return spec;
    }

    private static void Table(Utf8JsonWriter json, SpeakerScore score, ChartModel chart)
    {
        json.WriteStartObject("table");
        json.WriteStartArray("columns");
        Column(json, chart.Across, null, false);
        Column(json, "Forecasts", null, true);
        Column(json, "Said, on average", "%", true);
        Column(json, "Came true", "%", true);
        Column(json, "95 % interval, from", "%", true);
        Column(json, "95 % interval, to", "%", true);
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

    private static void Column(Utf8JsonWriter json, string label, string? unit, bool numeric)
    {
        json.WriteStartObject();
        json.WriteString("label", label);
        if (unit is not null)
            json.WriteString("unit", unit);
        json.WriteBoolean("numeric", numeric);
        json.WriteEndObject();
    }
}
