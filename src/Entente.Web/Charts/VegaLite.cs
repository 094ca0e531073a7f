using System.Text.Json.Nodes;
using Entente.Reports.Charts;

namespace Entente.Web.Charts;

/// <summary>What Vega-Lite specifications of charts are made of. They have no colours: the page that draws them has them, light and dark.</summary>
internal static class VegaLite
{
    /// <summary>More points than this are not put into a page: every n-th is drawn, and the table has all.</summary>
    public const int MostPoints = 4_000;

    /// <summary>`{ "field": …, "type": … }` with whatever else.</summary>
    internal static JsonObject Field(string field, string type, params (string Key, JsonNode? Value)[] more)
    {
        var made = new JsonObject { ["field"] = field, ["type"] = type };
        foreach (var (key, value) in more)
            made[key] = value;
        return made;
    }

    /// <summary>The scale and axis of values: how a unit's numbers are printed, and whether they begin at zero.</summary>
    internal static JsonObject Values(ChartModel chart, string field, bool zero)
    {
        var axis = new JsonObject { ["title"] = null };
        if (chart.Unit == "share")
            axis["format"] = chart.Signed ? "+~%" : "~%";
        else if (chart.Unit is "USD" or "EUR" or "CNY" or "RUB" or "GBP" || Largest(chart) >= 1e5)
            axis["labelExpr"] = "replace(replace(replace(format(datum.value, '~s'), 'G', ' bn'), 'M', ' m'), 'T', ' tn')";
        var title = Title(chart.Unit);
        if (title is not null)
            axis["title"] = title;
        var scale = new JsonObject { ["zero"] = zero, ["nice"] = true };
        if (chart.Unit == "rank")
            (scale["reverse"], scale["zero"]) = (true, false);
        return Field(field, "quantitative", ("axis", axis), ("scale", scale));
    }

    /// <summary>What is said at the pointer, in order.</summary>
    internal static JsonArray Tooltip(params (string Field, string Title)[] fields) =>
        [
            .. fields.Select(f =>
                (JsonNode)
                    new JsonObject
                    {
                        ["field"] = f.Field,
                        ["type"] = "nominal",
                        ["title"] = f.Title,
                    }
            ),
        ];

    internal static JsonObject Series(string title = "")
    {
        var field = Field("series", "nominal", ("title", title.Length == 0 ? null : title));
        // In the order of the chart, whose first is the one that leads.
        field["sort"] = null;
        return field;
    }

    private static string? Title(string? unit) =>
        unit switch
        {
            null or "1" or "share" or "rank" or "count" => null,
            "USD" => "US$",
            "EUR" => "€",
            "pp" => "percentage points",
            _ => unit,
        };

    private static double Largest(ChartModel chart) =>
        chart.Series.SelectMany(s => s.Points).Select(p => Math.Abs(p.Value)).Where(double.IsFinite).DefaultIfEmpty(0).Max();

    internal static IReadOnlyList<ChartPoint> Thinned(IReadOnlyList<ChartPoint> points, int series)
    {
        var most = Math.Max(50, MostPoints / Math.Max(1, series));
        if (points.Count <= most)
            return points;
        var step = (points.Count + most - 1) / most;
        return [.. points.Where((_, i) => i % step == 0 || i == points.Count - 1)];
    }
}
