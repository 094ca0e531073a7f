using System.Net;
using System.Text;
using Entente.Checking;
using Entente.Claims;
using Entente.Reading;
using Entente.Reports;
using Entente.Reports.Html;

namespace Entente.Tests.Reports;

public class HtmlReportTests
{
    [Fact]
    public void The_page_holds_the_document_character_for_character()
    {
        TextOf(Page(ReportFixture.Report)).ShouldBe(ReportFixture.Text);
    }

    [Fact]
    public void Nothing_a_document_says_becomes_markup()
    {
        const string hostile = "</div><script>alert('x')</script> & <img src=x onerror=y> \"quoted\" $190bn\r\n\u0001\u202E end \uD800.";
        var report = Over(hostile, "<script>alert('x')</script>");
        var page = Page(
            report with
            {
                Document = report.Document with { Title = hostile, Path = hostile, Authors = [hostile], Url = "javascript:alert(1)" },
            }
        );
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<img");
        page.ShouldNotContain("javascript:");
        TextOf(page).ShouldBe(hostile.Replace('\u0001', '\uFFFD').Replace('\uD800', '\uFFFD'));
    }

    [Fact]
    public void Overlapping_and_stray_spans_keep_every_character()
    {
        const string text = "one two three four five";
        var spans = new[] { (0, 13), (4, 18), (4, 7), (-5, 3), (20, 99), (30, 40), (9, 9) };
        var report = Over(text, "one");
        var claims = spans.Select(
            (s, i) =>
                ReportFixture.Make($"c{i}", "s1", "36 percent", ClaimKind.Level, (Verdict)(i % 8), "why") is var c
                    ? c with
                    {
                        Claim = c.Claim with { Start = s.Item1, End = s.Item2 },
                    }
                    : c
        );
        TextOf(Page(report with { Claims = [.. claims] })).ShouldBe(text);
    }

    [Fact]
    public void The_policy_lets_nothing_in_and_the_style_sheet_matches_its_hash()
    {
        var page = Page(ReportFixture.Report);
        var sheet = page.Split("<style>")[1].Split("</style>")[0];
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(sheet)));
        page.ShouldContain($"default-src 'none'; style-src 'sha256-{hash}'; img-src data:; base-uri 'none'; form-action 'none'");
        page.ShouldNotContain("style=\"");
        page.ShouldNotContain("http-equiv=\"refresh");
    }

    [Fact]
    public void Every_link_within_the_page_leads_somewhere_and_ids_are_unique()
    {
        var page = Page(ReportFixture.Report, ReportFixture.Report);
        var ids = Attributes(page, " id=\"").ToList();
        ids.ShouldBeUnique();
        Attributes(page, " href=\"#").ShouldBeSubsetOf(ids);
        foreach (var labelled in Attributes(page, " aria-labelledby=\""))
            labelled.Split(' ').ShouldBeSubsetOf(ids);
    }

    [Fact]
    public void Each_claim_shows_its_verdict_as_sign_and_word_and_its_evidence()
    {
        var page = Page(ReportFixture.Report);
        foreach (var verdict in VerdictNames.ByGravity)
            page.ShouldContain($"<span class=\"s\" aria-hidden=\"true\">{verdict.Sign()}</span>{verdict.Word()}</a>");
        page.ShouldContain("growth(trade(CHN, RUS), 2022) = 36%");
        page.ShouldContain("36% is the growth of 2021 (35.8%); 2022 was +29.3%.");
        page.ShouldContain("trade/china-russia.csv:701");
        page.ShouldContain(
            "<desc id=\"p0-c2-d\">Claimed: 35.5 % to 36.5 %. GACC (lead): 29.3 %; IMF: 28.1 %; Federal Customs Service of Russia: 30 %.</desc>"
        );
    }

    [Fact]
    public void A_document_without_claims_is_a_page_too()
    {
        Page(ReportFixture.Empty).ShouldContain("No claim about relations between states was found.");
    }

    private static string Page(params CheckReport[] reports)
    {
        var format = new HtmlReport();
        var output = new StringWriter { NewLine = "\n" };
        format.Begin(output, "A page");
        for (var i = 0; i < reports.Length; i++)
            format.Document(output, reports[i], i);
        format.End(output, new CorpusSummary { Documents = [.. reports.Select(DocumentSummary.Of)], Several = reports.Length > 1 });
        return output.ToString();
    }

    private static CheckReport Over(string text, string quote)
    {
        var claim = ReportFixture.Make("c1", "s1", "36 percent", ClaimKind.Level, Verdict.Contradicted, text);
        var start = text.IndexOf(quote, StringComparison.Ordinal);
        return ReportFixture.Empty with
        {
            Document = ReportFixture.Document with { Text = text, Statements = [], Warnings = [text] },
            Claims =
            [
                claim with
                {
                    Claim = claim.Claim with { Quote = quote, Start = start, End = start + quote.Length },
                    WouldBeTrue = text,
                },
            ],
        };
    }

    /// <summary>What a browser's textContent of the marked-up text would be.</summary>
    private static string TextOf(string page)
    {
        var from = page.IndexOf("<div class=\"text\" dir=\"auto\">", StringComparison.Ordinal) + "<div class=\"text\" dir=\"auto\">".Length;
        var inner = page[from..page.IndexOf("</div>", from, StringComparison.Ordinal)];
        var text = new StringBuilder();
        var inTag = false;
        foreach (var c in inner)
        {
            if (c == '<')
                inTag = true;
            else if (c == '>')
                inTag = false;
            else if (!inTag)
                text.Append(c);
        }
        return WebUtility.HtmlDecode(text.ToString());
    }

    private static IEnumerable<string> Attributes(string page, string opening)
    {
        for (
            var at = page.IndexOf(opening, StringComparison.Ordinal);
            at >= 0;
            at = page.IndexOf(opening, at + 1, StringComparison.Ordinal)
        )
            yield return page[(at + opening.Length)..page.IndexOf('"', at + opening.Length)];
    }
}
