using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Numerics.Equilibrium;

/// <summary>What must hold of every world: nothing changes of itself, names and units do not matter, accounts meet.</summary>
public sealed class EquilibriumPropertyTests
{
    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(5, 4, 2)]
    [InlineData(9, 6, 3)]
    public void Without_a_shock_nothing_changes(int countries, int sectors, int seed)
    {
        var search = new MultiSectorSolver(GeneratedWorld.Cleared(countries, sectors, seed)).Solve(MultiSectorShock.None);
        var after = search.Equilibrium.ShouldNotBeNull();
        after.Wages.ShouldAllBe(w => Math.Abs(w - 1) < 1e-8);
        after.RealIncomes().ShouldAllBe(w => Math.Abs(w - 1) < 1e-8);
        after.LogCosts.ShouldAllBe(c => Math.Abs(c) < 1e-8);
    }

    [Theory]
    [InlineData(4, 3, 11)]
    [InlineData(7, 5, 12)]
    public void The_names_of_countries_do_not_matter(int countries, int sectors, int seed)
    {
        var world = GeneratedWorld.Cleared(countries, sectors, seed);
        var cost = Cost(world, 0, 1);
        var plain = Solved(world, new() { Costs = cost });
        // n becomes its mirror image.
        int Other(int n) => countries - 1 - n;
        double[] Cells(double[] a) =>
            [.. a.Select((_, c) => a[world.At(c / countries / countries, Other(c / countries % countries), Other(c % countries))])];
        double[] Rows(double[] a) => [.. a.Select((_, c) => a[(c / countries * countries) + Other(c % countries)])];
        var turned = world with
        {
            Shares = Cells(world.Shares),
            Tariffs = Cells(world.Tariffs),
            ValueAddedShares = Rows(world.ValueAddedShares),
            InputShares = Rows(world.InputShares),
            FinalShares = Rows(world.FinalShares),
            ValueAdded = Rows(world.ValueAdded),
            Deficits = Rows(world.Deficits),
            Expenditure = Rows(world.Expenditure),
        };
        var mirrored = Solved(turned, new() { Costs = Cells(cost) });
        mirrored.RealIncomes().Reverse().ShouldBe(plain.RealIncomes(), 1e-8);
    }

    [Fact]
    public void The_unit_of_money_does_not_matter()
    {
        var world = GeneratedWorld.Cleared(5, 3, 21);
        var scaled = world with
        {
            ValueAdded = [.. world.ValueAdded.Select(v => v * 1e6)],
            Expenditure = [.. world.Expenditure.Select(v => v * 1e6)],
            Deficits = [.. world.Deficits.Select(v => v * 1e6)],
        };
        Solved(scaled, new() { Costs = Cost(world, 1, 2) })
            .RealIncomes()
            .ShouldBe(Solved(world, new() { Costs = Cost(world, 1, 2) }).RealIncomes(), 1e-9);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(32)]
    public void Accounts_meet_with_deficits_held_or_scaled(int seed)
    {
        var world = GeneratedWorld.Accounts(6, 4, seed).ToBase();
        foreach (var rule in Enum.GetValues<DeficitRule>())
        {
            var search = new MultiSectorSolver(world).Solve(new() { Costs = Cost(world, 0, 3), Rule = rule });
            search.Certificate.Walras.ShouldBeLessThan(1e-9);
            var after = search.Equilibrium!;
            after.Deficits.Sum().ShouldBe(0, 1e-6 * world.ValueAdded.Sum());
            after.Wages.Zip(world.ValueAdded, (w, v) => w * v).Sum().ShouldBe(world.ValueAdded.Sum(), 1e-8 * world.ValueAdded.Sum());
            var next = after.AsBase();
            for (var r = 0; r < next.Sectors * next.Countries; r++)
                Enumerable.Range(0, next.Countries).Sum(i => next.Shares[(r * next.Countries) + i]).ShouldBe(1, 1e-9);
        }
    }

    /// <summary>A change and its opposite lead back to the start.</summary>
    [Fact]
    public void A_change_undone_leaves_nothing()
    {
        var world = GeneratedWorld.Cleared(5, 4, 41);
        var there = Solved(world, new() { Tariffs = GeneratedWorld.Changed(world.Tariffs, (c, t) => c % 7 == 3 ? t * 1.1 : t) });
        var back = Solved(there.AsBase(), new() { Tariffs = world.Tariffs });
        there.RealIncomes().Zip(back.RealIncomes(), (a, b) => a * b).ShouldAllBe(p => Math.Abs(p - 1) < 1e-8);
    }

    /// <summary>Costs without end are what an embargo is.</summary>
    [Fact]
    public void A_cost_that_grows_without_end_becomes_an_embargo()
    {
        var world = GeneratedWorld.Cleared(5, 3, 51);
        var embargo = Solved(world, new() { Costs = Cost(world, 0, 1, double.PositiveInfinity) });
        var dear = Solved(world, new() { Costs = Cost(world, 0, 1, 1e6) });
        embargo.RealIncomes().ShouldBe(dear.RealIncomes(), 1e-6);
        embargo.Shares()[world.At(0, 0, 1)].ShouldBe(0);
        embargo.RealIncomes()[0].ShouldBeLessThan(1);
        embargo.RealIncomes()[1].ShouldBeLessThan(1);
    }

    /// <summary>
    /// A country shut off altogether, without tariffs or deficits: Î/P̂ = Π_j Π_k π_kk^(α_j·a_jk/θ_k), a the inverse of I − γ: Costinot and Rodríguez-Clare
    /// (2014), Handbook of International Economics 4.
    /// </summary>
    [Fact]
    public void Shut_off_a_country_loses_what_its_share_at_home_says()
    {
        var accounts = GeneratedWorld.Accounts(5, 3, 61);
        var start = (accounts with { Tariffs = [.. accounts.Tariffs.Select(_ => 1.0)] }).ToBase();
        var world = Solved(start, MultiSectorShock.ZeroDeficits(start)).AsBase();
        var after = Solved(
            world,
            new()
            {
                Costs = GeneratedWorld.Changed(
                    GeneratedWorld.Ones(world),
                    (c, _) => (c / 5 % 5 == 0) != (c % 5 == 0) ? double.PositiveInfinity : 1
                ),
            }
        );
        // ln ĉ = Σ γ ln P̂ with ŵ = 1, ln P̂ = ln ĉ + ln π_kk / θ … solved by repeated substitution.
        var (logCosts, logPrices) = (new double[3], new double[3]);
        for (var round = 0; round < 500; round++)
        {
            for (var j = 0; j < 3; j++)
                logPrices[j] = logCosts[j] - (Math.Log(world.Shares[world.At(j, 0, 0)]) / world.Elasticities[j]);
            for (var j = 0; j < 3; j++)
                logCosts[j] = Enumerable.Range(0, 3).Sum(k => world.InputShares[((j * 3) + k) * 5] * (logPrices[k]));
        }
        // With ŵ = 1 the price index falls by what autarky saves on nothing: prices rise as π_kk^(−1/θ).
        var loss = Math.Exp(-Enumerable.Range(0, 3).Sum(j => world.FinalShares[j * 5] * (logPrices[j])));
        after.RealIncomes()[0].ShouldBe(loss, 1e-8);
    }

    [Fact]
    public void An_emptied_market_is_named_and_refused()
    {
        var world = GeneratedWorld.Cleared(3, 2, 71);
        var shock = new MultiSectorShock
        {
            Costs = GeneratedWorld.Changed(GeneratedWorld.Ones(world), (c, _) => c / 3 == 1 ? double.PositiveInfinity : 1),
        };
        MultiSectorSolver.EmptiedMarkets(world, shock).ShouldBe([(0, 1)]);
        Should.Throw<ArgumentException>(() => new MultiSectorSolver(world).Solve(shock));
    }

    [Fact]
    public void What_did_not_converge_has_no_numbers()
    {
        var world = GeneratedWorld.Cleared(5, 3, 81);
        var search = new MultiSectorSolver(world, new() { Iterations = 3 }).Solve(new() { Costs = Cost(world, 0, 1) });
        search.Certificate.Stopped.ShouldBe(StopReason.IterationLimit);
        search.Certificate.Iterations.ShouldBe(3);
        search.Equilibrium.ShouldBeNull();
    }

    /// <summary>The bits of every result, whatever the number of threads and whatever was solved before.</summary>
    [Fact]
    public void Threads_change_no_bit_and_progress_is_told()
    {
        var world = GeneratedWorld.Cleared(6, 4, 91);
        var told = 0;
        double[][] Run(int threads) =>
            ScenarioBatch.Run(
                world,
                40,
                i => new() { Costs = Cost(world, i % 6, (i + 1 + (i / 6)) % 6, 1 + (0.05 * i)) },
                (_, s) => s.Equilibrium!.RealIncomes(),
                threads,
                progress: _ => Interlocked.Increment(ref told)
            );
        var (one, four) = (Run(1), Run(4));
        told.ShouldBe(80);
        for (var i = 0; i < one.Length; i++)
            four[i].Select(BitConverter.DoubleToInt64Bits).ShouldBe(one[i].Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void A_batch_can_be_stopped()
    {
        var world = GeneratedWorld.Cleared(4, 2, 95);
        using var stop = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() =>
            ScenarioBatch.Run(
                world,
                1_000_000,
                _ => MultiSectorShock.None,
                (_, _) => 0,
                2,
                progress: _ => stop.Cancel(),
                cancellation: stop.Token
            )
        );
    }

    private static MultiSectorEquilibrium Solved(MultiSectorBase world, MultiSectorShock shock)
    {
        var search = new MultiSectorSolver(world).Solve(shock);
        search.Certificate.Residual.ShouldBeLessThan(1e-10);
        return search.Equilibrium!;
    }

    private static double[] Cost(MultiSectorBase world, int importer, int exporter, double factor = 1.3) =>
        GeneratedWorld.Changed(
            GeneratedWorld.Ones(world),
            (c, one) => c / world.Countries % world.Countries == importer && c % world.Countries == exporter ? factor : one
        );
}
