using Entente.Checking.Overrides;

namespace Entente.Reports.Json;

/// <summary>The schema `entente/overrides/1`: the editors' words of one file.</summary>
public static class OverridesJson
{
    public const string Schema = "entente/overrides/1";

    public static void Write(TextWriter output, OverrideBook book) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                json.WriteStartArray("overrides");
                foreach (var word in book.Words)
                {
                    json.WriteStartObject();
                    json.WriteString("id", word.Id);
                    json.WriteString("document", word.Document);
                    json.WriteString("sha256", word.Sha256);
                    json.WriteString("quote", word.Anchor.Exact);
                    json.WriteString("assertion", word.Assertion);
                    json.WriteString("verdict", word.Verdict.Code());
                    json.WriteString("by", word.By);
                    json.WriteString("reason", word.Reason);
                    json.WriteString("date", Period.OfDay(word.Date).Text);
                    json.WriteString("computed", word.Computed.Code());
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
        );
}
