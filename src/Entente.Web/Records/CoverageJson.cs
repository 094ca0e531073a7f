using System.Text.Json;
using Entente.Application.Records;

namespace Entente.Web.Records;

/// <summary>The schema `entente/coverage/1`.</summary>
internal static class CoverageJson
{
    public static void Write(Utf8JsonWriter json, CoverageGrid grid, string? measure, Func<string, string?> nameOf)
    {
        json.WriteStartObject();
        json.WriteString("schema", "entente/coverage/1");
        json.WriteString("by", grid.ByDecade ? "decade" : "year");
        json.WriteString("measure", measure);
        json.WriteStartArray("columns");
        foreach (var column in grid.Columns)
        {
            json.WriteStartObject();
            json.WriteString("label", column.Label);
            json.WriteNumber("from", column.From);
            json.WriteNumber("to", column.To);
            json.WriteNumber("known", column.Known);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var line in grid.Lines)
        {
            json.WriteStartObject();
            json.WriteString("dataset", line.Dataset);
            json.WriteString("name", line.Name);
            json.WriteString("kind", line.IsMeasure ? "measure" : "table");
            json.WriteBoolean("pairs", line.Pairs);
            if (line.State is { } state)
            {
                json.WriteString("state", state);
                json.WriteString("stateName", nameOf(state) ?? state);
            }
            json.WriteStartArray("cells");
            foreach (var cell in line.Cells)
            {
                json.WriteStartObject();
                json.WriteNumber("values", cell.Values);
                json.WriteNumber("states", cell.States);
                json.WriteNumber("share", Math.Round(cell.Share, 3));
                json.WriteString("level", cell.Level.ToString().ToLowerInvariant());
                json.WriteString("reason", cell.Reason);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
