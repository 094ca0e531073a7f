namespace Entente.Web.Assistants.Resources;

/// <summary>An address of ours: `entente://document/1f0c…`, `entente://manual/models/arguments`. Never a path: names are looked up, not followed.</summary>
/// <param name="Kind">What stands after the scheme.</param>
/// <param name="Name">The rest, unescaped.</param>
/// <param name="Check">True for the check of a text: `entente://document/1f0c…/check`.</param>
internal sealed record EntenteUri(string Kind, string Name, bool Check)
{
    public const string Document = "document";
    public const string Sample = "sample";
    public const string Manual = "manual";
    public const string Dataset = "dataset";

    private const string Scheme = "entente://";
    private const string CheckEnding = "/check";
    private const int Longest = 1024;

    public static string Of(string kind, string name) =>
        Scheme + kind + "/" + string.Join('/', name.Split('/').Select(Uri.EscapeDataString));

    /// <summary>Null where it is none of ours.</summary>
    public static EntenteUri? Parse(string text)
    {
        if (!text.StartsWith(Scheme, StringComparison.Ordinal) || text.Length > Longest)
            return null;
        var rest = text[Scheme.Length..];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        if (slash <= 0 || slash == rest.Length - 1)
            return null;
        var kind = rest[..slash];
        if (kind is not (Document or Sample or Manual or Dataset))
            return null;
        var name = rest[(slash + 1)..];
        var check = kind is Document or Sample && name.EndsWith(CheckEnding, StringComparison.Ordinal);
        return new(kind, Uri.UnescapeDataString(check ? name[..^CheckEnding.Length] : name), check);
    }
}
