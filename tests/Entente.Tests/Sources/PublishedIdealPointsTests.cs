using Entente.Models.IdealPoints;
using Entente.Numerics.IdealPoints;
using Entente.Sources.Estimates;

namespace Entente.Tests.Sources;

/// <summary>The public votes and the release of April 2020: Bailey, Strezhnev and Voeten (2017), Journal of Conflict Resolution 61:430.</summary>
public sealed class PublishedIdealPointsTests : IDisposable
{
    private readonly ImportBench bench = new();

    public void Dispose() => bench.Dispose();

    [SkippableFact]
    public void The_fast_fit_agrees_with_the_release_within_every_year()
    {
        bench.Import(
            "unga-votes",
            ImportBench.Public("unga", "votes.csv.gz"),
            ImportBench.Public("unga", "roll_calls.csv.gz"),
            ImportBench.Public("unga", "issues.csv.gz")
        );
        bench.Import("unga-ideal-points", ImportBench.Public("unga", "ideal_points_2020-04.csv.gz"));
        var read = UngaRollCalls.Read(bench.Store, ImportBench.States, CancellationToken.None);
        read.Votes.Count.ShouldBe(870_109);
        var selected = SelectedVotes.Of(read.Calls, read.Votes, new VoteSelection());
        var release = UngaRollCalls.Release(bench.Store, ImportBench.States, "2020-04", "all", CancellationToken.None)!.Value.Points;

        // As many votes of each state and session as the release counts (NVotes), but for those of a few items that only one of the two links.
        selected.Votes.Count.ShouldBeInRange(797_000, 799_500);
        release.Count.ShouldBe(10_469);

        var fit = FastFit.Run(selected.Votes, new IdealPointOptions { PositiveState = selected.StateAt("USA"), Threads = 2 });
        fit.Converged.ShouldBeTrue();
        var estimate = new IdealPointEstimate(selected, fit, null);
        var comparison = estimate.CompareWith(release);
        comparison.Points.Count.ShouldBeGreaterThan(10_400);
        comparison.ByYear.Count.ShouldBe(73);
        comparison.ByYear.ShouldAllBe(y => y.Correlation >= 0.98);
        comparison.Correlation.ShouldBeGreaterThan(0.95);

        // Values of the release, and ours on its scale within two of its deviations.
        void Near(string state, int year, double released)
        {
            var point = comparison.Points.Single(p => p.State == state && p.Year == year);
            point.Released.ShouldBe(released, 5e-7);
            Math.Abs(point.Apart!.Value).ShouldBeLessThan(2, $"{state} {year}: {point.Ours} for {released}");
        }
        Near("USA", 1946, 1.675486);
        Near("USA", 1989, 3.15064);
        Near("RUS", 1991, 0.6905887);
        Near("RUS", 2019, 0.1418769);
        Near("CHN", 1971, -0.9760724);
        Near("CHN", 2019, -0.3336454);
        Near("BLR", 1955, -2.967974);
    }
}
