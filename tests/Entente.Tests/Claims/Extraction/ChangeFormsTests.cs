namespace Entente.Tests.Claims.Extraction;

/// <summary>Changes told by verbs, by nouns before and behind their measure, by the ends they went between, and without figures.</summary>
public sealed class ChangeFormsTests
{
    [Theory]
    [InlineData(
        "A 16.5 percent jump in sales to China lifted Brazil's exports to $104.3 billion in 2023.",
        "2024-03-10",
        "growth(exports(BRA -> CHN), 2023) = 16.5% ; exports(BRA -> CHN, 2023) = 104.3e9 USD"
    )]
    [InlineData(
        "A drop of 65 percent was recorded in US exports to Russia in 2023.",
        "2024-03-10",
        "growth(exports(USA -> RUS), 2023) = -65%"
    )]
    [InlineData("The fall in US exports to Russia was 65 percent in 2023.", "2024-03-10", "growth(exports(USA -> RUS), 2023) = -65%")]
    [InlineData(
        "A rise of 17 percent took Australia's exports to China to A$219 billion in 2023.",
        "2024-03-10",
        "growth(exports(AUS -> CHN), 2023) = 17% ; exports(AUS -> CHN, 2023) = 219e9 AUD"
    )]
    [InlineData(
        "Chinese exports to Australia fell for the second year running, by 5 percent, in 2023.",
        "2024-03-10",
        "growth(exports(CHN -> AUS), 2023) = -5%"
    )]
    [InlineData(
        "Russia shipped 107 million tonnes of crude to China in 2023, a 24 percent increase on 2022.",
        "2024-03-10",
        "volume(RUS -> CHN, crude_oil, 2023) = 107e6 tonne ; growth(volume(RUS -> CHN, crude_oil), 2023) = 24%"
    )]
    [InlineData("US exports to Russia fell 65 percent year on year in 2023.", "2024-03-10", "growth(exports(USA -> RUS), 2023) = -65%")]
    [InlineData(
        "South Korea's exports to China dropped 26 percent on the year in the first six months of 2023.",
        "2023-08-15",
        "growth(exports(KOR -> CHN), 2023-01..2023-06) = -26%"
    )]
    [InlineData(
        "Arms imports by Saudi Arabia fell by 8.7 percent between 2013–17 and 2018–22.",
        "2023-08-15",
        "growth(imports(SAU, arms), 2018..2022, since: 2013..2017) = -8.7%"
    )]
    [InlineData("Brazilian exports to Argentina rose in 2022.", "2023-08-15", "growth(exports(BRA -> ARG), 2022) > 0%")]
    [InlineData("Trade between Brazil and Argentina did not grow in 2022.", "2023-08-15", "")]
    [InlineData(
        "Sweden's exports to Norway rose 12% last year. Imports were up 21%.",
        "2023-08-15",
        "growth(exports(SWE -> NOR), 2022) = 12% ; growth(imports(NOR -> SWE), 2022) = 21%"
    )]
    [InlineData(
        "Trade between Norway and Poland fell in 2023 to its lowest level since 2019.",
        "2024-04-25",
        "lowest(trade(NOR, POL), at: 2023, since: 2019)"
    )]
    [InlineData(
        "Between 2017 and 2022 trade between Vietnam and Cambodia almost tripled, from $3.8 billion to $10.6 billion.",
        "2023-08-15",
        "growth(trade(VNM, KHM), 2022, since: 2017) ~ 200% ; trade(VNM, KHM, 2017) = 3.8e9 USD ; trade(VNM, KHM, 2022) = 10.6e9 USD"
    )]
    public void A_sentence_asserts(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
