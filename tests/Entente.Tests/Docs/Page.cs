namespace Entente.Tests.Docs;

/// <summary>A fenced block of a page: its language, what the comment before it asks to be shown, and its lines.</summary>
/// <param name="Language">What follows the opening fence.</param>
/// <param name="Asked">The comment's words; null without one.</param>
/// <param name="Lines">What stands between the fences.</param>
/// <param name="Line">Line of the opening fence, from 0.</param>
/// <param name="End">Line of the closing fence.</param>
internal sealed record Block(string Language, string? Asked, IReadOnlyList<string> Lines, int Line, int End);

/// <summary>A page of the documentation, by its path from the root of the clone.</summary>
internal sealed class Page
{
    private Page(string path) => (Path, Lines) = (path, File.ReadAllText(FullPath(path)).ReplaceLineEndings("\n").Split('\n'));

    public string Path { get; }

    public string[] Lines { get; private set; }

    /// <summary>The pages that people are sent to; what the record and the samples say of themselves included.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "samples/README.md", "record/README.md" },
        .. Directory
            .EnumerateFiles(FullPath("docs"), "*.md", SearchOption.AllDirectories)
            .Select(f => System.IO.Path.GetRelativePath(Clone.Root, f).Replace('\\', '/'))
            .Where(f => !f.StartsWith("docs/examples/", StringComparison.Ordinal))
            .OrderBy(f => f, StringComparer.Ordinal),
    ];

    public static Page Of(string path) => new(path);

    public static string FullPath(string path) =>
        System.IO.Path.Combine(Clone.Root, path.Replace('/', System.IO.Path.DirectorySeparatorChar));

    public IEnumerable<Block> Blocks()
    {
        for (var i = 0; i < Lines.Length; i++)
        {
            if (!Lines[i].StartsWith("```", StringComparison.Ordinal))
                continue;
            var fence = new string('`', Lines[i].TakeWhile(c => c == '`').Count());
            var end = Array.IndexOf(Lines, fence, i + 1);
            if (end < 0)
                throw new InvalidDataException($"{Path}:{i + 1}: a block that does not end");
            yield return new Block(Lines[i][fence.Length..].Trim(), Asked(i - 1), Lines[(i + 1)..end], i, end);
            i = end;
        }
    }

    /// <summary>Replaces what stands in a block and writes the page.</summary>
    public void Replace(Block block, IEnumerable<string> lines)
    {
        Lines = [.. Lines[..(block.Line + 1)], .. lines, .. Lines[block.End..]];
        File.WriteAllText(FullPath(Path), string.Join('\n', Lines));
    }

    // <!-- show: … --> on the line before a block.
    private string? Asked(int line) =>
        line >= 0
        && Lines[line].StartsWith("<!-- show: ", StringComparison.Ordinal)
        && Lines[line].EndsWith(" -->", StringComparison.Ordinal)
            ? Lines[line]["<!-- show: ".Length..^" -->".Length]
            : null;
}
