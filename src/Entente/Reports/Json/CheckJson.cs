using System.Text.Json;
using Entente.Checking;
using Entente.Claims;
using Entente.Reading;

namespace Entente.Reports.Json;

/// <summary>The schema `entente/check/1`, one object per document and line.</summary>
public static class CheckJson
{
    public const string Schema = "entente/check/1";

    public static void Write(TextWriter output, CheckReport report) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                Document(json, report.Document);
                json.WriteStartObject("checkedAgainst");
                json.WriteString("record", report.RecordHash);
                json.WriteString("asOf", Period.OfDay(report.AsOf).Text);
                json.WriteEndObject();
                Statements(json, report.Document);
                json.WriteStartArray("claims");
                var anchors = new AnchorJson(report.Document);
                foreach (var claim in report.Claims)
                    Claim(json, claim, anchors);
                json.WriteEndArray();
                json.WriteStartArray("inconsistencies");
                foreach (var inconsistency in report.Inconsistencies)
                {
                    json.WriteStartObject();
                    json.Strings("claims", inconsistency.Claims);
                    json.WriteString("identity", inconsistency.Identity);
                    json.WriteString("explanation", inconsistency.Explanation);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                BetweenJson.Notes(json, report.Quotations);
                Unchecked(json, report.Unchecked);
                json.WriteStartObject("summary");
                Counts(json, VerdictCounts.Of(report));
                json.WriteEndObject();
                json.WriteEndObject();
            }
        );

    /// <summary>The same without what checking adds; a claim that cannot be put into the language keeps its reason.</summary>
    public static void WriteReading(TextWriter output, Document document, ExtractionResult extraction) =>
        JsonText.WriteLine(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteString("schema", Schema);
                Document(json, document);
                Statements(json, document);
                json.WriteStartArray("claims");
                var anchors = new AnchorJson(document);
                foreach (var claim in extraction.Claims)
                {
                    json.WriteStartObject();
                    ClaimParts(json, claim);
                    anchors.Write(json, claim);
                    json.WriteString("reason", claim.Reason);
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                Unchecked(json, extraction.Unchecked);
                json.WriteStartObject("summary");
                json.WriteNumber("claims", extraction.Claims.Count);
                json.WriteEndObject();
                json.WriteEndObject();
            }
        );

    /// <summary>The fields of a summary: how many claims there are, and how many have which verdict.</summary>
    public static void Counts(Utf8JsonWriter json, VerdictCounts counts)
    {
        json.WriteNumber("claims", counts.Total);
        foreach (var verdict in VerdictNames.ForSummary)
            json.WriteNumber(verdict == Verdict.CannotTell ? "cannotTell" : verdict.Code(), counts[verdict]);
    }

    /// <summary>One claim with what checking says of it, as it stands among a document's.</summary>
    internal static void Claim(Utf8JsonWriter json, CheckedClaim claim, AnchorJson anchors)
    {
        json.WriteStartObject();
        ClaimParts(json, claim.Claim);
        anchors.Write(json, claim.Claim);
        ResultParts(json, claim);
        json.WriteEndObject();
    }

    private static void Document(Utf8JsonWriter json, Document document)
    {
        json.WriteStartObject("document");
        json.WriteString("path", document.Path);
        json.WriteString("title", document.Title);
        json.Strings("authors", document.Authors);
        json.WriteString("published", document.Published?.Text);
        json.WriteString("publishedBasis", JsonNames.Of(document.PublishedBasis));
        json.WriteString("kind", JsonNames.Of(document.Kind));
        json.WriteString("url", document.Url);
        json.WriteString("sha256", document.Sha256);
        json.WriteBoolean("truncated", document.Truncated);
        json.Strings("warnings", document.Warnings);
        json.WriteEndObject();
    }

    private static void Statements(Utf8JsonWriter json, Document document)
    {
        json.WriteStartArray("statements");
        foreach (var statement in document.Statements)
        {
            json.WriteStartObject();
            json.WriteString("id", statement.Id);
            json.WritePropertyName("speaker");
            Speaker(json, statement.Speaker);
            json.WriteString("text", statement.Text);
            json.WriteNumber("start", statement.Start);
            json.WriteNumber("end", statement.End);
            json.WriteStartArray("links");
            foreach (var link in statement.Links)
            {
                json.WriteStartObject();
                json.WriteString("text", link.Text);
                json.WriteString("url", link.Url);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("copies");
            foreach (var copy in statement.Copies)
                json.WriteNumberValue(copy);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void Speaker(Utf8JsonWriter json, Speaker speaker)
    {
        json.WriteStartObject();
        json.WriteString("name", speaker.Name);
        json.WriteString("role", JsonNames.Of(speaker.Role));
        json.WriteString("via", speaker.Via);
        json.WriteString("reportedBy", speaker.ReportedBy);
        json.WriteEndObject();
    }

    private static void ClaimParts(Utf8JsonWriter json, Claim claim)
    {
        json.WriteString("id", claim.Id);
        json.WriteString("statement", claim.Statement);
        json.WriteString("quote", claim.Quote);
        json.WriteNumber("start", claim.Start);
        json.WriteNumber("end", claim.End);
        json.WriteString("assertion", claim.Assertion);
        json.Strings("alternatives", claim.Alternatives);
        json.WriteString("kind", JsonNames.Of(claim.Kind));
        json.WriteString("modality", JsonNames.Of(claim.Modality));
        json.WriteString("relation", claim.Relation);
        json.Number("value", claim.Value);
        json.Number("low", claim.Low);
        json.Number("high", claim.High);
        json.WriteString("unit", claim.Unit);
        json.WriteString("period", claim.Period?.Text);
        json.WriteStartArray("inferred");
        foreach (var inference in claim.Inferred)
        {
            json.WriteStartObject();
            json.WriteString("slot", inference.Slot);
            json.WriteString("value", inference.Value);
            json.WriteString("from", inference.From);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString(
            "origin",
            claim.WrittenByHand ? "hand"
                : claim.Proposed ? "proposed"
                : "grammar"
        );
        json.WritePropertyName("speaker");
        if (claim.Speaker is { } speaker)
            Speaker(json, speaker);
        else
            json.WriteNullValue();
    }

    private static void ResultParts(Utf8JsonWriter json, CheckedClaim claim)
    {
        json.WriteString("verdict", claim.Verdict.Code());
        json.Strings("verdicts", claim.Verdicts.Select(v => v.Code()));
        if (claim.AsOf is { } asOf)
        {
            json.WriteStartObject("asOf");
            json.WriteString("date", Period.OfDay(asOf.Date).Text);
            json.WriteString("verdict", asOf.Verdict.Code());
            json.WriteEndObject();
        }
        else
            json.WriteNull("asOf");
        // An argument made of this very claim says more of it than a scenario that claims of its kind are put to.
        if (claim.Argued is { } argued)
            ArguedJson.Write(json, argued);
        else
            ModelJson.Write(json, claim.Model);
        json.WriteString("reason", claim.Reason?.Code);
        json.Number("offBy", claim.OffBy);
        json.WriteString("explanation", claim.Explanation);
        json.WriteString("wouldBeTrue", claim.WouldBeTrue);
        json.WriteString("premise", claim.Premise);
        json.WriteStartArray("evidence");
        foreach (var evidence in claim.Evidence)
            EvidenceJson.Write(json, evidence);
        json.WriteEndArray();
        json.WritePropertyName("derivation");
        EvidenceJson.Write(json, claim.Derivation);
        if (claim.Override is not { } word)
        {
            json.WriteNull("override");
            return;
        }
        json.WriteStartObject("override");
        json.WriteString("verdict", word.Verdict.Code());
        json.WriteString("by", word.By);
        json.WriteString("reason", word.Reason);
        json.WriteString("date", Period.OfDay(word.Date).Text);
        json.WriteString("computed", word.Computed.Code());
        json.WriteString("id", word.Id);
        json.WriteEndObject();
    }

    private static void Unchecked(Utf8JsonWriter json, IReadOnlyList<UncheckedQuantity> quantities)
    {
        json.WriteStartArray("unchecked");
        foreach (var quantity in quantities)
        {
            json.WriteStartObject();
            json.WriteString("text", quantity.Text);
            json.WriteNumber("start", quantity.Start);
            json.WriteNumber("end", quantity.End);
            json.WriteString("reason", quantity.Reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
