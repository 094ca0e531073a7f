namespace Entente.Checking.Quotations;

/// <summary>Quoted words as the comparison between texts needs them, without their document.</summary>
internal sealed record QuoteRow
{
    public required string Quote { get; init; }

    public string? Speaker { get; init; }

    /// <summary>Id of the record's quotation that they come from; null for none.</summary>
    public string? Recorded { get; init; }

    /// <summary>Hashes of the content stems, ascending.</summary>
    public required IReadOnlyList<int> Stems { get; init; }

    /// <summary>Hash of all words, which tells one wording from another.</summary>
    public required ulong Wording { get; init; }

    /// <summary>True where the words are part of the record's wording as they stand.</summary>
    public bool AsRecorded { get; init; }
}
