using Entente.Checking;
using Entente.Checking.Overrides;
using Entente.Reports;
using Entente.Reports.Html;
using Entente.Reports.Markdown;
using Entente.Reports.Terminal;
using Entente.Tests.Reports;

namespace Entente.Tests.Checking.Overrides;

/// <summary>An editor's word finds its claim again, stands beside the computed verdict, and is never moved onto another figure.</summary>
public sealed class OverrideBookTests
{
    private static readonly LocalDate Day = new(2026, 1, 31);

    private const string Paragraph =
        "In 2022 trade between China and Russia reached $190 billion. Trade between China and Russia grew by 36 percent in 2022.";

    [Fact]
    public void The_word_stands_beside_what_was_computed()
    {
        var report = Apply(Check(Paragraph), Word(Paragraph, "growth(trade(CHN, RUS), 2022) = 36%", Verdict.Supported));
        var claim = report.Claims.Single(c => c.Claim.Assertion!.StartsWith("growth", StringComparison.Ordinal));
        claim.Verdict.ShouldBe(Verdict.Contradicted);
        claim.Standing.ShouldBe(Verdict.Supported);
        claim.Override!.Computed.ShouldBe(Verdict.Contradicted);
        DocumentSummary.Of(report).StandsWrong.ShouldBeFalse();
        VerdictCounts.Of(report)[Verdict.Contradicted].ShouldBe(1);
        report.Claims.Count(c => c.Override is not null).ShouldBe(1);
    }

    [Theory]
    [InlineData("")]
    [InlineData("A word before. ")]
    [InlineData("A whole paragraph before, which says that something grew by 36 percent.\n\n")]
    public void It_survives_edits_elsewhere(string before)
    {
        var word = Word(Paragraph, "growth(trade(CHN, RUS), 2022) = 36%", Verdict.Supported);
        var report = Apply(Check(before + Paragraph + " And more."), word);
        report.Document.Warnings.ShouldBeEmpty();
        report
            .Claims.Where(c => c.Override is not null)
            .ShouldHaveSingleItem()
            .Claim.Assertion.ShouldBe("growth(trade(CHN, RUS), 2022) = 36%");
    }

    [Theory]
    [InlineData("36 percent", "29 percent", "a number in these words has changed (now “")]
    [InlineData(
        "Trade between China and Russia grew by 36 percent in 2022.",
        "Nothing else was said of it by anybody at all.",
        "these words are not in the text any more"
    )]
    public void It_is_not_moved_to_what_was_never_judged(string from, string to, string why)
    {
        var word = Word(Paragraph, "growth(trade(CHN, RUS), 2022) = 36%", Verdict.Supported);
        var report = Apply(Check(Paragraph.Replace(from, to, StringComparison.Ordinal)), word);
        report.Claims.ShouldAllBe(c => c.Override == null);
        var warning = report.Document.Warnings.ShouldHaveSingleItem();
        warning.ShouldContain(why);
        warning.ShouldEndWith($"entente verdict remove {word.Id}");
    }

    [Fact]
    public void Words_that_turn_round_are_not_what_was_judged()
    {
        const string Rose = "In 2023 Chinese exports to Russia rose by 47 percent, the customs service said.";
        var word = Word(Rose, "growth(exports(CHN -> RUS), 2023) = 47%", Verdict.Contradicted);
        var report = Apply(Check(Rose.Replace("rose", "fell", StringComparison.Ordinal)), word);
        report.Claims.ShouldAllBe(c => c.Override == null);
        report.Document.Warnings.ShouldHaveSingleItem().ShouldContain("not applied");
    }

    [Theory]
    [InlineData("notes/a.md", "notes/a.md", true)]
    [InlineData("./notes/a.md", "notes/a.md", true)]
    [InlineData("/home/x/notes/a.md", "notes/a.md", true)]
    [InlineData("notes\\a.md", "notes/a.md", true)]
    [InlineData("other/a.md", "notes/a.md", false)]
    [InlineData("other/a.md", "a.md", false)]
    [InlineData("xnotes/a.md", "notes/a.md", false)]
    [InlineData("-", "-", false)]
    public void A_word_is_about_the_text_of_its_path_or_of_its_bytes(string path, string named, bool about)
    {
        var word = Word(Paragraph, "trade(CHN, RUS, 2022) = 190e9 USD", Verdict.Open) with { Document = named, Sha256 = "0" };
        var document = Check(Paragraph).Document with { Path = path };
        word.IsAbout(document).ShouldBe(about);
        (word with { Sha256 = document.Sha256 }).IsAbout(document).ShouldBeTrue();
    }

    [Fact]
    public void Every_report_shows_it_beside_the_verdict()
    {
        var fixture = ReportFixture.Report;
        var word = OverrideBook.Say(fixture.Document, fixture.Claims[1], Verdict.Supported, "Ada Example", "Two <b>sources</b>", Day);
        var report = new OverrideBook([word]).Apply(fixture);
        report.Claims[1].Override.ShouldBe(word);
        foreach (
            var format in new IReportFormat[] { new TerminalReport(new() { Width = 200 }), new HtmlReport(), new MarkdownReport() }.Concat([
                ReportFormats.Create("json", new()),
                ReportFormats.Create("obsidian", new()),
            ])
        )
        {
            var text = new StringWriter();
            format.Document(text, report, 0);
            text.ToString().ShouldContain("Ada Example");
            text.ToString().ShouldContain("contradicted");
        }
        var review = new StringWriter();
        ReportFormats.Create("claimreview", new()).Document(review, report, 0);
        review.ToString().ShouldContain("\"author\":{\"@type\":\"Person\",\"name\":\"Ada Example\"}");
        review.ToString().ShouldContain("Computed: contradicted.");
    }

    private static EditorsWord Word(string text, string assertion, Verdict verdict)
    {
        var report = Check(text);
        var claim = report.Claims.Single(c => c.Claim.Assertion == assertion);
        return OverrideBook.Say(report.Document, claim, verdict, "Ada Example", "Two sources say so.", Day);
    }

    private static CheckReport Apply(CheckReport report, EditorsWord word) => new OverrideBook([word]).Apply(report);

    private static CheckReport Check(string text) => Installation.Check(Installation.Read(text, Period.Parse("2024-06-01"), "notes/a.md"));
}
