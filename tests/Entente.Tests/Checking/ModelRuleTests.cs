using Entente.Checking;
using Entente.Checking.Modelled;
using Entente.Claims;

namespace Entente.Tests.Checking;

/// <summary>Claims put to the trade model: a judgement whatever it says, with range, share of draws, what drives it and what it rests on.</summary>
public sealed class ModelRuleTests
{
    private static CheckedClaim Check(string sentence) =>
        Installation
            .Check(Installation.Read(sentence + "\n", Entente.Quantities.Period.Parse("2024-07-08")))
            .Claims.Single(c => c.Claim.Kind == ClaimKind.Argument);

    [Theory]
    [InlineData("China cannot afford to lose the American market.")]
    [InlineData("China can easily afford to lose the Indian market.")]
    [InlineData("Sanctions on Russia hurt Europe more than Russia.")]
    [InlineData("Sanctions have cost Russia 50 percent of its GDP.")]
    [InlineData("India is unwilling to risk its access to Western markets for Russia.")]
    [InlineData("Turkey needs the European market more than the European Union needs Turkey's.")]
    [InlineData("Trade with China has more than made up for Russia's lost trade with the European Union.")]
    [InlineData("Western export controls have left Russia with no other option than to import Chinese machinery.")]
    public void A_model_alone_neither_supports_nor_contradicts(string sentence)
    {
        var claim = Check(sentence);
        claim.Verdict.ShouldBe(Verdict.Judgement);
        claim.Explanation.Length.ShouldBeLessThanOrEqualTo(160);
        var model = claim.Model.ShouldNotBeNull();
        model.P!.Value.ShouldBeInRange(0, 1);
        model.Scenario.ShouldNotBeEmpty();
        model.Base.ShouldEndWith("2021");
        model.Draws.ShouldBeGreaterThan(200);
        model.Figures.ShouldAllBe(f => f.Low <= f.Value && f.Value <= f.High);
        model.Assumes.ShouldContain(a => a.Contains("deficits", StringComparison.Ordinal));
        model.Settings.Count.ShouldBe(3);
        claim.Evidence.ShouldAllBe(e => e.Verdict == null);
    }

    /// <summary>Who must go without the larger partner loses more: under every draw, and whichever way deficits are closed.</summary>
    [Fact]
    public void The_smaller_of_two_needs_the_other_more()
    {
        var model = Check("Russia needs China's market more than China needs Russia's.").Model!;
        model.P.ShouldBe(1);
        model.BreaksWhen.ShouldBeNull();
        Check("China needs Russia's market more than Russia needs China's.").Model!.P.ShouldBe(0);
    }

    /// <summary>A claim and its denial split the draws between them.</summary>
    [Theory]
    [InlineData("loss(USA, without: CHN) > loss(CHN, without: USA)", "loss(USA, without: CHN) < loss(CHN, without: USA)")]
    [InlineData("indispensable(USA, for: CHN)", "not indispensable(USA, for: CHN)")]
    public void A_claim_and_its_denial_add_up(string claim, string denial) =>
        (Test(claim).Model!.P!.Value + Test(denial).Model!.P!.Value).ShouldBe(1, 1e-12);

    /// <summary>Those who take the measures are no option that is left.</summary>
    [Fact]
    public void Who_takes_the_measures_is_no_partner_that_is_left()
    {
        ScenarioBookFixture.Book().Partners("RUS", null, null).ShouldContain("EU");
        ScenarioBookFixture.Book().Partners("RUS", "export_controls", null).ShouldNotContain("EU");
        Test("indispensable(CHN, for: RUS, under: export_controls)")
            .Model!.P!.Value.ShouldBeGreaterThan(Test("indispensable(CHN, for: RUS)").Model!.P!.Value);
    }

    /// <summary>A text without such claims asks no scenario: a book that cannot be asked does no harm.</summary>
    [Fact]
    public void Nothing_is_asked_where_nothing_calls_for_it()
    {
        var checker = new ClaimChecker(Shipped.Context() with { Scenarios = new Unaskable() });
        checker.Test(Shipped.Parse("trade(CHN, RUS, 2022) > 100e9 USD")).Verdict.ShouldBe(Verdict.Supported);
        checker.Test(Shipped.Parse("dependence(RUS, on: CHN, 2022) > dependence(CHN, on: RUS, 2022)")).Verdict.ShouldBe(Verdict.Supported);
    }

