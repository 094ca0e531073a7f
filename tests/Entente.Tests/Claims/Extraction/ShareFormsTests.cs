namespace Entente.Tests.Claims.Extraction;

/// <summary>Shares whose whole stands before the figure, in a role's noun, in the share told before, or is left to the reader.</summary>
public sealed class ShareFormsTests
{
    [Theory]
    [InlineData(
        "Of Turkey's gas imports in 2023, 42 percent came from Russia, 21 percent from Azerbaijan and 11 percent from Iran.",
        "2024-03-10",
        "share(imports(RUS -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 42% ; share(imports(AZE -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 21% ; share(imports(IRN -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 11%"
    )]
    [InlineData(
        "Russia (42 percent), Azerbaijan (21 percent) and Iran (11 percent) were Turkey's main gas suppliers in 2023.",
        "2024-03-10",
        "share(imports(RUS -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 42% ; share(imports(AZE -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 21% ; share(imports(IRN -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 11%"
    )]
    [InlineData(
        "Turkey relies on Russia for 42 percent of its gas imports.",
        "2024-03-10",
        "share(imports(RUS -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 42%"
    )]
    [InlineData(
        "Turkey's dependence on Russian gas reached 42 percent in 2023.",
        "2024-03-10",
        "share(imports(RUS -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 42%"
    )]
    [InlineData(
        "Azerbaijan has a 21 percent share of Turkey's gas imports.",
        "2024-03-10",
        "share(imports(AZE -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 21%"
    )]
    [InlineData(
        "Mexico's share of US imports climbed to 15.4 percent in 2023, overtaking China's, which fell to 13.9 percent.",
        "2024-03-10",
        "share(imports(MEX -> USA), of: imports(USA), 2023) = 15.4% ; share(imports(CHN -> USA), of: imports(USA), 2023) = 13.9%"
    )]
    [InlineData(
        "Mexico made up 15.4 percent of US goods imports in 2023, while China made up 13.9 percent.",
        "2024-03-10",
        "share(imports(MEX -> USA), of: imports(USA), 2023) = 15.4% ; share(imports(CHN -> USA), of: imports(USA), 2023) = 13.9%"
    )]
    [InlineData(
        "US imports from China, 13.9 percent of the total in 2023, fell by a fifth.",
        "2024-03-10",
        "share(imports(CHN -> USA), of: imports(USA), 2023) = 13.9% ; growth(imports(CHN -> USA), 2023) ~ -20%"
    )]
    [InlineData(
        "Imports from Iran accounted for 0.7 percent of Turkey's total imports in 2023.",
        "2024-03-10",
        "share(imports(IRN -> TUR), of: imports(TUR), 2023) = 0.7%"
    )]
    [InlineData(
        "Copper's share of Chilean exports to China was 55 percent in 2023.",
        "2024-03-10",
        "share(exports(CHL -> CHN, copper), of: exports(CHL -> CHN), 2023) = 55%"
    )]
    [InlineData(
        "China's imports from Chile (copper 55 percent, lithium 15 percent) reached $43 billion in 2023.",
        "2024-03-10",
        "share(imports(CHL -> CHN, copper), of: imports(CHL -> CHN), 2023) = 55% ; share(imports(CHL -> CHN, lithium), of: imports(CHL -> CHN), 2023) = 15% ; imports(CHL -> CHN, 2023) = 43e9 USD"
    )]
    [InlineData(
        "Chile exported $24 billion worth of copper to China in 2023, or 55 percent of its total exports to the country.",
        "2024-03-10",
        "exports(CHL -> CHN, copper, 2023) = 24e9 USD ; share(exports(CHL -> CHN, copper), of: exports(CHL -> CHN), 2023) = 55%"
    )]
    [InlineData(
        "Ukraine accounted for 25 percent of Egypt's wheat imports in 2021 and Russia for 60 percent.",
        "2023-08-15",
        "share(imports(UKR -> EGY, wheat), of: imports(EGY, wheat), 2021) = 25% ; share(imports(RUS -> EGY, wheat), of: imports(EGY, wheat), 2021) = 60%"
    )]
    [InlineData(
        "China's share of South Korea's exports slipped below 20 percent in the first half of 2023.",
        "2023-08-15",
        "share(exports(KOR -> CHN), of: exports(KOR), 2023-H1) < 20%"
    )]
    [InlineData(
        "The proportion of South Korean exports going to China fell from 25.3 percent in 2021 to 22.8 percent in 2022.",
        "2023-08-15",
        "share(exports(KOR -> CHN), of: exports(KOR), 2021) = 25.3% ; share(exports(KOR -> CHN), of: exports(KOR), 2022) = 22.8%"
    )]
    [InlineData("Copper, iron ore and fishmeal made up 85 percent of Peruvian exports to China in 2022.", "2023-08-15", "")]
    [InlineData(
        "Algeria supplied Italy with 23.5 billion cubic metres of gas in 2022, 40 percent of its imports.",
        "2023-08-15",
        "volume(DZA -> ITA, natural_gas, 2022) = 23.5 bcm ; share(imports(DZA -> ITA, natural_gas), of: imports(ITA, natural_gas), 2022) = 40%"
    )]
    [InlineData(
        "The US supplied 78 percent of Saudi Arabia's arms in 2018–22, followed by France with 6.4 percent.",
        "2023-08-15",
        "arms_import_share(USA -> SAU, 2018..2022) = 78% ; arms_import_share(FRA -> SAU, 2018..2022) = 6.4%"
    )]
    [InlineData(
        "Russia provides Hungary with 80 percent of its gas.",
        "2023-08-15",
        "share(imports(RUS -> HUN, natural_gas), of: imports(HUN, natural_gas), 2022) = 80%"
    )]
    [InlineData(
        "Russia accounts for 35 percent of Armenia's foreign trade and 40 percent of its exports.",
        "2023-08-15",
        "share(trade(ARM, RUS), of: trade(ARM), 2022) = 35% ; share(exports(ARM -> RUS), of: exports(ARM), 2022) = 40%"
    )]
    [InlineData(
        "France's share of German imports rose by two percentage points between 2019 and 2023.",
        "2024-04-25",
        "change(share(imports(FRA -> DEU), of: imports(DEU)), 2023, since: 2019) = 2 pp"
    )]
    public void A_sentence_asserts(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
