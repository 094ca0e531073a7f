using Entente.Checking;
using Entente.Claims;
using Entente.Reading;
using Entente.Record;

namespace Entente.Tests.Reports;

/// <summary>A checked document built by hand: every verdict once, two claims that overlap, a quoted speaker, front matter that is no prose.</summary>
internal static class ReportFixture
{
    public const string Text = """
        ---
        title: Neighbours by necessity
        author: Ada Example
        ---

        # Neighbours by necessity

        Goods worth $190 billion crossed between China and Russia in 2022, 36 percent more than the year before. A year later the total stood at $240 billion, of which Chinese exports made up $111 billion and Russian energy alone $129 billion, or 73 percent of what Russia sold there.

        “Russia is now the junior partner,” said Brita Sample, who has followed the two for a decade. On page 12 of her study she puts the border at about 4,200 kilometres. The two governments expect trade to reach $300 billion by 2030.

        The European Union took some 38 percent of Russia's trade in 2021 – “a share nobody thought could vanish” – and Moscow has not signed a single treaty there since.

        """;

    private const string Customs = "https://example.org/customs/2022";

    public static Document Document { get; } = BuildDocument();

    public static CheckReport Report { get; } = BuildReport();

    public static CheckReport Empty { get; } = Report with { Claims = [], Inconsistencies = [], Unchecked = [] };

    private static Document BuildDocument()
    {
        var author = new Speaker
        {
            Role = SpeakerRole.Author,
            Via = "front-matter",
            Name = "Ada Example",
        };
        var quoted = new Speaker
        {
            Role = SpeakerRole.Quoted,
            Via = "quote-verb",
            Name = "Brita Sample",
            ReportedBy = "Ada Example",
        };
        return new Document
        {
            Path = "samples/neighbours.md",
            Text = Text,
            Title = "Neighbours by necessity",
            Authors = ["Ada Example"],
            Published = Period.Parse("2024-04-09"),
            PublishedBasis = PublishedBasis.Stated,
            Kind = DocumentKind.Article,
            Sha256 = new string('a', 64),
            Warnings = ["the text ends in mid-sentence: what followed is missing"],
            Truncated = true,
            Statements =
            [
                Statement("s1", author, "Goods worth", "the year before."),
                Statement("s2", author, "A year later", "Russia sold there."),
                Statement("s3", quoted, "Russia is now", "junior partner,"),
                Statement("s4", author, "On page 12", "4,200 kilometres."),
                Statement("s5", author, "The two governments", "by 2030."),
                Statement("s6", author, "The European Union", "there since."),
            ],
        };
    }

