using Entente.Checking;
using Entente.Checking.Deduction;
using Entente.Claims.Language;

namespace Entente.Tests.Checking.Deduction;

public class DeductionCheckerTests
{
    private static Comparison Votes(string state, string choice, Relation relation = Relation.Equal) =>
        new(relation, new Call("vote", [new(null, new NameReference(state))]), new NameReference(choice));

    private static Call Passes(string body) => new("passes", [new(null, new NameReference(body))]);

    private static DeductionOutcome Check(Expression premise, Expression conclusion) =>
        DeductionChecker.TryCheck(new IfThen(premise, conclusion)).ShouldNotBeNull();

    [Fact]
    public void A_veto_blocks_under_its_premise()
    {
        var outcome = Check(new And(Votes("RUS", "no"), Votes("CHN", "no")), new Not(Passes("UNSC")));

        outcome.Verdict.ShouldBe(Verdict.Supported);
        outcome.Premise.ShouldBe("RUS votes no and CHN votes no");
        outcome.Explanation.ShouldBe(
            "follows if RUS votes no and CHN votes no: the no of CHN or of RUS, permanent members, blocks by itself (UN Charter, Article 27(3))"
        );
        outcome.Derivation.Args[1].Text.ShouldBe("nine affirmative votes of fifteen and no permanent member against");
        outcome.Derivation.Args[^1].Text.ShouldStartWith("0 of ");
    }

    [Fact]
    public void The_opposite_of_what_follows_is_contradicted() =>
        Check(Votes("USA", "no"), Passes("UNSC")).Verdict.ShouldBe(Verdict.Contradicted);

    [Theory]
    [InlineData("RUS", "abstain")]
    [InlineData("RUS", "yes")]
    [InlineData("IND", "no")]
    public void What_does_not_follow_cannot_be_told(string state, string choice)
    {
        foreach (Expression conclusion in new Expression[] { Passes("UNSC"), new Not(Passes("UNSC")) })
        {
            var outcome = Check(Votes(state, choice), conclusion);
            outcome.Verdict.ShouldBe(Verdict.CannotTell);
            outcome.Reason!.Code.ShouldBe("does-not-follow");
        }
    }

    [Fact]
    public void One_of_two_vetoes_is_enough() =>
        Check(new Or(Votes("RUS", "no"), Votes("CHN", "no")), new Not(Passes("UNSC"))).Verdict.ShouldBe(Verdict.Supported);

    [Fact]
    public void Not_to_vote_no_leaves_it_open() =>
        Check(Votes("RUS", "no", Relation.NotEqual), Passes("UNSC")).Verdict.ShouldBe(Verdict.CannotTell);

    [Fact]
    public void No_veto_in_the_general_assembly() =>
        Check(new And(Votes("RUS", "no"), Votes("CHN", "no")), new Not(Passes("UNGA"))).Verdict.ShouldBe(Verdict.CannotTell);

    [Fact]
    public void A_premise_that_cannot_be_proves_nothing() =>
        Check(new And(Votes("RUS", "no"), Votes("RUS", "yes")), new Not(Passes("UNSC"))).Reason!.Code.ShouldBe("premise-impossible");

    [Fact]
    public void A_condition_given_is_a_premise() =>
        DeductionChecker
            .TryCheck(new Given(new Not(Passes("UNSC")), Votes("P5", "no")))
            .ShouldNotBeNull()
            .Verdict.ShouldBe(Verdict.Supported);

    [Fact]
    public void What_is_no_deduction_about_votes_is_left_to_others()
    {
        DeductionChecker.TryCheck(Passes("UNSC")).ShouldBeNull();
        DeductionChecker.TryCheck(new IfThen(Votes("RUS", "no"), new NameReference("x"))).ShouldBeNull();
        DeductionChecker.TryCheck(new IfThen(new NameReference("x"), Passes("UNSC"))).ShouldBeNull();
        DeductionChecker.TryCheck(new IfThen(Votes("RUS", "no"), Passes("FIFA"))).ShouldBeNull();
    }
}
