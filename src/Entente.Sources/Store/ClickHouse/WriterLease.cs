using System.Diagnostics;
using System.Globalization;

namespace Entente.Sources.Store.ClickHouse;

/// <summary>
/// One writer at a time. ClickHouse has no locks, but making a table of a name that is taken fails, and so does renaming: whoever makes
/// `writer_lock` writes. The holder adds a row to it every few seconds; a lock that has not grown for a while, as seen by the waiting one's
/// own clock, was left by a process that is gone, and is renamed out of the way.
/// </summary>
internal sealed class WriterLease : IDisposable
{
    public const string Lock = "writer_lock";
    private const string Dead = "writer_dead_";

    private readonly ClickHouseNode node;
    private readonly string token;
    private readonly Timer beat;
    private readonly TimeSpan certain;
    private long confirmed;
    private volatile bool lost;

    private WriterLease(ClickHouseNode node, string token, TimeSpan stale)
    {
        (this.node, this.token) = (node, token);
        confirmed = Stopwatch.GetTimestamp();
        var rhythm = stale / 5;
        // Others wait the whole time; this one is no longer certain a beat earlier.
        certain = stale - rhythm;
        beat = new Timer(_ => Beat(), null, rhythm, rhythm);
    }

    /// <exception cref="StoreException">Another process is writing and did not finish in time.</exception>
    /// <exception cref="NodeFault">The node does not answer.</exception>
    public static WriterLease Take(ClickHouseNode node, string place, ClickHouseLimits limits, CancellationToken cancellation)
    {
        var token = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid():N}");
        var waited = Stopwatch.StartNew();
        var still = Stopwatch.StartNew();
        var last = (Beats: -1L, Holder: "");
        string? dead = null;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            if (TryCreate(node, token))
            {
                var lease = new WriterLease(node, token, limits.Stale);
                lease.Sweep(dead);
                return lease;
            }
            var seen = Look(node);
            if (seen != last)
            {
                last = seen;
                still.Restart();
            }
            else if (seen.Beats >= 0 && (still.Elapsed > limits.Stale || IsGone(seen.Holder)))
                dead = Bury(node, seen.Holder) ?? dead;
            else if (waited.Elapsed > limits.Patience)
                throw new StoreException(
                    place,
                    $"another process is writing and did not finish ({Who(seen.Holder)})",
                    "one writer at a time; run it again when the other is done"
                );
            else
                cancellation.WaitHandle.WaitOne(100);
        }
    }

    /// <summary>Throws where the lease is no longer certain: another process may be writing.</summary>
    public void Check()
    {
        if (lost || Stopwatch.GetElapsedTime(Interlocked.Read(ref confirmed)) > certain)
            throw new NodeFault(node.Name, NodeFault.NoAnswer, "the lease on writing was not renewed in time");
    }

    public void Dispose()
    {
        // No beat may still be under way when the lock is given back.
        using (var done = new ManualResetEvent(false))
            if (beat.Dispose(done))
                done.WaitOne(TimeSpan.FromSeconds(10));
        try
        {
            if (!lost && Look(node).Holder == token)
                node.ExecuteOnce($"drop table {Lock}");
        }
        catch (NodeFault)
        {
            // It goes stale by itself.
        }
    }

    private static bool TryCreate(ClickHouseNode node, string token)
    {
        try
        {
            node.ExecuteOnce($"create table {Lock} (token String, beat DateTime default now()) engine = Memory");
        }
        catch (NodeFault fault) when (fault.Code == NodeFault.AlreadyThere)
        {
            return false;
        }
        node.Execute($"insert into {Lock} (token) values {ClickHouseSql.Values(token)}");
        return true;
    }

    /// <summary>How often the lock has been renewed and by whom; -1 where there is none.</summary>
    private static (long Beats, string Holder) Look(ClickHouseNode node)
    {
        var seen = (Beats: 0L, Holder: "");
        try
        {
            node.Read($"select count(), any(token) from {Lock}", r => seen = (r.Integer(0), r.Text(1)));
        }
        catch (NodeFault fault) when (fault.Code == NodeFault.UnknownTable)
        {
            seen = (-1, "");
        }
        return seen;
    }

    /// <summary>
    /// Renames a lock after its holder. Where two try at once the second finds the name taken, even if a new lock has been made meanwhile;
    /// therefore the grave stays until a later writer has come and gone.
    /// </summary>
    private static string? Bury(ClickHouseNode node, string holder)
    {
        var grave = Dead + (holder.Length > 32 ? holder[^32..] : "unnamed");
        try
        {
            node.ExecuteOnce($"rename table {Lock} to {grave}");
            return grave;
        }
        catch (NodeFault fault) when (fault.Code is NodeFault.AlreadyThere or NodeFault.UnknownTable)
        {
            return null;
        }
    }

    private void Sweep(string? keep)
    {
        var graves = new List<string>();
        node.Read(
            $"select name from system.tables where database = currentDatabase() and name like '{Dead.Replace("_", "\\\\_", StringComparison.Ordinal)}%'",
            r => graves.Add(r.Text(0))
        );
        foreach (var grave in graves)
            if (grave != keep)
                node.Execute($"drop table if exists {grave}");
    }

    private void Beat()
    {
        try
        {
            if (Look(node).Holder != token)
            {
                lost = true;
                return;
            }
            node.ExecuteOnce($"insert into {Lock} (token) values {ClickHouseSql.Values(token)}");
            Interlocked.Exchange(ref confirmed, Stopwatch.GetTimestamp());
        }
        catch (NodeFault)
        {
            // The next beat tries again; Check says when it has been too long.
        }
    }

    /// <summary>A process of this machine that no longer runs need not be waited for.</summary>
    private static bool IsGone(string holder)
    {
        var parts = holder.Split(':');
        if (parts.Length != 3 || parts[0] != Environment.MachineName)
            return false;
        if (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return false;
        try
        {
            using var process = Process.GetProcessById(id);
            return process.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static string Who(string holder) =>
        holder.Split(':') is [var machine, var process, _] ? $"process {process} on {machine}" : "unknown";
}
