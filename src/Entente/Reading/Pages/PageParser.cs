using AngleSharp.Html;
using AngleSharp.Html.Parser;
using AngleSharp.Html.Parser.Tokens;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Entente.Reading.Pages;

/// <summary>A page taken apart: its elements in order (the first is the root), what its head says, and where its linked data stands.</summary>
/// <param name="Elements">Every element after its parent.</param>
/// <param name="Metas">Names of meta elements, in lower case, and their contents, in order.</param>
/// <param name="Links">Relations of link elements and where they lead.</param>
/// <param name="LinkedData">Stretches of the source that are JSON-LD.</param>
/// <param name="Comments">Comments before the text (where a browser notes from where it saved a page).</param>
internal sealed record PageTree(
    List<PageElement> Elements,
    List<(string Name, string Content)> Metas,
    List<(string Rel, string Href)> Links,
    List<(int Start, int End)> LinkedData,
    List<string> Comments
)
{
    /// <summary>The stretch of the title element.</summary>
    public (int Start, int End)? Title { get; set; }

    public string? Base { get; set; }
}

/// <summary>
/// Makes a tree of a page's tokens. The tokens are AngleSharp's, which knows where each begins; the tree is our own, because a text node of
/// its document no longer knows its place. Depth and number of elements are bounded; what is nested deeper hangs on the deepest.
/// </summary>
internal sealed class PageParser
{
    private const int Deepest = 200;
    private const int MostElements = 500_000;
    private const int MostMetas = 2_000;
    private const int MostComments = 20;

    private readonly string text;
    private readonly PageTree tree = new([new("#root", null)], [], [], [], []);
    private readonly List<PageElement> open = [];
    private readonly Dictionary<string, int> opened = new(StringComparer.Ordinal);
    private bool inData;
    private int dataStart = -1;
    private bool inTitle;

    private PageParser(string text)
    {
        this.text = text;
        open.Add(tree.Elements[0]);
    }

    public static PageTree Parse(string text)
    {
        var parser = new PageParser(text);
        parser.Run();
        return parser.tree;
    }

    private void Run()
    {
        using var source = new TextSource(new StringTextSource(text));
        using var tokens = new HtmlTokenizer(source, HtmlEntityProvider.Resolver)
        {
            // What is between two tags is read from the source, so that every character keeps its place.
            IsNotConsumingCharacterReferences = true,
            // An element with a hundred thousand attributes costs their square otherwise.
            ShouldEmitAttribute = Wanted,
        };
        var start = -1;
        while (true)
        {
            var token = tokens.Get();
            var at = token.Type == HtmlTokenType.EndOfFile ? text.Length : Math.Clamp(token.Position.Position - 1, 0, text.Length);
            if (start >= 0)
                Text(start, at);
            start = -1;
            switch (token.Type)
            {
                case HtmlTokenType.EndOfFile:
                    return;
                case HtmlTokenType.Character:
                    start = at;
                    break;
                case HtmlTokenType.Comment when tree.Comments.Count < MostComments && token.Data is { Length: < 4_000 } comment:
                    tree.Comments.Add(comment);
                    break;
                case HtmlTokenType.StartTag:
                    Open(token.AsTag(), tokens);
                    break;
                case HtmlTokenType.EndTag:
                    Close(token.Name, at);
                    break;
            }
        }
    }

    private static bool Wanted(ref StructHtmlToken token, ReadOnlyMemory<char> name) =>
        name.Span
            is "class"
                or "id"
                or "href"
                or "rel"
                or "role"
                or "type"
                or "name"
                or "property"
                or "content"
                or "itemprop"
                or "datetime"
                or "hidden"
                or "style"
                or "aria-hidden";

    private void Text(int start, int end)
    {
        if (end <= start)
            return;
        if (inData)
        {
            dataStart = dataStart < 0 ? start : dataStart;
            return;
        }
        if (inTitle)
            tree.Title ??= (start, end);
        open[^1].Parts.Add(new(start, end, null));
        foreach (var c in text.AsSpan(start, end - start))
            open[^1].Own += char.IsWhiteSpace(c) ? 0 : 1;
    }

    private void Open(HtmlTagToken tag, HtmlTokenizer tokens)
    {
        var name = tag.Name;
        switch (name)
        {
            case "script":
                tokens.State = HtmlParseMode.Script;
                inData = tag.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true;
                break;
            case "style" or "xmp" or "iframe" or "noembed" or "noframes":
                tokens.State = HtmlParseMode.Rawtext;
                break;
            case "title" or "textarea":
                tokens.State = HtmlParseMode.RCData;
                inTitle = name == "title" && opened.GetValueOrDefault("svg") == 0;
                break;
            case "meta":
                Meta(tag);
                return;
            case "link" when tree.Links.Count < MostMetas:
                tree.Links.Add((tag.GetAttribute("rel")?.ToLowerInvariant() ?? "", tag.GetAttribute("href") ?? ""));
                return;
            case "base":
                tree.Base ??= tag.GetAttribute("href");
                return;
        }
        Imply(name);
        if (tree.Elements.Count >= MostElements)
            return;
        var element = Element(tag, name);
        tree.Elements.Add(element);
        open[^1].Parts.Add(new(0, 0, element));
        // "/>" closes nothing in HTML but in drawings and formulas.
        if (PageNames.IsVoid(name) || (tag.IsSelfClosing && IsForeign(name)) || open.Count >= Deepest)
            return;
        open.Add(element);
        opened[name] = opened.GetValueOrDefault(name) + 1;
    }

