namespace Entente.Reading.Pages;

/// <summary>A piece of an element in the order of the page: a stretch of the source that is text, or an element.</summary>
internal readonly record struct PagePart(int Start, int End, PageElement? Element);

/// <summary>An element of a page, with the few attributes that say what it is for.</summary>
/// <param name="name">Its name in lower case.</param>
/// <param name="parent">The element it stands in; null for the root.</param>
internal sealed class PageElement(string name, PageElement? parent)
{
    public string Name { get; } = name;

    public PageElement? Parent { get; } = parent;

    public List<PagePart> Parts { get; } = [];

    /// <summary>Where its tag begins in the source.</summary>
    public int Start { get; init; }

    /// <summary>Characters that are not blank in it and in no element below.</summary>
    public int Own { get; set; }

    public string? Href { get; init; }

    /// <summary>Class and id, in lower case.</summary>
    public string Hints { get; init; } = "";

    public string? Property { get; init; }

    public string? Role { get; init; }

    /// <summary>The value of "datetime" of a time.</summary>
    public string? DateTime { get; init; }

    public string? Rel { get; init; }

    /// <summary>True where a browser does not show it.</summary>
    public bool Hidden { get; init; }

    /// <summary>True where it and what is in it are no part of the text.</summary>
    public bool Dropped { get; set; }

    /// <summary>Characters that are not blank, in it and below.</summary>
    public int Text { get; set; }

    /// <summary>Those of them that are links.</summary>
    public int Linked { get; set; }

    /// <summary>Those that stand in paragraphs long enough to be prose.</summary>
    public int Prose { get; set; }

    public bool HasTitle { get; set; }

    public bool IsBlock => PageNames.IsBlock(Name);
}
