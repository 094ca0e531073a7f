namespace Entente.Tests.Claims.Extraction;

/// <summary>Vetoes, entries, dated events, intervals, tallies and absences in the forms that news gives them.</summary>
public sealed class EventFormsTests
{
    [Theory]
    [InlineData("2022-10-05", "A Russian veto on September 30, 2022 kept the Council silent.", "vote(RUS, \"S/2022/720\") = no")]
    [InlineData("2022-10-05", "Russia cast its veto in the Security Council on September 30, 2022.", "vote(RUS, \"S/2022/720\") = no")]
    [InlineData("2022-10-20", "Syria sided with Moscow, voting against Resolution ES-11/4.", "vote(SYR, \"ES-11/4\") = no")]
    [InlineData("2023-03-01", "Laos’s abstention on Resolution ES-11/6 surprised nobody.", "vote(LAO, \"ES-11/6\") = abstain")]
    [InlineData(
        "2022-04-10",
        "China opposed Russia’s suspension from the Human Rights Council in April 2022.",
        "vote(CHN, \"ES-11/3\") = no"
    )]
    public void A_vote_is_also_told_by_a_veto_a_side_or_an_abstention(string published, string sentence, string expected) =>
        Assertions.Of(sentence, published).ShouldContain(expected);

    [Theory]
    [InlineData("2022-06-20", "Finland was not yet in NATO in June 2022.", "not members(NATO, 2022-06) includes {FIN}")]
    [InlineData("2023-06-20", "Belarus is an observer, not a member, of the SCO.", "not members(SCO, 2023) includes {BLR}")]
    [InlineData("2024-03-20", "Sweden’s entry into NATO on 7 March 2024 was long in coming.", "date(entry(SWE, NATO)) = 2024-03-07")]
    [InlineData("2024-08-20", "The SCO, which Iran joined in 2023, met in Astana.", "date(entry(IRN, SCO)) = 2023")]
    public void A_state_is_in_a_body_or_out_of_it(string published, string sentence, string expected) =>
        Assertions.Of(sentence, published).ShouldContain(expected);

    [Theory]
    [InlineData(
        "2023-05-10",
        "Xi rang Zelensky for the first time since the invasion on April 26, 2023.",
        "date(event(ukraine_invasion_2022)) = 2023-04-26"
    )]
    [InlineData(
        "2022-03-10",
        "Most governments condemned the invasion on 2 March 2022.",
        "date(event(ukraine_invasion_2022)) = 2022-03-02"
    )]
    [InlineData(
        "2023-04-10",
        "The parliament in Ankara ratified Finland’s accession to NATO on 30 March 2023.",
        "date(entry(FIN, NATO)) = 2023-03-30"
    )]
    [InlineData("2023-12-30", "China has cast no veto against a resolution on Ukraine since 2022.", "count(vetoes(CHN), 2023..2023) = 0")]
    [InlineData(
        "2024-04-10",
        "Britain plans to raise the ceiling of its arsenal to 260 warheads.",
        "nuclear_warheads(GBR, 2024) = 260 warheads"
    )]
    [InlineData("2024-04-10", "Japan lost 800,000 inhabitants in 2023.", "population(JPN, 2023) = 800000 persons")]
    public void What_only_stands_near_a_date_or_an_owner_is_not_taken_for_it(string published, string sentence, string wrong) =>
        Assertions.Of(sentence, published).ShouldNotContain(wrong);

    [Theory]
    [InlineData(
        "2022-10-10",
        "The annexation of the four regions followed eight years after that of Crimea.",
        "years(event(crimea_annexation_2014), event(four_regions_annexation_2022)) = 8"
    )]
    [InlineData("2024-04-01", "Sweden joined NATO eleven months after Finland.", "months(entry(FIN, NATO), entry(SWE, NATO)) = 11")]
    [InlineData(
        "2022-03-10",
        "Berlin stopped Nord Stream 2 before Russia invaded Ukraine.",
        "days(event(nord_stream_2_halt_2022), event(ukraine_invasion_2022)) > 0"
    )]
    public void Two_events_are_held_against_each_other(string published, string sentence, string expected) =>
        Assertions.Of(sentence, published).ShouldContain(expected);

    [Theory]
    [InlineData(
        "2023-02-01",
        "Chinese and Russian bombers have flown five joint patrols since 2019.",
        "count(events(joint_patrol, CHN, RUS), 2019..2023-02) = 5"
    )]
    [InlineData(
        "2024-12-30",
        "Brussels approved three packages of sanctions against Russia in 2024.",
        "count(events(sanction, EU, RUS), 2024) = 3"
    )]
    [InlineData("2023-12-30", "Between 2011 and 2022 Russia used its veto more than twenty times.", "count(vetoes(RUS), 2011..2022) > 20")]
    [InlineData("2008-01-30", "China did not cast a single veto between 2000 and 2006.", "count(vetoes(CHN), 2000..2006) = 0")]
    [InlineData(
        "2023-11-01",
        "By October 2023 the Chinese and Russian presidents had met 42 times.",
        "count(meetings(\"Xi Jinping\", \"Vladimir Putin\"), 2013..2023-10) = 42"
    )]
    [InlineData("2023-10-01", "Serbia and Turkey have imposed no sanctions on Russia.", "count(events(sanction, SRB, RUS)) = 0")]
    public void Tallies_have_the_time_that_the_sentence_gives(string published, string sentence, string expected) =>
        Assertions.Of(sentence, published).ShouldContain(expected);
}
