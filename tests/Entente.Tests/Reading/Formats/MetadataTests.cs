using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests.Reading.Formats;

/// <summary>What must never become a date or an author, whatever the format.</summary>
public sealed class MetadataTests
{
    [Theory]
    [InlineData("author: none")]
    [InlineData("author: N/A")]
    [InlineData("author: unknown")]
    [InlineData("author: foreignaffairs.com")]
    [InlineData("author: www.example.org")]
    [InlineData("author: https://example.org/ana")]
    [InlineData("author:: none")]
    [InlineData("- Author: [[unknown]]", "## Metadata\n")]
    public void No_author(string line, string before = "---\n") => Head(line, before).Authors.ShouldBeEmpty();

    [Theory]
    [InlineData("date: none")]
    [InlineData("published: n/a")]
    [InlineData("synced: 2024-03-03")]
    [InlineData("date_saved: 2024-03-03 21:12:00")]
    [InlineData("last_highlighted: 2024-03-03")]
    [InlineData("highlighted: 2024-03-03")]
    [InlineData("date: 2024-03-03\nsynced: 2024-03-03")]
    [InlineData("date: 2024-03-03\nlast_highlighted: March 3, 2024")]
    [InlineData("date: example.org")]
    [InlineData("created: 2024-03-03")] // of a note of highlights: when the note was made
    public void No_date(string lines) =>
        Head(
            lines,
            "---\n",
            "- It bought wheat. ([View Highlight](https://read.readwise.io/read/a))\n- It sold dates. ([View Highlight](https://read.readwise.io/read/b))"
        )
            .Published.ShouldBeNull();

    [Theory]
    [InlineData("date: 2024-03-03\npublished: 2021-03-04\nsynced: 2024-03-03", "2021-03-04")]
    [InlineData("date: 2021-03-04\nsynced: 2024-03-03", "2021-03-04")]
    [InlineData("year: 2021", "2021")]
    [InlineData("date-published: 2021-03-04", "2021-03-04")]
    public void A_date(string lines, string date) => Head(lines, "---\n").Published.ShouldBe(Period.Parse(date));

    [Theory]
    [InlineData("title: Grain: who sells it?\nauthor: Ana Ruiz\nbad: [x", "line 2")]
    [InlineData("title: \"Grain\" and power\nauthor: Ana Ruiz", "line 2")]
    [InlineData("\ttitle: Grain\nauthor: Ana Ruiz", "line 3")]
    [InlineData("title: Grain\nauthor: Ana Ruiz\nnote: @mention it", "line 4")]
    public void Broken_front_matter_is_repaired_and_located(string yaml, string where)
    {
        var document = Texts.Read($"---\n{yaml}\n---\nIt bought wheat.\n");
        document.Authors.ShouldBe(["Ana Ruiz"]);
        document.Title.ShouldNotBeNull().ShouldContain("Grain");
        document.Warnings.ShouldHaveSingleItem().ShouldStartWith(where);
        document.Statements.ShouldHaveSingleItem().Text.ShouldBe("It bought wheat.");
    }

    [Theory]
    [InlineData("<meta name=author content='https://example.org/ana'>")]
    [InlineData("<meta name=author content='@ana'>")]
    [InlineData("<meta name=author content='example.org'>")]
    [InlineData("<meta property=og:site_name content='The River Review'><meta name=author content='The River Review'>")]
    [InlineData(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"@type\":\"Organization\",\"name\":\"The River Review\"}}</script>"
    )]
    public void No_author_of_a_page(string head) => OfPage(head).Authors.ShouldBeEmpty();

    [Theory]
    [InlineData("<meta property=article:modified_time content=2024-01-01>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"dateModified\":\"2024-01-01\"}</script>")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"datePublished\":\"soon\"</script>")]
    [InlineData("<!-- saved from url=(0020)https://example.org at 2024-01-01 -->")]
    public void No_date_of_a_page(string head) => OfPage(head).Published.ShouldBeNull();

    [Theory]
    [InlineData("<meta property=article:published_time content=2021-03-04T23:30:00-05:00>")]
    [InlineData("<meta name=DC.date.issued content=2021-03-04>")]
    [InlineData("<meta itemprop=datePublished content='March 4, 2021'>")]
    [InlineData("<script type='application/ld+json'>[{\"@type\":[\"NewsArticle\"],\"datePublished\":\"2021-03-04\"}]</script>")]
    public void A_date_of_a_page(string head) => OfPage(head).Published.ShouldBe(Period.Parse("2021-03-04"));

    [Theory]
    [InlineData("Who feeds Egypt? | The River Review")]
    [InlineData("Who feeds Egypt? - example.org")]
    [InlineData("Who feeds Egypt? &raquo; The River Review")]
    public void The_site_is_no_part_of_the_title(string title) =>
        OfPage($"<meta property=og:site_name content='The River Review'><title>{title}</title>").Title.ShouldBe("Who feeds Egypt?");

    private static Document Head(string lines, string before, string body = "It bought wheat from its neighbour in that year.") =>
        Texts.Read(before + lines + (before == "---\n" ? "\n---\n" : "\n\n## Highlights\n") + body + "\n");

    private static Document OfPage(string head) =>
        Texts.Read(
            $"<!doctype html><html><head>{head}</head><body><p>It bought wheat from its neighbour in that year, and paid for it.</p></body></html>",
            path: "a.html"
        );
}
