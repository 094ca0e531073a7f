using Entente.Quantities;
using Entente.Reading;
using Entente.Record;

namespace Entente.Checking.Quotations;

/// <summary>In what quoted words stand apart from those that the record holds.</summary>
[Flags]
public enum QuotationDifference
{
    None = 0,

    /// <summary>Other words than the source's, or its words in another order.</summary>
    Wording = 1,

    /// <summary>Given to somebody who is not among those whose words the record has them as.</summary>
    Speaker = 2,

    /// <summary>Given to another day.</summary>
    Date = 4,
}

/// <summary>Words in quotation marks beside the public words that they are taken from, or come near to.</summary>
public sealed record QuotationNote
{
    /// <summary>Id of the statement they stand in.</summary>
    public required string Statement { get; init; }

    /// <summary>The words between the marks, as the text has them.</summary>
    public required string Quote { get; init; }

    /// <summary>First and one-past-last offset in the document, without the marks.</summary>
    public required int Start { get; init; }

    public required int End { get; init; }

    /// <summary>Whose words the text says they are; null where it names nobody.</summary>
    public string? Speaker { get; init; }

    /// <summary>The day that the sentence gives them; null where it gives none.</summary>
    public Period? Date { get; init; }

    /// <summary>The words as the record has them.</summary>
    public required RecordedQuotation Recorded { get; init; }

    public required QuotationDifference Difference { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Explanation { get; init; }
}

/// <summary>Quoted words as one text gives them.</summary>
public sealed record QuotedIn
{
    public required string Path { get; init; }

    public string? Title { get; init; }

    public Period? Published { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    public required string Quote { get; init; }

    public string? Speaker { get; init; }

    /// <summary>Further texts with the same words from the same speaker.</summary>
    public int Repetitions { get; init; }
}

/// <summary>One quotation as several texts, or the record and a text, give it: every wording and speaker once, earliest first.</summary>
public sealed record SharedQuotation
{
    /// <summary>The words as the record has them; null where it does not.</summary>
    public RecordedQuotation? Recorded { get; init; }

    public required IReadOnlyList<QuotedIn> Wordings { get; init; }

    /// <summary>Wording, speaker or both.</summary>
    public required QuotationDifference Difference { get; init; }
}
