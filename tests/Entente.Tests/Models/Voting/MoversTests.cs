using Entente.Models.Voting;
using Entente.Numerics.Random;
using Entente.Record;

namespace Entente.Tests.Models.Voting;

public sealed class MoversTests
{
    private static Dictionary<string, VoteChoice> Votes(VotingBody body, params VoteChoice[] choices) =>
        body.Seats.Zip(choices).ToDictionary(v => v.First.Name, v => v.Second, StringComparer.Ordinal);

    /// <summary>The vote on S/2022/155 as the record has it: Russia alone turns it, by abstaining or by voting yes.</summary>
    [Fact]
    public void Who_vetoes_alone_is_pivotal()
    {
        var cast = Installation
            .Engine.Record()
            .Votes.Where(v => v is { Body: "UNSC" } && v.Resolution.StartsWith("S/2022/155", StringComparison.Ordinal))
            .ToList();
        cast.Count.ShouldBe(15);
        var body = Bodies.Shipped("unsc", new LocalDate(2022, 2, 25));
        var votes = cast.ToDictionary(v => v.State, v => v.Choice, StringComparer.Ordinal);
        body.Decide(votes).VetoedBy.ShouldBe(["RUS"]);
        Movers.Pivotal(body, votes).ShouldBe(["RUS"]);
        var turning = Movers.Find(body, votes);
        (turning.ToPass, turning.Fewest, turning.Count).ShouldBe((true, 1, 2));
        turning.Smallest.ShouldBe([
            [new Move("RUS", VoteChoice.No, VoteChoice.Abstain)],
            [new Move("RUS", VoteChoice.No, VoteChoice.Yes)],
        ]);
    }

    [Fact]
    public void Four_of_thirty_five_percent_block_in_the_union()
    {
        var body = Bodies.Shipped("eu");
        var votes = body.Seats.ToDictionary(s => s.Name, _ => VoteChoice.Yes, StringComparer.Ordinal);
        var turning = Movers.Find(body, votes);
        (turning.ToPass, turning.Fewest).ShouldBe((false, 4));
        // Three hold more than 35 % and cannot block; that is the rule of four.
        foreach (var state in (string[])["DEU", "FRA", "ITA"])
            votes[state] = VoteChoice.No;
        var outcome = body.Decide(votes);
        outcome.Passes.ShouldBeTrue();
        outcome.TooFewToBlock.ShouldBeTrue();
        votes["MLT"] = VoteChoice.Abstain;
        body.Decide(votes).Passes.ShouldBeFalse();
    }

    [Fact]
    public void The_cheapest_set_may_be_larger_than_the_smallest()
    {
        var body = CriteriaTests.Body([5, 2, 2, 1], 5);
        var votes = Votes(body, VoteChoice.No, VoteChoice.No, VoteChoice.Abstain, VoteChoice.Abstain);
        var turning = Movers.Find(body, votes, m => m.Seat == "m0" ? 10 : 1);
        turning.Smallest.ShouldHaveSingleItem().ShouldHaveSingleItem().Seat.ShouldBe("m0");
        turning.Cheapest!.Value.Moves.Select(m => m.Seat).ShouldBe(["m1", "m2", "m3"]);
        turning.Cheapest.Value.Cost.ShouldBe(3);
    }

    [Fact]
    public void The_fewest_are_the_fewest_of_all_subsets()
    {
        var random = new RandomStream(5, 1);
        for (var round = 0; round < 200; round++)
        {
            int[] weights = [.. Enumerable.Range(0, 6).Select(_ => 1 + random.Below(5))];
            var body = CriteriaTests.Body(weights, 1 + random.Below(weights.Sum())) with
            {
                Threshold = random.Below(2) == 0 ? new Quota(1 + random.Below(weights.Sum())) : new Majority(2, 3, Strict: false),
                Seats = [.. weights.Select((w, i) => new Seat($"m{i}", w, i == 0 && random.Below(3) == 0))],
            };
            if (random.Below(2) == 0)
                body = body with { Also = [new("second", [.. weights.Select(_ => 1 + random.Below(4))], new Quota(1 + random.Below(8)))] };
            VoteChoice[] now = [.. weights.Select(_ => VotingDeduction.Present[random.Below(3)])];
            var turning = Movers.Find(body, Votes(body, now));
            turning.Fewest.ShouldBe(Brute(body, now), $"round {round}");
            turning.FewestIsProven.ShouldBeTrue();
        }
    }

    /// <summary>Of all votes with another outcome the one that differs from now in the fewest seats.</summary>
    private static int Brute(VotingBody body, VoteChoice[] now)
    {
        var passes = body.Passes(now);
        var best = int.MaxValue;
        for (var code = 0; code < 729; code++)
        {
            var then = new VoteChoice[6];
            for (int i = 0, left = code; i < 6; i++, left /= 3)
                then[i] = VotingDeduction.Present[left % 3];
            if (body.Passes(then) != passes)
                best = Math.Min(best, then.Where((v, i) => v != now[i]).Count());
        }
        return best == int.MaxValue ? 0 : best;
    }
}
