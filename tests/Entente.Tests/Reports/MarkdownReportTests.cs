using Entente.Reports;
using Entente.Reports.Markdown;

namespace Entente.Tests.Reports;

public class MarkdownReportTests
{
    [Fact]
    public void Every_claim_has_its_heading_and_the_summary_comes_first()
    {
        var output = new StringWriter();
        new MarkdownReport().Document(output, ReportFixture.Report, 0);
        var text = output.ToString();
        text.ShouldContain("**11 claims: 3 supported, 1 close,");
        text.ShouldContain("## ✗ c2: contradicted\n\n> 36 percent more than the year before\n");
        text.ShouldContain("| [GACC](<https://example.org/customs/2022>) (lead) | 29.3 % | 2023-01-13 | goods | contradicted |");
        text.ShouldNotContain("javascript:");
    }

    [Fact]
    public void Text_cannot_become_markup()
    {
        var claim = ReportFixture.Report.Claims[0];
        var output = new StringWriter();
        new MarkdownReport().Document(
            output,
            ReportFixture.Report with
            {
                Claims = [claim with { Explanation = "a\n# b <b> [x](y) | `c`" }],
                Inconsistencies = [],
            },
            0
        );
        output.ToString().ShouldContain("a \\# b \\<b\\> \\[x\\](y) \\| \\`c\\`\n");
    }
}
