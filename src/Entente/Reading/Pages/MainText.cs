namespace Entente.Reading.Pages;

/// <summary>
/// Finds the part of a page that is its text: from the whole down, always into the one part that holds nearly all of the prose, as long as there
/// is one. What the page itself names as something else (navigation, advertisements, related texts) is dropped before.
/// </summary>
internal static class MainText
{
    /// <summary>Shorter lines are captions, buttons and menus as often as prose.</summary>
    private const int ShortestProse = 60;

    /// <summary>A paragraph in which more than this share is links is a list of links.</summary>
    private const double MostLinked = 0.5;

    /// <summary>A part that holds this share of the prose is the text; the rest is what stands around it.</summary>
    private const double Nearly = 0.75;

    /// <summary>An element with more of the prose than this is the text, whatever it is called.</summary>
    private const double MostDropped = 0.4;

    /// <summary>Marks what is no text as dropped and returns the element that holds the text.</summary>
    public static PageElement Find(PageTree tree)
    {
        var elements = tree.Elements;
        var root = elements[0];
        foreach (var element in elements)
            element.Dropped = element.Hidden || PageNames.IsFurniture(element.Name);
        Measure(elements);
        var prose = root.Prose;
        foreach (var element in elements)
        {
            if (
                element.Prose <= MostDropped * prose
                && (
                    (!element.HasTitle && (PageNames.IsAside(element.Hints) || IsAside(element.Role)))
                    || (element.Name == "header" && !element.HasTitle && !IsWithin(element, "article"))
                )
                && element.Name is not ("html" or "body" or "article" or "main")
            )
                element.Dropped = true;
        }
        // A page whose text is in what it calls furniture (a form around everything) is read all the same.
        if (prose == 0)
        {
            foreach (var element in elements)
                element.Dropped &= element.Name is not ("form" or "noscript" or "aside" or "footer");
        }
        Measure(elements);
        return Descend(Named(elements, root) ?? root);
    }

    /// <summary>The one element that says it is the text and holds most of the prose.</summary>
    private static PageElement? Named(List<PageElement> elements, PageElement root)
    {
        PageElement? best = null;
        foreach (var element in elements)
        {
            if (
                !element.Dropped
                && (
                    element.Name is "article" or "main"
                    || element.Role == "main"
                    || element.Property?.Contains("articleBody", StringComparison.OrdinalIgnoreCase) == true
                )
                && element.Prose > root.Prose * 0.5
                && (best is null || element.Prose >= best.Prose * 0.9)
            )
                best = element;
        }
        return best;
    }

    private static PageElement Descend(PageElement element)
    {
        while (true)
        {
            PageElement? most = null;
            foreach (var part in element.Parts)
            {
                if (part.Element is { Dropped: false } child && child.Prose > (most?.Prose ?? 0))
                    most = child;
            }
            // A paragraph, list or table by itself is not the text but part of it; a title beside it is kept.
            if (
                most is null
                || most.Prose < Nearly * element.Prose
                || (element.HasTitle && !most.HasTitle)
                || most.Name
                    is not (
                        "html"
                        or "body"
                        or "div"
                        or "section"
                        or "article"
                        or "main"
                        or "center"
                        or "table"
                        or "tbody"
                        or "tr"
                        or "td"
                        or "form"
                        or "span"
                    )
            )
                return element;
            element = most;
        }
    }

    /// <summary>Counts characters from the last element to the first, so that every element is complete before its parent.</summary>
    private static void Measure(List<PageElement> elements)
    {
        foreach (var element in elements)
            (element.Text, element.Linked, element.Prose, element.HasTitle) = (element.Own, 0, 0, element.Name == "h1");
        // Text of inline elements is their block's; what is left in Text of a block is its own paragraph.
        for (var i = elements.Count - 1; i > 0; i--)
        {
            var element = elements[i];
            if (element.Dropped || element.Parent is not { } parent)
                continue;
            if (element.Name == "a")
                element.Linked = element.Text;
            if (!element.IsBlock)
            {
                parent.Text += element.Text;
                parent.Linked += element.Linked;
            }
            else if (element.Text >= ShortestProse && element.Linked <= MostLinked * element.Text)
                element.Prose += element.Text;
            parent.Prose += element.Prose;
            parent.HasTitle |= element.HasTitle;
        }
        var root = elements[0];
        if (root.Text >= ShortestProse && root.Linked <= MostLinked * root.Text)
            root.Prose += root.Text;
    }

    private static bool IsAside(string? role) =>
        role is "navigation" or "complementary" or "banner" or "contentinfo" or "search" or "dialog";

    private static bool IsWithin(PageElement element, string name)
    {
        for (var e = element.Parent; e is not null; e = e.Parent)
        {
            if (e.Name == name)
                return true;
        }
        return false;
    }
}
