using System.Text.Json;
using Entente.Checking;
using Entente.Reading;

namespace Entente.Reports.Json;

/// <summary>
/// One claim with its working as people read it: beside the claim of `entente/check/1` the lines, the authorities and the computation with their
/// numbers in words. What a page shows beside the text.
/// </summary>
public static class ClaimDetailJson
{
    /// <summary>A computation deeper than this is nobody's to read; the reports have it whole.</summary>
    private const int Deepest = 40;

    /// <summary>Writes the fields of an object that is begun: `claim`, `speaker`, `lines`, `authorities`, `working`, `citation`.</summary>
    public static void Write(Utf8JsonWriter json, CheckReport report, CheckedClaim claim)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(claim);
        json.WritePropertyName("claim");
        CheckJson.Claim(json, claim, new AnchorJson(report.Document));
        var statement = report.Document.Statements.FirstOrDefault(s => s.Id == claim.Claim.Statement);
        var voice = claim.Claim.Speaker ?? statement?.Speaker;
        json.WriteString("speaker", voice is null ? null : Phrases.Speaker(voice) ?? Author(report.Document));
        json.WriteString("reportedBy", voice?.ReportedBy);
        json.WriteString("statement", statement?.Text);
        Lines(json, claim);
        Authorities(json, claim.Evidence);
        json.WritePropertyName("working");
        Node(json, claim.Derivation, 0);
        json.WriteStartObject("citation");
        json.WriteString("text", ClaimCitation.Text(report, claim));
        json.WriteString("markdown", ClaimCitation.Markdown(report, claim));
        json.WriteString("block", ClaimCitation.Block(claim));
        json.WriteEndObject();
    }

    /// <summary>Each authority's figure as people read it.</summary>
    public static void Authorities(Utf8JsonWriter json, IReadOnlyList<Evidence> evidence)
    {
        json.WriteStartArray("authorities");
        foreach (var e in evidence)
        {
            json.WriteStartObject();
            json.WriteString("source", e.Source);
            json.WriteString("url", Links.Safe(e.Url));
            json.WriteString("value", Phrases.Value(e));
            json.WriteString("published", e.Published);
            json.WriteString("tier", Phrases.Tier(e.Tier));
            json.WriteString("basis", e.Basis);
            json.WriteString("note", e.Note);
            json.WriteBoolean("lead", e.Lead);
            json.WriteString("verdict", e.Verdict?.Code());
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static string? Author(Document document) => document.Authors.Count == 0 ? null : string.Join(", ", document.Authors);

    private static void Lines(Utf8JsonWriter json, CheckedClaim claim)
    {
        json.WriteStartArray("lines");
        void Line(string label, string? text)
        {
            if (string.IsNullOrEmpty(text))
                return;
            json.WriteStartObject();
            json.WriteString("label", label);
            json.WriteString("text", text);
            json.WriteEndObject();
        }
        Line("Found", Phrases.Origin(claim));
        Line("Premise", claim.Premise);
        foreach (var (label, text) in ModelPhrases.Lines(claim.Model))
            Line(label.Length == 0 ? "Figure" : label, text);
        if (claim.Claim.Inferred.Count > 0)
            Line("Inferred", string.Join("; ", claim.Claim.Inferred.Select(i => $"{i.Slot} {i.Value}, from {i.From}")));
        Line("Reason", claim.Reason is { } reason ? $"{reason.Text} ({reason.Code})" : claim.Claim.Reason);
        json.WriteEndArray();
    }

    private static void Node(Utf8JsonWriter json, Derivation? node, int depth)
    {
        if (node is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("op", node.Op);
        json.WriteString("value", Phrases.Value(node));
        if (node.Source is { } source)
        {
            json.WriteString("source", source.Source);
            json.WriteString("via", source.Via);
            json.WriteString("published", source.Published);
            json.WriteString("url", Links.Safe(source.Url));
            json.WriteString("row", source.Row);
        }
        json.WriteString("note", node.Note);
        json.WriteStartArray("args");
        if (depth < Deepest)
            foreach (var arg in node.Args)
                Node(json, arg, depth + 1);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
