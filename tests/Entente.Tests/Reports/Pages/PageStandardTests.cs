using Entente.Checking;
using Entente.Checking.Series;
using Entente.Record;
using Entente.Reports;
using Entente.Reports.Html;
using Entente.Reports.Pages;
using Entente.Tests.Cli;

namespace Entente.Tests.Reports.Pages;

/// <summary>The pages of all commands are held to one standard, whatever is in them.</summary>
public sealed class PageStandardTests : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    private static string Sample(params string[] parts) => Path.Combine([Clone.Root, "samples", .. parts]);

    public static TheoryData<string> Texts => ["article.md", "interview.txt", "highlights.md"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_checked_text(string text)
    {
        var page = PageStandard.Holds(Html("check", Sample(text), "--exit-zero"));
        page.QuerySelectorAll("figure.chart").Length.ShouldBeGreaterThan(5);
        foreach (var card in page.QuerySelectorAll("article.card"))
        {
            // Colour, sign and word.
            var verdict = card.ClassList.First(c => c.StartsWith("v-", StringComparison.Ordinal))[2..].Replace('-', ' ');
            card.QuerySelector("h3")!.TextContent.ShouldMatch($"^.({verdict}|cannot all hold)");
        }
    }

    [Fact]
    public void Several_texts() => PageStandard.Holds(Html("check", Sample("article.md"), Sample("highlights.md"), "--exit-zero"));

    [Fact]
    public void A_profile()
    {
        var page = PageStandard.Holds(Html("profile", "CHN", "RUS"));
        page.QuerySelectorAll("section#trade figure.chart").Length.ShouldBe(2);
        page.QuerySelectorAll("section#trade .events li").Select(e => e.TextContent).ShouldContain(e => e.Contains("invasion of Ukraine"));
    }

    [Fact]
    public void A_pair_of_which_little_is_known() => PageStandard.Holds(Html("profile", "FJI", "PRY"));

    [Theory]
    [InlineData("scenarios", "export-controls-russia-2022.yml")]
    [InlineData("scenarios", "rerouting-russia.yml")]
    [InlineData("scenarios", "oil-price-cap.yml")]
    [InlineData("scenarios", "eu-energy-short-long.yml")]
    [InlineData("arguments", "whoever-wins.yml")]
    [InlineData("arguments", "no-choice-but-alignment.yml")]
    public void What_if(string folder, string file)
    {
        var page = PageStandard.Holds(Html("whatif", Sample(folder, file), "--draws", "40"));
        page.QuerySelectorAll("figure.chart").Length.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void What_moves_a_result()
    {
        var page = PageStandard.Holds(
            Html("whatif", Sample("scenarios", "export-controls-russia-2022.yml"), "--draws", "40", "--sensitivity", "--samples", "16")
        );
        page.QuerySelectorAll("svg .bar.hollow").Length.ShouldBeGreaterThan(0);
    }

    /// <summary>Every number of the page is one of the run's own, which the JSON has with all its digits.</summary>
    [Fact]
    public void A_backtest()
    {
        string[] run = ["whatif", Sample("scenarios", "sanctions-russia-2022.yml"), "--backtest", "RUS", "--draws", "40"];
        var page = PageStandard.Holds(Html(run));
        var sides = desk.Json(run).GetProperty("results").EnumerateArray().ToArray();
        sides.Length.ShouldBe(2);
        foreach (var side in sides)
            Backtests.Side(page, side);
        Backtests.Scores(page, sides);
    }

    [Fact]
    public void Hostile_words_stay_words()
    {
        var report = Attack.Report();
        var output = new StringWriter { NewLine = "\n" };
        var format = new HtmlReport();
        format.Begin(output, Attack.Words);
        format.Document(output, report, 0);
        format.End(output, new CorpusSummary { Documents = [DocumentSummary.Of(report)], Several = false });
        var page = PageStandard.Holds(output.ToString());
        page.Body!.TextContent.ShouldContain("</style><script>");
        // The title stands in the style sheet of paper as numbers of its signs.
        page.QuerySelector("style")!.TextContent.ShouldContain("\\3c \\2f style\\3e ");
    }

    [Fact]
    public void A_page_in_parts_with_hostile_words()
    {
        var output = new StringWriter { NewLine = "\n" };
        HtmlPage.Write(
            output,
            new()
            {
                Title = Attack.Words,
                Meta = new Words(new Span(Attack.Words, Url: "javascript:alert(1)")),
                Foot = Attack.Words,
                Blocks =
                [
                    new HeadingBlock(2, Attack.Words),
                    new TextBlock(Attack.Words),
                    new ListBlock([new Words(new Span(Attack.Words, SpanStyle.Code))]),
                    new TableBlock(
                        Attack.Words,
                        [new(Attack.Words), new(Attack.Words, true)],
                        [
                            [Attack.Words, Attack.Words],
                        ]
                    ),
                    new ChartBlock(Attack.Chart()),
                ],
            }
        );
        PageStandard.Holds(output.ToString()).Body!.TextContent.ShouldContain(Attack.Words[..20]);
    }

    private string Html(params string[] args)
    {
        var run = desk.Run([.. args, "--format", "html"]);
        run.Error.ShouldBeEmpty();
        return run.Output;
    }
}
