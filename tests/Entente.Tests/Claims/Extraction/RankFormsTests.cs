namespace Entente.Tests.Claims.Extraction;

/// <summary>Places among partners: told before and behind what they are among, lost, shared, followed, narrowed to a region.</summary>
public sealed class RankFormsTests
{
    [Theory]
    [InlineData("China lost its place as America's biggest supplier to Mexico in 2023.", "2024-03-10", "")]
    [InlineData(
        "Among Vietnam's trading partners, China ranked first in 2023.",
        "2024-03-10",
        "rank(CHN, among: partners(VNM), by: trade, 2023) = 1"
    )]
    [InlineData(
        "China ranks first among Vietnam's trading partners.",
        "2023-08-15",
        "rank(CHN, among: partners(VNM), by: trade, 2022) = 1"
    )]
    [InlineData(
        "Saudi Arabia came second among Egypt's trading partners in 2022, after China.",
        "2024-04-25",
        "rank(SAU, among: partners(EGY), by: trade, 2022) = 2"
    )]
    [InlineData(
        "Singapore was Malaysia's second-biggest export market in 2023, followed by the United States and China.",
        "2024-04-25",
        "rank(SGP, among: buyers(MYS), by: exports, 2023) = 2 ; rank(USA, among: buyers(MYS), by: exports, 2023) = 3 ; rank(CHN, among: buyers(MYS), by: exports, 2023) = 4"
    )]
    [InlineData(
        "Russia (42 percent), Azerbaijan (21 percent) and Iran (11 percent) were Turkey's main gas suppliers in 2023.",
        "2024-03-10",
        "share(imports(RUS -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 42% ; share(imports(AZE -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 21% ; share(imports(IRN -> TUR, natural_gas), of: imports(TUR, natural_gas), 2023) = 11%"
    )]
    [InlineData(
        "Italy's exports to the United States, its second-biggest market, rose 19 percent to €65 billion last year.",
        "2023-08-15",
        "rank(USA, among: buyers(ITA), by: exports, 2022) = 2 ; growth(exports(ITA -> USA), 2022) = 19% ; exports(ITA -> USA, 2022) = 65e9 EUR"
    )]
    [InlineData("Nigeria is India's largest supplier of crude in Africa.", "2023-08-15", "")]
    [InlineData(
        "Norway climbed to fourth place among Poland's suppliers in 2023.",
        "2024-04-25",
        "rank(NOR, among: suppliers(POL), by: imports, 2023) = 4"
    )]
    [InlineData(
        "No country spends more on its military than the United States.",
        "2024-04-25",
        "rank(USA, among: states, by: military_expenditure, 2023) = 1"
    )]
    [InlineData(
        "Morocco bought $5 billion worth of Spanish goods in 2023, more than from any other country.",
        "2024-04-25",
        "imports(ESP -> MAR, 2023) = 5e9 USD ; rank(ESP, among: suppliers(MAR), by: imports, 2023) = 1"
    )]
    public void A_sentence_asserts(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
