using System.Text;
using Entente.Web.Http;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Entente.Web.Manual;

/// <summary>
/// Markdown to HTML as the page may show it: no raw HTML passes, no script, style or event attribute is made, every address is one that
/// <see cref="PageLinks"/> gives. Headings get the identifiers that the repository's own links use.
/// </summary>
internal sealed class PageRenderer(PageLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().Build();

    public RenderedPage Render(ManualPage page, string markdown)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        var (title, headings) = Headings(document, page);
        // The title is told apart: whoever shows the page has a place for it.
        if (document.OfType<HeadingBlock>().FirstOrDefault(h => h.Level == 1) is { } first)
            document.Remove(first);
        foreach (var table in document.Descendants<Table>())
            Align(table);
        foreach (var link in document.Descendants<LinkInline>().ToList())
            Lead(page, link);
        var html = new StringBuilder();
        using (var writer = new StringWriter(html) { NewLine = "\n" })
        {
            var renderer = new HtmlRenderer(writer);
            Pipeline.Setup(renderer);
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlBlockRenderer>(new CommentBlock());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlInlineRenderer>(new CommentInline());
            renderer.ObjectRenderers.ReplaceOrAdd<CodeBlockRenderer>(new MarkedCode());
            renderer.ObjectRenderers.ReplaceOrAdd<HtmlTableRenderer>(new ScrollingTable());
            renderer.ObjectRenderers.ReplaceOrAdd<AutolinkInlineRenderer>(new WebLink());
            renderer.ObjectRenderers.ReplaceOrAdd<LinkInlineRenderer>(new Unlinked());
            renderer.Render(document);
        }
        return new()
        {
            Title = title,
            Html = html.ToString(),
            Headings = headings,
            Sections = PlainText.Sections(document),
        };
    }

    /// <summary>The identifier of a heading, as the repository's pages link to it: small letters, digits, `-` and `_`, a hyphen for a space.</summary>
    public static string IdOf(string heading) =>
        new string([.. heading.Trim().ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')]).Replace(' ', '-');

    private static (string Title, IReadOnlyList<PageHeading> Headings) Headings(MarkdownDocument document, ManualPage page)
    {
        string? title = null;
        var headings = new List<PageHeading>();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            var text = PlainText.Of(heading.Inline);
            var id = IdOf(text);
            var again = taken.GetValueOrDefault(id);
            taken[id] = again + 1;
            if (again > 0)
                id = $"{id}-{again}";
            heading.GetAttributes().Id = id;
            if (heading.Level == 1)
                title ??= text;
            else if (heading.Level <= 3)
                headings.Add(new(heading.Level, id, text));
        }
        return (title ?? page.Title, headings);
    }

    // Markdig would write the alignment as a style, which the page's policy forbids.
    private static void Align(Table table)
    {
        foreach (var row in table.OfType<TableRow>())
            for (var i = 0; i < row.Count; i++)
                if (i < table.ColumnDefinitions.Count && table.ColumnDefinitions[i].Alignment is TableColumnAlign.Right)
                    row[i].GetAttributes().AddClass("figure");
        foreach (var column in table.ColumnDefinitions)
            column.Alignment = null;
    }

    private void Lead(ManualPage page, LinkInline link)
    {
        var url = link.Url ?? "";
        var address = link.IsImage ? links.Picture(page, url) : links.Address(page, url);
        link.GetDynamicUrl = null;
        // Titles of links say nothing that the words do not.
        link.Title = null;
        if (address is null)
            link.SetData(typeof(Unlinked), url);
        else
        {
            link.Url = address;
            if (!link.IsImage && WebAddress.Is(address))
                link.GetAttributes().AddProperty("rel", "noreferrer");
        }
    }
}
