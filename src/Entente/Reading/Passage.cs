using Entente.Reading.Markup;

namespace Entente.Reading;

/// <summary>A paragraph, highlight or interview turn with its speaker by default: what every format makes of its blocks.</summary>
internal sealed record Passage(MappedText Text, Speaker Default)
{
    /// <summary>Headings, titles, table rows: kept whole.</summary>
    public bool IsHeading { get; init; }

    /// <summary>Spoken by the one who asks the questions.</summary>
    public bool IsInterviewer { get; init; }

    /// <summary>True for a highlight: what stands before it in the note did not stand before it in its text.</summary>
    public bool Isolated { get; init; }

    /// <summary>True where the text breaks off at its end.</summary>
    public bool CutOff { get; init; }

    /// <summary>True where it goes on with the passage before it (the next paragraph of an answer or highlight).</summary>
    public bool Continues { get; init; }

    /// <summary>Links to the highlight itself, of all its copies.</summary>
    public IReadOnlyList<Link> Permalinks { get; init; } = [];

    /// <summary>Further places where the same words stand.</summary>
    public IReadOnlyList<MappedText> Copies { get; init; } = [];
}

/// <summary>What a format found: its kind, what the text says of itself, and the passages in order.</summary>
internal sealed record Layout(DocumentKind Kind, FrontMatter.Metadata Metadata, IReadOnlyList<Passage> Passages)
{
    public bool Truncated { get; init; }
}
