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
    private readonly CancellationToken cancellation;
    private readonly Dictionary<string, Target> targets = new(StringComparer.Ordinal);
    private long unplaced;
    private bool done;

    public SqliteImport(SqliteConnection connection, ImportPlan plan, string path, CancellationToken cancellation)
    {
        (this.connection, this.plan, this.path, this.cancellation) = (connection, plan, path, cancellation);
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

    private Target TargetOf(TableShape shape)
    {
        if (!targets.TryGetValue(shape.Name, out var target))
            targets[shape.Name] = target = new Target(connection.Handle!, shape, Id);
        return target;
    }

    /// <summary>The prepared insertion into one table, with what went in.</summary>
    private sealed class Target : IDisposable
    {
        private readonly sqlite3 db;
        private readonly TableShape shape;
        private readonly sqlite3_stmt insert;
        private readonly int import;
        private RowSum sum;

        public Target(sqlite3 db, TableShape shape, int import)
        {
            (this.db, this.shape, this.import) = (db, shape, import);
            var all = shape.AllColumns;
            var sql =
                $"insert into {shape.Name} ({string.Join(", ", all.Select(c => c.Name))}) values ({string.Join(", ", all.Select((_, i) => $"?{i + 1}"))})";
            SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out insert), db);
        }

        public ImportedTable Written => new(shape.Name, sum.Rows, sum.Value, sum.From, sum.To);

        public void Write(RowBatch batch)
        {
            var columns = shape.Columns;
            var hasAbsent = shape.HasAbsent;
            raw.sqlite3_bind_int64(insert, 1, import);
            for (var row = 0; row < batch.Count; row++)
            {
                for (var c = 0; c < columns.Count; c++)
                {
                    if (columns[c].Nullable && batch.AbsenceOf(row, c) != Absence.None)
                        raw.sqlite3_bind_null(insert, c + 2);
                    else if (columns[c].Kind == CellKind.Integer)
                        raw.sqlite3_bind_int64(insert, c + 2, batch.Integer(row, c));
                    else if (columns[c].Kind == CellKind.Real)
                        raw.sqlite3_bind_double(insert, c + 2, batch.Real(row, c));
                    else
                        raw.sqlite3_bind_text(insert, c + 2, batch.Text(row, c));
                }
                var next = columns.Count + 2;
                if (hasAbsent)
                    raw.sqlite3_bind_int64(insert, next++, batch.Absent(row));
                raw.sqlite3_bind_int64(insert, next, batch.Line(row));
                var code = raw.sqlite3_step(insert);
                // The step's own code says more than the reset's.
                if (code != raw.SQLITE_DONE)
                {
                    var fault = Duplicate(code, batch, row);
                    raw.sqlite3_reset(insert);
                    if (fault is not null)
                        throw fault;
                    SqliteException.ThrowExceptionForRC(code, db);
                }
                raw.sqlite3_reset(insert);
            }
            sum.Add(batch);
        }

        private StoreException? Duplicate(int code, RowBatch batch, int row)
        {
            if (code != raw.SQLITE_CONSTRAINT)
                return null;
            var key = string.Join(
                ", ",
                Enumerable
                    .Range(0, shape.Key)
                    .Select(c =>
                        $"{shape.Columns[c].Name} "
                        + (shape.Columns[c].Kind == CellKind.Text ? batch.Text(row, c) : $"{batch.Integer(row, c)}")
                    )
            );
            return new StoreException($"line {SourceLine.Line(batch.Line(row))}", $"a second row for {key}", "one row for each");
        }

        public void Dispose() => insert.Dispose();
    }
}
