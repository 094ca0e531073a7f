using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Tests.Numerics.Equilibrium;

namespace Entente.Tests.Models.Equilibrium;

/// <summary>Worlds with names, measures, draws, and what is refused, cell by cell.</summary>
public sealed class ScenarioRunTests
{
    private static TradeWorld World(FlowAccounts? accounts = null) =>
        new()
        {
            Name = "test",
            Unit = "US$",
            Regions = [new("AAA", "A"), new("BBB", "B"), new("CCC", "C"), new("DDD", "D")],
            Sectors = [new("goods", "Goods", new(3, 5, 8)), new("more", "More", new(4, 4, 4)), new("home", "Home", new(5, 5, 5))],
            Accounts = accounts ?? GeneratedWorld.Accounts(4, 3, 7),
            Notes = [],
        };

    private static TradeScenario Scenario(params TradeShock[] shocks) =>
        new()
        {
            Name = "test",
            Deficits = DeficitTreatment.Zeroed,
            Elasticities = [],
            Shocks = shocks,
            Report = [],
        };

    private static TradeShock Shock(ShockKind kind, string from, string to, double size = 0, bool both = false) =>
        new()
        {
            Kind = kind,
            From = [from],
            To = [to],
            BothWays = both,
            Size = Spread.Exactly(size),
            Source = "test",
            Where = "shock 1",
        };

    [Fact]
    public void An_embargo_costs_both_and_its_flows_are_gone()
    {
        var answer = ScenarioRun.Answer(World(), Scenario(Shock(ShockKind.Embargo, "AAA", "BBB", both: true)), 0, 1, 1);
        answer.Certificate.Converged.ShouldBeTrue();
        var income = answer.Central![(int)RegionOutcome.RealIncome];
        income[0].ShouldBeLessThan(0);
        income[1].ShouldBeLessThan(0);
        answer.Flows!.Value.After[1].ShouldBe(0);
        answer.Flows.Value.After[4].ShouldBe(0);
        answer.FirstOrderHolds.ShouldBeFalse();
    }

    /// <summary>A control on all varieties is an embargo; on none of them, nothing.</summary>
    [Fact]
    public void A_control_lies_between_nothing_and_an_embargo()
    {
        double[] Income(ShockKind kind, double size) =>
            ScenarioRun.Answer(World(), Scenario(Shock(kind, "AAA", "BBB", size)), 0, 1, 1).Central![0];
        Income(ShockKind.ExportControl, 1).ShouldBe(Income(ShockKind.Embargo, 0), 1e-9);
        Income(ShockKind.ExportControl, 0).ShouldAllBe(x => Math.Abs(x) < 1e-8);
        Income(ShockKind.ExportControl, 0.5)[1].ShouldBeInRange(Income(ShockKind.Embargo, 0)[1], 0);
    }

    [Fact]
    public void A_transfer_makes_the_taker_richer_and_the_giver_poorer()
    {
        var income = ScenarioRun.Answer(World(), Scenario(Shock(ShockKind.Transfer, "AAA", "CCC", 0.02)), 0, 1, 1).Central![0];
        income[0].ShouldBeLessThan(-0.01);
        income[2].ShouldBeGreaterThan(0.005);
    }

    [Fact]
    public void A_seed_gives_the_same_intervals_on_any_number_of_threads()
    {
        var scenario = Scenario(Shock(ShockKind.Iceberg, "AAA", "BBB") with { Size = new(1.05, 1.2, 1.6) });
        ScenarioAnswer Run(int threads, ulong seed) => ScenarioRun.Answer(World(), scenario, 60, seed, threads);
        var (one, three, other) = (Run(1, 4), Run(3, 4), Run(2, 5));
        one.Intervals![0].ShouldBe(three.Intervals![0]);
        one.Intervals[0].ShouldNotBe(other.Intervals![0]);
        one.Failed.ShouldBe(0);
        one.Losing![1].ShouldBe(1);
        one.Drivers.Select(d => d.Input).ShouldBe(["elasticity of goods", "size of measure 1"]);
        one.Drivers[1].WithRealIncome[1].ShouldBeLessThan(-0.5);
        one.Central![0][1].ShouldBeInRange(one.Intervals[0][1].Low, one.Intervals[0][1].High);
    }

