namespace Entente.Sources.Store;

/// <summary>Looking whether a store is sound in itself, before its rows are counted.</summary>
public interface IStoreHealth
{
    /// <summary>What is wrong, one line each; empty where it is sound.</summary>
    IReadOnlyList<string> Damage();
}

/// <summary>Keeping an embedded store safe: copies and restoring.</summary>
public interface IStoreCare : IStoreHealth
{
    /// <summary>Writes a whole, compact copy that can be restored anywhere; refuses to write over a file.</summary>
    /// <exception cref="StoreException">The copy cannot be written.</exception>
    void Backup(string path);

    /// <summary>Takes the content of a copy in place of the present one, whole or not at all.</summary>
    /// <exception cref="StoreException">The copy is no store, is damaged, or is of a newer program.</exception>
    void Restore(string path);
}
