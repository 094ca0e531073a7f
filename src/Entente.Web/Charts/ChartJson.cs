using System.Text.Json;
using System.Text.Json.Nodes;
using Entente.Reports.Charts;

namespace Entente.Web.Charts;

/// <summary>A chart for the page: title, summary, specification, the figures as a table, sources with their vintage, notes.</summary>
internal static class ChartJson
{
    private const int MostSources = 12;

    /// <param name="json">Where it is written.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="spec">The specification where it was changed (a brush, another pair beside); null for the usual one.</param>
    /// <param name="csv">The address of all figures, where the table is not all of them.</param>
    public static void Write(Utf8JsonWriter json, ChartModel chart, JsonObject? spec = null, string? csv = null)
    {
        json.WriteStartObject();
        json.WriteString("id", chart.Id);
        json.WriteString("title", chart.Title);
        json.WriteString("summary", chart.Summary);
        json.WriteString("unit", chart.Unit);
        json.WritePropertyName("spec");
        (spec ?? VegaLite.Of(chart)).WriteTo(json);
        json.WritePropertyName("table");
        Table(json, ChartTable.Of(chart));
        json.WriteString("csv", csv);
        Sources(json, chart);
        json.WriteStartArray("notes");
        if (chart.Note is { } note)
            json.WriteStringValue(note);
        if (chart.Events.Count > 0)
            json.WriteStringValue("Marked: " + string.Join("; ", chart.Events.Select(e => $"{e.At} {e.Text}")));
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Table(Utf8JsonWriter json, ChartTable table)
    {
        json.WriteStartObject();
        json.WriteStartArray("columns");
        for (var i = 0; i < table.Columns.Count; i++)
        {
            json.WriteStartObject();
            json.WriteString("label", table.Columns[i]);
            json.WriteBoolean("numeric", i > 0);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows.Take(VegaLite.MostPoints))
        {
            json.WriteStartArray();
            foreach (var cell in row)
                json.WriteStringValue(cell);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Sources(Utf8JsonWriter json, ChartModel chart)
    {
        json.WriteStartArray("sources");
        foreach (var series in chart.Series.Where(s => s.Source is not null).DistinctBy(s => (s.Source, s.Vintage)).Take(MostSources))
        {
            json.WriteStartObject();
            json.WriteString("name", series.Via is null ? series.Source : $"{series.Source} via {series.Via}");
            json.WriteString("vintage", series.Vintage);
            json.WriteString("url", series.Url is { } url && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal)) ? url : null);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
