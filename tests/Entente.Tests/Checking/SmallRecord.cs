using Entente.Checking;
using Entente.Checking.Evaluating;
using Entente.Claims;
using Entente.Measures;
using Entente.Quantities;
using Entente.Record;

namespace Entente.Tests.Checking;

/// <summary>A record of a few invented rows about states A and B, so that each rule is tested by itself.</summary>
internal sealed class SmallRecord
{
    private const string Catalogue = """
        authority-lists:
          customs:
            AAA: [Customs A, Ministry A]
            BBB: [Customs B]
            "*": [Fund]
          arms:
            "*": [Institute]
        measures:
          trade: { parties: state-or-dyad, dimension: money, takes-item: true, cumulative: true, normal-gap: 10%, authorities: customs }
          exports: { parties: state-or-flow, dimension: money, takes-item: true, cumulative: true, normal-gap: 10%, authorities: customs }
          imports: { parties: state-or-flow, dimension: money, takes-item: true, cumulative: true, normal-gap: 10%, authorities: customs }
          balance: { parties: state-or-dyad, dimension: money, cumulative: true, normal-gap: 15%, authorities: customs }
          gdp: { parties: state, dimension: money, normal-gap: 8%, authorities: arms }
          population: { parties: state, dimension: count, unit: persons, normal-gap: 5%, authorities: arms }
          military_expenditure: { parties: state, dimension: money, normal-gap: 15%, authorities: arms }
          nuclear_warheads: { parties: state, dimension: count, unit: warheads, other-readings: [nuclear_warheads_deployed], authorities: arms }
          nuclear_warheads_deployed: { parties: state, dimension: count, unit: warheads, authorities: arms }
          border_length: { parties: dyad, dimension: length, unit: km, authorities: customs }
        """;

    private readonly List<Observation> rows = [];
    private readonly List<RecordedEvent> events = [];
    private readonly List<Membership> members = [];
    private readonly List<RecordedVote> votes = [];
    private readonly List<Coverage> coverages = [];

    public static readonly LocalDate Now = new(2025, 6, 1);

    private static readonly MeasureCatalogue Measures = MeasureCatalogue.Parse(Catalogue, "small.yml");

    public SmallRecord Row(
        string measure,
        string subject,
        string? partner,
        string period,
        string value,
        string unit = "USD",
        string source = "Customs A",
        string? reporter = null,
        string? of = null,
        string item = "total",
        string? published = null,
        Tier tier = Tier.Agency,
        string basis = "goods",
        bool derived = false,
        Bound bound = Bound.Exact
    )
    {
        var number = WrittenNumber.FromData(value);
        rows.Add(
            new()
            {
                Measure = measure,
                Of = of,
                Subject = subject,
                Object = partner,
                Item = item,
                Period = period.Length == 0 ? null : Period.Parse(period),
                Value = number,
                Upper = number,
                Unit = Units.Find(unit),
                Bound = bound,
                Source = source,
                Reporter =
                    reporter
                    ?? (
                        source == "Customs B" ? "BBB"
                        : source is "Customs A" or "Ministry A" ? "AAA"
                        : null
                    ),
                Tier = tier,
                Published = published is null ? null : Period.Parse(published),
                Basis = basis,
                Derived = derived,
                Row = new("small.csv", rows.Count + 2),
            }
        );
        return this;
    }

    public SmallRecord Event(string id, string kind, string date, params string[] actors)
    {
        events.Add(
            new()
            {
                Id = id,
                Kind = kind,
                Date = Period.Parse(date),
                Actors = actors,
                Title = id.Replace('_', ' '),
                Row = new("events.csv", events.Count + 2),
            }
        );
        return this;
    }

    public SmallRecord Member(string body, string state, string? from, string? to = null, string status = "member")
    {
        members.Add(
            new()
            {
                Body = body,
                Member = state,
                From = from is null ? null : Period.Parse(from),
                To = to is null ? null : Period.Parse(to),
                Status = status,
                Source = "Secretariat",
                Tier = Tier.Primary,
                Row = new("memberships.csv", members.Count + 2),
            }
        );
        return this;
    }

    public SmallRecord Vote(string resolution, string state, VoteChoice choice)
    {
        votes.Add(
            new()
            {
                Body = "UNGA",
                Date = Period.Parse("2022-03-02"),
                Resolution = resolution,
                Topic = "a topic",
                State = state,
                Choice = choice,
                Source = "Assembly",
                Tier = Tier.Primary,
                Row = new("votes.csv", votes.Count + 2),
            }
        );
        return this;
    }

    public SmallRecord Complete(string kind, string? period, params string[] parties)
    {
        coverages.Add(
            new()
            {
                Kind = kind,
                Parties = parties,
                Period = period is null ? null : Period.Parse(period),
                Complete = true,
                Source = "compilation",
                Row = new("coverage.csv", coverages.Count + 2),
            }
        );
        return this;
    }

    public EvaluationContext Context(LocalDate? asOf = null, IDeduction? deduction = null) =>
        new()
        {
            Record = new MemoryRecord(rows, events, members, votes, coverages, "small"),
            Measures = Measures,
            AsOf = asOf ?? Now,
            Deduction = deduction,
        };

    public Evaluation Evaluate(string expression, LocalDate? asOf = null) =>
        new Evaluator(Context(asOf)).Evaluate(Shipped.Parse(expression));

    public Outcome Test(string assertion, LocalDate? asOf = null, IDeduction? deduction = null) =>
        new ClaimChecker(Context(asOf, deduction)).Test(Shipped.Parse(assertion));

    public CheckedClaim Check(
        string? assertion,
        LocalDate? written = null,
        Modality modality = Modality.Asserted,
        string quote = "",
        params string[] alternatives
    ) => new ClaimChecker(Context()).Check(Claim(assertion, modality, quote, alternatives), written);

    public static Claim Claim(string? assertion, Modality modality = Modality.Asserted, string quote = "", params string[] alternatives) =>
        new()
        {
            Id = "c1",
            Statement = "s1",
            Quote = quote,
            Start = 0,
            End = quote.Length,
            Assertion = assertion,
            Alternatives = alternatives,
            Kind = ClaimKind.Level,
            Modality = modality,
            Reason = assertion is null ? "no-partner" : null,
        };
}
