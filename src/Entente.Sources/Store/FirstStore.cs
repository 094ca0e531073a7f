using Entente.Sources.Files;
using Entente.Sources.Store.Sqlite;

namespace Entente.Sources.Store;

/// <summary>
/// A store where there was none: made aside, and in its place only once something stands in it. Disposed of before, it was never there.
/// </summary>
public sealed class FirstStore : IDisposable
{
    private const string Aside = ".new";

    private readonly string place;
    private readonly WorkFolder folder;
    private readonly SqliteStore store;

    private FirstStore(string place, WorkFolder folder, SqliteStore store) =>
        (this.place, this.folder, this.store) = (place, folder, store);

    /// <summary>What is to become the store.</summary>
    public IRecordStore Store => store;

    /// <param name="place">The file that the store will be.</param>
    /// <exception cref="StoreException">The place cannot be written.</exception>
    internal static FirstStore Begin(string place)
    {
        WorkFolder? folder = null;
        try
        {
            folder = WorkFolder.In(place + Aside);
            var first = new FirstStore(place, folder, SqliteStore.Open(Path.Combine(folder.Path, Path.GetFileName(place))));
            folder = null;
            return first;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(place, "a folder that cannot be written", "a writable place (set ENTENTE_HOME to one)", e);
        }
        finally
        {
            folder?.Dispose();
        }
    }

    /// <summary>Puts it in its place.</summary>
    /// <returns>False where another process has made a store there meanwhile: that one stands, and this one is given up.</returns>
    /// <exception cref="StoreException">The place cannot be written.</exception>
    public bool Complete()
    {
        store.Dispose();
        try
        {
            // The last to close a store writes its log into the file: nothing else of it is left.
            File.Move(store.Place, place, overwrite: false);
            return true;
        }
        catch (IOException) when (File.Exists(place))
        {
            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new StoreException(place, "a store that cannot be put there", "a writable place (set ENTENTE_HOME to one)", e);
        }
    }

    public void Dispose()
    {
        store.Dispose();
        folder.Dispose();
    }
}
