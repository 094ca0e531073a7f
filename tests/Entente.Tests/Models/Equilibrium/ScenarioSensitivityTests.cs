using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Tests.Numerics.Equilibrium;

namespace Entente.Tests.Models.Equilibrium;

/// <summary>What moves the results of a scenario, and runs under several elasticities.</summary>
public sealed class ScenarioSensitivityTests
{
    private static TradeWorld World() =>
        new()
        {
            Name = "test",
            Unit = "US$",
            Regions = [new("AAA", "A"), new("BBB", "B"), new("CCC", "C"), new("DDD", "D")],
            Sectors = [new("goods", "Goods", new(3, 5, 8)), new("more", "More", new(4, 4, 4)), new("home", "Home", new(5, 5, 5))],
            Accounts = GeneratedWorld.Accounts(4, 3, 7),
            Notes = [],
        };

    private static TradeScenario Scenario() =>
        new()
        {
            Name = "test",
            Deficits = DeficitTreatment.Scaled,
            Elasticities = [],
            Shocks =
            [
                new()
                {
                    Kind = ShockKind.Iceberg,
                    From = ["AAA"],
                    To = ["BBB"],
                    Sectors = ["goods"],
                    Size = new(1.05, 1.2, 1.6),
                    Source = "test",
                    Where = "shock 1",
                },
            ],
            Supply = [new(["goods"], ["DDD"], new(0.1, 0.5, 3), "test")],
            Report = ["AAA", "BBB"],
        };

    [Fact]
    public void The_size_of_the_measure_moves_the_buyer_and_a_strangers_supply_hardly()
    {
        var found = ScenarioSensitivity.Of(World(), Scenario(), 256, 1, 2).ShouldNotBeNull();
        found.Inputs.Select(i => i.Name).ShouldBe(["elasticity of goods", "size of measure 1", "supply of goods in DDD"]);
        // Five outcomes (no first-order parts for a cost) of two regions.
        found.Results.Count.ShouldBe(8);
        var loss = found.Results.Single(r => r is { Outcome: RegionOutcome.RealIncome, Region: 1 });
        var (elasticity, size, supply) = (loss.Inputs[0], loss.Inputs[1], loss.Inputs[2]);
        size.Variance!.First.ShouldBeGreaterThan(0.6);
        supply.Variance!.Total.ShouldBeLessThan(0.05);
        // What inputs do alone is no more than all of it, and no more than what each does with others, but for errors.
        loss.Inputs.Sum(i => i.Variance!.First).ShouldBeInRange(0.7, 1.05);
        loss.Inputs.ShouldAllBe(i => i.Variance!.First <= i.Variance.Total + (3 * (i.Variance.FirstError + i.Variance.TotalError)));
        size.Effects.MeanAbsolute.ShouldBeGreaterThan(elasticity.Effects.MeanAbsolute);
        size.Effects.Mean.ShouldBeLessThan(0);
        (size.High < size.Low).ShouldBeTrue();
        found.Undefined.ShouldBe(0);
    }

    [Fact]
    public void Its_bits_do_not_depend_on_threads()
    {
        var (one, four) = (ScenarioSensitivity.Of(World(), Scenario(), 32, 5, 1)!, ScenarioSensitivity.Of(World(), Scenario(), 32, 5, 4)!);
        four.Results.SelectMany(r => r.Inputs).ShouldBe(one.Results.SelectMany(r => r.Inputs));
    }

    [Fact]
    public void It_can_be_stopped_and_without_ranges_there_is_none()
    {
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() =>
            ScenarioSensitivity.Of(World(), Scenario(), 4096, 1, 2, _ => stop.Cancel(), stop.Token)
        );
        var certain = Scenario() with { Shocks = [], Supply = [], Elasticities = [new([], Spread.Exactly(5), "test")] };
        ScenarioSensitivity.Of(World(), certain, 32, 1, 1).ShouldBeNull();
    }

    [Fact]
    public void Runs_have_their_own_elasticities_over_the_scenarios()
    {
        var scenario = Scenario() with
        {
            Variants =
            [
                new()
                {
                    Name = "short",
                    Elasticities = [new(["goods"], Spread.Exactly(1.5), "test")],
                    Supply = [new([], [], Spread.Exactly(0), "test")],
                },
                new()
                {
                    Name = "long",
                    Deficits = DeficitTreatment.Zeroed,
                    Elasticities = [new([], Spread.Exactly(8), "test")],
                    Supply = [new([], [], Spread.Exactly(double.PositiveInfinity), "test")],
                },
            ],
        };
        ScenarioCheck.Problems(World(), scenario).ShouldBeEmpty();
        var runs = scenario.Runs();
        runs.Select(r => (r.Run, r.Deficits)).ShouldBe([("short", DeficitTreatment.Scaled), ("long", DeficitTreatment.Zeroed)]);
        var answers = runs.Select(r => ScenarioRun.Answer(World(), r, 20, 1, 1)).ToList();
        // What a later number replaces everywhere is no input any more.
        answers[1].Drivers.Select(d => d.Input).ShouldBe(["size of measure 1"]);
        Math.Abs(answers[0].Central![0][1] - answers[1].Central![0][1]).ShouldBeGreaterThan(1e-4);
        var wrong = scenario with { Variants = [scenario.Variants[0] with { Supply = [new([], [], Spread.Exactly(-1), "test")] }] };
        ScenarioCheck.Problems(World(), wrong).First().ShouldBe(new("run short", "an elasticity of supply of -1", "0 or more"));
    }
}
