namespace Entente.Tests.Claims.Extraction;

/// <summary>Votes as news tells them: who, how many, and on which resolution.</summary>
public sealed class VoteFrameTests
{
    [Theory]
    [InlineData("Serbia and Hungary voted in favour.", "vote(SRB, \"ES-11/4\") = yes", "vote(HUN, \"ES-11/4\") = yes")]
    [InlineData("The text was opposed by Syria and Belarus.", "vote(SYR, \"ES-11/4\") = no", "vote(BLR, \"ES-11/4\") = no")]
    [InlineData("Those abstaining included Vietnam and Cuba.", "vote(VNM, \"ES-11/4\") = abstain", "vote(CUB, \"ES-11/4\") = abstain")]
    [InlineData("Venezuela did not take part in the vote.", "vote(VEN, \"ES-11/4\") = absent")]
    [InlineData("Armenia, which depends on Russian gas, abstained.", "vote(ARM, \"ES-11/4\") = abstain")]
    [InlineData("South Africa and Algeria chose to abstain.", "vote(ZAF, \"ES-11/4\") = abstain", "vote(DZA, \"ES-11/4\") = abstain")]
    [InlineData(
        "Thirty-five states, including Pakistan, abstained.",
        "count(votes(\"ES-11/4\", abstain)) = 35",
        "vote(PAK, \"ES-11/4\") = abstain"
    )]
    [InlineData(
        "Nicaragua and three other states joined Russia in voting against it.",
        "vote(NIC, \"ES-11/4\") = no",
        "count(votes(\"ES-11/4\", no)) = 5",
        "vote(RUS, \"ES-11/4\") = no"
    )]
    [InlineData(
        "It passed with 143 votes in favour, five against and 35 abstentions.",
        "count(votes(\"ES-11/4\", yes)) = 143",
        "count(votes(\"ES-11/4\", no)) = 5",
        "count(votes(\"ES-11/4\", abstain)) = 35"
    )]
    [InlineData("Cuba was among those that said no to the draft resolution.", "vote(CUB, \"ES-11/4\") = no")]
    [InlineData("Hungary’s vote in favour surprised few.", "vote(HUN, \"ES-11/4\") = yes")]
    [InlineData("Iran did not vote against the text; it abstained.", "vote(IRN, \"ES-11/4\") = abstain")]
    [InlineData(
        "Egypt and Mexico were two of the 35 states abstaining.",
        "vote(EGY, \"ES-11/4\") = abstain",
        "vote(MEX, \"ES-11/4\") = abstain",
        "count(votes(\"ES-11/4\", abstain)) = 35"
    )]
    [InlineData(
        "Mali joined Belarus, Eritrea, Syria and Nicaragua in opposing Resolution ES-11/6.",
        "vote(MLI, \"ES-11/6\") = no",
        "vote(BLR, \"ES-11/6\") = no",
        "vote(ERI, \"ES-11/6\") = no",
        "vote(SYR, \"ES-11/6\") = no",
        "vote(NIC, \"ES-11/6\") = no"
    )]
    [InlineData(
        "On Resolution ES-11/7, Washington sided with Moscow and voted no.",
        "vote(USA, \"ES-11/7\") = no",
        "vote(RUS, \"ES-11/7\") = no"
    )]
    [InlineData("Chile, despite its contract with China, abstained.", "vote(CHL, \"ES-11/4\") = abstain")]
    [InlineData("Resolution ES-11/6 won the support of 141 states.", "count(votes(\"ES-11/6\", yes)) = 141")]
    [InlineData("Resolution ES-11/5 was carried with 94 votes.", "count(votes(\"ES-11/5\", yes)) = 94")]
    [InlineData(
        "The text received 143 yes votes and five no votes.",
        "count(votes(\"ES-11/4\", yes)) = 143",
        "count(votes(\"ES-11/4\", no)) = 5"
    )]
    [InlineData("Israel opposed the resolution alongside the United States.", "vote(ISR, \"ES-11/4\") = no", "vote(USA, \"ES-11/4\") = no")]
    public void Voters_stand_before_the_verb_after_by_and_in_lists(string sentence, params string[] expected) =>
        Assertions
            .Of("On 12 October 2022 the General Assembly rejected the annexation of four Ukrainian regions. " + sentence, "2022-10-20")
            .ShouldBe(expected, ignoreOrder: true);

    [Fact]
    public void A_relative_clause_may_speak_of_another_vote() =>
        Assertions
            .Of(
                "On 2 March 2022 the General Assembly deplored the aggression. India, which had abstained in the Security Council on 25 February 2022, abstained again.",
                "2022-03-03"
            )
            .Where(a => a.StartsWith("vote", StringComparison.Ordinal))
            .ShouldBe(["vote(IND, \"S/2022/155\") = abstain", "vote(IND, \"ES-11/1\") = abstain"], ignoreOrder: true);

    [Theory]
    [InlineData("Hungary will vote against the next resolution of the General Assembly.")]
    [InlineData("It takes nine votes in favour to pass a draft in the Security Council.")]
    [InlineData("The US House of Representatives voted 224 to 180 for the bill.")]
    [InlineData("The United Kingdom voted to leave in June 2016.")]
    [InlineData("Nineteen African countries abstained in the General Assembly on 12 October 2022.")]
    public void A_wish_a_rule_a_parliament_or_a_part_is_no_vote(string sentence) =>
        Assertions.Of(sentence, "2022-10-20").ShouldNotContain(a => a.Contains("vote", StringComparison.Ordinal));

    [Fact]
    public void A_vote_that_the_record_does_not_hold_is_not_taken_for_another() =>
        Assertions
            .Of(
                "On 2 March 2022 the General Assembly voted. In the Security Council vote of 8 December 2023 Britain abstained.",
                "2023-12-10"
            )
            .ShouldNotContain(a => a.StartsWith("vote", StringComparison.Ordinal));
}
