using System.Diagnostics;
using System.Globalization;
using Entente.Application.Stores;

namespace Entente.Tests.Sources.Store.Faults;

/// <summary>A disk that fills up while the program writes: a small one in memory, with a file on it that leaves only so much room.</summary>
public sealed class DiskTests : IDisposable
{
    private const int Megabytes = 64;
    private readonly FaultBench bench = new();
    private string? disk;

    [SkippableFact]
    public void A_full_disk_loses_nothing_and_says_what_to_do()
    {
        Mount();
        var small = bench.Trade("small.csv", FaultBench.RowsOfSmall);
        var large = bench.Trade("large.csv", FaultBench.RowsOfLarge);
        var random = new Random(20261123);
        var refused = 0;
        for (var round = 0; round < FaultBench.Rounds; round++)
        {
            bench.Home = Path.Combine(disk!, $"home{round}");
            bench.Succeeds("record", "import", "cow-trade", small);
            // A whole import needs some 10 MB for its log and as much again when the log goes into the file.
            var room = random.Next(14_000) << 10;
            var because = string.Create(CultureInfo.InvariantCulture, $"round {round}, room for {room} bytes");
            var filler = Path.Combine(disk!, "filler");
            using (var stream = File.Create(filler))
            {
                var left = new DriveInfo(disk!).AvailableFreeSpace - room;
                var block = new byte[1 << 16];
                for (; left > 0; left -= block.Length)
                    stream.Write(block, 0, (int)Math.Min(block.Length, left));
            }
            var run = bench.Run("record", "import", "cow-trade", large);
            if (run.Status != 0)
            {
                refused++;
                FaultBench.ShouldExplain(run, because);
                run.Error.ShouldContain("room", Case.Sensitive, because);
            }
            // While it is full, what is there can be read or the same is said.
            var list = bench.Run("record", "list");
            if (list.Status != 0)
                FaultBench.ShouldExplain(list, because);
            File.Delete(filler);
            bench.ShouldBeSound(because).ShouldBe(run.Status == 0, because);
            bench.Succeeds("record", "import", "cow-trade", large);
            bench.Succeeds("record", "verify");
            bench.ShouldBeSound(because).ShouldBeTrue(because);
            Directory.Delete(bench.Home, recursive: true);
        }
        refused.ShouldBeGreaterThan(0);
    }

    public void Dispose()
    {
        if (disk is not null)
            Command("umount", "-l", disk);
        bench.Dispose();
    }

    private void Mount()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "a small disk is made with Linux's mount");
        var at = Directory.CreateDirectory(Path.Combine(bench.Folder, "disk")).FullName;
        var said = Command("mount", "-t", "tmpfs", "-o", $"size={Megabytes}m", "entente", at);
        Skip.IfNot(said is null, $"a small disk cannot be mounted here: {said}");
        disk = at;
    }

    /// <summary>What the command complained of; null where it did what it should.</summary>
    private static string? Command(string name, params string[] args)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, args) { RedirectStandardError = true })!;
            var error = process.StandardError.ReadToEnd().Trim();
            process.WaitForExit();
            return process.ExitCode == 0 ? null : error;
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return e.Message;
        }
    }
}
