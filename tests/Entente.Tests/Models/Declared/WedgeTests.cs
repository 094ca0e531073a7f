using Entente.Models;
using Entente.Models.Wedge;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Models.Declared;

public sealed class WedgeTests
{
    private static readonly WedgeStrategy Wedge = new();

    private static readonly (string, double)[] Target =
    [
        ("partnership", 10),
        ("exit_cost", 2),
        ("counter_offer", 1),
        ("apart", 4),
        ("credibility", 0.5),
        ("worth", 1.5),
    ];

    /// <summary>By hand: it needs 10 + 2 + 1 − 4 = 9; at ½·1.5 a unit that takes a concession of 12; a gain of 20 less 5 bears 15.</summary>
    [Fact]
    public void A_concession_between_the_smallest_and_the_largest()
    {
        var at = Named.Run(Wedge, [.. Target, ("gain", 20), ("divider_cost", 5)]);
        (at["needed"], at["least_concession"], at["most_concession"], at["room"]).ShouldBe((9, 12, 15, 3));
        (at["feasible"], at["futile"]).ShouldBe((1, 0));
        var narrow = Named.Run(Wedge, [.. Target, ("gain", 15), ("divider_cost", 5)]);
        (narrow["room"], narrow["feasible"], narrow["futile"]).ShouldBe((-2, 0, 1));
    }

    [Fact]
    public void At_the_limits()
    {
        // Nothing that is offered is believed: no concession is large enough, whatever the gain.
        var unbelieved = Named.Run(Wedge, ("partnership", 1), ("apart", 0), ("credibility", 0), ("gain", 1000));
        double.IsNaN(unbelieved["least_concession"]).ShouldBeTrue();
        unbelieved["futile"].ShouldBe(1);
        // A target that would leave anyway needs nothing, believed or not.
        var leaving = Named.Run(Wedge, ("partnership", 1), ("apart", 3), ("credibility", 0), ("gain", 0));
        (leaving["least_concession"], leaving["feasible"]).ShouldBe((0, 1));
        // A divider whom the division costs more than it brings does not try.
        Named.Run(Wedge, ("partnership", 1), ("apart", 3), ("gain", 1), ("divider_cost", 2))["futile"].ShouldBe(1);
    }

    /// <summary>
    /// The probability that it is futile, by the triangle: the smallest concession is 12, the largest lies on (10, 16, 22): below 12 with
    /// probability (12 − 10)²/((22 − 10)(16 − 10)) = 1/18.
    /// </summary>
    [Fact]
    public void Futility_over_draws()
    {
        var gain = new Spread(10, 16, 22);
        const int draws = 36_000;
        var futile = Enumerable.Range(0, draws).Sum(i => Named.Run(Wedge, [.. Target, ("gain", gain.At((i + 0.5) / draws))])["futile"]);
        (futile / draws).ShouldBe(1.0 / 18, 1.0 / draws);
    }

    [Fact]
    public void More_to_gain_or_to_believe_never_makes_it_futile_and_more_to_lose_never_feasible() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(300),
            Prop.ForAll(
                Gen.Choose(0, 100).ArrayOf(8).ToArbitrary(),
                c =>
                {
                    double[] at = [c[0], c[1], c[2], c[3], c[4] / 100.0, c[5] / 50.0, c[6], c[7] / 4.0];
                    var feasible = Feasible(at);
                    foreach (var (input, step) in new[] { (1, 5.0), (4, 0.2), (5, 0.3), (6, 7), (0, -5), (2, -5), (3, -5), (7, -5) })
                    {
                        double[] better = [.. at];
                        better[input] = Math.Clamp(better[input] + step, 0, input == 4 ? 1 : 1000);
                        Feasible(better).ShouldBeGreaterThanOrEqualTo(feasible);
                    }
                }
            )
        );

    private static double Feasible(double[] inputs)
    {
        var outputs = new double[Wedge.Outputs.Count];
        Wedge.Evaluate(inputs, outputs);
        (outputs[4] + outputs[5]).ShouldBe(1);
        return outputs[4];
    }
}
