using Entente.Numerics.Factors;

namespace Entente.Measures.Alignment;

/// <summary>
/// Tests a statement about alignment under every reasonable definition: each family in each of its codings, averaged over one, three or five
/// years, scaled by spread or by range, weighted equally or by the loadings of a common factor, with all families or without one of them
/// (a multiverse: Steegen, Tuerlinckx, Gelman and Vanpaemel 2016, Perspectives on Psychological Science 11:702).
/// </summary>
public static class AlignmentMultiverse
{
    /// <summary>A family reaches back where its first value is not later than this after the first year compared.</summary>
    private const int LateStart = 5;

    /// <summary>And up to the year itself where its last value is not older than this: what is older says nothing of that year.</summary>
    private const int Carried = 2;
    private static readonly int[] Windows = [1, 3, 5];
    private static readonly string[] Weightings = ["equal", "loadings"];
    private static readonly string[] Scales = ["z", "range"];

    /// <param name="series">All codings of all families.</param>
    /// <param name="statement">What is said.</param>
    /// <param name="cancellation">Honoured between definitions.</param>
    public static MultiverseResult Test(
        IReadOnlyList<AlignmentSeries> series,
        AlignmentStatement statement,
        CancellationToken cancellation = default
    )
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(statement);
        var families = series.GroupBy(s => s.Family, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var usable = families
            .Select(g =>
                (Family: g.Key, Codings: g.Where(s => Reaches(s, statement)).OrderBy(s => s.Coding, StringComparer.Ordinal).ToList())
            )
            .Where(f => f.Codings.Count > 0)
            .ToList();
        var tally = new SortedDictionary<(string Choice, string Option), (int All, int Holds)>();
        var (all, holds) = (0, 0);
        foreach (var definition in Definitions(usable))
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (var window in Windows)
            foreach (var scale in Scales)
            {
                var scaled = definition.Chosen.Select(s => Scaled(s, window, scale)).ToArray();
                foreach (var weighting in Weightings)
                {
                    if (Holds(scaled, weighting, statement) is not { } held)
                        continue;
                    all++;
                    holds += held ? 1 : 0;
                    foreach (var option in Options(definition, window, scale, weighting, usable.Count))
                    {
                        var so = tally.GetValueOrDefault(option);
                        tally[option] = (so.All + 1, so.Holds + (held ? 1 : 0));
                    }
                }
            }
        }
        return new()
        {
            Statement = statement,
            Definitions = all,
            Holds = holds,
            Choices =
            [
                .. tally
                    .GroupBy(t => t.Key.Choice, StringComparer.Ordinal)
                    .Where(g => g.Count() > 1)
                    .SelectMany(g => g)
                    .Select(t => new ChoiceShare(t.Key.Choice, t.Key.Option, t.Value.All, t.Value.Holds)),
            ],
            Reaching = [.. usable.Select(u => u.Family)],
            NotReaching =
            [
                .. families
                    .Where(f => usable.TrueForAll(u => u.Family != f.Key))
                    .Select(f =>
                        $"{f.Key} ({string.Join(", ", f.Select(s => $"{s.First} to {s.Last}").Distinct().Order(StringComparer.Ordinal))})"
                    ),
            ],
        };
    }

    private static bool Reaches(AlignmentSeries series, AlignmentStatement statement) =>
        series.Values.Count >= 3 && series.First <= statement.Since + LateStart && series.Last >= statement.At - Carried;

    /// <summary>Every choice of a coding for each family, with all families and without each one where two are left.</summary>
    private static IEnumerable<(IReadOnlyList<AlignmentSeries> Chosen, string Left)> Definitions(
        List<(string Family, List<AlignmentSeries> Codings)> families
    )
    {
        for (var without = -1; without < families.Count; without++)
        {
            var kept = families.Where((_, i) => i != without).ToList();
            if (kept.Count == 0 || (without >= 0 && kept.Count < 2))
                continue;
            var places = new int[kept.Count];
            while (true)
            {
                yield return (
                    [.. kept.Select((f, i) => f.Codings[places[i]])],
                    without < 0 ? "all" : $"without {families[without].Family}"
                );
                var at = 0;
                while (at < places.Length && ++places[at] == kept[at].Codings.Count)
                    places[at++] = 0;
                if (at == places.Length)
                    break;
            }
        }
    }

    private static IEnumerable<(string, string)> Options(
        (IReadOnlyList<AlignmentSeries> Chosen, string Left) definition,
        int window,
        string scale,
        string weighting,
        int families
    )
    {
        foreach (var series in definition.Chosen)
            yield return (series.Family, series.Coding);
        yield return ("window", window == 1 ? "1 year" : $"{window} years");
        yield return ("scale", scale);
        yield return ("weighting", weighting);
        if (families > 2)
            yield return ("families", definition.Left);
    }

    /// <summary>Averages over the window, then standard deviations or places in the range of the family's own history.</summary>
    private static SortedDictionary<int, double> Scaled(AlignmentSeries series, int window, string scale)
    {
        var averaged = new SortedDictionary<int, double>();
        foreach (var year in series.Values.Keys)
        {
            var (sum, count) = (0.0, 0);
            for (var y = year; y > year - window; y--)
                if (series.Values.TryGetValue(y, out var value))
                    (sum, count) = (sum + value, count + 1);
            averaged[year] = sum / count;
        }
        var mean = averaged.Values.Average();
        var deviation = Math.Sqrt(averaged.Values.Sum(v => (v - mean) * (v - mean)) / averaged.Count);
        var (low, high) = (averaged.Values.Min(), averaged.Values.Max());
        var scaled = new SortedDictionary<int, double>();
        foreach (var (year, value) in averaged)
            scaled[year] =
                scale == "z" ? (deviation > 0 ? (value - mean) / deviation : 0)
                : high > low ? (value - low) / (high - low)
                : 0.5;
        return scaled;
    }

    /// <summary>Whether the index of the statement's year is above (below) that of every earlier year; null where it has no value.</summary>
    private static bool? Holds(SortedDictionary<int, double>[] scaled, string weighting, AlignmentStatement statement)
    {
        double[]? weights = weighting == "equal" ? [.. scaled.Select(_ => 1.0)] : Loadings(scaled);
        if (weights is null)
            return null;
        var then = Index(scaled, weights, statement.At);
        if (then is null)
            return null;
        var compared = 0;
        for (var year = statement.Since; year < statement.At; year++)
        {
            if (Index(scaled, weights, year) is not { } before)
                continue;
            compared++;
            if (statement.Highest ? before >= then : before <= then)
                return false;
        }
        return compared > 0 ? true : null;
    }

    /// <summary>The weighted mean of what is known near the year; null where less than half of the weight is.</summary>
    private static double? Index(SortedDictionary<int, double>[] scaled, double[] weights, int year)
    {
        var (sum, known, all) = (0.0, 0.0, 0.0);
        for (var i = 0; i < scaled.Length; i++)
        {
            var weight = Math.Abs(weights[i]);
            all += weight;
            if (Near(scaled[i], year) is not { } value)
                continue;
            sum += weights[i] * value;
            known += weight;
        }
        return known > 0 && known >= all / 2 ? sum / known : null;
    }

    /// <summary>The value of the year, or the last one within the reach before it: series end in different years.</summary>
    private static double? Near(SortedDictionary<int, double> values, int year)
    {
        for (var y = year; y >= year - Carried; y--)
            if (values.TryGetValue(y, out var value))
                return value;
        return null;
    }

    private static double[]? Loadings(SortedDictionary<int, double>[] scaled)
    {
        if (scaled.Length < 2)
            return null;
        var (from, to) = (scaled.Min(s => s.Keys.First()), scaled.Max(s => s.Keys.Last()));
        var series = scaled
            .Select(s =>
            {
                var mean = s.Values.Average();
                var deviation = Math.Sqrt(s.Values.Sum(v => (v - mean) * (v - mean)) / s.Count);
                var values = new double[to - from + 1];
                for (var year = from; year <= to; year++)
                    values[year - from] = s.TryGetValue(year, out var v) ? (deviation > 0 ? (v - mean) / deviation : 0) : double.NaN;
                return values;
            })
            .ToArray();
        var fit = DynamicFactor.Fit(series, 400);
        return fit.Converged ? [.. fit.Loadings] : null;
    }
}
