using System.Text.Json;
using Entente.Claims;
using Entente.Reading;
using Entente.Reports;
using Entente.Reports.Json;

namespace Entente.Tests.Reports;

public class JsonReportTests
{
    [Fact]
    public void A_claim_carries_the_selectors_of_the_web_annotation_model()
    {
        var claim = ReportFixture.Report.Claims[1];
        // A flag is four code units and two code points.
        var document = ReportFixture.Document with
        {
            Text = "🇨🇳" + ReportFixture.Text,
            Url = "https://example.org/n",
        };
        var (start, end) = (claim.Claim.Start + 4, claim.Claim.End + 4);
        var report = ReportFixture.Empty with
        {
            Document = document with
            {
                Statements =
                [
                    .. document.Statements.Select(s =>
                        s with
                        {
                            Start = s.Start + 4,
                            End = s.End + 4,
                            Map = new TextMap([(0, s.Start + 4)]),
                        }
                    ),
                ],
            },
            Claims = [claim with { Claim = claim.Claim with { Start = start, End = end } }],
        };
        var output = new StringWriter();
        CheckJson.Write(output, report);
        var written = Parse(output.ToString()).GetProperty("claims")[0];
        var selectors = written.GetProperty("selectors");
        Keys(selectors[0]).ShouldBe(["type", "exact", "prefix", "suffix"]);
        selectors[0].GetProperty("type").GetString().ShouldBe("TextQuoteSelector");
        selectors[0].GetProperty("exact").GetString().ShouldBe("36 percent more than the year before");
        selectors[0].GetProperty("prefix").GetString().ShouldBe(" between China and Russia in 2022, "[^32..]);
        selectors[0].GetProperty("suffix").GetString()!.Length.ShouldBe(32);
        selectors[1].GetProperty("type").GetString().ShouldBe("TextPositionSelector");
        selectors[1].GetProperty("start").GetInt32().ShouldBe(start - 2);
        selectors[1].GetProperty("end").GetInt32().ShouldBe(end - 2);
        written.GetProperty("link").GetString().ShouldBe("https://example.org/n#:~:text=36%20percent%20more%20than%20the%20year%20before");
    }

    [Fact]
    public void A_document_is_one_line_with_the_keys_that_scripts_hold_on_to()
    {
        var root = Parse(Print());
        Keys(root)
            .ShouldBe([
                "schema",
                "document",
                "checkedAgainst",
                "statements",
                "claims",
                "inconsistencies",
                "quotations",
                "unchecked",
                "summary",
            ]);
        root.GetProperty("schema").GetString().ShouldBe("entente/check/1");
        Keys(root.GetProperty("document"))
            .ShouldBe(["path", "title", "authors", "published", "publishedBasis", "kind", "url", "sha256", "truncated", "warnings"]);
        Keys(root.GetProperty("statements")[0]).ShouldBe(["id", "speaker", "text", "start", "end", "links", "copies"]);
        string[] extracted =
        [
            "id",
            "statement",
            "quote",
            "start",
            "end",
            "assertion",
            "alternatives",
            "kind",
            "modality",
            "relation",
            "value",
            "low",
            "high",
            "unit",
            "period",
            "inferred",
            "origin",
            "speaker",
            "selectors",
            "link",
        ];
        string[] checkedParts =
        [
            "verdict",
            "verdicts",
            "asOf",
            "model",
            "reason",
            "offBy",
            "explanation",
            "wouldBeTrue",
            "premise",
            "evidence",
            "derivation",
            "override",
        ];
        Keys(root.GetProperty("claims")[0]).ShouldBe([.. extracted, .. checkedParts]);
        Keys(root.GetProperty("summary"))
            .ShouldBe(["claims", "supported", "close", "contradicted", "disputed", "inconsistent", "open", "judgement", "cannotTell"]);
    }

