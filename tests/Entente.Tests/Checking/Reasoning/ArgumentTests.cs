using Entente.Checking.Reasoning;
using Entente.Models.Declared;

namespace Entente.Tests.Checking.Reasoning;

/// <summary>Arguments whose answers can be had by hand.</summary>
public sealed class ArgumentTests
{
    /// <summary>The constant-sum game of the logit path, both choosing at once: λ = 1, 2, 3 as in LogitTests.</summary>
    [Theory]
    [InlineData(1, 0.64297936, 0.58831902)]
    [InlineData(2, 0.77267661, 0.61174348)]
    [InlineData(3, 0.85953671, 0.60381579)]
    public void Moves_that_are_unseen_are_made_at_once(int lambda, double row, double column)
    {
        var argument = Made.Read(
            $$"""
            argument: A constant-sum game
            {{Made.Source}}
            actors: [R, C]
            moves:
              r: {actor: R, options: [top, bottom], then: c}
              c: {actor: C, options: [left, right], then: over, unseen: [r]}
            ends:
              over:
                R: 1 - (r = bottom and c = left)
                C: 1 + (r = bottom and c = left)
            solution: {concept: qre, lambda: {value: {{lambda}}, {{Made.By}} } }
            claims:
              - p(choice(R) = top) > 50%
            """
        );
        var answer = ArgumentRun.Answer(argument, 20, 1, 2);
        answer.Play.Single(m => m.Move == "r").Options[0].Probability.ShouldBe(row, 1e-8);
        answer.Play.Single(m => m.Move == "c").Options[0].Probability.ShouldBe(column, 1e-8);
        answer.Claims[0].P.ShouldBe(1);
        answer.Warnings.ShouldContain(w => w.StartsWith("no number is a range", StringComparison.Ordinal));
    }

    private const string Sides = """
        argument: Whoever wins
        source: {author: A. Author, date: 2024-05-01}
        unit: points
        actors: [USA, CHN]
        assumptions:
          gain: {low: 0, mode: 0.5, high: 1, author: A. Author, date: 2024-05-01, assumed: a test}
          loss: {low: 0, mode: 0.5, high: 1, author: B. Other, date: 2024-05-02, assumed: a test}
          win: {value: 0.25, author: B. Other, date: 2024-05-02, assumed: a test}
        moves:
          war.outcome: {chance: {win: win, lose: 1 - win}, then: us.hostility}
          us.hostility: {actor: USA, options: [high, low], then: side}
          side: {actor: CHN, options: [align, hedge], then: over}
        ends:
          over:
            USA: (us.hostility = high) - (0.5 * (side = align))
            CHN: (side = align) * (gain * (us.hostility = high) - loss * (us.hostility = low)) + 0.1 * (war.outcome = win)
        solution: {concept: backward}
        claims:
        """;

    private static ArgumentAnswer Run(string claims, int draws = 4000) => ArgumentRun.Answer(Made.Read(Sides + "\n" + claims), draws, 3, 2);

