using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>
/// Between an importer that reads and a store that writes: each has its own thread, a few full batches wait in between, and empty ones
/// go back. What goes wrong while writing is thrown where the importer hands over its next batch.
/// </summary>
internal sealed class BatchPipe : IDisposable
{
    private const int Waiting = 6;
    private readonly BlockingCollection<RowBatch> full = new(Waiting);
    private readonly ConcurrentDictionary<string, ConcurrentBag<RowBatch>> empty = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TableWriter> writers = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource stop;
    private readonly Task writing;
    private ExceptionDispatchInfo? fault;

    public BatchPipe(IStoreImport import, CancellationToken cancellation)
        : this(import.Write, cancellation) { }

    /// <param name="write">Takes a full batch; called on one other thread only.</param>
    public BatchPipe(Action<RowBatch> write, CancellationToken cancellation)
    {
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        writing = Task.Factory.StartNew(() => Write(write), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>The writer of a table; the same for the same table.</summary>
    public TableWriter Table(TableShape shape)
    {
        if (!writers.TryGetValue(shape.Name, out var writer))
            writers[shape.Name] = writer = new TableWriter(shape, Pass);
        return writer;
    }

    public long Rows
    {
        get
        {
            var rows = 0L;
            foreach (var writer in writers.Values)
                rows += writer.Rows;
            return rows;
        }
    }

    /// <summary>Waits until everything is written.</summary>
    public void Complete()
    {
        foreach (var writer in writers.Values)
            writer.Flush();
        full.CompleteAdding();
        writing.Wait(CancellationToken.None);
        fault?.Throw();
    }

    /// <summary>Ends the writing thread, whatever it has left to do.</summary>
    public void Dispose()
    {
        stop.Cancel();
        if (!full.IsAddingCompleted)
            full.CompleteAdding();
        writing.Wait(CancellationToken.None);
        full.Dispose();
        stop.Dispose();
    }

    private RowBatch Pass(RowBatch batch)
    {
        fault?.Throw();
        try
        {
            full.Add(batch, stop.Token);
        }
        catch (OperationCanceledException) when (fault is not null)
        {
            fault.Throw();
        }
        return empty.TryGetValue(batch.Shape.Name, out var bag) && bag.TryTake(out var free) ? free : new RowBatch(batch.Shape);
    }

    private void Write(Action<RowBatch> write)
    {
        try
        {
            foreach (var batch in full.GetConsumingEnumerable(stop.Token))
            {
                write(batch);
                batch.Clear();
                empty.GetOrAdd(batch.Shape.Name, _ => []).Add(batch);
            }
        }
        catch (OperationCanceledException)
        {
            // Whoever cancelled knows.
        }
#pragma warning disable CA1031 // thrown again on the importer's thread
        catch (Exception e)
#pragma warning restore CA1031
        {
            fault = ExceptionDispatchInfo.Capture(e);
            stop.Cancel();
        }
    }
}
