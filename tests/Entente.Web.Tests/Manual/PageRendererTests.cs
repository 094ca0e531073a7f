using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Entente.Web.Http;
using Entente.Web.Manual;

namespace Entente.Web.Tests.Manual;

/// <summary>What a page of the manual may become: whatever stands in the Markdown, nothing that runs and no address but ours and the web's.</summary>
public sealed class PageRendererTests
{
    private static readonly ManualPage From = new("how-to/print", "Print", "how-to/print.md");

    private static readonly ManualContents Contents = ManualContents
        .Parse(
            """
            contents:
              - group: All
                pages:
                  - {path: how-to/print.md, title: Print}
                  - {path: tutorial.md, title: Tutorial}
                  - {path: measures/README.md, title: Measures}
            """,
            "contents.yml"
        )
        .Contents!;

    private static RenderedPage Render(string markdown) =>
        new PageRenderer(new(Contents, new HashSet<string>(StringComparer.Ordinal) { "images/a.png" })).Render(From, markdown);

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("text <script>alert(1)</script> text")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("<svg/onload=alert(1)>")]
    [InlineData("<iframe src=\"https://evil.example\"></iframe>")]
    [InlineData("<style>body{display:none}</style>")]
    [InlineData("<a href=\"javascript:alert(1)\">a</a>")]
    [InlineData("[a](javascript:alert(1))")]
    [InlineData("[a](JaVaScRiPt:alert(1))")]
    [InlineData("[a](java&#10;script:alert(1))")]
    [InlineData("[a](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[a](vbscript:x)")]
    [InlineData("[a](//evil.example/x)")]
    [InlineData("[a](\\\\evil.example\\x)")]
    [InlineData("![a](javascript:alert(1))")]
    [InlineData("![a](https://evil.example/track.png)")]
    [InlineData("![a](\"onerror=alert(1))")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("<file:///etc/passwd>")]
    [InlineData("[a]: javascript:alert(1)\n\n[a]")]
    [InlineData("[a](https://ok.example \"x\\\" onmouseover=\\\"alert(1)\")")]
    [InlineData("[a](https://ok.example/\"onmouseover=\"alert(1))")]
    [InlineData("# <img src=x onerror=alert(1)>")]
    [InlineData("```\"><script>alert(1)</script>\nx\n```")]
    [InlineData("```sh onload=alert(1)\nx\n```")]
    [InlineData("<!-- a --><script>alert(1)</script>")]
    [InlineData("<!--> <script>alert(1)</script> -->")]
    [InlineData("| a |\n|--:|\n| <script>alert(1)</script> |")]
    [InlineData("<details open ontoggle=alert(1)>x</details>")]
    [InlineData("<form action=\"/api/jobs\"><button>go</button></form>")]
    [InlineData("&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("[a](../../../../etc/passwd)")]
    [InlineData("![a](../../../secret.png)")]
    public void Nothing_that_runs_comes_through(string attack) => Harmless(Render($"# Title\n\n{attack}\n").Html);

    [Fact]
    public void Every_page_of_the_manual_is_harmless_and_every_link_in_it_arrives()
    {
        var book = new ManualBook(Path.Combine(Clone.Root, "docs"));
        var (contents, _, problem) = book.Contents();
        problem.ShouldBeNull();
        foreach (var page in contents!.Pages)
        {
            var html = book.Page(page.Name)!.Value.Rendered.Html;
            Harmless(html);
            var document = new HtmlParser().ParseDocument(html);
            document.QuerySelectorAll("h1").ShouldBeEmpty(page.Name);
            document.All.Where(e => e.Id is not null).Select(e => e.Id).ShouldBeUnique(page.Name);
            document.QuerySelectorAll(".elsewhere").Select(e => e.GetAttribute("title")).ShouldAllBe(t => !t!.StartsWith("images/"));
            foreach (var address in document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")!))
            {
                if (WebAddress.Is(address))
                    continue;
                var parts = address.Split('#');
                var target = parts[0].Length == 0 ? page.Name : parts[0][PageLinks.Pages.Length..];
                var there = book.Page(target);
                there.ShouldNotBeNull($"{page.Name}: {address}");
                if (parts.Length > 1)
                    there.Value.Rendered.Html.ShouldContain($"id=\"{parts[1]}\"", Case.Sensitive, $"{page.Name}: {address}");
            }
        }
    }

    [Fact]
    public void Links_between_pages_lead_within_the_manual()
    {
        var html = Render(
            "[a](../tutorial.md#step-3) [b](../measures/README.md) [c](#here) [d](https://x.example/) [e](../../samples/README.md) [f](../tutorial.md)"
        ).Html;
        html.ShouldContain("<a href=\"/manual/tutorial#step-3\">a</a>");
        html.ShouldContain("<a href=\"/manual/measures\">b</a>");
        html.ShouldContain("<a href=\"#here\">c</a>");
        html.ShouldContain("<a href=\"https://x.example/\" rel=\"noreferrer\">d</a>");
        html.ShouldContain("<span class=\"elsewhere\" title=\"../../samples/README.md\">e</span>");
    }

    [Fact]
    public void Headings_have_the_identifiers_that_links_use()
    {
        var page = Render("# A title\n\n## What a verdict *must* do\n\n### `check` and c.i.f.\n\n## What a verdict must do\n");
        page.Title.ShouldBe("A title");
        page.Headings.Select(h => (h.Level, h.Id))
            .ShouldBe([(2, "what-a-verdict-must-do"), (3, "check-and-cif"), (2, "what-a-verdict-must-do-1")]);
        page.Html.ShouldContain("<h2 id=\"what-a-verdict-must-do\">What a verdict <em>must</em> do</h2>");
    }

    [Fact]
    public void A_heading_of_a_table_without_words_is_none()
    {
        var html = Render("| | a |\n|---|--:|\n| `x` | 1 |\n\n| | |\n|---|---|\n| b | c |\n").Html;
        html.ShouldContain("<thead>\n<tr><td></td><th class=\"figure\">a</th></tr>\n</thead>");
        html.ShouldContain("<tr><td><code>x</code></td><td class=\"figure\">1</td></tr>");
        html.ShouldContain("<table>\n<tbody>\n<tr><td>b</td><td>c</td></tr>");
    }

    [Fact]
    public void Comments_for_editors_are_not_shown_and_pictures_come_from_here()
    {
        var html = Render("# T\n\n<!-- show: first -->\n```console\n$ ./entente check <a>\nout\n```\n\n![words](../images/a.png)\n").Html;
        html.ShouldNotContain("show: first");
        html.ShouldContain("<span class=\"prompt\">$ </span><span class=\"command\">./entente check &lt;a&gt;</span>\nout</code>");
        html.ShouldContain("<img src=\"/api/manual/images/a.png\" alt=\"words\"");
    }

    private static void Harmless(string html)
    {
        string[] allowed =
        [
            .. new[] { "html", "head", "body", "h1", "h2", "h3", "h4", "h5", "h6", "p", "a", "em", "strong", "code", "pre", "span", "div" },
            .. new[] { "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "img", "blockquote", "hr", "br" },
        ];
        string[] attributes =
        [
            "id",
            "class",
            "href",
            "rel",
            "src",
            "alt",
            "title",
            "data-language",
            "tabindex",
            "role",
            "aria-label",
            "start",
        ];
        foreach (var element in new HtmlParser().ParseDocument(html).All)
        {
            allowed.ShouldContain(element.LocalName, html);
            foreach (var attribute in element.Attributes)
                attributes.ShouldContain(attribute.Name, html);
            if (element.GetAttribute("href") is { } href)
                (href.StartsWith('#') || href.StartsWith(PageLinks.Pages, StringComparison.Ordinal) || WebAddress.Is(href)).ShouldBeTrue(
                    href
                );
            if (element.GetAttribute("src") is { } source)
                source.ShouldStartWith(PageLinks.Images);
        }
    }
}
