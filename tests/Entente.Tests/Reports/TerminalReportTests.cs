using Entente.Checking;
using Entente.Reports;
using Entente.Reports.Terminal;

namespace Entente.Tests.Reports;

public class TerminalReportTests
{
    [Fact]
    public void The_report_reads_like_a_test_run()
    {
        var lines = Print(80).Split('\n');
        lines[..13]
            .ShouldBe([
                "Neighbours by necessity",
                "Ada Example · article, published 2024-04-09 · samples/neighbours.md",
                "! the text ends in mid-sentence: what followed is missing",
                "",
                "✓ c1 “Goods worth $190 billion crossed between China and Russia in 2022”",
                "  supported  China's customs: $190.3bn in 2022.",
                "    GACC · 2023-01-13 · example.org · 1 more",
                "",
                "✗ c2 “36 percent more than the year before”",
                "  contradicted  By China's customs trade grew by 29.3% in 2022, not 36%.",
                "    would be true: 36% is the growth of 2021 (35.8%); 2022 was +29.3%.",
                "    GACC · 2023-01-13 · example.org · 2 more",
                "",
            ]);
        lines[^3..]
            .ShouldBe([
                "11 claims: 3 supported, 1 close, 2 contradicted, 1 disputed, 1 inconsistent,",
                "  1 open, 1 judgement, 1 cannot tell",
                "",
            ]);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(60)]
    [InlineData(80)]
    [InlineData(100)]
    public void No_line_is_wider_than_asked(int width)
    {
        foreach (var line in Print(width).Split('\n'))
            TerminalText.Columns(line).ShouldBeLessThanOrEqualTo(width, line);
    }

    [Fact]
    public void Colour_changes_nothing_but_colour()
    {
        var coloured = Print(80, colour: true);
        coloured.ShouldContain("\u001b[1;31m✗\u001b[0m");
        Strip(coloured).ShouldBe(Print(80));
    }

    [Fact]
    public void Without_colour_there_is_no_escape_sequence_whatever_the_text_holds()
    {
        const string hostile = "red \u001b[31malert\u001b]0;title\u0007 \u202Eback\r\noverwritten";
        var claim = ReportFixture.Report.Claims[0];
        var report = ReportFixture.Report with
        {
            Document = ReportFixture.Document with { Title = hostile, Warnings = [hostile] },
            Claims = [claim with { Explanation = hostile, WouldBeTrue = hostile, Claim = claim.Claim with { Quote = hostile } }],
            Inconsistencies = [],
        };
        var output = new StringWriter();
        new TerminalReport(new ReportSettings()).Document(output, report, 0);
        output.ToString().Where(c => char.IsControl(c) && c != '\n').ShouldBeEmpty();
        output.ToString().ShouldNotContain("\u202E");
    }

    [Fact]
    public void Several_texts_end_with_what_they_add_up_to()
    {
        var output = new StringWriter();
        var one = DocumentSummary.Of(ReportFixture.Report);
        new TerminalReport(new ReportSettings()).End(
            output,
            new CorpusSummary
            {
                Documents = [one, one],
                Failed = 1,
                Several = true,
            }
        );
        output.ToString().ShouldContain("✗ samples/neighbours.md: 1 inconsistent, 2 contradicted\n");
        output.ToString().ShouldContain("2 texts (1 left out), 22 claims: 6 supported,");
    }

    [Theory]
    [InlineData("a bb ccc", 4, "a bb|ccc")]
    [InlineData("abcdefgh", 3, "abc|def|gh")]
    [InlineData("中国和俄罗斯", 4, "中国|和俄|罗斯")]
    [InlineData("", 10, "")]
    public void Wrapping_counts_columns(string text, int width, string expected)
    {
        string.Join('|', TerminalText.Wrap(text, width)).ShouldBe(expected);
    }

    private static string Print(int width, bool colour = false)
    {
        var output = new StringWriter();
        new TerminalReport(new ReportSettings { Width = width, Colour = colour }).Document(output, ReportFixture.Report, 0);
        return output.ToString();
    }

    private static string Strip(string text)
    {
        var plain = new System.Text.StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\u001b')
                plain.Append(text[i]);
            else if (text[i + 1] == '[')
                i = text.IndexOf('m', i);
            else
                i = text.IndexOf('\\', i);
        }
        return plain.ToString();
    }
}
