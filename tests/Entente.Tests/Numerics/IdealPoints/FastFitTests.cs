using Entente.Numerics.IdealPoints;

namespace Entente.Tests.Numerics.IdealPoints;

/// <summary>The dynamic ordinal model by expectation and maximisation.</summary>
public sealed class FastFitTests
{
    private static readonly MadeVotes Made = MadeVotes.Of(60, 10, 40, seed: 3);

    private static IdealPointOptions Options(int threads = 2) => new() { PositiveState = Made.Highest, Threads = threads };

    private static readonly Lazy<IdealPointFit> Fitted = new(() => FastFit.Run(Made.Votes, Options()));

    [Fact]
    public void Positions_that_are_known_are_found_again()
    {
        var fit = Fitted.Value;
        fit.Converged.ShouldBeTrue();
        MadeVotes.Correlation(fit.Position[0], Made.Standardised(fit)).ShouldBeGreaterThan(0.97);
    }

    [Fact]
    public void Intervals_hold_the_truth_about_as_often_as_they_say()
    {
        var fit = Fitted.Value;
        var truth = Made.Standardised(fit);
        var held = 0;
        for (var c = 0; c < truth.Length; c++)
            held += Math.Abs(fit.Position[0][c] - truth[c]) < 1.645 * fit.Error[0][c] ? 1 : 0;
        (held / (double)truth.Length).ShouldBeInRange(0.84, 0.95);
    }

    [Fact]
    public void A_drift_has_the_error_of_a_difference_that_hangs_together()
    {
        var fit = Fitted.Value;
        var truth = Made.Standardised(fit);
        var held = 0;
        for (var i = 0; i < 60; i++)
        {
            var (from, to) = (fit.Cell(i, 2), fit.Cell(i, 8));
            var (change, error) = fit.Drift(from, to);
            change.ShouldBe(fit.Position[0][to] - fit.Position[0][from], 1e-12);
            held += Math.Abs(change - (truth[to] - truth[from])) < 1.645 * error ? 1 : 0;
            // Neighbours vary together, so their difference is surer than of strangers.
            var (_, near) = fit.Drift(fit.Cell(i, 4), fit.Cell(i, 5));
            near.ShouldBeLessThan(Math.Sqrt(Math.Pow(fit.Error[0][fit.Cell(i, 4)], 2) + Math.Pow(fit.Error[0][fit.Cell(i, 5)], 2)));
        }
        (held / 60.0).ShouldBeInRange(0.78, 0.98);
        fit.Drift(fit.Cell(5, 3), fit.Cell(5, 3)).ShouldBe((0, 0));
        Should.Throw<ArgumentException>(() => fit.Drift(fit.Cell(0, 1), fit.Cell(1, 1)));
    }

    [Fact]
    public void One_sided_paths_find_the_truth_too_but_know_less_of_every_position()
    {
        var fit = FastFit.Run(Made.Votes, Options() with { Path = PathPrior.OneSided });
        fit.Converged.ShouldBeTrue();
        MadeVotes.Correlation(fit.Position[0], Made.Standardised(fit)).ShouldBeGreaterThan(0.96);
        // What comes later bears on nothing, so that all but the last positions are less sure than where it does.
        for (var i = 0; i < 60; i++)
        for (var t = 1; t < 9; t++)
            fit.Error[0][fit.Cell(i, t)].ShouldBeGreaterThan(Fitted.Value.Error[0][Fitted.Value.Cell(i, t)]);
        FastFit.Run(Made.Votes, Options(1) with { Path = PathPrior.OneSided }).Position[0].ShouldBe(fit.Position[0]);
    }

    [Fact]
    public void Any_number_of_threads_gives_the_same_bits()
    {
        var one = FastFit.Run(Made.Votes, Options(1));
        var three = FastFit.Run(Made.Votes, Options(3));
        one.Position[0].ShouldBe(three.Position[0]);
        one.Error[0].ShouldBe(three.Error[0]);
        one.Position[0].ShouldBe(Fitted.Value.Position[0]);
    }

