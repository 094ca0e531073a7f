using System.Diagnostics;
using System.Text;
using Entente.Reading;

namespace Entente.Tests.Reading.Formats;

/// <summary>Files made to exhaust whoever reads them, and files that broke on the way: a located error or a document, in time and memory of their size.</summary>
public sealed class HostileFormatTests
{
    [Theory]
    [InlineData("[", 10_000, "]")]
    [InlineData("{\"a\":", 10_000, "}")]
    [InlineData("[", 5_000_000, "")]
    public void Json_nested_deep(string open, int times, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, times)) + "1" + string.Concat(Enumerable.Repeat(close, times));
        var error = Bounded(text, "deep.json").Error.ShouldNotBeNull();
        error.Where.ShouldStartWith("line 1, column ");
        error.Found.ShouldContain("nested deeper than");
    }

    [Theory]
    [InlineData("{\"results\": [{\"highlights\": [{\"text\": \"Egypt bought", "line 1, column 52", "closing quotation mark")]
    [InlineData("{\"results\":\n [{\"highlights\" []}]}", "line 2, column 17", "a name without a value")]
    [InlineData("{\"results\": [] , }", "line 1, column 18", "'}'")]
    [InlineData("{\"a\": nil}", "line 1, column 7", "'n'")]
    [InlineData("{\"a\": 1} x", "line 1, column 10", "more after the end")]
    [InlineData("{\"title\": \"x\"}", "", "JSON of a shape that is not known")]
    [InlineData("[1, 2]", "", "JSON of a shape that is not known")]
    public void Json_that_is_broken_or_unknown_is_located(string text, string where, string found)
    {
        var error = Bounded(text, "x.json").Error.ShouldNotBeNull();
        error.Where.ShouldBe(where);
        error.Found.ShouldContain(found);
    }

    [Fact]
    public void A_note_that_begins_with_a_bracket_is_a_note()
    {
        foreach (
            var text in (string[])
                ["[\"Grain\" was the word.] Egypt bought wheat that year.", "{\"so\" it began} Egypt bought wheat that year."]
        )
            Texts.Read(text).Statements.ShouldContain(s => s.Text.Contains("Egypt bought wheat", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("<div>", 200_000)]
    [InlineData("<p>a", 200_000)]
    [InlineData("<b>a", 200_000)]
    [InlineData("<ul><li>", 100_000)]
    [InlineData("<table><tr><td>", 60_000)]
    [InlineData("<a href=x>a", 100_000)]
    [InlineData("</p>", 500_000)]
    [InlineData("<div></p></li></td>", 100_000)]
    [InlineData("<", 1_000_000)]
    [InlineData("<!--", 500_000)]
    [InlineData("&amp", 500_000)]
    [InlineData("&#x", 500_000)]
    [InlineData("<a b=", 200_000)]
    [InlineData("<script>", 100_000)]
    [InlineData("<script type=application/ld+json>[", 50_000)]
    [InlineData("<sup><a>1</a></sup><br><br>a ", 50_000)]
    public void Pages(string piece, int times)
    {
        foreach (var tail in (string[])["", "<p>Egypt bought 3 million tonnes of wheat from Romania in 2020.</p>"])
            Bounded("<!doctype html><body>" + string.Concat(Enumerable.Repeat(piece, times)) + tail, "x.html").Error.ShouldBeNull();
    }

    [Fact]
    public void An_element_with_a_hundred_thousand_attributes() =>
        Bounded("<html><p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=1 ")) + ">Egypt bought wheat.</p>", "x.html")
            .Document!.Statements.ShouldContain(s => s.Text == "Egypt bought wheat.");

    [Fact]
    public void A_page_two_hundred_thousand_elements_deep_is_read()
    {
        var deep = string.Concat(Enumerable.Repeat("<div>", 200_000));
        var document = Bounded(
            $"<html><body>{deep}<p>Egypt bought wheat.</p>{deep.Replace("<", "</", StringComparison.Ordinal)}",
            "x.html"
        ).Document!;
        document.Statements.ShouldContain(s => s.Text == "Egypt bought wheat.");
    }

    [Theory]
    [InlineData("1\n00:00:01,000 --> 00:00:02,000\na\n\n", 50_000)]
    [InlineData("00:00:01,000 --> 00:00:02,000\n<v <v ", 50_000)]
    [InlineData("[00:01] A: b\n", 50_000)]
    [InlineData("A 0:01\n", 50_000)]
    [InlineData("[x:: y]", 100_000)]
    [InlineData("(x:: ", 200_000)]
    [InlineData("x:: [", 200_000)]
    [InlineData("> [!note] a\n", 50_000)]
    [InlineData("> [!", 100_000)]
    [InlineData("# {#", 100_000)]
    [InlineData("- a (p. 1) [x](zotero://a)\n", 20_000)]
    public void Texts_of_other_formats(string piece, int times) =>
        Bounded(string.Concat(Enumerable.Repeat(piece, times)) + "\n", "x.md").Error.ShouldBeNull();

    [Fact]
    public void A_Word_document_that_bursts()
    {
        var bomb = WordPackages.Pack(("word/document.xml", new byte[200 << 20]));
        bomb.Length.ShouldBeLessThan(4 << 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var error = DocumentReader.Read(bomb, "bomb.docx").Error.ShouldNotBeNull();
        error.Found.ShouldContain("more than 48 MB unpacked");
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(300L << 20);
    }

    [Fact]
    public void A_Word_document_whose_XML_expands_reaches_out_or_is_deep_or_broken()
    {
        foreach (
            var (part, found) in new[]
            {
                ("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>", "DTD"),
                ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><x>&a;</x>", "DTD"),
                (string.Concat(Enumerable.Repeat("<a>", 100_000)), "nested deeper than"),
                ("<a><b></a>", "broken Word document"),
                ("", "broken Word document"),
            }
        )
            DocumentReader
                .Read(WordPackages.Pack(("word/document.xml", Encoding.UTF8.GetBytes(part))), "x.docx")
                .Error!.ToString()
                .ShouldContain(found);
    }

    [Fact]
    public void Archives_that_are_no_Word_document()
    {
        DocumentReader
            .Read(WordPackages.Pack(("mimetype", "x"u8.ToArray())), "x.zip")
            .Error!.Found.ShouldContain("without a Word document");
        var whole = WordPackages.OfBody("<w:p><w:r><w:t>Egypt bought wheat.</w:t></w:r></w:p>");
        DocumentReader.Read(whole, "x.docx").Document!.Text.ShouldContain("Egypt bought wheat.");
        for (var length = 4; length < whole.Length; length += 7)
            DocumentReader.Read(whole[..length], "x.docx").Error.ShouldNotBeNull();
        for (var at = 0; at < whole.Length; at++)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 0x5A;
            var outcome = DocumentReader.Read(flipped, "x.docx");
            (outcome.Document is null).ShouldBe(outcome.Error is not null);
        }
    }

    private static ReadOutcome Bounded(string text, string path)
    {
        var clock = Stopwatch.StartNew();
        var outcome = DocumentReader.ReadAll(Encoding.UTF8.GetBytes(text), path)[0];
        // A quadratic step on these sizes takes minutes; the limit leaves room for a busy machine.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        return outcome;
    }
}
