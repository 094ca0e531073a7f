using System.Security.Cryptography;
using System.Text;
using Entente.Application.Inputs;
using Entente.Sources.Files;

namespace Entente.Web.Assistants.Resources;

/// <summary>A text in an opened folder.</summary>
/// <param name="Id">Made of where the file really lies, so that it stays the same from run to run and leads to no other file.</param>
/// <param name="Name">Its path as the user would write it.</param>
/// <param name="Real">Where it really lies, every link followed.</param>
internal sealed record OpenedText(string Id, string Name, string Real);

/// <summary>
/// The files and folders that the user opened. Only what really lies in them is found, links followed: a path that leads out, however it is written, is
/// answered like one where nothing is.
/// </summary>
internal sealed class OpenedTexts
{
    /// <summary>More texts than this are not listed: a folder of that size is no reading list.</summary>
    private const int Most = 20_000;

    private readonly IReadOnlyList<(string Given, string Real)> roots;

    private OpenedTexts(IReadOnlyList<(string, string)> roots) => this.roots = roots;

    /// <summary>Where the opened files and folders really lie.</summary>
    public IReadOnlyList<string> Roots => [.. roots.Select(r => r.Real)];

    /// <param name="paths">As given on the command line.</param>
    /// <exception cref="WrongUseException">Nothing is there.</exception>
    public static OpenedTexts Of(IReadOnlyList<string> paths) =>
        new([
            .. paths.Select(path =>
                path == "-"
                    ? throw AssistantProblems.Wrong("entente mcp", "'-'", "files and folders", "standard input carries the protocol")
                    : (path, RealPath.Of(path) ?? throw AssistantProblems.Wrong(path, "nothing there", "a file or a folder to open"))
            ),
        ]);

    /// <summary>All texts of the opened folders, in the order of `check`.</summary>
    public IEnumerable<OpenedText> All(CancellationToken cancellation)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in InputFinder.Find(roots.Select(r => r.Given)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (item.Problem is null && Within(RealPath.Of(item.Path)) is { } real && seen.Add(real))
                yield return Text(item.Path, real);
            if (seen.Count == Most)
                yield break;
        }
    }

    /// <summary>The text of an id; null where there is none.</summary>
    public OpenedText? WithId(string id, CancellationToken cancellation) => All(cancellation).FirstOrDefault(t => t.Id == id);

    /// <summary>The text at a path, relative to an opened folder or absolute; null where none is, or it lies outside.</summary>
    public OpenedText? At(string path)
    {
        if (path.Contains('\0', StringComparison.Ordinal))
            return null;
        foreach (var (given, root) in roots)
        {
            var candidates = Path.IsPathRooted(path)
                ? [path]
                : new[] { Path.Combine(Directory.Exists(root) ? root : Path.GetDirectoryName(root)!, path), Path.GetFullPath(path) };
            foreach (var candidate in candidates)
                if (RealPath.Of(candidate) is { } real && RealPath.IsWithin(real, root) && IsText(root, real))
                    return Text(real == root ? given : Path.Combine(given, Path.GetRelativePath(root, real)), real);
        }
        return null;
    }

    /// <summary>Files of an ending that lie in the opened folders, hidden ones and links left out.</summary>
    public IEnumerable<string> Files(string pattern, int most) =>
        roots
            .Where(r => Directory.Exists(r.Real))
            .SelectMany(r =>
                Directory.EnumerateFiles(
                    r.Real,
                    pattern,
                    new EnumerationOptions
                    {
                        RecurseSubdirectories = true,
                        MaxRecursionDepth = 16,
                        IgnoreInaccessible = true,
                        AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
                    }
                )
            )
            .Take(most)
            .Order(StringComparer.Ordinal);

    private string? Within(string? real) => real is not null && roots.Any(r => RealPath.IsWithin(real, r.Real)) ? real : null;

    // What a walk would list: hidden files and folders are a program's own, and what is no text is not read.
    private static bool IsText(string root, string real) =>
        File.Exists(real)
        && (
            real == root
            || (
                InputFinder.IsText(Path.GetFileName(real))
                && !Path.GetRelativePath(root, real).Split(Path.DirectorySeparatorChar).Any(p => p.StartsWith('.'))
            )
        );

    private static OpenedText Text(string name, string real) =>
        new(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(real)))[..16], name, real);
}
