using Entente.Reading.Markup;

namespace Entente.Reading.Pages;

/// <summary>Writes the text of a page as blocks, every character with its place in the source.</summary>
internal sealed class PageBlocks
{
    private const int MostLinks = 20_000;

    private readonly string source;
    private readonly Uri? address;
    private readonly List<Block> blocks = [];
    private readonly List<PlacedLink> links = [];
    private MappedTextBuilder text = new();
    private BlockKind kind;
    private int quotes;
    private int bold;
    private int boldLength;
    private int linkCount;
    private bool brokeLine;

    private PageBlocks(string source, Uri? address) => (this.source, this.address) = (source, address);

    /// <summary>The blocks of the element that holds the text, the page's title before them where it stands outside.</summary>
    /// <param name="source">The page.</param>
    /// <param name="main">The element with the text.</param>
    /// <param name="title">A title that is not in it, or null.</param>
    /// <param name="address">The page's own address, against which links are read; null where it is unknown.</param>
    public static List<Block> Of(string source, PageElement main, PageElement? title, Uri? address)
    {
        var writer = new PageBlocks(source, address);
        if (title is not null)
            writer.Element(title);
        writer.Element(main);
        writer.Flush();
        return writer.blocks;
    }

    // As deep as the tree, which is bounded.
    private void Element(PageElement element)
    {
        if (element.Dropped || IsFootnote(element))
            return;
        var isBlock = element.IsBlock;
        if (element.Name == "br")
        {
            Break(element);
            return;
        }
        // The cells of a row are one block, unless a table only lays out the page.
        var isCell = element.Name is "td" or "th" && kind == BlockKind.TableRow;
        if (isCell)
            text.Append(' ', element.Start);
        else if (isBlock)
            Flush();
        var before = kind;
        kind = element.Name switch
        {
            "li" or "dd" => BlockKind.Item,
            "tr" when element.Prose == 0 => BlockKind.TableRow,
            _ when PageNames.IsHeading(element.Name) => BlockKind.Heading,
            // A paragraph inside a list item or a cell is still the item's or the row's.
            _ => kind,
        };
        var isBold = element.Name is "b" or "strong" or "em" or "i";
        bold += isBold ? 1 : 0;
        quotes += element.Name == "blockquote" ? 1 : 0;
        var start = text.Length;
        foreach (var part in element.Parts)
        {
            if (part.Element is { } child)
                Element(child);
            else
            {
                var length = text.Length;
                PageText.Append(text, source, part.Start, part.End);
                boldLength += bold > 0 ? text.Length - length : 0;
                brokeLine &= text.Length == length;
            }
        }
        if (element.Href is { Length: > 0 and < 4_000 } href && text.Length > start && linkCount++ < MostLinks)
            links.Add(new(start, text.Length, new Link("", Absolute(href))));
        bold -= isBold ? 1 : 0;
        quotes -= element.Name == "blockquote" ? 1 : 0;
        if (isBlock && !isCell)
            Flush();
        if (isBlock)
            kind = before;
    }

    /// <summary>One break is a blank, two in a row begin a paragraph: so old pages are written.</summary>
    private void Break(PageElement element)
    {
        if (brokeLine)
            Flush();
        brokeLine = text.Length > 0;
        if (text.Length > 0)
            text.Append(' ', element.Start);
    }

    private void Flush()
    {
        if (text.Length > 0 && text.Build() is { } built)
        {
            var placed = links
                .Select(l => (Start: Math.Min(l.Start, built.Text.Length), End: Math.Min(l.End, built.Text.Length), l.Link.Url))
                .Where(l => l.End > l.Start)
                .OrderBy(l => l.Start)
                .Select(l => new PlacedLink(l.Start, l.End, new Link(built.Text[l.Start..l.End].Trim(), l.Url)));
            blocks.Add(
                new Block(kind, built.With([.. placed]))
                {
                    Quoted = quotes > 0,
                    Emphasised = boldLength >= built.Text.Length && kind == BlockKind.Paragraph,
                }
            );
        }
        if (text.Length > 0)
            text = new();
        links.Clear();
        boldLength = 0;
        brokeLine = false;
    }

    /// <summary>"[1]", or a number that is a link, set high: the sign of a note. A bare figure set high may be a power.</summary>
    private bool IsFootnote(PageElement element)
    {
        if (element.Name != "sup" || element.Text > 12)
            return false;
        foreach (var part in element.Parts)
        {
            if (part.Element is { Name: "a" or "span" } || (part.Element is null && source[part.Start] == '['))
                return true;
        }
        return false;
    }

    private string Absolute(string href)
    {
        href = PageText.Decode(href).Trim();
        return
            address is not null
            && !href.StartsWith('#')
            && Uri.TryCreate(address, href, out var absolute)
            && absolute.Scheme is "http" or "https"
            ? absolute.AbsoluteUri
            : href;
    }
}
