namespace Entente.Numerics.Feasibility;

/// <summary>Why the search for minimal infeasible subsets stopped.</summary>
public enum SubsetSearchEnd
{
    /// <summary>All there are have been found.</summary>
    Exhausted,
    SetLimit,
    TestLimit,
}

/// <summary>Minimal infeasible subsets: each is infeasible, and feasible without any one of its elements.</summary>
public sealed record SubsetSearchResult
{
    /// <summary>Each ascending; the smaller first, then by their elements.</summary>
    public required IReadOnlyList<IReadOnlyList<int>> Sets { get; init; }

    public required SubsetSearchEnd Stopped { get; init; }

    /// <summary>How often feasibility was tested.</summary>
    public required int Tests { get; init; }
}

/// <summary>
/// Finds minimal infeasible subsets by deletion (Chinneck and Dravnieks 1991, ORSA J. Comput. 3:157) and further ones with
/// Reiter's hitting-set tree (1987, Artif. Intell. 32:57): take one element of a found set away, search again in the rest.
/// </summary>
public static class MinimalSubsets
{
    /// <param name="count">The elements are 0 … count − 1.</param>
    /// <param name="infeasible">The test: true when the elements marked true cannot all hold. Must be monotone (no superset of an infeasible set is feasible).</param>
    /// <param name="maxSets">Stop after this many sets.</param>
    /// <param name="maxTests">Stop after this many tests.</param>
    /// <param name="cancellationToken">Looked at before every test.</param>
    public static SubsetSearchResult Find(
        int count,
        Func<IReadOnlyList<bool>, bool> infeasible,
        int maxSets = 16,
        int maxTests = 4000,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxSets, 1);
        var search = new Search(count, infeasible, maxTests, cancellationToken);
        var stopped = search.Run(maxSets);
        search.Sets.Sort(Compare);
        return new()
        {
            Sets = search.Sets,
            Stopped = stopped,
            Tests = search.Tests,
        };
    }

    private static int Compare(IReadOnlyList<int> a, IReadOnlyList<int> b)
    {
        if (a.Count != b.Count)
            return a.Count.CompareTo(b.Count);
        for (var i = 0; i < a.Count; i++)
            if (a[i] != b[i])
                return a[i].CompareTo(b[i]);
        return 0;
    }

    private sealed class Search(int count, Func<IReadOnlyList<bool>, bool> infeasible, int maxTests, CancellationToken cancellation)
    {
        public List<IReadOnlyList<int>> Sets { get; } = [];

        public int Tests { get; private set; }

        public SubsetSearchEnd Run(int maxSets)
        {
            var queue = new Queue<int[]>();
            var seen = new HashSet<string>(StringComparer.Ordinal) { "" };
            queue.Enqueue([]);
            while (queue.TryDequeue(out var removed))
            {
                // A set already found that this node leaves whole is a label for it; only otherwise is there something to search.
                var label = Sets.FirstOrDefault(s => !s.Any(e => Array.BinarySearch(removed, e) >= 0));
                if (label is null)
                {
                    if (Sets.Count == maxSets)
                        return SubsetSearchEnd.SetLimit;
                    if (!TryShrink(removed, out label))
                        return SubsetSearchEnd.TestLimit;
                    if (label is null)
                        continue;
                    Sets.Add(label);
                }
                foreach (var element in label)
                {
                    int[] next = [.. removed.Append(element).Order()];
                    if (seen.Add(string.Join(',', next)))
                        queue.Enqueue(next);
                }
            }
            return SubsetSearchEnd.Exhausted;
        }

        /// <summary>One minimal infeasible subset of what is left; null when that is feasible; false when the tests are used up.</summary>
        private bool TryShrink(int[] removed, out IReadOnlyList<int>? set)
        {
            set = null;
            var active = new bool[count];
            for (var i = 0; i < count; i++)
                active[i] = Array.BinarySearch(removed, i) < 0;
            if (!TryTest(active, out var bad))
                return false;
            if (!bad)
                return true;
            for (var i = 0; i < count; i++)
            {
                if (!active[i])
                    continue;
                active[i] = false;
                if (!TryTest(active, out bad))
                    return false;
                active[i] = !bad;
            }
            set = [.. Enumerable.Range(0, count).Where(i => active[i])];
            return true;
        }

        private bool TryTest(bool[] active, out bool bad)
        {
            cancellation.ThrowIfCancellationRequested();
            bad = false;
            if (Tests == maxTests)
                return false;
            Tests++;
            bad = infeasible(active);
            return true;
        }
    }
}
