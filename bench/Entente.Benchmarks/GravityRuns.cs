using System.Diagnostics;
using System.Globalization;
using Entente.Numerics.Gravity;

namespace Entente.Benchmarks;

/// <summary>
/// `bench/run gravity [ROWS]`: the gravity kernel on made flows, warm, on two threads: balanced three-way panels in the dense cube, irregular ones
/// of four effects up to ROWS (10,000,000 where none is given).
/// </summary>
internal static class GravityRuns
{
    private const int Threads = 2;

    public static int Measure(string[] args)
    {
        var most = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
        Console.WriteLine("| what | wall | processor | rounds, steps | limit |");
        Console.WriteLine("|---|---|---|---|---|");
        Balanced(120, 20, 1, "0.4 s");
        Balanced(120, 20, 3, "");
        Balanced(200, 20, 1, "0.8 s");
        Irregular(2_000_000, 2);
        foreach (var rows in (int[])[10_000, 100_000, 1_000_000, 10_000_000])
            if (rows <= most)
                Irregular(rows, rows <= 1_000_000 ? 3 : 1);
        return 0;
    }

    private static void Balanced(int states, int years, int regressors, string limit)
    {
        var made = new Made(states * states * years, regressors);
        for (int i = 0, r = 0; i < states; i++)
        for (var j = 0; j < states; j++)
        for (var t = 0; t < years; t++, r++)
            made.Row(r, i, j, t, 0);
        var data = made.Data(
            states,
            states,
            years,
            1,
            [
                [0, 2],
                [1, 2],
                [0, 1],
            ]
        );
        Report(
            string.Create(
                CultureInfo.InvariantCulture,
                $"three-way, balanced {states}² × {years} ({data.Rows:#,0} rows), {regressors} {(regressors == 1 ? "regressor" : "regressors")}, clustered by pair"
            ),
            data,
            7,
            limit
        );
    }

    /// <summary>Rows of states, years and products drawn at random: exporter × year, importer × year, pair and product effects.</summary>
    private static void Irregular(int rows, int runs)
    {
        const int States = 200;
        const int Years = 20;
        const int Products = 1000;
        var draw = new Random(1);
        var made = new Made(rows, 2);
        for (var r = 0; r < rows; r++)
            made.Row(
                r,
                (int)(States * Math.Pow(draw.NextDouble(), 2)),
                (int)(States * Math.Pow(draw.NextDouble(), 2)),
                draw.Next(Years),
                (int)(Products * Math.Pow(draw.NextDouble(), 3))
            );
        var data = made.Data(
            States,
            States,
            Years,
            Products,
            [
                [0, 2],
                [1, 2],
                [0, 1],
                [3],
            ]
        );
        Report(
            string.Create(CultureInfo.InvariantCulture, $"four effects, irregular, {rows:#,0} rows, 2 regressors, clustered by pair"),
            data,
            runs,
            ""
        );
    }

    private static void Report(string what, GravityData data, int runs, string limit)
    {
        var options = new GravityOptions { Threads = Threads, Errors = ErrorKind.Clustered };
        var process = Process.GetCurrentProcess();
        var (wall, user) = (new List<double>(), new List<double>());
        GravityFit fit = null!;
        for (var run = 0; run < runs; run++)
        {
            GC.Collect();
            process.Refresh();
            var (before, watch) = (process.UserProcessorTime, Stopwatch.StartNew());
            fit = GravityEstimator.Fit(data, options);
            wall.Add(watch.Elapsed.TotalSeconds);
            process.Refresh();
            user.Add((process.UserProcessorTime - before).TotalSeconds);
        }
        process.Refresh();
        var said = fit.Converged ? string.Create(CultureInfo.InvariantCulture, $"{fit.Iterations}, {fit.InnerIterations}") : fit.Stop;
        var memory = string.Create(CultureInfo.InvariantCulture, $"{process.PeakWorkingSet64 / 1e6:0} MB at most so far");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what}: {fit.Absorption}, {memory} | {wall.Min():0.000} s | {user.Min():0.000} s | {said} | {limit} |"
            )
        );
    }

    private sealed class Made(int rows, int regressors)
    {
        private readonly Random draw = new(2);
        private readonly double[] y = new double[rows];
        private readonly double[][] x = [.. Enumerable.Range(0, regressors).Select(_ => new double[rows])];
        private readonly int[][] codes = [.. Enumerable.Range(0, 4).Select(_ => new int[rows])];

        public void Row(int r, int i, int j, int t, int p)
        {
            (codes[0][r], codes[1][r], codes[2][r], codes[3][r]) = (i, j, t, p);
            // Effects without memory of their own: a level's number hashed to about a standard normal value.
            var eta = Effect(1, i, t) + Effect(2, j, t) + (1.5 * Effect(3, i, j)) + Effect(4, p, p);
            for (var k = 0; k < x.Length; k++)
            {
                x[k][r] = k == 0 ? (draw.NextDouble() < 0.3 ? 1 : 0) : Normal() + (0.3 * Effect(1, i, t));
                eta += (k == 0 ? 0.5 : -0.2) * x[k][r];
            }
            y[r] = draw.NextDouble() < 0.15 ? 0 : Math.Exp(eta + Normal() - 0.5);
        }

        public GravityData Data(int exporters, int importers, int years, int products, int[][] effects) =>
            new()
            {
                Response = y,
                Regressors = x,
                Factors = [new(codes[0], exporters), new(codes[1], importers), new(codes[2], years), new(codes[3], products)],
                Effects = effects,
                Clusters =
                [
                    [0, 1],
                ],
            };

        private double Normal() => Math.Sqrt(-2 * Math.Log(1 - draw.NextDouble())) * Math.Cos(2 * Math.PI * draw.NextDouble());

        private static double Effect(int kind, int a, int b)
        {
            var sum = 0.0;
            var state = ((ulong)kind * 0x9E3779B97F4A7C15UL) ^ ((ulong)a << 32) ^ (uint)b;
            for (var n = 0; n < 4; n++)
            {
                state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9UL;
                state = (state ^ (state >> 27)) * 0x94D049BB133111EBUL;
                state ^= state >> 31;
                sum += (state >> 11) / (double)(1UL << 53);
            }
            return (sum - 2) * Math.Sqrt(3);
        }
    }
}
