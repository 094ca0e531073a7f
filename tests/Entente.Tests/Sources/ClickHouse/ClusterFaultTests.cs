using System.Diagnostics;
using System.Globalization;
using Entente.Sources.Datasets;
using Entente.Sources.Store;
using Entente.Sources.Store.ClickHouse;
using Entente.Sources.Store.Tables;

namespace Entente.Tests.Sources.ClickHouse;

/// <summary>
/// A cluster whose servers go away and whose answers get lost: what is asked is answered whole or not at all, what is imported arrives once.
/// </summary>
[Collection(TestCluster.Name)]
public sealed class ClusterFaultTests : IDisposable
{
    private const int Rows = 120_000;

    // As it stands in the first line of a request.
    private const string Insertion = "insert%20into%20vote_local";

    private static readonly TableShape Votes = DatasetCatalogue.Tables.Single(t => t.Name == "vote");

    // Small blocks and little patience, so that a test sees many of the one and need not wait for the other.
    private static readonly ClickHouseLimits Small = new()
    {
        BlockRows = 5000,
        Retries = 2,
        FirstDelay = TimeSpan.FromMilliseconds(50),
        Patience = TimeSpan.FromSeconds(20),
        Stale = TimeSpan.FromSeconds(2),
    };

    private readonly TestCluster cluster;
    private readonly Lazy<string> line;
    private readonly string folder = Directory.CreateTempSubdirectory("entente-cluster-").FullName;

    public ClusterFaultTests(TestCluster cluster)
    {
        TestCluster.Need();
        this.cluster = cluster;
        line = new(cluster.NewLine);
    }

    [SkippableFact]
    public void A_server_that_stops_while_it_is_asked_gives_an_error_and_no_part_of_an_answer()
    {
        using var store = cluster.Open(line.Value, Small);
        Import(store);
        var (seen, answered) = (0, Stopwatch.StartNew());
        var working = store.Shards[1];
        var stopping = Task.Run(() =>
        {
            while (
                working.Number(
                    "select count() from system.processes where query like '%sleepEachRow%' and query not like '%system.processes%'"
                ) == 0
            )
                Thread.Sleep(10);
            cluster.Kill(1);
        });
        try
        {
            // Half of the rows lie on the server that goes away while it works.
            var problem = Should.Throw<StoreException>(() =>
                store.Read(new StoreQuery("select state, count(*), max(sleepEachRow(0.00004)) from vote group by state"), _ => seen++)
            );
            stopping.IsCompletedSuccessfully.ShouldBeTrue();
            problem.Message.ShouldContain("nothing was answered in part");
            seen.ShouldBe(0);
            answered.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
            // And while it is away.
            problem = Should.Throw<StoreException>(() => store.Read(new StoreQuery("select count(*) from vote"), _ => seen++));
            problem.Expected.ShouldContain("all shards running");
            seen.ShouldBe(0);
            new StoreCheck(store).Run(CancellationToken.None).ShouldNotBeEmpty();
        }
        finally
        {
            cluster.Kill(1);
            cluster.Start(1);
        }
        Count(store).ShouldBe(Rows);
        new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty();
    }

    [SkippableFact]
    public void A_server_that_stops_while_rows_come_in_is_gone_on_with_when_the_import_is_run_again()
    {
        using var store = cluster.Open(line.Value, Small);
        int broken;
        try
        {
            var (import, problem) = Broken(store, atRow: Rows / 2, () => cluster.Kill(1));
            broken = import;
            problem.Message.ShouldContain("no answer");
        }
        finally
        {
            cluster.Kill(1);
            cluster.Start(1);
        }
        store.Imports().ShouldBeEmpty();
        Count(store).ShouldBe(0);
        // Said, with what to do; not a row of it is seen.
        new StoreCheck(store)
            .Run(CancellationToken.None)
            .ShouldHaveSingleItem()
            .ShouldContain("import the same files again");
        var arrived = store.Shards.Sum(n => ShardTables.Count(n, Votes.Name, broken).Values.Sum());
        arrived.ShouldBeInRange(1, Rows - 1);
        Import(store).Id.ShouldBe(broken);
        Count(store).ShouldBe(Rows);
        new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty();
    }

