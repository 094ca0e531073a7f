namespace Entente.Tests.Claims.Extraction;

/// <summary>Energy and trade where a figure leans on what stands beside it: units left unsaid, stand-ins, brackets, places, parts of what was just named.</summary>
public sealed class EnergyAndTradeFormsTests
{
    [Theory]
    [InlineData(
        "Italy bought 2.4 million tonnes of Russian coal in 2021, Spain 1.9 million and Greece 0.4 million.",
        "2023-03-10",
        "volume(RUS -> ITA, coal, 2021) = 2.4e6 tonne ; volume(RUS -> ESP, coal, 2021) = 1.9e6 tonne ; volume(RUS -> GRC, coal, 2021) = 0.4e6 tonne"
    )]
    [InlineData(
        "Norway's gas exports to Poland reached 6.3 billion cubic metres in 2023 (2022: 1.1 billion).",
        "2024-03-10",
        "volume(NOR -> POL, natural_gas, 2023) = 6.3 bcm ; volume(NOR -> POL, natural_gas, 2022) = 1.1 bcm"
    )]
    [InlineData(
        "Peru's exports to Japan rose 4 percent in 2023, while those to South Korea gained 9 percent.",
        "2024-03-10",
        "growth(exports(PER -> JPN), 2023) = 4% ; growth(exports(PER -> KOR), 2023) = 9%"
    )]
    [InlineData(
        "Danish exports rose 6 percent in March from a year earlier to $11 billion, those to Norway climbing 8 percent to $0.7 billion.",
        "2024-05-10",
        "growth(exports(DNK), 2024-03) = 6% ; exports(DNK, 2024-03) = 11e9 USD ; growth(exports(DNK -> NOR), 2024-03) = 8% ; exports(DNK -> NOR, 2024-03) = 0.7e9 USD"
    )]
    [InlineData(
        "Kenya's deficit with India grew by $300 million (15 percent) in 2023.",
        "2024-03-10",
        "change(balance(KEN, IND), 2023) = -300e6 USD ; growth(balance(KEN, IND), 2023) = 15%"
    )]
    [InlineData(
        "Exports of cars from Japan to Australia slid to 9.8 billion dollars in 2023 (minus 3.1 percent).",
        "2024-03-10",
        "exports(JPN -> AUS, cars, 2023) = 9.8e9 USD ; growth(exports(JPN -> AUS, cars), 2023) = -3.1%"
    )]
    [InlineData(
        "Egypt bought 14 percent fewer goods from Turkey in 2023 than in 2022.",
        "2024-03-10",
        "growth(imports(TUR -> EGY), 2023) = -14%"
    )]
    [InlineData(
        "In the first half of 2024, Turkish imports of Russian coal were 12 percent up on the same period a year ago.",
        "2024-08-10",
        "growth(imports(RUS -> TUR, coal), 2024-H1) = 12%"
    )]
    [InlineData(
        "Oil flows from Iraq to Turkey increased 5.5 percent in 2022.",
        "2023-03-10",
        "growth(exports(IRQ -> TUR, crude_oil), 2022) = 5.5%"
    )]
    [InlineData(
        "Some 1.4 million tonnes of coal reached Japan from Colombia in 2023.",
        "2024-03-10",
        "volume(COL -> JPN, coal, 2023) ~ 1.4e6 tonne"
    )]
    [InlineData(
        "Uganda plans to raise its oil exports to Kenya to 2 million tonnes by 2027.",
        "2024-03-10",
        "target(volume(UGA -> KEN, crude_oil), 2027) = 2e6 tonne"
    )]
    [InlineData(
        "Goods from Norway have faced an American tariff of 15 percent since August.",
        "2025-09-10",
        "tariff_rate(USA -> NOR, 2025-08) = 15%"
    )]
    [InlineData(
        "Since May 2, imports from India have been subject to a US tariff of 26 percent; India answered with 20 percent.",
        "2025-06-10",
        "tariff_rate(USA -> IND, 2025-05) = 26% ; tariff_rate(IND -> USA, 2025-05) = 20%"
    )]
    public void Amounts_and_changes(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);

