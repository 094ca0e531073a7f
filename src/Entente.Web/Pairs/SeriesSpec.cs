using System.Text.Json.Nodes;
using Entente.Profiles;
using Entente.Reports.Charts;
using Entente.Web.Charts;

namespace Entente.Web.Pairs;

/// <summary>
/// Lines over years as a Vega-Lite specification with all their years in it; its parameters `from`, `to` and `kinds` say what is seen, so that
/// a page can move them without asking again.
/// </summary>
internal static class SeriesSpec
{
    /// <summary>More lines than these on one panel cannot be told apart: another pair then gets a panel of its own.</summary>
    private const int MostTogether = 4;

    private const string Kinds = "kinds";
    private const string Happened = "events";

    /// <param name="chart">What is drawn, and the years that are seen first.</param>
    /// <param name="events">What is marked over the years.</param>
    public static JsonObject Of(PairChart chart, IReadOnlyList<TimelineEvent> events)
    {
        var spec = Framed(chart.From, chart.To, events);
        var lines = chart.All;
        if (chart.Beside is null || lines.Count <= MostTogether)
        {
            Panel(spec, spec, "figures", [.. lines.Select(l => l.Series)], chart.Model);
            return spec;
        }
        var panels = new JsonArray();
        foreach (var (beside, data) in new[] { (false, "figures"), (true, "beside") })
        {
            var own = lines.Where(l => l.Beside == beside).ToList();
            var panel = new JsonObject { ["title"] = own[0].Pair, ["height"] = 200 };
            // Above each other the same line has the same colour and dash.
            var bare = own.Select(l =>
                l.Series with
                {
                    Name = l.Series.Name[(l.Series.Name.IndexOf(": ", StringComparison.Ordinal) + 2)..],
                }
            );
            Panel(spec, panel, data, [.. bare], chart.Model);
            panels.Add((JsonNode)panel);
        }
        spec["vconcat"] = panels;
        spec["resolve"] = new JsonObject { ["scale"] = new JsonObject { ["y"] = "shared" } };
        return spec;
    }

    /// <summary>Lines without events, such as those of a triangle.</summary>
    public static JsonObject Of(ChartModel chart, int from, int to)
    {
        var spec = Framed(from, to, []);
        Panel(spec, spec, "figures", chart.Series, chart);
        return spec;
    }

    private static JsonObject Framed(int from, int to, IReadOnlyList<TimelineEvent> events)
    {
        var spec = VegaLite.Spec();
        spec["params"] = new JsonArray(
            Parameter(VegaAxes.From, from),
            Parameter(VegaAxes.To, to),
            Parameter(Kinds, VegaLite.Names(events.Select(e => EventGlyphs.Code(e.Kind)).Distinct(StringComparer.Ordinal)))
        );
        spec["datasets"] = new JsonObject
        {
            [Happened] = new JsonArray([
                .. events
                    .Where(e => e.OfBoth)
                    .Select(e =>
                        (JsonNode)
                            new JsonObject
                            {
                                ["x"] = VegaAxes.Place(ChartTime.Of(e.Date), dated: false),
                                ["k"] = EventGlyphs.Code(e.Kind),
                                ["m"] = EventGlyphs.Of(e.Kind),
                                ["d"] = e.Date.Text,
                                ["t"] = e.Text,
                            }
                    ),
            ]),
        };
        return spec;
    }

    private static JsonObject Parameter(string name, JsonNode value) => new() { ["name"] = name, ["value"] = value };

    /// <summary>Lines over their events, in a panel or in the whole of a specification, whose data hold their figures.</summary>
    private static void Panel(JsonObject spec, JsonObject into, string data, IReadOnlyList<ChartSeries> lines, ChartModel chart)
    {
        ((JsonObject)spec["datasets"]!)[data] = LineLayers.Rows(chart, lines, dated: false);
        var figures = LineLayers.Of(chart, lines, Under(data), VegaAxes.YearsSeen());
        figures["transform"] = Kept($"datum.x >= {VegaAxes.From} && datum.x <= {VegaAxes.To}");
        into["layer"] = new JsonArray(Happenings(), figures);
    }

    private static JsonObject Happenings()
    {
        var strokes = VegaLite.Layer("rule", LineLayers.EventStroke(0.3), new() { ["tooltip"] = null });
        strokes["transform"] = Kept("datum.k === 'treaty' || datum.k === 'conflict'");
        var signs = VegaLite.Layer(
            "text",
            new() { ["fontSize"] = 12, ["baseline"] = "top" },
            new()
            {
                ["y"] = new JsonObject { ["value"] = -2 },
                ["text"] = new JsonObject { ["field"] = "m" },
                ["tooltip"] = VegaLite.Tooltip(("d", "Date"), ("t", "Event")),
            }
        );
        return new JsonObject
        {
            ["data"] = Under(Happened),
            ["transform"] = Kept($"datum.x >= {VegaAxes.From} && datum.x < {VegaAxes.To} + 1 && indexof({Kinds}, datum.k) >= 0"),
            ["encoding"] = new JsonObject { ["x"] = VegaAxes.YearsSeen() },
            ["layer"] = new JsonArray(strokes, signs),
        };
    }

    private static JsonObject Under(string name) => new() { ["name"] = name };

    private static JsonArray Kept(string condition) => new(new JsonObject { ["filter"] = condition });
}
