using Entente.Web.Http;

namespace Entente.Web.Manual;

/// <summary>
/// Where links of a page lead once it is in the browser: pages of the manual to their place there, pictures to where they are served, the web
/// as it is. What lies in the clone and not in the manual gets no address.
/// </summary>
/// <param name="contents">What is a page.</param>
/// <param name="images">Paths of pictures under the folder of the documentation.</param>
internal sealed class PageLinks(ManualContents contents, IReadOnlySet<string> images)
{
    public const string Pages = "/manual/";
    public const string Images = "/api/manual/images/";
    public const string ImageFolder = "images/";

    /// <summary>The address for a link that stands on a page; null where it leads out of the manual.</summary>
    public string? Address(ManualPage from, string link)
    {
        if (link.StartsWith('#'))
            return link;
        if (WebAddress.Is(link))
            return link;
        var hash = link.IndexOf('#', StringComparison.Ordinal);
        var (file, place) = hash < 0 ? (link, "") : (link[..hash], link[hash..]);
        return Resolve(from.Path, file) is { } path && contents.At(path) is { } page ? $"{Pages}{page.Name}{place}" : null;
    }

    /// <summary>The address of a picture; null for one that is not served.</summary>
    public string? Picture(ManualPage from, string link) =>
        Resolve(from.Path, link) is { } path && images.Contains(path) ? Images + path[ImageFolder.Length..] : null;

    // A path under the folder of the documentation; null for one that leaves it.
    private static string? Resolve(string from, string link)
    {
        if (
            link.Length == 0
            || link[0] == '/'
            || link.Contains('\\', StringComparison.Ordinal)
            || link.Contains(':', StringComparison.Ordinal)
        )
            return null;
        var parts = new List<string>(from.Split('/')[..^1]);
        foreach (var part in link.Split('/'))
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part is not ("" or "."))
                parts.Add(part);
        return string.Join('/', parts);
    }
}
