using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests.Reading;

public sealed class ArticleAndInterviewTests
{
    private const string Article = """
        Skip to main content
        You have 1 article remaining

        Wheat on the River

        How Egypt feeds itself

        By Ana Ruiz and Leo Park
        Published March 4, 2021 | 5 min read

        Advertisement

        Egypt bought three million tonnes of wheat from Romania in 2020. The price was high.

        A grain ship at anchor. Omar Said/Getty Images

        Rivals on the market

        It was the largest buyer in the world, and Romania its second-largest seller.

        Share this article

        © The River Review
        An earlier version of this article misstated the price.
        Ana Ruiz
        Ana Ruiz is a reporter at the River Review.
        """;

    [Fact]
    public void An_article_without_what_stands_around_it()
    {
        var document = Texts.Read(Article);
        document.Kind.ShouldBe(DocumentKind.Article);
        document.Title.ShouldBe("Wheat on the River");
        document.Authors.ShouldBe(["Ana Ruiz", "Leo Park"]);
        document.Published.ShouldBe(Period.Parse("2021-03-04"));
        document.Truncated.ShouldBeFalse();
        document
            .Statements.Select(s => (s.IsHeading, s.Text))
            .ShouldBe([
                (true, "Wheat on the River"),
                (true, "How Egypt feeds itself"),
                (false, "Egypt bought three million tonnes of wheat from Romania in 2020."),
                (false, "The price was high."),
                (true, "Rivals on the market"),
                (false, "It was the largest buyer in the world, and Romania its second-largest seller."),
            ]);
        document.Statements[2].Speaker.Via.ShouldBe("byline");
    }

    [Theory]
    [InlineData("Egypt sold 40 percent of its cotton, and the sale of dates........\n\n© The River Review")]
    [InlineData("Egypt sold 40 percent of its cotton, and …")]
    [InlineData("Egypt sold 40 percent of its cotton, and [...]")]
    [InlineData("Egypt sold 40 percent of its cotton, and dates\n\nContinue reading")]
    [InlineData("Egypt sold 40 percent of its cotton, and dates\n\nSubscribe to continue reading this article")]
    public void A_text_that_breaks_off_says_so(string end)
    {
        var document = Texts.Read("The market had opened as on any other day of that year.\n\nIt closed. " + end);
        document.Truncated.ShouldBeTrue();
        document.Warnings.ShouldHaveSingleItem().ShouldContain("breaks off");
        document.Statements.Select(s => s.CutOff).ShouldBe([.. Enumerable.Repeat(false, document.Statements.Count - 1), true]);
        document.Statements[^1].Text.ShouldContain("40 percent");
    }

    [Fact]
    public void Dates_given_and_inferred_where_none_is_stated()
    {
        var given = Texts.Read("Egypt bought wheat.", new ReadOptions { PublishedGiven = Period.OfYear(2020) });
        (given.Published, given.PublishedBasis).ShouldBe((Period.OfYear(2020), PublishedBasis.Given));
        var inferred = Texts.Read(
            "Egypt bought wheat.",
            new ReadOptions { InferPublished = d => d.Statements.Count == 1 ? Period.OfYear(2019) : null }
        );
        (inferred.Published, inferred.PublishedBasis).ShouldBe((Period.OfYear(2019), PublishedBasis.Inferred));
        var stated = Texts.Read("---\ndate: 2018\n---\nEgypt bought wheat.", new ReadOptions { PublishedGiven = Period.OfYear(2020) });
        (stated.Published, stated.PublishedBasis).ShouldBe((Period.OfYear(2018), PublishedBasis.Stated));
        Texts.Read("CAIRO, March 4, 2021 (Agency) — Egypt bought wheat from Romania.").Published.ShouldBe(Period.Parse("2021-03-04"));
        Texts.Read("Egypt bought wheat.").PublishedBasis.ShouldBe(PublishedBasis.Unknown);
    }

    [Fact]
    public void Wrapped_lines_are_one_paragraph_and_long_lines_one_each()
    {
        var wrapped = Texts.Read(
            "Egypt bought three million tonnes of wheat from\nRomania in 2020, which was more than in any\nyear before.\n\nIt paid."
        );
        wrapped
            .Statements.Select(s => s.Text)
            .ShouldBe([
                "Egypt bought three million tonnes of wheat from Romania in 2020, which was more than in any year before.",
                "It paid.",
            ]);
        var lines = Texts.Read(
            "Egypt bought three million tonnes of wheat.\nRomania sold it, at a price.\nNobody else did, in all the years since.\n"
        );
        lines.Statements.Select(s => s.Paragraph).ShouldBe([0, 1, 2]);
    }

    private const string Interview = """
        Wheat and Power

        Delta spoke with Nadia Haddad, director of the Grain Institute, about wheat. The war had raised prices.

        This interview has been edited for length and clarity.

        Delta: How much wheat did Egypt buy in 2020?

        Nadia Haddad: About three million tonnes. The Romanians say, “We sell to everybody.”

        It was more than in 2019.

        D: But it was dear.

        NH: It was. Is that bad? No.

        D: And what comes next?

        NH: More of it.

        Thanks to Leo Park for copy editing this article.
        """;

