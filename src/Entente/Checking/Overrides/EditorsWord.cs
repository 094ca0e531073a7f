using Entente.Reading.Anchors;
using NodaTime;

namespace Entente.Checking.Overrides;

/// <summary>
/// A verdict that an editor has given, with name, reason and date. It stands beside the computed verdict in every report and never hides it.
/// </summary>
public sealed record EditorsWord
{
    /// <summary>Eight hexadecimal digits made from the document and the words: the same wherever the file is read.</summary>
    public required string Id { get; init; }

    /// <summary>The document's path as it was named.</summary>
    public required string Document { get; init; }

    /// <summary>The document's hash when the word was given.</summary>
    public required string Sha256 { get; init; }

    /// <summary>The words of the claim and what stood around them.</summary>
    public required TextAnchor Anchor { get; init; }

    /// <summary>What the claim asserted, in the claim language; null where it could not be put into it.</summary>
    public string? Assertion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Who says so.</summary>
    public required string By { get; init; }

    public required string Reason { get; init; }

    public required LocalDate Date { get; init; }

    /// <summary>What had been computed when the word was given.</summary>
    public required Verdict Computed { get; init; }

    /// <summary>True where the word may be about this document: the same bytes, or the same path.</summary>
    public bool IsAbout(Reading.Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return document.Sha256 == Sha256 || SamePath(document.Path, Document);
    }

    /// <summary>
    /// Paths are named from where the program is run, so a part of them may be missing: `notes/a.md` is `/vault/notes/a.md`. A bare file
    /// name is only itself, as every folder may have one.
    /// </summary>
    private static bool SamePath(string one, string other)
    {
        one = Normal(one);
        other = Normal(other);
        if (one == "-" || other == "-")
            return false;
        if (one == other)
            return true;
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return shorter.Contains('/', StringComparison.Ordinal) && longer.EndsWith("/" + shorter, StringComparison.Ordinal);
    }

    private static string Normal(string path)
    {
        path = path.Replace('\\', '/');
        while (path.StartsWith("./", StringComparison.Ordinal))
            path = path[2..];
        return path;
    }
}
