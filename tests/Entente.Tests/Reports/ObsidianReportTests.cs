using Entente.Checking;
using Entente.Reading;
using Entente.Reports;
using Entente.Reports.Obsidian;

namespace Entente.Tests.Reports;

public class ObsidianReportTests
{
    [Fact]
    public void Every_claim_is_a_callout_with_an_identifier_of_its_own()
    {
        var text = Render(ReportFixture.Report);
        text.ShouldStartWith("---\nnote: \"[[neighbours]]\"\nsha256: aaaa");
        text.ShouldContain("\ncontradicted: 2\n");
        text.ShouldContain("> [!failure] ✗ c2 contradicted\n> “36 percent more than the year before”\n");
        text.ShouldContain("[GACC](<https://example.org/customs/2022>): 29.3 %, 2023-01-13");
        var ids = text.Split('\n').Where(l => l.StartsWith('^')).ToList();
        ids.Count.ShouldBe(ReportFixture.Report.Claims.Count);
        ids.Distinct().Count().ShouldBe(ids.Count);
        text.ShouldContain($"![[neighbours.entente#{ids[0]}]]");
    }

    [Fact]
    public void Identifiers_do_not_move_when_claims_come_and_go()
    {
        var claims = ReportFixture.Report.Claims;
        var one = Render(ReportFixture.Report with { Claims = [claims[2] with { Claim = claims[2].Claim with { Id = "c1" } }] });
        var id = one.Split('\n').Single(l => l.StartsWith('^'));
        Render(ReportFixture.Report).ShouldContain($"\n{id}\n");
    }

    [Theory]
    [InlineData("It grew by 36 percent. ^a1-b\n\nMore.\n", "![[n#^a1-b]]")]
    [InlineData("It grew by 36 percent.\nAnd on.\n\n^after\n", "![[n#^after]]")]
    [InlineData("# Trade: [[x]] #1\n\nIt grew by 36 percent.\n\nMore. ^other\n", "In [[n#Trade x 1]]")]
    [InlineData("- It grew by 36 percent.\n- More. ^other\n", "In [[n]]")]
    [InlineData("It grew by 36 percent. 2^10 is no id\n", "In [[n]]")]
    [InlineData("# A\n\nIt grew by 36 percent.\n\n# B\n", "In [[n#A]]")]
    public void A_claim_leads_to_its_block_else_to_its_heading_else_to_its_note(string text, string link) =>
        Render(One(text, "notes/n.md")).ShouldContain($"> {link}\n");

    [Theory]
    [InlineData("notes/n.md", "note: \"[[n]]\"\n")]
    [InlineData("-", "---\nsha256")]
    [InlineData("a[b].md", "---\nsha256")]
    public void A_name_that_no_link_can_hold_is_not_linked(string path, string start) =>
        Render(One("It grew by 36 percent.", path)).ShouldContain(start);

    [Fact]
    public void Nothing_in_a_text_means_anything_to_the_vault()
    {
        var text = Render(One("It grew by 36 percent. ^a %%b%% ==c== $d$ key:: value #tag [[link]] `code`\n> [!x]", "n.md", all: true));
        text.ShouldContain("\\^a %\\%b%\\% =\\=c=\\= \\$d\\$ key:\\: value \\#tag \\[\\[link\\]\\] \\`code\\` \\> \\[\\!x\\]");
    }

    private static string Render(CheckReport report)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ObsidianReport().Document(output, report, 0);
        return output.ToString();
    }

    private static CheckReport One(string text, string path, bool all = false)
    {
        const string Quote = "It grew by 36 percent";
        var start = text.IndexOf(Quote, StringComparison.Ordinal);
        var end = all ? text.Length : start + Quote.Length;
        var claim = ReportFixture.Report.Claims[1];
        return ReportFixture.Empty with
        {
            Document = new Document
            {
                Path = path,
                Text = text,
                Kind = DocumentKind.Note,
                Sha256 = "f",
            },
            Claims = [claim with { Claim = claim.Claim with { Start = start, End = end, Quote = text[start..end] } }],
        };
    }
}
