using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Entente.Sources.Store.Tables;
using Polly;
using Polly.Retry;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// An import under way: rows are cut into numbered blocks, each block is noted in the ledger and sent to its shard, several at a time.
/// After a failure that leaves open whether a block arrived, the shard is asked how many rows of it there are. The import stands when its
/// row in the ledger does. Broken off by a node or by its own process, it is gone on with when the same files are imported again; ended by
/// anything else, it leaves nothing.
/// </summary>
internal sealed class ClickHouseImport : IStoreImport
{
    private readonly ClickHouseStore store;
    private readonly ImportPlan plan;
    private readonly string fingerprint;
    private readonly WriterLease lease;
    private readonly CancellationTokenSource stop;
    private readonly ResiliencePipeline patience;
    private readonly Dictionary<string, BlockBuilder> builders = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Table, int Shard), ConcurrentBag<Block>> empty = new();
    private readonly BlockingCollection<Block>[] queues;
    private readonly Task[] senders;
    private readonly Dictionary<(string Table, int Shard, long Number), long> expected = [];
    private readonly Dictionary<(string Table, int Shard, long Number), LedgerBlock> noted = [];
    private readonly Dictionary<(string Table, int Shard, long Number), long> there = [];
    private readonly List<UnplacedRow> unplaced = [];
    private ExceptionDispatchInfo? fault;
    private bool brokenOff;
    private bool done;
    private bool disposed;

    public ClickHouseImport(ClickHouseStore store, ImportPlan plan, CancellationToken cancellation)
    {
        (this.store, this.plan) = (store, plan);
        fingerprint = ClickHouseLedger.PlanOf(plan, store.Shards.Count, store.Limits.BlockRows);
        patience = PatienceOf(store.Limits);
        lease = WriterLease.Take(store.First, store.Place, store.Limits, cancellation);
        try
        {
            Id = Begin(cancellation);
        }
        catch
        {
            lease.Dispose();
            throw;
        }
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        queues = [.. store.Shards.Select(_ => new BlockingCollection<Block>(2))];
        var each = Math.Max(1, store.Limits.Senders / store.Shards.Count);
        senders =
        [
            .. store.Shards.SelectMany(
                (node, shard) =>
                    Enumerable
                        .Range(0, each)
                        .Select(_ =>
                            Task.Factory.StartNew(
                                () => Send(node, queues[shard]),
                                CancellationToken.None,
                                TaskCreationOptions.LongRunning,
                                TaskScheduler.Default
                            )
                        )
            ),
        ];
    }

    public int Id { get; }

    public void Write(RowBatch batch)
    {
        ThrowIfStopped();
        if (!builders.TryGetValue(batch.Shape.Name, out var builder))
            builders[batch.Shape.Name] = builder = new BlockBuilder(batch.Shape, Id, store.Shards.Count, store.Limits.BlockRows, Pass);
        builder.Add(batch);
    }

    public void Write(IReadOnlyList<UnplacedRow> rows) => unplaced.AddRange(rows);

    public StoredImport Complete()
    {
        foreach (var builder in builders.Values)
            builder.Flush();
        foreach (var queue in queues)
            queue.CompleteAdding();
        Task.WaitAll(senders, CancellationToken.None);
        ThrowIfStopped();
        try
        {
            foreach (var node in store.Shards)
            foreach (var builder in builders.Values)
                CheckArrived(node, builder);
            foreach (var node in store.Shards)
            foreach (var builder in builders.Values)
                CheckKeys(node, builder.Shape);
            var tables = builders.Values.Select(b => b.Written).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
            lease.Check();
            var standing = store.Ledger.Finish(Id, fingerprint, plan, tables, unplaced);
            done = true;
            return standing;
        }
        catch (NodeFault e)
        {
            brokenOff = true;
            throw e.ToStore();
        }
    }

    public void Dispose()
    {
        if (disposed)
            return;
        disposed = true;
        stop.Cancel();
        foreach (var queue in queues)
            if (!queue.IsAddingCompleted)
                queue.CompleteAdding();
        Task.WaitAll(senders, CancellationToken.None);
        try
        {
            if (!done && !brokenOff)
                store.Discard(Id, plan.Tables.Select(t => t.Name));
        }
        catch (NodeFault)
        {
            // What could not be taken out is seen by nobody; the next import or `record undo` takes it out.
        }
        finally
        {
            lease.Dispose();
            foreach (var queue in queues)
                queue.Dispose();
            stop.Dispose();
        }
    }

    /// <summary>Throws what went wrong on a sender's thread, or that all was cancelled.</summary>
    private void ThrowIfStopped()
    {
        fault?.Throw();
        stop.Token.ThrowIfCancellationRequested();
    }

    private static ResiliencePipeline PatienceOf(ClickHouseLimits limits) =>
        new ResiliencePipelineBuilder()
            .AddRetry(
                new RetryStrategyOptions
                {
                    ShouldHandle = static arguments => ValueTask.FromResult(arguments.Outcome.Exception is NodeFault { IsPassing: true }),
                    MaxRetryAttempts = limits.Retries,
                    BackoffType = DelayBackoffType.Exponential,
                    Delay = limits.FirstDelay,
                    MaxDelay = TimeSpan.FromSeconds(5),
                }
            )
            .Build();

    /// <summary>Takes up the same plan where it was broken off, or begins anew. Nobody else writes now: what lies about is left behind.</summary>
    private int Begin(CancellationToken cancellation)
    {
        var files = ClickHouseLedger.FilesOf(plan);
        int? resumed = null;
        foreach (var open in store.Ledger.Open())
        {
            cancellation.ThrowIfCancellationRequested();
            if (open.State == ImportState.Begun && open.Plan == fingerprint && resumed is null)
                resumed = open.Id;
            else if (open.State == ImportState.Undone || (open.Dataset == plan.Dataset && open.Files == files))
                store.Discard(open.Id, ClickHouseStore.TableNames);
        }
        if (resumed is not { } id)
            return store.Ledger.Begin(plan, fingerprint);
        foreach (var block in store.Ledger.Blocks(id))
            noted[(block.Table, block.Shard, block.Number)] = block;
        foreach (var node in store.Shards)
        foreach (var table in plan.Tables)
        foreach (var (number, rows) in ShardTables.Count(node, table.Name, id, cancellation))
            there[(table.Name, node.Shard, number)] = rows;
        return id;
    }

    private Block Pass(Block block)
    {
        var key = (block.Shape.Name, block.Shard, block.Number);
        expected[key] = block.Rows;
        if (noted.TryGetValue(key, out var known) && known == block.Entry && there.TryGetValue(key, out var rows) && rows == block.Rows)
            return block;
        try
        {
            queues[block.Shard - 1].Add(block, stop.Token);
        }
        catch (OperationCanceledException) when (fault is not null)
        {
            fault.Throw();
        }
        return empty.TryGetValue((block.Shape.Name, block.Shard), out var bag) && bag.TryTake(out var free)
            ? free
            : new Block(block.Shape, block.Shard);
    }

    private void Send(ClickHouseNode node, BlockingCollection<Block> queue)
    {
        try
        {
            foreach (var block in queue.GetConsumingEnumerable(stop.Token))
            {
                Send(node, block);
                empty.GetOrAdd((block.Shape.Name, block.Shard), _ => []).Add(block);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled knows.
        }
        catch (NodeFault e)
        {
            brokenOff = true;
            Fail(e.ToStore());
        }
#pragma warning disable CA1031 // thrown again on the writer's thread
        catch (Exception e)
#pragma warning restore CA1031
        {
            Fail(e);
        }
    }

    private void Fail(Exception e)
    {
        fault ??= ExceptionDispatchInfo.Capture(e);
        stop.Cancel();
    }

    /// <summary>Brings one block to its shard, once.</summary>
    private void Send(ClickHouseNode node, Block block)
    {
        var key = (block.Shape.Name, block.Shard, block.Number);
        if (there.TryGetValue(key, out var rows) && rows > 0)
            ShardTables.Remove(node, block.Shape.Name, Id, block.Number, stop.Token);
        if (!noted.TryGetValue(key, out var known) || known != block.Entry)
            store.Ledger.Note(Id, block.Entry);
        var into = ClickHouseSql.InsertLocal(block.Shape);
        var attempt = 0;
        var last = "";
        patience.Execute(
            token =>
            {
                if (attempt++ > 0 && HasArrived(node, block, last, token))
                    return;
                lease.Check();
                last = string.Create(
                    CultureInfo.InvariantCulture,
                    $"entente-{Id}-{block.Shape.Name}-{block.Shard}-{block.Number}-{Guid.NewGuid():N}"
                );
                node.Insert(into, block.Data, last, token);
            },
            stop.Token
        );
    }

    /// <summary>
    /// After an unclear failure: first the request that may still be running is ended, then the shard is asked. What arrived in part is
    /// taken out.
    /// </summary>
    private bool HasArrived(ClickHouseNode node, Block block, string request, CancellationToken cancellation)
    {
        if (request.Length > 0)
            node.Execute($"kill query where query_id = '{request}' sync", cancellation);
        var rows = ShardTables.Count(node, block.Shape.Name, Id, block.Number, cancellation);
        if (rows == block.Rows)
            return true;
        if (rows > 0)
            ShardTables.Remove(node, block.Shape.Name, Id, block.Number, cancellation);
        return false;
    }

    private void CheckArrived(ClickHouseNode node, BlockBuilder builder)
    {
        var table = builder.Shape.Name;
        var counts = ShardTables.Count(node, table, Id, stop.Token);
        var blocks = builder.Numbers[node.Shard - 1];
        foreach (var extra in counts.Keys.Where(n => n >= blocks).Order().ToArray())
            ShardTables.Remove(node, table, Id, extra, stop.Token);
        for (var number = 0L; number < blocks; number++)
        {
            var rows = counts.GetValueOrDefault(number);
            var sent = expected[(table, node.Shard, number)];
            if (rows == sent)
                continue;
            // Taken out on the next run, when its rows are at hand again.
            brokenOff = true;
            throw new StoreException(
                node.Name,
                string.Create(CultureInfo.InvariantCulture, $"{rows} rows of block {number} of {table}"),
                string.Create(CultureInfo.InvariantCulture, $"the {sent} that were sent; run the import again, it goes on from there")
            );
        }
    }

    private void CheckKeys(ClickHouseNode node, TableShape shape)
    {
        if (ShardTables.Doubled(node, shape, Id, stop.Token) is not { } doubled)
            return;
        var key = string.Join(", ", doubled.Key.Select((cell, i) => $"{shape.Columns[i].Name} {cell}"));
        throw new StoreException($"line {SourceLine.Line(doubled.Line)}", $"a second row for {key}", "one row for each");
    }
}