    private bool IsForeign(string name) =>
        name is "svg" or "math" || opened.GetValueOrDefault("svg") > 0 || opened.GetValueOrDefault("math") > 0;

    private PageElement Element(HtmlTagToken tag, string name)
    {
        var hints = $"{Attribute("class")} {Attribute("id")}".Trim().ToLowerInvariant();
        var style = Attribute("style");
        return new(name, open[^1])
        {
            Start = tag.Position.Position - 1,
            Href = name == "a" ? tag.GetAttribute("href") : null,
            Hints = hints.Length > 2_000 ? "" : hints,
            Property = NullIfEmpty(Attribute("itemprop")),
            Role = NullIfEmpty(Attribute("role")),
            Rel = NullIfEmpty(Attribute("rel")),
            DateTime = name == "time" ? NullIfEmpty(Attribute("datetime")) : null,
            Hidden =
                tag.Attributes.Exists(a => a.Name == "hidden")
                || Attribute("aria-hidden").Equals("true", StringComparison.OrdinalIgnoreCase)
                || (
                    style.Length is > 0 and < 1_000
                    && style.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase)
                ),
        };

        string Attribute(string attribute) => tag.GetAttribute(attribute) ?? "";
    }

    private static string? NullIfEmpty(string value) => value.Length == 0 ? null : value;

    private void Meta(HtmlTagToken tag)
    {
        var content = tag.GetAttribute("content");
        if (string.IsNullOrWhiteSpace(content) || tree.Metas.Count >= MostMetas)
            return;
        foreach (var attribute in (ReadOnlySpan<string>)["property", "name", "itemprop"])
        {
            if (tag.GetAttribute(attribute) is { Length: > 0 } name)
                tree.Metas.Add((name.ToLowerInvariant(), PageText.Decode(content).Trim()));
        }
    }

    /// <summary>Closes what the start of this element ends without an end tag of its own.</summary>
    private void Imply(string name)
    {
        switch (name)
        {
            case "li":
                CloseUntil(n => n is "li", n => n is "ul" or "ol" or "menu", ["li"]);
                break;
            case "dt" or "dd":
                CloseUntil(n => n is "dt" or "dd", n => n is "dl", ["dt", "dd"]);
                break;
            case "td" or "th":
                CloseUntil(n => n is "td" or "th", n => n is "table", ["td", "th"]);
                break;
            case "tr":
                CloseUntil(n => n is "tr", n => n is "table", ["tr"]);
                break;
            case "a":
                CloseUntil(n => n is "a", PageNames.IsBlock, ["a"]);
                break;
        }
        if (PageNames.IsBlock(name))
            CloseUntil(n => n is "p", n => n is "table" or "td" or "th" or "caption" or "button" or "object", ["p"]);
        if (PageNames.IsHeading(name) && PageNames.IsHeading(open[^1].Name))
            Pop(open.Count - 1);
    }

    private void CloseUntil(Func<string, bool> isIt, Func<string, bool> isBorder, ReadOnlySpan<string> names)
    {
        var any = 0;
        foreach (var name in names)
            any += opened.GetValueOrDefault(name);
        if (any == 0)
            return;
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (isIt(open[i].Name))
            {
                Pop(i);
                return;
            }
            if (isBorder(open[i].Name))
                return;
        }
    }

    private void Close(string name, int at)
    {
        if (name == "script" && inData)
        {
            if (dataStart >= 0)
                tree.LinkedData.Add((dataStart, at));
            (inData, dataStart) = (false, -1);
        }
        inTitle = false;
        if (opened.GetValueOrDefault(name) == 0)
            return;
        var isBlock = PageNames.IsBlock(name);
        for (var i = open.Count - 1; i > 0; i--)
        {
            if (open[i].Name == name)
            {
                Pop(i);
                return;
            }
            // The end of "b" does not end the paragraph in which it stands astray.
            if (!isBlock && open[i].IsBlock)
                return;
        }
    }

    private void Pop(int to)
    {
        for (var i = open.Count - 1; i >= to; i--)
            opened[open[i].Name]--;
        open.RemoveRange(to, open.Count - to);
    }
}
