using System.Diagnostics;
using System.Globalization;
using Entente.Models.Equilibrium;
using Entente.Numerics.Equilibrium;
using Entente.Sources.Scenarios;

namespace Entente.Benchmarks;

/// <summary>
/// `bench/run equilibrium [FOLDER]`: solves of trade equilibria, warm; FOLDER holds the replication data of Caliendo and Parro (2015), without which that line is
/// left out. Processor time beside the clock: it is what other work on the machine does not change.
/// </summary>
internal static class EquilibriumRuns
{
    private const int Batch = 10_000;

    public static int Measure(string[] rest)
    {
        Console.WriteLine("| what | a scenario, clock | a scenario, processor | iterations |");
        Console.WriteLine("|---|---|---|---|");
        if (rest.Length > 0)
            CaliendoParro(rest[0]);
        Generated(81, 50);
        OneSectorWorld(120);
        Scenarios(31, 40);
        Shipped();
        return 0;
    }

    private static void CaliendoParro(string folder)
    {
        var world = CaliendoParroBase.Read(folder);
        var from = world.Accounts.ToBase() with { Elasticities = [.. world.Sectors.Select(s => s.Elasticity!.Mode)] };
        var cleared = new MultiSectorSolver(from).Solve(MultiSectorShock.ZeroDeficits(from)).Equilibrium!.AsBase();
        var tariffs = (double[])cleared.Tariffs.Clone();
        int[] members = [4, 19, 29];
        for (var j = 0; j < 20; j++)
            foreach (var m in members)
            foreach (var i in members)
                tariffs[cleared.At(j, m, i)] = 1;
        var solver = new MultiSectorSolver(cleared);
        Time("Caliendo and Parro, 31 countries × 40 sectors, NAFTA", 100, () => solver.Solve(new() { Tariffs = tariffs }).Certificate);
        var supply = new double[cleared.Sectors * cleared.Countries];
        Array.Fill(supply, 0.5);
        Time(
            "the same with an elasticity of supply of 0.5 everywhere",
            100,
            () => solver.Solve(new() { Tariffs = tariffs, Supply = supply }).Certificate
        );
    }

    private static void Generated(int countries, int sectors)
    {
        var from = World(countries, sectors);
        var cleared = new MultiSectorSolver(from).Solve(MultiSectorShock.ZeroDeficits(from)).Equilibrium!.AsBase();
        var solver = new MultiSectorSolver(cleared);
        Time(
            string.Create(CultureInfo.InvariantCulture, $"generated, {countries} × {sectors}, a bloc of ten without tariffs"),
            40,
            () => solver.Solve(new() { Tariffs = Bloc(cleared, 10) }).Certificate
        );
    }

    private static void OneSectorWorld(int countries)
    {
        var random = new Random(1);
        var flows = new double[countries * countries];
        for (var c = 0; c < flows.Length; c++)
            flows[c] = Math.Exp(3 * random.NextDouble()) * (c / countries == c % countries ? countries * 3 : 1);
        var from = OneSectorBase.Of(countries, flows, 4);
        var costs = new double[flows.Length];
        for (var c = 0; c < flows.Length; c++)
            costs[c] = c / countries < 40 && c % countries < 40 && c / countries != c % countries ? 0.8 : 1;
        Time(
            string.Create(CultureInfo.InvariantCulture, $"one sector, {countries} countries, costs of a bloc of forty down by a fifth"),
            200,
            () => OneSector.Solve(from, costs).Certificate
        );
    }

