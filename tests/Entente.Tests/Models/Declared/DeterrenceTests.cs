using Entente.Models.Deterrence;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Models.Declared;

public sealed class DeterrenceTests
{
    private static readonly ThresholdDeterrence One = new();
    private static readonly DeterrenceByActor Several = new();

    /// <summary>By hand: B = 12, π = .3, L = 30 leaves 12 − 9 = 3; π* = 12/30 = .4; from a loss of 12/.3 = 40 on it would not.</summary>
    [Fact]
    public void Support_while_the_benefit_is_above_the_expected_loss()
    {
        var at = Named.Run(One, ("benefit", 12), ("probability", 0.3), ("loss", 30));
        at["supports"].ShouldBe(1);
        at["margin"].ShouldBe(3, 1e-12);
        at["break_even"].ShouldBe(0.4, 1e-12);
        at["deterrable"].ShouldBe(1);
        at["least_loss"].ShouldBe(40, 1e-12);
        Named.Run(One, ("benefit", 12), ("probability", 0.5), ("loss", 30))["supports"].ShouldBe(0);
    }

    [Fact]
    public void At_the_limits()
    {
        // Nothing to lose: no probability deters, and there is none at which it would turn.
        var free = Named.Run(One, ("benefit", 1), ("probability", 1), ("loss", 0));
        (free["supports"], free["deterrable"]).ShouldBe((1, 0));
        double.IsNaN(free["break_even"]).ShouldBeTrue();
        // A threat that is never carried out: no loss is large enough.
        double.IsNaN(Named.Run(One, ("benefit", 1), ("probability", 0), ("loss", 9))["least_loss"]).ShouldBeTrue();
        // Just as much to lose as to gain deters.
        Named.Run(One, ("benefit", 5), ("probability", 0.5), ("loss", 10))["supports"].ShouldBe(0);
        // More to gain than to lose: above 1 nothing deters.
        Named.Run(One, ("benefit", 5), ("probability", 1), ("loss", 4))["break_even"].ShouldBe(1.25);
    }

    [Fact]
    public void It_turns_at_the_break_even_and_once_only() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                (from b in Gen.Choose(1, 1000) from l in Gen.Choose(1, 1000) select (Benefit: b / 10.0, Loss: l / 10.0)).ToArbitrary(),
                c =>
                {
                    var turns = c.Benefit / c.Loss;
                    foreach (var p in new[] { 0, 0.25, 0.5, 0.75, 1, turns - 1e-6, turns + 1e-6 }.Where(p => p is >= 0 and <= 1))
                    {
                        var at = Named.Run(One, ("benefit", c.Benefit), ("probability", p), ("loss", c.Loss));
                        at["supports"].ShouldBe(p < turns ? 1 : 0);
                        at["break_even"].ShouldBe(turns, 1e-12);
                        // More to lose never makes it support.
                        Named
                            .Run(One, ("benefit", c.Benefit), ("probability", p), ("loss", c.Loss * 2))["supports"]
                            .ShouldBeLessThanOrEqualTo(at["supports"]);
                    }
                }
            )
        );

    /// <summary>
    /// By hand: state 20 − .5·30 = 5; large banks 2 − .9·10 = −7; small banks 2 − .1·5 = 1.5; firms 1 − .5·1 = .5. With weights 6, 3, 1 the
    /// exchange that goes on is 4/10; if the state's order is worth 8 to large banks, 10 − 9 = 1, and all of it goes on.
    /// </summary>
    [Fact]
    public void Actors_apart_and_under_orders()
    {
        (string, double)[] given =
        [
            ("state_benefit", 20),
            ("state_probability", 0.5),
            ("state_loss", 30),
            ("large_banks_benefit", 2),
            ("large_banks_probability", 0.9),
            ("large_banks_loss", 10),
            ("large_banks_obedience", 8),
            ("large_banks_weight", 6),
            ("small_banks_benefit", 2),
            ("small_banks_probability", 0.1),
            ("small_banks_loss", 5),
            ("small_banks_weight", 3),
            ("firms_benefit", 1),
            ("firms_probability", 0.5),
            ("firms_loss", 1),
            ("firms_weight", 1),
        ];
        var free = Named.Run(Several, given);
        (free["state_supports"], free["large_banks_supports"], free["small_banks_supports"], free["firms_supports"]).ShouldBe((1, 0, 1, 1));
        free["large_banks_margin"].ShouldBe(-7, 1e-12);
        free["large_banks_break_even"].ShouldBe(0.2, 1e-12);
        free["flow"].ShouldBe(0.4, 1e-12);
        (free["goes_round"], free["turned"]).ShouldBe((1, 0));
        var ordered = Named.Run(Several, [.. given, ("order", 1)]);
        ordered["large_banks_supports"].ShouldBe(1);
        ordered["large_banks_break_even"].ShouldBe(1, 1e-12);
        (ordered["flow"], ordered["goes_round"], ordered["turned"]).ShouldBe((1, 0, 1));
        // A state that is deterred itself may forbid: small banks to whom its word is worth more than what is left stop too.
        (string, double)[] forbidden =
        [
            .. given.Where(g => g.Item1 != "state_probability"),
            ("state_probability", 0.8),
            ("ban", 1),
            ("small_banks_obedience", 2),
        ];
        var banned = Named.Run(Several, forbidden);
        (banned["state_supports"], banned["small_banks_supports"], banned["firms_supports"]).ShouldBe((0, 0, 1));
        banned["flow"].ShouldBe(0.1, 1e-12);
    }
}
