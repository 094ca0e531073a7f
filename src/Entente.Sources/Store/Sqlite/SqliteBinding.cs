using System.Runtime.InteropServices;

namespace Entente.Sources.Store.Sqlite;

/// <summary>
/// Values bound to a prepared statement straight in the library that the driver has loaded. Ten values a row are most of the calls of an
/// import, and the driver's way (a handle counted up and down, the collector told) costs a fifth of its time.
/// Each gives SQLite's code, 0 where it did.
/// </summary>
internal static class SqliteBinding
{
    private const string Library = "e_sqlite3";

    [DllImport(Library, EntryPoint = "sqlite3_bind_int64")]
    [SuppressGCTransition]
    public static extern int Integer(nint statement, int parameter, long value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_double")]
    [SuppressGCTransition]
    public static extern int Real(nint statement, int parameter, double value);

    [DllImport(Library, EntryPoint = "sqlite3_bind_null")]
    [SuppressGCTransition]
    public static extern int Null(nint statement, int parameter);
}
