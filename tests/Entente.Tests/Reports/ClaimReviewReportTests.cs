using System.Text.Json;
using Entente.Checking;
using Entente.Reports;
using Entente.Reports.ClaimReview;

namespace Entente.Tests.Reports;

public class ClaimReviewReportTests
{
    [Fact]
    public void One_object_for_each_claim_that_can_be_rated()
    {
        var reviews = Reviews(new());
        var rated = ReportFixture
            .Report.Claims.Where(c => c.Verdict is not (Verdict.CannotTell or Verdict.Open or Verdict.Judgement))
            .ToList();
        reviews.Count.ShouldBe(rated.Count);
        reviews.ShouldAllBe(r => r.GetProperty("@context").GetString() == "https://schema.org");
        reviews.ShouldAllBe(r => r.GetProperty("@type").GetString() == "ClaimReview");
        reviews[0].TryGetProperty("url", out _).ShouldBeFalse();
    }

    [Fact]
    public void It_says_who_claimed_what_where_and_how_it_is_rated()
    {
        var review = Reviews(new ReportSettings { Reviewer = "The Desk", ReviewUrl = "https://desk.example/checks/1" })[1];
        Text(review, "url").ShouldBe("https://desk.example/checks/1#c2");
        Text(review, "author", "name").ShouldBe("The Desk");
        Text(review, "datePublished").ShouldBe("2026-01-31");
        Text(review, "claimReviewed").ShouldBe("36 percent more than the year before");
        Text(review, "itemReviewed", "@type").ShouldBe("Claim");
        Text(review, "itemReviewed", "author", "name").ShouldBe("Ada Example");
        Text(review, "itemReviewed", "datePublished").ShouldBe("2024-04-09");
        Text(review, "itemReviewed", "appearance", "headline").ShouldBe("Neighbours by necessity");
        var rating = review.GetProperty("reviewRating");
        rating.GetProperty("ratingValue").GetInt32().ShouldBe(1);
        rating.GetProperty("bestRating").GetInt32().ShouldBe(5);
        rating.GetProperty("worstRating").GetInt32().ShouldBe(1);
        Text(rating, "alternateName").ShouldBe("Contradicted");
        review.GetProperty("isBasedOn").EnumerateArray().Select(u => u.GetString()).ShouldBe(["https://example.org/customs/2022"]);
    }

    [Fact]
    public void A_page_of_the_web_is_linked_at_the_words()
    {
        var fixture = ReportFixture.Report;
        var review = Reviews(new(), fixture with { Document = fixture.Document with { Url = "https://example.org/n" } })[1];
        Text(review, "itemReviewed", "appearance", "url").ShouldStartWith("https://example.org/n#:~:text=36%20percent%20more");
    }

    [Fact]
    public void An_address_that_is_none_is_left_out() =>
        Reviews(new ReportSettings { ReviewUrl = "javascript:alert(1)" })[0].TryGetProperty("url", out _).ShouldBeFalse();

    private static string? Text(JsonElement element, params string[] path)
    {
        foreach (var name in path)
            element = element.GetProperty(name);
        return element.GetString();
    }

    private static List<JsonElement> Reviews(ReportSettings settings, CheckReport? report = null)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ClaimReviewReport(settings).Document(output, report ?? ReportFixture.Report, 0);
        return [.. output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
    }
}
