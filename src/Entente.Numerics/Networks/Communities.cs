using Entente.Numerics.Random;

namespace Entente.Numerics.Networks;

/// <summary>A division of the vertices of a network into communities.</summary>
public sealed record Communities
{
    /// <summary>The community of each vertex, numbered from 0 in the order of their first vertices.</summary>
    public required IReadOnlyList<int> Of { get; init; }

    public required int Count { get; init; }

    /// <summary>The quality that was made as great as could be: modularity, −½ to 1 without signs.</summary>
    public required double Quality { get; init; }

    /// <summary>How many of the searches ended in this quality: 1 of 100 is a warning that a better division may exist.</summary>
    public required int Found { get; init; }

    public required int Searches { get; init; }
}

/// <summary>
/// Communities of a weighted network by modularity: M. E. J. Newman and M. Girvan (2004), Finding and Evaluating Community Structure in
/// Networks, Physical Review E 69: 026113; with signs by S. Gómez, P. Jensen and A. Arenas (2009), Analysis of Community Structure in Networks
/// of Correlated Data, Physical Review E 80: 016114. Searched as in V. D. Blondel and others (2008), Fast Unfolding of Communities in Large
/// Networks, J. Stat. Mech. P10008, from many orders of the vertices, with single moves again on the whole at the end and communities that
/// hang apart divided (the fault of that method which V. A. Traag and others 2019 describe). The same seed gives the same division.
/// </summary>
public static class CommunitySearch
{
    private const double Gain = 1e-12;

    /// <summary>The division with the greatest modularity found.</summary>
    /// <param name="weights">Symmetric; 0 is no edge; below 0 is a negative tie. What is on the diagonal is a loop.</param>
    /// <param name="resolution">γ: above 1 gives smaller communities.</param>
    /// <param name="seed">Of the orders in which vertices are tried.</param>
    /// <param name="searches">From how many orders.</param>
    /// <param name="cancellation">Looked at before each search.</param>
    /// <exception cref="ArgumentException">The matrix is not square and symmetric, or not of numbers.</exception>
    public static Communities Find(
        double[,] weights,
        double resolution = 1,
        ulong seed = 1,
        int searches = 100,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(searches);
        var quality = QualityMatrix(weights, resolution);
        var n = quality.GetLength(0);
        var (best, greatest, found) = (Array.Empty<int>(), double.NegativeInfinity, 0);
        for (var search = 0; search < searches; search++)
        {
            cancellation.ThrowIfCancellationRequested();
            // Every search has numbers of its own, so that more of them only add to what fewer find.
            var random = new RandomStream(seed, (ulong)search);
            var division = Numbered(Search(quality, weights, n, ref random));
            var value = Sum(quality, division);
            if (value > greatest + Gain)
                (best, greatest, found) = (division, value, 1);
            else if (value > greatest - Gain)
            {
                found++;
                if (division.AsSpan().SequenceCompareTo(best) < 0)
                    best = division;
            }
        }
        return new()
        {
            Of = best,
            Count = n == 0 ? 0 : best.Max() + 1,
            Quality = n == 0 ? 0 : greatest,
            Found = found,
            Searches = searches,
        };
    }

