using Entente.Claims.Language;

namespace Entente.Tests.Claims.Extraction;

/// <summary>What the frames of single matters make of sentences: every construction on several pairs, and sentences that only look like one.</summary>
public sealed class MatterFramesTests
{
    [Theory]
    [InlineData("Germany's economy reached $4.5 trillion in 2023 and Italy's $2.3 trillion.", "gdp(ITA, 2023) = 2.3e12 USD")]
    [InlineData("The American economy was worth $27 trillion in 2023, against $17.8 trillion for China.", "gdp(CHN, 2023) = 17.8e12 USD")]
    [InlineData("France spent $61 billion on defence in 2023, Germany $67 billion.", "military_expenditure(DEU, 2023) = 67e9 USD")]
    [InlineData("Turkey exported $5 billion to Russia in 2023 and $8 billion to Iraq.", "exports(TUR -> IRQ, 2023) = 8e9 USD")]
    [InlineData(
        "South Korea's exports to China came to $125 billion in 2023, those to Japan to $29 billion.",
        "exports(KOR -> JPN, 2023) = 29e9 USD"
    )]
    [InlineData("India's trade with China was $118 billion in 2023, Japan's $266 billion.", "trade(JPN, CHN, 2023) = 266e9 USD")]
    [InlineData(
        "Japan held $1.1 trillion of Treasuries in October 2024, China $760 billion and Ireland $330 billion.",
        "holdings(IRL -> USA, 2024-10) = 330e9 USD"
    )]
    [InlineData(
        "There were 84 million people living in Germany in 2023, against 68 million in France.",
        "population(FRA, 2023) = 68e6 persons"
    )]
    [InlineData(
        "In 2023 China bought 107 million tonnes of crude from Russia and 86 million tonnes from Saudi Arabia.",
        "volume(SAU -> CHN, crude_oil, 2023) = 86e6 tonne"
    )]
    [InlineData(
        "Of the €40 billion that Germany spent on Norwegian imports in 2023, €34 billion was for energy.",
        "imports(NOR -> DEU, energy, 2023) = 34e9 EUR"
    )]
    public void A_figure_without_a_measure_takes_that_of_the_one_before(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("China's GDP reached $17.8 trillion in 2023, while Russia paid $2 billion for drones.")]
    [InlineData("China's GDP reached $17.8 trillion in 2023, and Freedonia's $2 trillion.")]
    [InlineData("France lent Greece $5 billion and Italy $3 billion.")]
    [InlineData("Australia sold China goods worth $145 billion in 2023 and Brazil $104 billion.")]
    public void A_figure_of_another_matter_is_not_given_to_the_one_before(string text) =>
        Of(text).Count.ShouldBeLessThanOrEqualTo(1, string.Join(" | ", Of(text)));

