using System.Numerics;
using Entente.Models.Voting;

namespace Entente.Tests.Models.Voting;

public sealed class PowerIndexTests
{
    [Fact]
    public void Two_hundred_members_by_weight()
    {
        var body = Body([.. Enumerable.Range(0, 200).Select(i => new Seat($"m{i}", 1 + (i * 37 % 50)))], new Majority(2, 3, Strict: false));
        var power = PowerIndex.Of(body);
        Sum(power.Select(p => p.ShapleyShubik)).ShouldBe(new Fraction(1, 1));
        Sum(power.Select(p => p.Banzhaf)).ShouldBe(new Fraction(1, 1));
    }

    [Fact]
    public void The_count_agrees_with_listing_every_coalition()
    {
        foreach (var veto in (bool[])[false, true])
        foreach (var threshold in (Threshold[])[new Quota(11), new Majority(1, 2, Strict: true)])
        {
            Seat[] seats = [new("a", 5), new("b", 4, veto), new("c", 4), new("d", 0), new("e", 2, veto), new("f", 1), new("g", 1)];
            var body = Body(seats, threshold);
            var power = PowerIndex.Of(body);
            for (var i = 0; i < seats.Length; i++)
                power[i].Swings.ShouldBe(Swings(body, i), $"{seats[i]} {threshold}");
            Sum(power.Select(p => p.ShapleyShubik)).ShouldBe(new Fraction(1, 1));
        }
    }

    [Fact]
    public void More_seats_than_the_fast_count_holds_are_counted_too()
    {
        var power = PowerIndex.Of(Body([.. Enumerable.Range(0, 301).Select(i => new Seat($"m{i}"))], new Majority(1, 2, Strict: true)));
        power.ShouldAllBe(p => p.ShapleyShubik == new Fraction(1, 301));
    }

    private static BigInteger Swings(VotingBody body, int seat)
    {
        var count = 0;
        for (var set = 0; set < 1 << body.Seats.Count; set++)
            if ((set >> seat & 1) == 0 && !Wins(body, set) && Wins(body, set | (1 << seat)))
                count++;
        return count;
    }

    private static bool Wins(VotingBody body, int set)
    {
        var yes = body.Seats.Where((_, i) => (set >> i & 1) == 1).Sum(s => s.Weight);
        return body.Seats.Where((s, i) => s.Veto && (set >> i & 1) == 0).All(_ => false) && body.Threshold.Met(yes, body.TotalWeight - yes);
    }

    private static Fraction Sum(IEnumerable<Fraction> parts) =>
        parts.Aggregate(
            new Fraction(0, 1),
            (sum, p) => new((sum.Numerator * p.Denominator) + (p.Numerator * sum.Denominator), sum.Denominator * p.Denominator)
        );

    private static VotingBody Body(IReadOnlyList<Seat> seats, Threshold threshold) =>
        new()
        {
            Code = "TEST",
            Name = "A body",
            Seats = seats,
            Threshold = threshold,
            Rule = "a rule",
            Source = "this test",
        };
}
