namespace Entente.Reading.Markup;

internal enum BlockKind
{
    Paragraph,
    Heading,
    Item,
    TableRow,
}

/// <summary>A paragraph, heading, list item or table row: its reading text with the way back, mark-up removed.</summary>
internal sealed record Block(BlockKind Kind, MappedText Text)
{
    /// <summary>True inside a block quotation ("&gt;").</summary>
    public bool Quoted { get; init; }

    /// <summary>The kind of Obsidian callout it stands in ("quote", "note"), lower case; null outside.</summary>
    public string? Callout { get; init; }

    /// <summary>True where the whole of it is bold or italic, as the questions of an interview often are.</summary>
    public bool Emphasised { get; init; }

    /// <summary>White space before the list sign, which tells an item from the items under it.</summary>
    public int Indent { get; init; }

    public int Start => Text.ToDocument(0);
}

/// <summary>A document cut into blocks, and what stood between them.</summary>
internal sealed record BlockList(List<Block> Blocks, List<WrittenClaim> Claims)
{
    /// <summary>Dataview fields and page properties ("author:: Jane Doe"), by their keys without regard to case.</summary>
    public Dictionary<string, List<string>> Fields { get; init; } = [];
}