    private static void Scenarios(int countries, int sectors)
    {
        var from = World(countries, sectors);
        var cleared = new MultiSectorSolver(from).Solve(MultiSectorShock.ZeroDeficits(from)).Equilibrium!.AsBase();
        var threads = Environment.ProcessorCount;
        var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        var iterations = ScenarioBatch.Run(
            cleared,
            Batch,
            i => new() { Tariffs = Raised(cleared, i) },
            (_, s) => s.Certificate.Converged ? s.Certificate.Iterations : throw new InvalidOperationException("not converged"),
            threads,
            progress: done =>
            {
                if (done % 1000 == 0)
                    Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{done} of {Batch}"));
            }
        );
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {Batch:#,0} scenarios of {countries} × {sectors} on {threads} threads: {clock.Elapsed.TotalSeconds:0.0} s in all | {clock.Elapsed.TotalMilliseconds / Batch:0.00} ms | {spent.TotalMilliseconds / Batch:0.00} ms | {iterations.Average():0} |"
            )
        );
    }

    /// <summary>A scenario of the gallery on the base that ships: draws, and the sensitivity of all its results.</summary>
    private static void Shipped()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("ENTENTE_DATA") ?? ".", "samples", "scenarios");
        var (world, scenario) = ScenarioFile.Read(
            Path.Combine(folder, "secondary-sanctions-banks.yml"),
            () => null,
            () => throw new InvalidOperationException("no imported base")
        );
        var threads = Environment.ProcessorCount;
        Clock(
            string.Create(CultureInfo.InvariantCulture, $"{Batch:#,0} draws of a scenario on the base that ships, {threads} threads"),
            Batch,
            () => ScenarioRun.Answer(world, scenario, Batch, 1, threads)
        );
        var solved = ScenarioSensitivity.Of(world, scenario, 512, 1, threads)!.Solved;
        Clock(
            string.Create(CultureInfo.InvariantCulture, $"its sensitivity, 512 points, {solved:#,0} equilibria"),
            (int)solved,
            () => ScenarioSensitivity.Of(world, scenario, 512, 1, threads)
        );
    }

    private static void Clock(string what, int count, Action work)
    {
        work();
        var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
        work();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - processor;
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what}: {clock.Elapsed.TotalSeconds:0.0} s in all | {clock.Elapsed.TotalMilliseconds / count:0.00} ms | {spent.TotalMilliseconds / count:0.00} ms | |"
            )
        );
    }

    private static double[] Bloc(MultiSectorBase from, int members)
    {
        var tariffs = (double[])from.Tariffs.Clone();
        for (var j = 0; j < from.Sectors; j++)
        for (var m = 0; m < members; m++)
        for (var i = 0; i < members; i++)
            tariffs[from.At(j, m, i)] = 1;
        return tariffs;
    }

    private static double[] Raised(MultiSectorBase from, int scenario)
    {
        var tariffs = (double[])from.Tariffs.Clone();
        var (m, i) = (scenario % from.Countries, scenario / from.Countries % from.Countries);
        for (var j = 0; j < from.Sectors && m != i; j++)
            tariffs[from.At(j, m, i)] *= 1 + (0.01 * (1 + (scenario % 50)));
        return tariffs;
    }

    private static MultiSectorBase World(int countries, int sectors)
    {
        var random = new Random(1);
        var size = Enumerable.Range(0, countries).Select(_ => Math.Exp(4 * random.NextDouble())).ToArray();
        var flows = new double[sectors * countries * countries];
        var tariffs = new double[flows.Length];
        for (var c = 0; c < flows.Length; c++)
        {
            var (m, i) = (c / countries % countries, c % countries);
            flows[c] = size[m] * size[i] * Math.Exp(2 * random.NextDouble()) * (m == i ? countries * 3 : 1);
            tariffs[c] = m == i ? 1 : 1 + (0.2 * random.NextDouble());
        }
        var mix = new double[sectors * sectors * countries];
        for (var c = 0; c < mix.Length; c++)
            mix[c] = random.NextDouble() + (c / countries % sectors == c / countries / sectors ? 10 : 0);
        return new FlowAccounts
        {
            Countries = countries,
            Sectors = sectors,
            Flows = flows,
            Tariffs = tariffs,
            ValueAddedShares = [.. Enumerable.Range(0, sectors * countries).Select(_ => 0.3 + (0.4 * random.NextDouble()))],
            InputMix = mix,
            Elasticities = [.. Enumerable.Range(0, sectors).Select(_ => 3 + (6 * random.NextDouble()))],
        }.ToBase();
    }

    private static void Time(string what, int times, Func<Certificate> solve)
    {
        var warm = solve();
        for (var i = 0; i < times / 2; i++)
            solve();
        var best = double.MaxValue;
        var spent = TimeSpan.Zero;
        for (var round = 0; round < 5; round++)
        {
            var (clock, processor) = (Stopwatch.StartNew(), Process.GetCurrentProcess().TotalProcessorTime);
            for (var i = 0; i < times; i++)
                solve();
            best = Math.Min(best, clock.Elapsed.TotalMilliseconds / times);
            spent += Process.GetCurrentProcess().TotalProcessorTime - processor;
        }
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what}, 1 thread | {best:0.00} ms | {spent.TotalMilliseconds / 5 / times:0.00} ms | {warm.Iterations} |"
            )
        );
    }
}
