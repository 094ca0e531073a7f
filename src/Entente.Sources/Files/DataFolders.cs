using System.Text;

namespace Entente.Sources.Files;

/// <summary>
/// Where the catalogue and the record lie on disk: the clone or the installed program's folder, and the user's own overlay.
/// Finding them reads nothing; the files are read when asked for, so that a command that needs neither pays for neither.
/// </summary>
public sealed record DataFolders
{
    /// <summary>The folder that holds `catalogue/` and `record/`.</summary>
    public required string Root { get; init; }

    /// <summary>The user's folder (`$ENTENTE_HOME`), whose `catalogue/` overlays the shipped one; null where there is none.</summary>
    public string? Home { get; init; }

    public string Catalogue => Path.Combine(Root, "catalogue");

    public string Record => Path.Combine(Root, "record");

    /// <summary>The scenarios and bases that ship: what `check` puts arguments about trade to.</summary>
    public string Scenarios => Path.Combine(Root, "samples", "scenarios");

    /// <summary>The world's trade in a few regions that ships, on which `profile` and `measure trade` put the question of what each would lose.</summary>
    public string TradeBase => Path.Combine(Scenarios, "base-2021.yml");

    /// <summary>The documentation, which the page shows as its manual.</summary>
    public string Manual => Path.Combine(Root, "docs");

    public string? CatalogueOverlay => Home is null ? null : Path.Combine(Home, "catalogue");

    /// <summary>The folder of the user's own facts and corrections, which stand beside the shipped record; null where there is no place for one.</summary>
    public string? UserRecord { get; init; }

    /// <summary>
    /// The first of `$ENTENTE_DATA`, the program's own folder and the folders above it that holds a `catalogue`; a problem where none does.
    /// </summary>
    /// <param name="environment">Reads an environment variable; null where it is not set.</param>
    /// <param name="programFolder">Where the program's own files lie.</param>
    public static (DataFolders? Folders, DataProblem? Problem) Find(Func<string, string?> environment, string programFolder)
    {
        var home = environment("ENTENTE_HOME") is { Length: > 0 } named ? named : null;
        var own = UserFolder(environment) is { } folderOfUser ? Path.Combine(folderOfUser, "record") : null;
        DataFolders Found(string root) =>
            new()
            {
                Root = root,
                Home = home,
                UserRecord = own,
            };
        if (environment("ENTENTE_DATA") is { Length: > 0 } given)
            return Directory.Exists(Path.Combine(given, "catalogue"))
                ? (Found(given), null)
                : (
                    null,
                    new DataProblem(
                        $"ENTENTE_DATA={given}",
                        "no folder 'catalogue' in it",
                        "the folder that holds 'catalogue' and 'record'"
                    )
                );
        for (var folder = new DirectoryInfo(programFolder); folder is not null; folder = folder.Parent)
            if (Directory.Exists(Path.Combine(folder.FullName, "catalogue")))
                return (Found(folder.FullName), null);
        return (
            null,
            new DataProblem(
                programFolder,
                "no folder 'catalogue' here or above",
                "the data that comes with Entente (set ENTENTE_DATA to the folder that holds it)"
            )
        );
    }

    /// <summary>
    /// Where the user's own files lie: `$ENTENTE_HOME`, else `entente` in the platform's folder for application data; null where the environment names
    /// none. The folder need not be there.
    /// </summary>
    public static string? UserFolder(Func<string, string?> environment)
    {
        ArgumentNullException.ThrowIfNull(environment);
        if (environment("ENTENTE_HOME") is { Length: > 0 } named)
            return named;
        if (OperatingSystem.IsWindows())
            return environment("LOCALAPPDATA") is { Length: > 0 } local ? Path.Combine(local, "entente") : null;
        if (environment("XDG_DATA_HOME") is { Length: > 0 } data)
            return Path.Combine(data, "entente");
        if (environment("HOME") is not { Length: > 0 } home)
            return null;
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Application Support", "entente")
            : Path.Combine(home, ".local", "share", "entente");
    }

    /// <summary>All files of a folder and its subfolders with one extension, in ordinal order of their names; empty where the folder is missing.</summary>
    /// <param name="folder">An absolute or relative folder.</param>
    /// <param name="extension">With its dot: `.csv`.</param>
    /// <exception cref="IOException">A file vanished or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file or folder may not be read.</exception>
    public static IReadOnlyList<DataFile> ReadAll(string folder, string extension)
    {
        if (!Directory.Exists(folder))
            return [];
        var paths = Directory.GetFiles(folder, "*" + extension, SearchOption.AllDirectories);
        var files = new DataFile[paths.Length];
        for (var i = 0; i < paths.Length; i++)
            files[i] = new DataFile(Path.GetRelativePath(folder, paths[i]).Replace('\\', '/'), File.ReadAllText(paths[i], Encoding.UTF8));
        Array.Sort(files, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }

    /// <summary>One file of the shipped catalogue with its overlay of the same name, shipped first; a missing overlay is left out.</summary>
    /// <param name="name">`actors.yml`.</param>
    /// <exception cref="IOException">The shipped file is missing or cannot be read.</exception>
    public IReadOnlyList<DataFile> ReadCatalogue(string name)
    {
        var shipped = new DataFile($"catalogue/{name}", File.ReadAllText(Path.Combine(Catalogue, name), Encoding.UTF8));
        var overlay = CatalogueOverlay is null ? null : Path.Combine(CatalogueOverlay, name);
        return overlay is not null && File.Exists(overlay)
            ? [shipped, new DataFile(overlay, File.ReadAllText(overlay, Encoding.UTF8))]
            : [shipped];
    }
}
