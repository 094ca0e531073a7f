using System.Diagnostics;
using System.Globalization;
using Entente.Reading;
using Entente.Reading.Duplicates;

namespace Entente.Tests.Reading.Formats;

public sealed class DuplicateTests
{
    private const string Wheat = "Egypt bought 3 million tonnes of wheat from Romania in 2020.";

    [Fact]
    public void A_highlight_in_two_exports_is_one_with_both_places()
    {
        var first = Note("- Jordan sold dates.", $"- {Wheat} ([View Highlight](https://read.readwise.io/read/a))");
        var second = Note($"- **{Wheat}** [⤴️](https://read.readwise.io/read/b)", "- Jordan sold figs to its neighbours.");
        var group = DuplicateStatements.Group([first, second]).ShouldHaveSingleItem();
        group.Places.Select(p => (p.Document, Text(p, first, second))).ShouldBe([(0, Wheat), (1, Wheat)]);
        group.Rules.ShouldBe([DuplicateRule.Words]);
        group.SameSource.ShouldBeTrue();
    }

    [Fact]
    public void A_page_and_the_note_on_it()
    {
        var page = Texts.Read(
            $"<!doctype html><html><head><link rel=canonical href='https://www.example.org/grain?utm_source=x'><title>Grain and power</title></head><body><p>{Wheat.Replace("3 m", "3&nbsp;m", StringComparison.Ordinal)}</p><p>{Wheat.Replace("Egypt", "Jordan", StringComparison.Ordinal)}</p></body></html>",
            path: "a.html"
        );
        var note = Note($"- {Wheat} [⤴️](https://read.readwise.io/read/b)");
        var group = DuplicateStatements.Group([page, note]).ShouldHaveSingleItem();
        group.SameSource.ShouldBeTrue();
        group.Places.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Egypt bought 3 million tonnes of wheat from Romania in 2021.")]
    [InlineData("Egypt bought 3.0 million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt bought 30 million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt bought 3 billion tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt bought three million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt bought −3 million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt bought $3 million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt bought 3% million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt never bought 3 million tonnes of wheat from Romania in 2020.")]
    [InlineData("Egypt didn’t buy 3 million tonnes of wheat from Romania in 2020.")]
    public void Another_number_is_another_statement_whatever_the_link(string other)
    {
        var link = "([View Highlight](https://read.readwise.io/read/a))";
        DuplicateStatements.Group([Note($"- {Wheat} {link}"), Note($"- {other} {link}")]).ShouldBeEmpty();
        Note($"- {Wheat} {link}", $"- {other} {link}").Statements.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("1.5", "15")]
    [InlineData("1,500", "1.500")]
    [InlineData("1 5", "15")]
    public void Signs_within_a_number_count(string one, string other)
    {
        var text =
            "The price of a tonne of wheat in the port of Constanta was {0} dollars on that day, and it went on rising until the end of the month.";
        string With(string number) => string.Format(CultureInfo.InvariantCulture, text, number);
        DuplicateStatements.Group([Note("- " + With(one)), Note("- " + With(other))]).ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_the_same_words_with_the_same_numbers()
    {
        var text =
            "The price of a tonne of wheat in the port of Constanta was 310 dollars on that day, and it went on rising until the end of the month, when the mills had bought all that they needed";
        var group = DuplicateStatements
            .Group([Note("- " + text + " for the year."), Note("- " + text + " for the winter.")])
            .ShouldHaveSingleItem();
        group.Rules.ShouldBe([DuplicateRule.NearWords]);
    }

    [Fact]
    public void A_highlight_marked_anew_and_longer_is_the_longer_one()
    {
        var document = Note(
            "- The mills want less. ([View Highlight](https://read.readwise.io/read/a))",
            "- The mills want less, and they want it cheaper. ([View Highlight](https://read.readwise.io/read/a))"
        );
        var statement = document.Statements.ShouldHaveSingleItem();
        statement.Text.ShouldBe("The mills want less, and they want it cheaper.");
        statement.Copies.ShouldHaveSingleItem();
    }

    [Fact]
    public void A_link_to_the_book_joins_nothing()
    {
        const string Link = "([Open](https://readwise.io/bookreview/11))";
        Note($"- Egypt bought wheat. {Link}", $"- Romania sold it. {Link}").Statements.Count.ShouldBe(2);
    }

    [Fact]
    public void Short_sentences_of_different_texts_stay_apart_and_of_one_text_are_joined()
    {
        var a = Texts.Read("---\nurl: https://a.example/1\n---\nTrade doubled. Nobody knows why that was so, in any of the ports.\n");
        var b = Texts.Read("---\nurl: https://b.example/1\n---\nTrade doubled. Everybody has an opinion of their own on the matter.\n");
        DuplicateStatements.Group([a, b]).ShouldBeEmpty();
        DuplicateStatements.Group([a, a with { Path = "copy.md" }]).Count.ShouldBe(2);
    }

    [Fact]
    public void An_agency_report_in_two_papers_is_grouped_and_said_to_be_of_two_sources()
    {
        var a = Texts.Read($"---\nurl: https://a.example/1\n---\n{Wheat}\n");
        var b = Texts.Read($"---\nurl: https://b.example/9\n---\n{Wheat.ToUpperInvariant()}\n");
        DuplicateStatements.Group([a, b]).ShouldHaveSingleItem().SameSource.ShouldBeFalse();
    }

    [Fact]
    public void Many_alike_take_linear_time()
    {
        var clock = Stopwatch.StartNew();
        var lines = Enumerable
            .Range(0, 20_000)
            .Select(i =>
                $"- The price of a tonne of wheat in the port of Constanta was {i} dollars on that day. ([View](https://read.readwise.io/read/a))"
            );
        var document = Note([.. lines]);
        document.Statements.Count.ShouldBe(20_000);
        DuplicateStatements.Group([document]).ShouldBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2), "a guard against explosion, not a measurement");
    }

    private static Document Note(params string[] lines) =>
        Texts.Read(
            "---\ntitle: Grain and power\nauthor: Ana Ruiz\nurl: https://example.org/grain\nkind: note\n---\n"
                + string.Join('\n', lines)
                + "\n"
        );

    private static string Text(StatementPlace place, params Document[] documents) =>
        documents[place.Document].Statements[place.Statement].Text;
}
