using Entente.Models.TwoFronts;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Models.Declared;

public sealed class TwoFrontTests
{
    private static readonly TwoFrontEffort Fronts = new();

    private static IReadOnlyDictionary<string, double> Run(
        double effort,
        double one,
        double two,
        double v1,
        double v2,
        params (string, double)[] more
    ) => Named.Run(Fronts, [("effort", effort), ("rival_1", one), ("rival_2", two), ("value_1", v1), ("value_2", v2), .. more]);

    /// <summary>
    /// By hand, m = 1, all equal to 1: a half on each front wins ½/(½ + 1) = ⅓ of each, ⅔ in all; everything on one wins ½. Splitting gives up
    /// nothing, concentrating 1/6.
    /// </summary>
    [Fact]
    public void Where_effort_wins_in_proportion_two_alike_are_split()
    {
        var at = Run(1, 1, 1, 1, 1);
        at["best_share"].ShouldBe(0.5, 1e-12);
        at["value_split"].ShouldBe(2.0 / 3, 1e-12);
        at["value_first"].ShouldBe(0.5, 1e-12);
        at["regret_split"].ShouldBe(0, 1e-12);
        at["regret_concentrate"].ShouldBe(1.0 / 6, 1e-12);
        at["must_choose"].ShouldBe(0);
    }

    /// <summary>By hand, m = 2: a half on each wins .25/1.25 = .2 of each, .4 in all; everything on one wins .5. Splitting gives up .1.</summary>
    [Fact]
    public void Where_the_larger_takes_more_than_its_part_one_must_choose()
    {
        var at = Run(1, 1, 1, 1, 1, ("decisiveness", 2));
        at["value_split"].ShouldBe(0.4, 1e-12);
        at["regret_split"].ShouldBe(0.1, 1e-9);
        at["regret_concentrate"].ShouldBe(0, 1e-9);
        at["must_choose"].ShouldBe(1);
    }

    /// <summary>
    /// By hand, m = 1, V = (4, 1), y = (1, 1): x₁ = (2(E + 1) − 1)/3. With E = 1 all goes to the first, 2 of 4; a half on each brings 4/3 + 1/3.
    /// With E = 4 three quarters do, 4·¾ + ½ = 3.5.
    /// </summary>
    [Fact]
    public void The_dearer_front_gets_more()
    {
        var poor = Run(1, 1, 1, 4, 1);
        (poor["best_share"], poor["best_value"]).ShouldBe((1, 2));
        poor["regret_split"].ShouldBe(1.0 / 3, 1e-12);
        poor["must_choose"].ShouldBe(1);
        var rich = Run(4, 1, 1, 4, 1);
        rich["best_share"].ShouldBe(0.75, 1e-12);
        rich["best_value"].ShouldBe(3.5, 1e-12);
    }

    [Fact]
    public void At_the_limits()
    {
        Run(0, 1, 1, 1, 1)["best_value"].ShouldBe(0);
        Run(5, 1, 1, 0, 0)["regret_split"].ShouldBe(0);
        Run(5, 1, 1, 3, 0)["best_share"].ShouldBe(1);
        // Rivals who help each other are each as strong as both.
        Run(1, 1, 2, 1, 1, ("link", 1))["value_first"].ShouldBe(Run(1, 3, 3, 1, 1)["value_first"], 1e-15);
    }

    /// <summary>The best is better than every split tried, regrets are not below zero, and changing the fronts' names changes nothing.</summary>
    [Fact]
    public void What_holds_of_any_two_fronts() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(200),
            Prop.ForAll(
                (
                    from c in Gen.Choose(1, 400).ArrayOf(5)
                    from m in Gen.Elements(0.5, 1, 1.5, 2, 4)
                    from link in Gen.Elements(0, 0.5)
                    select (C: c.Select(v => v / 20.0).ToArray(), M: m, Link: link)
                ).ToArbitrary(),
                x =>
                {
                    (string, double)[] more = [("decisiveness", x.M), ("link", x.Link)];
                    var at = Run(x.C[0], x.C[1], x.C[2], x.C[3], x.C[4], more);
                    at["regret_split"].ShouldBeGreaterThanOrEqualTo(0);
                    at["regret_concentrate"].ShouldBeGreaterThanOrEqualTo(0);
                    at["best_value"].ShouldBeInRange(0, x.C[3] + x.C[4]);
                    for (var s = 0; s <= 40; s++)
                        Run(x.C[0], x.C[1], x.C[2], x.C[3], x.C[4], [.. more, ("split", s / 40.0)])["value_split"]
                            .ShouldBeLessThanOrEqualTo(at["best_value"] + 1e-6);
                    var turned = Run(x.C[0], x.C[2], x.C[1], x.C[4], x.C[3], more);
                    turned["regret_split"].ShouldBe(at["regret_split"], 1e-7);
                    turned["regret_concentrate"].ShouldBe(at["regret_concentrate"], 1e-7);
                    // More to spend never brings less, and a stronger rival never more.
                    Run(x.C[0] * 1.5, x.C[1], x.C[2], x.C[3], x.C[4], more)["best_value"]
                        .ShouldBeGreaterThanOrEqualTo(at["best_value"] - 1e-7);
                    Run(x.C[0], x.C[1] * 1.5, x.C[2], x.C[3], x.C[4], more)["best_value"]
                        .ShouldBeLessThanOrEqualTo(at["best_value"] + 1e-7);
                }
            )
        );
}
