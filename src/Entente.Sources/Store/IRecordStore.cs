using Entente.Sources.Store.Tables;

namespace Entente.Sources.Store;

/// <summary>A file that an import read: its name as given, and its bytes by hash.</summary>
/// <param name="Sha256">Over the file as stored, compressed or not, in small hexadecimal letters.</param>
public sealed record ImportedFile(string Name, string Sha256, long Bytes);

/// <summary>What an import put into one table.</summary>
/// <param name="Sum">The <see cref="RowSum"/> over its rows.</param>
/// <param name="From">The first year that a row is of; 0 where rows have none.</param>
/// <param name="To">The last year.</param>
public sealed record ImportedTable(string Name, long Rows, ulong Sum, int From, int To);

/// <summary>A row whose party could not be placed: kept out of the tables and listed, never dropped in silence.</summary>
/// <param name="Expected">What the code was most likely meant to be, or what would have been understood.</param>
public sealed record UnplacedRow(string File, int Line, string Column, string Found, string Expected);

/// <summary>What an import is going to be.</summary>
public sealed record ImportPlan
{
    /// <summary>The dataset's name on the command line: `unga-votes`.</summary>
    public required string Dataset { get; init; }

    /// <summary>The publisher's release: `4.0`, `2025-07`. A second release never overwrites the first.</summary>
    public required string Vintage { get; init; }

    /// <summary>When the release appeared (`2025-07`, `2023-01-13`), as far as known; empty where unknown.</summary>
    public string Published { get; init; } = "";

    public required IReadOnlyList<ImportedFile> Files { get; init; }

    public required IReadOnlyList<TableShape> Tables { get; init; }

    /// <summary>The moment of the import, ISO 8601 in UTC.</summary>
    public required string ImportedAt { get; init; }

    /// <summary>The program's version.</summary>
    public required string Program { get; init; }
}

/// <summary>An import as the store keeps it.</summary>
public sealed record StoredImport
{
    public required int Id { get; init; }

    public required string Dataset { get; init; }

    public required string Vintage { get; init; }

    public required string Published { get; init; }

    public required string ImportedAt { get; init; }

    public required IReadOnlyList<ImportedFile> Files { get; init; }

    public required IReadOnlyList<ImportedTable> Tables { get; init; }

    /// <summary>How many rows of the files could not be placed; see <see cref="IRecordStore.Unplaced"/>.</summary>
    public required long Unplaced { get; init; }

    public long Rows
    {
        get
        {
            var rows = 0L;
            foreach (var table in Tables)
                rows += table.Rows;
            return rows;
        }
    }
}

/// <summary>
/// A question to a store in the SQL that the embedded store and the cluster share, with `@1`, `@2` … where values go. Values are numbers
/// and texts; they are bound or escaped, never pasted.
/// </summary>
public sealed record StoreQuery(string Sql, params object[] Values);

/// <summary>A row of an answer; valid until the next one is asked for.</summary>
public interface IStoreRow
{
    long Integer(int column);

    double Real(int column);

    string Text(int column);

    bool IsNull(int column);
}

/// <summary>
/// The store of imported figures. The embedded store is SQLite, the cluster ClickHouse. Every import is whole or not there at all.
/// </summary>
public interface IRecordStore : IDisposable
{
    /// <summary>Where it lies, for messages.</summary>
    string Place { get; }

    /// <summary>All imports that stand, oldest first.</summary>
    IReadOnlyList<StoredImport> Imports();

    /// <summary>Begins an import; nothing of it is seen by anybody before it is completed.</summary>
    /// <exception cref="StoreException">Another process is writing and did not finish in time, or the place cannot be written.</exception>
    IStoreImport Begin(ImportPlan plan, CancellationToken cancellation);

    /// <summary>Takes an import out again, with all its rows; false where there is none of that number.</summary>
    bool Undo(int import, CancellationToken cancellation);

    IReadOnlyList<UnplacedRow> Unplaced(int import);

    /// <summary>Asks, and calls <paramref name="row"/> for each row of the answer.</summary>
    /// <exception cref="StoreException">The store cannot answer whole; no partial answer is given as one.</exception>
    void Read(StoreQuery query, Action<IStoreRow> row, CancellationToken cancellation = default);

    /// <summary>Counts and sums again what an import put into a table.</summary>
    ImportedTable Recount(int import, TableShape table, CancellationToken cancellation);
}

/// <summary>An import under way. Disposed without having been completed, it leaves nothing behind.</summary>
public interface IStoreImport : IDisposable
{
    int Id { get; }

    /// <summary>Writes a batch; not for several threads at once.</summary>
    void Write(RowBatch batch);

    void Write(IReadOnlyList<UnplacedRow> rows);

    /// <summary>Makes the import stand.</summary>
    StoredImport Complete();
}

/// <summary>The store cannot do what was asked: where, what was found, what to do. Never a defect of the program.</summary>
public sealed class StoreException(string where, string found, string expected, Exception? cause = null)
    : Exception($"{where}: {found}; expected {expected}", cause)
{
    public string Where => where;

    public string Found => found;

    public string Expected => expected;
}
