using System.Buffers;
using System.Text.Json;
using Entente.Reports;

namespace Entente.Web.Assistants.Tools;

/// <summary>JSON with some of its properties left out, wherever they stand: an assistant pays for every word that it is handed.</summary>
internal static class JsonPruner
{
    public static JsonElement Without(Utf8Text text, IReadOnlySet<string> names)
    {
        var whole = AssistantProblems.Element(text);
        var buffer = new ArrayBufferWriter<byte>(text.Length / 2);
        using (var json = new Utf8JsonWriter(buffer))
            Write(json, whole, names);
        using var parsed = JsonDocument.Parse(buffer.WrittenMemory, new() { MaxDepth = 256 });
        return parsed.RootElement.Clone();
    }

    private static void Write(Utf8JsonWriter json, JsonElement value, IReadOnlySet<string> names)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                    if (!names.Contains(property.Name))
                    {
                        json.WritePropertyName(property.Name);
                        Write(json, property.Value, names);
                    }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(json, item, names);
                json.WriteEndArray();
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}