    [SkippableFact]
    public void An_import_that_was_broken_off_can_be_taken_out_instead()
    {
        using var store = cluster.Open(line.Value, Small);
        int broken;
        try
        {
            (broken, _) = Broken(store, atRow: Rows / 2, () => cluster.Kill(1));
        }
        finally
        {
            cluster.Kill(1);
            cluster.Start(1);
        }
        store.Undo(broken, CancellationToken.None).ShouldBeTrue();
        store.Undo(broken, CancellationToken.None).ShouldBeFalse();
        store.Shards.Sum(n => ShardTables.Count(n, Votes.Name, broken).Count).ShouldBe(0);
        new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty();
        Import(store).Id.ShouldBeGreaterThan(broken);
        Count(store).ShouldBe(Rows);
    }

    [SkippableFact]
    public void Requests_cut_off_and_answers_lost_bring_every_row_once()
    {
        var ports = ClickHouseAddress.Parse(line.Value).Hosts.Select(h => h.Port).ToArray();
        using var first = new FlakyProxy(ports[0], Insertion);
        using var second = new FlakyProxy(ports[1], Insertion);
        var database = line.Value[(line.Value.LastIndexOf('/') + 1)..];
        var through = string.Create(
            CultureInfo.InvariantCulture,
            $"clickhouse://127.0.0.1:{first.Port},127.0.0.1:{second.Port}/{database}"
        );
        using (var store = cluster.Open(through, Small with { Retries = 5 }))
        {
            var import = Import(store);
            import.Rows.ShouldBe(Rows);
            Count(store).ShouldBe(Rows);
            new StoreCheck(store).Run(CancellationToken.None).ShouldBeEmpty();
        }
        (first.Torn + second.Torn).ShouldBeGreaterThan(4);
        (first.Unanswered + second.Unanswered).ShouldBeGreaterThan(4);
    }

    [SkippableFact]
    public void A_block_that_is_lost_or_doubled_is_named()
    {
        using var store = cluster.Open(line.Value, Small);
        Import(store);
        var node = store.Shards[1];
        node.Execute("insert into vote_local select * from vote_local where block = 2");
        new StoreCheck(store).Run(CancellationToken.None).ShouldHaveSingleItem().ShouldContain("block 2");
        ShardTables.Remove(node, Votes.Name, 1, 2, CancellationToken.None);
        new StoreCheck(store).Run(CancellationToken.None).ShouldHaveSingleItem().ShouldContain("found 0 rows of block 2, expected 5000");
    }

