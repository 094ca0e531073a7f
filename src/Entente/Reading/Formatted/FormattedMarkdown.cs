using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Extensions.Yaml;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Entente.Reading.Formatted;

/// <summary>Markdown and plain text as elements of the list. HTML in it goes through the same list; pictures become their words.</summary>
internal sealed class FormattedMarkdown
{
    /// <summary>A line shorter than this ends where its writer ended it: a label, a verse, an item.</summary>
    private const int ShortLine = 60;

    /// <summary>A piece of HTML longer than this is no decoration: it is left out, and the text is shown as it stands.</summary>
    private const int LongestHtml = 1_000_000;

    /// <summary>Cells of tables are trimmed, and their spans are not.</summary>
    private const int Slack = 8;

    private static readonly MarkdownPipeline Pipeline = Made();

    private readonly string text;

    private FormattedMarkdown(string text) => this.text = text;

    /// <exception cref="ArgumentException">It is nested deeper than any honest text.</exception>
    public static IReadOnlyList<FormattedNode> Of(string text) =>
        new FormattedMarkdown(text).Blocks(Markdown.Parse(text, Pipeline), FormattedTag.Block);

    private static MarkdownPipeline Made()
    {
        var builder = new MarkdownPipelineBuilder()
            .UsePreciseSourceLocation()
            .UseYamlFrontMatter()
            .UsePipeTables()
            .UseTaskLists()
            .UseAutoLinks()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough | EmphasisExtraOptions.Marked);
        // What is set in by four blanks is a paragraph set in, far more often than a program.
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        return builder.Build();
    }

    private List<FormattedNode> Blocks(ContainerBlock container, FormattedTag parent)
    {
        var nodes = new List<FormattedNode>();
        foreach (var block in container)
            nodes.AddRange(Nodes(block, parent));
        return nodes;
    }

    private IEnumerable<FormattedNode> Nodes(Block block, FormattedTag parent)
    {
        switch (block)
        {
            case YamlFrontMatterBlock or LinkReferenceDefinitionGroup or LinkReferenceDefinition:
                return [];
            case ThematicBreakBlock:
                return [new FormattedElement(FormattedTag.Rule, [])];
            case HtmlBlock html:
                return Html(html.Span.Start, html.Span.End + 1);
            case HeadingBlock heading:
                return Element(FormattedTags.Heading(heading.Level), Inlines(heading.Inline));
            case ParagraphBlock paragraph:
                var words = Inlines(paragraph.Inline);
                // An item with one paragraph needs none around it.
                return parent == FormattedTag.Item && paragraph.Parent is ListItemBlock { Count: 1 }
                    ? words
                    : Element(FormattedTag.Paragraph, words);
            case CodeBlock code:
                return Element(FormattedTag.Preformatted, Lines(code));
            case ListBlock list:
                var kind = list.IsOrdered ? FormattedTag.NumberedList : FormattedTag.List;
                return Element(kind, Blocks(list, kind));
            case ListItemBlock item:
                return Element(FormattedTag.Item, Blocks(item, FormattedTag.Item));
            case QuoteBlock quote:
                return Element(FormattedTag.Quote, Blocks(quote, FormattedTag.Quote));
            case Table table:
                return Element(FormattedTag.Table, [.. table.OfType<TableRow>().Select(Row).OfType<FormattedElement>()]);
            case ContainerBlock other:
                return Blocks(other, parent);
            case LeafBlock leaf:
                return Element(FormattedTag.Paragraph, leaf.Inline is null ? Lines(leaf) : Inlines(leaf.Inline));
            default:
                return [];
        }
    }

    private FormattedElement? Row(TableRow row)
    {
        var cells = row.OfType<TableCell>()
            .Select(c => new FormattedElement(row.IsHeader ? FormattedTag.HeadCell : FormattedTag.Cell, Cell(c)))
            .ToList();
        return cells.Count == 0 ? null : new(FormattedTag.Row, cells);
    }

    private List<FormattedNode> Cell(TableCell cell) =>
        cell is [ParagraphBlock only] ? Inlines(only.Inline) : Blocks(cell, FormattedTag.Cell);

    private static IEnumerable<FormattedNode> Element(FormattedTag tag, List<FormattedNode> children) =>
        children.Count == 0 ? [] : [new FormattedElement(tag, children)];

    private List<FormattedNode> Lines(LeafBlock block)
    {
        var shown = new ShownText();
        for (var i = 0; i < block.Lines.Count; i++)
        {
            var line = block.Lines.Lines[i];
            if (i > 0)
                shown.Verbatim("\n", Math.Max(0, line.Position - 1));
            shown.Verbatim(line.Slice.AsSpan(), line.Slice.Text == text ? line.Slice.Start : line.Position);
        }
        return shown.Node() is { } node ? [node] : [];
    }

    private IEnumerable<FormattedNode> Html(int start, int end)
    {
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, start, text.Length);
        return end - start > LongestHtml ? [] : FormattedPage.Fragment(text[start..end], start);
    }

    private List<FormattedNode> Inlines(ContainerInline? container)
    {
        var nodes = new List<FormattedNode>();
        for (var inline = container?.FirstChild; inline is not null; inline = inline.NextSibling)
            nodes.AddRange(Nodes(inline));
        return nodes;
    }

    private IEnumerable<FormattedNode> Nodes(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                return Text(literal.Content.AsSpan(), literal.Span);
            case HtmlEntityInline entity:
                return Spread(entity.Transcoded.AsSpan(), entity.Span);
            case CodeInline code:
                return Element(FormattedTag.Code, [.. Within(code.Content, code.Span)]);
            case AutolinkInline auto:
                return Link([.. Within(auto.Url, auto.Span)], auto.IsEmail ? "mailto:" + auto.Url : auto.Url);
            case LineBreakInline broken:
                return broken.IsHard || EndsShort(broken.Span.Start)
                    ? [new FormattedElement(FormattedTag.Break, [])]
                    : Spread(" ", broken.Span);
            case HtmlInline html:
                return html.Tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) ? [new FormattedElement(FormattedTag.Break, [])] : [];
            case TaskList task:
                return [new FormattedText(task.Checked ? "☑ " : "☐ ", null)];
            case LinkInline { IsImage: true } picture:
                var words = Inlines(picture);
                return words.Count == 0
                    ? [new FormattedText("[picture]", null)]
                    : [new FormattedText("[picture: ", null), .. words, new FormattedText("]", null)];
            case LinkInline link:
                return Link(Inlines(link), link.GetDynamicUrl?.Invoke() ?? link.Url);
            case EmphasisInline emphasis:
                return Emphasis(emphasis) is { } tag ? Element(tag, Inlines(emphasis)) : Inlines(emphasis);
            case DelimiterInline delimiter:
                return [.. Spread(delimiter.ToLiteral(), delimiter.Span), .. Inlines(delimiter)];
            case ContainerInline other:
                return Inlines(other);
            default:
                return [];
        }
    }

    private static FormattedTag? Emphasis(EmphasisInline emphasis) =>
        (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
        {
            ('*' or '_', 1) => FormattedTag.Emphasis,
            ('*' or '_', _) => FormattedTag.Strong,
            ('~', 2) => FormattedTag.Struck,
            _ => null,
        };

    private static List<FormattedNode> Link(List<FormattedNode> children, string? url) =>
        SafeAddress.Of(url) is { } address && children.Count > 0 ? [new FormattedElement(FormattedTag.Link, children, address)] : children;

    /// <summary>Text that stands in the source as it is shown, but perhaps for the sign before it that makes it a plain one.</summary>
    private IEnumerable<FormattedText> Text(ReadOnlySpan<char> content, SourceSpan span)
    {
        foreach (var start in (ReadOnlySpan<int>)[span.Start, span.End + 1 - content.Length])
            if (start >= 0 && start + content.Length <= text.Length && text.AsSpan(start, content.Length).SequenceEqual(content))
                return One(new ShownText().Verbatim(content, start));
        return Within(content.ToString(), new SourceSpan(Math.Max(0, span.Start - Slack), span.End + Slack));
    }

    /// <summary>Text of which the source has more: looked for in the stretch that it came from.</summary>
    private IEnumerable<FormattedText> Within(string content, SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        var length = Math.Clamp(span.End + 1 - start, 0, text.Length - start);
        var at = text.AsSpan(start, length).IndexOf(content, StringComparison.Ordinal);
        return at < 0 ? Spread(content, span) : One(new ShownText().Verbatim(content, start + at));
    }

    /// <summary>Text that the source writes otherwise (`&amp;euro;`): its characters lead to the first places of what they are written with.</summary>
    private static IEnumerable<FormattedText> Spread(ReadOnlySpan<char> content, SourceSpan span)
    {
        var shown = new ShownText();
        var last = Math.Max(span.Start, span.End);
        for (var i = 0; i < content.Length; i++)
            shown.Verbatim(content.Slice(i, 1), Math.Min(span.Start + i, last));
        return One(shown);
    }

    private static IEnumerable<FormattedText> One(ShownText shown) => shown.Node() is { } node ? [node] : [];

    private bool EndsShort(int at)
    {
        at = Math.Clamp(at, 0, text.Length);
        var start = at == 0 ? 0 : text.LastIndexOfAny(['\n', '\r'], at - 1) + 1;
        return at - start < ShortLine;
    }
}
