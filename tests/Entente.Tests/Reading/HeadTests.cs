using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>What stands before a text: titles, dates, bylines, places.</summary>
public sealed class HeadTests
{
    private const string Title = "Egypt’s wheat purchases from Romania reach a record in 2022";
    private const string Body = "Egypt bought three million tonnes of wheat from Romania in 2020. The price was high.";

    [Theory]
    [InlineData("October 21, 2022", "2022-10-21")]
    [InlineData("21 Oct 2022", "2022-10-21")]
    [InlineData("21st of October 2022", "2022-10-21")]
    [InlineData("Published: May 3, 2023 at 10:15", "2023-05-03")]
    [InlineData("Published 10:15 AM EDT, Wed May 3, 2023", "2023-05-03")]
    [InlineData("Updated 4 May 2023", "2023-05-04")]
    [InlineData("Published May 3, 2023 Updated May 4, 2023", "2023-05-03")]
    [InlineData("Published on 3 May 2023 (last updated 4 May 2023, 10.15am)", "2023-05-03")]
    [InlineData("Tue, 03 May 2023", "2023-05-03")]
    [InlineData("Friday - 08 December, 2023", "2023-12-08")]
    [InlineData("May 2023", "2023-05")]
    [InlineData("Brussels, 3 May 2023", "2023-05-03")]
    [InlineData("By Ana Ruiz | May 3, 2023 | 5 min read", "2023-05-03")]
    [InlineData("By Ana Ruiz, May 3, 2023", "2023-05-03")]
    [InlineData("By Ana Ruiz on 3 May 2023", "2023-05-03")]
    [InlineData("2023-05-03", "2023-05-03")]
    [InlineData("2023-05-03, 10:15 GMT", "2023-05-03")]
    [InlineData("13.10.2023", "2023-10-13")]
    [InlineData("01/18/2025", "2025-01-18")]
    [InlineData("03-May-2023", "2023-05-03")]
    [InlineData("*May 3, 2023*", "2023-05-03")]
    [InlineData("03/04/2023", null)]
    [InlineData("3 hours ago", null)]
    public void A_date_line_dates_the_text_and_is_none_of_its_words(string line, string? date)
    {
        foreach (var text in (string[])[$"{Title}\n{line}\n\n{Body}", $"{Title}\n\n{line}\n\n{Body}", $"# {Title}\n{line}\n{Body}\n{Body}"])
        {
            var document = Texts.Read(text);
            document.Title.ShouldBe(Title);
            document.Published?.ToString().ShouldBe(date);
            document.PublishedBasis.ShouldBe(date is null ? PublishedBasis.Unknown : PublishedBasis.Stated);
            document.Statements[0].Text.ShouldBe(Title);
            document.Statements[0].IsHeading.ShouldBeTrue();
            document.Statements[1].Text.ShouldStartWith("Egypt bought");
        }
    }

    [Fact]
    public void A_title_may_end_in_any_word_before_a_date_line() =>
        Texts
            .Read("Egypt’s wheat imports fall over ninety percent in a year\nApril 14, 2023\n" + Body)
            .Published?.ToString()
            .ShouldBe("2023-04-14");

    [Theory]
    [InlineData(
        "It was signed in Cairo, the capital of Egypt, after some years of talks on\nDecember 29, 2022\nby the two ministers of trade."
    )]
    [InlineData("Egypt bought three million tonnes of wheat from Romania on 3 May 2021.")]
    public void A_date_in_a_sentence_is_no_date_line(string text)
    {
        var document = Texts.Read(text);
        document.Published.ShouldBeNull();
        document.Statements.ShouldHaveSingleItem().Text.ShouldContain("202");
    }

    [Fact]
    public void A_date_over_a_part_of_a_chronology_dates_no_text()
    {
        var document = Texts.Read($"A year of wheat\n\n{Body}\n\n{Body}\n\nMarch 2022\n\n{Body}");
        document.Published.ShouldBeNull();
        document.Statements.Select(s => s.Text).ShouldContain("March 2022");
    }

