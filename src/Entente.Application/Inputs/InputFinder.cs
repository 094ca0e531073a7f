using Entente.Reports.Obsidian;

namespace Entente.Application.Inputs;

/// <summary>Turns the paths of a command line into files, walking folders in ordinal order.</summary>
internal static class InputFinder
{
    /// <summary>Deeper folders than this are not texts but a trap (links that make a path longer at every turn).</summary>
    private const int MaxDepth = 64;

    private static readonly string[] TextExtensions =
    [
        ".md",
        ".markdown",
        ".mdown",
        ".txt",
        ".text",
        ".html",
        ".htm",
        ".xhtml",
        ".json",
        ".srt",
        ".vtt",
        ".docx",
        "",
    ];

    /// <summary>Lazily, so that the first file is read while the walk goes on.</summary>
    public static IEnumerable<InputItem> Find(IEnumerable<string> paths)
    {
        var visited = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            if (path == "-" || File.Exists(path))
                yield return new InputItem { Path = path, Named = true };
            else if (Directory.Exists(path))
                foreach (var item in Walk(path, RealPath(path), 0, visited, named: true))
                    yield return item;
            else
                yield return Failed(path, named: true, "nothing there", "a file, a folder or - for standard input");
        }
    }

    /// <summary>Whether a file of this name is taken for a text where a folder is walked.</summary>
    public static bool IsText(string name) => TextExtensions.Contains(Path.GetExtension(name).ToLowerInvariant());

    /// <summary>True where a run is over several texts by its form, whatever number comes of it.</summary>
    public static bool AreSeveral(IReadOnlyList<string> paths) => paths.Count > 1 || (paths.Count == 1 && Directory.Exists(paths[0]));

    private static IEnumerable<InputItem> Walk(string shown, string real, int depth, HashSet<string> visited, bool named)
    {
        // A folder that was walked already, by another name or in a circle of links, holds nothing new.
        if (!visited.Add(real))
            yield break;
        if (depth > MaxDepth)
        {
            yield return Failed(shown, named, $"folders nested deeper than {MaxDepth}", "a shallower folder");
            yield break;
        }
        FileSystemInfo[]? entries = null;
        InputItem? failure = null;
        try
        {
            entries = new DirectoryInfo(real).GetFileSystemInfos();
        }
        catch (UnauthorizedAccessException)
        {
            failure = Failed(shown, named, "a folder that may not be read", "read permission");
        }
        catch (IOException)
        {
            failure = Failed(shown, named, "a folder that cannot be read", "a folder that is there and whole");
        }
        if (failure is not null)
        {
            yield return failure;
            yield break;
        }
        Array.Sort(entries!, (a, b) => string.CompareOrdinal(a.Name, b.Name));
        foreach (var entry in entries!)
        {
            // Hidden files and folders are a program's own (.git, .obsidian), not somebody's text.
            if (entry.Name.StartsWith('.'))
                continue;
            // What Word leaves beside an open document, and the pictures and scripts that a browser saves beside a page.
            if (entry.Name.StartsWith("~$", StringComparison.Ordinal) || IsSavedWithPage(entry, entries))
                continue;
            // A companion note is what a check wrote.
            if (entry.Name.EndsWith(ObsidianNames.CompanionEnding, StringComparison.OrdinalIgnoreCase))
                continue;
            var path = Path.Combine(shown, entry.Name);
            if (entry is DirectoryInfo || Directory.Exists(entry.FullName))
            {
                foreach (var item in Walk(path, RealPath(entry.FullName), depth + 1, visited, named: false))
                    yield return item;
            }
            else if (!IsText(entry.Name))
                yield return Failed(
                    path,
                    named: false,
                    $"a {Path.GetExtension(entry.Name)} file",
                    "a text (.md, .txt, .html, .docx, .srt, .vtt, .json)"
                );
            else
                yield return new InputItem { Path = path, Named = false };
        }
    }

    private static bool IsSavedWithPage(FileSystemInfo entry, FileSystemInfo[] beside)
    {
        const string Suffix = "_files";
        if (entry is not DirectoryInfo || !entry.Name.EndsWith(Suffix, StringComparison.Ordinal))
            return false;
        var page = entry.Name[..^Suffix.Length];
        return Array.Exists(beside, e => e.Name == page + ".html" || e.Name == page + ".htm");
    }

    /// <summary>Where a folder really is, links followed; the path itself where that cannot be found out.</summary>
    private static string RealPath(string path)
    {
        try
        {
            return Directory.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        }
        catch (IOException)
        {
            return Path.GetFullPath(path);
        }
        catch (UnauthorizedAccessException)
        {
            return Path.GetFullPath(path);
        }
    }

    private static InputItem Failed(string path, bool named, string found, string expected) =>
        new()
        {
            Path = path,
            Named = named,
            Problem = new InputProblem
            {
                Where = path,
                Found = found,
                Expected = expected,
            },
        };
}
