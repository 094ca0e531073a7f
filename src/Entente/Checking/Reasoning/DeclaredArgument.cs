using Entente.Claims.Language;
using Entente.Models;
using Entente.Models.Declared;

namespace Entente.Checking.Reasoning;

/// <summary>Where an argument was made.</summary>
public sealed record ArgumentSource
{
    public required string Author { get; init; }

    public string Title { get; init; } = "";

    /// <summary>Of publication: a day, a month or a year.</summary>
    public required string Date { get; init; }

    public string Address { get; init; } = "";

    /// <summary>SHA-256 of the document, lower case; null where the text is not at hand.</summary>
    public string? Sha256 { get; init; }

    /// <summary>From and to which character of the document it stands, in UTF-16 code units; null with the hash.</summary>
    public (int Start, int End)? Position { get; init; }
}

/// <summary>What an argument comes to: an expression that holds or does not in each draw.</summary>
/// <param name="Expression">As written.</param>
/// <param name="Says">In words; empty where the expression is all.</param>
/// <param name="Holds">1, 0 or NaN.</param>
/// <param name="Line">Where the file has it.</param>
public sealed record ArgumentClaim(Expression Expression, string Says, Term Holds, int Line)
{
    public string Text => Expression.ToString();
}

/// <summary>Two inputs that are drawn together.</summary>
/// <param name="First">By place.</param>
/// <param name="Second">By place.</param>
/// <param name="Correlation">Of the normal scores, above -1 and below 1.</param>
public sealed record InputLink(int First, int Second, double Correlation);

/// <summary>An argument about who would do what and why, with every number declared.</summary>
public sealed record DeclaredArgument
{
    /// <summary>The file's name without folder and ending.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    public string Question { get; init; } = "";

    /// <summary>What it leaves out, in the file's words.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public required ArgumentSource Source { get; init; }

    /// <summary>Of payoffs, for a reader ("per cent of real income a year").</summary>
    public required string Unit { get; init; }

    /// <summary>Codes with names.</summary>
    public required IReadOnlyList<(string Code, string Name)> Actors { get; init; }

    /// <summary>All numbers; λ among them.</summary>
    public required IReadOnlyList<DeclaredInput> Inputs { get; init; }

    public IReadOnlyList<InputLink> Links { get; init; } = [];

    /// <summary>Numbers that whoever runs it holds at a value, in place of the file's ranges.</summary>
    public IReadOnlyList<FixedNumber> Fixed { get; init; } = [];

    public required DeclaredScenario Scenario { get; init; }

    /// <summary>How it is solved, for a reader.</summary>
    public required string Solution { get; init; }

    public required IReadOnlyList<ArgumentClaim> Claims { get; init; }

    /// <summary>The game alone, in one form, without its numbers: two arguments with the same text are about the same game.</summary>
    public required string GameText { get; init; }

    public required string File { get; init; }

    /// <summary>SHA-256 of its file and of those that it takes figures from.</summary>
    public required IReadOnlyList<(string File, string Sha256)> Files { get; init; }

    /// <summary>Hash of the record that its figures are from.</summary>
    public string RecordHash { get; init; } = "";
}
