using Entente.Web.Http;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Entente.Web.Manual;

// The parts of a page that are written otherwise than Markdig does.

/// <summary>A comment is for whoever edits the page; any other raw HTML is shown as it is written, never obeyed.</summary>
internal sealed class CommentBlock : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock obj)
    {
        if (obj.Type == HtmlBlockType.Comment)
            return;
        renderer.Write("<p>");
        renderer.WriteLeafRawLines(obj, writeEndOfLines: true, escape: true);
        renderer.WriteLine("</p>");
    }
}

/// <summary>The same within a paragraph.</summary>
internal sealed class CommentInline : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline obj)
    {
        if (!obj.Tag.StartsWith("<!--", StringComparison.Ordinal))
            renderer.WriteEscape(obj.Tag);
    }
}

/// <summary>
/// A block of code that says what it is: the keyboard reaches it where it is wider than the page, and the commands in it are marked, so that
/// they can be told from what they print, and copied.
/// </summary>
internal sealed class MarkedCode : HtmlObjectRenderer<CodeBlock>
{
    private const string Prompt = "$ ";

    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var language = new string([.. ((obj as FencedCodeBlock)?.Info ?? "").Where(char.IsAsciiLetterOrDigit)]);
        renderer.EnsureLine();
        renderer.Write(
            $"<pre class=\"code\" data-language=\"{language}\" tabindex=\"0\" role=\"group\" aria-label=\"{NameOf(language)}\"><code>"
        );
        var lines = obj.Lines.ToString().Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (language is "console" or "session" && lines[i].StartsWith(Prompt, StringComparison.Ordinal))
                renderer
                    .Write("<span class=\"prompt\">$ </span><span class=\"command\">")
                    .WriteEscape(lines[i][Prompt.Length..])
                    .Write("</span>");
            else if (language == "sh" && Command(lines[i]) is { Length: > 0 } command)
                renderer
                    .Write("<span class=\"command\">")
                    .WriteEscape(command)
                    .Write("</span><span class=\"remark\">")
                    .WriteEscape(lines[i][command.Length..])
                    .Write("</span>");
            else
                renderer.WriteEscape(lines[i]);
            if (i < lines.Length - 1)
                renderer.Write("\n");
        }
        renderer.Write("</code></pre>\n");
    }

    private static string NameOf(string language) =>
        language switch
        {
            "console" => "A command and what it prints",
            "session" => "Commands and what they print",
            "sh" => "Commands",
            "claim" => "Claims",
            "error" => "An error as it is printed",
            _ => "Code",
        };

    // What stands before a remark.
    private static string Command(string line)
    {
        var remark = line.IndexOf(" #", StringComparison.Ordinal);
        return (remark < 0 ? line : line[..remark]).TrimEnd();
    }
}

/// <summary>A table that scrolls by itself where it is wider than the page. A heading without words is none: it would be read out as one.</summary>
internal sealed class ScrollingTable : HtmlObjectRenderer<Table>
{
    protected override void Write(HtmlRenderer renderer, Table table)
    {
        renderer.EnsureLine();
        renderer.Write("<div class=\"table\" tabindex=\"0\" role=\"group\" aria-label=\"Table\">\n<table>\n");
        var rows = table.OfType<TableRow>().ToList();
        Part(renderer, "thead", rows.Where(r => r.IsHeader && r.OfType<TableCell>().Any(HasWords)));
        Part(renderer, "tbody", rows.Where(r => !r.IsHeader));
        renderer.Write("</table>\n</div>\n");
    }

    private static void Part(HtmlRenderer renderer, string name, IEnumerable<TableRow> rows)
    {
        var open = false;
        foreach (var row in rows)
        {
            if (!open)
                renderer.Write($"<{name}>\n");
            open = true;
            renderer.Write("<tr>");
            foreach (var cell in row.OfType<TableCell>())
            {
                var tag = row.IsHeader && HasWords(cell) ? "th" : "td";
                renderer.Write('<').Write(tag).WriteAttributes(cell).Write('>');
                var before = renderer.ImplicitParagraph;
                renderer.ImplicitParagraph = cell.Count == 1;
                renderer.WriteChildren(cell);
                renderer.ImplicitParagraph = before;
                renderer.Write("</").Write(tag).Write('>');
            }
            renderer.Write("</tr>\n");
        }
        if (open)
            renderer.Write($"</{name}>\n");
    }

    private static bool HasWords(TableCell cell) => cell.Descendants<ParagraphBlock>().Any(p => PlainText.Of(p.Inline).Length > 0);
}

/// <summary>`&lt;https://…&gt;`: an address of the web is a link, any other is its words.</summary>
internal sealed class WebLink : AutolinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, AutolinkInline obj)
    {
        if (!obj.IsEmail && WebAddress.Is(obj.Url))
            base.Write(renderer, obj);
        else
            renderer.WriteEscape(obj.Url);
    }
}

/// <summary>A link that leads out of the manual: its words, with the path in the clone for whoever looks for it; of a picture the words alone.</summary>
internal sealed class Unlinked : LinkInlineRenderer
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.GetData(typeof(Unlinked)) is not string path)
        {
            base.Write(renderer, link);
            return;
        }
        renderer.Write("<span class=\"elsewhere\" title=\"").WriteEscape(path).Write("\">");
        renderer.WriteChildren(link);
        renderer.Write("</span>");
    }
}
