namespace Entente.Reports.Json;

/// <summary>What `ask` prints.</summary>
public static class AnswerJson
{
    public static void Write(TextWriter output, Answer answer) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("expression", answer.Expression);
                if (answer.Holds is { } holds && answer.Value is null && answer.Text is null)
                    json.WriteBoolean("value", holds);
                else
                    json.Value("value", answer.Value, answer.Text);
                json.Number("low", answer.Low);
                json.Number("high", answer.High);
                json.WriteString("unit", answer.Unit);
                json.WriteString("reason", answer.Reason?.Code);
                json.WriteString("explanation", answer.Explanation ?? answer.Reason?.Text);
                json.WriteStartArray("alternatives");
                foreach (var evidence in answer.Alternatives)
                    EvidenceJson.Write(json, evidence);
                json.WriteEndArray();
                json.WritePropertyName("derivation");
                EvidenceJson.Write(json, answer.Derivation);
                json.WriteEndObject();
            }
        );
}
