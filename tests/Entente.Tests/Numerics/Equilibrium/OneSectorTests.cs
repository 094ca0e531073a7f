using System.Globalization;
using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Numerics.Equilibrium;

/// <summary>Worlds of one sector.</summary>
public sealed class OneSectorTests
{
    private static readonly string[] Dear = ["CAN", "JPN"];

    /// <summary>Ŵ = π̂_nn^(−1/θ): Arkolakis, Costinot and Rodríguez-Clare (2012), American Economic Review 102:94, Proposition 1; with supply elasticity
    /// ψ the exponent is (1 + ψ)/θ.</summary>
    [Theory]
    [InlineData(5, 4, 0)]
    [InlineData(30, 5, 0)]
    [InlineData(30, 5, 0.8)]
    public void Welfare_is_told_by_the_share_at_home(int countries, double theta, double psi)
    {
        var world = World(countries, theta, psi);
        var (certificate, after) = OneSector.Solve(world, Costs(countries, (n, i) => n == 0 && i != 0 ? 1.4 : 1), new double[countries]);
        certificate.Stopped.ShouldBe(StopReason.Converged);
        // Without deficits before either: the base is the world solved once without.
        var start = Rebased(OneSector.Solve(world, Costs(countries, (_, _) => 1), new double[countries]).Equilibrium!);
        var (_, exact) = OneSector.Solve(start, Costs(countries, (n, i) => n == 0 && i != 0 ? 1.4 : 1));
        exact!.RealIncomes().ShouldBe(exact.ByDomesticShare(), 1e-8);
        after!.Shares.ShouldAllBe(s => s >= 0);
    }

    [Fact]
    public void Without_a_shock_nothing_changes()
    {
        var world = World(20, 5, 0.5);
        foreach (var rule in Enum.GetValues<DeficitRule>())
            OneSector.Solve(world, Costs(20, (_, _) => 1), rule: rule).Equilibrium!.RealIncomes().ShouldAllBe(w => Math.Abs(w - 1) < 1e-9);
    }

    /// <summary>The model of many sectors, given one that uses no inputs, is the same model.</summary>
    [Fact]
    public void One_sector_of_many_is_the_same()
    {
        var accounts = GeneratedWorld.Accounts(7, 1, 5);
        var plain = accounts with
        {
            Tariffs = [.. accounts.Tariffs.Select(_ => 1.0)],
            ValueAddedShares = [.. accounts.ValueAddedShares.Select(_ => 1.0)],
        };
        var costs = Costs(7, (n, i) => n == 2 && i == 4 ? double.PositiveInfinity : 1);
        var many = new MultiSectorSolver(plain.ToBase()).Solve(new() { Costs = costs }).Equilibrium!;
        var one = OneSector.Solve(OneSectorBase.Of(7, plain.Flows, plain.Elasticities[0]), costs).Equilibrium!;
        one.RealIncomes().ShouldBe(many.RealIncomes(), 1e-8);
    }

    /// <summary>
    /// Herman (2021), gegravity: the sample data of its documentation (30 countries, 2006) and the coefficients printed there, σ = 5, a trade agreement
    /// between Canada and Japan. Printed are the change of trade between the two before prices move, 60.18 %, and Germany's outward resistance. Base flows are those that the costs predict.
    /// </summary>
    [SkippableFact]
    public void The_agreement_of_gegravity()
    {
        var path = Clone.Shared("data", "gravity", "gegravity_sample.csv");
        Skip.IfNot(File.Exists(path), "needs gegravity_sample.csv in ../shared/data/gravity, which is not beside this clone");
        var rows = File.ReadAllLines(path).Skip(1).Select(l => l.Split(',')).ToList();
        var names = rows.Select(r => r[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        var n = names.Count;
        double Real(string s) => double.Parse(s, CultureInfo.InvariantCulture);
        var (output, spending, ties) = (new double[n], new double[n], new double[n * n]);
        foreach (var r in rows)
        {
            var (i, m) = (names.IndexOf(r[0]), names.IndexOf(r[1]));
            (output[i], spending[m]) = (Real(r[4]), Real(r[5]));
            ties[(m * n) + i] = Math.Exp(
                16.32434
                    + (-0.3898623 * Real(r[9]))
                    + (0.891577 * Real(r[7]))
                    + (0.0326249 * Real(r[8]))
                    + (0.4711383 * Real(r[6]))
                    - (3.412584 * Real(r[10]))
            );
        }
        var (flows, buyers) = Predicted(output, spending, ties);
        const double theta = 4;
        // Printed: the outward resistance of DEU, 0.050346, where its inward resistance is 1.
        var germany = names.IndexOf("DEU");
        var outward =
            Enumerable.Range(0, n).Sum(m => ties[(m * n) + germany] * buyers[m]) * spending[germany] / buyers[germany] / spending.Sum();
        Math.Pow(outward, -1 / theta).ShouldBe(0.050346, 5e-7);
        Math.Exp(0.4711383).ShouldBe(1.60181650, 1e-7);
        var cost = Costs(n, (m, i) => m != i && Dear.Contains(names[m]) && Dear.Contains(names[i]) ? Math.Exp(-0.4711383 / theta) : 1);
        var (certificate, after) = OneSector.Solve(OneSectorBase.Of(n, flows, theta), cost, rule: DeficitRule.Scaled);
        certificate.Residual.ShouldBeLessThan(1e-10);
        var real = after!.RealOutputs();
        names.Where((_, k) => real[k] > 1).ShouldBe(Dear, ignoreOrder: true);
    }

    // Margins of Y and E (scaled to the same sum) met by balancing rows and columns in turn.
    private static (double[] Flows, double[] Buyers) Predicted(double[] output, double[] spending, double[] ties)
    {
        var n = output.Length;
        var scale = output.Sum() / spending.Sum();
        var (rows, columns) = (Enumerable.Repeat(1.0, n).ToArray(), Enumerable.Repeat(1.0, n).ToArray());
        for (var round = 0; round < 2000; round++)
        {
            for (var m = 0; m < n; m++)
                rows[m] = spending[m] * scale / Enumerable.Range(0, n).Sum(i => ties[(m * n) + i] * columns[i]);
            for (var i = 0; i < n; i++)
                columns[i] = output[i] / Enumerable.Range(0, n).Sum(m => ties[(m * n) + i] * rows[m]);
        }
        return ([.. ties.Select((t, c) => t * rows[c / n] * columns[c % n])], rows);
    }

    private static OneSectorBase World(int countries, double theta, double psi)
    {
        var random = new Random(countries);
        var size = Enumerable.Range(0, countries).Select(_ => Math.Exp(2 * random.NextDouble())).ToArray();
        return OneSectorBase.Of(
            countries,
            Costs(countries, (n, i) => size[n] * size[i] * (n == i ? 8 : 0.5 + random.NextDouble())),
            theta,
            psi
        );
    }

    private static OneSectorBase Rebased(OneSectorEquilibrium world) =>
        world.Base with
        {
            Shares = world.Shares,
            Output = [.. world.Base.Output.Zip(world.Outputs, (y, h) => y * h)],
            Deficits = new double[world.Base.Countries],
        };

    private static double[] Costs(int countries, Func<int, int, double> cost) =>
        [.. Enumerable.Range(0, countries * countries).Select(c => cost(c / countries, c % countries))];
}