    [Fact]
    public void Numbers_are_in_base_units_and_verdicts_are_codes()
    {
        var root = Parse(Print());
        var growth = root.GetProperty("claims")[1];
        growth.GetProperty("value").GetDouble().ShouldBe(0.36);
        growth.GetProperty("verdict").GetString().ShouldBe("contradicted");
        growth.GetProperty("asOf").GetProperty("date").GetString().ShouldBe("2024-04-09");
        growth.GetProperty("evidence")[0].GetProperty("lead").GetBoolean().ShouldBeTrue();
        growth.GetProperty("derivation").GetProperty("args")[1].GetProperty("row").GetString().ShouldBe("trade/china-russia.csv:701");
        root.GetProperty("claims")[10].GetProperty("verdict").GetString().ShouldBe("cannot-tell");
        root.GetProperty("claims")[10].GetProperty("reason").GetString().ShouldBe("incomplete-coverage");
        root.GetProperty("claims")[2]
            .GetProperty("verdicts")
            .EnumerateArray()
            .Select(v => v.GetString())
            .ShouldBe(["supported", "inconsistent"]);
        root.GetProperty("summary").GetProperty("cannotTell").GetInt32().ShouldBe(1);
    }

    [Fact]
    public void Spans_lead_back_to_the_words()
    {
        foreach (var claim in Parse(Print()).GetProperty("claims").EnumerateArray())
            ReportFixture
                .Text[claim.GetProperty("start").GetInt32()..claim.GetProperty("end").GetInt32()]
                .ShouldBe(claim.GetProperty("quote").GetString());
    }

    [Fact]
    public void Open_bounds_and_broken_characters_still_make_valid_json()
    {
        var claim = ReportFixture.Report.Claims[0];
        var output = new StringWriter();
        new JsonReport().Document(
            output,
            ReportFixture.Report with
            {
                Claims =
                [
                    claim with
                    {
                        Explanation = "half \uD83D a pair, \u0000 \u001b",
                        Claim = claim.Claim with { High = double.PositiveInfinity, Value = double.NaN },
                    },
                ],
            },
            0
        );
        output.ToString().TrimEnd('\n').ShouldNotContain("\n");
        var parsed = Parse(output.ToString()).GetProperty("claims")[0];
        parsed.GetProperty("high").ValueKind.ShouldBe(JsonValueKind.Null);
        parsed.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        parsed.GetProperty("explanation").GetString().ShouldBe("half \uFFFD a pair, \u0000 \u001b");
    }

    [Fact]
    public void Reading_prints_the_same_without_verdicts()
    {
        var output = new StringWriter();
        CheckJson.WriteReading(
            output,
            ReportFixture.Document,
            new ExtractionResult
            {
                Claims = [ReportFixture.Report.Claims[0].Claim, ReportFixture.Report.Claims[10].Claim with { Reason = "no-period" }],
                Unchecked = [],
            }
        );
        var root = Parse(output.ToString());
        Keys(root.GetProperty("claims")[0]).ShouldNotContain("verdict");
        root.GetProperty("claims")[1].GetProperty("assertion").ValueKind.ShouldBe(JsonValueKind.Null);
        root.GetProperty("claims")[1].GetProperty("reason").GetString().ShouldBe("no-period");
    }

    [Fact]
    public void Several_documents_end_with_the_corpus()
    {
        var output = new StringWriter();
        var one = DocumentSummary.Of(ReportFixture.Report);
        new JsonReport().End(
            output,
            new CorpusSummary
            {
                Documents = [one, one],
                Several = true,
                Failed = 2,
            }
        );
        var root = Parse(output.ToString());
        root.GetProperty("schema").GetString().ShouldBe("entente/corpus/1");
        root.GetProperty("summary").GetProperty("claims").GetInt32().ShouldBe(22);
        root.GetProperty("failed").GetInt32().ShouldBe(2);
    }

    private static string Print()
    {
        var output = new StringWriter();
        new JsonReport().Document(output, ReportFixture.Report, 0);
        return output.ToString();
    }

    private static JsonElement Parse(string json) => JsonDocument.Parse(json).RootElement;

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
