using System.Text.Json;
using Entente.Reports.Charts;

namespace Entente.Web.Whatif;

/// <summary>A chart of rows (marks with intervals, bars, tornados) as a Vega-Lite specification without colours of its own.</summary>
internal static class RowSpec
{
    private const int Row = 26;

    public static void Write(Utf8JsonWriter json, ChartModel chart)
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://vega.github.io/schema/vega-lite/v6.json");
        var several = chart.Series.Count > 1;
        var rows = chart.Series.SelectMany(s => s.Points).Select(p => p.X).Distinct().Count();
        json.WriteNumber("height", Math.Max(1, rows) * (several ? Row * Math.Max(1, 0.6 * chart.Series.Count) : Row));
        json.WriteStartObject("data");
        json.WriteStartArray("values");
        foreach (var series in chart.Series)
        foreach (var point in series.Points)
            Point(json, series.Name, point, chart);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("encoding");
        Rows(json, several);
        Tooltip(json, several);
        json.WriteEndObject();
        json.WriteStartArray("layer");
        if (chart.Base is { } middle)
            Rule(json, middle);
        if (chart.Form is ChartForm.Bars or ChartForm.Tornado)
            Bars(json, chart, several);
        // A layer without marks would be an image without words.
        if (chart.Form != ChartForm.Tornado && chart.Series.Any(s => s.Points.Any(p => p.Low is not null && p.High is not null)))
            Intervals(json, chart, several);
        if (chart.Form == ChartForm.Rows)
            Marks(json, chart, several);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Point(Utf8JsonWriter json, string series, ChartPoint point, ChartModel chart)
    {
        json.WriteStartObject();
        json.WriteString("at", point.At);
        json.WriteNumber("row", point.X);
        json.WriteString("series", series);
        Number(json, "value", point.Value);
        if (point.Low is { } low)
            Number(json, "low", low);
        if (point.High is { } high)
            Number(json, "high", high);
        json.WriteString(
            "said",
            chart.Form == ChartForm.Tornado && point is { Low: { } from, High: { } to }
                    ? $"{ChartNumber.Format(from, chart)} to {ChartNumber.Format(to, chart)}"
                : point is { Low: { } low1, High: { } high1 } && low1 != high1
                    ? $"{ChartNumber.Format(point.Value, chart)} ({ChartNumber.Format(low1, chart)} to {ChartNumber.Format(high1, chart)})"
                : ChartNumber.Format(point.Value, chart)
        );
        if (point.Note is { } note)
            json.WriteString("note", note);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
            json.WriteNumber(name, value);
    }

    private static void Rows(Utf8JsonWriter json, bool several)
    {
        json.WriteStartObject("y");
        json.WriteString("field", "at");
        json.WriteString("type", "nominal");
        json.WriteStartObject("sort");
        json.WriteString("field", "row");
        json.WriteString("op", "min");
        json.WriteEndObject();
        json.WriteStartObject("axis");
        json.WriteNull("title");
        json.WriteNumber("labelLimit", 180);
        json.WriteEndObject();
        json.WriteEndObject();
        if (!several)
            return;
        json.WriteStartObject("yOffset");
        json.WriteString("field", "series");
        json.WriteNull("sort");
        json.WriteEndObject();
    }

    private static void Tooltip(Utf8JsonWriter json, bool several)
    {
        json.WriteStartArray("tooltip");
        foreach (var (field, title) in new[] { ("at", ""), ("series", ""), ("said", ""), ("note", "") })
        {
            if (field == "series" && !several)
                continue;
            json.WriteStartObject();
            json.WriteString("field", field);
            json.WriteString("type", "nominal");
            json.WriteString("title", title);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Rule(Utf8JsonWriter json, double at)
    {
        json.WriteStartObject();
        Mark(json, "rule", ("strokeDash", "3,3"));
        json.WriteStartObject("encoding");
        json.WriteNull("y");
        json.WriteNull("yOffset");
        json.WriteStartObject("x");
        json.WriteNumber("datum", at);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Bars(Utf8JsonWriter json, ChartModel chart, bool several)
    {
        json.WriteStartObject();
        Mark(json, "bar", ("opacity", "0.75"));
        json.WriteStartObject("encoding");
        if (chart.Form == ChartForm.Tornado)
        {
            X(json, "x", "low", chart);
            X(json, "x2", "high", chart);
        }
        else
        {
            X(json, "x", "value", chart);
        }
        Series(json, several);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Intervals(Utf8JsonWriter json, ChartModel chart, bool several)
    {
        json.WriteStartObject();
        Mark(json, "rule", ("strokeWidth", "2"));
        json.WriteStartObject("encoding");
        X(json, "x", "low", chart);
        X(json, "x2", "high", chart);
        if (chart.Form == ChartForm.Rows)
            Series(json, several);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Marks(Utf8JsonWriter json, ChartModel chart, bool several)
    {
        json.WriteStartObject();
        Mark(json, "point", ("filled", "true"), ("size", "70"));
        json.WriteStartObject("encoding");
        X(json, "x", "value", chart);
        Series(json, several);
        if (several)
        {
            json.WriteStartObject("shape");
            json.WriteString("field", "series");
            json.WriteString("type", "nominal");
            json.WriteNull("title");
            json.WriteNull("sort");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Series(Utf8JsonWriter json, bool several)
    {
        if (!several)
            return;
        json.WriteStartObject("color");
        json.WriteString("field", "series");
        json.WriteString("type", "nominal");
        json.WriteNull("title");
        // In the order of the file, as the tables have them.
        json.WriteNull("sort");
        json.WriteEndObject();
    }

    private static void X(Utf8JsonWriter json, string channel, string field, ChartModel chart)
    {
        json.WriteStartObject(channel);
        json.WriteString("field", field);
        if (channel == "x")
        {
            json.WriteString("type", "quantitative");
            if (chart.Form == ChartForm.Tornado)
            {
                json.WriteStartObject("scale");
                json.WriteBoolean("zero", false);
                json.WriteEndObject();
            }
            json.WriteStartObject("axis");
            json.WriteNull("title");
            json.WriteString("format", chart.Unit == "share" ? (chart.Signed ? "+.3~p" : ".3~p") : ".4~g");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void Mark(Utf8JsonWriter json, string type, params (string Name, string Raw)[] more)
    {
        json.WriteStartObject("mark");
        json.WriteString("type", type);
        foreach (var (name, raw) in more)
            if (name == "strokeDash")
            {
                json.WriteStartArray(name);
                foreach (var part in raw.Split(','))
                    json.WriteRawValue(part);
                json.WriteEndArray();
            }
            else
            {
                json.WritePropertyName(name);
                json.WriteRawValue(raw);
            }
        json.WriteEndObject();
    }
}
