using System.Text.Json;
using Entente.Reports.Charts;

namespace Entente.Web.Charts;

/// <summary>The chart of a claim for the page: title, summary, specification, the figures as a table, sources with their vintage, notes.</summary>
internal static class ChartJson
{
    private const int MostSources = 12;

    /// <param name="json">Where it is written.</param>
    /// <param name="chart">The chart.</param>
    public static void Write(Utf8JsonWriter json, ChartModel chart)
    {
        json.WriteStartObject();
        json.WriteString("id", chart.Id);
        json.WriteString("title", chart.Title);
        json.WriteString("summary", chart.Summary);
        json.WriteString("unit", chart.Unit);
        json.WritePropertyName("spec");
        VegaLines.Of(chart).WriteTo(json);
        json.WritePropertyName("table");
        Table(json, ChartTable.Of(chart));
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
            json.WriteString(
                "url",
                series.Url is { } url
                && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal))
                    ? url
                    : null
            );
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
