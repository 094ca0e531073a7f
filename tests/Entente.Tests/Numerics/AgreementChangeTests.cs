using Entente.Numerics.IdealPoints;

namespace Entente.Tests.Numerics;

/// <summary>A change of agreement as position, agenda and chance.</summary>
public sealed class AgreementChangeTests
{
    /// <summary>Two states in two periods, four items: the first two of the earlier period, the others of the later.</summary>
    private static (IdealPointFit Fit, OrdinalVotes Votes) Made(double[] positions, double[] cuts, byte[] choices) =>
        (
            new()
            {
                Dimensions = 1,
                State = [0, 0, 1, 1],
                Period = [0, 1, 0, 1],
                Votes = [2, 2, 2, 2],
                Position = [positions],
                Error =
                [
                    [0.1, 0.1, 0.1, 0.1],
                ],
                Discrimination =
                [
                    [1, 1, 1, 1],
                ],
                Cut1 = cuts,
                Cut2 = [.. cuts.Select(c => c + 0.5)],
                Rounds = 5,
                Residual = 0,
                Converged = true,
            },
            new()
            {
                States = 2,
                Periods = 2,
                Items = 4,
                State = [0, 0, 0, 0, 1, 1, 1, 1],
                Period = [0, 0, 1, 1, 0, 0, 1, 1],
                Item = [0, 1, 2, 3, 0, 1, 2, 3],
                Choice = choices,
            }
        );

    private static readonly byte[] Choices = [0, 2, 0, 0, 2, 2, 0, 1];

    [Fact]
    public void The_parts_add_up_to_what_was_observed()
    {
        var (fit, votes) = Made([1, 0.5, -1, 0.2], [0, 0.3, -0.4, 0.8], Choices);
        var change = AgreementChange.Of(fit, votes, 0, 1, 0, 1)!;
        // Before: no against yes and no with no, 0 and 1; after: yes with yes, yes with abstain, 1 and ½.
        change.Before.ShouldBe(0.5);
        change.After.ShouldBe(0.75);
        (change.Position + change.Agenda + change.Chance).ShouldBe(change.Change, 1e-12);
        change.Votes.ShouldBe((2, 2));
        change.Position.ShouldBeGreaterThan(0, "they came nearer to each other");
    }

    [Fact]
    public void Who_did_not_move_owes_nothing_to_position()
    {
        var (fit, votes) = Made([1, 1, -1, -1], [0, 0.3, 1.4, -2.8], Choices);
        AgreementChange.Of(fit, votes, 0, 1, 0, 1)!.Position.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void The_same_kind_of_items_owe_nothing_to_the_agenda()
    {
        var (fit, votes) = Made([1, 0.2, -1, -0.1], [0.1, 0.3, 0.1, 0.3], Choices);
        AgreementChange.Of(fit, votes, 0, 1, 0, 1)!.Agenda.ShouldBe(0, 1e-12);
    }

    [Fact]
    public void The_order_of_the_two_changes_nothing_and_that_of_the_periods_the_sign()
    {
        var (fit, votes) = Made([1, 0.5, -1, 0.2], [0, 0.3, -0.4, 0.8], Choices);
        var (one, two) = (AgreementChange.Of(fit, votes, 0, 1, 0, 1)!, AgreementChange.Of(fit, votes, 1, 0, 0, 1)!);
        two.Position.ShouldBe(one.Position, 1e-12);
        two.Agenda.ShouldBe(one.Agenda, 1e-12);
        var back = AgreementChange.Of(fit, votes, 0, 1, 1, 0)!;
        back.Position.ShouldBe(-one.Position, 1e-12);
        back.Agenda.ShouldBe(-one.Agenda, 1e-12);
    }

    [Fact]
    public void Without_votes_in_common_there_is_nothing_to_split()
    {
        var (fit, votes) = Made([1, 0.5, -1, 0.2], [0, 0.3, -0.4, 0.8], Choices);
        AgreementChange.Of(fit, votes with { Period = [0, 0, 0, 0, 0, 0, 0, 0] }, 0, 1, 0, 1).ShouldBeNull();
    }

    [Fact]
    public void A_fit_that_did_not_converge_says_nothing()
    {
        var (fit, votes) = Made([1, 0.5, -1, 0.2], [0, 0.3, -0.4, 0.8], Choices);
        Should.Throw<InvalidOperationException>(() => AgreementChange.Of(fit with { Converged = false }, votes, 0, 1, 0, 1));
    }
}
