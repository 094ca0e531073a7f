using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Numerics.Equilibrium;

/// <summary>
/// Supply that slopes upwards: v̂ = ŵ^β Ŷ^(1−β), Caliendo, Dvorkin and Parro (2019), Econometrica 87:741, whose limits are the model without specific
/// factors and given quantities (Jones 1971).
/// </summary>
public sealed class SupplyElasticityTests
{
    private static double[] Everywhere(MultiSectorBase world, double elasticity) =>
        [.. Enumerable.Repeat(elasticity, world.Sectors * world.Countries)];

    private static double[] Dearer(MultiSectorBase world) =>
        GeneratedWorld.Changed(GeneratedWorld.Ones(world), (c, one) => c / 5 % 5 == 1 && c % 5 == 3 ? 1.5 : one);

    private static MultiSectorEquilibrium Solved(MultiSectorBase world, MultiSectorShock shock)
    {
        var search = new MultiSectorSolver(world).Solve(shock);
        search.Certificate.Stopped.ShouldBe(StopReason.Converged);
        search.Certificate.Residual.ShouldBeLessThan(1e-10);
        search.Certificate.Walras.ShouldBeLessThan(1e-9);
        return search.Equilibrium!;
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Infinite_elasticities_are_the_model_without_specific_factors(int seed)
    {
        var world = GeneratedWorld.Cleared(5, 4, seed);
        var plain = Solved(world, new() { Costs = Dearer(world) });
        var infinite = Solved(world, new() { Costs = Dearer(world), Supply = Everywhere(world, double.PositiveInfinity) });
        infinite.RealIncomes().ShouldBe(plain.RealIncomes());
        infinite.LogCosts.ShouldBe(plain.LogCosts);
        var high = Solved(world, new() { Costs = Dearer(world), Supply = Everywhere(world, 1e7) });
        high.RealIncomes().ShouldBe(plain.RealIncomes(), 1e-7);
    }

    /// <summary>Elasticity 0: the quantity of value added, its pay over its price, is what it was in every sector.</summary>
    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void At_zero_every_quantity_is_given(int seed)
    {
        var world = GeneratedWorld.Cleared(5, 4, seed);
        var after = Solved(world, new() { Costs = Dearer(world), Supply = Everywhere(world, 0) });
        foreach (var (pay, price, _) in Sectors(world, after))
            (pay / price).ShouldBe(1, 1e-8);
    }

    /// <summary>What the number says: quantity = (price / wage)^s, in every sector of every country.</summary>
    [Theory]
    [InlineData(0.2)]
    [InlineData(1)]
    [InlineData(4)]
    public void Quantities_answer_by_the_elasticity(double elasticity)
    {
        var world = GeneratedWorld.Cleared(5, 4, 5);
        var after = Solved(world, new() { Costs = Dearer(world), Supply = Everywhere(world, elasticity) });
        foreach (var (pay, price, wage) in Sectors(world, after))
            (pay / price).ShouldBe(Math.Pow(price / wage, elasticity), 1e-8);
    }

    /// <summary>One sector has the whole of a country's labour whatever its supply is: nothing changes.</summary>
    [Fact]
    public void In_a_world_of_one_sector_supply_makes_no_difference()
    {
        var world = GeneratedWorld.Cleared(5, 1, 6);
        var costs = GeneratedWorld.Changed(GeneratedWorld.Ones(world), (c, one) => c == 8 ? 2 : one);
        var plain = Solved(world, new() { Costs = costs }).RealIncomes();
        foreach (var elasticity in new[] { 0, 0.5, 3 })
            Solved(world, new() { Costs = costs, Supply = Everywhere(world, elasticity) }).RealIncomes().ShouldBe(plain, 1e-8);
    }

    [Theory]
    [InlineData(DeficitRule.Held)]
    [InlineData(DeficitRule.Scaled)]
    public void Accounts_meet_and_without_a_shock_nothing_changes(DeficitRule rule)
    {
        var world = Solved(GeneratedWorld.Accounts(6, 4, 7).ToBase(), MultiSectorShock.None).AsBase();
        var supply = GeneratedWorld.Changed(Everywhere(world, 0), (c, _) => c % 3 == 0 ? double.PositiveInfinity : 0.3 * (c % 5));
        var still = Solved(world, new() { Supply = supply, Rule = rule });
        still.RealIncomes().ShouldAllBe(w => Math.Abs(w - 1) < 1e-8);
        var after = Solved(
            world,
            new()
            {
                Supply = supply,
                Rule = rule,
                Costs = GeneratedWorld.Changed(GeneratedWorld.Ones(world), (c, one) => c % 11 == 4 ? 1.4 : one),
            }
        );
        after.ValueAdded.Sum().ShouldBe(world.ValueAdded.Sum(), 1e-8 * world.ValueAdded.Sum());
        after.Deficits.Sum().ShouldBe(0, 1e-6 * world.ValueAdded.Sum());
    }

    /// <summary>What cannot be made elsewhere is sold cheaper: an exporter cut off from its buyer loses more, the less its supply gives way.</summary>
    [Fact]
    public void The_less_supply_gives_way_the_more_the_seller_loses()
    {
        var world = GeneratedWorld.Cleared(4, 3, 8);
        var costs = GeneratedWorld.Changed(
            GeneratedWorld.Ones(world),
            (c, one) => c / 16 == 0 && c % 4 == 2 && c / 4 % 4 != 2 ? double.PositiveInfinity : one
        );
        double[] Losses() =>
            [
                .. new[] { 0, 0.5, 2, 8, double.PositiveInfinity }.Select(s =>
                    Solved(world, new() { Costs = costs, Supply = Everywhere(world, s) }).RealIncomes()[2]
                ),
            ];
        var losses = Losses();
        losses.ShouldBe(losses.Order());
        losses[^1].ShouldBeLessThan(1);
    }

    // Pay for value added, its price out of ln ĉ = γ ln v̂ + Σ γ ln P̂, and the wage, all as factors.
    private static IEnumerable<(double Pay, double Price, double Wage)> Sectors(MultiSectorBase world, MultiSectorEquilibrium after)
    {
        var n = world.Countries;
        for (var j = 0; j < world.Sectors; j++)
        for (var i = 0; i < n; i++)
        {
            var before = Enumerable
                .Range(0, n)
                .Sum(m => world.Shares[world.At(j, m, i)] * world.Expenditure[(j * n) + m] / world.Tariffs[world.At(j, m, i)]);
            var inputs = Enumerable
                .Range(0, world.Sectors)
                .Sum(k => world.InputShares[(((j * world.Sectors) + k) * n) + i] * after.LogPrices[(k * n) + i]);
            var price = Math.Exp((after.LogCosts[(j * n) + i] - inputs) / world.ValueAddedShares[(j * n) + i]);
            yield return (after.Output[(j * n) + i] / before, price, after.Wages[i]);
        }
    }
}
