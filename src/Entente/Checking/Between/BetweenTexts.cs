using Entente.Checking.Quotations;
using Entente.Quantities;
using Entente.Reading;

namespace Entente.Checking.Between;

/// <summary>In what two or more texts stand apart on one figure.</summary>
public enum Difference
{
    /// <summary>The last digit written: one further unit would make them agree.</summary>
    Rounding,

    /// <summary>Goods and goods with services, calendar and fiscal year, one authority and another, another reading of the words.</summary>
    Definition,

    /// <summary>The same figure, and not the same value.</summary>
    Fact,
}

/// <summary>Where a text gives a figure, and the same statement once more (a note synced twice).</summary>
public sealed record Place(string Path, string Claim);

/// <summary>One text's word on a figure.</summary>
public sealed record Mention
{
    public required string Path { get; init; }

    public string? Title { get; init; }

    public Period? Published { get; init; }

    public required PublishedBasis PublishedBasis { get; init; }

    /// <summary>Id of the claim in that text.</summary>
    public required string Claim { get; init; }

    public required string Quote { get; init; }

    /// <summary>Who says it where it is not the author.</summary>
    public string? Speaker { get; init; }

    public required string Assertion { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>What the figure covers and whose it is, as far as the text says; null where nothing is particular.</summary>
    public string? Definition { get; init; }

    /// <summary>Further places where the same statement stands; they say nothing a second time.</summary>
    public IReadOnlyList<Place> Copies { get; init; } = [];
}

/// <summary>What some of the texts agree on: one value within what each one's digits leave open.</summary>
public sealed record Position
{
    /// <summary>The narrowest range that any of them commits to; an open end is infinite. In base units.</summary>
    public required double Low { get; init; }

    public required double High { get; init; }

    /// <summary>Unit symbol; `truth` for what is said to hold or not, `date` for days since 0001-01-01.</summary>
    public required string Unit { get; init; }

    /// <summary>The value as people write it.</summary>
    public required string Text { get; init; }

    /// <summary>In the order of their dates, earliest first, undated last.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>The earliest dated text that gives the value, null where none is dated: as far back as these texts lead.</summary>
    public Mention? Earliest =>
        Mentions.FirstOrDefault(m => m.Published is not null && m.PublishedBasis is PublishedBasis.Stated or PublishedBasis.Given);
}

/// <summary>A figure that several texts give.</summary>
public sealed record SharedFigure
{
    /// <summary>The figure in words: `trade between China and Russia`.</summary>
    public required string Subject { get; init; }

    /// <summary>The period as the earliest text gives it; null where the figure has none.</summary>
    public Period? Period { get; init; }

    /// <summary>What the texts say, most mentioned first. One position: they agree.</summary>
    public required IReadOnlyList<Position> Positions { get; init; }

    /// <summary>The gravest difference between positions; null where all agree.</summary>
    public Difference? Difference { get; init; }

    /// <summary>In what they differ where it is not in fact: `goods / goods and services`.</summary>
    public IReadOnlyList<string> DiffersIn { get; init; } = [];

    /// <summary>One sentence for people.</summary>
    public required string Explanation { get; init; }
}

/// <summary>What several texts say of the same figures and in the same quoted words.</summary>
public sealed record BetweenTexts
{
    public static BetweenTexts None { get; } = new() { Figures = [], Quotations = [] };

    /// <summary>Gravest first, then those in most texts, then by their words.</summary>
    public required IReadOnlyList<SharedFigure> Figures { get; init; }

    /// <summary>Words in quotation marks that texts give in different wording, from different speakers, or that the record holds.</summary>
    public required IReadOnlyList<SharedQuotation> Quotations { get; init; }

    /// <summary>Figures on which at least two texts give one value.</summary>
    public IEnumerable<SharedFigure> Agreements => Figures.Where(f => f.Difference is null);

    public IEnumerable<SharedFigure> Contradictions => Figures.Where(f => f.Difference == Difference.Fact);

    public IEnumerable<SharedFigure> Differences => Figures.Where(f => f.Difference is Difference.Definition or Difference.Rounding);
}