    [Fact]
    public void Where_nothing_is_uncertain_nothing_is_drawn()
    {
        var scenario = Scenario(Shock(ShockKind.Tariff, "AAA", "BBB", 0.3)) with { Elasticities = [new([], Spread.Exactly(5), "test")] };
        var answer = ScenarioRun.Answer(World(), scenario, 100, 1, 1);
        answer.Draws.ShouldBe(0);
        answer.Intervals.ShouldBeNull();
        answer.FirstOrderHolds.ShouldBeTrue();
    }

    [Theory]
    [InlineData(0.25, 0, 3)]
    [InlineData(0.5, 1, 5)]
    [InlineData(1, 8, 8)]
    public void The_triangle_is_drawn_by_its_quantiles(double u, double low, double high)
    {
        var spread = new Spread(low, (low + high) / 2, high);
        spread.At(u).ShouldBeInRange(low, high);
        new Spread(0, 0.5, 1).At(0.5).ShouldBe(0.5, 1e-12);
        new Spread(0, 1, 1).At(0.25).ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void What_is_wrong_with_a_base_is_named_by_its_cell()
    {
        var good = GeneratedWorld.Accounts(4, 3, 7);
        WorldCheck.Problems(World(good)).ShouldBeEmpty();
        First(good with { Flows = [.. good.Flows.Skip(1)] }).Cell.ShouldBe("flows");
        First(good with { Flows = Put(good.Flows, 6, -5) }).ShouldBe(new("goods from CCC to BBB", "-5", "0 or more"));
        First(good with { Flows = Put(good.Flows, 6, double.NaN) }).Cell.ShouldBe("goods from CCC to BBB");
        First(good with { Flows = GeneratedWorld.Changed(good.Flows, (c, f) => c % 4 == 3 ? 0 : f) }).Cell.ShouldBe("DDD");
        First(good with { Tariffs = Put(good.Tariffs, 1, -0.2) }).Cell.ShouldBe("goods from BBB to AAA");
        First(good with { ValueAddedShares = Put(good.ValueAddedShares, 5, 1.2) }).Cell.ShouldBe("more in BBB");
        First(good with { InputMix = [.. good.InputMix.Select(x => 2 * x)] }).Found.ShouldBe("inputs whose shares sum to 2");

        static TradeProblem First(FlowAccounts accounts) => WorldCheck.Problems(World(accounts)).First();
    }

    [Fact]
    public void What_is_wrong_with_a_scenario_is_named_too()
    {
        var world = World();
        TradeProblem First(TradeShock shock) => ScenarioCheck.Problems(world, Scenario(shock)).First();
        First(Shock(ShockKind.Embargo, "AAA", "XXX")).Found.ShouldContain("XXX");
        First(Shock(ShockKind.Embargo, "AAA", "BBB") with { Sectors = ["steel"] }).Expected.ShouldContain("goods, more, home");
        First(Shock(ShockKind.ExportControl, "AAA", "BBB", 1.5)).Expected.ShouldContain("0 to 1");
        var alone = GeneratedWorld.Accounts(4, 3, 7);
        var bare = World(alone with { Flows = Put(alone.Flows, 5, 0) });
        var all = new TradeShock
        {
            Kind = ShockKind.Embargo,
            From = ["AAA", "CCC", "DDD"],
            To = ["BBB"],
            Sectors = ["goods"],
            Source = "test",
        };
        ScenarioCheck.Problems(bare, Scenario(all)).First().Cell.ShouldBe("goods in BBB");
    }

    private static double[] Put(double[] cells, int at, double value)
    {
        var copy = (double[])cells.Clone();
        copy[at] = value;
        return copy;
    }
}
