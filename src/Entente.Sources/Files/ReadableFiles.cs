using Entente.Sources.Datasets.Reading;

namespace Entente.Sources.Files;

/// <summary>
/// Bounds what a scenario's or an argument's file may name, where somebody else than the user says which is run: a base, a game or a table outside
/// the folders that the user opened is not read, and nothing of it comes out in a message. Holds for the work that is begun within.
/// </summary>
public static class ReadableFiles
{
    private static readonly AsyncLocal<IReadOnlyList<string>?> Roots = new();

    /// <summary>Until what comes back is disposed of, only files in these folders are read.</summary>
    /// <param name="roots">Real paths of files and folders.</param>
    public static IDisposable Within(IReadOnlyList<string> roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var before = Roots.Value;
        Roots.Value = roots;
        return new Bounds(before);
    }

    /// <exception cref="DataFileException">The file lies outside.</exception>
    internal static void Require(string path)
    {
        if (Roots.Value is { } roots && !(RealPath.Of(path) is { } real && roots.Any(r => RealPath.IsWithin(real, r))))
            throw new DataFileException(
                Path.GetFileName(path),
                0,
                "",
                "a file that is not in the opened folders, or not there",
                "a file beside the one that names it, or one that ships"
            );
    }

    private sealed class Bounds(IReadOnlyList<string>? before) : IDisposable
    {
        public void Dispose() => Roots.Value = before;
    }
}
