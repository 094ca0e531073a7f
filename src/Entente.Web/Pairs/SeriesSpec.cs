using System.Text.Json.Nodes;
using Entente.Profiles;
using Entente.Reports.Charts;

namespace Entente.Web.Pairs;

/// <summary>
/// Lines over years as a Vega-Lite specification with all their years in it; its parameters `from`, `to` and `kinds` say what is seen, so that
/// a page can move them without asking again. It has no colours of its own.
/// </summary>
internal static class SeriesSpec
{
    /// <summary>More lines than these on one panel cannot be told apart: another pair then gets a panel of its own.</summary>
    private const int MostTogether = 4;

    private const string Axis = """
        { "field": "x", "type": "quantitative", "title": null, "axis": { "format": "d", "tickMinStep": 1 },
          "scale": { "domainMin": { "expr": "from" }, "domainMax": { "expr": "max(to, from + 1)" }, "nice": false, "zero": false } }
        """;

    private const string Happenings = """
        { "data": { "name": "events" },
          "transform": [{ "filter": "datum.x >= from && datum.x < to + 1 && indexof(kinds, datum.k) >= 0" }],
          "layer": [
            { "transform": [{ "filter": "datum.k === 'treaty' || datum.k === 'conflict'" }],
              "mark": { "type": "rule", "opacity": 0.3, "strokeDash": [2, 3] }, "encoding": { "tooltip": null } },
            { "mark": { "type": "text", "fontSize": 12, "baseline": "top" },
              "encoding": { "y": { "value": -2 }, "text": { "field": "m" },
                            "tooltip": [{ "field": "d", "title": "Date" }, { "field": "t", "title": "Event" }] } }
          ] }
        """;

    private const string Between =
        """{ "mark": { "type": "line", "strokeWidth": 1, "strokeDash": [1, 4], "opacity": 0.7, "tooltip": null } }""";

    private const string Through = """{ "mark": { "type": "line" }, "encoding": { "detail": { "field": "g" } } }""";

    private const string Spans = """
        { "mark": { "type": "errorband" }, "transform": [{ "filter": "isValid(datum.l)" }],
          "encoding": { "y": { "field": "l", "type": "quantitative", "title": null }, "y2": { "field": "h" }, "detail": { "field": "g" } } }
        """;

    private const string Dots = """
        { "mark": { "type": "point", "size": 26 },
          "encoding": { "tooltip": [{ "field": "x", "title": "Year", "format": "d" }, { "field": "s", "title": "Series" },
                                    { "field": "v", "title": "Value" }, { "field": "o", "title": "Source" }] } }
        """;

    /// <param name="chart">What is drawn, and the years that are seen first.</param>
    /// <param name="events">What is marked over the years.</param>
    public static JsonObject Of(PairChart chart, IReadOnlyList<TimelineEvent> events)
    {
        var spec = Framed(chart.From, chart.To, events);
        var lines = chart.All;
        var names = lines.Select(l => l.Series.Name).ToList();
        if (chart.Beside is null || lines.Count <= MostTogether)
        {
            Add(spec, "figures", lines, chart.Model);
            Panel(spec, "figures", names, chart.Model, lines);
            return spec;
        }
        var panels = new JsonArray();
        foreach (var (beside, data) in new[] { (false, "figures"), (true, "beside") })
        {
            var own = lines.Where(l => l.Beside == beside).ToList();
            // Above each other the same line has the same colour and dash.
            var bare = own.Select(l =>
                    l with
                    {
                        Series = l.Series with { Name = l.Series.Name[(l.Series.Name.IndexOf(": ", StringComparison.Ordinal) + 2)..] },
                    }
                )
                .ToList();
            Add(spec, data, bare, chart.Model);
            var panel = new JsonObject { ["title"] = own[0].Pair, ["height"] = 200 };
            Panel(panel, data, [.. bare.Select(l => l.Series.Name)], chart.Model, bare);
            panels.Add((JsonNode)panel);
        }
        spec["vconcat"] = panels;
        spec["resolve"] = JsonNode.Parse("""{ "scale": { "y": "shared" } }""");
        return spec;
    }

    /// <summary>Lines without events, such as those of a triangle.</summary>
    public static JsonObject Of(ChartModel chart, int from, int to)
    {
        var spec = Framed(from, to, []);
        var lines = chart.Series.Select(s => new PairLine(false, "", s)).ToList();
        Add(spec, "figures", lines, chart);
        Panel(spec, "figures", [.. lines.Select(l => l.Series.Name)], chart, lines);
        return spec;
    }