    [Fact]
    public void Choices_are_invariant_to_what_does_not_pay()
    {
        var answer = Run(
            """
              - choice(CHN) invariant to war.outcome given us.hostility = high
              - choice(CHN) invariant to us.hostility
              - if us.hostility = low then choice(CHN) = hedge
              - choice(CHN) = align
              - p(choice(CHN) = align and war.outcome = win) within [24.9%, 25.1%]
              - 'p(war.outcome = win, when: choice(CHN) = align) = 25%'
              - utility(CHN) - gain within [0.0249, 0.0251]
              - 'utility(CHN, at: side, of: align) = gain given war.outcome = lose'
              - utility(USA) = 50%
              - not choice(USA) = low and (choice(USA) = high or gain < 0)
              - min(gain, loss) <= max(gain, loss)
              - choice(USA) != low
            """
        );
        answer.Claims.Select(c => c.P).ShouldBe([1, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        answer.Claims.ShouldAllBe(c => c.AtModes == (c.P == 1));
    }

    /// <summary>Two symmetric triangles on [0, 1]: one is above the other as often as not; above one half more than 0.5 · 1.25 of the time at 3/4 of it.</summary>
    [Fact]
    public void A_share_a_flip_and_a_box_are_those_of_the_triangles()
    {
        var answer = Run("  - gain > loss\n  - gain > 0.25\n  - gain + loss > 5\n", 20_000);
        var even = answer.Claims[0];
        even.P!.Value.ShouldBe(0.5, 0.015);
        even.Interval!.Value.Low.ShouldBeLessThan(0.5);
        even.AtModes.ShouldBe(false);
        even.Drivers.Select(d => d.Input.Name).ShouldBe(["gain", "loss"], ignoreOrder: true);
        even.Drivers.ShouldAllBe(d => Math.Abs(d.Sobol!.Total - even.Drivers[0].Sobol!.Total) < 0.1);
        // P(X > 1/4) of the triangle on [0, 1] with its mode in the middle is 1 - 2 (1/4)² = 7/8.
        var one = answer.Claims[1];
        one.P!.Value.ShouldBe(0.875, 0.01);
        one.Drivers[0].Input.Name.ShouldBe("gain");
        one.Drivers[0].Sobol!.Total.ShouldBe(1, 0.05);
        one.Flips.Single(f => f.Input.Name == "gain").Within!.Value.ShouldBe(0.25, 1e-6);
        one.Flips.Single(f => f.Input.Name == "loss").Within.ShouldBeNull();
        one.Breaks!.Sides.ShouldHaveSingleItem().High.ShouldBe(0.25, 0.02);
        one.Voices.Single(v => v.Author == "A. Author").Turns.ShouldBe(0.125, 0.03);
        one.Voices.Single(v => v.Author == "B. Other").Turns.ShouldBe(0);
        answer.Claims[2].Flips.Single(f => f.Input.Name == "gain").Within.ShouldBeNull();
        answer.Claims[2].P.ShouldBe(0);
    }

    [Fact]
    public void The_same_seed_gives_the_same_bits_on_any_number_of_threads()
    {
        var argument = Made.Read(Sides + "\n  - gain > loss\n  - choice(CHN) = align given us.hostility = low\n");
        var (one, four) = (new double[500 * 3], new double[500 * 3]);
        var draws = new ArgumentDraws(argument);
        draws.Run(500, 7, 4, null, four).ShouldBe(draws.Run(500, 7, 1, null, one));
        four.ShouldBe(one);
        draws.Run(500, 8, 1).ShouldNotBe(draws.Run(500, 7, 1));
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Should.Throw<OperationCanceledException>(() => ArgumentRun.Answer(argument, 1000, 1, 2, null, stopped.Token));
    }

    [Fact]
    public void Linked_numbers_are_drawn_together()
    {
        var argument = Made.Read(
            Sides.Replace("moves:", "correlated: [{of: [gain, loss], by: 0.9, assumed: a test}]\nmoves:", StringComparison.Ordinal)
                + "\n  - gain > loss + 0.3\n"
        );
        var loose = Run("  - gain > loss + 0.3\n");
        ArgumentRun.Answer(argument, 4000, 3, 2).Claims[0].P!.Value.ShouldBeLessThan(loose.Claims[0].P!.Value / 2);
        var values = new double[4000 * 3];
        new ArgumentDraws(argument).Run(4000, 1, 2, null, values);
        // Each keeps its own triangle: mean 1/2, variance 1/24.
        var gains = Enumerable.Range(0, 4000).Select(d => values[d * 3]).ToArray();
        gains.Average().ShouldBe(0.5, 0.01);
        gains.Average(g => (g - 0.5) * (g - 0.5)).ShouldBe(1.0 / 24, 0.003);
    }

    [Fact]
    public void Figures_of_the_record_and_losses_of_the_trade_model_bring_their_evidence()
    {
        var argument = Made.Read(
            Sides.Replace(
                "  win: {value: 0.25, author: B. Other, date: 2024-05-02, assumed: a test}",
                """
                  win: {value: 'trade(CHN, RUS, 2022) / 1e12 USD'}
                  cut: {value: 'loss(CHN, scenario: "x.yml") * 100 + growth(trade(CHN, RUS), 2022)'}
                  told: {low: 0, mode: 1, high: 2, author: X, date: 2020, evidence: [ukraine_invasion_2022, 'trade/china-russia.csv:2', 'trade(CHN, RUS, 2022)']}
                """,
                StringComparison.Ordinal
            ) + "\n  - cut > 0\n"
        );
        var record = argument.Inputs.Single(i => i.Name == "win");
        record.Origin.ShouldBe(InputOrigin.Record);
        record.Author.ShouldBe("the record");
        record.Range.Mode.ShouldBeInRange(0.17, 0.2);
        record.Evidence.ShouldContain(e => e.Id.StartsWith("trade/", StringComparison.Ordinal));
        var cut = argument.Inputs.Single(i => i.Name == "cut");
        cut.Origin.ShouldBe(InputOrigin.TradeModel);
        cut.Range.Mode.ShouldBe(2.293, 0.002);
        cut.Range.Low.ShouldBeLessThan(1.30);
        cut.Evidence.ShouldContain(e => e.Said == "CHN loses Income");
        argument.Inputs.Single(i => i.Name == "told").Evidence.Select(e => e.Id).ShouldContain("ukraine_invasion_2022");
    }

    [Fact]
    public void What_divides_two_arguments_is_what_they_declare_differently()
    {
        var first = Made.Read(Sides + "\n  - gain > loss\n");
        var second = Made.Read(
            Sides
                .Replace(
                    "gain: {low: 0, mode: 0.5, high: 1, author: A. Author",
                    "gain: {low: 1, mode: 1.5, high: 2, author: C. Third",
                    StringComparison.Ordinal
                )
                .Replace("loss: {low: 0,", "loss: {low: 0.01,", StringComparison.Ordinal) + "\n  - gain > loss\n  - gain > 1\n"
        );
        ArgumentDivision.Apart(first, second).ShouldBeNull();
        var division = ArgumentDivision.Between(first, second, 1000, 1, 2);
        division.Differing.ShouldBe(2);
        var claim = division.Claims[0];
        claim.ClaimedBy.ShouldBe((true, true));
        claim.P.Second.ShouldBe(1);
        claim.Shares[0].First.Name.ShouldBe("gain");
        claim.Shares[0].Turns.ShouldBeTrue();
        claim.Shares.Sum(s => s.Share).ShouldBe(claim.P.Second!.Value - claim.P.First!.Value, 1e-9);
        division.Claims[1].ClaimedBy.ShouldBe((false, true));
        ArgumentDivision
            .Apart(first, Made.Read(Sides.Replace("0.5 * (side", "0.6 * (side", StringComparison.Ordinal) + "\n  - gain > loss\n"))
            .ShouldNotBeNull();
    }

    [Fact]
    public void A_game_of_an_argument_is_the_game_that_solvers_take()
    {
        var argument = Made.Read(Sides + "\n  - gain > loss\n");
        var game = DeclaredGameFile.Of("Sides", argument.Scenario, [.. argument.Inputs.Select(i => i.Range.Mode)])!;
        var solved = Entente.Models.Games.GameSolving.Solve(game, Entente.Models.Games.GameSolver.Backward, 1, 1);
        solved.Profiles[0].Payoffs.Select(p => p.Value).ShouldBe([0.5, 0.525], 1e-12);
        Entente.Models.Games.GameSolving.Solve(game, Entente.Models.Games.GameSolver.Nash, 1, 1).Certificate.Converged.ShouldBeTrue();
    }
}
