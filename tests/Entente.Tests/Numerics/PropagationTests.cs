using Entente.Numerics.Feasibility;
using Entente.Numerics.Intervals;

namespace Entente.Tests.Numerics;

public class PropagationTests
{
    private static readonly Interval Positive = new(0, double.PositiveInfinity);

    [Fact]
    public void A_sum_narrows_every_term()
    {
        var result = Propagation.Run([new(10, 12), new(3, 4), Positive], [Linear.Sum(0, 1, 2)]);

        result.Stopped.ShouldBe(PropagationEnd.FixedPoint);
        result.Domains![2].Low.ShouldBe(6, 1e-9);
        result.Domains![2].High.ShouldBe(9, 1e-9);
    }

    [Fact]
    public void A_part_and_its_share_give_the_whole()
    {
        var result = Propagation.Run([new(129, 129), new(0.73, 0.73), Positive], [new Product(0, 1, 2)]);

        result.Domains![2].Contains(129 / 0.73).ShouldBeTrue();
        result.Domains![2].Width.ShouldBeLessThan(1e-9);
    }

    [Fact]
    public void A_refutation_gives_no_intervals()
    {
        var result = Propagation.Run([new(10, 12), new(13, 14)], [Linear.AtMost(1, 0)]);

        result.Refuted.ShouldBeTrue();
        result.Domains.ShouldBeNull();
    }

    [Fact]
    public void A_loop_that_only_converges_in_the_limit_stops_at_the_round_limit_unrefuted()
    {
        // x = 0.999·y and y = x, from [1, 2]: the only solution is 0, which no finite number of rounds shows.
        var result = Propagation.Run(
            [new(0.001, 2), new(0.001, 2), Interval.Point(0.999)],
            [new Product(0, 2, 1), new Linear([new(1, 0), new(-1, 1)], Interval.Point(0))],
            50
        );

        result.Stopped.ShouldBe(PropagationEnd.RoundLimit);
        result.Rounds.ShouldBe(50);
    }

    [Fact]
    public void The_size_of_a_difference_bounds_it_on_both_sides()
    {
        var result = Propagation.Run([new(19, 21), new(-5, 100)], [new Absolute(0, 1)]);

        result.Domains![1].ShouldBe(new Interval(19, 21));
    }

    [Fact]
    public void A_better_rank_comes_with_a_value_at_least_as_high()
    {
        Propagation.Run([new(1, 1), new(2, 2), new(10, 11), new(12, 13)], [new RankOrder(0, 1, 2, 3)]).Refuted.ShouldBeTrue();
        Propagation.Run([new(2, 2), new(1, 1), new(10, 11), new(12, 13)], [new RankOrder(0, 1, 2, 3)]).Refuted.ShouldBeFalse();
        Propagation.Run([new(1, 1), new(1, 1), Positive, Positive], [new RankOrder(0, 1, 2, 3)]).Refuted.ShouldBeTrue("two firsts");
    }

    [Fact]
    public void Division_by_what_touches_zero_is_bounded_on_one_side_and_by_zero_alone_impossible()
    {
        Outward.Divide(new(5, 20), new(0, 2)).Low.ShouldBe(2.5, 1e-9);
        Outward.Divide(new(-20, -5), new(0, 2)).High.ShouldBe(-2.5, 1e-9);
        Outward.Divide(new(5, 20), new(-1, 1)).ShouldBe(Interval.All);
        Outward.Divide(new(5, 20), Interval.Point(0)).IsEmpty.ShouldBeTrue();
    }

    /// <summary>Property: whatever values the operands take, the result encloses what comes of them.</summary>
    [Fact]
    public void Interval_operations_enclose_the_results_of_their_members()
    {
        var random = new Random(20240409);
        for (var i = 0; i < 5000; i++)
        {
            var (a, b) = (Any(random), Any(random));
            var (x, y) = (Within(random, a), Within(random, b));
            (a + b).Contains(x + y).ShouldBeTrue();
            (a - b).Contains(x - y).ShouldBeTrue();
            (a * b).Contains(x * y).ShouldBeTrue();
            Outward.Add(a, b).Contains(x + y).ShouldBeTrue();
            Outward.Multiply(a, b).Contains(x * y).ShouldBeTrue();
            if (y == 0)
                continue;
            Outward.Divide(a, b).Contains(x / y).ShouldBeTrue($"{a} / {b} at {x} / {y}");
            (a.Contains(x) && Outward.Divide(Outward.Multiply(a, b), b).Contains(x)).ShouldBeTrue();
        }
    }

    /// <summary>Property: a point that satisfies all constraints is never cut off.</summary>
    [Fact]
    public void Propagation_keeps_every_solution()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var (domains, constraints, solution) = RandomSystem.Solvable(new Random(seed));
            var result = Propagation.Run(domains, constraints);
            result.Refuted.ShouldBeFalse($"seed {seed}");
            for (var v = 0; v < solution.Length; v++)
                result.Domains![v].Contains(solution[v]).ShouldBeTrue($"seed {seed}, variable {v}");
        }
    }

    /// <summary>Property: more constraints never end with wider bounds, on which the search for minimal sets relies.</summary>
    [Fact]
    public void Propagation_is_monotone()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var (domains, constraints, _) = RandomSystem.Any(random);
            List<Constraint> fewer = [.. constraints.Where(_ => random.Next(3) > 0)];
            var (more, less) = (Propagation.Run(domains, constraints), Propagation.Run(domains, fewer));
            if (less.Refuted)
                more.Refuted.ShouldBeTrue($"seed {seed}");
            if (more.Refuted || less.Refuted)
                continue;
            for (var v = 0; v < domains.Length; v++)
            {
                more.Domains![v].Low.ShouldBeGreaterThanOrEqualTo(less.Domains![v].Low, $"seed {seed}");
                more.Domains![v].High.ShouldBeLessThanOrEqualTo(less.Domains![v].High, $"seed {seed}");
            }
        }
    }

    private static Interval Any(Random random)
    {
        var (a, b) = (random.Next(-20, 21) / 4.0, random.Next(-20, 21) / 4.0);
        return new(Math.Min(a, b), Math.Max(a, b));
    }

    private static double Within(Random random, Interval x) => x.Low + (random.NextDouble() * x.Width);
}
