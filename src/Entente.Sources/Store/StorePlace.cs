using Entente.Sources.Files;
using Entente.Sources.Store.ClickHouse;
using Entente.Sources.Store.Sqlite;

namespace Entente.Sources.Store;

/// <summary>
/// Which store a run uses: `$ENTENTE_STORE` where it is set, a file or a cluster (`clickhouse://host:port,host:port/database?user=…`), else
/// the file `record.db` of the user's folder.
/// </summary>
public sealed record StorePlace
{
    public const string FileName = "record.db";

    /// <summary>The file of an embedded store, or the cluster's line.</summary>
    public required string Path { get; init; }

    /// <summary>Where a store would be; null where the environment names no place for it.</summary>
    public static StorePlace? Of(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment("ENTENTE_STORE") is { Length: > 0 } named)
            return new() { Path = named };
        return DataFolders.UserFolder(environment) is { } folder ? new() { Path = System.IO.Path.Combine(folder, FileName) } : null;
    }

    /// <summary>The store, made where it is not there yet.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public IRecordStore Open() => ClickHouseAddress.Is(Path) ? ClickHouseStore.Open(ClickHouseAddress.Parse(Path)) : SqliteStore.Open(Path);

    /// <summary>A store to be made where there is none; null where there is one, or a cluster.</summary>
    /// <exception cref="StoreException">The place cannot be written.</exception>
    public FirstStore? Begin() => ClickHouseAddress.Is(Path) || File.Exists(Path) ? null : FirstStore.Begin(Path);

    /// <summary>The store; null where nothing was ever imported.</summary>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public IRecordStore? OpenExisting() =>
        ClickHouseAddress.Is(Path) ? ClickHouseStore.OpenExisting(ClickHouseAddress.Parse(Path)) : SqliteStore.OpenExisting(Path);

    /// <summary>The store with the content of a copy in the place of its own, whole or not at all.</summary>
    /// <param name="copy">What <see cref="IStoreCare.Backup"/> wrote.</param>
    /// <param name="aside">Where a store is kept that was too damaged to be written over; null where there was none.</param>
    /// <exception cref="StoreException">The copy cannot be taken, or the store is a cluster.</exception>
    public IRecordStore Restored(string copy, out string? aside) =>
        ClickHouseAddress.Is(Path)
            ? throw new StoreException(Path, "a cluster", "the embedded store; a cluster is copied with its own tools (docs/scale.md)")
            : SqliteStore.Restored(Path, copy, out aside);
}
