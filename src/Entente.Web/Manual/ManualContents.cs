using Entente.Application;
using Entente.Catalogue;

namespace Entente.Web.Manual;

/// <summary>A page of the manual.</summary>
/// <param name="Name">What its address ends with: `tutorial`, `models/games`, `measures` for the page that opens a folder.</param>
/// <param name="Title">As the contents call it.</param>
/// <param name="Path">Under the folder of the documentation, with `/`.</param>
internal sealed record ManualPage(string Name, string Title, string Path);

/// <summary>Pages that belong together, in their order.</summary>
internal sealed record ManualGroup(string Title, IReadOnlyList<ManualPage> Pages);

/// <summary>
/// The order of the manual, read from `contents.yml`. What is not in it is no page of the manual, whatever lies in the folder: an address is
/// looked up here and never made into a path.
/// </summary>
internal sealed class ManualContents
{
    public const string FileName = "contents.yml";

    private readonly Dictionary<string, ManualPage> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ManualPage> byPath = new(StringComparer.Ordinal);

    private ManualContents(IReadOnlyList<ManualGroup> groups)
    {
        Groups = groups;
        foreach (var page in groups.SelectMany(g => g.Pages))
        {
            byName.Add(page.Name, page);
            byPath.Add(page.Path, page);
        }
    }

    public IReadOnlyList<ManualGroup> Groups { get; }

    public IEnumerable<ManualPage> Pages => Groups.SelectMany(g => g.Pages);

    public ManualPage? Named(string name) => byName.GetValueOrDefault(name);

    /// <summary>The page of a file, by its path under the folder of the documentation.</summary>
    public ManualPage? At(string path) => byPath.GetValueOrDefault(path);

    public static (ManualContents? Contents, InputProblem? Problem) Parse(string yaml, string file)
    {
        var (root, error) = LocatedNode.Parse(yaml, file);
        if (error is not null)
            return (
                null,
                new()
                {
                    Where = $"{error.File}:{error.Line}:{error.Column}",
                    Found = error.Found,
                    Expected = error.Expected,
                    Hint = error.Hint,
                }
            );
        var groups = new List<ManualGroup>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in root!["contents"]?.Items ?? [])
        {
            var pages = new List<ManualPage>();
            foreach (var page in group["pages"]?.Items ?? [])
            {
                if (page["path"]?.Scalar is not { } path || !IsPage(path))
                    return (
                        null,
                        Wrong(page, page["path"]?.Scalar ?? "no path", "path: a Markdown file under the folder of the documentation")
                    );
                if (page["title"]?.Scalar is not { Length: > 0 } title)
                    return (null, Wrong(page, "no title", "title: what the contents call the page"));
                if (!seen.Add(NameOf(path)))
                    return (null, Wrong(page, path, "each page once"));
                pages.Add(new(NameOf(path), title, path));
            }
            if (group["group"]?.Scalar is not { Length: > 0 } name || pages.Count == 0)
                return (null, Wrong(group, "no group with pages", "group: a title, and pages: a list"));
            groups.Add(new(name, pages));
        }
        return groups.Count > 0
            ? (new(groups), null)
            : (null, Wrong(root, "no contents", "contents: a list of groups, each with its pages"));
    }

    /// <summary>`models/games.md` is `models/games`, `measures/README.md` is `measures`.</summary>
    public static string NameOf(string path)
    {
        var name = path[..^".md".Length];
        return name.EndsWith("/README", StringComparison.Ordinal) ? name[..^"/README".Length] : name;
    }

    private static bool IsPage(string path) =>
        path.EndsWith(".md", StringComparison.Ordinal)
        && path.Length > ".md".Length
        && path.Split('/')
            .All(part => part.Length > 0 && part[0] != '.' && part.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'));

    private static InputProblem Wrong(LocatedNode node, string found, string expected) =>
        new()
        {
            Where = $"{node.File}:{node.Line}:{node.Column}",
            Found = found,
            Expected = expected,
        };
}
