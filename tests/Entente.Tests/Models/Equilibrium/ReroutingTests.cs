using Entente.Models;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Tests.Numerics.Equilibrium;

namespace Entente.Tests.Models.Equilibrium;

/// <summary>Controls evaded through hubs: the ends, who takes over, what makes hubs comply, and profiles that are several or none.</summary>
public sealed class ReroutingTests
{
    private static readonly string[] Codes = ["AAA", "BBB", "CCC", "DDD", "EEE"];

    private static TradeWorld World(int[]? order = null)
    {
        var accounts = GeneratedWorld.Accounts(5, 3, 11);
        order ??= [0, 1, 2, 3, 4];
        return new()
        {
            Name = "test",
            Unit = "US$",
            Regions = [.. order.Select(o => new TradeRegion(Codes[o], Codes[o]))],
            Sectors = [new("goods", "Goods", new(3, 5, 8)), new("more", "More", new(4, 4, 4)), new("home", "Home", new(5, 5, 5))],
            Accounts = Relabelled(accounts, order),
            Notes = [],
        };
    }

    private static FlowAccounts Relabelled(FlowAccounts a, int[] order)
    {
        var n = a.Countries;
        double[] Pairs(double[] cells) => [.. cells.Select((_, c) => cells[(((c / n / n * n) + order[c / n % n]) * n) + order[c % n]])];
        double[] Rows(double[] cells) => [.. cells.Select((_, c) => cells[(c / n * n) + order[c % n]])];
        return a with
        {
            Flows = Pairs(a.Flows),
            Tariffs = Pairs(a.Tariffs),
            ValueAddedShares = Rows(a.ValueAddedShares),
            InputMix = Rows(a.InputMix),
        };
    }

    private static ReroutingHub Hub(string region, double cost = 1.1, double margin = 0.1, HubChoice choice = HubChoice.BestResponse) =>
        new()
        {
            Region = region,
            Cost = Spread.Exactly(cost),
            Margin = Spread.Exactly(margin),
            Detection = Spread.Exactly(0.05),
            Penalty = Spread.Exactly(1),
            Choice = choice,
            Source = "test",
        };

    private static Rerouting Through(params ReroutingHub[] hubs) =>
        new()
        {
            Dispersion = Spread.Exactly(4),
            Reach = Spread.Exactly(0.8),
            Hubs = hubs,
            Source = "test",
        };

    private static SecondarySanctions Threat(double probability, double? loss = null) =>
        new()
        {
            Probability = Spread.Exactly(probability),
            Cut = Spread.Exactly(0.5),
            Loss = loss is { } l ? Spread.Exactly(l) : null,
            Source = "test",
        };

    private static TradeScenario Embargo(Rerouting? rerouting, DeficitTreatment deficits = DeficitTreatment.Held) =>
        new()
        {
            Name = "test",
            Deficits = deficits,
            Elasticities = [new([], Spread.Exactly(5), "test")],
            Shocks =
            [
                new()
                {
                    Kind = ShockKind.Embargo,
                    From = ["AAA"],
                    To = ["BBB"],
                    Sectors = ["goods"],
                    Source = "test",
                },
            ],
            Rerouting = rerouting,
            Report = [],
        };

    private static ScenarioAnswer Answer(TradeScenario scenario, int draws = 0, int threads = 1) =>
        ScenarioRun.Answer(World(), scenario, draws, 1, threads);

    private static double[] Income(ScenarioAnswer answer) => answer.Central![(int)RegionOutcome.RealIncome];

    [Theory]
    [InlineData(DeficitTreatment.Held)]
    [InlineData(DeficitTreatment.Scaled)]
    [InlineData(DeficitTreatment.Zeroed)]
    public void Without_hubs_or_at_any_price_or_all_complying_it_is_the_plain_embargo(DeficitTreatment deficits)
    {
        var plain = Income(Answer(Embargo(null, deficits)));
        Income(Answer(Embargo(Through(), deficits))).ShouldBe(plain);
        Income(Answer(Embargo(Through(Hub("CCC", 1e9), Hub("DDD", 1e9)), deficits))).ShouldBe(plain, 1e-9);
        Income(Answer(Embargo(Through(Hub("CCC", choice: HubChoice.Complies)), deficits))).ShouldBe(plain);
    }

    [Fact]
    public void Ways_for_nothing_and_for_all_of_it_undo_the_embargo()
    {
        var free = Hub("CCC", 1, 0) with { Detection = Spread.Exactly(0), Choice = HubChoice.Evades };
        var answer = Answer(Embargo(Through(free, free with { Region = "DDD" }) with { Reach = Spread.Exactly(1) }));
        Income(answer).ShouldAllBe(i => Math.Abs(i) < 1e-9);
        var backfill = answer.Backfill.Single();
        backfill.Around.ShouldBe(backfill.Lost, backfill.Lost * 1e-8);
    }

