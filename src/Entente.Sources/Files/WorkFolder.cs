namespace Entente.Sources.Files;

/// <summary>
/// A folder for work that is under way: gone, with all that is in it, when this is disposed of. What a killed process left is cleared away by
/// the next that makes one in the same place.
/// </summary>
public sealed class WorkFolder : IDisposable
{
    private const string LockName = ".in-use";

    private readonly FileStream held;

    private WorkFolder(string path, FileStream held) => (Path, this.held) = (path, held);

    public string Path { get; }

    /// <summary>Makes one, for this user alone.</summary>
    /// <param name="all">The folder of such folders, made where there is none, and gone with the last of them.</param>
    /// <exception cref="IOException">The place cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written.</exception>
    public static WorkFolder In(string all)
    {
        Directory.CreateDirectory(all);
        Clear(all);
        var own = System.IO.Path.Combine(all, System.IO.Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(own);
        else
            Directory.CreateDirectory(own, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return new(own, new FileStream(System.IO.Path.Combine(own, LockName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
    }

    public void Dispose()
    {
        held.Dispose();
        Delete(Path);
    }

    /// <summary>Removes what was left: a folder in use is locked.</summary>
    private static void Clear(string all)
    {
        foreach (var left in Directory.EnumerateDirectories(all))
            try
            {
                var mark = System.IO.Path.Combine(left, LockName);
                // Without its mark it is one that somebody is only just making.
                if (!File.Exists(mark))
                    continue;
                using (new FileStream(mark, FileMode.Open, FileAccess.ReadWrite, FileShare.None)) { }
                Delete(left);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Somebody is using it.
            }
    }

    private static void Delete(string folder)
    {
        try
        {
            if (Directory.Exists(folder))
                Directory.Delete(folder, recursive: true);
            if (System.IO.Path.GetDirectoryName(folder) is { } all && !Directory.EnumerateFileSystemEntries(all).Any())
                Directory.Delete(all);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next one clears it away.
        }
    }
}
