using Entente.Numerics.Feasibility;

namespace Entente.Tests.Numerics;

public class MinimalSubsetsTests
{
    [Fact]
    public void Finds_all_minimal_sets_the_smaller_first()
    {
        // Infeasible: anything with {1, 2}, {2, 3, 4} or {0, 4}.
        int[][] cores =
        [
            [2, 3, 4],
            [1, 2],
            [0, 4],
        ];
        var result = MinimalSubsets.Find(6, active => cores.Any(core => core.All(e => active[e])));

        result.Stopped.ShouldBe(SubsetSearchEnd.Exhausted);
        result.Sets.Select(s => string.Join(',', s)).ShouldBe(["0,4", "1,2", "2,3,4"]);
    }

    [Fact]
    public void A_feasible_whole_has_no_such_set() => MinimalSubsets.Find(5, _ => false).Sets.ShouldBeEmpty();

    [Fact]
    public void Says_when_it_stopped_at_a_limit()
    {
        // Every pair of eight is infeasible: 28 sets.
        bool Infeasible(IReadOnlyList<bool> active) => active.Count(a => a) > 1;

        MinimalSubsets.Find(8, Infeasible, maxSets: 3).Stopped.ShouldBe(SubsetSearchEnd.SetLimit);
        MinimalSubsets.Find(8, Infeasible, maxSets: 3).Sets.Count.ShouldBe(3);
        MinimalSubsets.Find(8, Infeasible, maxTests: 12).Stopped.ShouldBe(SubsetSearchEnd.TestLimit);
        MinimalSubsets.Find(8, Infeasible, maxSets: 100).Sets.Count.ShouldBe(28);
    }

    /// <summary>Property: every set found is refuted, every proper subset is not, by the same test; and none is missing.</summary>
    [Fact]
    public void Sets_of_random_systems_are_infeasible_minimal_and_complete()
    {
        var found = 0;
        for (var seed = 0; seed < 120; seed++)
        {
            var (domains, constraints, bounds) = RandomSystem.Any(new Random(seed));
            bool Infeasible(IReadOnlyList<bool> active) =>
                Propagation.Run(domains, [.. constraints.Where((_, i) => i >= bounds || active[i])]).Refuted;

            var result = MinimalSubsets.Find(bounds, Infeasible, maxSets: 200, maxTests: 100_000);
            result.Stopped.ShouldBe(SubsetSearchEnd.Exhausted);
            found += result.Sets.Count;
            var brute = BruteForce(bounds, Infeasible);
            result.Sets.Select(s => string.Join(',', s)).Order(StringComparer.Ordinal).ShouldBe(brute);
        }
        found.ShouldBeGreaterThan(100);
    }

    // All subsets by size: infeasible, and containing no smaller one found.
    private static List<string> BruteForce(int count, Func<IReadOnlyList<bool>, bool> infeasible)
    {
        var minimal = new List<int>();
        foreach (var mask in Enumerable.Range(0, 1 << count).OrderBy(m => System.Numerics.BitOperations.PopCount((uint)m)))
            if (!minimal.Any(m => (m & mask) == m) && infeasible([.. Enumerable.Range(0, count).Select(i => (mask >> i & 1) == 1)]))
                minimal.Add(mask);
        return
        [
            .. minimal
                .Select(m => string.Join(',', Enumerable.Range(0, count).Where(i => (m >> i & 1) == 1)))
                .Order(StringComparer.Ordinal),
        ];
    }
}
