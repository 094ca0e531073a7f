namespace Entente.Tests.Claims.Extraction;

/// <summary>Duties from either side, prices and caps, ratios and orders of two quantities.</summary>
public sealed class TariffAndComparisonFormsTests
{
    [Theory]
    [InlineData(
        "Chinese electric vehicles face a tariff of 100 percent in the United States.",
        "2024-03-10",
        "tariff_rate(USA -> CHN, electric_vehicles) = 100%"
    )]
    [InlineData("Chinese steel is subject to a 25 percent US tariff.", "2024-03-10", "tariff_rate(USA -> CHN, steel, 2023) = 25%")]
    [InlineData(
        "American cars entering the EU are subject to a duty of 10 percent.",
        "2023-08-15",
        "tariff_rate(EU -> USA, cars, 2022) = 10%"
    )]
    [InlineData("China raised duties on Canadian canola to 100 percent in 2025.", "2023-08-15", "")]
    [InlineData(
        "In 2023 China's military spending was nearly six times Japan's.",
        "2024-04-25",
        "military_expenditure(CHN, 2023) / military_expenditure(JPN, 2023) ~ 6"
    )]
    [InlineData(
        "China's trade with Australia is four times its trade with New Zealand.",
        "2024-03-10",
        "trade(CHN, AUS, 2023) / trade(CHN, NZL, 2023) = 4"
    )]
    [InlineData(
        "Canada's exports to the United States are three times larger than its exports to the rest of the world.",
        "2024-03-10",
        "exports(CAN -> USA, 2023) / exports(CAN -> WLD, 2023) = 3"
    )]
    [InlineData(
        "China buys more from Australia than it sells to it.",
        "2024-03-10",
        "imports(AUS -> CHN, 2023) > exports(CHN -> AUS, 2023)"
    )]
    [InlineData(
        "The United States spends more on defence than China.",
        "2023-08-15",
        "military_expenditure(USA, 2022) > military_expenditure(CHN, 2022)"
    )]
    [InlineData("Russia's GDP is smaller than Italy's.", "2023-08-15", "gdp(RUS, 2022) < gdp(ITA, 2022)")]
    [InlineData(
        "The United States spent $877 billion on its military in 2022, almost three times as much as China.",
        "2023-08-15",
        "military_expenditure(USA, 2022) = 877e9 USD ; military_expenditure(USA, 2022) / military_expenditure(CHN, 2022) ~ 3"
    )]
    public void A_sentence_asserts(string sentence, string published, string assertions) =>
        FrameSentence.Asserts(sentence, published, assertions);
}
