using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Entente.Web.Manual;

/// <summary>The words of a page without its marks.</summary>
internal static class PlainText
{
    public static string Of(ContainerInline? inline)
    {
        var words = new StringBuilder();
        Add(words, inline);
        return words.ToString().Trim();
    }

    /// <summary>The page cut at its headings of the second and third level.</summary>
    public static IReadOnlyList<PageSection> Sections(MarkdownDocument document)
    {
        var sections = new List<PageSection>();
        var words = new StringBuilder();
        var (heading, id) = ("", "");
        foreach (var block in document)
            if (block is HeadingBlock { Level: 2 or 3 } next)
            {
                Close();
                (heading, id) = (Of(next.Inline), Markdig.Renderers.Html.HtmlAttributesExtensions.GetAttributes(next).Id ?? "");
            }
            else
                Add(words, block);
        Close();
        return sections;

        void Close()
        {
            if (words.Length > 0 || heading.Length > 0)
                sections.Add(
                    new(heading, id, string.Join(' ', words.ToString().Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)))
                );
            words.Clear();
        }
    }

    private static void Add(StringBuilder words, Block block)
    {
        switch (block)
        {
            case HtmlBlock:
                return;
            case ContainerBlock container:
                foreach (var child in container)
                    Add(words, child);
                if (block is TableRow)
                    words.Append('\n');
                return;
            case CodeBlock code:
                words.Append(code.Lines.ToString()).Append('\n');
                return;
            case LeafBlock leaf:
                Add(words, leaf.Inline);
                words.Append('\n');
                return;
        }
    }

    private static void Add(StringBuilder words, ContainerInline? inlines)
    {
        foreach (var inline in inlines ?? [])
            switch (inline)
            {
                case LiteralInline literal:
                    words.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    words.Append(code.Content);
                    break;
                case HtmlEntityInline entity:
                    words.Append(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    words.Append(link.Url);
                    break;
                case LineBreakInline:
                    words.Append(' ');
                    break;
                case ContainerInline container:
                    Add(words, container);
                    break;
            }
    }
}