    [Theory]
    [InlineData("The UK economy, at $3.34 trillion in 2023, was smaller than India's $3.57 trillion.", "gdp(GBR, 2023) < gdp(IND, 2023)")]
    [InlineData("Brazil's economy was smaller than Italy's in 2023.", "gdp(BRA, 2023) < gdp(ITA, 2023)")]
    [InlineData(
        "Saudi Arabia spent more on defence than Israel and Iran combined in 2023.",
        "military_expenditure(SAU, 2023) > military_expenditure(ISR, 2023) + military_expenditure(IRN, 2023)"
    )]
    [InlineData("Trade with Japan was lower in 2022 than Korea's trade with China.", "trade(JPN, KOR, 2022) < trade(KOR, CHN, 2022)")]
    [InlineData("Germany's exports to Poland exceeded those to China in 2024.", "exports(DEU -> POL, 2024) > exports(DEU -> CHN, 2024)")]
    [InlineData(
        "France exported more arms than China between 2019 and 2023.",
        "arms_export_share(FRA, 2019..2023) > arms_export_share(CHN, 2019..2023)"
    )]
    [InlineData(
        "Kenya's exports to Uganda were $900 million in 2023, more than those to Tanzania.",
        "exports(KEN -> UGA, 2023) > exports(KEN -> TZA, 2023)"
    )]
    [InlineData(
        "Turkey bought more Russian gas than Hungary in 2023.",
        "imports(RUS -> TUR, natural_gas, 2023) > imports(RUS -> HUN, natural_gas, 2023)"
    )]
    public void Levels_are_compared_without_a_number(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData(
        "China's military budget was more than three times India's in 2024.",
        "military_expenditure(CHN, 2024) / military_expenditure(IND, 2024) > 3"
    )]
    [InlineData("Poland's economy was a fifth the size of Germany's in 2023.", "gdp(POL, 2023) / gdp(DEU, 2023) ~ 20%")]
    [InlineData("Canada's economy was 8 percent as large as America's in 2022.", "gdp(CAN, 2022) / gdp(USA, 2022) = 8%")]
    [InlineData("In 2023 the British economy was one and a half times as large as the Italian.", "gdp(GBR, 2023) / gdp(ITA, 2023) = 1.5")]
    [InlineData("Italy's economy was 20 percent smaller than France's in 2023.", "gdp(ITA, 2023) / gdp(FRA, 2023) = 80%")]
    [InlineData(
        "In 2023 Russia had twelve times as many nuclear warheads as China.",
        "nuclear_warheads(RUS, 2023) / nuclear_warheads(CHN, 2023) = 12"
    )]
    [InlineData(
        "Egypt imported twice as much from China as from Turkey in 2023.",
        "imports(CHN -> EGY, 2023) / imports(TUR -> EGY, 2023) = 2"
    )]
    [InlineData(
        "Mexico sold the United States twice as much as it bought from it in 2023.",
        "exports(MEX -> USA, 2023) / imports(USA -> MEX, 2023) = 2"
    )]
    [InlineData(
        "Chinese exports to Russia were nearly twice as large in 2023 as in 2021.",
        "exports(CHN -> RUS, 2023) / exports(CHN -> RUS, 2021) ~ 2"
    )]
    [InlineData(
        "Israel spent $17 billion more on defence than Iran in 2023.",
        "military_expenditure(ISR, 2023) - military_expenditure(IRN, 2023) = 17e9 USD"
    )]
    [InlineData(
        "In January 2024 India had two more nuclear warheads than Pakistan.",
        "nuclear_warheads(IND, 2024-01) - nuclear_warheads(PAK, 2024-01) = 2"
    )]
    public void Ratios_and_differences_have_two_sides(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("The talks lasted three times as long as China's.")]
    [InlineData("Mexico is a bigger market for American corn than Japan.")]
    [InlineData("If Germany's economy were larger than Japan's, it would matter.")]
    [InlineData("Finland's GDP is not larger than Sweden's.")]
    [InlineData("The company sold three times as many cars in China as in Germany.")]
    [InlineData("Russia and China together have a smaller economy than the United States.")]
    [InlineData("The euro rose more than the yen.")]
    public void What_is_no_comparison_of_measures_is_none(string text) => Of(text).ShouldBeEmpty();

    [Theory]
    [InlineData("Brazil's population reached 203 million in 2022.", "population(BRA, 2022) = 203e6 persons")]
    [InlineData("Ghana, whose population stood at 33.5 million in 2022, grows fast.", "population(GHA, 2022) = 33.5e6 persons")]
    [InlineData("In 2023 Turkey, a nation of 85 million, held two elections.", "population(TUR, 2023) = 85e6 persons")]
    [InlineData("Poland had 37 million inhabitants in 2023.", "population(POL, 2023) = 37e6 persons")]
    [InlineData("Mexico's population grew from 110 million in 2010 to 128 million in 2023.", "population(MEX, 2010) = 110e6 persons")]
    [InlineData("With 84 million inhabitants in 2023, Germany is a large market.", "population(DEU, 2023) = 84e6 persons")]
    [InlineData("The population of France rose to 68 million in 2023.", "population(FRA, 2023) = 68e6 persons")]
    public void A_population_is_of_a_state(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("About 5 million people fled Ukraine in 2022.")]
    [InlineData("Russia's Muslim population is about 20 million.")]
    [InlineData("Moscow, a city of 13 million people, was hit by drones.")]
    [InlineData("About 3 million people of Turkish origin live in Germany.")]
    [InlineData("Ukraine lost 10 million people after 2014.")]
    public void Some_people_are_no_population(string text) => Of(text).ShouldBeEmpty();

