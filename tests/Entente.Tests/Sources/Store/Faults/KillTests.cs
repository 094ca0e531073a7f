using System.Diagnostics;
using Entente.Sources.Store.Sqlite;

namespace Entente.Tests.Sources.Store.Faults;

/// <summary>Stopped in the middle: what had been committed is there, nothing of the rest is, and running it again completes it.</summary>
public sealed class KillTests : IDisposable
{
    private readonly FaultBench bench = new();

    [Fact]
    public void Killed_at_any_moment_it_loses_nothing_and_leaves_nothing_half()
    {
        var small = bench.Trade("small.csv", FaultBench.RowsOfSmall);
        var large = bench.Trade("large.csv", FaultBench.RowsOfLarge);
        bench.Succeeds("record", "import", "cow-trade", small);
        // How long a whole import takes decides between which moments to kill.
        var watch = Stopwatch.StartNew();
        bench.Succeeds("record", "import", "cow-trade", large);
        var whole = (int)watch.ElapsedMilliseconds;
        bench.UndoLarge();
        var random = new Random(20261122);
        var stood = 0;
        for (var round = 0; round < FaultBench.Rounds; round++)
        {
            using (var process = bench.Start("record", "import", "cow-trade", large))
            {
                Thread.Sleep(random.Next(whole));
                process.Kill();
                process.WaitForExit();
            }
            if (bench.ShouldBeSound($"round {round}"))
                stood++;
            bench.UndoLarge();
        }
        // Not every one came too late.
        stood.ShouldBeLessThan(FaultBench.Rounds);
        bench.Succeeds("record", "import", "cow-trade", large);
        bench.Succeeds("record", "verify");
        bench.ShouldBeSound("at the end").ShouldBeTrue();
        Directory
            .GetFiles(bench.Home)
            .Select(Path.GetFileName)
            .Where(f => !f!.StartsWith("record.db", StringComparison.Ordinal))
            .ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_that_is_moved_does_no_harm()
    {
        // What the program takes from the clock is the moment that an import is noted with, and its day as the release where the file names none.
        using var files = new ImportBench();
        var random = new Random(1);
        var day = new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero);
        for (var round = 0; round < FaultBench.Rounds; round++)
        {
            // Years back, years on, and the same moment twice.
            if (round % 3 != 2)
                day = day.AddDays(random.Next(-20_000, 20_000));
            var options = new Entente.Sources.Store.ImportOptions { Now = $"{day:yyyy-MM-ddTHH:mm:ssZ}", Program = "test" };
            var text = $"reporterCode,partnerCode,primaryValue,refYear,refMonth,flowCode\n4,8,{1000 + round},2020,12,X\n";
            var import = files.Import("comtrade", options, files.File(text, $"clock{round}.csv"));
            (import.Already, import.Import.Id).ShouldBe((false, round + 1));
            // The same file on another day is the same import.
            var other = options with
            {
                Now = $"{day.AddDays(random.Next(-9000, 9000)):yyyy-MM-ddTHH:mm:ssZ}",
            };
            files.Import("comtrade", other, files.File(text, $"again{round}.csv")).Already.ShouldBeTrue();
            new Entente.Sources.Store.StoreCheck(files.Store).Run(CancellationToken.None).ShouldBeEmpty();
            files.Store.Imports().Count.ShouldBe(round + 1);
            // The last imported counts, whatever day it bears.
            files.Observations("exports", "AFG", "ALB")[0].Value.Value.ShouldBe(1000 + round);
        }
        files.Count("goods_flow").ShouldBe(FaultBench.Rounds);
    }

    public void Dispose() => bench.Dispose();
}
