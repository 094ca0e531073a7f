using System.Text;

namespace Entente.Sources.Files;

/// <summary>The user's own tables, in the layouts of the record's, in the folder `record` of the user's folder: facts and corrections.</summary>
public static class OwnTables
{
    /// <summary>The facts, by the name by which their rows are cited: `own.csv:3`.</summary>
    public const string Facts = "own.csv";

    /// <summary>The corrections, by their name in reports; the shipped ones have the same name without the folder.</summary>
    public const string Corrections = "own/corrections.csv";

    /// <summary>Where a table is or would be.</summary>
    /// <exception cref="ArgumentException">There is no place for the user's own files.</exception>
    public static string PathOf(DataFolders folders, string name)
    {
        ArgumentNullException.ThrowIfNull(folders);
        ArgumentNullException.ThrowIfNull(name);
        var folder = folders.UserRecord ?? throw new ArgumentException("no place for the user's own files", nameof(folders));
        return Path.Combine(folder, name[(name.LastIndexOf('/') + 1)..]);
    }

    /// <summary>The tables that are there, by their names.</summary>
    /// <exception cref="IOException">One is there and cannot be read.</exception>
    public static IReadOnlyList<DataFile> Read(DataFolders folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        var files = new List<DataFile>();
        if (folders.UserRecord is not null)
            foreach (var name in (string[])[Facts, Corrections])
                if (PathOf(folders, name) is var path && File.Exists(path))
                    files.Add(new DataFile(name, File.ReadAllText(path, Encoding.UTF8)));
        return files;
    }
}
