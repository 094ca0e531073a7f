using System.Diagnostics;

namespace Entente.Tests.Sources.Store.Faults;

/// <summary>
/// Rights taken away: from the store, from its folder, from the publisher's file, before and while the program runs. Rights do not bind
/// the superuser: run by that one, the program is started as nobody.
/// </summary>
public sealed class PermissionTests : IDisposable
{
    private const int Nobody = 65534;
    private const UnixFileMode All = (UnixFileMode)0b111_111_111;
    private const UnixFileMode ReadOnly = UnixFileMode.UserRead | UnixFileMode.UserExecute;

    private readonly FaultBench bench = new();

    [SkippableTheory]
    [InlineData("record.db", UnixFileMode.UserRead)]
    [InlineData("record.db", UnixFileMode.None)]
    [InlineData("", ReadOnly)]
    [InlineData("", UnixFileMode.None)]
    public void Without_rights_to_the_store_nothing_is_lost(string what, UnixFileMode mode)
    {
        BeSomebody();
        var (small, large) = Files();
        bench.Succeeds("record", "import", "cow-trade", small);
        // A log that is there already could still be written to.
        foreach (var log in Directory.GetFiles(bench.Home, "record.db-*"))
            File.Delete(log);
        var path = what.Length == 0 ? bench.Home : Path.Combine(bench.Home, what);
        Allow(path, mode);
        FaultBench.ShouldExplain(bench.Run("record", "import", "cow-trade", large), $"{what} {mode}");
        Allow(path, All);
        bench.Succeeds("record", "verify");
        bench.ShouldBeSound($"{what} {mode}").ShouldBeFalse();
        GiveToUser();
        bench.Succeeds("record", "import", "cow-trade", large);
        bench.ShouldBeSound($"{what} {mode}").ShouldBeTrue();
    }

    [SkippableFact]
    public void A_file_that_may_not_be_read_is_told()
    {
        BeSomebody();
        var (small, large) = Files();
        bench.Succeeds("record", "import", "cow-trade", small);
        Allow(large, UnixFileMode.None);
        var run = bench.Run("record", "import", "cow-trade", large);
        FaultBench.ShouldExplain(run, "the publisher's file");
        run.Error.ShouldContain("large.csv");
        Allow(large, All);
        bench.Succeeds("record", "import", "cow-trade", large);
        bench.ShouldBeSound("the publisher's file").ShouldBeTrue();
    }

    [SkippableFact]
    public void Rights_taken_away_while_it_runs_do_no_harm()
    {
        BeSomebody();
        var (small, large) = Files();
        bench.Succeeds("record", "import", "cow-trade", small);
        var watch = Stopwatch.StartNew();
        bench.Succeeds("record", "import", "cow-trade", large);
        var whole = (int)watch.ElapsedMilliseconds;
        var random = new Random(20261124);
        for (var round = 0; round < FaultBench.Rounds; round++)
        {
            bench.UndoLarge();
            GiveToUser();
            using var process = bench.Start("record", "import", "cow-trade", large);
            Thread.Sleep(random.Next(whole));
            foreach (var file in Directory.GetFiles(bench.Home))
                try
                {
                    Allow(file, UnixFileMode.None);
                }
                catch (FileNotFoundException)
                {
                    // The log had gone into the store meanwhile.
                }
            Allow(bench.Home, UnixFileMode.None);
            var run = FaultBench.End(process);
            if (run.Status != 0)
                FaultBench.ShouldExplain(run, $"round {round}");
            Allow(bench.Home, All);
            foreach (var file in Directory.GetFiles(bench.Home))
                Allow(file, All);
            bench.ShouldBeSound($"round {round}").ShouldBe(run.Status == 0, $"round {round}: {run.Error}");
            GiveToUser();
            bench.Succeeds("record", "import", "cow-trade", large);
            bench.Succeeds("record", "verify");
        }
    }

    public void Dispose()
    {
        if (Directory.Exists(bench.Home) && !OperatingSystem.IsWindows())
            File.SetUnixFileMode(bench.Home, All);
        bench.Dispose();
    }

    private (string Small, string Large) Files() =>
        (bench.Trade("small.csv", FaultBench.RowsOfSmall), bench.Trade("large.csv", FaultBench.RowsOfLarge));

    /// <summary>Runs the program as one whom rights bind.</summary>
    private void BeSomebody()
    {
        Skip.If(OperatingSystem.IsWindows(), "rights are Unix's here");
        if (!Environment.IsPrivilegedProcess)
            return;
        Allow(bench.Folder, All);
        bench.User = Nobody;
        try
        {
            var run = bench.Run("--version");
            Skip.If(run.Status != 0, $"the program cannot be started as another user: {run.Error}");
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            Skip.If(true, $"rights do not bind the superuser, and setpriv, which starts the program as another, is not there: {e.Message}");
        }
    }

    /// <summary>What the test itself looked at as the superuser may belong to that one now.</summary>
    private void GiveToUser()
    {
        if (bench.User is not { } user)
            return;
        using var process = Process.Start(new ProcessStartInfo("chown", ["-R", $"{user}:{user}", bench.Home]))!;
        process.WaitForExit();
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }
}
