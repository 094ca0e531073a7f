using System.Numerics;
using Entente.Models.Voting;
using Entente.Record;

namespace Entente.Tests.Models.Voting;

public class VotingTests
{
    private static readonly Dictionary<string, IReadOnlyList<VoteChoice>> Nothing = [];

    private static Dictionary<string, IReadOnlyList<VoteChoice>> Premise(params (string State, VoteChoice Choice)[] votes) =>
        votes.ToDictionary(v => v.State, v => (IReadOnlyList<VoteChoice>)[v.Choice], StringComparer.Ordinal);

    /// <summary>Published: Shapley–Shubik of the Security Council, Straffin 1994, Handbook of Game Theory 2:1127, 421/2145 and 4/2145.</summary>
    [Fact]
    public void Published_power_in_the_security_council()
    {
        var power = PowerIndex.Of(VotingBodies.SecurityCouncil);

        power.Take(5).ShouldAllBe(p => p.ShapleyShubik == new Fraction(421, 2145));
        power.Skip(5).ShouldAllBe(p => p.ShapleyShubik == new Fraction(4, 2145));
        power[0].ShapleyShubik.Value.ShouldBe(0.196270, 5e-7);
        power[14].ShapleyShubik.Value.ShouldBe(0.0018648, 5e-8);
    }

    /// <summary>Published: the six-member EEC [12; 4,4,4,2,2,1], Straffin 1994: Shapley 14/60, 9/60, 0; Banzhaf 10/42, 6/42, 0.</summary>
    [Fact]
    public void Published_power_in_the_council_of_the_six()
    {
        var power = PowerIndex.Of(VotingBodies.Eec1958);

        power.Select(p => p.ShapleyShubik).ShouldBe([new(14, 60), new(14, 60), new(14, 60), new(9, 60), new(9, 60), new(0, 1)]);
        power.Select(p => p.Banzhaf).ShouldBe([new(10, 42), new(10, 42), new(10, 42), new(6, 42), new(6, 42), new(0, 1)]);
        power[0].Swings.ShouldBe(10);
    }

    /// <summary>Exact count from the rule of Article 27(3): 146,796 of 3^15 ways for fifteen members to vote yes, no or abstain pass (0.0102305).</summary>
    [Fact]
    public void Passages_of_the_security_council_with_abstentions()
    {
        var count = VotingDeduction.Count(VotingBodies.SecurityCouncil, Nothing);

        count.Passing.ShouldBe(146_796);
        count.All.ShouldBe(BigInteger.Pow(3, 15));
        ((double)count.Passing / (double)count.All).ShouldBe(0.0102305, 5e-8);
    }

    /// <summary>Published: resolution ES-11/3 of 7 April 2022, 93 in favour, 24 against, 58 abstaining, was adopted (UN Charter, Article 18).</summary>
    [Fact]
    public void Two_thirds_are_of_those_who_vote_yes_or_no()
    {
        var outcome = VotingBodies.GeneralAssemblyImportant.Decide(93, 24);

        outcome.Passes.ShouldBeTrue();
        outcome.ShareOfCast!.Value.ShouldBe(0.7949, 5e-5);
        VotingBodies.GeneralAssemblyImportant.Decide(2, 1).Passes.ShouldBeTrue("exactly two thirds");
        VotingBodies.GeneralAssemblyImportant.Decide(65, 33).Passes.ShouldBeFalse();
        VotingBodies.GeneralAssembly.Decide(50, 50).Passes.ShouldBeFalse("a tie is no majority");
        VotingBodies.GeneralAssembly.Decide(0, 0).Passes.ShouldBeFalse();
    }

