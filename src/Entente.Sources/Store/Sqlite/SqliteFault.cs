using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Entente.Sources.Store.Sqlite;

/// <summary>What SQLite reports, as a message that says what to do.</summary>
internal static class SqliteFault
{
    private const string NoRoom = "no room left on the disk; nothing was changed";
    private const string MoreRoom = "more room; then run it again";
    private const string BadDisk = "the disk failed to read or write; nothing was changed";
    private const string GoodDisk = "a disk that works; then run it again";

    /// <summary>A file of rows beside the store that could not be written or read.</summary>
    public static StoreException Of(IOException fault, string path)
    {
        // ENOSPC and EDQUOT of Linux and of macOS, ERROR_HANDLE_DISK_FULL and ERROR_DISK_FULL of Windows.
        var full = (fault.HResult & 0xFFFF) is 28 or 122 or 69 or 39 or 112;
        return new StoreException(path, full ? NoRoom : BadDisk, full ? MoreRoom : GoodDisk, fault);
    }

    public static StoreException Of(SqliteException fault, string path)
    {
        var (found, expected) = fault.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (
                "another process is writing and did not finish",
                "one writer at a time; run it again when the other is done"
            ),
            raw.SQLITE_FULL => (NoRoom, MoreRoom),
            raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_CANTOPEN => (
                "a file that cannot be opened or written; nothing was changed",
                "a writable place (set ENTENTE_HOME to one)"
            ),
            raw.SQLITE_NOTADB => ("a file that is no store", "a store that Entente made; move the file away or restore a backup"),
            raw.SQLITE_CORRUPT => ("a damaged store", "a backup to restore: entente record restore FILE"),
            raw.SQLITE_IOERR => (BadDisk, GoodDisk),
            _ => ($"SQLite: {fault.Message.TrimEnd('.')}", "a store that Entente made"),
        };
        return new StoreException(path, found, expected, fault);
    }
}