    private static JsonObject Framed(int from, int to, IReadOnlyList<TimelineEvent> events) =>
        new()
        {
            ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json",
            ["params"] = new JsonArray(
                new JsonObject { ["name"] = "from", ["value"] = from },
                new JsonObject { ["name"] = "to", ["value"] = to },
                new JsonObject { ["name"] = "kinds", ["value"] = new JsonArray([.. Kinds(events)]) }
            ),
            ["datasets"] = new JsonObject
            {
                ["events"] = new JsonArray([
                    .. events
                        .Where(e => e.OfBoth)
                        .Select(e =>
                            (JsonNode)
                                new JsonObject
                                {
                                    ["x"] = Math.Round(ChartTime.Of(e.Date), 3),
                                    ["k"] = EventGlyphs.Code(e.Kind),
                                    ["m"] = EventGlyphs.Of(e.Kind),
                                    ["d"] = e.Date.Text,
                                    ["t"] = e.Text,
                                }
                        ),
                ]),
            },
        };

    private static IEnumerable<JsonNode> Kinds(IReadOnlyList<TimelineEvent> events) =>
        events.Select(e => EventGlyphs.Code(e.Kind)).Distinct(StringComparer.Ordinal).Select(k => (JsonNode)JsonValue.Create(k));

    private static void Panel(JsonObject into, string data, List<string> names, ChartModel chart, IReadOnlyList<PairLine> lines)
    {
        var scale = new JsonObject { ["domain"] = Names(names) };
        JsonObject Told(bool legend) =>
            new()
            {
                ["field"] = "s",
                ["type"] = "nominal",
                ["scale"] = scale.DeepClone(),
                ["legend"] = legend && names.Count > 1 ? new JsonObject { ["title"] = null } : null,
            };
        var layers = new JsonArray();
        if (lines.Any(l => l.Series.Points.Any(p => p is { Low: not null, High: not null })))
            layers.Add(JsonNode.Parse(Spans));
        layers.Add(JsonNode.Parse(Between));
        var through = JsonNode.Parse(Through)!;
        through["encoding"]!["strokeDash"] = Told(true);
        layers.Add(through);
        var dots = JsonNode.Parse(Dots)!;
        dots["encoding"]!["shape"] = Told(true);
        layers.Add(dots);
        into["layer"] = new JsonArray(
            JsonNode.Parse(Happenings),
            new JsonObject
            {
                ["data"] = new JsonObject { ["name"] = data },
                ["transform"] = JsonNode.Parse("""[{ "filter": "datum.x >= from && datum.x <= to" }]"""),
                ["encoding"] = new JsonObject { ["y"] = Upright(chart), ["color"] = Told(true) },
                ["layer"] = layers,
            }
        );
        into["encoding"] = new JsonObject { ["x"] = JsonNode.Parse(Axis) };
    }

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)JsonValue.Create(n))]);

    private static JsonObject Upright(ChartModel chart)
    {
        var axis = chart.Unit switch
        {
            "USD" => """{ "labelExpr": "replace(replace(format(datum.value, '$~s'), 'G', 'bn'), 'T', 'tn')" }""",
            "share" => """{ "format": ".0~%" }""",
            "count" => """{ "format": "d", "tickMinStep": 1 }""",
            _ => """{ "format": "~g" }""",
        };
        return new()
        {
            ["field"] = "y",
            ["type"] = "quantitative",
            ["title"] = null,
            ["axis"] = JsonNode.Parse(axis),
        };
    }

    private static void Add(JsonObject spec, string name, IReadOnlyList<PairLine> lines, ChartModel chart)
    {
        var rows = new JsonArray();
        foreach (var line in lines)
        {
            var (run, before) = (0, double.NaN);
            foreach (var point in line.Series.Points)
            {
                // A year without a figure breaks the line: nothing is drawn as known that is not.
                if (point.X - before > 1)
                    run++;
                before = point.X;
                var row = new JsonObject
                {
                    ["x"] = point.X,
                    ["y"] = point.Value,
                    ["s"] = line.Series.Name,
                    ["g"] = run,
                    ["v"] = ChartNumber.Format(point.Value, chart),
                    ["o"] = line.Series.Source ?? "",
                };
                if (point is { Low: { } low, High: { } high })
                    (row["l"], row["h"]) = (low, high);
                rows.Add((JsonNode)row);
            }
        }
        ((JsonObject)spec["datasets"]!)[name] = rows;
    }
}
