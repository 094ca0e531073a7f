using Entente.Numerics.PriceCaps;

namespace Entente.Tests.Numerics.PriceCaps;

/// <summary>Bargaining under a cap against closed forms, Shapley's value, and the ends.</summary>
public sealed class CapBargainingTests
{
    private static readonly CappedSeller Flat = new(20, 20, 4);
    private static readonly CappedSeller Rising = new(10, 30, 4);

    private static CappedBuyer Buyer(double value = 80, double limit = 4, double power = 0.5, double transport = 5) =>
        new(value, 0, limit, power, transport);

    private static CapRegime Cap(double cap, double fleet = 0, double extra = 0) => new(cap, fleet, extra);

    /// <summary>Nash (1950): one buyer pays average cost and the seller's part of the surplus.</summary>
    [Theory]
    [InlineData(0, 75)]
    [InlineData(0.3, 58.5)]
    [InlineData(0.5, 47.5)]
    public void One_buyer_splits_the_surplus(double power, double price) =>
        CapBargaining.Solve(Flat, [Buyer(power: power)], CapRegime.None, 80).Price.ShouldBe(price, 1e-9);

    /// <summary>Upward line, downward line: v − t − sq = c₀ + kq.</summary>
    [Fact]
    public void Lines_meet_where_they_should()
    {
        var found = CapBargaining.Solve(Rising, [new(80, 10, 9, 0.4, 5)], CapRegime.None, 80);
        found.Volume.ShouldBe((75 - 10) / (10.0 + 5), 4);
        var scarce = CapBargaining.Solve(Rising, [new(40, 10, 9, 0.4, 5)], CapRegime.None, 40);
        scarce.Volume.ShouldBe((35 - 10) / (10.0 + 5), 1e-9);
        // Revenue is cost and six tenths of the surplus ½ (35 − 10)² / 15.
        scarce.Profit.ShouldBe(0.6 * 0.5 * 25 * 25 / 15, 1e-9);
    }

