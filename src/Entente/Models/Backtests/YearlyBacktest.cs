namespace Entente.Models.Backtests;

/// <summary>A choice that comes every year, yes or no, forecast from the years before and scored once.</summary>
public sealed record YearlyBacktest
{
    public required IReadOnlyList<(int Year, bool Came)> Learnt { get; init; }

    public required IReadOnlyList<(int Year, bool Came)> Cases { get; init; }

    /// <summary>Options: came, did not.</summary>
    public required IReadOnlyList<ForecastSeries> Series { get; init; }

    /// <param name="years">What came, by year.</param>
    /// <param name="from">The first year scored.</param>
    /// <returns>Null where nothing was learnt or nothing is to be scored.</returns>
    public static YearlyBacktest? Of(IReadOnlyList<(int Year, bool Came)> years, int from)
    {
        ArgumentNullException.ThrowIfNull(years);
        var (learnt, cases) = (years.Where(y => y.Year < from).ToList(), years.Where(y => y.Year >= from).ToList());
        if (learnt.Count < 2 || cases.Count == 0)
            return null;
        var rate = (learnt.Count(y => y.Came) + 1.0) / (learnt.Count + 2.0);
        var again = (learnt.Zip(learnt.Skip(1)).Count(p => p.First.Came == p.Second.Came) + 1.0) / (learnt.Count - 1 + 2.0);
        int[] came = [.. cases.Select(c => c.Came ? 0 : 1)];
        ForecastSeries Series(string name, Func<int, double> says) =>
            new()
            {
                Name = name,
                Knows = Knows.Before,
                Came = came,
                Probabilities = [.. cases.Select((_, i) => says(i)).Select(p => new[] { p, 1 - p })],
            };
        return new()
        {
            Learnt = learnt,
            Cases = cases,
            Series =
            [
                Series("base rate", _ => rate),
                Series("persistence", i => (i == 0 ? learnt[^1] : cases[i - 1]).Came ? again : 1 - again),
            ],
        };
    }
}
