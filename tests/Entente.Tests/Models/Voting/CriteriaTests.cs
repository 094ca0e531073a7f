using System.Numerics;
using Entente.Models.Voting;
using Entente.Record;

namespace Entente.Tests.Models.Voting;

/// <summary>Bodies with several criteria, against published values and against listing every coalition.</summary>
public sealed class CriteriaTests
{
    private static readonly Dictionary<string, IReadOnlyList<VoteChoice>> Nothing = [];

    /// <summary>
    /// Published: the Council of fifteen, 62 of 87 votes. Felsenthal and Machover 1998, The Measurement of Voting Power, ch. 5: Banzhaf in percent 11.16, 9.24,
    /// 5.87, 4.79, 3.59, 2.26; Shapley and Shubik 11.67, 9.55, 5.52, 4.54, 3.53, 2.07.
    /// </summary>
    [Fact]
    public void Published_power_in_the_council_of_fifteen()
    {
        var power = PowerIndex.Of(Body([10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2], 62));
        int[] one = [0, 4, 5, 9, 11, 14];
        one.Select(i => Math.Round(power[i].Banzhaf.Value * 100, 2)).ShouldBe([11.16, 9.24, 5.87, 4.79, 3.59, 2.26]);
        one.Select(i => Math.Round(power[i].ShapleyShubik.Value * 100, 2)).ShouldBe([11.67, 9.55, 5.52, 4.54, 3.53, 2.07]);
    }

    /// <summary>
    /// Published: the weights of Nice for 27, 255 of 345. Bilbao, Fernández, Jiménez and López 2002, European Journal of Operational Research 143:181,
    /// Shapley and Shubik .0867, .0800, .0399, .0368, .0341, .0282, .0196, .0110, .0082 (printed to three digits there: .087 to .008).
    /// </summary>
    [Fact]
    public void Published_power_under_the_weights_of_Nice()
    {
        int[] weights = [29, 29, 29, 29, 27, 27, 14, 13, 12, 12, 12, 12, 12, 10, 10, 10, 7, 7, 7, 7, 7, 4, 4, 4, 4, 4, 3];
        var power = PowerIndex.Of(Body(weights, 255));
        int[] one = [0, 4, 6, 7, 8, 13, 16, 21, 26];
        one.Select(i => Math.Round(power[i].ShapleyShubik.Value, 3))
            .ShouldBe([0.087, 0.080, 0.040, 0.037, 0.034, 0.028, 0.020, 0.011, 0.008]);
    }

    /// <summary>Of the rule of Article 27(3): 848 and 84 swings of 2^14, so that the chance to decide is .0518 and .0051 (Penrose 1946, by count).</summary>
    [Fact]
    public void Swings_in_the_security_council()
    {
        var power = PowerIndex.Of(VotingBodies.SecurityCouncil);
        power[0].Swings.ShouldBe(848);
        power[5].Swings.ShouldBe(84);
        power[0].BanzhafAbsolute.ShouldBe(new Fraction(848, 16384));
    }

    /// <summary>
    /// Published: under 55 % of 27 states and 65 % of the population 13.2 % of coalitions win. Petróczy and Csató, Voting power in the Council of the
    /// European Union: A comprehensive sensitivity analysis (abstract).
    /// </summary>
    [Fact]
    public void Published_share_of_winning_coalitions_in_the_council_of_the_union()
    {
        var body = Bodies.Shipped("eu");
        var yesOrNo = body.Seats.ToDictionary(
            s => s.Name,
            _ => (IReadOnlyList<VoteChoice>)[VoteChoice.Yes, VoteChoice.No],
            StringComparer.Ordinal
        );
        var count = VotingDeduction.Count(body, yesOrNo);
        count.All.ShouldBe(BigInteger.One << 27);
        new Fraction(count.Passing, count.All).Value.ShouldBe(0.132, 0.0005);
    }

    [Fact]
    public void Power_in_the_council_of_the_union_sums_to_one_and_follows_the_population()
    {
        var power = PowerIndex.Of(Bodies.Shipped("eu"));
        power.Sum(p => p.ShapleyShubik.Value).ShouldBe(1, 1e-12);
        power.Sum(p => p.Banzhaf.Value).ShouldBe(1, 1e-12);
        power.Zip(power.Skip(1)).ShouldAllBe(p => p.First.ShapleyShubik.Value >= p.Second.ShapleyShubik.Value);
    }

