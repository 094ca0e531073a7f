namespace Entente.Web.Assistants.Resources;

/// <summary>The samples and the pages of the manual that lie beside catalogue and record. They are listed, and a name is looked up in the list.</summary>
internal static class ShippedFiles
{
    private static readonly string[] SampleEndings = [".md", ".txt", ".yml"];

    /// <summary>Names such as `article.md` and `scenarios/gone.yml`, with their files.</summary>
    public static IReadOnlyList<(string Name, string File)> Samples(AssistantSession session) =>
        Listed(Path.Combine(session.Folders.Root, "samples"), SampleEndings, keepEnding: true);

    /// <summary>Names such as `claim-language` and `models/arguments`, with their files.</summary>
    public static IReadOnlyList<(string Name, string File)> Pages(AssistantSession session) =>
        [
            .. Listed(Path.Combine(session.Folders.Root, "docs"), [".md"], keepEnding: false)
                .Where(p => !p.Name.StartsWith("examples/", StringComparison.Ordinal)),
        ];

    public static string? Sample(AssistantSession session, string name) => Samples(session).FirstOrDefault(s => s.Name == name).File;

    public static string? Page(AssistantSession session, string name) => Pages(session).FirstOrDefault(s => s.Name == name).File;

    /// <summary>The first heading of a page, which is its title.</summary>
    public static string Title(string file, string otherwise)
    {
        try
        {
            return File.ReadLines(file).Take(20).FirstOrDefault(l => l.StartsWith("# ", StringComparison.Ordinal))?[2..].Trim()
                ?? otherwise;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return otherwise;
        }
    }

    private static List<(string Name, string File)> Listed(string folder, IReadOnlyList<string> endings, bool keepEnding)
    {
        var files = new List<(string Name, string File)>();
        if (!Directory.Exists(folder))
            return files;
        foreach (
            var file in Directory.EnumerateFiles(
                folder,
                "*",
                new EnumerationOptions
                {
                    RecurseSubdirectories = true,
                    MaxRecursionDepth = 4,
                    AttributesToSkip = FileAttributes.Hidden | FileAttributes.ReparsePoint,
                }
            )
        )
            if (endings.Contains(Path.GetExtension(file)))
            {
                var name = Path.GetRelativePath(folder, file).Replace('\\', '/');
                files.Add((keepEnding ? name : name[..^Path.GetExtension(name).Length], file));
            }
        files.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
        return files;
    }
}
