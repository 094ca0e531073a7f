using Entente.Application.Stores;
using Entente.Checking;
using Entente.Checking.Overrides;
using Entente.Reading.Anchors;
using FsCheck;
using FsCheck.Fluent;

namespace Entente.Tests.Checking.Overrides;

public sealed class OverrideFileTests
{
    private static readonly EditorsWord Word = new()
    {
        Id = "0a1b2c3d",
        Document = "notes/a.md",
        Sha256 = "ff",
        Anchor = new()
        {
            Exact = "grew by \"36\" percent: # no remark",
            Prefix = "line\nbreak \\ ",
            Suffix = " – über\u00A0\u2028🇨🇳",
            Start = 17,
            Alone = true,
        },
        Assertion = "growth(trade(CHN, RUS), 2022) = 36%",
        Verdict = Verdict.CannotTell,
        By = "Ada Example",
        Reason = "yes: no",
        Date = new LocalDate(2026, 1, 31),
        Computed = Verdict.Contradicted,
    };

    [Fact]
    public void What_is_written_is_read_again()
    {
        var file = OverrideFile.Parse(OverrideFile.Parse("", "o.yml").With(Word), "o.yml");
        file.Errors.ShouldBeEmpty();
        file.Book.Words.ShouldBe([Word]);
    }

    [Fact]
    public void Whatever_the_words_are_they_are_read_again() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(500),
            Prop.ForAll(
                ArbMap.Default.GeneratorFor<NonEmptyString>().ToArbitrary(),
                ArbMap.Default.GeneratorFor<NonEmptyString>().ToArbitrary(),
                (quote, reason) =>
                {
                    // Half of a surrogate pair is no text that a file can hold.
                    var word = Word with
                    {
                        Anchor = Word.Anchor with { Exact = Whole(quote.Get) },
                        Reason = Whole(reason.Get),
                    };
                    var file = OverrideFile.Parse(OverrideFile.Parse("# mine\n", "o.yml").With(word), "o.yml");
                    return file.Errors.Count == 0 && file.Book.Words.SequenceEqual([word]);
                }
            )
        );

    [Fact]
    public void What_people_wrote_around_the_entries_stays()
    {
        var other = Word with { Id = "other", Document = "b.md" };
        var text = "# mine\n" + OverrideFile.Parse("", "o.yml").With(Word).Split('\n', 2)[1] + "# between\n";
        text = OverrideFile.Parse(text, "o.yml").With(other);
        var without = OverrideFile.Parse(text, "o.yml").Without(Word.Id);
        without.ShouldStartWith("# mine\n# between\n- id: \"other\"");
        OverrideFile.Parse(without, "o.yml").Book.Words.ShouldBe([other]);
        OverrideFile.Parse(text, "o.yml").Without("nobody").ShouldBe(text);
        OverrideFile.Parse(text, "o.yml").With(Word with { Verdict = Verdict.Open }).Split("id: \"0a1b2c3d\"").Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("- document: a.md\n", "o.yml:1:3: found no 'quote', expected a line 'quote: …'")]
    [InlineData(
        "- document: a.md\n  quote: x\n  verdict: fine\n  by: A\n  reason: B\n  date: 2026-01-31\n",
        "o.yml:3:12: found 'fine', expected one of cannot-tell, "
    )]
    [InlineData(
        "- document: a.md\n  quote: x\n  verdict: open\n  by: A\n  reason: B\n  date: soon\n",
        "o.yml:6:9: found 'soon', expected a day such as"
    )]
    [InlineData("- just words\n", "o.yml:1:3: found an entry without fields")]
    [InlineData("words\n", "o.yml:1:1: found no list")]
    [InlineData("- document: [a\n", "o.yml:")]
    public void What_is_broken_is_located_and_the_rest_stands(string text, string error)
    {
        var file = OverrideFile.Parse(text, "o.yml");
        file.Errors[0].ToString().ShouldStartWith(error);
        file.Book.Words.ShouldBeEmpty();
        if (text.StartsWith("- document: a.md", StringComparison.Ordinal))
            OverrideFile.Parse(text + OverrideFile.Parse("", "o.yml").With(Word), "o.yml").Book.Words.ShouldBe([Word]);
    }

    private static string Whole(string text) => string.Concat(text.EnumerateRunes().Select(r => r.ToString()));
}
