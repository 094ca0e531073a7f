using System.Diagnostics;
using System.Globalization;
using System.Text;
using Entente.Sources.Store;
using Entente.Sources.Store.Sqlite;

namespace Entente.Tests.Sources.Store;

/// <summary>
/// The program itself, stopped in the middle: whatever happens to an import, what had been committed is there, nothing of the rest is,
/// and running it again completes it. A few rounds here; `ENTENTE_FAULT_ROUNDS=50` makes it the long run.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int RowsOfLarge = 150_000;
    private readonly string folder = Directory.CreateTempSubdirectory("entente-fault-").FullName;

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : 4;

    [Fact]
    public void Killed_at_any_moment_it_loses_nothing_and_leaves_nothing_half()
    {
        var small = Write("small.csv", 100);
        var large = Write("large.csv", RowsOfLarge);
        Run(["record", "import", "cow-trade", small]).ShouldBe(0);
        // How long a whole import takes decides between which moments to kill.
        var watch = Stopwatch.StartNew();
        Run(["record", "import", "cow-trade", large]).ShouldBe(0);
        var whole = (int)watch.ElapsedMilliseconds;
        // The shipped facts came in first.
        Run(["record", "undo", "3"]).ShouldBe(0);
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            using (var process = Start(["record", "import", "cow-trade", large]))
            {
                Thread.Sleep(random.Next(whole));
                process.Kill();
                process.WaitForExit();
            }
            using var store = SqliteStore.Open(Path.Combine(folder, "record.db"));
            new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty($"round {round}");
            var imports = store.Imports().Where(i => i.Dataset == "cow-trade").ToArray();
            imports[0].Rows.ShouldBe(100);
            // All of it or nothing of it.
            imports.Skip(1).Sum(i => i.Rows).ShouldBeOneOf(0, RowsOfLarge);
            foreach (var finished in imports.Skip(1))
                store.Undo(finished.Id, CancellationToken.None);
        }
        Run(["record", "import", "cow-trade", large]).ShouldBe(0);
        Run(["record", "verify"]).ShouldBe(0);
        using var last = SqliteStore.Open(Path.Combine(folder, "record.db"));
        last.Imports().Where(i => i.Dataset == "cow-trade").Sum(i => i.Rows).ShouldBe(100 + RowsOfLarge);
    }

    [Fact]
    public void A_file_cut_off_anywhere_is_refused_or_is_shorter_by_whole_rows()
    {
        var text = File.ReadAllText(Write("whole.csv", 300));
        var random = new Random(7);
        using var bench = new ImportBench();
        for (var round = 0; round < 40; round++)
        {
            var cut = text[..random.Next(text.Length)];
            var path = bench.File(cut, $"cut{round}.csv");
            var before = bench.Count("dyadic_trade");
            try
            {
                var import = bench.Import("cow-trade", path).Import;
                // A cut in the last number of a row can not be told from a shorter number, but only that one row can be touched.
                import.Rows.ShouldBeInRange(cut.Count(c => c == '\n') - 1, cut.Count(c => c == '\n'));
                bench.Store.Undo(import.Id, CancellationToken.None);
            }
            catch (Entente.Sources.Datasets.Reading.DataFileException) { }
            bench.Count("dyadic_trade").ShouldBe(before);
        }
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_that_goes_backwards_does_no_harm()
    {
        using var bench = new ImportBench();
        string[] moments = ["2026-05-01T00:00:00Z", "1999-01-01T00:00:00Z", "2026-05-01T00:00:00Z"];
        for (var i = 0; i < moments.Length; i++)
            bench.Import(
                "cow-trade",
                new ImportOptions { Now = moments[i], Program = "test" },
                bench.File(File.ReadAllText(Write($"c{i}.csv", 10 + i)), $"clock{i}.csv")
            );
        bench.Store.Imports().Select(i => i.Id).ShouldBe([1, 2, 3]);
        new StoreCheck(bench.Store).Run(CancellationToken.None).ShouldBeEmpty();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, int rows)
    {
        var text = new StringBuilder("ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n");
        // Pairs of states that existed in all these years; one row for each pair and year.
        int[] states = [.. ImportBench.States.All.Select(p => CowOf(p)).OfType<int>().Order()];
        var n = 0;
        for (var year = 1990; n < rows; year--)
        for (var a = 0; a < states.Length && n < rows; a++)
        for (var b = a + 1; b < states.Length && n < rows; b++, n++)
            text.Append(CultureInfo.InvariantCulture, $"{states[a]},{states[b]},{year},A,B,{n},{n + 1},{n}.5,{n}.25,4\n");
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text.ToString());
        return path;
    }

    private static int? CowOf(Entente.Actors.Identity.StateIdentity party) =>
        new[] { 1975, 1990 }.All(y => ImportBench.States.Write(party, Entente.Actors.Identity.CodeSystem.Cow, y) is not null)
            ? int.Parse(ImportBench.States.Write(party, Entente.Actors.Identity.CodeSystem.Cow, 1980)!, CultureInfo.InvariantCulture)
            : null;

    private int Run(string[] args)
    {
        using var process = Start(args);
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            error.ShouldBe("");
        return process.ExitCode;
    }

    private Process Start(string[] args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Entente.Cli.dll"));
        foreach (var arg in args)
            start.ArgumentList.Add(arg);
        start.Environment["ENTENTE_HOME"] = folder;
        start.Environment["ENTENTE_DATA"] = Clone.Root;
        start.Environment.Remove("ENTENTE_STORE");
        return Process.Start(start)!;
    }
}
