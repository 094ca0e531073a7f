namespace Entente.Reading.Formatted;

/// <summary>
/// A piece of a document as it is shown: text that leads back to the document, or one of a few elements. There is no way to make an element that is
/// not on the list, and none carries an attribute but a checked address: whatever the source holds, nothing of it can act.
/// </summary>
public abstract record FormattedNode;

/// <summary>Text, every character of it leading to its place in <see cref="Document.Text"/>.</summary>
/// <param name="Text">As it is to be seen: characters that would hide or turn around others are U+FFFD.</param>
/// <param name="Map">The way back; null for text that is not in the document (the word for a picture).</param>
public sealed record FormattedText(string Text, TextMap? Map) : FormattedNode;

/// <summary>An element of the list.</summary>
public sealed record FormattedElement : FormattedNode
{
    internal FormattedElement(FormattedTag tag, IReadOnlyList<FormattedNode> children, string? address = null)
    {
        (Tag, Children) = (tag, children);
        Address = tag == FormattedTag.Link ? address : null;
    }

    public FormattedTag Tag { get; }

    public IReadOnlyList<FormattedNode> Children { get; }

    /// <summary>Where a link leads: an absolute address of http, https or mailto; null for all else.</summary>
    public string? Address { get; }
}

/// <summary>All that a document can be shown with. What is not here is not shown as an element, whatever its name.</summary>
public enum FormattedTag
{
    Paragraph,
    Block,
    Heading1,
    Heading2,
    Heading3,
    Heading4,
    Heading5,
    Heading6,
    List,
    NumberedList,
    Item,
    Terms,
    Term,
    Explanation,
    Quote,
    Preformatted,
    Table,
    TableCaption,
    TableHead,
    TableBody,
    Row,
    HeadCell,
    Cell,
    Rule,
    Break,
    Emphasis,
    Strong,
    Code,
    Subscript,
    Superscript,
    Struck,
    Underlined,
    Small,
    InlineQuote,
    Link,
}

/// <summary>What the list's elements are called in a page, and which of them stand alone.</summary>
public static class FormattedTags
{
    private static readonly string[] Names =
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "blockquote",
        "pre",
        "table",
        "caption",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "hr",
        "br",
        "em",
        "strong",
        "code",
        "sub",
        "sup",
        "s",
        "u",
        "small",
        "q",
        "a",
    ];

    /// <summary>`p`, `h2`, `a`: the only names that ever reach a page.</summary>
    public static string Name(this FormattedTag tag) => Names[(int)tag];

    /// <summary>True for what begins on a line of its own.</summary>
    public static bool IsBlock(this FormattedTag tag) => tag < FormattedTag.Break;

    internal static FormattedTag Heading(int level) => FormattedTag.Heading1 + (Math.Clamp(level, 1, 6) - 1);
}
