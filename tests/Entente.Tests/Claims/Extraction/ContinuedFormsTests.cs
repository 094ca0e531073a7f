using Shouldly;

namespace Entente.Tests.Claims.Extraction;

/// <summary>Lists that go on in the next sentence, subjects of their own before a verb of change, wholes told beside or behind their parts.</summary>
public sealed class ContinuedFormsTests
{
    [Theory]
    [InlineData(
        "Turkey’s best customer in 2022 was Germany with $21.1 billion. Iraq came second ($13.8 billion), Italy third ($12.4 billion).",
        "2023-03-10",
        "rank(DEU, among: buyers(TUR), by: exports, 2022) = 1 ; exports(TUR -> DEU, 2022) = 21.1e9 USD ; rank(IRQ, among: buyers(TUR), by: exports, 2022) = 2 ; exports(TUR -> IRQ, 2022) = 13.8e9 USD ; rank(ITA, among: buyers(TUR), by: exports, 2022) = 3 ; exports(TUR -> ITA, 2022) = 12.4e9 USD"
    )]
    [InlineData(
        "Belgian exports to Spain totalled €14.2 billion in 2022. Those to Portugal amounted to €2.1 billion and those to Greece to €1.9 billion.",
        "2023-03-10",
        "exports(BEL -> ESP, 2022) = 14.2e9 EUR ; exports(BEL -> PRT, 2022) = 2.1e9 EUR ; exports(BEL -> GRC, 2022) = 1.9e9 EUR"
    )]
    [InlineData(
        "Japan took 0.9 million barrels a day of Saudi crude in 2022. South Korea received 0.8 million.",
        "2023-03-10",
        "volume(SAU -> JPN, crude_oil, 2022) = 0.9e6 barrel/day ; volume(SAU -> KOR, crude_oil, 2022) = 0.8e6 barrel/day"
    )]
    [InlineData(
        "Brazil spent $20 billion on its military in 2022. Colombia was next with $9.9 billion; Mexico came third with $8.5 billion.",
        "2023-05-10",
        "military_expenditure(BRA, 2022) = 20e9 USD ; military_expenditure(COL, 2022) = 9.9e9 USD ; military_expenditure(MEX, 2022) = 8.5e9 USD"
    )]
    [InlineData("A Spanish firm earned €3 billion in Mexico. An Italian rival followed with €2 billion.", "2023-03-10", "")]
    public void A_list_goes_on_in_the_next_sentence(string text, string published, string assertions) => Check(text, published, assertions);

    [Theory]
    [InlineData(
        "Greek imports from Egypt rose 9 percent in 2021; plastics rose 31 percent to $120 million.",
        "2022-03-10",
        "growth(imports(EGY -> GRC), 2021) = 9% ; growth(imports(EGY -> GRC, plastics), 2021) = 31% ; imports(EGY -> GRC, plastics, 2021) = 120e6 USD"
    )]
    [InlineData(
        "Israel imported goods worth $4.1 billion from Italy in 2021. The rise was led by cement and ceramics, and household fittings rose 43 percent to $90 million.",
        "2022-03-10",
        "imports(ITA -> ISR, 2021) = 4.1e9 USD"
    )]
    [InlineData("Palm oil aside, Indian imports from Thailand fell 4 percent in 2022.", "2023-03-10", "")]
    public void A_noun_before_the_verb_takes_the_figure(string text, string published, string assertions) =>
        Check(text, published, assertions);

    [Theory]
    [InlineData(
        "Slovenia’s trade with Croatia was €7.1 billion in 2022, out of a total of €106 billion.",
        "2023-03-10",
        "trade(SVN, HRV, 2022) = 7.1e9 EUR ; trade(SVN, 2022) = 106e9 EUR"
    )]
    [InlineData(
        "Uruguay sold Brazil goods worth $1.9 billion in 2022; its exports as a whole stood at $11.2 billion.",
        "2023-03-10",
        "exports(URY -> BRA, 2022) = 1.9e9 USD ; exports(URY, 2022) = 11.2e9 USD"
    )]
    [InlineData(
        "Trade with Germany made up 20 percent of Denmark’s total in 2021.",
        "2022-03-10",
        "share(trade(DNK, DEU), of: trade(DNK), 2021) = 20%"
    )]
    [InlineData(
        "Of Ghana’s exports to Switzerland, gold made up 88 percent in 2021.",
        "2022-03-10",
        "share(exports(GHA -> CHE, gold), of: exports(GHA -> CHE), 2021) = 88%"
    )]
    [InlineData(
        "The flow of goods from Poland to Ukraine swelled to $9.9 billion in 2022.",
        "2023-03-10",
        "exports(POL -> UKR, 2022) = 9.9e9 USD"
    )]
    [InlineData(
        "The United States ran deficits of $65 billion with Japan and $39 billion with South Korea in 2022.",
        "2023-03-10",
        "balance(USA, JPN, 2022) = -65e9 USD ; balance(USA, KOR, 2022) = -39e9 USD"
    )]
    public void A_whole_stands_beside_or_behind_its_part(string text, string published, string assertions) =>
        Check(text, published, assertions);

    [Theory]
    [InlineData(
        "Moroccan exports to Turkey did not exceed 7.1 billion dirhams in 2021.",
        "2022-03-10",
        "exports(MAR -> TUR, 2021) <= 7.1e9 MAD"
    )]
    [InlineData(
        "Mexico’s exports to Canada went from 29 thousand 58 million dollars in 2021 to 30 thousand 111 million dollars in 2022.",
        "2023-03-10",
        "exports(MEX -> CAN, 2021) = 29058e6 USD ; exports(MEX -> CAN, 2022) = 30111e6 USD"
    )]
    public void Currencies_that_share_a_name_and_numbers_of_two_scales(string text, string published, string assertions) =>
        Check(text, published, assertions);

    [Theory]
    [InlineData("Argentina, South America’s second largest economy, sold Brazil goods worth $11.9 billion in 2021.", "rank(")]
    [InlineData("For most of 2021 Mexico was the largest trading partner of the United States.", "2021) = 1")]
    public void A_place_in_a_region_or_for_a_part_of_a_year_is_no_place_in_the_world(string text, string not)
    {
        foreach (var assertion in Assertions.Of(text, "2022-03-10"))
            assertion.ShouldNotContain(not);
    }

    private static void Check(string text, string published, string assertions) =>
        Assertions
            .Of(text, published)
            .Select(a => a.Replace(" ~ ", " = ", StringComparison.Ordinal))
            .Where(a => !a.StartsWith("growth(", StringComparison.Ordinal) || !a.EndsWith("0%", StringComparison.Ordinal))
            .ShouldBe(assertions.Length == 0 ? [] : assertions.Split(" ; "), ignoreOrder: true);
}