    [Fact]
    public void Evasion_helps_the_target_and_pays_the_hub()
    {
        var (plain, evaded) = (Answer(Embargo(null)), Answer(Embargo(Through(Hub("CCC", margin: 0.2)))));
        evaded.Certificate.Converged.ShouldBeTrue();
        evaded.Certificate.Residual.ShouldBeLessThan(1e-10);
        evaded.Certificate.Walras.ShouldBeLessThan(1e-8);
        Income(evaded)[1].ShouldBeGreaterThan(Income(plain)[1]);
        Income(evaded)[2].ShouldBeGreaterThan(Income(plain)[2]);
        var outcome = evaded.Rerouting!.Equilibria.Single();
        outcome.Evades.ShouldBe([true]);
        outcome.Margins[0].ShouldBe(outcome.Through[0] * 0.2 / 1.2, outcome.Through[0] * 1e-12);
        outcome.Gains[0].ShouldBe(Income(evaded)[2] - Income(plain)[2], 1e-9);
        evaded.Rerouting.Nobody.RealIncome.ShouldBe(Income(plain), 1e-9);
    }

    /// <summary>A margin and the same cost in freight stop the same, but the hub keeps the one and nobody the other.</summary>
    [Theory]
    [InlineData(DeficitTreatment.Held)]
    [InlineData(DeficitTreatment.Scaled)]
    public void A_margin_is_the_hubs_and_not_lost(DeficitTreatment deficits)
    {
        var kept = Answer(Embargo(Through(Hub("CCC", 1, 0.3)), deficits));
        var lost = Answer(Embargo(Through(Hub("CCC", 1.3, 0)), deficits));
        Income(kept)[2].ShouldBeGreaterThan(Income(lost)[2]);
        kept.Rerouting!.Equilibria[0].Margins[0].ShouldBeGreaterThan(0);
        lost.Rerouting!.Equilibria[0].Margins[0].ShouldBe(0);
        // What the target pays for the way is the same share of its price: its own loss hardly differs.
        Income(kept)[1].ShouldBe(Income(lost)[1], 0.01);
    }

    [Fact]
    public void Labels_do_not_matter()
    {
        var scenario = Embargo(Through(Hub("CCC"), Hub("DDD", 1.3)));
        var first = ScenarioRun.Answer(World(), scenario, 0, 1, 1);
        var other = ScenarioRun.Answer(World([4, 2, 0, 3, 1]), scenario, 0, 1, 1);
        foreach (var code in Codes)
            Income(other)[other.World.RegionOf(code)].ShouldBe(Income(first)[first.World.RegionOf(code)], 1e-9);
        var turned = ScenarioRun.Answer(World(), Embargo(Through(Hub("DDD", 1.3), Hub("CCC"))), 0, 1, 1);
        turned.Rerouting!.Equilibria[0].Through.Reverse().ShouldBe(first.Rerouting!.Equilibria[0].Through, 1e-6);
    }

    [Fact]
    public void What_the_embargo_takes_is_accounted_for()
    {
        var answer = Answer(Embargo(Through(Hub("CCC"))));
        var backfill = answer.Backfill.Single();
        (backfill.Target, backfill.Sectors).ShouldBe((1, [0]), new Same());
        backfill.Suppliers[0].Controls.ShouldBeTrue();
        backfill.Suppliers[0].Straight.ShouldBe(0, 1e-9);
        backfill.Lost.ShouldBe(backfill.Suppliers[0].Before, 1e-9);
        backfill.Around.ShouldBe(answer.Rerouting!.Equilibria[0].Through[0], backfill.Around * 1e-9);
        backfill.Others.ShouldBeGreaterThan(0);
        backfill.Home.ShouldBeGreaterThan(0);
        var plain = Answer(Embargo(null)).Backfill.Single();
        plain.Around.ShouldBe(0);
        plain.Others.ShouldBeGreaterThan(backfill.Others);
    }

    private sealed class Same : IEqualityComparer<(int, IReadOnlyList<int>)>
    {
        public bool Equals((int, IReadOnlyList<int>) x, (int, IReadOnlyList<int>) y) =>
            x.Item1 == y.Item1 && x.Item2.SequenceEqual(y.Item2);

        public int GetHashCode((int, IReadOnlyList<int>) obj) => obj.Item1;
    }

