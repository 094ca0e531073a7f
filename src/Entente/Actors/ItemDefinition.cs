namespace Entente.Actors;

/// <summary>What sort of thing an item is.</summary>
public enum ItemKind
{
    Goods,
    Services,

    /// <summary>A sum over groups ("total").</summary>
    Aggregate,

    /// <summary>A benchmark price ("brent").</summary>
    Price,

    /// <summary>A currency of settlement.</summary>
    Currency,

    /// <summary>Securities, reserves, investment.</summary>
    Finance,

    /// <summary>A list of goods under a programme of purchases or tariffs.</summary>
    Programme,

    /// <summary>Something that is counted or that a document says or does not say.</summary>
    Content,
}

/// <summary>A product group or other thing that a figure is of, with the words by which texts name it.</summary>
public sealed record ItemDefinition
{
    /// <summary>The id in expressions and in the record ("crude_oil").</summary>
    public required string Id { get; init; }

    public ItemKind Kind { get; init; }

    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Phrases that contain one of the words and mean something else ("arms control").</summary>
    public IReadOnlyList<string> AntiWords { get; init; } = [];

    /// <summary>The group it is a part of: a part never exceeds its whole.</summary>
    public string? Parent { get; init; }

    /// <summary>The physical unit in which volumes are usually given ("barrel", "tonne", "bcm").</summary>
    public string? Unit { get; init; }

    /// <summary>Codes of the Harmonised System that make it up, two to six digits; a shorter code stands for all beneath it.</summary>
    public IReadOnlyList<string> Hs { get; init; } = [];
}
