namespace Entente.Web.Manual;

/// <summary>A heading of a page, with the address that leads to it.</summary>
/// <param name="Level">2 and 3; the page's title is none.</param>
internal sealed record PageHeading(int Level, string Id, string Text);

/// <summary>What stands under one heading, as plain words: what search finds.</summary>
/// <param name="Heading">Empty before the first heading.</param>
/// <param name="Id">Empty before the first heading.</param>
internal sealed record PageSection(string Heading, string Id, string Words);

/// <summary>A page as HTML without script, style or anything from outside, and what else is told of it.</summary>
internal sealed record RenderedPage
{
    /// <summary>The heading that the page begins with.</summary>
    public required string Title { get; init; }

    /// <summary>Everything but the title.</summary>
    public required string Html { get; init; }

    public required IReadOnlyList<PageHeading> Headings { get; init; }

    public required IReadOnlyList<PageSection> Sections { get; init; }
}
