using Entente.Quantities;

namespace Entente.Record;

/// <summary>Words that were said or signed in public, as their official text has them: what quotations in other texts are laid beside.</summary>
public sealed record RecordedQuotation
{
    public required string Id { get; init; }

    /// <summary>The day they were said or signed.</summary>
    public required Period Date { get; init; }

    /// <summary>Persons whose words they are, by full name; empty for a document of states alone.</summary>
    public required IReadOnlyList<string> Speakers { get; init; }

    /// <summary>States and organisations that they speak for or of, as codes of the catalogue.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The document or occasion: `Joint Statement of 4 February 2022`.</summary>
    public required string Document { get; init; }

    public required string Wording { get; init; }

    public required string Source { get; init; }

    public required Tier Tier { get; init; }

    public Period? Published { get; init; }

    public string? Url { get; init; }

    public string? Note { get; init; }

    public required RowRef Row { get; init; }
}
