using System.Text.Json;
using Entente.Checking.Flips;

namespace Entente.Reports.Json;

/// <summary>The schema `entente/flips/1`: past verdicts that newer data turned, old and new side by side.</summary>
public static class FlipsJson
{
    public const string Schema = "entente/flips/1";

    public static void Write(TextWriter output, FlipReport report) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteString("record", report.Record);
                json.WriteString("asOf", Period.OfDay(report.Day).Text);
                json.WriteNumber("texts", report.Texts);
                json.WriteNumber("checked", report.Checked);
                json.WriteNumber("otherProgram", report.OtherProgram);
                json.Strings("gone", report.Gone);
                json.WriteStartArray("flips");
                foreach (var flip in report.Flips)
                    Write(json, flip);
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );

    private static void Write(Utf8JsonWriter json, Flip flip)
    {
        json.WriteStartObject();
        json.WriteString("path", flip.Path);
        json.WriteBoolean("edited", flip.Edited);
        json.WriteString("claim", flip.Now.Claim.Id);
        json.WriteString("quote", flip.Now.Claim.Quote);
        json.WriteNumber("start", flip.Now.Claim.Start);
        json.WriteNumber("end", flip.Now.Claim.End);
        json.WriteString("assertion", flip.Now.Claim.Assertion);
        json.WriteStartObject("before");
        json.WriteString("verdict", flip.Before.Verdict.Code());
        json.WriteString("date", Period.OfDay(flip.Day).Text);
        Figure(json, flip.Before.Figure);
        json.WriteEndObject();
        json.WriteStartObject("now");
        json.WriteString("verdict", flip.Now.Verdict.Code());
        json.WriteString("explanation", flip.Now.Explanation);
        Figure(json, flip.Figure);
        json.WriteString("override", flip.Now.Override?.Verdict.Code());
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Figure(Utf8JsonWriter json, RememberedFigure? figure)
    {
        json.Value("value", figure?.Value, figure?.Text);
        json.WriteString("unit", figure?.Unit);
        json.WriteString("source", figure?.Source);
        json.WriteString("published", figure?.Published);
        json.WriteString("row", figure?.Row);
        json.WriteString("note", figure?.Note);
    }
}
