using Entente.Quantities;

namespace Entente.Reading;

/// <summary>What the caller knows about a text beyond its bytes.</summary>
public sealed record ReadOptions
{
    public static ReadOptions Default { get; } = new();

    /// <summary>Publication date for a text that states none; a stated date wins.</summary>
    public Period? PublishedGiven { get; init; }

    /// <summary>
    /// Asked for a publication date when the text states none and none is given (for example the latest date it mentions); sees the document
    /// with its statements. What it returns is marked <see cref="PublishedBasis.Inferred"/>; null leaves the date unknown.
    /// </summary>
    public Func<Document, Period?>? InferPublished { get; init; }
}

/// <summary>Why a file cannot be read as a text, in one line when printed.</summary>
/// <param name="Path">The file as the caller named it.</param>
/// <param name="Where">The place in the file ("byte 512"), or empty for the file as a whole.</param>
/// <param name="Found">What is there.</param>
/// <param name="Expected">What was expected instead.</param>
/// <param name="Advice">What to do.</param>
public sealed record ReadError(string Path, string Where, string Found, string Expected, string Advice)
{
    public override string ToString() => $"{Path}{(Where.Length == 0 ? "" : ", " + Where)}: found {Found}, expected {Expected}; {Advice}";
}

/// <summary>A document, or the reason why there is none: exactly one of the two is set.</summary>
public sealed record ReadOutcome
{
    private ReadOutcome() { }

    public Document? Document { get; private init; }

    public ReadError? Error { get; private init; }

    public static ReadOutcome Of(Document document) => new() { Document = document };

    public static ReadOutcome Of(ReadError error) => new() { Error = error };
}
