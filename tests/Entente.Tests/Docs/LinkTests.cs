using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Entente.Tests.Docs;

/// <summary>A link of the documentation leads somewhere.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Pages => [.. Page.All];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_link_inside_the_project_has_its_end(string path)
    {
        var folder = Path.GetDirectoryName(Page.FullPath(path))!;
        foreach (var link in Links(path).Where(l => !l.Contains("://", StringComparison.Ordinal)))
        {
            var parts = link.Split('#');
            var target = parts[0].Length == 0 ? Page.FullPath(path) : Path.GetFullPath(Path.Combine(folder, parts[0]));
            (File.Exists(target) || Directory.Exists(target)).ShouldBeTrue($"{path}: {link}");
            if (parts.Length > 1)
                Anchors(target).ShouldContain(parts[1], $"{path}: {link}");
        }
    }

    /// <summary>File names in code marks that look like paths of the project are paths of the project.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_source_file_named_exists(string path)
    {
        foreach (var code in Parsed(path).Descendants<CodeInline>().Select(c => c.Content))
            if (
                code.StartsWith("src/", StringComparison.Ordinal)
                || code.StartsWith("tests/", StringComparison.Ordinal)
                || code.StartsWith("docs/", StringComparison.Ordinal)
            )
                (File.Exists(Page.FullPath(code)) || Directory.Exists(Page.FullPath(code))).ShouldBeTrue($"{path}: {code}");
    }

    /// <summary>Every page is one step from the README or from the page that lists its kind.</summary>
    [Fact]
    public void No_page_stands_alone()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(["README.md"]);
        while (waiting.TryDequeue(out var page))
            if (reached.Add(page) && page.EndsWith(".md", StringComparison.Ordinal))
                foreach (var link in Links(page).Where(l => !l.Contains("://", StringComparison.Ordinal) && !l.StartsWith('#')))
                {
                    var full = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Page.FullPath(page))!, link.Split('#')[0]));
                    waiting.Enqueue(Path.GetRelativePath(Clone.Root, full).Replace('\\', '/'));
                }
        Page.All.Where(p => !reached.Contains(p)).ShouldBeEmpty();
    }

    private static MarkdownDocument Parsed(string path) => Markdown.Parse(string.Join('\n', Page.Of(path).Lines));

    private static IEnumerable<string> Links(string path) =>
        Parsed(path).Descendants<LinkInline>().Select(l => l.Url ?? "").Where(u => u.Length > 0);

    private static IEnumerable<string> Anchors(string file) =>
        File.ReadLines(file)
            .Where(l => l.StartsWith('#'))
            .Select(l =>
                new string([
                    .. l.TrimStart('#').Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_'),
                ]).Replace(' ', '-')
            );
}
