namespace Entente.Tests.Claims.Extraction;

/// <summary>Forms that articles on trade use and that were once read as somebody else's figure, another year's or all goods'.</summary>
public sealed class RealTextFormsTests
{
    [Theory]
    // A balance told as "balance of trade", and a deficit that grows.
    [InlineData(
        "Poland's positive balance of trade with Ukraine was 31 billion zlotys in 2023.",
        "2024-03-10",
        "balance(POL, UKR, 2023) = 31e9 PLN"
    )]
    [InlineData(
        "The US trade deficit with Vietnam increased by $16 billion in 2019.",
        "2020-11-01",
        "change(balance(USA, VNM), 2019) = -16e9 USD"
    )]
    // Targets told by a verb or behind the amount.
    [InlineData(
        "Trade between Greece and Turkey was $5.8 billion in 2023, but the two countries target $10 billion, an envoy said on Friday.",
        "2024-03-10",
        "trade(GRC, TUR, 2023) = 5.8e9 USD ; target(trade(GRC, TUR)) = 10e9 USD"
    )]
    // Goods that the catalogue does not know are not all goods.
    [InlineData("India's button imports from Bangladesh fell by 34 percent in 2023.", "2024-03-10", "")]
    [InlineData("Iran's exports of figurines to Saudi Arabia reached $14 million in 2022.", "2024-03-10", "")]
    [InlineData(
        "India's total imports from Bangladesh fell by 34 percent in 2023.",
        "2024-03-10",
        "growth(imports(BGD -> IND), 2023) = -34%"
    )]
    // A partner that nothing is known of is not all the world.
    [InlineData("Britain's exports to its allies were £340 billion in 2022.", "2024-03-10", "")]
    [InlineData("China's exports to Ruritania rose to $340 billion in 2022.", "2024-03-10", "")]
    [InlineData("Germany's imports from the neighbours reached $34 billion in 2022.", "2024-03-10", "")]
    [InlineData("China's exports to the world rose to $3,590 billion in 2022.", "2024-03-10", "exports(CHN, 2022) = 3590e9 USD")]
    [InlineData("Kenya's exports are expected to fall, though exports to March 2023 grew.", "2024-03-10", "")]
    // Whose fiscal year, and which one.
    [InlineData(
        "Bangladesh's imports from India declined to $11 billion in FY24 from $12.2 billion in FY23.",
        "2024-10-10",
        "imports(IND -> BGD, 2023-07..2024-06) = 11e9 USD ; imports(IND -> BGD, 2022-07..2023-06) = 12.2e9 USD"
    )]
    [InlineData(
        "India's imports from Bangladesh declined to $1.8 billion in FY24 (April-March) from $2 billion in the previous financial year.",
        "2024-05-10",
        "imports(BGD -> IND, 2023-04..2024-03) = 1.8e9 USD ; imports(BGD -> IND, 2022-04..2023-03) = 2e9 USD"
    )]
    [InlineData(
        "US imports from Vietnam grew between 2015 and 2019, rising by $17 billion to $66.7 billion in 2018–19 alone.",
        "2020-11-01",
        "change(imports(VNM -> USA), 2018..2019) = 17e9 USD ; imports(VNM -> USA, 2019) = 66.7e9 USD"
    )]
    // Parts of months and stretches of them.
    [InlineData(
        "Exports from South Korea to China fell 24 percent in the first 20 days of January 2023.",
        "2023-02-01",
        "growth(exports(KOR -> CHN)) = -24%"
    )]
    [InlineData(
        "Exports from South Korea to Japan shrank 38 percent on year to $3.9 billion in January 2012.",
        "2012-02-15",
        "growth(exports(KOR -> JPN), 2012-01) = -38% ; exports(KOR -> JPN, 2012-01) = 3.9e9 USD"
    )]
    [InlineData(
        "China imported 34 million tonnes of soybeans from Brazil until May 2023.",
        "2023-06-10",
        "volume(BRA -> CHN, soybeans, 2023-01..2023-05) = 34e6 tonne"
    )]
    [InlineData(
        "India's imports of Russian crude oil rose by 4.4 percent in April 2023 compared to the previous month.",
        "2023-05-23",
        "growth(imports(RUS -> IND, crude_oil), 2023-04, since: 2023-03) = 4.4%"
    )]
    // One buyer's part of a maker's arms exports is no part of the world's.
    [InlineData(
        "India received 30 percent of France's arms exports in 2018–22.",
        "2023-03-13",
        "share(exports(FRA -> IND, arms), of: exports(FRA, arms), 2018..2022) = 30%"
    )]
    // Suppliers are somebody's.
    [InlineData("Iraq is the third-biggest supplier.", "2023-04-09", "")]
    [InlineData(
        "In 2022 Iraq was the top oil supplier of India.",
        "2023-04-09",
        "rank(IRQ, among: suppliers(IND, crude_oil), by: imports, 2022) = 1"
    )]
    public void Is_read_as_written(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);

    [Fact]
    public void What_a_figure_came_down_from_is_not_what_the_text_goes_on_with() =>
        Assertions
            .Of(
                "India's exports to Brazil fell to $77 billion in 2023-24, down from $78 billion in 2022-23. "
                    + "Imports from Brazil saw a decline, standing at $40 billion.",
                "2024-05-13"
            )
            .ShouldContain("imports(BRA -> IND, 2023-04..2024-03) = 40e9 USD");

    [Fact]
    public void A_dollar_sign_names_no_state() =>
        Assertions
            .Of("Indonesia reached US$3 billion in exports to Australia in 2022.", "2023-08-22")
            .ShouldBe(["exports(IDN -> AUS, 2022) = 3e9 USD"]);
}
