using System.Text.Json.Nodes;

namespace Entente.Web.Charts;

/// <summary>
/// What every Vega-Lite specification of ours is made of. They have no colours, fonts or sizes of letters: the page that draws them has these, light
/// and dark.
/// </summary>
internal static class VegaLite
{
    /// <summary>Dots and dashes of what only stands behind the figures: events, levels to compare with.</summary>
    public static JsonArray Dashes => new(3, 3);

    /// <summary>A specification without anything in it yet.</summary>
    public static JsonObject Spec() => new() { ["$schema"] = "https://vega.github.io/schema/vega-lite/v6.json" };

    /// <summary>`{ "field": …, "type": … }` with whatever else.</summary>
    public static JsonObject Field(string field, string type, params ReadOnlySpan<(string Key, JsonNode? Value)> more)
    {
        var made = new JsonObject { ["field"] = field, ["type"] = type };
        foreach (var (key, value) in more)
            made[key] = value;
        return made;
    }

    /// <summary>The other end of what begins at <see cref="Field"/>.</summary>
    public static JsonObject End(string field) => new() { ["field"] = field };

    /// <summary>Which series a mark is of. In the order of the data, as the tables have them.</summary>
    public static JsonObject Series(string field) => Field(field, "nominal", ("title", null), ("sort", null));

    /// <summary>`{ "values": … }`, under a name where others refer to it.</summary>
    public static JsonObject Data(JsonArray values, string? name = null)
    {
        var data = new JsonObject();
        if (name is not null)
            data["name"] = name;
        data["values"] = values;
        return data;
    }

    /// <summary>One layer.</summary>
    /// <param name="type">The type of its marks.</param>
    /// <param name="look">What else its marks are.</param>
    /// <param name="encoding">What its marks show.</param>
    /// <param name="data">Its own data; null where it shows the chart's.</param>
    public static JsonObject Layer(string type, JsonObject look, JsonObject encoding, JsonObject? data = null)
    {
        look.Insert(0, "type", type);
        var layer = new JsonObject { ["mark"] = look, ["encoding"] = encoding };
        if (data is not null)
            layer.Insert(0, "data", data);
        return layer;
    }

    /// <summary>What is said at the pointer, in order.</summary>
    public static JsonArray Tooltip(params ReadOnlySpan<(string Field, string Title)> fields)
    {
        var lines = new JsonArray();
        foreach (var (field, title) in fields)
            lines.Add((JsonNode)Field(field, "nominal", ("title", title)));
        return lines;
    }

    /// <summary>A number of the data; what is none is missing, never a nought.</summary>
    public static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(value) : null;

    public static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(n => (JsonNode)JsonValue.Create(n))]);
}
