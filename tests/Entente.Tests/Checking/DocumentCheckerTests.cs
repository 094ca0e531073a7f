using Entente.Checking;
using Entente.Claims;
using Entente.Claims.Language;
using Entente.Quantities;
using Entente.Reading;

namespace Entente.Tests.Checking;

public class DocumentCheckerTests
{
    private sealed class Pair : IConsistencyChecker
    {
        public IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> Seen { get; private set; } = [];

        public IReadOnlyList<Inconsistency> Find(IReadOnlyList<(Claim Claim, Expression Expression, string SpeakerKey)> claims)
        {
            Seen = claims;
            return claims.Count < 2
                ? []
                :
                [
                    new()
                    {
                        Claims = [claims[0].Claim.Id, claims[1].Claim.Id],
                        Identity = "part ≤ whole",
                        Explanation = "the part exceeds the whole",
                    },
                ];
        }
    }

    private static readonly SmallRecord Record = new SmallRecord().Row(
        "trade",
        "AAA",
        "BBB",
        "2022",
        "100300000000",
        published: "2023-01-13"
    );

    private static Document Document() =>
        new()
        {
            Path = "note.md",
            Text = "",
            Kind = DocumentKind.Note,
            Sha256 = "",
            Published = Period.Parse("2023-01"),
            Statements =
            [
                new()
                {
                    Id = "s1",
                    Speaker = new() { Role = SpeakerRole.Author, Via = "default" },
                    Text = "",
                    Start = 0,
                    End = 0,
                    Map = new([(0, 0)]),
                    Paragraph = 0,
                },
                new()
                {
                    Id = "s2",
                    Speaker = new()
                    {
                        Role = SpeakerRole.Quoted,
                        Name = "Ann",
                        Via = "quote-verb",
                    },
                    Text = "",
                    Start = 0,
                    End = 0,
                    Map = new([(0, 0)]),
                    Paragraph = 0,
                },
            ],
        };

    private static Claim Claim(string id, string assertion, string statement = "s1", Modality modality = Modality.Asserted) =>
        SmallRecord.Claim(assertion, modality) with
        {
            Id = id,
            Statement = statement,
        };

    [Fact]
    public void Inconsistent_is_the_gravest_and_the_others_stay()
    {
        var extraction = new ExtractionResult
        {
            Claims = [Claim("c1", "trade(AAA, BBB, 2022) = 100e9 USD"), Claim("c2", "trade(AAA, BBB, 2022) = 150e9 USD")],
            Unchecked = [],
        };
        var report = new DocumentChecker(new ClaimChecker(Record.Context()), new Pair()).Check(Document(), extraction);
        // What the record bears out is not what is wrong with the set.
        report.Claims[0].Verdict.ShouldBe(Verdict.Supported);
        report.Claims[1].Verdicts.ShouldBe([Verdict.Inconsistent, Verdict.Contradicted]);
        report.Claims[1].Explanation.ShouldContain("does not fit c1");
        report.RecordHash.ShouldBe("small");
    }

    [Fact]
    public void Only_what_a_voice_states_as_fact_is_compared()
    {
        var pair = new Pair();
        var extraction = new ExtractionResult
        {
            Claims =
            [
                Claim("c1", "trade(AAA, BBB, 2022) = 100e9 USD"),
                Claim("c2", "trade(AAA, BBB, 2030) = 100e9 USD", modality: Modality.Forecast),
                Claim("c3", "trade(AAA, BBB, 2022) = 90e9 USD", "s2"),
                Claim("c4", "trade(AAA,"),
            ],
            Unchecked = [],
        };
        _ = new DocumentChecker(new ClaimChecker(Record.Context()), pair).Check(Document(), extraction);
        pair.Seen.Select(s => (s.Claim.Id, s.SpeakerKey)).ShouldBe([("c1", "author"), ("c3", "Ann")]);
    }

    [Fact]
    public void A_document_dated_by_its_month_knew_what_the_month_brought()
    {
        var extraction = new ExtractionResult { Claims = [Claim("c1", "trade(AAA, BBB, 2022) = 100e9 USD")], Unchecked = [] };
        var report = new DocumentChecker(new ClaimChecker(Record.Context())).Check(Document(), extraction);
        report.Claims[0].AsOf.ShouldBe((new LocalDate(2023, 1, 31), Verdict.Supported));
    }

    [Fact]
    public void The_same_answer_on_any_number_of_threads()
    {
        var checker = new ClaimChecker(Shipped.Context());
        string[] assertions =
        [
            "trade(CHN, RUS, 2022) = 190e9 USD",
            "growth(trade(CHN, RUS), 2022) = 36%",
            "share(trade(RUS, CHN), of: trade(CHN), 2022) = 2.5%",
            "exports(RUS -> CHN, energy, 2023) = 129e9 USD",
        ];
        var alone = assertions.Select(a => checker.Check(SmallRecord.Claim(a), null).Explanation).ToArray();
        var together = new ClaimChecker(Shipped.Context());
        var many = Enumerable
            .Range(0, 400)
            .AsParallel()
            .AsOrdered()
            .Select(i => together.Check(SmallRecord.Claim(assertions[i % 4]), null).Explanation)
            .ToArray();
        for (var i = 0; i < many.Length; i++)
            many[i].ShouldBe(alone[i % 4]);
    }
}
