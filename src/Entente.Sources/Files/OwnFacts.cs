using System.Text;

namespace Entente.Sources.Files;

/// <summary>The user's own facts: one table in the layout of the record's, in the folder `record` of the user's folder.</summary>
public static class OwnFacts
{
    /// <summary>Its name, by which rows are cited: `own.csv:3`.</summary>
    public const string FileName = "own.csv";

    /// <summary>Where the table is or would be; null where there is no place for the user's own files.</summary>
    public static string? PathOf(DataFolders folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        return folders.UserRecord is null ? null : Path.Combine(folders.UserRecord, FileName);
    }

    /// <summary>The table as it is; null where nothing was ever entered.</summary>
    /// <exception cref="IOException">It is there and cannot be read.</exception>
    public static DataFile? Read(DataFolders folders) =>
        PathOf(folders) is { } path && File.Exists(path) ? new DataFile(FileName, File.ReadAllText(path, Encoding.UTF8)) : null;
}