    /// <summary>The threat's break-even is where the choice turns, and the loss is what the model says of an embargo's half.</summary>
    [Fact]
    public void A_hub_complies_from_the_probability_at_which_it_breaks_even()
    {
        var rerouting = Through(Hub("CCC", margin: 0.3)) with { Secondary = Threat(1e-6) };
        var answer = Answer(Embargo(rerouting)).Rerouting!;
        answer.Equilibria.Single().Evades.ShouldBe([true]);
        answer.Losses[0].ShouldBeGreaterThan(0);
        var even = answer.BreakEven(answer.Equilibria[0], 0);
        even.ShouldBeInRange(0.0001, 1);
        Evades(rerouting with { Secondary = Threat(even * 0.999) }).ShouldBeTrue();
        Evades(rerouting with { Secondary = Threat(even * 1.001) }).ShouldBeFalse();
        Evades(rerouting with { Secondary = Threat(1, 0.5) }).ShouldBeFalse();
        Evades(rerouting with { Secondary = Threat(1, 0) }).ShouldBeTrue();

        static bool Evades(Rerouting r) => Answer(Embargo(r)).Rerouting!.Equilibria.Single().Evades[0];
    }

    /// <summary>Two alike who take each other's business: with a threat between what one gains alone and what it gains beside the other, either may evade.</summary>
    [SkippableFact]
    public void Several_stable_profiles_are_all_told()
    {
        var hubs = Through(Hub("CCC", margin: 0.3), Hub("DDD", margin: 0.3)) with { Dispersion = Spread.Exactly(12) };
        var free = Answer(Embargo(hubs)).Rerouting!;
        free.Equilibria.Single().Evades.ShouldBe([true, true]);
        // What each gains alone, and what beside the other.
        double Alone(int h) => free.Nobody.Gains[h];
        double Beside(int h) => free.Equilibria[0].Gains[h];
        Alone(0).ShouldBeGreaterThan(Beside(0));
        Alone(1).ShouldBeGreaterThan(Beside(1));
        var (low, high) = (Math.Max(Beside(0), Beside(1)), Math.Min(Alone(0), Alone(1)));
        Skip.If(low >= high, "the two hubs differ by too much for one threat to tell");
        var income = Math.Max(1 + free.Nobody.RealIncome[2], 1 + free.Nobody.RealIncome[3]);
        var told = Answer(Embargo(hubs with { Secondary = Threat(1, (low + high) / 2 / income) })).Rerouting!;
        told.Equilibria.Select(e => string.Join(',', e.Evades)).ShouldBe(["True,False", "False,True"]);
    }

    [Fact]
    public void Draws_are_the_same_on_any_number_of_threads()
    {
        var spread = new Spread(0.05, 0.1, 0.3);
        var scenario = Embargo(
            Through(
                Hub("CCC") with
                {
                    Margin = spread,
                },
                Hub("DDD") with
                {
                    Margin = spread,
                },
                Hub("EEE") with
                {
                    Cost = new(1, 1.2, 1.5),
                }
            ) with
            {
                Secondary = Threat(0.02) with { Probability = new(0, 0.02, 0.2) },
            }
        );
        ScenarioAnswer Run(int threads) => ScenarioRun.Answer(World(), scenario, 40, 3, threads);
        var (one, three) = (Run(1), Run(3));
        one.Intervals![0].ShouldBe(three.Intervals![0]);
        Income(one).ShouldBe(Income(three));
        one.Rerouting!.Evading.ShouldBe(three.Rerouting!.Evading);
        one.Drivers.Select(d => d.Input).ShouldBe(["margin", "cost of evasion through EEE", "probability of secondary sanctions"]);
        var (none, single, several) = one.Rerouting.Draws!.Value;
        (none + single + several).ShouldBe(40);
    }

    [Fact]
    public void What_does_not_converge_has_no_numbers()
    {
        // Held surpluses and nobody to sell to.
        var alone = Embargo(Through(Hub("CCC") with { Choice = HubChoice.Complies })) with
        {
            Shocks =
            [
                new()
                {
                    Kind = ShockKind.Embargo,
                    From = ["AAA"],
                    To = ["BBB", "CCC", "DDD", "EEE"],
                    BothWays = true,
                    Source = "test",
                },
            ],
        };
        var answer = Answer(alone, 20);
        answer.Certificate.Converged.ShouldBeFalse();
        answer.Central.ShouldBeNull();
        answer.Rerouting.ShouldBeNull();
        answer.Backfill.ShouldBeEmpty();
        answer.Draws.ShouldBe(0);
    }
}
