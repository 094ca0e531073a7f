using Entente.Claims;

namespace Entente.Tests.Claims.Extraction;

/// <summary>What trade is said to be worth: read where the words speak of trade, and nowhere else. Any pair of states.</summary>
public sealed class StakesFrameTests
{
    private const string Written = "2024-07-08";

    [Theory]
    [InlineData("China cannot afford to lose the American market.", "indispensable(USA, for: CHN)")]
    [InlineData("Vietnam can ill afford to lose access to the US market.", "indispensable(USA, for: VNM)")]
    [InlineData("Turkey could not afford to be cut off from the European market.", "indispensable(EU, for: TUR)")]
    [InlineData("Germany can well afford to lose the Russian market.", "not indispensable(RUS, for: DEU)")]
    [InlineData("Mexico can't afford to jeopardise its trade with the United States.", "indispensable(USA, for: MEX)")]
    [InlineData(
        "Beijing has concluded that arming Russia is not worth jeopardising its access to the European market.",
        "loss(CHN, without: EU) > loss(CHN, without: RUS)"
    )]
    [InlineData(
        "For China, propping up Russia is not worth losing the American market.",
        "loss(CHN, without: USA) > loss(CHN, without: RUS)"
    )]
    [InlineData("Backing Iran is not worth risking India's access to the US market.", "loss(IND, without: USA) > loss(IND, without: IRN)")]
    [InlineData(
        "Supporting North Korea is worth losing the Japanese market for China.",
        "loss(CHN, without: JPN) < loss(CHN, without: PRK)"
    )]
    [InlineData(
        "China is unwilling to risk its access to American and European markets for Russia.",
        "loss(CHN, without: {USA, EU}) > loss(CHN, without: RUS)"
    )]
    [InlineData(
        "India will not jeopardise its trade with the United States to help Russia.",
        "loss(IND, without: USA) > loss(IND, without: RUS)"
    )]
    [InlineData("Russia needs China's market more than China needs Russia's.", "loss(RUS, without: CHN) > loss(CHN, without: RUS)")]
    [InlineData(
        "Canada needs the American market more than the United States needs Canada's.",
        "loss(CAN, without: USA) > loss(USA, without: CAN)"
    )]
    [InlineData("China would lose more than the United States from a decoupling.", "loss(CHN, without: USA) > loss(USA, without: CHN)")]
    [InlineData("A complete decoupling would hurt the European Union more than China.", "loss(EU, without: CHN) > loss(CHN, without: EU)")]
    [InlineData("The United States has less to lose from decoupling than China.", "loss(USA, without: CHN) < loss(CHN, without: USA)")]
    [InlineData("Sanctions have cost Russia 5 percent of its GDP.", "loss(RUS, under: sanctions) = 5%")]
    [InlineData("Western sanctions cut Russia's GDP by more than 2 percent.", "loss(RUS, under: sanctions) > 2%")]
    [InlineData("The sanctions knocked 3 percent off Iran's GDP.", "loss(IRN, under: sanctions) = 3%")]
    [InlineData("Sanctions on Russia have cost the European Union about 1 percent of GDP.", "loss(EU, under: sanctions, on: RUS) ~ 1%")]
    [InlineData("Sanctions on Russia hurt Europe more than Russia.", "loss(EU, under: sanctions, on: RUS) > loss(RUS, under: sanctions)")]
    [InlineData("Germany would lose 2 percent of its GDP if trade with China stopped.", "loss(DEU, without: CHN) = 2%")]
    [InlineData("Without the Chinese market, Australia would lose 6 percent of its GDP.", "loss(AUS, without: CHN) = 6%")]
    [InlineData(
        "As Russia's trade with Europe collapsed, trade with China has replaced part of the lost revenue.",
        "replaced(RUS, lost: EU, by: CHN, 2024) > 0%"
    )]
    [InlineData(
        "Exports to India have made up for part of Russia's lost exports to Europe.",
        "replaced(RUS, lost: EU, by: IND, 2024) > 0%"
    )]
    [InlineData(
        "Trade with China has more than made up for Russia's lost trade with the European Union.",
        "replaced(RUS, lost: EU, by: CHN, 2024) > 100%"
    )]
    [InlineData(
        "Sales to Turkey have not made up for Russia's loss of the European market.",
        "replaced(RUS, lost: EU, by: TUR, 2024) < 100%"
    )]
    [InlineData("Chinese demand has largely offset Iran's lost exports to Europe.", "replaced(IRN, lost: EU, by: CHN, 2024) > 50%")]
    [InlineData("Trade with Brazil could not replace Argentina's lost trade with China.", "replaced(ARG, lost: CHN, by: BRA, 2024) < 100%")]
    [InlineData(
        "Western export controls have left Russia with no other long-term option than to import Chinese machinery.",
        "indispensable(CHN, for: RUS, under: export_controls)"
    )]
    [InlineData("Russia has no alternative to the Chinese market.", "indispensable(CHN, for: RUS)")]
    [InlineData("Cut off by sanctions, Iran had no option but to sell its oil to China.", "indispensable(CHN, for: IRN, under: sanctions)")]
    [InlineData("Chinese exporters cannot afford to lose the American market.", "indispensable(USA, for: CHN)")]
    [InlineData(
        "As Russia's business with the West shrank because of the sanctions, trade with China has replaced part of the lost revenue.",
        "replaced(RUS, lost: west, by: CHN, 2024) > 0%"
    )]
    [InlineData("India needs the American market more than the reverse.", "loss(IND, without: USA) > loss(USA, without: IND)")]
    [InlineData("Decoupling would cost the United States less than China.", "loss(USA, without: CHN) < loss(CHN, without: USA)")]
    [InlineData("The embargo cost Cuba 3 percent of its national income.", "loss(CUB, under: embargo) = 3%")]
    [InlineData("Export controls could shave 0.5 percent off China's GDP.", "loss(CHN, under: export_controls) = 0.5%")]
    [InlineData(
        "France would lose about 1.5 percent of its income without access to the Chinese market.",
        "loss(FRA, without: CHN) ~ 1.5%"
    )]
    [InlineData(
        "Exports to China have replaced all of Australia's lost sales to Japan.",
        "replaced(AUS, lost: JPN, by: CHN, 2024) >= 100%"
    )]
    [InlineData("Sanctions left Belarus no choice but to sell its potash to China.", "indispensable(CHN, for: BLR, under: sanctions)")]
    [InlineData("China can easily afford to lose the Russian market.", "not indispensable(RUS, for: CHN)")]
    [InlineData("Iran can not afford to give up its exports to China.", "indispensable(CHN, for: IRN)")]
    [InlineData("The Kremlin would not risk its trade with China for North Korea.", "loss(RUS, without: CHN) > loss(RUS, without: PRK)")]
    [InlineData(
        "Turkey refused to jeopardise its trade with Russia for the sake of Ukraine.",
        "loss(TUR, without: RUS) > loss(TUR, without: UKR)"
    )]
    public void What_trade_is_worth_is_told(string sentence, string assertions) => FrameSentence.Asserts(sentence, Written, assertions);

