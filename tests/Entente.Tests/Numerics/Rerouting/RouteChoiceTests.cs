using Entente.Numerics.Rerouting;

namespace Entente.Tests.Numerics.Rerouting;

/// <summary>Ways round, blends and games of yes and no against closed forms.</summary>
public sealed class RouteChoiceTests
{
    /// <summary>Allen and Arkolakis (2022), Review of Economic Studies 89:2911, equation of the cost over all ways, with weights.</summary>
    [Fact]
    public void The_cost_is_the_mean_of_order_minus_dispersion()
    {
        var shares = new double[3];
        var cost = RouteChoice.Choose([0.5, 0.3, 0.2], [1.2, 1.5, 2], 4, shares);
        double[] terms = [0.5 * Math.Pow(1.2, -4), 0.3 * Math.Pow(1.5, -4), 0.2 * Math.Pow(2, -4)];
        cost.ShouldBe(Math.Pow(terms.Sum(), -0.25), 1e-14);
        shares.Zip(terms, (s, t) => s - (t / terms.Sum())).ShouldAllBe(d => Math.Abs(d) < 1e-15);
    }

    [Fact]
    public void Ways_no_dearer_than_the_straight_one_cost_nothing_in_all()
    {
        var shares = new double[2];
        RouteChoice.Choose([0.4, 0.6], [1, 1], 3, shares).ShouldBe(1, 1e-15);
        shares.ShouldBe([0.4, 0.6]);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(5)]
    [InlineData(5000)]
    public void A_closed_way_takes_nothing_and_none_open_is_infinite(double dispersion)
    {
        var shares = new double[2];
        RouteChoice.Choose([0.5, 0.5], [1.3, double.PositiveInfinity], dispersion, shares).ShouldBeGreaterThanOrEqualTo(1.3);
        shares.ShouldBe([1, 0]);
        RouteChoice
            .Choose([0.5, 0.5], [double.PositiveInfinity, double.PositiveInfinity], dispersion, shares)
            .ShouldBe(double.PositiveInfinity);
        shares.ShouldBe([0, 0]);
        RouteChoice.Choose([0, 0.5], [1, double.PositiveInfinity], dispersion, shares).ShouldBe(double.PositiveInfinity);
    }

    [Fact]
    public void With_great_dispersion_all_go_the_cheapest_way()
    {
        var shares = new double[3];
        RouteChoice.Choose([0.1, 0.4, 0.5], [1.2, 1.21, 3], 1e5, shares).ShouldBe(1.2, 1e-4);
        shares[0].ShouldBe(1, 1e-12);
    }

    [Fact]
    public void A_blend_lies_between_no_way_and_a_way_for_nothing()
    {
        EvadedFlow.Of(0.5, 1, double.PositiveInfinity, 5).ShouldBe(new(Math.Pow(0.5, -0.2), 0));
        EvadedFlow.Of(1, 1, double.PositiveInfinity, 5).ShouldBe(new(double.PositiveInfinity, 0));
        EvadedFlow.Of(1, 1, 1.3, 5).ShouldBe(new(1.3, 1));
        EvadedFlow.Of(0.7, 1, 1, 5).Cost.ShouldBe(1, 1e-15);
        EvadedFlow.Of(0.7, 1, 1, 5).Evaded.ShouldBe(0.7, 1e-15);
        EvadedFlow.Of(0, 1.4, 1, 5).ShouldBe(new(1.4, 0));
        EvadedFlow.Of(0.5, double.PositiveInfinity, 1.2, 4).Evaded.ShouldBe(1);
    }

    /// <summary>Two who would each evade only where the other does too: nobody and both. Who would only where the other does not: one or the other.</summary>
    [Fact]
    public void All_equilibria_are_found_and_where_there_is_none_that_is_said()
    {
        double Alike(int h, int p) =>
            (p >> h & 1) == 0 ? 0
            : p == 3 ? 1
            : -1;
        double Apart(int h, int p) =>
            (p >> h & 1) == 0 ? 0
            : p == 3 ? -1
            : 1;
        // The first does as the second, the second the other way round from the first.
        double Chase(int h, int p) => h == 0 == (p is 0 or 3) ? 1 : 0;
        YesNoGame.Equilibria(2, Alike, 0).ShouldBe([0, 3]);
        YesNoGame.Equilibria(2, Apart, 0).ShouldBe([1, 2]);
        YesNoGame.Equilibria(2, Chase, 0).ShouldBeEmpty();
        YesNoGame.Equilibria(3, (_, _) => 7, 0).ShouldBe([0]);
        YesNoGame.Equilibria(0, (_, _) => 0, 0).ShouldBe([0]);
    }

    /// <summary>Entry of twelve into a market for five: C(12, 5) equilibria.</summary>
    [Fact]
    public void Twelve_players_are_enumerated()
    {
        double Entry(int h, int p) => (p >> h & 1) == 0 ? 0 : 5.5 - System.Numerics.BitOperations.PopCount((uint)p);
        YesNoGame.Equilibria(12, Entry, 0).Count.ShouldBe(792);
    }
}
