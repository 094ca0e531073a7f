using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Entente.Reading;
using Entente.Reading.Formatted;
using Document = Entente.Reading.Document;

namespace Entente.Web.Tests.Shelf;

/// <summary>Whatever a document holds, only elements of the list come of it, and its words stay where they were.</summary>
public sealed class SanitisingTests
{
    private static readonly HashSet<string> Allowed = [.. Enum.GetValues<FormattedTag>().Select(t => t.Name())];

    public static TheoryData<string> Names => [.. Attacks.All.Where(a => !a.Text.Contains('\0')).Select(a => a.Name)];

    [Fact]
    public void The_list_holds_nothing_that_acts_or_loads() =>
        Allowed.ShouldBe(
            "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tr th td hr br em strong code sub sup s u small q a".Split(
                ' '
            ),
            ignoreOrder: true
        );

    [Fact]
    public void There_are_attacks_enough() => Attacks.All.Count.ShouldBeGreaterThan(100);

    [Theory]
    [MemberData(nameof(Names))]
    public void Nothing_comes_alive_when_what_is_shown_is_read_again_as_html(string name)
    {
        var document = Read(name);
        foreach (var shown in FormattedDocument.Of(document))
        {
            var html = new StringBuilder("<body>");
            foreach (var block in shown.Blocks)
                Write(html, block);
            using var again = new HtmlParser().ParseDocument(html.Append("</body>").ToString());
            foreach (var element in again.Body!.QuerySelectorAll("*"))
            {
                Allowed.ShouldContain(element.LocalName, name);
                // The parser adds bodies to tables; nothing else may have an attribute.
                foreach (var attribute in element.Attributes)
                {
                    (element.LocalName, attribute.Name).ShouldBe(("a", "href"), name);
                    var address = new Uri(attribute.Value, UriKind.Absolute);
                    address.Scheme.ShouldBeOneOf("http", "https", "mailto");
                    address.UserInfo.ShouldBe(address.Scheme == "mailto" ? address.UserInfo : "", name);
                    attribute.Value.Length.ShouldBeLessThan(2_001);
                }
            }
            again.Body!.Descendants().OfType<IComment>().ShouldBeEmpty(name);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_character_leads_to_its_place_in_the_document(string name)
    {
        var document = Read(name);
        foreach (var shown in FormattedDocument.Of(document))
        foreach (var text in shown.Blocks.SelectMany(Texts))
            if (text.Map is { } map)
                for (var i = 0; i < text.Text.Length; i++)
                {
                    var at = map.ToDocument(i);
                    at.ShouldBeInRange(0, document.Text.Length - 1);
                    // What is shown otherwise than it is written: references, blanks, signs that would hide.
                    if (char.IsAsciiLetterOrDigit(text.Text[i]) && document.Text[at] != '&' && char.IsAsciiLetterOrDigit(document.Text[at]))
                        (document.Text[at] == text.Text[i] || IsInReference(document.Text, at)).ShouldBeTrue(
                            $"{name}: {text.Text[i]} from {document.Text[at]} at {at}"
                        );
                }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_sentence_is_still_there(string name)
    {
        var document = Read(name);
        var words = string.Concat(FormattedDocument.Of(document).First().Blocks.SelectMany(Texts).Select(t => t.Text));
        words.ShouldContain(Attacks.Sentence);
    }

    [Fact]
    public void Texts_with_zero_bytes_are_none()
    {
        var hostile = Attacks.All.Where(a => a.Text.Contains('\0')).ToList();
        hostile.Count.ShouldBeGreaterThan(2);
        foreach (var (name, text) in hostile)
            DocumentReader.Read(Attacks.Bytes(text), name).Document.ShouldBeNull(name);
    }

    [Fact]
    public void Signs_that_hide_or_turn_others_are_seen()
    {
        foreach (var name in new[] { "direction.html", "md-direction.md" })
        {
            var words = string.Concat(FormattedDocument.Of(Read(name)).First().Blocks.SelectMany(Texts).Select(t => t.Text));
            words.ShouldContain('\uFFFD', name);
            words.Any(c => c is '\u202E' or '\u2066' or '\u2067' or '\0').ShouldBeFalse(name);
        }
    }

    [Fact]
    public void Formatting_stays()
    {
        const string Note =
            "# One\n\nSome *soft* and **loud** words, ~~struck~~, `code`, a [link](https://x.example/a?b=1&c=2).\n\n- first\n- second\n\n> quoted\n\n| a | b |\n|---|---|\n| 1 | 2 |\n";
        var shown = FormattedDocument.Of(DocumentReader.Read(Encoding.UTF8.GetBytes(Note), "a.md").Document!).First();
        shown.Form.ShouldBe(FormattedForm.Formatted);
        var html = new StringBuilder();
        foreach (var block in shown.Blocks)
            Write(html, block);
        html.ToString()
            .ShouldBe(
                "<h1>One</h1><p>Some <em>soft</em> and <strong>loud</strong> words, <s>struck</s>, <code>code</code>, a <a href=\"https://x.example/a?b=1&amp;c=2\">link</a>.</p>"
                    + "<ul><li>first</li><li>second</li></ul><blockquote><p>quoted</p></blockquote><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>"
            );
    }

    private static Document Read(string name)
    {
        var outcome = DocumentReader.Read(Attacks.Bytes(Attacks.All.First(a => a.Name == name).Text), name);
        return outcome.Document.ShouldNotBeNull(outcome.Error?.Found ?? name);
    }

    private static bool IsInReference(string text, int at)
    {
        var start = text.LastIndexOf('&', at, Math.Min(at, 40));
        return start >= 0 && text.IndexOf(';', start) is var end && end > 0 && end - start < 40;
    }

    private static IEnumerable<FormattedText> Texts(FormattedNode node) =>
        node is FormattedText text ? [text] : ((FormattedElement)node).Children.SelectMany(Texts);

    private static void Write(StringBuilder html, FormattedNode node)
    {
        if (node is FormattedText text)
        {
            html.Append(WebUtility.HtmlEncode(text.Text));
            return;
        }
        var element = (FormattedElement)node;
        html.Append('<').Append(element.Tag.Name());
        if (element.Address is { } address)
            html.Append(" href=\"").Append(WebUtility.HtmlEncode(address)).Append('"');
        html.Append('>');
        if (element.Tag is FormattedTag.Break or FormattedTag.Rule)
            return;
        foreach (var child in element.Children)
            Write(html, child);
        html.Append("</").Append(element.Tag.Name()).Append('>');
    }
}
