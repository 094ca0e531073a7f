namespace Entente.Application.Results;

/// <summary>
/// Two processes take turns at a file by holding a lock file beside it. The system lets go of it with the process, however that ends. A file of
/// its own, because the other may be replaced while somebody waits for it.
/// </summary>
internal static class TurnLock
{
    private const int PauseMilliseconds = 20;

    private const int MostTries = 250;

    /// <summary>Waits for the turn and takes it until the result is disposed.</summary>
    /// <exception cref="IOException">It did not come within five seconds, or the place cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The place may not be written.</exception>
    public static IDisposable Take(string path)
    {
        for (var tries = 0; ; tries++)
            try
            {
                return new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
            }
            catch (IOException) when (tries < MostTries && Directory.Exists(Path.GetDirectoryName(path)))
            {
                Thread.Sleep(PauseMilliseconds);
            }
    }
}
