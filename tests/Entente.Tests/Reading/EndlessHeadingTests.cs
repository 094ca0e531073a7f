using Entente.Reading.Text;

namespace Entente.Tests.Reading;

/// <summary>A page that somebody marked as one heading: no step after reading sees an endless sentence.</summary>
public sealed class EndlessHeadingTests
{
    [Fact]
    public void A_heading_of_many_pages_is_read_in_stretches()
    {
        var text = "# " + string.Concat(Enumerable.Repeat("the EU and half a dozen last year GDP ", 1700));
        Installation.Read(text, path: "text.md").Statements.ShouldAllBe(s => s.Text.Length <= SentenceSplitter.Longest);
    }

    [Fact]
    public void An_ordinary_heading_is_one_statement() =>
        Installation
            .Read("# Trade grew. It will grow again.\n\nText follows.\n", path: "text.md")
            .Statements[0]
            .Text.ShouldContain("again");
}