    [Fact]
    public void A_permanent_member_blocks_by_no_and_not_by_abstaining()
    {
        var all = VotingBodies.SecurityCouncil.Seats.ToDictionary(s => s.Name, _ => VoteChoice.Yes, StringComparer.Ordinal);

        VotingBodies.SecurityCouncil.Decide(all).Passes.ShouldBeTrue();
        all["RUS"] = VoteChoice.Abstain;
        all["CHN"] = VoteChoice.Absent;
        VotingBodies.SecurityCouncil.Decide(all).Passes.ShouldBeTrue();
        all["RUS"] = VoteChoice.No;
        var outcome = VotingBodies.SecurityCouncil.Decide(all);
        outcome.Passes.ShouldBeFalse();
        outcome.VetoedBy.ShouldBe(["RUS"]);
        outcome.Yes.ShouldBe(13);
    }

    [Fact]
    public void A_name_without_a_seat_is_misuse() =>
        Should
            .Throw<ArgumentException>(() => VotingBodies.Eec1958.Decide(new Dictionary<string, VoteChoice> { ["GBR"] = VoteChoice.Yes }))
            .Message.ShouldContain("'GBR' has no seat");

    [Fact]
    public void What_follows_and_what_does_not()
    {
        var council = VotingBodies.SecurityCouncil;

        VotingDeduction.Count(council, Premise(("RUS", VoteChoice.No))).Follows.ShouldBe(Follows.NeverPasses);
        VotingDeduction.Count(council, Premise(("RUS", VoteChoice.Abstain))).Follows.ShouldBe(Follows.Open);
        VotingDeduction.Count(council, Premise(("IND", VoteChoice.No))).Follows.ShouldBe(Follows.Open);
        VotingDeduction
            .Count(council, council.Seats.Take(9).ToDictionary(s => s.Name, _ => (IReadOnlyList<VoteChoice>)[VoteChoice.Yes]))
            .Follows.ShouldBe(Follows.AlwaysPasses);
        VotingDeduction
            .Count(council, Enumerable.Range(0, 11).ToDictionary(i => $"S{i}", _ => VotingDeduction.Present))
            .Follows.ShouldBe(Follows.PremiseImpossible);
        VotingDeduction
            .Count(VotingBodies.GeneralAssembly, Premise(("RUS", VoteChoice.No), ("CHN", VoteChoice.No)))
            .Follows.ShouldBe(Follows.Open);
    }

    /// <summary>Property: the dynamic programme counts what enumeration counts, and power adds up to one.</summary>
    [Fact]
    public void Counts_of_random_bodies_are_those_of_enumeration()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var seats = Enumerable
                .Range(0, random.Next(2, 7))
                .Select(i => new Seat($"S{i}", random.Next(1, 5), random.Next(4) == 0))
                .ToList();
            var weight = seats.Sum(s => s.Weight);
            Threshold threshold =
                random.Next(2) == 0 ? new Quota((weight / 2) + 1) : new Majority(random.Next(1, 3), 3, random.Next(2) == 0);
            var body = new VotingBody
            {
                Code = "B",
                Name = "B",
                Seats = seats,
                Threshold = threshold,
                Rule = "",
                Source = "",
            };
            var premise = seats
                .Where(_ => random.Next(3) == 0)
                .ToDictionary(s => s.Name, _ => (IReadOnlyList<VoteChoice>)[(VoteChoice)random.Next(3)], StringComparer.Ordinal);

            var passing = 0;
            var all = 0;
            for (var code = 0; code < (int)Math.Pow(3, seats.Count); code++)
            {
                var votes = seats
                    .Select((s, i) => (s.Name, Choice: (VoteChoice)(code / (int)Math.Pow(3, i) % 3)))
                    .ToDictionary(v => v.Name, v => v.Choice, StringComparer.Ordinal);
                if (premise.Any(p => votes[p.Key] != p.Value[0]))
                    continue;
                all++;
                passing += body.Decide(votes).Passes ? 1 : 0;
            }
            var count = VotingDeduction.Count(body, premise);
            (count.Passing, count.All).ShouldBe((passing, all), $"seed {seed}");
            PowerIndex.Of(body).Sum(p => p.ShapleyShubik.Value).ShouldBe(1, 1e-9, $"seed {seed}");
        }
    }
}
