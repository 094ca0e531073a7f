using Entente.Measures.Alignment;
using Entente.Sources.Triangles;

namespace Entente.Tests.Sources.TradeMeasures;

/// <summary>Ties between three states from imported votes, pledges and sanctions.</summary>
public sealed class TieReadingsTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    /// <summary>Session 73 of the General Assembly (2018): S of Russia and China .73118, of the USA and China −.56989, over 93 votes each.</summary>
    [SkippableFact]
    public void Votes_of_the_73rd_session_make_a_stable_marriage()
    {
        bench.Import(
            "unga-votes",
            ImportBench.Public("unga", "votes.csv.gz"),
            ImportBench.Public("unga", "roll_calls.csv.gz"),
            ImportBench.Public("unga", "issues.csv.gz")
        );
        var reading = TieReadings.Of(bench.Store, Parties("CHN", "RUS", "USA"), 2018, new(0.2, -0.2)).ShouldHaveSingleItem();
        Math.Round(reading.Values[0]!.Value, 5).ShouldBe(0.73118);
        Math.Round(reading.Values[1]!.Value, 5).ShouldBe(-0.56989);
        reading.Basis[0].ShouldBe("93 votes");
        reading.Reading.Kind.ShouldBe(TriangleKind.StableMarriage);
        reading.Reading.Place.ShouldBe(2);
        reading.Reading.Structural.ShouldBe(Balance.Balanced);
        // The same votes as a network: the USA and Israel on one side, China and Russia not with them.
        var network = VoteNetwork.Of(bench.Store, ImportBench.States, 2018, new(0.2, -0.2)).ShouldNotBeNull();
        int Of(string state) => network.Communities.Of[network.States.ToList().IndexOf(state)];
        network.States.Count.ShouldBeInRange(180, 193);
        Of("USA").ShouldBe(Of("ISR"));
        Of("CHN").ShouldNotBe(Of("USA"));
        VoteNetwork.Of(bench.Store, ImportBench.States, 2018, new(0.2, -0.2))!.Communities.Of.ShouldBe(network.Communities.Of);
        VoteNetwork.Of(bench.Store, ImportBench.States, 1900, new(0.2, -0.2)).ShouldBeNull();
    }

    [Fact]
    public void Pledges_and_sanctions_need_both_lists()
    {
        TieReadings.Of(bench.Store, Parties("CHN", "RUS", "USA"), 2015, new(0.2, -0.2)).ShouldBeEmpty();
        Should.Throw<ArgumentException>(() => TieReadings.Of(bench.Store, Parties("CHN", "CHN", "USA"), 2015, new(0.2, -0.2)));
    }

    private static Entente.Actors.Identity.StateIdentity[] Parties(params string[] codes) =>
        [.. codes.Select(c => ImportBench.States.ByCode(c).ShouldNotBeNull())];
}
