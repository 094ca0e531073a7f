using Entente.Reading.Text;

namespace Entente.Reports.Json;

/// <summary>What `quantities` prints: one array per input line.</summary>
public static class QuantitiesJson
{
    public static void Write(TextWriter output, IReadOnlyList<ReportedQuantity> quantities) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartArray();
                foreach (var quantity in quantities)
                {
                    json.WriteStartObject();
                    json.WriteString("text", quantity.Text);
                    json.WriteNumber("start", quantity.Start);
                    json.WriteNumber("end", quantity.End);
                    json.WriteString("relation", quantity.Relation);
                    json.Number("value", quantity.Value);
                    json.Number("low", quantity.Low);
                    json.Number("high", quantity.High);
                    json.WriteString("unit", quantity.Unit);
                    json.WriteString("change", quantity.Change);
                    json.WriteString("of", quantity.Of);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
            }
        );
}
