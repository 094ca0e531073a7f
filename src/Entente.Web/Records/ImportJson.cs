using System.Text.Json;
using Entente.Sources.Store;

namespace Entente.Web.Records;

/// <summary>How imports are written.</summary>
internal static class ImportJson
{
    public static void Write(Utf8JsonWriter json, StoredImport import)
    {
        json.WriteStartObject();
        json.WriteNumber("id", import.Id);
        json.WriteString("dataset", import.Dataset);
        json.WriteString("vintage", import.Vintage);
        json.WriteString("published", import.Published);
        json.WriteString("importedAt", import.ImportedAt);
        json.WriteNumber("rows", import.Rows);
        json.WriteNumber("unplaced", import.Unplaced);
        var dated = import.Tables.Where(t => t.From > 0).ToArray();
        Year(json, "from", dated.Length == 0 ? 0 : dated.Min(t => t.From));
        Year(json, "to", dated.Length == 0 ? 0 : dated.Max(t => t.To));
        json.WriteStartArray("files");
        foreach (var file in import.Files)
        {
            json.WriteStartObject();
            json.WriteString("name", file.Name);
            json.WriteString("sha256", file.Sha256);
            json.WriteNumber("bytes", file.Bytes);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("tables");
        foreach (var table in import.Tables)
        {
            json.WriteStartObject();
            json.WriteString("name", table.Name);
            json.WriteNumber("rows", table.Rows);
            Year(json, "from", table.From);
            Year(json, "to", table.To);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, UnplacedRow row)
    {
        json.WriteStartObject();
        json.WriteString("file", row.File);
        json.WriteNumber("line", row.Line);
        json.WriteString("column", row.Column);
        json.WriteString("found", row.Found);
        json.WriteString("expected", row.Expected);
        json.WriteEndObject();
    }

    private static void Year(Utf8JsonWriter json, string name, int year)
    {
        if (year == 0)
            json.WriteNull(name);
        else
            json.WriteNumber(name, year);
    }
}
