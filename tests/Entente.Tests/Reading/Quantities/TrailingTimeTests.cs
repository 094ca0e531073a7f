using Entente.Reading.Text;

namespace Entente.Tests.Reading.Quantities;

/// <summary>Stretches named by their length and end, and the shorter ways of writing parts of years.</summary>
public class TrailingTimeTests
{
    [Theory]
    [InlineData("Trade grew in the five years to 2023.", "2018..2023")]
    [InlineData("Exports doubled in the decade to 2022.", "2012..2022")]
    [InlineData("It was $5bn in the year to March 2024.", "2023-04..2024-03")]
    [InlineData("It was $5bn in the year ended March 31, 2023.", "2022-04..2023-03")]
    [InlineData("It was $5bn in the financial year ending 30 June 2023.", "2022-07..2023-06")]
    [InlineData("It was $5bn in the year that ended in December 2023.", "2023")]
    [InlineData("It was $5bn in the 12 months to June.", "2022-07..2023-06")]
    [InlineData("It was $5bn in the twelve months ending in September 2023.", "2022-10..2023-09")]
    [InlineData("It was $5bn in the three months to February.", "2023-12..2024-02")]
    [InlineData("It was $5bn in the year through November.", "2022-12..2023-11")]
    [InlineData("It fell in the two weeks to 5 March 2024.", "2024-02-21..2024-03-05")]
    [InlineData("It fell in the year ending 2023.", "2023")]
    [InlineData("Year to date it fell.", "2024-01-01..2024-04-09")]
    public void Is_counted_back_from_its_end(string sentence, string expected) => Times(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("It rose in 1H 2023 and 2Q23.", "2023-H1|2023-Q2")]
    [InlineData("It was signed on 04.02.2022.", "2022-02-04")]
    [InlineData("They met between 4 and 6 February 2022.", "2022-02-04..2022-02-06")]
    [InlineData("In the 19th century it was a backwater.", "1801..1900")]
    [InlineData("In the final months of 2022 it fell.", "2022")]
    [InlineData("Since the mid-1990s it has grown.", "1990..1999")]
    [InlineData("It took two years to build and five years to 30 years to repay.", "")]
    public void Short_forms_are_read(string sentence, string expected) => Times(sentence).ShouldBe(expected);

    [Theory]
    [InlineData("In the final months of 2022 it fell.")]
    [InlineData("In the 19th century it was a backwater.")]
    public void What_is_not_the_whole_stretch_is_vague(string sentence) => Read(sentence)[0].Kind.ShouldBe(TimeKind.Vague);

    [Fact]
    public void Months_that_are_summed_are_said_to_be()
    {
        Read("It was $5bn in the 12 months to June 2023.")[0].Cumulative.ShouldBeTrue();
        Read("It grew in the five years to 2023.")[0].Cumulative.ShouldBeFalse();
    }

    private static string Times(string sentence) => string.Join('|', Read(sentence).Select(t => t.Period?.Text ?? t.Unresolved));

    private static IReadOnlyList<TimeMention> Read(string sentence) =>
        TimeReader.Read(Tokenizer.Tokenize(sentence), new() { Published = Period.Parse("2024-04-09") });
}
