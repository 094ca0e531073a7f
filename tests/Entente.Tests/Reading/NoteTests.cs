using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class NoteTests
{
    private const string Note = """
        ---
        author:
          - "[[Ana Ruiz]]"
        title: "Wheat: a history"
        kind: articles
        url: https://example.org/2021/03/wheat/
        published_date: 2021-03-04
        tags: [wheat, egypt]
        ---
        - "Egypt bought **three million** tonnes of wheat from [Romania](https://example.org/r) in 2020. It paid $700 million."  [⤴️](https://read.readwise.io/read/a1)
        - "The price is “better for Egypt,” Haddad told me."  [⤴️](https://read.readwise.io/read/a2)
        - "Prices,” they wrote, “could double.”"  [⤴️](https://read.readwise.io/read/a3)
        - "Egypt bought **three million** tonnes of wheat from [Romania](https://example.org/r) in 2020. It paid $700 million."  [⤴️](https://read.readwise.io/read/a4)
        - "Park and Orlo wrote. “The harvest may fail.”"  [⤴️](https://read.readwise.io/read/a5)
        """;

    [Fact]
    public void Front_matter_and_highlights()
    {
        var document = Texts.Read(Note);
        document.Kind.ShouldBe(DocumentKind.Note);
        document.Title.ShouldBe("Wheat: a history");
        document.Authors.ShouldBe(["Ana Ruiz"]);
        document.Published.ShouldBe(Period.Parse("2021-03-04"));
        document.PublishedBasis.ShouldBe(PublishedBasis.Stated);
        document.Url.ShouldBe("https://example.org/2021/03/wheat/");
        document.Warnings.ShouldBeEmpty();
        var first = document.Statements[0];
        first.Text.ShouldBe("Egypt bought three million tonnes of wheat from Romania in 2020.");
        first.Speaker.ShouldBe(
            new Speaker
            {
                Name = "Ana Ruiz",
                Role = SpeakerRole.Author,
                Via = "front-matter",
            }
        );
        Texts.Saying(document, "better for Egypt").Speaker.Name.ShouldBe("Haddad");
        Texts.Saying(document, "harvest").Speaker.Name.ShouldBe("Park and Orlo");
    }

    [Fact]
    public void A_highlight_that_is_there_twice_is_read_once_with_both_links()
    {
        var document = Texts.Read(Note);
        document.Statements.Count(s => s.Text.StartsWith("Egypt bought", StringComparison.Ordinal)).ShouldBe(1);
        var first = document.Statements[0];
        first.Links.ShouldBe([
            new Link("Romania", "https://example.org/r"),
            new Link("⤴️", "https://read.readwise.io/read/a1"),
            new Link("⤴️", "https://read.readwise.io/read/a4"),
        ]);
        var copy = first.Copies.ShouldHaveSingleItem();
        document.Text[copy..].ShouldStartWith("Egypt bought");
        copy.ShouldBeGreaterThan(first.End);
        var second = document.Statements[1];
        document.Text[second.Copies.Single()..].ShouldStartWith("It paid");
    }

    [Theory]
    [InlineData("([View Highlight](https://read.readwise.io/read/b))")]
    [InlineData("[](https://read.readwise.io/read/b)")]
    [InlineData("[🔗](https://omnivore.app/me/x#b)")]
    [InlineData("([Open](zotero://open-pdf/library/items/B))")]
    [InlineData("[↗](https://example.org/highlight/b)")]
    public void Permalinks_in_their_several_tails(string tail)
    {
        var document = Texts.Read($"## Highlights\n- Egypt bought wheat. {tail}\n- Romania sold it. {tail}\n");
        document.Kind.ShouldBe(DocumentKind.Note);
        document.Statements.Where(s => !s.IsHeading).Select(s => s.Text).ShouldBe(["Egypt bought wheat.", "Romania sold it."]);
        document.Statements[1].Links.Count.ShouldBe(1);
    }

    [Fact]
    public void Metadata_section_notes_and_tags()
    {
        var document = Texts.Read(
            """
            # Wheat notes

            ![cover](https://example.org/c.png)
            ## Metadata
            - Author: [[Ana Ruiz]]
            - Full Title: A History of Wheat
            - Category: #articles
            - URL: https://example.org/2021/03/04/wheat

            ## Highlights
            - Egypt bought wheat. ([View Highlight](https://read.readwise.io/read/a))
                - Note: Is that so?
                - Tags: [[wheat]]
            ## New highlights added March 9, 2022 at 9:00 AM
            - Romania sold it. ([View Highlight](https://read.readwise.io/read/b))
            """
        );
        document.Title.ShouldBe("A History of Wheat");
        document.Authors.ShouldBe(["Ana Ruiz"]);
        document.Published.ShouldBe(Period.Parse("2021-03-04"));
        document.PublishedBasis.ShouldBe(PublishedBasis.Inferred);
        Texts
            .Voices(document)
            .ShouldBe(
                "Ana Ruiz [Author, front-matter]: Egypt bought wheat.\n- [Author, note]: Is that so?\nAna Ruiz [Author, front-matter]: Romania sold it."
            );
    }

    [Fact]
    public void Claims_written_by_hand()
    {
        var document = Texts.Read(
            "- Egypt buys wheat. ([x](https://hyp.is/1))\n\n```claim\n# a remark\ngrowth(trade(EGY, ROU), 2021) =\n  12%\nmembers(SCO) includes {IND}\n```\n\n```python\nprint(1)\n```\n"
        );
        document
            .WrittenClaims.Select(c => c.Expression)
            .ShouldBe(["growth(trade(EGY, ROU), 2021) =\n  12%", "members(SCO) includes {IND}"]);
        document.WrittenClaims.All(c => document.Text[c.Start..c.End] == c.Expression).ShouldBeTrue();
        document.Statements.Count.ShouldBe(1);
    }

    [Fact]
    public void Broken_front_matter_is_located_and_the_text_is_read()
    {
        var document = Texts.Read(
            "---\ntitle: Wheat: who sells it?\nauthor: [Ana Ruiz\ndate: 2021-03-04\n---\nEgypt bought wheat from Romania that year.\n"
        );
        document.Warnings.ShouldHaveSingleItem().ShouldStartWith("line 2, column");
        document.Title.ShouldBe("Wheat: who sells it?");
        document.Published.ShouldBe(Period.Parse("2021-03-04"));
        document.Statements.ShouldHaveSingleItem().Text.ShouldBe("Egypt bought wheat from Romania that year.");
    }

    [Fact]
    public void Front_matter_without_an_end_and_deep_front_matter()
    {
        var open = Texts.Read("---\ntitle: Wheat\nauthor: Ana Ruiz\n\nEgypt bought wheat from Romania that year.\n");
        open.Title.ShouldBe("Wheat");
        open.Warnings.ShouldHaveSingleItem().ShouldStartWith("line 1:");
        open.Statements.Count.ShouldBe(1);
        var deep = Texts.Read(
            "---\ntitle: Wheat\nx: " + new string('[', 10_000) + new string(']', 10_000) + "\n---\nEgypt bought wheat.\n"
        );
        deep.Title.ShouldBe("Wheat");
        deep.Warnings.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("author: none\ndate: none", 0, null)]
    [InlineData("author: example.org\ncreated: 2022-01-02", 0, "2022-01-02")]
    [InlineData("author: example.org\ncreated: 2022-01-02\nurl: https://example.org/x", 0, null)]
    [InlineData("authors: [Ana Ruiz, Leo Park]\npublished: March 4, 2021", 2, "2021-03-04")]
    [InlineData("author: Ana Ruiz and Leo Park\ndate: 2021-03-04T10:00:00Z", 2, "2021-03-04")]
    [InlineData("author: '[[Ana Ruiz|AR]]'\npublished: 4 Mar 2021", 1, "2021-03-04")]
    [InlineData("date: 3/4/2021", 0, null)]
    public void What_is_no_author_or_date_becomes_none(string yaml, int authors, string? published)
    {
        var document = Texts.Read($"---\n{yaml}\n---\nEgypt bought wheat.\n");
        document.Authors.Count.ShouldBe(authors);
        document.Published?.Text.ShouldBe(published);
        if (published is null)
            document.Published.ShouldBeNull();
    }
}
