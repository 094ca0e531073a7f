using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Entente.Application;

namespace Entente.Web.Manual;

/// <summary>
/// The manual as it lies in the folder of the documentation: contents, pages, pictures, search. Pages are rendered when they are first asked
/// for and kept until a file changes. Serves any number of threads.
/// </summary>
internal sealed class ManualBook(string folder)
{
    private static readonly Dictionary<string, string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        [".png"] = "image/png",
        [".jpg"] = "image/jpeg",
        [".svg"] = "image/svg+xml",
        [".webp"] = "image/webp",
    };

    private readonly Lock reading = new();
    private State? state;

    /// <summary>The contents and a word that changes with them and with any page; or what is wrong with the folder.</summary>
    public (ManualContents? Contents, string Stamp, InputProblem? Problem) Contents()
    {
        var now = Current();
        return (now.Contents, now.Stamp, now.Problem);
    }

    /// <summary>A page by its name; null where the contents have none of that name.</summary>
    public (ManualPage Page, RenderedPage Rendered)? Page(string name)
    {
        var now = Current();
        return now.Contents?.Named(name) is { } page ? (page, Render(now, page)) : null;
    }

    public IReadOnlyList<ManualHit> Search(string query, int limit)
    {
        var now = Current();
        return now.Contents is null ? [] : now.Search.Value.Find(query, limit);
    }

    /// <summary>A picture by its path under `images/`, with its media type; null for anything that is not one of them.</summary>
    public (string File, string Kind)? Picture(string path)
    {
        var wanted = PageLinks.ImageFolder + path;
        // Looked up among what lies there: an address is never made into a path.
        return Current().Images.TryGetValue(wanted, out var file) ? (file, Kinds[Path.GetExtension(file)]) : null;
    }

    private State Current()
    {
        lock (reading)
        {
            var stamp = state is { Contents: { } contents } ? StampOf(contents) : null;
            if (state is null || stamp is null || stamp != state.Stamp)
                state = Read();
            return state;
        }
    }

    private State Read()
    {
        var file = Path.Combine(folder, ManualContents.FileName);
        if (!File.Exists(file))
            return new()
            {
                Problem = new()
                {
                    Where = file,
                    Found = "no such file",
                    Expected = "the contents of the manual, which comes with Entente",
                    Hint = "set ENTENTE_DATA to the folder that holds 'docs'",
                },
            };
        var (contents, problem) = ManualContents.Parse(File.ReadAllText(file), file);
        if (contents?.Pages.FirstOrDefault(p => !File.Exists(FileOf(p))) is { } absent)
            (contents, problem) = (
                null,
                new()
                {
                    Where = file,
                    Found = absent.Path,
                    Expected = "a file of this name beside it",
                }
            );
        if (contents is null)
            return new() { Problem = problem };
        var images = new Dictionary<string, string>(StringComparer.Ordinal);
        var pictures = Path.Combine(folder, PageLinks.ImageFolder);
        if (Directory.Exists(pictures))
            foreach (
                var path in Directory
                    .EnumerateFiles(pictures, "*", SearchOption.AllDirectories)
                    .Where(p => Kinds.ContainsKey(Path.GetExtension(p)))
            )
                // A link may lead anywhere.
                if (File.ResolveLinkTarget(path, returnFinalTarget: true) is null)
                    images.Add(Path.GetRelativePath(folder, path).Replace('\\', '/'), path);
        var next = new State
        {
            Contents = contents,
            Stamp = StampOf(contents),
            Images = images,
            Renderer = new(new(contents, images.Keys.ToHashSet(StringComparer.Ordinal))),
        };
        return next with { Search = new(() => new(contents.Pages.Select(p => (p, Render(next, p))))) };
    }

    private RenderedPage Render(State now, ManualPage page) =>
        now.Pages.GetOrAdd(page.Name, _ => now.Renderer!.Render(page, File.ReadAllText(FileOf(page))));

    private string FileOf(ManualPage page) => Path.Combine(folder, page.Path.Replace('/', Path.DirectorySeparatorChar));

    private string StampOf(ManualContents contents)
    {
        var text = new StringBuilder();
        foreach (var path in contents.Pages.Select(FileOf).Prepend(Path.Combine(folder, ManualContents.FileName)))
            text.Append(path).Append('\n').Append(File.GetLastWriteTimeUtc(path).Ticks).Append('\n');
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())))[..16];
    }

    private sealed record State
    {
        public ManualContents? Contents { get; init; }

        public string Stamp { get; init; } = "";

        public InputProblem? Problem { get; init; }

        public Dictionary<string, string> Images { get; init; } = [];

        public PageRenderer? Renderer { get; init; }

        public ConcurrentDictionary<string, RenderedPage> Pages { get; } = new(StringComparer.Ordinal);

        public Lazy<ManualSearch> Search { get; init; } = new(() => new([]));
    }
}
