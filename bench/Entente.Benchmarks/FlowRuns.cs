using System.Diagnostics;
using System.Globalization;
using Entente.Actors.Identity;
using Entente.Sources.Datasets;
using Entente.Sources.Datasets.Reading;
using Entente.Sources.Identity;
using Entente.Sources.Store;
using Entente.Sources.Store.Tables;

namespace Entente.Benchmarks;

/// <summary>
/// Product-level flows, made by rule, imported into a store and asked: `bench/run flows [--rows N] [--seed S] [--store PLACE]`, where PLACE is a
/// file or a cluster (`clickhouse://host:port,host:port/database`). What was imported is taken out again at the end, but for `--keep`.
/// </summary>
internal static class FlowRuns
{
    private const int Repeats = 7;

    public static int Measure(string[] args)
    {
        var rows = Option(args, "--rows", 5_000_000L);
        var seed = Option(args, "--seed", 1L);
        var folder = Directory.CreateTempSubdirectory("entente-flows-").FullName;
        try
        {
            var at = Array.IndexOf(args, "--store");
            var place = at < 0 ? Path.Combine(folder, "record.db") : args[at + 1];
            // What the rows are made of is the file that was imported: the same file, the same rows.
            var spec = Path.Combine(folder, "flows.spec");
            File.WriteAllText(spec, string.Create(CultureInfo.InvariantCulture, $"rows {rows}\nseed {seed}\n"));
            using var store = new StorePlace { Path = place }.Open();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{store.Place}: {rows:#,0} flows, seed {seed}"));
            Run(store, spec, rows, seed, keep: args.Contains("--keep"));
            if (at < 0)
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"| on disk | {Directory.GetFiles(folder).Sum(f => new FileInfo(f).Length) / (double)rows:0.0} bytes a row |"
                    )
                );
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Run(IRecordStore store, string spec, long rows, long seed, bool keep)
    {
        var states = StateCodeFiles.Load(Path.Combine(Environment.GetEnvironmentVariable("ENTENTE_DATA") ?? ".", "catalogue"));
        var watch = Stopwatch.StartNew();
        var before = Environment.CpuUsage.TotalTime;
        var import = new ImportRunner(store, states)
            .Run(
                new GeneratedFlows(rows, (ulong)seed),
                [spec],
                new ImportOptions { Now = "2026-01-01T00:00:00Z", Program = "bench" },
                CancellationToken.None
            )
            .Import;
        var seconds = watch.Elapsed.TotalSeconds;
        // Of this process: what a busy machine says nothing about by the clock.
        var busy = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        Console.WriteLine("| what | measured |");
        Console.WriteLine("|---|---|");
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| import of {import.Rows:#,0} rows | {seconds:0.0} s, {import.Rows / seconds:#,0} rows/s; {busy:0.0} s of processor time, largest resident set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB |"
            )
        );
        try
        {
            Ask(
                store,
                "partner shares of one year, all reporters",
                new StoreQuery(
                    "select reporter, partner, sum(value) from goods_flow where import_id = @3 and period = @1 and direction = @2 group by reporter, partner",
                    20_220_000,
                    GoodsFlow.Export,
                    import.Id
                )
            );
            Ask(
                store,
                "partner shares of one year, one reporter",
                new StoreQuery(
                    "select reporter, partner, sum(value) from goods_flow where import_id = @4 and reporter = @3 and period = @1 and direction = @2 group by reporter, partner",
                    20_220_000,
                    GoodsFlow.Export,
                    156,
                    import.Id
                )
            );
            Ask(
                store,
                "one product of one dyad, all years",
                new StoreQuery(
                    "select reporter, partner, value, period from goods_flow where import_id = @4 and reporter = @1 and partner = @2 and item = @3 and direction = 1 order by period",
                    156,
                    GeneratedFlows.PartnerOf(156),
                    GeneratedFlows.ItemOf(0),
                    import.Id
                )
            );
            watch.Restart();
            var again = store.Recount(import.Id, GoodsFlow.Table, CancellationToken.None);
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| counted and summed again | {watch.Elapsed.TotalSeconds:0.0} s, {(again == import.Tables[0] ? "sound" : "NOT SOUND")} |"
                )
            );
        }
        finally
        {
            if (!keep)
            {
                watch.Restart();
                store.Undo(import.Id, CancellationToken.None);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| taken out again | {watch.Elapsed.TotalSeconds:0.0} s |"));
            }
        }
    }

    /// <summary>Asks several times; the median, with shares reckoned from the sums.</summary>
    private static void Ask(IRecordStore store, string what, StoreQuery query)
    {
        var times = new List<double>();
        var (answers, largest) = (0, 0.0);
        for (var i = 0; i < Repeats; i++)
        {
            var watch = Stopwatch.StartNew();
            var sums = new List<(long Reporter, double Value)>();
            var totals = new Dictionary<long, double>();
            store.Read(
                query,
                r =>
                {
                    sums.Add((r.Integer(0), r.Real(2)));
                    totals[r.Integer(0)] = totals.GetValueOrDefault(r.Integer(0)) + r.Real(2);
                }
            );
            largest = 0;
            foreach (var (reporter, value) in sums)
                largest = Math.Max(largest, value / totals[reporter]);
            answers = sums.Count;
            times.Add(watch.Elapsed.TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {what} | {times[Repeats / 2]:#,0.0} ms (slowest {times[^1]:#,0.0} ms), {answers:#,0} rows, largest share {largest:0.0000} |"
            )
        );
    }

    private static long Option(string[] args, string name, long otherwise)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length
            ? long.Parse(args[at + 1], NumberStyles.AllowThousands, CultureInfo.InvariantCulture)
            : otherwise;
    }

    /// <summary>
    /// Twenty years, 200 reporters, 25 partners of each, both directions, and as many products as it takes; in the order in which publishers
    /// give them (year, reporter, product, partner), which is not the store's.
    /// </summary>
    internal sealed class GeneratedFlows(long rows, ulong seed) : Dataset
    {
        private const int Years = 20;
        private const int FirstYear = 2003;
        private const int Reporters = 200;
        private const int Partners = 25;

        public override string Name => "generated-flows";

        public override string Authority => "nobody";

        public override Publication Publication { get; } =
            new()
            {
                Title = "Flows made by rule",
                Producer = "Entente",
                Year = 2026,
                In = "bench",
                Address = "bench/Entente.Benchmarks/FlowRuns.cs",
                Licence = "none needed",
            };

        public override IReadOnlyList<TableShape> Tables { get; } = [GoodsFlow.Table];

        public override Release? ReleaseOf(IReadOnlyList<DataFileInput> files) => new("made by rule");

        public static int ItemOf(int product) => 6_010_000 + (product * 37);

        public static int PartnerOf(int reporter) => Party(((reporter / 4) - 1 + 7) % Reporters);

        public override void Import(IReadOnlyList<DataFileInput> files, ImportRun run)
        {
            var table = run.Table(GoodsFlow.Table);
            var products = (int)((rows + ((long)Years * Reporters * Partners * 2) - 1) / ((long)Years * Reporters * Partners * 2));
            var made = 0L;
            for (var year = 0; year < Years; year++)
            for (var reporter = 0; reporter < Reporters; reporter++)
            for (var product = 0; product < products; product++)
            for (var partner = 0; partner < Partners; partner++)
            for (var direction = 1; direction <= 2 && made < rows; direction++)
            {
                made++;
                // Splitmix64 over the row's number: the same rows whatever is made before them.
                var bits = Mix(seed + ((ulong)made * 0x9E3779B97F4A7C15UL));
                var size = ((bits >> 40) / (double)(1 << 24) * 20) + (reporter % 7);
                var value = Math.Round(Math.Exp(size) * 100) / 100;
                table
                    .Row(made)
                    .Int(Party(reporter))
                    .Int(Party((reporter + 7 + (partner * 7)) % Reporters))
                    .Int(ItemOf(product))
                    .Int(PeriodCode.OfYear(FirstYear + year))
                    .Int(direction)
                    .Real(value);
                // One weight in four is not reported.
                if ((bits & 3) == 0)
                    table.Missing(Absence.Unreported);
                else
                    table.Real(Math.Round(value * 0.4));
            }
        }

        private static int Party(int number) => 4 + (number * 4);

        private static ulong Mix(ulong x)
        {
            x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9UL;
            x = (x ^ (x >> 27)) * 0x94D049BB133111EBUL;
            return x ^ (x >> 31);
        }
    }
}
