using Entente.Checking;
using Entente.Measures.Alignment;
using Entente.Measures.Comparing;

namespace Entente.Tests.Checking;

/// <summary>"Junior partner", "closer to B than to C": compared under every reasonable definition, never called right or wrong.</summary>
public sealed class ComparedJudgementTests
{
    private static PairedSeries Paired(string measure, string coding, params (int Year, double Left, double Right)[] values) =>
        new()
        {
            Measure = measure,
            Coding = coding,
            Values = values.ToDictionary(v => v.Year, v => (v.Left, v.Right)),
            Source = "made up",
        };

    private static AlignmentSeries Series(string family, string coding, params (int Year, double Value)[] values) =>
        new()
        {
            Family = family,
            Coding = coding,
            Values = values.ToDictionary(v => v.Year, v => v.Value),
            Source = "made up",
        };

    [Fact]
    public void Every_measure_by_every_book_in_every_window_is_a_definition()
    {
        var result = ComparisonMultiverse.Test(
            [
                // Greater in the last year, not on the mean of three.
                Paired("share", "own", (2019, 0.1, 0.3), (2020, 0.1, 0.3), (2021, 0.3, 0.2)),
                Paired("share", "mirror", (2021, 0.3, 0.2)),
                Paired("arms", "SIPRI", (2018, 0.1, 0.9)),
                Paired("loss", "model", (2011, 0.1, 0.9)),
            ],
            2022
        );
        result
            .Tested.Select(d => (d.Measure, d.Coding, d.Window, d.Holds))
            .ShouldBe([("arms", "SIPRI", 1, false), ("share", "mirror", 1, true), ("share", "own", 1, true), ("share", "own", 3, false)]);
        (result.Definitions, result.Holds).ShouldBe((4, 2));
        result.ByMeasure.Select(c => (c.Option, c.Definitions, c.Holds)).ShouldBe([("arms", 1, 0), ("share", 3, 2)]);
        result.NotReaching.ShouldBe(["loss (model: 2011)"]);
        result.Tested.Single(d => d.Window == 3).Left.ShouldBe(0.5 / 3, 1e-12);
    }

    [Fact]
    public void Turning_the_two_round_turns_every_definition_and_a_tie_holds_neither_way()
    {
        PairedSeries[] series = [Paired("share", "own", (2020, 0.1, 0.3), (2021, 0.3, 0.2), (2022, 0.4, 0.4))];
        PairedSeries[] turned =
        [
            .. series.Select(s => s with { Values = s.Values.ToDictionary(v => v.Key, v => (v.Value.Right, v.Value.Left)) }),
        ];
        var (one, other) = (ComparisonMultiverse.Test(series, 2022), ComparisonMultiverse.Test(turned, 2022));
        one.Tested.Count(d => !d.Holds && !other.Tested.Single(o => o.Window == d.Window).Holds).ShouldBe(1);
        one.Tested.Where(d => d.Window > 1).ShouldAllBe(d => d.Holds != other.Tested.Single(o => o.Window == d.Window).Holds);
        ComparisonMultiverse.Test([], 2022).Share.ShouldBeNull();
        ComparisonMultiverse.Test(series, 2019).Definitions.ShouldBe(0);
    }

    [Fact]
    public void A_junior_partner_is_shown_by_how_many_definitions_of_dependence_agree()
    {
        var context = Shipped.Context() with
        {
            Dependence = (_, _, at) =>
                [Paired("share", "own", (at, 0.3, 0.1)), Paired("share", "mirror", (at, 0.3, 0.1)), Paired("arms", "SIPRI", (at, 0, 0.8))],
        };
        var outcome = new ClaimChecker(context, new Names()).Test(Shipped.Parse("judgement(junior_partner, RUS, CHN)"));
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Explanation.ShouldBe(
            "4 of 5 measures that bear on it agree; depends more under 2 of 3 definitions: arms 0 of 1, share 2 of 2"
        );
        var tree = outcome.Derivation!.Args[^1];
        tree.Value!.Value.ShouldBe(2.0 / 3, 1e-12);
        tree.Args.Select(a => a.Op).ShouldBe(["arms (SIPRI)", "share (mirror)", "share (own)"]);
    }

    [Theory]
    [InlineData(
        "alignment(IND, USA) > alignment(IND, RUS)",
        "closer to USA than to RUS under 1 of 3 definitions: trade 1 of 1, votes 0 of 2"
    )]
    [InlineData(
        "alignment(IND, RUS) < alignment(USA, IND)",
        "closer to USA than to RUS under 1 of 3 definitions: trade 1 of 1, votes 0 of 2"
    )]
    [InlineData(
        "alignment(IND, RUS) > alignment(IND, USA)",
        "closer to RUS than to USA under 1 of 3 definitions: trade 0 of 1, votes 1 of 2"
    )]
    public void Closer_to_one_than_to_the_other_is_told_family_by_family(string expression, string told)
    {
        var outcome = Closer(
            expression,
            pair =>
                pair.Contains("USA")
                    ? [Series("votes", "agreement", (2021, 0.5), (2022, 0.6)), Series("trade", "mean", (2022, 0.10))]
                    :
                    [
                        Series("votes", "agreement", (2021, 0.4), (2022, 0.7)),
                        Series("trade", "mean", (2022, 0.05)),
                        Series("arms", "share", (2022, 0.5)),
                    ]
        );
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Explanation.ShouldContain(told);
    }

    [Fact]
    public void Without_evidence_of_both_pairs_nothing_is_counted()
    {
        var outcome = Closer(
            "alignment(IND, USA) > alignment(IND, RUS)",
            p => p.Contains("USA") ? [Series("votes", "agreement", (2022, 1))] : []
        );
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Explanation.ShouldContain("no family of evidence has both");
        outcome.Derivation!.Value.ShouldBeNull();
    }

    [Fact]
    public void Two_pairs_without_a_state_in_common_are_not_this_judgement() =>
        Closer("alignment(IND, USA) > alignment(FRA, RUS)", _ => []).Verdict.ShouldBe(Verdict.CannotTell);

    private static Outcome Closer(string expression, Func<string[], IReadOnlyList<AlignmentSeries>> series)
    {
        var context = Shipped.Context() with { Alignment = (a, b, _) => series([a, b]), AsOf = new(2023, 6, 1) };
        return new ClaimChecker(context, new Names()).Test(Shipped.Parse(expression));
    }
}
