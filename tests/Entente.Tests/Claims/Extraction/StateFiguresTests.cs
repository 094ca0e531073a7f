namespace Entente.Tests.Claims.Extraction;

/// <summary>Figures of states as news tells them: reserves and debt held, output, arms, armies, places, memberships and offices.</summary>
public sealed class StateFiguresTests
{
    [Theory]
    // The figure in a bracket behind its state.
    [InlineData(
        "The economies of Brazil ($2.2 trillion) and Canada ($2.1 trillion) were much alike in 2023.",
        "2024-05-02",
        "gdp(BRA, 2023) = 2.2e12 USD ; gdp(CAN, 2023) = 2.1e12 USD"
    )]
    [InlineData(
        "The leading arms exporters in 2016–20 were Russia (20 percent) and France (8.2 percent).",
        "2021-03-15",
        "arms_export_share(RUS, 2016..2020) = 20% ; arms_export_share(FRA, 2016..2020) = 8.2%"
    )]
    // A stand-in for the measure; a figure of somebody unnamed.
    [InlineData(
        "The Italian economy was worth $2.3 trillion in 2023, the Spanish one $1.6 trillion.",
        "2024-05-02",
        "gdp(ITA, 2023) = 2.3e12 USD ; gdp(ESP, 2023) = 1.6e12 USD"
    )]
    [InlineData(
        "Qatar sat on foreign reserves of $68 billion in 2023, and its rival across the water on $120 billion.",
        "2024-05-02",
        "central_bank_reserves(QAT, 2023) = 68e9 USD"
    )]
    // Stocks, and what moves them.
    [InlineData(
        "Canada, with $340 billion, was among the larger holders of US Treasuries in May 2024.",
        "2024-07-20",
        "holdings(CAN -> USA, 2024-05) = 340e9 USD"
    )]
    [InlineData(
        "Tokyo cut its Treasury portfolio to $1.12 trillion in June 2024.",
        "2024-08-20",
        "holdings(JPN -> USA, 2024-06) = 1.12e12 USD"
    )]
    // Parts of the world's total.
    [InlineData(
        "Japan produced 4 percent of the world’s GDP in 2023, Brazil 2.1 percent.",
        "2024-05-02",
        "share(gdp(JPN), of: gdp(WLD), 2023) = 4% ; share(gdp(BRA), of: gdp(WLD), 2023) = 2.1%"
    )]
    [InlineData(
        "World military spending rose by 9.4 percent in 2024 to $2,718 billion.",
        "2025-04-28",
        "growth(military_expenditure(WLD), 2024) = 9.4% ; military_expenditure(WLD, 2024) = 2718e9 USD"
    )]
    [InlineData(
        "Italy’s share of world arms exports was 4.3 percent in 2019–23.",
        "2024-03-12",
        "arms_export_share(ITA, 2019..2023) = 4.3%"
    )]
    // Spending told with its share between the figure and what it went on.
    [InlineData(
        "Greece spent $7.7 billion, or 3.2 percent of its GDP, on its armed forces in 2023.",
        "2024-05-02",
        "military_expenditure(GRC, 2023) = 7.7e9 USD ; military_expenditure_gdp_share(GRC, 2023) = 3.2%"
    )]
    [InlineData(
        "Oslo plans to raise its defence budget to 3 percent of GDP in 2030.",
        "2025-04-02",
        "target(military_expenditure_gdp_share(NOR), 2030) = 3%"
    )]
    // A change in brackets, and one whose measure is a stand-in.
    [InlineData(
        "Russia’s arms exports fell sharply (–64 per cent) between 2015–19 and 2020–24.",
        "2025-03-11",
        "growth(exports(RUS, arms), 2020..2024, since: 2015..2019) = -64%"
    )]
    [InlineData(
        "France’s military spending rose by 6.1 percent in 2024, Spain’s crept up by 0.4 percent.",
        "2025-05-02",
        "growth(military_expenditure(FRA), 2024) = 6.1% ; growth(military_expenditure(ESP), 2024) = 0.4%"
    )]
    // The stretch before; one buyer's part of what is sold.
    [InlineData(
        "Vietnam got 68 percent of its weapons from Russia in 2016–20, down from 91 percent in the previous five years.",
        "2021-03-15",
        "arms_import_share(RUS -> VNM, 2016..2020) = 68% ; arms_import_share(RUS -> VNM, 2011..2015) = 91%"
    )]
    [InlineData(
        "Russian arms exports went mainly to India (38 percent) and China (17 percent) in 2020–24.",
        "2025-03-15",
        "share(exports(RUS -> IND, arms), of: exports(RUS, arms), 2020..2024) = 38% ; "
            + "share(exports(RUS -> CHN, arms), of: exports(RUS, arms), 2020..2024) = 17%"
    )]
    // Warheads behind a name, and supposed ones.
    [InlineData(
        "France has 290 nuclear warheads and Pakistan 170.",
        "2024-06-20",
        "nuclear_warheads(FRA, 2024) = 290 warheads ; nuclear_warheads(PAK, 2024) = 170 warheads"
    )]
    // Places.
    [InlineData(
        "Italy lost its place as the eighth-largest economy to Canada in 2022.",
        "2023-05-02",
        "rank(CAN, among: states, by: gdp, 2022) = 8"
    )]
    [InlineData(
        "Measured by purchasing power parity, India was the third-largest economy in 2023.",
        "2024-05-02",
        "rank(IND, among: states, by: gdp_ppp, 2023) = 3"
    )]
    [InlineData(
        "Analysts rank Spain eighth among arms exporters in 2019–23.",
        "2024-03-12",
        "rank(ESP, among: states, by: arms_export_share, 2019..2023) = 8"
    )]
    [InlineData(
        "Germany was Norway’s main arms supplier in 2017–21 (41 percent), followed by Italy with 22 percent.",
        "2022-03-15",
        "rank(DEU, among: suppliers(NOR), by: arms_import_share, 2017..2021) = 1 ; "
            + "arms_import_share(DEU -> NOR, 2017..2021) = 41% ; "
            + "rank(ITA, among: suppliers(NOR), by: arms_import_share, 2017..2021) = 2 ; arms_import_share(ITA -> NOR, 2017..2021) = 22%"
    )]
    [InlineData(
        "Since the start of the war Finland has allocated 2.3 billion euros of military aid to Ukraine.",
        "2024-11-06",
        "aid_allocated(FIN -> UKR, military, 2022-01..2024-11) = 2.3e9 EUR"
    )]
    // Memberships and offices.
    [InlineData(
        "Poland, a member of NATO since 1999 and of the EU since 2004, agrees.",
        "2024-05-02",
        "date(entry(POL, NATO)) = 1999 ; date(entry(POL, EU)) = 2004"
    )]
    [InlineData("Slovenia, in the EU since 2004, has a new premier.", "2022-06-02", "date(entry(SVN, EU)) = 2004")]
    [InlineData("Qatar walked out of OPEC in January 2019.", "2019-03-02", "date(exit(QAT, OPEC)) = 2019-01")]
    [InlineData("Mercosur, founded in March 1991, has five member states.", "2024-10-02", "count(members(MERCOSUR), 2024) = 5")]
    [InlineData("Narendra Modi came to power in May 2014.", "2019-05-02", "date(office(\"Narendra Modi\")) ~ 2014-05")]
    [InlineData("Donald Trump took office for a second time in January 2025.", "2025-03-02", "")]
    [InlineData(
        "Two years have now passed since Russia invaded Ukraine.",
        "2024-02-24",
        "years(event(ukraine_invasion_2022), 2024-02-24) = 2"
    )]
    public void Is_read_as_written(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
