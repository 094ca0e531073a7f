using System.Diagnostics;
using System.Globalization;
using Entente.Record;
using Entente.Sources.Identity;
using Entente.Sources.Panel;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;

namespace Entente.Benchmarks;

/// <summary>
/// `bench/run store [FOLDER]`: imports of public datasets as a user runs them, then what is asked of the store. FOLDER holds the publishers'
/// files as docs/imports.md names them; files that are not there are passed over and said.
/// </summary>
internal static class StoreRuns
{
    private static readonly (string Dataset, string[] Files, string Limit)[] Imports =
    [
        ("unga-votes", ["unga/votes.csv.gz", "unga/roll_calls.csv.gz", "unga/issues.csv.gz"], "4 s"),
        ("cow-trade", ["cow/dyadic_trade_4.0.csv.gz"], "4 s"),
        ("sipri-transfers", ["sipri/trade_register_2000_2023.csv.gz"], "1 s"),
        ("cow-states", ["cow/states2016.csv"], ""),
        ("cow-alliances", ["cow/alliance_4.1_directed_dyad_year.csv.gz"], ""),
        ("atop", ["atop/atop_5.1_directed_dyad_year.csv.gz"], ""),
        ("cow-igo", ["cow/igo_3_dyad_year.csv.gz", "cow/igo_3_state_year.csv"], ""),
        ("cow-contiguity", ["cow/contdir_3.2.csv"], ""),
        ("cow-nmc", ["cow/nmc_7.0_abridged.csv.gz"], ""),
        ("cshapes-distance", ["cow/cshapes_mindist.csv.gz"], ""),
        ("vdem", ["vdem/cw_democracy.csv.gz"], ""),
    ];

    private const string Parts = "trade,alliances,igo,contiguity,capabilities,distance,democracy";

    public static int Measure(string root, string[] args)
    {
        var data = args.Length > 0 ? args[0] : Path.Combine(root, "..", "shared", "data");
        var home = Directory.CreateTempSubdirectory("entente-bench-store-").FullName;
        try
        {
            Console.WriteLine("| what | measured | limit |");
            Console.WriteLine("|---|---|---|");
            foreach (var (dataset, files, limit) in Imports)
            {
                var paths = files.Select(f => Path.Combine(data, f)).ToArray();
                if (!paths.All(File.Exists))
                {
                    Console.WriteLine($"| import of {dataset} | not measured: the files are not in {data} | {limit} |");
                    continue;
                }
                Report($"import of {dataset}, whole process", ProgramRuns.Run(root, home, ["record", "import", dataset, .. paths]), limit);
            }
            Report(
                $"panel of all directed dyad-years, as CSV, whole process",
                ProgramRuns.Run(root, home, ["panel", "--with", Parts, "--out", Path.Combine(home, "panel.csv")]),
                "6 s"
            );
            foreach (var on in (string[])["votes", "atop", "cow"])
                Report(
                    $"`./entente similarity --all --on {on}`: all pairs, all years, all coefficients, whole process",
                    ProgramRuns.Run(root, home, ["similarity", "--all", "--on", on, "--out", Path.Combine(home, on + ".csv")]),
                    "10 s"
                );
            Report(
                "ideal points by the fast fit, 870,109 votes, whole process",
                ProgramRuns.Run(root, home, ["estimate", "ideal-points"]),
                "60 s"
            );
            InMemory(root, home);
            Report("`./entente ask` of one dyad and year", ProgramRuns.Run(root, home, ["ask", "imports(GBR -> FRA, 1913)"]), "");
            return 0;
        }
        finally
        {
            Directory.Delete(home, recursive: true);
        }
    }

    private static void InMemory(string root, string home)
    {
        var path = Path.Combine(home, StorePlace.FileName);
        var states = StateCodeFiles.Load(Path.Combine(root, "catalogue"));
        using (var store = SqliteStore.Open(path))
        {
            // A record of its own each time: what was asked before is remembered.
            var times = new List<double>();
            for (var i = 0; i < 21; i++)
            {
                var record = new StoreRecord(new MemoryRecord([]), store, states);
                var watch = Stopwatch.StartNew();
                var rows = record.Find(
                    new()
                    {
                        Measure = "imports",
                        Subject = "FRA",
                        Object = "GBR",
                    }
                );
                times.Add(watch.Elapsed.TotalMilliseconds);
                if (i == 0)
                    Line("one series of one dyad, the first question", $"{times[0]:0.0} ms, {rows.Count} rows", "");
            }
            times.Sort();
            Line("one series of one dyad, as read after", string.Create(CultureInfo.InvariantCulture, $"{times[10]:0.00} ms"), "2 ms");
        }
        for (var i = 0; i < 2; i++)
        {
            var watch = Stopwatch.StartNew();
            var panel = DyadYearPanel.Build(() => SqliteStore.Open(path), new() { With = Parts.Split(',') }, default);
            var held = GC.GetTotalMemory(forceFullCollection: true);
            Line(
                i == 0 ? "the panel in memory, compiling included" : "the panel in memory",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{watch.Elapsed.TotalSeconds:0.00} s, {panel.Rows:#,0} rows, {held / 1e6:0} MB held"
                ),
                "3 s, 1 GB"
            );
            GC.KeepAlive(panel);
        }
    }

    private static void Report(string what, ProgramRuns.Sample sample, string limit) =>
        Line(what, string.Create(CultureInfo.InvariantCulture, $"{sample.Seconds:0.00} s, {sample.PeakBytes / 1e6:0} MB"), limit);

    private static void Line(string what, string measured, string limit) => Console.WriteLine($"| {what} | {measured} | {limit} |");
}