    /// <summary>The modularity of a division: with negative ties the signed form, which is the usual one where there are none.</summary>
    /// <param name="weights">As in <see cref="Find"/>.</param>
    /// <param name="division">The community of each vertex.</param>
    /// <param name="resolution">γ.</param>
    public static double Modularity(double[,] weights, IReadOnlyList<int> division, double resolution = 1)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(division);
        var quality = QualityMatrix(weights, resolution);
        return division.Count == quality.GetLength(0)
            ? Sum(quality, [.. division])
            : throw new ArgumentException("a community for each vertex", nameof(division));
    }

    /// <summary>[w_ij − γ·(w⁺_i·w⁺_j/2w⁺ − w⁻_i·w⁻_j/2w⁻)] / (2w⁺ + 2w⁻): what a pair in one community adds.</summary>
    private static double[,] QualityMatrix(double[,] weights, double resolution)
    {
        var n = weights.GetLength(0);
        if (weights.GetLength(1) != n)
            throw new ArgumentException("a square matrix", nameof(weights));
        var (positive, negative) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            var weight = weights[i, j];
            if (!double.IsFinite(weight) || weight != weights[j, i])
                throw new ArgumentException($"a symmetric matrix of numbers; row {i}, column {j} is {weight}", nameof(weights));
            (weight > 0 ? positive : negative)[i] += Math.Abs(weight);
        }
        var (plus, minus) = (positive.Sum(), negative.Sum());
        var result = new double[n, n];
        if (plus + minus == 0)
            return result;
        for (var i = 0; i < n; i++)
        for (var j = 0; j < n; j++)
        {
            var expected = plus == 0 ? 0 : positive[i] * positive[j] / plus;
            var opposed = minus == 0 ? 0 : negative[i] * negative[j] / minus;
            result[i, j] = (weights[i, j] - (resolution * (expected - opposed))) / (plus + minus);
        }
        return result;
    }

    private static int[] Search(double[,] quality, double[,] weights, int n, ref RandomStream random)
    {
        var division = new int[n];
        for (var i = 0; i < n; i++)
            division[i] = i;
        for (var moved = true; moved; )
        {
            moved = Move(quality, division, ref random);
            // Communities become vertices, which may join as a whole.
            var groups = Numbered(division);
            var count = n == 0 ? 0 : groups.Max() + 1;
            if (count > 1)
            {
                var (merged, joined) = (Merged(quality, groups, count), new int[count]);
                for (var c = 0; c < count; c++)
                    joined[c] = c;
                moved |= Move(merged, joined, ref random);
                for (var i = 0; i < n; i++)
                    division[i] = joined[groups[i]];
            }
            moved |= Divide(quality, weights, division);
        }
        return division;
    }

    /// <summary>Moves single vertices to the community that gains most by it, until none gains.</summary>
    private static bool Move(double[,] quality, int[] division, ref RandomStream random)
    {
        var n = division.Length;
        var order = new int[n];
        for (var i = 0; i < n; i++)
            order[i] = i;
        var (any, again) = (false, true);
        var gain = new double[n + 1];
        while (again)
        {
            again = false;
            random.Shuffle(order.AsSpan());
            foreach (var vertex in order)
            {
                Array.Clear(gain);
                var used = new bool[n];
                for (var other = 0; other < n; other++)
                {
                    used[division[other]] |= other != vertex;
                    if (other != vertex)
                        gain[division[other]] += quality[vertex, other];
                }
                var (home, best) = (division[vertex], division[vertex]);
                // Also a community of its own, where that is better than any other.
                var empty = used[home] ? Array.IndexOf(used, false) : home;
                for (var c = 0; c < n; c++)
                    if ((used[c] || c == empty) && gain[c] > gain[best] + Gain)
                        best = c;
                if (best == home)
                    continue;
                (division[vertex], again, any) = (best, true, true);
            }
        }
        return any;
    }

    /// <summary>Parts of a community that no positive tie joins become communities of their own, where that is no loss.</summary>
    private static bool Divide(double[,] quality, double[,] weights, int[] division)
    {
        var n = division.Length;
        var any = false;
        for (var start = 0; start < n; start++)
        {
            var part = new bool[n];
            var waiting = new Stack<int>([start]);
            part[start] = true;
            while (waiting.TryPop(out var vertex))
                for (var other = 0; other < n; other++)
                    if (!part[other] && division[other] == division[start] && weights[vertex, other] > 0)
                    {
                        part[other] = true;
                        waiting.Push(other);
                    }
            var (loss, rest) = (0.0, false);
            for (var i = 0; i < n; i++)
            for (var j = 0; j < n; j++)
                if (part[i] && !part[j] && division[j] == division[start])
                    (loss, rest) = (loss + quality[i, j], true);
            if (!rest || loss > -Gain)
                continue;
            var free = Enumerable.Range(0, n).First(c => !division.Contains(c));
            for (var i = 0; i < n; i++)
                if (part[i])
                    division[i] = free;
            any = true;
        }
        return any;
    }

    private static double[,] Merged(double[,] quality, int[] groups, int count)
    {
        var result = new double[count, count];
        for (var i = 0; i < groups.Length; i++)
        for (var j = 0; j < groups.Length; j++)
            result[groups[i], groups[j]] += quality[i, j];
        return result;
    }

    private static int[] Numbered(int[] division)
    {
        var (names, result) = (new Dictionary<int, int>(), new int[division.Length]);
        for (var i = 0; i < division.Length; i++)
        {
            if (!names.TryGetValue(division[i], out var name))
                names[division[i]] = name = names.Count;
            result[i] = name;
        }
        return result;
    }

    private static double Sum(double[,] quality, int[] division)
    {
        var sum = 0.0;
        for (var i = 0; i < division.Length; i++)
        for (var j = 0; j < division.Length; j++)
            if (division[i] == division[j])
                sum += quality[i, j];
        return sum;
    }
}