    [Fact]
    public void Other_labels_give_the_same_positions_under_other_labels()
    {
        var votes = Made.Votes;
        var renamed = votes with
        {
            State = Array.ConvertAll(votes.State, s => votes.States - 1 - s),
            Item = Array.ConvertAll(votes.Item, v => (v * 7) % votes.Items),
        };
        var fit = FastFit.Run(renamed, Options() with { PositiveState = votes.States - 1 - Made.Highest, Tolerance = 1e-6 });
        var own = FastFit.Run(votes, Options() with { Tolerance = 1e-6 });
        for (var c = 0; c < own.State.Length; c++)
            fit.Position[0][fit.Cell(votes.States - 1 - own.State[c], own.Period[c])].ShouldBe(own.Position[0][c], 1e-3);
    }

    [Fact]
    public void The_orienting_state_is_positive_and_nothing_else_changes()
    {
        var fit = Fitted.Value;
        var lowest = Enumerable.Range(0, 60).MinBy(i => Enumerable.Range(0, 10).Sum(t => fit.Position[0][fit.Cell(i, t)]));
        var turned = FastFit.Run(Made.Votes, Options() with { PositiveState = lowest });
        for (var c = 0; c < fit.State.Length; c++)
            turned.Position[0][c].ShouldBe(-fit.Position[0][c], 1e-12);
    }

    [Fact]
    public void Yes_for_no_on_an_item_turns_the_item_round_and_moves_nobody()
    {
        var votes = Made.Votes with { Choice = [.. Made.Votes.Choice.Select((c, i) => Made.Votes.Item[i] % 3 == 0 ? (byte)(2 - c) : c)] };
        var turned = FastFit.Run(votes, Options() with { Tolerance = 1e-6 });
        var own = FastFit.Run(Made.Votes, Options() with { Tolerance = 1e-6 });
        for (var c = 0; c < own.State.Length; c++)
            turned.Position[0][c].ShouldBe(own.Position[0][c], 1e-3);
        turned.Discrimination[0][3].ShouldBe(-own.Discrimination[0][3], 1e-3);
        turned.Discrimination[0][4].ShouldBe(own.Discrimination[0][4], 1e-3);
    }

    [Fact]
    public void Items_on_which_all_agree_say_nothing()
    {
        var votes = Made.Votes;
        var more = votes with
        {
            Items = votes.Items + 1,
            State = [.. votes.State, .. Enumerable.Range(0, 60)],
            Period = [.. votes.Period, .. Enumerable.Repeat(4, 60)],
            Item = [.. votes.Item, .. Enumerable.Repeat(votes.Items, 60)],
            Choice = [.. votes.Choice, .. new byte[60]],
        };
        // The share of a period's votes, and with it the prior of a step, changes a little; nothing else does.
        var fit = FastFit.Run(more, Options());
        MadeVotes.Correlation(fit.Position[0], Fitted.Value.Position[0]).ShouldBeGreaterThan(0.9999);
    }

    [Fact]
    public void A_second_dimension_is_needed_where_there_is_one_and_only_there()
    {
        var one = DimensionTest.Run(Made.Votes, Options());
        one.Converged.ShouldBeTrue();
        one.Gain.ShouldBeLessThan(2 * one.GainError);
        var made = MadeVotes.Of(60, 8, 40, seed: 5, dimensions: 2);
        var two = DimensionTest.Run(made.Votes, new() { PositiveState = made.Highest });
        two.Converged.ShouldBeTrue();
        two.Gain.ShouldBeGreaterThan(4 * two.GainError);
        two.Two.ProportionalReduction.ShouldBeGreaterThan(two.One.ProportionalReduction + 0.1);
    }

    [Fact]
    public void Votes_out_of_range_are_refused()
    {
        var votes = Made.Votes with { Choice = [3, .. Made.Votes.Choice.Skip(1)] };
        Should.Throw<ArgumentException>(() => FastFit.Run(votes, Options())).Message.ShouldContain("choice 3 of 0 to 2");
        Should.Throw<ArgumentException>(() => FastFit.Run(Made.Votes, Options() with { PositiveState = 60 }));
        Should.Throw<OperationCanceledException>(() => FastFit.Run(Made.Votes, Options(), null, new CancellationToken(true)));
    }
}
