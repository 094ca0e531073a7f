using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading;

/// <summary>Speakers whom the sentence hides: behind asides, before a paragraph of nothing but speech, among two people.</summary>
public sealed class SpeakerReachTests
{
    [Theory]
    // What stands between subject and verb is nobody
    [InlineData(
        "Zambia's copper minister, in an interview with the weekly Al-Nahda, said the price was “a gift from Peru to its rivals.”",
        "a gift from Peru",
        "Zambia's copper minister"
    )]
    [InlineData("Oman's man in Doha, Salim Harthy — a banker by trade — put it so: “Gas has no flag.”", "Gas has no flag", "Salim Harthy")]
    // A body has no name of two words; a colleague has
    [InlineData(
        "Growers, said the chair of their guild, Ruth Mulenga, in Lusaka, have sold nothing since May.",
        "have sold",
        "Ruth Mulenga"
    )]
    // Verbs of two words, and one who has something to say
    [InlineData("Benin's envoy, Codjo Hounsa, pointed out that cotton “has no passport.”", "has no passport", "Codjo Hounsa")]
    [InlineData("“Rice is not a weapon,” Anna Ferrer shot back.", "Rice is not a weapon", "Anna Ferrer")]
    [InlineData("Gabon's oil minister had a shorter answer: “We pump what we can.”", "pump what we can", "Gabon's oil minister")]
    // The next paragraph is one quotation
    [InlineData("Marta Ruiz spoke for an hour.\n\n“Peru sold the mine. We bought it.”", "We bought it", "Marta Ruiz")]
    [InlineData("“Rain is late,” said Marta Ruiz.\n\n“So is the grain from Chile.”", "grain from Chile", "Marta Ruiz")]
    [InlineData(
        "The talk was recorded in Lima on Monday.\n\nINTERVIEWER: Does Lima fear the dam?\n\nPROF. MARTA RUIZ: Lima fears surprises.",
        "fears surprises",
        "Marta Ruiz"
    )]
    // One of two people
    [InlineData(
        "Maria Silva met the Kenyan consul, Otieno Were, on Friday. “The road is open,” she told him.",
        "road is open",
        "Maria Silva"
    )]
    public void The_speaker_is_found(string text, string words, string speaker) => Speaker(text, words).ShouldBe(speaker);

    [Theory]
    // A question is answered by somebody else
    [InlineData("“Who pays?” asked Marta Ruiz.\n\n“Nobody in Lima does.”", "Nobody in Lima")]
    // Two voices: either may go on
    [InlineData("“Rain is late,” said Marta Ruiz. “It always is,” said Leo Park.\n\n“So is the grain from Chile.”", "grain from Chile")]
    // A wall says nothing that is somebody's
    [InlineData("“The pact is dead,” reads a slogan on the wall of the Chilean consulate.", "pact is dead")]
    [InlineData("By the numbers:\n\n- OIL: Chad sells little.\n- GAS: Chad sells none.\n- GUM: Chad sells much.", "sells none")]
    [InlineData("His novel, “Salt Roads”, tells how Chad and Libya fell out.", "Salt Roads")]
    public void Nobody_is_found(string text, string words) => Speaker(text, words).ShouldBeNull();

    private static string? Speaker(string text, string words)
    {
        var document = DocumentReader.Read(Encoding.UTF8.GetBytes(text + "\n"), "text.md").Document.ShouldNotBeNull();
        var speaker = document.Statements.First(s => s.Text.Contains(words, StringComparison.Ordinal)).Speaker;
        return speaker.Role is SpeakerRole.Quoted or SpeakerRole.Interviewee ? speaker.Name : null;
    }
}