    [Theory]
    [InlineData("China's Treasury holdings dropped below $800 billion in 2024.", "holdings(CHN -> USA, 2024) < 800e9 USD")]
    [InlineData(
        "Some $1.06 trillion of U.S. Treasury bonds were held by Japan in December 2024.",
        "holdings(JPN -> USA, 2024-12) ~ 1.06e12 USD"
    )]
    [InlineData(
        "India's foreign-exchange reserves stood at $640 billion in December 2024.",
        "central_bank_reserves(IND, 2024-12) = 640e9 USD"
    )]
    [InlineData(
        "Germany has allocated €10.2 billion in military aid to Ukraine between January 2022 and April 2024, Britain €8.8 billion.",
        "aid_allocated(GBR -> UKR, military, 2022-01..2024-04) = 8.8e9 EUR"
    )]
    [InlineData(
        "Washington's military aid allocations to Ukraine came to €43.1 billion between January 2022 and February 2024.",
        "aid_allocated(USA -> UKR, military, 2022-01..2024-02) = 43.1e9 EUR"
    )]
    [InlineData("Germany committed €17 billion in aid to Ukraine by April 2024.", "aid_committed(DEU -> UKR, 2022-01..2024-04) = 17e9 EUR")]
    public void Money_held_and_given(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("China sold $50 billion of Treasuries in 2024.")]
    [InlineData("The frozen reserves of Russia amount to $300 billion.")]
    public void Debt_sold_and_reserves_frozen_are_no_stocks(string text) => Of(text).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "A barrel of Brent cost $77.91 on average in January 2024 and $73.86 in December 2024.",
        "price(brent, 2024-12) = 73.86 USD/barrel"
    )]
    [InlineData("Urals sold below the price cap of $60 in January 2023.", "price(urals, 2023-01) < 60 USD/barrel")]
    [InlineData("Urals traded at a discount of $15 to Brent in 2023.", "price(brent, 2023) - price(urals, 2023) = 15 USD/barrel")]
    [InlineData(
        "The gap between Brent and Urals was $11 in December 2024.",
        "price(brent, 2024-12) - price(urals, 2024-12) = 11 USD/barrel"
    )]
    [InlineData("Urals traded above the $60 cap in the summer of 2023.", "price(urals, 2023-06..2023-08) > 60 USD/barrel")]
    [InlineData(
        "The EU capped the price of Russian crude at $60 a barrel in December 2022.",
        "price_cap(EU -> RUS, crude_oil, 2022-12) = 60 USD/barrel"
    )]
    [InlineData(
        "In February 2023 the EU set a ceiling of $100 a barrel on Russian diesel.",
        "price_cap(EU -> RUS, oil_products, 2023-02) = 100 USD/barrel"
    )]
    public void Prices_and_caps(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData(
        "Iran delivered 1.1 million barrels of oil a day to China in 2023.",
        "volume(IRN -> CHN, crude_oil, 2023) = 1.1e6 barrel/day"
    )]
    [InlineData("China took 8 million tonnes of LNG from Russia in 2023.", "volume(RUS -> CHN, lng, 2023) = 8e6 tonne")]
    [InlineData(
        "Gas flows via the Power of Siberia reached 22.7 bcm in 2023.",
        "volume(RUS -> CHN, pipeline_gas_power_of_siberia, 2023) = 22.7 bcm"
    )]
    [InlineData(
        "Norway supplied 109 bcm of gas to the EU in 2023, the United States 56 bcm.",
        "volume(USA -> EU, natural_gas, 2023) = 56 bcm"
    )]
    [InlineData("Turkey's imports of Russian coal rose to 17 million tonnes in 2023.", "volume(RUS -> TUR, coal, 2023) = 17e6 tonne")]
    public void Volumes_of_goods(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("The Power of Siberia pipeline has a capacity of 38 bcm a year.")]
    [InlineData("Saudi Arabia produces 9 million barrels of oil a day.")]
    [InlineData("Russia cut output by 500,000 barrels a day in March 2023.")]
    public void What_could_flow_or_is_produced_is_no_trade(string text) => Of(text).ShouldBeEmpty();

    [Theory]
    [InlineData(
        "Some 95 percent of trade between India and Russia was settled in national currencies in 2023.",
        "settlement_share(IND, RUS, rub_cny, 2023) ~ 95%"
    )]
    [InlineData("In 2024 the dollar's share in Russian export payments was 10 percent.", "settlement_share(RUS, usd, 2024) = 10%")]
    [InlineData(
        "Yuan payments made up 40 percent of Russia's imports in 2023, up from 4 percent in 2021.",
        "settlement_share(RUS, cny, 2021) = 4%"
    )]
    public void Settlement_by_currency(string text, string assertion) => Asserts(text, assertion);

    private static void Asserts(string text, string assertion) => Of(text).Select(Canonical).ShouldContain(Canonical(assertion));

    private static string Canonical(string assertion) =>
        ClaimParser.Parse(assertion).Expression is { } expression ? ClaimPrinter.Print(expression) : assertion;

    private static List<string> Of(string text) =>
        [
            .. Installation
                .Extract(text, Period.OfDay(new LocalDate(2025, 3, 1)))
                .Extraction.Claims.Select(c => c.Assertion)
                .OfType<string>(),
        ];
}
