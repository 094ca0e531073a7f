using System.Globalization;
using Entente.Sources.Store.Sqlite.Sorting;
using Entente.Sources.Store.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Sources.Store.Sqlite;

/// <summary>When rows of an import are sorted before they go in.</summary>
/// <param name="From">Up to so many rows of a table the tree stays in memory, and their order costs nothing.</param>
/// <param name="Bytes">Memory for rows that wait to be sorted; sorting takes a quarter as much again.</param>
internal sealed record SortLimits(int From = 1 << 20, int Bytes = 64 << 20);

/// <summary>
/// One table of an import under way. Rows go in as they come; where they are many and come in another order than the table's, they
/// are sorted first and go in at the end.
/// </summary>
internal sealed class SqliteTarget : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly sqlite3 db;
    private readonly TableShape shape;
    private readonly sqlite3_stmt insert;
    private readonly int import;
    private readonly string place;
    private readonly SortLimits limits;
    private readonly bool sortable;
    private readonly long[] highest;
    private SortedRuns? runs;
    private RowSum sum;
    private long behind;

    public SqliteTarget(SqliteConnection connection, TableShape shape, int import, string place, SortLimits limits)
    {
        (this.connection, this.shape, this.import, this.place, this.limits) = (connection, shape, import, place, limits);
        db = connection.Handle!;
        sortable = SortedRuns.Takes(shape);
        highest = new long[shape.Key];
        highest.AsSpan().Fill(long.MinValue);
        var all = shape.AllColumns;
        var sql =
            $"insert into {shape.Name} ({string.Join(", ", all.Select(c => c.Name))}) values ({string.Join(", ", all.Select((_, i) => $"?{i + 1}"))})";
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql, out insert), db);
        SqliteException.ThrowExceptionForRC(raw.sqlite3_bind_int64(insert, 1, import), db);
    }

    public ImportedTable Written => new(shape.Name, sum.Rows, sum.Value, sum.From, sum.To);

    /// <summary>True where rows wait to be sorted.</summary>
    public bool Sorts => runs is not null;

    /// <exception cref="SqliteException">The store cannot be written.</exception>
    /// <exception cref="IOException">Rows that are to be sorted cannot be laid aside.</exception>
    /// <exception cref="StoreException">A second row for a key.</exception>
    public void Write(RowBatch batch)
    {
        sum.Add(batch);
        if (runs is not null)
        {
            runs.Add(batch);
            return;
        }
        Insert(batch);
        if (!sortable)
            return;
        CountBehind(batch);
        var before = sum.Rows - batch.Count;
        // A tenth that is not at the end is more than publishers' oddities. What came before goes with the rest where it is little.
        if (sum.Rows >= limits.From && behind > sum.Rows / 10)
        {
            runs = new SortedRuns(shape, $"{place}-sort-{shape.Name}", limits.Bytes);
            if (before < limits.From)
                TakeOut(runs);
        }
    }

    /// <summary>Puts in what was laid aside.</summary>
    public void Finish(CancellationToken cancellation)
    {
        if (runs is null)
            return;
        // Runs are merged here, rows inserted on the pipe's thread.
        using (var pipe = new BatchPipe(Insert, cancellation))
        {
            runs.Merge(pipe.Table(shape), cancellation);
            pipe.Complete();
        }
        runs.Dispose();
        runs = null;
    }

    public void Dispose()
    {
        runs?.Dispose();
        insert.Dispose();
    }

    private void CountBehind(RowBatch batch)
    {
        for (var row = 0; row < batch.Count; row++)
        {
            var cells = batch.Cells(row)[..highest.Length];
            if (cells.SequenceCompareTo(highest) < 0)
                behind++;
            else
                cells.CopyTo(highest);
        }
    }

    /// <summary>Takes the rows that went in already back out of the tree: they are a sorted run.</summary>
    private void TakeOut(SortedRuns into)
    {
        var columns = shape.Columns;
        var names = string.Join(", ", shape.AllColumns.Skip(1).Select(c => c.Name));
        using (var rows = new SqliteStatement(connection, new StoreQuery($"select {names} from {shape.Name} where import_id = @1", import)))
            while (rows.Step())
            {
                var cells = into.Next();
                for (var c = 0; c < columns.Count; c++)
                    cells[c] =
                        rows.IsNull(c) ? 0
                        : columns[c].Kind == CellKind.Real ? BitConverter.DoubleToInt64Bits(rows.Real(c))
                        : rows.Integer(c);
                var absent = shape.HasAbsent ? 1 : 0;
                cells[^2] = absent == 1 ? rows.Integer(columns.Count) : 0;
                cells[^1] = rows.Integer(columns.Count + absent);
            }
        SqliteStore.Execute(
            connection,
            string.Create(CultureInfo.InvariantCulture, $"delete from {shape.Name} where import_id = {import}")
        );
    }

    private void Insert(RowBatch batch)
    {
        var columns = shape.Columns;
        var hasAbsent = shape.HasAbsent;
        var statement = insert.DangerousGetHandle();
        for (var row = 0; row < batch.Count; row++)
        {
            var code = 0;
            for (var c = 0; c < columns.Count; c++)
                code |=
                    columns[c].Nullable && batch.AbsenceOf(row, c) != Absence.None ? SqliteBinding.Null(statement, c + 2)
                    : columns[c].Kind == CellKind.Integer ? SqliteBinding.Integer(statement, c + 2, batch.Integer(row, c))
                    : columns[c].Kind == CellKind.Real ? SqliteBinding.Real(statement, c + 2, batch.Real(row, c))
                    : raw.sqlite3_bind_text(insert, c + 2, batch.Text(row, c));
            var next = columns.Count + 2;
            if (hasAbsent)
                code |= SqliteBinding.Integer(statement, next++, batch.Absent(row));
            code |= SqliteBinding.Integer(statement, next, batch.Line(row));
            if (code != raw.SQLITE_OK)
                throw new InvalidOperationException($"{shape.Name}: a value could not be bound");
            code = raw.sqlite3_step(insert);
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
                    $"{shape.Columns[c].Name} " + (shape.Columns[c].Kind == CellKind.Text ? batch.Text(row, c) : $"{batch.Integer(row, c)}")
                )
        );
        return new StoreException($"line {SourceLine.Line(batch.Line(row))}", $"a second row for {key}", "one row for each");
    }
}
