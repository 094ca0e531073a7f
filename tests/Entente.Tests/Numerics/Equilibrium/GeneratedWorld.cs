using Entente.Numerics.Equilibrium;

namespace Entente.Tests.Numerics.Equilibrium;

/// <summary>Worlds from a seed, for tests of properties.</summary>
internal static class GeneratedWorld
{
    /// <summary>Countries of unequal size that trade in all sectors but the last; its deficits are what comes out.</summary>
    public static FlowAccounts Accounts(int countries, int sectors, int seed)
    {
        var random = new Random(seed);
        var size = Enumerable.Range(0, countries).Select(_ => Math.Exp(2 * random.NextDouble())).ToArray();
        var flows = new double[sectors * countries * countries];
        var tariffs = new double[flows.Length];
        for (var cell = 0; cell < flows.Length; cell++)
        {
            var (n, i, j) = (cell / countries % countries, cell % countries, cell / countries / countries);
            var traded = j < sectors - 1 || sectors == 1;
            flows[cell] =
                n == i ? size[n] * countries * 3
                : traded ? size[n] * size[i] * Math.Exp(random.NextDouble())
                : 0;
            tariffs[cell] = n == i || !traded ? 1 : 1 + (0.2 * random.NextDouble());
        }
        var mix = new double[sectors * sectors * countries];
        for (var cell = 0; cell < mix.Length; cell++)
            mix[cell] = 0.1 + random.NextDouble();
        for (var user = 0; user < sectors; user++)
        for (var n = 0; n < countries; n++)
        {
            var sum = Enumerable.Range(0, sectors).Sum(k => mix[(((user * sectors) + k) * countries) + n]);
            for (var k = 0; k < sectors; k++)
                mix[(((user * sectors) + k) * countries) + n] /= sum;
        }
        return new()
        {
            Countries = countries,
            Sectors = sectors,
            Flows = flows,
            Tariffs = tariffs,
            ValueAddedShares = [.. Enumerable.Range(0, sectors * countries).Select(_ => 0.4 + (0.3 * random.NextDouble()))],
            InputMix = mix,
            Elasticities = [.. Enumerable.Range(0, sectors).Select(_ => 3 + (5 * random.NextDouble()))],
        };
    }

    /// <summary>A world that clears, without deficits.</summary>
    public static MultiSectorBase Cleared(int countries, int sectors, int seed)
    {
        var start = Accounts(countries, sectors, seed).ToBase();
        return new MultiSectorSolver(start).Solve(MultiSectorShock.ZeroDeficits(start)).Equilibrium!.AsBase();
    }

    public static double[] Changed(double[] cells, Func<int, double, double> change) => [.. cells.Select((c, i) => change(i, c))];

    public static double[] Ones(MultiSectorBase world) => [.. world.Shares.Select(_ => 1.0)];
}