    [Fact]
    public void An_interview_with_full_and_short_labels()
    {
        var document = Texts.Read(Interview);
        document.Kind.ShouldBe(DocumentKind.Interview);
        Texts
            .Voices(document)
            .ShouldBe(
                """
                - [Author, default]: Delta spoke with Nadia Haddad, director of the Grain Institute, about wheat.
                - [Author, default]: The war had raised prices.
                Delta [Author, label]: How much wheat did Egypt buy in 2020?
                Nadia Haddad [Interviewee, label]: About three million tonnes.
                the Romanians [Quoted, quote-verb]: We sell to everybody.
                Nadia Haddad [Interviewee, label]: It was more than in 2019.
                Delta [Author, label]: But it was dear.
                Nadia Haddad [Interviewee, label]: It was.
                Nadia Haddad [Interviewee, label]: Is that bad?
                Nadia Haddad [Interviewee, label]: No.
                Delta [Author, label]: And what comes next?
                Nadia Haddad [Interviewee, label]: More of it.
                """
            );
        document
            .Statements.Where(s => s.IsQuestion)
            .Select(s => s.Text)
            .ShouldBe(["How much wheat did Egypt buy in 2020?", "And what comes next?"]);
        Texts.Saying(document, "everybody").Speaker.ReportedBy.ShouldBe("Nadia Haddad");
        var answer = Texts.Saying(document, "three million").Paragraph;
        Texts.Saying(document, "more than in 2019").Paragraph.ShouldBe(answer);
    }

    [Theory]
    [InlineData("**Q:** How much?\n\n**A:** Three.\n\n**Q:** More?\n\n**A:** Yes.", "the interviewer,Nadia Haddad")]
    [InlineData("D: How much?\nNH: Three.\nD: More?\nNH: Yes.", "D,Nadia Haddad")]
    [InlineData("PARK: How much?\n\nHADDAD: Three.\n\nPARK: More?\n\nHADDAD: Yes.", "Park,Nadia Haddad")]
    [InlineData(
        "[00:01] Leo Park: How much?\n\n[00:05] Nadia Haddad: Three.\n\n[00:09] Leo Park: More?\n\n[00:12] Nadia Haddad: Yes.",
        "Leo Park,Nadia Haddad"
    )]
    public void Labels_in_their_several_forms(string turns, string speakers)
    {
        var document = Texts.Read(
            "Wheat and Power\n\nThe editors spoke with Nadia Haddad, an economist, about the price of wheat in Egypt.\n\n" + turns
        );
        document.Kind.ShouldBe(DocumentKind.Interview);
        string.Join(',', document.Statements.Where(s => s.Speaker.Via == "label").Select(s => s.Speaker.Name).Distinct())
            .ShouldBe(speakers);
        document.Statements.Where(s => s.Speaker.Via == "label").Select(s => s.Text).ShouldBe(["How much?", "Three.", "More?", "Yes."]);
    }

    [Theory]
    [InlineData("**{0}**", "{0}")]
    [InlineData("*{0}*", "{0}")]
    [InlineData("__{0}__", "{0}")]
    [InlineData("### {0}", "{0}")]
    [InlineData("{0}", "{0}")]
    [InlineData("- {0}", "- {0}")]
    [InlineData("– {0}", "– {0}")]
    public void Questions_without_labels(string question, string answer)
    {
        string Question(string words) => question.Replace("{0}", words, StringComparison.Ordinal);
        string Answer(string words) => answer.Replace("{0}", words, StringComparison.Ordinal);
        var document = Texts.Read(
            $"""
            Wheat and Power

            By Leo Park

            The editors spoke with Nadia Haddad, director of the Grain Institute, about the price of wheat.

            {Question("How much wheat did Egypt buy in 2020?")}

            {Answer("About three million tonnes. The Romanians say, “We sell to everybody.”")}

            It was more than in 2019.

            {Question("Was it dear?")}

            {Answer("It was. Is that bad? No.")}

            {Question("And what do you expect of next year?")}

            {Answer("More of it.")}
            """
        );
        document.Kind.ShouldBe(DocumentKind.Interview);
        document
            .Statements.Where(s => s.IsQuestion)
            .Select(s => s.Text.TrimStart('–', ' '))
            .ShouldBe(["How much wheat did Egypt buy in 2020?", "Was it dear?", "And what do you expect of next year?"]);
        Texts.Saying(document, "Was it dear").Speaker.Name.ShouldBe("Leo Park");
        Texts
            .Saying(document, "It was.")
            .Speaker.ShouldSatisfyAllConditions(
                s => s.Name.ShouldBe("Nadia Haddad"),
                s => s.Role.ShouldBe(SpeakerRole.Interviewee),
                s => s.Via.ShouldBe("question")
            );
        Texts.Saying(document, "everybody").Speaker.Name.ShouldBe("the Romanians");
        Texts.Saying(document, "more than in 2019").Speaker.Name.ShouldBe("Nadia Haddad");
        Texts.Saying(document, "The editors spoke").Speaker.Role.ShouldBe(SpeakerRole.Author);
    }

    [Theory]
    [InlineData("**{0}**")]
    [InlineData("## {0}")]
    [InlineData("{0}")]
    public void An_explainer_in_questions_is_no_interview(string question)
    {
        string Question(string words) => question.Replace("{0}", words, StringComparison.Ordinal);
        Texts
            .Read(
                $"""
                How Egypt buys its wheat

                The price of wheat had doubled within the year, and the treasury paid.

                {Question("Who sells it?")}

                Romania does.

                {Question("What does it cost?")}

                About three hundred dollars a tonne.

                {Question("Why does it matter to you?")}

                Bread is cheap in Egypt.
                """
            )
            .Kind.ShouldBe(DocumentKind.Article);
    }

    [Fact]
    public void Colons_do_not_make_an_interview()
    {
        var document = Texts.Read(
            "The result: Egypt bought more wheat than ever.\n\nThe reason: Prices had fallen.\n\nNote: All figures are in tonnes.\n\nNote: They are rounded."
        );
        document.Kind.ShouldBe(DocumentKind.Article);
    }
}
