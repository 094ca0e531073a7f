using System.Text.Json;
using Entente.Checking;

namespace Entente.Reports.Json;

/// <summary>Evidence and derivations, shared by `check` and `ask`.</summary>
internal static class EvidenceJson
{
    public static void Write(Utf8JsonWriter json, Evidence evidence)
    {
        json.WriteStartObject();
        json.Value("value", evidence.Value, evidence.Text);
        json.WriteString("unit", evidence.Unit);
        json.WriteString("source", evidence.Source);
        json.WriteString("published", evidence.Published);
        json.WriteString("url", evidence.Url);
        json.WriteString("basis", evidence.Basis);
        json.WriteString("tier", JsonNames.Of(evidence.Tier));
        json.WriteBoolean("lead", evidence.Lead);
        json.WriteString("verdict", evidence.Verdict?.Code());
        json.WriteString("note", evidence.Note);
        json.WriteEndObject();
    }

    /// <summary>The tree; at a leaf, the row of the record that it comes from.</summary>
    public static void Write(Utf8JsonWriter json, Derivation? derivation)
    {
        if (derivation is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("op", derivation.Op);
        json.WriteStartArray("args");
        foreach (var arg in derivation.Args)
            Write(json, arg);
        json.WriteEndArray();
        json.Value("value", derivation.Value, derivation.Text);
        json.WriteString("unit", derivation.Unit);
        json.WriteString("source", derivation.Source?.Source);
        if (derivation.Source is { } source)
        {
            json.WriteString("via", source.Via);
            json.WriteString("published", source.Published);
            json.WriteString("url", source.Url);
            json.WriteString("tier", JsonNames.Of(source.Tier));
            json.WriteString("row", source.Row);
        }
        if (derivation.Note is not null)
            json.WriteString("note", derivation.Note);
        json.WriteEndObject();
    }
}
