using System.Text.Json;
using Entente.Actors.Identity;
using Entente.Measures.Alignment;
using Entente.Sources.Triangles;

namespace Entente.Application.Triangles;

/// <summary>A triangle as JSON.</summary>
internal static class TriangleJson
{
    public static void Write(Utf8JsonWriter json, StateIdentity[] parties, int? year, IReadOnlyList<TieReading> readings)
    {
        json.WriteStartObject();
        json.WriteStartArray("states");
        foreach (var party in parties)
            json.WriteStringValue(party.Code);
        json.WriteEndArray();
        if (year is { } of)
            json.WriteNumber("year", of);
        else
            json.WriteNull("year");
        json.WriteStartArray("readings");
        foreach (var item in readings)
        {
            json.WriteStartObject();
            json.WriteString("evidence", item.Evidence);
            json.WriteString("definition", item.Definition);
            json.WriteNumber("positive_from", item.Thresholds.Positive);
            json.WriteNumber("negative_to", item.Thresholds.Negative);
            json.WriteStartArray("ties");
            foreach (var (tie, a, b) in new[] { (0, 0, 1), (1, 0, 2), (2, 1, 2) })
            {
                json.WriteStartObject();
                json.WriteString("between", $"{parties[a].Code}-{parties[b].Code}");
                if (item.Values[tie] is { } value && double.IsFinite(value))
                    json.WriteNumber("value", value);
                else
                    json.WriteNull("value");
                json.WriteString("sign", TriangleWords.Sign(item.Reading.Signs[tie]));
                json.WriteString("basis", item.Basis[tie]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("dittmer", TriangleWords.Code(item.Reading.Kind));
            json.WriteStartArray("possible");
            foreach (var kind in item.Reading.Possible)
                json.WriteStringValue(TriangleWords.Code(kind));
            json.WriteEndArray();
            if (item.Reading.Place is { } place)
                json.WriteString(item.Reading.Kind == TriangleKind.Romantic ? "pivot" : "outcast", parties[place].Code);
            json.WriteString("structural_balance", TriangleWords.Said(item.Reading.Structural));
            json.WriteString("weak_balance", TriangleWords.Said(item.Reading.Weak));
            json.WriteStartArray("sources");
            foreach (var source in item.Sources)
                json.WriteStringValue(source);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
