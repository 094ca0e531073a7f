using Entente.Models.IdealPoints;
using Entente.Models.Voting;
using Entente.Record;

namespace Entente.Tests.Models.Voting;

public sealed class PassageTests
{
    /// <summary>Where yes, no and abstaining are equally likely the probability is the exact count: 146,796 of 3^15.</summary>
    [Fact]
    public void Thirds_in_the_security_council_are_the_count_of_ways()
    {
        var passage = Passage.Of(VotingBodies.SecurityCouncil, [.. Enumerable.Repeat(new Chances(1 / 3.0, 1 / 3.0, 1 / 3.0), 15)]);
        passage.Passes.ShouldBe(146_796 / 14_348_907.0, 1e-14);
        passage.Draws.ShouldBeNull();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_sum_agrees_with_listing_every_vote(bool majority)
    {
        var body = CriteriaTests.Body(majority ? [3, 2, 2, 1, 1] : [1, 1, 1, 1, 1], 3);
        body = majority
            ? body with
            {
                Threshold = new Majority(2, 3, Strict: false),
                Seats = [.. body.Seats.Select((s, i) => s with { Veto = i == 1 })],
            }
            : body with
            {
                Also = [new("second", [1, 1, 4, 2, 5], new Quota(7))],
                FewestToBlock = 2,
            };
        Chances[] chances = [new(0.5, 0.2, 0.3), new(0.9, 0.1, 0), new(0.3, 0.3, 0.4), new(0.2, 0.7, 0.1), new(0, 0, 1)];
        var expected = 0.0;
        for (var code = 0; code < 243; code++)
        {
            var votes = new VoteChoice[5];
            var p = 1.0;
            for (int i = 0, left = code; i < 5; i++, left /= 3)
            {
                votes[i] = VotingDeduction.Present[left % 3];
                p *= votes[i] switch
                {
                    VoteChoice.Yes => chances[i].Yes,
                    VoteChoice.No => chances[i].No,
                    _ => chances[i].Abstain,
                };
            }
            expected += body.Passes(votes) ? p : 0;
        }
        Passage.Of(body, chances).Passes.ShouldBe(expected, 1e-14);
    }

    [Fact]
    public void A_common_shock_makes_extremes_likelier_and_moves_no_single_probability()
    {
        var body = CriteriaTests.Body([1, 1, 1, 1, 1, 1, 1, 1, 1], 9);
        Chances[] chances = [.. Enumerable.Repeat(new Chances(0.8, 0.1, 0.1), 9)];
        var independent = Passage.Of(body, chances).Passes;
        independent.ShouldBe(Math.Pow(0.8, 9), 1e-12);
        var together = Passage.Of(body, chances, 0.5);
        together.Passes.ShouldBeGreaterThan(independent);
        together.Residual.ShouldBeLessThan(1e-9);
        // With ρ = 1 all vote as one: the probability of all is that of one.
        Passage.Of(body, chances, 1).Passes.ShouldBe(0.8, 1e-12);
        Passage.Of(body, chances, 0.999).Passes.ShouldBe(0.8, 0.02);
        Passage.Of(body, chances, 0.999).Residual.ShouldBeLessThan(1e-4);
        var single = CriteriaTests.Body([1], 1);
        Passage.Of(single, [new(0.8, 0.1, 0.1)], 0.5).Passes.ShouldBe(0.8, 1e-9);
    }

    [Fact]
    public void Draws_hold_the_sum_and_are_the_same_for_the_same_seed()
    {
        // Noes count on one criterion only, which no table of two counts tells: drawn.
        var body = CriteriaTests.Body([1, 1, 1, 1, 1], 3) with
        {
            Also = [new("second", [2, 1, 1, 1, 1], new Majority(1, 2, Strict: true))],
        };
        Chances[] chances = [.. Enumerable.Repeat(new Chances(0.6, 0.3, 0.1), 5)];
        var drawn = Passage.Of(body, chances, draws: 50_000, seed: 7);
        drawn.Draws.ShouldBe(50_000);
        Passage.Of(body, chances, draws: 50_000, seed: 7).ShouldBe(drawn);
        var expected = 0.0;
        for (var code = 0; code < 243; code++)
        {
            var votes = new VoteChoice[5];
            var p = 1.0;
            for (int i = 0, left = code; i < 5; i++, left /= 3)
            {
                votes[i] = VotingDeduction.Present[left % 3];
                p *=
                    votes[i] == VoteChoice.Yes ? 0.6
                    : votes[i] == VoteChoice.No ? 0.3
                    : 0.1;
            }
            expected += body.Passes(votes) ? p : 0;
        }
        expected.ShouldBeInRange(drawn.Interval.Low - 0.003, drawn.Interval.High + 0.003);
    }

    [Fact]
    public void The_council_as_a_declared_model()
    {
        var model = new CouncilVote();
        var outputs = new double[model.Outputs.Count];
        // China and Russia veto for certain: nothing passes. Nobody does and all vote yes: it passes.
        model.Evaluate([1, 0, 0, 1, 0, 1, 1, 0], outputs);
        outputs.ShouldBe([0, 1, 0]);
        model.Evaluate([0, 0, 0, 0, 0, 1, 1, 0], outputs);
        outputs[0].ShouldBe(1, 1e-12);
        model.Evaluate([0.5, 0, 0, 0.5, 0, 1, 1, 0], outputs);
        outputs.ShouldBe([0.25, 0.75, 0], 1e-12);
        // Two vetoes that go together block less often than two that do not.
        model.Evaluate([0.5, 0, 0, 0.5, 0, 1, 1, 0.6], outputs);
        outputs[0].ShouldBeGreaterThan(0.3);
        model.Evaluate([0, 0, 0, 0, 0, 1, 0.2, 0], outputs);
        (outputs[0] + outputs[2]).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Votes_known_tell_of_the_text_and_so_of_the_others()
    {
        // Those on the right vote no: a text of the left, on which the next on the right is likelier to vote no than the next on the left.
        var texts = TextGrid.Of([(1.5, 2), (1.2, 2), (-1.0, 0), (-0.8, 0)]);
        texts.Sum(t => t.Weight).ShouldBe(1, 1e-12);
        double No(double x) => texts.Sum(t => t.Weight * t.Text.Chances(x).No);
        No(1.4).ShouldBeGreaterThan(0.7);
        No(-0.9).ShouldBeLessThan(0.2);
        var (yes, abstain, no) = new TextPosition(1, -0.5, 0.5).Chances(0.3, 0.4, 0.7);
        (yes + abstain + no).ShouldBe(1, 1e-15);
    }
}
