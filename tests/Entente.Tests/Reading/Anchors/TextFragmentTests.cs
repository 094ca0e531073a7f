using Entente.Reading;
using Entente.Reading.Anchors;

namespace Entente.Tests.Reading.Anchors;

public sealed class TextFragmentTests
{
    private const string Address = "https://example.org/a?b=c";

    [Theory]
    [InlineData("exports to Russia rose by 36 percent", "exports%20to%20Russia%20rose%20by%2036%20percent")]
    [InlineData("a so-called 36%, 5 & more", "a%20so%2Dcalled%2036%25%2C%205%20%26%20more")]
    [InlineData("goods “worth” €48 billion there", "goods%20%E2%80%9Cworth%E2%80%9D%20%E2%82%AC48%20billion%20there")]
    public void What_the_directive_uses_itself_is_encoded(string quote, string encoded) =>
        Link($"They said that {quote} and left.", quote).ShouldBe($"{Address}#:~:text={encoded}");

    [Fact]
    public void A_long_quotation_is_its_beginning_and_its_end()
    {
        var quote = "one two three four five " + string.Join(' ', Enumerable.Range(100, 40)) + " six seven eight nine ten";
        Link($"So {quote}.", quote).ShouldBe($"{Address}#:~:text=one%20two%20three%20four%20five,six%20seven%20eight%20nine%20ten");
    }

    [Fact]
    public void Few_words_come_with_those_around_them_and_the_signs_between() =>
        Link("In the year 2023, it grew “36 percent”, and more by then.", "36 percent")
            .ShouldBe($"{Address}#:~:text=year%202023%2C%20it%20grew%20%E2%80%9C-,36%20percent,-%E2%80%9D%2C%20and%20more%20by%20then");

    [Fact]
    public void Words_that_stand_twice_come_with_those_around_them() =>
        Link("First it grew by 36 percent then. Later it grew by 36 percent again.", "it grew by 36 percent")
            .ShouldBe($"{Address}#:~:text=First-,it%20grew%20by%2036%20percent,-then.%20Later%20it%20grew");

    [Theory]
    [InlineData("https://example.org/a#part", "https://example.org/a#part:~:text=")]
    [InlineData("https://example.org/a#:~:text=old", "https://example.org/a#:~:text=")]
    public void A_fragment_that_is_there_stays(string url, string start) =>
        Link("They said that exports to it rose.", "exports to it rose", url)!.ShouldStartWith(start);

    [Theory]
    [InlineData(null)]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public void Only_a_page_of_the_web_is_linked(string? url) => Link("Exports to it rose.", "Exports to it rose", url).ShouldBeNull();

    [Fact]
    public void Mark_up_is_no_part_of_what_a_page_shows()
    {
        var outcome = DocumentReader.Read(
            System.Text.Encoding.UTF8.GetBytes(
                "---\nurl: https://example.org/b\n---\n\nIn 2022 [exports **to** Russia](https://example.org) rose by 36 percent, it said.\n"
            ),
            "a.md"
        );
        var document = outcome.Document!;
        var start = document.Text.IndexOf("exports", StringComparison.Ordinal);
        var end = document.Text.IndexOf(" percent", StringComparison.Ordinal) + 8;
        TextFragment
            .Of(document)!
            .To(document.Statements[0].Id, start, end)
            .ShouldBe("https://example.org/b#:~:text=exports%20to%20Russia%20rose%20by%2036%20percent");
    }

    private static string? Link(string text, string quote, string? url = Address)
    {
        var document = new Document
        {
            Path = "a.md",
            Text = text,
            Kind = DocumentKind.Article,
            Sha256 = "",
            Url = url,
            Statements =
            [
                new Statement
                {
                    Id = "s1",
                    Speaker = new() { Role = SpeakerRole.Author, Via = "default" },
                    Text = text,
                    Start = 0,
                    End = text.Length,
                    Map = new TextMap([(0, 0)]),
                    Paragraph = 0,
                },
            ],
        };
        var at = text.IndexOf(quote, StringComparison.Ordinal);
        return TextFragment.Of(document)?.To("s1", at, at + quote.Length);
    }
}
