namespace Entente.Sources.Store;

/// <summary>Keeping an embedded store safe: copies, restoring, and looking whether the file is sound.</summary>
public interface IStoreCare
{
    /// <summary>Writes a whole, compact copy that can be restored anywhere; refuses to write over a file.</summary>
    /// <exception cref="StoreException">The copy cannot be written.</exception>
    void Backup(string path);

    /// <summary>Takes the content of a copy in place of the present one, whole or not at all.</summary>
    /// <exception cref="StoreException">The copy is no store, is damaged, or is of a newer program.</exception>
    void Restore(string path);

    /// <summary>What is wrong with the file itself, one line each; empty where it is sound.</summary>
    IReadOnlyList<string> Damage();
}
