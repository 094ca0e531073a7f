using Entente.Record;

namespace Entente.Tests.Record;

/// <summary>The tables that ship with the project, read once for all tests.</summary>
internal static class ShippedRecord
{
    public static string Folder { get; } = Path.Combine(Clone.Root, "record");

    public static IReadOnlyList<(string Path, string Text)> Files { get; } =
    [
        .. Directory
            .EnumerateFiles(Folder, "*.csv", SearchOption.AllDirectories)
            .Select(f => (Path.GetRelativePath(Folder, f).Replace('\\', '/'), File.ReadAllText(f))),
    ];

    public static RecordTables Tables { get; } = RecordTables.Read(Files);
}
