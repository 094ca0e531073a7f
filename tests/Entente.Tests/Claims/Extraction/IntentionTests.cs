using Entente.Checking;

namespace Entente.Tests.Claims.Extraction;

/// <summary>What is meant to come about, and what is told of a year that is not over: neither is a figure of a whole year.</summary>
public sealed class IntentionTests
{
    [Theory]
    [InlineData(
        "The ministers drew up a plan to bring Egypt and Kenya closer by raising their trade from $1 billion to $3 billion within five years."
    )]
    [InlineData("Egypt and Kenya agreed to work together more closely by increasing bilateral trade to $3 billion in five years.")]
    [InlineData("Egypt and Kenya plan on growing bilateral trade to $3 billion within five years.")]
    public void An_aim_with_its_term_is_a_target(string text) =>
        Assertions.Of(text, "2023-08-01").ShouldContain("target(trade(EGY, KEN), 3e9 USD) = 2028");

    [Theory]
    [InlineData("Egypt and Kenya discussed doubling bilateral trade to $3 billion.")]
    public void An_aim_without_a_term_is_one_too(string text) =>
        Assertions.Of(text, "2023-08-01").ShouldContain("target(trade(EGY, KEN)) = 3e9 USD");

    [Fact]
    public void What_was_reached_is_no_aim() =>
        Assertions
            .Of("China's trade with Russia grew 29 percent in 2022, bringing the total to $190 billion.", "2023-02-01")
            .ShouldContain("trade(CHN, RUS, 2022) = 190e9 USD");

    [Theory]
    [InlineData(
        "Trade between Chile and Peru rose in the first half of 2021, from 3.5 billion dollars in the same months last year to 5.8 billion dollars this year.",
        "trade(CHL, PER, 2021-H1) = 5.8e9 USD",
        "trade(CHL, PER, 2020-H1) = 3.5e9 USD"
    )]
    [InlineData(
        "Peru's trade with Chile grew in the first quarter of 2021 to 2.9 billion dollars this year from 1.7 billion dollars last year.",
        "trade(PER, CHL, 2021-Q1) = 2.9e9 USD",
        "trade(PER, CHL, 2020-Q1) = 1.7e9 USD"
    )]
    public void This_year_is_the_part_of_it_that_the_sentence_speaks_of(string text, string now, string then)
    {
        var found = Assertions.Of(text, "2021-09-09");
        found.ShouldContain(now);
        found.ShouldContain(then);
    }

    [Fact]
    public void A_whole_year_before_stays_whole() =>
        Assertions
            .Of(
                "Peru's trade with Chile came to 2.9 billion dollars in the first quarter of 2021, after 11 billion dollars last year.",
                "2021-09-09"
            )
            .ShouldContain("trade(PER, CHL, 2020) = 11e9 USD");

    [Theory]
    [InlineData("Trade between China and Russia has reached $134 billion this year, customs said on Tuesday.")]
    [InlineData("China's exports to Russia rose 73 percent this year.")]
    [InlineData("In 2023, trade between China and Russia grew 36.5 percent to $134 billion.")]
    public void What_is_said_of_a_year_in_its_course_is_not_held_against_the_whole_year(string text) =>
        Installation
            .Check(Installation.Read(text + "\n", Entente.Quantities.Period.Parse("2023-08-10")))
            .Claims.ShouldAllBe(c => c.Verdict == Verdict.CannotTell);

    [Fact]
    public void When_the_year_was_over_it_is() =>
        Installation
            .Check(
                Installation.Read(
                    "In 2023, trade between China and Russia grew to $134 billion.\n",
                    Entente.Quantities.Period.Parse("2024-03-10")
                )
            )
            .Claims.Single()
            .Verdict.ShouldBe(Verdict.Contradicted);
}
