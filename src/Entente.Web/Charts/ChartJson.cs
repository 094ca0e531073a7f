using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Reports.Charts;
using Entente.Web.Http;

namespace Entente.Web.Charts;

/// <summary>A chart for the page: title, summary, specification, the figures as a table, sources with their vintage, notes. And its parts, for answers that hold more.</summary>
internal static class ChartJson
{
    /// <summary>The chart of a claim.</summary>
    public static void Write(Utf8JsonWriter json, ChartModel chart)
    {
        json.WriteStartObject();
        Head(json, chart, ClaimSpec.Of(chart));
        Table(json, ChartTable.Of(chart));
        Sources(json, chart.Series);
        var marked = chart.Events.Count > 0 ? "Marked: " + string.Join("; ", chart.Events.Select(e => $"{e.At} {e.Text}")) : null;
        Notes(json, [chart.Note, marked]);
        json.WriteEndObject();
    }

    /// <summary>What it is, in words, and how it is drawn.</summary>
    public static void Head(Utf8JsonWriter json, ChartModel chart, JsonNode spec)
    {
        json.WriteString("id", chart.Id);
        json.WriteString("form", chart.Form.ToString().ToLowerInvariant());
        json.WriteString("title", chart.Title);
        json.WriteString("summary", chart.Summary);
        json.WriteString("unit", chart.Unit);
        json.WritePropertyName("spec");
        spec.WriteTo(json);
    }

    /// <summary>The table of a report, in its own words.</summary>
    public static void Table(Utf8JsonWriter json, ChartTable table)
    {
        json.WriteStartObject("table");
        json.WriteStartArray("columns");
        for (var i = 0; i < table.Columns.Count; i++)
            Column(json, table.Columns[i], null, i > 0);
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows.Take(LineLayers.MostPoints))
        {
            json.WriteStartArray();
            foreach (var cell in row)
                json.WriteStringValue(cell);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <param name="json">Where it is written.</param>
    /// <param name="label">What is in it.</param>
    /// <param name="unit">What its numbers are; null for words and bare numbers.</param>
    /// <param name="numeric">Whether it is numbers.</param>
    public static void Column(Utf8JsonWriter json, string label, string? unit, bool numeric)
    {
        json.WriteStartObject();
        json.WriteString("label", label);
        if (unit is not null)
            json.WriteString("unit", unit);
        json.WriteBoolean("numeric", numeric);
        json.WriteEndObject();
    }

    /// <summary>Whose figures these are, each publication once.</summary>
    public static void Sources(Utf8JsonWriter json, IEnumerable<ChartSeries> series)
    {
        json.WriteStartArray("sources");
        foreach (var one in series.Where(s => s.Source is not null).DistinctBy(s => (s.Source, s.Via, s.Url)))
        {
            json.WriteStartObject();
            json.WriteString("name", one.Via is null ? one.Source : $"{one.Source} via {one.Via}");
            json.WriteString("url", WebAddress.Is(one.Url) ? one.Url : null);
            json.WriteString("vintage", one.Vintage);
            json.WriteString("licence", Licences.Of(one.Url, one.Source));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    /// <summary>What to know before using it; what is null is left out.</summary>
    public static void Notes(Utf8JsonWriter json, IEnumerable<string?> notes)
    {
        json.WriteStartArray("notes");
        foreach (var note in notes.OfType<string>())
            json.WriteStringValue(note);
        json.WriteEndArray();
    }
}
