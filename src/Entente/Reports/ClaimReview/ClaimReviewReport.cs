using System.Text.Json;
using Entente.Checking;
using Entente.Reading;
using Entente.Reading.Anchors;
using Entente.Reports.Json;

namespace Entente.Reports.ClaimReview;

/// <summary>
/// schema.org `ClaimReview`, one JSON-LD object to a line for each claim that has a rating: what search engines and archives of fact-checks take. A claim
/// that the record does not decide, a forecast and a judgement have none, unless an editor has given one.
/// </summary>
public sealed class ClaimReviewReport(ReportSettings settings) : IReportFormat
{
    private const int Best = 5;

    private const int Worst = 1;

    public void Begin(TextWriter output, string title) { }

    public void Document(TextWriter output, CheckReport report, int index)
    {
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        foreach (var statement in report.Document.Statements)
            statements[statement.Id] = statement;
        var links = TextFragment.Of(report.Document);
        foreach (var claim in report.Claims)
            if (Rating(claim.Standing) is { } rating)
                JsonText.WriteLine(
                    output,
                    json => Review(json, report, claim, rating, statements.GetValueOrDefault(claim.Claim.Statement), links)
                );
    }

    public void End(TextWriter output, CorpusSummary corpus) { }

    /// <summary>5 holds, 1 does not; null for what cannot be rated.</summary>
    private static int? Rating(Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => Best,
            Verdict.Close => 4,
            Verdict.Disputed => 3,
            Verdict.Inconsistent => 2,
            Verdict.Contradicted => Worst,
            _ => null,
        };

    private void Review(Utf8JsonWriter json, CheckReport report, CheckedClaim claim, int rating, Statement? statement, TextFragment? links)
    {
        json.WriteStartObject();
        json.WriteString("@context", "https://schema.org");
        json.WriteString("@type", "ClaimReview");
        json.WriteString("identifier", $"sha256:{report.Document.Sha256}#{claim.Claim.Id}");
        if (Links.Safe(settings.ReviewUrl) is { } url)
            json.WriteString("url", url.Contains('#', StringComparison.Ordinal) ? url : $"{url}#{claim.Claim.Id}");
        json.WriteString("datePublished", Period.OfDay(claim.Override?.Date ?? report.AsOf).Text);
        json.WritePropertyName("author");
        Named(json, claim.Override is not null ? "Person" : "Organization", claim.Override?.By ?? settings.Reviewer ?? "Entente");
        json.WriteString("claimReviewed", Words(claim.Claim, statement));
        Item(json, report.Document, claim, statement, links);
        json.WriteStartObject("reviewRating");
        json.WriteString("@type", "Rating");
        json.WriteNumber("ratingValue", rating);
        json.WriteNumber("bestRating", Best);
        json.WriteNumber("worstRating", Worst);
        json.WriteString("alternateName", Title(claim.Standing));
        json.WriteString("ratingExplanation", claim.Override?.Reason ?? claim.Explanation);
        json.WriteEndObject();
        json.WriteString(
            "reviewBody",
            Phrases.Override(claim) is { } word ? $"{word}. Computed: {claim.Verdict.Word()}. {claim.Explanation}" : claim.Explanation
        );
        var sources = claim.Evidence.Select(e => Links.Safe(e.Url)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        if (sources.Count > 0)
            json.Strings("isBasedOn", sources);
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, Document document, CheckedClaim claim, Statement? statement, TextFragment? links)
    {
        json.WriteStartObject("itemReviewed");
        json.WriteString("@type", "Claim");
        var speaker = claim.Claim.Speaker ?? statement?.Speaker;
        if (
            (speaker?.Name ?? (speaker?.Role == SpeakerRole.Author && document.Authors is [var first, ..] ? first : null)) is
            { Length: > 0 } name
        )
        {
            json.WritePropertyName("author");
            Named(json, "Person", name);
        }
        // A date that was only inferred is none to publish.
        var published = document.PublishedBasis is PublishedBasis.Stated or PublishedBasis.Given ? document.Published?.Text : null;
        if (published is not null)
            json.WriteString("datePublished", published);
        json.WriteStartObject("appearance");
        json.WriteString("@type", document.Kind == DocumentKind.Note ? "CreativeWork" : "Article");
        if (links?.To(claim.Claim.Statement, claim.Claim.Start, claim.Claim.End) is { } link)
            json.WriteString("url", link);
        else if (Links.Safe(document.Url) is { } address)
            json.WriteString("url", address);
        if (document.Title is { Length: > 0 } title)
            json.WriteString("headline", title);
        if (published is not null)
            json.WriteString("datePublished", published);
        if (document.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (var author in document.Authors)
                Named(json, "Person", author);
            json.WriteEndArray();
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Named(Utf8JsonWriter json, string type, string name)
    {
        json.WriteStartObject();
        json.WriteString("@type", type);
        json.WriteString("name", name);
        json.WriteEndObject();
    }

    /// <summary>The words as one reads them, without the mark-up between them.</summary>
    private static string Words(Entente.Claims.Claim claim, Statement? statement) =>
        string.Join(
            ' ',
            (statement?.Map.Reading(statement.Text, claim.Start, claim.End) ?? claim.Quote).Split(
                (char[]?)null,
                StringSplitOptions.RemoveEmptyEntries
            )
        );

    private static string Title(Verdict verdict) => verdict.Word() is var word ? char.ToUpperInvariant(word[0]) + word[1..] : "";
}
