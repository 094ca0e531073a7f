using System.Security.Cryptography;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Entente.Tests.Reports.Pages;

/// <summary>What every page must be, whatever it reports.</summary>
internal static class PageStandard
{
    private static readonly string[] Active =
    [
        "script",
        "iframe",
        "object",
        "embed",
        "link",
        "form",
        "base",
        "audio",
        "video",
        "foreignObject",
        "animate",
        "set",
        "use",
        "image",
        "img",
    ];

    public static IHtmlDocument Holds(string html)
    {
        var page = new HtmlParser().ParseDocument(html);
        Frame(page, html);
        Quiet(page);
        Headings(page);
        Names(page);
        Tables(page);
        return page;
    }

    private static void Frame(IHtmlDocument page, string html)
    {
        html.ShouldStartWith("<!doctype html>");
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.Title.ShouldNotBeNullOrWhiteSpace();
        page.QuerySelectorAll("main").Length.ShouldBe(1);
        var skip = page.QuerySelector("body > a.skip")!;
        skip.ShouldBe(page.QuerySelectorAll("a")[0]);
        page.GetElementById(skip.GetAttribute("href")![1..]).ShouldNotBeNull();
        page.QuerySelector("meta[name=viewport]")!.GetAttribute("content")!.ShouldContain("width=device-width");
        var policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        var sheet = page.QuerySelectorAll("style").ShouldHaveSingleItem().TextContent;
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        policy.ShouldBe($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'");
        sheet.ShouldNotContain("<");
        sheet.ShouldNotContain("url(");
        sheet.ShouldNotContain("@import");
    }

    /// <summary>Nothing runs, nothing is fetched, nothing is styled in place.</summary>
    private static void Quiet(IHtmlDocument page)
    {
        foreach (var element in page.All)
        {
            Active.ShouldNotContain(element.LocalName, element.OuterHtml);
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.ShouldNotStartWith("on");
                attribute.Name.ShouldNotBe("style");
                attribute.Name.ShouldNotBe("src");
                attribute.Name.ShouldNotBe("srcdoc");
            }
        }
        foreach (var link in page.QuerySelectorAll("a"))
        {
            var target = link.GetAttribute("href")!;
            if (target.StartsWith('#'))
                page.GetElementById(target[1..]).ShouldNotBeNull(target);
            else
                (
                    target.StartsWith("https://", StringComparison.Ordinal) || target.StartsWith("http://", StringComparison.Ordinal)
                ).ShouldBeTrue(target);
        }
        foreach (var element in page.QuerySelectorAll("svg *"))
            element.HasAttribute("href").ShouldBeFalse();
    }

    /// <summary>One step deeper at a time, beginning with the first level.</summary>
    private static void Headings(IHtmlDocument page)
    {
        var levels = page.QuerySelectorAll("h1,h2,h3,h4,h5,h6")
            .Select(h => (Level: h.LocalName[1] - '0', Text: h.TextContent.Trim()))
            .ToList();
        levels[0].Level.ShouldBe(1);
        foreach (var (before, after) in levels.Zip(levels.Skip(1)))
        {
            after.Text.ShouldNotBeEmpty();
            after.Level.ShouldBeLessThanOrEqualTo(before.Level + 1, $"{before.Text} → {after.Text}");
        }
    }

    private static void Names(IHtmlDocument page)
    {
        var ids = page.All.Where(e => e.Id is not null).Select(e => e.Id!).ToList();
        ids.ShouldBeUnique();
        foreach (var element in page.QuerySelectorAll("[aria-labelledby]"))
        foreach (var id in element.GetAttribute("aria-labelledby")!.Split(' '))
            page.GetElementById(id)!.TextContent.Trim().ShouldNotBeEmpty();
        foreach (var drawing in page.QuerySelectorAll("svg"))
        {
            drawing.GetAttribute("role").ShouldBe("img");
            drawing.GetAttribute("aria-labelledby")!.Split(' ').Length.ShouldBe(2);
            drawing.Children[0].LocalName.ShouldBe("title");
            drawing.Children[1].LocalName.ShouldBe("desc");
        }
        foreach (var link in page.QuerySelectorAll("a"))
            (link.TextContent.Trim().Length + (link.GetAttribute("aria-label") ?? "").Length).ShouldBeGreaterThan(0, link.OuterHtml);
        foreach (var region in page.QuerySelectorAll("nav"))
            region.GetAttribute("aria-label").ShouldNotBeNullOrWhiteSpace();
        foreach (var figure in page.QuerySelectorAll("figure"))
        {
            figure.QuerySelector("figcaption")!.TextContent.Trim().ShouldNotBeEmpty();
            // Its own table, or that of the part it stands in.
            (figure.QuerySelector("table") ?? figure.ParentElement!.QuerySelector("table")).ShouldNotBeNull(figure.OuterHtml[..200]);
        }
    }

    private static void Tables(IHtmlDocument page)
    {
        foreach (var table in page.QuerySelectorAll("table"))
        {
            table.QuerySelector("caption")!.TextContent.Trim().ShouldNotBeEmpty();
            foreach (var head in table.QuerySelectorAll("th"))
                head.GetAttribute("scope").ShouldBeOneOf("col", "row");
            var columns = table.QuerySelectorAll("thead th").Length;
            foreach (var row in table.QuerySelectorAll("tbody tr"))
            {
                row.Children.Length.ShouldBe(columns);
                row.QuerySelectorAll("th[scope=row]").Length.ShouldBe(1);
            }
        }
    }
}