    [Theory]
    [InlineData("NEW DELHI, March 5 (Agency) - ", "2020-03-05")]
    [InlineData("MOSCOW, December 7. /AGENCY/. ", "2020-12-07")]
    [InlineData("Taipei, Jan. 18 (AGY) ", "2020-01-18")]
    [InlineData("CAIRO, March 4, 2021 (Agency) — ", "2021-03-04")]
    [InlineData("(Agency) – ", "2020")]
    [InlineData("CAIRO -- ", "2020")]
    [InlineData("ABU DHABI >> ", "2020")]
    [InlineData("CAIRO (Agency) - ", "2020")]
    [InlineData("PORT SAID, Egypt (AG) — ", "2020")]
    public void Place_and_agency_before_the_first_words(string dateline, string date)
    {
        var document = Texts.Read($"{Title}\n\n{dateline}{Body}", new ReadOptions { InferPublished = _ => Period.OfYear(2020) });
        document.Published?.ToString().ShouldBe(date);
        document.Statements[1].Text.ShouldBe("Egypt bought three million tonnes of wheat from Romania in 2020.");
    }

    [Theory]
    [InlineData("Romania - the largest seller - was paid at once by the Egyptian state.")]
    [InlineData("NATO — founded in 1949 — has grown.")]
    [InlineData("In March 5 (five) ships came.")]
    [InlineData("OPEC (the cartel) cut its output.")]
    public void Words_that_are_no_dateline(string sentence) =>
        Texts.Read($"{Title}\n\n{sentence} {Body}").Statements[1].Text.ShouldBe(sentence);

    [Theory]
    [InlineData("Egypt overtakes China as top buyer from the U.S.")]
    [InlineData("Wheat row: Egypt and Romania head to the court")]
    [InlineData("Wheat: imports up by 32.6% in 2022")]
    [InlineData("Is Egypt really becoming Romania’s best client?")]
    [InlineData("Minister calls the price “a mistake”")]
    public void Titles_of_several_kinds(string title)
    {
        foreach (var between in (string[])["\n\n", "\n", "\nMay 3, 2023\n"])
        {
            var document = Texts.Read($"{title}{between}{Body}\n{Body}");
            document.Title.ShouldBe(title);
            document.Statements[0].ShouldSatisfyAllConditions(s => s.Text.ShouldBe(title), s => s.IsHeading.ShouldBeTrue());
        }
    }

    [Theory]
    [InlineData("World | Africa\n\n{0}\n\n{1}")]
    [InlineData("ANALYSIS\n{0}\n\n{1}")]
    [InlineData("{0} | The River Review\n\n{1}")]
    [InlineData("{0} - River News\n\n{0}\n\nMay 3, 2023\n\n{1}")]
    [InlineData("{0}\n\n# {0}\n\n{1}")]
    public void Sections_and_sites_are_left_out_and_a_title_comes_once(string form)
    {
        var document = Texts.Read(string.Format(System.Globalization.CultureInfo.InvariantCulture, form, Title, Body));
        document.Title.ShouldBe(Title);
        document
            .Statements.Select(s => s.Text)
            .Take(2)
            .ShouldBe([Title, "Egypt bought three million tonnes of wheat from Romania in 2020."]);
    }

    [Theory]
    [InlineData("By Ana Ruiz in Cairo", "Ana Ruiz")]
    [InlineData("By Ana Ruiz and Leo Park, The River Review", "Ana Ruiz,Leo Park")]
    [InlineData("By Staff Writers", "")]
    [InlineData("By AGENCY", "")]
    public void Bylines(string line, string authors)
    {
        var document = Texts.Read($"{Title}\n{line}\nMay 3, 2023\n\n{Body}");
        string.Join(',', document.Authors).ShouldBe(authors);
        document.Published?.ToString().ShouldBe("2023-05-03");
        document.Statements[1].Text.ShouldStartWith("Egypt bought");
    }
}
