using Entente.Sources.Store.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Sources.Store.Sqlite;

/// <summary>An import under way: one transaction from its first row to its last.</summary>
internal sealed class SqliteImport : IStoreImport
{
    private readonly SqliteConnection connection;
    private readonly ImportPlan plan;
    private readonly string path;
    private readonly SortLimits limits;
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, SqliteTarget> targets = new(StringComparer.Ordinal);
    private long unplaced;
    private bool done;

    public SqliteImport(SqliteConnection connection, ImportPlan plan, string path, SortLimits limits, CancellationToken cancellation)
    {
        (this.connection, this.plan, this.path, this.limits, this.cancellation) = (connection, plan, path, limits, cancellation);
        SqliteStore.Execute(connection, "begin immediate");
        try
        {
            Id = SqliteLedger.Add(connection, plan);
        }
        catch
        {
            SqliteStore.Execute(connection, "rollback");
            throw;
        }
    }

    public int Id { get; }

    public void Write(RowBatch batch)
    {
        cancellation.ThrowIfCancellationRequested();
        try
        {
            TargetOf(batch.Shape).Write(batch);
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
        catch (IOException e)
        {
            throw SqliteFault.Of(e, path);
        }
    }

    public void Write(IReadOnlyList<UnplacedRow> rows)
    {
        try
        {
            SqliteLedger.AddUnplaced(connection, Id, rows);
            unplaced += rows.Count;
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
    }

    public StoredImport Complete()
    {
        try
        {
            foreach (var target in targets.Values)
                target.Finish(cancellation);
            var tables = targets.Values.Select(t => t.Written).OrderBy(t => t.Name, StringComparer.Ordinal).ToArray();
            SqliteLedger.Close(connection, Id, tables, unplaced);
            SqliteStore.Execute(connection, "commit");
            done = true;
            return new StoredImport
            {
                Id = Id,
                Dataset = plan.Dataset,
                Vintage = plan.Vintage,
                Published = plan.Published,
                ImportedAt = plan.ImportedAt,
                Files = plan.Files,
                Tables = tables,
                Unplaced = unplaced,
            };
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
        catch (IOException e)
        {
            throw SqliteFault.Of(e, path);
        }
    }

    public void Dispose()
    {
        foreach (var target in targets.Values)
            target.Dispose();
        targets.Clear();
        if (done)
            return;
        done = true;
        // SQLite has rolled back by itself where the disk was full or failed.
        if (raw.sqlite3_get_autocommit(connection.Handle!) == 0)
            SqliteStore.Execute(connection, "rollback");
    }

    private SqliteTarget TargetOf(TableShape shape)
    {
        if (!targets.TryGetValue(shape.Name, out var target))
            targets[shape.Name] = target = new SqliteTarget(connection, shape, Id, path, limits);
        return target;
    }
}
