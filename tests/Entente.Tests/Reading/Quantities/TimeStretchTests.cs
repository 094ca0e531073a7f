using Entente.Quantities;
using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

/// <summary>Stretches of months, fiscal years, bases of comparisons: what statistics are dated by.</summary>
public class TimeStretchTests
{
    [Theory]
    [InlineData("Sales rose from January to March of this year.", "2023-05-20", "from January to March of this year", "2023-01..2023-03")]
    [InlineData("Sales rose from January to March this year.", "2023", "from January to March this year", "2023-01..2023-03")]
    [InlineData("Sales rose between January and September.", "2022-10-23", "between January and September", "2022-01..2022-09")]
    [InlineData("Sales (April-August) rose.", "2022-10-23", "April-August", "2022-04..2022-08")]
    [InlineData("Sales rose in April-December.", "2023-03-02", "in April-December", "2022-04..2022-12")]
    [InlineData("Sales rose in July-August.", "2023-09-08", "in July-August", "2023-07..2023-08")]
    [InlineData("Sales rose in July and August.", "2023-09-08", "in July and August", "2023-07..2023-08")]
    [InlineData("Sales rose from January through July.", "2022-08-20", "from January through July", "2022-01..2022-07")]
    [InlineData("Sales doubled up to May inclusive.", "2022-08-20", "up to May inclusive", "2022-01..2022-05")]
    [InlineData("Sales rose in the first seven months of this year.", "2022", "in the first seven months of this year", "2022-01..2022-07")]
    [InlineData("Sales rose in the first half of this year.", "2022-08-20", "in the first half of this year", "2022-H1")]
    [InlineData("Sales rose in the first eight months.", "2023-09-08", "in the first eight months", "2023-01..2023-08")]
    [InlineData("Sales rose in the first eight months.", "2023-03-08", "in the first eight months", "2022-01..2022-08")]
    [InlineData("Sales rose in the first eight months of last year.", "2023-03-08", "in the first eight months of last year", "2022-01..2022-08")]
    [InlineData("Sales rose from November to February.", "2023-03-08", "from November to February", "2022-11..2023-02")]
    [InlineData("Sales rose from November to February 2023.", "2024-03-08", "from November to February 2023", "2022-11..2023-02")]
    [InlineData("Sales rose from January 2022 to March.", "2024-03-08", "from January 2022 to March", "2022-01..2022-03")]
    [InlineData("Sales rose between February 2022 and December 2022.", "2024-03-08", "between February 2022 and December 2022", "2022-02..2022-12")]
    [InlineData("Sales rose between March and December 2022.", "2024-03-08", "between March and December 2022", "2022-03..2022-12")]
    [InlineData("Sales rose from 2022 to 2023.", "2024-03-08", "from 2022 to 2023", "2022..2023")]
    [InlineData("Sales rose between 2019 and 2023.", "2024-03-08", "between 2019 and 2023", "2019..2023")]
    [InlineData("The fair will run from May to July.", "2024-03-08", "from May to July", "2024-05..2024-07")]
    public void A_stretch_is_one_mention(string sentence, string published, string words, string period)
    {
        var (text, mention) = Single(sentence, published);
        text.ShouldBe(words);
        mention.Period?.Text.ShouldBe(period);
    }

    [Theory]
    [InlineData("In 2021, it grew, above all from March to June.", "2021-03..2021-06")]
    [InlineData("In 2021 it grew, mostly in the first half.", "2021-H1")]
    public void The_year_that_a_statement_names_governs_its_stretches(string sentence, string period) =>
        Read(sentence, "2024-04-09")[^1].Period?.Text.ShouldBe(period);

    [Fact]
    public void A_stretch_needs_the_month_of_writing_unless_its_year_is_said()
    {
        var (_, mention) = Single("Sales rose between January and September.", "2022");
        mention.Unresolved.ShouldBe("publication-date-too-coarse");
    }

    private static IReadOnlyList<TimeMention> Read(string sentence, string published, string? previous = null) =>
        TimeReader.Read(Tokenizer.Tokenize(sentence), new TimeContext { Published = Period.Parse(published), PreviousDate = previous is null ? null : Period.Parse(previous) });

    private static (string Text, TimeMention Mention) Single(string sentence, string published, string? previous = null)
    {
        var mention = Read(sentence, published, previous).ShouldHaveSingleItem();
        return (Words(sentence, mention), mention);
    }

    private static string Words(string sentence, TimeMention mention)
    {
        var tokens = Tokenizer.Tokenize(sentence);
        return sentence[tokens[mention.FirstToken].Start..tokens[mention.EndToken - 1].End];
    }
}
