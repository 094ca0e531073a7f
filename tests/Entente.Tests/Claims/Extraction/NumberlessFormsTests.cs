namespace Entente.Tests.Claims.Extraction;

/// <summary>Claims that carry no number of their own: places told as comparisons, directions, memberships and their denial, judgements.</summary>
public sealed class NumberlessFormsTests
{
    private const string Written = "2024-07-08";

    [Theory]
    [InlineData(
        "Before 2020 no other country bought as much coal from Mongolia as China did.",
        "rank(CHN, among: buyers(MNG, coal), by: exports, 2019) = 1"
    )]
    [InlineData("In 2021 no nation imported more from Kenya than Uganda.", "rank(UGA, among: buyers(KEN), by: exports, 2021) = 1")]
    [InlineData(
        "Italy is second only to Germany among Austria's trading partners.",
        "rank(ITA, among: partners(AUT), by: trade, 2023) = 2"
    )]
    [InlineData(
        "Poland bought more Ukrainian grain in 2022 than anyone else.",
        "rank(POL, among: buyers(UKR, grain), by: exports, 2022) = 1"
    )]
    [InlineData(
        "Hungary buys more from Germany than from any other country except Poland.",
        "rank(DEU, among: suppliers(HUN), by: imports, 2023) = 2"
    )]
    [InlineData(
        "Estonia spends more on its military than any other NATO member, measured as a share of its output.",
        "rank(EST, among: members(NATO), by: military_expenditure_gdp_share, 2024) = 1"
    )]
    [InlineData(
        "Only Russia and France own more nuclear warheads than Britain.",
        "nuclear_warheads(FRA, 2024) > nuclear_warheads(GBR, 2024) ; rank(GBR, among: states, by: nuclear_warheads, 2024) = 3"
    )]
    [InlineData("Thai exports to China topped those to any other country in 2022.", "rank(CHN, among: buyers(THA), by: exports, 2022) = 1")]
    [InlineData(
        "China comes first among the suppliers of Kenya, India second.",
        "rank(CHN, among: suppliers(KEN), by: imports, 2023) = 1 ; rank(IND, among: suppliers(KEN), by: imports, 2023) = 2"
    )]
    [InlineData("Cambodia could overtake Laos as Thailand's largest supplier of electricity.", "")]
    [InlineData("Vietnam is Denmark's leading source of cut flowers.", "")]
    [InlineData("Until 2009 the United States was China's largest trading partner.", "")]
    [InlineData("Canada's largest market outside North America is China.", "")]
    public void A_place_is_told(string sentence, string assertions) => FrameSentence.Asserts(sentence, Written, assertions);

    [Theory]
    [InlineData("Vietnam's economy grew faster than Thailand's in 2022.", "growth(gdp(VNM), 2022) > growth(gdp(THA), 2022)")]
    [InlineData("Austria runs a trade deficit with Germany.", "balance(AUT, DEU, 2023) < 0 USD")]
    [InlineData("Finnish exports to Russia have shrunk since 2019.", "growth(exports(FIN -> RUS), 2023, since: 2019) < 0%")]
    [InlineData(
        "Swedish exports to Norway rose in 2022, while those to Denmark fell.",
        "growth(exports(SWE -> NOR), 2022) > 0% ; growth(exports(SWE -> DNK), 2022) < 0%"
    )]
    [InlineData("Greece and Cyprus did €3.4 billion of business with each other in 2022.", "trade(GRC, CYP, 2022) = 3.4e9 EUR")]
    [InlineData("Goods worth $12 billion passed between Thailand and Malaysia in 2022.", "trade(THA, MYS, 2022) = 12e9 USD")]
    [InlineData("Mongolia depends for most of its imports on Russia.", "judgement(dependent, MNG, RUS)")]
    [InlineData("Serbia is Russia's closest friend in the Balkans.", "judgement(closest, SRB, RUS)")]
    [InlineData("Belarus has become a vassal of Russia.", "judgement(dependent, BLR, RUS)")]
    [InlineData("China and Russia are economically intertwined.", "judgement(intertwined, CHN, RUS)")]
    [InlineData("India is closer to the United States than to Russia.", "alignment(IND, USA) > alignment(IND, RUS)")]
    [InlineData("Turkey remains more closely aligned with the EU than it is with Russia.", "alignment(TUR, EU) > alignment(TUR, RUS)")]
    [InlineData("Every one of the permanent members can stop a draft in the Security Council.", "if vote(P5) = no then not passes(UNSC)")]
    public void A_comparison_a_direction_or_a_judgement_is_told(string sentence, string assertions) =>
        FrameSentence.Asserts(sentence, Written, assertions);

    /// <summary>A possibility, a denial, a change and the map are no such judgement.</summary>
    [Theory]
    [InlineData("India may be closer to the United States than to Russia.", "")]
    [InlineData("India is not closer to the United States than to Russia.", "")]
    [InlineData("India moved closer to the United States than to Russia.", "")]
    [InlineData("Japan is closer to Korea than to India, about 200 km from coast to coast.", "")]
    [InlineData("China and Russia are not intertwined.", "")]
    public void What_is_no_judgement_of_closeness_is_left(string sentence, string assertions) =>
        FrameSentence.Asserts(sentence, Written, assertions);

    [Theory]
    [InlineData(
        "Serbia and Moldova remain outside NATO.",
        "not members(NATO, 2024) includes {SRB} ; not members(NATO, 2024) includes {MDA}"
    )]
    [InlineData(
        "Bosnia is a candidate for membership of the European Union, but not yet a member.",
        "not members(EU, 2024) includes {BIH}"
    )]
    [InlineData("Jordan, unlike Egypt, has not joined BRICS.", "not members(BRICS, 2024) includes {JOR}")]
    [InlineData(
        "Switzerland is in neither the EU nor NATO.",
        "not members(EU, 2024) includes {CHE} ; not members(NATO, 2024) includes {CHE}"
    )]
    [InlineData("The Mercosur does not include Chile.", "not members(MERCOSUR, 2024) includes {CHL}")]
    [InlineData("The SCO admitted India and Pakistan in June 2017.", "members(SCO, 2017-06) includes {IND, PAK}")]
    [InlineData("Britain, out of the European Union since January 2020, has grown closer to Japan.", "date(exit(GBR, EU)) = 2020-01")]
    [InlineData("Officials mistakenly claimed that Peru had joined the CPTPP.", "")]
    [InlineData("Reports that Cuba had been admitted to BRICS in 2023 were false.", "")]
    [InlineData("Whether Laos is a member of the SCO is a question for lawyers.", "")]
    [InlineData(
        "A month after the European Union's tenth package, Xi set off for Moscow.",
        "months(event(eu_sanctions_package_10_2023), event(xi_visit_moscow_2023)) = 1"
    )]
    public void A_membership_or_its_denial_is_told(string sentence, string assertions) =>
        FrameSentence.Asserts(sentence, Written, assertions);
}