    [SkippableTheory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_lock_left_behind_does_not_stand_in_the_way(bool ofThisMachine)
    {
        using var store = cluster.Open(line.Value, Small);
        var machine = ofThisMachine ? Environment.MachineName : "elsewhere";
        store.First.Execute("create table writer_lock (token String, beat DateTime default now()) engine = Memory");
        // No process has this number.
        store.First.Execute($"insert into writer_lock (token) values ('{machine}:2147483646:0123456789abcdef0123456789abcdef')");
        Import(store).Rows.ShouldBe(Rows);
        ClickHouseSchema.Has(store.First, "writer_lock").ShouldBeFalse();
    }

    [SkippableFact]
    public void A_lock_that_is_renewed_is_waited_for_and_named()
    {
        using var store = cluster.Open(line.Value, Small with { Patience = TimeSpan.FromSeconds(3) });
        using var held = WriterLease.Take(store.First, store.Place, Small, CancellationToken.None);
        var problem = Should.Throw<StoreException>(() => Import(store));
        problem.Found.ShouldContain($"process {Environment.ProcessId} on {Environment.MachineName}");
        held.Check();
    }

    [SkippableFact]
    public void The_program_killed_at_any_moment_goes_on_when_it_is_run_again()
    {
        var file = Path.Combine(folder, "dyadic.csv");
        var text = new System.Text.StringBuilder("ccode1,ccode2,year,importer1,importer2,flow1,flow2,smoothflow1,smoothflow2,version\n");
        int[] states = [2, 20, 70, 100, 140, 200, 220, 325, 640, 740];
        foreach (var a in states)
        foreach (var b in states.Where(b => b > a))
            for (var year = 1000; year < 2000; year++)
                text.Append(CultureInfo.InvariantCulture, $"{a},{b},{year},A,B,{year - a},{b}.5,1,2,4\n");
        File.WriteAllText(file, text.ToString());
        var watch = Stopwatch.StartNew();
        using (var whole = Start(["record", "import", "cow-trade", file]))
        {
            whole.WaitForExit();
            whole.ExitCode.ShouldBe(0, whole.StandardError.ReadToEnd());
        }
        var time = (int)watch.ElapsedMilliseconds;
        using var store = cluster.Open(line.Value, Small);
        // Beside the copy of the shipped facts.
        IReadOnlyList<StoredImport> Imported() => [.. store.Imports().Where(i => i.Dataset == "cow-trade")];
        store.Undo(Imported()[0].Id, CancellationToken.None).ShouldBeTrue();
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            using var process = Start(["record", "import", "cow-trade", file]);
            Thread.Sleep((time / 3) + random.Next(time * 2 / 3));
            process.Kill();
            process.WaitForExit();
            Imported().Sum(i => i.Rows).ShouldBeOneOf(0, 45_000);
            foreach (var finished in Imported())
                store.Undo(finished.Id, CancellationToken.None);
        }
        using (var last = Start(["record", "import", "cow-trade", file]))
        {
            last.WaitForExit();
            last.ExitCode.ShouldBe(0, last.StandardError.ReadToEnd());
        }
        Imported().ShouldHaveSingleItem().Rows.ShouldBe(45_000);
        using var verify = Start(["record", "verify"]);
        verify.StandardOutput.ReadToEnd().ShouldContain("the record is sound");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static int Rounds =>
        int.TryParse(Environment.GetEnvironmentVariable("ENTENTE_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            ? n
            : 2;

    private static ImportPlan Plan { get; } =
        new()
        {
            Dataset = "unga-votes",
            Vintage = "1",
            Files = [new("made", "00", 0)],
            Tables = [Votes],
            ImportedAt = ImportBench.Now,
            Program = "test",
        };

    private static StoredImport Import(ClickHouseStore store)
    {
        using var import = store.Begin(Plan, CancellationToken.None);
        Fill(import, -1, () => { });
        return import.Complete();
    }

    /// <summary>An import during which something happens, and how it ended.</summary>
    private static (int Import, StoreException Problem) Broken(ClickHouseStore store, int atRow, Action happens)
    {
        using var import = store.Begin(Plan, CancellationToken.None);
        var problem = Should.Throw<StoreException>(() =>
        {
            Fill(import, atRow, happens);
            import.Complete();
        });
        return (import.Id, problem);
    }

    private static void Fill(IStoreImport import, int atRow, Action happens)
    {
        using var pipe = new BatchPipe(import, CancellationToken.None);
        var rows = pipe.Table(Votes);
        for (var i = 0; i < Rows; i++)
        {
            if (i == atRow)
                happens();
            rows.Row(i + 1).Int(i / 200).Int(4 + (i % 200)).Int(1 + (i % 3));
        }
        pipe.Complete();
    }

    private static long Count(ClickHouseStore store)
    {
        var count = 0L;
        store.Read(new StoreQuery("select count(*) from vote"), r => count = r.Integer(0));
        return count;
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
        start.Environment["ENTENTE_STORE"] = line.Value;
        return Process.Start(start)!;
    }
}