    [Theory]
    [InlineData(
        "Canada provides 60 percent of Peru's wheat, 46 percent of its barley and 27 percent of its coal.",
        "2024-03-10",
        "share(imports(CAN -> PER, wheat), of: imports(PER, wheat), 2023) = 60% ; share(imports(CAN -> PER, barley), of: imports(PER, barley), 2023) = 46% ; share(imports(CAN -> PER, coal), of: imports(PER, coal), 2023) = 27%"
    )]
    [InlineData(
        "Qatar remained Pakistan's largest LNG supplier in 2023, covering 71 percent of imports.",
        "2024-03-10",
        "rank(QAT, among: suppliers(PAK, lng), by: imports, 2023) = 1 ; share(imports(QAT -> PAK, lng), of: imports(PAK, lng), 2023) = 71%"
    )]
    [InlineData(
        "Peru sends 36 percent of everything it sells abroad to China.",
        "2024-03-10",
        "share(exports(PER -> CHN), of: exports(PER), 2023) = 36%"
    )]
    [InlineData(
        "Japan was the destination of 11 percent of Chile's international sales in 2023, Brazil of 6 percent.",
        "2024-03-10",
        "share(exports(CHL -> JPN), of: exports(CHL), 2023) = 11% ; share(exports(CHL -> BRA), of: exports(CHL), 2023) = 6%"
    )]
    [InlineData(
        "Italy and Spain each accounted for 7 percent of France's trade in 2023.",
        "2024-03-10",
        "share(trade(FRA, ITA), of: trade(FRA), 2023) = 7% ; share(trade(FRA, ESP), of: trade(FRA), 2023) = 7%"
    )]
    [InlineData(
        "Zambia's exports consist mainly of copper, of which 40 percent went to Switzerland in 2022.",
        "2023-03-10",
        "share(exports(ZMB -> CHE, copper), of: exports(ZMB, copper), 2022) = 40%"
    )]
    [InlineData(
        "The share of coal from Australia in Japan's imports fell to 59 percent in 2023.",
        "2024-03-10",
        "share(imports(AUS -> JPN, coal), of: imports(JPN, coal), 2023) = 59%"
    )]
    [InlineData(
        "A third of Moldova's exports to Poland are toys.",
        "2024-03-10",
        "share(exports(MDA -> POL, toys), of: exports(MDA -> POL), 2023) ~ 33.3%"
    )]
    [InlineData("A third of Moldova's exports to Poland are trinkets.", "2024-03-10", "")]
    [InlineData(
        "In terms of trade with Brazil, India ranked fifth in 2023.",
        "2024-03-10",
        "rank(IND, among: partners(BRA), by: trade, 2023) = 5"
    )]
    [InlineData(
        "Ghana's biggest trading partner in 2023 was China, with India second and Switzerland third.",
        "2024-03-10",
        "rank(CHN, among: partners(GHA), by: trade, 2023) = 1 ; rank(IND, among: partners(GHA), by: trade, 2023) = 2 ; rank(CHE, among: partners(GHA), by: trade, 2023) = 3"
    )]
    [InlineData(
        "With exports of $38 billion the United States was Thailand's most important customer in 2022, ahead of China with $34 billion.",
        "2023-03-10",
        "exports(THA -> USA, 2022) = 38e9 USD ; rank(USA, among: buyers(THA), by: exports, 2022) = 1 ; exports(THA -> CHN, 2022) = 34e9 USD"
    )]
    public void Shares_and_places(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);

    [Theory]
    [InlineData("Egypt's imports of Israeli gas averaged 0.8 billion cubic feet a day in 2022.", "2023-03-10", "")]
    [InlineData("If the duty went to 50 percent, Brazil's exports of steel to the United States could halve.", "2025-06-10", "")]
    [InlineData(
        "Chinese electric cars made by one firm have been subject to an EU duty of 35.3 percent since October 2024.",
        "2025-06-10",
        ""
    )]
    public void What_is_not_asserted(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