    [Theory]
    [InlineData("India cannot afford to lose Russia as a friend.")]
    [InlineData("China cannot afford to lose face in front of the United States.")]
    [InlineData("South Korea cannot afford a war with North Korea.")]
    [InlineData("Russia cannot afford to lose the war in Ukraine.")]
    [InlineData("The trip to Moscow was not worth the money.")]
    [InlineData("China is unwilling to risk a war with the United States over Taiwan.")]
    [InlineData("Ukraine needs Poland's support more than Poland needs Ukraine's.")]
    [InlineData("China needs Russian gas less than Russia needs the Chinese market.")]
    [InlineData("A US-China decoupling would hurt Europe more than Russia.")]
    [InlineData("Taiwan would lose more than China from a war.")]
    [InlineData("Sanctions cost Russia 1.5 percentage points of growth a year.")]
    [InlineData("Sanctions have cost Russian banks 5 percent of their assets.")]
    [InlineData("The new minister has replaced some of the lost officials.")]
    [InlineData("Russia has no choice but to negotiate with Ukraine.")]
    [InlineData("Finland had no alternative but to join NATO.")]
    [InlineData("Critics wrongly claim that China cannot afford to lose the American market.")]
    [InlineData("Pakistan is less able to do without the Chinese market than China is to do without Pakistan.")]
    [InlineData("China's loss in a decoupling would be larger than America's.")]
    [InlineData("Sanctions have not cost Russia 5 percent of its GDP.")]
    [InlineData("The bank would lose 2 percent of its income without the Chinese market.")]
    [InlineData("Poland would lose 3 percent of its GDP if it left the European Union.")]
    [InlineData("Purchases by India have offset half of Russia's lost exports to Europe.")]
    [InlineData("Trade with Russia can never replace the European market that Serbia would lose.")]
    [InlineData("Trade with Iran has not compensated Venezuela for the loss of the American market.")]
    [InlineData("India has replaced some of its Russian oil with American oil.")]
    [InlineData("Russian gas was replaced by American gas in Europe after the loss of the pipeline.")]
    [InlineData("The war left Ukraine with no choice but to buy weapons from the United States.")]
    [InlineData("Moscow has little choice but to accept Chinese terms.")]
    [InlineData("There is no alternative to trade with the European Union for Switzerland.")]
    [InlineData("Serbia has no other choice than to export through Hungary or Croatia.")]
    [InlineData("Can China afford to lose the American market?")]
    [InlineData("If China loses the American market, it cannot afford new weapons.")]
    [InlineData("Canadians cannot afford houses.")]
    [InlineData("Vietnam is willing to risk its trade with China.")]
    [InlineData("It is not worth losing the Chinese market over a dispute.")]
    [InlineData("Hungary thinks that backing Ukraine is not worth losing Russian gas.")]
    public void Words_that_speak_of_something_else_assert_nothing(string sentence) => FrameSentence.Asserts(sentence, Written, "");

