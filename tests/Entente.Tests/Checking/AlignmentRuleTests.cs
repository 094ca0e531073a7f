using Entente.Checking;
using Entente.Measures.Alignment;

namespace Entente.Tests.Checking;

/// <summary>"Closer than ever since": judged under every definition, never called right or wrong.</summary>
public sealed class AlignmentRuleTests
{
    private static AlignmentSeries Series(string family, string coding, int from, int years, Func<int, double> value) =>
        new()
        {
            Family = family,
            Coding = coding,
            Values = Enumerable.Range(from, years).ToDictionary(y => y, y => value(y - from)),
            Source = "made up",
        };

    private static Outcome Test(string expression, params AlignmentSeries[] series)
    {
        var context = Shipped.Context() with { Alignment = (_, _, _) => series };
        return new ClaimChecker(context, new Names()).Test(Shipped.Parse(expression));
    }

    [Fact]
    public void A_statement_that_holds_by_all_definitions_is_still_a_judgement()
    {
        var outcome = Test(
            "highest(alignment(DEU, POL), at: 2019, since: 1960)",
            Series("votes", "agreement", 1960, 60, t => t),
            Series("trade", "share", 1960, 60, t => t * t)
        );
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Explanation.ShouldContain("Holds under 100 % of");
        outcome.Derivation!.Value.ShouldBe(1);
    }

    [Fact]
    public void What_turns_it_and_what_does_not_reach_are_said()
    {
        var outcome = Test(
            "highest(alignment(DEU, POL), at: 2019, since: 1960)",
            Series("votes", "agreement", 1960, 60, t => t),
            Series("votes", "kappa", 1960, 60, t => -t),
            Series("arms", "share", 2000, 20, t => t)
        );
        outcome.Verdict.ShouldBe(Verdict.Judgement);
        outcome.Explanation.ShouldContain("Holds under 50 %");
        outcome.Derivation!.Args.ShouldContain(a => a.Op == "arms (2000 to 2019)" && a.Text == "does not reach");
        outcome.Derivation.Args.ShouldContain(a => a.Op == "votes: kappa" && a.Value == 0);
    }

    [Fact]
    public void Where_nothing_reaches_back_it_is_said_and_no_share_is_given()
    {
        Test("highest(alignment(DEU, POL), at: 2019, since: 1960)").Explanation.ShouldContain("holds no yearly figures");
        var unreached = Test("highest(alignment(DEU, POL), at: 2019, since: 1960)", Series("arms", "share", 2000, 20, t => t));
        unreached.Explanation.ShouldContain("no family of evidence reaches from 1960 to 2019");
        unreached.Derivation!.Value.ShouldBeNull();
    }

    [Fact]
    public void Without_anybody_to_read_series_it_stays_undecided() =>
        new ClaimChecker(Shipped.Context(), new Names())
            .Test(Shipped.Parse("highest(alignment(DEU, POL), at: 2019, since: 1960)"))
            .Verdict.ShouldBe(Verdict.CannotTell);
}
