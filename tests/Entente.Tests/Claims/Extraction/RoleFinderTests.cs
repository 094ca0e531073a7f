namespace Entente.Tests.Claims.Extraction;

/// <summary>Actors named by role stand for the one of the text that fits.</summary>
public sealed class RoleFinderTests
{
    [Theory]
    [InlineData(
        "Saudi Arabia sells its oil to China. The kingdom’s exports to China came to $64 billion in 2023.",
        "exports(SAU -> CHN, 2023) = 64e9 USD"
    )]
    [InlineData(
        "The European Union buys much. The bloc’s imports from China were worth €514 billion in 2023.",
        "imports(CHN -> EU, 2023) = 514e9 EUR"
    )]
    [InlineData(
        "Taiwan lives on chips. The island’s exports to the United States were worth $76 billion in 2023.",
        "exports(TWN -> USA, 2023) = 76e9 USD"
    )]
    [InlineData(
        "China and Russia trade more. China’s exports to its northern neighbour reached $111 billion in 2023.",
        "exports(CHN -> RUS, 2023) = 111e9 USD"
    )]
    public void A_role_stands_for_the_only_one_that_fits(string text, string expected) =>
        Assertions.Of(text, "2024-05-10").ShouldContain(expected);
}