    [Theory]
    [InlineData("Russia's GDP fell by 1.2 percent in 2022.", "growth(gdp(RUS), 2022) = -1.2%")]
    [InlineData("Russia needs China more than China needs Russia.", "dependence(RUS, on: CHN, 2024) > dependence(CHN, on: RUS, 2024)")]
    [InlineData(
        "The European Union needs Turkey less than Turkey needs the European market.",
        "dependence(EU, on: TUR, 2024) > dependence(TUR, on: EU, 2024)"
    )]
    [InlineData("Sanctions reduced Iran's oil exports by 50 percent.", "growth(exports(IRN, crude_oil), 2023) = -50%")]
    [InlineData(
        "China has replaced the United States as Brazil's largest trading partner.",
        "rank(CHN, among: partners(BRA), by: trade, 2023) = 1"
    )]
    public void What_the_record_can_tell_stays_with_the_record(string sentence, string assertions) =>
        FrameSentence.Asserts(sentence, Written, assertions);

    /// <summary>Whom the text is mainly about fills the party that the sentence leaves out, and is marked.</summary>
    [Fact]
    public void A_party_left_out_is_the_other_of_the_two()
    {
        const string text = """
            Brazil and China trade more than ever. China buys Brazilian soybeans, and Brazil buys Chinese machinery.

            Trade with China has made up for part of the lost exports to Europe.
            """;
        var claim = Installation
            .Extract(text, Quantities.Period.Parse(Written))
            .Extraction.Claims.Single(c => c.Assertion?.StartsWith("replaced", StringComparison.Ordinal) == true);
        claim.Assertion.ShouldBe("replaced(BRA, lost: EU, by: CHN, 2024) > 0%");
        claim.Kind.ShouldBe(ClaimKind.Argument);
        claim.Inferred.ShouldContain(i => i.Slot == "party" && i.Value == "BRA");
    }
}
