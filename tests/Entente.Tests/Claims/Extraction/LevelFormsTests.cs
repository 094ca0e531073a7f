namespace Entente.Tests.Claims.Extraction;

/// <summary>Amounts of trade and spending in the words that texts put them in: verbs and nouns, asides, lists, second amounts that are somebody else's.</summary>
public sealed class LevelFormsTests
{
    [Theory]
    [InlineData("Goods worth $104.3 billion went from Brazil to China in 2023.", "2024-03-10", "exports(BRA -> CHN, 2023) = 104.3e9 USD")]
    [InlineData("Poland took in 90.6 billion euros of German goods in 2023.", "2024-03-10", "imports(DEU -> POL, 2023) = 90.6e9 EUR")]
    [InlineData("Poland received German goods worth 90.6 billion euros in 2023.", "2024-03-10", "imports(DEU -> POL, 2023) = 90.6e9 EUR")]
    [InlineData(
        "Brazil sold China $104.3 billion of goods in 2023 and bought $53.2 billion in return.",
        "2024-03-10",
        "exports(BRA -> CHN, 2023) = 104.3e9 USD ; imports(CHN -> BRA, 2023) = 53.2e9 USD"
    )]
    [InlineData(
        "German exports to Poland, which had been worth 87.5 billion euros a year earlier, came to 90.6 billion euros in 2023.",
        "2024-03-10",
        "exports(DEU -> POL, 2022) = 87.5e9 EUR ; exports(DEU -> POL, 2023) = 90.6e9 EUR"
    )]
    [InlineData(
        "Exports from Germany to Poland totaled 90.6 billion euros ($98 billion) in 2023.",
        "2024-03-10",
        "exports(DEU -> POL, 2023) = 90.6e9 EUR"
    )]
    [InlineData(
        "In 2023, US imports from Vietnam came to $114.4 billion while exports to Vietnam were just $9.8 billion.",
        "2024-03-10",
        "imports(VNM -> USA, 2023) = 114.4e9 USD ; exports(USA -> VNM, 2023) = 9.8e9 USD"
    )]
    [InlineData(
        "US-Vietnam trade totaled $124 billion in 2023, including $114.4 billion in US imports and $9.8 billion in US exports.",
        "2024-03-10",
        "trade(USA, VNM, 2023) = 124e9 USD ; imports(VNM -> USA, 2023) = 114.4e9 USD ; exports(USA -> VNM, 2023) = 9.8e9 USD"
    )]
    [InlineData(
        "South African exports to China, worth 11.8 billion dollars in 2023, were mostly gold, iron ore and platinum.",
        "2024-03-10",
        "exports(ZAF -> CHN, 2023) = 11.8e9 USD"
    )]
    [InlineData(
        "In trade with Vietnam, the United States recorded a deficit of $104.6 billion in 2023.",
        "2024-03-10",
        "balance(USA, VNM, 2023) = -104.6e9 USD"
    )]
    [InlineData(
        "The US deficit in goods trade with Vietnam narrowed by 10 percent to $104.6 billion in 2023.",
        "2024-03-10",
        "growth(balance(USA, VNM), 2023) = -10% ; balance(USA, VNM, 2023) = -104.6e9 USD"
    )]
    [InlineData(
        "With a military budget of $31.6 billion, Poland was the 14th-largest spender in 2023.",
        "2024-03-10",
        "military_expenditure(POL, 2023) = 31.6e9 USD ; rank(POL, among: states, by: military_expenditure, 2023) = 14"
    )]
    [InlineData("Poland allocated $31.6 billion to its military in 2023.", "2024-03-10", "military_expenditure(POL, 2023) = 31.6e9 USD")]
    [InlineData(
        "Ankara and Moscow have set a goal of $100 billion for their annual trade.",
        "2024-03-10",
        "target(trade(TUR, RUS)) = 100e9 USD"
    )]
    [InlineData(
        "Erdogan said the target for trade with Russia is $100 billion by 2030.",
        "2024-03-10",
        "target(trade(TUR, RUS), 100e9 USD) = 2030"
    )]
    [InlineData(
        "France's trade deficit with China widened to 46 billion euros in 2023 from 43 billion in 2022.",
        "2024-03-10",
        "balance(FRA, CHN, 2023) = -46e9 EUR ; balance(FRA, CHN, 2022) = -43e9 EUR"
    )]
    [InlineData(
        "From 2021 to 2023 US exports to Russia plunged 90 percent, from $6.4 billion to $600 million.",
        "2024-03-10",
        "growth(exports(USA -> RUS), 2023, since: 2021) = -90% ; exports(USA -> RUS, 2021) = 6.4e9 USD ; exports(USA -> RUS, 2023) = 600e6 USD"
    )]
    [InlineData(
        "China–Kenya trade turned over $8.5 billion in 2022, according to Chinese customs.",
        "2023-08-15",
        "trade(CHN, KEN, 2022) = 8.5e9 USD"
    )]
    [InlineData(
        "Italian sales in the United States rose 19 percent to €65 billion last year.",
        "2023-08-15",
        "growth(exports(ITA -> USA), 2022) = 19% ; exports(ITA -> USA, 2022) = 65e9 EUR"
    )]
    [InlineData(
        "The United States absorbed €65 billion of Italian exports in 2022, or 10.4 percent of the total.",
        "2023-08-15",
        "exports(ITA -> USA, 2022) = 65e9 EUR ; share(exports(ITA -> USA), of: exports(ITA), 2022) = 10.4%"
    )]
    [InlineData("French exporters sold €38 billion worth of goods to Spain in 2022.", "2023-08-15", "exports(FRA -> ESP, 2022) = 38e9 EUR")]
    [InlineData(
        "The Netherlands' exports to Germany fell by 4.2 percent, or €7 billion, in 2022.",
        "2023-08-15",
        "growth(exports(NLD -> DEU), 2022) = -4.2% ; change(exports(NLD -> DEU), 2022) = -7e9 EUR"
    )]
    [InlineData(
        "South Korea posted a deficit of $13.1 billion in trade with China in the first half of 2023.",
        "2023-08-15",
        "balance(KOR, CHN, 2023-H1) = -13.1e9 USD"
    )]
    [InlineData(
        "Imports from Russia grew 25 percent to ¥1.95 trillion in 2022, while exports slid 30 percent to ¥604 billion, Japan's Finance Ministry said.",
        "2023-08-15",
        "growth(imports(RUS -> JPN), 2022) = 25% ; imports(RUS -> JPN, 2022) = 1.95e12 JPY ; growth(exports(JPN -> RUS), 2022) = -30% ; exports(JPN -> RUS, 2022) = 604e9 JPY"
    )]
    [InlineData(
        "In 2023 Ghana imported $3.2 billion worth of goods from China and $1.1 billion from India.",
        "2024-04-25",
        "imports(CHN -> GHA, 2023) = 3.2e9 USD ; imports(IND -> GHA, 2023) = 1.1e9 USD"
    )]
    [InlineData(
        "In 2023 Ghana's imports from China came to $3.2 billion, those from India to $1.1 billion.",
        "2024-04-25",
        "imports(CHN -> GHA, 2023) = 3.2e9 USD ; imports(IND -> GHA, 2023) = 1.1e9 USD"
    )]
    [InlineData(
        "Britain's economy was worth $3.3 trillion in 2023, France's $3 trillion and Italy's $2.2 trillion.",
        "2024-04-25",
        "gdp(GBR, 2023) = 3.3e12 USD ; gdp(FRA, 2023) = 3e12 USD ; gdp(ITA, 2023) = 2.2e12 USD"
    )]
    [InlineData(
        "Spain counted 48.1 million residents in 2023, up from 47.4 million two years earlier.",
        "2024-03-10",
        "population(ESP, 2023) = 48.1e6 persons ; population(ESP, 2021) = 47.4e6 persons"
    )]
    [InlineData(
        "Kenya's population grew from 47.6 million in 2019 to 55.3 million in 2023.",
        "2024-04-25",
        "population(KEN, 2019) = 47.6e6 persons ; population(KEN, 2023) = 55.3e6 persons"
    )]
    [InlineData("India's exports to Nepal rose to $7 billion in FY24.", "2024-04-25", "exports(IND -> NPL, 2023-04..2024-03) = 7e9 USD")]
    [InlineData(
        "China still held U.S. Treasury securities worth $759 billion at the end of December 2024.",
        "2025-02-20",
        "holdings(CHN -> USA, 2024-12) = 759e9 USD"
    )]
    [InlineData(
        "Gazprom pumped 22.7 billion cubic metres of gas to China in 2023.",
        "2024-03-10",
        "volume(RUS -> CHN, natural_gas, 2023) = 22.7 bcm"
    )]
    [InlineData(
        "Egypt sold Turkey $4 billion worth of goods last year, including $1.8 billion of natural gas.",
        "2023-08-15",
        "exports(EGY -> TUR, 2022) = 4e9 USD ; exports(EGY -> TUR, natural_gas, 2022) = 1.8e9 USD"
    )]
    public void A_sentence_asserts(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
