namespace Entente.Tests.Claims.Extraction;

/// <summary>Dates, stages and order of events, the time between them, and what did not happen.</summary>
public sealed class EventFrameTests
{
    [Theory]
    [InlineData("The Élysée Treaty between France and Germany was signed in January 1963.", "date(event(elysee_treaty_1963)) = 1963-01")]
    [InlineData("Xi Jinping paid a state visit to Australia in 2014.", "date(event(xi_visit_australia_2014)) = 2014")]
    [InlineData(
        "RCEP was signed in November 2020 and took effect in January 2022.",
        "date(event(rcep_signed_2020)) = 2020-11",
        "date(event(rcep_in_force_2022)) = 2022-01"
    )]
    [InlineData("The EU's tenth package was approved on 25 February 2023.", "date(event(eu_sanctions_package_10_2023)) = 2023-02-25")]
    [InlineData("The barley duties were lifted in August 2023.", "date(event(china_barley_duties_end_2023)) = 2023-08")]
    [InlineData(
        "Brexit preceded the signing of the Trade and Cooperation Agreement.",
        "days(event(brexit_2020), event(uk_eu_trade_agreement_2020)) > 0"
    )]
    [InlineData(
        "RCEP came into force fourteen months after its signing.",
        "months(event(rcep_signed_2020), event(rcep_in_force_2022)) = 14"
    )]
    [InlineData(
        "Nineteen months passed between the signing of the USMCA and its entry into force.",
        "months(event(usmca_signed_2018), event(usmca_in_force_2020)) = 19"
    )]
    [InlineData(
        "Russia invaded Ukraine eight years after the annexation of Crimea.",
        "years(event(crimea_annexation_2014), event(ukraine_invasion_2022)) = 8"
    )]
    public void An_event_is_taken_at_the_stage_the_words_say(string sentence, params string[] expected) =>
        Assertions.Of(sentence, "2024-12-20").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("The Windsor Framework of February 2023 changed little.")]
    [InlineData("Narendra Modi would have met Vladimir Putin in 2020.")]
    [InlineData("Joe Biden kept the tariffs in 2021.")]
    public void A_date_that_identifies_or_belongs_to_nothing_recorded_is_no_claim(string sentence) =>
        Assertions.Of(sentence, "2024-12-20").ShouldBeEmpty();

    [Theory]
    [InlineData("India has not imposed any sanctions on Russia.", "count(events(sanction, IND, RUS)) = 0")]
    [InlineData("Israel never joined the sanctions against Russia.", "count(events(sanction, ISR, RUS)) = 0")]
    [InlineData("France has not used its veto since 1989.", "count(vetoes(FRA), 1990..2024) = 0")]
    [InlineData("There has been no summit between Japan and North Korea since 2004.", "count(meetings(JPN, PRK), 2005..2024) = 0")]
    public void What_did_not_happen_is_counted_as_none(string sentence, string expected) =>
        Assertions.Of(sentence, "2024-12-20").ShouldBe([expected]);

    [Theory]
    [InlineData("The visit that Xi Jinping paid to Central Asia helps officials to quietly drop a rule after the Party Congress.")]
    [InlineData("Xi Jinping went to Central Asia to arrange talks after the Party Congress.")]
    public void What_is_meant_to_be_done_after_an_event_is_no_order_of_events(string sentence) =>
        Assertions.Of(sentence, "2022-09-15").ShouldBeEmpty();

    [Fact]
    public void The_eve_of_an_anniversary_is_not_the_eve_of_the_event() =>
        Assertions
            .Of(
                "The EU adopted its thirteenth package on 23 February 2024, a day before the second anniversary of the invasion.",
                "2024-02-24"
            )
            .ShouldBe(["date(event(eu_sanctions_package_13_2024)) = 2024-02-23"]);
}
