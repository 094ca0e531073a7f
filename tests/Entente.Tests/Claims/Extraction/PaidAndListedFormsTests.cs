namespace Entente.Tests.Claims.Extraction;

/// <summary>Figures whose sentence is not the plain one: trade told by what is paid, parts in lists, units and verbs left out.</summary>
public sealed class PaidAndListedFormsTests
{
    private const string Written = "2024-07-08";

    [Theory]
    [InlineData("Japan's bill for Australian coal came to $31bn in 2022.", "imports(AUS -> JPN, coal, 2022) = 31e9 USD")]
    [InlineData("Poland's bill for Norwegian gas rose by €2 billion in 2022.", "")]
    [InlineData("Hungary paid Serbia €190 million for electricity in 2022.", "imports(SRB -> HUN, electricity, 2022) = 190e6 EUR")]
    [InlineData("Hungary paid €300 million for gas pipelines from Turkey in 2022.", "")]
    [InlineData(
        "Greece spent €2.1 billion on crude oil from Iraq in 2022 and €1.4 billion on that from Kazakhstan.",
        "imports(IRQ -> GRC, crude_oil, 2022) = 2.1e9 EUR ; imports(KAZ -> GRC, crude_oil, 2022) = 1.4e9 EUR"
    )]
    [InlineData("Greece spent €2.1 billion on crude oil from Iraq and Libya in 2022.", "")]
    [InlineData("For the wheat it bought from Russia in 2022, Egypt paid $2.5 billion.", "imports(RUS -> EGY, wheat, 2022) = 2.5e9 USD")]
    [InlineData("What Austria earns in Italy – €13 billion in 2022 – is not little.", "exports(AUT -> ITA, 2022) = 13e9 EUR")]
    [InlineData("Goods worth 4.2 billion euros left Slovenia for Croatia in 2022.", "exports(SVN -> HRV, 2022) = 4.2e9 EUR")]
    [InlineData(
        "Kenya sold goods worth $7.2 billion abroad in 2022, of which Uganda took $0.8 billion and Pakistan $0.6 billion.",
        "exports(KEN, 2022) = 7.2e9 USD ; exports(KEN -> UGA, 2022) = 0.8e9 USD ; exports(KEN -> PAK, 2022) = 0.6e9 USD"
    )]
    [InlineData(
        "Peru's exports reached $61 billion in 2022: $20 billion to China, $9 billion to the United States and $3 billion to Canada.",
        "exports(PER, 2022) = 61e9 USD ; exports(PER -> CHN, 2022) = 20e9 USD ; exports(PER -> USA, 2022) = 9e9 USD ; exports(PER -> CAN, 2022) = 3e9 USD"
    )]
    [InlineData(
        "Norway's trade with Poland was worth 11 billion euros in 2022, of which exports made up 7 billion.",
        "trade(NOR, POL, 2022) = 11e9 EUR ; exports(NOR -> POL, 2022) = 7e9 EUR"
    )]
    [InlineData(
        "Japan, with 112 billion dollars, was the fifth-largest supplier of the United States in 2022.",
        "imports(JPN -> USA, 2022) = 112e9 USD ; rank(JPN, among: suppliers(USA), by: imports, 2022) = 5"
    )]
    [InlineData(
        "Canada's deficit with China, at $40 billion in 2022, was larger than its deficit with any other country.",
        "balance(CAN, CHN, 2022) = -40e9 USD"
    )]
    [InlineData("Spain is generous: Portugal bought €31 billion worth of its goods in 2022.", "imports(ESP -> PRT, 2022) = 31e9 EUR")]
    public void Trade_is_told_by_the_money_paid(string sentence, string assertions) => FrameSentence.Asserts(sentence, Written, assertions);

    [Theory]
    [InlineData(
        "Mexico's economy was nine times the size of Ecuador's in 2005, and 12 times in 2022.",
        "gdp(MEX, 2005) / gdp(ECU, 2005) = 9 ; gdp(MEX, 2022) / gdp(ECU, 2022) = 12"
    )]
    [InlineData("Thailand's imports from Laos had doubled in four years by 2022.", "growth(imports(LAO -> THA), 2022, since: 2018) ~ 100%")]
    [InlineData("The WTO was founded with 123 members.", "")]
    [InlineData(
        "Brent, which had stood at $99 a barrel in 2022 on average, cost $76 in June 2023.",
        "price(brent, 2022) = 99 USD/barrel ; price(brent, 2023-06) = 76 USD/barrel"
    )]
    public void A_figure_stands_apart_from_its_measure(string sentence, string assertions) =>
        FrameSentence.Asserts(sentence, Written, assertions);

    [Theory]
    [InlineData(
        "Almost half of Angola's oil went to China in 2022, and a tenth to India.",
        "share(exports(AGO -> CHN, crude_oil), of: exports(AGO, crude_oil), 2022) ~ 50% ; share(exports(AGO -> IND, crude_oil), of: exports(AGO, crude_oil), 2022) ~ 10%"
    )]
    [InlineData(
        "Nepal depends on India for 62 percent of its imports and on China for 15.",
        "share(imports(IND -> NPL), of: imports(NPL), 2023) = 62% ; share(imports(CHN -> NPL), of: imports(NPL), 2023) = 15%"
    )]
    [InlineData("China supplied 23 percent of its imports in 2022, Thailand 11, Singapore 8.", "")]
    [InlineData(
        "Of everything Zambia sold China in 2022, copper made up 84 percent and cobalt 3.",
        "share(exports(ZMB -> CHN, copper), of: exports(ZMB -> CHN), 2022) = 84% ; share(exports(ZMB -> CHN, cobalt), of: exports(ZMB -> CHN), 2022) = 3%"
    )]
    [InlineData(
        "Of the crude Japan imported in 2022, Saudi Arabia supplied 39 percent and Kuwait 8.",
        "share(imports(SAU -> JPN, crude_oil), of: imports(JPN, crude_oil), 2022) = 39% ; share(imports(KWT -> JPN, crude_oil), of: imports(JPN, crude_oil), 2022) = 8%"
    )]
    [InlineData(
        "Ghana's exports to India were worth $2.1 billion in 2022. Gold accounted for 78 percent of that.",
        "exports(GHA -> IND, 2022) = 2.1e9 USD ; share(exports(GHA -> IND, gold), of: exports(GHA -> IND), 2022) = 78%"
    )]
    [InlineData(
        "Lithuanian exports to Poland rose by 12 percent in 2022 and imports from Poland by 21 percent.",
        "growth(exports(LTU -> POL), 2022) = 12% ; growth(imports(POL -> LTU), 2022) = 21%"
    )]
    [InlineData(
        "Norway's military spending grew by 3 percent in 2023, Sweden's by 24 percent and Finland's by 54.",
        "growth(military_expenditure(NOR), 2023) = 3% ; growth(military_expenditure(SWE), 2023) = 24% ; growth(military_expenditure(FIN), 2023) = 54%"
    )]
    [InlineData("Poll: 40 percent of Germans mistrust China, Russia 12.", "")]
    public void A_percentage_stands_in_a_list(string sentence, string assertions) => FrameSentence.Asserts(sentence, Written, assertions);
}
