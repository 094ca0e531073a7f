using Entente.Claims.Language;

namespace Entente.Tests.Claims.Extraction;

/// <summary>Places, comparisons, shares and balances in the orders in which news puts them, and what only looks like one.</summary>
public sealed class WordOrderTests
{
    [Theory]
    [InlineData("Brazil's trade with Argentina exceeded its trade with Chile in 2022.", "trade(BRA, ARG, 2022) > trade(BRA, CHL, 2022)")]
    [InlineData("Sweden sells Norway far more than it buys from it in 2023.", "exports(SWE -> NOR, 2023) > imports(NOR -> SWE, 2023)")]
    [InlineData(
        "In 2023 Japan bought more coal from Australia than from Indonesia and Russia combined.",
        "imports(AUS -> JPN, coal, 2023) > imports(IDN -> JPN, coal, 2023) + imports(RUS -> JPN, coal, 2023)"
    )]
    [InlineData("No country sold more to Poland than Germany in 2023.", "rank(DEU, among: suppliers(POL), by: imports, 2023) = 1")]
    [InlineData("Italy's exports to Turkey exceeded its imports by $3 billion in 2023.", "balance(ITA, TUR, 2023) = 3e9 USD")]
    public void Two_measures_of_one_state_or_two_flows_are_compared(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("The third-largest buyer of Polish goods in 2023 was France.", "rank(FRA, among: buyers(POL), by: exports, 2023) = 3")]
    [InlineData("Peru's No. 1 supplier in 2023 was China.", "rank(CHN, among: suppliers(PER), by: imports, 2023) = 1")]
    [InlineData(
        "Kenya's trade with Uganda grew in 2023, making Uganda its largest trading partner.",
        "rank(UGA, among: partners(KEN), by: trade, 2023) = 1"
    )]
    [InlineData(
        "Indonesia was the world's largest exporter of coal in 2023.",
        "rank(IDN, among: states, by: exports, item: coal, 2023) = 1"
    )]
    public void A_place_is_told_around_its_holder(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData(
        "Cars were 20 percent of Slovak exports to Germany in 2023.",
        "share(exports(SVK -> DEU, cars), of: exports(SVK -> DEU), 2023) = 20%"
    )]
    [InlineData(
        "Angola, which exported 60 percent of its crude to China in 2022, keeps its distance from Portugal.",
        "share(exports(AGO -> CHN, crude_oil), of: exports(AGO, crude_oil), 2022) = 60%"
    )]
    [InlineData(
        "The average US tariff on Indian goods rose from 3 percent in 2018 to 5 percent in 2020.",
        "tariff_rate(USA -> IND, 2018) = 3%"
    )]
    [InlineData("Japan cut its holdings of US Treasuries by $50 billion in 2023.", "change(holdings(JPN -> USA), 2023) = -50e9 USD")]
    public void Shares_duties_and_stocks(string text, string assertion) => Asserts(text, assertion);

    [Theory]
    [InlineData("Without the embargo, exports from Germany to Russia might have grown by 10 percent in 2023.")]
    [InlineData("Economists doubt that trade between Egypt and Iran will ever reach $5 billion.")]
    [InlineData("A Danish fund sold its stake in a Chilean mine for $300 million.")]
    [InlineData("Germany's exports to China and Japan fell 4 percent in 2023.")]
    [InlineData("Italy buys 40 percent of its crude from Libya and Iraq.")]
    public void What_might_have_been_sums_and_property_are_no_claims(string text) => Of(text).ShouldBeEmpty(string.Join(" | ", Of(text)));

    private static void Asserts(string text, string assertion) => Of(text).Select(Canonical).ShouldContain(Canonical(assertion));

    private static string Canonical(string assertion) =>
        ClaimParser.Parse(assertion).Expression is { } expression
            ? ClaimPrinter.Print(expression).Replace(" ~ ", " = ", StringComparison.Ordinal)
            : assertion;

    private static List<string> Of(string text) =>
        [
            .. Installation
                .Extract(text, Period.OfDay(new LocalDate(2025, 3, 1)))
                .Extraction.Claims.Select(c => c.Assertion)
                .OfType<string>(),
        ];
}
