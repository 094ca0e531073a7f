namespace Entente.Tests.Claims.Extraction;

/// <summary>Who belongs to what since when, and how many do.</summary>
public sealed class MembershipFrameTests
{
    [Theory]
    [InlineData("Croatia became the EU's 28th member in July 2013.", "date(entry(HRV, EU)) = 2013-07", "count(members(EU), 2013-07) = 28")]
    [InlineData(
        "Finland joined NATO in April 2023, bringing the number of members to 31.",
        "date(entry(FIN, NATO)) = 2023-04",
        "count(members(NATO), 2023-04) = 31"
    )]
    [InlineData("In June 2017 Pakistan joined the SCO.", "date(entry(PAK, SCO)) = 2017-06")]
    [InlineData("Qatar quit OPEC in January 2019.", "date(exit(QAT, OPEC)) = 2019-01")]
    [InlineData(
        "Ireland and Austria are not members of NATO.",
        "not members(NATO, 2024) includes {AUT}",
        "not members(NATO, 2024) includes {IRL}"
    )]
    [InlineData("The 27-member EU trades with everybody.", "count(members(EU), 2024) = 27")]
    public void Entries_exits_and_counts(string sentence, params string[] expected) =>
        Assertions.Of(sentence, "2024-07-20").ShouldBe(expected, ignoreOrder: true);

    [Theory]
    [InlineData("Ukraine wants to join NATO.")]
    [InlineData("Norway joined the G7's price cap on Russian crude in December 2022.")]
    [InlineData("Switzerland joined EU sanctions in February 2022.")]
    [InlineData("Ten members of the EU agreed in May.")]
    [InlineData("As 141 member states of the United Nations know, war is bad.")]
    public void Wishes_sanctions_and_parts_are_none(string sentence) => Assertions.Of(sentence, "2024-07-20").ShouldBeEmpty();
}
