using Entente.Reading.Pages;

namespace Entente.Reading.Formatted;

/// <summary>
/// A page's main text as elements of the list. The tree is made of AngleSharp's tokens and bounded in depth and number; it is never written as HTML
/// and read again, so that nothing can come alive on the way. Scripts, styles, forms, drawings and frames go with all that is in them; unknown
/// elements go and leave their text.
/// </summary>
internal sealed class FormattedPage
{
    private readonly string source;
    private readonly int shift;
    private readonly Uri? address;

    private FormattedPage(string source, int shift, Uri? address) => (this.source, this.shift, this.address) = (source, shift, address);

    /// <summary>What the reader takes for the text of a saved page, its title before it.</summary>
    public static IReadOnlyList<FormattedNode> Main(string text, string? url)
    {
        var tree = PageParser.Parse(text);
        var main = MainText.Find(tree);
        var writer = new FormattedPage(text, 0, Base(url ?? tree.Base));
        var nodes = new List<FormattedNode>();
        if (!main.HasTitle && tree.Elements.Find(e => e.Name == "h1" && !e.Hidden && e.Text > 0) is { } title)
            nodes.AddRange(writer.Nodes(title, FormattedTag.Block, false));
        nodes.AddRange(writer.Nodes(main, FormattedTag.Block, false));
        return nodes;
    }

    /// <summary>All of a piece of HTML, which stands in a document from an offset on.</summary>
    public static IReadOnlyList<FormattedNode> Fragment(string html, int shift)
    {
        var tree = PageParser.Parse(html);
        return new FormattedPage(html, shift, null).Nodes(tree.Elements[0], FormattedTag.Block, false);
    }

    private static Uri? Base(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    /// <summary>The nodes that an element becomes: itself on the list, or what is in it.</summary>
    private List<FormattedNode> Nodes(PageElement element, FormattedTag parent, bool keepSpace)
    {
        if (element.Hidden || element.Dropped || IsDropped(element.Name))
            return [];
        if (element.Name == "br")
            return [new FormattedElement(FormattedTag.Break, [])];
        if (element.Name == "hr")
            return [new FormattedElement(FormattedTag.Rule, [])];
        var tag = Placed(TagOf(element.Name), parent);
        var children = Children(element, tag ?? parent, keepSpace || tag == FormattedTag.Preformatted);
        if (tag is not { } known)
            return children;
        if (known == FormattedTag.Link)
        {
            var leads = SafeAddress.Of(Absolute(element.Href));
            return leads is null || children.Count == 0 ? children : [new FormattedElement(known, children, leads)];
        }
        return children.Count == 0 ? [] : [new FormattedElement(known, children)];
    }

    private List<FormattedNode> Children(PageElement element, FormattedTag within, bool keepSpace)
    {
        var children = new List<FormattedNode>();
        foreach (var part in element.Parts)
        {
            if (part.Element is { } child)
                children.AddRange(Nodes(child, within, keepSpace));
            else if (new ShownText().Page(source, part.Start, part.End, shift, keepSpace).Node() is { } text)
                children.Add(text);
        }
        return children;
    }

    private string? Absolute(string? href)
    {
        if (href is null || href.Length > 4_000)
            return null;
        href = PageText.Decode(href).Trim();
        return address is not null && !href.StartsWith('#') && Uri.TryCreate(address, href, out var absolute) ? absolute.AbsoluteUri : href;
    }

    /// <summary>Items without a list and cells without a row are blocks: a page that draws them as they are would confuse who listens to it.</summary>
    private static FormattedTag? Placed(FormattedTag? tag, FormattedTag parent) =>
        tag switch
        {
            FormattedTag.Item when parent is not (FormattedTag.List or FormattedTag.NumberedList) => FormattedTag.Block,
            FormattedTag.Term or FormattedTag.Explanation when parent != FormattedTag.Terms => FormattedTag.Block,
            FormattedTag.TableHead or FormattedTag.TableBody or FormattedTag.TableCaption when parent != FormattedTag.Table =>
                FormattedTag.Block,
            FormattedTag.Row when parent is not (FormattedTag.Table or FormattedTag.TableHead or FormattedTag.TableBody) =>
                FormattedTag.Block,
            FormattedTag.Cell or FormattedTag.HeadCell when parent != FormattedTag.Row => FormattedTag.Block,
            _ => tag,
        };

    private static FormattedTag? TagOf(string name) =>
        name switch
        {
            "p" => FormattedTag.Paragraph,
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => FormattedTags.Heading(name[1] - '0'),
            "ul" or "menu" => FormattedTag.List,
            "ol" => FormattedTag.NumberedList,
            "li" => FormattedTag.Item,
            "dl" => FormattedTag.Terms,
            "dt" => FormattedTag.Term,
            "dd" => FormattedTag.Explanation,
            "blockquote" => FormattedTag.Quote,
            "pre" => FormattedTag.Preformatted,
            "table" => FormattedTag.Table,
            "caption" => FormattedTag.TableCaption,
            "thead" => FormattedTag.TableHead,
            "tbody" or "tfoot" => FormattedTag.TableBody,
            "tr" => FormattedTag.Row,
            "th" => FormattedTag.HeadCell,
            "td" => FormattedTag.Cell,
            "em" or "i" or "cite" or "dfn" or "var" => FormattedTag.Emphasis,
            "strong" or "b" => FormattedTag.Strong,
            "code" or "kbd" or "samp" or "tt" => FormattedTag.Code,
            "sub" => FormattedTag.Subscript,
            "sup" => FormattedTag.Superscript,
            "s" or "del" or "strike" => FormattedTag.Struck,
            "u" or "ins" => FormattedTag.Underlined,
            "small" => FormattedTag.Small,
            "q" => FormattedTag.InlineQuote,
            "a" => FormattedTag.Link,
            _ when PageNames.IsBlock(name) => FormattedTag.Block,
            _ => null,
        };

    private static bool IsDropped(string name) =>
        name
            is "script"
                or "style"
                or "template"
                or "svg"
                or "math"
                or "iframe"
                or "frame"
                or "frameset"
                or "noframes"
                or "object"
                or "embed"
                or "applet"
                or "param"
                or "portal"
                or "input"
                or "button"
                or "select"
                or "option"
                or "textarea"
                or "datalist"
                or "audio"
                or "video"
                or "source"
                or "track"
                or "canvas"
                or "img"
                or "picture"
                or "map"
                or "area"
                or "base"
                or "link"
                or "meta"
                or "title"
                or "xmp"
                or "plaintext"
                or "noembed"
                or "dialog"
                or "slot";
}