    [Fact]
    public void Halves_count_what_the_table_counts()
    {
        // Weights a thousand times as large do not fit a table; the game is the same.
        var small = Bodies.Shipped("eu");
        var criterion = small.Also[0];
        var quota = ((Quota)criterion.Threshold).Yes;
        var large = small with
        {
            Also = [new Criterion("population", [.. criterion.Weights.Select(w => w * 1000)], new Quota(quota * 1000))],
        };
        PowerIndex.Of(large).Select(p => p.Swings).ShouldBe(PowerIndex.Of(small).Select(p => p.Swings));
        PowerIndex.Of(large).Select(p => p.ShapleyShubik).ShouldBe(PowerIndex.Of(small).Select(p => p.ShapleyShubik));
    }

    [Theory]
    [InlineData(false, null)]
    [InlineData(true, null)]
    [InlineData(false, 3)]
    public void Several_weights_agree_with_listing_every_coalition(bool veto, int? fewest)
    {
        var body = Body([3, 2, 2, 1, 1, 1, 1], 6) with
        {
            Also =
            [
                new("second", [1, 5, 2, 4, 4, 1, 1], new Quota(9)),
                new("third", [2, 2, 2, 2, 1, 1, 1], new Majority(1, 2, Strict: true)),
            ],
            FewestToBlock = fewest,
        };
        if (veto)
            body = body with { Seats = [.. body.Seats.Select((s, i) => s with { Veto = i == 2 })] };
        var power = PowerIndex.Of(body);
        for (var seat = 0; seat < 7; seat++)
        {
            var swings = 0;
            for (var set = 0; set < 128; set++)
                if ((set >> seat & 1) == 0 && !Wins(body, set) && Wins(body, set | (1 << seat)))
                    swings++;
            power[seat].Swings.ShouldBe(swings, $"seat {seat}");
        }
        power.Sum(p => p.ShapleyShubik.Value).ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Ways_under_criteria_agree_with_listing_them()
    {
        var body = Body([1, 1, 1, 1, 1], 3) with { Also = [new("second", [5, 4, 3, 2, 1], new Quota(9))], FewestToBlock = 2 };
        var passing = 0;
        for (var code = 0; code < 243; code++)
        {
            var votes = new VoteChoice[5];
            for (int i = 0, left = code; i < 5; i++, left /= 3)
                votes[i] = VotingDeduction.Present[left % 3];
            passing += body.Passes(votes) ? 1 : 0;
        }
        VotingDeduction.Count(body, Nothing).Passing.ShouldBe(passing);
    }

    [Fact]
    public void The_table_of_ways_agrees_with_listing_yes_and_no()
    {
        // Thirteen seats are counted by table; with two choices each they can be listed here.
        int[] people = [9, 8, 7, 6, 5, 4, 4, 3, 3, 2, 2, 1, 1];
        var body = Body([.. Enumerable.Repeat(1, 13)], 8) with { Also = [new("people", people, new Quota(36))], FewestToBlock = 3 };
        var premise = body.Seats.ToDictionary(
            s => s.Name,
            _ => (IReadOnlyList<VoteChoice>)[VoteChoice.Yes, VoteChoice.No],
            StringComparer.Ordinal
        );
        VotingDeduction.Count(body, premise).Passing.ShouldBe(Enumerable.Range(0, 1 << 13).Count(set => Wins(body, set)));
    }

    [Fact]
    public void Unanimity_is_blocked_by_any_and_not_by_abstaining()
    {
        var body = VotingBodies.Unanimity(Bodies.Shipped("eu"));
        VotingDeduction.Count(body, Nothing).Passing.ShouldBe((BigInteger.One << 27) - 1);
        PowerIndex.Of(body).ShouldAllBe(p => p.ShapleyShubik == new Fraction(1, 27));
    }

    [Fact]
    public void Too_many_seats_of_large_weights_are_refused()
    {
        var body = Body([.. Enumerable.Range(0, 60).Select(i => 1_000_000 + i)], 31_000_000);
        Should.Throw<ArgumentException>(() => PowerIndex.Of(body)).Message.ShouldContain("expected fewer seats");
    }

    private static bool Wins(VotingBody body, int set) =>
        body.Passes([.. Enumerable.Range(0, body.Seats.Count).Select(i => (set >> i & 1) == 1 ? VoteChoice.Yes : VoteChoice.No)]);

    internal static VotingBody Body(IReadOnlyList<int> weights, int quota) =>
        new()
        {
            Code = "TEST",
            Name = "A body",
            Seats = [.. weights.Select((w, i) => new Seat($"m{i}", w))],
            Threshold = new Quota(quota),
            Rule = "a rule",
            Source = "this test",
        };
}
