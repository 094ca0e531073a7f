using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Sources.Store.Sqlite;

/// <summary>What SQLite reports, as a message that says what to do.</summary>
internal static class SqliteFault
{
    public static StoreException Of(SqliteException fault, string path)
    {
        var (found, expected) = fault.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                "another process is writing and did not finish",
                "one writer at a time; run it again when the other is done"
            ),
            raw.SQLITE_FULL => ("no room left on the disk; nothing was changed", "more room; then run it again"),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => (
                "a file that cannot be opened or written; nothing was changed",
                "a writable place (set ENTENTE_HOME to one)"
            ),
            raw.SQLITE_NOTADB => ("a file that is no store", "a store that Entente made; move the file away or restore a backup"),
            raw.SQLITE_CORRUPT => ("a damaged store", "a backup to restore: entente record restore FILE"),
            raw.SQLITE_IOERR => ("the disk failed to read or write; nothing was changed", "a disk that works; then run it again"),
            _ => ($"SQLite: {fault.Message.TrimEnd('.')}", "a store that Entente made"),
        };
        return new StoreException(path, found, expected, fault);
    }
}
