namespace Entente.Checking.Reasoning;

/// <summary>An argument that was run, for the text that it is in.</summary>
public sealed record ArgumentReading(DeclaredArgument Argument, ArgumentAnswer Answer);

/// <summary>Arguments that are known of texts. A port: their files are elsewhere, and are read and run only for a text that they are in.</summary>
public interface IArgumentBook
{
    /// <summary>The arguments that were made in a document, with where; and what is wrong with those of their files that cannot be read.</summary>
    /// <param name="sha256">Of the document, lower case.</param>
    (IReadOnlyList<ArgumentReading> Readings, IReadOnlyList<string> Problems) Of(string sha256, CancellationToken cancellation);

    /// <summary>The argument of a name, as a claim block gives it; null with what is wrong where there is none.</summary>
    (ArgumentReading? Reading, string? Problem) Named(string name, CancellationToken cancellation);
}

/// <summary>What a model of an argument says of a claim: robustness under declared ranges, no forecast.</summary>
public sealed record ArguedClaim
{
    /// <summary>The argument's name.</summary>
    public required string Scenario { get; init; }

    public required string Title { get; init; }

    /// <summary>The predicate that was run.</summary>
    public required string Predicate { get; init; }

    /// <summary>The share of draws in which it holds; null where it has no value.</summary>
    public required double? P { get; init; }

    /// <summary>The assumptions that drive it, the strongest first, each with whose it is.</summary>
    public required IReadOnlyList<(string Name, string Author)> Drivers { get; init; }

    /// <summary>A box of assumptions in which it mostly fails; null where there is none.</summary>
    public required string? BreaksWhen { get; init; }
}
