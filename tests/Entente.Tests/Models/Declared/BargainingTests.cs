using Entente.Models.Bargaining;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Models.Declared;

public sealed class BargainingTests
{
    private static readonly SplitSurplus Split = new();
    private static readonly OutsideOptions Options = new();

    /// <summary>
    /// By hand: S = 100, d₁ = 50·(1 − .4) = 30, d₂ = 40·(1 − .75) = 10: shares 30 + ½·60 = 60 and 40; leverage ½·40 = 20 and ½·50 = 25. Were
    /// the second wholly dependent, the first would have 30 + ½·70 = 65: 20·.25 more.
    /// </summary>
    [Fact]
    public void Shares_and_leverage()
    {
        (string, double)[] given = [("whole", 100), ("alternative_1", 50), ("alternative_2", 40), ("dependence_1", 0.4)];
        var at = Named.Run(Split, [.. given, ("dependence_2", 0.75)]);
        (at["agreement"], at["share_1"], at["share_2"], at["surplus"]).ShouldBe((1, 60, 40, 60));
        (at["leverage_1"], at["leverage_2"], at["asymmetry"]).ShouldBe((20, 25, -5));
        Named.Run(Split, [.. given, ("dependence_2", 1)])["share_1"].ShouldBe(65);
    }

    [Fact]
    public void Where_both_have_more_apart_there_is_no_agreement()
    {
        var at = Named.Run(Split, ("whole", 10), ("alternative_1", 8), ("alternative_2", 4));
        (at["agreement"], at["share_1"], at["share_2"], at["surplus"], at["leverage_1"]).ShouldBe((0, 8, 4, -2, 0));
    }

    /// <summary>Shares sum to the whole, neither gets less than without agreement, the other's dependence helps and one's own hurts, and leverage is the slope.</summary>
    [Fact]
    public void What_holds_of_every_bargain() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                (
                    from s in Gen.Choose(0, 1000)
                    from a in Gen.Choose(0, 600)
                    from b in Gen.Choose(0, 600)
                    from d in Gen.Choose(0, 90)
                    from e in Gen.Choose(0, 90)
                    from p in Gen.Choose(0, 100)
                    select new[] { s, a, b, d / 100.0, e / 100.0, p / 100.0 }
                ).ToArbitrary(),
                c =>
                {
                    IReadOnlyDictionary<string, double> With(double one, double two) =>
                        Named.Run(
                            Split,
                            ("whole", c[0]),
                            ("alternative_1", c[1]),
                            ("alternative_2", c[2]),
                            ("dependence_1", one),
                            ("dependence_2", two),
                            ("power_1", c[5])
                        );
                    var at = With(c[3], c[4]);
                    if (at["agreement"] == 0)
                        return;
                    (at["share_1"] + at["share_2"]).ShouldBe(c[0], 1e-9);
                    at["share_1"].ShouldBeGreaterThanOrEqualTo((c[1] * (1 - c[3])) - 1e-9);
                    at["share_2"].ShouldBeGreaterThanOrEqualTo((c[2] * (1 - c[4])) - 1e-9);
                    (With(c[3], c[4] + 0.1)["share_1"] - at["share_1"]).ShouldBe(0.1 * at["leverage_1"], 1e-9);
                    (With(c[3] + 0.1, c[4])["share_2"] - at["share_2"]).ShouldBe(0.1 * at["leverage_2"], 1e-9);
                }
            )
        );

    /// <summary>Muthoo 1999, corollary 5.1: an outside option below the share that patience brings counts for nothing, above it it is the share.</summary>
    [Theory]
    [InlineData(30, 10, 1, 1, 50, 0, 0)]
    [InlineData(60, 10, 1, 1, 60, 1, 0)]
    [InlineData(10, 70, 1, 1, 30, 0, 1)]
    [InlineData(10, 10, 1, 3, 75, 0, 0)]
    [InlineData(10, 40, 1, 3, 60, 0, 1)]
    [InlineData(50, 50, 1, 1, 50, 0, 0)]
    public void Outside_options_count_where_they_bind(
        double one,
        double two,
        double impatience,
        double others,
        double share,
        double bindsOne,
        double bindsTwo
    )
    {
        var at = Named.Run(
            Options,
            ("whole", 100),
            ("outside_1", one),
            ("outside_2", two),
            ("impatience_1", impatience),
            ("impatience_2", others)
        );
        at["share_1"].ShouldBe(share, 1e-12);
        at["share_2"].ShouldBe(100 - share, 1e-12);
        (at["binds_1"], at["binds_2"]).ShouldBe((bindsOne, bindsTwo));
    }

    [Fact]
    public void Two_who_do_not_mind_waiting_divide_evenly_and_two_with_more_apart_part()
    {
        Named
            .Run(Options, ("whole", 8), ("outside_1", 0), ("outside_2", 0), ("impatience_1", 0), ("impatience_2", 0))["share_1"]
            .ShouldBe(4);
        var at = Named.Run(Options, ("whole", 10), ("outside_1", 8), ("outside_2", 4));
        (at["agreement"], at["share_1"], at["share_2"], at["binds_1"]).ShouldBe((0, 8, 4, 0));
    }
}