    private sealed class Unaskable : IScenarioBook
    {
        public (LossAnswer? Answer, Abstention? Reason) Ask(IReadOnlyList<LossCase> cases) => throw new InvalidOperationException("asked");

        public IReadOnlyList<string> Partners(string actor, string? under, string? on) => throw new InvalidOperationException("asked");

        public IReadOnlyList<string> Regions(string code) => throw new InvalidOperationException("asked");
    }

    [Fact]
    public void What_turns_it_is_said()
    {
        var model = Test("loss(USA, without: CHN) > loss(CHN, without: USA)").Model!;
        model.Drivers.ShouldNotBeEmpty();
        model.Drivers.ShouldAllBe(d => Math.Abs(d.Correlation) <= 1);
        model.BreaksWhen.ShouldNotBeNull();
        model.BreaksWhen.ShouldContain("elasticity");
    }

    [Theory]
    [InlineData("loss(CHN, without: BRA) > 1%", "not-in-base")]
    [InlineData("loss(IRN, under: sanctions) > 1%", "no-scenario")]
    [InlineData("loss(RUS, under: \"no-such-scenario\") > 1%", "no-scenario")]
    [InlineData("indispensable(CHN, for: NOR)", "not-in-base")]
    [InlineData("loss(RUS, under: sanctions) > loss(RUS, under: embargo)", "no-scenario")]
    public void Where_no_base_tells_them_apart_nothing_is_told(string expression, string code)
    {
        var outcome = Test(expression);
        outcome.Verdict.ShouldBe(Verdict.CannotTell);
        outcome.Reason!.Code.ShouldBe(code);
        outcome.Model.ShouldBeNull();
    }

    /// <summary>Income replaced: the record's trade before and after, cited and by one authority, beside the model's own answer.</summary>
    [Fact]
    public void What_was_replaced_is_told_by_record_and_model()
    {
        var claim = Check("As Russia's business with the West shrinks, trade with China has replaced part of the lost revenue.");
        claim.Claim.Assertion.ShouldBe("replaced(RUS, lost: west, by: CHN, 2024) > 0%");
        claim.Evidence.Count.ShouldBe(3);
        claim.Evidence.Select(e => e.Source).Distinct().ShouldHaveSingleItem();
        var (gained, lost) = (claim.Evidence[0].Value!.Value, claim.Evidence[1].Value!.Value);
        claim.Evidence[2].Value!.Value.ShouldBe(gained / lost, 1e-6);
        claim.Model!.Figures.Count.ShouldBe(3);
        claim.Explanation.ShouldContain("lost with");
    }

    /// <summary>Pairs that no base knows are still told by the record where it has both sides.</summary>
    [Fact]
    public void Without_a_base_the_record_alone_bears_on_it()
    {
        var outcome = Test("replaced(RUS, lost: DEU, by: CHN, 2023, since: 2021) > 0%");
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Model.ShouldBeNull();
        outcome.Evidence.Count.ShouldBe(3);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits() =>
        new ScenarioBookFixture().Ask().Draws.SelectMany(d => d).ShouldBe(new ScenarioBookFixture().Ask().Draws.SelectMany(d => d));

    private static Outcome Test(string expression) =>
        new ClaimChecker(Shipped.Context() with { Scenarios = ScenarioBookFixture.Book() }).Test(Shipped.Parse(expression));
}

/// <summary>The scenarios that ship, as a book of few draws.</summary>
internal sealed class ScenarioBookFixture
{
    private static readonly Lazy<IScenarioBook> Shared = new(() => New(400));

    public static IScenarioBook Book() => Shared.Value;

    public LossAnswer Ask() => New(40).Ask([new("CHN", ["USA"]), new("USA", ["CHN"])]).Answer!;

    private static Entente.Sources.Scenarios.ScenarioBook New(int draws) =>
        new([Path.Combine(Clone.Root, "samples", "scenarios")], code => code != "ROW", draws);
}
