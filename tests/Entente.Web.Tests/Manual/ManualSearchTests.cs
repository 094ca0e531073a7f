using Entente.Web.Manual;

namespace Entente.Web.Tests.Manual;

public sealed class ManualSearchTests
{
    private static readonly ManualBook Book = new(Path.Combine(Clone.Root, "docs"));

    [Theory]
    [InlineData("embargo", "how-to/test-an-embargo")]
    [InlineData("exit status", "reference/output")]
    [InlineData("obsidian", "how-to/keep-notes")]
    [InlineData("claim block", "annotations")]
    [InlineData("glossary", "reference/glossary")]
    [InlineData("brier", "forecasts")]
    [InlineData("undo an import", "how-to/import-a-dataset")]
    public void The_page_that_a_reader_looks_for_is_among_the_first(string asked, string page) =>
        Book.Search(asked, 5).Select(h => h.Page.Name).ShouldContain(page);

    [Fact]
    public void The_beginning_of_a_word_is_enough_and_accents_do_not_matter()
    {
        Book.Search("Turkiye", 50).ShouldNotBeEmpty();
        Book.Search("deriv", 50).ShouldContain(h => h.Snippet.Contains("derivation", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\" OR 1=1 --")]
    [InlineData("*(((")]
    [InlineData("\u0000\uD800")]
    public void Whatever_is_asked_is_words(string asked) => Should.NotThrow(() => Book.Search(asked, 5));

    [Fact]
    public void What_nobody_wrote_is_not_found() => Book.Search("xylophone", 5).ShouldBeEmpty();

    [Fact]
    public void Nothing_asked_is_nothing_found() => Book.Search("", 5).ShouldBeEmpty();
}