    private static CheckReport BuildReport()
    {
        return new CheckReport
        {
            Document = Document,
            RecordHash = new string('b', 64),
            AsOf = new LocalDate(2026, 1, 31),
            Claims =
            [
                Make(
                    "c1",
                    "s1",
                    "Goods worth $190 billion crossed between China and Russia in 2022",
                    ClaimKind.Level,
                    Verdict.Supported,
                    "China's customs: $190.3bn in 2022."
                ) with
                {
                    Claim = Asserted(
                        "c1",
                        "s1",
                        "Goods worth $190 billion crossed between China and Russia in 2022",
                        ClaimKind.Level,
                        "trade(CHN, RUS, 2022) = 190e9 USD",
                        190e9,
                        189.5e9,
                        190.5e9,
                        "USD",
                        "2022"
                    ),
                    AsOf = (new LocalDate(2024, 4, 9), Verdict.Supported),
                    Evidence =
                    [
                        Figure(190.27e9, "USD", "GACC", lead: true, Verdict.Supported) with
                        {
                            Basis = "goods",
                            Published = "2023-01-13",
                        },
                        Figure(181.2e9, "USD", "IMF", lead: false, Verdict.Contradicted) with
                        {
                            Tier = Tier.Primary,
                            Note = "partner's reports mirrored",
                        },
                    ],
                    Derivation = Leaf("trade(CHN, RUS, 2022)", 190.27e9, "USD", "trade/china-russia.csv:752"),
                },
                Make(
                    "c2",
                    "s1",
                    "36 percent more than the year before",
                    ClaimKind.Change,
                    Verdict.Contradicted,
                    "By China's customs trade grew by 29.3% in 2022, not 36%."
                ) with
                {
                    Claim = Asserted(
                        "c2",
                        "s1",
                        "36 percent more than the year before",
                        ClaimKind.Change,
                        "growth(trade(CHN, RUS), 2022) = 36%",
                        0.36,
                        0.355,
                        0.365,
                        "share",
                        "2022"
                    ) with
                    {
                        Inferred = [new Inference("parties", "CHN, RUS", "the same sentence")],
                    },
                    Verdicts = [Verdict.Contradicted],
                    AsOf = (new LocalDate(2024, 4, 9), Verdict.Contradicted),
                    OffBy = 0.067,
                    WouldBeTrue = "36% is the growth of 2021 (35.8%); 2022 was +29.3%.",
                    Evidence =
                    [
                        Figure(0.293, "share", "GACC", lead: true, Verdict.Contradicted) with
                        {
                            Basis = "goods",
                            Published = "2023-01-13",
                        },
                        Figure(0.281, "share", "IMF", lead: false, Verdict.Contradicted) with
                        {
                            Tier = Tier.Primary,
                            Url = "javascript:alert(1)",
                        },
                        Figure(0.3, "share", "Federal Customs Service of Russia", lead: false, null) with
                        {
                            Note = "“nearly 30 percent”",
                        },
                    ],
                    Derivation = new Derivation
                    {
                        Op = "growth",
                        Value = 0.293,
                        Unit = "share",
                        Note = "now ÷ then − 1",
                        Args =
                        [
                            Leaf("trade(CHN, RUS, 2022)", 190.27e9, "USD", "trade/china-russia.csv:752"),
                            Leaf("trade(CHN, RUS, 2021)", 147.2e9, "USD", "trade/china-russia.csv:701"),
                        ],
                    },
                },
                Make(
                    "c3",
                    "s2",
                    "the total stood at $240 billion",
                    ClaimKind.Level,
                    Verdict.Inconsistent,
                    "Supported by itself ($240.1bn); it cannot hold together with c4, c5 and c6."
                ) with
                {
                    Verdicts = [Verdict.Supported, Verdict.Inconsistent],
                },
                Make(
                    "c4",
                    "s2",
                    "of which Chinese exports made up $111 billion",
                    ClaimKind.Level,
                    Verdict.Supported,
                    "China's customs: $111bn in 2023."
                ),
                Make(
                    "c5",
                    "s2",
                    "Russian energy alone $129 billion",
                    ClaimKind.Level,
                    Verdict.Contradicted,
                    "$129bn is all that China imported from Russia in 2023; energy was part of it."
                ),
                Make(
                    "c6",
                    "s2",
                    "Russian energy alone $129 billion, or 73 percent of what Russia sold there",
                    ClaimKind.Share,
                    Verdict.Disputed,
                    "73% by one count, 66% by another that is independent of it."
                ),
                Make(
                    "c7",
                    "s3",
                    "Russia is now the junior partner",
                    ClaimKind.Judgement,
                    Verdict.Judgement,
                    "Three of three measures agree: shares of trade, output, military spending."
                ),
                Make(
                    "c8",
                    "s4",
                    "the border at about 4,200 kilometres",
                    ClaimKind.Level,
                    Verdict.Close,
                    "4,209 km; off by one unit of the last digit."
                ),
                Make("c9", "s5", "trade to reach $300 billion by 2030", ClaimKind.Forecast, Verdict.Open, "2030 has not come."),
                Make(
                    "c10",
                    "s6",
                    "some 38 percent of Russia's trade in 2021",
                    ClaimKind.Share,
                    Verdict.Supported,
                    "Russia's customs: 36%."
                ),
                Make(
                    "c11",
                    "s6",
                    "Moscow has not signed a single treaty there since",
                    ClaimKind.Event,
                    Verdict.CannotTell,
                    "The record of treaties is not complete for this period; no instance is recorded."
                ) with
                {
                    Reason = new Abstention("incomplete-coverage", "the record of treaties is not complete for this period"),
                },
            ],
            Inconsistencies =
            [
                new Inconsistency
                {
                    Claims = ["c3", "c4", "c5", "c6"],
                    Identity = "total = exports + imports",
                    Explanation = "$129bn ÷ 73% is $177bn of Russian exports; with $111bn that makes $288bn, not $240bn.",
                },
            ],
            Unchecked = [Number("page 12", "page"), Number("a decade", "not about a state")],
        };
    }

    public static CheckedClaim Make(string id, string statement, string quote, ClaimKind kind, Verdict verdict, string explanation) =>
        new()
        {
            Claim = Asserted(id, statement, quote, kind, null, null, null, null, null, null),
            Verdict = verdict,
            Verdicts = [verdict],
            Explanation = explanation,
        };

    private static Claim Asserted(
        string id,
        string statement,
        string quote,
        ClaimKind kind,
        string? assertion,
        double? value,
        double? low,
        double? high,
        string? unit,
        string? period
    )
    {
        var start = Text.IndexOf(quote, StringComparison.Ordinal);
        start.ShouldBeGreaterThanOrEqualTo(0, quote);
        return new Claim
        {
            Id = id,
            Statement = statement,
            Quote = quote,
            Start = start,
            End = start + quote.Length,
            Assertion = assertion,
            Kind = kind,
            Modality = Modality.Asserted,
            Relation = value is null ? null : "=",
            Value = value,
            Low = low,
            High = high,
            Unit = unit,
            Period = period is null ? null : Period.Parse(period),
        };
    }

    private static Evidence Figure(double value, string unit, string source, bool lead, Verdict? verdict) =>
        new()
        {
            Value = value,
            Unit = unit,
            Source = source,
            Lead = lead,
            Verdict = verdict,
            Tier = Tier.Agency,
            Url = Customs,
        };

    private static Derivation Leaf(string op, double value, string unit, string row) =>
        new()
        {
            Op = op,
            Value = value,
            Unit = unit,
            Source = new SourceCitation
            {
                Source = "GACC",
                Published = "2023-01-13",
                Url = Customs,
                Tier = Tier.Agency,
                Row = row,
            },
        };

    private static UncheckedQuantity Number(string text, string reason)
    {
        var start = Text.IndexOf(text, StringComparison.Ordinal);
        return new(text, start, start + text.Length, reason);
    }

    private static Statement Statement(string id, Speaker speaker, string from, string to)
    {
        var start = Text.IndexOf(from, StringComparison.Ordinal);
        var end = Text.IndexOf(to, start, StringComparison.Ordinal) + to.Length;
        return new()
        {
            Id = id,
            Speaker = speaker,
            Text = Text[start..end],
            Start = start,
            End = end,
            Map = new TextMap([(0, start)]),
            Paragraph = 0,
        };
    }
}