    /// <summary>
    /// Stole and Zwiebel (1996) with n alike who could each take all: Π(n) = (W + n r Π(n − 1)) / (1 + n r), r = β/(1 − β); with β = ½ it is n/(n + 1) of W.
    /// </summary>
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.25)]
    public void Rivals_leave_the_seller_more_the_more_they_are(double power)
    {
        var (r, expected) = (power / (1 - power), 0.0);
        for (var n = 1; n <= 6; n++)
        {
            expected = (1 + (n * r * expected)) / (1 + (n * r));
            var found = CapBargaining.Solve(Flat, [.. Enumerable.Repeat(Buyer(power: power), n)], CapRegime.None, 80);
            (found.Profit / (55 * 4)).ShouldBe(expected, 1e-9);
            if (power == 0.5)
                (found.Profit / (55 * 4)).ShouldBe(n / (n + 1.0), 1e-9);
            found.Sales.Select(s => s.Volume).ShouldAllBe(v => Math.Abs(v - (4.0 / n)) < 1e-9);
        }
    }

    /// <summary>With all at ½ the seller gets Shapley's value of the game of surpluses, whatever the buyers (Stole and Zwiebel 1996, theorem 4).</summary>
    [Fact]
    public void At_one_half_it_is_the_value_of_Shapley()
    {
        CappedBuyer[] buyers = [new(80, 3, 2, 0.5, 4), new(75, 0, 1.5, 0.5, 9), new(90, 12, 3, 0.5, 15), new(70, 1, 0.4, 0.5, 2)];
        double Surplus(int set)
        {
            // A crowd leaves the seller everything.
            CappedBuyer[] there = [.. buyers.Where((_, b) => (set >> b & 1) == 1).Select(b => b with { Power = 0 })];
            return CapBargaining.Solve(Rising, there, CapRegime.None, 80).Profit;
        }
        var (value, n) = (0.0, buyers.Length);
        // Before the seller comes, a set of buyers makes nothing: its marginal worth is the surplus of the set, by how many orders have that set before it.
        for (var set = 0; set < 1 << n; set++)
        {
            var size = System.Numerics.BitOperations.PopCount((uint)set);
            value += Surplus(set) * Factorial(size) * Factorial(n - size) / Factorial(n + 1);
        }
        CapBargaining.Solve(Rising, buyers, CapRegime.None, 80).Profit.ShouldBe(value, 1e-8);

        static double Factorial(int k) => k < 2 ? 1 : k * Factorial(k - 1);
    }

    /// <summary>Without a cap, with buyers who compete, at no transport: no discount.</summary>
    [Fact]
    public void A_crowd_without_a_cap_takes_no_discount()
    {
        var found = CapBargaining.Solve(
            Rising,
            [Buyer(power: 0, transport: 0), Buyer(power: 0, transport: 0, limit: 1)],
            CapRegime.None,
            80
        );
        found.Discount.ShouldBe(0, 1e-9);
        found.Volume.ShouldBe(4, 1e-12);
        CapBargaining.Solve(Rising, [Buyer(power: 0, transport: 12)], CapRegime.None, 80).Discount.ShouldBe(12, 1e-9);
    }

    /// <summary>Fewer buyers, larger discount: what an embargo by one of them does.</summary>
    [Fact]
    public void An_embargo_makes_those_who_stay_stronger()
    {
        CappedBuyer[] all = [Buyer(power: 0.3, limit: 3), Buyer(power: 0.3, limit: 2), Buyer(power: 0.3, limit: 2)];
        var (before, after) = (
            CapBargaining.Solve(Rising, all, CapRegime.None, 80),
            CapBargaining.Solve(Rising, all.AsSpan(1), CapRegime.None, 80)
        );
        after.Volume.ShouldBe(before.Volume, 1e-9);
        after.Discount.ShouldBeGreaterThan(before.Discount + 3);
    }

    [Fact]
    public void Ships_enough_outside_at_no_cost_make_the_cap_nothing()
    {
        CappedBuyer[] buyers = [Buyer(power: 0.2, limit: 2), new(78, 2, 3, 0.3, 10, 1.5)];
        var free = CapBargaining.Solve(Rising, buyers, CapRegime.None, 80);
        var evaded = CapBargaining.Solve(Rising, buyers, Cap(30, double.PositiveInfinity), 80);
        (evaded.Revenue, evaded.Volume).ShouldBe((free.Revenue, free.Volume));
        var high = CapBargaining.Solve(Rising, buyers, Cap(79), 80);
        (high.Revenue, high.Volume).ShouldBe((free.Revenue, free.Volume));
        // Never worse than what these ships cost more.
        var dear = CapBargaining.Solve(Rising, buyers, Cap(30, double.PositiveInfinity, 7), 80);
        (free.Revenue - dear.Revenue).ShouldBeLessThanOrEqualTo((7 * free.Volume) + 1e-9 + Weakening(free, dear));

        // What the seller's threats lose by costlier ships comes on top, through the price.
        static double Weakening(CappedOutcome a, CappedOutcome b) =>
            a.Sales.Zip(b.Sales, (x, y) => Math.Max(0, x.Bargained - y.Bargained) * x.Volume).Sum();
    }

    /// <summary>Without other ships a cap above the cost of the last barrel moves money and no oil; below it, volume is what the cap pays for.</summary>
    [Theory]
    [InlineData(60, 4)]
    [InlineData(30, 4)]
    [InlineData(20, 2)]
    [InlineData(15, 1)]
    [InlineData(10, 0)]
    [InlineData(0, 0)]
    public void Volume_falls_only_where_the_cap_is_below_cost(double cap, double volume)
    {
        var found = CapBargaining.Solve(Rising, [Buyer(power: 0)], Cap(cap), 80);
        found.Volume.ShouldBe(volume, 1e-9);
        if (volume > 0)
            found.Price.ShouldBe(cap, 1e-9);
    }

    /// <summary>Where other ships carry more than the cap would pay for, that is what is sold.</summary>
    [Fact]
    public void Outside_the_cap_sales_go_on_below_cost()
    {
        var found = CapBargaining.Solve(Rising, [Buyer(power: 0)], Cap(15, 2.5, 5), 80);
        found.Volume.ShouldBe(2.5, 1e-9);
        found.Price.ShouldBe(70, 1e-9);
        // A long voyage takes as much of the fleet as two short ones.
        var far = CapBargaining.Solve(Rising, [Buyer(power: 0) with { Voyage = 2 }], Cap(15, 2.5, 5), 80);
        far.Volume.ShouldBe(1.25, 1e-9);
    }

    [Fact]
    public void Pipes_know_no_cap()
    {
        var found = CapBargaining.Solve(Rising, [Buyer(power: 0) with { Pipeline = 1 }], Cap(40), 80);
        found.Revenue.ShouldBe((1 * 75) + (3 * 40), 1e-9);
        found.Sales[0].Capped.ShouldBe(3, 1e-12);
    }

    /// <summary>A cap also takes from barrels that it does not touch: the seller can threaten with less.</summary>
    [Fact]
    public void A_cap_weakens_the_seller_where_it_does_not_reach()
    {
        CappedBuyer[] buyers = [Buyer(power: 0.4), Buyer(power: 0.4) with { Pipeline = 4 }];
        var (free, capped) = (CapBargaining.Solve(Flat, buyers, CapRegime.None, 80), CapBargaining.Solve(Flat, buyers, Cap(30), 80));
        capped.Sales[1].Bargained.ShouldBeLessThan(free.Sales[1].Bargained - 1);
    }

    /// <summary>Up to the one average price of a contract, which more barrels of less worth bring down for those too that need no ship.</summary>
    [Fact]
    public void Profit_rises_with_the_cap_and_the_fleet_and_labels_do_not_matter()
    {
        CappedBuyer[] buyers = [new(80, 2, 2, 0.2, 4, 1, 0.5), new(78, 0, 1.5, 0.3, 12, 2), new(79, 1, 1, 0.1, 6, 1.2)];
        double Profit(double cap, double fleet) => CapBargaining.Solve(Rising, buyers, Cap(cap, fleet, 3), 80).Profit;
        foreach (var fleet in new[] { 0, 0.5, 1, 2, 4 })
            for (var cap = 0; cap < 90; cap += 5)
            {
                Profit(cap + 5, fleet).ShouldBeGreaterThanOrEqualTo(0.97 * Profit(cap, fleet), $"cap {cap}, fleet {fleet}");
                Profit(cap, fleet + 0.5).ShouldBeGreaterThanOrEqualTo(0.97 * Profit(cap, fleet), $"fleet {fleet}, cap {cap}");
            }
        CappedBuyer[] turned = [buyers[2], buyers[0], buyers[1]];
        CapBargaining.Solve(Rising, turned, Cap(40, 1, 3), 80).Profit.ShouldBe(Profit(40, 1), 1e-9);
    }

    /// <summary>Less oil makes oil dearer by what is said, and no point is left where the two disagree.</summary>
    [Fact]
    public void The_world_price_answers()
    {
        CappedBuyer[] buyers = [Buyer(power: 0.2)];
        CapBargaining.Solve(Rising, buyers, CapRegime.None, 80, 4, 10).WorldPrice.ShouldBe(80, 1e-9);
        var low = CapBargaining.Solve(Rising, buyers, Cap(20), 80, 4, 10);
        low.Volume.ShouldBe(2, 1e-9);
        low.WorldPrice.ShouldBe(100, 1e-6);
    }
}
