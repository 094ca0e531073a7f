namespace Entente.Models.IdealPoints;

/// <summary>One estimate of a published release.</summary>
/// <param name="Deviation">Its posterior standard deviation, from the 5th and 95th percentile; null where not published.</param>
public readonly record struct ReleasedPoint(string State, int Year, double Value, double? Deviation);

/// <summary>An estimate of ours beside it, put onto the release's scale.</summary>
public readonly record struct ComparedPoint(string State, int Year, double Released, double? Deviation, double Ours, double Error)
{
    /// <summary>How far apart, in the release's standard deviations.</summary>
    public double? Apart => Deviation is > 0 and var d ? (Ours - Released) / d : null;
}

/// <summary>
/// How estimates agree with a published release. The scale is free in either: one straight line over all states and years puts ours onto theirs,
/// by least squares; correlations within a year do not depend on it.
/// </summary>
public sealed record ReleaseComparison
{
    public required double Intercept { get; init; }

    public required double Slope { get; init; }

    /// <summary>Over all states and years.</summary>
    public required double Correlation { get; init; }

    public required IReadOnlyList<(int Year, double Correlation, int States)> ByYear { get; init; }

    public required IReadOnlyList<ComparedPoint> Points { get; init; }

    /// <summary>The share of points within two of the release's standard deviations.</summary>
    public double WithinTwo
    {
        get
        {
            var known = Points.Where(p => p.Apart is not null).ToArray();
            return known.Length == 0 ? double.NaN : known.Count(p => Math.Abs(p.Apart!.Value) <= 2) / (double)known.Length;
        }
    }

    /// <param name="ours">State, year, position and standard error.</param>
    /// <param name="released">The release.</param>
    /// <exception cref="ArgumentException">Fewer than three states and years in common.</exception>
    public static ReleaseComparison Of(
        IEnumerable<(string State, int Year, double Position, double Error)> ours,
        IEnumerable<ReleasedPoint> released
    )
    {
        var theirs = released.ToDictionary(r => (r.State, r.Year));
        var both = ours.Where(o => double.IsFinite(o.Position) && theirs.ContainsKey((o.State, o.Year))).ToArray();
        if (both.Length < 3)
            throw new ArgumentException($"{both.Length} states and years in common with the release; expected three or more");
        var x = Array.ConvertAll(both, o => o.Position);
        var y = Array.ConvertAll(both, o => theirs[(o.State, o.Year)].Value);
        var (mx, my) = (x.Average(), y.Average());
        var slope = Products(x, y, mx, my) / Products(x, x, mx, mx);
        var intercept = my - (slope * mx);
        var points = both.Select(o => new ComparedPoint(
                o.State,
                o.Year,
                theirs[(o.State, o.Year)].Value,
                theirs[(o.State, o.Year)].Deviation,
                intercept + (slope * o.Position),
                Math.Abs(slope) * o.Error
            ))
            .OrderBy(p => p.Year)
            .ThenBy(p => p.State, StringComparer.Ordinal)
            .ToArray();
        return new()
        {
            Intercept = intercept,
            Slope = slope,
            Correlation = Correlate(x, y),
            ByYear =
            [
                .. points
                    .GroupBy(p => p.Year)
                    .Where(g => g.Count() >= 3)
                    .Select(g => (g.Key, Correlate([.. g.Select(p => p.Ours)], [.. g.Select(p => p.Released)]), g.Count())),
            ],
            Points = points,
        };
    }

    private static double Correlate(double[] x, double[] y)
    {
        var (mx, my) = (x.Average(), y.Average());
        return Products(x, y, mx, my) / Math.Sqrt(Products(x, x, mx, mx) * Products(y, y, my, my));
    }

    private static double Products(double[] x, double[] y, double mx, double my)
    {
        var sum = 0.0;
        for (var i = 0; i < x.Length; i++)
            sum += (x[i] - mx) * (y[i] - my);
        return sum;
    }
}
