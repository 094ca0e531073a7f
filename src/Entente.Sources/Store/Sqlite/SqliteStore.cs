using System.Globalization;
using Entente.Sources.Store.Tables;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Sources.Store.Sqlite;

/// <summary>
/// The store in one file of the user's folder. Write-ahead log, foreign keys, one transaction per import: what was not completed was
/// never there, whatever happened to the process. Two processes take turns in writing; reading goes on beside.
/// </summary>
public sealed partial class SqliteStore : IRecordStore
{
    private readonly SqliteConnection connection;
    private bool wrote;

    private SqliteStore(SqliteConnection connection, string path) => (this.connection, Place) = (connection, path);

    public string Place { get; }

    /// <summary>How long to wait for another process that writes.</summary>
    public static int PatienceMilliseconds { get; } = 60_000;

    /// <summary>Opens the store, makes it where there is none, and brings an older one up to the present schema.</summary>
    /// <exception cref="StoreException">Not a store, a store of a newer program, or a place that cannot be written.</exception>
    public static SqliteStore Open(string path) => Open(path, SqliteOpenMode.ReadWriteCreate);

    /// <summary>Opens a store to read; null where there is none.</summary>
    /// <exception cref="StoreException">Not a store, or a store of a newer program.</exception>
    public static SqliteStore? OpenExisting(string path) => File.Exists(path) ? Open(path, SqliteOpenMode.ReadWrite) : null;

    private static SqliteStore Open(string path, SqliteOpenMode mode)
    {
        SqliteConnection? connection = null;
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            connection = new SqliteConnection(
                new SqliteConnectionStringBuilder
                {
                    DataSource = path,
                    Mode = mode,
                    Pooling = false,
                    DefaultTimeout = PatienceMilliseconds / 1000,
                }.ToString()
            );
            connection.Open();
            Execute(connection, $"pragma busy_timeout={PatienceMilliseconds}");
            SqliteSchema.Prepare(connection, path);
            var store = new SqliteStore(connection, path);
            connection = null;
            return store;
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(path, "a folder that cannot be written", "a writable place (set ENTENTE_HOME to one)", e);
        }
        finally
        {
            connection?.Dispose();
        }
    }

    /// <summary>When rows of large imports are sorted first.</summary>
    internal SortLimits Sorting { get; set; } = new();

    internal SqliteConnection Connection => connection;

    public IReadOnlyList<StoredImport> Imports()
    {
        try
        {
            return SqliteLedger.Imports(connection);
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, Place);
        }
    }

    public IStoreImport Begin(ImportPlan plan, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(plan);
        wrote = true;
        try
        {
            return new SqliteImport(connection, plan, Place, Sorting, cancellation);
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, Place);
        }
    }

    public bool Undo(int import, CancellationToken cancellation)
    {
        wrote = true;
        try
        {
            if (SqliteLedger.Imports(connection).FirstOrDefault(i => i.Id == import) is not { } standing)
                return false;
            Execute(connection, "begin immediate");
            try
            {
                foreach (var table in standing.Tables)
                {
                    cancellation.ThrowIfCancellationRequested();
                    // Names of tables come from the ledger that this program wrote; they are quoted all the same.
                    Execute(
                        connection,
                        $"delete from \"{table.Name.Replace("\"", "", StringComparison.Ordinal)}\" where import_id={import}"
                    );
                }
                SqliteLedger.Remove(connection, import);
                Execute(connection, "commit");
            }
            catch
            {
                Execute(connection, "rollback");
                throw;
            }
            return true;
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, Place);
        }
    }

    public IReadOnlyList<UnplacedRow> Unplaced(int import)
    {
        var rows = new List<UnplacedRow>();
        Read(
            new StoreQuery(
                "select file, line, column_name, found, expected from unplaced where import_id = @1 order by file, line",
                import
            ),
            r => rows.Add(new(r.Text(0), (int)r.Integer(1), r.Text(2), r.Text(3), r.Text(4)))
        );
        return rows;
    }

    public void Read(StoreQuery query, Action<IStoreRow> row, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(row);
        try
        {
            using var statement = new SqliteStatement(connection, query);
            var n = 0;
            while (statement.Step())
            {
                if ((++n & 4095) == 0)
                    cancellation.ThrowIfCancellationRequested();
                row(statement);
            }
        }
        catch (SqliteException e)
        {
            throw SqliteFault.Of(e, Place);
        }
    }

    public ImportedTable Recount(int import, TableShape table, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(table);
        var sum = new RowSum();
        var names = string.Join(", ", table.AllColumns.Skip(1).Select(c => c.Name));
        Read(new StoreQuery($"select {names} from {table.Name} where import_id = @1", import), r => sum.Add(table, r), cancellation);
        return new ImportedTable(table.Name, sum.Rows, sum.Value, sum.From, sum.To);
    }

    public void Dispose()
    {
        // What was written goes from the log into the file, so that the file is all there is to copy. Who reads meanwhile only delays it.
        if (wrote)
            try
            {
                Execute(connection, "pragma busy_timeout=1000");
                Execute(connection, "pragma wal_checkpoint(truncate)");
            }
            catch (SqliteException)
            {
                // The log stays and is read with the file.
            }
        wrote = false;
        connection.Dispose();
    }

    internal static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // texts of our own; numbers only
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    internal static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }
}

/// <summary>A statement that runs, read without boxing.</summary>
internal sealed class SqliteStatement : IStoreRow, IDisposable
{
    private readonly sqlite3 db;
    private readonly sqlite3_stmt statement;

    public SqliteStatement(SqliteConnection connection, StoreQuery query)
    {
        db = connection.Handle!;
        var sql = query.Sql;
        // @1 is a named parameter to SQLite, ?1 the first: both stores read the same text.
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(db, sql.Replace('@', '?'), out statement), db);
        for (var i = 0; i < query.Values.Length; i++)
            SqliteException.ThrowExceptionForRC(
                query.Values[i] switch
                {
                    int n => raw.sqlite3_bind_int64(statement, i + 1, n),
                    long n => raw.sqlite3_bind_int64(statement, i + 1, n),
                    double n => raw.sqlite3_bind_double(statement, i + 1, n),
                    string text => raw.sqlite3_bind_text(statement, i + 1, text),
                    var other => throw new ArgumentException($"a {other?.GetType().Name} is no value of a query"),
                },
                db
            );
    }

    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
            return true;
        if (code != raw.SQLITE_DONE)
            SqliteException.ThrowExceptionForRC(code, db);
        return false;
    }

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public double Real(int column) => raw.sqlite3_column_double(statement, column);

    public string Text(int column) => raw.sqlite3_column_text(statement, column).utf8_to_string() ?? "";

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public void Dispose() => statement.Dispose();
}
