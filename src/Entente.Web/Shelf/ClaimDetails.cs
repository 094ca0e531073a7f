using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Entente.Application.Composition;
using Entente.Checking;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Reading;
using Entente.Reports;
using Entente.Reports.Charts;
using Entente.Reports.Json;
using Entente.Web.Charts;
using Entente.Web.Http;
using JsonText = Entente.Reports.Json.JsonText;

namespace Entente.Web.Shelf;

/// <summary>Everything about one claim, `entente/claim/1`: of a text, or of an expression that somebody is typing.</summary>
internal static class ClaimDetails
{
    private const string Schema = "entente/claim/1";

    /// <summary>A claim of a text.</summary>
    public static byte[] Of(Engine engine, string documentId, CheckReport report, CheckedClaim claim, CancellationToken cancellation)
    {
        var then = Then(engine, report, claim, cancellation);
        return Answers.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("document", documentId);
            Body(json, engine, report, claim, then);
            json.WriteStartArray("inconsistencies");
            foreach (var inconsistency in report.Inconsistencies.Where(i => i.Claims.Contains(claim.Claim.Id, StringComparer.Ordinal)))
            {
                json.WriteStartObject();
                JsonText.Strings(json, "claims", inconsistency.Claims);
                json.WriteString("identity", inconsistency.Identity);
                json.WriteString("explanation", inconsistency.Explanation);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("errors");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    /// <summary>An expression put to the record as if it stood in a text.</summary>
    /// <param name="engine">The engine.</param>
    /// <param name="expression">What is asserted.</param>
    /// <param name="asOf">The day up to which the record is consulted.</param>
    /// <param name="published">When the text was written; null where that is not known.</param>
    /// <param name="of">The claim whose place it takes, with its text; null where it stands alone.</param>
    /// <param name="cancellation">Stops it.</param>
    public static byte[] Test(
        Engine engine,
        string expression,
        LocalDate asOf,
        Period? published,
        (CheckReport Report, CheckedClaim Claim)? of,
        CancellationToken cancellation
    )
    {
        var faults = engine.Faults(expression);
        if (faults.Count > 0)
            return Faulty(engine, expression, asOf, faults);
        var document = new Document
        {
            Path = of?.Report.Document.Path ?? "",
            Title = of?.Report.Document.Title,
            Authors = of?.Report.Document.Authors ?? [],
            Text = expression,
            Kind = DocumentKind.Note,
            // Arguments are tied to texts by their hash: this text is in none.
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(expression))),
            Published = published ?? of?.Report.Document.Published,
            WrittenClaims = [new WrittenClaim(expression, 0, expression.Length)],
        };
        var written = engine.Extract(document, cancellation).Claims[^1];
        if (of is { Claim.Claim: var original })
            // The words decide what readings they admit; a correction of the assertion leaves them as they are.
            written = written with
            {
                Id = original.Id,
                Quote = original.Quote,
                Modality = original.Modality,
                Speaker = original.Speaker,
            };
        var report = engine.Check(document, new ExtractionResult { Claims = [written], Unchecked = [] }, asOf, cancellation);
        var claim = report.Claims[0];
        var then = Then(engine, report, claim, cancellation);
        return Answers.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            Body(json, engine, report, claim, then);
            json.WriteStartArray("errors");
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }

    private static byte[] Faulty(Engine engine, string expression, LocalDate asOf, IReadOnlyList<LanguageError> faults) =>
        Answers.Bytes(json =>
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteNull("claim");
            json.WriteStartArray("errors");
            foreach (var fault in faults)
            {
                json.WriteStartObject();
                json.WriteNumber("start", Math.Clamp(fault.Position, 0, expression.Length));
                json.WriteNumber("end", Math.Clamp(fault.Position + fault.Length, 0, expression.Length));
                json.WriteString("found", fault.Found);
                json.WriteString("expected", fault.Expected);
                json.WriteString("hint", fault.Hint);
                json.WriteString("message", fault.Message);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            // What was typed so far may be a question: its answer is what the claim wants to be compared with.
            if (engine.Ask(expression, asOf).Value is { } answer)
                json.WriteString(
                    "value",
                    answer.Value is { } value ? HumanNumber.Format(value, answer.Unit) : answer.Text ?? answer.Explanation
                );
            json.WriteEndObject();
        });

    private static void Body(Utf8JsonWriter json, Engine engine, CheckReport report, CheckedClaim claim, CheckedClaim? then)
    {
        ClaimDetailJson.Write(json, report, claim);
        var series = engine.Series(claim, report.AsOf);
        json.WritePropertyName("chart");
        if (ClaimCharts.Of(claim with { Series = series }) is { } chart)
            ChartJson.Write(json, chart);
        else
            json.WriteNullValue();
        json.WriteString("noChart", series?.Reason?.Text);
        json.WritePropertyName("then");
        if (then is null)
        {
            json.WriteNullValue();
            return;
        }
        json.WriteStartObject();
        json.WriteString("date", Period.OfDay(claim.AsOf!.Value.Date).Text);
        json.WriteString("verdict", claim.AsOf.Value.Verdict.Code());
        json.WriteString("explanation", then.Explanation);
        ClaimDetailJson.Authorities(json, then.Evidence);
        json.WriteEndObject();
    }

    /// <summary>The same claim with what was published by the day of writing; null where that day is not known.</summary>
    private static CheckedClaim? Then(Engine engine, CheckReport report, CheckedClaim claim, CancellationToken cancellation)
    {
        if (claim.AsOf is not { } asOf)
            return null;
        var alone = new ExtractionResult { Claims = [claim.Claim], Unchecked = [] };
        return engine.Check(report.Document, alone, asOf.Date, cancellation).Claims[0];
    }
}
