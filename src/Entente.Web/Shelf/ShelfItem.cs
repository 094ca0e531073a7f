using NodaTime;

namespace Entente.Web.Shelf;

/// <summary>Where something on the shelf comes from.</summary>
internal enum ShelfOrigin
{
    /// <summary>A file of the folders that were opened when the server started.</summary>
    File,

    /// <summary>Dropped or pasted into the page: its bytes are kept in the user's folder.</summary>
    Kept,
}

/// <summary>A file, or bytes that were given to the page. It may hold several texts.</summary>
internal sealed record ShelfItem
{
    /// <summary>The same after a restart: made of the file's real path, or of the bytes.</summary>
    public required string Id { get; init; }

    public required ShelfOrigin Origin { get; init; }

    /// <summary>As reports print it: the path as it was named, or the name it was given under.</summary>
    public required string Path { get; init; }

    /// <summary>Where its bytes lie, links followed; null where they are held in memory.</summary>
    public string? File { get; init; }

    /// <summary>What changes when the bytes do: length and time of a file, the hash of kept bytes.</summary>
    public required string Stamp { get; init; }

    /// <summary>When it was put on the shelf; null for files, which are simply there.</summary>
    public Instant? Added { get; init; }

    /// <summary>The id of one of its texts: the item's own for the first, so that it is known before the file is read.</summary>
    public string IdOf(int index) => index == 0 ? Id : FormattableString.Invariant($"{Id}-{index + 1}");
}

/// <summary>A file met in the opened folders that is not on the shelf, and why.</summary>
internal sealed record LeftOut(string Path, InputProblem Problem);
