using System.Diagnostics;
using Entente.Reading;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Reading;

public sealed class MarkupTests
{
    [Theory]
    [InlineData("Egypt *bought* **wheat** and ***corn*** in ~~May~~ ==June==.", "Egypt bought wheat and corn in May June.")]
    [InlineData("snake_case and 2 * 3 * 4 stay, _this_ does not.", "snake_case and 2 * 3 * 4 stay, this does not.")]
    [InlineData("A [link](https://a.org/x_(y)_z \"title\") and ![image](b.png) and <https://c.org>.", "A link and and https://c.org.")]
    [InlineData("A [[Page|word]] and [[Page]] but ![[embed]] no.", "A word and Page but no.")]
    [InlineData("A `code` sign, a\\*star, R&amp;D, 5&nbsp;km &#8217; &bogus;.", "A code sign, a*star, R&D, 5\u00A0km ’ &bogus;.")]
    [InlineData("A note[^1] and <b>bold</b><br>line <!-- hidden --> end %%hidden%%.", "A note and bold line end .")]
    [InlineData("They [the buyers] paid (see below). ^a1b2", "They [the buyers] paid (see below).")]
    [InlineData("> Quoted **words**\n> go on.", "Quoted words go on.")]
    [InlineData("- [ ] A task", "A task")]
    [InlineData("1. First item here", "First item here")]
    public void Marks_go_and_words_stay(string markdown, string expected)
    {
        var document = Texts.Read(markdown + "\n");
        string.Join(' ', document.Statements.Select(s => s.Text)).ShouldBe(expected);
    }

    [Fact]
    public void Links_are_kept_with_their_words()
    {
        var document = Texts.Read(
            "Egypt [bought wheat](https://a.org/1) and [sold cotton][c]. See https://b.org/x_y_z.\n\n[c]: https://c.org/2\n"
        );
        document.Statements[0].Links.ShouldBe([new Link("bought wheat", "https://a.org/1"), new Link("sold cotton", "https://c.org/2")]);
        document.Statements[1].Links.ShouldBe([new Link("https://b.org/x_y_z", "https://b.org/x_y_z")]);
        document.Statements.Count.ShouldBe(2);
    }

    [Fact]
    public void Headings_rules_tables_and_fields()
    {
        var document = Texts.Read(
            "# One #\n\nTwo\n===\n\nkey:: value\n\n| a | b |\n|---|---|\n| Egypt | 3 |\n\n---\n\nText here, and more of it.\r\nAnd a line.\r\n"
        );
        document.Statements.Where(s => s.IsHeading).Select(s => s.Text).ShouldBe(["One", "Two", "| a | b |", "| Egypt | 3 |"]);
        document.Statements.Where(s => !s.IsHeading).Select(s => s.Text).ShouldBe(["Text here, and more of it.", "And a line."]);
    }

    [Theory]
    [InlineData("> ", 10_000)]
    [InlineData(">", 200_000)]
    [InlineData("- ", 10_000)]
    [InlineData("[", 500_000)]
    [InlineData("[](", 200_000)]
    [InlineData("[a](b", 100_000)]
    [InlineData("![", 200_000)]
    [InlineData("[[", 200_000)]
    [InlineData("*a ", 200_000)]
    [InlineData("**a_", 200_000)]
    [InlineData("`a``", 200_000)]
    [InlineData("<a", 300_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("&#x", 200_000)]
    [InlineData("“", 500_000)]
    [InlineData("“a” “", 200_000)]
    [InlineData("‘a ", 200_000)]
    [InlineData("'a ", 200_000)]
    [InlineData("\"a ", 200_000)]
    [InlineData("said ", 200_000)]
    [InlineData("he said, “A,” ", 50_000)]
    [InlineData("according to ", 100_000)]
    [InlineData("A: b\n\n", 50_000)]
    [InlineData("- x [v](https://read.readwise.io/1)\n", 20_000)]
    [InlineData("[a]: http://b\n", 50_000)]
    [InlineData("]: ", 200_000)]
    [InlineData("```\n", 100_000)]
    [InlineData("a\n", 300_000)]
    [InlineData("---\n", 100_000)]
    [InlineData("x", 5_000_000)]
    [InlineData("Xi ", 300_000)]
    public void Hostile_text_takes_linear_time_and_no_deep_stack(string piece, int times)
    {
        var clock = Stopwatch.StartNew();
        foreach (var tail in (string[])["", " end."])
        {
            var text = string.Concat(Enumerable.Repeat(piece, times)) + tail;
            DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "hostile.md").Error.ShouldBeNull();
        }
        // A quadratic step on these sizes takes minutes; the limit leaves room for a busy machine.
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public void Markdown_nested_ten_thousand_deep()
    {
        var text =
            string.Concat(Enumerable.Range(0, 10_000).Select(i => new string(' ', Math.Min(i, 400)) + "- item\n"))
            + string.Concat(Enumerable.Repeat("> ", 10_000))
            + "Egypt bought wheat.\n"
            + string.Concat(Enumerable.Repeat("[", 10_000))
            + "deep"
            + string.Concat(Enumerable.Repeat("](x)", 10_000));
        Texts.Read(text).Statements.ShouldContain(s => s.Text == "Egypt bought wheat.");
    }

    [Fact]
    public void Every_statement_maps_back_whatever_the_text()
    {
        var pieces = new[]
        {
            "Egypt ",
            "bought ",
            "wheat",
            ". ",
            "“",
            "”",
            "\"",
            "‘",
            "’",
            "*",
            "**",
            "_",
            "[",
            "]",
            "](https://a.org)",
            "(",
            ")",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "# ",
            "&amp;",
            "&",
            "<b>",
            "<br>",
            "\\*",
            "`",
            " said ",
            "Haddad ",
            ", ",
            "according to ",
            "Q: ",
            "A: ",
            "? ",
            "\u00A0",
            "…",
            "---\n",
            "```claim\n",
            "```\n",
            "[^1]",
            "[[x|y]]",
            "😀",
            "\u00AD",
            "%%",
            "==",
            "he ",
            "[⤴️](https://read.readwise.io/a)",
            "\r\n",
            "|",
            "1. ",
            "^a1",
            "\t",
        };
        var texts = Gen.Elements(pieces).ArrayOf().Resize(60).Select(string.Concat);
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var outcome = DocumentReader.Read(System.Text.Encoding.UTF8.GetBytes(text), "generated.md");
                    if (outcome.Document is { } document)
                        Texts.MapsBack(document);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }
}
