using System.Security.Cryptography;
using System.Text;
using Entente.Application.Inputs;
using Entente.Sources.Files;

namespace Entente.Web.Shelf;

/// <summary>
/// The texts of the paths that were opened when the server started, walked as commands walk them. A link that leads out of them is not followed:
/// what a request may read is decided by where a file really lies, each time it is looked at.
/// </summary>
internal sealed class OpenedFiles(IReadOnlyList<string> paths)
{
    /// <summary>More are not listed: a page is no place for a hundred thousand texts.</summary>
    public const int Most = 20_000;

    /// <summary>What is there now, in the order of a walk; and what was met and is no text of these folders.</summary>
    public (IReadOnlyList<ShelfItem> Items, IReadOnlyList<LeftOut> LeftOut) Walk()
    {
        var items = new List<ShelfItem>();
        var leftOut = new List<LeftOut>();
        if (paths.Count == 0)
            return (items, leftOut);
        var roots = Roots();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var found in InputFinder.Find(paths.Where(p => p != "-")))
        {
            if (items.Count == Most)
            {
                var much = Http.Problems.Problem(found.Path, $"more than {Most} texts", $"at most {Most}", "open a part of the folder");
                leftOut.Add(new(found.Path, much));
                break;
            }
            if (found.Problem is { } problem)
                leftOut.Add(new(found.Path, problem));
            else if (Item(found.Path, roots, out var why) is not { } item)
                leftOut.Add(new(found.Path, why!));
            else if (seen.Add(item.Id))
                items.Add(item);
        }
        return (items, leftOut);
    }

    /// <summary>The item as it is now; null where its file has gone, or leads elsewhere by now.</summary>
    public ShelfItem? Again(ShelfItem item) => Item(item.Path, Roots(), out _) is { } now && now.Id == item.Id ? now : null;

    private List<string> Roots() => [.. paths.Select(RealPath.Of).OfType<string>()];

    private static ShelfItem? Item(string path, List<string> roots, out InputProblem? why)
    {
        why = null;
        var real = RealPath.Of(path);
        if (real is null || !roots.Exists(r => RealPath.IsWithin(real, r)))
        {
            why = Http.Problems.Problem(path, "a link that leads out of the opened folders, or nowhere", "a file that lies in them");
            return null;
        }
        var file = new FileInfo(real);
        if (!file.Exists)
        {
            why = Http.Problems.Problem(path, "nothing there", "a file");
            return null;
        }
        return new()
        {
            Id = "f" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(real)))[..15],
            Origin = ShelfOrigin.File,
            Path = path,
            File = real,
            Stamp = FormattableString.Invariant($"{file.Length} {file.LastWriteTimeUtc.Ticks}"),
        };
    }
}
