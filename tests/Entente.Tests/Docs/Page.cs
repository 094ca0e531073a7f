namespace Entente.Tests.Docs;

/// <summary>A fenced block of a page: its language, what the comment before it asks to be shown, and its lines.</summary>
/// <param name="Language">What follows the opening fence.</param>
/// <param name="Asked">The comment's words; null without one.</param>
/// <param name="Lines">What stands between the fences.</param>
/// <param name="Line">Line of the opening fence, from 0.</param>
/// <param name="End">Line of the closing fence.</param>
/// <param name="Before">The line before the opening fence; empty where there is none.</param>
internal sealed record Block(string Language, string? Asked, IReadOnlyList<string> Lines, int Line, int End, string Before);

/// <summary>A page of the documentation, by its path from the root of the clone.</summary>
internal sealed class Page
{
    private Page(string path) => (Path, Lines) = (path, File.ReadAllText(FullPath(path)).ReplaceLineEndings("\n").Split('\n'));

    public string Path { get; }

    public string[] Lines { get; private set; }

    /// <summary>The pages that people are sent to; what the record and the samples say of themselves included.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        .. new[] { "README.md", "CONTRIBUTING.md", "record/README.md" },
        .. Directory
            .EnumerateFiles(FullPath("docs"), "*.md", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(FullPath("samples"), "README.md", SearchOption.AllDirectories))
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
            yield return new Block(Lines[i][fence.Length..].Trim(), Asked(i - 1), Lines[(i + 1)..end], i, end, i > 0 ? Lines[i - 1] : "");
            i = end;
        }
    }

    /// <summary>Replaces what stands in a block and writes the page. Another test may have rewritten another block since this one was read.</summary>
    public void Replace(Block block, IEnumerable<string> lines)
    {
        lock (Writing)
        {
            var now = new Page(Path);
            var there = now.Blocks()
                .First(b => b.Language == block.Language && b.Before == block.Before && b.Lines.SequenceEqual(block.Lines));
            Lines = [.. now.Lines[..(there.Line + 1)], .. lines, .. now.Lines[there.End..]];
            File.WriteAllText(FullPath(Path), string.Join('\n', Lines));
        }
    }

    /// <summary>Held while a page is written.</summary>
    internal static readonly Lock Writing = new();

    // <!-- show: … --> on the line before a block.
    private string? Asked(int line) =>
        line >= 0
        && Lines[line].StartsWith("<!-- show: ", StringComparison.Ordinal)
        && Lines[line].EndsWith(" -->", StringComparison.Ordinal)
            ? Lines[line]["<!-- show: ".Length..^" -->".Length]
            : null;
}
